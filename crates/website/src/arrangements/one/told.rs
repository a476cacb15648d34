//! The page of one arrangement.
//!
//! The rule: what is most asked stands first: what it is, who is in it, how far it has come, what it saves. What is not known is
//! said to be so.

use maud::{Markup, html};
use pages::count;
use pages::parts::{Colour, inset_text, notification_banner, tag};
use register::{Stage, When};

use super::facts::{leaving, sources, what_it_is, who};
use super::history::in_brief;
use super::may::{actions, readable_draft};
use super::savings::savings;
use super::years::timeline_of;
use super::{Shown, State};
use crate::Reply;
use crate::arrangements::list::stage_tag;
use crate::layout::Page;
use crate::links::{arrangement_address, link};

/// The page.
pub(super) fn page(shown: &Shown<'_>) -> Reply {
    let said = shown.said;
    let stage = said.stage_on(shown.day);
    let content = html! {
        (banner(shown))
        h1 class="govuk-heading-xl" { (said.title) }
        p class="cw-results__tags" {
            (stage_tag(stage))
            @if shown.state == State::Draft { " " (tag("Draft", Colour::Yellow)) }
            @if is_unconfirmed(shown) { " " (tag("Unconfirmed", Colour::Yellow)) }
            " " (stage_words(shown, stage))
        }
        @for paragraph in said.summary.lines().filter(|line| !line.trim().is_empty()) { p class="govuk-body-l" { (paragraph) } }
        (actions(shown))
        (draft_there(shown))
        (what_it_is(shown))
        (who(shown))
        (savings(said))
        (timeline_of(shown))
        (leaving(said))
        (sources(said))
        (still_true(shown))
        (checks(shown))
        (in_brief(shown))
    };
    let done = done(shown.asking.query.value("done"));
    Page::new(said.title.clone()).under("/arrangements", "Arrangements").done(done).show(shown.site, shown.asking, &content)
}

/// What was just done to it, by the word in the address.
fn done(word: &str) -> Option<&'static str> {
    match word {
        "published" => Some("It is published."),
        "corrected" => Some("The correction is published. The version before it reads on in the history."),
        "confirmed" => Some("You have confirmed that it is still true."),
        _ => None,
    }
}

/// Says that this is not the version that stands.
fn banner(shown: &Shown<'_>) -> Markup {
    let address = arrangement_address(&shown.said.id);
    match (shown.state, shown.record) {
        (State::Earlier(number), Some(record)) => {
            let entry = record.versions().find(|version| version.number == number).map(|version| version.entry);
            let stands = html! {
                p class="govuk-body" {
                    @if let Some(entry) = entry { "It was published on " (entry.entered.day().long()) " by " (entry.by.name) ". " }
                    @if record.withdrawn().is_none() { (link(&address, "Read what stands now")) } @else { (link(&address, "It was withdrawn")) }
                    " or " (link(&format!("{address}/history"), "its history")) "."
                }
            };
            notification_banner(&format!("This is version {number}, which no longer stands"), &stands)
        }
        (State::Draft, _) => {
            let there = shown.record.filter(|record| record.withdrawn().is_none());
            let stands = html! {
                @if there.is_some() { p class="govuk-body" { (link(&address, "Read what is published")) "." } }
            };
            notification_banner("This is a draft, which only those who may read drafts can see", &stands)
        }
        _ => html! {},
    }
}

fn stage_words(shown: &Shown<'_>, stage: Stage) -> String {
    let said = shown.said;
    let since = match stage {
        Stage::Live => said.started().map(|when| format!("Since {}", when.long())),
        Stage::Ended => said.ended().map(|when| match when {
            When::Day(day) => format!("Ended on {}", day.long()),
            When::Month(_) | When::Year(_) => format!("Ended in {}", when.long()),
        }),
        _ => None,
    };
    let today = shown.asking.now.day();
    let day = if shown.day == today { String::new() } else { format!(" (as on {})", shown.day.long()) };
    format!("{}{day}", since.unwrap_or_default())
}

fn is_unconfirmed(shown: &Shown<'_>) -> bool {
    shown.state == State::Latest && shown.record.is_some_and(|record| record.is_unconfirmed_for_over_a_year(shown.day))
}

fn draft_there(shown: &Shown<'_>) -> Markup {
    let draft = readable_draft(shown.asking, shown.register, &shown.said.id).filter(|_| shown.state == State::Latest);
    html! {
        @if let Some(draft) = draft {
            (inset_text(&html! {
                p class="govuk-body" {
                    "There is a draft of this entry, saved on " (draft.entry().entered.day().long()) " by " (draft.entry().by.name) ". "
                    (link(&format!("{}?draft=yes", arrangement_address(&shown.said.id)), "Read the draft")) "."
                }
            }))
        }
    }
}

fn still_true(shown: &Shown<'_>) -> Markup {
    let Some(record) = shown.record.filter(|_| shown.state == State::Latest) else { return html! {} };
    let due = record.to_be_confirmed_on().long();
    html! {
        h2 class="govuk-heading-l" id="still-true" { "Still true?" }
        @match record.last_confirmed() {
            Some(entry) => p class="govuk-body" {
                (entry.by.name) " said on " (entry.entered.day().long()) " that it is still true."
            },
            None => p class="govuk-body" { "Its owner last answered for it on " (record.vouched_on().long()) ", by publishing or correcting it." },
        }
        @if is_unconfirmed(shown) {
            (inset_text(&html! { p class="govuk-body" { "Nobody has confirmed this entry for over a year. Treat what it says with care." } }))
        } @else if shown.said.stage_on(shown.day) == Stage::Ended {
            p class="govuk-body" { "It has ended, so nobody is asked about it any more." }
        } @else {
            p class="govuk-body" { "Its owner will be asked again on " (due) "." }
        }
    }
}

fn checks(shown: &Shown<'_>) -> Markup {
    if shown.state != State::Latest {
        return html! {};
    }
    let overview = shown.site.shelf.overview(shown.register, shown.day);
    let found: Vec<_> = overview.findings(shown.register).iter().filter(|finding| finding.arrangements.contains(&shown.said.id)).collect();
    html! {
        @if !found.is_empty() {
            h2 class="govuk-heading-l" id="checks" { "What the checks say" }
            p class="govuk-body" { (count(found.len() as u64, "check names", "checks name")) " this entry. " (link("/checks", "All checks")) "." }
            ul class="govuk-list govuk-list--bullet" {
                @for finding in found {
                    li { (finding.sentence) " " span class="cw-quiet" { (finding.check.to_do()) } }
                }
            }
        }
    }
}
