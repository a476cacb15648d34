//! Words and years as people spell them.
//!
//! The rule: a financial year is written one way, and a word that is nearly one that is known is told so, never taken for it.

use definitions::FinancialYear;

/// `2026-27`, and nothing else: the second year must follow the first.
pub(super) fn financial_year(text: &str) -> Option<FinancialYear> {
    let (first, second) = text.split_once('-')?;
    let is_digits = |part: &str, count| part.len() == count && part.bytes().all(|byte| byte.is_ascii_digit());
    let year = is_digits(first, 4).then(|| first.parse().ok())?.map(FinancialYear)?;
    (is_digits(second, 2) && year.to_string() == text).then_some(year)
}

/// The known word nearest to `word`, if it may have been meant: one letter in three may be wrong.
pub(super) fn nearest<'a>(word: &str, known: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    let measured = known.map(|known| (distance(known, word), known));
    measured.min().filter(|(letters, known)| letters * 3 <= known.len().max(3)).map(|(_, known)| known)
}

/// How many letters differ between two words (Levenshtein's distance).
fn distance(one: &str, other: &str) -> usize {
    let other: Vec<char> = other.chars().collect();
    let mut row: Vec<usize> = (0..=other.len()).collect();
    for (place, letter) in one.chars().enumerate() {
        let mut diagonal = row[0];
        row[0] = place + 1;
        for column in 0..other.len() {
            let replaced = diagonal + usize::from(letter != other[column]);
            diagonal = row[column + 1];
            row[column + 1] = replaced.min(row[column] + 1).min(diagonal + 1);
        }
    }
    row[other.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_financial_year_is_written_with_both_its_years_and_they_follow_each_other() {
        assert_eq!(financial_year("2026-27"), Some(FinancialYear(2026)));
        assert_eq!(financial_year("1999-00"), Some(FinancialYear(1999)));
        for wrong in ["2026", "2026-28", "2026/27", "26-27", "2026-2027", "+026-27"] {
            assert_eq!(financial_year(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn a_word_that_is_nearly_a_known_one_is_named_and_one_far_off_is_not() {
        let known = ["amount", "body", "to", "what"];
        assert_eq!(nearest("ammount", known.into_iter()), Some("amount"));
        assert_eq!(nearest("id", known.into_iter()), None);
    }

    #[test]
    fn a_word_with_one_letter_wrong_is_nearer_than_any_other() {
        assert_eq!(distance("deadweight", "deadwieght"), 2);
        assert_eq!(distance("amount", "ammount"), 1);
        assert_eq!(distance("", "abc"), 3);
    }
}
