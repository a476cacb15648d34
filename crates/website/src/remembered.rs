//! Pages that were rendered already, packed and ready to be sent again.
//!
//! The rule: only pages that are the same for everyone, and only while the place is as it was: an entry in the log or a new day
//! throws all of them away. What is remembered has a bound.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};

use crate::finish::Ready;
use crate::site::Edition;

/// Most bytes that are remembered.
const BYTES_AT_MOST: usize = 64 << 20;

/// Rendered pages by address.
#[derive(Default)]
pub(crate) struct Remembered(Mutex<Held>);

#[derive(Default)]
struct Held {
    edition: Option<Edition>,
    pages: BTreeMap<String, Arc<Ready>>,
    bytes: usize,
}

impl Remembered {
    /// The page at an address, as it is in this edition.
    pub(crate) fn page(&self, edition: Edition, address: &str) -> Option<Arc<Ready>> {
        let held = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if held.edition == Some(edition) { held.pages.get(address).cloned() } else { None }
    }

    /// Remembers the page at an address.
    pub(crate) fn remember(&self, edition: Edition, address: &str, page: &Arc<Ready>) {
        let mut held = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let bytes = page.bytes() + address.len();
        if held.edition != Some(edition) || held.bytes + bytes > BYTES_AT_MOST {
            *held = Held { edition: Some(edition), ..Held::default() };
        }
        if bytes <= BYTES_AT_MOST && held.pages.insert(address.to_string(), Arc::clone(page)).is_none() {
            held.bytes += bytes;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Reply;

    fn page(words: &str) -> Arc<Ready> {
        Arc::new(Ready::new(Reply::page(maud::html! { (words) })))
    }

    #[test]
    fn a_page_is_forgotten_when_something_is_entered_and_when_a_day_begins() {
        let (first, remembered) = (Edition { number: 1, day: 10, beside: 7 }, Remembered::default());
        remembered.remember(first, "/", &page("x"));
        assert!(remembered.page(first, "/").is_some());
        assert!(remembered.page(Edition { number: 2, day: 10, beside: 7 }, "/").is_none());
        assert!(remembered.page(Edition { number: 1, day: 11, beside: 7 }, "/").is_none());
        assert!(remembered.page(Edition { number: 1, day: 10, beside: 8 }, "/").is_none(), "the place was searched again");
    }

    #[test]
    fn what_is_remembered_stays_within_its_bound() {
        let (edition, remembered) = (Edition { number: 1, day: 10, beside: 7 }, Remembered::default());
        let large = page(&"x".repeat(BYTES_AT_MOST / 3));
        for address in ["/a", "/b", "/c", "/d"] {
            remembered.remember(edition, address, &large);
            assert!(remembered.0.lock().expect("no test panicked").bytes <= BYTES_AT_MOST);
        }
        assert!(remembered.page(edition, "/d").is_some() && remembered.page(edition, "/a").is_none());
    }
}
