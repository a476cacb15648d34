//! Delimited text, as ugly as it is published.

use std::io::Cursor;

use definitions::RemarkKind;
use proptest::prelude::*;

use super::super::delimited::Delimited;
use super::super::{HEAD_BYTES, Sheet};
use super::{Rows, kinds, row, small_limits, walked};
use definitions::Remark;

fn text_file(bytes: &[u8]) -> (Rows, Vec<Remark>, String) {
    let mut cursor = Cursor::new(bytes.to_vec());
    let head = &bytes[..bytes.len().min(HEAD_BYTES)];
    let mut sheet = Delimited::new("made-up.csv", None, &mut cursor, head, &small_limits());
    let (rows, remarks) = walked(&mut sheet);
    (rows, remarks, sheet.text_form())
}

fn utf16(text: &str, is_low_first: bool) -> Vec<u8> {
    text.encode_utf16().flat_map(|unit| if is_low_first { unit.to_le_bytes() } else { unit.to_be_bytes() }).collect()
}

#[test]
fn lines_are_counted_as_an_editor_counts_them_whatever_ends_them() {
    for end in ["\n", "\r\n", "\r"] {
        let text = ["Supplier,Amount", "\"Two", "lines\",5", "", "Last,6"].join(end);
        let (rows, remarks, _) = text_file(text.as_bytes());
        let two_lines = format!("Two{end}lines");
        assert_eq!(rows, [row(1, &["Supplier", "Amount"]), row(2, &[&two_lines, "5"]), row(5, &["Last", "6"])], "{end:?}");
        assert!(remarks.is_empty());
    }
}

#[test]
fn a_line_of_commas_is_a_row_and_an_empty_line_is_not() {
    let (rows, ..) = text_file(b",,,\n\nA,1,,\n");
    assert_eq!(rows, [row(1, &["", "", "", ""]), row(3, &["A", "1", "", ""])]);
}

#[test]
fn rows_shorter_and_longer_than_the_heading_are_rows() {
    let (rows, remarks, _) = text_file(b"A,B,C\n1,2\n1,2,3,4\n");
    assert_eq!(rows[1..], [row(2, &["1", "2"]), row(3, &["1", "2", "3", "4"])]);
    assert!(remarks.is_empty());
}

#[test]
fn the_pound_sign_is_read_in_every_encoding_a_council_saves_in() {
    let wanted = [row(1, &["Supplier", "Amount"]), row(2, &["Café", "£12.50"]), row(3, &["Firm", "£3"])];
    let text = "Supplier,Amount\nCafé,£12.50\nFirm,£3\n";
    let with_mark = [b"\xef\xbb\xbf", text.as_bytes()].concat();
    let little = utf16(text, true);
    let cases: [(&[u8], &str); 8] = [
        (text.as_bytes(), "UTF-8, separated by commas"),
        (&with_mark, "UTF-8 with BOM, separated by commas"),
        (b"Supplier,Amount\nCaf\xe9,\xa312.50\nFirm,\xa33\n", "windows-1252, separated by commas"),
        (b"Supplier,Amount\nCaf\x82,\x9c12.50\nFirm,\x9c3\n", "code page 850, separated by commas"),
        (&little, "UTF-16, separated by commas"),
        (&utf16(text, false), "UTF-16, separated by commas"),
        (&[b"\xff\xfe", &little[..]].concat(), "UTF-16 with BOM, separated by commas"),
        (&[b"\xfe\xff", &utf16(text, false)[..]].concat(), "UTF-16 with BOM, separated by commas"),
    ];
    for (bytes, form) in cases {
        let (rows, _, text_form) = text_file(bytes);
        assert_eq!(rows, wanted, "{form}");
        assert_eq!(text_form, form);
    }
}

