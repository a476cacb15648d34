#![doc = include_str!("../README.md")]

mod model;

pub use model::{BodyPaid, EvidenceLine, FileRead, Headline, NamePublished, RepeatSeen, Report, ReportCard, FieldFill, RepairSeen, SupplierView};
