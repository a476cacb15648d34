//! XLS workbooks: a compound file built sector by sector.

use super::{row, sheets_of, small_limits};
use crate::Limits;

fn record(kind: u16, data: &[u8]) -> Vec<u8> {
    [&kind.to_le_bytes()[..], &(data.len() as u16).to_le_bytes(), data].concat()
}

fn number_cell(row: u16, column: u16, number: f64) -> Vec<u8> {
    let data = [&row.to_le_bytes()[..], &column.to_le_bytes(), &[0, 0], &number.to_le_bytes()].concat();
    record(0x0203, &data)
}

/// The workbook's stream: globals naming one sheet, then the sheet.
fn stream(cells: &[Vec<u8>]) -> Vec<u8> {
    let begin = |kind: u16| record(0x0809, &[&0x0600_u16.to_le_bytes()[..], &kind.to_le_bytes(), &[0; 12]].concat());
    let named = |start: u32| record(0x0085, &[&start.to_le_bytes()[..], &[0, 0, 5, 0], b"April"].concat());
    let globals = [begin(5), named(0), record(0x0a, &[])].concat().len() as u32;
    [begin(5), named(globals), record(0x0a, &[]), begin(0x10), cells.concat(), record(0x0a, &[])].concat()
}

fn entry(name: &str, kind: u8, first: u32, length: u32) -> Vec<u8> {
    let mut entry = vec![0; 128];
    for (place, unit) in name.encode_utf16().enumerate() {
        entry[place * 2..place * 2 + 2].copy_from_slice(&unit.to_le_bytes());
    }
    entry[64] = (name.len() * 2 + 2) as u8;
    entry[66] = kind;
    entry[116..120].copy_from_slice(&first.to_le_bytes());
    entry[120..124].copy_from_slice(&length.to_le_bytes());
    entry
}

/// Sector 0 says which sector follows which, sector 1 is the directory, the stream begins at sector 2.
fn compound(name: &str, stream: &[u8]) -> Vec<u8> {
    let mut body = stream.to_vec();
    body.resize(stream.len().max(4096).next_multiple_of(512), 0);
    let sectors = body.len() as u32 / 512;
    let mut chain = vec![0xffff_fffd, 0xffff_fffe];
    chain.extend((0..sectors).map(|place| if place + 1 == sectors { 0xffff_fffe } else { place + 3 }));
    chain.resize(128, 0xffff_ffff_u32);
    let mut header = vec![0; 512];
    header[..8].copy_from_slice(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1");
    header[26..34].copy_from_slice(&[3, 0, 0xfe, 0xff, 9, 0, 6, 0]);
    header[44] = 1;
    header[48] = 1;
    header[60..64].copy_from_slice(&0xffff_fffe_u32.to_le_bytes());
    header[68..72].copy_from_slice(&0xffff_fffe_u32.to_le_bytes());
    header[76..].fill(0xff);
    header[76..80].fill(0);
    let directory = [entry("Root Entry", 5, 0xffff_fffe, 0), entry(name, 2, 2, body.len() as u32), vec![0; 256]].concat();
    [header, chain.iter().flat_map(|sector| sector.to_le_bytes()).collect(), directory, body].concat()
}

#[test]
fn rows_of_an_old_workbook_come_with_their_numbers() {
    let book = compound("Workbook", &stream(&[number_cell(1, 0, 5.0), number_cell(3, 2, 7.5)]));
    let sheets = sheets_of(&book, &small_limits()).unwrap();
    assert_eq!(sheets[0].0, "April");
    assert_eq!(sheets[0].1, [row(2, &["number 5"]), row(4, &["", "", "number 7.5"])]);
}

#[test]
fn two_cells_in_opposite_corners_do_not_cost_gigabytes() {
    let book = compound("Workbook", &stream(&[number_cell(0, 0, 1.0), number_cell(65_535, 65_535, 1.0)]));
    assert!(sheets_of(&book, &Limits::default()).unwrap_err().to_string().contains("more cells than can be held"));
}

#[test]
fn a_sheet_that_claims_four_thousand_million_rows_is_refused() {
    let claim = record(0x0200, &[&0_u32.to_le_bytes()[..], &u32::MAX.to_le_bytes(), &[0, 0, 255, 255, 0, 0]].concat());
    let book = compound("Workbook", &stream(&[claim]));
    assert!(sheets_of(&book, &Limits::default()).unwrap_err().to_string().contains("more cells than can be held"));
}

#[test]
fn sectors_that_follow_each_other_in_a_circle_are_refused() {
    for (sector, follows) in [(1_u32, 1_u32), (5, 2)] {
        let mut book = compound("Workbook", &stream(&[number_cell(1, 0, 5.0)]));
        let place = 512 + sector as usize * 4;
        book[place..place + 4].copy_from_slice(&follows.to_le_bytes());
        assert!(sheets_of(&book, &small_limits()).unwrap_err().to_string().contains("broken or ends too early"));
    }
}

#[test]
fn a_word_document_and_a_locked_workbook_are_refused_by_what_they_are() {
    assert!(sheets_of(&compound("WordDocument", b""), &small_limits()).unwrap_err().to_string().contains("Word"));
    assert!(sheets_of(&compound("EncryptedPackage", b""), &small_limits()).unwrap_err().to_string().contains("password"));
}

#[test]
fn an_old_workbook_cut_short_is_refused() {
    let book = compound("Workbook", &stream(&[number_cell(1, 0, 5.0)]));
    for length in [600, 1_100, 1_600] {
        assert!(sheets_of(&book[..length], &small_limits()).is_err(), "{length}");
    }
}
