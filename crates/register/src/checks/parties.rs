//! Checks of who takes part: bodies that did not exist, parts left behind, too few bodies, and the same arrangement twice.
//!
//! The rule: a body exists on a day if its days allow any reading of it. Two entries are beside each other only by the same
//! bodies and family on the day that is asked for, so that what followed an ended arrangement is no double.

use std::collections::{BTreeMap, BTreeSet};

use bodies::{Body, Directory};
use definitions::{ArrangementId, BodyId, Day};
use services::Family;

use super::{Check, Finding, Found};
use crate::{Happening, Record, Register, Stage, What, When, name_of};

/// Looks at one record.
pub(super) fn check(found: &mut Found<'_>, directory: &Directory, on: Day) {
    not_there(found, directory);
    ended_and_not_passed_on(found, directory, on);
    fewer_than_two(found, directory, on);
}

/// Entries with the same bodies and family that have not ended on `on`.
pub(super) fn same_partners_and_service(register: &Register, on: Day) -> Vec<Finding> {
    let mut alike: BTreeMap<(Vec<BodyId>, Family), Vec<ArrangementId>> = BTreeMap::new();
    for said in register.published().map(Record::arrangement).filter(|said| said.stage_on(on) != Stage::Ended) {
        let bodies: BTreeSet<BodyId> = said.parties_on(on).into_iter().map(|party| party.body).collect();
        if bodies.is_empty() {
            continue;
        }
        let bodies: Vec<BodyId> = bodies.into_iter().collect();
        for family in said.services.iter().collect::<BTreeSet<_>>() {
            alike.entry((bodies.clone(), *family)).or_default().push(said.id.clone());
        }
    }
    let doubled = alike.into_iter().filter(|(_, arrangements)| arrangements.len() > 1);
    let finding = |((bodies, family), arrangements): ((Vec<BodyId>, Family), Vec<ArrangementId>)| {
        let names: Vec<String> = bodies.iter().map(|body| name_of(body, register.directory())).collect();
        let sentence = format!("{} entries share {} among {}.", arrangements.len(), family.name().to_lowercase(), names.join(", "));
        Finding { check: Check::SamePartnersAndService, arrangements, sentence }
    };
    doubled.map(finding).collect()
}

fn not_there(found: &mut Found<'_>, directory: &Directory) {
    let mut asked: Vec<(BodyId, When)> = Vec::new();
    if let Some(start) = found.said.started() {
        asked.extend(found.said.parties_on(start.first_day()).into_iter().map(|party| (party.body, start)));
    }
    for happening in &found.said.happenings {
        asked.extend(there_at(happening).into_iter().map(|body| (body.clone(), happening.when)));
    }
    asked.sort();
    asked.dedup();
    for (body, when) in asked {
        let sentence = match directory.get(&body) {
            Some(known) if may_exist(known, when) => continue,
            Some(known) => format!("{} did not exist in {}.", known.name, when.long()),
            None => format!("{body} is not a body that is known."),
        };
        found.say(Check::BodyNotThere, sentence);
    }
}

/// Those who must be there when it happens. Who passes something on may have ended the day before.
fn there_at(happening: &Happening) -> Vec<&BodyId> {
    match &happening.what {
        What::Passed { to, .. } => vec![to],
        other => other.bodies(),
    }
}

fn may_exist(body: &Body, when: When) -> bool {
    body.first_day.is_none_or(|first| first <= when.last_day()) && body.last_day.is_none_or(|last| when.first_day() <= last)
}

fn ended_and_not_passed_on(found: &mut Found<'_>, directory: &Directory, on: Day) {
    let stage = found.said.stage_on(on);
    if stage == Stage::Ended {
        return;
    }
    for party in found.said.parties_on(on) {
        let last_day = directory.get(&party.body).and_then(|body| body.last_day).filter(|last| *last < on);
        if let Some(last) = last_day {
            let name = name_of(&party.body, directory);
            found.say(Check::EndedAndNotPassedOn, format!("{name} ended on {} and its part is not passed on.", last.long()));
        }
    }
}

fn fewer_than_two(found: &mut Found<'_>, directory: &Directory, on: Day) {
    let parties = found.said.parties_on(on);
    if found.said.stage_on(on) == Stage::Live && parties.len() < 2 {
        let who = parties.first().map_or("nobody".to_string(), |party| format!("{} alone", name_of(&party.body, directory)));
        found.say(Check::FewerThanTwo, format!("On {} it is live with {who}.", on.long()));
    }
}
