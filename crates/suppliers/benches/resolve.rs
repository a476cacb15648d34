//! How fast names become suppliers. `cargo bench -p suppliers`

use suppliers::{Party, Settings, resolve, why};

fn main() {
    divan::main();
}

/// Made-up names: every supplier in four spellings.
fn made_up_names(count: usize) -> Vec<String> {
    const SYLLABLES: [&str; 16] =
        ["ba", "cor", "del", "fen", "gar", "hol", "jin", "kel", "lor", "mar", "nor", "pen", "quin", "ros", "tam", "wex"];
    const TRADES: [&str; 8] = ["Plumbing", "Care", "Training", "Roofing", "Solutions", "Nursery", "Scaffolding", "Catering"];
    const FORMS: [&str; 4] = [" Ltd", " LIMITED", "", " Limted"];
    let name = |number: usize| {
        let supplier = number / 4;
        let stem: String = (0..4).map(|place| SYLLABLES[(supplier >> (place * 4)) % 16]).collect();
        format!("{stem} {}{}", TRADES[supplier % 8], FORMS[number % 4])
    };
    (0..count).map(name).collect()
}

#[divan::bench(args = [1_000, 20_000], sample_count = 5)]
fn resolving(bencher: divan::Bencher<'_, '_>, count: usize) {
    let names = made_up_names(count);
    let parties: Vec<Party<'_>> = names.iter().map(|name| Party { name, ..Party::default() }).collect();
    bencher.counter(divan::counter::ItemsCount::new(count)).bench(|| resolve(&parties, &Settings::default(), &|_| true));
}

#[divan::bench]
fn explaining() -> Option<suppliers::Explanation> {
    let a = Party { name: divan::black_box("Quincewell Plumbing & Heating Ltd"), ..Party::default() };
    let b = Party { name: divan::black_box("QUINCEWELL PLUMBNG AND HEATING"), ..Party::default() };
    why(&[a, b], [0, 1], &Settings::default())
}
