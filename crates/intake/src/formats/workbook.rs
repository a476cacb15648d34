//! XLSX, XLSM and XLS workbooks as sheets, hidden ones too; XLSB goes the same way by `binary_workbook`.
//!
//! The rule: a workbook is weighed before it is opened, XLSX rows are walked without holding the sheet, and every
//! call into the library that reads them goes through the door in `contained`. Row numbers are those the officer
//! sees in the margin; a row with nothing in any cell is passed over, so a sheet formatted to its last row costs
//! nothing more. Merged cells hold their text once, where they begin.

use std::io::{self, BufReader, Read, Seek, SeekFrom};
use std::rc::Rc;
use std::sync::Arc;

use calamine::{Data, DataRef, Range, Reader, SheetType, Xls, XlsError, XlsOptions, Xlsx, XlsxError};
use definitions::{Remark, Trouble};

use super::contained::contained;
use super::held::{Gathered, RowHeld, broken_off, row_too_long};
use super::workbook_cells::{hold, hold_ref};
use super::{Sheet, binary_workbook, compound, weigh};
use crate::{Bytes, Limits};

/// Opens the XLSX, XLSM or XLSB workbook in `bytes` and gives each of its sheets to `each_sheet` until that returns `false`.
/// `named` makes a sheet's full name of its own.
///
/// # Errors
/// Trouble when the workbook is broken, locked, or larger than `limits` allow.
pub(crate) fn xlsx_sheets(
    file_name: &str,
    bytes: &mut dyn Bytes,
    limits: &Limits,
    named: &dyn Fn(&str) -> Arc<str>,
    each_sheet: &mut dyn FnMut(&mut dyn Sheet) -> bool,
) -> Result<(), Trouble> {
    weigh::weigh_workbook(file_name, bytes, limits)?;
    if binary_workbook::is_binary(file_name, bytes)? {
        return binary_workbook::xlsb_sheets(file_name, bytes, limits, named, each_sheet);
    }
    let (tracked, read_to) = Tracked::new(bytes);
    let mut book = opened(file_name, || Xlsx::new(BufReader::new(tracked)), |error| matches!(error, XlsxError::Password))?;
    for own_name in worksheets(&book, limits) {
        let name = named(&own_name);
        let row = RowHeld::new(limits);
        let mut sheet = XlsxSheet { book: &mut book, file_name, own_name, name, row, read_to: &read_to, remarks: Vec::new() };
        if !each_sheet(&mut sheet) {
            break;
        }
    }
    Ok(())
}

/// Opens the XLS workbook in `bytes` and gives each of its sheets to `each_sheet` until that returns `false`.
///
/// # Errors
/// Trouble when it is not a workbook, is broken, locked, or larger than `limits` allow.
pub(crate) fn xls_sheets(
    file_name: &str,
    bytes: &mut dyn Bytes,
    limits: &Limits,
    named: &dyn Fn(&str) -> Arc<str>,
    each_sheet: &mut dyn FnMut(&mut dyn Sheet) -> bool,
) -> Result<(), Trouble> {
    let file_bytes = compound::check(file_name, bytes, limits)?;
    bytes.seek(SeekFrom::Start(0)).map_err(|error| super::sniff::unreadable(file_name, &error))?;
    let (tracked, _) = Tracked::new(bytes);
    let open = || Xls::new_with_options(BufReader::new(tracked), XlsOptions::default());
    let mut book = opened(file_name, open, |error| matches!(error, XlsError::Password))?;
    for own_name in worksheets(&book, limits) {
        let Some(Ok(range)) = contained(|| book.worksheet_range(&own_name)) else { return Err(broken(file_name, MADE_WRONGLY)) };
        let mut sheet = XlsSheet { range, name: named(&own_name), row: RowHeld::new(limits), file_bytes, remarks: Vec::new() };
        if !each_sheet(&mut sheet) {
            break;
        }
    }
    Ok(())
}

pub(super) const MADE_WRONGLY: &str = "it was made in a way that spreadsheet programs do not make them";

/// The workbook that `open` gives, behind the door in `contained`; `is_locked` knows the error of a password.
pub(super) fn opened<Book, Error: std::fmt::Display>(
    file_name: &str,
    open: impl FnOnce() -> Result<Book, Error>,
    is_locked: impl FnOnce(&Error) -> bool,
) -> Result<Book, Trouble> {
    match contained(open) {
        Some(Ok(book)) => Ok(book),
        Some(Err(error)) if is_locked(&error) => Err(locked(file_name)),
        Some(Err(error)) => Err(broken(file_name, &error.to_string())),
        None => Err(broken(file_name, MADE_WRONGLY)),
    }
}

/// Names of the sheets that hold cells, in their order, as many as `limits` allow.
pub(super) fn worksheets<Source: Read + Seek, Book: Reader<Source>>(book: &Book, limits: &Limits) -> Vec<String> {
    let cells = book.sheets_metadata().iter().filter(|sheet| sheet.typ == SheetType::WorkSheet);
    cells.take(limits.members).map(|sheet| sheet.name.clone()).collect()
}

/// Trouble for a workbook that its reader cannot follow.
pub(super) fn broken(file_name: &str, why: &str) -> Trouble {
    Trouble::new(
        format!("read {file_name}"),
        format!("the workbook is broken: {why}"),
        "Download it again; if it still fails, open it in a spreadsheet program and save it anew, or ask the publisher for CSV.",
    )
}

