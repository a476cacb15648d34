//! Who shares suppliers with whom: a heat map of bodies by bodies, and the pairs as a table.
//!
//! The rule: the map holds a bounded number of bodies, those with most in common; the table says which pairs.

use std::collections::HashMap;

use definitions::{BodyId, Pence};
use maud::{Markup, html};

use super::Page;
use crate::charts::{HeatMap, heat_map};
use crate::parts::{Column, Table, details};
use crate::words::thousands;

/// Bodies in the map.
const MOST_BODIES: usize = 24;

/// Pairs in the table.
const MOST_PAIRS: usize = 100;

/// The section.
pub(super) fn overlap(page: &Page<'_>) -> Markup {
    if page.report.overlap.is_empty() {
        return html! {};
    }
    let bodies = most_in_common(page);
    let names: Vec<&str> = bodies.iter().map(|body| page.names.body(body)).collect();
    let place_of: HashMap<&BodyId, usize> = bodies.iter().enumerate().map(|(place, body)| (*body, place)).collect();
    let in_map = |(a, b, paid, suppliers): &(BodyId, BodyId, Pence, u32)| Some((*place_of.get(a)?, *place_of.get(b)?, *paid, *suppliers));
    let pairs: Vec<_> = page.report.overlap.iter().filter_map(in_map).collect();
    let caption = "What two bodies pay, in a year, to suppliers they share";
    html! {
        section class="cw-section" aria-labelledby="overlap" {
            h2 class="govuk-heading-l" id="overlap" { "Who shares suppliers with whom" }
            p class="govuk-body" { "A dark cell is a pair that already buys from the same firms, and could talk to them together." }
            (heat_map(&HeatMap { caption, names: &names, pairs: &pairs }))
            (details("The same as a table of pairs, largest first", &table(page)))
        }
    }
}

/// The bodies with most in common with all others, largest first.
fn most_in_common<'a>(page: &Page<'a>) -> Vec<&'a BodyId> {
    let mut by_body: HashMap<&BodyId, Pence> = HashMap::new();
    for (a, b, paid, _) in &page.report.overlap {
        *by_body.entry(a).or_default() += *paid;
        *by_body.entry(b).or_default() += *paid;
    }
    let mut bodies: Vec<(&BodyId, Pence)> = by_body.into_iter().collect();
    bodies.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(b.0)));
    bodies.into_iter().take(MOST_BODIES).map(|(body, _)| body).collect()
}

fn table(page: &Page<'_>) -> Markup {
    let mut pairs: Vec<_> = page.report.overlap.iter().collect();
    pairs.sort_by(|a, b| b.2.cmp(&a.2).then_with(|| (&a.0, &a.1).cmp(&(&b.0, &b.1))));
    let columns = [Column::words("Pair"), Column::numbers("A year"), Column::numbers("Suppliers shared")];
    let rows = pairs.iter().take(MOST_PAIRS).map(|(a, b, paid, suppliers)| {
        vec![
            html! { (page.names.body(a)) " and " (page.names.body(b)) },
            html! { (paid.whole_pounds()) },
            html! { (thousands((*suppliers).into())) },
        ]
    });
    html! {
        (Table::new("Pairs of bodies", &columns, rows.collect()).framed())
        @if pairs.len() > MOST_PAIRS { p class="govuk-body-s cw-quiet" { (pairs.len() - MOST_PAIRS) " smaller pairs are not listed." } }
    }
}
