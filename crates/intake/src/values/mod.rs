//! What one cell says: an amount, a date, a payee, an identifier.
//!
//! The rule: a reader takes one cell and gives back what it read, or in one word why it could not.
//! Nothing here knows a column, a file or a publisher; what to do about trouble is decided in `tables`.

pub(crate) mod amounts;
mod date_order;
pub(crate) mod dates;
mod digits;
pub(crate) mod identifiers;
mod months;
pub(crate) mod payee;
pub(crate) mod persons;
pub(crate) mod redaction;
mod word_lists;
mod words;

pub mod bench;
