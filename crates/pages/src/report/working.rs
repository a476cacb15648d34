//! The working of one opportunity: each body's part, what was left out, contracts, score and published lines.
//!
//! The rule: amounts are exact here; each published line says its file and line; what is not shown is counted.

use std::collections::HashMap;

use definitions::BodyId;
use maud::{Markup, html};
use opportunities::Opportunity;

use super::Page;
use crate::EvidenceLine;
use crate::charts::Windows;
use crate::parts::{Column, Table, details};
use crate::words::{count, percent, thousands};

/// Bodies in the table that is always open.
const BODIES_SHOWN: usize = 12;

/// Published lines shown of one opportunity.
const LINES_SHOWN: usize = 12;

/// With fewer months than these published, a year is shown as paid and not scaled up.
const SCALED_FROM_MONTHS: u32 = 6;

/// Suppliers named.
const SUPPLIERS_NAMED: usize = 20;

/// The tables, the longer ones closed.
pub(super) fn working(page: &Page<'_>, found: &Opportunity) -> Markup {
    html! {
        (parts(page, found))
        (details("What was left out, the suppliers and the score", &html! {
            (left_out(found))
            (suppliers(page, found))
            (score(found))
        }))
        @if !found.contracts.is_empty() {
            (details(&format!("The {} and when each can end", count(found.contracts.len() as u64, "contract", "contracts")), &contracts(page, found)))
        }
        (lines(page, found))
    }
}

fn parts(page: &Page<'_>, found: &Opportunity) -> Markup {
    let columns =
        [Column::words("Body"), Column::numbers("A year"), Column::words("From"), Column::numbers("Lines"), Column::numbers("Suppliers")];
    let row = |share: &opportunities::BodyShare| {
        vec![
            html! { (page.names.body(&share.body)) },
            html! { (share.yearly.whole_pounds()) },
            html! { (from(share)) },
            html! { (thousands(share.lines)) },
            html! { (share.suppliers) },
        ]
    };
    let mut rows: Vec<_> = found.bodies.iter().take(BODIES_SHOWN).map(row).collect();
    if let Some(more) = found.bodies.len().checked_sub(BODIES_SHOWN).filter(|more| *more > 0) {
        let rest = found.bodies[BODIES_SHOWN..].iter().map(|share| share.yearly).sum::<definitions::Pence>();
        rows.push(vec![html! { (more) " more" }, html! { (rest.whole_pounds()) }, html! { "in opportunities.xlsx" }, html! {}, html! {}]);
    }
    Table::new("Each body’s part", &columns, rows).framed()
}

fn from(share: &opportunities::BodyShare) -> String {
    match share.year {
        Some(year) if share.months < SCALED_FROM_MONTHS => format!("{year}, {} as paid", count(share.months.into(), "month", "months")),
        Some(year) if share.months < 12 => format!("{year}, scaled up from {} months", share.months),
        Some(year) => format!("{year}, whole year"),
        None => "contracts".to_string(),
    }
}

fn left_out(found: &Opportunity) -> Markup {
    if found.left_out.is_empty() {
        return html! { p class="govuk-body" { "Nothing that was looked at was left out." } };
    }
    let columns = [Column::words("Left out because"), Column::numbers("A year")];
    let rows = found.left_out.iter().map(|left| vec![html! { (left.why) }, html! { (left.yearly.whole_pounds()) }]).collect();
    Table { has_row_headings: false, ..Table::new("Left out", &columns, rows) }.framed()
}

fn suppliers(page: &Page<'_>, found: &Opportunity) -> Markup {
    let named = &found.suppliers[..found.suppliers.len().min(SUPPLIERS_NAMED)];
    let more = (found.suppliers_in_all as usize).saturating_sub(named.len());
    html! {
        @if !named.is_empty() {
            p class="govuk-body" {
                strong { (count(found.suppliers_in_all.into(), "supplier", "suppliers")) ": " } (page.names.suppliers(named, ", "))
                @if more > 0 { " and " (thousands(more as u64)) " more" } "."
            }
        }
    }
}

fn score(found: &Opportunity) -> Markup {
    let columns = [Column::words("Part of the score"), Column::numbers("Value"), Column::numbers("Weight"), Column::words("Why")];
    let rows = found.score.parts.iter().map(|part| {
        vec![
            html! { (with_capital(&part.name)) },
            html! { (format!("{:.2}", part.value)) },
            html! { (percent(part.weight)) },
            html! { (part.why) },
        ]
    });
    Table::new(&format!("Score: {:.1} of 100", found.score.total), &columns, rows.collect()).framed()
}

