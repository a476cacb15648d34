//! What the log makes: versions, drafts, withdrawals, bodies, roles, and the register as it was known earlier.
//!
//! The rule: each test shows its own entries; random logs are compared with the slow way, which is to begin again.

use definitions::Day;
use proptest::prelude::*;

use super::*;
use crate::made_up::{arrangement, day, directory, entries, logs, moment, strange_logs};
use crate::{Author, Stage, Successor};

fn published(told: &str) -> Change {
    Change::Published(Box::new(arrangement(told)))
}

fn drafted(told: &str) -> Change {
    Change::Drafted(Box::new(arrangement(told)))
}

fn id(text: &str) -> ArrangementId {
    ArrangementId::new(text)
}

fn body(text: &str) -> BodyId {
    BodyId::new(text)
}

fn made_of(changes: Vec<Change>) -> Register {
    Register::of(directory(), &entries(changes))
}

fn ends(who: &str, successors: &[&str]) -> Change {
    let successors = successors.iter().map(|id| Successor { body: body(id), part: String::new() }).collect();
    Change::BodyEnds(Box::new(Ending { body: body(who), last_day: day("2028-03-31"), successors, sources: Vec::new() }))
}

fn role(account: &str, of: Option<&str>, role: Option<&str>) -> Change {
    Change::RoleGiven(Given { account: account.to_string(), name: account.to_string(), body: of.map(body), role: role.map(str::to_string) })
}

#[test]
fn a_correction_is_a_new_version_and_the_old_one_reads_on() {
    let register =
        made_of(vec![published("legal | ash lead, beck | started 2017"), published("legal | ash lead, beck, elm | started 2017")]);
    let record = register.record(&id("legal")).expect("published");
    assert_eq!(record.versions().map(|version| version.arrangement.parties.len()).collect::<Vec<_>>(), [2, 3]);
    assert_eq!((record.latest().number, record.first().number, record.latest().entry.number), (2, 1, 2));
    let history = record.history(register.directory());
    assert_eq!(history.iter().map(|told| told.done.as_str()).collect::<Vec<_>>(), ["Corrected (version 2)", "Published"]);
    assert_eq!(history[0].changed[0].sentence, "Elm Borough Council was added as partner.");
    assert_eq!(history[0].by, Author { account: "a1".to_string(), name: "Jo Reed".to_string() });
}

#[test]
fn a_draft_leaves_what_is_published_alone_until_it_is_published_itself() {
    let mut log = vec![published("legal | ash, beck | "), drafted("legal | ash, beck, elm | ")];
    let register = made_of(log.clone());
    assert_eq!(register.arrangement(&id("legal")).expect("published").parties.len(), 2);
    let draft = register.draft(&id("legal")).expect("drafted");
    assert_eq!((draft.arrangement().parties.len(), draft.over_version, draft.entry().number), (3, 1, 2));
    log.push(published("legal | ash, beck, elm | "));
    assert!(made_of(log).draft(&id("legal")).is_none());
}

#[test]
fn what_was_withdrawn_is_no_longer_published_and_its_history_reads_on() {
    let mut log = vec![published("legal | ash, beck | "), Change::Withdrawn(id("legal"))];
    let register = made_of(log.clone());
    assert!(register.arrangement(&id("legal")).is_none() && register.published().count() == 0);
    assert_eq!(register.naming(&body("ash")).count(), 0);
    assert_eq!(register.withdrawn().count(), 1);
    assert_eq!(register.record(&id("legal")).expect("kept").history(register.directory())[0].done, "Withdrawn");
    log.push(published("legal | ash, beck | started 2017"));
    let register = made_of(log);
    let record = register.record(&id("legal")).expect("published again");
    assert!(record.withdrawn().is_none());
    assert_eq!(record.history(register.directory())[0].done, "Published again (version 2)");
    assert_eq!(register.naming(&body("ash")).count(), 1);
}

#[test]
fn a_body_that_a_correction_no_longer_names_is_no_longer_asked_about_it() {
    let register = made_of(vec![published("legal | ash, beck | "), published("legal | ash, elm | ")]);
    let count = |who: &str| register.naming(&body(who)).count();
    assert_eq!((count("ash"), count("beck"), count("elm")), (1, 0, 1));
}

#[test]
fn a_body_of_this_places_own_is_known_by_its_names_and_never_replaces_one_of_the_table() {
    let own = |who: &str| OwnBody {
        id: body(who),
        name: "Ashdale Association of Parishes".to_string(),
        short_name: "Parishes".to_string(),
        kind: bodies::BodyKind::Other,
        also: vec!["AAP".to_string()],
        first_day: None,
        at: None,
    };
    let register = made_of(vec![Change::BodyKept(Box::new(own("parishes"))), Change::BodyKept(Box::new(own("beck")))]);
    assert_eq!(register.directory().named("AAP").map(|found| found.id.clone()), Some(body("parishes")));
    assert_eq!(register.directory().get(&body("beck")).expect("in the table").name, "Beck Borough Council");
    assert_eq!(register.strange()[0].sentence, "Entry 2 changes nothing, for it adds beck, which is in the table of bodies already.");
}

