//! The door: a request comes in, is judged, and is answered by a page.
//!
//! The rule: nothing reaches a page before host, path, method, size, time and origin were looked at. A page is made on a thread of
//! its own; where it fails, one visitor is told so and the site goes on. One line is logged for each request, without what was
//! asked for behind the question mark and without names.

use std::net::SocketAddr;
use std::sync::Arc;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use axum::body::{Body, to_bytes};
use axum::http::request::Parts;
use axum::http::{Method, Request, Response};
use register::Moment;
use tokio::sync::Semaphore;

use crate::finish::{Reached, Ready};
use crate::incoming::Incoming;
use crate::made::made;
use crate::patience::Patience;
use crate::posted::{Posted, posted};
use crate::routes::UPLOAD_BYTES;
use crate::{Site, Stop};

/// How long a request waits while others are answered.
const WAITING_TIME: Duration = Duration::from_secs(10);
/// How many pages are made at once; the others wait.
const AT_ONCE: usize = 16;

/// The door of one site.
#[derive(Clone)]
pub(crate) struct Door {
    site: Arc<Site>,
    turns: Arc<Semaphore>,
}

impl Door {
    pub(crate) fn new(site: Site) -> Door {
        Door { site: Arc::new(site), turns: Arc::new(Semaphore::new(AT_ONCE)) }
    }

    /// Answers one request.
    pub(crate) async fn answer(&self, from: SocketAddr, request: Request<Body>) -> Response<Body> {
        let began = SystemTime::now();
        let (parts, body) = request.into_parts();
        let line = format!("{} {}", parts.method, shown(parts.uri.path()));
        let reached = Reached { is_secure: self.site.settings.address.starts_with("https://") };
        let incoming = Incoming::of(&self.site, reached, from.ip(), moment(began), &parts);
        let wanted = incoming.wanted.clone();
        let ready = match self.site.assets.at(parts.uri.path()) {
            Some(asset) if is_read(&parts) => asset,
            _ => self.page(incoming, parts, body).await,
        };
        let response = ready.send(&wanted, reached);
        let taken_ms = began.elapsed().unwrap_or_default().as_millis();
        eprintln!("{} {line} {} {taken_ms} ms", moment(began), response.status().as_u16());
        response
    }

    /// Reads what was sent, waits for a turn, and has the page made.
    async fn page(&self, mut incoming: Incoming, parts: Parts, body: Body) -> Arc<Ready> {
        if let (Ok(route), true) = (&incoming.judged, incoming.is_sent) {
            let most_bytes = route.most_bytes;
            // Nothing large is received from somebody who cannot be signed in.
            let received = if most_bytes >= UPLOAD_BYTES && incoming.session.is_none() {
                Err(Stop::SignInFirst)
            } else {
                received(&parts, body, most_bytes, self.site.settings.patience).await
            };
            match received {
                Ok(posted) => (incoming.asking.form, incoming.asking.files) = (posted.form, posted.files),
                Err(stop) => incoming.judged = Err(stop),
            }
        }
        let turn = tokio::time::timeout(WAITING_TIME, Arc::clone(&self.turns).acquire_owned()).await;
        if !matches!(turn, Ok(Ok(_))) {
            incoming.judged = Err(Stop::Busy);
        }
        let site = Arc::clone(&self.site);
        let page = tokio::task::spawn_blocking(move || made(&site, incoming)).await;
        page.unwrap_or_else(|_| Arc::new(Ready::new(crate::Reply::page(maud::html! { "Something went wrong." }).status(500))))
    }
}

/// The moment of a clock.
pub(crate) fn moment(time: SystemTime) -> Moment {
    let seconds = time.duration_since(UNIX_EPOCH).map_or(0, |since| since.as_secs());
    Moment(i64::try_from(seconds).unwrap_or(i64::MAX))
}

fn is_read(parts: &Parts) -> bool {
    parts.method == Method::GET || parts.method == Method::HEAD
}

async fn received(parts: &Parts, body: Body, most_bytes: usize, patience: Patience) -> Result<Posted, Stop> {
    let (time, words) = if most_bytes >= UPLOAD_BYTES { (patience.files, "20 megabytes") } else { (patience.form, "1 megabyte") };
    match tokio::time::timeout(time, to_bytes(body, most_bytes)).await {
        Err(_) => Err(Stop::TooSlow),
        Ok(Err(_)) => Err(Stop::TooLarge(words)),
        Ok(Ok(bytes)) => posted(parts, bytes).await,
    }
}

/// A path as it stands in the log: never more than one line, not without end, and naming no person.
fn shown(path: &str) -> String {
    // What follows names a person, or opens an answer, so it does not stand in a log.
    for of_somebody in ["/people/", "/still-true/"] {
        if path.starts_with(of_somebody) {
            return format!("{of_somebody}…");
        }
    }
    path.chars().take(200).map(|letter| if letter.is_control() { '?' } else { letter }).collect()
}
