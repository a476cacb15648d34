//! What a pound of a later year is worth today: the Green Book's discount rates as dated data.
//!
//! The rule: year 0 is not discounted, and each later year is discounted by the rate of the band that it lies in, chained over
//! the kinks, never `1 / (1 + rate)^years`. The table carries the day it was read and where, so that it can be replaced by a later
//! one and an old case still says which it used.

/// Which rates a case is discounted at.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Rates {
    /// The real social time preference rate, 3.5 % at first.
    #[default]
    Standard,
    /// For effects on health.
    Health,
    /// Pure time preference removed, which the 2026 Green Book asks for beside the standard where a case runs for more than 50 years.
    Sensitivity,
}

impl Rates {
    /// The word in a case file.
    pub fn code(self) -> &'static str {
        match self {
            Rates::Standard => "standard",
            Rates::Health => "health",
            Rates::Sensitivity => "sensitivity",
        }
    }
}

/// A published table of discount rates.
#[derive(Debug)]
pub struct Schedule {
    /// Where it was published.
    pub source: &'static str,
    /// What a reader must know of it.
    pub caution: &'static str,
    bands: &'static [Band],
}

/// Years that are discounted at one rate.
#[derive(Debug)]
struct Band {
    /// The last year of the band, counted from the first year of the case.
    through_year: u32,
    standard: f64,
    health: f64,
    sensitivity: f64,
}

/// The table of 16 April 2026.
pub static SCHEDULE: Schedule = Schedule {
    source: "HM Treasury's Green Book of February 2026, rates as given by the Department for Transport on 16 April 2026 \
             (gov.uk, TAG forthcoming change: Green Book updates)",
    caution: "HM Treasury published the conclusions of a review of the discount rate on 30 June 2026; they are not in this table.",
    bands: &[
        Band { through_year: 30, standard: 0.035, health: 0.015, sensitivity: 0.03 },
        Band { through_year: 75, standard: 0.03, health: 0.0129, sensitivity: 0.0257 },
        Band { through_year: 125, standard: 0.025, health: 0.0107, sensitivity: 0.0214 },
        Band { through_year: 200, standard: 0.02, health: 0.0086, sensitivity: 0.0171 },
        Band { through_year: 300, standard: 0.015, health: 0.0064, sensitivity: 0.0129 },
        Band { through_year: u32::MAX, standard: 0.01, health: 0.0043, sensitivity: 0.0086 },
    ],
};

impl Schedule {
    /// What a pound of each year from 0 to `years - 1` is worth in year 0.
    pub fn factors(&self, rates: Rates, years: u32) -> Vec<f64> {
        let mut worth = 1.0;
        let later = (1..years).map(|year| {
            worth /= 1.0 + self.rate(rates, year);
            worth
        });
        std::iter::once(1.0).chain(later).take(years as usize).collect()
    }

    /// The rate between the year before `year` and `year`, as a fraction.
    pub fn rate(&self, rates: Rates, year: u32) -> f64 {
        let band = self.bands.iter().find(|band| year <= band.through_year).expect("the last band has no end");
        match rates {
            Rates::Standard => band.standard,
            Rates::Health => band.health,
            Rates::Sensitivity => band.sensitivity,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn factor(rates: Rates, year: usize) -> f64 {
        SCHEDULE.factors(rates, year as u32 + 1)[year]
    }

    #[test]
    fn a_pound_of_a_later_year_is_worth_what_the_green_books_standard_rates_say() {
        // Worked from the formula of the Green Book, 1 / product of (1 + rate of year k).
        let worked = [
            (0, 1.0),
            (1, 0.966184),
            (5, 0.841973),
            (10, 0.708919),
            (20, 0.502566),
            (30, 0.356278),
            (31, 0.345901),
            (50, 0.197263),
            (60, 0.146782),
            (75, 0.094214),
            (76, 0.091916),
            (125, 0.027411),
            (126, 0.026873),
            (200, 0.006207),
            (201, 0.006116),
        ];
        for (year, worth) in worked {
            assert!((factor(Rates::Standard, year) - worth).abs() < 1e-6, "year {year}: {}", factor(Rates::Standard, year));
        }
    }

    #[test]
    fn the_31st_year_is_discounted_from_the_30th_at_three_per_cent_and_not_afresh() {
        assert!((factor(Rates::Standard, 31) - factor(Rates::Standard, 30) / 1.03).abs() < 1e-12);
    }

    #[test]
    fn without_pure_time_preference_a_pound_of_year_60_is_worth_a_third_more() {
        assert!((factor(Rates::Sensitivity, 30) - 0.411987).abs() < 1e-6);
        assert!((factor(Rates::Sensitivity, 60) - 0.192430).abs() < 1e-6);
    }

    #[test]
    fn a_pound_a_year_is_worth_what_the_annuity_tables_say() {
        let sum = |from: usize, to: usize| SCHEDULE.factors(Rates::Standard, 31)[from..=to].iter().sum::<f64>();
        for (from, to, worth) in [(1, 5, 4.515052), (1, 10, 8.316605), (0, 9, 8.607687), (1, 30, 18.392045)] {
            assert!((sum(from, to) - worth).abs() < 1e-6);
        }
    }

    #[test]
    fn a_later_year_is_never_worth_more_than_an_earlier_one_in_four_hundred_years() {
        for rates in [Rates::Standard, Rates::Health, Rates::Sensitivity] {
            assert!(SCHEDULE.factors(rates, 400).windows(2).all(|pair| pair[1] < pair[0]));
        }
    }
}
