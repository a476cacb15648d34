//! The page of totals: what was told then beside what is known now, the rule, and the lines.
//!
//! The rule: the first lines of each figure stand on the page, and all of them one click further.

use std::sync::Arc;

use definitions::Day;
use maud::{Markup, html};
use pages::count;
use pages::parts::{Button, Column, DateInput, Field, Table};
use register::{Register, Totals};

use super::Wanted;
use super::differ::differences;
use super::lines::table;
use super::of::Of;
use super::rule;
use crate::asked_day::in_boxes;
use crate::layout::Page;
use crate::links::link;
use crate::overview::Overview;
use crate::{Asking, Reply, Site};

/// How many lines of a figure stand on the page itself.
const LINES_SHOWN: usize = 10;

/// One state of the register, on the day.
pub(super) struct Side<'a> {
    /// The register.
    pub(super) register: &'a Register,
    overview: Arc<Overview>,
}

impl<'a> Side<'a> {
    pub(super) fn new(site: &Site, register: &'a Register, on: Day) -> Side<'a> {
        Side { register, overview: site.shelf.overview(register, on) }
    }

    pub(super) fn totals(&self) -> &Totals {
        self.overview.totals(self.register)
    }
}

pub(super) fn page(site: &Site, asking: &Asking, wanted: &Wanted, now: &Side<'_>, then: Option<&Side<'_>>) -> Reply {
    let today = asking.now.day();
    let content = html! {
        h1 class="govuk-heading-xl" { "Totals on " (wanted.on.long()) }
        @if let (Some(then), Some(day)) = (then, wanted.told_until(today)) {
            (beside(wanted, now, then, day))
            (differences(now, then, day))
        } @else {
            (alone(wanted, now))
        }
        p class="govuk-body" { "Planned, realised and certified savings are never added together, nor amounts a year and amounts in all." }
        (other_day(wanted))
        h2 class="govuk-heading-l" id="rule" { "The rule" }
        p class="govuk-body" { "Anybody who applies these sentences to the entries gets the same figures, today and in ten years." }
        (rule())
        h2 class="govuk-heading-l" id="lines" { "What makes each figure" }
        p class="govuk-body" { "As known now. Every line of every figure is in the " (link(&format!("/totals.csv?on={}", wanted.on), "CSV")) "." }
        @for of in Of::all(now.totals()) { (behind(wanted, now, of)) }
    };
    Page::new(format!("Totals on {}", wanted.on.long())).show(site, asking, &content)
}

fn alone(wanted: &Wanted, now: &Side<'_>) -> Markup {
    let columns = [Column::words("Figure"), Column::numbers("As known now")];
    let totals = now.totals();
    let rows = headline(totals).into_iter().map(|of| vec![html! { (of.words(totals)) }, figure_link(wanted, totals, of)]).collect();
    Table::new("Figures", &columns, rows).framed()
}

fn beside(wanted: &Wanted, now: &Side<'_>, then: &Side<'_>, day: Day) -> Markup {
    let told = if day == wanted.on { "As told on that day".to_string() } else { format!("As known on {}", day.long()) };
    let columns = [Column::words("Figure"), Column::numbers(&told), Column::numbers("With what is known now")];
    let (old, new) = (then.totals(), now.totals());
    let mut codes: Vec<(String, String)> = Vec::new();
    for totals in [new, old] {
        for of in headline(totals) {
            let code = of.code(totals);
            if codes.iter().all(|(known, _)| *known != code) {
                codes.push((code, of.words(totals)));
            }
        }
    }
    let earlier = Wanted { on: wanted.on, known: Some(day) };
    let cell = |wanted: &Wanted, totals: &Totals, code: &str| match Of::from_code(code, totals) {
        Some(of) => figure_link(wanted, totals, of),
        None => html! { "none" },
    };
    let latest = Wanted { on: wanted.on, known: None };
    let row = |(code, words): &(String, String)| vec![html! { (words) }, cell(&earlier, old, code), cell(&latest, new, code)];
    Table::new("Figures", &columns, codes.iter().map(row).collect()).framed()
}

/// The figures that are told first.
fn headline(totals: &Totals) -> Vec<Of> {
    Of::all(totals).into_iter().filter(|of| matches!(of, Of::Live | Of::Sharing | Of::Sum(_))).collect()
}

fn figure_link(wanted: &Wanted, totals: &Totals, of: Of) -> Markup {
    link(&wanted.address(Some(&of.code(totals))), &of.figure(totals))
}

fn other_day(wanted: &Wanted) -> Markup {
    let [day, month, year] = in_boxes(wanted.on);
    html! {
        form action="/totals" method="get" class="cw-ask" {
            (DateInput::new(Field::new("on", "Totals of another day").sized("m").hint("For example, 31 3 2025"), [&day, &month, &year]))
            (Button::new("Show the totals of this day").asking())
        }
    }
}

fn behind(wanted: &Wanted, now: &Side<'_>, of: Of) -> Markup {
    let totals = now.totals();
    let (lines, in_all) = (of.lines(totals, now.register, 0, LINES_SHOWN), of.count(totals));
    if in_all == 0 && !matches!(of, Of::Live | Of::Sharing) {
        return html! {};
    }
    let code = of.code(totals);
    html! {
        section aria-labelledby=(code) {
            h3 class="govuk-heading-m" id=(code) { (of.words(totals)) ": " (of.figure(totals)) }
            (parts(totals, of))
            (table(&lines))
            @if in_all > lines.len() {
                p class="govuk-body" { (link(&Wanted { on: wanted.on, known: None }.address(Some(&code)), &format!("All {}", count(in_all as u64, "line", "lines")))) }
            }
        }
    }
}

/// A sum parted into what is cashable, what is not, and what is not said.
fn parts(totals: &Totals, of: Of) -> Markup {
    let Of::Sum(place) = of else { return html! {} };
    let words: Vec<String> =
        totals.sums[place].parts.iter().map(|(cashable, amount)| format!("{} {}", register::pounds(*amount), cashable.words())).collect();
    html! { p class="govuk-body" { "Of it: " (words.join("; ")) "." } }
}
