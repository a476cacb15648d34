//! A judgement beats a score, a published number and the clusters they would make, in whole groups.

use definitions::{Day, Source};
use proptest::prelude::*;
use suppliers::{Answer, Basis, JudgedName, Judgement, Judgements, Party, Resolution, Settings, resolve};

fn named(name: &str) -> Party<'_> {
    Party { name, ..Party::default() }
}

fn record(a: JudgedName, answer: Answer, b: JudgedName) -> Judgement {
    Judgement {
        names: [a, b],
        answer,
        by: "Kim Reed".to_string(),
        on: Day(20_576),
        why: "The contract says so.".to_string(),
        source: Source { file: "judgements.csv".into(), sheet: None, line: 2 },
    }
}

fn judged(a: &str, answer: Answer, b: &str) -> Judgement {
    record(JudgedName::anywhere(a), answer, JudgedName::anywhere(b))
}

fn resolved(parties: &[Party<'_>], judgements: Vec<Judgement>) -> Resolution {
    let settings = Settings { judgements: Judgements::of(judgements), ..Settings::default() };
    resolve(parties, &settings, &|_| true).expect("nobody stops it")
}

fn clusters(names: &[&str], judgements: Vec<Judgement>) -> Vec<u32> {
    let parties: Vec<Party<'_>> = names.iter().map(|name| named(name)).collect();
    resolved(&parties, judgements).cluster_of
}

#[test]
fn a_renamed_firm_and_all_spellings_of_both_names_become_one_supplier() {
    let names = ["Quince Power Distribution Ltd", "QUINCE POWER DISTRIBUTION LIMITED", "Medlar Grid Ltd", "MEDLAR GRID", "Damson Foods"];
    assert_eq!(clusters(&names, vec![]), [0, 0, 1, 1, 2]);
    let renamed = judged("QUINCE POWER DISTRIBUTION limited", Answer::Same, "Medlar Grid");
    assert_eq!(clusters(&names, vec![renamed]), [0, 0, 0, 0, 1]);
}

#[test]
fn names_judged_different_stay_apart_with_all_that_goes_with_either() {
    let names = ["Quince Care Ltd", "Quince Care Limited", "QUINCE CARE LTD."];
    assert_eq!(clusters(&names, vec![]), [0, 0, 0]);
    let apart = clusters(&names, vec![judged("Quince Care Ltd", Answer::Different, "Quince Care Limited")]);
    assert_ne!(apart[0], apart[1], "although both say the same once legal forms are set aside");
}

#[test]
fn one_published_number_does_not_join_what_a_person_keeps_apart() {
    let with = |name| Party { name, company_number: Some("01234567"), ..Party::default() };
    let parties = [with("Quince Care Ltd"), with("Medlar Catering Ltd")];
    assert_eq!(resolved(&parties, vec![]).cluster_of, [0, 0]);
    assert_eq!(resolved(&parties, vec![judged("Quince Care Ltd", Answer::Different, "Medlar Catering Ltd")]).cluster_of, [0, 1]);
}

#[test]
fn two_company_numbers_do_not_part_what_a_person_holds_together() {
    let with = |name, number| Party { name, company_number: Some(number), ..Party::default() };
    let parties = [with("Quince Care Ltd", "01234567"), with("Quince Care Group PLC", "07654321")];
    assert_eq!(resolved(&parties, vec![]).cluster_of, [0, 1]);
    let one = resolved(&parties, vec![judged("Quince Care Ltd", Answer::Same, "Quince Care Group PLC")]);
    assert_eq!(one.cluster_of, [0, 0]);
    assert_eq!(one.joins[0].basis, Basis::Judgement(0));
    assert!(one.joins[0].why.contains("Kim Reed judged") && one.joins[0].why.contains("3 May 2026"), "{}", one.joins[0].why);
}

#[test]
fn a_third_name_does_not_bring_together_what_a_person_keeps_apart() {
    let names = ["Quincewell Plumbing Services", "QUINCEWELL PLUMBING", "Quincewell Plumbing Servces"];
    let judgement = judged("Quincewell Plumbing Services", Answer::Different, "Quincewell Plumbing");
    let apart = clusters(&names, vec![judgement]);
    assert_ne!(apart[0], apart[1]);
    assert_eq!(apart[0], apart[2], "the slip goes with the name it is a slip of");
}

#[test]
fn one_name_at_two_bodies_can_be_two_suppliers() {
    let at = |body| Party { name: "Footlights", body: Some(body), ..Party::default() };
    let parties = [at("aldford"), at("bexton"), at("carrow")];
    let of = |body: &str| JudgedName { body: Some(body.to_string()), ..JudgedName::anywhere("FOOTLIGHTS") };
    let clusters = resolved(&parties, vec![record(of("Aldford"), Answer::Different, of("bexton"))]).cluster_of;
    assert_ne!(clusters[0], clusters[1]);
    assert!(clusters[2] == clusters[0] || clusters[2] == clusters[1], "nothing was said of the third, which looks like both");
}

#[test]
fn a_name_that_says_the_same_as_a_judged_one_goes_with_it_and_not_with_its_rival() {
    // The length of the third looks like that of a name cut short; it says the same as the first all the same.
    let names = ["Quincewell Recruitment Ltd", "Quincewell Recruitmnt Ltd", "Quincewell Recruitment Limited"];
    let apart = clusters(&names, vec![judged(names[0], Answer::Different, names[1])]);
    assert_eq!(apart, [0, 1, 0]);
}

#[test]
fn being_unsure_changes_nothing() {
    let names = ["Quincewell Plumbing Ltd", "QUINCEWELL PLUMBNG", "Medlar Catering Ltd"];
    let unsure = vec![judged(names[0], Answer::Unsure, names[1]), judged(names[0], Answer::Unsure, names[2])];
    assert_eq!(clusters(&names, unsure), clusters(&names, vec![]));
}

const WORDS: [&str; 8] = ["Quince", "Quinze", "Medlar", "Care", "Services", "Plumbing", "(Leeds)", "T/A Damson"];

fn some_names() -> impl Strategy<Value = Vec<String>> {
    let name =
        prop::collection::vec(0..WORDS.len(), 1..4).prop_map(|words| words.iter().map(|word| WORDS[*word]).collect::<Vec<_>>().join(" "));
    prop::collection::vec(name, 2..14)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_judgement_that_no_other_contradicts_is_never_contradicted_by_the_result(
        names in some_names(),
        said in prop::collection::vec((0usize..14, 0usize..14, 0usize..3, 0usize..3), 0..12),
    ) {
        let bodies = ["aldford", "bexton"];
        let party = |(name, place): (&'static str, usize)| Party { name, body: Some(bodies[place % 2]), ..Party::default() };
        let names: Vec<&'static str> = names.into_iter().map(|name| &*name.leak()).collect();
        let parties: Vec<Party<'static>> = names.iter().zip(0..).map(|(name, place)| party((name, place))).collect();
        let judged_name = |place: usize, width: usize| JudgedName {
            body: (width == 0).then(|| bodies[place % names.len() % 2].to_string()),
            ..JudgedName::anywhere(names[place % names.len()])
        };
        let records: Vec<Judgement> = said
            .iter()
            .map(|(a, b, answer, width)| record(judged_name(*a, *width), Answer::ALL[*answer], judged_name(*b, *width)))
            .zip(0..)
            .map(|(record, person)| Judgement { by: format!("person {person}"), ..record })
            .filter(|record| !record.is_about_one_name())
            .collect();
        let judgements = Judgements::of(records);
        let settings = Settings { judgements: judgements.clone(), ..Settings::default() };
        let clusters = resolve(&parties, &settings, &|_| true).expect("nobody stops it").cluster_of;
        let meant = |name: &JudgedName| -> Vec<usize> {
            let is_meant = |place: &usize| {
                let same_text = name.name.to_lowercase() == parties[*place].name.to_lowercase();
                same_text && name.body.as_deref().is_none_or(|body| Some(body) == parties[*place].body)
            };
            (0..parties.len()).filter(is_meant).collect()
        };
        for (place, record) in judgements.all().iter().enumerate() {
            let (first, second) = (meant(&record.names[0]), meant(&record.names[1]));
            for a in &first {
                for b in &second {
                    let are_one = clusters[*a] == clusters[*b];
                    match record.answer {
                        Answer::Same if judgements.holds(place) => prop_assert!(are_one, "{}", record.sentence()),
                        // `different` holds even where it is contradicted.
                        Answer::Different => prop_assert!(!are_one, "{}", record.sentence()),
                        _ => {}
                    }
                }
            }
        }
        let turned: Vec<Party<'_>> = parties.iter().rev().copied().collect();
        let mut again = resolve(&turned, &settings, &|_| true).expect("nobody stops it").cluster_of;
        again.reverse();
        for a in 0..parties.len() {
            for b in 0..a {
                prop_assert_eq!(clusters[a] == clusters[b], again[a] == again[b], "the order of names changed the result");
            }
        }
    }
}
