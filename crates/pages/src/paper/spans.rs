//! Ranges on one scale: a table whose last column draws each from its low to its high, with marks on it.
//!
//! The rule: all ranges share one scale and one line to compare with, so that they can be compared by eye; the figures
//! stand in words beside the drawing.

use maud::{Markup, html};

use crate::parts::{Column, Table};

/// Ranges drawn under each other.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Spans {
    /// What the ranges show.
    pub caption: String,
    /// Heading of what each range is, then of the columns of words.
    pub headings: Vec<String>,
    /// The amount that all are compared with, drawn as a thin line, such as nought or the central result; nothing for none.
    pub line: Option<f64>,
    /// The ranges.
    pub rows: Vec<Span>,
}

/// One range.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Span {
    /// What it is.
    pub name: String,
    /// The figures as they are read, one for each heading after the first.
    pub words: Vec<String>,
    /// Where it starts, as drawn.
    pub low: f64,
    /// Where it ends, as drawn.
    pub high: f64,
    /// A point inside it that matters, such as the middle or what is proposed.
    pub mark: Option<f64>,
}

impl Spans {
    /// The table with its drawings.
    pub(super) fn draw(&self) -> Markup {
        let scale = Scale::of(self);
        let mut columns: Vec<Column<'_>> = Vec::new();
        for (place, heading) in self.headings.iter().enumerate() {
            columns.push(if place == 0 { Column::words(heading) } else { Column::numbers(heading) });
        }
        columns.push(Column::words("Drawn"));
        let row = |span: &Span| {
            let mut cells = vec![html! { (span.name) }];
            cells.extend(span.words.iter().map(|words| html! { (words) }));
            cells.push(scale.drawn(span));
            cells
        };
        html! { div class="cw-bars" { (Table::new(&self.caption, &columns, self.rows.iter().map(row).collect()).framed()) } }
    }
}

/// From amounts to places in the drawing.
struct Scale {
    lowest: f64,
    span: f64,
    line: Option<f64>,
}

impl Scale {
    fn of(spans: &Spans) -> Scale {
        let ends =
            || spans.rows.iter().flat_map(|row| [row.low, row.high]).chain(spans.line).chain(spans.rows.iter().filter_map(|row| row.mark));
        let lowest = ends().fold(f64::INFINITY, f64::min);
        let highest = ends().fold(f64::NEG_INFINITY, f64::max);
        Scale { lowest, span: highest - lowest, line: spans.line }
    }

    /// Two units are kept free at both ends, so that marks at the ends are seen whole.
    fn x(&self, amount: f64) -> f64 {
        if self.span > 0.0 { 2.0 + (amount - self.lowest) / self.span * 196.0 } else { 100.0 }
    }

    fn drawn(&self, span: &Span) -> Markup {
        let (from, to) = (self.x(span.low.min(span.high)), self.x(span.low.max(span.high)));
        html! {
            svg class="cw-bar" viewBox="0 0 200 20" preserveAspectRatio="none" aria-hidden="true" focusable="false" {
                rect class="cw-range__bar" x=(short(from)) y="4" width=(short((to - from).max(1.0))) height="12" {}
                @if let Some(line) = self.line { rect class="cw-range__none" x=(short(self.x(line) - 0.4)) width="0.8" height="20" {} }
                @if let Some(mark) = span.mark { rect class="cw-range__middle" x=(short(self.x(mark) - 1.2)) y="1" width="2.4" height="18" {} }
            }
        }
    }
}

/// One decimal is finer than any screen.
fn short(place: f64) -> String {
    format!("{place:.1}")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn span(low: f64, high: f64) -> Span {
        Span { name: "Savings".into(), words: vec!["£1".into()], low, high, mark: None }
    }

    #[test]
    fn ranges_share_one_scale_so_that_half_as_wide_is_drawn_half_as_long() {
        let spans =
            Spans { headings: vec!["What".into(), "Low".into()], rows: vec![span(0.0, 100.0), span(0.0, 50.0)], ..Spans::default() };
        let drawn = spans.draw().0;
        assert!(drawn.contains("x=\"2.0\" y=\"4\" width=\"196.0\"") && drawn.contains("x=\"2.0\" y=\"4\" width=\"98.0\""), "{drawn}");
    }

    #[test]
    fn a_range_given_high_first_is_drawn_the_right_way_round() {
        let spans = Spans { rows: vec![span(100.0, 0.0)], ..Spans::default() };
        assert!(spans.draw().0.contains("x=\"2.0\" y=\"4\" width=\"196.0\""));
    }

    #[test]
    fn ranges_without_any_width_are_drawn_and_not_divided_by_nought() {
        assert!(!Spans { rows: vec![span(5.0, 5.0)], ..Spans::default() }.draw().0.contains("NaN"));
    }
}
