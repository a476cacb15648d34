//! Amounts as officers write them: `£1.2m`, `over £500,000`, `£4m pa`, `n/a`.
//!
//! The rule: an amount never passes through a float, and one mark that is not understood makes the whole cell unread rather than
//! nearly right. Two amounts in one cell are none. Dollars and euros are not pounds.

use definitions::Pence;

use crate::NoFigure;

/// A cell of an amount.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum AmountCell {
    /// An amount.
    Amount(AmountRead),
    /// Words that say there is none.
    None(NoFigure),
}

/// An amount that was read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct AmountRead {
    /// How much.
    pub pence: Pence,
    /// It says "over" or "more than".
    pub at_least: bool,
    /// It says "a year".
    pub is_a_year: bool,
    /// It says "about", which is not kept.
    pub is_about: bool,
}

/// Reads a cell; `None` where it is not understood.
pub(super) fn amount(cell: &str) -> Option<AmountCell> {
    let mut text = cell.trim().to_lowercase().replace(['\u{a0}', '\n', '\t'], " ");
    if text.chars().count() > LONGEST {
        return None;
    }
    if let Some((_, reason)) = NOTHING.iter().find(|(words, _)| *words == text.trim_end_matches('.')) {
        return Some(AmountCell::None(*reason));
    }
    let is_a_year = take_off_end(&mut text, A_YEAR);
    take_off_end(&mut text, IN_ALL);
    let (mut at_least, mut is_about) = (false, false);
    loop {
        let (more, about) = (take_off_start(&mut text, AT_LEAST), take_off_start(&mut text, ABOUT));
        (at_least, is_about) = (at_least || more, is_about || about);
        if !more && !about {
            break;
        }
    }
    if let Some(short) = text.strip_suffix('+') {
        (text, at_least) = (short.trim_end().to_string(), true);
    }
    Some(AmountCell::Amount(AmountRead { pence: pounds(&text)?, at_least, is_a_year, is_about }))
}

/// No amount is longer in words.
const LONGEST: usize = 80;

const A_YEAR: &[&str] =
    &["a year", "per year", "each year", "every year", "per annum", "p.a.", "p.a", "pa", "annually", "/year", "/yr", "yearly"];
const IN_ALL: &[&str] = &["to date", "in total", "in all", "total", "so far", "cumulatively"];
const AT_LEAST: &[&str] =
    &["more than", "over", "at least", "in excess of", "excess of", "upwards of", "greater than", "minimum of", ">=", ">", "≥"];
const ABOUT: &[&str] =
    &["approximately", "approx.", "approx", "about", "around", "circa", "c.", "estimated", "est.", "nearly", "almost", "~"];

/// Words that stand where an amount would.
const NOTHING: &[(&str, NoFigure)] = &[
    ("n/a", NoFigure::NotInSource),
    ("na", NoFigure::NotInSource),
    ("-", NoFigure::NotInSource),
    ("–", NoFigure::NotInSource),
    ("?", NoFigure::NotInSource),
    ("unknown", NoFigure::NotInSource),
    ("not known", NoFigure::NotInSource),
    ("not stated", NoFigure::NotInSource),
    ("not given", NoFigure::NotInSource),
    ("not provided", NoFigure::NotInSource),
    ("not available", NoFigure::NotInSource),
    ("none", NoFigure::NotInSource),
    ("nil", NoFigure::NotInSource),
    ("0", NoFigure::NotInSource),
    ("£0", NoFigure::NotInSource),
    ("not recorded", NoFigure::NotCounted),
    ("not counted", NoFigure::NotCounted),
    ("not measured", NoFigure::NotCounted),
    ("not quantified", NoFigure::NotCounted),
    ("not monitored", NoFigure::NotCounted),
    ("no baseline", NoFigure::NoBaseline),
    ("tbc", NoFigure::TooEarly),
    ("to be confirmed", NoFigure::TooEarly),
    ("tbd", NoFigure::TooEarly),
    ("too early", NoFigure::TooEarly),
    ("too early to say", NoFigure::TooEarly),
    ("confidential", NoFigure::NotPublished),
    ("not published", NoFigure::NotPublished),
    ("not applicable", NoFigure::NotMeantToSave),
    ("no savings", NoFigure::NotMeantToSave),
    ("not intended to save", NoFigure::NotMeantToSave),
    ("not meant to save", NoFigure::NotMeantToSave),
];

fn take_off_end(text: &mut String, endings: &[&str]) -> bool {
    let trimmed = text.trim_end().trim_end_matches([',', ';']).trim_end();
    let found = endings.iter().find_map(|ending| trimmed.strip_suffix(ending)).filter(|rest| {
        // `£4mpa` is not how anybody writes it, and `£4 metropa` is a word.
        rest.ends_with([' ', ')', ',']) || rest.ends_with(|last: char| last.is_ascii_digit() || matches!(last, 'm' | 'k' | 'n'))
    });
    let found = found.map(|rest| rest.trim_end().trim_end_matches(',').to_string());
    found.map(|rest| *text = rest).is_some()
}

