//! Amounts of money, as bodies write them, into whole pence.
//!
//! The rule: an amount written as text never passes through a float, and one mark that cannot be explained makes the whole
//! cell unreadable rather than nearly right. Marks of a credit (minus before or after, brackets, `CR`) may be doubled: a
//! credit in brackets with a minus is still one credit.
//!
//! Thousands and millions may be said by a letter or a word: `£250k`, `£1.2m`, `1.2 million`. Without a pound sign a bare `3M` is a firm.
//!
//! A comma or a space parts thousands only where three digits follow. So `1 234,56` and `1.234.567,89` can only be meant the
//! continental way and are read so; `12,50` is twelve pounds fifty; `1,2345` is nothing. Dollars and euros are never pounds.

use std::ops::BitOrAssign;

use definitions::Pence;

use super::digits::Digits;
use super::identifiers::is_placeholder;
use crate::formats::Cell;

/// An amount that was read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct AmountRead {
    /// Negative for a credit.
    pub pence: Pence,
    /// More was lost in going to the nearest penny than the noise a float leaves behind.
    pub was_rounded: bool,
    /// How it was written.
    pub form: AmountForm,
}

/// Why there is no amount.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum AmountTrouble {
    /// Nothing, a dash (a spreadsheet's way to write zero), `nil` or `n/a`.
    Empty,
    /// Something that is not an amount of pounds.
    Unreadable,
    /// Over £100bn: more than the United Kingdom's largest budget line, so an identifier.
    TooLarge,
}

/// The marks an amount was written with; the forms of a column's cells are joined with `|=`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct AmountForm(u16);

/// Whole pence from one cell.
pub(crate) fn amount(cell: Cell<'_>) -> Result<AmountRead, AmountTrouble> {
    match cell {
        Cell::Empty => Err(AmountTrouble::Empty),
        Cell::Day(_) => Err(AmountTrouble::Unreadable),
        Cell::Number(pounds) => number_cell(pounds),
        Cell::Text(text) => match text_cell(text) {
            Err(AmountTrouble::Unreadable) => second_look(text),
            read => read,
        },
    }
}

/// True where the cell can be read as an amount.
pub(crate) fn looks_like_amount(cell: Cell<'_>) -> bool {
    amount(cell).is_ok()
}

