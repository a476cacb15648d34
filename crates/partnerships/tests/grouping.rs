//! Who should group with whom: published cases, and random ones against looking at every division there is.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on should stop")]

mod games;

use games::{close, game_of_letters, skane};
use partnerships::{Coalition, Constraint, Game, GameKind, Grouping, best_groups, respect};
use proptest::prelude::*;

/// Divisions of a game of savings, as letters, with their worth.
fn divided(game: &Game, constraints: Vec<Constraint>, many: usize) -> Vec<(String, f64)> {
    let sign = if game.kind() == GameKind::Cost { -1.0 } else { 1.0 };
    let worth = |group: Coalition| sign * game.value(group);
    let grouping = Grouping { bodies: game.players().to_vec(), worth: &worth, price_per_point: 0.0, constraints };
    let letters = |group: &Coalition| group.members().map(|body| game.players()[body].as_str()).collect::<String>();
    let best = best_groups(&grouping, many).unwrap().best;
    best.iter().map(|division| (division.groups.iter().map(letters).collect::<Vec<_>>().join(" "), division.worth)).collect()
}

#[test]
fn four_agents_rahwan_and_jennings() {
    let values = "1 30 2 40 3 25 4 45 12 50 13 60 14 80 23 55 24 70 34 80 123 90 124 120 134 100 234 115 1234 140";
    let game = game_of_letters(GameKind::Saving, "1234", values);
    let all = divided(&game, Vec::new(), 100);
    assert_eq!(all.len(), 15, "four bodies have 15 divisions");
    assert_eq!(all[0], ("1 2 34".to_string(), 150.0));
    assert_eq!(all[1].1, 145.0);
}

#[test]
fn skane_water_as_a_division_of_least_cost() {
    let least = |most: usize, many: usize| divided(&skane(), vec![Constraint::LargestSize(most)], many);
    assert_eq!(divided(&skane(), Vec::new(), 1000).len(), 203, "six bodies have 203 divisions");
    let expected = [
        (6, 83.82, vec!["AHKLMT"]),
        (4, 88.36, vec!["AHKL MT"]),
        (3, 88.62, vec!["A HKL MT", "AMT HKL"]),
        (2, 97.27, vec!["A HL K MT", "AK HL MT"]),
    ];
    for (most, cost, divisions) in expected {
        let found = least(most, divisions.len() + 1);
        let (best, next) = found.split_at(divisions.len());
        best.iter().for_each(|(_, worth)| close(&[-worth], &[cost], 1e-9));
        assert!(-next[0].1 > cost + 1e-6, "no other division costs {cost}");
        let mut names: Vec<&str> = best.iter().map(|(name, _)| name.as_str()).collect();
        names.sort_unstable();
        assert_eq!(names, divisions);
    }
}

#[test]
fn a_constraint_costs_what_the_best_without_it_is_worth_more() {
    // Of Skåne's six, pairs cost 97.27 and threes 88.62; with both limits only the tighter one costs anything by itself.
    let game = skane();
    let worth = |group: Coalition| -game.value(group);
    let constraints = vec![Constraint::LargestSize(2), Constraint::LargestSize(3)];
    let grouping = Grouping { bodies: game.players().to_vec(), worth: &worth, price_per_point: 0.0, constraints };
    let best = best_groups(&grouping, 1).unwrap().best[0].worth;
    let costs: Vec<f64> = respect(&grouping, best).into_iter().map(|respect| respect.cost.unwrap()).collect();
    close(&costs, &[97.27 - 88.62, 0.0], 1e-9);
}

#[test]
fn a_price_for_each_trust_fracture_point_makes_groups_smaller() {
    // Each body adds 10 to any group of two or more. Alone 0; a group of n is worth 10 n less its points at the price.
    let worth = |group: Coalition| if group.size() > 1 { 10.0 * group.size() as f64 } else { 0.0 };
    let sizes = |price_per_point: f64| -> Vec<usize> {
        let bodies = ('a'..='f').map(String::from).collect();
        let grouping = Grouping { bodies, worth: &worth, price_per_point, constraints: Vec::new() };
        best_groups(&grouping, 1).unwrap().best[0].groups.iter().map(|group| group.size()).collect()
    };
    assert_eq!(sizes(0.1), [2, 2, 2], "all divisions without one alone are worth 60, and three pairs have the fewest points");
    assert_eq!(sizes(25.0), [1; 6]);
}