#[test]
fn a_file_glued_together_from_two_encodings_comes_out_whole() {
    let (rows, remarks, form) =
        text_file("Supplier,Amount\nCafé,1\n".as_bytes().iter().chain(b"Caf\xe9,2\n").copied().collect::<Vec<_>>().as_slice());
    assert_eq!(rows[1..], [row(2, &["Café", "1"]), row(3, &["Café", "2"])]);
    assert_eq!(kinds(&remarks), [(RemarkKind::EncodingRepaired, 3)]);
    assert_eq!(form, "windows-1252, separated by commas");
}

#[test]
fn a_pound_sign_already_lost_before_publication_is_left_as_it_is() {
    let (rows, remarks, _) = text_file("Supplier,Amount\nFirm,\u{fffd}12\n".as_bytes());
    assert_eq!(rows[1], row(2, &["Firm", "\u{fffd}12"]));
    assert!(remarks.is_empty());
}

#[test]
fn nul_characters_are_taken_out_and_said() {
    let (rows, remarks, _) = text_file(b"Supplier,Amount\nFi\0rm,\0\x31\nNext,2\n");
    assert_eq!(rows[1..], [row(2, &["Firm", "1"]), row(3, &["Next", "2"])]);
    assert_eq!(kinds(&remarks), [(RemarkKind::NulRemoved, 2)]);
}

#[test]
fn a_quotation_mark_that_is_never_closed_costs_no_other_row() {
    let (rows, remarks, _) = text_file(b"Supplier,Amount\n\"Firm,1\nNext,2\nLast,3\n");
    assert_eq!(rows[1..], [row(2, &["Firm", "1"]), row(3, &["Next", "2"]), row(4, &["Last", "3"])]);
    assert_eq!(kinds(&remarks), [(RemarkKind::QuoteRepaired, 2)]);
}

#[test]
fn a_quotation_mark_closed_by_the_next_quoted_cell_costs_no_other_row() {
    let (rows, remarks, _) = text_file(b"Body,Supplier,Amount\nX,\"Firm,1\nX,\"Smith, Jones\",2\nX,Last,3\n");
    assert_eq!(rows[1..], [row(2, &["X", "Firm", "1"]), row(3, &["X", "Smith, Jones", "2"]), row(4, &["X", "Last", "3"])]);
    assert_eq!(kinds(&remarks), [(RemarkKind::QuoteRepaired, 2)]);
}

#[test]
fn a_quotation_mark_that_would_swallow_fifty_lines_costs_no_other_row() {
    let mut text = "Supplier,Amount\n\"Firm,1\n".to_string();
    (0..200).for_each(|number| text.push_str(&format!("Next,{number}\n")));
    text.push_str("\"Quoted\",9\n");
    let (rows, remarks, _) = text_file(text.as_bytes());
    assert_eq!(rows.len(), 203);
    assert_eq!(rows[202], row(203, &["Quoted", "9"]));
    assert_eq!(kinds(&remarks), [(RemarkKind::QuoteRepaired, 2)]);
}

#[test]
fn cells_before_an_unclosed_mark_keep_their_commas() {
    let (rows, ..) = text_file(b"A,B,C\n\"Smith, J\",\"Firm,1\n\"x\",y,2\n");
    assert_eq!(rows[1..], [row(2, &["Smith, J", "Firm", "1"]), row(3, &["x", "y", "2"])]);
}

#[test]
fn marks_inside_a_quoted_cell_are_read_doubled_bare_or_after_a_backslash() {
    let (rows, remarks, _) =
        text_file(b"A,B\n\"The \"\"Best\"\" Ltd\",1\n\"The \"Best\" Ltd\",2\n\"The \\\"Best\\\" Ltd\",3\n\"D:\\\",4\n");
    let best = "The \"Best\" Ltd";
    assert_eq!(rows[1..], [row(2, &[best, "1"]), row(3, &[best, "2"]), row(4, &[best, "3"]), row(5, &["D:\\", "4"])]);
    assert_eq!(kinds(&remarks), [(RemarkKind::QuoteRepaired, 3)]);
}

