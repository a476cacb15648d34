//! Slow and obvious twins of the fast methods, on small random games.
//!
//! The rule: a twin shares no idea with what it checks. The Shapley value is averaged over every order of joining; the
//! nucleolus is sought among the corners of the whole set of splits, each found by solving the equations of as many limits
//! as there are unknowns; and where the literature has a closed form (the contested garment, for bankruptcies) that is
//! asked.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on should stop")]

mod games;

use games::{bankruptcy, close};
use partnerships::{Coalition, Game, GameKind, Yardstick, nucleolus, shapley};
use proptest::prelude::*;

fn names(players: usize) -> Vec<String> {
    (0..players).map(|player| format!("P{player}")).collect()
}

/// Games of `players` with values from -`most` to `most` for savings, of which few differ when `most` is small.
fn savings(players: std::ops::RangeInclusive<usize>, most: i8) -> impl Strategy<Value = Game> {
    players.prop_flat_map(move |players| {
        prop::collection::vec(-most..=most, (1 << players) - 1).prop_map(move |values| {
            let values = std::iter::once(0.0).chain(values.into_iter().map(f64::from)).collect();
            Game::from_values(GameKind::Saving, names(players), values).unwrap()
        })
    })
}

fn orders(players: usize) -> Vec<Vec<usize>> {
    if players == 0 {
        return vec![Vec::new()];
    }
    let shorter = orders(players - 1);
    let with_last = |order: &Vec<usize>, place: usize| {
        let mut order = order.clone();
        order.insert(place, players - 1);
        order
    };
    shorter.iter().flat_map(|order| (0..players).map(move |place| with_last(order, place))).collect()
}

fn shapley_by_all_orders(game: &Game) -> Vec<f64> {
    let orders = orders(game.players().len());
    let mut amounts = vec![0.0; game.players().len()];
    for order in &orders {
        let mut group = Coalition::NOBODY;
        for player in order {
            amounts[*player] += (game.value(group.with(*player)) - game.value(group)) / orders.len() as f64;
            group = group.with(*player);
        }
    }
    amounts
}

/// Solves a square system, or says that it has not one answer.
fn solved(mut rows: Vec<Vec<f64>>) -> Option<Vec<f64>> {
    let unknowns = rows.len();
    for step in 0..unknowns {
        let pivot = (step..unknowns).max_by(|one, other| rows[*one][step].abs().total_cmp(&rows[*other][step].abs()))?;
        rows.swap(step, pivot);
        if rows[step][step].abs() < 1e-9 {
            return None;
        }
        let lead = rows[step].clone();
        for (place, row) in rows.iter_mut().enumerate().filter(|(place, _)| *place != step) {
            let times = row[step] / lead[step];
            assert!(place != step);
            row.iter_mut().zip(&lead).for_each(|(number, lead)| *number -= times * lead);
        }
    }
    Some((0..unknowns).map(|row| rows[row][unknowns] / rows[row][row]).collect())
}

/// How many of these rows are independent (their right sides apart).
fn independent(rows: &[Vec<f64>]) -> Vec<Vec<f64>> {
    let mut kept: Vec<Vec<f64>> = Vec::new();
    let mut reduced: Vec<Vec<f64>> = Vec::new();
    for row in rows {
        let mut rest = row[..row.len() - 1].to_vec();
        for other in &reduced {
            let lead = other.iter().position(|number| number.abs() > 1e-9).unwrap();
            let times = rest[lead] / other[lead];
            rest.iter_mut().zip(other).for_each(|(number, other)| *number -= times * other);
        }
        if rest.iter().any(|number| number.abs() > 1e-9) {
            reduced.push(rest);
            kept.push(row.clone());
        }
    }
    kept
}

fn choices(of: usize, some: usize) -> Vec<Vec<usize>> {
    (0u64..1 << of).filter(|bits| bits.count_ones() as usize == some).map(|bits| Coalition(bits).members().collect()).collect()
}

