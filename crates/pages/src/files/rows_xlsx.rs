//! A plain sheet as a workbook: a row of headings, and rows of text.
//!
//! The rule: every cell is written as text, so that none can start a formula, whatever it begins with. The same rows make the same
//! bytes on every run.

use definitions::Trouble;
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, Workbook, XlsxError};

use super::table::workbook_trouble;

/// The most characters that a spreadsheet holds in one cell.
const LONGEST_CELL: usize = 32_767;

/// How wide a column of text stands open, in characters.
const WIDTH: f64 = 24.0;

/// A workbook of one sheet called `name`: its headings, and below them its rows.
///
/// # Errors
/// Where a cell is longer or a row is wider than a spreadsheet can hold, which is said with its row and column.
pub fn rows_xlsx(name: &str, headings: &[String], rows: &[Vec<String>]) -> Result<Vec<u8>, Trouble> {
    for (row, cells) in rows.iter().enumerate() {
        if let Some(column) = cells.iter().position(|cell| cell.chars().count() > LONGEST_CELL) {
            let heading = headings.get(column).map_or("", String::as_str);
            let because = format!("row {} has more than {LONGEST_CELL} characters under “{heading}”", row + 2);
            return Err(Trouble::new(format!("write the workbook {name}"), because, "Take CSV or JSON, which hold longer texts."));
        }
    }
    workbook(name, headings, rows).map_err(|error| workbook_trouble(&error))
}

fn workbook(name: &str, headings: &[String], rows: &[Vec<String>]) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    // A workbook carries the moment at which it was made; a fixed one keeps two of the same alike.
    book.set_properties(&DocProperties::new().set_creation_datetime(&ExcelDateTime::from_ymd(2000, 1, 1)?));
    let sheet = book.add_worksheet().set_name(name)?;
    let bold = Format::new().set_bold();
    for (column, heading) in (0_u16..).zip(headings) {
        sheet.write_string_with_format(0, column, heading, &bold)?;
        sheet.set_column_width(column, WIDTH)?;
    }
    for (row, cells) in (1_u32..).zip(rows) {
        for (column, cell) in (0_u16..).zip(cells).filter(|(_, cell)| !cell.is_empty()) {
            sheet.write_string(row, column, cell)?;
        }
    }
    sheet.set_freeze_panes(1, 0)?;
    book.save_to_buffer()
}

#[cfg(test)]
mod tests {
    use std::io::{Cursor, Read};

    use super::*;

    fn text(cells: &[&str]) -> Vec<String> {
        cells.iter().map(|cell| cell.to_string()).collect()
    }

    #[test]
    fn a_cell_that_looks_like_a_formula_is_written_as_text() {
        let rows = [text(&["=HYPERLINK(\"https://evil.example\")", "+1", "@x"])];
        let bytes = rows_xlsx("Arrangements", &text(&["Title", "More", "Most"]), &rows).expect("written");
        let limits = intake::Limits { text_bytes: 1 << 20, ..intake::Limits::default() };
        let sheets = intake::plain_sheets("a.xlsx", &mut Cursor::new(bytes.clone()), &limits, 10).expect("read");
        assert_eq!(sheets[0].rows, [(1, text(&["Title", "More", "Most"])), (2, rows[0].clone())]);
        let mut whole = Vec::new();
        Cursor::new(bytes).read_to_end(&mut whole).expect("memory");
        assert!(!whole.windows(3).any(|window| window == b"<f>"));
    }

    #[test]
    fn a_text_that_no_cell_holds_is_refused_with_its_row_and_column() {
        let rows = [text(&["short"]), vec!["x".repeat(LONGEST_CELL + 1)]];
        let refused = rows_xlsx("Arrangements", &text(&["Summary"]), &rows).expect_err("too long").to_string();
        assert!(refused.contains("row 3") && refused.contains("Summary") && refused.contains("CSV"), "{refused}");
    }
}
