//! Heat map: bodies by bodies, each cell shaded by what the two pay to suppliers they share.
//!
//! The rule: the amount stands in every cell in words, so that shading only repeats it; a cell with
//! nothing says so. The shades keep the contrast of their text at 4.5 to 1 or more.

use definitions::Pence;
use maud::{Markup, html};

/// What is drawn: names, and for each pair of places in `names` an amount and a count.
pub(crate) struct HeatMap<'a> {
    /// What the map shows.
    pub(crate) caption: &'a str,
    /// Rows and columns alike.
    pub(crate) names: &'a [&'a str],
    /// Row, column, amount and count; each pair once, in either order.
    pub(crate) pairs: &'a [(usize, usize, Pence, u32)],
}

/// Shades above none.
const SHADES: f64 = 5.0;

/// The map, in a frame that scrolls.
pub(crate) fn heat_map(map: &HeatMap<'_>) -> Markup {
    let largest = map.pairs.iter().map(|pair| pair.2).max().unwrap_or(Pence::ZERO);
    html! {
        div class="cw-scroll" role="region" tabindex="0" aria-label=(map.caption) {
            table class="govuk-table cw-table-small cw-heat" {
                caption class="govuk-table__caption" { (map.caption) }
                thead class="govuk-table__head" {
                    tr class="govuk-table__row" {
                        td class="govuk-table__cell" {}
                        @for name in map.names { th scope="col" class="govuk-table__header govuk-table__header--numeric" { (name) } }
                    }
                }
                tbody class="govuk-table__body" {
                    @for (row, name) in map.names.iter().enumerate() {
                        tr class="govuk-table__row" {
                            th scope="row" class="govuk-table__header" { (name) }
                            @for column in 0..map.names.len() { (cell(map, row, column, largest)) }
                        }
                    }
                }
            }
        }
    }
}

fn cell(map: &HeatMap<'_>, row: usize, column: usize, largest: Pence) -> Markup {
    let pair = map.pairs.iter().find(|(a, b, ..)| (*a, *b) == (row, column) || (*b, *a) == (row, column));
    match pair {
        _ if row == column => {
            html! { td class="govuk-table__cell cw-heat__self" { span class="govuk-visually-hidden" { "the same body" } } }
        }
        Some((_, _, paid, suppliers)) => html! {
            td class={ "govuk-table__cell govuk-table__cell--numeric cw-heat__" (shade(*paid, largest)) } {
                (paid.short()) span class="cw-heat__count" { " " (suppliers) @if *suppliers == 1 { " supplier" } @else { " suppliers" } }
            }
        },
        None => html! { td class="govuk-table__cell govuk-table__cell--numeric" { "none" } },
    }
}

/// 0 for nothing, 5 for the largest; the square root keeps small pairs apart where one is very large.
fn shade(paid: Pence, largest: Pence) -> u32 {
    if paid <= Pence::ZERO || largest <= Pence::ZERO {
        return 0;
    }
    ((paid.as_pounds() / largest.as_pounds()).sqrt() * SHADES).ceil().clamp(1.0, SHADES) as u32
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pair_is_shown_in_both_of_its_cells_and_the_diagonal_is_not_a_pair() {
        let pairs = [(0, 1, Pence(100_000_000), 3)];
        let drawn = heat_map(&HeatMap { caption: "Overlap", names: &["Alder", "Birch", "Cedar"], pairs: &pairs }).0;
        assert_eq!(drawn.matches("£1.0m").count(), 2);
        assert_eq!(drawn.matches("the same body").count(), 3);
        assert_eq!(drawn.matches(">none<").count(), 4);
    }

    #[test]
    fn the_largest_pair_has_the_darkest_shade_and_a_quarter_of_it_about_half_of_that() {
        assert_eq!(shade(Pence(400), Pence(400)), 5);
        assert_eq!(shade(Pence(100), Pence(400)), 3);
        assert_eq!(shade(Pence(1), Pence(400)), 1);
        assert_eq!(shade(Pence(0), Pence(400)), 0);
    }
}
