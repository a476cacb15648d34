//! The row of headings, and what each column is taken for.
//!
//! The rule: the headings are the row with most that are known, and no column is read twice. What is above them is left out with
//! a remark; what is under a heading that is not known is not read, and it is said so.

use std::collections::{BTreeMap, BTreeSet};

use super::{Column, Note, SheetRow, seen};

/// What a column was taken for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ColumnRead {
    /// Its heading, as written.
    pub heading: String,
    /// What it was taken for; `None` where its heading is not known, and it is not read.
    pub column: Option<Column>,
    /// Why, in a sentence.
    pub why: String,
}

/// Among how many rows the headings are looked for.
pub(super) const ROWS_TO_A_HEADING: usize = 30;
/// How many columns are read.
pub(super) const MOST_COLUMNS: usize = 200;

/// The row among the first whose cells are headings: most of all rows, and at least two, with a title, a reference or partners.
pub(super) fn heading_row(rows: &[SheetRow]) -> Option<usize> {
    let known = |row: &SheetRow| row.cells.iter().take(MOST_COLUMNS).filter_map(|cell| Column::of_heading(cell)).collect::<BTreeSet<_>>();
    let is_heading = |found: &BTreeSet<Column>| {
        found.len() >= 2 && [Column::Title, Column::Reference, Column::Partners].iter().any(|needed| found.contains(needed))
    };
    let found =
        rows.iter().take(ROWS_TO_A_HEADING).enumerate().map(|(place, row)| (place, known(row))).filter(|(_, found)| is_heading(found));
    found.max_by_key(|(place, found)| (found.len(), std::cmp::Reverse(*place))).map(|(place, _)| place)
}

/// What a heading is taken for.
pub(super) fn column_of(heading: &str) -> ColumnRead {
    let column = Column::of_heading(heading);
    let why = match column {
        Some(Column::Region) => "It follows from the bodies, and is not read.".to_string(),
        Some(column) => format!("By its heading. {}", column.holds()),
        None if heading.trim().is_empty() => "It has no heading, and must be empty.".to_string(),
        None => "Its heading is not known, and it is not read.".to_string(),
    };
    ColumnRead { heading: seen(heading), column, why }
}

/// A fault for every column that means the same as one to its left.
pub(super) fn doubled(columns: &[ColumnRead], line: u32) -> Vec<Note> {
    let mut met: BTreeMap<Column, &str> = BTreeMap::new();
    let mut faults = Vec::new();
    for read in columns {
        if let Some(earlier) = read.column.and_then(|column| met.insert(column, &read.heading)) {
            let sentence = format!("It means the same as “{earlier}”. Take one of the two columns out, or give it another heading.");
            faults.push(Note { line, heading: read.heading.clone(), seen: String::new(), sentence });
        }
    }
    faults
}
