//! A door for benchmarks, which stand outside the room and can reach only what is public.
//!
//! The rule: each function calls one reader and gives back something plain, so that a reader may change its types freely.
//! It is hidden from the documentation because nothing but `benches/values.rs` should come in this way.

use super::{amounts, dates, payee, redaction};
use crate::Payee;
use crate::formats::Cell;

/// Pence in a text cell.
pub fn amount(text: &str) -> Option<i64> {
    amounts::amount(Cell::Text(text)).ok().map(|read| read.pence.0)
}

/// Days since 1970 in a text cell, day first.
pub fn date(text: &str) -> Option<i32> {
    match dates::date(Cell::Text(text), dates::DateOrder::DayFirst) {
        dates::DateRead::Day { day, .. } => Some(day.0),
        _ => None,
    }
}

/// The length of the supplier's name that is shown, 0 where none is.
pub fn payee(text: &str, context: &[&str], buffer: &mut String) -> usize {
    match payee::payee(Some(text), false, context, buffer).0 {
        Payee::Supplier(name) => name.len(),
        _ => 0,
    }
}

/// True for a redaction.
pub fn is_redaction(text: &str) -> bool {
    redaction::redaction(text).is_some()
}
