//! A figure that is not known for certain: a range, and how likely each part of it is.
//!
//! The rule: a range says which figure is in the middle and how it runs out on both sides; the one used for the central
//! estimate is always one that a person wrote or can look up. A figure never leaves the bounds that its meaning sets: a share
//! stays between none and all, a price paid does not fall below nothing.

use definitions::Metalog;

/// A figure, certain or not.
#[derive(Clone, Debug, PartialEq)]
pub struct Uncertain {
    shape: Shape,
    least: f64,
    most: f64,
}

/// How likely each part of the range is.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Shape {
    Certain(f64),
    /// Likeliest at the central figure, and less and less so to the two ends, which are never passed.
    Triangle {
        low: f64,
        central: f64,
        high: f64,
    },
    /// One chance in ten below the first and above the last.
    Percentiles {
        ends: (f64, f64),
        central: f64,
        metalog: Metalog,
    },
    /// Cost over plan of an information technology project, as one plus the overrun.
    LongTail {
        central: f64,
    },
}

/// Why three figures are no range.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoRange {
    /// They do not rise from the first to the last.
    OutOfOrder,
    /// The middle stands too near an end for a smooth distribution through three percentiles.
    TooLopsided,
}

impl Uncertain {
    /// A figure that is known.
    pub fn certain(figure: f64) -> Uncertain {
        Uncertain::unbounded(Shape::Certain(figure))
    }

    /// A range with firm ends and a likeliest figure between them.
    ///
    /// # Errors
    /// When the figures do not rise.
    pub fn between(low: f64, central: f64, high: f64) -> Result<Uncertain, NoRange> {
        if !(low <= central && central <= high) {
            return Err(NoRange::OutOfOrder);
        }
        let shape = if low == high { Shape::Certain(central) } else { Shape::Triangle { low, central, high } };
        Ok(Uncertain::unbounded(shape))
    }

    /// A range through three percentiles, with no firm ends: one chance in ten lies beyond each.
    ///
    /// # Errors
    /// When the figures do not rise, or the middle lies outside the middle two thirds of the range.
    pub fn through(p10: f64, p50: f64, p90: f64) -> Result<Uncertain, NoRange> {
        if !(p10 < p50 && p50 < p90) {
            return Err(NoRange::OutOfOrder);
        }
        let metalog = Metalog::through(p10, p50, p90).ok_or(NoRange::TooLopsided)?;
        Ok(Uncertain::unbounded(Shape::Percentiles { ends: (p10, p90), central: p50, metalog }))
    }

    /// What an information technology project costs, as a multiple of its plan: see [`LONG_TAIL`].
    pub fn long_tail(central: f64) -> Uncertain {
        Uncertain::unbounded(Shape::LongTail { central })
    }

    /// The same range, kept within bounds: a draw beyond one is taken to be the bound.
    pub fn within(mut self, least: f64, most: f64) -> Uncertain {
        self.least = least;
        self.most = most;
        self
    }

    /// The figure used for the central estimate.
    pub fn central(&self) -> f64 {
        let (Shape::Certain(central) | Shape::Triangle { central, .. } | Shape::Percentiles { central, .. } | Shape::LongTail { central }) =
            self.shape;
        self.bounded(central)
    }

    /// True where nothing varies.
    pub fn is_certain(&self) -> bool {
        matches!(self.shape, Shape::Certain(_))
    }

    /// The outer figures as they were written; both the figure itself where it is certain or its range is a published one.
    pub fn written_ends(&self) -> (f64, f64) {
        match self.shape {
            Shape::Certain(figure) | Shape::LongTail { central: figure } => (figure, figure),
            Shape::Triangle { low, high, .. } => (low, high),
            Shape::Percentiles { ends, .. } => ends,
        }
    }

    /// True where the outer figures are percentiles, with one chance in ten beyond each, and not firm ends.
    pub fn is_by_percentiles(&self) -> bool {
        matches!(self.shape, Shape::Percentiles { .. })
    }

    /// The figures that one draw in ten lies below and above.
    pub fn one_in_ten(&self) -> (f64, f64) {
        match self.shape {
            Shape::Percentiles { ends: (p10, p90), .. } => (self.bounded(p10), self.bounded(p90)),
            _ => (self.quantile(0.1), self.quantile(0.9)),
        }
    }

    /// The figure that is undercut with probability `chance`, strictly between 0 and 1. It never falls as `chance` rises.
    pub fn quantile(&self, chance: f64) -> f64 {
        self.bounded(match self.shape {
            Shape::Certain(figure) => figure,
            Shape::Triangle { low, central, high } => triangle_quantile(low, central, high, chance),
            Shape::Percentiles { metalog, .. } => metalog.quantile(chance),
            Shape::LongTail { .. } => 1.0 + LONG_TAIL.overrun(chance),
        })
    }

    fn unbounded(shape: Shape) -> Uncertain {
        Uncertain { shape, least: f64::NEG_INFINITY, most: f64::INFINITY }
    }

    fn bounded(&self, figure: f64) -> f64 {
        figure.clamp(self.least, self.most)
    }
}

