//! OpenDocument spreadsheets: rows, repeated cells and rows that would fill the memory, made by hand in each test.

use std::time::{Duration, Instant};

use definitions::RemarkKind;

use super::{kinds, row, sheets_of, small_limits, zip_of};

fn spreadsheet(tables: &str) -> Vec<u8> {
    let content = format!(
        "<office:document-content><office:body><office:spreadsheet>{tables}</office:spreadsheet></office:body></office:document-content>"
    );
    zip_of(&[("mimetype", b"application/vnd.oasis.opendocument.spreadsheet"), ("content.xml", content.as_bytes())])
}

#[test]
fn texts_numbers_dates_and_gaps_come_out_as_what_they_are() {
    let book = spreadsheet(
        r#"<table:table table:name="April &amp; May"><table:table-column table:number-columns-repeated="16384"/>
        <table:table-header-rows><table:table-row><table:table-cell office:value-type="string"><text:p>Supplier</text:p></table:table-cell></table:table-row></table:table-header-rows>
        <table:table-row table:number-rows-repeated="3"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>
        <table:table-row><table:table-cell office:value-type="string"><office:annotation><text:p>a note</text:p></office:annotation><text:p>Smith<text:s/>&amp; Sons</text:p></table:table-cell>
          <table:table-cell table:number-columns-repeated="2"/><table:table-cell office:value-type="float" office:value="12.5"><text:p>12.50</text:p></table:table-cell>
          <table:covered-table-cell/><table:table-cell office:value-type="date" office:date-value="2023-04-03T09:00:00"><text:p>03/04/23</text:p></table:table-cell></table:table-row>
        </table:table><table:table table:name="Hidden"/>"#,
    );
    let sheets = sheets_of(&book, &small_limits()).unwrap();
    assert_eq!(sheets[0].0, "April & May");
    assert_eq!(sheets[0].1, [row(1, &["Supplier"]), row(5, &["Smith & Sons", "", "", "number 12.5", "", "day 2023-04-03"])]);
    assert_eq!((sheets[1].0.as_str(), sheets[1].1.len()), ("Hidden", 0));
}

#[test]
fn a_row_written_once_and_repeated_is_given_as_often_as_it_says() {
    let book = spreadsheet(
        r#"<table:table table:name="A"><table:table-row table:number-rows-repeated="2"><table:table-cell office:value="1"/></table:table-row><table:table-row><table:table-cell office:value="2"/></table:table-row></table:table>"#,
    );
    assert_eq!(sheets_of(&book, &small_limits()).unwrap()[0].1, [row(1, &["number 1"]), row(2, &["number 1"]), row(3, &["number 2"])]);
}

#[test]
fn cells_and_rows_repeated_without_end_are_stopped_and_said() {
    let begun = Instant::now();
    let book = spreadsheet(
        r#"<table:table table:name="A"><table:table-row><table:table-cell office:value="1" table:number-columns-repeated="2000000000"/></table:table-row>
        <table:table-row table:number-rows-repeated="4000000000"><table:table-cell office:value="2"/></table:table-row></table:table>"#,
    );
    let sheets = sheets_of(&book, &small_limits()).unwrap();
    // A sixteenth of 1 MB is 65,536 repeats of one cell, after the row itself.
    assert_eq!(sheets[0].1.len(), 65_537);
    assert_eq!(kinds(&sheets[0].2), [(RemarkKind::RowTooLong, 1), (RemarkKind::Truncated, 65_538)]);
    assert!(begun.elapsed() < Duration::from_secs(5));
}

#[test]
fn a_table_that_is_never_closed_gives_its_rows_and_ends() {
    let book = spreadsheet(
        "<table:table table:name=\"A\"><table:table-row><table:table-cell office:value=\"1\"/></table:table-row><table:table-row>",
    );
    let sheets = sheets_of(&book, &small_limits()).unwrap();
    assert_eq!(sheets[0].1, [row(1, &["number 1"])]);
    assert_eq!(kinds(&sheets[0].2), [(RemarkKind::Truncated, 1)]);
}

#[test]
fn a_text_document_and_a_locked_one_are_refused() {
    let text = zip_of(&[("mimetype", b"application/vnd.oasis.opendocument.text"), ("content.xml", b"<x/>")]);
    assert!(sheets_of(&text, &small_limits()).unwrap_err().to_string().contains("not a spreadsheet"));
    let locked = zip_of(&[("mimetype", b"spreadsheet"), ("content.xml", b"??"), ("META-INF/manifest.xml", b"<manifest:encryption-data/>")]);
    assert!(sheets_of(&locked, &small_limits()).unwrap_err().to_string().contains("password"));
}
