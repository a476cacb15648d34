#![doc = include_str!("../README.md")]

mod card;
mod formats;
mod notices;
mod plain_sheets;
mod reading;
mod repeats;
mod rows;
mod tables;
mod understanding;
mod values;

pub use card::{FileForCard, PublicationCard, break_in_series, card, whole_months};
pub use plain_sheets::{PlainSheet, plain_sheets};
pub use reading::read;
pub use repeats::{FileRows, Repeat, RepeatSummary, RowKey, RowKeys, payment_key, repeated, summaries};
#[doc(hidden)]
pub use values::bench;

pub use rows::{Basis, Contract, Payee, Payment, PaymentVia, Redaction, Taker};
pub use understanding::{ColumnUnderstood, Format, Meaning, RowShown, TableKind, TableUnderstood, Understanding};

use std::io::{Read, Seek};

/// True where `name`, standing for itself as a supplier's, is a private person's and must not be shown.
pub fn names_private_person(name: &str) -> bool {
    values::persons::is_private_person(name, &[])
}

/// Bytes that can be read again from the start.
pub trait Bytes: Read + Seek + Send {}
impl<T: Read + Seek + Send> Bytes for T {}

/// How much of hostile or broken input is read before it is refused.
#[derive(Clone, Debug)]
pub struct Limits {
    /// Largest plain text or JSON-lines file, in bytes.
    pub text_bytes: u64,
    /// Largest workbook, JSON document or archive member once unpacked, in bytes.
    pub unpacked_bytes: u64,
    /// Most cells in one row.
    pub columns: usize,
    /// Longest row, in bytes.
    pub row_bytes: usize,
    /// Most members in an archive.
    pub members: usize,
}

impl Default for Limits {
    fn default() -> Limits {
        Limits { text_bytes: 64 << 30, unpacked_bytes: 512 << 20, columns: 4_096, row_bytes: 1 << 20, members: 2_000 }
    }
}

/// What a publisher's own small file (`publishers/*.toml`) says of its files, for oddities that cannot be guessed.
#[derive(Clone, Debug, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct LocalRules {
    /// What the files are, when the columns cannot say: `payments`, `purchase-cards`, `grants`, `contracts`, `not-one-of-these`.
    pub kind: Option<String>,
    /// `net` or `gross`.
    pub basis: Option<String>,
    /// `day-first` or `month-first`.
    pub dates: Option<String>,
    /// Heading as published (any case) to the code of its meaning.
    pub columns: std::collections::BTreeMap<String, String>,
}
