//! Rows that are not payments or contracts: blank rows, totals, notes, headings again.
//!
//! The rule: a row is set aside only for a reason that has a name, and a row with a supplier and a date is never
//! called a total, whatever its supplier is called.

use definitions::Pence;

use crate::formats::{Cell, RowView};

/// True where a cell says that its row is a total, such as `Grand Total`, `Sub-total:`, `Sum:` or `Acme Ltd Total`.
pub(super) fn is_total_word(text: &str) -> bool {
    let lower: String = text.to_lowercase().chars().map(|letter| if letter.is_alphanumeric() { letter } else { ' ' }).collect();
    let words: Vec<&str> = lower.split_whitespace().collect();
    match words[..] {
        [] => false,
        ["total" | "totals" | "sum" | "subtotal" | "count" | "grandtotal"] => true,
        [.., "total" | "subtotal" | "totals"] => true,
        ["total", "amount" | "spend" | "value" | "payments" | "expenditure" | "net" | "gross" | "for", ..] => true,
        ["grand" | "overall", "total", ..] | ["sub", "total", ..] => true,
        ["sum" | "count", "of", ..] => true,
        _ => false,
    }
}

/// True where some cell says total.
pub(super) fn says_total(row: &RowView<'_>) -> bool {
    (0..row.len()).any(|place| matches!(row.cell(place), Cell::Text(text) if text.len() < 80 && is_total_word(text)))
}

/// True where `row` is the heading again: most cells of the heading that have words stand in their places.
pub(super) fn is_heading_again(row: &RowView<'_>, heading: &[String]) -> bool {
    let headed = heading.iter().enumerate().filter(|(_, text)| !text.is_empty());
    let (mut all, mut same) = (0, 0);
    for (place, text) in headed {
        all += 1;
        same += usize::from(matches!(row.cell(place), Cell::Text(cell) if is_same_words(cell, text)));
    }
    all >= 2 && same * 3 >= all * 2
}

/// Cells with something in them.
pub(super) fn filled(row: &RowView<'_>) -> usize {
    (0..row.len()).filter(|place| row.cell(*place) != Cell::Empty).count()
}

/// True where `amount` is the sum so far, within a pound for what publishers round.
pub(super) fn is_sum_so_far(amount: Pence, so_far: Pence, rows: u64) -> bool {
    rows >= 2 && (amount - so_far).abs() <= Pence(100)
}

fn is_same_words(one: &str, other: &str) -> bool {
    let letters = |text: &str| text.chars().filter(|letter| letter.is_alphanumeric()).flat_map(char::to_lowercase).collect::<String>();
    letters(one) == letters(other)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_firm_called_total_is_not_a_total() {
        assert!(!is_total_word("Total Gas & Power Ltd"));
        assert!(!is_total_word("Summit Lifts"));
        assert!(is_total_word("Grand Total"));
        assert!(is_total_word("Sub-total:"));
        assert!(is_total_word("Sum:"));
        assert!(is_total_word("Adult Services Total"));
        assert!(is_total_word("Total Net Amount"));
    }
}
