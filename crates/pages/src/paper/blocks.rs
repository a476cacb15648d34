//! Each kind of block of a paper, as markup.
//!
//! The rule: a block is a part of the Design System or a chart that is its own table; every text is escaped where it is written.

use maud::{Markup, html};

use super::{Bars, Block, Grid, GridColumn, Shaded, facts};
use crate::parts::{Column, Table, details, inset_text, warning_text};

/// One block.
pub(super) fn block(block: &Block) -> Markup {
    match block {
        Block::Heading(words) => html! { h3 class="govuk-heading-m" { (words) } },
        Block::Text(words) => html! { p class="govuk-body" { (words) } },
        Block::Points(points) => html! { ul class="govuk-list govuk-list--bullet" { @for point in points { li { (point) } } } },
        Block::Steps(steps) => html! { ol class="govuk-list govuk-list--number" { @for step in steps { li { (step) } } } },
        Block::Inset(words) => inset_text(&html! { (words) }),
        Block::Warning(words) => warning_text(words),
        Block::Facts(rows) => facts(rows),
        Block::Table(grid) => table(grid),
        Block::Bars(drawn) => bars(drawn),
        Block::Spans(drawn) => drawn.draw(),
        Block::Lines(drawn) => drawn.draw(),
        Block::Shaded(shaded) => shade(shaded),
        Block::Details(summary, blocks) => details(summary, &html! { @for inner in blocks { (self::block(inner)) } }),
    }
}

/// Words and numbers in a frame that scrolls where the screen is narrow.
pub(super) fn table(grid: &Grid) -> Markup {
    let columns: Vec<Column<'_>> = grid.columns.iter().map(column).collect();
    let cells = |row: &Vec<String>| row.iter().map(|cell| html! { (cell) }).collect();
    Table::new(&grid.caption, &columns, grid.rows.iter().map(cells).collect()).framed()
}

fn column(column: &GridColumn) -> Column<'_> {
    match column {
        GridColumn::Words(heading) => Column::words(heading),
        GridColumn::Numbers(heading) => Column::numbers(heading),
    }
}

/// Nought stands where the largest loss leaves room for the largest gain.
fn bars(bars: &Bars) -> Markup {
    let lowest = bars.rows.iter().map(|row| row.2).fold(0.0, f64::min);
    let span = bars.rows.iter().map(|row| row.2).fold(0.0, f64::max) - lowest;
    let columns = [Column::words(&bars.name_heading), Column::numbers(&bars.amount_heading), Column::words("Drawn")];
    let row = |(name, words, size): &(String, String, f64)| vec![html! { (name) }, html! { (words) }, signed_bar(*size, lowest, span)];
    html! { div class="cw-bars" { (Table::new(&bars.caption, &columns, bars.rows.iter().map(row).collect()).framed()) } }
}

fn signed_bar(size: f64, lowest: f64, span: f64) -> Markup {
    let place = |amount: f64| if span > 0.0 { (amount - lowest) / span * 100.0 } else { 0.0 };
    let (from, to) = (place(size.min(0.0)), place(size.max(0.0)));
    let class = if size < 0.0 { "cw-range__loss" } else { "cw-range__bar" };
    html! {
        svg class="cw-bar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true" focusable="false" {
            rect class=(class) x=(format!("{from:.1}")) width=(format!("{:.1}", to - from)) height="10" {}
            rect class="cw-range__none" x=(format!("{:.1}", place(0.0).min(99.7))) width="0.3" height="10" {}
        }
    }
}

/// Five shades of gain, five of loss; nothing is left white.
fn shade(shaded: &Shaded) -> Markup {
    let largest = shaded.rows.iter().flat_map(|row| &row.1).map(|cell| cell.1.abs()).fold(0.0, f64::max);
    html! {
        div class="cw-scroll" role="region" tabindex="0" aria-label=(shaded.caption) {
            table class="govuk-table cw-table-small cw-heat" {
                caption class="govuk-table__caption" { (shaded.caption) }
                thead class="govuk-table__head" {
                    tr class="govuk-table__row" {
                        @for (place, heading) in shaded.headings.iter().enumerate() {
                            th scope="col" class=(if place == 0 { "govuk-table__header" } else { "govuk-table__header govuk-table__header--numeric" }) { (heading) }
                        }
                    }
                }
                tbody class="govuk-table__body" {
                    @for (name, cells) in &shaded.rows {
                        tr class="govuk-table__row" {
                            th scope="row" class="govuk-table__header" { (name) }
                            @for (words, amount) in cells {
                                td class={ "govuk-table__cell govuk-table__cell--numeric" (shade_of(*amount, largest)) } { (words) }
                            }
                        }
                    }
                }
            }
        }
    }
}

fn shade_of(amount: f64, largest: f64) -> String {
    if amount == 0.0 || largest <= 0.0 {
        return String::new();
    }
    let step = ((amount.abs() / largest * 5.0).ceil() as u8).clamp(1, 5);
    if amount < 0.0 { format!(" cw-heat__loss-{step}") } else { format!(" cw-heat__{step}") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_loss_is_drawn_to_the_left_of_nought_and_a_gain_to_its_right() {
        // From -£100 to £300: nought stands a quarter along.
        let rows = vec![("Aldford".into(), "-£100".into(), -100.0), ("Beck".into(), "£300".into(), 300.0)];
        let drawn = bars(&Bars { caption: "Gains".into(), name_heading: "Body".into(), amount_heading: "Gain".into(), rows }).0;
        assert!(drawn.contains("cw-range__loss\" x=\"0.0\" width=\"25.0\""), "{drawn}");
        assert!(drawn.contains("cw-range__bar\" x=\"25.0\" width=\"75.0\""), "{drawn}");
    }

    #[test]
    fn bars_of_nothing_are_drawn_and_not_divided_by_nought() {
        let bars = bars(&Bars { rows: vec![("Aldford".into(), "£0".into(), 0.0)], ..Bars::default() });
        assert!(!bars.0.contains("NaN"));
    }

    #[test]
    fn the_largest_gain_and_the_largest_loss_have_the_darkest_shades() {
        assert_eq!(shade_of(100.0, 100.0), " cw-heat__5");
        assert_eq!(shade_of(-100.0, 100.0), " cw-heat__loss-5");
        assert_eq!(shade_of(1.0, 100.0), " cw-heat__1");
        assert_eq!(shade_of(0.0, 100.0), "");
    }
}
