//! The nucleolus: the split whose least satisfied group is as satisfied as can be, then the next least, and so on.
//!
//! The rule: a chain of linear programmes (Maschler, Peleg and Shapley 1979; Kopelowitz 1967). Each finds the highest
//! satisfaction that the least satisfied groups can all have, and settles groups that have no more than that in *every*
//! best split: those with an amount plainly above zero in the programme's other side, which complementary slackness proves.
//! A group that follows from those settled leaves at once, by whole numbers (see `span.rs`), so that every programme
//! settles a group that did not follow and after at most n the split is the only one left. A group that is settled late for
//! want of a plain sign comes again in the next programme, with the same satisfaction.

use crate::groups::{Column, Groups, Yardstick, scale};
use crate::linear::{NoOptimum, Optimum, least_cost};
use crate::span::Span;
use crate::{Coalition, Fault, Game, GameKind};

/// The nucleolus of a game by a yardstick: one amount a player, which add up to the total. Nobody pays more (or gets less) than
/// alone where that can be; where the whole group is dearer than all alone it cannot, and this is the prenucleolus.
///
/// # Errors
/// When groups are measured by their own cost and one costs nothing or the values are savings; when rounding defeats the programmes.
pub fn nucleolus(game: &Game, yardstick: Yardstick) -> Result<Vec<f64>, Fault> {
    refuse_yardstick(game, yardstick)?;
    let players = game.players().len();
    let mut groups = Groups::satisfying(game, yardstick);
    if can_spare_each_player(game) {
        groups.spare_each_player();
    }
    let mut span = Span::of(players);
    span.add(game.everybody());
    loop {
        let optimum = least_cost(&groups, start(&groups, &span, players)).map_err(defeated)?;
        settle(&mut groups, &mut span, &optimum);
        if span.rank() == players {
            return Ok(amounts(game, &optimum.multipliers));
        }
        groups.leave_out(&span.held());
    }
}

/// The highest satisfaction that every group can have at once: positive or 0 where the core is not empty. In the unit of the
/// game's values, a member or a pound of cost.
///
/// # Errors
/// As [`nucleolus`].
pub fn least_core(game: &Game, yardstick: Yardstick) -> Result<f64, Fault> {
    refuse_yardstick(game, yardstick)?;
    let players = game.players().len();
    let groups = Groups::satisfying(game, yardstick);
    let mut span = Span::of(players);
    span.add(game.everybody());
    let optimum = least_cost(&groups, start(&groups, &span, players)).map_err(defeated)?;
    let level = optimum.multipliers[players];
    Ok(if yardstick == Yardstick::PerCost { level } else { level * scale(game) })
}

/// True where a split exists in which nobody does worse than alone.
pub fn can_spare_each_player(game: &Game) -> bool {
    game.advantage_of_joining() >= -game.rounding()
}

impl Game {
    /// What the whole group saves against all alone, or against the sum of what each would save alone; negative where it loses.
    pub fn advantage_of_joining(&self) -> f64 {
        let alone: f64 = self.alone().iter().sum();
        if self.kind() == GameKind::Cost { alone - self.total() } else { self.total() - alone }
    }
}

fn refuse_yardstick(game: &Game, yardstick: Yardstick) -> Result<(), Fault> {
    if yardstick != Yardstick::PerCost {
        return Ok(());
    }
    let is_free = |bits: &u64| game.value(Coalition(*bits)) <= game.rounding();
    if game.kind() == GameKind::Saving {
        return Err(Fault::whole(
            "satisfaction for each pound of cost needs costs, and these are savings",
            "Give what each group would cost.",
        ));
    }
    (1..=game.everybody().0).find(is_free).map_or(Ok(()), |bits| {
        Err(Fault::whole(
            format!("{} costs nothing by itself, and its satisfaction cannot be measured by its own cost", game.named(Coalition(bits))),
            "Leave the proportional nucleolus out.",
        ))
    })
}

/// A basis whose amounts are not below zero: those settled, one player outside their span with everybody else (whose
/// columns add up to the whole), and players that complete it.
fn start(groups: &Groups, span: &Span, players: usize) -> Vec<Column> {
    let mut span = span.clone();
    let mut basis: Vec<Column> = (0..groups.settled().len()).map(Column::Settled).collect();
    for player in (0..players).map(Coalition::alone) {
        if span.add(player) {
            let is_first = basis.len() == groups.settled().len();
            basis.push(Column::Group(player));
            if is_first {
                basis.push(Column::Group(player.others(players)));
            }
        }
    }
    basis
}

/// Settles the groups that are at the level of the optimum in every best split.
fn settle(groups: &mut Groups, span: &mut Span, optimum: &Optimum<Column>) {
    let level = optimum.multipliers[optimum.multipliers.len() - 1];
    let largest = optimum
        .amounts
        .iter()
        .filter(|(column, _)| !matches!(column, Column::Settled(_)))
        .fold(0.0, |most: f64, (_, amount)| most.max(*amount));
    for (column, _) in optimum.amounts.iter().filter(|(_, amount)| *amount > largest * 1e-6) {
        let (group, amount) = match *column {
            Column::Settled(_) => continue,
            Column::Alone(player) => (Coalition::alone(player), groups.most(player)),
            Column::Group(group) => (group, groups.amount_at(group, level)),
        };
        if span.add(group) {
            groups.settle(group, amount);
        }
    }
}

/// Multipliers as amounts of the game.
fn amounts(game: &Game, multipliers: &[f64]) -> Vec<f64> {
    let scale = scale(game) * if game.kind() == GameKind::Saving { -1.0 } else { 1.0 };
    multipliers[..game.players().len()].iter().map(|amount| amount * scale).collect()
}

fn defeated(_: NoOptimum) -> Fault {
    Fault::whole(
        "the values of the groups differ so much in size that rounding defeats the linear programmes",
        "Check the largest and the smallest value; write all in one unit.",
    )
}
