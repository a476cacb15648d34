//! Days and months, as bodies write them.
//!
//! The rule: whether 03/04 is April or March is decided once for a whole file, from all its dates, never cell by cell; a
//! date that only fits the other order is read and marked as swapped. A two-digit year from 70 is of the last century.
//! A name of a month, or a year written first, needs no order.

use definitions::{Day, Month};

use super::identifiers::is_placeholder;
use super::months::month_named;
use crate::formats::Cell;

pub(crate) use super::date_order::DateEvidence;
pub(crate) use super::months::month_in_name;

/// Which comes first in 03/04/2023.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum DateOrder {
    /// 3 April.
    DayFirst,
    /// 4 March.
    MonthFirst,
}

/// What a date cell says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum DateRead {
    /// A day.
    Day {
        /// The day.
        day: Day,
        /// Day and month stand the other way round from the file's order.
        swapped: bool,
    },
    /// Only a month was published.
    MonthOnly(Month),
    /// The calendar has no such day; with the month where that is clear.
    Impossible(Option<Month>),
    /// Not a date.
    Unreadable,
    /// Nothing, or a placeholder.
    Missing,
}

/// Reads one cell of a date column.
pub(crate) fn date(cell: Cell<'_>, order: DateOrder) -> DateRead {
    match cell {
        Cell::Empty => DateRead::Missing,
        Cell::Day(day) => DateRead::Day { day, swapped: false },
        Cell::Number(number) => serial_or_run(number),
        Cell::Text(text) => match Numeric::read(text) {
            Some(numeric) => numeric.to_date(order),
            None => in_words(text, order),
        },
    }
}

/// The years a date of public spending can lie in, however long a contract runs.
const YEARS: std::ops::RangeInclusive<i32> = 1900..=2199;

/// Days a spreadsheet counts from 30 December 1899; these lie between 1954 and 2064.
const SERIALS: std::ops::Range<f64> = 20_000.0..60_000.0;
const SERIAL_OF_1970: i32 = 25_569;

/// A number that stands where a date should: a spreadsheet's serial, or 20230403, or 202304.
fn serial_or_run(number: f64) -> DateRead {
    if SERIALS.contains(&number) {
        return DateRead::Day { day: Day(number as i32 - SERIAL_OF_1970), swapped: false };
    }
    if number == 0.0 {
        return DateRead::Missing;
    }
    if number.fract() != 0.0 || !(190_001.0..100_000_000.0).contains(&number) {
        return DateRead::Unreadable;
    }
    let number = number as u32;
    run(number, if number < 1_000_000 { 6 } else { 8 })
}

/// Eight digits are a year, month and day, or a day, month and year; six are a year and month. Only plausible years count.
fn run(number: u32, length: usize) -> DateRead {
    let whole = |year: u32, month: u32, day: u32| Day::from_ymd(year as i32, month, day).filter(|_| (1970..=2069).contains(&year));
    let read = match length {
        8 => whole(number / 10_000, number / 100 % 100, number % 100)
            .or_else(|| whole(number % 10_000, number / 10_000 % 100, number / 1_000_000))
            .map(|day| DateRead::Day { day, swapped: false }),
        6 if (1970..=2069).contains(&(number / 100)) => {
            Month::from_year_month((number / 100) as i32, number % 100).map(DateRead::MonthOnly)
        }
        _ => None,
    };
    read.unwrap_or(DateRead::Unreadable)
}

/// Numbers with a mark between them (`03/04.2023` is one slip of a finger), and perhaps a time of day after them.
#[derive(Clone, Copy)]
pub(super) enum Numeric {
    /// `03/04/2023`, `2023-04-03`.
    Three { first: u32, second: u32, third: u32, year_first: bool },
    /// `04/2023`, `2023-04`.
    YearAndMonth { year: u32, month: u32 },
    /// `20230403`, `45019`.
    Run { number: u32, length: usize },
}

