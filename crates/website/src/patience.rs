//! Connections, and how long the site waits for one.
//!
//! The rule: whoever opens a connection and says nothing, or says it letter by letter, or does not take its answer, is not waited
//! for without end; and there are never more connections than the site can hold.

use std::future::Future;
use std::io;
use std::net::SocketAddr;
use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::task::{Context, Poll};
use std::time::Duration;

use axum::extract::connect_info::Connected;
use axum::serve::{IncomingStream, Listener};
use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};
use tokio::time::{Sleep, sleep};

/// How long the site waits for others.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Patience {
    /// For the head of a request, the wait before it included.
    pub head: Duration,
    /// For a form to arrive.
    pub form: Duration,
    /// For a form with files to arrive.
    pub files: Duration,
    /// For a browser that takes nothing of its answer.
    pub taking: Duration,
}

impl Default for Patience {
    fn default() -> Patience {
        let seconds = Duration::from_secs;
        Patience { head: seconds(20), form: seconds(15), files: seconds(90), taking: seconds(30) }
    }
}

/// Most connections at once; others wait to be accepted.
const CONNECTIONS_AT_MOST: usize = 500;

/// A listener whose connections are not waited for without end.
pub(crate) struct Patient {
    listener: TcpListener,
    places: Arc<Semaphore>,
    patience: Patience,
}

/// Who asks over a connection, and whether a request of it is being answered.
#[derive(Clone, Debug)]
pub(crate) struct Caller {
    /// The address on the other side.
    pub(crate) address: SocketAddr,
    is_answered: Arc<AtomicBool>,
}

impl Caller {
    /// While the answer is made, what is sent is waited for by whoever makes it.
    pub(crate) fn begin(&self) {
        self.is_answered.store(true, Ordering::Relaxed);
    }

    /// The answer is made; the next request is waited for.
    pub(crate) fn end(&self) {
        self.is_answered.store(false, Ordering::Relaxed);
    }
}

/// A connection.
pub(crate) struct Connection {
    stream: TcpStream,
    is_answered: Arc<AtomicBool>,
    reading: Option<Pin<Box<Sleep>>>,
    writing: Option<Pin<Box<Sleep>>>,
    patience: Patience,
    _place: OwnedSemaphorePermit,
}

impl Patient {
    pub(crate) fn new(listener: TcpListener, patience: Patience) -> Patient {
        Patient { listener, places: Arc::new(Semaphore::new(CONNECTIONS_AT_MOST)), patience }
    }
}

impl Listener for Patient {
    type Io = Connection;
    type Addr = SocketAddr;

    async fn accept(&mut self) -> (Connection, SocketAddr) {
        let place = Arc::clone(&self.places).acquire_owned().await.expect("the places are never closed");
        let (stream, address) = Listener::accept(&mut self.listener).await;
        // Where it cannot be set, answers are only sent a little later.
        let _ = stream.set_nodelay(true);
        let is_answered = Arc::new(AtomicBool::new(false));
        (Connection { stream, is_answered, reading: None, writing: None, patience: self.patience, _place: place }, address)
    }

    fn local_addr(&self) -> io::Result<SocketAddr> {
        self.listener.local_addr()
    }
}

impl Connected<IncomingStream<'_, Patient>> for Caller {
    fn connect_info(stream: IncomingStream<'_, Patient>) -> Caller {
        Caller { address: *stream.remote_addr(), is_answered: Arc::clone(&stream.io().is_answered) }
    }
}

impl AsyncRead for Connection {
    fn poll_read(mut self: Pin<&mut Self>, context: &mut Context<'_>, buffer: &mut ReadBuf<'_>) -> Poll<io::Result<()>> {
        let head_time = self.patience.head;
        if self.is_answered.load(Ordering::Relaxed) {
            self.reading = None;
        } else if is_over(&mut self.reading, head_time, context) {
            return Poll::Ready(Err(io::ErrorKind::TimedOut.into()));
        }
        Pin::new(&mut self.stream).poll_read(context, buffer)
    }
}

impl AsyncWrite for Connection {
    fn poll_write(mut self: Pin<&mut Self>, context: &mut Context<'_>, bytes: &[u8]) -> Poll<io::Result<usize>> {
        let taking_time = self.patience.taking;
        match Pin::new(&mut self.stream).poll_write(context, bytes) {
            Poll::Pending if is_over(&mut self.writing, taking_time, context) => Poll::Ready(Err(io::ErrorKind::TimedOut.into())),
            Poll::Pending => Poll::Pending,
            ready => {
                self.writing = None;
                ready
            }
        }
    }

    fn poll_flush(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_flush(context)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_shutdown(context)
    }
}

/// True where `clock`, which is started the first time, has run for `time`.
fn is_over(clock: &mut Option<Pin<Box<Sleep>>>, time: Duration, context: &mut Context<'_>) -> bool {
    clock.get_or_insert_with(|| Box::pin(sleep(time))).as_mut().poll(context).is_ready()
}