/// For people: "pounds with commas; credits in brackets".
pub(crate) fn describe(forms: AmountForm) -> String {
    let named = |marks: &[(AmountForm, &'static str)]| -> Vec<&'static str> {
        marks.iter().filter(|(mark, _)| forms.has(*mark)).map(|(_, words)| *words).collect()
    };
    let pounds = named(&[
        (AmountForm::POUND, "with a pound sign"),
        (AmountForm::RUINED_POUND, "with a ruined pound sign"),
        (AmountForm::COMMAS, "with commas"),
        (AmountForm::SPACES, "with spaces between thousands"),
        (AmountForm::CONTINENTAL, "with a comma before the pence"),
        (AmountForm::SCIENTIFIC, "in scientific notation"),
        (AmountForm::MULTIPLES, "in thousands (k) or millions (m)"),
    ]);
    let credits = named(&[
        (AmountForm::MINUS, "with a minus"),
        (AmountForm::TRAILING_MINUS, "with a minus at the end"),
        (AmountForm::BRACKETS, "in brackets"),
        (AmountForm::CREDIT, "marked CR"),
    ]);
    let pounds = if pounds.is_empty() { "plain pounds".to_string() } else { format!("pounds {}", pounds.join(" or ")) };
    if credits.is_empty() { pounds } else { format!("{pounds}; credits {}", credits.join(" or ")) }
}

impl AmountForm {
    pub(super) const POUND: AmountForm = AmountForm(1);
    pub(super) const RUINED_POUND: AmountForm = AmountForm(1 << 1);
    pub(super) const COMMAS: AmountForm = AmountForm(1 << 2);
    pub(super) const SPACES: AmountForm = AmountForm(1 << 3);
    pub(super) const CONTINENTAL: AmountForm = AmountForm(1 << 4);
    pub(super) const SCIENTIFIC: AmountForm = AmountForm(1 << 5);
    pub(super) const MINUS: AmountForm = AmountForm(1 << 6);
    pub(super) const TRAILING_MINUS: AmountForm = AmountForm(1 << 7);
    pub(super) const BRACKETS: AmountForm = AmountForm(1 << 8);
    pub(super) const CREDIT: AmountForm = AmountForm(1 << 9);
    pub(super) const DEBIT: AmountForm = AmountForm(1 << 10);
    pub(super) const MULTIPLES: AmountForm = AmountForm(1 << 11);
    pub(super) const ANY_CREDIT: AmountForm = AmountForm(Self::MINUS.0 | Self::TRAILING_MINUS.0 | Self::BRACKETS.0 | Self::CREDIT.0);

    pub(super) fn has(self, mark: AmountForm) -> bool {
        self.0 & mark.0 != 0
    }
}

impl BitOrAssign for AmountForm {
    fn bitor_assign(&mut self, other: AmountForm) {
        self.0 |= other.0;
    }
}

/// £100bn in pence.
pub(super) const LARGEST_PENCE: u128 = 10_000_000_000_000;

/// A float holds about 15 digits; a difference from a whole penny under this many pounds is what arithmetic left behind.
const NOISE_POUNDS: f64 = 0.000_001;

fn number_cell(pounds: f64) -> Result<AmountRead, AmountTrouble> {
    if !pounds.is_finite() {
        return Err(AmountTrouble::Unreadable);
    }
    let pence = (pounds * 100.0).round();
    if pence.abs() > LARGEST_PENCE as f64 {
        return Err(AmountTrouble::TooLarge);
    }
    let lost = (pounds - pence / 100.0).abs();
    let mut form = AmountForm::default();
    if pence < 0.0 {
        form |= AmountForm::MINUS;
    }
    Ok(AmountRead { pence: Pence(pence as i64), was_rounded: lost > NOISE_POUNDS + pounds.abs() * 4.0 * f64::EPSILON, form })
}

fn text_cell(text: &str) -> Result<AmountRead, AmountTrouble> {
    let mut form = AmountForm::default();
    let rest = marks_before(text, &mut form)?;
    if rest.is_empty() {
        // Only marks: `-`, `£ -`, `(`. A dash is how a spreadsheet shows nothing.
        return Err(if form.has(AmountForm::MINUS) { AmountTrouble::Empty } else { AmountTrouble::Unreadable });
    }
    let end = rest.bytes().position(|byte| !matches!(byte, b'0'..=b'9' | b',' | b'.')).unwrap_or(rest.len());
    let end = if rest.as_bytes().get(end) == Some(&b' ') { past_spaced_groups(rest, end) } else { end };
    let digits = Digits::english(&rest.as_bytes()[..end], &mut form)
        .or_else(|| Digits::continental(&rest.as_bytes()[..end], &mut form))
        .ok_or(AmountTrouble::Unreadable)?;
    let rest = &rest[end..];
    if rest.is_empty() && !form.has(AmountForm::BRACKETS) {
        return digits.to_amount(0, form);
    }
    let (exponent, rest) = multiple(rest, &mut form).unwrap_or_else(|| exponent(rest, &mut form));
    marks_after(rest, &mut form)?;
    digits.to_amount(exponent, form)
}

/// Words that mean no amount, and thousands parted by spaces that are not the plain space.
fn second_look(text: &str) -> Result<AmountRead, AmountTrouble> {
    if is_placeholder(text) {
        return Err(AmountTrouble::Empty);
    }
    let odd_space = |character: char| character.is_whitespace() && character != ' ';
    if !text.contains(odd_space) {
        return Err(AmountTrouble::Unreadable);
    }
    text_cell(text.replace(odd_space, " ").trim())
}

/// Takes signs, brackets and pound signs from the front, up to the first digit or point.
fn marks_before<'a>(text: &'a str, form: &mut AmountForm) -> Result<&'a str, AmountTrouble> {
    let mut rest = text;
    while let Some(&first) = rest.as_bytes().first() {
        let taken = match first {
            b'0'..=b'9' | b'.' => break,
            b' ' | b'"' | b'\'' | b'+' => 1,
            b'-' => marked(form, AmountForm::MINUS, 1),
            b'(' => marked(form, AmountForm::BRACKETS, 1),
            b'?' => marked(form, AmountForm::RUINED_POUND, 1),
            b'G' if rest.starts_with("GBP") => marked(form, AmountForm::POUND, 3),
            _ => mark_beyond_ascii(rest, form).ok_or(AmountTrouble::Unreadable)?,
        };
        rest = &rest[taken..];
    }
    Ok(rest)
}

