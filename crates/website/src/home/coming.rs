//! Decisions coming up: of opportunities, and of arrangements whose term or review comes near.
//!
//! The rule: the soonest first, each with the day and what is to be decided, and the way to it.

use std::collections::BTreeSet;

use definitions::Day;
use pages::Report;

use crate::links::{arrangement_address, opportunity_address};
use crate::overview::Overview;

/// How many are shown.
const SHOWN: usize = 6;

/// Something to decide.
pub(super) struct Coming {
    /// By when.
    pub(super) day: Day,
    /// What.
    pub(super) what: String,
    /// What it is about.
    pub(super) about: String,
    /// Where that is found.
    pub(super) address: String,
}

/// The soonest decisions from `today` on.
pub(super) fn coming(overview: &Overview, report: Option<&Report>, today: Day) -> Vec<Coming> {
    let of_arrangements = overview.cards.iter().flat_map(|card| card.next.iter().map(move |(day, what)| (*day, &*card.title, *what, card)));
    let mut arrangements: Vec<_> = of_arrangements.collect();
    arrangements.sort_unstable_by_key(|(day, title, what, _)| (*day, *title, *what));
    let mut all: Vec<Coming> = arrangements
        .into_iter()
        .take(SHOWN)
        .map(|(day, about, what, card)| Coming {
            day,
            what: what.to_string(),
            about: about.to_string(),
            address: arrangement_address(&card.id),
        })
        .collect();
    all.extend(of_opportunities(report, today));
    all.sort_by(|a, b| (a.day, &a.about).cmp(&(b.day, &b.about)));
    all.truncate(SHOWN);
    all
}

/// The same decision in several opportunities is told once, with the best of them.
fn of_opportunities(report: Option<&Report>, today: Day) -> Vec<Coming> {
    let mut seen = BTreeSet::new();
    let mut all = Vec::new();
    for found in report.into_iter().flat_map(|report| &report.opportunities) {
        for due in found.deadlines.iter().filter(|due| due.day >= today) {
            if seen.insert((due.day, &due.what, &due.body)) {
                let (what, about, address) = (due.what.clone(), found.title.clone(), opportunity_address(&found.id));
                all.push(Coming { day: due.day, what, about, address });
            }
        }
    }
    all
}
