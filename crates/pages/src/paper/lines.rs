//! Amounts over years as lines, with the figures as a table under them.
//!
//! The rule: each line is told from the others by its dashes as well as its colour; the picture holds no text, so nothing
//! in it shrinks on a phone; the table says everything that the picture says.

use maud::{Markup, html};

use super::blocks;
use super::{Grid, GridColumn};

/// The most lines that dashes can tell apart; the table holds them all.
const MOST_LINES: usize = 4;
/// Width of the drawing in its own units.
const WIDTH: f64 = 600.0;
/// Height of the drawing in its own units.
const HEIGHT: f64 = 200.0;

/// Several amounts over the same years.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Lines {
    /// What the lines show.
    pub caption: String,
    /// Heading of the years, such as "Financial year".
    pub across: String,
    /// The years, as they are read.
    pub labels: Vec<String>,
    /// The lines.
    pub lines: Vec<Line>,
}

/// One line.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Line {
    /// What it is.
    pub name: String,
    /// For each label, the amount as it is read and as it is drawn.
    pub points: Vec<(String, f64)>,
}

impl Lines {
    /// The picture with its table.
    pub(super) fn draw(&self) -> Markup {
        html! {
            figure class="cw-lines" {
                @if self.labels.len() > 1 { (self.picture()) }
                (blocks::table(&self.table()))
            }
        }
    }

    fn picture(&self) -> Markup {
        let amounts = || self.lines.iter().flat_map(|line| line.points.iter().map(|point| point.1));
        let lowest = amounts().fold(0.0, f64::min);
        let span = (amounts().fold(0.0, f64::max) - lowest).max(f64::MIN_POSITIVE);
        let y = |amount: f64| 4.0 + (1.0 - (amount - lowest) / span) * (HEIGHT - 8.0);
        let step = (WIDTH - 8.0) / (self.labels.len() - 1) as f64;
        let path = |line: &Line| {
            let places = line.points.iter().enumerate().map(|(place, point)| format!("{:.1},{:.1}", 4.0 + step * place as f64, y(point.1)));
            places.collect::<Vec<_>>().join(" ")
        };
        html! {
            svg class="cw-lines__picture" role="img" viewBox="0 0 600 200" preserveAspectRatio="none" {
                title { (self.caption) }
                desc { "The figures are in the table below. The thin line marks nought." }
                line class="cw-lines__nought" x1="0" x2="600" y1=(format!("{:.1}", y(0.0))) y2=(format!("{:.1}", y(0.0))) {}
                @for (place, line) in self.lines.iter().take(MOST_LINES).enumerate() {
                    polyline class={ "cw-lines__line cw-lines__" (place + 1) } points=(path(line)) {}
                }
            }
            p class="cw-lines__ends govuk-body-s" aria-hidden="true" { span { (self.labels[0]) } span { (self.labels[self.labels.len() - 1]) } }
            (self.key())
        }
    }

    /// Which line is which: a short piece of it beside its name.
    fn key(&self) -> Markup {
        html! {
            ul class="govuk-list cw-lines__key" {
                @for (place, line) in self.lines.iter().take(MOST_LINES).enumerate() {
                    li {
                        svg viewBox="0 0 40 10" aria-hidden="true" focusable="false" {
                            polyline class={ "cw-lines__line cw-lines__" (place + 1) } points="0,5 40,5" {}
                        }
                        " " (line.name)
                    }
                }
                @if self.lines.len() > MOST_LINES { li { "and " (self.lines.len() - MOST_LINES) " more in the table only" } }
            }
        }
    }

    fn table(&self) -> Grid {
        let mut columns = vec![GridColumn::Words(self.across.clone())];
        columns.extend(self.lines.iter().map(|line| GridColumn::Numbers(line.name.clone())));
        let row = |(place, label): (usize, &String)| {
            let cell = |line: &Line| line.points.get(place).map(|point| point.0.clone()).unwrap_or_default();
            std::iter::once(label.clone()).chain(self.lines.iter().map(cell)).collect()
        };
        Grid { caption: self.caption.clone(), columns, rows: self.labels.iter().enumerate().map(row).collect() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(points: &[f64]) -> Lines {
        let line = Line { name: "Together".into(), points: points.iter().map(|amount| (format!("£{amount}"), *amount)).collect() };
        let labels = (0..points.len()).map(|year| format!("{}", 2026 + year)).collect();
        Lines { caption: "Cash".into(), across: "Year".into(), labels, lines: vec![line] }
    }

    #[test]
    fn a_line_runs_from_its_lowest_at_the_foot_to_its_highest_at_the_head() {
        assert!(lines(&[-10.0, 10.0]).draw().0.contains("points=\"4.0,196.0 596.0,4.0\""));
    }

    #[test]
    fn every_figure_of_the_picture_stands_in_the_table() {
        let drawn = lines(&[1.0, 2.0, 3.0]).draw().0;
        assert!(["£1", "£2", "£3", "2026", "2027", "2028"].iter().all(|words| drawn.contains(words)));
    }

    #[test]
    fn one_year_alone_or_nothing_but_nought_is_shown_without_a_fault() {
        assert!(!lines(&[5.0]).draw().0.contains("polyline"));
        assert!(!lines(&[0.0, 0.0]).draw().0.contains("NaN"));
    }
}
