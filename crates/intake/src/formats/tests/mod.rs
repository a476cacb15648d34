//! Made-up files, byte by byte, and what must come out of them.
//!
//! The rule: nothing here was ever published; every expected value was worked out by hand.

mod archives;
mod binary_workbooks;
mod cutting;
mod old_workbooks;
mod opendocuments;
mod sniffing;
mod text_files;
mod workbooks;

use std::io::{Cursor, Write};
use std::sync::Arc;

use definitions::{Remark, RemarkKind, Trouble};
use zip::write::{SimpleFileOptions, ZipWriter};

use super::{Cell, Sheet};
use crate::Limits;

/// Rows as an officer would copy them down: line, then cells.
type Rows = Vec<(u32, Vec<String>)>;

fn shown(cell: Cell<'_>) -> String {
    match cell {
        Cell::Empty => String::new(),
        Cell::Text(text) => text.to_string(),
        Cell::Number(number) => format!("number {number}"),
        Cell::Day(day) => format!("day {day}"),
    }
}

fn walked(sheet: &mut dyn Sheet) -> (Rows, Vec<Remark>) {
    let mut rows = Rows::new();
    sheet
        .rows(&mut |line, _, row| {
            rows.push((line, (0..row.len()).map(|place| shown(row.cell(place))).collect()));
            true
        })
        .unwrap();
    (rows, sheet.remarks())
}

fn kinds(remarks: &[Remark]) -> Vec<(RemarkKind, u32)> {
    remarks.iter().map(|remark| (remark.kind, remark.line)).collect()
}

fn row(line: u32, cells: &[&str]) -> (u32, Vec<String>) {
    (line, cells.iter().map(|cell| cell.to_string()).collect())
}

/// A zip of these members, in this order.
pub(crate) fn zip_of(members: &[(&str, &[u8])]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, contents) in members {
        writer.start_file(*name, SimpleFileOptions::default()).unwrap();
        writer.write_all(contents).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

/// Every sheet of a workbook: its name, rows and remarks.
type Sheets = Vec<(String, Rows, Vec<Remark>)>;

fn sheets_of(bytes: &[u8], limits: &Limits) -> Result<Sheets, Trouble> {
    let mut found = Sheets::new();
    let mut bytes = Cursor::new(bytes.to_vec());
    let sniffed = super::sniff("made-up", &mut bytes)?;
    let named = |sheet: &str| -> Arc<str> { sheet.into() };
    let mut each = |sheet: &mut dyn Sheet| {
        let (rows, remarks) = walked(sheet);
        found.push((sheet.name().unwrap_or("").to_string(), rows, remarks));
        true
    };
    match sniffed.format {
        crate::Format::Xlsx => super::workbook::xlsx_sheets("made-up", &mut bytes, limits, &named, &mut each)?,
        crate::Format::Xls => super::workbook::xls_sheets("made-up", &mut bytes, limits, &named, &mut each)?,
        crate::Format::Ods => super::opendocument::ods_sheets("made-up", &mut bytes, limits, &named, &mut each)?,
        other => panic!("sniffed as {other:?}"),
    }
    Ok(found)
}

/// Limits that a test can pass without large data.
fn small_limits() -> Limits {
    Limits { text_bytes: 1 << 20, unpacked_bytes: 1 << 20, columns: 50, row_bytes: 2_000, members: 20 }
}
