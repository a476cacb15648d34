//! XLSB workbooks as sheets: the parts of an XLSX in binary records.
//!
//! The rule: it goes the way of any workbook, weighed first (the lengths of its records too), rows walked without holding
//! the sheet, every call into the library that reads it through the door in `contained`.

use std::io::BufReader;
use std::sync::Arc;

use calamine::{Reader as _, Xlsb, XlsbError};
use definitions::{Remark, Trouble};
use zip::ZipArchive;

use super::contained::contained;
use super::held::RowHeld;
use super::sniff::broken_zip;
use super::workbook::{MADE_WRONGLY, Tracked, Walk, broken, opened, worksheets};
use super::{RowView, Sheet};
use crate::{Bytes, Limits};

/// True where the workbook's own part is one of records.
///
/// # Errors
/// Trouble when it is not a zip.
pub(super) fn is_binary(file_name: &str, bytes: &mut dyn Bytes) -> Result<bool, Trouble> {
    let archive = ZipArchive::new(bytes).map_err(|error| broken_zip(file_name, &error))?;
    let mut names = archive.file_names();
    Ok(names.any(|member| member.eq_ignore_ascii_case("xl/workbook.bin")))
}

/// Opens the workbook in `bytes`, which has been weighed, and gives each of its sheets to `each_sheet` until that
/// returns `false`.
///
/// # Errors
/// Trouble when the workbook is broken or locked.
pub(super) fn xlsb_sheets(
    file_name: &str,
    bytes: &mut dyn Bytes,
    limits: &Limits,
    named: &dyn Fn(&str) -> Arc<str>,
    each_sheet: &mut dyn FnMut(&mut dyn Sheet) -> bool,
) -> Result<(), Trouble> {
    let (tracked, read_to) = Tracked::new(bytes);
    let mut book = opened(file_name, || Xlsb::new(BufReader::new(tracked)), |error| matches!(error, XlsbError::Password))?;
    for own_name in worksheets(&book, limits) {
        let name = named(&own_name);
        let row = RowHeld::new(limits);
        let mut sheet = XlsbSheet { book: &mut book, file_name, own_name, name, row, read_to: &read_to, remarks: Vec::new() };
        if !each_sheet(&mut sheet) {
            break;
        }
    }
    Ok(())
}

struct XlsbSheet<'w, 'b> {
    book: &'w mut Xlsb<BufReader<Tracked<'b>>>,
    file_name: &'w str,
    own_name: String,
    name: Arc<str>,
    row: RowHeld,
    read_to: &'w std::cell::Cell<u64>,
    remarks: Vec<Remark>,
}

impl Sheet for XlsbSheet<'_, '_> {
    fn name(&self) -> Option<&str> {
        Some(&self.name)
    }

    fn text_form(&self) -> String {
        "workbook (XLSB)".to_string()
    }

    fn rows(&mut self, each: &mut dyn FnMut(u32, u64, &RowView<'_>) -> bool) -> Result<(), Trouble> {
        self.remarks.clear();
        let (book, own_name) = (&mut *self.book, self.own_name.as_str());
        let mut cells = match contained(move || book.worksheet_cells_reader(own_name)) {
            Some(Ok(cells)) => cells,
            Some(Err(error)) => return Err(broken(self.file_name, &format!("sheet {}: {error}", self.name))),
            None => return Err(broken(self.file_name, MADE_WRONGLY)),
        };
        let mut walk = Walk { row: &mut self.row, line: 0, name: &self.name, remarks: &mut self.remarks };
        walk.all(|| cells.next_cell().map_err(|error| error.to_string()), self.read_to, each);
        Ok(())
    }

    fn remarks(&mut self) -> Vec<Remark> {
        std::mem::take(&mut self.remarks)
    }
}
