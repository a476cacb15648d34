//! The front page as it is shown.
//!
//! The rule: it stays small, whatever the size of the register: every list on it has a bound.

use std::sync::Arc;

use maud::{Markup, html};
use pages::parts::{Button, Column, Field, Input, Table, timeline};
use pages::{Report, ReportOnSite, count};
use register::{Register, Stage, Totals};

use super::answer::{Address, Home};
use super::coming::{Coming, coming};
use super::headline::{counts, savings};
use crate::asking::Format;
use crate::changes::{item, latest};
use crate::layout::Page;
use crate::links::{link, opportunity_address, whole};
use crate::map::{Drawn, map_of};
use crate::overview::Card;
use crate::{Asking, Reply, Site, Stop};

/// How many opportunities are shown.
const BEST: usize = 5;
/// How many changes are shown.
const CHANGES: usize = 5;

/// Where things are, and what is there.
const WAYS: [(&str, &str, &str); 6] = [
    ("/arrangements", "Arrangements", "Who shares what, since when, and what it saves."),
    ("/map", "Map", "The same on a map, by body and by day."),
    ("/bodies", "Bodies", "What each body shares, and with whom; who existed on any day."),
    ("/services", "Services", "The same by service: what is shared, and what could be."),
    ("/opportunities", "Opportunities", "What could be shared and is not, ranked, with the evidence."),
    ("/changes", "What changed", "Every entry, with who made it and why."),
];

pub(super) fn page(site: &Site, asking: &Asking) -> Result<Reply, Stop> {
    let report = site.desk.report()?;
    let standing = site.desk.register()?;
    let register = standing.register();
    let today = asking.now.day();
    let overview = site.shelf.overview(register, today);
    let totals = overview.totals(register);
    let found = report.as_ref().map_or(0, |report| report.opportunities.len());
    match asking.format {
        Format::Csv => Err(Stop::NotFound),
        Format::Json => {
            let lists = WAYS.iter().filter(|(address, ..)| site.has_page(address));
            Ok(Reply::json(&Home {
                url: whole(site, "/"),
                place: site.place.clone(),
                day: today,
                live_arrangements: totals.live.len(),
                bodies_that_share: totals.sharing.len(),
                opportunities: found,
                last_entry: register.last_number(),
                lists: lists.map(|(address, _, words)| Address { url: whole(site, address), words: (*words).to_string() }).collect(),
            }))
        }
        Format::Html => {
            let unconfirmed = overview.cards.iter().filter(|card| card.is_unconfirmed).count();
            let live: Vec<&Arc<Card>> = overview.cards.iter().filter(|card| card.stage == Stage::Live).collect();
            let drawn = Drawn { name: "map", cards: &live, day: today, number: register.last_number(), chosen: None };
            let map = map_of(site, register.directory(), &drawn)?;
            let content = html! {
                h1 class="govuk-heading-xl" { "What public bodies of " (site.place) " share" }
                p class="govuk-body-l" { (sentence(site, totals, found)) }
                (search())
                (counts(totals, today, found, unconfirmed))
                div class="govuk-grid-row" {
                    div class="govuk-grid-column-two-thirds" { (savings(totals, today)) }
                    div class="govuk-grid-column-one-third" { (ways(site)) }
                }
                div class="govuk-grid-row" {
                    div class="govuk-grid-column-one-half" { (best(report.as_deref())) }
                    div class="govuk-grid-column-one-half" {
                        h2 class="govuk-heading-l" { "On the map" }
                        (map)
                        p class="govuk-body" { "The live arrangements on a " (link("/map", "larger map, with a list that shows the same")) "." }
                    }
                }
                (coming_up(&coming(&overview, report.as_deref(), today)))
                (changed(register))
            };
            Ok(Page::new(site.place.clone()).with_map().show(site, asking, &content))
        }
    }
}

fn sentence(site: &Site, totals: &Totals, found: usize) -> String {
    let live = count(totals.live.len() as u64, "arrangement is", "arrangements are");
    let bodies = count(totals.sharing.len() as u64, "body", "bodies");
    let could = match found {
        0 => String::new(),
        1 => " One more thing could be shared.".to_string(),
        many => format!(" {} more things could be.", definitions::thousands(many as u64)),
    };
    match totals.live.len() {
        0 => format!("Nothing that is shared in {} is entered yet as live.{could}", site.place),
        _ => format!("Today {live} live, among {bodies}.{could}"),
    }
}

fn search() -> Markup {
    html! {
        form class="cw-search" action="/arrangements" method="get" role="search" aria-label="Arrangements" {
            (Input::search(Field::new("q", "Search arrangements").sized("m").hint("Words of a title, a service or a body")))
            (Button::new("Search").asking())
        }
    }
}

fn best(report: Option<&Report>) -> Markup {
    let Some(report) = report.filter(|report| !report.opportunities.is_empty()) else {
        return html! {
            h2 class="govuk-heading-l" { "What could be shared" }
            p class="govuk-body" { "No search of this place has left opportunities here yet. " code { "commonweal find" } " makes one." }
        };
    };
    let told = ReportOnSite::of(report);
    html! {
        h2 class="govuk-heading-l" { "What could be shared" }
        ol class="govuk-list govuk-list--number govuk-list--spaced" {
            @for found in report.opportunities.iter().take(BEST) {
                li {
                    (link(&opportunity_address(&found.id), &found.title))
                    @if let Some((kind, family, saving)) = told.in_brief(&found.id) {
                        p class="govuk-body-s cw-quiet" {
                            (kind) ", " (family) ". "
                            @if let Some(range) = &found.saving {
                                "Saving a year: " span class="cw-whole" { (saving) } ". Chance of none: " (pages::chance(range.chance_of_none)) "."
                            } @else { "Nothing new is proposed: it is shared already." }
                        }
                    }
                }
            }
        }
        p class="govuk-body" { (link("/opportunities", &format!("All {}", count(report.opportunities.len() as u64, "opportunity", "opportunities")))) "." }
    }
}

fn ways(site: &Site) -> Markup {
    html! {
        h2 class="govuk-heading-m" { "Where to look" }
        @for (address, words, sentence) in WAYS.iter().filter(|(address, ..)| site.has_page(address)) {
            p class="govuk-body" { (link(address, words)) br; (sentence) }
        }
    }
}

fn coming_up(coming: &[Coming]) -> Markup {
    if coming.is_empty() {
        return html! {};
    }
    let columns = [Column::words("By"), Column::words("What is to be decided")];
    let rows = coming.iter().map(|one| vec![html! { (one.day.long()) }, html! { (one.what) br; (link(&one.address, &one.about)) }]);
    html! {
        h2 class="govuk-heading-l" { "Decisions coming up" }
        (Table { caption_size: None, ..Table::new("The soonest of arrangements and opportunities", &columns, rows.collect()) }.framed())
    }
}

fn changed(register: &Register) -> Markup {
    let items: Vec<_> = latest(register, CHANGES).iter().map(item).collect();
    html! {
        h2 class="govuk-heading-l" { "What changed last" }
        @if items.is_empty() { p class="govuk-body" { "Nothing was entered yet." } }
        (timeline(&items, 3))
        p class="govuk-body" { (link("/changes", "Everything that changed")) ", also as a " (link("/changes.atom", "feed")) "." }
    }
}
