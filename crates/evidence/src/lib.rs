#![doc = include_str!("../README.md")]
#![allow(clippy::disallowed_methods, reason = "this room keeps files, and asks the machine where it may spill")]

mod folder;
mod manifest;
mod tables;
mod schemas;
mod writer;
mod derived;
mod engine;
mod questions;
mod door;

pub use derived::{Derived, SupplierRow};
pub use door::{Answer, AnswerForm, sql};
pub use engine::Engine;
pub use folder::{Hold, write_whole};
pub use manifest::{FileEntry, Manifest, Outcome, data_key};
pub use questions::{ContractRow, ContractSupplier, FamilyPaid, MonthPaid, NameUse, PartyRow, PaymentTotals, RemarkRow, WantedLines};
pub use tables::{Column, TABLES, Table};
pub use writer::{FileWriter, RowVerdict, Written, text_hash};
