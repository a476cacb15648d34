//! OpenDocument spreadsheets (ODS) as sheets, hidden ones too.
//!
//! The rule: the document is walked tag by tag and never held, because two attributes ("repeat this cell a
//! million times", "repeat this row a million times") can make a few bytes into any number of cells. Blank rows
//! are counted and not given; a row that repeats is given as often as it says, up to the last row a sheet can have.

use std::io::{self, BufReader, Read};
use std::sync::Arc;

use definitions::{Remark, Trouble};
use zip::ZipArchive;

use super::held::{Gathered, RowHeld, broken_off, row_too_long};
use super::sniff::{broken_zip, unreadable};
use super::workbook::locked;
use super::xml::{Piece, Pieces, Tag, plain};
use super::{RowView, Sheet, weigh};
use crate::{Bytes, Limits};

/// The last row that any spreadsheet program has.
const LAST_ROW: u32 = 1_048_576;

/// Opens the spreadsheet in `bytes` and gives each of its sheets to `each_sheet` until that returns `false`.
/// `named` makes a sheet's full name of its own.
///
/// # Errors
/// Trouble when it is broken, locked, no spreadsheet, or larger than `limits` allow.
pub(crate) fn ods_sheets(
    file_name: &str,
    bytes: &mut dyn Bytes,
    limits: &Limits,
    named: &dyn Fn(&str) -> Arc<str>,
    each_sheet: &mut dyn FnMut(&mut dyn Sheet) -> bool,
) -> Result<(), Trouble> {
    weigh::weigh_workbook(file_name, bytes, limits)?;
    let mut archive = ZipArchive::new(bytes).map_err(|error| broken_zip(file_name, &error))?;
    if small_member(&mut archive, "META-INF/manifest.xml").contains("encryption-data") {
        return Err(locked(file_name));
    }
    if !small_member(&mut archive, "mimetype").contains("spreadsheet") {
        return Err(Trouble::new(
            format!("read {file_name}"),
            "it is an OpenDocument file but not a spreadsheet, so it holds no rows that can be read",
            "Ask the publisher for the same table as CSV, ODS or XLSX.",
        ));
    }
    let names = sheet_names(&mut archive).map_err(|error| broken(file_name, &error))?;
    for (place, own_name) in names.iter().enumerate().take(limits.members) {
        let (name, row) = (named(own_name), RowHeld::new(limits));
        // Cells given for rows that only repeat: a sixteenth of the limit is two million rows of sixteen cells.
        let repeats_left = limits.unpacked_bytes / 16;
        let mut sheet = OdsSheet { archive: &mut archive, file_name, place, name, row, repeats_left, remarks: Vec::new() };
        if !each_sheet(&mut sheet) {
            break;
        }
    }
    Ok(())
}

fn broken(file_name: &str, error: &io::Error) -> Trouble {
    Trouble::new(
        format!("read {file_name}"),
        format!("the spreadsheet is broken or ends too early ({error})"),
        "Download it again; if it still fails, open it in a spreadsheet program and save it anew.",
    )
}

/// The start of a small member as text; empty where there is none.
fn small_member(archive: &mut ZipArchive<&mut dyn Bytes>, name: &str) -> String {
    let mut start = Vec::new();
    if let Ok(member) = archive.by_name(name) {
        // A manifest names each part of the document in about a hundred bytes.
        let _ = member.take(1 << 20).read_to_end(&mut start);
    }
    String::from_utf8_lossy(&start).into_owned()
}

fn content<'a>(archive: &'a mut ZipArchive<&mut dyn Bytes>) -> io::Result<Pieces<BufReader<impl Read + 'a>>> {
    let member = archive.by_name("content.xml").map_err(|error| io::Error::new(io::ErrorKind::InvalidData, error.to_string()))?;
    Ok(Pieces::new(BufReader::with_capacity(64 << 10, member)))
}

