//! Decisions coming up: the soonest deadlines of all opportunities, in one table.
//!
//! The rule: soonest first, a bounded number, and each leads to its opportunity.

use std::collections::HashSet;

use definitions::Day;
use maud::{Markup, html};
use opportunities::{Deadline, Opportunity};

use super::Page;
use super::opportunity::link;
use crate::parts::{Column, Table};

/// The most decisions shown.
const MOST_SHOWN: usize = 12;

/// The table, or nothing where there is no deadline.
pub(super) fn soon(page: &Page<'_>) -> Markup {
    let due = soonest(page);
    if due.is_empty() {
        return html! {};
    }
    let columns = [Column::words("Decide by"), Column::words("What, whose decision and for which opportunity")];
    let rows = due.iter().take(MOST_SHOWN).map(|(day, deadline, found)| {
        vec![
            html! { (day.long()) },
            html! {
                strong { @if let Some(body) = &deadline.body { (page.names.body(body)) } @else { "All of them" } } ": " (deadline.what)
                span class="cw-ranked__more" { (link(page, found)) }
            },
        ]
    });
    let caption = "The soonest decisions of all opportunities";
    html! {
        section class="cw-section" aria-labelledby="soon" {
            h2 class="govuk-heading-l" id="soon" { "Decisions coming up" }
            (Table::new(caption, &columns, rows.collect()).framed())
            @if due.len() > MOST_SHOWN {
                p class="govuk-body-s cw-quiet" { (due.len() - MOST_SHOWN) " later decisions stand with their opportunities." }
            }
        }
    }
}

/// Deadlines from today on; the same decision in several opportunities is shown once, with the best of them.
fn soonest<'a>(page: &Page<'a>) -> Vec<(Day, &'a Deadline, &'a Opportunity)> {
    let today = page.report.place.today;
    let mut seen = HashSet::new();
    let all = page.report.opportunities.iter().flat_map(|found| found.deadlines.iter().map(move |due| (due.day, due, found)));
    let mut due: Vec<_> = all.filter(|(day, due, _)| *day >= today && seen.insert((*day, due.what.as_str(), due.body.as_ref()))).collect();
    due.sort_by_key(|(day, ..)| *day);
    due
}