/// `money` as the first word of its row: `Money`.
fn with_capital(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

fn contracts(page: &Page<'_>, found: &Opportunity) -> Markup {
    let columns = [
        Column::words("Body"),
        Column::words("Contract"),
        Column::words("Suppliers"),
        Column::words("Can end"),
        Column::words("Drawn"),
        Column::numbers("A year"),
        Column::words("Published in"),
    ];
    let windows: Vec<_> = found.contracts.iter().map(|part| (part.from, part.to)).collect();
    let windows = Windows::new(&windows, found.first_date.as_ref().map(|first| first.day));
    let rows = found.contracts.iter().filter_map(|part| page.report.place.contracts.get(part.contract).map(|contract| (part, contract)));
    let rows = rows.map(|(part, contract)| {
        vec![
            html! { (page.names.body(&contract.body)) },
            html! { (contract.title) @if let Some(reference) = &contract.reference { " (" (reference) ")" } },
            html! { (page.names.suppliers(&contract.suppliers, ", ")) },
            html! { (part.from.long()) @if part.to != part.from { " to " (part.to.long()) } },
            windows.drawn(part.from, part.to),
            html! { (part.annual_value.whole_pounds()) },
            html! { span class="cw-source" { (contract.source) } },
        ]
    });
    let caption = match &found.first_date {
        Some(first) => format!("When each contract can end; the line marks {}", first.day.long()),
        None => "When each contract can end".to_string(),
    };
    Table::new(&caption, &columns, rows.collect()).framed()
}

fn lines(page: &Page<'_>, found: &Opportunity) -> Markup {
    let Some(lines) = page.report.lines.get(&found.id).filter(|lines| !lines.is_empty()) else {
        return html! { p class="govuk-body-s cw-quiet" { "No published lines were kept for this opportunity." } };
    };
    let shown = some_of_each_body(lines, LINES_SHOWN.max(found.bodies.len()));
    let summary = match lines.len() - shown.len() {
        0 => format!("{} behind this", count(shown.len() as u64, "published line", "published lines")),
        more => format!("{} of the published lines behind this ({} more in opportunities.xlsx)", shown.len(), thousands(more as u64)),
    };
    let columns = [
        Column::words("Body"),
        Column::words("Supplier as published"),
        Column::words("Day"),
        Column::numbers("Amount"),
        Column::words("What for, as published"),
        Column::words("File and line"),
    ];
    let rows = shown.iter().map(|line| line_cells(page, line)).collect();
    details(&summary, &Table::new("Published lines", &columns, rows).framed())
}

/// At most so many lines, in their order, taken in turn from every body: each body's first, then each body's second.
fn some_of_each_body(lines: &[EvidenceLine], most: usize) -> Vec<&EvidenceLine> {
    let mut taken_of: HashMap<&BodyId, usize> = HashMap::new();
    let mut in_turn: Vec<(usize, usize)> = Vec::with_capacity(lines.len());
    for (place, line) in lines.iter().enumerate() {
        let turn = taken_of.entry(&line.body).or_default();
        in_turn.push((*turn, place));
        *turn += 1;
    }
    in_turn.sort_unstable();
    let mut places: Vec<usize> = in_turn.into_iter().take(most).map(|(_, place)| place).collect();
    places.sort_unstable();
    places.into_iter().map(|place| &lines[place]).collect()
}

fn line_cells(page: &Page<'_>, line: &EvidenceLine) -> Vec<Markup> {
    vec![
        html! { (page.names.body(&line.body)) },
        html! { (line.supplier) },
        html! { @if let Some(day) = line.day { @if line.is_contract { "ends " } (day.long()) } @else { "no date" } },
        html! { (line.amount) @if line.is_contract { " a year" } },
        html! { (line.what) },
        html! { span class="cw-source" { (line.source) } },
    ]
}

#[cfg(test)]
mod tests {
    use super::*;
    use definitions::{Pence, Source};

    fn line(body: &str, pence: i64) -> EvidenceLine {
        EvidenceLine {
            body: BodyId::new(body),
            supplier: "Marram".into(),
            day: None,
            amount: Pence(pence),
            what: String::new(),
            source: Source { file: "spend.csv".into(), sheet: None, line: 2 },
            is_contract: false,
        }
    }

    #[test]
    fn no_body_is_pushed_out_of_the_lines_by_another_that_pays_more() {
        let lines = [line("alder", 900), line("alder", 800), line("alder", 700), line("birch", 5)];
        let shown: Vec<i64> = some_of_each_body(&lines, 3).iter().map(|line| line.amount.0).collect();
        assert_eq!(shown, [900, 800, 5]);
    }
}
