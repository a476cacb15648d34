//! The same payment, published twice, is counted once.
//!
//! The rule: within one file identical rows are all genuine. Across the files of a body, the number of times a payment
//! is counted is the most times any one file has it, never the sum over files: the second line in a later file repeats
//! the second line in an earlier one. Rows with a reference match wherever they meet; rows without match only between
//! files that plainly overlap, so that two £5 taxi rides on one day in two files stay two. Nothing is ever thrown away
//! here: a repeat says in which file its payment is counted.
//!
//! How a payment was made (invoice, card, grant) is no part of its key: a card purchase that is in the card file and in
//! the spend file was paid once. Where only one of the two files gives a reference, the lines are told apart and both count.
//!
//! One trap remains, and is said aloud: a month published again with corrections (`April v2`) has nearly all of its rows
//! matched, and the few corrected ones count in both files. [`summaries`] gives such a file a caution.

mod key;
mod rule;
mod summary;
#[cfg(test)]
mod twin;

pub use key::{RowKey, RowKeys, payment_key};
pub use rule::repeated;
pub use summary::{RepeatSummary, summaries};

use definitions::Day;

/// The rows of one file, as keys. Files stand in counting order: where two have a payment, the first is preferred.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FileRows {
    /// The caller's number for the file; each file has its own.
    pub file: u32,
    /// First and last day of its rows. Files whose periods do not touch are never compared.
    pub period: Option<(Day, Day)>,
    /// [`RowKey::hash`], the row's number within the file, and [`RowKey::is_strong`].
    pub rows: Vec<(u64, u32, bool)>,
}

/// One row that is not counted, because its payment is counted in another file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Repeat {
    /// The file it is in.
    pub file: u32,
    /// Its number within that file.
    pub row: u32,
    /// The file in which the payment is counted.
    pub counted_in: u32,
}
