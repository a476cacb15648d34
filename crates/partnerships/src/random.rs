//! Numbers that look random and are the same on every run.
//!
//! The rule: a number is a mixture of a seed and a counter, so that work divided among threads draws the same numbers.
//! Nothing here is a secret, and nothing here protects one.

use definitions::{SPLIT_MIX_STEP, split_mixed};

/// A stream of numbers: SplitMix64 (Steele, Lea and Flood 2014).
#[derive(Clone, Debug)]
pub(crate) struct Random(u64);

impl Random {
    /// The stream of a seed.
    pub(crate) fn seeded(seed: u64) -> Random {
        Random(seed)
    }

    /// The stream of one part of the work; streams of different parts have nothing to do with each other.
    pub(crate) fn part(seed: u64, part: u64) -> Random {
        Random(Random::seeded(seed).next() ^ Random::seeded(!part).next())
    }

    /// 64 bits.
    pub(crate) fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(SPLIT_MIX_STEP);
        split_mixed(self.0)
    }

    /// A number from 0 up to 1, to 53 bits.
    pub(crate) fn fraction(&mut self) -> f64 {
        (self.next() >> 11) as f64 / (1u64 << 53) as f64
    }

    /// A whole number below `limit`. The few values that 2^64 has too many of are worth less than one in 2^57 here.
    pub(crate) fn below(&mut self, limit: usize) -> usize {
        ((u128::from(self.next()) * limit as u128) >> 64) as usize
    }

    /// Puts a list in an order in which each order is as likely (Fisher and Yates).
    pub(crate) fn shuffle<T>(&mut self, list: &mut [T]) {
        for place in (1..list.len()).rev() {
            list.swap(place, self.below(place + 1));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_shuffled_list_has_lost_nobody() {
        let mut list: Vec<usize> = (0..100).collect();
        Random::seeded(7).shuffle(&mut list);
        assert_ne!(list, (0..100).collect::<Vec<_>>());
        list.sort_unstable();
        assert_eq!(list, (0..100).collect::<Vec<_>>());
    }
}
