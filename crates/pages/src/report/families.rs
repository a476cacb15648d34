//! What the money is spent on, by family, and what sharing cannot reach.
//!
//! The rule: what is not classified is shown as such, apart from the families, and never spread over them.

use maud::{Markup, html};

use super::Page;
use crate::charts::{Bar, bars};
use crate::parts::{Column, Table};
use crate::words::{family_name, not_addressable_name, percent};

/// The section.
pub(super) fn families(page: &Page<'_>) -> Markup {
    let report = page.report;
    if report.families.is_empty() && report.not_addressable.is_empty() {
        return html! {};
    }
    let bar = |(family, yearly): &(Option<services::Family>, definitions::Pence)| Bar {
        name: family_name(*family).to_string(),
        words: yearly.short(),
        size: yearly.as_pounds(),
        is_apart: family.is_none(),
    };
    let drawn: Vec<Bar> = report.families.iter().map(bar).collect();
    html! {
        section class="cw-section" aria-labelledby="families" {
            h2 class="govuk-heading-l" id="families" { "What the money is spent on" }
            @if !drawn.is_empty() {
                p class="govuk-body" {
                    "Over all bodies, in a year. " (percent(report.headline.unclassified_share))
                    " of the value is not classified, because nothing published says what it was for."
                }
                (bars("Spend a year by family", "Family", "A year", &drawn))
            }
            @if !report.not_addressable.is_empty() { (not_addressable(page)) }
        }
    }
}

fn not_addressable(page: &Page<'_>) -> Markup {
    let columns = [Column::words("Why sharing cannot reach it"), Column::numbers("Over all years read")];
    let rows =
        page.report.not_addressable.iter().map(|(why, paid)| vec![html! { (not_addressable_name(*why)) }, html! { (paid.whole_pounds()) }]);
    Table { caption_size: Some("m"), ..Table::new("What sharing cannot reach", &columns, rows.collect()) }.framed()
}
