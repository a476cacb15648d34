//! The list of families of services, and the page of each.
//!
//! The rule: families stand in the order of their chapters, as in the report of a search.

use std::sync::Arc;

use definitions::Day;
use maud::{Markup, html};
use opportunities::Opportunity;
use pages::parts::{Column, Table};
use pages::{Report, count};
use register::Stage;
use services::{Family, contents};

use super::answer::{Service, ServiceInList, Services};
use crate::arrangements::{ArrangementInList, results};
use crate::asked_day::{asked_day, tidied};
use crate::asking::Format;
use crate::layout::Page;
use crate::links::{family_address, family_link, link, opportunity_address, whole};
use crate::overview::{Card, Overview};
use crate::told::{Sheet, csv};
use crate::{Asking, Reply, Site, Stop};

/// How many arrangements and opportunities the page of a family shows.
const MOST_SHOWN: usize = 50;

pub(super) fn all(site: &Site, asking: &Asking) -> Result<Reply, Stop> {
    if let Some(tidy) = tidied(asking, &["day"])?.filter(|_| asking.format == Format::Html) {
        return Ok(Reply::see(&tidy));
    }
    let report = site.desk.report()?;
    let day = asked_day(asking, "day")?.unwrap_or(asking.now.day());
    let overview = site.shelf.overview(site.desk.register()?.register(), day);
    let told = |family: Family| in_list(site, &overview, report.as_deref(), family);
    match asking.format {
        Format::Html => Ok(shown(site, asking, &told)),
        Format::Csv => Ok(csv(&sheet(&told))),
        Format::Json => {
            let url = whole(site, &asking.query.address("/services"));
            Ok(Reply::json(&Services { url, day, services: Family::ALL.iter().map(|family| told(*family)).collect() }))
        }
    }
}

pub(super) fn one(site: &Site, asking: &Asking) -> Result<Reply, Stop> {
    let family = Family::from_code(asking.capture("family")).ok_or(Stop::NotFound)?;
    if let Some(tidy) = tidied(asking, &["day"])?.filter(|_| asking.format == Format::Html) {
        return Ok(Reply::see(&tidy));
    }
    let report = site.desk.report()?;
    let day = asked_day(asking, "day")?.unwrap_or(asking.now.day());
    let overview = site.shelf.overview(site.desk.register()?.register(), day);
    let cards: Vec<&Arc<Card>> = overview.cards.iter().filter(|card| card.services.contains(&family)).collect();
    let found: Vec<&Opportunity> = of_family(report.as_deref(), family).collect();
    match asking.format {
        Format::Csv => Err(Stop::NotFound),
        Format::Json => Ok(Reply::json(&Service {
            url: whole(site, &family_address(family)),
            service: in_list(site, &overview, report.as_deref(), family),
            sentence: family.sentence().to_string(),
            day,
            arrangements: cards.iter().map(|card| ArrangementInList::of(site, card)).collect(),
            opportunities: found.iter().map(|found| whole(site, &opportunity_address(&found.id))).collect(),
        })),
        Format::Html => {
            let content = html! {
                span class="govuk-caption-xl" { (family.chapter().name()) }
                h1 class="govuk-heading-xl" { (family.name()) }
                p class="govuk-body-l" { (family.sentence()) }
                (arrangements(family, &cards, day))
                (could(family, &found))
            };
            Ok(Page::new(family.name()).under("/services", "Services").show(site, asking, &content))
        }
    }
}

fn of_family(report: Option<&Report>, family: Family) -> impl Iterator<Item = &Opportunity> {
    report.into_iter().flat_map(|report| &report.opportunities).filter(move |found| found.family == Some(family))
}

fn in_list(site: &Site, overview: &Overview, report: Option<&Report>, family: Family) -> ServiceInList {
    let (live, all) = overview.of_family(family);
    ServiceInList {
        url: whole(site, &family_address(family)),
        code: family.code().to_string(),
        name: family.name().to_string(),
        chapter: family.chapter().name().to_string(),
        live_arrangements: live,
        arrangements: all,
        opportunities: of_family(report, family).count(),
    }
}

fn shown(site: &Site, asking: &Asking, told: &dyn Fn(Family) -> ServiceInList) -> Reply {
    let columns = [Column::words("Service"), Column::numbers("Live arrangements"), Column::numbers("Opportunities found")];
    let row = |family: Family| {
        let told = told(family);
        let code = &told.code;
        vec![
            family_link(family),
            figure(told.live_arrangements, &format!("/arrangements?service={code}&stage={}", Stage::Live.code())),
            figure(told.opportunities, &format!("/opportunities?family={code}")),
        ]
    };
    let content = html! {
        h1 class="govuk-heading-xl" { "Services" }
        p class="govuk-body-l" { "What is shared, and what could be, by family of services." }
        @for (chapter, families) in contents() {
            (Table { caption_size: Some("m"), ..Table::new(chapter.name(), &columns, families.into_iter().map(row).collect()) }.framed())
        }
        p class="govuk-body" { "Take this list with you as " (link("/services.csv", "CSV")) "." }
    };
    Page::new("Services").show(site, asking, &content)
}

fn figure(number: usize, address: &str) -> Markup {
    html! { @if number == 0 { "0" } @else { (link(address, &definitions::thousands(number as u64))) } }
}

fn arrangements(family: Family, cards: &[&Arc<Card>], day: Day) -> Markup {
    let address = format!("/arrangements?service={}", family.code());
    html! {
        h2 class="govuk-heading-l" id="arrangements" { "What is shared" }
        @if cards.is_empty() { p class="govuk-body" { "No arrangement names this service." } }
        @else {
            p class="govuk-body" { (link(&address, &count(cards.len() as u64, "arrangement", "arrangements"))) ", as on " (day.long()) "." }
            (results(&cards[..cards.len().min(MOST_SHOWN)]))
            @if cards.len() > MOST_SHOWN { p class="govuk-body" { (link(&address, "All of them")) } }
        }
    }
}

fn could(family: Family, found: &[&Opportunity]) -> Markup {
    let address = format!("/opportunities?family={}", family.code());
    html! {
        h2 class="govuk-heading-l" id="opportunities" { "What could be shared" }
        @if found.is_empty() { p class="govuk-body" { "The last search found no opportunity in this service." } }
        @else {
            ol class="govuk-list govuk-list--number" {
                @for found in found.iter().take(MOST_SHOWN) { li { (link(&opportunity_address(&found.id), &found.title)) } }
            }
            p class="govuk-body" { (link(&address, &count(found.len() as u64, "opportunity", "opportunities"))) ", with savings as ranges." }
        }
    }
}

fn sheet(told: &dyn Fn(Family) -> ServiceInList) -> Sheet {
    let headings = ["Code", "Service", "Chapter", "Live arrangements", "Arrangements", "Opportunities", "Address"];
    let row = |family: &Family| {
        let told = told(*family);
        let (live, all, found) = (told.live_arrangements.to_string(), told.arrangements.to_string(), told.opportunities.to_string());
        vec![told.code, told.name, told.chapter, live, all, found, told.url]
    };
    Sheet { name: "services".to_string(), headings: headings.map(str::to_string).to_vec(), rows: Family::ALL.iter().map(row).collect() }
}
