//! The sections of a body's page.
//!
//! The rule: each has a bound, and the way to the rest.

use definitions::{BodyId, trust_fracture_points};
use maud::{Markup, html};
use pages::parts::{Column, Table, details, secondary_button_link};
use pages::{Report, ReportOnSite, count};
use permissions::{Action, may};
use register::Stage;

use super::one::Shown;
use crate::arrangements::{first_in_capitals, stage_tag};
use crate::asker::asker_of;
use crate::links::{arrangement_address, body_address, link, opportunity_address, short_body_link};
use crate::overview::Card;

/// How many arrangements or opportunities a section shows.
const MOST_SHOWN: usize = 50;
/// How many opportunities it shows.
const BEST: usize = 10;

/// What happened to it.
pub(super) fn happened(shown: &Shown<'_>) -> Markup {
    let directory = shown.register.directory();
    let events = directory.history_of(&shown.body.id);
    html! {
        @if !events.is_empty() {
            h2 class="govuk-heading-l" id="happened" { "What happened to it" }
            ul class="govuk-list govuk-list--bullet" {
                @for event in &events {
                    li { (directory.sentence(event)) @if !event.source.is_empty() { " " span class="cw-quiet" { (event.source) } } }
                }
            }
        }
    }
}

/// What it shares on the day.
pub(super) fn shares(shown: &Shown<'_>) -> Markup {
    let cards: Vec<&Card> = shown.shares().collect();
    let columns =
        [Column::words("Arrangement"), Column::words("Its role"), Column::words("With"), Column::numbers("Trust fracture points")];
    let rows: Vec<Vec<Markup>> = cards.iter().take(MOST_SHOWN).map(|card| share(shown, card)).collect();
    let address = format!("/arrangements?body={}", shown.body.id);
    let caption = format!("On {}", shown.day.long());
    html! {
        h2 class="govuk-heading-l" id="shares" { "What it shares" }
        @if cards.is_empty() { p class="govuk-body" { "It has no part in an arrangement that is live or to come on " (shown.day.long()) "." } }
        @else {
            (Table::new(&caption, &columns, rows).framed())
            p class="govuk-body" {
                (link(&address, "The same as a list")) ", with those that have ended. "
                (link("/sources#trust-points", "What trust fracture points are")) "."
            }
        }
    }
}

fn share(shown: &Shown<'_>, card: &Card) -> Vec<Markup> {
    let role = card.partners.iter().find(|partner| partner.body == shown.body.id).map(|partner| partner.role.words());
    let others: Vec<&BodyId> = card.partners.iter().map(|partner| &partner.body).filter(|body| **body != shown.body.id).collect();
    vec![
        html! { (link(&arrangement_address(&card.id), &card.title)) @if card.stage != Stage::Live { " " (stage_tag(card.stage)) } },
        html! { (first_in_capitals(role.unwrap_or_default())) },
        html! {
            @for (place, body) in others.iter().enumerate() { @if place > 0 { ", " } (short_body_link(body, shown.register.directory())) }
            @if others.is_empty() { "Nobody" }
        },
        html! { (trust_fracture_points(card.partners.len())) },
    ]
}

/// What names it and in which it has no part on the day.
pub(super) fn other_arrangements(shown: &Shown<'_>) -> Markup {
    html! {
        @if !shown.others.is_empty() {
            h2 class="govuk-heading-l" id="before" { "Shared before, or named in" }
            p class="govuk-body" { "These have ended, or it has no part in them on " (shown.day.long()) ": it left, its part passed to another body, or it joins later." }
            ul class="govuk-list govuk-list--bullet" {
                @for card in shown.others.iter().take(MOST_SHOWN) { li { (link(&arrangement_address(&card.id), &card.title)) " " (stage_tag(card.stage)) } }
            }
            @if shown.others.len() > MOST_SHOWN { p class="govuk-body" { "And " (shown.others.len() - MOST_SHOWN) " more." } }
        }
    }
}

/// What still has a part of it when it ends.
pub(super) fn leaves_behind(shown: &Shown<'_>) -> Markup {
    let Some(last) = shown.body.last_day else { return html! {} };
    let left = shown.register.arrangements_of(&shown.body.id, last.max(shown.day));
    let left: Vec<_> = left.into_iter().filter(|(said, _)| said.stage_on(last.max(shown.day)) != Stage::Ended).collect();
    let pass_on = format!("{}/pass-on", body_address(&shown.body.id));
    let about: Vec<BodyId> = std::iter::once(shown.body.id.clone()).chain(shown.body.successors.iter().cloned()).collect();
    let is_allowed = may(&asker_of(shown.asking), Action::PassOn, &about).is_ok() && shown.site.has_page(&pass_on);
    html! {
        h2 class="govuk-heading-l" id="leaves" { "What it leaves behind" }
        @if left.is_empty() { p class="govuk-body" { "Nothing: it has no part in an arrangement after its last day." } }
        @else {
            p class="govuk-body" {
                "Its last day is " (last.long()) ". After that day it still has a part in "
                (count(left.len() as u64, "arrangement", "arrangements")) ". For each of them somebody must say who carries it on."
            }
            ul class="govuk-list govuk-list--bullet" {
                @for (said, role) in left.iter().take(MOST_SHOWN) { li { (link(&arrangement_address(&said.id), &said.title)) ", as " (role.words()) } }
            }
            @if is_allowed { (secondary_button_link("Say who carries them on", &pass_on)) }
        }
    }
}

/// What it could share.
pub(super) fn could_share(shown: &Shown<'_>) -> Markup {
    html! {
        h2 class="govuk-heading-l" id="could" { "What it could share" }
        @if shown.could.is_empty() { p class="govuk-body" { "The last search found no opportunity that names it." } }
        @else {
            ol class="govuk-list govuk-list--number" {
                @for found in shown.could.iter().take(BEST) { li { (link(&opportunity_address(&found.id), &found.title)) } }
            }
            p class="govuk-body" {
                (link(&format!("/opportunities?body={}", shown.body.id), &format!("All {}", count(shown.could.len() as u64, "opportunity", "opportunities"))))
                " that name it."
            }
        }
    }
}

/// Its report card from the last search.
pub(super) fn report_card(shown: &Shown<'_>, report: Option<&Report>) -> Markup {
    let card = report.and_then(|report| ReportOnSite::of(report).card(&shown.body.id));
    html! {
        @if let Some(card) = card {
            h2 class="govuk-heading-l" id="card" { "What it publishes" }
            (details("Its report card: what it publishes, and what it could fix first", &card))
        }
    }
}

/// For an administrator: to say that it ends.
pub(super) fn may_end(shown: &Shown<'_>) -> Markup {
    let address = format!("{}/end", body_address(&shown.body.id));
    let is_allowed = may(&asker_of(shown.asking), Action::EndBody, &[]).is_ok() && shown.site.has_page(&address);
    html! { @if is_allowed { div class="govuk-button-group" { (secondary_button_link("Say what becomes of it", &address)) } } }
}
