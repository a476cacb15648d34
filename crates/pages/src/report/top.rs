//! The top of the report: what was found, in one sentence and a few figures, and the contents.
//!
//! The rule: the first figure adds up without counting a pound twice; savings are never added up.

use maud::{Markup, html};

use definitions::Pence;

use super::Page;
use super::opportunity::link;
use crate::parts::{figures, notification_banner};
use crate::words::{count, in_words, percent, period, saving_short, thousands};

/// Opportunities named before anything else.
const STARTING_POINTS: usize = 3;

/// Title, one sentence, figures; or, where nothing was found, what to do next.
pub(super) fn top(page: &Page<'_>) -> Markup {
    let place = &page.report.place;
    html! {
        @if page.report.opportunities.is_empty() { (nothing_found(page)) }
        span class="govuk-caption-l" { "Where public bodies could share" }
        h1 class="govuk-heading-xl" { (page.place_name()) }
        @if !page.report.opportunities.is_empty() { p class="govuk-body-l" { (sentence(page)) } }
        (headline(page))
        (start_here(page))
        p class="govuk-body-s cw-quiet" {
            "Asked on " (place.today.long()) ". Payments read: " (period(page.report.headline.period)) "."
            @if let Some(vesting) = place.vesting { " Bodies of this place are replaced on " (vesting.long()) "; dates after that are for their successors." }
        }
        @for ended in opportunities::ended_bodies(place) { p class="govuk-body-s cw-quiet" { (ended) } }
    }
}

/// The sections, as links.
pub(super) fn contents(page: &Page<'_>) -> Markup {
    let report = page.report;
    let has_found = !report.opportunities.is_empty();
    let entries = [
        ("soon", "Decisions coming up", has_found),
        ("ranked", "All opportunities, best first", has_found),
        ("opportunities", "The opportunities one by one", has_found),
        ("overlap", "Who shares suppliers with whom", !report.overlap.is_empty()),
        ("ends", "When contracts end", !report.place.contracts.is_empty()),
        ("families", "What the money is spent on", !report.families.is_empty()),
        ("suppliers", "Suppliers and their names", !report.suppliers.is_empty()),
        ("cards", "What each body publishes", !report.cards.is_empty()),
        ("not-understood", "Files not understood", !report.headline.files_not_understood.is_empty()),
        ("method", "Method and sources", true),
    ];
    html! {
        nav class="cw-contents" aria-labelledby="contents" {
            h2 class="govuk-heading-m" id="contents" { "Contents" }
            ol class="govuk-list" {
                @for (id, words, _) in entries.iter().filter(|entry| entry.2) {
                    li { a class="govuk-link" href={ "#" (id) } { (words) } }
                }
            }
        }
    }
}

/// The best three, so that the first screen already says what to talk about.
fn start_here(page: &Page<'_>) -> Markup {
    let best = page.report.opportunities.iter().take(STARTING_POINTS);
    html! {
        @if !page.report.opportunities.is_empty() {
            h2 class="govuk-heading-m" { "Start here" }
            ol class="govuk-list govuk-list--number cw-start" {
                @for found in best {
                    li {
                        (link(page, found))
                        span class="cw-start__more" {
                            (found.addressable_yearly.short()) " a year could be reached"
                            @if let Some(saving) = &found.saving { "; saving " (saving_short(saving)) " a year" }
                            @if let Some(due) = found.deadlines.first() { "; next decision by " (due.day.long()) }
                        }
                    }
                }
            }
        }
    }
}

fn counted_once(page: &Page<'_>) -> Pence {
    page.report.opportunities.iter().map(|found| found.counted_once_yearly).sum()
}

fn sentence(page: &Page<'_>) -> Markup {
    let bodies = page.report.place.standing().count() as u64;
    html! {
        (in_words(bodies)) @if bodies == 1 { " body publishes what it pays" } @else { " bodies publish what they pay" } ". In it: "
        (count(page.report.opportunities.len() as u64, "opportunity", "opportunities"))
        " to share, touching " strong { (counted_once(page).short()) } " a year. "
        "Not all of it can be saved, and some sharing saves nothing: each opportunity below says how likely that is."
    }
}

fn headline(page: &Page<'_>) -> Markup {
    let totals = &page.report.headline;
    let mut shown = Vec::new();
    if !page.report.opportunities.is_empty() {
        shown.push((counted_once(page).short(), html! { "a year that sharing could reach, each pound counted once" }));
        shown.push((thousands(page.report.opportunities.len() as u64), html! { "opportunities, ranked" }));
    }
    shown.push((totals.paid.short(), html! { "paid, in " (count(totals.payments, "payment", "payments")) }));
    shown.push((
        thousands(totals.files_read),
        html! { "of " (count(totals.files, "file", "files")) " read as payments, contracts or notices" },
    ));
    shown.push((percent(totals.unclassified_share), html! { "of the value could not be put in a family" }));
    figures(&shown)
}

fn nothing_found(page: &Page<'_>) -> Markup {
    let (heading, next) = match page.report.place.standing().count() {
        0 => (
            "No payments or contracts were found, so there is nothing to compare.",
            "Put each body’s published files in a folder of its own, named after the body, and run again. \
             The files that were found are listed further down with what was wrong.",
        ),
        1 => (
            "Only one body published something that could be read, and it takes two to share.",
            "Put the files of a second body in a folder of its own, named after it, and run again. \
             What this body publishes is described further down.",
        ),
        _ => (
            "Nothing to share was found in these files.",
            "The likeliest reasons: the files are of different years, the suppliers’ names are withheld, or the amounts are small. \
             The sections on files and on each body say what could be read.",
        ),
    };
    notification_banner(heading, &html! { p class="govuk-body" { (next) } })
}
