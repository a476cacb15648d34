//! What each body publishes: one card a body, to hand back to the officer who can fix it.
//!
//! The rule: a table compares all bodies first; each card opens by itself.

use maud::{Markup, PreEscaped, html};

use super::Page;
use super::card::card;
use crate::ReportCard;
use crate::parts::{Column, Table, details};
use crate::words::{count, months, thousands};

/// Bytes that all cards together may take.
const MOST_BYTES: usize = 900_000;

/// The section.
pub(super) fn cards(page: &Page<'_>) -> Markup {
    let cards = &page.report.cards;
    let whole = within_budget(cards);
    if cards.is_empty() {
        return html! {};
    }
    html! {
        section class="cw-section" aria-labelledby="cards" {
            h2 class="govuk-heading-l" id="cards" { "What each body publishes" }
            p class="govuk-body" { "Better files give better answers. Each card says what that body could fix first, with file and line." }
            (compared(page))
            @for one in &whole { (PreEscaped(one)) }
            @if whole.len() < cards.len() {
                p class="govuk-body-s cw-quiet" { "The cards of " (cards.len() - whole.len()) " more bodies do not fit into this report." }
            }
        }
    }
}

/// The cards as HTML, one by one, as many as fit.
fn within_budget(cards: &[ReportCard]) -> Vec<String> {
    let mut bytes = 0;
    let whole = cards.iter().map(|one| {
        let files = count(one.files.len() as u64, "file", "files");
        let summary = format!("{}: {files}, {}", one.name, count(one.rows, "payment", "payments"));
        details(&summary, &card(one, cards.len())).into_string()
    });
    whole
        .take_while(|html| {
            bytes += html.len();
            bytes <= MOST_BYTES
        })
        .collect()
}

fn compared(page: &Page<'_>) -> Markup {
    let columns = [
        Column::words("Body"),
        Column::words("Period"),
        Column::numbers("Months missing"),
        Column::numbers("Files"),
        Column::numbers("Payments"),
        Column::numbers("Value"),
    ];
    let rows = page.report.cards.iter().map(|card| {
        vec![
            html! { (card.name) },
            html! { (months(card.period)) },
            html! { (card.gaps.len()) },
            html! { (thousands(card.files.len() as u64)) },
            html! { (thousands(card.rows)) },
            html! { (card.value.short()) },
        ]
    });
    Table::new("The bodies side by side", &columns, rows.collect()).framed()
}
