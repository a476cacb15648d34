//! Published classification codes and the families they mean.
//!
//! The rule: the longest prefix of a code decides. A code that names a whole division ("Financial Services") is
//! marked wide, because bodies use it as a drawer for the rest. Facts from ProClass 17 (ProClass, free for UK public
//! bodies) and the Common Procurement Vocabulary 2008 (EU Regulation 213/2008); the classifications are not copied here.

mod cpv_prefixes;
mod proclass_prefixes;

use crate::Family;

/// A code's meaning in our families.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct CodeMeaning {
    pub(crate) family: Family,
    /// Whether it names what was bought, rather than a wide division.
    pub(crate) is_specific: bool,
    /// The prefix that decided.
    pub(crate) prefix: &'static str,
}

/// A row of a prefix table: prefix, family, whether it is specific.
type Row = (&'static str, Family, bool);

/// The meaning of the first specific ProClass code in `text` (six digits), or of the first wide one.
pub(crate) fn proclass(text: &str) -> Option<CodeMeaning> {
    of_first_specific(text, 6, |digits| longest_prefix(proclass_prefixes::ROWS, digits))
}

/// The meaning of the first specific CPV code in `text` (eight digits, with or without check digit).
pub(crate) fn cpv(text: &str) -> Option<CodeMeaning> {
    of_first_specific(text, 8, |digits| longest_prefix(cpv_prefixes::ROWS, digits))
}

fn of_first_specific(text: &str, length: usize, meaning: impl Fn(&str) -> Option<CodeMeaning>) -> Option<CodeMeaning> {
    let mut wide = None;
    for digits in text.split(|character: char| !character.is_ascii_digit()).filter(|digits| digits.len() == length) {
        match meaning(digits) {
            Some(found) if found.is_specific => return Some(found),
            found => wide = wide.or(found),
        }
    }
    wide
}

fn longest_prefix(rows: &[Row], digits: &str) -> Option<CodeMeaning> {
    rows.iter()
        .filter(|(prefix, _, _)| digits.starts_with(prefix))
        .max_by_key(|(prefix, _, _)| prefix.len())
        .map(|&(prefix, family, is_specific)| CodeMeaning { family, is_specific, prefix })
}
