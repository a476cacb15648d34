//! The page of what changed.
//!
//! The rule: it shows what the feed, the JSON and the CSV hold, some at a time.

use definitions::BodyId;
use maud::{Markup, html};
use pages::parts::{self, Chosen, Field, Select, TimelineItem, filter_panel, pagination, timeline};
use register::{Entry, Register};

use super::answer::{ChangeInList, Changes};
use super::told::{ChangeTold, public, told};
use crate::asked_day::tidied;
use crate::asking::Format;
use crate::layout::Page;
use crate::links::{link, short_name, whole};
use crate::overview::Overview;
use crate::paging::{linked, numbered, piece};
use crate::told::{Sheet, csv};
use crate::{Asking, Reply, Site, Stop};

/// How many stand on a page.
const ON_A_PAGE: usize = 25;

pub(super) fn page(site: &Site, asking: &Asking) -> Result<Reply, Stop> {
    if let Some(tidy) = tidied(asking, &[])?.filter(|_| asking.format == Format::Html) {
        return Ok(Reply::see(&tidy));
    }
    let standing = site.desk.register()?;
    let register = standing.register();
    let body = match asking.query.value("body") {
        "" => None,
        id => Some(BodyId::new(id)).filter(|body| register.directory().get(body).is_some()).map(Some).ok_or(Stop::BadRequest(
            "In the address, body is not the id of a body that is known here. Take it out, or choose a body in the filters.".to_string(),
        ))?,
    };
    let entries: Vec<&Entry> = public(register, body.as_ref()).collect();
    match asking.format {
        Format::Html => Ok(shown(site, asking, register, body.as_ref(), &entries)),
        Format::Csv => Ok(csv(&sheet(site, register, &entries))),
        Format::Json => {
            let piece = piece(asking, &entries, |entry| format!("{:020}", u64::MAX - entry.number))?;
            let changes = Changes {
                url: whole(site, &asking.query.address("/changes")),
                count: entries.len(),
                changes: piece.things.iter().map(|entry| ChangeInList::of(site, &told(register, entry))).collect(),
                next: piece.next.as_deref().map(|next| whole(site, next)),
            };
            Ok(linked(Reply::json(&changes), piece.next.as_deref()))
        }
    }
}

fn shown(site: &Site, asking: &Asking, register: &Register, body: Option<&BodyId>, entries: &[&Entry]) -> Reply {
    let overview = site.shelf.overview(register, asking.now.day());
    let page = numbered(asking, entries, ON_A_PAGE);
    let items: Vec<TimelineItem> = page.things.iter().map(|entry| item(&told(register, entry))).collect();
    let address = |number: usize| asking.query.with("page", &number.to_string()).address("/changes");
    let content = html! {
        h1 class="govuk-heading-xl" { "What changed" }
        div class="govuk-grid-row" {
            div class="govuk-grid-column-one-third" { (filters(asking, register, body, &overview)) }
            div class="govuk-grid-column-two-thirds" {
                h2 class="govuk-heading-m" id="results" { (pages::count(entries.len() as u64, "entry", "entries")) ", the newest first" }
                @if items.is_empty() { p class="govuk-body" { "Nothing was entered yet that fits." } }
                (timeline(&items, 3))
                (pagination(page.number, page.pages, &address))
                p class="govuk-body" {
                    "Follow what changes with the " (link("/changes.atom", "feed")) ", or take it with you as "
                    (link(&asking.query.without("page", asking.query.value("page")).address("/changes.csv"), "CSV")) "."
                }
            }
        }
    };
    Page::new("What changed").show(site, asking, &content)
}

fn filters(asking: &Asking, register: &Register, body: Option<&BodyId>, overview: &Overview) -> Markup {
    let mut bodies: Vec<(String, &BodyId)> = overview.bodies().map(|id| (short_name(id, register.directory()), id)).collect();
    bodies.sort();
    let all = std::iter::once(parts::Choice::new("", "All"));
    let choices: Vec<parts::Choice> = all.chain(bodies.iter().map(|(name, id)| parts::Choice::new(id.as_str(), name))).collect();
    let chosen =
        body.map(|body| Chosen { by: "Body".to_string(), words: short_name(body, register.directory()), without: "/changes".to_string() });
    let chosen: Vec<Chosen> = chosen.into_iter().collect();
    filter_panel("/changes", &chosen, &html! { (Select::new(Field::new("body", "Body").value(asking.query.value("body")), &choices)) })
}

/// An entry as a part of a timeline.
pub(crate) fn item(told: &ChangeTold) -> TimelineItem {
    TimelineItem {
        title: format!("{}: {}", told.about, first_in_small(&told.done)),
        when: told.entered.day().long(),
        machine_when: told.entered.to_string(),
        by: format!("by {}", told.by.name),
        more: html! {
            @if !told.why.is_empty() { p class="govuk-body-s" { "“" (told.why) "”" } }
            @if !told.changed.is_empty() {
                ul class="govuk-list govuk-list--bullet" { @for sentence in &told.changed { li { (sentence) } } }
            }
            p class="govuk-body-s" { a class="govuk-link" href=(told.address) { "Read it" span class="govuk-visually-hidden" { ": " (told.about) } } }
        },
    }
}

fn first_in_small(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map(|first| first.to_lowercase().chain(letters).collect()).unwrap_or_default()
}

fn sheet(site: &Site, register: &Register, entries: &[&Entry]) -> Sheet {
    let headings = ["Entry", "Entered", "By", "Why", "About", "Done", "Changed", "Address"];
    let row = |entry: &&Entry| {
        let told = told(register, entry);
        let (number, entered, address) = (told.number.to_string(), told.entered.to_string(), whole(site, &told.address));
        vec![number, entered, told.by.name, told.why, told.about, told.done, told.changed.join(" "), address]
    };
    Sheet { name: "changes".to_string(), headings: headings.map(str::to_string).to_vec(), rows: entries.iter().map(row).collect() }
}