impl Numeric {
    pub(super) fn read(text: &str) -> Option<Numeric> {
        let bytes = text.as_bytes();
        let (first, first_length) = number(bytes);
        let mark = *match bytes.get(first_length) {
            None if first_length > 0 => return Some(Numeric::Run { number: first, length: first_length }),
            Some(mark @ (b'/' | b'-' | b'.' | b' ')) if first_length > 0 => mark,
            _ => return None,
        };
        let bytes = &bytes[first_length + 1..];
        let (second, second_length) = number(bytes);
        if second_length == 0 {
            return None;
        }
        if second_length == bytes.len() {
            return match (first_length, second_length, mark) {
                (4, 1 | 2, b'/' | b'-') => Some(Numeric::YearAndMonth { year: first, month: second }),
                (1 | 2, 4, b'/' | b'-') => Some(Numeric::YearAndMonth { year: second, month: first }),
                // A serial with the time of day after the point: `45019.5`.
                (5, _, b'.') => Some(Numeric::Run { number: first, length: first_length }),
                _ => None,
            };
        }
        if !matches!(bytes[second_length], b'/' | b'-' | b'.' | b' ') || second_length > 2 {
            return None;
        }
        let bytes = &bytes[second_length + 1..];
        let (third, third_length) = number(bytes);
        let year_first = first_length == 4;
        let is_date = match first_length {
            4 => (1..=2).contains(&third_length),
            1 | 2 => third_length == 2 || third_length == 4,
            _ => false,
        };
        (is_date && is_time_of_day(&bytes[third_length..])).then_some(Numeric::Three { first, second, third, year_first })
    }

    fn to_date(self, order: DateOrder) -> DateRead {
        match self {
            Numeric::Three { first, second, third, year_first: true } => day_of(first, second, third),
            Numeric::Three { first, second, third, .. } => match order {
                DateOrder::DayFirst => day_of(third, second, first),
                DateOrder::MonthFirst => day_of(third, first, second),
            },
            Numeric::YearAndMonth { year, month } => {
                let month = Month::from_year_month(year as i32, month).filter(|_| YEARS.contains(&(year as i32)));
                month.map_or(DateRead::Unreadable, DateRead::MonthOnly)
            }
            Numeric::Run { number, length: 5 } => serial_or_run(f64::from(number)),
            Numeric::Run { number, length: 6 | 8 } => run(number, if number < 1_000_000 { 6 } else { 8 }),
            Numeric::Run { .. } => DateRead::Unreadable,
        }
    }
}

/// The day, or the day with its month and day the other way round, or why it is neither.
fn day_of(year: u32, month: u32, day: u32) -> DateRead {
    let year = full_year(year);
    if !YEARS.contains(&year) {
        return DateRead::Unreadable;
    }
    if let Some(day) = Day::from_ymd(year, month, day) {
        return DateRead::Day { day, swapped: false };
    }
    if day == 0 && year == 1900 {
        // Day 0 of a spreadsheet: an empty cell that was shown as a date.
        return DateRead::Missing;
    }
    match Day::from_ymd(year, day, month) {
        Some(day) => DateRead::Day { day, swapped: true },
        None => DateRead::Impossible(Month::from_year_month(year, month)),
    }
}

/// 00 to 69 are of this century, 70 to 99 of the last.
fn full_year(year: u32) -> i32 {
    match year {
        0..=69 => year as i32 + 2000,
        70..=99 => year as i32 + 1900,
        _ => year as i32,
    }
}

/// The number at the front, at most eight digits, and its length; more digits give length 0.
fn number(bytes: &[u8]) -> (u32, usize) {
    let mut value = 0;
    for (length, byte) in bytes.iter().enumerate() {
        if !byte.is_ascii_digit() {
            return (value, length);
        }
        if length == 8 {
            return (0, 0);
        }
        value = value * 10 + u32::from(byte - b'0');
    }
    (value, bytes.len())
}

/// True for what may follow a day: nothing, or ` 00:00:00`, `T09:30:00.000Z`, ` 9:30 PM`, `+01:00`.
fn is_time_of_day(bytes: &[u8]) -> bool {
    match bytes.first() {
        None => true,
        Some(b' ' | b'T' | b't' | b'Z' | b',') => {
            let is_of_time = |byte: &u8| byte.is_ascii_digit() || matches!(byte, b':' | b'.' | b' ' | b'+' | b'-' | b'Z' | b'T');
            bytes[1..].iter().all(|byte| is_of_time(byte) || matches!(byte.to_ascii_uppercase(), b'A' | b'P' | b'M'))
        }
        Some(_) => false,
    }
}

