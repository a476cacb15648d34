//! Windows: for contracts that could end together, the time in which each can end, on one common scale.
//!
//! The rule: one drawing for each row of the table of contracts, with the day on which all could end marked
//! in every row; the days stand in words in the same row.

use definitions::Day;
use maud::{Markup, html};

/// The common scale of one group of contracts.
pub(crate) struct Windows {
    first: Day,
    last: Day,
    together: Option<Day>,
}

impl Windows {
    /// A scale that holds all `windows`; `together` is the day on which all can end.
    pub(crate) fn new(windows: &[(Day, Day)], together: Option<Day>) -> Windows {
        let first = windows.iter().map(|window| window.0).chain(together).min().unwrap_or(Day(0));
        let last = windows.iter().map(|window| window.1).chain(together).max().unwrap_or(Day(0));
        Windows { first, last, together }
    }

    /// One contract's window.
    pub(crate) fn drawn(&self, from: Day, to: Day) -> Markup {
        let (start, end) = (self.x(from), self.x(to));
        html! {
            svg class="cw-window" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true" focusable="false" {
                rect x=(one(start)) y="2" width=(one((end - start).max(1.5))) height="6" {}
                @if let Some(together) = self.together {
                    line x1=(one(self.x(together))) x2=(one(self.x(together))) y1="0" y2="10" vector-effect="non-scaling-stroke" {}
                }
            }
        }
    }

    /// One unit is kept free at both ends, so that a mark at the end is seen.
    fn x(&self, day: Day) -> f64 {
        let span = f64::from((self.last.0 - self.first.0).max(1));
        1.0 + f64::from(day.0 - self.first.0) / span * 97.0
    }
}

fn one(place: f64) -> String {
    format!("{place:.1}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_window_that_opens_half_way_is_drawn_from_the_middle_to_the_end() {
        // Days 0 to 100 on 97 units after 1: day 50 stands at 49.5, and 50 days are 48.5 wide.
        let drawn = Windows::new(&[(Day(0), Day(60)), (Day(50), Day(100))], Some(Day(50))).drawn(Day(50), Day(100)).0;
        assert!(drawn.contains("<rect x=\"49.5\" y=\"2\" width=\"48.5\""), "{drawn}");
        assert!(drawn.contains("<line x1=\"49.5\""), "{drawn}");
    }

    #[test]
    fn a_contract_that_can_end_on_one_day_only_is_still_seen() {
        assert!(Windows::new(&[(Day(7), Day(7))], None).drawn(Day(7), Day(7)).0.contains("width=\"1.5\""));
    }
}
