//! Each check by an entry that it finds, and by one beside it that it must not find.
//!
//! The rule: no check is untested: the table below is held against the list. The quick comparison of entries has a slow obvious
//! twin, which compares every line with every other.

use std::collections::BTreeSet;

use proptest::prelude::*;

use super::*;
use crate::made_up::{arrangement, arrangements, day, directory, entries, register, strange_logs};
use crate::{Change, Kind, Period, SavingLine, Savings};

fn codes(told: &[&str], on: &str) -> BTreeSet<&'static str> {
    checks(&register(told), day(on)).into_iter().map(|finding| finding.check.code()).collect()
}

/// What a check finds; what stands beside it and is right; on which day.
const EXAMPLES: &[(&str, &[&str], &[&str], &str)] = &[
    (
        "same-partners-and-service",
        &["legal/one | ash, beck | started 2017", "legal/two | beck, ash | agreed 2018"],
        &["legal/one | ash, beck | started 2017, ended 2018", "legal/two | beck, ash | started 2019", "ict | ash, beck | "],
        "2020-06-01",
    ),
    (
        "saving-claimed-twice",
        &[
            "legal | ash, beck | started 2017 | s1 realised 400000 a year from 2017",
            "ict | beck, elm | started 2017 | s1 realised 400000 a year from 2019",
        ],
        &[
            "legal | ash, beck | started 2017 | s1 realised 400000 a year from 2017 until 2018",
            "ict | beck, elm | started 2017 | s1 realised 400000 a year from 2019",
            "waste | oak, elm | started 2017 | s1 realised 400000 a year from 2017 until 2018",
            "energy | ash, elm | started 2017 | s1 planned 400000 a year from 2017 until 2018",
        ],
        "2020-06-01",
    ),
    (
        "end-before-start",
        &["legal | ash, beck | started 2018, ended 2017"],
        &["legal | ash, beck | started 2017-05, ended 2017"],
        "2020-06-01",
    ),
    (
        "impossible-order",
        &["legal | ash, beck, elm | started 2018, joined elm 2017"],
        &["legal | ash, beck, elm | started 2018, joined elm 2018, left elm 2018-05"],
        "2020-06-01",
    ),
    ("body-not-there", &["legal | ash, rowan | started 2020"], &["legal | ash, rowan | started 2023"], "2020-06-01"),
    (
        "ended-and-not-passed-on",
        &["legal | ash, thorn | started 2017"],
        &["legal | ash, thorn, rowan | started 2017, passed thorn rowan 2023-04-01"],
        "2023-04-01",
    ),
    (
        "total-not-made-by-parts",
        &["legal | ash, beck | started 2017 | s1 realised 100 a year from 2017; s2 realised 150 in all 2017 to 2018"],
        &[
            "legal | ash, beck | started 2017 | s1 realised 100 a year from 2017; s2 realised 200 in all 2017 to 2018; s3 realised 9 in all 2016 to 2016",
        ],
        "2020-06-01",
    ),
    (
        "totals-overlap",
        &["legal | ash, beck | started 2016 | s1 realised 5 in all 2016 to 2018; s2 realised 4 in all 2017 to 2019"],
        &[
            "legal | ash, beck | started 2016 | s1 realised 5 in all 2016 to 2017; s2 realised 4 in all 2018 to 2019; s3 realised 1 in all 2018 to 2019 net",
        ],
        "2020-06-01",
    ),
    (
        "to-date-falls",
        &["legal | ash, beck | started 2016 | s1 realised 500 to date 2017; s2 realised 400 to date 2018"],
        &["legal | ash, beck | started 2016 | s1 realised 400 to date 2017; s2 realised 500 to date 2018; s3 certified 3 to date 2019"],
        "2019-06-01",
    ),
    (
        "told-lower",
        &[
            "legal | ash, beck | started 2016 | s1 realised 500 to date 2017",
            "legal | ash, beck | started 2016 | s1 realised 400 to date 2018",
        ],
        &[
            "legal | ash, beck | started 2016 | s1 realised 500 to date 2017",
            "legal | ash, beck | started 2016 | s1 realised 450 to date 2017",
        ],
        "2019-06-01",
    ),
    ("unconfirmed", &["legal | ash, beck | started 2017"], &["legal | ash, beck | started 2017, ended 2019"], "2021-01-01"),
    ("fewer-than-two", &["legal | ash, beck | started 2017, left beck 2018"], &["legal | ash | agreed 2017"], "2020-06-01"),
    (
        "split-into-unknown",
        &["legal | ash, beck | started 2016, split waste 2018"],
        &["legal | ash, beck | started 2016, split ict 2018", "ict | ash, beck | "],
        "2020-06-01",
    ),
];

