//! Whether 03/04/2023 is of April or of March, decided from all the dates of a file.
//!
//! The rule: a date that can be read one way only decides; where there is none, the month that the file's name tells; where
//! that is silent, day first, as is usual in this country: certain where the second number hardly changes, for a file is of a
//! month or a quarter. A first number that hardly changes proves nothing: bills are paid on one day of each month.

use definitions::Month;

use super::dates::{DateOrder, DateRead, Numeric, date};
use crate::formats::Cell;

/// What the dates of a file say of their order.
#[derive(Clone, Debug, Default)]
pub(crate) struct DateEvidence {
    /// Dates whose first number is over 12.
    day_first: u64,
    /// Dates whose second number is over 12.
    month_first: u64,
    /// Dates that could be either, and the numbers (as bits) that stood first and second in them.
    either: u64,
    firsts: u16,
    seconds: u16,
    /// Dates that need no order.
    plain: u64,
}

impl DateEvidence {
    /// Takes one more cell into account.
    pub(crate) fn observe(&mut self, cell: Cell<'_>) {
        let Cell::Text(text) = cell else {
            self.plain += u64::from(matches!(cell, Cell::Day(_)));
            return;
        };
        let Some(Numeric::Three { first, second, year_first: false, .. }) = Numeric::read(text) else {
            let is_date = matches!(date(cell, DateOrder::DayFirst), DateRead::Day { .. } | DateRead::MonthOnly(_));
            self.plain += u64::from(is_date);
            return;
        };
        match (first, second) {
            (13..=31, 1..=12) => self.day_first += 1,
            (1..=12, 13..=31) => self.month_first += 1,
            (1..=12, 1..=12) => {
                self.either += 1;
                self.firsts |= 1 << first;
                self.seconds |= 1 << second;
            }
            _ => {}
        }
    }

    /// The order, whether it is certain, and why, for people. `named` is the month that the file's name tells.
    pub(crate) fn decide(&self, named: Option<Month>) -> (DateOrder, bool, String) {
        let (day_first, month_first) = (self.day_first, self.month_first);
        if day_first == 0 && month_first == 0 {
            return self.decide_from_name(named).unwrap_or_else(|| self.decide_from_spread());
        }
        let (order, name, for_it, against) = if day_first >= month_first {
            (DateOrder::DayFirst, "day first (dd/mm/yyyy)", day_first, month_first)
        } else {
            (DateOrder::MonthFirst, "month first (mm/dd/yyyy)", month_first, day_first)
        };
        let (for_words, against_words) = (dates(for_it), dates(against));
        if against == 0 {
            return (order, true, format!("{name}: {for_words} can be nothing else"));
        }
        // One in ten the other way is a few cells that a spreadsheet turned round; more is two habits in one file.
        let certain = against * 10 <= for_it;
        (order, certain, format!("{name}: {for_words} can be nothing else, though {against_words} can only be the other way round"))
    }

    /// With no day over 12, the number that is always the month of the file's name is the month.
    fn decide_from_name(&self, named: Option<Month>) -> Option<(DateOrder, bool, String)> {
        let (_, month) = named?.year_month();
        let is_always = |numbers: u16| numbers == 1 << month;
        let all = dates(self.either);
        match (is_always(self.firsts), is_always(self.seconds)) {
            (false, true) => {
                Some((DateOrder::DayFirst, true, format!("day first (dd/mm/yyyy): in {all} the second number is the month of the name")))
            }
            (true, false) => {
                Some((DateOrder::MonthFirst, true, format!("month first (mm/dd/yyyy): in {all} the first number is the month of the name")))
            }
            _ => None,
        }
    }

    /// With no day over 12 and no name, a second number that hardly changes is the month, for a file is of a month or a quarter.
    fn decide_from_spread(&self) -> (DateOrder, bool, String) {
        if self.either == 0 {
            let why = if self.plain == 0 { "no dates were found" } else { "every date is written so that its month is clear" };
            return (DateOrder::DayFirst, true, why.to_string());
        }
        let (firsts, seconds, all) = (self.firsts.count_ones(), self.seconds.count_ones(), dates(self.either));
        if self.either >= 8 && firsts >= seconds * 2 && seconds <= 3 {
            let why = format!("day first (dd/mm/yyyy): of {all}, the second number takes {seconds} values and the first {firsts}");
            return (DateOrder::DayFirst, true, why);
        }
        (DateOrder::DayFirst, false, format!("day first (dd/mm/yyyy) as is usual in this country: nothing in {all} decides"))
    }
}

fn dates(count: u64) -> String {
    if count == 1 { "1 date".to_string() } else { format!("{count} dates") }
}