/// The nucleolus of a game of savings by corners: unknowns are what each gets, and the level.
fn nucleolus_by_corners(game: &Game, weight: &dyn Fn(Coalition) -> f64) -> Vec<f64> {
    let players = game.players().len();
    let row = |group: Coalition, level: f64, right: f64| -> Vec<f64> {
        (0..players).map(|player| f64::from(u8::from(group.has(player)))).chain([level, right]).collect()
    };
    let mut fixed = vec![row(game.everybody(), 0.0, game.total())];
    let mut open: Vec<Coalition> = (1..game.everybody().0).map(Coalition).collect();
    let alone: Vec<Vec<f64>> = (0..players).map(|player| row(Coalition::alone(player), 0.0, game.alone()[player])).collect();
    let can_spare = game.alone().iter().sum::<f64>() <= game.total() + 1e-9;
    loop {
        // x(S) - weight times level >= v(S) for each open group, and x_i >= v({i}).
        let mut limits: Vec<Vec<f64>> = open.iter().map(|group| row(*group, -weight(*group), game.value(*group))).collect();
        limits.extend(alone.iter().filter(|_| can_spare).cloned());
        let equations = independent(&fixed);
        let holds =
            |x: &Vec<f64>, limit: &Vec<f64>| limit.iter().zip(x).map(|(number, x)| number * x).sum::<f64>() >= limit[players + 1] - 1e-7;
        let corners: Vec<Vec<f64>> = choices(limits.len(), players + 1 - equations.len())
            .into_iter()
            .filter_map(|chosen| solved(equations.iter().cloned().chain(chosen.iter().map(|place| limits[*place].clone())).collect()))
            .filter(|x| limits.iter().all(|limit| holds(x, limit)))
            .collect();
        let level = corners.iter().map(|x| x[players]).fold(f64::NEG_INFINITY, f64::max);
        let best: Vec<&Vec<f64>> = corners.iter().filter(|x| x[players] > level - 1e-7).collect();
        if best.iter().all(|x| x[..players].iter().zip(best[0]).all(|(one, other)| (one - other).abs() < 1e-6)) {
            return best[0][..players].to_vec();
        }
        let paid = |x: &[f64], group: Coalition| group.members().map(|player| x[player]).sum::<f64>();
        let (settled, left): (Vec<Coalition>, Vec<Coalition>) =
            open.into_iter().partition(|group| best.iter().all(|x| (paid(x, *group) - paid(best[0], *group)).abs() < 1e-6));
        fixed.extend(settled.iter().map(|group| row(*group, 0.0, paid(best[0], *group))));
        open = left;
    }
}

/// The rule of the Talmud for any number of claims (Aumann and Maschler 1985): each gets half its claim at most until all
/// have that; beyond it each loses half its claim at most; gains and losses are levelled.
fn contested_garment(estate: f64, claims: &[f64]) -> Vec<f64> {
    let sum: f64 = claims.iter().sum();
    let levelled = |amount: f64| -> Vec<f64> {
        let (mut low, mut high) = (0.0, sum);
        for _ in 0..200 {
            let middle = f64::midpoint(low, high);
            let given: f64 = claims.iter().map(|claim| (claim / 2.0).min(middle)).sum();
            if given < amount { low = middle } else { high = middle }
        }
        claims.iter().map(|claim| (claim / 2.0).min(high)).collect()
    };
    if estate <= sum / 2.0 {
        levelled(estate)
    } else {
        levelled(sum - estate).iter().zip(claims).map(|(loss, claim)| claim - loss).collect()
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn the_shapley_value_is_the_average_over_every_order_of_joining(game in savings(2..=6, 50)) {
        close(&shapley(&game), &shapley_by_all_orders(&game), 1e-9);
    }

    #[test]
    fn the_nucleolus_of_three_partners_is_the_best_corner_of_all_splits(game in savings(3..=3, 4)) {
        close(&nucleolus(&game, Yardstick::Plain).unwrap(), &nucleolus_by_corners(&game, &|_| 1.0), 1e-5);
        close(&nucleolus(&game, Yardstick::PerMember).unwrap(), &nucleolus_by_corners(&game, &|group| group.size() as f64), 1e-5);
    }

    #[test]
    fn the_nucleolus_of_a_bankruptcy_is_the_rule_of_the_talmud(claims in prop::collection::vec(1..=30u8, 2..11), part in 1..100u8) {
        let claims: Vec<f64> = claims.iter().map(|claim| f64::from(*claim)).collect();
        let estate = claims.iter().sum::<f64>() * f64::from(part) / 100.0;
        close(&nucleolus(&bankruptcy(estate, &claims), Yardstick::Plain).unwrap(), &contested_garment(estate, &claims), 1e-6);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn the_nucleolus_of_four_partners_is_the_best_corner_of_all_splits(game in savings(4..=4, 2)) {
        close(&nucleolus(&game, Yardstick::Plain).unwrap(), &nucleolus_by_corners(&game, &|_| 1.0), 1e-5);
        close(&nucleolus(&game, Yardstick::PerMember).unwrap(), &nucleolus_by_corners(&game, &|group| group.size() as f64), 1e-5);
    }
}
