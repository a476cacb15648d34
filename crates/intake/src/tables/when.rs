//! When a row was paid: its day, or its month, and whether that is believable.
//!
//! The rule: a day no calendar has, or one before 1990 or after 2100, is not used; a day far from all the others is
//! used as published and remarked on. A month is taken from the file's or sheet's name only where the row has none.

use definitions::{Day, Month, RemarkKind};

use crate::formats::Cell;
use crate::values::dates::{DateOrder, DateRead, date};

/// Days from the rest of the file that a date may lie before it is doubted: two years, the longest gap met between
/// the parts of one published file.
const FAR_DAYS: i32 = 730;

/// What a row's date came to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct When {
    /// The day, if a believable one was published.
    pub(super) day: Option<Day>,
    /// The month, of the day or published alone.
    pub(super) month: Option<Month>,
    /// What was wrong, if something was.
    pub(super) remark: Option<RemarkKind>,
    /// True where the row itself has a date, and not only the file's name.
    pub(super) is_said_by_row: bool,
}

/// The stretch of days in which dates are believed without remark; it grows with the dates that are read.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Believed {
    stretch: Option<(Day, Day)>,
}

impl Believed {
    /// Begins with the middle of the sample's days, so that one wild date does not stretch it.
    pub(super) fn from_sample(mut days: Vec<Day>) -> Believed {
        days.sort_unstable();
        let edge = days.len() / 10;
        Believed { stretch: days.get(edge).zip(days.get(days.len().saturating_sub(1 + edge))).map(|(first, last)| (*first, *last)) }
    }

    fn believes(&mut self, day: Day) -> bool {
        let Some((first, last)) = self.stretch else {
            self.stretch = Some((day, day));
            return true;
        };
        let is_near = day.0 >= first.0 - FAR_DAYS && day.0 <= last.0 + FAR_DAYS;
        if is_near {
            self.stretch = Some((first.min(day), last.max(day)));
        }
        is_near
    }

    /// Reads a date cell.
    pub(super) fn read(&mut self, cell: Cell<'_>, order: DateOrder) -> When {
        let nothing = |remark| {
            let is_said_by_row = remark == RemarkKind::DateImplausible;
            When { day: None, month: None, remark: Some(remark), is_said_by_row }
        };
        match date(cell, order) {
            DateRead::Day { day, swapped } => {
                let (year, _, _) = day.ymd();
                if !(1990..=2100).contains(&year) {
                    return nothing(RemarkKind::DateImplausible);
                }
                let remark = if !self.believes(day) {
                    Some(RemarkKind::DateImplausible)
                } else if swapped {
                    Some(RemarkKind::DateSwapped)
                } else {
                    None
                };
                When { day: Some(day), month: Some(day.month()), remark, is_said_by_row: true }
            }
            DateRead::MonthOnly(month) => When { day: None, month: Some(month), remark: None, is_said_by_row: true },
            DateRead::Impossible(month) => When { day: None, month, remark: Some(RemarkKind::DateImpossible), is_said_by_row: true },
            DateRead::Unreadable => nothing(RemarkKind::DateUnreadable),
            DateRead::Missing => nothing(RemarkKind::DateMissing),
        }
    }
}

/// What was done about trouble with a date, as a sentence.
pub(super) fn done_about(remark: RemarkKind, when: &When) -> &'static str {
    match remark {
        RemarkKind::DateSwapped => "Read with day and month the other way round from the rest.",
        RemarkKind::DateImplausible if when.day.is_some() => "Kept with the date as published.",
        RemarkKind::DateImpossible if when.month.is_some() => "Kept in its month, without a day.",
        _ => "Kept without a date.",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Day {
        text.parse().expect("the test writes a real day")
    }

    #[test]
    fn a_file_of_many_years_in_order_is_believed_to_its_end() {
        let mut believed = Believed::from_sample(vec![day("2010-04-01"), day("2010-04-30")]);
        assert!((0..4_000).all(|after| believed.believes(Day(day("2010-05-01").0 + after))));
        assert!(!believed.believes(day("2072-01-01")));
    }

    #[test]
    fn one_wild_date_in_the_sample_does_not_make_wild_dates_believed() {
        let mut days: Vec<Day> = (0..28).map(|after| Day(day("2023-04-01").0 + after)).collect();
        days.push(day("2051-04-01"));
        let mut believed = Believed::from_sample(days);
        let read = believed.read(Cell::Day(day("2051-04-01")), DateOrder::DayFirst);
        assert_eq!((read.day, read.remark), (Some(day("2051-04-01")), Some(RemarkKind::DateImplausible)));
    }

    #[test]
    fn a_date_before_1990_is_not_used() {
        let read = Believed::default().read(Cell::Day(day("1900-01-01")), DateOrder::DayFirst);
        assert_eq!((read.day, read.month, read.remark), (None, None, Some(RemarkKind::DateImplausible)));
    }
}
