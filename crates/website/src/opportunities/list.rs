//! The ranked list of opportunities.
//!
//! The rule: the rank is that of the whole list, whatever is chosen; savings stand as ranges with their chance of none.

use bodies::Directory;
use definitions::BodyId;
use maud::{Markup, html};
use opportunities::{Kind, Opportunity};
use pages::parts::{self, Chosen, Field, Select, filter_panel, pagination};
use pages::{Report, ReportOnSite, chance, count, kind_code, kind_name, saving_short};
use services::Family;

use super::answer::{List, OpportunityTold};
use crate::arrangements::one_of;
use crate::asked_day::tidied;
use crate::asking::Format;
use crate::layout::Page;
use crate::links::{arrangement_address, link, opportunity_address, short_body_link, short_name, whole};
use crate::overview::Overview;
use crate::paging::{linked, numbered, piece};
use crate::told::{Sheet, csv};
use crate::{Asking, Reply, Site, Stop};

/// How many stand on a page.
const ON_A_PAGE: usize = 20;

/// The kinds, in the order of filters.
pub(super) const KINDS: [Kind; 4] = [Kind::SameSupplier, Kind::EndingTogether, Kind::SameNeed, Kind::AlreadySharing];

/// An opportunity with its rank, from 1.
type Ranked<'a> = (usize, &'a Opportunity);

pub(super) fn page(site: &Site, asking: &Asking) -> Result<Reply, Stop> {
    if let Some(tidy) = tidied(asking, &[])?.filter(|_| asking.format == Format::Html) {
        return Ok(Reply::see(&tidy));
    }
    let report = site.desk.report()?;
    let standing = site.desk.register()?;
    let register = standing.register();
    let overview = site.shelf.overview(register, asking.now.day());
    let kind = one_of(asking, "kind", |code| KINDS.into_iter().find(|kind| kind_code(*kind) == code))?;
    let family = one_of(asking, "family", Family::from_code)?;
    let body = one_of(asking, "body", |id| Some(BodyId::new(id)).filter(|body| register.directory().get(body).is_some()))?;
    let all = report.iter().flat_map(|report| &report.opportunities).enumerate().map(|(place, found)| (place + 1, found));
    let fits = |found: &Opportunity| {
        kind.is_none_or(|kind| found.kind == kind)
            && family.is_none_or(|family| found.family == Some(family))
            && body.as_ref().is_none_or(|body| found.bodies.iter().any(|share| share.body == *body))
    };
    let found: Vec<Ranked<'_>> = all.filter(|(_, found)| fits(found)).collect();
    match asking.format {
        Format::Html => {
            let (panel, list) = (
                panel(asking, report.as_deref(), register.directory()),
                listed(asking, report.as_deref(), register.directory(), &overview, &found),
            );
            Ok(shown(site, asking, &panel, &list))
        }
        Format::Csv => Ok(csv(&sheet(site, register.directory(), &found))),
        Format::Json => {
            let piece = piece(asking, &found, |(rank, _)| format!("{rank:010}"))?;
            let list = List {
                url: whole(site, &asking.query.address("/opportunities")),
                searched_on: report.as_ref().map(|report| report.place.today),
                count: found.len(),
                opportunities: piece.things.iter().map(|(rank, found)| OpportunityTold::of(site, &overview, *rank, found)).collect(),
                next: piece.next.as_deref().map(|next| whole(site, next)),
            };
            Ok(linked(Reply::json(&list), piece.next.as_deref()))
        }
    }
}

fn shown(site: &Site, asking: &Asking, panel: &Markup, list: &Markup) -> Reply {
    let content = html! {
        h1 class="govuk-heading-xl" { "Opportunities" }
        div class="govuk-grid-row" {
            div class="govuk-grid-column-one-third" { (panel) }
            div class="govuk-grid-column-two-thirds" { (list) }
        }
    };
    Page::new("Opportunities").show(site, asking, &content)
}