fn take_off_start(text: &mut String, beginnings: &[&str]) -> bool {
    let found = beginnings.iter().find_map(|beginning| text.trim_start().strip_prefix(beginning)).map(|rest| rest.trim_start().to_string());
    found.map(|rest| *text = rest).is_some()
}

/// `£1,200,000.50`, `-£5k`, `(£5,000)`, `1.2 million`: the whole text, or nothing.
fn pounds(text: &str) -> Option<Pence> {
    let text = text.trim();
    let inside = text.strip_prefix('(').and_then(|rest| rest.strip_suffix(')'));
    let (text, in_brackets) = inside.map_or((text, false), |inside| (inside.trim(), true));
    let without =
        |text: &str, marks: &[&str]| marks.iter().find_map(|mark| text.strip_prefix(mark)).map(|rest| rest.trim_start().to_string());
    let (mut text, mut is_negative) = (text.to_string(), in_brackets);
    for _ in 0..2 {
        if let Some(rest) = without(&text, &["-", "−"]) {
            (text, is_negative) = (rest, true);
        }
        if let Some(rest) = without(&text, &["£", "gbp"]) {
            text = rest;
        }
    }
    let digits_end = text.find(|character: char| !(character.is_ascii_digit() || matches!(character, ',' | '.'))).unwrap_or(text.len());
    let (number, unit) = text.split_at(digits_end);
    let pence_in_one: i128 = match unit.trim().trim_end_matches('.') {
        "" => 100,
        "k" | "thousand" | "000s" => 100_000,
        "m" | "mn" | "mil" | "million" | "millions" => 100_000_000,
        "bn" | "b" | "billion" => 100_000_000_000,
        _ => return None,
    };
    let amount = scaled(number, pence_in_one)?;
    Some(Pence(if is_negative { -amount } else { amount }))
}

/// A number with commas between thousands and up to six decimals, times `pence_in_one`, where that is whole pence.
fn scaled(number: &str, pence_in_one: i128) -> Option<i64> {
    let (whole, decimals) = number.split_once('.').unwrap_or((number, ""));
    let groups: Vec<&str> = whole.split(',').collect();
    let is_grouped = groups.len() == 1 || (groups[0].len() <= 3 && groups[1..].iter().all(|group| group.len() == 3));
    let digits = groups.concat();
    let are_digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    if !is_grouped || digits.is_empty() || digits.len() > 15 || decimals.len() > 6 || !are_digits(&digits) || !are_digits(decimals) {
        return None;
    }
    let millionths: i128 = format!("{digits}{decimals:0<6}").parse().ok()?;
    let pence_in_millionths = millionths.checked_mul(pence_in_one)?;
    if pence_in_millionths % 1_000_000 != 0 {
        return None;
    }
    i64::try_from(pence_in_millionths / 1_000_000).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(cell: &str) -> Option<(i64, bool, bool)> {
        match amount(cell)? {
            AmountCell::Amount(read) => Some((read.pence.0 / 100, read.at_least, read.is_a_year)),
            AmountCell::None(_) => None,
        }
    }

    #[test]
    fn amounts_are_read_as_officers_write_them() {
        let cells = [
            ("£1.2m", (1_200_000, false, false)),
            ("over £500,000", (500_000, true, false)),
            ("£4m pa", (4_000_000, false, true)),
            ("£4m p.a.", (4_000_000, false, true)),
            ("More than £1 million", (1_000_000, true, false)),
            ("approx. £300k per annum", (300_000, false, true)),
            ("£500,000 in savings", (0, false, false)),
            ("1200000", (1_200_000, false, false)),
            ("£500,000 to date", (500_000, false, false)),
            ("£1m+", (1_000_000, true, false)),
            ("(£5,000)", (-5_000, false, false)),
            ("-£5,000", (-5_000, false, false)),
            ("£1.34bn", (1_340_000_000, false, false)),
            ("in excess of £72 million", (72_000_000, true, false)),
            ("250,000 a year", (250_000, false, true)),
        ];
        for (cell, expected) in cells {
            assert_eq!(read(cell), Some(expected).filter(|(pounds, ..)| *pounds != 0), "{cell}");
        }
    }

    #[test]
    fn what_is_not_one_amount_of_pounds_is_not_read() {
        for cell in
            ["£100k - £200k", "£1,2", "$5m", "€5m", "5%", "1.2.3", "", "£", "five", "£99999999999999999999", "£0.001", "=1+1", "1e6"]
        {
            assert_eq!(amount(cell), None, "{cell}");
        }
    }

    #[test]
    fn words_that_say_there_is_no_figure_say_why_as_far_as_they_do() {
        assert_eq!(amount("N/A"), Some(AmountCell::None(NoFigure::NotInSource)));
        assert_eq!(amount("Not recorded."), Some(AmountCell::None(NoFigure::NotCounted)));
        assert_eq!(amount("TBC"), Some(AmountCell::None(NoFigure::TooEarly)));
    }
}