#[test]
fn each_check_finds_what_is_wrong_and_leaves_what_is_right_beside_it() {
    for (code, wrong, right, on) in EXAMPLES {
        assert!(codes(wrong, on).contains(code), "{code} finds nothing in {wrong:?}");
        assert!(!codes(right, on).contains(code), "{code} finds something in {right:?}");
    }
}

fn found_in(change: impl Fn(&mut Arrangement)) -> Vec<&'static str> {
    let mut said = arrangement("legal | ash, beck | started 2017");
    change(&mut said);
    let register = Register::of(directory(), &entries(vec![Change::Published(Box::new(said))]));
    checks(&register, day("2020-06-01")).into_iter().map(|finding| finding.check.code()).collect()
}

#[test]
fn what_a_line_of_facts_cannot_say_is_checked_too() {
    assert!(found_in(|_| {}).is_empty(), "a plain entry is in order");
    assert_eq!(found_in(|said| said.savings = Savings::Lines(Vec::new())), ["no-figure-no-reason"]);
    assert_eq!(found_in(|said| said.sources[0].link = "javascript:alert(1)".to_string()), ["link-not-web"]);
    assert_eq!(found_in(|said| said.sources.clear()), ["no-source"]);
    assert_eq!(found_in(|said| said.agreed_until = Some("2019".parse().expect("a year"))), ["term-over"]);
    let other = |summary: &'static str| {
        found_in(move |said| {
            said.kind = Kind::Other;
            said.summary = summary.to_string();
        })
    };
    assert_eq!(other(" "), ["other-without-summary"]);
    assert!(other("Two depots are one.").is_empty());
}

#[test]
fn no_check_is_without_a_test_and_each_says_what_to_do() {
    let by_facts = EXAMPLES.iter().map(|(code, ..)| *code);
    let by_hand = ["no-figure-no-reason", "link-not-web", "no-source", "term-over", "other-without-summary"];
    let tested: BTreeSet<&str> = by_facts.chain(by_hand).collect();
    assert_eq!(tested, Check::ALL.iter().map(|check| check.code()).collect());
    for check in Check::ALL {
        assert!(check.sentence().ends_with('.') && check.to_do().ends_with('.'), "{}", check.code());
    }
}

#[test]
fn a_term_that_was_renewed_is_not_over() {
    let renewed = "legal | ash, beck | started 2015, renewed 2019-01-01";
    let mut said = arrangement(renewed);
    said.agreed_until = Some("2018-12-31".parse().expect("a day"));
    let register = Register::of(directory(), &entries(vec![Change::Published(Box::new(said))]));
    assert!(checks(&register, day("2020-06-01")).is_empty());
}

#[test]
fn two_entries_that_rest_on_the_same_sentence_claim_it_twice_though_their_amounts_differ() {
    let with = |told: &str, evidence: &str| {
        let mut said = arrangement(told);
        if let Savings::Lines(lines) = &mut said.savings {
            lines[0].evidence = evidence.to_string();
        }
        Change::Published(Box::new(said))
    };
    let codes = |evidence: &str| {
        let one = with("legal | ash, beck | started 2017 | s1 realised 5 a year from 2017", "The joint board saved £5 in its first year.");
        let other = with("ict | elm, oak | started 2017 | s1 realised 7 a year from 2017", evidence);
        checks(&Register::of(directory(), &entries(vec![one, other])), day("2020-06-01"))
    };
    let found = codes("the joint board saved 5 in its first year");
    assert_eq!(found.len(), 1);
    assert_eq!(
        found[0].sentence,
        "The lines s1 of ict (£7 a year from 2017) and s1 of legal (£5 a year from 2017) rest on the same sentence."
    );
    assert!(codes("Budget report").is_empty());
}