fn listed(asking: &Asking, report: Option<&Report>, directory: &Directory, overview: &Overview, found: &[Ranked<'_>]) -> Markup {
    let page = numbered(asking, found, ON_A_PAGE);
    let address = |number: usize| asking.query.with("page", &number.to_string()).address("/opportunities");
    let csv = asking.query.without("page", asking.query.value("page")).address("/opportunities.csv");
    let Some(report) = report else {
        return html! {
            p class="govuk-body" { "No search of this place has left opportunities here yet." }
            p class="govuk-body" { "Whoever runs this site makes one with " code { "commonweal find" } ", from the files that the bodies publish." }
        };
    };
    html! {
        h2 class="govuk-heading-m" id="results" { (count(found.len() as u64, "opportunity", "opportunities")) ", the best first" }
        p class="govuk-body" {
            "Found in published files on " (report.place.today.long()) ". Each is worth a conversation, and is no business case. Savings are ranges, and are never added up. "
            (link("/sources#method", "How they were found")) "; " (link("/opportunities/place", "what stands for the whole place")) "."
        }
        @if found.is_empty() { p class="govuk-body" { "None fits what is chosen. " (link("/opportunities", "Show all opportunities")) "." } }
        ul class="cw-results" { @for (rank, found) in page.things { li class="cw-results__item" { (result(directory, overview, *rank, found)) } } }
        (pagination(page.number, page.pages, &address))
        p class="govuk-body" { "Take this list with you as " (link(&csv, "CSV")) "." }
    }
}

fn result(directory: &Directory, overview: &Overview, rank: usize, found: &Opportunity) -> Markup {
    html! {
        h3 class="cw-results__title" { (rank) ". " (link(&opportunity_address(&found.id), &found.title)) }
        p class="cw-results__tags" {
            (ReportOnSite::kind_tag(found.kind)) " " (found.family.map_or("Not classified", Family::name)) ". Score "
            (format!("{:.1}", found.score.total)) " of 100."
        }
        p class="govuk-body-s" {
            @match &found.saving {
                Some(range) => { "Saving a year: " strong class="cw-whole" { (saving_short(range)) } ". Chance of none: " (chance(range.chance_of_none)) "." }
                None => { "No saving is proposed: it is shared already." }
            }
            @if let Some(id) = overview.became(&found.id) { " " (link(&arrangement_address(id), "It is in the register")) "." }
        }
        p class="govuk-body-s cw-quiet" {
            @for (place, share) in found.bodies.iter().enumerate() { @if place > 0 { ", " } (short_body_link(&share.body, directory)) }
            "."
        }
    }
}

fn panel(asking: &Asking, report: Option<&Report>, directory: &Directory) -> Markup {
    let found = || report.into_iter().flat_map(|report| &report.opportunities);
    let mut bodies: Vec<(String, String)> =
        found().flat_map(|found| &found.bodies).map(|share| (short_name(&share.body, directory), share.body.to_string())).collect();
    bodies.sort();
    bodies.dedup();
    let families = Family::ALL.iter().filter(|family| found().any(|found| found.family == Some(**family)));
    let select = |name: &str, label: &str, choices: Vec<parts::Choice>| {
        let choices: Vec<parts::Choice> = std::iter::once(parts::Choice::new("", "All")).chain(choices).collect();
        html! { (Select::new(Field::new(name, label).value(asking.query.value(name)), &choices)) }
    };
    let controls = html! {
        (select("body", "Body", bodies.iter().map(|(name, id)| parts::Choice::new(id, name)).collect()))
        (select("kind", "Kind", KINDS.map(|kind| parts::Choice::new(kind_code(kind), kind_name(kind))).to_vec()))
        (select("family", "Service", families.map(|family| parts::Choice::new(family.code(), family.name())).collect()))
    };
    filter_panel("/opportunities", &chosen(asking, directory), &controls)
}

fn chosen(asking: &Asking, directory: &Directory) -> Vec<Chosen> {
    let query = asking.query.without("page", asking.query.value("page"));
    let words = |name: &str| {
        let code = query.value(name);
        match name {
            "body" => short_name(&BodyId::new(code), directory),
            "family" => Family::from_code(code).map_or_else(|| code.to_string(), |family| family.name().to_string()),
            _ => {
                KINDS.into_iter().find(|kind| kind_code(*kind) == code).map_or_else(|| code.to_string(), |kind| kind_name(kind).to_string())
            }
        }
    };
    let named = [("body", "Body"), ("kind", "Kind"), ("family", "Service")];
    let there = named.iter().filter(|(name, _)| !query.value(name).is_empty());
    there
        .map(|(name, by)| Chosen {
            by: (*by).to_string(),
            words: words(name),
            without: query.without(name, query.value(name)).address("/opportunities"),
        })
        .collect()
}

fn sheet(site: &Site, directory: &Directory, found: &[Ranked<'_>]) -> Sheet {
    let headings = [
        "Rank",
        "Reference",
        "Title",
        "Kind",
        "Service",
        "Bodies",
        "P10 pence",
        "P50 pence",
        "P90 pence",
        "Chance of none",
        "Score",
        "Address",
    ];
    let row = |(rank, found): &Ranked<'_>| {
        let range = found.saving.as_ref();
        let pence = |amount: Option<definitions::Pence>| amount.map(|amount| amount.0.to_string()).unwrap_or_default();
        vec![
            rank.to_string(),
            found.id.to_string(),
            found.title.clone(),
            kind_name(found.kind).to_string(),
            found.family.map_or("Not classified", Family::name).to_string(),
            found.bodies.iter().map(|share| short_name(&share.body, directory)).collect::<Vec<_>>().join("; "),
            pence(range.map(|range| range.p10)),
            pence(range.map(|range| range.p50)),
            pence(range.map(|range| range.p90)),
            range.map(|range| format!("{:.2}", range.chance_of_none)).unwrap_or_default(),
            format!("{:.1}", found.score.total),
            whole(site, &opportunity_address(&found.id)),
        ]
    };
    Sheet { name: "opportunities".to_string(), headings: headings.map(str::to_string).to_vec(), rows: found.iter().map(row).collect() }
}
