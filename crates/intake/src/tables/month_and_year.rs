//! A month in one column and its year in another.
//!
//! The rule: a name of a month with a year, or with a financial year, is one month. A number is a month of the calendar
//! beside a year under "month", and of the financial year beside a financial year under "period". Anything that could be
//! read in two ways is not joined.

use definitions::Month;

use super::columns::Column;
use crate::Meaning;
use crate::formats::Cell;
use crate::values::months::month_named;

/// Where the two stand, and how their numbers count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct MonthAndYear {
    pub(super) month: usize,
    pub(super) year: usize,
    /// Headed "period": a number counts from April.
    is_period: bool,
    /// Headed as a financial year: a bare year does not say which of its two it is.
    is_financial: bool,
}

/// A year, as published.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Year {
    Calendar(i32),
    /// By the year in which it begins.
    Financial(i32),
}

impl MonthAndYear {
    /// The two columns, where a table has both.
    pub(super) fn of(columns: &[Column]) -> Option<MonthAndYear> {
        let at = |meaning| columns.iter().position(|column| column.meaning == meaning);
        let (month, year) = (at(Meaning::Month)?, at(Meaning::Year)?);
        let says = |place: usize, wanted: &[&str]| columns[place].words.iter().any(|word| wanted.contains(&word.as_str()));
        let is_financial = says(year, &["financial", "fiscal", "fy", "accounting"]);
        Some(MonthAndYear { month, year, is_period: says(month, &["period"]), is_financial })
    }

    /// The month that two cells of one row say together.
    pub(super) fn read(&self, month: Cell<'_>, year: Cell<'_>) -> Option<Month> {
        let year = year_in(year)?;
        let named = matches!(month, Cell::Text(text) if month_named(text).is_some());
        let number = month_in(month)?;
        match year {
            Year::Calendar(_) if self.is_financial => None,
            Year::Calendar(year) if named || !self.is_period => Month::from_year_month(year, number),
            Year::Financial(year) if named => Month::from_year_month(if number >= 4 { year } else { year + 1 }, number),
            // Period 1 is April, period 12 March of the year after.
            Year::Financial(year) if self.is_period => Month::from_year_month(year + i32::from(number > 9), (number + 2) % 12 + 1),
            _ => None,
        }
    }
}

/// True for a cell that could be the month of such a pair.
pub(super) fn is_month(cell: Cell<'_>) -> bool {
    month_in(cell).is_some()
}

/// 1 to 12, by name or by number.
fn month_in(cell: Cell<'_>) -> Option<u32> {
    let number = match cell {
        Cell::Text(text) => return month_named(text).or_else(|| text.parse().ok()).filter(|month| (1..=12).contains(month)),
        Cell::Number(number) if number.fract() == 0.0 => number,
        _ => return None,
    };
    (1.0..=12.0).contains(&number).then_some(number as u32)
}

/// `2023`, `2023/24`, `2023-2024`, `FY2023/24`.
fn year_in(cell: Cell<'_>) -> Option<Year> {
    let text = match cell {
        Cell::Number(number) if number.fract() == 0.0 && (2000.0..=2069.0).contains(&number) => return Some(Year::Calendar(number as i32)),
        Cell::Text(text) => text,
        _ => return None,
    };
    let numbers: Vec<&str> = text.split(|letter: char| !letter.is_ascii_digit()).filter(|digits| !digits.is_empty()).collect();
    let first = numbers.first().filter(|digits| digits.len() == 4)?.parse().ok().filter(|year| (2000..=2069).contains(year))?;
    match numbers[1..] {
        [] if text.len() == 4 => Some(Year::Calendar(first)),
        [second] if second.parse() == Ok(first + 1) || second.parse() == Ok((first + 1) % 100) => Some(Year::Financial(first)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn joined(headings: [&str; 2], month: &str, year: &str) -> Option<String> {
        let (is_period, is_financial) = (headings[0] == "Period", headings[1] == "Financial Year");
        let pair = MonthAndYear { month: 0, year: 1, is_period, is_financial };
        pair.read(Cell::Text(month), Cell::Text(year)).map(|month| month.to_string())
    }

    #[test]
    fn april_and_2023_are_april_2023() {
        assert_eq!(joined(["Month", "Year"], "April", "2023").as_deref(), Some("2023-04"));
        assert_eq!(joined(["Month", "Year"], "4", "2023").as_deref(), Some("2023-04"));
        assert_eq!(joined(["Month", "Year"], "Jan", "2023/24").as_deref(), Some("2024-01"));
        assert_eq!(joined(["Month", "Financial Year"], "Jan", "2023-2024").as_deref(), Some("2024-01"));
    }

    #[test]
    fn period_1_of_a_financial_year_is_april_and_period_12_is_march() {
        assert_eq!(joined(["Period", "Financial Year"], "1", "2023/24").as_deref(), Some("2023-04"));
        assert_eq!(joined(["Period", "Financial Year"], "9", "2023/24").as_deref(), Some("2023-12"));
        assert_eq!(joined(["Period", "Financial Year"], "10", "2023/24").as_deref(), Some("2024-01"));
        assert_eq!(joined(["Period", "Financial Year"], "12", "2023/24").as_deref(), Some("2024-03"));
    }

    #[test]
    fn what_could_be_read_in_two_ways_is_not_joined() {
        assert_eq!(joined(["Month", "Year"], "1", "2023/24"), None, "April or January");
        assert_eq!(joined(["Period", "Year"], "1", "2023"), None, "April or January");
        assert_eq!(joined(["Month", "Financial Year"], "January", "2023"), None, "of 2023 or of 2024");
        assert_eq!(joined(["Month", "Year"], "13", "2023"), None);
        assert_eq!(joined(["Month", "Year"], "April", "2023/25"), None);
    }
}
