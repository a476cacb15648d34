//! What intake understood of a file, for the officer who publishes it.
//!
//! The rule: every choice is given with its reason, and rows read = rows kept + rows set aside.

use std::collections::BTreeMap;
use std::sync::Arc;

use definitions::{Day, Month, Pence, RemarkKind};
use serde::{Deserialize, Serialize};

use crate::Basis;

/// What the bytes are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Format {
    /// Delimited text, with any delimiter.
    Csv,
    /// XLSX, XLSM or XLSB.
    Xlsx,
    /// XLS.
    Xls,
    /// OpenDocument spreadsheet.
    Ods,
    /// One JSON document.
    Json,
    /// One JSON document a line.
    JsonLines,
    /// An archive of the others.
    Zip,
}

/// What a sheet holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum TableKind {
    /// Spend over a threshold.
    Payments,
    /// Purchase card transactions.
    PurchaseCards,
    /// Grants given.
    Grants,
    /// A contracts register.
    Contracts,
    /// Contract notices or OCDS releases.
    Notices,
    /// Something else; named, not read.
    NotOneOfThese,
    /// Nothing in it.
    Empty,
}

/// What a column means. The codes (kebab-case) are those of `publishers/*.toml`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[allow(missing_docs, reason = "each variant is the plain name of a published column")]
pub enum Meaning {
    Body,
    BodyCode,
    Day,
    Month,
    Year,
    Amount,
    NetAmount,
    GrossAmount,
    VatAmount,
    Supplier,
    SupplierNumber,
    CompanyNumber,
    VatNumber,
    CharityNumber,
    Postcode,
    Reference,
    Service,
    Category,
    Purpose,
    ProclassCode,
    ProclassLabel,
    CpvCode,
    CpvLabel,
    SercopCode,
    SercopLabel,
    MerchantCategory,
    CardMark,
    Redacted,
    Title,
    Description,
    Start,
    End,
    Review,
    LatestEnd,
    ExtensionMonths,
    ExtensionCount,
    ExtensionsTaken,
    TermMonths,
    AnnualValue,
    TotalValue,
    Status,
    Sme,
    Vcse,
    Process,
    OpenContractingId,
    Url,
    Contact,
    OtherNumber,
    OtherText,
    Empty,
}

/// One column and why it was taken for what it is.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ColumnUnderstood {
    /// From 1.
    pub position: u32,
    /// As published; empty where there is no heading row.
    pub heading: String,
    /// What it was taken for.
    pub meaning: Meaning,
    /// Why, for people: "heading 'Suppklier' is near 'supplier'; 98 % of cells are names".
    pub why: String,
    /// Rows with something in this column.
    pub filled: u64,
}

/// One of the first rows, cell by cell, as understood (persons and redacted names already hidden).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct RowShown {
    /// Line, from 1.
    pub line: u32,
    /// Meaning to what was understood: a day as 2023-04-03, an amount as 1234.56.
    pub cells: Vec<(Meaning, String)>,
}

/// One sheet, member or plain file.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct TableUnderstood {
    /// Sheet or member name.
    pub sheet: Option<Arc<str>>,
    /// What it holds.
    pub kind: TableKind,
    /// Why, for people; for `NotOneOfThese` what it seems to be.
    pub kind_why: String,
    /// Line of the heading; `None` where there is none.
    pub heading_line: Option<u32>,
    /// Every column.
    pub columns: Vec<ColumnUnderstood>,
    /// For people: "day first (dd/mm/yyyy): 312 dates can be nothing else".
    pub date_form: String,
    /// For people: "pounds with commas; credits in brackets".
    pub amount_form: String,
    /// Net, gross or unknown.
    pub basis: Basis,
    /// Why, for people.
    pub basis_why: String,
    /// For people: "windows-1252", "UTF-8 with BOM", delimiter.
    pub text_form: String,
    /// Every line or row after the heading and every title line, blank ones too.
    pub rows_read: u64,
    /// Rows handed on.
    pub rows_kept: u64,
    /// Rows set aside, by reason.
    pub set_aside: BTreeMap<RemarkKind, u64>,
    /// Repairs and doubts that did not set a row aside, by reason (redacted and private-person rows are counted here).
    pub repaired: BTreeMap<RemarkKind, u64>,
    /// First and last day of the rows kept.
    pub period: Option<(Day, Day)>,
    /// Rows kept and their sum, by month; rows with no month under `None`.
    pub months: Vec<(Option<Month>, u64, Pence)>,
    /// Sum of the rows kept (payments only).
    pub total: Pence,
    /// First rows as understood.
    pub first_rows: Vec<RowShown>,
}

/// One file.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Understanding {
    /// What the bytes are.
    pub format: Format,
    /// Every sheet or member; at least one.
    pub tables: Vec<TableUnderstood>,
}
