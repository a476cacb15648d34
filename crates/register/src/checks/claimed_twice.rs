//! The check for one saving that two entries claim.
//!
//! The rule: two lines may be one saving where standing and amount are the same, their times overlap, and their entries share a
//! body or a source; or where both rest on the same sentence. Lines are laid side by side by what they share, and each pile
//! is walked once in the order of time, so that ten thousand entries take no longer than their lines.

use std::collections::{BTreeMap, BTreeSet};

use definitions::{ArrangementId, BodyId, Day, Pence};

use super::{Check, Finding};
use crate::{Arrangement, Cited, Period, Record, Register, SavingLine, Savings, Standing};

/// Lines of different entries that may be one saving.
pub(super) fn saving_claimed_twice(register: &Register) -> Vec<Finding> {
    let mut piles: BTreeMap<(Standing, Pence, Shared<'_>), Vec<Claim<'_>>> = BTreeMap::new();
    let mut sentences: BTreeMap<String, Vec<Claim<'_>>> = BTreeMap::new();
    for said in register.published().map(Record::arrangement) {
        let Savings::Lines(lines) = &said.savings else { continue };
        for line in lines.iter().filter(|line| line.amount_pence != Pence::ZERO) {
            let claim = Claim::of(said, line);
            for shared in shared_by(said, line) {
                piles.entry((line.standing, line.amount_pence, shared)).or_default().push(claim);
            }
            let sentence = words_of(&line.evidence);
            if sentence.split(' ').count() >= FEWEST_WORDS {
                sentences.entry(sentence).or_default().push(claim);
            }
        }
    }
    let mut findings = BTreeSet::new();
    piles.into_values().for_each(|pile| overlapping_runs(pile, &mut findings));
    sentences.into_values().for_each(|pile| findings.extend(found(&pile, "rest on the same sentence")));
    findings.into_iter().collect()
}

/// Fewer words are no sentence of a source: `Budget report`.
const FEWEST_WORDS: usize = 5;

/// What two entries can share.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
enum Shared<'a> {
    Body(&'a BodyId),
    Source(&'a str, &'a str),
}

#[derive(Clone, Copy)]
struct Claim<'a> {
    arrangement: &'a ArrangementId,
    line: &'a SavingLine,
    first: Day,
    last: Day,
}

impl<'a> Claim<'a> {
    fn of(said: &'a Arrangement, line: &'a SavingLine) -> Claim<'a> {
        let (first, last) = match line.period {
            Period::EachYear { from, until } => (from.first_day(), until.map_or(Day(i32::MAX), |until| until.last_day())),
            Period::InTotal { from, until } => (from.first_day(), until.last_day()),
            // From the beginning of the arrangement, or of all time where that is not told.
            Period::ToDate { until } => (said.started().map_or(Day(i32::MIN), |start| start.first_day()), until.last_day()),
        };
        Claim { arrangement: &said.id, line, first, last }
    }
}

fn shared_by<'a>(said: &'a Arrangement, line: &'a SavingLine) -> BTreeSet<Shared<'a>> {
    let bodies = said.parties.iter().map(|party| Shared::Body(&party.body));
    let source = |cited: &'a Cited| {
        let is_told = !cited.link.is_empty() || !cited.document.is_empty();
        is_told.then_some(if cited.link.is_empty() {
            Shared::Source(&cited.document, &cited.place)
        } else {
            Shared::Source(&cited.link, &cited.place)
        })
    };
    bodies.chain(line.sources.iter().filter_map(source)).collect()
}

/// Walks a pile in the order of time; each run of claims that overlap one with the next is one finding.
fn overlapping_runs(mut pile: Vec<Claim<'_>>, findings: &mut BTreeSet<Finding>) {
    pile.sort_by_key(|claim| (claim.first, claim.last));
    let mut run: Vec<Claim<'_>> = Vec::new();
    let mut reach = Day(i32::MIN);
    for claim in pile {
        if !run.is_empty() && claim.first > reach {
            findings.extend(found(&run, "have the same amount for a time that overlaps"));
            run.clear();
        }
        reach = if run.is_empty() { claim.last } else { reach.max(claim.last) };
        run.push(claim);
    }
    findings.extend(found(&run, "have the same amount for a time that overlaps"));
}

/// A finding, where the claims are of more than one entry.
fn found(claims: &[Claim<'_>], why: &str) -> Option<Finding> {
    let arrangements: BTreeSet<&ArrangementId> = claims.iter().map(|claim| claim.arrangement).collect();
    if arrangements.len() < 2 {
        return None;
    }
    let told: BTreeSet<String> =
        claims.iter().map(|claim| format!("{} of {} ({})", claim.line.id, claim.arrangement, claim.line.amount_in_words())).collect();
    let told: Vec<String> = told.into_iter().collect();
    let arrangements = arrangements.into_iter().cloned().collect();
    Some(Finding { check: Check::SavingClaimedTwice, arrangements, sentence: format!("The lines {} {why}.", told.join(" and ")) })
}

fn words_of(text: &str) -> String {
    let words = text.split(|character: char| !character.is_alphanumeric()).filter(|word| !word.is_empty());
    words.map(str::to_lowercase).collect::<Vec<_>>().join(" ")
}