/// Dates with a word in them: `3 April 2023`, `Wednesday, May 04, 2022`, `Sept-14`.
fn in_words(text: &str, order: DateOrder) -> DateRead {
    if is_placeholder(text) {
        return DateRead::Missing;
    }
    let mut month = None;
    let mut numbers = [(0, 0); 2];
    let mut count = 0;
    let mut numbers_before_month = 0;
    let mut rest = before_time(text);
    while let Some(first) = rest.bytes().next() {
        if first.is_ascii_digit() {
            let (value, length) = number(rest.as_bytes());
            if length == 0 || count == 2 {
                return DateRead::Unreadable;
            }
            numbers[count] = (value, length);
            count += 1;
            rest = without_ordinal(&rest[length..]);
        } else if first.is_ascii_alphabetic() {
            let length = rest.bytes().take_while(u8::is_ascii_alphabetic).count();
            match (month_named(&rest[..length]), month) {
                (Some(named), None) => {
                    month = Some(named);
                    numbers_before_month = count;
                }
                (None, _) if is_weekday(&rest[..length]) || rest[..length].eq_ignore_ascii_case("of") => {}
                // A weekday before a plain date: `Mon 03/04/2023` is read below.
                _ => return DateRead::Unreadable,
            }
            rest = &rest[length..];
        } else if matches!(first, b' ' | b',' | b'-' | b'/' | b'.' | b'\'' | b'_') {
            if month.is_none()
                && count == 0
                && Numeric::read(rest[1..].trim_start()).is_some_and(|numeric| matches!(numeric, Numeric::Three { .. }))
            {
                return date(Cell::Text(rest[1..].trim_start()), order);
            }
            rest = &rest[1..];
        } else {
            return DateRead::Unreadable;
        }
    }
    match (month, count) {
        // `14-Sep` is a day without its year, as a spreadsheet shows it.
        (Some(_), 1) if numbers_before_month == 1 && numbers[0].1 != 4 => DateRead::Unreadable,
        (Some(month), 1) => month_and_year(month, numbers[0]),
        (Some(month), 2) => with_month(month, numbers[0], numbers[1]),
        _ => DateRead::Unreadable,
    }
}

/// `Sep 2014`, `Sept-14`.
fn month_and_year(month: u32, (year, length): (u32, usize)) -> DateRead {
    let year = full_year(year);
    let month = Month::from_year_month(year, month).filter(|_| (length == 2 || length == 4) && YEARS.contains(&year));
    month.map_or(DateRead::Unreadable, DateRead::MonthOnly)
}

/// A named month with two numbers: the one of four digits is the year; with none such, the second is.
fn with_month(month: u32, first: (u32, usize), second: (u32, usize)) -> DateRead {
    let ((year, length), day) = if first.1 == 4 { (first, second.0) } else { (second, first.0) };
    let year = full_year(year);
    if !(length == 2 || length == 4) || !YEARS.contains(&year) {
        return DateRead::Unreadable;
    }
    match Day::from_ymd(year, month, day) {
        Some(day) => DateRead::Day { day, swapped: false },
        None => DateRead::Impossible(Month::from_year_month(year, month)),
    }
}

/// The text without its time of day: everything from the number before the first colon is cut.
fn before_time(text: &str) -> &str {
    let Some(colon) = text.find(':') else { return text };
    text[..colon].trim_end_matches(|character: char| character.is_ascii_digit()).trim_end_matches(['T', ' '])
}

fn without_ordinal(text: &str) -> &str {
    let ends = |after: &str| !after.starts_with(|next: char| next.is_ascii_alphabetic());
    let ordinal = ["st", "nd", "rd", "th"].iter().find_map(|ordinal| {
        let start = text.get(..2).filter(|start| start.eq_ignore_ascii_case(ordinal))?;
        text.get(start.len()..).filter(|after| ends(after))
    });
    ordinal.unwrap_or(text)
}

/// `Wed`, `Weds`, `Wednesday`.
fn is_weekday(word: &str) -> bool {
    const DAYS: [&str; 7] = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
    word.len() >= 3 && DAYS.iter().any(|day| day.get(..word.len()).is_some_and(|start| start.eq_ignore_ascii_case(word)))
        || word.eq_ignore_ascii_case("weds")
}

#[cfg(test)]
mod tests;