/// Trouble for a workbook with a password.
pub(super) fn locked(file_name: &str) -> Trouble {
    Trouble::new(format!("read {file_name}"), "it is locked with a password", "Ask the publisher for a copy without a password.")
}

type Book<'b> = Xlsx<BufReader<Tracked<'b>>>;

struct XlsxSheet<'w, 'b> {
    book: &'w mut Book<'b>,
    file_name: &'w str,
    own_name: String,
    name: Arc<str>,
    row: RowHeld,
    read_to: &'w std::cell::Cell<u64>,
    remarks: Vec<Remark>,
}

impl Sheet for XlsxSheet<'_, '_> {
    fn name(&self) -> Option<&str> {
        Some(&self.name)
    }

    fn text_form(&self) -> String {
        "workbook (XLSX)".to_string()
    }

    fn rows(&mut self, each: &mut dyn FnMut(u32, u64, &super::RowView<'_>) -> bool) -> Result<(), Trouble> {
        self.remarks.clear();
        let (book, own_name) = (&mut *self.book, self.own_name.as_str());
        let mut cells = match contained(move || book.worksheet_cells_reader(own_name)) {
            Some(Ok(cells)) => cells,
            // A chart or dialogue that is listed as a sheet holds no rows.
            Some(Err(XlsxError::NotAWorksheet(_))) => return Ok(()),
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

/// One walk of a sheet.
pub(super) struct Walk<'s> {
    pub(super) row: &'s mut RowHeld,
    pub(super) line: u32,
    pub(super) name: &'s Arc<str>,
    pub(super) remarks: &'s mut Vec<Remark>,
}

impl Walk<'_> {
    /// Gives every row to `each`. `next_cell` gives the cells one after another, or says why there are no more.
    pub(super) fn all<'c>(
        &mut self,
        mut next_cell: impl FnMut() -> Result<Option<calamine::Cell<DataRef<'c>>>, String>,
        read_to: &std::cell::Cell<u64>,
        each: &mut dyn FnMut(u32, u64, &super::RowView<'_>) -> bool,
    ) {
        self.row.clear();
        loop {
            match contained(&mut next_cell) {
                Some(Ok(Some(cell))) => {
                    let (row, column) = cell.get_position();
                    let line = row.saturating_add(1);
                    if line != self.line {
                        if !self.hand_on(read_to.get(), each) {
                            return;
                        }
                        self.line = line;
                    }
                    hold_ref(self.row, column as usize, cell.get_value());
                }
                Some(Ok(None)) => break,
                Some(Err(error)) => {
                    self.hand_on(read_to.get(), each);
                    return self.remarks.push(broken_off(self.name, self.line, &error));
                }
                None => {
                    self.hand_on(read_to.get(), each);
                    return self.remarks.push(broken_off(self.name, self.line, MADE_WRONGLY));
                }
            }
        }
        self.hand_on(read_to.get(), each);
    }

    fn hand_on(&mut self, bytes_read: u64, each: &mut dyn FnMut(u32, u64, &super::RowView<'_>) -> bool) -> bool {
        let goes_on = match self.row.gathered() {
            Gathered::Blank => true,
            Gathered::Row(row) => each(self.line, bytes_read, &row),
            Gathered::TooLong => {
                self.remarks.push(row_too_long(self.name, self.line));
                true
            }
        };
        self.row.clear();
        goes_on
    }
}

struct XlsSheet {
    range: Range<Data>,
    name: Arc<str>,
    row: RowHeld,
    file_bytes: u64,
    remarks: Vec<Remark>,
}

impl Sheet for XlsSheet {
    fn name(&self) -> Option<&str> {
        Some(&self.name)
    }

    fn text_form(&self) -> String {
        "workbook (XLS)".to_string()
    }

    fn rows(&mut self, each: &mut dyn FnMut(u32, u64, &super::RowView<'_>) -> bool) -> Result<(), Trouble> {
        self.remarks.clear();
        let (first_row, first_column) = self.range.start().unwrap_or((0, 0));
        let mut walk = Walk { row: &mut self.row, line: 0, name: &self.name, remarks: &mut self.remarks };
        for (row, cells) in self.range.rows().enumerate() {
            walk.line = first_row.saturating_add(row as u32).saturating_add(1);
            for (column, cell) in cells.iter().enumerate() {
                hold(walk.row, first_column as usize + column, cell);
            }
            if !walk.hand_on(self.file_bytes, each) {
                break;
            }
        }
        Ok(())
    }

    fn remarks(&mut self) -> Vec<Remark> {
        std::mem::take(&mut self.remarks)
    }
}

/// Bytes that say how far into the file their reader has come.
pub(super) struct Tracked<'b> {
    bytes: &'b mut dyn Bytes,
    read_to: Rc<std::cell::Cell<u64>>,
}

impl<'b> Tracked<'b> {
    /// These bytes, and where they have been read to.
    pub(super) fn new(bytes: &'b mut dyn Bytes) -> (Tracked<'b>, Rc<std::cell::Cell<u64>>) {
        let read_to = Rc::new(std::cell::Cell::new(0));
        (Tracked { bytes, read_to: read_to.clone() }, read_to)
    }
}

impl Read for Tracked<'_> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let length = self.bytes.read(into)?;
        self.read_to.set(self.read_to.get() + length as u64);
        Ok(length)
    }
}

impl Seek for Tracked<'_> {
    fn seek(&mut self, place: SeekFrom) -> io::Result<u64> {
        let place = self.bytes.seek(place)?;
        self.read_to.set(place);
        Ok(place)
    }
}
