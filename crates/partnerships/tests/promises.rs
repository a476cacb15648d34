//! What each split promises, on random games.
//!
//! The rule: a promise is tested on games that have nothing to do with each other, of small whole values, so that ties and
//! games with several best answers on the way come up often. Nothing here knows how a split is computed.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on should stop")]

mod games;

use games::close;
use partnerships::{
    Coalition, Draws, Floor, Game, GameKind, Need, Rule, Weighting, Yardstick, airport, airport_nucleolus, better_outside, by_weight,
    chance_of_holding, compare, core_ranges, floor, has_core, least_core, left_out_for_size, nucleolus, sampled_shapley,
    separable_costs_remaining_benefits, shapley,
};
use proptest::prelude::*;

fn names(players: usize) -> Vec<String> {
    (0..players).map(|player| format!("P{player}")).collect()
}

/// Costs of 2 to 7 players, whole numbers from 0 to 30.
fn costs() -> impl Strategy<Value = Game> {
    (2..=7usize).prop_flat_map(|players| {
        prop::collection::vec(0..=30u8, (1 << players) - 1).prop_map(move |values| {
            let values = std::iter::once(0.0).chain(values.into_iter().map(f64::from)).collect();
            Game::from_values(GameKind::Cost, names(players), values).unwrap()
        })
    })
}

#[test]
fn what_is_left_out_for_size_is_said() {
    for players in [16, 17] {
        let game = Game::from_rule(GameKind::Cost, names(players), |group| f64::from(group.size() as u32)).unwrap();
        let has_it = compare(&game, &[]).unwrap().splits.iter().any(|split| split.rule == Rule::NucleolusPerCost);
        assert_eq!(has_it, left_out_for_size(&game).is_none(), "{players}");
    }
}

/// Costs with a core: a split is drawn first and every group is given at least what it pays there.
fn costs_with_a_core() -> impl Strategy<Value = Game> {
    (2..=7usize).prop_flat_map(|players| {
        let split = prop::collection::vec(1..=20u8, players);
        let spare = prop::collection::vec(0..=6u8, 1 << players);
        (split, spare).prop_map(move |(split, spare)| {
            let everybody = Coalition::everybody(players);
            let cost = |group: Coalition| {
                let paid: f64 = group.members().map(|player| f64::from(split[player])).sum();
                if group == everybody { paid } else { paid + f64::from(spare[group.place()]) }
            };
            Game::from_rule(GameKind::Cost, names(players), cost).unwrap()
        })
    })
}

fn every_split(game: &Game) -> Vec<(&'static str, Vec<f64>)> {
    let weights: Vec<f64> = (1..=game.players().len()).map(|weight| weight as f64).collect();
    vec![
        ("weight", by_weight(game.total(), &weights).unwrap()),
        ("separable", separable_costs_remaining_benefits(game)),
        ("shapley", shapley(game)),
        ("nucleolus", nucleolus(game, Yardstick::Plain).unwrap()),
        ("per member", nucleolus(game, Yardstick::PerMember).unwrap()),
    ]
}

