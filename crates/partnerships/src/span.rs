//! Which groups follow from others: the span of groups as rows of 0 and 1.
//!
//! The rule: no rounding. Numbers are remainders by a prime larger than any determinant of 0s and 1s of this size, so that
//! a group follows here if and only if it follows in whole numbers. When the shares of Ashby and Brook together are settled
//! and those of Ashby alone, Brook's follows: its satisfaction cannot be raised any more and must leave the programme.

use crate::Coalition;

/// A prime, 2^40 - 87. By Hadamard's bound a determinant of 24 rows of 0s and 1s is at most 25^12.5 / 2^24, about
/// 1.8 x 10^10, so that none but 0 leaves no remainder.
const PRIME: u64 = (1 << 40) - 87;

/// Independent groups and what follows from them.
#[derive(Clone, Debug)]
pub(crate) struct Span {
    players: usize,
    /// Reduced rows, each with the player at whom it has its 1 and all other rows have 0.
    rows: Vec<(usize, Vec<u64>)>,
}

impl Span {
    /// Nothing but nobody.
    pub(crate) fn of(players: usize) -> Span {
        Span { players, rows: Vec::new() }
    }

    /// How many independent groups there are.
    pub(crate) fn rank(&self) -> usize {
        self.rows.len()
    }

    /// Adds a group; true where it did not follow already.
    pub(crate) fn add(&mut self, group: Coalition) -> bool {
        let mut row = self.remainder(group);
        let Some(lead) = row.iter().position(|number| *number != 0) else { return false };
        let inverse = power(row[lead], PRIME - 2);
        row.iter_mut().for_each(|number| *number = times(*number, inverse));
        for (_, other) in &mut self.rows {
            let factor = other[lead];
            subtract(other, &row, factor);
        }
        self.rows.push((lead, row));
        true
    }

    /// True at the bits of each group that follows, for all groups at once.
    pub(crate) fn held(&self) -> Vec<bool> {
        let mut held = vec![true; 1 << self.players];
        let low_players = self.players.min(12);
        for tester in self.orthogonal() {
            let low = sums(&tester[..low_players]);
            let high = sums(&tester[low_players..]);
            for (block, high) in held.chunks_exact_mut(low.len()).zip(high) {
                let wanted = (PRIME - high) % PRIME;
                block.iter_mut().zip(&low).for_each(|(held, low)| *held &= *low == wanted);
            }
        }
        held
    }

    /// Rows that are at right angles to every row of the span, and to no group outside it all together.
    fn orthogonal(&self) -> Vec<Vec<u64>> {
        let is_lead = |player: &usize| self.rows.iter().any(|(lead, _)| lead == player);
        let tester = |player: usize| {
            let mut tester = vec![0; self.players];
            tester[player] = 1;
            self.rows.iter().for_each(|(lead, row)| tester[*lead] = (PRIME - row[player]) % PRIME);
            tester
        };
        (0..self.players).filter(|player| !is_lead(player)).map(tester).collect()
    }

    fn remainder(&self, group: Coalition) -> Vec<u64> {
        let mut row: Vec<u64> = (0..self.players).map(|player| u64::from(group.has(player))).collect();
        for (lead, other) in &self.rows {
            let factor = row[*lead];
            subtract(&mut row, other, factor);
        }
        row
    }
}

/// The sum of the chosen numbers for each choice of them, as a remainder.
fn sums(numbers: &[u64]) -> Vec<u64> {
    let mut sums = vec![0; 1 << numbers.len()];
    for bits in 1..sums.len() {
        let lowest = bits.trailing_zeros() as usize;
        sums[bits] = (sums[bits & (bits - 1)] + numbers[lowest]) % PRIME;
    }
    sums
}

fn subtract(row: &mut [u64], other: &[u64], factor: u64) {
    if factor != 0 {
        row.iter_mut().zip(other).for_each(|(number, other)| *number = (*number + PRIME - times(factor, *other)) % PRIME);
    }
}

fn times(one: u64, other: u64) -> u64 {
    (u128::from(one) * u128::from(other) % u128::from(PRIME)) as u64
}

fn power(number: u64, exponent: u64) -> u64 {
    (0..u64::BITS).rev().fold(1, |so_far, bit| {
        let squared = times(so_far, so_far);
        if exponent >> bit & 1 == 1 { times(squared, number) } else { squared }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    impl Span {
        /// True where the group follows from those that were added.
        fn holds(&self, group: Coalition) -> bool {
            self.remainder(group).iter().all(|number| *number == 0)
        }
    }

    #[test]
    fn the_divisor_is_a_prime() {
        let last = (PRIME as f64).sqrt() as u64 + 1;
        assert!((2..=last).all(|divisor| !PRIME.is_multiple_of(divisor)));
    }

    #[test]
    fn a_group_follows_from_the_whole_and_the_others() {
        let mut span = Span::of(4);
        assert!(span.add(Coalition::everybody(4)));
        assert!(span.add(Coalition(0b0011)));
        assert!(!span.add(Coalition(0b1100)), "the other half follows");
        assert!(span.add(Coalition(0b0101)));
        // {1,2}+{0,2} has no whole-number way to {1,2} and {2} apart.
        assert!(span.holds(Coalition(0b1010)) && !span.holds(Coalition(0b0110)));
        assert_eq!(span.rank(), 3);
    }

    #[test]
    fn asking_for_all_groups_at_once_is_the_same_as_asking_for_each() {
        let mut span = Span::of(13);
        let independent = [0x1fff, 0x1555, 0x0333, 0x0011, 0x1800, 0x0fe0].iter().filter(|bits| span.add(Coalition(**bits))).count();
        assert_eq!(independent, 6);
        let held = span.held();
        assert!((0..1 << 13).all(|bits| held[bits as usize] == span.holds(Coalition(bits))));
    }
}
