//! What happened to an arrangement, as a timeline.
//!
//! The rule: the oldest stands first; each has its day as exactly as it is known, and its sources.

use maud::{Markup, html};
use pages::parts::{TimelineItem, timeline};
use register::{Happening, What};

use super::Shown;
use crate::links::{arrangement_address, cited, link};

/// The section.
pub(super) fn timeline_of(shown: &Shown<'_>) -> Markup {
    let items: Vec<TimelineItem> = shown.said.in_order().into_iter().map(|happening| item(shown, happening)).collect();
    html! {
        h2 class="govuk-heading-l" id="happenings" { "What happened" }
        @if items.is_empty() { p class="govuk-body" { "Nothing dated is known." } } @else { (timeline(&items, 3)) }
    }
}

fn item(shown: &Shown<'_>, happening: &Happening) -> TimelineItem {
    TimelineItem {
        title: happening.in_words(shown.register.directory()),
        when: happening.when.long(),
        machine_when: happening.when.to_string(),
        by: String::new(),
        more: more(shown, happening),
    }
}

fn more(shown: &Shown<'_>, happening: &Happening) -> Markup {
    let into: &[_] = if let What::Split { into } = &happening.what { into } else { &[] };
    let title = |id| shown.register.arrangement(id).map(|said| said.title.as_str());
    html! {
        @if !happening.note.trim().is_empty() { p class="govuk-body-s" { (happening.note) } }
        @for id in into { @if let Some(title) = title(id) { p class="govuk-body-s" { "Went on as " (link(&arrangement_address(id), title)) } } }
        @for source in &happening.sources { p class="govuk-body-s cw-quiet" { (cited(source)) } }
    }
}
