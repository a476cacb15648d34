//! Yearly values that can be compared between bodies.
//!
//! The rule: a body is looked at in the latest year of which it published at least six months, scaled up to twelve.
//! A body with less is shown as published, never scaled, and said to be incomplete. Nothing is projected forward.

use definitions::{FinancialYear, Pence};

use crate::YearCovered;

/// Fewer months than this say too little about a year to be scaled up to one.
const FEWEST_MONTHS: u32 = 6;

/// The year in which a body is looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Comparable {
    /// The year.
    pub(crate) year: FinancialYear,
    /// How many of its months were published.
    pub(crate) months: u32,
}

impl Comparable {
    /// True where `yearly` multiplies what was paid.
    pub(crate) fn is_scaled(self) -> bool {
        (FEWEST_MONTHS..12).contains(&self.months)
    }

    /// True where too little was published to say anything of a whole year.
    pub(crate) fn is_too_short(self) -> bool {
        self.months < FEWEST_MONTHS
    }

    /// What was paid in the published months as a yearly value. Credits that exceed payments count as nothing.
    pub(crate) fn yearly(self, paid_pence: i128) -> Pence {
        let months = if self.is_scaled() { i128::from(self.months) } else { 12 };
        let yearly = (paid_pence.max(0) * 12 + months / 2) / months;
        Pence(i64::try_from(yearly).unwrap_or(i64::MAX))
    }
}

/// The latest year with at least six published months; failing that, the latest with any.
pub(crate) fn comparable(years: &[YearCovered]) -> Option<Comparable> {
    let published = |covered: &YearCovered| Comparable { year: covered.year, months: (covered.months & 0xFFF).count_ones() };
    let latest = |fewest: u32| years.iter().map(published).filter(|one| one.months >= fewest).max_by_key(|one| (one.year, one.months));
    latest(FEWEST_MONTHS).or_else(|| latest(1))
}

/// The year in which a body is looked at: the latest of which at least six months were published; failing that, the latest with any.
pub fn comparable_year(years: &[YearCovered]) -> Option<FinancialYear> {
    comparable(years).map(|one| one.year)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn covered(year: i32, months: u32) -> YearCovered {
        YearCovered { year: FinancialYear(year), months: ((1u32 << months) - 1) as u16 }
    }

    #[test]
    fn the_latest_year_with_half_its_months_is_looked_at_and_a_year_just_begun_is_not() {
        let years = [covered(2023, 12), covered(2024, 9), covered(2025, 3)];
        assert_eq!(comparable(&years), Some(Comparable { year: FinancialYear(2024), months: 9 }));
    }

    #[test]
    fn nine_months_are_scaled_up_to_twelve() {
        let nine = Comparable { year: FinancialYear(2024), months: 9 };
        assert_eq!(nine.yearly(90_000), Pence(120_000));
    }

    #[test]
    fn three_months_are_shown_as_they_are() {
        let three = comparable(&[covered(2025, 3)]).unwrap();
        assert!(three.is_too_short());
        assert_eq!(three.yearly(90_000), Pence(90_000));
    }

    #[test]
    fn a_body_that_published_nothing_has_no_year() {
        assert_eq!(comparable(&[]), None);
        assert_eq!(comparable(&[covered(2024, 0)]), None);
    }

    #[test]
    fn credits_larger_than_payments_count_as_nothing_and_not_as_a_debt() {
        assert_eq!(Comparable { year: FinancialYear(2024), months: 12 }.yearly(-500), Pence(0));
    }
}