#[test]
fn a_mark_inside_an_unquoted_cell_is_part_of_it() {
    let (rows, remarks, _) = text_file(b"A,B\n5\" pipe,1\npipe 5\",2\n");
    assert_eq!(rows[1..], [row(2, &["5\" pipe", "1"]), row(3, &["pipe 5\"", "2"])]);
    assert!(remarks.is_empty());
}

#[test]
fn the_delimiter_is_found_whatever_the_file_is_called() {
    let cases: [(&[u8], &str); 5] = [
        (b"A,B,C\n1,x;y,3\n1,x,3\n", "commas"),
        (b"A\tB\tC\n1\t2,000.00\t3\n1\t2,1\t3\n", "tabs"),
        (b"A;B;C\n1;\"2;2\";3\n1;2,5;3\n", "semicolons"),
        (b"A|B|C\n1|2, and 3|3\n1|2|3\n", "pipes"),
        (b"just one column\nof words\n", "commas"),
    ];
    for (bytes, delimiter) in cases {
        assert_eq!(text_file(bytes).2, format!("UTF-8, separated by {delimiter}"));
    }
    assert_eq!(text_file(b"sep=;\nA,1;B,1\n").0[1], row(2, &["A,1", "B,1"]));
}

#[test]
fn a_row_too_long_is_set_aside_with_its_line_and_the_next_is_read() {
    for end in ["\n", "\r\n"] {
        let long = "x".repeat(700_000);
        let text = ["A,B", &long, "short,1", &format!("\"{long}\",{long}"), "last,2"].join(end);
        let (rows, remarks, _) = text_file(text.as_bytes());
        assert_eq!(rows, [row(1, &["A", "B"]), row(3, &["short", "1"]), row(5, &["last", "2"])]);
        assert_eq!(kinds(&remarks), [(RemarkKind::RowTooLong, 2), (RemarkKind::RowTooLong, 4)]);
    }
}

#[test]
fn a_row_of_more_cells_than_any_real_one_is_set_aside_but_a_tail_of_commas_is_no_harm() {
    let text = format!("A,B\n{}\n1,2{}\n", "9,".repeat(80), ",".repeat(80));
    let (rows, remarks, _) = text_file(text.as_bytes());
    assert_eq!(rows.len(), 2);
    assert_eq!((rows[1].0, &rows[1].1[..3]), (3, &["1".to_string(), "2".to_string(), String::new()][..]));
    assert_eq!(kinds(&remarks), [(RemarkKind::RowTooLong, 2)]);
}

#[test]
fn a_second_walk_gives_the_same_rows_and_remarks_and_a_stopped_walk_stops() {
    let bytes = b"A,B\n\xa3,1\n\"x,2\ny,3\n";
    let mut cursor = Cursor::new(bytes.to_vec());
    let mut sheet = Delimited::new("made-up.csv", None, &mut cursor, bytes, &small_limits());
    let first = walked(&mut sheet);
    assert_eq!(walked(&mut sheet), first);
    let mut seen = 0;
    sheet
        .rows(&mut |_, _, _| {
            seen += 1;
            false
        })
        .unwrap();
    assert_eq!(seen, 1);
}

proptest! {
    #[test]
    fn any_bytes_at_all_are_walked_to_their_end_with_lines_that_only_grow(bytes in proptest::collection::vec(prop_oneof![
        4 => proptest::sample::select(b",;\t\"\"\"\n\n\r a1\\".to_vec()),
        1 => any::<u8>(),
    ], 0..600)) {
        let (rows, ..) = text_file(&bytes);
        prop_assert!(rows.windows(2).all(|pair| pair[0].0 < pair[1].0));
        let ends = bytes.iter().filter(|byte| matches!(byte, b'\n' | b'\r')).count() as u32;
        prop_assert!(rows.last().is_none_or(|(line, _)| *line <= ends + 1));
    }
}