fn sheet_names(archive: &mut ZipArchive<&mut dyn Bytes>) -> io::Result<Vec<String>> {
    let mut pieces = content(archive)?;
    let (mut names, mut depth) = (Vec::new(), 0_u32);
    // A document that breaks off still has the sheets that were begun; their walk says where it ends.
    while let Ok(Some(piece)) = pieces.next() {
        match piece {
            Piece::Open(tag) if tag.name == "table:table" => {
                if depth == 0 {
                    names.push(tag.attribute("table:name").unwrap_or_default().into_owned());
                }
                depth += 1;
            }
            Piece::Close("table:table") => depth = depth.saturating_sub(1),
            _ => {}
        }
    }
    if names.is_empty() { Err(io::Error::new(io::ErrorKind::InvalidData, "it has no sheets")) } else { Ok(names) }
}

struct OdsSheet<'w, 'b> {
    archive: &'w mut ZipArchive<&'b mut dyn Bytes>,
    file_name: &'w str,
    place: usize,
    name: Arc<str>,
    row: RowHeld,
    repeats_left: u64,
    remarks: Vec<Remark>,
}

impl Sheet for OdsSheet<'_, '_> {
    fn name(&self) -> Option<&str> {
        Some(&self.name)
    }

    fn text_form(&self) -> String {
        "workbook (ODS)".to_string()
    }

    fn rows(&mut self, each: &mut dyn FnMut(u32, u64, &RowView<'_>) -> bool) -> Result<(), Trouble> {
        self.remarks.clear();
        self.row.clear();
        let mut pieces = content(self.archive).map_err(|error| unreadable(self.file_name, &error))?;
        let mut walk = Walk {
            row: &mut self.row,
            name: &self.name,
            remarks: &mut self.remarks,
            line: 1,
            repeats_left: self.repeats_left,
            cell: CellSeen::default(),
            column: 0,
            row_repeats: 1,
        };
        if let Err(error) = walk.sheet(&mut pieces, self.place, each) {
            walk.remarks.push(broken_off(walk.name, walk.line.saturating_sub(1), &error.to_string()));
        }
        Ok(())
    }

    fn remarks(&mut self) -> Vec<Remark> {
        std::mem::take(&mut self.remarks)
    }
}

/// A cell while its tags are walked.
#[derive(Default)]
struct CellSeen {
    is_open: bool,
    repeats: usize,
    value: Value,
    text: String,
    /// Inside a comment an officer stuck on the cell, which is no part of it.
    notes_open: u32,
}

#[derive(Default)]
enum Value {
    #[default]
    InText,
    Number(f64),
    Iso(String),
    Text(String),
}

/// One walk of a sheet.
struct Walk<'s> {
    row: &'s mut RowHeld,
    name: &'s Arc<str>,
    remarks: &'s mut Vec<Remark>,
    line: u32,
    repeats_left: u64,
    cell: CellSeen,
    column: usize,
    row_repeats: u32,
}