#[test]
fn constraints_that_leave_no_division_are_said_to() {
    let worth = |_: Coalition| 1.0;
    let both = Coalition(0b11);
    let constraints = vec![Constraint::Together(both), Constraint::Apart(both)];
    let grouping = Grouping { bodies: vec!["Ashby".into(), "Brook".into()], worth: &worth, price_per_point: 0.0, constraints };
    assert!(best_groups(&grouping, 1).unwrap_err().because.contains("no division into groups keeps to all constraints"));
}

#[test]
fn thirty_bodies_that_may_form_any_group_are_too_many_and_it_is_said_what_to_do() {
    let worth = |_: Coalition| 1.0;
    let bodies = (0..30).map(|number| format!("Body {number}")).collect();
    let grouping = Grouping { bodies, worth: &worth, price_per_point: 0.0, constraints: Vec::new() };
    let fault = best_groups(&grouping, 1).unwrap_err();
    assert!(fault.because.contains("groups of 30 bodies may be formed") && fault.try_next.contains("fewer bodies in a group"), "{fault}");
}

/// Every division of the bodies left, the lowest body first in each group.
fn every_division(left: Coalition) -> Vec<Vec<Coalition>> {
    let Some(lowest) = left.members().next() else { return vec![Vec::new()] };
    let rest = left.without(lowest);
    let joining = (0..=rest.0).filter(|bits| bits & !rest.0 == 0);
    joining
        .flat_map(|bits| {
            let group = Coalition(bits).with(lowest);
            every_division(Coalition(left.0 & !group.0)).into_iter().map(move |others| [vec![group], others].concat())
        })
        .collect()
}

/// Constraints of a random place of bodies.
fn constraints(bodies: usize) -> impl Strategy<Value = Vec<Constraint>> {
    let all = (1u64 << bodies) - 1;
    let areas = prop::collection::vec(any::<u64>().prop_map(move |bits| Coalition(bits & all)), bodies);
    let one = prop_oneof![
        (1..=bodies).prop_map(Constraint::LargestSize),
        areas.prop_map(move |one_way| {
            let is_beside = |one: usize, other: usize| one != other && (one_way[one].has(other) || one_way[other].has(one));
            let all_beside = |body: usize| {
                (0..bodies).fold(Coalition::NOBODY, |beside, other| if is_beside(body, other) { beside.with(other) } else { beside })
            };
            Constraint::Neighbours((0..bodies).map(all_beside).collect())
        }),
        (0..bodies, 0..bodies).prop_map(|(one, other)| Constraint::Together(Coalition::alone(one).with(other))),
        (0..bodies, 0..bodies).prop_map(|(one, other)| Constraint::Apart(Coalition::alone(one).with(other))),
        any::<u64>().prop_map(move |bits| Constraint::Host(Coalition(bits & all))),
    ];
    prop::collection::vec(one, 0..3)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn the_best_divisions_are_those_that_looking_at_every_one_finds(
        (bodies, values, constraints) in (2..=7usize).prop_flat_map(|bodies| (Just(bodies), prop::collection::vec(-9..=30i8, 1 << bodies), constraints(bodies))),
        price in 0..3u8,
    ) {
        let worth = |group: Coalition| f64::from(values[group.place()]);
        let names = (0..bodies).map(|body| format!("B{body}")).collect();
        let grouping = Grouping { bodies: names, worth: &worth, price_per_point: f64::from(price), constraints };
        let mut worths: Vec<f64> = every_division(Coalition::everybody(bodies))
            .iter()
            .map(|division| division.iter().map(|group| grouping.net_worth(*group)).sum::<f64>())
            .filter(|worth| worth.is_finite())
            .collect();
        worths.sort_by(|one, other| other.total_cmp(one));
        worths.truncate(10);
        let found: Vec<f64> = best_groups(&grouping, 10).map_or(Vec::new(), |grouped| grouped.best.iter().map(|division| division.worth).collect());
        prop_assert_eq!(found, worths);
    }
}
