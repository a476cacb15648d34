//! Where the heading stands, if there is one.
//!
//! The rule: a heading is a row of words of the trade with data under it. Covers, titles, notes, a whole SQL text or
//! a line of seventy commas may stand above it. Where none is found, nothing is invented: columns are then known by
//! what they hold. A row of thousands of cells is judged by its first thousand, so that no sheet takes long.

use rustc_hash::FxHashSet;

use super::recognise::is_known_heading;
use super::sample::{HeldRow, is_blank};
use crate::formats::{Cell, RowView};
use crate::values::amounts::amount;
use crate::values::dates::{DateOrder, DateRead, date};

/// Rows with something in them that are looked at for a heading.
const ROWS_LOOKED_AT: usize = 45;

/// Rows under a candidate that are looked at for data.
const ROWS_UNDER: usize = 12;

/// Cells of a row that are looked at. The widest tables met have about two hundred columns.
const CELLS_LOOKED_AT: usize = 1_000;

/// The heading that was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Heading {
    /// Line of its (first) row.
    pub(super) line: u32,
    /// Line of its last row: the same, or the next where it has two.
    pub(super) last_line: u32,
    /// The text over each column.
    pub(super) texts: Vec<String>,
    /// True where it stands among its data or at the end of the file, so that the rows above it are no titles.
    pub(super) is_among_data: bool,
}

/// The heading among the first rows of `rows`.
pub(super) fn find(rows: &[HeldRow]) -> Option<Heading> {
    let candidates = rows.iter().enumerate().filter(|(_, row)| !is_blank(&row.view())).take(ROWS_LOOKED_AT);
    let mut best: Option<(u32, usize)> = None;
    for (place, row) in candidates {
        let score = score(row, &rows[place + 1..]);
        // The first of equals wins: a heading repeated on page two is a repeated heading.
        if score > 0 && best.is_none_or(|(highest, _)| score > highest) {
            best = Some((score, place));
        }
    }
    let (_, place) = best?;
    let is_last = rows[place + 1..].iter().all(|row| is_blank(&row.view()));
    let data_above = rows[..place].iter().filter(|row| looks_like_data(&row.view())).count();
    if data_above >= 2 || (is_last && data_above == 1) {
        return Some(among_data(rows[place].line, &rows[place].view()));
    }
    Some(with_second_line(rows, place))
}

/// True where `row` is so plainly a heading that it is one even at the end of a file.
pub(super) fn is_plainly_heading(row: &RowView<'_>) -> bool {
    let filled = cells(row).filter(|cell| *cell != Cell::Empty).count();
    let (known, has_values) = known_words(row);
    !has_values && known >= 4 && known * 2 > filled
}

/// `texts` of a row found outside the sample.
pub(super) fn among_data(line: u32, row: &RowView<'_>) -> Heading {
    Heading { line, last_line: line, texts: texts(row), is_among_data: true }
}

/// Three cells or more, one of them a date or a number: no title line.
fn looks_like_data(row: &RowView<'_>) -> bool {
    let cells = || (0..row.len()).map(|place| row.cell(place)).filter(|cell| *cell != Cell::Empty);
    cells().count() >= 3 && cells().any(is_value)
}

/// Nought where the row cannot be a heading.
fn score(row: &HeldRow, under: &[HeldRow]) -> u32 {
    let view = row.view();
    let (known, has_values) = known_words(&view);
    let filled = cells(&view).filter(|cell| *cell != Cell::Empty).count();
    if has_values || filled < 2 || starts_as_query(&view) {
        return 0;
    }
    let contrast = contrast(&view, under);
    let is_heading = (known >= 2 && known * 3 >= filled) || (known >= 1 && contrast >= 1) || (contrast >= 2 && filled >= 3);
    if is_heading { known as u32 + 3 * contrast as u32 } else { 0 }
}

