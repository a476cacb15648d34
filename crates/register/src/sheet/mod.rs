//! An officer's spreadsheet: one row an arrangement, read with tolerance and written so that it reads back.
//!
//! The rule: rows come in as plain cells and go out as plain cells; nothing here knows CSV or XLSX. Nothing is dropped in
//! silence: each column says what it was taken for, each row whether it was taken, each cell that was not understood its line
//! and heading and what to try. A cell is data, whatever it begins with. An empty cell says nothing, and so changes nothing.

// What a cell says.
mod amounts;
mod choices;
mod columns;
mod days;
mod line_words;
mod names;

// What a row says.
mod at_cell;
mod party_cells;
mod row;
mod savings_cells;

// The whole sheet, in and out.
mod headings;
mod plan;
mod reading;
mod writing;

pub use columns::Column;
pub use headings::ColumnRead;
pub use plan::{Plan, Planned, dry_run};
pub use reading::{Reading, RowRead, read_sheet};
pub use writing::sheet_of;

/// Plain cells, as a reader of CSV or of a workbook hands them over.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sheet {
    /// The name of the sheet, or of the file.
    pub name: String,
    /// Its rows, the first one first.
    pub rows: Vec<SheetRow>,
}

/// One row.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SheetRow {
    /// Its line in the file or row in the sheet, from 1.
    pub line: u32,
    /// Its cells from the left, as text; days as `2017-04-01`.
    pub cells: Vec<String>,
}

/// Something to be said of one cell, or of a row where the heading is empty.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Note {
    /// Line in the file, from 1.
    pub line: u32,
    /// The heading of its column, as written.
    pub heading: String,
    /// What stands there, shortened.
    pub seen: String,
    /// What was done, or what is wrong and what to try.
    pub sentence: String,
}

impl std::fmt::Display for Note {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "line {}", self.line)?;
        if !self.heading.is_empty() {
            write!(f, ", column “{}”", self.heading)?;
        }
        if !self.seen.is_empty() {
            write!(f, ", “{}”", self.seen)?;
        }
        write!(f, ": {}", self.sentence)
    }
}

/// The first eighty characters of a cell, on one line.
fn seen(cell: &str) -> String {
    let mut characters = cell.split_whitespace().flat_map(|word| word.chars().chain([' ']));
    let shown: String = characters.by_ref().take(80).collect();
    let shown = shown.trim_end().to_string();
    if characters.next().is_some() { format!("{shown}…") } else { shown }
}

#[cfg(test)]
mod tests;