/// Takes what may follow the digits; anything else makes the cell unreadable.
fn marks_after(text: &str, form: &mut AmountForm) -> Result<(), AmountTrouble> {
    let mut rest = text;
    let mut is_closed = false;
    while let Some(&first) = rest.as_bytes().first() {
        let taken = match first {
            b' ' | b'"' | b'\'' => 1,
            b'-' => marked(form, AmountForm::TRAILING_MINUS, 1),
            b')' if form.has(AmountForm::BRACKETS) && !is_closed => {
                is_closed = true;
                1
            }
            b'C' | b'c' if starts_with_letters(rest, b"CR") => marked(form, AmountForm::CREDIT, 2),
            b'D' | b'd' if starts_with_letters(rest, b"DR") => marked(form, AmountForm::DEBIT, 2),
            b'G' if rest.starts_with("GBP") => marked(form, AmountForm::POUND, 3),
            b'\xe2' => match rest.chars().next() {
                Some('\u{2212}' | '–' | '—') => marked(form, AmountForm::TRAILING_MINUS, 3),
                _ => return Err(AmountTrouble::Unreadable),
            },
            b'\xc2' if rest.starts_with('£') => marked(form, AmountForm::POUND, 2),
            b'\xc2' if rest.starts_with('\u{a0}') => 2,
            _ => return Err(AmountTrouble::Unreadable),
        };
        rest = &rest[taken..];
    }
    if form.has(AmountForm::BRACKETS) && !is_closed { Err(AmountTrouble::Unreadable) } else { Ok(()) }
}

/// The pound sign, other signs for minus, and what wrong decoding makes of the pound sign: byte A3 that was not UTF-8
/// (U+FFFD), UTF-8 read as windows-1252 (`Â£`), byte 9C of the DOS pages read as windows-1252 (`œ`), A3 read as DOS (`ú`),
/// as windows-1250 (`Ł`), or 9C left as a control character.
fn mark_beyond_ascii(rest: &str, form: &mut AmountForm) -> Option<usize> {
    let first = rest.chars().next()?;
    let mark = match first {
        '£' | '\u{ffe1}' | '₤' => AmountForm::POUND,
        '\u{2212}' | '–' | '—' => AmountForm::MINUS,
        '\u{fffd}' | 'Â' | 'Ã' | '‚' | '¬' | 'œ' | 'ú' | 'Ł' | 'ł' | '\u{9c}' => AmountForm::RUINED_POUND,
        other if other.is_whitespace() || other == '\u{feff}' => AmountForm::default(),
        _ => return None,
    };
    Some(marked(form, mark, first.len_utf8()))
}

fn marked(form: &mut AmountForm, mark: AmountForm, length: usize) -> usize {
    *form |= mark;
    length
}

fn starts_with_letters(text: &str, letters: &[u8; 2]) -> bool {
    text.as_bytes().get(..2).is_some_and(|start| start.eq_ignore_ascii_case(letters))
}

/// Where the digits end when groups of exactly three follow after single spaces: `1 234 567.00`.
fn past_spaced_groups(text: &str, first_end: usize) -> usize {
    let bytes = text.as_bytes();
    let mut end = first_end;
    while bytes.get(end) == Some(&b' ') && bytes.len() >= end + 4 && bytes[end + 1..end + 4].iter().all(u8::is_ascii_digit) {
        end += 4;
    }
    let is_tail = |byte: &&u8| matches!(**byte, b'0'..=b'9' | b',' | b'.');
    if end > first_end { end + bytes[end..].iter().take_while(is_tail).count() } else { end }
}

/// `E-13` after the digits; the exponent is held to what can matter.
fn exponent<'a>(text: &'a str, form: &mut AmountForm) -> (i32, &'a str) {
    let Some(after) = text.strip_prefix(['E', 'e']) else { return (0, text) };
    let (sign, unsigned) = match after.as_bytes().first() {
        Some(b'-') => (-1, &after[1..]),
        Some(b'+') => (1, &after[1..]),
        _ => (1, after),
    };
    let length = unsigned.bytes().take_while(u8::is_ascii_digit).count();
    if length == 0 || length > 4 {
        return (0, text);
    }
    *form |= AmountForm::SCIENTIFIC;
    let size = unsigned.bytes().take(length).fold(0, |size, digit| size * 10 + i32::from(digit - b'0'));
    (sign * size.min(400), &unsigned[length..])
}

/// `k`, `m` or `million` behind the digits, as a power of ten, with what follows.
fn multiple<'a>(text: &'a str, form: &mut AmountForm) -> Option<(i32, &'a str)> {
    let text = text.strip_prefix(' ').unwrap_or(text);
    let letters = text.bytes().take_while(u8::is_ascii_alphabetic).count();
    let (word, rest) = text.split_at(letters);
    let power = match word.to_ascii_lowercase().as_str() {
        "k" | "thousand" => 3,
        "million" => 6,
        "m" | "mn" if form.has(AmountForm::POUND) => 6,
        _ => return None,
    };
    *form |= AmountForm::MULTIPLES;
    Some((power, rest))
}

#[cfg(test)]
mod tests;
