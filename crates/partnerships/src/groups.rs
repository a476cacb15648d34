//! The linear programmes of a game: a column for each group, whose cost is what the group would cost by itself.
//!
//! The rule: seen from the other side, the multipliers of the rows are what each player pays, and a column that would help
//! is a group that such a split treats worst. All groups are looked at in every step and hardly any is written down.
//! Savings are costs with the other sign here. Values are divided by the largest, so that rounding is judged alike for
//! pounds and for millions.

use rayon::prelude::*;

use crate::linear::Programme;
use crate::{Coalition, Game, GameKind};

/// What the satisfaction of a group is measured by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Yardstick {
    /// Its advantage as it is: c(S) - x(S).
    Plain,
    /// Its advantage for each member.
    PerMember,
    /// Its advantage for each pound of its own cost.
    PerCost,
}

/// A column.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Column {
    /// A group whose amount together is settled: number in the list of those settled.
    Settled(usize),
    /// A player, who must not pay more than alone.
    Alone(usize),
    /// A group whose satisfaction counts.
    Group(Coalition),
}

/// A programme over the groups of a game.
pub(crate) struct Groups {
    players: usize,
    /// What each group costs in parts of the largest value; infinite where its amount is settled.
    costs: Vec<f64>,
    /// What the satisfaction of each group is divided by; empty where no least satisfaction is sought.
    weights: Vec<f64>,
    /// What a player pays at most; infinite where that does not count.
    most: Vec<f64>,
    /// Groups whose amount together is settled, with it.
    settled: Vec<(Coalition, f64)>,
    right_side: Vec<f64>,
}

/// Least difference, in parts of the largest value, that is not rounding.
const ROUNDING: f64 = 1e-11;
/// Players of the lower half of a table of sums.
const LOW_PLAYERS: usize = 12;

impl Groups {
    /// The programme that seeks the split whose least satisfied group is as satisfied as can be.
    pub(crate) fn satisfying(game: &Game, yardstick: Yardstick) -> Groups {
        let mut groups = Groups::pricing(game);
        let own_cost = |place: usize| groups.costs[place];
        groups.weights = (0..1 << groups.players)
            .map(|place| match yardstick {
                Yardstick::Plain => 1.0,
                Yardstick::PerMember => Coalition(place as u64).size() as f64,
                Yardstick::PerCost => own_cost(place),
            })
            .collect();
        groups.costs[game.everybody().place()] = f64::INFINITY;
        groups.right_side = vec![0.0; groups.players];
        groups.right_side.push(1.0);
        groups
    }

    /// The programme that seeks the split in the core at which the amounts, times `right_side`, are most.
    pub(crate) fn pricing(game: &Game) -> Groups {
        let everybody = game.everybody();
        let scale = scale(game) * if game.kind() == GameKind::Saving { -1.0 } else { 1.0 };
        let costs: Vec<f64> =
            game.values().iter().enumerate().map(|(place, value)| if place == 0 { f64::INFINITY } else { value / scale }).collect();
        Groups {
            players: game.players().len(),
            settled: vec![(everybody, costs[everybody.place()])],
            costs,
            weights: Vec::new(),
            most: vec![f64::INFINITY; game.players().len()],
            right_side: Vec::new(),
        }
    }

    /// Asks which split has the most of this.
    pub(crate) fn asking(&mut self, right_side: Vec<f64>) {
        self.right_side = right_side;
    }

    /// From here on nobody pays more than alone.
    pub(crate) fn spare_each_player(&mut self) {
        self.most = (0..self.players).map(|player| self.costs[Coalition::alone(player).place()]).collect();
    }

    /// Settles what a group pays together. Groups in `held` follow, and leave the programme.
    pub(crate) fn settle(&mut self, group: Coalition, amount: f64) {
        self.settled.push((group, amount));
    }

    /// Takes the groups that follow from those settled out of the programme.
    pub(crate) fn leave_out(&mut self, held: &[bool]) {
        self.costs.iter_mut().zip(held).filter(|(_, held)| **held).for_each(|(cost, _)| *cost = f64::INFINITY);
        let is_held = |player: usize| held[Coalition::alone(player).place()];
        (0..self.players).filter(|player| is_held(*player)).for_each(|player| self.most[player] = f64::INFINITY);
    }

    /// Groups whose amount is settled.
    pub(crate) fn settled(&self) -> &[(Coalition, f64)] {
        &self.settled
    }

    /// What a group pays together where its satisfaction is `level`.
    pub(crate) fn amount_at(&self, group: Coalition, level: f64) -> f64 {
        self.costs[group.place()] - level * self.weights[group.place()]
    }

