//! The shapes bytes come in, turned into sheets of rows.
//!
//! The rule: the bytes decide what a file is, never its name; every size is bounded before it is trusted.
//! Nothing here knows what a column means.

pub(crate) mod archive;
mod binary_records;
mod binary_workbook;
mod compound;
mod contained;
pub(crate) mod delimited;
mod held;
pub(crate) mod opendocument;
mod records;
mod sniff;
mod text;
mod text_row;
mod weigh;
pub(crate) mod workbook;
mod workbook_cells;
mod xml;

use sniff::HEAD_BYTES;
pub(crate) use sniff::{Sniffed, sniff, unreadable};
pub(crate) use text::utf16_as_text;
use text_row::{TextRow, is_blank_around};

#[cfg(test)]
#[allow(
    clippy::unwrap_used,
    clippy::disallowed_methods,
    reason = "a test that cannot go on should stop; some tests say how long a bomb may take"
)]
pub(crate) mod tests;

use definitions::{Day, Remark, Trouble};

/// What one cell holds.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Cell<'a> {
    /// Nothing, or only white space.
    Empty,
    /// Text as published, trimmed; never empty.
    Text(&'a str),
    /// A number cell of a workbook or a JSON number.
    Number(f64),
    /// A date cell of a workbook.
    Day(Day),
}

/// One row, whose cells are looked at only when asked for.
pub(crate) enum RowView<'a> {
    /// A row of delimited text.
    Text(TextRow<'a>),
    /// A row of a workbook or of a JSON list.
    Cells(&'a [CellHeld]),
}

/// A cell that owns its text.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum CellHeld {
    /// Nothing.
    Empty,
    /// Text as published.
    Text(String),
    /// A number.
    Number(f64),
    /// A day.
    Day(Day),
}

impl RowView<'_> {
    /// How many cells the row has.
    pub(crate) fn len(&self) -> usize {
        match self {
            RowView::Text(row) => row.len(),
            RowView::Cells(cells) => cells.len(),
        }
    }

    /// The cell at `position`, counted from 0; `Empty` beyond the end of a short row.
    pub(crate) fn cell(&self, position: usize) -> Cell<'_> {
        match self {
            RowView::Text(row) => match row.cell(position) {
                "" => Cell::Empty,
                text => Cell::Text(text),
            },
            RowView::Cells(cells) => match cells.get(position) {
                None | Some(CellHeld::Empty) => Cell::Empty,
                Some(CellHeld::Text(text)) => text_cell(text),
                Some(CellHeld::Number(number)) => Cell::Number(*number),
                Some(CellHeld::Day(day)) => Cell::Day(*day),
            },
        }
    }
}

/// A sheet, an archive member or a plain text file: rows that can be walked more than once.
pub(crate) trait Sheet {
    /// Its name, if it is one of several.
    fn name(&self) -> Option<&str>;
    /// For people: "UTF-8 with BOM, separated by commas".
    fn text_form(&self) -> String;
    /// Walks the rows from the first, giving each with its line (from 1) until `each` returns `false`. A line of text with
    /// nothing in it at all and a workbook row with nothing in any cell are not rows; a line of delimiters alone is one.
    /// A row too long or too wide is not given: it is among the remarks, and counts as read and set aside.
    /// `bytes` given to `each` is how much of the file has been read so far.
    fn rows(&mut self, each: &mut dyn FnMut(u32, u64, &RowView<'_>) -> bool) -> Result<(), Trouble>;
    /// What was repaired while reading (encoding, NUL, quotes, rows too long), after the last walk.
    fn remarks(&mut self) -> Vec<Remark>;
}

fn text_cell(text: &str) -> Cell<'_> {
    let trimmed = text.trim_matches(is_blank_around);
    if trimmed.is_empty() { Cell::Empty } else { Cell::Text(trimmed) }
}