/// How far information technology projects run over their budgets.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct LongTail {
    /// The share of projects that run over by more than `serious`.
    pub serious_share: f64,
    /// What counts as a serious overrun, as a share of the budget.
    pub serious: f64,
    /// The mean overrun of the serious ones, as a share of the budget.
    pub serious_mean: f64,
    /// The chance beyond which the tail is cut.
    pub cut: f64,
}

/// Of 5,392 information technology projects 18 % ran over by more than half in real terms, and those by 447 % on average
/// (Flyvbjerg and Gardner, "How Big Things Get Done", 2023). The 82 % are taken to lie evenly between none and half, and the
/// tail to follow a Pareto law with that mean; it is cut at one project in a thousand, since a body stops such a project. The last
/// two are judgement.
pub const LONG_TAIL: LongTail = LongTail { serious_share: 0.18, serious: 0.5, serious_mean: 4.47, cut: 0.999 };

impl LongTail {
    /// The overrun that is undercut with probability `chance`, as a share of the budget.
    pub fn overrun(&self, chance: f64) -> f64 {
        let ordinary_share = 1.0 - self.serious_share;
        if chance < ordinary_share {
            return self.serious * chance / ordinary_share;
        }
        // The mean of a Pareto law above s is s a / (a - 1), hence a = m / (m - s): 4.47 / 3.97 = 1.126.
        let exponent = self.serious_mean / (self.serious_mean - self.serious);
        let share_beyond = (1.0 - chance.min(self.cut)) / self.serious_share;
        self.serious * share_beyond.powf(-1.0 / exponent)
    }
}

fn triangle_quantile(low: f64, central: f64, high: f64, chance: f64) -> f64 {
    let (span, below) = (high - low, central - low);
    if chance * span < below { low + (chance * span * below).sqrt() } else { high - ((1.0 - chance) * span * (high - central)).sqrt() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_triangle_from_0_over_50_to_100_has_its_middle_at_50_and_an_eighth_below_25() {
        // The area of the small triangle below 25 is 25 x 25 / (100 x 50) = 0.125.
        let range = Uncertain::between(0.0, 50.0, 100.0).unwrap();
        assert!((range.quantile(0.5) - 50.0).abs() < 1e-9);
        assert!((range.quantile(0.125) - 25.0).abs() < 1e-9);
        assert!((range.quantile(0.875) - 75.0).abs() < 1e-9);
    }

    #[test]
    fn a_triangle_that_leans_wholly_to_one_side_has_no_hole_in_it() {
        let range = Uncertain::between(10.0, 10.0, 20.0).unwrap();
        assert_eq!(range.quantile(1e-12).round(), 10.0);
        assert!((range.quantile(0.75) - 15.0).abs() < 1e-9);
    }

    #[test]
    fn percentiles_are_met_and_what_cannot_be_negative_is_not_drawn_below_nothing() {
        let range = Uncertain::through(1.0, 5.0, 12.0).unwrap();
        assert!((range.quantile(0.1) - 1.0).abs() < 1e-9 && (range.quantile(0.9) - 12.0).abs() < 1e-9);
        assert!(range.quantile(0.001) < 0.0);
        assert_eq!(range.within(0.0, f64::INFINITY).quantile(0.001), 0.0);
    }

    #[test]
    fn figures_that_fall_or_lean_too_far_are_no_range() {
        assert_eq!(Uncertain::between(3.0, 2.0, 1.0), Err(NoRange::OutOfOrder));
        assert_eq!(Uncertain::through(0.0, 1.0, 10.0), Err(NoRange::TooLopsided));
        assert_eq!(Uncertain::between(f64::NAN, 2.0, 3.0), Err(NoRange::OutOfOrder));
    }

    #[test]
    fn eighteen_it_projects_in_a_hundred_run_over_by_more_than_half_and_the_serious_ones_have_a_long_tail() {
        assert!((LONG_TAIL.overrun(0.82) - 0.5).abs() < 1e-9);
        assert!((LONG_TAIL.overrun(0.41) - 0.25).abs() < 1e-9);
        // A mean of 4.47 above 0.5 asks for the exponent 4.47 / 3.97 = 1.125945. Half of the tail lies beyond 0.5 x 2^(1 / 1.125945),
        // and a tenth of it beyond 0.5 x 10^(1 / 1.125945).
        assert!((LONG_TAIL.overrun(0.91) - 0.9254).abs() < 1e-4);
        assert!((LONG_TAIL.overrun(0.982) - 3.8647).abs() < 1e-3);
        assert_eq!(LONG_TAIL.overrun(0.9999), LONG_TAIL.overrun(0.999));
    }

    proptest::proptest! {
        #[test]
        fn a_higher_chance_never_gives_a_lower_figure(low in -100.0..0.0f64, a in 0.0..50.0f64, b in 0.0..50.0f64, x in 0.001..0.999f64, y in 0.001..0.999f64) {
            let range = Uncertain::between(low, low + a, low + a + b).unwrap();
            let (x, y) = (x.min(y), x.max(y));
            proptest::prop_assert!(range.quantile(x) <= range.quantile(y) + 1e-9);
            proptest::prop_assert!(LONG_TAIL.overrun(x) <= LONG_TAIL.overrun(y) + 1e-9);
        }
    }
}
