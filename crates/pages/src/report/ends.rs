//! When contracts end: those of the next three years and those in an opportunity, drawn and listed.
//!
//! The rule: a contract's end is the end as it stands; a date already past is not shown. The drawing and the
//! list are bounded, and say by how much.

use std::collections::BTreeSet;

use definitions::Day;
use maud::{Markup, html};
use opportunities::ContractFacts;

use super::Page;
use crate::charts::{Lane, Mark, timeline};
use crate::parts::{Column, Table, details};
use crate::words::count;

/// How far ahead is looked, in months.
const MONTHS_AHEAD: i32 = 36;

/// Contracts listed.
const MOST_LISTED: usize = 150;

/// Lanes drawn.
const MOST_LANES: usize = 24;

/// The section.
pub(super) fn ends(page: &Page<'_>) -> Markup {
    let today = page.report.place.today;
    let last = today.plus_months(MONTHS_AHEAD);
    let ending = ending(page, today, last);
    if ending.is_empty() {
        return html! {};
    }
    let lanes = lanes(page, &ending);
    html! {
        section class="cw-section" aria-labelledby="ends" {
            h2 class="govuk-heading-l" id="ends" { "When contracts end" }
            p class="govuk-body" {
                (count(ending.len() as u64, "contract ends", "contracts end")) " between " (today.long()) " and " (last.long())
                ". Each is a mark, larger for a larger value; a filled mark is in an opportunity above."
            }
            (timeline("Contract ends by body", today, last, &lanes))
            (details("The same as a table, soonest first", &table(page, &ending)))
        }
    }
}

struct Ending<'a> {
    contract: &'a ContractFacts,
    end: Day,
    is_in_opportunity: bool,
}

fn ending<'a>(page: &Page<'a>, today: Day, last: Day) -> Vec<Ending<'a>> {
    let grouped = page.report.opportunities.iter().flat_map(|found| found.contracts.iter().map(|part| part.contract));
    let grouped: BTreeSet<usize> = grouped.collect();
    let contracts = page.report.place.contracts.iter().enumerate().filter(|(_, contract)| !contract.is_not_yet_awarded);
    let ending = contracts.filter_map(|(place, contract)| {
        let end = contract.end.or(contract.latest_end).filter(|end| *end >= today && *end <= last)?;
        Some(Ending { contract, end, is_in_opportunity: grouped.contains(&place) })
    });
    let mut ending: Vec<Ending<'_>> = ending.collect();
    ending.sort_by(|a, b| a.end.cmp(&b.end).then_with(|| a.contract.source.cmp(&b.contract.source)));
    ending
}

fn lanes<'a>(page: &'a Page<'_>, ending: &[Ending<'_>]) -> Vec<Lane<'a>> {
    let with_marks = page.report.place.bodies.iter().filter_map(|body| {
        let own = ending.iter().filter(|ending| ending.contract.body == body.id);
        let mark = |ending: &Ending<'_>| Mark {
            day: ending.end,
            yearly: ending.contract.annual_value,
            is_in_opportunity: ending.is_in_opportunity,
        };
        let marks: Vec<Mark> = own.map(mark).collect();
        (!marks.is_empty()).then(|| Lane { name: page.names.body(&body.id), marks })
    });
    with_marks.take(MOST_LANES).collect()
}

fn table(page: &Page<'_>, ending: &[Ending<'_>]) -> Markup {
    let columns = [
        Column::words("Ends"),
        Column::words("Body"),
        Column::words("Contract"),
        Column::numbers("A year"),
        Column::words("In an opportunity"),
        Column::words("Published in"),
    ];
    let rows = ending.iter().take(MOST_LISTED).map(|ending| {
        vec![
            html! { (ending.end.long()) },
            html! { (page.names.body(&ending.contract.body)) },
            html! { (ending.contract.title) },
            html! { @if let Some(value) = ending.contract.annual_value { (value.whole_pounds()) } @else { "not published" } },
            html! { @if ending.is_in_opportunity { "yes" } @else { "no" } },
            html! { span class="cw-source" { (ending.contract.source) } },
        ]
    });
    html! {
        (Table::new("Contracts that end in the next three years", &columns, rows.collect()).framed())
        @if ending.len() > MOST_LISTED {
            p class="govuk-body-s cw-quiet" { (ending.len() - MOST_LISTED) " later ones are not listed." }
        }
    }
}
