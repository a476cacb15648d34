//! When a line falls: once, in a few named years, or every year from one to another with a way of building up.
//!
//! The rule: a year outside the line's own has nothing in it, and the last part of a profile stands for every later year of the line.

use definitions::FinancialYear;

/// When a line falls, in years from the first of the case.
#[derive(Clone, Debug, PartialEq)]
pub struct Timing {
    /// The first year.
    pub first: u32,
    /// The year after the last.
    pub end: u32,
    /// The part of the amount that falls in each year from the first; the last part stands for every later year. Never empty.
    pub profile: Vec<f64>,
    /// True where it falls once, or in a few named years, so that it is a cost of setting up.
    pub is_once: bool,
    /// True where the profile holds pounds of each year, and the amount is one.
    pub is_year_by_year: bool,
}

impl Timing {
    /// The part of the amount that falls in `year`.
    pub fn part(&self, year: u32) -> f64 {
        if year < self.first || year >= self.end {
            return 0.0;
        }
        let place = (year - self.first) as usize;
        self.profile[place.min(self.profile.len() - 1)]
    }

    /// Which years it falls in, for people.
    pub fn in_words(&self, first_year: FinancialYear) -> String {
        let year = |place: u32| FinancialYear(first_year.0 + place as i32);
        if self.end <= self.first + 1 { year(self.first).to_string() } else { format!("{} to {}", year(self.first), year(self.end - 1)) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_profile_builds_up_and_then_stays_at_its_last_part_until_the_line_ends() {
        let timing = Timing { first: 1, end: 5, profile: vec![0.5, 1.0], is_once: false, is_year_by_year: false };
        let parts: Vec<f64> = (0..7).map(|year| timing.part(year)).collect();
        assert_eq!(parts, [0.0, 0.5, 1.0, 1.0, 1.0, 0.0, 0.0]);
    }

    #[test]
    fn a_line_of_one_year_is_written_as_that_year_and_a_longer_one_from_first_to_last() {
        let timing = |end: u32| Timing { first: 1, end, profile: vec![1.0], is_once: false, is_year_by_year: false };
        assert_eq!(timing(2).in_words(FinancialYear(2026)), "2027-28");
        assert_eq!(timing(5).in_words(FinancialYear(2026)), "2027-28 to 2030-31");
    }
}
