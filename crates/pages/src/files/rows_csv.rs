//! Rows of plain text as CSV, for whoever takes a list away.
//!
//! The rule: cells are quoted as RFC 4180 has it, and none starts a formula in any program.

use super::cell::csv_cell_safe;

/// The rows as a CSV file under their headings.
pub fn rows_csv(headings: &[String], rows: &[Vec<String>]) -> Vec<u8> {
    let mut text = String::new();
    for row in std::iter::once(headings).chain(rows.iter().map(Vec::as_slice)) {
        let cells: Vec<String> = row.iter().map(|cell| quoted(&csv_cell_safe(cell))).collect();
        text.push_str(&cells.join(","));
        text.push_str("\r\n");
    }
    text.into_bytes()
}

fn quoted(cell: &str) -> String {
    if cell.contains([',', '"', '\n', '\r']) { format!("\"{}\"", cell.replace('"', "\"\"")) } else { cell.to_string() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_that_looks_like_a_formula_is_text_and_quotes_are_doubled() {
        let row = |cells: &[&str]| cells.iter().map(|cell| (*cell).to_string()).collect::<Vec<_>>();
        let rows = [row(&["=1+1", "Ash, Beck"]), row(&["A \"shared\" post", ""])];
        let csv = String::from_utf8(rows_csv(&row(&["Title", "Partners"]), &rows)).expect("text");
        assert_eq!(csv, "Title,Partners\r\n'=1+1,\"Ash, Beck\"\r\n\"A \"\"shared\"\" post\",\r\n");
    }
}
