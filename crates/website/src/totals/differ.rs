//! Why the totals told on a day differ from what is known now of that day.
//!
//! The rule: an arrangement is named where what it adds to any figure is not the same on both sides, with the entries made since that
//! speak of it. Where nothing differs, that is said.

use std::collections::{BTreeMap, BTreeSet};

use definitions::{ArrangementId, Day};
use maud::{Markup, html};
use pages::count;
use register::{Moment, Totals};

use super::page::Side;
use crate::links::{arrangement_address, link};

/// How many arrangements are told of at most.
const MOST_TOLD: usize = 50;

/// The section.
pub(super) fn differences(now: &Side<'_>, then: &Side<'_>, day: Day) -> Markup {
    let (new, old) = (shares(now.totals()), shares(then.totals()));
    let ids: BTreeSet<&ArrangementId> = new.keys().chain(old.keys()).copied().collect();
    let differ: Vec<&ArrangementId> = ids.into_iter().filter(|id| new.get(id) != old.get(id)).collect();
    html! {
        h2 class="govuk-heading-l" id="differences" { "Why they differ" }
        @if differ.is_empty() {
            p class="govuk-body" { "They do not: nothing that was entered after " (day.long()) " changes a figure of this day." }
        } @else {
            p class="govuk-body" { (count(differ.len() as u64, "arrangement was", "arrangements were")) " entered or corrected after " (day.long()) ", for what was true before." }
            ul class="govuk-list govuk-list--bullet" { @for id in differ.iter().take(MOST_TOLD) { li { (one(now, id, day)) } } }
            @if differ.len() > MOST_TOLD { p class="govuk-body" { "And " (differ.len() - MOST_TOLD) " more: the CSV of both days holds every line." } }
        }
    }
}

/// What each arrangement adds to the figures, as words that can be compared.
fn shares(totals: &Totals) -> BTreeMap<&ArrangementId, Vec<String>> {
    let mut shares: BTreeMap<&ArrangementId, Vec<String>> = BTreeMap::new();
    for id in &totals.live {
        shares.entry(id).or_default().push("live".to_string());
    }
    for (body, ids) in &totals.sharing {
        ids.iter().for_each(|id| shares.entry(id).or_default().push(format!("part of {body}")));
    }
    for sum in &totals.sums {
        for line in &sum.lines {
            let words = format!("{} {} {} {}", super::of::code_of(sum), line.line, line.amount_pence.0, line.at_least);
            shares.entry(&line.arrangement).or_default().push(words);
        }
    }
    shares
}

fn one(now: &Side<'_>, id: &ArrangementId, day: Day) -> Markup {
    let record = now.register.record(id);
    let title = record.map_or(id.as_str(), |record| record.arrangement().title.as_str());
    let since = record.map(|record| record.history(now.register.directory())).unwrap_or_default();
    let since: Vec<_> = since.into_iter().filter(|told| told.entered > Moment::end_of(day)).collect();
    html! {
        (link(&arrangement_address(id), title))
        @for told in &since {
            ": " (told.done.to_lowercase()) " on " (told.entered.day().long()) " by " (told.by.name)
            @if !told.why.trim().is_empty() { " (“" (told.why.trim()) "”)" }
            @for changed in told.changed.iter().take(3) { ". " (changed.sentence.trim_end_matches('.')) }
        }
        "."
    }
}