    /// What a player pays at most.
    pub(crate) fn most(&self, player: usize) -> f64 {
        self.most[player]
    }

    /// How far the cost of each group is below its price, the lowest first, or the first that is below.
    fn below(&self, multipliers: &[f64], block: usize, low: &[f64], high: &[f64]) -> impl Iterator<Item = (usize, f64)> {
        let from = block * low.len();
        let level = multipliers.get(self.players).copied().unwrap_or(0.0);
        let paid_high = high[block];
        low.iter().enumerate().map(move |(place, paid_low)| {
            let group = from + place;
            let weight = self.weights.get(group).copied().unwrap_or(0.0);
            (group, self.costs[group] - (paid_high + paid_low) - level * weight)
        })
    }

    fn halves(&self, multipliers: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let low_players = self.players.min(LOW_PLAYERS);
        (sums(&multipliers[..low_players]), sums(&multipliers[low_players..self.players]))
    }

    /// The player who would pay most above what it would alone.
    fn dearest_player(&self, multipliers: &[f64]) -> Option<(usize, f64)> {
        let above = (0..self.players).map(|player| (player, self.most[player] - multipliers[player]));
        above.filter(|(_, room)| *room < -ROUNDING).min_by(|one, other| one.1.total_cmp(&other.1))
    }
}

/// The largest value of a game, by which all are divided; 1 where all are 0.
pub(crate) fn scale(game: &Game) -> f64 {
    let largest = game.values().iter().fold(0.0_f64, |largest, value| largest.max(value.abs()));
    if largest > 0.0 { largest } else { 1.0 }
}

/// The sum of the chosen numbers for each choice of them.
fn sums(numbers: &[f64]) -> Vec<f64> {
    let mut sums = vec![0.0; 1 << numbers.len()];
    for bits in 1..sums.len() {
        sums[bits] = sums[bits & (bits - 1)] + numbers[bits.trailing_zeros() as usize];
    }
    sums
}

impl Programme for Groups {
    type Column = Column;

    fn right_side(&self) -> &[f64] {
        &self.right_side
    }

    fn write_column(&self, column: Column, into: &mut [f64]) {
        let (group, weight) = match column {
            Column::Settled(place) => (self.settled[place].0, 0.0),
            Column::Alone(player) => (Coalition::alone(player), 0.0),
            Column::Group(group) => (group, self.weights.get(group.place()).copied().unwrap_or(0.0)),
        };
        (0..self.players).for_each(|player| into[player] = f64::from(u8::from(group.has(player))));
        into.iter_mut().skip(self.players).for_each(|row| *row = weight);
    }

    fn cost(&self, column: Column) -> f64 {
        match column {
            Column::Settled(place) => self.settled[place].1,
            Column::Alone(player) => self.most[player],
            Column::Group(group) => self.costs[group.place()],
        }
    }

    fn is_free(&self, column: Column) -> bool {
        matches!(column, Column::Settled(_))
    }

    fn cheapest(&self, multipliers: &[f64]) -> Option<Column> {
        let (low, high) = self.halves(multipliers);
        let lowest = |one: (usize, f64), other: (usize, f64)| if (other.1, other.0) < (one.1, one.0) { other } else { one };
        let none = || (usize::MAX, f64::INFINITY);
        let group = (0..high.len())
            .into_par_iter()
            .with_min_len(16)
            .map(|block| self.below(multipliers, block, &low, &high).fold(none(), lowest))
            .reduce(none, lowest);
        let group = (group.1 < -ROUNDING).then_some(group);
        match (self.dearest_player(multipliers), group) {
            (Some((player, by)), Some((_, group_by))) if by <= group_by => Some(Column::Alone(player)),
            (Some((player, _)), None) => Some(Column::Alone(player)),
            (_, Some((place, _))) => Some(Column::Group(Coalition(place as u64))),
            (None, None) => None,
        }
    }

    fn first_cheap(&self, multipliers: &[f64]) -> Option<Column> {
        let player = (0..self.players).find(|player| self.most[*player] - multipliers[*player] < -ROUNDING);
        if let Some(player) = player {
            return Some(Column::Alone(player));
        }
        let (low, high) = self.halves(multipliers);
        let mut groups = (0..high.len()).flat_map(|block| self.below(multipliers, block, &low, &high));
        groups.find(|(_, by)| *by < -ROUNDING).map(|(place, _)| Column::Group(Coalition(place as u64)))
    }
}
