//! Payments month by month, drawn as thin bars, with a mark where nothing was published.
//!
//! The rule: every month of the period has its place, also the empty ones; the figures stand in a table behind it.

use std::collections::BTreeMap;

use definitions::{Month, Pence};
use maud::{Markup, html};

use crate::words::thousands;

/// Width of one month in the drawing's own units.
const STEP: i32 = 10;

/// The most months drawn: twenty years.
const MOST_MONTHS: i32 = 240;

/// The bars by number of payments; `months` may leave months out.
pub(crate) fn months(months: &[(Month, u64, Pence)]) -> Markup {
    let by_month: BTreeMap<Month, u64> = months.iter().map(|(month, rows, _)| (*month, *rows)).collect();
    let (Some((first, _)), Some((last, _))) = (by_month.first_key_value(), by_month.last_key_value()) else { return html! {} };
    let first = Month(first.0.max(last.0 - MOST_MONTHS + 1));
    let largest = by_month.values().copied().max().unwrap_or(0).max(1);
    let width = (last.0 - first.0 + 1) * STEP;
    html! {
        svg class="cw-months" role="img" viewBox={ "0 0 " (width) " 60" } preserveAspectRatio="none" {
            title { "Payments by month" }
            desc { "From " (first.long()) " to " (last.long()) "; the most in one month is " (thousands(largest)) "." }
            @for month in first.0..=last.0 {
                (bar((month - first.0) * STEP, by_month.get(&Month(month)).copied().unwrap_or(0), largest))
            }
        }
    }
}

fn bar(x: i32, rows: u64, largest: u64) -> Markup {
    let height = (rows as f64 / largest as f64 * 56.0).max(1.0).round();
    html! {
        @if rows == 0 {
            rect class="cw-months__gap" x=(x + 1) y="0" width=(STEP - 2) height="60" {}
        } @else {
            rect x=(x + 1) y=(60.0 - height) width=(STEP - 2) height=(height) {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_month_with_nothing_published_is_seen_as_a_gap() {
        let month = |number| Month::from_year_month(2025, number).expect("a month of the year");
        let drawn = months(&[(month(4), 10, Pence(1)), (month(6), 20, Pence(1))]).0;
        assert_eq!(drawn.matches("<rect").count(), 3);
        assert_eq!(drawn.matches("cw-months__gap").count(), 1);
        assert!(drawn.contains("From April 2025 to June 2025; the most in one month is 20."));
    }

    #[test]
    fn a_body_without_payments_has_no_drawing() {
        assert_eq!(months(&[]).0, "");
    }
}