/// The same game with the names in another order.
fn reversed(game: &Game) -> Game {
    let players = game.players().len();
    let turned = |group: Coalition| Coalition(group.0.reverse_bits() >> (64 - players));
    Game::from_rule(game.kind(), names(players), |group| game.value(turned(group))).unwrap()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn every_split_adds_up_to_the_total(game in costs()) {
        for (name, amounts) in every_split(&game) {
            let sum: f64 = amounts.iter().sum();
            prop_assert!((sum - game.total()).abs() < 1e-7, "{name}: {sum}");
        }
    }

    #[test]
    fn a_split_does_not_depend_on_the_order_of_names(game in costs()) {
        let other = reversed(&game);
        for ((name, amounts), (_, turned)) in every_split(&game).into_iter().zip(every_split(&other)).skip(1) {
            prop_assert!(amounts.iter().zip(turned.iter().rev()).all(|(one, other)| (one - other).abs() < 1e-7), "{name}");
        }
    }

    #[test]
    fn a_partner_who_adds_nothing_to_any_group_pays_nothing(game in costs_with_a_core()) {
        // The last player is made to add nothing.
        let last = game.players().len() - 1;
        let idle = Game::from_rule(GameKind::Cost, names(last + 1), |group| game.value(group.without(last))).unwrap();
        prop_assert!(shapley(&idle)[last].abs() < 1e-9);
        prop_assert!(nucleolus(&idle, Yardstick::Plain).unwrap()[last].abs() < 1e-7);
    }

    #[test]
    fn two_partners_who_add_the_same_to_every_group_pay_the_same(game in costs()) {
        // Players 0 and 1 are made alike: a group that holds one of them costs what it would with the other.
        let alike = |group: Coalition| if group.has(1) && !group.has(0) { group.without(1).with(0) } else { group };
        let game = Game::from_rule(GameKind::Cost, names(game.players().len()), |group| game.value(alike(group))).unwrap();
        for (name, amounts) in every_split(&game).into_iter().skip(1) {
            prop_assert!((amounts[0] - amounts[1]).abs() < 1e-7, "{name}: {amounts:?}");
        }
    }

    #[test]
    fn where_some_split_keeps_all_inside_the_nucleolus_does(game in costs_with_a_core()) {
        prop_assert!(has_core(&game).unwrap());
        for yardstick in [Yardstick::Plain, Yardstick::PerMember] {
            prop_assert_eq!(better_outside(&game, &nucleolus(&game, yardstick).unwrap(), 1).count, 0);
        }
        let ranges = core_ranges(&game).unwrap().unwrap();
        let amounts = nucleolus(&game, Yardstick::Plain).unwrap();
        prop_assert!(ranges.iter().zip(&amounts).all(|((least, most), amount)| *least <= amount + 1e-7 && *amount <= most + 1e-7));
    }

    #[test]
    fn no_group_gains_less_by_the_nucleolus_than_the_least_core_promises(game in costs_with_a_core()) {
        let level = least_core(&game, Yardstick::Plain).unwrap();
        let amounts = nucleolus(&game, Yardstick::Plain).unwrap();
        let least = (1..game.everybody().0).map(|bits| game.advantage(Coalition(bits), &amounts)).fold(f64::INFINITY, f64::min);
        prop_assert!((least - level).abs() < 1e-7, "{least} is not {level}");
    }

    #[test]
    fn the_nucleolus_leaves_nobody_worse_than_alone_where_that_can_be(game in costs()) {
        let alone: f64 = game.alone().iter().sum();
        let amounts = nucleolus(&game, Yardstick::Plain).unwrap();
        if alone >= game.total() {
            prop_assert!(game.alone().iter().zip(&amounts).all(|(alone, pays)| *pays <= alone + 1e-7), "{amounts:?}");
        }
    }

    #[test]
    fn a_cost_split_is_what_each_pays_alone_less_its_part_of_the_saving(game in costs()) {
        let saving = game.savings();
        for (name, split) in [("shapley", &shapley as &dyn Fn(&Game) -> Vec<f64>), ("nucleolus", &|game| nucleolus(game, Yardstick::Plain).unwrap())] {
            let costs = split(&game);
            let parts = split(&saving);
            let from_parts: Vec<f64> = game.alone().iter().zip(&parts).map(|(alone, part)| alone - part).collect();
            prop_assert!(costs.iter().zip(&from_parts).all(|(one, other)| (one - other).abs() < 1e-7), "{name}: {costs:?} {from_parts:?}");
        }
    }

    #[test]
    fn nobody_pays_less_by_shapley_or_per_member_because_the_total_has_risen(game in costs_with_a_core(), rise in 1..=9u8) {
        let mut values = game.values().to_vec();
        values[game.everybody().place()] += f64::from(rise);
        let dearer = Game::from_values(GameKind::Cost, game.players().to_vec(), values).unwrap();
        let has_core = has_core(&dearer).unwrap();
        let each = f64::from(rise) / game.players().len() as f64;
        prop_assert!(shapley(&dearer).iter().zip(shapley(&game)).all(|(after, before)| (after - before - each).abs() < 1e-7));
        let per_member = |game| nucleolus(game, Yardstick::PerMember).unwrap();
        if has_core {
            prop_assert!(per_member(&dearer).iter().zip(per_member(&game)).all(|(after, before)| *after >= before - 1e-7));
        }
    }

    #[test]
    fn side_payments_bring_everybody_to_no_worse_than_alone_and_add_up_to_nothing(game in costs(), weights in prop::collection::vec(1..=9u8, 7)) {
        let weights: Vec<f64> = weights.iter().take(game.players().len()).map(|weight| f64::from(*weight)).collect();
        let amounts = by_weight(game.total(), &weights).unwrap();
        let alone = game.alone();
        let spare: f64 = alone.iter().sum::<f64>() - game.total();
        match floor(&game, &amounts) {
            Floor::Holds => prop_assert!(amounts.iter().zip(&alone).all(|(pays, alone)| *pays <= alone + 1e-6)),
            Floor::Reached(payments) => {
                prop_assert!(payments.iter().sum::<f64>().abs() < 1e-7);
                let after = amounts.iter().zip(&payments).map(|(pays, payment)| pays - payment);
                prop_assert!(after.zip(&alone).all(|(pays, alone)| pays <= alone + 1e-6));
            }
            Floor::OutOfReach(short) => prop_assert!((short + spare).abs() < 1e-6 && short > 0.0),
        }
    }

    #[test]
    fn the_recommended_split_is_in_the_core_where_there_is_one_and_shapley_where_there_is_none(game in costs()) {
        let weighting = Weighting { name: "residents".into(), weights: vec![1.0; game.players().len()] };
        let comparison = compare(&game, &[weighting]).unwrap();
        let recommended = comparison.recommended();
        if has_core(&game).unwrap() {
            prop_assert_eq!((&recommended.rule, recommended.better_outside.count), (&Rule::NucleolusPerMember, 0));
        } else {
            prop_assert_eq!(&recommended.rule, &Rule::Shapley);
            prop_assert!(comparison.splits.iter().all(|split| split.better_outside.count > 0));
        }
    }

    #[test]
    fn the_airport_rule_is_the_shapley_value_of_nested_needs_and_its_nucleolus_the_nucleolus(costs in prop::collection::vec(1..=40u8, 2..8)) {
        let needs: Vec<f64> = costs.iter().map(|cost| f64::from(*cost)).collect();
        let dearest = |group: Coalition| group.members().map(|player| needs[player]).fold(0.0, f64::max);
        let game = Game::from_rule(GameKind::Cost, names(needs.len()), dearest).unwrap();
        let nested: Vec<Need> = needs.iter().map(|cost| Need { cost: *cost, users: 1 }).collect();
        close(&airport(&nested).unwrap(), &shapley(&game), 1e-9);
        close(&airport_nucleolus(&nested).unwrap(), &nucleolus(&game, Yardstick::Plain).unwrap(), 1e-7);
    }

    #[test]
    fn a_sampled_shapley_value_adds_up_and_is_as_near_as_it_says(game in costs(), seed in 0..1000u64) {
        let sampled = sampled_shapley(game.players().len(), Draws { orders: 2_000, seed }, |group| game.value(group)).unwrap();
        prop_assert!((sampled.amounts.iter().sum::<f64>() - game.total()).abs() < 1e-7);
        // Six standard errors: once in five hundred million draws by chance.
        let near = |((amount, error), exact): ((&f64, &f64), f64)| (amount - exact).abs() <= 6.0 * error + 1e-7;
        prop_assert!(sampled.amounts.iter().zip(&sampled.standard_errors).zip(shapley(&game)).all(near));
    }
}

