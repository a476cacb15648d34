//! Text that a spreadsheet may show but never run.
//!
//! The rule: published text is somebody else's, so no cell written from it starts with a character that
//! makes a spreadsheet take it for a formula. A plain negative number stays a number.

use std::borrow::Cow;

/// `text` with an apostrophe before it where a spreadsheet would take it for a formula.
///
/// A formula starts with `=`, `+`, `-` or `@`, in ordinary or full-width form, after any white space; a tab or
/// carriage return at the start lets some spreadsheets find one further on.
pub fn csv_cell_safe(text: &str) -> Cow<'_, str> {
    let starts_a_formula = text.trim_start().starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠']);
    let hides_a_start = text.starts_with(['\t', '\r', '\n']);
    if (starts_a_formula || hides_a_start) && !is_plain_number(text) { Cow::Owned(format!("'{text}")) } else { Cow::Borrowed(text) }
}

/// Digits with at most one decimal point between them, and perhaps a minus sign before.
fn is_plain_number(text: &str) -> bool {
    let unsigned = text.strip_prefix('-').unwrap_or(text);
    let (whole, decimals) = unsigned.split_once('.').unwrap_or((unsigned, "0"));
    [whole, decimals].iter().all(|digits| !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_supplier_called_like_a_formula_is_only_text() {
        for name in
            ["=1+1", "+SUM(A1)", "-2+3", "@cmd", "\t=1", "\r=1", " =HYPERLINK(\"x\")", "＝1", "＋1", "－1", "＠a", "-", "-1-1", "+44"]
        {
            assert_eq!(csv_cell_safe(name), format!("'{name}"));
        }
    }

    #[test]
    fn an_ordinary_name_and_a_credit_are_left_as_they_are() {
        for text in ["Westmarch Waste Ltd", "-1234.56", "-5", "12.00", "", "3 = three", "A+B"] {
            assert_eq!(csv_cell_safe(text), text);
        }
    }

    proptest! {
        #[test]
        fn no_text_at_all_can_start_a_formula(text in "\\PC{0,12}") {
            let safe = csv_cell_safe(&text);
            let starts = safe.trim_start().starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠']);
            prop_assert!(!starts || safe.parse::<f64>().is_ok());
            prop_assert!(safe.ends_with(&text));
        }
    }
}
