//! The term and the value of a contract, from what registers publish.
//!
//! The rule: a contract ends when the publisher says it now expires; extensions that may still be taken only move its
//! latest end. Where one was taken, those left are as long as it was; where none was, several options of a year or less
//! are so long each, and a longer one is all of them together. A year's value is as published, or the whole spread over the term, and for a term under a year the whole.

use definitions::{Day, Pence};

use crate::formats::Cell;

/// What a register's row says.
#[derive(Clone, Debug, Default)]
pub(super) struct Published {
    pub(super) start: Option<Day>,
    /// The current expiry where there is a column for it, and the end date otherwise.
    pub(super) end: Option<Day>,
    pub(super) latest_end: Option<Day>,
    /// A review or break date.
    pub(super) review: Option<Day>,
    /// Months of an option, or of all options together.
    pub(super) extension_months: Option<u32>,
    /// How many options there are.
    pub(super) extension_count: Option<u32>,
    /// How many of them are marked as taken.
    pub(super) extensions_taken: u32,
    /// Months of the first term.
    pub(super) term_months: Option<u32>,
    pub(super) annual_value: Option<Pence>,
    pub(super) total_value: Option<Pence>,
}

/// What follows from it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Terms {
    pub(super) start: Option<Day>,
    pub(super) end: Option<Day>,
    pub(super) latest_end: Option<Day>,
    pub(super) earliest_end: Option<Day>,
    pub(super) annual_value: Option<Pence>,
    pub(super) total_value: Option<Pence>,
}

impl Terms {
    /// Works out the term and the values.
    pub(super) fn of(published: &Published) -> Terms {
        let first_end = first_end(published);
        let end = published.end.or(first_end);
        let with_options = with_options(published, first_end, end);
        let latest_end = published.latest_end.or(with_options).filter(|latest| end.is_none_or(|end| *latest >= end)).or(end);
        let earliest_end =
            published.review.filter(|review| published.start.is_none_or(|start| *review > start) && end.is_none_or(|end| *review < end));
        let total_value = published.total_value.filter(|value| *value > Pence::ZERO);
        let annual_value =
            published.annual_value.filter(|value| *value > Pence::ZERO).or_else(|| a_year_of(total_value?, published.start?, end?));
        Terms { start: published.start, end, latest_end, earliest_end, annual_value, total_value }
    }
}

/// The term with day and month exchanged in its start, or in its start and end, where it is a number of whole years only
/// so: a spreadsheet exchanges them in those dates of a column in which it can, and leaves the rest.
pub(super) fn exchanged(start: Day, end: Day) -> Option<(Day, Day)> {
    if is_whole_years(start, end) {
        return None;
    }
    let other_start = day_and_month_exchanged(start)?;
    let with_end = day_and_month_exchanged(end).map(|end| (other_start, end));
    [Some((other_start, end)), with_end].into_iter().flatten().find(|(start, end)| is_whole_years(*start, *end))
}

/// 1 April of one year to 31 March of another.
fn is_whole_years(start: Day, end: Day) -> bool {
    let (year, month, day) = start.ymd();
    let (next_year, next_month, next_day) = Day(end.0.saturating_add(1)).ymd();
    (month, day) == (next_month, next_day) && next_year > year
}

/// The other date of which a day could be the reading.
fn day_and_month_exchanged(day: Day) -> Option<Day> {
    let (year, month, day) = day.ymd();
    Day::from_ymd(year, day, month).filter(|_| day != month)
}

/// The last day of the first term, where its length is published.
fn first_end(published: &Published) -> Option<Day> {
    let months = published.term_months.filter(|months| *months > 0)?;
    Some(Day(later(published.start?, months).0 - 1))
}

/// More options than this are months in the wrong column.
const MOST_OPTIONS: u32 = 10;
/// Several options are rarely shorter than a year, so up to here a number of months is that of one.
const ONE_OPTION_MONTHS: u32 = 12;

