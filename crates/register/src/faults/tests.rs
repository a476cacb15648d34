//! What keeps a record from being published: one thing wrong at a time, and all of it at once.
//!
//! The rule: a record that is in order has no fault, and each fault is in the field that a person would look at.

use proptest::prelude::*;

use super::*;
use crate::made_up::{arrangement, arrangements, body_ids, day, directory};
use crate::{Cited, Ending, OwnBody, Successor};

fn plain() -> Arrangement {
    arrangement("legal | ash lead, beck | started 2017, joined beck 2018 | s1 realised 5 a year from 2017")
}

fn faults(change: impl Fn(&mut Arrangement)) -> Vec<(Field, Option<usize>)> {
    let mut said = plain();
    change(&mut said);
    validate(&said, &directory()).into_iter().map(|fault| (fault.field, fault.item)).collect()
}

fn line(change: impl Fn(&mut SavingLine)) -> impl Fn(&mut Arrangement) {
    move |said| {
        if let Savings::Lines(lines) = &mut said.savings {
            change(&mut lines[0]);
        }
    }
}

#[test]
fn a_plain_record_is_in_order() {
    assert_eq!(validate(&plain(), &directory()), []);
}

#[test]
fn each_thing_that_is_wrong_is_told_in_its_field() {
    assert_eq!(faults(|said| said.title = "  ".to_string()), [(Field::Title, None)]);
    assert_eq!(faults(|said| said.id = definitions::ArrangementId::new("Legal Team")), [(Field::Id, None)]);
    assert_eq!(faults(|said| said.services.push(said.services[0])), [(Field::Services, None)]);
    assert_eq!(faults(|said| said.aims.push(said.aims[0])), [(Field::Aims, None)]);
    assert_eq!(faults(|said| said.parties[1].body = definitions::BodyId::new("nowhere"))[0], (Field::Parties, Some(1)));
    assert_eq!(faults(|said| said.parties.push(said.parties[0].clone())), [(Field::Parties, Some(2))]);
    assert_eq!(faults(|said| drop((said.parties.pop(), said.happenings.pop()))), [(Field::Parties, None)]);
    assert_eq!(faults(|said| said.parties[1].body = definitions::BodyId::new("elm")), [(Field::Happenings, Some(1))]);
    assert_eq!(faults(|said| said.happenings[0].when = When::Year(1066)), [(Field::Happenings, Some(0))]);
    assert_eq!(faults(|said| said.happenings[1].what = What::Ended)[..], []);
    assert_eq!(faults(|said| said.price_of_leaving = PriceOfLeaving::Amount(Pence(-1))), [(Field::PriceOfLeaving, None)]);
    assert_eq!(faults(|said| said.savings = Savings::Lines(Vec::new())), [(Field::Savings, None)]);
    assert_eq!(faults(line(|line| line.said_by.clear())), [(Field::Savings, Some(0))]);
    assert_eq!(faults(line(|line| line.amount_pence = Pence(i64::MIN))), [(Field::Savings, Some(0))]);
    assert_eq!(faults(line(|line| line.amount_pence = Pence::ZERO)), [(Field::Savings, Some(0))]);
    assert_eq!(faults(|said| said.sources[0].link = "file:///etc/passwd".to_string()), [(Field::Sources, Some(0))]);
    assert_eq!(faults(|said| said.sources.push(Cited::default())), [(Field::Sources, Some(1))]);
}

#[test]
fn ten_megabytes_in_a_field_are_refused_by_the_name_of_the_field() {
    let mut said = plain();
    said.summary = "a".repeat(10_000_000);
    let faults = validate(&said, &directory());
    assert_eq!(faults.len(), 1);
    assert_eq!(faults[0].sentence, "The text in “summary” is longer than 10000 characters. Shorten it, or cite a document.");
}

#[test]
fn hidden_characters_are_taken_out_with_a_remark_and_refused_where_they_were_not() {
    let mut said = plain();
    said.title = "Legal\u{202e}team\u{200b}\0 ".to_string();
    said.summary = "One line.\r\nAnother\tline.".to_string();
    assert_eq!(validate(&said, &directory())[0].sentence, "The text in “title” has a hidden character at place 6. Type it anew.");
    let done = cleaned(&mut said);
    assert_eq!(said.title, "Legalteam");
    assert_eq!(said.summary, "One line.\nAnother\tline.");
    assert_eq!(done.iter().map(|one| one.sentence.as_str()).collect::<Vec<_>>(), ["3 hidden characters were taken out of “title”."]);
    assert_eq!(validate(&said, &directory()), []);
}

#[test]
fn a_new_body_may_not_bear_the_name_of_another() {
    let own = |id: &str, name: &str| OwnBody {
        id: definitions::BodyId::new(id),
        name: name.to_string(),
        short_name: String::new(),
        kind: bodies::BodyKind::Other,
        also: Vec::new(),
        first_day: None,
        at: Some((50.9, 0.1)),
    };
    assert!(validate_own_body(&own("parishes", "Ashdale Association of Parishes"), &directory()).is_empty());
    assert_eq!(
        validate_own_body(&own("parishes", "Beck Borough Council"), &directory()),
        ["“Beck Borough Council” means Beck Borough Council already. Choose that body, or write another name."]
    );
    assert_eq!(validate_own_body(&own("Par ishes", " "), &directory()).len(), 2);
    assert_eq!(validate_own_body(&OwnBody { at: Some((f64::NAN, 0.0)), ..own("parishes", "P") }, &directory()).len(), 1);
}

#[test]
fn a_body_that_ends_is_followed_by_others_and_never_by_itself() {
    let ending = |who: &str, successors: &[&str]| Ending {
        body: definitions::BodyId::new(who),
        last_day: day("2028-03-31"),
        successors: successors.iter().map(|id| Successor { body: definitions::BodyId::new(id), part: String::new() }).collect(),
        sources: Vec::new(),
    };
    assert!(validate_ending(&ending("ash", &["beck", "elm"]), &directory()).is_empty());
    assert_eq!(validate_ending(&ending("ash", &["ash"]), &directory()).len(), 1);
    assert_eq!(validate_ending(&ending("rowan", &["thorn"]), &directory()).len(), 1, "Rowan follows Thorn already");
    assert_eq!(validate_ending(&ending("nowhere", &["elm", "elm"]), &directory()).len(), 2);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn any_record_is_answered_and_cleaning_twice_does_no_more_than_once(mut said in arrangements()) {
        validate(&said, &directory());
        cleaned(&mut said);
        let once = said.clone();
        prop_assert!(cleaned(&mut said).is_empty());
        prop_assert_eq!(once, said);
    }

    #[test]
    fn an_end_that_is_in_order_leaves_no_circle(who in body_ids(), heir in body_ids()) {
        let ending = Ending { body: who.clone(), last_day: day("2028-03-31"), successors: vec![Successor { body: heir.clone(), part: String::new() }], sources: Vec::new() };
        prop_assert!(who != heir || !validate_ending(&ending, &directory()).is_empty());
    }
}