/// Cells that are words of the trade; and whether some cell is a date, or several are numbers, which no heading has.
fn known_words(row: &RowView<'_>) -> (usize, bool) {
    let cells = || cells(row).filter(|cell| *cell != Cell::Empty);
    let has_too_many = |numbers: usize, words: usize| numbers * 4 > words.max(1);
    let numbers = cells().filter(|cell| is_value(*cell)).count();
    let filled = cells().count();
    let is_long = cells().any(|cell| matches!(cell, Cell::Text(text) if text.len() > 200));
    // Most rows of data end here, before their words are looked up.
    if is_long || has_too_many(numbers, filled - numbers) || cells().any(|cell| matches!(cell, Cell::Day(_))) {
        return (0, true);
    }
    let mut seen: FxHashSet<&str> = FxHashSet::default();
    for cell in cells() {
        if let Cell::Text(text) = cell
            && !is_value(Cell::Text(text))
            // A firm's or a department's name has words of the trade in it too, but may be there twice; a heading never is.
            && !seen.contains(text)
            && is_known_heading(text)
        {
            seen.insert(text);
        }
    }
    (seen.len(), has_too_many(numbers, seen.len()))
}

/// Columns whose cell here is words while most cells under it are dates or numbers.
fn contrast(row: &RowView<'_>, under: &[HeldRow]) -> usize {
    let under: Vec<&HeldRow> = under.iter().filter(|row| !is_blank(&row.view())).take(ROWS_UNDER).collect();
    (0..row.len().min(CELLS_LOOKED_AT))
        .filter(|place| row.cell(*place) != Cell::Empty)
        .filter(|place| {
            let filled = under.iter().filter(|below| below.view().cell(*place) != Cell::Empty).count();
            let values = under.iter().filter(|below| is_value(below.view().cell(*place))).count();
            filled > 0 && values * 10 >= filled * 6
        })
        .count()
}

/// The cells that are looked at.
fn cells<'r>(row: &'r RowView<'_>) -> impl Iterator<Item = Cell<'r>> {
    (0..row.len().min(CELLS_LOOKED_AT)).map(|place| row.cell(place))
}

fn is_value(cell: Cell<'_>) -> bool {
    match cell {
        Cell::Empty => false,
        Cell::Number(_) | Cell::Day(_) => true,
        Cell::Text(text) => {
            text.bytes().any(|byte| byte.is_ascii_digit())
                && (amount(cell).is_ok() || matches!(date(cell, DateOrder::DayFirst), DateRead::Day { .. } | DateRead::MonthOnly(_)))
        }
    }
}

/// Some ledgers print the query above its answer.
fn starts_as_query(row: &RowView<'_>) -> bool {
    const STARTS: [&str; 8] = ["select ", "from ", "where ", "and ", "order by", "group by", "join ", "left join"];
    matches!((0..row.len()).map(|place| row.cell(place)).find(|cell| *cell != Cell::Empty),
        Some(Cell::Text(text)) if STARTS.iter().any(|start| text.to_lowercase().starts_with(start)))
}

/// Joins the row under a heading to it where the two say more than the one.
fn with_second_line(rows: &[HeldRow], place: usize) -> Heading {
    let first = &rows[place];
    let alone = texts(&first.view());
    let single = Heading { line: first.line, last_line: first.line, texts: alone.clone(), is_among_data: false };
    let Some(second) = rows.get(place + 1).filter(|row| !is_blank(&row.view())) else { return single };
    let view = second.view();
    let (_, has_values) = known_words(&view);
    let has_data_under_both = contrast(&view, &rows[place + 2..]) >= 1;
    if has_values || !has_data_under_both || contrast(&first.view(), &rows[place + 1..place + 2]) > 0 {
        return single;
    }
    let width = alone.len().max(view.len());
    let joined: Vec<String> = (0..width)
        .map(|column| {
            let above = alone.get(column).map_or("", String::as_str);
            let below = if let Cell::Text(text) = view.cell(column) { text } else { "" };
            format!("{above} {below}").trim().to_string()
        })
        .collect();
    Heading { last_line: second.line, texts: joined, ..single }
}

