//! How long one line takes to classify, and to be judged addressable.
//!
//! Run with `cargo bench -p services`. The lines are made up, in the shapes that bodies publish.

use divan::Bencher;
use services::{Words, addressability, classify};

fn main() {
    divan::main();
}

fn lines() -> [Words<'static>; 4] {
    let spend = Words {
        category: Some("Repair Maint n Alterations"),
        service: Some("Housing Revenue Account"),
        supplier: Some("Example & Sons Roofing Contractors Ltd"),
        ..Words::default()
    };
    let vague = Words {
        category: Some("Private Contractors"),
        service: Some("Community Services - 1"),
        supplier: Some("Exampleco (UK) Ltd"),
        ..Words::default()
    };
    let coded = Words { proclass: Some("SOCIAL CARE : Residential Care 321017"), category: Some("EXT RES CARE FEES"), ..vague };
    let contract =
        Words { cpv: Some("45233140-2"), purpose: Some("Framework for surfacing, patching and drainage works on rural roads"), ..vague };
    [spend, vague, coded, contract]
}

#[divan::bench]
fn classify_four_lines(bencher: Bencher) {
    bencher.bench(|| lines().map(|words| classify(divan::black_box(&words))));
}

#[divan::bench]
fn judge_four_lines_addressable(bencher: Bencher) {
    bencher.bench(|| lines().map(|words| addressability(divan::black_box(&words))));
}
