//! Bars: a table whose last column draws each amount as a bar.
//!
//! The rule: chart and table are one thing, so they cannot differ; the amount stands in words beside its bar.

use maud::{Markup, html};

use crate::parts::{Column, Table};

/// One bar.
pub(crate) struct Bar {
    /// What it is.
    pub(crate) name: String,
    /// The amount as it is read.
    pub(crate) words: String,
    /// The amount as it is drawn; below nought is drawn as nought.
    pub(crate) size: f64,
    /// True where the bar stands apart from the others, such as what is not classified.
    pub(crate) is_apart: bool,
}

/// The bars, longest as wide as the column.
pub(crate) fn bars(caption: &str, name_heading: &str, amount_heading: &str, bars: &[Bar]) -> Markup {
    let largest = bars.iter().map(|bar| bar.size).fold(0.0, f64::max);
    let columns = [Column::words(name_heading), Column::numbers(amount_heading), Column::words("Drawn")];
    let row = |bar: &Bar| vec![html! { (bar.name) }, html! { (bar.words) }, drawn(bar, largest)];
    let table = Table::new(caption, &columns, bars.iter().map(row).collect());
    html! { div class="cw-bars" { (table.framed()) } }
}

fn drawn(bar: &Bar, largest: f64) -> Markup {
    let width = if largest > 0.0 { (bar.size.max(0.0) / largest * 100.0).max(if bar.size > 0.0 { 0.5 } else { 0.0 }) } else { 0.0 };
    let class = if bar.is_apart { "cw-bar cw-bar--apart" } else { "cw-bar" };
    html! {
        svg class=(class) viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true" focusable="false" {
            rect width=(format!("{width:.1}")) height="10" {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn bar(name: &str, size: f64) -> Bar {
        Bar { name: name.into(), words: format!("£{size}"), size, is_apart: false }
    }

    #[test]
    fn the_longest_bar_fills_the_column_and_half_as_much_money_is_half_as_long() {
        let drawn = bars("Families", "Family", "A year", &[bar("Waste", 200.0), bar("Energy", 100.0)]).0;
        assert!(drawn.contains("<rect width=\"100.0\"") && drawn.contains("<rect width=\"50.0\""));
    }

    #[test]
    fn a_credit_has_no_bar_and_no_money_at_all_is_still_drawn() {
        let drawn = bars("Families", "Family", "A year", &[bar("Waste", -5.0), bar("Energy", 0.0)]).0;
        assert!(drawn.contains("<rect width=\"0.0\"") && !drawn.contains("NaN"));
    }
}
