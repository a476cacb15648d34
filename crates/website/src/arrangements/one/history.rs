//! The history of an entry: every version, confirmation and withdrawal, with who, when, why, and what changed in words.
//!
//! The rule: nothing is left out of it and nothing in it can be changed. A draft is no part of it.

use maud::{Markup, html};
use pages::parts::{TimelineItem, timeline};
use register::{Entry, Record, Told};

use super::{History, Shown};
use crate::asking::Format;
use crate::layout::Page;
use crate::links::{arrangement_address, link};
use crate::{Asking, Reply, Site, Stop};

/// How many entries stand on the page of the arrangement itself.
const IN_BRIEF: usize = 3;

/// The page of the whole history.
pub(in crate::arrangements) fn history_page(site: &Site, asking: &Asking) -> Result<Reply, Stop> {
    let standing = site.desk.register()?;
    let register = standing.register();
    let record = register.record(&definitions::ArrangementId::new(asking.capture("id"))).ok_or(Stop::NotFound)?;
    let history = record.history(register.directory());
    let said = record.arrangement();
    match asking.format {
        Format::Csv => Err(Stop::NotFound),
        Format::Json => Ok(Reply::json(&History::of(site, record, &history))),
        Format::Html => {
            let content = html! {
                span class="govuk-caption-xl" { (said.title) }
                h1 class="govuk-heading-xl" { "History" }
                @if let Some(entry) = record.withdrawn() { p class="govuk-body" { (gone_sentence(entry)) } }
                (entries(record, &history, 2))
            };
            let page = Page::new(format!("History of {}", said.title)).under("/arrangements", "Arrangements");
            Ok(page.under(arrangement_address(&said.id), said.title.clone()).show(site, asking, &content))
        }
    }
}

/// The latest entries, on the page of the arrangement.
pub(super) fn in_brief(shown: &Shown<'_>) -> Markup {
    let Some(record) = shown.record else { return html! {} };
    let history = record.history(shown.register.directory());
    let more = history.len().saturating_sub(IN_BRIEF);
    html! {
        h2 class="govuk-heading-l" id="history" { "History of this entry" }
        (entries(record, &history[..history.len().min(IN_BRIEF)], 3))
        p class="govuk-body" {
            (link(&format!("{}/history", arrangement_address(&shown.said.id)), "The whole history"))
            @if more > 0 { " (" (more) " more)" } "."
        }
    }
}

/// The page of what was withdrawn: that it is gone, and its history.
pub(super) fn gone(shown: &Shown<'_>, entry: &Entry) -> Reply {
    let record = shown.record.filter(|record| record.withdrawn().is_some());
    let history = record.map(|record| (record, record.history(shown.register.directory())));
    let content = html! {
        span class="govuk-caption-xl" { (shown.said.title) }
        h1 class="govuk-heading-xl" { "This entry was withdrawn" }
        p class="govuk-body" { (gone_sentence(entry)) }
        p class="govuk-body" { "It counts nowhere any more. What it said can still be read." }
        @if let Some((record, history)) = &history {
            h2 class="govuk-heading-l" { "Its history" }
            (entries(record, history, 3))
        }
    };
    Page::new(format!("Withdrawn: {}", shown.said.title))
        .under("/arrangements", "Arrangements")
        .show(shown.site, shown.asking, &content)
        .status(410)
}

/// Who withdrew it, when and why.
pub(super) fn gone_sentence(entry: &Entry) -> String {
    let why = if entry.why.trim().is_empty() { String::new() } else { format!(" They gave this reason: “{}”", entry.why.trim()) };
    format!("{} withdrew it on {}.{why}", entry.by.name, entry.entered.day().long())
}

/// Entries whose headings are of this level.
fn entries(record: &Record, history: &[Told], level: u8) -> Markup {
    let items: Vec<TimelineItem> = history.iter().map(|told| item(record, told)).collect();
    timeline(&items, level)
}

fn item(record: &Record, told: &Told) -> TimelineItem {
    let version = record.versions().find(|version| version.entry.number == told.entry);
    TimelineItem {
        title: told.done.clone(),
        when: told.entered.day().long(),
        machine_when: told.entered.to_string(),
        by: format!("by {}", told.by.name),
        more: html! {
            @if !told.why.trim().is_empty() { p class="govuk-body-s" { "“" (told.why.trim()) "”" } }
            @if !told.changed.is_empty() {
                ul class="govuk-list govuk-list--bullet" { @for changed in &told.changed { li { (changed.sentence) } } }
            }
            @if let Some(version) = version {
                p class="govuk-body-s" {
                    (link(&format!("{}?version={}", arrangement_address(&version.arrangement.id), version.number), &format!("Read version {}", version.number)))
                }
            }
        },
    }
}
