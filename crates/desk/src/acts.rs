//! Tests of what people do at the desk: that every act asks first, tells who was overtaken, and remembers who did it.
//!
//! The rule: the table names every act of this room; one that is added without its line makes a test fail.

use std::collections::BTreeSet;

use definitions::{ArrangementId, BodyId, OpportunityId};
use permissions::Role;
use register::{Change, Ending, Field, OwnBody, Passed, Passing};

use crate::made_up::{MadeUp, administrator, arrangement, day, made_up, open, person, report};
use crate::{Decided, Desk, NotDone, Person};

/// Where acts are written.
const SOURCES: &[&str] = &[include_str!("arrangements.rs"), include_str!("sheets.rs"), include_str!("succession.rs")];

/// An act: its name, somebody who may, somebody who may not, and the act itself on a desk where it could be done.
type Act = (&'static str, fn() -> Person, fn() -> Person, fn(&Desk, &Person) -> Result<(), NotDone>);

const ACTS: &[Act] = &[
    (
        "draft",
        || person(Role::Officer, "ashby"),
        || person(Role::Officer, "corley"),
        |desk, who| desk.draft(who, arrangement("payroll", &["ashby", "beckton"]), "", 0).map(drop),
    ),
    (
        "drop_draft",
        || person(Role::Officer, "ashby"),
        || person(Role::Owner, "corley"),
        |desk, who| desk.drop_draft(who, &id("waiting"), "", 1).map(drop),
    ),
    (
        "publish",
        || person(Role::Owner, "beckton"),
        || person(Role::Officer, "beckton"),
        |desk, who| desk.publish(who, arrangement("payroll", &["ashby", "beckton"]), "New.", 0).map(drop),
    ),
    (
        "withdraw",
        || person(Role::Owner, "ashby"),
        || person(Role::Officer, "ashby"),
        |desk, who| desk.withdraw(who, &id("legal"), "Entered by mistake.", 1).map(drop),
    ),
    (
        "confirm",
        || person(Role::Owner, "ashby"),
        || person(Role::Owner, "corley"),
        |desk, who| desk.confirm(who, &id("legal"), "Still true.", 1).map(drop),
    ),
    (
        "take_opportunity",
        || person(Role::Officer, "beckton"),
        || person(Role::Owner, "corley"),
        |desk, who| desk.take_opportunity(who, &OpportunityId::new("already-sharing-beckton--legal"), "").map(drop),
    ),
    (
        "keep_body",
        || person(Role::Owner, "corley"),
        || person(Role::Officer, "corley"),
        |desk, who| desk.keep_body(who, own_body(), "A new company.", 0).map(drop),
    ),
    (
        "end_body",
        administrator,
        || person(Role::Administrator, "beckton"),
        |desk, who| {
            let ending = Ending { body: BodyId::new("beckton"), last_day: day("2027-03-31"), successors: Vec::new(), sources: Vec::new() };
            desk.end_body(who, ending, "The order was made.", 0).map(drop)
        },
    ),
    (
        "pass_on",
        || person(Role::Owner, "ashby"),
        || person(Role::Owner, "corley"),
        |desk, who| desk.pass_on(who, &BodyId::new("beckton"), &[passed("legal", "corley")], "As the order says.").map(drop),
    ),
    (
        "enter_file",
        || person(Role::Owner, "ashby"),
        || person(Role::Officer, "ashby"),
        |desk, who| {
            let tried = desk.try_file("a.csv", b"Title,Partners,Start date\nShared fleet,Ashby; Corley,2021\n")?;
            desk.enter_file(who, &tried, "From the spreadsheet.").map(drop)
        },
    ),
];

fn id(id: &str) -> ArrangementId {
    ArrangementId::new(id)
}

/// The part of Beckton goes to another by novation from 1 April 2027.
fn passed(arrangement: &str, to: &str) -> Decided {
    let when = register::When::Day(day("2027-04-01"));
    Decided::Passed(Passed { arrangement: id(arrangement), how: Passing::Novate, to: BodyId::new(to), when })
}

fn own_body() -> OwnBody {
    OwnBody {
        id: BodyId::new("corley-homes"),
        name: "Corley Homes Ltd".into(),
        short_name: "Corley Homes".into(),
        kind: bodies::BodyKind::Other,
        also: Vec::new(),
        first_day: None,
        at: None,
    }
}

/// A place where `legal` of Ashby and Beckton is published, `waiting` of theirs is a draft, and a search found one opportunity.
fn busy() -> MadeUp {
    let made = made_up();
    let both = ["ashby", "beckton"];
    made.desk.publish(&administrator(), arrangement("legal", &both), "First entry.", 0).expect("an administrator may");
    made.desk.draft(&administrator(), arrangement("waiting", &both), "", 0).expect("an administrator may");
    let found = made.folder.path().join("found");
    std::fs::create_dir(&found).expect("a folder");
    std::fs::write(found.join("report.json"), serde_json::to_vec(&report()).expect("plain values")).expect("written");
    made
}

fn entries(desk: &Desk) -> u64 {
    desk.register().expect("the log is read").register().last_number()
}

#[test]
fn whoever_may_does_it_and_is_remembered_and_whoever_may_not_changes_nothing() {
    for (name, who_may, who_may_not, act) in ACTS {
        let made = busy();
        let before = entries(&made.desk);
        let refused = act(&made.desk, &who_may_not()).expect_err(name);
        assert!(matches!(refused, NotDone::Refused(_)), "{name}: {refused:?}");
        assert!(matches!(act(&made.desk, &Person::visitor()), Err(NotDone::Refused(_))), "{name}");
        assert_eq!(entries(&made.desk), before, "{name} changed something for who may not");
        let person = who_may();
        act(&made.desk, &person).unwrap_or_else(|refused| panic!("{name}: {refused:?}"));
        assert!(entries(&made.desk) > before, "{name} entered nothing");
        let standing = made.desk.register().expect("the log is read");
        assert_eq!(standing.register().log().last().expect("an entry").by, person.author, "{name}");
    }
}

#[test]
fn every_act_of_the_desk_stands_in_the_table() {
    let written = SOURCES.iter().flat_map(|source| source.split("\n    pub fn ").skip(1)).filter(|rest| rest.contains("who: &Person"));
    let named = written.filter_map(|rest| rest.split_once("(&self").map(|(name, _)| name));
    // What begins with "may" only asks; the two of whole copies have tests of their own below.
    let named: BTreeSet<&str> = named.filter(|name| !name.starts_with("may_") && !name.ends_with("_everything")).collect();
    assert_eq!(named, ACTS.iter().map(|(name, ..)| *name).collect());
}

#[test]
fn who_saves_over_anothers_work_is_told_by_whom_and_nothing_is_lost() {
    let made = busy();
    let (one, other) = (person(Role::Owner, "ashby"), person(Role::Owner, "beckton"));
    let mut corrected = arrangement("legal", &["ashby", "beckton"]);
    corrected.title = "One legal team".into();
    made.desk.publish(&one, corrected.clone(), "A better title.", 1).expect("nobody was before");
    corrected.title = "Two legal teams".into();
    let overtaken = made.desk.publish(&other, corrected, "Another title.", 1);
    let Err(NotDone::Overtaken(overtaken)) = overtaken else { panic!("{overtaken:?}") };
    assert_eq!((overtaken.by, overtaken.version), (one.author, 2));
    let standing = made.desk.register().expect("the log is read");
    assert_eq!(standing.register().arrangement(&id("legal")).expect("published").title, "One legal team");
    assert_eq!(standing.version_of_arrangement(&id("legal")), 2);
}

#[test]
fn another_program_over_the_same_register_sees_what_was_entered_and_is_told_when_it_is_overtaken() {
    let made = busy();
    let other = open(made.folder.path());
    made.desk.confirm(&administrator(), &id("legal"), "Still true.", 1).expect("it is published");
    assert_eq!(entries(&other), entries(&made.desk));
    let overtaken = other.withdraw(&administrator(), &id("legal"), "A mistake.", 1);
    assert!(matches!(overtaken, Err(NotDone::Overtaken(_))), "{overtaken:?}");
}

#[test]
fn nobody_gets_hold_of_a_record_by_writing_their_own_body_into_it() {
    let made = busy();
    let stranger = person(Role::Owner, "corley");
    for written in [arrangement("legal", &["ashby", "beckton", "corley"]), arrangement("legal", &["corley"])] {
        assert!(matches!(made.desk.publish(&stranger, written.clone(), "Ours.", 1), Err(NotDone::Refused(_))));
        assert!(matches!(made.desk.draft(&stranger, written, "", 0), Err(NotDone::Refused(_))));
    }
    let drafted = arrangement("waiting", &["corley"]);
    assert!(matches!(made.desk.publish(&stranger, drafted, "Ours.", 0), Err(NotDone::Refused(_))));
}

#[test]
fn a_change_that_others_read_needs_a_reason_and_a_draft_does_not() {
    let made = busy();
    for why in ["", "  \n", &"x".repeat(crate::WHY_CHARACTERS + 1)] {
        let refused = made.desk.withdraw(&administrator(), &id("legal"), why, 1);
        assert!(matches!(refused, Err(NotDone::NotRight(_))), "{refused:?}");
    }
    made.desk.draft(&administrator(), arrangement("payroll", &["ashby", "beckton"]), "", 0).expect("a draft needs no reason");
}

#[test]
fn an_opportunity_keeps_its_name_and_is_taken_once() {
    let made = busy();
    let found = OpportunityId::new("already-sharing-beckton--legal");
    let who = person(Role::Officer, "ashby");
    made.desk.take_opportunity(&who, &found, "").expect("it was found");
    let again = made.desk.take_opportunity(&who, &found, "");
    assert!(matches!(&again, Err(NotDone::NotRight(sentences)) if sentences[0].contains("already")), "{again:?}");
    let standing = made.desk.register().expect("the log is read");
    let draft = standing.register().draft(&id("already-sharing-beckton--legal")).expect("a draft").arrangement();
    assert_eq!(draft.found_as, Some(found));
    let parties: Vec<(&str, register::Role)> = draft.parties.iter().map(|party| (party.body.as_str(), party.role)).collect();
    assert_eq!(parties, [("beckton", register::Role::Lead), ("ashby", register::Role::Customer)]);
    assert_eq!(draft.happenings[0].when.to_string(), "2025-04");
}

#[test]
fn a_draft_can_be_written_over_a_published_record_and_is_done_with_when_it_is_published() {
    let made = busy();
    let who = person(Role::Owner, "ashby");
    let mut corrected = arrangement("legal", &["ashby", "beckton"]);
    corrected.summary = "More is done together.".into();
    made.desk.draft(&who, corrected.clone(), "", 0).expect("an owner is an officer too");
    made.desk.publish(&who, corrected.clone(), "More is shared.", 1).expect("an owner may");
    let standing = made.desk.register().expect("the log is read");
    assert!(standing.register().draft(&id("legal")).is_none() && standing.register().strange().is_empty());
    let seen = standing.version_of_draft(&id("legal"));
    drop(standing);
    made.desk.draft(&who, corrected, "", seen).expect("another draft can follow");
}

#[test]
fn what_was_not_there_is_said_to_be_unknown() {
    let made = busy();
    let nothing = id("nothing");
    let who = administrator();
    assert!(matches!(made.desk.withdraw(&who, &nothing, "Why.", 1), Err(NotDone::Unknown(_))));
    assert!(matches!(made.desk.drop_draft(&who, &nothing, "", 1), Err(NotDone::Unknown(_))));
    assert!(matches!(made.desk.take_opportunity(&who, &OpportunityId::new("nothing"), ""), Err(NotDone::Unknown(_))));
}

#[test]
fn a_proof_for_one_thing_does_not_serve_for_another() {
    let made = busy();
    let who = person(Role::Owner, "ashby");
    let permitted = permissions::may(&who.asker, permissions::Action::Confirm, &[BodyId::new("ashby")]).expect("an owner may");
    let entering = |action, body: &str, change| crate::desk::Entering {
        action,
        about: vec![BodyId::new(body)],
        change,
        expects: store::Expected::Any,
    };
    let confirmed = Change::Confirmed(id("legal"));
    let for_another_act = entering(permissions::Action::Withdraw, "ashby", Change::Withdrawn(id("legal")));
    let for_another_body = entering(permissions::Action::Confirm, "corley", confirmed.clone());
    for wrong in [for_another_act, for_another_body] {
        let refused = made.desk.enter(&permitted, &who.author, "Why.", &[wrong]);
        assert!(matches!(refused, Err(NotDone::Refused(_))), "{refused:?}");
    }
    made.desk.enter(&permitted, &who.author, "Why.", &[entering(permissions::Action::Confirm, "ashby", confirmed)]).expect("the very act");
}

#[test]
fn what_is_not_right_is_published_by_nobody_and_its_fields_are_named() {
    let made = busy();
    let mut wrong = arrangement("payroll", &["ashby", "nowhere"]);
    wrong.title = String::new();
    let Err(NotDone::Faults(faults)) = made.desk.publish(&administrator(), wrong.clone(), "New.", 0) else { panic!("it was published") };
    let fields: BTreeSet<Field> = faults.iter().map(|fault| fault.field).collect();
    assert_eq!(fields, BTreeSet::from([Field::Title, Field::Parties]));
    made.desk.draft(&administrator(), wrong.clone(), "", 0).expect("a draft may be unfinished");
    wrong.id = id("../legal");
    assert!(matches!(made.desk.draft(&administrator(), wrong, "", 0), Err(NotDone::Faults(_))));
}

#[test]
fn arrangements_of_a_body_that_ends_are_passed_on_all_together_or_none_is() {
    let made = busy();
    let who = administrator();
    made.desk.publish(&who, arrangement("payroll", &["beckton", "ashby"]), "First entry.", 0).expect("an administrator may");
    let before = entries(&made.desk);
    let beckton = BodyId::new("beckton");
    for wrong in [passed("nothing", "corley"), passed("payroll", "nowhere"), passed("payroll", "beckton")] {
        made.desk.pass_on(&who, &beckton, &[passed("legal", "corley"), wrong], "As the order says.").expect_err("one cannot be passed on");
        assert_eq!(entries(&made.desk), before);
    }
    let ends = Decided::Ended { arrangement: id("payroll"), when: register::When::Day(day("2027-03-31")) };
    let kept = made.desk.pass_on(&who, &beckton, &[passed("legal", "corley"), ends], "As the order says.").expect("both can");
    assert_eq!(kept.len(), 2);
    let standing = made.desk.register().expect("the log is read");
    let partners = |on: &str| -> BTreeSet<String> {
        let said = standing.register().arrangement(&id("legal")).expect("published");
        said.parties_on(day(on)).into_iter().map(|party| party.body.to_string()).collect()
    };
    assert_eq!(partners("2027-03-31"), BTreeSet::from(["ashby".to_string(), "beckton".to_string()]));
    assert_eq!(partners("2027-04-01"), BTreeSet::from(["ashby".to_string(), "corley".to_string()]));
    let payroll = standing.register().arrangement(&id("payroll")).expect("published");
    assert_eq!(payroll.stage_on(day("2027-04-01")), register::Stage::Ended);
}

#[test]
fn an_owner_of_a_body_that_follows_may_say_who_carries_an_arrangement_on() {
    let made = busy();
    let follows = register::Successor { body: BodyId::new("corley"), part: String::new() };
    let ending = Ending { body: BodyId::new("beckton"), last_day: day("2026-03-31"), successors: vec![follows], sources: Vec::new() };
    made.desk.end_body(&administrator(), ending, "The order was made.", 0).expect("an administrator may");
    let decided = [passed("legal", "corley")];
    made.desk.pass_on(&person(Role::Owner, "corley"), &BodyId::new("beckton"), &decided, "We follow it.").expect("its heir may");
}

#[test]
fn a_whole_copy_is_for_an_administrator_of_the_place_alone() {
    let made = busy();
    let copy = made.desk.export_everything(&administrator()).expect("an administrator may");
    for who in [Person::visitor(), person(Role::Owner, "ashby"), person(Role::Administrator, "ashby")] {
        assert!(matches!(made.desk.export_everything(&who), Err(NotDone::Refused(_))));
        assert!(matches!(made_up().desk.import_everything(&who, &copy), Err(NotDone::Refused(_))));
    }
    assert_eq!(made_up().desk.import_everything(&administrator(), &copy), Ok(copy.last_entry));
}
