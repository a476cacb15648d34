//! A saving drawn as an interval: from P10 to P90, a mark at P50, and a line where nothing is saved.
//!
//! The rule: the line of no saving is always in the picture, so that a possible loss is seen as one; the
//! three amounts and the chance of none stand in words under it.

use definitions::SavingRange;
use maud::{Markup, html};

use crate::words::chance;

/// Width of the drawing in its own units.
const WIDTH: f64 = 600.0;

/// The interval and its words.
pub(crate) fn range(saving: &SavingRange) -> Markup {
    let scale = Scale::of(saving);
    let (low, middle, high, none) = (scale.x(saving.p10.0), scale.x(saving.p50.0), scale.x(saving.p90.0), scale.x(0));
    let bar_width = (high - low).max(2.0);
    let loss_width = (none.min(high) - low).max(0.0);
    html! {
        figure class="cw-range" {
            svg role="img" viewBox="0 0 600 32" preserveAspectRatio="none" {
                title { "Saving a year, drawn as a range" }
                desc { (in_words(saving)) }
                rect class="cw-range__bar" x=(short(low)) y="8" width=(short(bar_width)) height="16" {}
                @if loss_width > 0.0 {
                    rect class="cw-range__loss" x=(short(low)) y="8" width=(short(loss_width)) height="16" {}
                }
                rect class="cw-range__none" x=(short(none - 1.0)) y="0" width="2" height="32" {}
                rect class="cw-range__middle" x=(short(middle - 2.5)) y="4" width="5" height="24" {}
            }
            dl class="cw-range__words" {
                div { dt { "Low (P10)" } dd { (saving.p10.short()) } }
                div { dt { "Middle (P50)" } dd { (saving.p50.short()) } }
                div { dt { "High (P90)" } dd { (saving.p90.short()) } }
                div { dt { "Chance of no saving" } dd { (chance(saving.chance_of_none)) } }
            }
            figcaption class="govuk-body-s cw-quiet" {
                "Saving a year before one-off costs. The thin line marks no saving. Source: " (saving.source)
            }
        }
    }
}

fn in_words(saving: &SavingRange) -> String {
    format!(
        "From {} to {} a year, in the middle {}. Chance of no saving: {}.",
        saving.p10.short(),
        saving.p90.short(),
        saving.p50.short(),
        chance(saving.chance_of_none)
    )
}

/// From pence to places in the drawing; nought is always inside it.
struct Scale {
    lowest: f64,
    span: f64,
}

impl Scale {
    fn of(saving: &SavingRange) -> Scale {
        let lowest = saving.p10.0.min(0) as f64;
        let highest = saving.p90.0.max(0) as f64;
        Scale { lowest, span: (highest - lowest).max(1.0) }
    }

    /// Eight units are kept free at both ends, so that marks at the ends are seen whole.
    fn x(&self, pence: i64) -> f64 {
        8.0 + (pence as f64 - self.lowest) / self.span * (WIDTH - 16.0)
    }
}

/// One decimal is finer than any screen.
fn short(place: f64) -> String {
    format!("{place:.1}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use definitions::Pence;

    fn saving(p10: i64, p50: i64, p90: i64) -> SavingRange {
        SavingRange { p10: Pence(p10), p50: Pence(p50), p90: Pence(p90), chance_of_none: 0.3, source: "prior (judgement)".into() }
    }

    #[test]
    fn a_range_that_may_be_a_loss_shows_the_part_below_nothing() {
        // From -£100 to £300: the line of no saving stands a quarter along 584 units after a margin of 8, at 154.
        let drawn = range(&saving(-10_000, 10_000, 30_000)).0;
        assert!(drawn.contains("cw-range__loss\" x=\"8.0\" y=\"8\" width=\"146.0\""), "{drawn}");
        assert!(drawn.contains("cw-range__none\" x=\"153.0\""), "{drawn}");
        assert!(drawn.contains("From -£100 to £300 a year, in the middle £100. Chance of no saving: 3 in 10."));
    }

    #[test]
    fn a_range_of_gains_still_shows_the_line_of_no_saving() {
        let drawn = range(&saving(10_000, 20_000, 40_000)).0;
        assert!(drawn.contains("cw-range__none\" x=\"7.0\"") && !drawn.contains("cw-range__loss"));
    }

    #[test]
    fn a_range_of_nothing_at_all_is_drawn_and_not_divided_by_nought() {
        assert!(!range(&saving(0, 0, 0)).0.contains("NaN"));
    }
}
