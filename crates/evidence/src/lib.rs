#![doc = include_str!("../README.md")]
#![allow(clippy::disallowed_methods, reason = "this room keeps files, and asks the machine where it may spill")]

mod derived;
mod door;
mod engine;
mod folder;
mod manifest;
mod parquet_file;
mod questions;
mod row_groups;
mod schemas;
mod tables;
mod text_chunk;
mod text_column;
mod text_hash;
mod writer;

pub use derived::{ContractSupplierRow, Derived, SupplierChangeRow, SupplierIdRow, SupplierRow};
pub use door::{Answer, AnswerForm, sql};
pub use engine::Engine;
pub use folder::{Hold, write_whole};
pub use manifest::{FileEntry, Manifest, Outcome, data_key};
pub use questions::{
    ContractRow, ContractSupplier, FamilyPaid, MonthPaid, NameUse, PartyRow, PaymentTotals, RemarkRow, RepeatedValues, WantedLines,
};
pub use tables::{Column, TABLES, Table};
pub use text_hash::text_hash;
pub use writer::{FileWriter, RowVerdict, Written};
