//! XLSB workbooks, record by record as the format's own description ([MS-XLSB]) has them.

use super::{kinds, row, sheets_of, small_limits, zip_of};
use definitions::RemarkKind;

/// A record: its type and its length in seven bits a byte, then what it holds.
fn record(kind: u16, held: &[u8]) -> Vec<u8> {
    let sevens = |mut number: usize| {
        let mut bytes = Vec::new();
        while number > 0x7f {
            bytes.push((number & 0x7f) as u8 | 0x80);
            number >>= 7;
        }
        bytes.push(number as u8);
        bytes
    };
    [sevens(usize::from(kind)), sevens(held.len()), held.to_vec()].concat()
}

/// A text: how many units of UTF-16, and they.
fn wide(text: &str) -> Vec<u8> {
    let units: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
    [&(units.len() as u32 / 2).to_le_bytes()[..], &units].concat()
}

/// A cell: its column, its look, its value.
fn cell(kind: u16, column: u32, look: u32, value: &[u8]) -> Vec<u8> {
    record(kind, &[&column.to_le_bytes()[..], &look.to_le_bytes(), value].concat())
}

fn row_begins(row: u32) -> Vec<u8> {
    record(0x0000, &row.to_le_bytes())
}

/// Two rows: two shared texts; a text of the cell's own, a number with pence and 3 April 2023 as a spreadsheet counts it.
fn rows() -> Vec<u8> {
    [
        row_begins(0),
        cell(0x0007, 0, 0, &0_u32.to_le_bytes()),
        cell(0x0007, 1, 0, &1_u32.to_le_bytes()),
        row_begins(2),
        cell(0x0006, 0, 0, &wide("Ash Ltd")),
        cell(0x0005, 1, 0, &120.5_f64.to_le_bytes()),
        cell(0x0005, 2, 1, &45_019_f64.to_le_bytes()),
    ]
    .concat()
}

fn workbook(sheet_data: &[u8]) -> Vec<u8> {
    let sheet = [record(0x0094, &[0; 16]), record(0x0091, &[]), sheet_data.to_vec()].concat();
    let bundle = [&0_u32.to_le_bytes()[..], &1_u32.to_le_bytes(), &wide("rId1"), &wide("April")].concat();
    let book = [record(0x009c, &bundle), record(0x0090, &[]), record(0x0084, &[])].concat();
    let texts = [record(0x009f, &[2, 0, 0, 0, 2, 0, 0, 0]), text("Supplier"), text("Amount")].concat();
    // Two looks: plain, and number 14, a date.
    let looks =
        [record(0x0269, &2_u32.to_le_bytes()), record(0x002f, &[0; 16]), record(0x002f, &[[0, 0, 14, 0], [0; 4]].concat())].concat();
    let links = b"<Relationships><Relationship Id=\"rId1\" Target=\"worksheets/sheet1.bin\"/></Relationships>";
    zip_of(&[
        ("xl/workbook.bin", &book),
        ("xl/_rels/workbook.bin.rels", links),
        ("xl/worksheets/sheet1.bin", &sheet),
        ("xl/sharedStrings.bin", &texts),
        ("xl/styles.bin", &looks),
    ])
}

fn text(text: &str) -> Vec<u8> {
    record(0x0013, &[&[0][..], &wide(text)].concat())
}

#[test]
fn a_binary_workbook_is_read_with_its_texts_numbers_and_dates() {
    let sheets = sheets_of(&workbook(&[rows(), record(0x0092, &[])].concat()), &small_limits()).unwrap();
    assert_eq!(sheets.len(), 1);
    let (name, rows, remarks) = &sheets[0];
    assert_eq!(name, "April");
    assert_eq!(*rows, [row(1, &["Supplier", "Amount"]), row(3, &["Ash Ltd", "number 120.5", "day 2023-04-03"])]);
    assert!(remarks.is_empty());
}

#[test]
fn a_binary_workbook_that_breaks_off_gives_the_rows_before_and_says_so() {
    let sheets = sheets_of(&workbook(&rows()), &small_limits()).unwrap();
    assert_eq!(sheets[0].1.len(), 2);
    assert_eq!(kinds(&sheets[0].2), [(RemarkKind::Truncated, 3)]);
}

#[test]
fn a_binary_workbook_that_names_texts_it_does_not_have_is_no_crash() {
    let astray = [row_begins(0), cell(0x0007, 0, 0, &7_000_000_u32.to_le_bytes())].concat();
    let sheets = sheets_of(&workbook(&astray), &small_limits()).unwrap();
    assert!(sheets[0].1.is_empty());
    assert_eq!(kinds(&sheets[0].2), [(RemarkKind::Truncated, 0)]);
    assert!(sheets_of(&zip_of(&[("xl/workbook.bin", &record(0x009c, &[9; 4]))]), &small_limits()).is_err());
}

#[test]
fn a_record_that_claims_268_million_bytes_is_refused_before_there_is_room_for_it() {
    let claim = [row_begins(0), vec![0x07, 0xff, 0xff, 0xff, 0x7f, 0, 0]].concat();
    let trouble = sheets_of(&workbook(&claim), &small_limits()).unwrap_err();
    assert_eq!(trouble.because, "one of its records claims to be longer than any real one");
}
