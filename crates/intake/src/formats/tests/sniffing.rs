//! What files are, whatever they are called.

use std::io::Cursor;

use super::super::sniff;
use super::zip_of;
use crate::Format;

fn format_of(bytes: &[u8]) -> Result<Format, String> {
    sniff("made-up.csv", &mut Cursor::new(bytes.to_vec())).map(|sniffed| sniffed.format).map_err(|trouble| trouble.to_string())
}

#[test]
fn a_csv_called_xls_is_a_csv() {
    let sniffed = sniff("?wpdmdl=1&filename=Aug-25.xls", &mut Cursor::new(b"Supplier,Amount\nFirm,1\n".to_vec())).unwrap();
    assert_eq!(sniffed.format, Format::Csv);
}

#[test]
fn json_and_json_lines_are_told_apart_however_long_the_first_document_is() {
    assert_eq!(format_of(b"{\"a\": [1, 2],\n \"b\": {}}\n"), Ok(Format::Json));
    assert_eq!(format_of(b"\xef\xbb\xbf[{\"a\": 1}, {\"a\": 2}]"), Ok(Format::Json));
    assert_eq!(format_of(b"{\"a\": \"}{\\\"\"}\n{\"a\": 2}\n"), Ok(Format::JsonLines));
    let long = format!("{{\"a\": \"{}\"}}\n{{\"a\": 2}}\n", "x".repeat(400_000));
    assert_eq!(format_of(long.as_bytes()), Ok(Format::JsonLines));
}

#[test]
fn a_heading_in_brackets_is_no_json() {
    assert_eq!(format_of(b"[Report of spending],,\nSupplier,Amount\n"), Ok(Format::Csv));
    assert_eq!(format_of(b"{Council} spending,\nSupplier,Amount\n"), Ok(Format::Csv));
}

#[test]
fn zips_are_told_apart_by_their_members() {
    assert_eq!(format_of(&zip_of(&[("xl/workbook.xml", b"<workbook/>")])), Ok(Format::Xlsx));
    assert_eq!(format_of(&zip_of(&[("mimetype", b"x"), ("content.xml", b"<x/>")])), Ok(Format::Ods));
    assert_eq!(format_of(&zip_of(&[("april.csv", b"A,B\n")])), Ok(Format::Zip));
    assert!(format_of(&zip_of(&[("word/document.xml", b"<x/>")])).unwrap_err().contains("word-processor"));
    assert_eq!(format_of(&zip_of(&[("xl/workbook.bin", b"")])), Ok(Format::Xlsx));
}

#[test]
fn what_holds_no_rows_is_refused_by_its_own_name_with_what_to_do() {
    let cases: [(&[u8], &str); 11] = [
        (b"", "nothing in the file"),
        (b"\xef\xbb\xbf \r\n\r\n", "nothing in the file"),
        (b"%PDF-1.7\n", "a PDF"),
        (b"{\\rtf1 Supplier}", "RTF"),
        (b"\x89PNG\r\n\x1a\n", "a picture"),
        (b"\x1f\x8b\x08\0\0", "gzip"),
        (b"<!DOCTYPE html><html><body>Page not found</body></html>", "Open the address in a browser"),
        (b"\r\n<html><table><tr><td>Supplier</td></tr></table></html>", "a web page"),
        (b"<?xml version=\"1.0\"?><Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\"/>", "XML Spreadsheet 2003"),
        (b"<?xml version=\"1.0\"?><feed/>", "an XML document"),
        (b"PK\x03\x04 and then nothing", "broken or ends too early"),
    ];
    for (bytes, words) in cases {
        let said = format_of(bytes).unwrap_err();
        assert!(said.starts_with("could not read made-up.csv: ") && said.contains(words), "{said}");
    }
    let noise: Vec<u8> = (0..4_000_u32).map(|number| (number.wrapping_mul(2_654_435_761) >> 13) as u8).collect();
    assert!(format_of(&noise).unwrap_err().contains("not text"));
}
