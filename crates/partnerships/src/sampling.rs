//! The Shapley value of more players than can be looked at group by group: an estimate, with how far it may be out.
//!
//! The rule: orders of joining are drawn with a fixed seed; every order is taken backwards too, since who joins first in
//! one joins last in the other and their mean is steadier (antithetic draws). The amounts add up to the total in every
//! order, so the estimate does too. The standard error stands beside each amount, never left out.

use rayon::prelude::*;

use crate::random::Random;
use crate::{Coalition, Fault};

/// An estimate of the Shapley value.
#[derive(Clone, Debug, PartialEq)]
pub struct Sampled {
    /// One amount a player; they add up to the total.
    pub amounts: Vec<f64>,
    /// How far each amount may be out: 19 times in 20 by no more than twice this.
    pub standard_errors: Vec<f64>,
    /// Orders of joining that were drawn.
    pub orders: usize,
}

/// What to draw.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Draws {
    /// How many: orders of joining, of which an odd number is taken as one more, or cases of doubt.
    pub orders: usize,
    /// The same seed gives the same answer.
    pub seed: u64,
}

/// Pairs of orders added up by one thread at a time.
const CHUNK: usize = 64;

/// Estimates the Shapley value of 2 to 64 players from a rule that says what a group costs or saves by itself.
///
/// # Errors
/// When there are fewer than 2 players, more than 64 or fewer than 4 orders, or a value is not finite.
pub fn sampled_shapley(players: usize, draws: Draws, rule: impl Fn(Coalition) -> f64 + Sync) -> Result<Sampled, Fault> {
    if !(2..=64).contains(&players) || draws.orders < 4 {
        return Err(Fault::whole(
            format!("{} orders of {players} partners cannot be drawn", draws.orders),
            "Ask for 2 to 64 partners and 4 orders or more; 10,000 is a good beginning.",
        ));
    }
    let pairs = draws.orders.div_ceil(2);
    let chunks: Vec<Sums> = (0..pairs.div_ceil(CHUNK))
        .into_par_iter()
        .map(|chunk| {
            let mut sums = Sums::of(players);
            let mut random = Random::part(draws.seed, chunk as u64);
            (chunk * CHUNK..pairs.min((chunk + 1) * CHUNK)).for_each(|_| sums.add_pair(&mut random, &rule));
            sums
        })
        .collect();
    let mut all = Sums::of(players);
    chunks.iter().for_each(|sums| all.add(sums));
    let count = pairs as f64;
    let amounts: Vec<f64> = all.sum.iter().map(|sum| sum / count).collect();
    let error = |(sum, squares): (&f64, &f64)| ((squares - sum * sum / count).max(0.0) / (count - 1.0).max(1.0) / count).sqrt();
    let standard_errors: Vec<f64> = all.sum.iter().zip(&all.squares).map(error).collect();
    if amounts.iter().chain(&standard_errors).any(|amount| !amount.is_finite()) {
        return Err(Fault::whole("a group has a value that is no amount", "Check the figures of each partner."));
    }
    Ok(Sampled { amounts, standard_errors, orders: 2 * pairs })
}

/// Sums over pairs of orders, of what each player adds on average in the two.
struct Sums {
    sum: Vec<f64>,
    squares: Vec<f64>,
}

impl Sums {
    fn of(players: usize) -> Sums {
        Sums { sum: vec![0.0; players], squares: vec![0.0; players] }
    }

    fn add_pair(&mut self, random: &mut Random, rule: &(impl Fn(Coalition) -> f64 + Sync)) {
        let mut order: Vec<usize> = (0..self.sum.len()).collect();
        random.shuffle(&mut order);
        let mut added = vec![0.0; order.len()];
        for is_backwards in [false, true] {
            if is_backwards {
                order.reverse();
            }
            let (mut group, mut before) = (Coalition::NOBODY, 0.0);
            for player in &order {
                group = group.with(*player);
                let now = rule(group);
                added[*player] += (now - before) / 2.0;
                before = now;
            }
        }
        for (player, added) in added.iter().enumerate() {
            self.sum[player] += added;
            self.squares[player] += added * added;
        }
    }

    fn add(&mut self, other: &Sums) {
        self.sum.iter_mut().zip(&other.sum).for_each(|(sum, more)| *sum += more);
        self.squares.iter_mut().zip(&other.squares).for_each(|(sum, more)| *sum += more);
    }
}
