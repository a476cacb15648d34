//! Prices of different years made comparable: the GDP deflator as dated data.
//!
//! The rule: an amount in the prices of one year is moved to another by the ratio of the two indices. What is published is a
//! calendar-year index to 2024; council budgets run by financial year, whose own index (ONS L8GG) is not held here, so a financial year
//! takes nine months of one calendar year and three of the next, and after the last published year prices rise as the case assumes.
//! Every result says so. It never guesses an index before the table begins: such a year is refused where it is read.

use definitions::FinancialYear;

/// A published index of prices by calendar year.
#[derive(Debug)]
pub struct Deflator {
    /// Where it was published, and when.
    pub source: &'static str,
    /// What a reader must know of it.
    pub caution: &'static str,
    first_calendar_year: i32,
    index: &'static [f64],
}

/// GDP deflator at market prices, 2024 = 100.
pub static DEFLATOR: Deflator = Deflator {
    source: "GDP deflator, calendar years (ONS MNF2), release of December 2025, 2024 = 100, as held by the R package greenbook",
    caution: "The index for financial years (ONS L8GG) is not held: each financial year here is nine months of one calendar year and three of the next.",
    first_calendar_year: 1990,
    index: &[
        42.7537, 45.6203, 47.1096, 48.5208, 49.4168, 50.7097, 52.8097, 52.8303, 53.5326, 54.2793, 54.8102, 55.7479, 56.911, 58.266,
        59.8584, 61.5718, 63.4682, 64.7322, 66.89, 68.217, 69.1217, 70.834, 71.9294, 73.4795, 74.6524, 75.1536, 76.4554, 77.6367, 79.1606,
        81.1085, 85.2137, 85.6358, 90.5005, 96.2507, 100.0,
    ],
};

impl Deflator {
    /// What an amount in prices of calendar year `from` is multiplied by to be in those of `to`; `None` outside the table.
    pub fn between_calendar_years(&self, from: i32, to: i32) -> Option<f64> {
        Some(self.calendar(to)? / self.calendar(from)?)
    }

    /// The same between financial years, later ones by `inflation` a year, a fraction; `None` for a year before the table.
    pub fn between(&self, from: FinancialYear, to: FinancialYear, inflation: f64) -> Option<f64> {
        Some(self.financial(to, inflation)? / self.financial(from, inflation)?)
    }

    /// The first financial year that prices may be of.
    pub fn first_year(&self) -> FinancialYear {
        FinancialYear(self.first_calendar_year)
    }

    /// The last financial year both of whose calendar years are published; later ones are assumed.
    pub fn last_published_year(&self) -> FinancialYear {
        FinancialYear(self.first_calendar_year + self.index.len() as i32 - 2)
    }

    fn calendar(&self, year: i32) -> Option<f64> {
        usize::try_from(year - self.first_calendar_year).ok().and_then(|place| self.index.get(place)).copied()
    }

    fn financial(&self, year: FinancialYear, inflation: f64) -> Option<f64> {
        let last = self.last_published_year();
        if year > last {
            return Some(self.financial(last, inflation)? * (1.0 + inflation).powi(year.0 - last.0));
        }
        Some(0.75 * self.calendar(year.0)? + 0.25 * self.calendar(year.0 + 1)?)
    }
}

/// True where the two years lie on different sides of 2020-21, when the deflator was distorted by how the output of closed
/// public services was measured.
pub fn straddles_the_pandemic(from: FinancialYear, to: FinancialYear) -> bool {
    let (earlier, later) = (from.min(to), from.max(to));
    earlier <= FinancialYear(2020) && later >= FinancialYear(2020) && earlier != later
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_million_pounds_of_2015_is_1_330_608_pounds_and_25_pence_at_2024_prices() {
        // 1,000,000 x 100 / 75.1536, the calendar-year index of December 2025.
        let worth = 1_000_000.0 * DEFLATOR.between_calendar_years(2015, 2024).unwrap();
        assert!((worth - 1_330_608.25).abs() < 0.005, "{worth}");
    }

    #[test]
    fn a_financial_year_is_nine_months_of_one_calendar_year_and_three_of_the_next() {
        // 2022-23: 0.75 x 90.5005 + 0.25 x 96.2507 = 91.93805; 2023-24: 0.75 x 96.2507 + 0.25 x 100 = 97.188025.
        let ratio = DEFLATOR.between(FinancialYear(2022), FinancialYear(2023), 0.0).unwrap();
        assert!((ratio - 97.188025 / 91.93805).abs() < 1e-12);
    }

    #[test]
    fn after_the_last_published_year_prices_rise_as_the_case_assumes() {
        assert_eq!(DEFLATOR.last_published_year(), FinancialYear(2023));
        let ratio = DEFLATOR.between(FinancialYear(2026), FinancialYear(2028), 0.02).unwrap();
        assert!((ratio - 1.0404).abs() < 1e-12);
    }

    #[test]
    fn a_year_before_the_table_has_no_index_and_none_is_made_up() {
        assert_eq!(DEFLATOR.between(FinancialYear(1989), FinancialYear(2020), 0.02), None);
        assert_eq!(DEFLATOR.between_calendar_years(2015, 2025), None);
    }

    #[test]
    fn a_comparison_over_2020_21_is_one_to_be_warned_of() {
        assert!(straddles_the_pandemic(FinancialYear(2019), FinancialYear(2024)));
        assert!(!straddles_the_pandemic(FinancialYear(2021), FinancialYear(2024)));
        assert!(!straddles_the_pandemic(FinancialYear(2020), FinancialYear(2020)));
    }
}
