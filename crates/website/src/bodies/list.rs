//! The list of bodies: searched, by sort and region, as they exist on a day.
//!
//! The rule: only bodies that exist on the day stand in it; which day that is stands above it.

use std::collections::BTreeSet;

use bodies::{Body, BodyKind, Directory, Region};
use definitions::{BodyId, Day};
use maud::{Markup, html};
use pages::parts::{self, Chosen, DateInput, Field, Input, Select, filter_panel, pagination};

use super::answer::{BodyInList, List};
use super::words::{KINDS, kind_words};
use crate::arrangements::one_of;
use crate::asked_day::{asked_day, in_boxes, tidied};
use crate::asking::Format;
use crate::layout::Page;
use crate::links::{body_address, link, whole};
use crate::overview::Overview;
use crate::paging::{linked, numbered, piece};
use crate::told::{Sheet, csv};
use crate::{Asking, Reply, Site, Stop};

/// How many stand on a page.
const ON_A_PAGE: usize = 50;

/// What was chosen.
struct Wanted {
    words: Vec<String>,
    kind: Option<BodyKind>,
    region: Option<Region>,
    is_all: bool,
    day: Day,
}

pub(super) fn page(site: &Site, asking: &Asking) -> Result<Reply, Stop> {
    if let Some(tidy) = tidied(asking, &["day"])?.filter(|_| asking.format == Format::Html) {
        return Ok(Reply::see(&tidy));
    }
    let standing = site.desk.register()?;
    let register = standing.register();
    let directory = register.directory();
    let wanted = Wanted::read(asking)?;
    let overview = site.shelf.overview(register, wanted.day);
    let known: BTreeSet<&BodyId> = overview.named().chain(&site.desk.place().own).collect();
    let mut found: Vec<&Body> = directory.bodies().filter(|body| wanted.keeps(body, &known)).collect();
    found.sort_by_cached_key(|body| key(body));
    match asking.format {
        Format::Html => Ok(shown(site, asking, &wanted, &overview, &found)),
        Format::Csv => Ok(csv(&sheet(site, directory, &overview, &found))),
        Format::Json => {
            let piece = piece(asking, &found, |body| key(body))?;
            let told = |body: &&Body| BodyInList::of(site, directory, body, overview.of_body(&body.id).count());
            let list = List {
                url: whole(site, &asking.query.address("/bodies")),
                day: wanted.day,
                count: found.len(),
                bodies: piece.things.iter().map(told).collect(),
                next: piece.next.as_deref().map(|next| whole(site, next)),
            };
            Ok(linked(Reply::json(&list), piece.next.as_deref()))
        }
    }
}

impl Wanted {
    fn read(asking: &Asking) -> Result<Wanted, Stop> {
        let text = asking.query.value("q");
        if text.chars().count() > 200 {
            return Err(Stop::BadRequest("Search for 200 characters or fewer.".to_string()));
        }
        Ok(Wanted {
            words: text.to_lowercase().split_whitespace().map(str::to_string).collect(),
            kind: one_of(asking, "kind", BodyKind::from_code)?,
            region: one_of(asking, "region", Region::from_code)?,
            is_all: one_of(asking, "which", |word| (word == "all").then_some(()))?.is_some(),
            day: asked_day(asking, "day")?.unwrap_or(asking.now.day()),
        })
    }

    fn keeps(&self, body: &Body, known: &BTreeSet<&BodyId>) -> bool {
        (self.is_all || known.contains(&body.id))
            && self.kind.is_none_or(|kind| body.kind == kind)
            && self.region.is_none_or(|region| body.region == Some(region))
            && body.exists_on(self.day)
            && (self.words.is_empty() || {
                let name = format!("{} {} {}", body.name, body.short_name, body.gss.as_deref().unwrap_or_default()).to_lowercase();
                self.words.iter().all(|word| name.contains(word.as_str()))
            })
    }
}

fn key(body: &Body) -> String {
    format!("{}\u{0}{}", body.name.to_lowercase(), body.id)
}

