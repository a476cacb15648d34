//! Rows of plain text as CSV and as a workbook, for whoever takes a list away.
//!
//! The rule: every cell is text, as it was handed over; none starts a formula in any program, and a cell longer than a workbook
//! allows is refused with its place, never cut.

use definitions::{Day, Trouble};
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, Workbook, XlsxError};

use super::cell::csv_cell_safe;
use super::table::workbook_trouble;

/// The rows as a CSV file under their headings, as RFC 4180 has it.
pub fn rows_csv(headings: &[String], rows: &[Vec<String>]) -> Vec<u8> {
    let mut text = String::new();
    for row in std::iter::once(headings).chain(rows.iter().map(Vec::as_slice)) {
        let cells: Vec<String> = row.iter().map(|cell| quoted(&csv_cell_safe(cell))).collect();
        text.push_str(&cells.join(","));
        text.push_str("\r\n");
    }
    text.into_bytes()
}

/// The rows as a workbook of one sheet called `name`, made on `day`.
///
/// # Errors
/// Trouble when the workbook library refuses what it is given, such as a cell of more than 32,767 characters.
pub fn rows_xlsx(name: &str, headings: &[String], rows: &[Vec<String>], day: Day) -> Result<Vec<u8>, Trouble> {
    workbook(name, headings, rows, day).map_err(|error| workbook_trouble(&error))
}

fn workbook(name: &str, headings: &[String], rows: &[Vec<String>], day: Day) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    let (year, month, of_month) = day.ymd();
    let made_on = ExcelDateTime::from_ymd(u16::try_from(year).unwrap_or(1900), month as u8, of_month as u8)?;
    book.set_properties(&DocProperties::new().set_title(name).set_creation_datetime(&made_on));
    let bold = Format::new().set_bold();
    let sheet = book.add_worksheet().set_name(name)?;
    for (column, heading) in (0u16..).zip(headings) {
        sheet.write_string_with_format(0, column, heading, &bold)?;
    }
    for (line, row) in (1u32..).zip(rows) {
        for (column, cell) in (0u16..).zip(row).filter(|(_, cell)| !cell.is_empty()) {
            sheet.write_string(line, column, cell)?;
        }
    }
    sheet.set_freeze_panes(1, 0)?;
    book.save_to_buffer()
}

fn quoted(cell: &str) -> String {
    if cell.contains([',', '"', '\n', '\r']) { format!("\"{}\"", cell.replace('"', "\"\"")) } else { cell.to_string() }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(cells: &[&str]) -> Vec<String> {
        cells.iter().map(|cell| (*cell).to_string()).collect()
    }

    #[test]
    fn a_cell_that_looks_like_a_formula_is_text_in_both_files() {
        let (headings, rows) = (row(&["Title", "Partners"]), [row(&["=1+1", "Ash, Beck"]), row(&["A \"shared\" post", ""])]);
        let csv = String::from_utf8(rows_csv(&headings, &rows)).expect("text");
        assert_eq!(csv, "Title,Partners\r\n'=1+1,\"Ash, Beck\"\r\n\"A \"\"shared\"\" post\",\r\n");
        let book = rows_xlsx("Arrangements", &headings, &rows, Day(20_000)).expect("small enough");
        assert!(book.starts_with(b"PK"), "a workbook is a zip archive");
    }

    #[test]
    fn a_cell_longer_than_a_workbook_allows_is_refused_and_not_cut() {
        let long = row(&[&"a".repeat(40_000)]);
        assert!(rows_xlsx("Arrangements", &row(&["Title"]), &[long], Day(20_000)).is_err());
    }
}
