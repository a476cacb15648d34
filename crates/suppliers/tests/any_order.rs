//! The same names give the same suppliers, whatever their order, the number of threads, or a second run;
//! and the search for pairs worth comparing loses next to nothing against comparing all with all.

use proptest::prelude::*;
use suppliers::{Party, Settings, answered_pairs, resolve, why};

const WORDS: [&str; 12] =
    ["Quince", "Quinze", "Medlar", "Medlars", "Damson", "Care", "Services", "Plumbing", "School", "(Leeds)", "(Bolton)", "S & B"];
const FORMS: [&str; 5] = ["", " Ltd", " LIMITED", " PLC", " T/A Damson Foods"];

fn a_name() -> impl Strategy<Value = String> {
    a_name_of_form(FORMS.len())
}

/// A name with one of the first `forms` forms.
fn a_name_of_form(forms: usize) -> impl Strategy<Value = String> {
    (prop::collection::vec(0..WORDS.len(), 1..4), 0..forms)
        .prop_map(|(words, form)| words.iter().map(|word| WORDS[*word]).collect::<Vec<&str>>().join(" ") + FORMS[form])
}

fn some_names() -> impl Strategy<Value = Vec<String>> {
    prop::collection::vec(a_name(), 0..25)
}

/// For each name the first name (in alphabetical order) of its supplier.
fn suppliers_of(names: &[&str]) -> Vec<(String, String)> {
    let parties: Vec<Party<'_>> = names.iter().map(|name| Party { name, ..Party::default() }).collect();
    let clusters = resolve(&parties, &Settings::default(), &|_| true).expect("nobody stops it").cluster_of;
    let first = |cluster: u32| names.iter().zip(&clusters).filter(|(_, other)| **other == cluster).map(|(name, _)| *name).min();
    let mut all: Vec<(String, String)> =
        names.iter().zip(&clusters).map(|(name, cluster)| ((*name).into(), first(*cluster).unwrap_or_default().into())).collect();
    all.sort();
    all
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 150, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_order_of_names_changes_nothing(names in some_names(), turn in 0usize..25) {
        let straight: Vec<&str> = names.iter().map(String::as_str).collect();
        let mut turned = straight.clone();
        turned.reverse();
        let turn = turn % turned.len().max(1);
        turned.rotate_left(turn);
        prop_assert_eq!(suppliers_of(&straight), suppliers_of(&turned));
    }

    #[test]
    fn suppliers_do_not_join_again_when_their_names_are_given_twice(names in some_names()) {
        let once: Vec<&str> = names.iter().map(String::as_str).collect();
        let twice: Vec<&str> = names.iter().chain(&names).map(String::as_str).collect();
        let (mut first, mut second) = (suppliers_of(&once), suppliers_of(&twice));
        first.dedup();
        second.dedup();
        prop_assert_eq!(first, second);
    }

    #[test]
    fn one_thread_and_four_agree_to_the_last_join(names in some_names()) {
        let parties: Vec<Party<'_>> = names.iter().map(|name| Party { name, ..Party::default() }).collect();
        let with = |threads| {
            let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().expect("a pool of threads");
            pool.install(|| resolve(&parties, &Settings::default(), &|_| true))
        };
        prop_assert_eq!(with(1), with(4));
    }

    // Without trading names: where many names share one, they are compared with its first bearer and not with each other.
    #[test]
    fn every_pair_that_an_all_pairs_comparison_would_join_is_found(names in prop::collection::btree_set(a_name_of_form(4), 2..20)) {
        let parties: Vec<Party<'_>> = names.iter().map(|name| Party { name, ..Party::default() }).collect();
        let found: Vec<(u32, u32)> = answered_pairs(&parties).iter().map(|pair| (pair.a.min(pair.b), pair.a.max(pair.b))).collect();
        for a in 0..parties.len() as u32 {
            for b in a + 1..parties.len() as u32 {
                let two = [parties[a as usize], parties[b as usize]];
                let explained = why(&two, [0, 1], &Settings::default()).expect("neither is hidden");
                let probability = if explained.facts.is_empty() { explained.probability } else { 0.0 };
                let is_joined_elsewhere = || {
                    let clusters = resolve(&parties, &Settings::default(), &|_| true).expect("nobody stops it").cluster_of;
                    clusters[a as usize] == clusters[b as usize]
                };
                prop_assert!(probability < 0.95 || found.contains(&(a, b)) || is_joined_elsewhere(), "{:?} {:?} {probability}", parties[a as usize].name, parties[b as usize].name);
            }
        }
    }
}
