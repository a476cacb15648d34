//! The opportunities one by one: for the best of them everything a person needs to judge it.
//!
//! The rule: at most two hundred, and no more bytes than the budget, so that the report opens on any
//! machine; the others are in the ranked table and whole in the files.

use definitions::OpportunityId;
use maud::{Markup, html};
use opportunities::{Kind, Opportunity};

use super::Page;
use super::working::working;
use crate::charts::range;
use crate::parts::{Colour, SummaryRow, summary_list, summary_row, tag, warning_text};
use crate::words::{count, family_name, kind_name};

/// The most opportunities told in full.
const MOST_IN_FULL: usize = 200;

/// Bytes that all of them together may take.
const MOST_BYTES: usize = 2_300_000;

/// Opportunities printed; the style sheet hides the others on paper.
const ON_PAPER: usize = 20;

/// Deadlines shown of one opportunity.
const DEADLINES_SHOWN: usize = 8;

/// How many opportunities, from the best on, can be told in full.
pub(super) fn within_budget(page: &Page<'_>) -> usize {
    let mut bytes = 0;
    let told = page.report.opportunities.iter().take(MOST_IN_FULL).enumerate().take_while(|(place, found)| {
        bytes += section(page, found, place + 1).0.len();
        bytes <= MOST_BYTES
    });
    told.count()
}

/// The section of all opportunities told in full.
pub(super) fn sections(page: &Page<'_>) -> Markup {
    let found = &page.report.opportunities;
    if found.is_empty() {
        return html! {};
    }
    html! {
        section class="cw-section cw-opportunities" aria-labelledby="opportunities" {
            h2 class="govuk-heading-l" id="opportunities" { "The opportunities one by one" }
            @if page.told_in_full < found.len() {
                p class="govuk-body" {
                    "The best " (page.told_in_full) " of " (found.len()) " are told here. All are in the ranked table above, and whole in "
                    strong { "opportunities.xlsx" } " and " strong { "opportunities.json" } "."
                }
            }
            p class="govuk-body cw-print-only" {
                "On paper the best " (ON_PAPER) " are printed. What is closed on the screen is not printed: open what the meeting needs."
            }
            @for (place, found) in found.iter().take(page.told_in_full).enumerate() { (section(page, found, place + 1)) }
        }
    }
}

/// A link to an opportunity, or its title alone where it is not told in full.
pub(super) fn link(page: &Page<'_>, found: &Opportunity) -> Markup {
    let is_told = page.names.opportunity(&found.id).is_some_and(|(rank, _)| rank <= page.told_in_full);
    html! { @if is_told { a class="govuk-link" href=(page.address(&found.id)) { (found.title) } } @else { (found.title) } }
}

/// The kind as a tag.
pub(super) fn kind_tag(kind: Kind) -> Markup {
    let colour = match kind {
        Kind::SameSupplier => Colour::Blue,
        Kind::EndingTogether => Colour::Orange,
        Kind::SameNeed => Colour::Purple,
        Kind::AlreadySharing => Colour::Green,
    };
    tag(kind_name(kind), colour)
}

pub(super) fn anchor(id: &OpportunityId) -> String {
    format!("o-{id}")
}

fn section(page: &Page<'_>, found: &Opportunity, rank: usize) -> Markup {
    html! {
        article class="cw-opportunity" id=(anchor(&found.id)) {
            h3 class="govuk-heading-m" { span class="cw-rank" { (rank) "." } " " (found.title) }
            (told(page, found))
        }
    }
}

/// Everything about an opportunity but its title.
pub(super) fn told(page: &Page<'_>, found: &Opportunity) -> Markup {
    html! {
        p class="govuk-body-s cw-quiet" {
            (kind_tag(found.kind)) " " (family_name(found.family)) ". Score " (format!("{:.1}", found.score.total)) " of 100."
        }
        p class="govuk-body" { (found.summary) }
        @if let Some(saving) = &found.saving { (range(saving)) }
        (summary_list(&facts(page, found)))
        @for harm in &found.harms { (warning_text(harm)) }
        (working(page, found))
    }
}

fn facts(page: &Page<'_>, found: &Opportunity) -> Vec<SummaryRow> {
    let mut facts = vec![summary_row("Could be reached a year", reached(found))];
    if found.saving.is_none() {
        facts.push(summary_row("Saving", html! { "None is proposed: this is already shared, to learn from or to join." }));
    }
    if let Some(first) = &found.first_date {
        facts.push(summary_row("First date", html! { (first.day.long()) ". " (first.why) }));
    }
    if !found.deadlines.is_empty() {
        facts.push(summary_row("Decide by", deadlines(page, found)));
    }
    facts.push(summary_row("Trust", trust(page, found)));
    if !found.cautions.is_empty() {
        facts.push(summary_row("What could make this wrong", list(&found.cautions)));
    }
    if !found.overlaps.is_empty() {
        facts.push(summary_row("Counts some of the same pounds as", overlaps(page, found)));
    }
    facts
}

fn reached(found: &Opportunity) -> Markup {
    html! {
        p class="govuk-body" { strong { (found.addressable_yearly.whole_pounds()) } " of " (found.total_yearly.whole_pounds()) " looked at" }
        @if found.counted_once_yearly != found.addressable_yearly {
            p class="govuk-body cw-quiet" { (found.counted_once_yearly.whole_pounds()) " of it is not counted in an opportunity ranked above." }
        }
    }
}

fn deadlines(page: &Page<'_>, found: &Opportunity) -> Markup {
    html! {
        ul class="govuk-list" {
            @for due in found.deadlines.iter().take(DEADLINES_SHOWN) {
                li { strong { (due.day.long()) } ": " (due.what) @if let Some(body) = &due.body { " (" (page.names.body(body)) ")" } }
            }
            @if found.deadlines.len() > DEADLINES_SHOWN { li class="cw-quiet" { (found.deadlines.len() - DEADLINES_SHOWN) " more later." } }
        }
    }
}

fn trust(page: &Page<'_>, found: &Opportunity) -> Markup {
    html! {
        (count(found.trust_fracture_points.into(), "trust fracture point", "trust fracture points"))
        " among " (count(found.bodies.len() as u64, "body", "bodies")) "; a team of at least " (found.team) ". "
        a class="govuk-link" href=(page.trust_address()) { "What this means" }
    }
}

fn overlaps(page: &Page<'_>, found: &Opportunity) -> Markup {
    html! {
        ul class="govuk-list" {
            @for id in &found.overlaps {
                li {
                    @match page.names.opportunity(id) {
                        Some((rank, title)) if rank <= page.told_in_full => { a class="govuk-link" href=(page.address(id)) { (rank) ". " (title) } }
                        Some((rank, title)) => { (rank) ". " (title) }
                        None => { (id) }
                    }
                }
            }
        }
    }
}

fn list(sentences: &[String]) -> Markup {
    html! { ul class="govuk-list govuk-list--bullet" { @for sentence in sentences { li { (sentence) } } } }
}
