//! Amounts of money as people write them: `£1.2m`, `450,000`, `over £500k`.
//!
//! The rule: a text is understood as a whole or not at all, to the penny; what was understood is shown back before anything
//! is published. It never rounds.

use definitions::Pence;

/// An amount as somebody wrote it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Amount {
    /// How much.
    pub(crate) pence: Pence,
    /// True where it says "more than", "over" or "at least".
    pub(crate) is_at_least: bool,
}

/// Words before an amount that make it the least.
const AT_LEAST: [&str; 4] = ["more than ", "at least ", "over ", ">"];

/// Endings that multiply, the longer before the shorter.
const ENDINGS: [(&str, i64); 9] = [
    ("thousand", 1_000),
    ("million", 1_000_000),
    ("billion", 1_000_000_000),
    ("bn", 1_000_000_000),
    ("mn", 1_000_000),
    ("m", 1_000_000),
    ("k", 1_000),
    ("b", 1_000_000_000),
    ("", 1),
];

/// The amount that `text` says; `None` where it says none, or more than can be kept.
pub(crate) fn amount(text: &str) -> Option<Amount> {
    let text = text.trim().to_lowercase();
    let (rest, is_at_least) = match AT_LEAST.iter().find_map(|words| text.strip_prefix(words)) {
        Some(rest) => (rest.trim(), true),
        None => (text.as_str(), false),
    };
    let (rest, sign) = match rest.strip_prefix(['-', '−']) {
        Some(rest) => (rest.trim(), -1),
        None => (rest, 1),
    };
    let rest = rest.strip_prefix('£').unwrap_or(rest).trim();
    let (number, times) = ENDINGS.iter().find_map(|(ending, times)| Some((rest.strip_suffix(ending)?.trim(), *times)))?;
    let pence = pence(number, times)?;
    Some(Amount { pence: Pence(sign * pence), is_at_least })
}

/// `1,234.5` times `times`, in pence; `None` where that is no whole number of pence.
fn pence(number: &str, times: i64) -> Option<i64> {
    let (whole, part) = number.split_once('.').unwrap_or((number, ""));
    let is_digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    if !is_grouped(whole) || !is_digits(part) || part.len() > 12 || (number.contains('.') && part.is_empty()) {
        return None;
    }
    let whole: i64 = whole.replace(',', "").parse().ok()?;
    let pence_each = times.checked_mul(100)?;
    let of_whole = whole.checked_mul(pence_each)?;
    if part.is_empty() {
        return Some(of_whole);
    }
    let scale = 10_i128.pow(u32::try_from(part.len()).ok()?);
    let of_part = part.parse::<i128>().ok()?.checked_mul(i128::from(pence_each))?;
    if of_part % scale != 0 {
        return None;
    }
    of_whole.checked_add(i64::try_from(of_part / scale).ok()?)
}

/// True for digits, with commas between thousands or without any: `1,2` may be a slip, or a comma for a point.
fn is_grouped(text: &str) -> bool {
    let mut groups = text.split(',');
    let first = groups.next().unwrap_or_default();
    let is_digits = |group: &str| !group.is_empty() && group.bytes().all(|byte| byte.is_ascii_digit());
    let has_groups = text.contains(',');
    is_digits(first) && (!has_groups || first.len() <= 3) && groups.all(|group| group.len() == 3 && is_digits(group))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn read(text: &str) -> Option<(i64, bool)> {
        amount(text).map(|amount| (amount.pence.0, amount.is_at_least))
    }

    #[test]
    fn amounts_are_understood_as_officers_write_them() {
        for (text, pence) in [
            ("450,000", 45_000_000),
            ("£450000", 45_000_000),
            ("£1.2m", 120_000_000),
            (" 1.2 million ", 120_000_000),
            ("£500k", 50_000_000),
            ("£12.50", 1_250),
            ("1.34bn", 134_000_000_000),
            ("-£75,000", -7_500_000),
        ] {
            assert_eq!(read(text), Some((pence, false)), "{text}");
        }
        assert_eq!(read("over £500,000"), Some((50_000_000, true)));
        assert_eq!(read("More than 1m"), Some((100_000_000, true)));
    }

    #[test]
    fn what_is_no_amount_or_could_be_two_is_not_guessed_at() {
        for text in [
            "",
            "n/a",
            "4.",
            "1,2",
            "12,34",
            "1,2m",
            "£",
            "m",
            "1.234",
            "£1m a year",
            "1e6",
            "--5",
            "1.2.3",
            "９",
            "99999999999999999999",
            "9999999999bn",
        ] {
            assert_eq!(read(text), None, "{text:?}");
        }
    }

    proptest! {
        #[test]
        fn an_amount_shown_back_is_understood_as_the_same(pence in -1_000_000_000_000_i64..1_000_000_000_000) {
            let shown = register::pounds(Pence(pence));
            prop_assert_eq!(read(&shown), Some((pence, false)), "{}", shown);
        }

        #[test]
        fn no_text_makes_the_reader_fail(text in ".{0,40}") {
            let _ = amount(&text);
        }
    }
}
