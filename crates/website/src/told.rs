//! One value, told as a page, as JSON or as CSV.
//!
//! The rule: whatever can be read on a page can be read by a program at the same address, by its ending (`.json`, `.csv`) or by
//! what the program says it accepts. A cell of a CSV never begins a formula.

use serde::Serialize;

use crate::asking::Format;
use crate::{Asking, Reply, Stop};

/// A list as rows of cells.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sheet {
    /// What the file is called, without its ending.
    pub name: String,
    /// Headings of the columns.
    pub headings: Vec<String>,
    /// The cells, row by row.
    pub rows: Vec<Vec<String>>,
}

/// A value that is read as a page or as JSON.
///
/// # Errors
/// As the page's; and not found where CSV is asked for.
pub fn told(asking: &Asking, value: &impl Serialize, page: impl FnOnce() -> Result<Reply, Stop>) -> Result<Reply, Stop> {
    match asking.format {
        Format::Html => page(),
        Format::Json => Ok(Reply::json(value)),
        Format::Csv => Err(Stop::NotFound),
    }
}

/// A list that is read as a page, as JSON or as CSV.
///
/// # Errors
/// As the page's.
pub fn told_as_list(
    asking: &Asking,
    value: &impl Serialize,
    sheet: impl FnOnce() -> Sheet,
    page: impl FnOnce() -> Result<Reply, Stop>,
) -> Result<Reply, Stop> {
    match asking.format {
        Format::Csv => Ok(csv(&sheet())),
        _ => told(asking, value, page),
    }
}

/// The sheet as a CSV file.
pub fn csv(sheet: &Sheet) -> Reply {
    let mut writer = csv::Writer::from_writer(Vec::new());
    let mut write = |row: &[String]| {
        let cells = row.iter().map(|cell| pages::csv_cell_safe(cell));
        writer.write_record(cells.map(|cell| cell.as_bytes().to_vec())).expect("rows as wide as their headings go into memory");
    };
    write(&sheet.headings);
    for row in &sheet.rows {
        let mut row = row.clone();
        row.resize(sheet.headings.len(), String::new());
        write(&row);
    }
    let bytes = writer.into_inner().expect("memory takes what is written");
    Reply::file("text/csv; charset=utf-8", &format!("{}.csv", sheet.name), bytes)
}

/// In which form an answer is wanted by what is accepted: the first of the three that is named, a page where none is.
pub(crate) fn accepted(accept: &str) -> Format {
    let names = |piece: &str| match piece.split(';').next().unwrap_or_default().trim() {
        "text/html" | "application/xhtml+xml" => Some(Format::Html),
        "application/json" => Some(Format::Json),
        "text/csv" => Some(Format::Csv),
        _ => None,
    };
    accept.split(',').find_map(names).unwrap_or(Format::Html)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_browser_gets_a_page_and_a_program_what_it_asks_for() {
        assert_eq!(accepted("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"), Format::Html);
        assert_eq!(accepted("application/json"), Format::Json);
        assert_eq!(accepted("text/csv;q=0.9, application/json"), Format::Csv);
        assert_eq!(accepted("*/*"), Format::Html);
        assert_eq!(accepted(""), Format::Html);
    }

    #[test]
    fn a_cell_that_looks_like_a_formula_is_written_as_text() {
        let sheet =
            Sheet { name: "a".into(), headings: vec!["Title".into(), "More".into()], rows: vec![vec!["=1+1".into()], vec!["a,b".into()]] };
        assert_eq!(String::from_utf8(csv(&sheet).body).expect("text"), "Title,More\n'=1+1,\n\"a,b\",\n");
    }
}