fn texts(row: &RowView<'_>) -> Vec<String> {
    let text = |place| match row.cell(place) {
        Cell::Text(text) => text.split_whitespace().collect::<Vec<_>>().join(" "),
        Cell::Number(number) => number.to_string(),
        Cell::Empty | Cell::Day(_) => String::new(),
    };
    let mut texts: Vec<String> = (0..row.len()).map(text).collect();
    while texts.last().is_some_and(String::is_empty) {
        texts.pop();
    }
    texts
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::formats::CellHeld;

    fn rows(lines: &[&[&str]]) -> Vec<HeldRow> {
        let cells = |cells: &[&str]| cells.iter().map(|cell| CellHeld::Text((*cell).to_string())).collect();
        lines.iter().enumerate().map(|(place, line)| HeldRow { line: place as u32 + 1, cells: cells(line) }).collect()
    }

    const DATA: &[&str] = &["Roads", "3/04/2023", "120.50", "Ash Ltd"];

    #[test]
    fn a_heading_on_line_10_under_a_cover_page_is_found() {
        let mut lines: Vec<&[&str]> =
            vec![&["Payments over £500"], &[], &["Published under the Transparency Code"], &["Contact: open data team"]];
        lines.extend([&[] as &[&str]; 5]);
        lines.push(&["Service", "Payment Date", "Amount", "Supplier"]);
        lines.extend([DATA; 3]);
        assert_eq!(find(&rows(&lines)).map(|heading| heading.line), Some(10));
    }

    #[test]
    fn a_first_line_of_commas_is_not_a_heading() {
        let blank: Vec<&str> = vec![""; 74];
        let found = find(&rows(&[&blank, &["Service", "Payment Date", "Amount", "Supplier"], DATA, DATA]));
        assert_eq!(found.map(|heading| heading.line), Some(2));
    }

    #[test]
    fn a_file_without_a_heading_has_none() {
        assert_eq!(find(&rows(&[DATA, DATA, &["Parks", "4/04/2023", "99.00", "Birch Payments Ltd"]])), None);
    }

    #[test]
    fn a_heading_in_two_lines_is_joined() {
        let found =
            find(&rows(&[&["Service", "Payment", "Net", "Supplier"], &["Area", "Date", "Amount", "Name"], DATA, DATA])).expect("found");
        assert_eq!(found.texts, ["Service Area", "Payment Date", "Net Amount", "Supplier Name"]);
        assert_eq!((found.line, found.last_line), (1, 2));
    }

    #[test]
    fn a_query_printed_above_its_answer_is_not_the_heading() {
        let query: &[&str] = &["SELECT supplier_name", "payment_date", "net_amount"];
        let found = find(&rows(&[query, &["FROM payments"], &["Service", "Payment Date", "Amount", "Supplier"], DATA, DATA]));
        assert_eq!(found.map(|heading| heading.line), Some(3));
    }

    #[test]
    fn a_sheet_of_thousands_of_columns_has_the_heading_that_its_first_thousand_have() {
        let wide = |cell: &dyn Fn(usize) -> String| (0..4_000).map(cell).collect::<Vec<String>>();
        let headings = wide(&|place| format!("{} {place}", ["Supplier", "Payment Date", "Amount", "Notes on it"][place % 4]));
        let data = wide(&|place| ["Ash Ltd", "03/04/2023", "120.50", "Roads"][place % 4].to_string());
        let lines: Vec<Vec<&str>> = [&headings, &data, &data].map(|line| line.iter().map(String::as_str).collect()).to_vec();
        let lines: Vec<&[&str]> = lines.iter().map(Vec::as_slice).collect();
        let found = find(&rows(&lines)).expect("found");
        assert_eq!((found.line, found.texts.len()), (1, 4_000));
    }

    #[test]
    fn a_heading_that_stands_under_its_data_is_plain_enough_to_be_known() {
        let all = rows(&[&["Department Area", "", "Service Area", "Name:", "Payment Date", "Amount Paid"], DATA]);
        assert!(is_plainly_heading(&all[0].view()));
        assert!(!is_plainly_heading(&all[1].view()));
    }
}
