//! Timeline: one lane a body, one mark a contract at the month in which it ends.
//!
//! The rule: the size of a mark repeats the value of a year and the fill says whether it is in an
//! opportunity; both stand in the table behind it. Dates outside the period are not drawn.

use definitions::{Day, Pence};
use maud::{Markup, html};

/// One lane.
pub(crate) struct Lane<'a> {
    /// Whose.
    pub(crate) name: &'a str,
    /// Its marks.
    pub(crate) marks: Vec<Mark>,
}

/// One contract.
pub(crate) struct Mark {
    /// The day it ends.
    pub(crate) day: Day,
    /// Value of a year, where known.
    pub(crate) yearly: Option<Pence>,
    /// True where it is part of an opportunity.
    pub(crate) is_in_opportunity: bool,
}

const LEFT: f64 = 190.0;
const RIGHT: f64 = 900.0;
const LANE_HEIGHT: f64 = 44.0;
const TOP: f64 = 34.0;

/// The lanes from `first` to `last`.
pub(crate) fn timeline(caption: &str, first: Day, last: Day, lanes: &[Lane<'_>]) -> Markup {
    let height = TOP + lanes.len() as f64 * LANE_HEIGHT + 6.0;
    let count: usize = lanes.iter().map(|lane| lane.marks.len()).sum();
    html! {
        div class="cw-scroll" role="region" tabindex="0" aria-label=(caption) {
            svg class="cw-timeline" role="img" viewBox={ "0 0 920 " (height) } {
                title { (caption) }
                desc { (count) " contracts of " (lanes.len()) " bodies, from " (first.long()) " to " (last.long()) ". The table after this drawing lists them." }
                (axis(first, last, height))
                @for (place, lane) in lanes.iter().enumerate() { (draw_lane(place, lane, first, last)) }
            }
        }
    }
}

/// A line at the start of each quarter, named at each half year.
fn axis(first: Day, last: Day, height: f64) -> Markup {
    let quarters = (first.month().0..=last.month().0).filter(|month| month.rem_euclid(3) == 0).map(definitions::Month);
    html! {
        @for month in quarters.filter(|month| month.first_day() >= first) {
            @let x = x_of(month.first_day(), first, last);
            @let (year, number) = month.year_month();
            @let is_named = number == 1 || number == 7;
            line class=(if is_named { "cw-timeline__half" } else { "cw-timeline__quarter" }) x1=(one(x)) x2=(one(x)) y1="24" y2=(one(height)) {}
            @if is_named && x < RIGHT - 30.0 {
                text x=(one(x)) y="16" text-anchor="middle" { (if number == 1 { "Jan " } else { "Jul " }) (year) }
            }
        }
    }
}

fn draw_lane(place: usize, lane: &Lane<'_>, first: Day, last: Day) -> Markup {
    let middle = TOP + (place as f64 + 0.5) * LANE_HEIGHT;
    html! {
        line class="cw-timeline__lane" x1=(one(LEFT)) x2=(one(RIGHT)) y1=(one(middle)) y2=(one(middle)) {}
        text class="cw-timeline__name" x="0" y=(one(middle + 5.0)) { (shortened(lane.name)) }
        @for mark in lane.marks.iter().filter(|mark| mark.day >= first && mark.day <= last) {
            circle class=(if mark.is_in_opportunity { "cw-timeline__in" } else { "cw-timeline__out" })
                cx=(one(x_of(mark.day, first, last))) cy=(one(middle)) r=(one(radius(mark.yearly))) {}
        }
    }
}

fn x_of(day: Day, first: Day, last: Day) -> f64 {
    let span = f64::from((last.0 - first.0).max(1));
    LEFT + f64::from(day.0 - first.0) / span * (RIGHT - LEFT)
}

/// Four for up to £10,000 or not known; four more for every ten times as much, and eighteen at most.
fn radius(yearly: Option<Pence>) -> f64 {
    let pounds = yearly.map_or(0.0, Pence::as_pounds).max(10_000.0);
    (4.0 + (pounds / 10_000.0).log10() * 4.0).min(18.0)
}

/// A name that fits the space left of a lane.
fn shortened(name: &str) -> String {
    if name.chars().count() <= 24 { name.to_string() } else { name.chars().take(23).chain(['…']).collect() }
}

fn one(place: f64) -> String {
    format!("{place:.1}")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Day {
        text.parse().expect("the test writes a real day")
    }

    #[test]
    fn a_contract_that_ends_half_way_through_the_period_stands_half_way_along() {
        // 0 to 100 days: the 50th stands half way between 190 and 900.
        assert_eq!(x_of(Day(50), Day(0), Day(100)), 545.0);
    }

    #[test]
    fn a_contract_worth_a_hundred_times_as_much_has_a_larger_mark_but_not_a_hundred_times() {
        assert_eq!(radius(None), 4.0);
        assert_eq!(radius(Some(Pence(1_000_000))), 4.0);
        assert_eq!(radius(Some(Pence(100_000_000))), 12.0);
        assert_eq!(radius(Some(Pence(i64::MAX))), 18.0);
    }

    #[test]
    fn a_contract_that_ended_before_the_period_is_not_drawn() {
        let mark = |text| Mark { day: day(text), yearly: None, is_in_opportunity: true };
        let lanes = [Lane { name: "Alder", marks: vec![mark("2020-01-01"), mark("2027-01-01")] }];
        let drawn = timeline("Ends", day("2026-11-22"), day("2029-11-22"), &lanes).0;
        assert_eq!(drawn.matches("<circle").count(), 1);
        assert!(drawn.contains("Jan 2027") && drawn.contains("Jul 2029"));
    }
}
