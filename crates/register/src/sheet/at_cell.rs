//! Where in a sheet a fault of the record stands.
//!
//! The rule: a fault is told at the cell that it most likely came from; where the row has no such cell, at the column that would
//! have held it.

use std::collections::BTreeMap;

use super::{Column, Note, seen};
use crate::Field;

/// A fault of the record, at the cell that it came from.
pub(super) fn in_column(line: u32, field: Field, sentence: String, cells: &BTreeMap<Column, (String, String)>) -> Note {
    let columns: &[Column] = match field {
        Field::Id => &[Column::Reference],
        Field::Title => &[Column::Title],
        Field::Summary => &[Column::Summary],
        Field::Services => &[Column::Services],
        Field::ServiceListIds => &[Column::ServiceListIds],
        Field::Parties => &[Column::Partners, Column::Lead],
        Field::Kind => &[Column::Kind],
        Field::LegalForm => &[Column::LegalForm],
        Field::Aims => &[Column::Aims],
        Field::Happenings => &[Column::Ended, Column::Started],
        Field::AgreedUntil => &[Column::AgreedUntil],
        Field::Reviews => &[Column::Reviews],
        Field::BreakTerms => &[Column::BreakTerms],
        Field::PriceOfLeaving => &[Column::PriceOfLeaving],
        Field::LeadMember => &[Column::LeadMemberRole, Column::LeadMemberName],
        Field::LeadOfficer => &[Column::LeadOfficerRole, Column::LeadOfficerName],
        Field::Savings => &[Column::Savings, Column::AnnualSaving, Column::SavingsToDate],
        Field::Sources => &[Column::SourceLink, Column::SourceDocument],
        Field::FoundAs => &[],
    };
    let cell = columns.iter().find_map(|column| cells.get(column));
    let heading = cell.map(|(heading, _)| heading.clone()).or_else(|| columns.first().map(|column| column.heading().to_string()));
    Note { line, heading: heading.unwrap_or_default(), seen: cell.map(|(_, cell)| seen(cell)).unwrap_or_default(), sentence }
}
