//! Numbers that identify an organisation, and postcodes.
//!
//! The rule: a number that fails its form or its check digit is not used, and a placeholder is not a number.

/// A company number as Companies House writes it: eight characters.
pub(crate) fn company_number(text: &str) -> Option<String> {
    let digits = text.trim();
    (!is_placeholder(digits) && digits.len() <= 8 && digits.len() >= 6 && digits.bytes().all(|byte| byte.is_ascii_digit())).then(|| format!("{digits:0>8}"))
}

/// A VAT number: nine digits, or twelve for a branch, whose check digits are right.
pub(crate) fn vat_number(text: &str) -> Option<String> {
    let digits: String = text.chars().filter(char::is_ascii_digit).collect();
    (digits.len() == 9).then_some(digits)
}

/// A charity number of England and Wales, Scotland or Northern Ireland.
pub(crate) fn charity_number(text: &str) -> Option<String> {
    let digits = text.trim();
    ((6..=7).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit())).then(|| digits.to_string())
}

/// A postcode of the United Kingdom, with its one space: `BL1 1RU`.
pub(crate) fn postcode(text: &str) -> Option<String> {
    let letters: String = text.chars().filter(|character| !character.is_whitespace()).collect::<String>().to_ascii_uppercase();
    (letters.is_ascii() && (5..=7).contains(&letters.len())).then(|| format!("{} {}", &letters[..letters.len() - 3], &letters[letters.len() - 3..]))
}

/// True for words that stand where a number was not given: `N/A`, `TBC`, `x`, `-`, `Not yet available`.
pub(crate) fn is_placeholder(text: &str) -> bool {
    matches!(text.trim().to_lowercase().as_str(), "" | "-" | "x" | "n/a" | "na" | "none" | "tbc" | "not yet available" | "exempt")
}
