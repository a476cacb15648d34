//! Tables on a terminal: columns side by side, numbers to the right.
//!
//! The rule: a cell that is too wide is cut with `…` so that a row stays on one line; control characters of published
//! text never reach the terminal.

/// Where the text of a column stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Side {
    Left,
    Right,
}

/// A table as lines, the heading first. The widest left-hand column gives way when the table is wider than `width`.
pub(crate) fn lines(headings: &[(&str, Side)], rows: &[Vec<String>], width: usize) -> Vec<String> {
    let rows: Vec<Vec<String>> = rows.iter().map(|row| row.iter().map(|cell| plain(cell)).collect()).collect();
    let longest = |column: usize| rows.iter().filter_map(|row| row.get(column)).map(|cell| cell.chars().count()).max().unwrap_or(0);
    let mut widths: Vec<usize> = headings.iter().enumerate().map(|(column, (text, _))| longest(column).max(text.chars().count())).collect();
    let gaps = 2 * headings.len().saturating_sub(1);
    while widths.iter().sum::<usize>() + gaps > width {
        let Some(widest) = (0..widths.len()).max_by_key(|column| widths[*column]) else { break };
        let spare = widths.iter().sum::<usize>() + gaps - width;
        let least = headings[widest].0.chars().count().max(8);
        if widths[widest] <= least {
            break;
        }
        widths[widest] = widths[widest].saturating_sub(spare).max(widths[widest] / 2).max(least);
    }
    let heading: Vec<String> = headings.iter().map(|(text, _)| (*text).to_string()).collect();
    std::iter::once(&heading).chain(&rows).map(|row| line(row, headings, &widths)).collect()
}

/// Published text on one line, without characters that a terminal would obey.
pub(crate) fn plain(text: &str) -> String {
    text.chars().map(|character| if character.is_control() { ' ' } else { character }).collect()
}

fn line(row: &[String], headings: &[(&str, Side)], widths: &[usize]) -> String {
    let cells = row.iter().zip(headings).zip(widths).map(|((cell, (_, side)), width)| {
        let cell = cut(cell, *width);
        let space = " ".repeat(width - cell.chars().count());
        if *side == Side::Left { cell + &space } else { space + &cell }
    });
    cells.collect::<Vec<_>>().join("  ").trim_end().to_string()
}

fn cut(text: &str, width: usize) -> String {
    if text.chars().count() <= width {
        return text.to_string();
    }
    text.chars().take(width.saturating_sub(1)).collect::<String>() + "…"
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_too_wide_for_the_terminal_is_cut_and_stays_on_one_line() {
        let rows = vec![vec!["A very long title indeed that goes on".to_string(), "£1".to_string()]];
        let lines = lines(&[("What", Side::Left), ("Value", Side::Right)], &rows, 24);
        assert_eq!(lines, ["What               Value", "A very long titl…     £1"]);
    }

    #[test]
    fn a_published_escape_sequence_never_reaches_the_terminal() {
        assert_eq!(plain("ACME\u{1b}[31m\nLTD"), "ACME [31m LTD");
    }
}
