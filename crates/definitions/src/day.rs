//! Days, months and financial years of the calendar.
//!
//! The rule: a day is a number of days since 1 January 1970 in the proleptic Gregorian calendar.
//! Nothing here asks what day it is today: whoever needs that is told.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// One day of the calendar, as days since 1970-01-01.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day(pub i32);

/// One month of one year, as months since January of the year 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Month(pub i32);

/// A financial year, named by the calendar year in which its 1 April falls.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct FinancialYear(pub i32);

impl Day {
    /// The day, or `None` where the calendar has no such day (31 September, month 13).
    pub fn from_ymd(year: i32, month: u32, day: u32) -> Option<Day> {
        if !(1..=12).contains(&month) || day == 0 || day > days_in_month(year, month) {
            return None;
        }
        // Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms", days_from_civil.
        let shifted_year = if month <= 2 { year - 1 } else { year };
        let era = shifted_year.div_euclid(400);
        let year_of_era = shifted_year.rem_euclid(400);
        let month_from_march = (month as i32 + 9) % 12;
        let day_of_year = (153 * month_from_march + 2) / 5 + day as i32 - 1;
        let day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
        Some(Day(era * 146_097 + day_of_era - 719_468))
    }

    /// Year, month (1 to 12) and day of the month.
    pub fn ymd(self) -> (i32, u32, u32) {
        // Hinnant, civil_from_days.
        let shifted = self.0 + 719_468;
        let era = shifted.div_euclid(146_097);
        let day_of_era = shifted.rem_euclid(146_097);
        let year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
        let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
        let month_from_march = (5 * day_of_year + 2) / 153;
        let day = (day_of_year - (153 * month_from_march + 2) / 5 + 1) as u32;
        let month = if month_from_march < 10 { month_from_march + 3 } else { month_from_march - 9 } as u32;
        let year = year_of_era + era * 400 + i32::from(month <= 2);
        (year, month, day)
    }

    /// The month this day lies in.
    pub fn month(self) -> Month {
        let (year, month, _) = self.ymd();
        Month(year * 12 + month as i32 - 1)
    }

    /// The financial year this day lies in.
    pub fn financial_year(self) -> FinancialYear {
        self.month().financial_year()
    }

    /// The same day of the month `months` later (earlier if negative), or the month's last day where it is shorter.
    pub fn plus_months(self, months: i32) -> Day {
        let (_, _, day) = self.ymd();
        let (year, month) = Month(self.month().0 + months).year_month();
        Day::from_ymd(year, month, day.min(days_in_month(year, month))).expect("a day no later than the month's last exists")
    }

    /// As officers write it: `3 April 2023`.
    pub fn long(self) -> String {
        let (year, month, day) = self.ymd();
        format!("{day} {} {year}", MONTH_NAMES[month as usize - 1])
    }
}

/// ISO 8601: `2023-04-03`.
impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (year, month, day) = self.ymd();
        f.pad(&format!("{year:04}-{month:02}-{day:02}"))
    }
}

/// Reads `2023-04-03` and nothing else; the many ways bodies write a date are read by `intake`.
impl FromStr for Day {
    type Err = ();
    fn from_str(text: &str) -> Result<Day, ()> {
        let mut parts = text.splitn(3, '-').map(|part| part.parse::<u32>().map_err(|_| ()));
        let mut next = || parts.next().unwrap_or(Err(()));
        let (year, month, day) = (next()?, next()?, next()?);
        i32::try_from(year).ok().filter(|year| *year <= 9999).and_then(|year| Day::from_ymd(year, month, day)).ok_or(())
    }
}

impl Month {
    /// The month, or `None` where `month` is not 1 to 12.
    pub fn from_year_month(year: i32, month: u32) -> Option<Month> {
        (1..=12).contains(&month).then(|| Month(year * 12 + month as i32 - 1))
    }

    /// Year and month (1 to 12).
    pub fn year_month(self) -> (i32, u32) {
        (self.0.div_euclid(12), self.0.rem_euclid(12) as u32 + 1)
    }

