//! A three-term metalog: a smooth distribution through a P10, a P50 and a P90.
//!
//! The rule: the three percentiles given are met exactly; the chance of no saving follows from them and is
//! never chosen by hand. Keelin (2016), "The Metalog Distributions", Decision Analysis 13(4).

/// Coefficients of `Q(y) = centre + spread L + skew (y - 0.5) L`, with `L = ln(y / (1 - y))`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Metalog {
    centre: f64,
    spread: f64,
    skew: f64,
}

impl Metalog {
    /// The distribution through three percentiles, or `None` where they are too lopsided for three terms:
    /// the share of the range below the middle must lie between one sixth and five sixths.
    pub fn through(p10: f64, p50: f64, p90: f64) -> Option<Metalog> {
        let share_below = (p50 - p10) / (p90 - p10);
        if p90 <= p10 || !(1.0 / 6.0..=5.0 / 6.0).contains(&share_below) {
            return None;
        }
        let range = (p90 - p10) / 9_f64.ln();
        Some(Metalog { centre: p50, spread: range / 2.0, skew: (1.0 - 2.0 * share_below) * range / 0.8 })
    }

    /// The value that is undercut with probability `y`, for `y` strictly between 0 and 1.
    pub fn quantile(&self, y: f64) -> f64 {
        let log_odds = (y / (1.0 - y)).ln();
        self.centre + self.spread * log_odds + self.skew * (y - 0.5) * log_odds
    }

    /// The mean, in closed form: the integral of (y - 0.5) ln(y / (1 - y)) from 0 to 1 is one half.
    pub fn mean(&self) -> f64 {
        self.centre + self.skew / 2.0
    }

    /// The probability of `value` or less. The quantile only rises, so halving the interval finds it.
    pub fn chance_of_at_most(&self, value: f64) -> f64 {
        let (mut low, mut high) = (1e-9, 1.0 - 1e-9);
        // Forty halvings leave less than a millionth of a millionth.
        for _ in 0..40 {
            let middle = (low + high) / 2.0;
            if self.quantile(middle) > value {
                high = middle;
            } else {
                low = middle;
            }
        }
        (low + high) / 2.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_distribution_meets_the_three_percentiles_it_was_drawn_through() {
        let metalog = Metalog::through(-6.0, 2.0, 12.0).unwrap();
        assert!((metalog.quantile(0.1) + 6.0).abs() < 1e-9);
        assert!((metalog.quantile(0.5) - 2.0).abs() < 1e-9);
        assert!((metalog.quantile(0.9) - 12.0).abs() < 1e-9);
    }

    #[test]
    fn a_shared_back_office_has_38_chances_in_100_of_no_saving_and_a_mean_of_2_6_per_cent() {
        let metalog = Metalog::through(-6.0, 2.0, 12.0).unwrap();
        assert!((metalog.chance_of_at_most(0.0) - 0.38).abs() < 0.005);
        assert!((metalog.mean() - 2.6).abs() < 0.05);
    }

    #[test]
    fn percentiles_too_lopsided_or_out_of_order_give_no_distribution_rather_than_a_wrong_one() {
        assert_eq!(Metalog::through(0.0, 1.0, 10.0), None);
        assert_eq!(Metalog::through(5.0, 5.0, 5.0), None);
        assert_eq!(Metalog::through(9.0, 5.0, 1.0), None);
    }

    proptest::proptest! {
        #[test]
        fn the_chance_undoes_the_quantile(p10 in -20.0..0.0f64, below in 1.0..10.0f64, skew in 0.25..4.0f64, y in 0.01..0.99f64) {
            let metalog = Metalog::through(p10, p10 + below, p10 + below + below * skew).unwrap();
            proptest::prop_assert!((metalog.chance_of_at_most(metalog.quantile(y)) - y).abs() < 1e-6);
        }
    }
}
