//! Days, months and years as officers write them: `01/04/2017`, `April 2017`, `Apr-17`, `2017/18`.
//!
//! The rule: days come before months, as in the United Kingdom; one that can only be read the other way is not read. What is
//! known only to the month or year stays so. A financial year begins in April.

use definitions::{Day, Month};

use crate::When;

/// Which end of a financial year is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Edge {
    /// Its first month.
    Beginning,
    /// Its last month.
    End,
}

/// Reads a cell; `None` where it is not understood.
pub(super) fn when(cell: &str, edge: Edge) -> Option<When> {
    let text = cell.trim().to_lowercase();
    if text.len() > 40 {
        return None;
    }
    // A workbook's reader may hand over the hour of a day.
    let text = text.strip_suffix("00:00:00").map_or(text.as_str(), |rest| rest.trim_end_matches([' ', 't']));
    if let Ok(when) = text.parse() {
        return Some(when);
    }
    let parts: Vec<String> = text
        .split(|character: char| !character.is_alphanumeric())
        .filter(|part| !part.is_empty() && !matches!(*part, "of" | "the"))
        .map(without_ordinal)
        .collect();
    let parts: Vec<&str> = parts.iter().map(String::as_str).collect();
    match parts[..] {
        [day, month, year] => Some(When::Day(Day::from_ymd(year_of(year)?, month_of(month)?, number(day, 2)?)?)),
        [first, second] => financial_year(first, second, text, edge).or_else(|| month_and_year(first, second)),
        _ => None,
    }
}

fn month_and_year(first: &str, second: &str) -> Option<When> {
    let (year, month) = (year_of(second)?, month_of(first)?);
    // `04/17` may be a day of a month; `04/2017` and `Apr-17` can only be a month.
    let is_plain = second.len() == 4 || !first.starts_with(|character: char| character.is_ascii_digit());
    Month::from_year_month(year, month).filter(|_| is_plain).map(When::Month)
}

/// `2017/18`, `2017-18`, `2017/2018`: April of the one to March of the other.
fn financial_year(first: &str, second: &str, text: &str, edge: Edge) -> Option<When> {
    let (begins, ends) = (number(first, 4).filter(|_| first.len() == 4)?, number(second, 4)?);
    let follows = (begins + 1) % 100 == ends % 100 && (second.len() == 2 || ends == begins + 1);
    if !follows || !text.contains(['/', '-', '–']) {
        return None;
    }
    let (year, month) = if edge == Edge::Beginning { (begins, 4) } else { (begins + 1, 3) };
    Month::from_year_month(i32::try_from(year).ok()?, month).map(When::Month)
}

fn without_ordinal(part: &str) -> String {
    let digits = part.trim_end_matches(|character: char| character.is_ascii_alphabetic());
    let is_ordinal = !digits.is_empty() && matches!(&part[digits.len()..], "st" | "nd" | "rd" | "th");
    if is_ordinal { digits } else { part }.to_string()
}

fn number(text: &str, most_digits: usize) -> Option<u32> {
    let is_number = !text.is_empty() && text.len() <= most_digits && text.bytes().all(|byte| byte.is_ascii_digit());
    is_number.then(|| text.parse().ok()).flatten()
}

/// Four digits, or two: from 70 to 99 of the last century.
fn year_of(text: &str) -> Option<i32> {
    let year = i32::try_from(number(text, 4)?).ok()?;
    match text.len() {
        4 if year >= 1000 => Some(year),
        2 => Some(if year >= 70 { 1900 + year } else { 2000 + year }),
        _ => None,
    }
}

fn month_of(text: &str) -> Option<u32> {
    const NAMES: [&str; 12] =
        ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"];
    let by_name = NAMES
        .iter()
        .position(|name| *name == text || (text.len() >= 3 && name.starts_with(text)) || (text == "sept" && *name == "september"));
    by_name.map(|place| place as u32 + 1).or_else(|| number(text, 2).filter(|month| (1..=12).contains(month)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(cell: &str) -> Option<String> {
        when(cell, Edge::Beginning).map(|when| when.to_string())
    }

    #[test]
    fn days_are_read_as_officers_write_them() {
        for (cell, expected) in [
            ("2017-04-01", "2017-04-01"),
            ("2017-04-01 00:00:00", "2017-04-01"),
            ("2017-04-01T00:00:00", "2017-04-01"),
            ("01/04/2017", "2017-04-01"),
            ("1.4.17", "2017-04-01"),
            ("1st April 2017", "2017-04-01"),
            ("31 Dec 99", "1999-12-31"),
            ("April 2017", "2017-04"),
            ("Apr-17", "2017-04"),
            ("Sept 2017", "2017-09"),
            ("04/2017", "2017-04"),
            ("2017", "2017"),
            ("2017/18", "2017-04"),
        ] {
            assert_eq!(read(cell).as_deref(), Some(expected), "{cell}");
        }
        assert_eq!(when("2017/18", Edge::End).map(|when| when.to_string()).as_deref(), Some("2018-03"));
    }

    #[test]
    fn what_is_no_day_is_not_read() {
        for cell in ["04/13/2017", "31/02/2017", "04/17", "soon", "", "2017/19", "17", "42826", "1st 2nd 3rd", "０１/04/2017", "=TODAY()"]
        {
            assert_eq!(read(cell), None, "{cell}");
        }
    }
}
