//! The site runs: it listens, answers, and stops when it is told to.
//!
//! The rule: when told to stop it takes no new request, finishes those under way for at most ten seconds, and ends.

use std::net::TcpListener;
use std::sync::mpsc::Receiver;
use std::time::Duration;

use axum::Router;
use axum::extract::{ConnectInfo, DefaultBodyLimit, Request};
use definitions::Trouble;
use tokio::runtime::{Builder, Runtime};

use crate::Site;
use crate::door::Door;
use crate::patience::{Caller, Patient};

/// How long requests under way may take once the site was told to stop.
const ENDING_TIME: Duration = Duration::from_secs(10);

/// Runs the site on a listener until the program is told to stop (ctrl-c, or SIGTERM as service managers send it).
///
/// # Errors
/// When the listener cannot be used.
pub fn serve(site: Site, listener: TcpListener) -> Result<(), Trouble> {
    let runtime = runtime()?;
    run(&runtime, site, listener, told_to_stop())?;
    runtime.shutdown_timeout(ENDING_TIME);
    Ok(())
}

/// Runs the site on a listener until something comes from `stop`, or its other end is gone: for tests and for examples.
///
/// # Errors
/// When the listener cannot be used.
pub fn serve_until(site: Site, listener: TcpListener, stop: Receiver<()>) -> Result<(), Trouble> {
    let runtime = runtime()?;
    let stopped = async move {
        // Either something came, or nothing can come any more.
        let _ = tokio::task::spawn_blocking(move || stop.recv()).await;
    };
    run(&runtime, site, listener, stopped)?;
    runtime.shutdown_timeout(ENDING_TIME);
    Ok(())
}

fn runtime() -> Result<Runtime, Trouble> {
    Builder::new_multi_thread().enable_all().build().map_err(trouble)
}

fn run(runtime: &Runtime, site: Site, listener: TcpListener, stop: impl Future<Output = ()> + Send + 'static) -> Result<(), Trouble> {
    runtime.block_on(async move {
        listener.set_nonblocking(true).map_err(trouble)?;
        let listener = Patient::new(tokio::net::TcpListener::from_std(listener).map_err(trouble)?, site.settings.patience);
        let (told, mut ended) = tokio::sync::watch::channel(false);
        let stop = async move {
            stop.await;
            let _ = told.send(true);
        };
        let server = axum::serve(listener, app(site).into_make_service_with_connect_info::<Caller>()).with_graceful_shutdown(stop);
        let late = async move {
            // The sender lives until the server ends, so an error means the same as the word.
            let _ = ended.wait_for(|is_told| *is_told).await;
            tokio::time::sleep(ENDING_TIME).await;
        };
        tokio::select! {
            done = server => done.map_err(trouble),
            () = late => Ok(()),
        }
    })
}

/// Every request goes through the one door.
fn app(site: Site) -> Router {
    let door = Door::new(site);
    let answer = move |ConnectInfo(caller): ConnectInfo<Caller>, request: Request| {
        let door = door.clone();
        async move {
            caller.begin();
            let response = door.answer(caller.address, request).await;
            caller.end();
            response
        }
    };
    // What may be sent is bounded by each page's own limit, before anything is read.
    Router::new().fallback(answer).layer(DefaultBodyLimit::disable())
}

async fn told_to_stop() {
    let interrupt = async {
        // Without this signal the program is still ended by the system.
        if tokio::signal::ctrl_c().await.is_err() {
            std::future::pending::<()>().await;
        }
    };
    #[cfg(unix)]
    let terminate = async {
        match tokio::signal::unix::signal(tokio::signal::unix::SignalKind::terminate()) {
            Ok(mut signal) => drop(signal.recv().await),
            Err(_) => std::future::pending::<()>().await,
        }
    };
    #[cfg(not(unix))]
    let terminate = std::future::pending::<()>();
    tokio::select! {
        () = interrupt => {}
        () = terminate => {}
    }
}

fn trouble(error: std::io::Error) -> Trouble {
    Trouble::new("run the website", error.to_string(), "Look whether another program has the address, and try again.")
}
