//! Days and months, as bodies write them.
//!
//! The rule: the order of day and month is decided once for a whole file, never cell by cell.

use definitions::{Day, Month};

use crate::formats::Cell;

/// Which comes first in 03/04/2023.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum DateOrder {
    /// 3 April.
    DayFirst,
    /// 4 March.
    MonthFirst,
}

/// What the dates of a file say of their order.
#[derive(Clone, Debug, Default)]
pub(crate) struct DateEvidence {
    day_first: u64,
    month_first: u64,
}

impl DateEvidence {
    /// Takes one more cell into account.
    pub(crate) fn observe(&mut self, cell: Cell<'_>) {
        self.day_first += u64::from(matches!(date(cell, DateOrder::DayFirst), DateRead::Day { swapped: false, .. }));
        self.month_first += u64::from(matches!(date(cell, DateOrder::MonthFirst), DateRead::Day { swapped: false, .. }));
    }

    /// The order, whether it is certain, and why, for people.
    pub(crate) fn decide(&self) -> (DateOrder, bool, String) {
        let order = if self.month_first > self.day_first { DateOrder::MonthFirst } else { DateOrder::DayFirst };
        (order, self.month_first != self.day_first, String::new())
    }
}

/// What a date cell says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum DateRead {
    /// A day; `swapped` where it only fits the other order than the file's.
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
    let text = match cell {
        Cell::Empty => return DateRead::Missing,
        Cell::Day(day) => return DateRead::Day { day, swapped: false },
        Cell::Number(number) if (20_000.0..60_000.0).contains(&number) => return DateRead::Day { day: Day(number as i32 - 25_569), swapped: false },
        Cell::Number(_) => return DateRead::Unreadable,
        Cell::Text(text) => text,
    };
    let fields: Vec<u32> = text.split(['/', '-', '.', ' ', 'T']).take(3).filter_map(|field| field.parse().ok()).collect();
    let [first, second, third] = fields[..] else { return DateRead::Unreadable };
    if first > 31 {
        return Day::from_ymd(first as i32, second, third).map_or(DateRead::Impossible(None), |day| DateRead::Day { day, swapped: false });
    }
    let year = if third < 70 { third + 2000 } else if third < 100 { third + 1900 } else { third.min(9999) } as i32;
    let (day, month) = if order == DateOrder::DayFirst { (first, second) } else { (second, first) };
    if let Some(day) = Day::from_ymd(year, month, day) {
        return DateRead::Day { day, swapped: false };
    }
    Day::from_ymd(year, day, month).map_or(DateRead::Impossible(Month::from_year_month(year, month)), |day| DateRead::Day { day, swapped: true })
}

/// The month a file's or sheet's name tells, if it tells exactly one.
pub(crate) fn month_in_name(text: &str) -> Option<Month> {
    let _ = text;
    None
}
