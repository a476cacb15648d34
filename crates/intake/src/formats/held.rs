//! One row of a workbook while it is gathered cell by cell.
//!
//! The rule: a row is as wide as its last cell, never wider than the limit, and its texts' memory is used again
//! for the next row. A row too wide or too long is not handed on; it is set aside with a remark.

use std::sync::Arc;

use definitions::{Day, Remark, RemarkKind};

use super::{CellHeld, RowView};
use crate::Limits;

/// A row being gathered.
pub(super) struct RowHeld {
    cells: Vec<CellHeld>,
    spare: Vec<String>,
    text_bytes: usize,
    is_too_wide: bool,
    columns: usize,
    row_bytes: usize,
}

/// What became of a gathered row.
pub(super) enum Gathered<'a> {
    /// Nothing stands in it.
    Blank,
    /// A row to hand on.
    Row(RowView<'a>),
    /// Wider or longer than any real row.
    TooLong,
}

impl RowHeld {
    /// An empty row within `limits`.
    pub(super) fn new(limits: &Limits) -> RowHeld {
        RowHeld {
            cells: Vec::new(),
            spare: Vec::new(),
            text_bytes: 0,
            is_too_wide: false,
            columns: limits.columns,
            row_bytes: limits.row_bytes,
        }
    }

    /// Forgets the cells.
    pub(super) fn clear(&mut self) {
        for cell in self.cells.drain(..) {
            if let CellHeld::Text(text) = cell {
                self.spare.push(text);
            }
        }
        self.text_bytes = 0;
        self.is_too_wide = false;
    }

    /// What was gathered.
    pub(super) fn gathered(&self) -> Gathered<'_> {
        if self.is_too_wide || self.text_bytes > self.row_bytes {
            Gathered::TooLong
        } else if self.cells.is_empty() {
            Gathered::Blank
        } else {
            Gathered::Row(RowView::Cells(&self.cells))
        }
    }

    /// A cell of text; white space alone is nothing.
    pub(super) fn text(&mut self, column: usize, text: &str) {
        let text = text.trim();
        self.text_bytes = self.text_bytes.saturating_add(text.len());
        if text.is_empty() || self.text_bytes > self.row_bytes {
            return;
        }
        if let Some(place) = self.place(column) {
            let mut held = self.spare.pop().unwrap_or_default();
            held.clear();
            held.push_str(text);
            self.cells[place] = CellHeld::Text(held);
        }
    }

    /// A cell holding a number.
    pub(super) fn number(&mut self, column: usize, number: f64) {
        if let Some(place) = self.place(column) {
            self.cells[place] = CellHeld::Number(number);
        }
    }

    /// A cell holding a day.
    pub(super) fn day(&mut self, column: usize, day: Day) {
        if let Some(place) = self.place(column) {
            self.cells[place] = CellHeld::Day(day);
        }
    }

    /// A cell holding a date or time as ISO 8601 writes it: its day, or the text where it has none.
    pub(super) fn iso(&mut self, column: usize, text: &str) {
        match text.get(..10).and_then(|day| day.parse().ok()) {
            Some(day) => self.day(column, day),
            None => self.text(column, text),
        }
    }

    fn place(&mut self, column: usize) -> Option<usize> {
        if column >= self.columns {
            self.is_too_wide = true;
            return None;
        }
        if self.cells.len() <= column {
            self.cells.resize(column + 1, CellHeld::Empty);
        }
        Some(column)
    }
}

/// The remark on a row that was not read.
pub(super) fn row_too_long(sheet: &Arc<str>, line: u32) -> Remark {
    Remark {
        kind: RemarkKind::RowTooLong,
        sheet: Some(sheet.clone()),
        line,
        column: None,
        seen: String::new(),
        done: "The row is wider or longer than any real row; it was not read.".to_string(),
    }
}

/// The remark on a sheet that breaks off after `line`.
pub(super) fn broken_off(sheet: &Arc<str>, line: u32, why: &str) -> Remark {
    Remark {
        kind: RemarkKind::Truncated,
        sheet: Some(sheet.clone()),
        line,
        column: None,
        seen: why.chars().take(120).collect(),
        done: "The sheet breaks off after this row; the rows before it were read.".to_string(),
    }
}
