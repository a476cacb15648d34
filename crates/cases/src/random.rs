//! Draws that depend on nothing but a seed, a name and a number.
//!
//! The rule: draw 70,000 of a figure is the same whoever asks for it, on whichever thread, in whatever order, so a result can be
//! repeated. The generator is SplitMix64 (Steele, Lea and Flood, OOPSLA 2014), which can be entered at any place. It guards no secret.

use definitions::{SPLIT_MIX_STEP, split_mixed};

use crate::bell::normal_quantile;

/// The draws of one figure.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Stream {
    start: u64,
}

impl Stream {
    /// The draws of the figure called `name` under `seed`.
    pub(crate) fn new(seed: u64, name: &str) -> Stream {
        // FNV-1a makes one number of the name; mixing sets streams of alike names far apart.
        let hash = name.bytes().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3));
        Stream { start: split_mixed(hash ^ split_mixed(seed)) }
    }

    /// Draw number `draw`, from 0, as a point of the bell curve with mean 0 and deviation 1.
    #[inline]
    pub(crate) fn normal(self, draw: u64) -> f64 {
        normal_quantile(self.uniform(draw))
    }

    /// Draw number `draw`, strictly between 0 and 1.
    fn uniform(self, draw: u64) -> f64 {
        // The 53 highest bits, and half a step, so that neither end is ever met.
        ((self.bits(draw) >> 11) as f64 + 0.5) * (1.0 / (1u64 << 53) as f64)
    }

    fn bits(self, draw: u64) -> u64 {
        split_mixed(self.start.wrapping_add(SPLIT_MIX_STEP.wrapping_mul(draw.wrapping_add(1))))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hundred_thousand_draws_have_the_mean_and_the_spread_of_the_bell_curve() {
        let stream = Stream::new(1, "set-up");
        let draws: Vec<f64> = (0..100_000).map(|draw| stream.normal(draw)).collect();
        let mean = draws.iter().sum::<f64>() / 1e5;
        let variance = draws.iter().map(|draw| draw * draw).sum::<f64>() / 1e5;
        // Four standard errors: 4 / root of 100,000 for the mean, 4 x root of 2 / 100,000 for the variance.
        assert!(mean.abs() < 0.0127 && (variance - 1.0).abs() < 0.0179, "{mean} {variance}");
    }

    #[test]
    fn two_figures_and_two_seeds_have_nothing_to_do_with_each_other() {
        for (one, other) in [(Stream::new(1, "a"), Stream::new(1, "b")), (Stream::new(1, "a"), Stream::new(2, "a"))] {
            let product: f64 = (0..100_000).map(|draw| one.normal(draw) * other.normal(draw)).sum();
            assert!((product / 1e5).abs() < 0.0127);
        }
    }
}
