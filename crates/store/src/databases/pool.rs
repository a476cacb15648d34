//! Connections that are open and not in use, so that nobody waits for one to be made.
//!
//! The rule: never more than so many at once; who comes when all are in use waits, for so long and no longer. A connection
//! that failed is thrown away, never handed on.

use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use super::{Fault, FaultKind};

/// For how long one waits for a connection before being told that all are in use.
const WAIT: Duration = Duration::from_secs(10);

/// Connections of one sort.
pub(crate) struct Pool<T> {
    kept: Mutex<Shelf<T>>,
    came_back: Condvar,
    at_most: usize,
}

struct Shelf<T> {
    idle: Vec<T>,
    in_use: usize,
}

impl<T> Pool<T> {
    /// An empty one.
    pub(crate) fn new(at_most: usize) -> Pool<T> {
        Pool { kept: Mutex::new(Shelf { idle: Vec::new(), in_use: 0 }), came_back: Condvar::new(), at_most }
    }

    /// One that is idle, or one that `make` makes.
    pub(crate) fn take(&self, make: &dyn Fn() -> Result<T, Fault>) -> Result<Taken<'_, T>, Fault> {
        let until = Instant::now() + WAIT;
        let mut shelf = self.shelf();
        while shelf.in_use >= self.at_most {
            let left = until.saturating_duration_since(Instant::now());
            if left.is_zero() {
                return Err(Fault::new(FaultKind::Busy, format!("all {} connections to the register were in use", self.at_most)));
            }
            shelf = self.came_back.wait_timeout(shelf, left).unwrap_or_else(PoisonError::into_inner).0;
        }
        shelf.in_use += 1;
        // From here on, dropping it gives the place back, also when none can be made.
        let mut taken = Taken { pool: self, connection: shelf.idle.pop() };
        drop(shelf);
        if taken.connection.is_none() {
            taken.connection = Some(make()?);
        }
        Ok(taken)
    }

    /// Throws away those that are idle, since one like them was found broken.
    pub(crate) fn empty(&self) {
        // Taken out first: closing a connection can take a while, and nobody should wait for that.
        let idle = std::mem::take(&mut self.shelf().idle);
        drop(idle);
    }

    fn shelf(&self) -> MutexGuard<'_, Shelf<T>> {
        self.kept.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// A connection in use; it goes back when dropped, unless it was thrown away.
pub(crate) struct Taken<'a, T> {
    pool: &'a Pool<T>,
    connection: Option<T>,
}

impl<T> Taken<'_, T> {
    /// The connection itself.
    pub(crate) fn connection(&mut self) -> &mut T {
        self.connection.as_mut().expect("a taken connection is there until it is thrown away, which takes this value")
    }

    /// Closes it instead of giving it back.
    pub(crate) fn throw_away(mut self) {
        self.connection = None;
    }
}

impl<T> Drop for Taken<'_, T> {
    fn drop(&mut self) {
        let mut shelf = self.pool.shelf();
        shelf.in_use -= 1;
        // Whoever panicked may have left a transaction open in it.
        if !std::thread::panicking() {
            shelf.idle.extend(self.connection.take());
        }
        drop(shelf);
        self.pool.came_back.notify_one();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_connection_goes_back_and_is_taken_again_and_one_thrown_away_is_not() {
        let pool = Pool::new(2);
        let made = std::cell::Cell::new(0);
        let make = || {
            made.set(made.get() + 1);
            Ok(made.get())
        };
        drop(pool.take(&make).expect("one"));
        let mut again = pool.take(&make).expect("the same");
        assert_eq!(*again.connection(), 1);
        again.throw_away();
        assert_eq!(*pool.take(&make).expect("another").connection(), 2);
    }

    #[test]
    fn one_whose_user_panicked_is_not_handed_on() {
        let pool = Pool::new(1);
        let panicked = std::thread::scope(|scope| {
            let user = scope.spawn(|| {
                let _taken = pool.take(&|| Ok(1)).expect("the only one");
                panic!("in the middle of something");
            });
            user.join().is_err()
        });
        assert!(panicked);
        assert_eq!(*pool.take(&|| Ok(2)).expect("a new one").connection(), 2);
    }

    #[test]
    fn one_that_cannot_be_made_leaves_its_place_free() {
        let pool: Pool<u8> = Pool::new(1);
        for _ in 0..3 {
            assert!(pool.take(&|| Err(Fault::new(FaultKind::Lost, "no server"))).is_err());
        }
        assert!(pool.take(&|| Ok(1)).is_ok());
    }

    #[test]
    fn who_comes_when_all_are_in_use_waits_for_one() {
        let pool = Pool::new(1);
        let first = pool.take(&|| Ok(7)).expect("the only one");
        std::thread::scope(|scope| {
            let second = scope.spawn(|| pool.take(&|| Ok(8)).map(|mut taken| *taken.connection()).expect("it waits and gets it"));
            drop(first);
            assert_eq!(second.join().expect("no panic"), 7);
        });
    }
}
