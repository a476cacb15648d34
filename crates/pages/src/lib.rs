#![doc = include_str!("../README.md")]

mod charts;
mod files;
mod map;
mod model;
mod names;
mod paper;
pub mod parts;
mod report;
mod words;

pub use files::{csv_cell_safe, opportunities_csv, opportunities_json, opportunities_xlsx, rows_csv, rows_xlsx, suppliers_csv};
pub use map::{Layout, MapBody, MapLink, MapShape, MapShown, MapStage, map};
pub use model::{
    BodyPaid, EvidenceLine, FieldFill, FileRead, Headline, NamePublished, RepairSeen, RepeatSeen, Report, ReportCard, SupplierNotes,
    SupplierView,
};
pub use paper::{Bars, Block, Grid, GridColumn, Line, Lines, Paper, Section, Shaded, Span, Spans, paper_html};
pub use report::{ReportOnSite, report_html};
pub use words::{chance, count, kind_code, kind_name, kind_sentence, saving_short};