#[test]
fn a_split_holds_as_often_as_doubt_about_the_one_group_that_matters_lets_it() {
    // Two partners pay 50 each of 100. Alone each would pay 60, give or take 40 %: from 36 to 84. One pays no more than alone
    // in 34 of 48 cases, both in (34/48) squared of them: 0.5017.
    let game = Game::from_rule(GameKind::Cost, names(2), |group| if group.size() == 2 { 100.0 } else { 60.0 }).unwrap();
    let chance = |doubt: f64| chance_of_holding(&game, &[50.0, 50.0], doubt, Draws { orders: 20_000, seed: 3 });
    // One standard deviation of 20,000 draws is 0.0035.
    assert!((chance(0.4) - (34.0f64 / 48.0).powi(2)).abs() < 0.015, "{}", chance(0.4));
    assert_eq!((chance(0.0), chance(0.1)), (1.0, 1.0));
    let saving = game.savings();
    assert_eq!(chance_of_holding(&saving, &[10.0, 10.0], 0.5, Draws { orders: 100, seed: 3 }), 1.0, "alone nobody saves anything");
}

#[test]
fn for_more_than_twenty_partners_the_shapley_value_stands_alone_and_it_is_said_why() {
    let game = Game::from_rule(GameKind::Cost, names(21), |group| (group.size() as f64).sqrt()).unwrap();
    let comparison = compare(&game, &[]).unwrap();
    assert_eq!(comparison.splits.iter().map(|split| split.rule.clone()).collect::<Vec<_>>(), [Rule::SeparableCosts, Rule::Shapley]);
    assert!(comparison.has_core() && comparison.why().contains("too many groups for a nucleolus"));
}

#[test]
fn sampling_gives_the_same_answer_on_one_thread_and_on_many() {
    let draw = || {
        sampled_shapley(30, Draws { orders: 1_000, seed: 7 }, |group| (group.size() as f64).sqrt() * group.0.trailing_zeros() as f64)
            .unwrap()
    };
    let pool = |threads| rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
    assert_eq!(pool(1).install(draw), pool(4).install(draw));
}
