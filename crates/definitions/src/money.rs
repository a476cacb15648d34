//! Money in whole pence.
//!
//! The rule: an amount is an `i64` number of pence from the moment it is read until it is shown.
//! It is never a float, and adding never wraps round in silence.

use std::fmt;
use std::iter::Sum;
use std::ops::{Add, AddAssign, Neg, Sub};

use serde::{Deserialize, Serialize};

/// A sum of money in whole pence; negative for a credit.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Pence(pub i64);

impl Pence {
    /// No money at all.
    pub const ZERO: Pence = Pence(0);

    /// The amount in pounds, for charts and shares only; never added up.
    pub fn as_pounds(self) -> f64 {
        self.0 as f64 / 100.0
    }

    /// `rate` of this amount to the nearest penny; `rate` is a fraction, so 0.02 is 2 %.
    pub fn share(self, rate: f64) -> Pence {
        Pence((self.0 as f64 * rate).round() as i64)
    }

    /// The amount without its sign.
    pub fn abs(self) -> Pence {
        Pence(self.0.saturating_abs())
    }

    /// A short form for headlines: `£1.2m`, `£340k`, `£512`.
    pub fn short(self) -> String {
        let sign = if self.0 < 0 { "-" } else { "" };
        let pounds = self.0.unsigned_abs() as f64 / 100.0;
        // Each limit is where the next larger unit would round to 1, so that £999,950 is £1.0m and not £1000k.
        if pounds >= 999_950_000.0 {
            format!("{sign}£{:.1}bn", pounds / 1e9)
        } else if pounds >= 999_500.0 {
            format!("{sign}£{:.1}m", pounds / 1e6)
        } else if pounds >= 9_999.5 {
            format!("{sign}£{:.0}k", pounds / 1e3)
        } else {
            format!("{sign}£{}", thousands(pounds.round() as u64))
        }
    }

    /// Whole pounds with commas: `£12,346`.
    pub fn whole_pounds(self) -> String {
        let sign = if self.0 < 0 { "-" } else { "" };
        format!("{sign}£{}", thousands((self.0.unsigned_abs() + 50) / 100))
    }

    /// Plain digits for a CSV cell or another program: `-12345.60`.
    pub fn plain(self) -> String {
        let sign = if self.0 < 0 { "-" } else { "" };
        let all = self.0.unsigned_abs();
        format!("{sign}{}.{:02}", all / 100, all % 100)
    }
}

/// Pounds and pence with commas: `£12,345.60`.
impl fmt::Display for Pence {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.0 < 0 { "-" } else { "" };
        let all = self.0.unsigned_abs();
        f.pad(&format!("{sign}£{}.{:02}", thousands(all / 100), all % 100))
    }
}

impl Add for Pence {
    type Output = Pence;
    fn add(self, other: Pence) -> Pence {
        Pence(self.0.saturating_add(other.0))
    }
}

impl AddAssign for Pence {
    fn add_assign(&mut self, other: Pence) {
        *self = *self + other;
    }
}

impl Sub for Pence {
    type Output = Pence;
    fn sub(self, other: Pence) -> Pence {
        Pence(self.0.saturating_sub(other.0))
    }
}

impl Neg for Pence {
    type Output = Pence;
    fn neg(self) -> Pence {
        Pence(self.0.saturating_neg())
    }
}

impl Sum for Pence {
    fn sum<I: Iterator<Item = Pence>>(amounts: I) -> Pence {
        amounts.fold(Pence::ZERO, Add::add)
    }
}

/// A whole number with commas: `1,234,567`.
pub fn thousands(number: u64) -> String {
    let digits = number.to_string();
    let mut out = String::with_capacity(digits.len() + digits.len() / 3);
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_amount_is_written_with_pounds_commas_and_two_pence_digits() {
        assert_eq!(Pence(123_456_789).to_string(), "£1,234,567.89");
        assert_eq!(Pence(-5).to_string(), "-£0.05");
        assert_eq!(Pence(100_000).plain(), "1000.00");
    }

    #[test]
    fn a_headline_amount_moves_to_the_next_unit_before_it_would_read_a_thousand() {
        assert_eq!(Pence(99_995_000).short(), "£1.0m");
        assert_eq!(Pence(99_900_000).short(), "£999k");
        assert_eq!(Pence(51_249).short(), "£512");
        assert_eq!(Pence(-250_000_000).short(), "-£2.5m");
    }

    #[test]
    fn a_sum_too_large_to_hold_stops_at_the_largest_and_does_not_wrap_to_a_debt() {
        assert_eq!(Pence(i64::MAX) + Pence(1), Pence(i64::MAX));
    }
}
