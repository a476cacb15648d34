//! What one cell says: an amount, a date, a payee, an identifier.
//!
//! The rule: a reader takes one cell and gives back what it read, or in one word why it could not.
//! Nothing here knows a column, a file or a publisher; what to do about trouble is decided in `tables`.

pub(crate) mod amounts;

mod digits;

pub(crate) mod dates;

mod date_order;

pub(crate) mod months;

pub(crate) mod payee;

pub(crate) mod redaction;

pub(crate) mod persons;

mod words;

mod word_lists;

pub(crate) mod identifiers;

pub mod bench;
