#![doc = include_str!("../README.md")]

mod model;
mod report;
mod charts;
mod parts;
mod files;
mod names;
mod words;

pub use files::{csv_cell_safe, opportunities_csv, opportunities_json, opportunities_xlsx, suppliers_csv};
pub use model::{
    BodyPaid, EvidenceLine, FieldFill, FileRead, Headline, NamePublished, RepairSeen, RepeatSeen, Report, ReportCard, SupplierView,
};
pub use report::report_html;
