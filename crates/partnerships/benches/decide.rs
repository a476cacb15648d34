//! How long the exact methods take at the sizes they are made for.
//!
//! The rule: made-up games from a fixed recipe, which `beside_python.py` follows too, so that both measure the same work.

use partnerships::{
    Coalition, Constraint, CostModel, Game, GameKind, Grouping, PartnerCosts, Place, Sharing, Site, Sites, Yardstick, best_groups,
    best_sites, nucleolus, shapley,
};

fn main() {
    divan::main();
}

/// From 0 to 1, well mixed from a counter.
fn mixed(counter: u64) -> f64 {
    let mut z = counter.wrapping_mul(0x9E37_79B9_7F4A_7C15);
    z = (z ^ (z >> 29)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    z ^= z >> 32;
    (z % 10_000) as f64 / 10_000.0
}

fn names(many: usize) -> Vec<String> {
    (0..many).map(|number| format!("Body {number}")).collect()
}

/// Costs that grow with the size of the group to the power 0.7, and a little at random.
fn costs(players: usize) -> Game {
    let cost = |group: Coalition| 10.0 * (group.size() as f64).powf(0.7) + mixed(group.0);
    Game::from_rule(GameKind::Cost, names(players), cost).expect("the recipe gives numbers")
}

/// A bankruptcy in which many groups are equally satisfied: the hard kind for a nucleolus.
fn claims(players: usize) -> Game {
    let claim = |player: usize| (1 + player / 2) as f64;
    let all: f64 = (0..players).map(claim).sum();
    let left = |group: Coalition| (all * 0.6 - group.others(players).members().map(claim).sum::<f64>()).max(0.0);
    Game::from_rule(GameKind::Saving, names(players), left).expect("the recipe gives numbers")
}

#[divan::bench(args = [16, 20, 24], sample_count = 3)]
fn shapley_value(bencher: divan::Bencher<'_, '_>, players: usize) {
    let game = costs(players);
    bencher.bench_local(|| shapley(divan::black_box(&game)));
}

#[divan::bench(args = [10, 14, 18, 20], sample_count = 3)]
fn nucleolus_of_costs(bencher: divan::Bencher<'_, '_>, players: usize) {
    let game = costs(players);
    bencher.bench_local(|| nucleolus(divan::black_box(&game), Yardstick::Plain));
}

#[divan::bench(args = [10, 14, 18, 20], sample_count = 3)]
fn nucleolus_of_claims(bencher: divan::Bencher<'_, '_>, players: usize) {
    let game = claims(players);
    bencher.bench_local(|| nucleolus(divan::black_box(&game), Yardstick::Plain));
}

#[divan::bench(args = [14, 16, 18, 20], sample_count = 3)]
fn grouping_of_any(bencher: divan::Bencher<'_, '_>, bodies: usize) {
    let worth = |group: Coalition| group.size() as f64 * 10.0 * mixed(group.0);
    let grouping = Grouping { bodies: names(bodies), worth: &worth, price_per_point: 1.0, constraints: Vec::new() };
    bencher.bench_local(|| best_groups(divan::black_box(&grouping), 10));
}

#[divan::bench(args = [24, 30, 42], sample_count = 1)]
fn grouping_by_fours_from_a_model(bencher: divan::Bencher<'_, '_>, bodies: usize) {
    let partner = |number: usize| {
        let counter = number as u64;
        let (fixed, variable) = (100.0 + 300.0 * mixed(counter + 77), 200.0 + 1_500.0 * mixed(counter + 1_000));
        PartnerCosts { name: format!("Body {number}"), fixed, variable, volume: 20.0 + 100.0 * mixed(counter + 5_000) }
    };
    let sharing = Sharing { fixed_saved: 0.5, saved_by_doubling: 0.05, enough_volume: 250.0, price_per_point: 0.0 };
    let model = CostModel::of((0..bodies).map(partner).collect(), sharing).expect("the recipe gives numbers");
    let worth = |group: Coalition| model.saving(group);
    let constraints = vec![Constraint::LargestSize(4)];
    let grouping = Grouping { bodies: names(bodies), worth: &worth, price_per_point: 8.0, constraints };
    bencher.bench_local(|| best_groups(divan::black_box(&grouping), 10));
}

#[divan::bench(args = [50, 100, 200], sample_count = 3)]
fn sites_on_a_plain(bencher: divan::Bencher<'_, '_>, places: u64) {
    let point = |number: u64| (100.0 * mixed(number), 100.0 * mixed(number + 100_000));
    let distance = |one: (f64, f64), other: (f64, f64)| (one.0 - other.0).hypot(one.1 - other.1).round();
    let question = Sites {
        places: (0..places).map(|number| Place { name: format!("Place {number}"), weight: 1.0, today: None }).collect(),
        sites: (0..places).map(|number| Site { name: format!("Site {number}"), capacity: f64::INFINITY }).collect(),
        distances: (0..places).map(|one| (0..places).map(|other| distance(point(one), point(other))).collect()).collect(),
    };
    let open = places as usize / 10;
    bencher.bench_local(|| best_sites(divan::black_box(&question), open));
}
