//! Suppliers: the names published for each, why they were taken for one, and who pays what.
//!
//! The rule: a wrong join must be easy to see, so the names stand as published with their body; a bounded
//! number is shown, largest first, and all are in `suppliers.csv`.

use maud::{Markup, PreEscaped, html};

use super::Page;
use crate::SupplierView;
use crate::parts::{Column, Table, details, warning_text};
use crate::words::{count, family_name, thousands};

/// Suppliers shown, and the bytes they may take.
const MOST_SHOWN: usize = 150;
const MOST_BYTES: usize = 450_000;

/// Suppliers shown before the rest are closed.
const SEEN_AT_ONCE: usize = 15;

/// Changes since the run before that are shown; all are in the table `supplier_changes`.
const CHANGES_SHOWN: usize = 100;

/// Names shown of one supplier.
const NAMES_SHOWN: usize = 20;

/// The section.
pub(super) fn suppliers(page: &Page<'_>) -> Markup {
    let all = &page.report.suppliers;
    if all.is_empty() {
        return html! {};
    }
    let shown = within_budget(page);
    let (seen, rest) = shown.split_at(shown.len().min(SEEN_AT_ONCE));
    html! {
        section class="cw-section" aria-labelledby="suppliers" {
            h2 class="govuk-heading-l" id="suppliers" { "Suppliers and their names" }
            p class="govuk-body" {
                "Bodies write one supplier’s name in many ways. Open a supplier to see which names were taken for one, and why. "
                "Here are those that matter most to the opportunities; every supplier is in " strong { "suppliers.csv" } "."
            }
            (contradictions(page))
            (changes(page))
            @for one in seen { (PreEscaped(one)) }
            @if !rest.is_empty() {
                (details(&format!("The next {}", count(rest.len() as u64, "supplier", "suppliers")), &html! { @for one in rest { (PreEscaped(one)) } }))
            }
        }
    }
}

/// The suppliers as HTML, one by one, as many as fit.
fn within_budget(page: &Page<'_>) -> Vec<String> {
    let mut bytes = 0;
    let views = page.report.suppliers.iter().take(MOST_SHOWN).map(|view| supplier(page, view).into_string());
    views
        .take_while(|html| {
            bytes += html.len();
            bytes <= MOST_BYTES
        })
        .collect()
}

fn supplier(page: &Page<'_>, view: &SupplierView) -> Markup {
    let paid: definitions::Pence = view.paid.iter().map(|paid| paid.paid).sum();
    let summary = format!(
        "{}: {} from {}, {}",
        view.name,
        paid.short(),
        count(view.paid.len() as u64, "body", "bodies"),
        count(view.names.len() as u64, "name", "names")
    );
    details(
        &summary,
        &html! {
            p class="govuk-body" { "Mostly paid for: " (family_name(view.family)) "." }
            (paid_by(page, view))
            (names(page, view))
            @if !view.judged.is_empty() {
                p class="govuk-body" { strong { "What people decided" } }
                ul class="govuk-list govuk-list--bullet" { @for judged in &view.judged { li { (judged) } } }
            }
            @if !view.why.is_empty() {
                p class="govuk-body" { strong { "Why these are one supplier" } }
                ul class="govuk-list govuk-list--bullet" { @for why in &view.why { li { (why) } } }
            }
        },
    )
}

/// Judgements that cannot all be true are told before anything is shown that rests on them.
fn contradictions(page: &Page<'_>) -> Markup {
    let all = &page.report.supplier_notes.contradictions;
    html! {
        @if !all.is_empty() {
            (warning_text(&format!("What people decided about names contradicts itself in {}.", count(all.len() as u64, "place", "places"))))
            @for records in all {
                ul class="govuk-list govuk-list--bullet" { @for record in records { li { (record) } } }
            }
        }
    }
}

/// Suppliers of earlier runs that were joined or parted, so that a link to one that is gone can be followed.
fn changes(page: &Page<'_>) -> Markup {
    let all = &page.report.supplier_notes.changes;
    let shown = html! { ul class="govuk-list govuk-list--bullet" { @for change in all.iter().take(CHANGES_SHOWN) { li { (change) } } } };
    html! {
        @if !all.is_empty() {
            (details(&format!("{} of suppliers since the run before", count(all.len() as u64, "change", "changes")), &shown))
        }
    }
}

fn paid_by(page: &Page<'_>, view: &SupplierView) -> Markup {
    let columns = [Column::words("Paid by"), Column::numbers("Over all years read"), Column::numbers("Payments")];
    let row = |paid: &crate::BodyPaid| {
        vec![html! { (page.names.body(&paid.body)) }, html! { (paid.paid.whole_pounds()) }, html! { (thousands(paid.payments)) }]
    };
    Table::new("Who pays it", &columns, view.paid.iter().map(row).collect()).framed()
}

fn names(page: &Page<'_>, view: &SupplierView) -> Markup {
    let columns = [Column::words("Name as published"), Column::words("By"), Column::numbers("Payments")];
    let row = |name: &crate::NamePublished| {
        vec![html! { (name.text) }, html! { (page.names.body(&name.body)) }, html! { (thousands(name.payments)) }]
    };
    html! {
        (Table::new("Names as published", &columns, view.names.iter().take(NAMES_SHOWN).map(row).collect()).framed())
        @if view.names.len() > NAMES_SHOWN {
            p class="govuk-body-s cw-quiet" { (view.names.len() - NAMES_SHOWN) " more names are in suppliers.csv." }
        }
    }
}