#[test]
fn the_end_of_a_body_can_be_corrected_and_nothing_is_left_of_what_was_wrong() {
    let register = made_of(vec![ends("ash", &["beck"]), ends("ash", &[])]);
    let ash = register.directory().get(&body("ash")).expect("known");
    assert_eq!((ash.last_day, ash.successors.len()), (Some(day("2028-03-31")), 0));
    assert_eq!(register.endings().count(), 1);
}

#[test]
fn an_account_has_the_role_it_was_last_given_for_each_body() {
    let register = made_of(vec![
        role("jo", Some("ash"), Some("officer")),
        role("jo", Some("ash"), Some("owner")),
        role("jo", None, Some("reader")),
        role("kim", Some("ash"), Some("owner")),
        role("kim", Some("ash"), None),
    ]);
    let of = |account: &str| register.roles_of(account).map(|given| given.role.clone().unwrap_or_default()).collect::<Vec<_>>();
    assert_eq!(of("jo"), ["reader", "owner"]);
    assert!(of("kim").is_empty() && of("j").is_empty());
    assert_eq!(register.roles().count(), 2);
}

#[test]
fn entries_that_make_no_sense_are_remarked_and_change_nothing() {
    let register = made_of(vec![
        Change::Confirmed(id("legal")),
        Change::Withdrawn(id("legal")),
        Change::DraftDropped(id("legal")),
        ends("nowhere", &["ash"]),
        role("jo", None, None),
    ]);
    assert_eq!(register.strange().len(), 5);
    assert_eq!(register.strange()[0].sentence, "Entry 1 changes nothing, for it speaks of legal, which is not published.");
    assert_eq!(register.log().len(), 5);
}

#[test]
fn an_entry_out_of_its_place_is_taken_and_remarked() {
    let mut log = entries(vec![published("legal | ash, beck | "), published("ict | ash, beck | ")]);
    log[1].number = 7;
    log[1].entered = moment("2019-01-01");
    let register = Register::of(directory(), &log);
    assert_eq!(register.published().count(), 2);
    assert_eq!(register.strange().len(), 2);
    assert_eq!(register.last_number(), 7);
}

#[test]
fn the_register_of_last_year_is_known_without_this_years_corrections() {
    let told = ["legal | ash, beck | started 2017", "legal | ash, beck | started 2017, ended 2019"];
    let register = made_of(told.iter().map(|told| published(told)).collect());
    let stage = |register: &Register| register.arrangement(&id("legal")).map(|said| said.stage_on(day("2020-06-01")));
    assert_eq!(stage(&register), Some(Stage::Ended));
    assert_eq!(stage(&register.as_entered_until(Moment::end_of(day("2020-01-01")))), Some(Stage::Live));
    assert_eq!(stage(&register.as_entered_until(Moment::end_of(day("2019-12-31")))), None);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn what_was_known_at_a_moment_is_what_the_entries_until_then_make(log in logs(), on in 17_500..18_700_i32) {
        let moment = Moment::end_of(Day(on));
        let until_then: Vec<Entry> = log.iter().filter(|entry| entry.entered <= moment).cloned().collect();
        let (quick, slow) = (Register::of(directory(), &log).as_entered_until(moment), Register::of(directory(), &until_then));
        prop_assert_eq!(&quick.records, &slow.records);
        prop_assert_eq!(&quick.drafts, &slow.drafts);
        prop_assert_eq!(&quick.own_bodies, &slow.own_bodies);
        prop_assert_eq!(&quick.endings, &slow.endings);
        prop_assert_eq!(&quick.roles, &slow.roles);
        prop_assert_eq!(&quick.strange, &slow.strange);
    }

    #[test]
    fn the_list_of_who_names_a_body_is_the_one_that_looking_through_all_would_give(log in logs()) {
        let register = Register::of(directory(), &log);
        for who in ["ash", "beck", "elm", "oak", "rowan", "thorn", "yew", "nowhere"] {
            let quick: Vec<_> = register.naming(&body(who)).map(|record| &record.arrangement().id).collect();
            let all = register.published().map(Record::arrangement);
            let slow: Vec<_> = all.filter(|said| said.bodies().contains(&&body(who))).map(|said| &said.id).collect();
            prop_assert_eq!(quick, slow);
        }
    }

    #[test]
    fn bodies_taken_one_by_one_are_those_that_beginning_again_gives(log in logs()) {
        let register = Register::of(directory(), &log);
        let mut again = register.clone();
        if let Some(last) = log.last() {
            again.settle_bodies(last);
        }
        let bodies = |register: &Register| {
            let mut bodies: Vec<bodies::Body> = register.directory().bodies().cloned().collect();
            bodies.sort_by(|a, b| a.id.cmp(&b.id));
            bodies
        };
        prop_assert_eq!(bodies(&register), bodies(&again));
    }

    #[test]
    fn no_entry_however_strange_is_lost_or_stops_the_register(log in strange_logs()) {
        let register = Register::of(directory(), &log);
        prop_assert_eq!(register.log().len(), log.len());
        for record in register.published() {
            record.history(register.directory());
            record.vouched_on();
        }
    }
}
