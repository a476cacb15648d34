//! The lines behind one figure, or behind all: in pages, and as a sheet.
//!
//! The rule: each line says what it is of, how much it is and why it counts; none is left out.

use maud::{Markup, html};
use pages::parts::{Column, Table, pagination};

use super::Wanted;
use super::of::{Line, Of};
use super::page::Side;
use crate::layout::Page;
use crate::links::{link, whole};
use crate::told::{Sheet, csv};
use crate::{Asking, Reply, Site};

/// How many stand on a page.
const ON_A_PAGE: usize = 100;

/// The page of all lines behind one figure.
pub(super) fn page(site: &Site, asking: &Asking, wanted: &Wanted, side: &Side<'_>, of: Of) -> Reply {
    let totals = side.totals();
    let (count, words) = (of.count(totals), of.words(totals));
    let pages = count.div_ceil(ON_A_PAGE).max(1);
    let number = asking.query.value("page").parse::<usize>().unwrap_or(1).clamp(1, pages);
    let lines = of.lines(totals, side.register, (number - 1) * ON_A_PAGE, ON_A_PAGE);
    let address = |number: usize| asking.query.with("page", &number.to_string()).address("/totals");
    let csv = asking.query.without("page", asking.query.value("page")).address("/totals.csv");
    let content = html! {
        span class="govuk-caption-xl" { "On " (wanted.on.long()) }
        h1 class="govuk-heading-xl" { (words) ": " (of.figure(totals)) }
        @if let Some(known) = wanted.known { p class="govuk-body" { "With what had been entered by the end of " (known.long()) "." } }
        (table(&lines))
        (pagination(number, pages, &address))
        p class="govuk-body" { "Take these lines with you as " (link(&csv, "CSV")) ". " (link(&wanted.address(None), "All totals of this day")) "." }
    };
    Page::new(words).under(wanted.address(None), "Totals").show(site, asking, &content)
}

/// Lines as a table.
pub(super) fn table(lines: &[Line]) -> Markup {
    let has_amounts = lines.iter().any(|line| line.amount.is_some());
    let mut columns = vec![Column::words("Where it comes from")];
    if has_amounts {
        columns.push(Column::numbers("Amount"));
    }
    columns.push(Column::words("Why"));
    let row = |line: &Line| {
        let name = if line.line.is_empty() { line.title.clone() } else { format!("{}, line {}", line.title, line.line) };
        let mut cells = vec![link(&line.address, &name)];
        if has_amounts {
            let amount =
                line.amount.map(|amount| format!("{}{}", if line.is_at_least { "more than " } else { "" }, register::pounds(amount)));
            cells.push(html! { (amount.unwrap_or_default()) });
        }
        cells.push(html! { (line.why) });
        cells
    };
    let rows: Vec<Vec<Markup>> = lines.iter().map(row).collect();
    if rows.is_empty() {
        return html! { p class="govuk-body" { "There are none." } };
    }
    html! { div class="cw-lines" { (Table::new("Lines", &columns, rows).framed()) } }
}

/// The lines of one figure, or of all, as a sheet.
pub(super) fn sheet(site: &Site, side: &Side<'_>, of: Option<Of>) -> Reply {
    let totals = side.totals();
    let headings = ["On", "Figure", "Reference", "Title", "Line", "Amount in pence", "At least", "Why", "Address"];
    let mut rows = Vec::new();
    for of in of.map_or_else(|| Of::all(totals), |of| vec![of]) {
        let words = of.words(totals);
        for line in of.lines(totals, side.register, 0, usize::MAX) {
            rows.push(vec![
                totals.true_on.to_string(),
                words.clone(),
                line.id,
                line.title,
                line.line,
                line.amount.map(|amount| amount.0.to_string()).unwrap_or_default(),
                if line.is_at_least { "yes" } else { "no" }.to_string(),
                line.why,
                whole(site, &line.address),
            ]);
        }
    }
    csv(&Sheet { name: format!("totals-{}", totals.true_on), headings: headings.map(str::to_string).to_vec(), rows })
}
