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
    let mut all: Vec<Coming> = Vec::new();
    for card in &overview.cards {
        all.extend(card.next.iter().map(|(day, what)| Coming {
            day: *day,
            what: (*what).to_string(),
            about: card.title.clone(),
            address: arrangement_address(&card.id),
        }));
    }
    let mut seen = BTreeSet::new();
    for found in report.into_iter().flat_map(|report| &report.opportunities) {
        for due in found.deadlines.iter().filter(|due| due.day >= today) {
            if seen.insert((due.day, &due.what, &due.body)) {
                let (what, about, address) = (due.what.clone(), found.title.clone(), opportunity_address(&found.id));
                all.push(Coming { day: due.day, what, about, address });
            }
        }
    }
    all.sort_by(|a, b| (a.day, &a.about).cmp(&(b.day, &b.about)));
    all.truncate(SHOWN);
    all
}
