//! Checks of days: ends before starts, orders that cannot be, terms that are over.
//!
//! The rule: with months and years, only what is wrong in every reading is found: an end in 2017 may well follow a start in May
//! 2017. It looks at one record alone.

use definitions::Day;

use super::{Check, Found};
use crate::{Arrangement, Happening, Period, Savings, Stage, What, When};

/// Looks at one record.
pub(super) fn check(found: &mut Found<'_>, on: Day) {
    end_before_start(found);
    before_the_start(found);
    left_without_a_part(found);
    after_the_end(found);
    term_over(found, on);
}

/// True where `one` is before `other` in every reading.
pub(crate) fn is_surely_before(one: When, other: When) -> bool {
    one.last_day() < other.first_day()
}

fn end_before_start(found: &mut Found<'_>) {
    let said = found.said;
    let started = said.started();
    let endings = said.happenings.iter().filter(|happening| happening.what.is_an_ending());
    let endings = endings.map(|happening| ("it ended", happening.when));
    for (what, end) in endings.chain(said.agreed_until.map(|until| ("its agreed term ends", until))) {
        if let Some(start) = started.filter(|start| is_surely_before(end, *start)) {
            found.say(Check::EndBeforeStart, format!("It started in {} and {what} in {}.", start.long(), end.long()));
        }
    }
    let Savings::Lines(lines) = &said.savings else { return };
    for line in lines {
        let (Period::EachYear { from, until: Some(until) } | Period::InTotal { from, until }) = line.period else { continue };
        if is_surely_before(until, from) {
            found.say(Check::EndBeforeStart, format!("Savings line {} runs from {} until {}.", line.id, from.long(), until.long()));
        }
    }
}

fn before_the_start(found: &mut Found<'_>) {
    let Some(start) = found.said.started() else { return };
    for happening in &found.said.happenings {
        let needs_a_start = !matches!(happening.what, What::Proposed | What::Agreed | What::Started) && !happening.what.is_an_ending();
        if needs_a_start && is_surely_before(happening.when, start) {
            let sentence = format!("“{}” in {} comes before the start in {}.", plain(happening), happening.when.long(), start.long());
            found.say(Check::ImpossibleOrder, sentence);
        }
    }
}

fn left_without_a_part(found: &mut Found<'_>) {
    let said = found.said;
    for happening in &said.happenings {
        let (What::Left { body } | What::Passed { from: body, .. }) = &happening.what else { continue };
        // On the day before, since what is passed on is another's from its day on.
        let eve = Day(happening.when.first_day().0.saturating_sub(1));
        let had_a_part = [eve, happening.when.first_day()].iter().any(|day| said.parties_on(*day).iter().any(|party| party.body == *body));
        let may_have_come_before = said.happenings.iter().any(|other| {
            let comes = matches!(&other.what, What::Joined { body: one } | What::Passed { to: one, .. } if one == body);
            comes && other.when.first_day() <= happening.when.last_day()
        });
        if !had_a_part && !may_have_come_before {
            let sentence = format!("“{}” in {}, when it had no part.", plain(happening), happening.when.long());
            found.say(Check::ImpossibleOrder, sentence);
        }
    }
}

fn after_the_end(found: &mut Found<'_>) {
    let Some(end) = found.said.ended() else { return };
    for happening in &found.said.happenings {
        if is_surely_before(end, happening.when) && !matches!(happening.what, What::Proposed | What::Agreed) && !passes_on(happening, end) {
            let sentence = format!("“{}” in {} comes after the end in {}.", plain(happening), happening.when.long(), end.long());
            found.say(Check::ImpossibleOrder, sentence);
        }
    }
}

/// What is passed on the day after the end is the end itself, told by both sides.
fn passes_on(happening: &Happening, end: When) -> bool {
    matches!(happening.what, What::Passed { .. }) && happening.when.first_day().0 <= end.last_day().0.saturating_add(1)
}

fn term_over(found: &mut Found<'_>, on: Day) {
    let said = found.said;
    let Some(until) = said.agreed_until.filter(|until| until.last_day() < on) else { return };
    if said.stage_on(on) == Stage::Live && !was_renewed_since(said, until) {
        found.say(Check::TermOver, format!("It was agreed until {}.", until.long()));
    }
}

/// A renewal says that the term went on, though the record still names the old one.
fn was_renewed_since(said: &Arrangement, until: When) -> bool {
    said.happenings.iter().any(|happening| happening.what == What::Renewed && happening.when.first_day() >= until.first_day())
}

/// The kind of happening and its bodies by id: a finding must not change when a body is given another name.
fn plain(happening: &Happening) -> String {
    happening.in_words(&bodies::Directory::default())
}