    /// Its first day.
    pub fn first_day(self) -> Day {
        let (year, month) = self.year_month();
        Day::from_ymd(year, month, 1).expect("every month has a first day")
    }

    /// Its last day.
    pub fn last_day(self) -> Day {
        Day(Month(self.0 + 1).first_day().0 - 1)
    }

    /// The financial year it lies in.
    pub fn financial_year(self) -> FinancialYear {
        let (year, month) = self.year_month();
        FinancialYear(if month >= 4 { year } else { year - 1 })
    }

    /// Its place in the financial year: April is 0, March is 11.
    pub fn place_in_financial_year(self) -> u32 {
        (self.0.rem_euclid(12) as u32 + 9) % 12
    }

    /// As officers write it: `April 2023`.
    pub fn long(self) -> String {
        let (year, month) = self.year_month();
        format!("{} {year}", MONTH_NAMES[month as usize - 1])
    }
}

/// `2023-04`.
impl fmt::Display for Month {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (year, month) = self.year_month();
        f.pad(&format!("{year:04}-{month:02}"))
    }
}

impl FinancialYear {
    /// Its first day, 1 April.
    pub fn first_day(self) -> Day {
        Day::from_ymd(self.0, 4, 1).expect("1 April exists every year")
    }

    /// Its last day, 31 March.
    pub fn last_day(self) -> Day {
        Day::from_ymd(self.0 + 1, 3, 31).expect("31 March exists every year")
    }
}

/// `2023-24`.
impl fmt::Display for FinancialYear {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&format!("{}-{:02}", self.0, (self.0 + 1).rem_euclid(100)))
    }
}

impl Serialize for Day {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Day {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Day, D::Error> {
        let text = String::deserialize(from)?;
        text.parse().map_err(|()| serde::de::Error::custom(format!("{text:?} is not a day written as 2023-04-03")))
    }
}

impl Serialize for Month {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Month {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Month, D::Error> {
        let text = String::deserialize(from)?;
        let day: Result<Day, ()> = format!("{text}-01").parse();
        day.map(Day::month).map_err(|()| serde::de::Error::custom(format!("{text:?} is not a month written as 2023-04")))
    }
}

const MONTH_NAMES: [&str; 12] =
    ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

fn days_in_month(year: i32, month: u32) -> u32 {
    match month {
        2 if year.rem_euclid(4) == 0 && (year.rem_euclid(100) != 0 || year.rem_euclid(400) == 0) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Day {
        text.parse().expect("the test writes a real day")
    }

    #[test]
    fn every_day_for_eight_centuries_reads_back_as_itself_and_follows_the_one_before() {
        let mut before = day("1600-01-01");
        while before < day("2400-01-01") {
            let next = Day(before.0 + 1);
            let (year, month, date) = next.ymd();
            assert_eq!(Day::from_ymd(year, month, date), Some(next));
            assert!(date == 1 || date == before.ymd().2 + 1);
            before = next;
        }
    }

    #[test]
    fn the_31st_of_september_does_not_exist() {
        assert_eq!(Day::from_ymd(2017, 9, 31), None);
        assert_eq!("2017-13-01".parse::<Day>(), Err(()));
    }

    #[test]
    fn the_financial_year_turns_on_the_first_of_april() {
        assert_eq!(day("2024-03-31").financial_year().to_string(), "2023-24");
        assert_eq!(day("2024-04-01").financial_year().to_string(), "2024-25");
        assert_eq!(FinancialYear(1999).to_string(), "1999-00");
        assert_eq!(day("2024-03-31").month().place_in_financial_year(), 11);
    }

    #[test]
    fn a_month_after_the_31st_of_january_is_the_last_of_february() {
        assert_eq!(day("2024-01-31").plus_months(1), day("2024-02-29"));
        assert_eq!(day("2024-01-31").plus_months(-2), day("2023-11-30"));
    }

    #[test]
    fn days_and_months_are_written_as_officers_write_them() {
        assert_eq!(day("2023-04-03").long(), "3 April 2023");
        assert_eq!(day("2023-04-03").month().to_string(), "2023-04");
        assert_eq!(day("2023-04-03").month().last_day(), day("2023-04-30"));
    }
}
