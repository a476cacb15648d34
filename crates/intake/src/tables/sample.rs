//! The first rows of a sheet, held so that they can be looked at more than once.
//!
//! The rule: a sample is bounded in rows and in bytes, whatever the file does. It decides what columns mean;
//! no row is read into money from here.

use crate::formats::{Cell, CellHeld, RowView};

/// Rows looked at before columns are decided.
pub(super) const SAMPLE_ROWS: usize = 2_000;

/// Bytes of text held at most; a file of megabyte-long cells is decided on fewer rows.
const SAMPLE_BYTES: usize = 16 << 20;

/// Blank rows held at most: a heading may stand under a page of them, but not under a million.
const BLANK_ROWS: usize = 200;

/// One row held.
#[derive(Clone, Debug)]
pub(super) struct HeldRow {
    /// Line in the file, from 1.
    pub(super) line: u32,
    /// Its cells.
    pub(super) cells: Vec<CellHeld>,
}

impl HeldRow {
    /// The row as a view.
    pub(super) fn view(&self) -> RowView<'_> {
        RowView::Cells(&self.cells)
    }
}

/// The rows held so far.
#[derive(Debug, Default)]
pub(super) struct Sample {
    /// In the order of the file, most blank ones left out.
    pub(super) rows: Vec<HeldRow>,
    bytes: usize,
    blank: usize,
}

impl Sample {
    /// Holds one more row; `false` when the sample is full.
    pub(super) fn take(&mut self, line: u32, row: &RowView<'_>) -> bool {
        if is_blank(row) {
            self.blank += 1;
            if self.blank > BLANK_ROWS {
                return true;
            }
        }
        let cells: Vec<CellHeld> = (0..row.len()).map(|place| held(row.cell(place))).collect();
        self.bytes += cells.len() * std::mem::size_of::<CellHeld>() + cells.iter().map(text_bytes).sum::<usize>();
        self.rows.push(HeldRow { line, cells });
        self.rows.len() < SAMPLE_ROWS && self.bytes < SAMPLE_BYTES
    }
}

/// True where no cell holds a letter or a digit: an export's `*` in the first cell does not make a row.
pub(super) fn is_blank(row: &RowView<'_>) -> bool {
    (0..row.len()).all(|place| match row.cell(place) {
        Cell::Empty => true,
        Cell::Text(text) => !text.chars().any(char::is_alphanumeric),
        Cell::Number(_) | Cell::Day(_) => false,
    })
}

fn held(cell: Cell<'_>) -> CellHeld {
    match cell {
        Cell::Empty => CellHeld::Empty,
        Cell::Text(text) => CellHeld::Text(text.to_string()),
        Cell::Number(number) => CellHeld::Number(number),
        Cell::Day(day) => CellHeld::Day(day),
    }
}

fn text_bytes(cell: &CellHeld) -> usize {
    if let CellHeld::Text(text) = cell { text.len() } else { 0 }
}