fn shown(site: &Site, asking: &Asking, wanted: &Wanted, overview: &Overview, found: &[&Body]) -> Reply {
    let page = numbered(asking, found, ON_A_PAGE);
    let address = |number: usize| asking.query.with("page", &number.to_string()).address("/bodies");
    let content = html! {
        h1 class="govuk-heading-xl" { "Bodies" }
        (crate::succession::way_to_add(asking))
        div class="govuk-grid-row" {
            div class="govuk-grid-column-one-third" { (panel(asking, wanted)) }
            div class="govuk-grid-column-two-thirds" {
                h2 class="govuk-heading-m" id="results" {
                    (pages::count(found.len() as u64, "body", "bodies"))
                    @if wanted.is_all { " that existed on " } @else { " of this register that existed on " }
                    (wanted.day.long())
                }
                @if found.is_empty() { p class="govuk-body" { "None fits what is chosen. " (link("/bodies", "Show those of this register")) "." } }
                ul class="cw-results" { @for body in page.things { li class="cw-results__item" { (result(body, overview)) } } }
                (pagination(page.number, page.pages, &address))
                p class="govuk-body" {
                    @if !wanted.is_all { (link(&asking.query.with("which", "all").address("/bodies"), "Search all bodies that are known")) ". " }
                    "Take this list with you as "
                    (link(&asking.query.without("page", asking.query.value("page")).address("/bodies.csv"), "CSV")) "."
                }
            }
        }
    };
    Page::new("Bodies").show(site, asking, &content)
}

fn result(body: &Body, overview: &Overview) -> Markup {
    let shares = overview.of_body(&body.id).count();
    html! {
        h3 class="cw-results__title" { (link(&body_address(&body.id), &body.name)) }
        p class="govuk-body-s" {
            (kind_words(body.kind))
            @if let Some(region) = body.region { ", " (region.name()) }
            "."
            @if let Some(day) = body.first_day { " Since " (day.long()) "." }
            @if let Some(day) = body.last_day { " Last day: " (day.long()) "." }
        }
        p class="govuk-body-s cw-quiet" {
            @if shares == 0 { "It has no part in an arrangement on this day." }
            @else { "It has a part in " (pages::count(shares as u64, "arrangement", "arrangements")) "." }
        }
    }
}

fn panel(asking: &Asking, wanted: &Wanted) -> Markup {
    let select = |name: &str, label: &str, choices: Vec<(&str, &str)>| {
        let choices: Vec<parts::Choice> = choices.into_iter().map(|(code, words)| parts::Choice::new(code, words)).collect();
        html! { (Select::new(Field::new(name, label).value(asking.query.value(name)), &choices)) }
    };
    let kinds = std::iter::once(("", "All")).chain(KINDS.map(|kind| (kind.1, kind.2))).collect();
    let regions = std::iter::once(("", "All")).chain(Region::all().map(|region| (region.code(), region.name()))).collect();
    let typed = if asking.query.value("day").is_empty() { Default::default() } else { in_boxes(wanted.day) };
    let [day, month, year] = &typed;
    let controls = html! {
        (Input::search(Field::new("q", "Search").hint("A name, or a code such as E08000001").value(asking.query.value("q"))))
        (select("kind", "Sort", kinds))
        (select("region", "Region", regions))
        (select("which", "Which", vec![("", "Those of this register"), ("all", "All that are known")]))
        (DateInput::new(Field::new("day", "Who existed on the day").hint("Empty is today"), [day, month, year]))
    };
    filter_panel("/bodies", &chosen(asking, wanted), &controls)
}

fn chosen(asking: &Asking, wanted: &Wanted) -> Vec<Chosen> {
    let query = asking.query.without("page", asking.query.value("page"));
    let words = |name: &str| match name {
        "kind" => wanted.kind.map(kind_words).unwrap_or_default().to_string(),
        "region" => wanted.region.map(Region::name).unwrap_or_default().to_string(),
        "which" => "All that are known".to_string(),
        "day" => wanted.day.long(),
        _ => query.value(name).to_string(),
    };
    let named = [("q", "Words"), ("kind", "Sort"), ("region", "Region"), ("which", "Which"), ("day", "Day")];
    let there = named.iter().filter(|(name, _)| !query.value(name).is_empty());
    let one = |(name, by): &(&str, &str)| Chosen {
        by: (*by).to_string(),
        words: words(name),
        without: query.without(name, query.value(name)).address("/bodies"),
    };
    there.map(one).collect()
}

fn sheet(site: &Site, directory: &Directory, overview: &Overview, found: &[&Body]) -> Sheet {
    let headings =
        ["Reference", "Name", "Short name", "Sort", "Code", "Region", "First day", "Last day", "Followed by", "Arrangements", "Address"];
    let row = |body: &&Body| {
        let told = BodyInList::of(site, directory, body, overview.of_body(&body.id).count());
        let day = |day: Option<Day>| day.map(|day| day.to_string()).unwrap_or_default();
        vec![
            told.id,
            told.name,
            told.short_name,
            told.kind,
            told.gss.unwrap_or_default(),
            told.region.unwrap_or_default(),
            day(told.first_day),
            day(told.last_day),
            told.successors.join("; "),
            told.arrangements.to_string(),
            told.url,
        ]
    };
    Sheet { name: "bodies".to_string(), headings: headings.map(str::to_string).to_vec(), rows: found.iter().map(row).collect() }
}
