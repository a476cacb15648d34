//! A small table that a person made, as plain text: every cell as it would be read aloud, nothing taken for a payment.
//!
//! The rule: the same bounds and the same suspicion as for what bodies publish; a day is written `2026-11-22`, a number
//! without separators; a formula is never worked out, the value that was saved with it is taken. A table with more rows
//! than allowed is refused whole, never cut.

use std::io::SeekFrom;

use definitions::Trouble;

use crate::formats::{Cell, Sheet, delimited::Delimited, opendocument, sniff, unreadable, workbook};
use crate::{Bytes, Format, Limits};

/// One sheet of a workbook, or the whole of a CSV file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PlainSheet {
    /// Its name, where it is one of several.
    pub name: Option<String>,
    /// Each row that is not empty: its line, from 1, and its cells from the first column on.
    pub rows: Vec<(u32, Vec<String>)>,
    /// What was repaired or left out while reading, in sentences.
    pub remarks: Vec<String>,
}

/// Every sheet of a CSV, XLSX, XLS or ODS file that has a row. `rows_at_most` is the most rows of all sheets together.
///
/// # Errors
/// When the bytes are none of these, cannot be read, or hold too many rows. The trouble names the file and what to try.
pub fn plain_sheets(name: &str, bytes: &mut dyn Bytes, limits: &Limits, rows_at_most: usize) -> Result<Vec<PlainSheet>, Trouble> {
    let sniffed = sniff(name, bytes)?;
    let size = bytes.seek(SeekFrom::End(0)).map_err(|error| unreadable(name, &error))?;
    if size > limits.text_bytes {
        return Err(too_much(name, &format!("it has more than {} MB", limits.text_bytes >> 20)));
    }
    let mut gathering = Gathering { rows_left: rows_at_most, sheets: Vec::new(), trouble: None };
    let named = |sheet: &str| sheet.into();
    match sniffed.format {
        Format::Csv => drop(gathering.take(&mut Delimited::new(name, None, bytes, &sniffed.head, limits))),
        Format::Xlsx => workbook::xlsx_sheets(name, bytes, limits, &named, &mut |sheet| gathering.take(sheet))?,
        Format::Xls => workbook::xls_sheets(name, bytes, limits, &named, &mut |sheet| gathering.take(sheet))?,
        Format::Ods => opendocument::ods_sheets(name, bytes, limits, &named, &mut |sheet| gathering.take(sheet))?,
        Format::Json | Format::JsonLines | Format::Zip => {
            let why = "it is not a table of rows and columns";
            return Err(Trouble::new(format!("read {name}"), why, "Save it as CSV or XLSX, one row for each record, and try again."));
        }
    }
    match gathering.trouble {
        Some(Stopped::TooMany) => Err(too_much(name, &format!("it has more than {rows_at_most} rows"))),
        Some(Stopped::Trouble(trouble)) => Err(trouble),
        None => Ok(gathering.sheets),
    }
}

fn too_much(name: &str, why: &str) -> Trouble {
    Trouble::new(format!("read {name}"), why, "Split it into smaller files and give them one after the other.")
}

enum Stopped {
    TooMany,
    Trouble(Trouble),
}

struct Gathering {
    rows_left: usize,
    sheets: Vec<PlainSheet>,
    trouble: Option<Stopped>,
}

impl Gathering {
    /// Takes all rows of a sheet. False when no more is wanted.
    fn take(&mut self, sheet: &mut dyn Sheet) -> bool {
        let mut plain = PlainSheet { name: sheet.name().map(str::to_string), ..PlainSheet::default() };
        let rows_left = &mut self.rows_left;
        let mut has_too_many = false;
        let walked = sheet.rows(&mut |line, _, row| {
            let mut cells: Vec<String> = (0..row.len()).map(|position| plain_text(row.cell(position))).collect();
            cells.truncate(cells.iter().rposition(|cell| !cell.is_empty()).map_or(0, |last| last + 1));
            if cells.is_empty() {
                return true;
            }
            has_too_many = *rows_left == 0;
            *rows_left = rows_left.saturating_sub(1);
            plain.rows.push((line, cells));
            !has_too_many
        });
        plain.remarks = sheet.remarks().iter().map(|remark| remark.done.clone()).collect();
        if has_too_many {
            self.trouble = Some(Stopped::TooMany);
        } else if let Err(trouble) = walked {
            self.trouble = Some(Stopped::Trouble(trouble));
        } else if !plain.rows.is_empty() {
            self.sheets.push(plain);
        }
        self.trouble.is_none()
    }
}

fn plain_text(cell: Cell<'_>) -> String {
    match cell {
        Cell::Empty => String::new(),
        Cell::Text(text) => text.to_string(),
        Cell::Number(number) => number.to_string(),
        Cell::Day(day) => day.to_string(),
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test that cannot go on should stop")]
mod tests {
    use std::io::Cursor;

    use super::*;

    #[test]
    fn a_csv_file_from_a_spreadsheet_is_read_cell_by_cell_with_its_lines() {
        let text = "\u{feff}Title;Partners;Saving\r\n\r\n\"One; two\";Aldford and Bexton;\"\u{a3}1,200\"\r\n";
        let sheets = plain_sheets("list.csv", &mut Cursor::new(text.as_bytes().to_vec()), &Limits::default(), 10).unwrap();
        let row = |cells: &[&str]| cells.iter().map(|cell| (*cell).to_string()).collect::<Vec<_>>();
        let expected = vec![(1, row(&["Title", "Partners", "Saving"])), (3, row(&["One; two", "Aldford and Bexton", "\u{a3}1,200"]))];
        assert_eq!(sheets[0].rows, expected);
    }

    #[test]
    fn a_table_with_more_rows_than_allowed_is_refused_and_not_cut() {
        let text = "Title\na\nb\nc\n";
        let refused = plain_sheets("list.csv", &mut Cursor::new(text.as_bytes().to_vec()), &Limits::default(), 3).unwrap_err();
        assert!(refused.to_string().contains("more than 3 rows"), "{refused}");
    }

    #[test]
    fn what_is_no_table_is_refused_with_what_to_do() {
        for bytes in [&b"%PDF-1.7 \x00"[..], b"{\"a\": 1}", b"PK\x03\x04rubbish"] {
            assert!(plain_sheets("list", &mut Cursor::new(bytes.to_vec()), &Limits::default(), 10).is_err());
        }
    }
}
