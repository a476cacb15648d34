//! Places where nobody can be named.
//!
//! The rule: no names, or only hidden ones, is an ordinary case and joins nothing.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on should stop")]

use suppliers::{Party, Settings, resolve};

#[test]
fn a_place_that_pays_nobody_has_no_suppliers() {
    assert_eq!(resolve(&[], &Settings::default(), &|_| true).unwrap().cluster_of, Vec::<u32>::new());
}

#[test]
fn a_place_that_names_nobody_joins_nobody() {
    let hidden = Party { name: "REDACTED PERSONAL DATA", ..Party::default() };
    assert_eq!(resolve(&[hidden, hidden], &Settings::default(), &|_| true).unwrap().cluster_of, [0, 1]);
}
