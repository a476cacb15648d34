//! Who would be better off outside.
//!
//! The rule: a split is stable where no group of partners would do better by itself; the splits for which that holds are
//! the core. Every group is asked, never the single partners alone, and the answer names the groups and how much each would
//! gain.

use rayon::prelude::*;

use crate::groups::{Column, Groups, Yardstick, scale};
use crate::linear::least_cost;
use crate::nucleolus::least_core;
use crate::random::Random;
use crate::{Coalition, Draws, Fault, Game, GameKind};

/// The groups that would be better off outside a split.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct BetterOutside {
    /// How many there are.
    pub count: usize,
    /// Those that would gain most, the first most, each with what it would gain.
    pub worst: Vec<(Coalition, f64)>,
}

/// Every group that would be better off outside; of them the `most_shown` that would gain most.
pub fn better_outside(game: &Game, amounts: &[f64], most_shown: usize) -> BetterOutside {
    let rounding = game.rounding();
    let added = |mut found: BetterOutside, bits: u64| {
        let group = Coalition(bits);
        let gain = -game.advantage(group, amounts);
        if gain > rounding {
            found.count += 1;
            found.worst.push((group, gain));
            found.shortened(2 * most_shown + 16, most_shown)
        } else {
            found
        }
    };
    let joined = |mut one: BetterOutside, mut other: BetterOutside| {
        one.count += other.count;
        one.worst.append(&mut other.worst);
        one.shortened(most_shown, most_shown)
    };
    (1..game.everybody().0).into_par_iter().fold(BetterOutside::default, added).reduce(BetterOutside::default, joined)
}

impl BetterOutside {
    /// Keeps the `to` worst once there are more than `beyond`; of equals the group that comes first.
    fn shortened(mut self, beyond: usize, to: usize) -> BetterOutside {
        if self.worst.len() > beyond || beyond == to {
            self.worst.sort_by(|one, other| other.1.total_cmp(&one.1).then(one.0.cmp(&other.0)));
            self.worst.truncate(to);
        }
        self
    }
}

/// How often a split keeps every group inside when nobody quite knows what groups could do by themselves: the part of `draws` in which,
/// with the value of each group but the whole up to `doubt` of it higher or lower, any as likely, no group would be better off outside.
pub fn chance_of_holding(game: &Game, amounts: &[f64], doubt: f64, draws: Draws) -> f64 {
    let rounding = game.rounding();
    let holds = |draw: usize| {
        let mut random = Random::part(draws.seed, draw as u64);
        (1..game.everybody().0).map(Coalition).all(|group| {
            let off = game.value(group) * doubt * (2.0 * random.fraction() - 1.0);
            let advantage = game.advantage(group, amounts);
            advantage + if game.kind() == GameKind::Cost { off } else { -off } >= -rounding
        })
    };
    let held = (0..draws.orders).into_par_iter().filter(|draw| holds(*draw)).count();
    held as f64 / draws.orders.max(1) as f64
}

/// True where some split leaves no group better off outside.
///
/// # Errors
/// When rounding defeats the programme.
pub fn has_core(game: &Game) -> Result<bool, Fault> {
    Ok(least_core(game, Yardstick::Plain)? >= -game.rounding())
}

/// The least and the most that each player pays (or gets) in the core; `None` where the core is empty.
///
/// # Errors
/// When rounding defeats the programmes.
pub fn core_ranges(game: &Game) -> Result<Option<Vec<(f64, f64)>>, Fault> {
    if !has_core(game)? {
        return Ok(None);
    }
    let players = game.players().len();
    let mut groups = Groups::pricing(game);
    let mut ranges = Vec::with_capacity(players);
    for player in 0..players {
        let most = extreme(&mut groups, player, 1.0, players)? * scale(game);
        let least = -extreme(&mut groups, player, -1.0, players)? * scale(game);
        ranges.push(if game.kind() == GameKind::Saving { (-most, -least) } else { (least, most) });
    }
    Ok(Some(ranges))
}

/// The most of `sign` times what a player pays in the core, in parts of the largest value.
fn extreme(groups: &mut Groups, player: usize, sign: f64, players: usize) -> Result<f64, Fault> {
    let mut right_side = vec![0.0; players];
    right_side[player] = sign;
    groups.asking(right_side);
    let last = if player == players - 1 { 0 } else { players - 1 };
    let mut basis = vec![Column::Settled(0)];
    let left_out = if sign > 0.0 {
        last
    } else {
        // Everybody less everybody else is the player, with the sign wanted.
        basis.push(Column::Group(Coalition::alone(player).others(players)));
        player
    };
    let singles = (0..players).filter(|other| *other != left_out && (sign > 0.0 || *other != last));
    basis.extend(singles.map(|other| Column::Group(Coalition::alone(other))));
    let optimum = least_cost(groups, basis).map_err(|_| {
        Fault::whole(
            "rounding defeats the search for the limits of the core",
            "Check the largest and the smallest value; write all in one unit.",
        )
    })?;
    Ok(optimum.multipliers[player] * sign)
}
