//! One body: what it is, what happened to it, what it shares and could share, its report card, and what it leaves behind.
//!
//! The rule: what it shares is told for the day that is asked for; its history is told whole.

use bodies::{Body, Directory};
use definitions::{BodyId, Day, trust_fracture_points};
use maud::{Markup, html};
use opportunities::Opportunity;
use pages::parts::{Colour, SummaryRow, summary_list, summary_row, tag};
use register::{Register, Stage};

use super::answer::{BodyInList, Share, Told};
use super::sections;
use super::words::kind_words;
use crate::arrangements::ArrangementInList;
use crate::asked_day::{asked_day, tidied};
use crate::asking::Format;
use crate::layout::Page;
use crate::links::{body_address, body_link, opportunity_address, whole};
use crate::overview::{Card, Overview};
use crate::{Asking, Reply, Site, Stop};

/// What is shown of a body.
pub(super) struct Shown<'a> {
    pub(super) site: &'a Site,
    pub(super) asking: &'a Asking,
    pub(super) register: &'a Register,
    pub(super) overview: &'a Overview,
    pub(super) body: &'a Body,
    pub(super) day: Day,
    /// What names it and has ended, or in which it has no part on the day, by title.
    pub(super) others: Vec<&'a Card>,
    /// Opportunities that name it, the best first.
    pub(super) could: Vec<&'a Opportunity>,
}

pub(super) fn page(site: &Site, asking: &Asking) -> Result<Reply, Stop> {
    if let Some(tidy) = tidied(asking, &["day"])?.filter(|_| asking.format == Format::Html) {
        return Ok(Reply::see(&tidy));
    }
    let report = site.desk.report()?;
    let standing = site.desk.register()?;
    let register = standing.register();
    let body = register.directory().get(&BodyId::new(asking.capture("id"))).ok_or(Stop::NotFound)?;
    let day = asked_day(asking, "day")?.unwrap_or(asking.now.day());
    let overview = site.shelf.overview(register, day);
    let names_it = |found: &&Opportunity| found.bodies.iter().any(|share| share.body == body.id);
    let named = register.naming(&body.id).filter_map(|record| overview.card(&record.arrangement().id));
    let is_before = |card: &&Card| card.stage == Stage::Ended || !card.has_partner(&body.id);
    let mut others: Vec<&Card> = named.map(AsRef::as_ref).filter(is_before).collect();
    others.sort_by(|a, b| a.by_title().cmp(&b.by_title()));
    let could = report.iter().flat_map(|report| &report.opportunities).filter(names_it).collect();
    let shown = Shown { site, asking, register, overview: &overview, body, day, others, could };
    match asking.format {
        Format::Csv => Err(Stop::NotFound),
        Format::Json => Ok(Reply::json(&shown.told())),
        Format::Html => {
            let content = html! {
                span class="govuk-caption-xl" { (kind_words(body.kind)) }
                h1 class="govuk-heading-xl" { (body.name) }
                @if !body.exists_on(day) { p class="cw-results__tags" { (existence(body, day)) } }
                (summary_list(&facts(register.directory(), body)))
                (sections::may_end(&shown))
                (sections::happened(&shown))
                (sections::shares(&shown))
                (sections::other_arrangements(&shown))
                (sections::leaves_behind(&shown))
                (sections::could_share(&shown))
                (sections::report_card(&shown, report.as_deref()))
            };
            Ok(Page::new(body.name.clone()).under("/bodies", "Bodies").show(site, asking, &content))
        }
    }
}

fn existence(body: &Body, day: Day) -> Markup {
    let has_ended = body.last_day.is_some_and(|last| last < day);
    html! {
        (tag(if has_ended { "Ended" } else { "Not yet begun" }, Colour::Grey))
        " It does not exist on " (day.long()) "."
    }
}

fn facts(directory: &Directory, body: &Body) -> Vec<SummaryRow> {
    let mut rows = Vec::new();
    if body.short_name != body.name {
        rows.push(summary_row("Short name", html! { (body.short_name) }));
    }
    if let Some(region) = body.region {
        rows.push(summary_row("Region", html! { (region.name()) }));
    }
    if let Some(county) = directory.county_of(&body.id) {
        rows.push(summary_row("County", body_link(&county.id, directory)));
    }
    if let Some(combined) = directory.combined_authority_of(&body.id) {
        rows.push(summary_row("Combined authority", body_link(&combined.id, directory)));
    }
    if let Some(gss) = &body.gss {
        rows.push(summary_row("Statistics code", html! { (gss) }));
    }
    if let Some(thousand) = body.thousand_residents {
        let residents = definitions::thousands((thousand * 1_000.0).round().max(0.0) as u64);
        rows.push(summary_row("Residents", html! { (residents) " in mid-2022" }));
    }
    rows.push(summary_row("First day", html! { (body.first_day.map_or_else(|| "Not recorded here".to_string(), Day::long)) }));
    if let Some(last) = body.last_day {
        let planned = if directory.is_end_planned(&body.id) { ", as planned" } else { "" };
        rows.push(summary_row("Last day", html! { (last.long()) (planned) }));
    }
    rows
}

impl<'a> Shown<'a> {
    /// What it has a part in on the day and has not ended, by title.
    pub(super) fn shares(&self) -> impl Iterator<Item = &'a Card> {
        self.overview.of_body(&self.body.id).map(AsRef::as_ref).filter(|card| card.stage != Stage::Ended)
    }

    fn told(&self) -> Told {
        let Shown { site, register, overview, body, day, .. } = *self;
        let directory = register.directory();
        let share = |card: &Card| {
            let role = card.partners.iter().find(|partner| partner.body == body.id)?.role;
            let arrangement = ArrangementInList::of(site, card);
            Some(Share { role, trust_fracture_points: trust_fracture_points(card.partners.len()), arrangement })
        };
        Told {
            url: whole(site, &body_address(&body.id)),
            body: BodyInList::of(site, directory, body, overview.of_body(&body.id).count()),
            day,
            exists: body.exists_on(day),
            thousand_residents: body.thousand_residents,
            history: directory.history_of(&body.id).iter().map(|event| directory.sentence(event)).collect(),
            shares: self.shares().filter_map(share).collect(),
            other_arrangements: self.others.iter().map(|card| ArrangementInList::of(site, card)).collect(),
            opportunities: self.could.iter().map(|found| whole(site, &opportunity_address(&found.id))).collect(),
        }
    }
}