/// Every pair of lines, by the words of the rule.
fn claimed_twice_slowly(register: &Register) -> BTreeSet<ArrangementId> {
    let mut claimed = BTreeSet::new();
    let mut lines: Vec<(&Arrangement, &SavingLine)> = Vec::new();
    for record in register.published() {
        if let Savings::Lines(of_one) = &record.arrangement().savings {
            lines.extend(of_one.iter().map(|line| (record.arrangement(), line)));
        }
    }
    for (said, line) in &lines {
        for (other_said, other) in &lines {
            let shares_body = said.parties.iter().any(|party| other_said.parties.iter().any(|theirs| theirs.body == party.body));
            let is_alike = line.standing == other.standing && line.amount_pence == other.amount_pence && line.amount_pence.0 != 0;
            if said.id != other_said.id && shares_body && is_alike && overlap(said, line, other_said, other) {
                claimed.insert(said.id.clone());
            }
        }
    }
    claimed
}

fn overlap(said: &Arrangement, line: &SavingLine, other_said: &Arrangement, other: &SavingLine) -> bool {
    let days = |said: &Arrangement, line: &SavingLine| match line.period {
        Period::EachYear { from, until } => (from.first_day(), until.map_or(Day(99_999), |until| until.last_day())),
        Period::InTotal { from, until } => (from.first_day(), until.last_day()),
        Period::ToDate { until } => (said.started().map_or(Day(-99_999), |start| start.first_day()), until.last_day()),
    };
    let (one, two) = (days(said, line), days(other_said, other));
    one.0 <= two.1 && two.0 <= one.1
}

/// Entries with few amounts, periods that run forwards, and no sources or sentences, so that many lines are alike.
fn alike() -> impl Strategy<Value = Vec<Change>> {
    proptest::collection::vec((arrangements(), 1..4_i64), 0..7).prop_map(|drawn| {
        let plain = drawn.into_iter().enumerate().map(|(place, (mut said, amount))| {
            said.id = ArrangementId::new(&format!("a{place}"));
            if let Savings::Lines(lines) = &mut said.savings {
                for line in lines.iter_mut() {
                    line.amount_pence = definitions::Pence(amount);
                    line.evidence.clear();
                    line.sources.clear();
                    if let Period::EachYear { from, until: Some(until) } | Period::InTotal { from, until } = &mut line.period {
                        (*from, *until) = ((*from).min(*until), (*from).max(*until));
                    }
                }
                lines.retain(|line| !matches!(line.period, Period::EachYear { from, until: Some(until) } | Period::InTotal { from, until } if until.last_day() < from.first_day()));
                lines.retain(|line| !matches!(line.period, Period::ToDate { until } if said_start(&said.happenings).is_some_and(|start| until.last_day() < start)));
            }
            Change::Published(Box::new(said))
        });
        plain.collect()
    })
}

fn said_start(happenings: &[crate::Happening]) -> Option<Day> {
    happenings.iter().filter(|happening| happening.what == crate::What::Started).map(|happening| happening.when.first_day()).min()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn the_quick_walk_finds_the_entries_that_comparing_all_with_all_finds(changes in alike()) {
        let register = Register::of(directory(), &entries(changes));
        let found = claimed_twice::saving_claimed_twice(&register);
        let quick: BTreeSet<ArrangementId> = found.into_iter().flat_map(|finding| finding.arrangements).collect();
        let slow = claimed_twice_slowly(&register);
        // A run joins lines that overlap one with the next, so the quick walk may name one more entry between two that overlap.
        prop_assert!(quick.is_superset(&slow));
        prop_assert_eq!(quick.is_empty(), slow.is_empty());
    }

    #[test]
    fn no_log_however_strange_stops_the_checks(log in strange_logs(), on in 14_000..22_000_i32) {
        let register = Register::of(directory(), &log);
        let found = checks(&register, Day(on));
        prop_assert!(found.iter().all(|finding| !finding.arrangements.is_empty() && !finding.sentence.is_empty()));
    }
}
