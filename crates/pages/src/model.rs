//! What the report shows: plain values, filled by `actions`, that no page changes.
//!
//! The rule: everything a person sees in the report is in here, so that the report, the CSV, the JSON
//! and the XLSX cannot differ.

use std::collections::BTreeMap;

use definitions::{BodyId, Day, Month, OpportunityId, Pence, Remark, RemarkKind, Source, SupplierId};
use intake::{Basis, Format, TableKind};
use opportunities::{Opportunity, Place};
use serde::{Deserialize, Serialize};
use services::Family;

/// The whole report.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Report {
    /// The facts that opportunities were found in (`place.spend` may be empty when this is read back from JSON).
    pub place: Place,
    /// Ranked, best first.
    pub opportunities: Vec<Opportunity>,
    /// Published lines for each, largest first, a bounded number.
    pub lines: BTreeMap<OpportunityId, Vec<EvidenceLine>>,
    /// Totals for the top.
    pub headline: Headline,
    /// Suppliers paid by two or more bodies, and the largest others, by yearly value.
    pub suppliers: Vec<SupplierView>,
    /// What is to be said of the suppliers as a whole.
    pub supplier_notes: SupplierNotes,
    /// One card per body.
    pub cards: Vec<ReportCard>,
    /// Spend per year by family over all bodies, largest first; `None` is not classified.
    pub families: Vec<(Option<Family>, Pence)>,
    /// Pairs of bodies and what they pay, in a year, to suppliers they share (a before b).
    pub overlap: Vec<(BodyId, BodyId, Pence, u32)>,
    /// Why money was not addressable, and how much over all years read.
    pub not_addressable: Vec<(services::NotAddressable, Pence)>,
}

/// Totals.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Headline {
    /// Files found, understood, and not understood at all.
    pub files: u64,
    /// Files read as payments, contracts or notices.
    pub files_read: u64,
    /// Files named as something else.
    pub files_other: u64,
    /// Files that could not be understood.
    pub files_not_understood: Vec<(String, String)>,
    /// Payments counted.
    pub payments: u64,
    /// Their sum.
    pub paid: Pence,
    /// Payments taken as repeats, not counted.
    pub repeated: u64,
    /// Contracts and notices.
    pub contracts: u64,
    /// Payments to redacted names, and their sum.
    pub redacted: (u64, Pence),
    /// Payments to private persons, and their sum.
    pub persons: (u64, Pence),
    /// Share of value, 0 to 1, in no family.
    pub unclassified_share: f64,
    /// First and last day.
    pub period: Option<(Day, Day)>,
}

/// A published line behind a figure.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct EvidenceLine {
    /// Who paid.
    pub body: BodyId,
    /// Name as published.
    pub supplier: String,
    /// When.
    pub day: Option<Day>,
    /// How much (a contract's yearly value where `is_contract`).
    pub amount: Pence,
    /// What for, as published.
    pub what: String,
    /// Where.
    pub source: Source,
    /// True for a contract line.
    pub is_contract: bool,
}

/// A supplier with all its names.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct SupplierView {
    /// Its name for files.
    pub id: SupplierId,
    /// Its name for people.
    pub name: String,
    /// Names as published.
    pub names: Vec<NamePublished>,
    /// Why they were joined, as sentences.
    pub why: Vec<String>,
    /// What people decided about its names, as sentences.
    pub judged: Vec<String>,
    /// Who pays what.
    pub paid: Vec<BodyPaid>,
    /// What it is mostly paid for.
    pub family: Option<Family>,
}

/// What is to be said of the suppliers as a whole.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct SupplierNotes {
    /// Judgements that cannot all be true, each as the sentences of its records and what holds meanwhile.
    pub contradictions: Vec<Vec<String>>,
    /// What became of suppliers of earlier runs, as sentences.
    pub changes: Vec<String>,
}

/// A name as published.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct NamePublished {
    /// The text.
    pub text: String,
    /// By whom.
    pub body: BodyId,
    /// How often.
    pub payments: u64,
}

/// What one body pays a supplier over all the years read.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct BodyPaid {
    /// Which body.
    pub body: BodyId,
    /// Over all years read.
    pub paid: Pence,
    /// How many payments.
    pub payments: u64,
}

/// What one body publishes, to hand back to the officer who can fix it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ReportCard {
    /// Which body.
    pub body: BodyId,
    /// For people.
    pub name: String,
    /// Files, by name.
    pub files: Vec<FileRead>,
    /// First and last day of payments.
    pub period: Option<(Day, Day)>,
    /// Payments by month: rows and value (after repeats were taken out).
    pub months: Vec<(Month, u64, Pence)>,
    /// Months inside the period with nothing published.
    pub gaps: Vec<Month>,
    /// Payments.
    pub rows: u64,
    /// Their sum.
    pub value: Pence,
    /// Fill of each field the Local Government Transparency Code asks for.
    pub fields: Vec<FieldFill>,
    /// Repairs and rows set aside, by reason.
    pub repairs: Vec<RepairSeen>,
    /// Repeats.
    pub repeats: Vec<RepeatSeen>,
    /// What they could fix first, as sentences, most useful first.
    pub fix_first: Vec<String>,
}

/// One file on a card.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct FileRead {
    /// Path.
    pub name: String,
    /// What the bytes are.
    pub format: Option<Format>,
    /// What each sheet holds (one entry for plain files).
    pub kinds: Vec<TableKind>,
    /// First and last day.
    pub period: Option<(Day, Day)>,
    /// Rows kept.
    pub rows: u64,
    /// Rows set aside.
    pub set_aside: u64,
    /// Their sum.
    pub value: Pence,
    /// Net, gross or unknown.
    pub basis: Basis,
    /// Anything to say: what it is when it is not one of ours, or why it was not understood.
    pub note: String,
}

/// Fill of one field.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct FieldFill {
    /// Name in the Code, `Merchant category`.
    pub field: String,
    /// True when the Code says must.
    pub is_mandatory: bool,
    /// Share of rows, 0 to 1.
    pub fill: f64,
}

/// Repairs of one kind.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct RepairSeen {
    /// Which kind.
    pub kind: RemarkKind,
    /// How many.
    pub count: u64,
    /// The first few, with their file.
    pub examples: Vec<(String, Remark)>,
}

/// Payments of one file that another file has too.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct RepeatSeen {
    /// The file not counted (wholly or in part).
    pub file: String,
    /// The file that is counted.
    pub counted_in: String,
    /// Rows.
    pub rows: u64,
    /// Their sum.
    pub value: Pence,
    /// True when every row repeats.
    pub is_whole_file: bool,
    /// The rule, as a sentence.
    pub why: String,
}
