//! How long the chances of a case take: ten partners, ten years, sixty lines, a hundred thousand draws.
//!
//! The rule: a made-up case of fixed figures, so that two runs measure the same work. `docs/performance.md` has the same beside numpy.
#![allow(clippy::unwrap_used, reason = "a benchmark that cannot go on should stop")]

use std::fmt::Write;

use cases::{Case, appraise, compare, draw_chances, read};

fn main() {
    divan::main();
}

/// 100,000 draws of one option.
#[divan::bench(args = [1, 2], sample_count = 10)]
fn draw(bencher: divan::Bencher<'_, '_>, threads: usize) {
    let case = ten_partners();
    let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
    bencher.counter(divan::counter::ItemsCount::new(case.draws.count)).bench(|| pool.install(|| draw_chances(&case, &case.options[1])));
}

/// The appraisal alone, at the central estimates.
#[divan::bench]
fn central(bencher: divan::Bencher<'_, '_>) {
    let case = ten_partners();
    bencher.bench(|| appraise(&case, &case.options[1]));
}

/// All that `commonweal case compare` works out.
#[divan::bench(sample_count = 10)]
fn whole(bencher: divan::Bencher<'_, '_>) {
    let case = ten_partners();
    bencher.bench(|| compare(&case));
}

/// Each partner has a system to buy, a team to run, posts to save and contracts to shrink, all uncertain, and pays the first a charge.
fn ten_partners() -> Case {
    let mut text = String::from("title = \"Ten\"\nfirst_year = \"2026-27\"\nyears = 10\n");
    for partner in 0..10 {
        write!(text, "[[partner]]\nid = \"body-{partner}\"\ntoday_yearly = {}\n", 100_000 * (partner + 1)).unwrap();
    }
    text += "[[option]]\nid = \"usual\"\nform = \"business-as-usual\"\n[[option]]\nid = \"shared\"\nform = \"joint-committee\"\n";
    for partner in 0..10 {
        let (cost, benefit) = (
            "[[option.cost]]\nspend = \"revenue\"\nevidence = \"made up\"\n",
            "[[option.benefit]]\nkind = \"cashable\"\nvalue = \"fiscal\"\nevidence = \"made up\"\n",
        );
        let whose = format!("body = \"body-{partner}\"\n");
        write!(
            text,
            "{cost}what = \"System {partner}\"\n{whose}year = \"2026-27\"\namount = 40_000\nproject = \"it\"\nmitigation = 0.5\n\
             {cost}what = \"Team {partner}\"\n{whose}from = \"2027-28\"\namount = {{ low = 9_000, central = 10_000, high = 15_000 }}\n\
             {benefit}what = \"Posts {partner}\"\n{whose}from = \"2027-28\"\namount = {{ p10 = 5_000, p50 = 20_000, p90 = 30_000 }}\n\
             deadweight = {{ low = 0, central = 0.1, high = 0.3 }}\nprofile = [0.5, 1]\n\
             {benefit}what = \"Contracts {partner}\"\n{whose}from = \"2028-29\"\namount = 30_000\nrealised = \"prior\"\n\
             {benefit}what = \"Fees {partner}\"\n{whose}from = \"2028-29\"\namount = {{ low = 0, central = 2_000, high = 5_000 }}\n"
        )
        .unwrap();
    }
    for partner in 1..10 {
        write!(
            text,
            "[[option.payment]]\nwhat = \"Charge {partner}\"\nfrom = \"2027-28\"\namount = {{ low = 800, central = 1_000, high = 1_500 }}\n\
             payer = \"body-{partner}\"\nreceiver = \"body-0\"\nevidence = \"made up\"\n"
        )
        .unwrap();
    }
    read(&text).unwrap()
}
