//! The list of arrangements: searched, filtered, sorted and paged.
//!
//! The rule: it says how many fit and what was chosen; as CSV and as JSON it holds the same arrangements in the same order.

use std::sync::Arc;

use maud::{Markup, html};
use pages::count;
use pages::parts::{Colour, pagination, tag};
use register::Stage;

use super::answer::{ArrangementInList, List};
use super::choice::{Choice, Sort};
use super::panel::{first_in_capitals, panel};
use crate::asked_day::tidied;
use crate::asking::Format;
use crate::layout::Page;
use crate::links::{arrangement_address, body_address, family_link, link, whole};
use crate::overview::Card;
use crate::paging::{linked, numbered, piece};
use crate::told::{Sheet, csv};
use crate::{Asking, Reply, Site, Stop};

/// How many stand on a page.
const ON_A_PAGE: usize = 20;

pub(super) fn page(site: &Site, asking: &Asking) -> Result<Reply, Stop> {
    if let Some(tidy) = tidied(asking, &["day"])?.filter(|_| asking.format == Format::Html) {
        return Ok(Reply::see(&tidy));
    }
    let standing = site.desk.register()?;
    let register = standing.register();
    let choice = Choice::read(asking, register, asking.now.day())?;
    let overview = site.shelf.overview(register, choice.day);
    let mut found: Vec<&Arc<Card>> = overview.cards.iter().filter(|card| choice.keeps(card)).collect();
    if choice.sort != Sort::Title {
        found.sort_by_cached_key(|card| key(card, choice.sort));
    }
    match asking.format {
        Format::Html => {
            let content = html! {
                h1 class="govuk-heading-xl" { "Arrangements" }
                (crate::drafts::ways(asking))
                div class="govuk-grid-row" {
                    div class="govuk-grid-column-one-third" { (panel(asking, &choice, register, &overview)) }
                    div class="govuk-grid-column-two-thirds" { (listed(asking, &choice, &found)) }
                }
            };
            Ok(Page::new("Arrangements").show(site, asking, &content))
        }
        Format::Csv => Ok(csv(&sheet_of(site, "arrangements", &found))),
        Format::Json => {
            let piece = piece(asking, &found, |card| key(card, choice.sort))?;
            let list = List {
                url: whole(site, &asking.query.address("/arrangements")),
                day: choice.day,
                count: found.len(),
                arrangements: piece.things.iter().map(|card| ArrangementInList::of(site, card)).collect(),
                next: piece.next.as_deref().map(|next| whole(site, next)),
            };
            Ok(linked(Reply::json(&list), piece.next.as_deref()))
        }
    }
}

/// What a card is sorted by; no two cards share it.
fn key(card: &Card, sort: Sort) -> String {
    let (title, id) = card.by_title();
    match sort {
        Sort::Title => format!("{title}\u{0}{id}"),
        Sort::Started => {
            let day = card.started.map_or(0, |when| i64::from(when.first_day().0) + 1_000_000);
            format!("{:010}\u{0}{title}\u{0}{id}", 9_999_999_999 - day)
        }
        Sort::Changed => format!("{:020}\u{0}{title}\u{0}{id}", i64::MAX - card.changed.0.max(0)),
    }
}

fn listed(asking: &Asking, choice: &Choice, found: &[&Arc<Card>]) -> Markup {
    let page = numbered(asking, found, ON_A_PAGE);
    let address = |number: usize| asking.query.with("page", &number.to_string()).address("/arrangements");
    let csv = asking.query.without("page", asking.query.value("page")).address("/arrangements.csv");
    html! {
        h2 class="govuk-heading-m" id="results" { (count_line(choice, found.len())) }
        @if found.is_empty() {
            p class="govuk-body" { "Nothing fits what is chosen. " (link("/arrangements", "Show all arrangements")) "." }
        } @else {
            (results(page.things))
            (pagination(page.number, page.pages, &address))
            p class="govuk-body" { "Take this list with you as " (link(&csv, "CSV")) "." }
        }
    }
}

/// `12 arrangements`, with the day where it is not today's.
pub(crate) fn count_line(choice: &Choice, found: usize) -> String {
    let number = count(found as u64, "arrangement", "arrangements");
    if choice.has_day { format!("{number}, as on {}", choice.day.long()) } else { number }
}

/// Arrangements as a list.
pub(crate) fn results(cards: &[&Arc<Card>]) -> Markup {
    html! { ul class="cw-results" { @for card in cards { li class="cw-results__item" data-arrangement=(card.id) { (result(card)) } } } }
}

fn result(card: &Card) -> Markup {
    html! {
        h3 class="cw-results__title" { (link(&arrangement_address(&card.id), &card.title)) }
        p class="cw-results__tags" {
            (stage_tag(card.stage)) " "
            @if card.is_unconfirmed { (tag("Unconfirmed", Colour::Yellow)) " " }
            (first_in_capitals(card.kind.words()))
        }
        p class="govuk-body-s" {
            @for (place, partner) in card.partners.iter().enumerate() {
                @if place > 0 { ", " }
                (link(&body_address(&partner.body), &partner.name))
            }
            @if card.partners.is_empty() { "Nobody has a part in it on this day" }
            "."
        }
        p class="govuk-body-s cw-quiet" {
            @for (place, family) in card.services.iter().enumerate() { @if place > 0 { ", " } (family_link(*family)) }
            @if card.services.is_empty() { "No service named" }
            @if let Some(when) = card.started { ". Since " (when.long()) }
            @if let Some(when) = card.ended { ", until " (when.long()) }
            "."
        }
    }
}

/// How far it has come, as a tag.
pub(crate) fn stage_tag(stage: Stage) -> Markup {
    let colour = match stage {
        Stage::Live => Colour::Green,
        Stage::Ended => Colour::Grey,
        Stage::Proposed | Stage::NotYet => Colour::Purple,
        Stage::Agreed => Colour::Blue,
    };
    tag(&first_in_capitals(stage.words()), colour)
}

/// Arrangements as a sheet.
pub(crate) fn sheet_of(site: &Site, name: &str, cards: &[&Arc<Card>]) -> Sheet {
    let headings = ["Reference", "Title", "Stage", "Kind", "Services", "Partners", "Started", "Ended", "Savings", "Unconfirmed", "Address"];
    let joined = |words: Vec<&str>| words.join("; ");
    let row = |card: &&Arc<Card>| {
        vec![
            card.id.to_string(),
            card.title.clone(),
            card.stage.words().to_string(),
            card.kind.words().to_string(),
            joined(card.services.iter().map(|family| family.name()).collect()),
            joined(card.partners.iter().map(|partner| partner.name.as_str()).collect()),
            card.started.map(|when| when.to_string()).unwrap_or_default(),
            card.ended.map(|when| when.to_string()).unwrap_or_default(),
            joined(card.standings.iter().map(|standing| standing.words()).collect()),
            if card.is_unconfirmed { "yes" } else { "no" }.to_string(),
            whole(site, &arrangement_address(&card.id)),
        ]
    };
    Sheet { name: name.to_string(), headings: headings.map(str::to_string).to_vec(), rows: cards.iter().map(row).collect() }
}
