//! The ranked table of all opportunities, with filters by body, kind and family.
//!
//! The rule: the best fifty are seen at once and all others open without a script. On a phone each row
//! becomes a card; the words before each amount are in the style sheet, by the order of the columns.

use std::collections::BTreeSet;

use maud::{Markup, html};
use opportunities::Opportunity;

use super::Page;
use super::opportunity::{kind_tag, link};
use crate::parts::{Choice, details, select};
use crate::words::{KINDS, chance, count, family_name, kind_code, kind_name, saving_short, thousands};

/// Rows seen at once.
const SEEN_AT_ONCE: usize = 50;

/// Rows in all; a place with more has them in the files.
const MOST_ROWS: usize = 1_000;

/// Bodies named in a row; the others are counted.
const BODIES_NAMED: usize = 5;

/// The headings, in the order of the columns.
const HEADINGS: [&str; 6] = ["Rank", "Opportunity", "Could be reached a year", "Saving a year", "First date", "Score"];

/// The section.
pub(super) fn ranked(page: &Page<'_>) -> Markup {
    let found = &page.report.opportunities;
    if found.is_empty() {
        return html! {};
    }
    let shown = &found[..found.len().min(MOST_ROWS)];
    let (seen, rest) = shown.split_at(shown.len().min(SEEN_AT_ONCE));
    html! {
        section class="cw-section" aria-labelledby="ranked" {
            h2 class="govuk-heading-l" id="ranked" { "All opportunities, best first" }
            p class="govuk-body" {
                "The score weighs money, likelihood, ease, time and evidence; each opportunity shows its parts. "
                "The same list, with every column, is in " strong { "opportunities.csv" } " and " strong { "opportunities.xlsx" } "."
            }
            (filters(page))
            (table(page, "The best opportunities", seen, 0))
            @if !rest.is_empty() {
                (details(&format!("The next {}", count(rest.len() as u64, "opportunity", "opportunities")),
                    &table(page, "The next opportunities", rest, seen.len())))
            }
            @if found.len() > shown.len() {
                p class="govuk-body-s cw-quiet" { (thousands((found.len() - shown.len()) as u64)) " more are only in the files." }
            }
        }
    }
}

fn filters(page: &Page<'_>) -> Markup {
    let found = &page.report.opportunities;
    let everything = |words: &str| Choice::new("", words);
    let mut bodies = vec![everything("All bodies")];
    bodies.extend(page.report.place.bodies.iter().map(|body| Choice::new(body.id.as_str(), body.name.as_str())));
    let mut kinds = vec![everything("All kinds")];
    let present = KINDS.iter().filter(|kind| found.iter().any(|found| found.kind == **kind));
    kinds.extend(present.map(|kind| Choice::new(kind_code(*kind), kind_name(*kind))));
    let present: BTreeSet<_> = found.iter().filter_map(|found| found.family).map(|family| (family.name(), family.code())).collect();
    let mut families = vec![everything("All families")];
    families.extend(present.iter().map(|(name, code)| Choice::new(*code, *name)));
    html! {
        form class="cw-filters" id="filters" hidden aria-label="Filter the opportunities" {
            (select("filter-body", "Body", &bodies))
            (select("filter-kind", "Kind", &kinds))
            (select("filter-family", "Family", &families))
            button type="reset" class="govuk-button govuk-button--secondary" { "Show all" }
            p class="govuk-body cw-filters__count" role="status" id="filter-count" {}
        }
    }
}

fn table(page: &Page<'_>, caption: &str, found: &[Opportunity], ranked_above: usize) -> Markup {
    html! {
        table class="govuk-table cw-table-small cw-ranked" role="table" {
            caption class="govuk-table__caption govuk-visually-hidden" { (caption) }
            thead class="govuk-table__head" role="rowgroup" {
                tr class="govuk-table__row" role="row" {
                    @for (place, heading) in HEADINGS.iter().enumerate() {
                        th scope="col" role="columnheader" class=(heading_class(place)) { (heading) }
                    }
                }
            }
            tbody class="govuk-table__body" role="rowgroup" {
                @for (place, found) in found.iter().enumerate() { (row(page, found, ranked_above + place + 1)) }
            }
        }
    }
}

fn heading_class(place: usize) -> &'static str {
    if matches!(place, 2 | 3 | 5) { "govuk-table__header govuk-table__header--numeric" } else { "govuk-table__header" }
}

fn row(page: &Page<'_>, found: &Opportunity, rank: usize) -> Markup {
    let bodies = found.bodies.iter().map(|share| share.body.as_str()).collect::<Vec<_>>().join(" ");
    let family = found.family.map_or("", services::Family::code);
    html! {
        tr class="govuk-table__row" role="row" data-bodies=(bodies) data-kind=(kind_code(found.kind)) data-family=(family) {
            td class="govuk-table__cell" role="cell" { (rank) }
            td class="govuk-table__cell" role="cell" {
                (link(page, found))
                span class="cw-ranked__more" { (kind_tag(found.kind)) " " (family_name(found.family)) }
                span class="cw-ranked__more" { (bodies_named(page, found)) }
            }
            td class="govuk-table__cell govuk-table__cell--numeric" role="cell" { (found.addressable_yearly.short()) }
            td class="govuk-table__cell govuk-table__cell--numeric" role="cell" { (saving(found)) }
            td class="govuk-table__cell" role="cell" { @if let Some(first) = &found.first_date { (first.day.long()) } @else { "any time" } }
            td class="govuk-table__cell govuk-table__cell--numeric" role="cell" { (format!("{:.1}", found.score.total)) }
        }
    }
}

fn saving(found: &Opportunity) -> Markup {
    match &found.saving {
        Some(saving) => html! {
            (saving_short(saving))
            span class="cw-ranked__more" { "middle " (saving.p50.short()) "; none: " (chance(saving.chance_of_none)) }
        },
        None => html! { "none proposed" },
    }
}

fn bodies_named(page: &Page<'_>, found: &Opportunity) -> String {
    let named: Vec<&str> = found.bodies.iter().take(BODIES_NAMED).map(|share| page.names.body(&share.body)).collect();
    match found.bodies.len().saturating_sub(BODIES_NAMED) {
        0 => named.join(", "),
        more => format!("{} and {more} more", named.join(", ")),
    }
}
