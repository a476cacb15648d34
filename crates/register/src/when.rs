//! When something happened, as exactly as it is known: a day, a month, or only a year.
//!
//! The rule: what a source says is kept as it says it, and is read and shown as it was written, so that nobody takes "January
//! 2017" for the first of January. What begins in a month or year counts from its first day, what ends in it until its last.

use std::fmt;
use std::str::FromStr;

use definitions::{Day, Month};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// A day, month or year of the calendar; written `2017-01-05`, `2017-01` or `2017`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum When {
    /// Known to the day.
    Day(Day),
    /// Known to the month.
    Month(Month),
    /// Known to the calendar year.
    Year(i32),
}

impl When {
    /// The first day it can mean, from which a beginning counts.
    pub fn first_day(self) -> Day {
        match self {
            When::Day(day) => day,
            When::Month(month) => month.first_day(),
            When::Year(year) => Day::from_ymd(year, 1, 1).expect("every year of four digits has a first of January"),
        }
    }

    /// The last day it can mean, until which an end counts.
    pub fn last_day(self) -> Day {
        match self {
            When::Day(day) => day,
            When::Month(month) => month.last_day(),
            When::Year(year) => Day::from_ymd(year, 12, 31).expect("every year of four digits has a last of December"),
        }
    }

    /// In words: `5 January 2017`, `January 2017`, `2017`.
    pub fn long(self) -> String {
        match self {
            When::Day(day) => day.long(),
            When::Month(month) => month.long(),
            When::Year(year) => year.to_string(),
        }
    }
}

/// `2017-01-05`, `2017-01` or `2017`.
impl fmt::Display for When {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            When::Day(day) => write!(f, "{day}"),
            When::Month(month) => {
                let (year, month) = month.year_month();
                write!(f, "{year:04}-{month:02}")
            }
            When::Year(year) => write!(f, "{year:04}"),
        }
    }
}

/// The three written forms, for the years 1000 to 9999; the error is a sentence.
impl FromStr for When {
    type Err = String;

    fn from_str(text: &str) -> Result<When, String> {
        let wrong = || format!("{text:?} is not a day (2017-01-05), a month (2017-01) or a year (2017)");
        let number = |text: &str, digits: usize| {
            let is_number = text.len() == digits && text.bytes().all(|byte| byte.is_ascii_digit());
            is_number.then(|| text.parse::<i32>().ok()).flatten().ok_or_else(wrong)
        };
        let parts: Vec<&str> = text.split('-').collect();
        let year = number(parts[0], 4).and_then(|year| if year >= 1000 { Ok(year) } else { Err(wrong()) })?;
        let month = |at: usize| number(parts[at], 2).map(|month| month as u32);
        match parts.len() {
            1 => Ok(When::Year(year)),
            2 => Month::from_year_month(year, month(1)?).map(When::Month).ok_or_else(wrong),
            3 => Day::from_ymd(year, month(1)?, month(2)?).map(When::Day).ok_or_else(wrong),
            _ => Err(wrong()),
        }
    }
}

/// By the first day, then the more exact first.
impl Ord for When {
    fn cmp(&self, other: &When) -> std::cmp::Ordering {
        (self.first_day(), self.last_day()).cmp(&(other.first_day(), other.last_day()))
    }
}

impl PartialOrd for When {
    fn partial_cmp(&self, other: &When) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl Serialize for When {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for When {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<When, D::Error> {
        String::deserialize(from)?.parse().map_err(serde::de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_month_is_shown_as_a_month_and_counts_from_its_first_day() {
        let when: When = "2017-01".parse().expect("a month");
        assert_eq!(when.long(), "January 2017");
        assert_eq!(when.to_string(), "2017-01");
        assert_eq!(when.first_day(), Day::from_ymd(2017, 1, 1).expect("a day"));
        assert_eq!(when.last_day(), Day::from_ymd(2017, 1, 31).expect("a day"));
    }

    #[test]
    fn what_is_no_day_month_or_year_is_refused_in_a_sentence() {
        for wrong in ["2017-13", "2017-02-30", "17", "2017-1-5", "01/02/2017", "", "-", "0017", "2017-01-05-06", "２０１７"] {
            assert!(wrong.parse::<When>().is_err(), "{wrong:?} was taken");
        }
    }
}
