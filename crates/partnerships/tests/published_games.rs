//! Published games with their published answers.
//!
//! The rule: each test names its source, and holds the answer to the digits that the source prints. Where a printed figure
//! was found not to follow from the printed values, the test says so.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on should stop")]

mod games;

use games::{close, game_of_letters, skane};
use partnerships::{
    Coalition, Game, GameKind, Need, Yardstick, airport, airport_nucleolus, better_outside, by_weight, core_ranges, has_core, least_core,
    nucleolus, separable, separable_costs_remaining_benefits, shapley,
};

fn group(letters: &str) -> Coalition {
    letters.chars().fold(Coalition::NOBODY, |group, letter| group.with("AHKLMT".find(letter).expect("a letter of the game")))
}

#[test]
fn skane_water_young_okada_and_hashimoto_1982_shapley_and_separable_costs() {
    let game = skane();
    close(&shapley(&game), &[20.011, 10.708, 6.606_833, 10.372_667, 16.945_833, 19.175_667], 1e-6);
    close(&separable(&game), &[17.36, 9.85, 0.82, 6.40, 12.89, 14.06], 1e-9);
    close(&separable_costs_remaining_benefits(&game), &[19.54, 13.28, 5.62, 10.90, 16.66, 17.82], 0.011);
}

/// The working paper of 1979 prints 18.60 and 19.21 for M and T; the article of 1982, and the values themselves, give these.
#[test]
fn skane_water_young_okada_and_hashimoto_1982_nucleolus() {
    close(&nucleolus(&skane(), Yardstick::Plain).unwrap(), &[20.35, 12.056_667, 4.996_667, 8.606_667, 18.32, 19.49], 1e-6);
    close(&nucleolus(&skane(), Yardstick::PerMember).unwrap(), &[20.029, 12.519, 3.943, 9.069, 18.544, 19.714], 6e-4);
    close(&nucleolus(&skane(), Yardstick::PerCost).unwrap(), &[19.806, 12.573, 4.351, 9.250, 18.372, 19.468], 6e-4);
}

#[test]
fn skane_water_working_paper_1979_least_cores_and_what_each_pays_in_the_core() {
    let game = skane();
    assert!((least_core(&game, Yardstick::Plain).unwrap() - 1.6).abs() < 1e-6);
    assert!((least_core(&game, Yardstick::PerMember).unwrap() - 0.533_889).abs() < 1e-6);
    assert!((least_core(&game, Yardstick::PerCost).unwrap() - 0.036_810).abs() < 1e-6);
    let (least, most): (Vec<f64>, Vec<f64>) = core_ranges(&game).unwrap().expect("the core is not empty").into_iter().unzip();
    close(&least, &[17.36, 9.85, 1.19, 6.40, 12.89, 14.06], 0.006);
    close(&most, &[21.95, 17.08, 10.91, 14.14, 20.81, 21.98], 0.006);
}

#[test]
fn skane_water_the_groups_that_would_rather_leave_each_split() {
    let game = skane();
    let outside = |amounts: &[f64]| better_outside(&game, amounts, 100);
    let shapley = outside(&shapley(&game));
    assert_eq!((shapley.count, shapley.worst[0].0), (1, group("HKL")));
    assert!((shapley.worst[0].1 - 0.43).abs() < 0.005);
    let separable = outside(&separable_costs_remaining_benefits(&game)).worst;
    assert_eq!(separable.iter().map(|(group, _)| *group).collect::<Vec<_>>(), [group("HKL"), group("AHL"), group("AHKL")]);
    close(&separable.iter().map(|(_, gain)| *gain).collect::<Vec<_>>(), &[2.54, 0.50, 0.39], 0.02);
    // The printed splits by demand and by population, to the digits printed.
    let by_demand = outside(&[13.33, 16.32, 7.43, 7.00, 29.04, 10.69]);
    let by_population = outside(&[10.13, 21.00, 3.19, 8.22, 34.22, 7.07]);
    assert_eq!((by_demand.count, by_population.count), (17, 22));
    let alone = |found: &[(Coalition, f64)]| found.iter().find(|(found, _)| *found == group("M")).expect("M would leave").1;
    close(&[alone(&by_demand.worst), alone(&by_population.worst)], &[8.23, 13.41], 0.006);
    assert_eq!(outside(&nucleolus(&game, Yardstick::Plain).unwrap()).count, 0);
}

#[test]
fn skane_water_when_the_total_rises_by_4_one_partner_pays_less_by_the_nucleolus_and_none_by_shapley_or_per_member() {
    let game = skane();
    let mut values = game.values().to_vec();
    *values.last_mut().unwrap() += 4.0;
    let dearer = Game::from_values(GameKind::Cost, game.players().to_vec(), values).unwrap();
    let change = |split: &dyn Fn(&Game) -> Vec<f64>| -> Vec<f64> {
        split(&dearer).iter().zip(split(&game)).map(|(after, before)| after - before).collect()
    };
    close(&change(&|game| nucleolus(game, Yardstick::Plain).unwrap()), &[0.41, 1.20, -0.48, 1.20, 0.84, 0.84], 0.006);
    close(&change(&|game| nucleolus(game, Yardstick::PerMember).unwrap()), &[4.0 / 6.0; 6], 1e-6);
    close(&change(&|game| shapley(game)), &[4.0 / 6.0; 6], 1e-6);
    assert!(has_core(&game).unwrap() && !has_core(&dearer).unwrap());
}