/// The last day if every option is taken.
fn with_options(published: &Published, first_end: Option<Day>, end: Option<Day>) -> Option<Day> {
    let count = published.extension_count.filter(|count| (1..=MOST_OPTIONS).contains(count));
    let moved_months = first_end.zip(end).map_or(0, |(first_end, end)| months_between(first_end, end));
    if let (Some(count), taken @ 1.., 1..) = (count, published.extensions_taken, moved_months) {
        let left = count.saturating_sub(taken);
        return Some(later(end?, left * (moved_months / taken.min(count))));
    }
    let months = published.extension_months.filter(|months| *months > 0)?;
    let options = count.filter(|_| months <= ONE_OPTION_MONTHS).unwrap_or(1);
    // Options run from the end of the first term: those already taken are in `end`, and are not added to it again.
    Some(later(first_end.or(end)?, months * options))
}

/// Whole months from one day to a later one, by the calendar; nought where it is not later.
fn months_between(from: Day, to: Day) -> u32 {
    let months = |day: Day| day.ymd().0 * 12 + day.ymd().1 as i32;
    u32::try_from(months(to) - months(from)).unwrap_or(0)
}

fn later(day: Day, months: u32) -> Day {
    day.plus_months(i32::try_from(months.min(1_200)).unwrap_or(1_200))
}

/// One year's part of `total`, by days, to the nearest penny.
fn a_year_of(total: Pence, start: Day, end: Day) -> Option<Pence> {
    let days = i64::from(end.0 - start.0) + 1;
    match days {
        ..=0 => None,
        1..=366 => Some(total),
        _ => {
            // Days x 100 in a mean year of the calendar: 365.25.
            let numerator = i128::from(total.0) * 36_525;
            let denominator = i128::from(days) * 100;
            i64::try_from((numerator + denominator / 2) / denominator).ok().map(Pence)
        }
    }
}

