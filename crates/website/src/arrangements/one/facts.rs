//! What an arrangement is, who is in it, what leaving costs, and where it can be read.
//!
//! The rule: every fact has its name; one that the record does not give is said to be not given, and never left blank.

use definitions::{BodyId, trust_fracture_points};
use maud::{Markup, html};
use pages::count;
use pages::parts::{Column, Table, summary_list, summary_row};
use register::{Arrangement, Lead, Role, What, When};

use super::{Shown, State};
use crate::arrangements::panel::first_in_capitals;
use crate::links::{body_link, cited, family_link, link, opportunity_address};

/// What it is.
pub(super) fn what_it_is(shown: &Shown<'_>) -> Markup {
    let said = shown.said;
    let mut rows = vec![
        summary_row("Services", lines(said.services.iter().map(|family| family_link(*family)))),
        summary_row("Kind", html! { (first_in_capitals(said.kind.words())) }),
        summary_row("Aims", lines(said.aims.iter().map(|aim| html! { (first_in_capitals(aim.words())) }))),
        summary_row("Legal form", text(&said.legal_form)),
        summary_row("Agreed until", when(said.agreed_until)),
    ];
    if !said.reviews.is_empty() {
        rows.push(summary_row("Reviews", lines(said.reviews.iter().map(|day| html! { (day.long()) }))));
    }
    rows.push(summary_row("Lead member", lead(shown, said.lead_member.as_ref())));
    rows.push(summary_row("Lead officer", lead(shown, said.lead_officer.as_ref())));
    if let Some(found) = &said.found_as {
        rows.push(summary_row("Found as", link(&opportunity_address(found), "the opportunity it was found as")));
    }
    if !said.service_list_ids.is_empty() {
        let numbers: Vec<String> = said.service_list_ids.iter().map(u32::to_string).collect();
        rows.push(summary_row("Local Government Services List", html! { (numbers.join(", ")) }));
    }
    if let (Some(record), State::Latest) = (shown.record, shown.state) {
        let latest = record.latest();
        rows.push(summary_row("This entry", html! { "Version " (latest.number) ", of " (latest.entry.entered.day().long()) }));
    }
    html! { h2 class="govuk-heading-l" { "What it is" } (summary_list(&rows)) }
}

/// Who has a part in it on the day, and who had before.
pub(super) fn who(shown: &Shown<'_>) -> Markup {
    let said = shown.said;
    let parties = said.parties_on(shown.day);
    let row = |body: &BodyId, role: Role| {
        let since = since(said, body, shown).map_or_else(|| "not given".to_string(), When::long);
        vec![body_link(body, shown.register.directory()), html! { (first_in_capitals(role.words())) }, html! { (since) }]
    };
    let rows: Vec<Vec<Markup>> = parties.iter().map(|party| row(&party.body, party.role)).collect();
    let others: Vec<&BodyId> = said.bodies().into_iter().filter(|body| parties.iter().all(|party| party.body != **body)).collect();
    let columns = [Column::words("Body"), Column::words("Role"), Column::words("Since")];
    let points = trust_fracture_points(parties.len());
    html! {
        h2 class="govuk-heading-l" id="partners" { "Who shares" }
        @if rows.is_empty() {
            p class="govuk-body" { "Nobody has a part in it on " (shown.day.long()) "." }
        } @else {
            (Table { caption_size: Some("m"), ..Table::new(&format!("Partners on {}", shown.day.long()), &columns, rows) }.plain())
            p class="govuk-body" {
                (count(points.into(), "trust fracture point", "trust fracture points")) ": "
                (count(parties.len() as u64, "partner has", "partners have")) " that many pairs. "
                (link("/sources#trust-points", "What this means")) "."
            }
        }
        @if !others.is_empty() {
            h3 class="govuk-heading-m" { "Named in it, without a part on that day" }
            ul class="govuk-list govuk-list--bullet" {
                @for body in others { li { (body_link(body, shown.register.directory())) } }
            }
        }
    }
}

/// What leaving costs and how it is done.
pub(super) fn leaving(said: &Arrangement) -> Markup {
    let rows = [
        summary_row("Price of leaving", html! { (first_in_capitals(&said.price_of_leaving.in_words())) }),
        summary_row("Break terms", text(&said.break_terms)),
    ];
    html! { h2 class="govuk-heading-l" id="leaving" { "Leaving it" } (summary_list(&rows)) }
}

/// Where it can be read.
pub(super) fn sources(said: &Arrangement) -> Markup {
    html! {
        h2 class="govuk-heading-l" id="sources" { "Sources" }
        @if said.sources.is_empty() { p class="govuk-body" { "The entry names no source." } }
        @else { ul class="govuk-list govuk-list--bullet" { @for source in &said.sources { li { (cited(source)) } } } }
    }
}

/// Since when a body has its part: it joined, was passed it, or was there at the start.
fn since(said: &Arrangement, body: &BodyId, shown: &Shown<'_>) -> Option<When> {
    let came =
        said.in_order().into_iter().filter(|happening| happening.counts_from() <= shown.day).rfind(|happening| match &happening.what {
            What::Joined { body: joined } => joined == body,
            What::Passed { to, from, .. } => to == body && from != body,
            _ => false,
        });
    came.map(|happening| happening.when).or_else(|| said.started())
}

fn lead(shown: &Shown<'_>, lead: Option<&Lead>) -> Markup {
    html! { @match lead { Some(lead) => (text(&lead.in_words(shown.register.directory()))), None => (text("")) } }
}

fn when(when: Option<When>) -> Markup {
    text(&when.map(When::long).unwrap_or_default())
}

fn text(words: &str) -> Markup {
    html! { @if words.trim().is_empty() { span class="cw-quiet" { "Not given" } } @else { (words) } }
}

fn lines(lines: impl Iterator<Item = Markup>) -> Markup {
    let lines: Vec<Markup> = lines.collect();
    html! {
        @if lines.is_empty() { (text("")) }
        @else { ul class="govuk-list" { @for line in lines { li { (line) } } } }
    }
}