#[test]
fn tennessee_valley_authority_straffin_and_heaney_1981() {
    let game = game_of_letters(GameKind::Cost, "NFP", "N 163520 F 140826 P 250096 NF 301607 NP 378821 FP 367370 NFP 412584");
    close(&shapley(&game), &[117_829.0, 100_756.5, 193_998.5], 1e-6);
    close(&nucleolus(&game, Yardstick::Plain).unwrap(), &[116_234.0, 93_540.0, 202_810.0], 1e-4);
    close(&separable_costs_remaining_benefits(&game), &[117_476.0, 99_157.0, 195_951.0], 0.5);
    close(&separable_costs_remaining_benefits(&game), &[117_475.541_6, 99_157.294_7, 195_951.163_7], 1e-3);
}

#[test]
fn an_airport_for_four_aircraft_of_8_11_13_and_18() {
    let needs = [8.0, 11.0, 13.0, 18.0];
    let dearest = |group: Coalition| group.members().map(|player| needs[player]).fold(0.0, f64::max);
    let game = Game::from_rule(GameKind::Cost, ["A", "B", "C", "D"].map(str::to_string).to_vec(), dearest).unwrap();
    close(&shapley(&game), &[2.0, 3.0, 4.0, 9.0], 1e-9);
    close(&nucleolus(&game, Yardstick::Plain).unwrap(), &[3.25, 3.25, 3.25, 8.25], 1e-9);
    let needs = needs.map(|cost| Need { cost, users: 1 });
    close(&airport(&needs).unwrap(), &[2.0, 3.0, 4.0, 9.0], 1e-12);
    close(&airport_nucleolus(&needs).unwrap(), &[3.25, 3.25, 3.25, 8.25], 1e-12);
}

#[test]
fn birmingham_airport_1968_to_69_littlechild_and_owen_1973_and_littlechild_and_thompson_1977() {
    // What a runway for each kind of aircraft would cost in pounds a year, and its movements.
    let needs = [
        (65_899.0, 42),
        (76_725.0, 9_555),
        (95_200.0, 288),
        (97_200.0, 303),
        (97_436.0, 151),
        (98_142.0, 1_315),
        (102_496.0, 505),
        (104_849.0, 1_128),
        (113_322.0, 151),
        (115_440.0, 112),
        (117_676.0, 22),
    ]
    .map(|(cost, users)| Need { cost, users });
    let by_rule = airport(&needs).unwrap();
    close(&by_rule, &[4.86, 5.66, 10.30, 10.85, 10.92, 11.13, 13.40, 15.07, 44.80, 60.61, 162.24], 0.0051);
    let by_nucleolus = airport_nucleolus(&needs).unwrap();
    close(&by_nucleolus, &[7.89, 7.89, 7.89, 7.89, 7.89, 7.89, 7.89, 7.89, 40.15, 40.15, 103.46], 0.0051);
    for amounts in [by_rule, by_nucleolus] {
        let recovered: f64 = amounts.iter().zip(needs).map(|(amount, need)| amount * need.users as f64).sum();
        assert!((recovered - 117_676.0).abs() < 1e-6);
    }
}

#[test]
fn the_three_widows_of_the_talmud_aumann_and_maschler_1985() {
    let claims = [100.0, 200.0, 300.0];
    let cases = [
        (100.0, [100.0 / 3.0; 3], [100.0 / 3.0; 3]),
        (200.0, [50.0, 75.0, 75.0], [100.0 / 3.0, 250.0 / 3.0, 250.0 / 3.0]),
        (300.0, [50.0, 100.0, 150.0], [50.0, 100.0, 150.0]),
    ];
    for (estate, by_nucleolus, by_shapley) in cases {
        let game = games::bankruptcy(estate, &claims);
        close(&nucleolus(&game, Yardstick::Plain).unwrap(), &by_nucleolus, 1e-6);
        close(&shapley(&game), &by_shapley, 1e-6);
    }
}

#[test]
fn insurance_savings_lemaire_1991() {
    let game = game_of_letters(GameKind::Saving, "123", "1 46125 2 17437.5 3 5812.5 12 69187.5 13 53812.5 23 30750 123 90000");
    close(&shapley(&game), &[51_750.0, 25_875.0, 12_375.0], 1e-6);
    close(&nucleolus(&game, Yardstick::Plain).unwrap(), &[52_687.5, 24_468.75, 12_843.75], 1e-6);
}

#[test]
fn two_left_gloves_and_one_right_one() {
    let game = game_of_letters(GameKind::Saving, "123", "1 0 2 0 3 0 12 0 13 1 23 1 123 1");
    close(&shapley(&game), &[1.0 / 6.0, 1.0 / 6.0, 2.0 / 3.0], 1e-9);
    close(&nucleolus(&game, Yardstick::Plain).unwrap(), &[0.0, 0.0, 1.0], 1e-9);
}

#[test]
fn skane_water_by_population_is_the_printed_split() {
    // The printed amounts are their own weights: divided again they stay what they are.
    let printed = [10.13, 21.00, 3.19, 8.22, 34.22, 7.07];
    close(&by_weight(83.82, &printed).unwrap(), &printed, 0.011);
}