type Each<'e> = &'e mut dyn FnMut(u32, u64, &RowView<'_>) -> bool;

impl Walk<'_> {
    fn sheet<R: io::BufRead>(&mut self, pieces: &mut Pieces<R>, wanted: usize, each: Each<'_>) -> io::Result<()> {
        let (mut begun, mut depth) = (0, 0_u32);
        while let Some(piece) = pieces.next()? {
            let is_wanted = begun == wanted + 1;
            match piece {
                Piece::Open(tag) if tag.name == "table:table" => {
                    begun += usize::from(depth == 0);
                    depth += 1;
                }
                Piece::Close("table:table") => {
                    depth = depth.saturating_sub(1);
                    if is_wanted && depth == 0 {
                        return Ok(());
                    }
                }
                // A table inside a cell is no part of the sheet.
                _ if !is_wanted || depth != 1 => {}
                Piece::Open(tag) => self.open(&tag),
                Piece::Close(name) => {
                    if !self.close(name, each) {
                        return Ok(());
                    }
                }
                Piece::Text(text) => {
                    if self.cell.is_open && self.cell.notes_open == 0 && !text.trim().is_empty() {
                        self.cell.text.push_str(&plain(text));
                    }
                }
            }
        }
        Err(io::ErrorKind::UnexpectedEof.into())
    }

    fn open(&mut self, tag: &Tag<'_>) {
        match tag.name {
            "table:table-row" => {
                self.row.clear();
                self.column = 0;
                self.row_repeats = repeats(tag, "table:number-rows-repeated").try_into().unwrap_or(u32::MAX);
            }
            "table:table-cell" | "table:covered-table-cell" => {
                self.cell.is_open = true;
                self.cell.notes_open = 0;
                self.cell.text.clear();
                self.cell.repeats = repeats(tag, "table:number-columns-repeated");
                self.cell.value = value_of(tag);
            }
            "office:annotation" => self.cell.notes_open += 1,
            "text:p" if !self.cell.text.is_empty() && self.cell.notes_open == 0 => self.cell.text.push('\n'),
            "text:s" | "text:tab" | "text:line-break" if self.cell.notes_open == 0 => self.cell.text.push(' '),
            _ => {}
        }
    }

    /// False when no more rows are wanted.
    fn close(&mut self, name: &str, each: Each<'_>) -> bool {
        match name {
            "table:table-cell" | "table:covered-table-cell" => self.hold_cell(),
            "office:annotation" => self.cell.notes_open = self.cell.notes_open.saturating_sub(1),
            "table:table-row" => return self.hand_on(each),
            _ => {}
        }
        true
    }

    fn hold_cell(&mut self) {
        self.cell.is_open = false;
        let is_blank = matches!(self.cell.value, Value::InText) && self.cell.text.trim().is_empty();
        let end = self.column.saturating_add(self.cell.repeats);
        if !is_blank {
            for column in self.column..end {
                match &self.cell.value {
                    Value::InText => self.row.text(column, &self.cell.text),
                    Value::Number(number) => self.row.number(column, *number),
                    Value::Iso(text) => self.row.iso(column, text),
                    Value::Text(text) => self.row.text(column, text),
                }
                if matches!(self.row.gathered(), Gathered::TooLong) {
                    break;
                }
            }
        }
        self.column = end;
    }

    fn hand_on(&mut self, each: Each<'_>) -> bool {
        let next = self.line.saturating_add(self.row_repeats);
        let goes_on = match self.row.gathered() {
            Gathered::Blank => true,
            Gathered::TooLong => {
                self.remarks.push(row_too_long(self.name, self.line));
                true
            }
            Gathered::Row(row) => {
                let mut goes_on = true;
                for line in self.line..next.min(LAST_ROW + 1) {
                    if line > self.line {
                        let Some(left) = self.repeats_left.checked_sub(row.len() as u64) else {
                            self.remarks.push(broken_off(self.name, line - 1, "a row that repeats too often"));
                            return false;
                        };
                        self.repeats_left = left;
                    }
                    if !each(line, 0, &row) {
                        goes_on = false;
                        break;
                    }
                }
                goes_on
            }
        };
        self.line = next;
        self.row.clear();
        goes_on
    }
}

fn repeats(tag: &Tag<'_>, attribute: &str) -> usize {
    tag.attribute(attribute).and_then(|number| number.trim().parse().ok()).unwrap_or(1).max(1)
}

fn value_of(tag: &Tag<'_>) -> Value {
    // What a formula gave is an error where LibreOffice says so, whatever value stands beside it; its text names it.
    if tag.attribute("calcext:value-type").as_deref() == Some("error") {
        return Value::InText;
    }
    if let Some(number) = tag.attribute("office:value").and_then(|number| number.parse().ok()) {
        return Value::Number(number);
    }
    let iso = tag.attribute("office:date-value").or_else(|| tag.attribute("office:time-value"));
    if let Some(iso) = iso {
        return Value::Iso(iso.into_owned());
    }
    let text =
        tag.attribute("office:string-value").or_else(|| tag.attribute("office:boolean-value").map(|answer| answer.to_uppercase().into()));
    text.filter(|text| !text.is_empty()).map_or(Value::InText, |text| Value::Text(text.into_owned()))
}
