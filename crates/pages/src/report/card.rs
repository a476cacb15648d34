//! One body's card: what to fix first, months, fields, files, repairs and repeats.
//!
//! The rule: what would help most stands first; every repair has an example with file and line; long lists are
//! bounded and say what they leave out.

use maud::{Markup, html};

use crate::charts::{Bar, bars, months};
use crate::parts::{Column, Table, details};
use crate::words::{basis_name, count, format_name, percent, period, table_kind_name, thousands};
use crate::{FileRead, RepairSeen, ReportCard};

/// Files listed on all cards together, on one card at most, and on one card at least.
const FILES_LISTED_IN_ALL: usize = 480;
const FILES_LISTED_AT_MOST: usize = 120;
const FILES_LISTED_AT_LEAST: usize = 6;

/// Examples of one repair.
const EXAMPLES_SHOWN: usize = 3;

/// Repeats listed.
const REPEATS_LISTED: usize = 30;

/// The card, one of `cards`.
pub(super) fn card(card: &ReportCard, cards: usize) -> Markup {
    let files_listed = (FILES_LISTED_IN_ALL / cards.max(1)).clamp(FILES_LISTED_AT_LEAST, FILES_LISTED_AT_MOST);
    html! {
        @if !card.fix_first.is_empty() {
            p class="govuk-body" { strong { "What to fix first" } }
            ol class="govuk-list govuk-list--number" { @for fix in &card.fix_first { li { (fix) } } }
        }
        p class="govuk-body" { (period(card.period)) ". " (count(card.rows, "payment", "payments")) " of " (card.value.whole_pounds()) " in all." }
        (gaps(card))
        (by_month(card))
        (fields(card))
        (details(&count(card.files.len() as u64, "file", "files"), &files(card, files_listed)))
        @if !card.repairs.is_empty() { (repairs(card)) }
        @if !card.repeats.is_empty() { (repeats(card)) }
    }
}

fn gaps(card: &ReportCard) -> Markup {
    let named = card.gaps.iter().map(|month| month.long()).collect::<Vec<_>>().join(", ");
    html! {
        @if card.gaps.is_empty() {
            p class="govuk-body" { "No month inside the period is missing." }
        } @else {
            p class="govuk-body" { strong { "Nothing was published for " (count(card.gaps.len() as u64, "month", "months")) ":" } " " (named) "." }
        }
    }
}

fn by_month(card: &ReportCard) -> Markup {
    if card.months.is_empty() {
        return html! {};
    }
    let columns = [Column::words("Month"), Column::numbers("Payments"), Column::numbers("Value")];
    let rows = card
        .months
        .iter()
        .map(|(month, rows, value)| vec![html! { (month.long()) }, html! { (thousands(*rows)) }, html! { (value.whole_pounds()) }]);
    html! {
        figure class="cw-figure-frame" {
            figcaption class="govuk-body-s" { "Payments by month. A tall pale bar is a month with nothing published." }
            (months(&card.months))
        }
        (details("Payments by month as a table", &Table::new("Payments by month", &columns, rows.collect()).framed()))
    }
}

fn fields(card: &ReportCard) -> Markup {
    if card.fields.is_empty() {
        return html! {};
    }
    let bar = |field: &crate::FieldFill| Bar {
        name: if field.is_mandatory { format!("{} (must)", field.field) } else { field.field.clone() },
        words: percent(field.fill),
        size: field.fill,
        is_apart: !field.is_mandatory,
    };
    bars("Fields the Local Government Transparency Code asks for", "Field", "Filled", &card.fields.iter().map(bar).collect::<Vec<_>>())
}

fn files(card: &ReportCard, listed: usize) -> Markup {
    let columns = [
        Column::words("File"),
        Column::words("Read as"),
        Column::words("Period"),
        Column::numbers("Rows kept"),
        Column::numbers("Set aside"),
        Column::numbers("Value"),
        Column::words("VAT"),
        Column::words("Note"),
    ];
    html! {
        (Table::new("Files", &columns, card.files.iter().take(listed).map(file_cells).collect()).framed())
        @if card.files.len() > listed {
            p class="govuk-body-s cw-quiet" { (card.files.len() - listed) " more files are not listed." }
        }
    }
}

fn file_cells(file: &FileRead) -> Vec<Markup> {
    let mut kinds: Vec<&str> = file.kinds.iter().map(|kind| table_kind_name(*kind)).collect();
    kinds.dedup();
    vec![
        html! { span class="cw-source" { (file.name) } },
        html! { (format_name(file.format)) @if !kinds.is_empty() { ": " (kinds.join(", ")) } },
        html! { (period(file.period)) },
        html! { (thousands(file.rows)) },
        html! { (thousands(file.set_aside)) },
        html! { (file.value.whole_pounds()) },
        html! { (basis_name(file.basis)) },
        html! { (file.note) },
    ]
}

fn repairs(card: &ReportCard) -> Markup {
    let columns = [Column::words("Repaired or set aside"), Column::numbers("Times"), Column::words("For example")];
    let rows = card.repairs.iter().map(|repair| {
        let effect = if repair.kind.sets_aside() { "Set aside." } else { "Kept." };
        vec![html! { (repair.kind.sentence()) " " (effect) }, html! { (thousands(repair.count)) }, examples(repair)]
    });
    Table::new("Repairs and rows set aside", &columns, rows.collect()).framed()
}

fn examples(repair: &RepairSeen) -> Markup {
    html! {
        @for (file, remark) in repair.examples.iter().take(EXAMPLES_SHOWN) {
            p class="cw-example" {
                span class="cw-source" {
                    (file) @if let Some(sheet) = &remark.sheet { ", sheet " (sheet) } @if remark.line > 0 { ", line " (remark.line) }
                }
                ": " @if !remark.seen.is_empty() { "“" (remark.seen) "”. " } (remark.done)
            }
        }
    }
}

fn repeats(card: &ReportCard) -> Markup {
    let columns = [
        Column::words("Published again in"),
        Column::words("Counted in"),
        Column::numbers("Rows"),
        Column::numbers("Value"),
        Column::words("Why it is taken for the same"),
    ];
    let rows = card.repeats.iter().take(REPEATS_LISTED).map(|repeat| {
        vec![
            html! { span class="cw-source" { (repeat.file) } @if repeat.is_whole_file { " (the whole file)" } },
            html! { span class="cw-source" { (repeat.counted_in) } },
            html! { (thousands(repeat.rows)) },
            html! { (repeat.value.whole_pounds()) },
            html! { (repeat.why) },
        ]
    });
    html! {
        (Table::new("Repeats, counted once", &columns, rows.collect()).framed())
        @if card.repeats.len() > REPEATS_LISTED {
            p class="govuk-body-s cw-quiet" { (card.repeats.len() - REPEATS_LISTED) " more repeats are not listed." }
        }
    }
}