/// Months in a cell: `24`, `24 months`, `2 years`, `2 x 12 months`, `1+1 years`.
pub(super) fn whole_number(cell: Cell<'_>) -> Option<u32> {
    let text = match cell {
        Cell::Number(number) if (0.0..=1_200.0).contains(&number) => return Some(number.round() as u32),
        Cell::Text(text) => text.to_lowercase(),
        _ => return None,
    };
    let numbers: Vec<u32> = text.split(|letter: char| !letter.is_ascii_digit()).filter_map(|digits| digits.parse().ok()).collect();
    let unit = if text.contains("year") || text.contains("yr") { 12 } else { 1 };
    let is_times = text.contains('x') || text.contains('*') || text.contains('×');
    let months = match numbers[..] {
        [number] => number,
        [times, number] if is_times => times.checked_mul(number)?,
        [_, _, ..] if text.contains('+') => numbers.iter().sum(),
        _ => return None,
    };
    months.checked_mul(unit).filter(|months| *months <= 1_200)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Option<Day> {
        Some(text.parse().expect("the test writes a real day"))
    }

    #[test]
    fn two_options_already_taken_are_not_added_again() {
        let published = Published {
            start: day("2018-02-26"),
            end: day("2022-02-25"),
            extension_months: Some(24),
            term_months: Some(24),
            ..Published::default()
        };
        let terms = Terms::of(&published);
        assert_eq!((terms.end, terms.latest_end), (day("2022-02-25"), day("2022-02-25")));
    }

    #[test]
    fn an_option_still_open_moves_only_the_latest_end() {
        let published = Published {
            start: day("2022-04-01"),
            end: day("2024-03-31"),
            extension_months: Some(12),
            term_months: Some(24),
            ..Published::default()
        };
        let terms = Terms::of(&published);
        assert_eq!((terms.end, terms.latest_end), (day("2024-03-31"), day("2025-03-31")));
    }

    #[test]
    fn a_term_of_whole_years_only_with_day_and_month_exchanged_was_exchanged_by_a_spreadsheet() {
        let term = |start: &str, end: &str| Some((day(start)?, day(end)?));
        let read = |start, end| term(start, end).and_then(|(start, end)| exchanged(start, end));
        // 1 April 2022 to 31 March 2027; 5 October 2022 to 4 October 2027.
        assert_eq!(read("2022-01-04", "2027-03-31"), term("2022-04-01", "2027-03-31"));
        assert_eq!(read("2022-05-10", "2027-04-10"), term("2022-10-05", "2027-10-04"));
        assert_eq!(read("2022-04-01", "2027-03-31"), None, "it is whole as it stands");
        assert_eq!(read("2022-01-04", "2027-06-30"), None, "neither way");
        assert_eq!(read("2022-01-13", "2027-03-31"), None, "there is no 13th month");
    }

    fn two_options_of(months: u32, taken: u32, end: &str) -> Option<Day> {
        let published = Published {
            start: day("2021-07-01"),
            end: day(end),
            extension_months: Some(months),
            extension_count: Some(2),
            extensions_taken: taken,
            term_months: Some(36),
            ..Published::default()
        };
        Terms::of(&published).latest_end
    }

    #[test]
    fn of_two_options_of_a_year_one_taken_leaves_one() {
        // 36 months from July 2021 end in June 2024; the option taken made it June 2025, and the other reaches June 2026.
        assert_eq!(two_options_of(12, 1, "2025-06-30"), day("2026-06-30"));
        assert_eq!(two_options_of(24, 1, "2025-06-30"), day("2026-06-30"));
        assert_eq!(two_options_of(24, 2, "2026-06-30"), day("2026-06-30"));
    }

    #[test]
    fn two_options_of_12_months_are_two_years_and_two_of_24_are_two_years_together() {
        assert_eq!(two_options_of(12, 0, "2024-06-30"), day("2026-06-30"));
        assert_eq!(two_options_of(24, 0, "2024-06-30"), day("2026-06-30"));
    }

    #[test]
    fn forty_eight_options_are_months_in_the_wrong_column() {
        let published = Published {
            start: day("2021-07-01"),
            end: day("2022-06-30"),
            extension_months: Some(12),
            extension_count: Some(48),
            extensions_taken: 1,
            term_months: Some(12),
            ..Published::default()
        };
        assert_eq!(Terms::of(&published).latest_end, day("2023-06-30"));
    }

    #[test]
    fn a_year_of_a_four_year_contract_is_a_quarter_of_it() {
        // 1 April 2020 to 31 March 2024 is 1,461 days, four mean years exactly.
        let published = Published {
            start: day("2020-04-01"),
            end: day("2024-03-31"),
            annual_value: Some(Pence::ZERO),
            total_value: Some(Pence(40_000_000)),
            ..Published::default()
        };
        assert_eq!(Terms::of(&published).annual_value, Some(Pence(10_000_000)));
    }

    #[test]
    fn a_contract_of_three_months_costs_the_whole_in_its_year() {
        let published =
            Published { start: day("2023-01-01"), end: day("2023-03-31"), total_value: Some(Pence(900_000)), ..Published::default() };
        assert_eq!(Terms::of(&published).annual_value, Some(Pence(900_000)));
    }

    #[test]
    fn a_review_date_that_is_the_end_is_no_earlier_end() {
        let published = Published { start: day("2023-01-01"), end: day("2025-12-31"), review: day("2025-12-31"), ..Published::default() };
        assert_eq!(Terms::of(&published).earliest_end, None);
    }

    #[test]
    fn months_are_read_however_they_are_counted() {
        for (text, months) in [("24", 24), ("24 months", 24), ("2 years", 24), ("2 x 12 months", 24), ("1+1 years", 24)] {
            assert_eq!(whole_number(Cell::Text(text)), Some(months), "{text}");
        }
        assert_eq!(whole_number(Cell::Text("n/a")), None);
    }
}
