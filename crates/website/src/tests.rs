//! What tests of several files need: a request as a page sees it.
//!
//! The rule: only what a test says differs from the plainest request there is.

mod reading;

use register::Moment;

use crate::asking::{Asking, Format, Visitor};
use crate::pairs::Pairs;

/// A visitor's request for an address such as `/things.json?limit=10`.
pub(crate) fn asking(address: &str) -> Asking {
    let (path, query) = address.split_once('?').unwrap_or((address, ""));
    // The ending says in which form; only the description for programs has it in its own name.
    let path = if path.starts_with("/api/") { path } else { path.trim_end_matches(".json") };
    Asking {
        path: path.to_string(),
        captures: Vec::new(),
        query: Pairs::read(query.as_bytes()).expect("text"),
        form: Pairs::none(),
        files: Vec::new(),
        format: Format::Html,
        visitor: Visitor::default(),
        from: "192.0.2.7".parse().expect("an address"),
        now: Moment(1_795_262_400),
    }
}
