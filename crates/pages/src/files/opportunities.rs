//! `opportunities.csv`: one line an opportunity, best first.
//!
//! The rule: columns are only ever added at the end, since spreadsheets that officers build lean on their order.

use opportunities::Opportunity;

use super::table::{Cell, Column, csv};
use crate::Report;
use crate::names::Names;
use crate::words::{family_name, kind_name};

/// An opportunity with its rank and the names to show.
pub(super) struct Ranked<'a> {
    pub(super) rank: usize,
    pub(super) found: &'a Opportunity,
    pub(super) names: &'a Names<'a>,
}

/// The opportunities as CSV, one line each, best first; amounts are pounds a year.
pub fn opportunities_csv(report: &Report) -> Vec<u8> {
    let names = Names::of(report);
    csv(Ranked::COLUMNS, &ranked(report, &names))
}

/// Every opportunity with its rank, from 1.
pub(super) fn ranked<'a>(report: &'a Report, names: &'a Names<'a>) -> Vec<Ranked<'a>> {
    report.opportunities.iter().enumerate().map(|(place, found)| Ranked { rank: place + 1, found, names }).collect()
}

impl<'a> Ranked<'a> {
    /// The columns of `opportunities.csv` and of the first sheet of the workbook.
    pub(super) const COLUMNS: &'a [Column<Ranked<'a>>] = &[
        Column { heading: "Rank", width: 6.0, fill: |row| Cell::Whole(row.rank as u64) },
        Column { heading: "Id", width: 24.0, fill: |row| Cell::text(row.found.id.as_str()) },
        Column { heading: "Kind", width: 16.0, fill: |row| Cell::text(kind_name(row.found.kind)) },
        Column { heading: "Title", width: 48.0, fill: |row| Cell::text(&row.found.title) },
        Column { heading: "Family", width: 26.0, fill: |row| Cell::text(family_name(row.found.family)) },
        Column { heading: "Number of bodies", width: 10.0, fill: |row| Cell::Whole(row.found.bodies.len() as u64) },
        Column { heading: "Bodies", width: 36.0, fill: bodies },
        Column { heading: "Number of suppliers", width: 10.0, fill: |row| Cell::Whole(row.found.suppliers_in_all.into()) },
        Column { heading: "Suppliers", width: 36.0, fill: |row| Cell::text(row.names.suppliers(&row.found.suppliers, "; ")) },
        Column { heading: "Looked at, a year (£)", width: 16.0, fill: |row| Cell::Money(row.found.total_yearly) },
        Column { heading: "Addressable, a year (£)", width: 16.0, fill: |row| Cell::Money(row.found.addressable_yearly) },
        Column { heading: "Of that not counted above, a year (£)", width: 16.0, fill: |row| Cell::Money(row.found.counted_once_yearly) },
        Column {
            heading: "Saving a year, P10 (£)",
            width: 14.0,
            fill: |row| Cell::or_nothing(saving(row), |saving| Cell::Money(saving.p10)),
        },
        Column {
            heading: "Saving a year, P50 (£)",
            width: 14.0,
            fill: |row| Cell::or_nothing(saving(row), |saving| Cell::Money(saving.p50)),
        },
        Column {
            heading: "Saving a year, P90 (£)",
            width: 14.0,
            fill: |row| Cell::or_nothing(saving(row), |saving| Cell::Money(saving.p90)),
        },
        Column {
            heading: "Chance of no saving",
            width: 10.0,
            fill: |row| Cell::or_nothing(saving(row), |saving| Cell::Decimal(saving.chance_of_none, 2)),
        },
        Column {
            heading: "Where the saving comes from",
            width: 30.0,
            fill: |row| Cell::or_nothing(saving(row), |saving| Cell::text(&saving.source)),
        },
        Column {
            heading: "First date",
            width: 18.0,
            fill: |row| Cell::or_nothing(row.found.first_date.as_ref(), |first| Cell::Day(first.day)),
        },
        Column {
            heading: "Why then",
            width: 36.0,
            fill: |row| Cell::or_nothing(row.found.first_date.as_ref(), |first| Cell::text(&first.why)),
        },
        Column {
            heading: "Next decision by",
            width: 18.0,
            fill: |row| Cell::or_nothing(row.found.deadlines.first(), |deadline| Cell::Day(deadline.day)),
        },
        Column {
            heading: "Next decision",
            width: 36.0,
            fill: |row| Cell::or_nothing(row.found.deadlines.first(), |deadline| Cell::text(&deadline.what)),
        },
        Column { heading: "Trust fracture points", width: 10.0, fill: |row| Cell::Whole(row.found.trust_fracture_points.into()) },
        Column { heading: "Team", width: 8.0, fill: |row| Cell::Whole(row.found.team.into()) },
        Column { heading: "Score", width: 8.0, fill: |row| Cell::Decimal(row.found.score.total, 1) },
        Column { heading: "Summary", width: 60.0, fill: |row| Cell::text(&row.found.summary) },
        Column { heading: "Left out", width: 48.0, fill: left_out },
        Column { heading: "What could make this wrong", width: 48.0, fill: |row| Cell::text(row.found.cautions.join(" ")) },
        Column { heading: "Where it could do harm", width: 48.0, fill: |row| Cell::text(row.found.harms.join(" ")) },
        Column { heading: "Counts some of the same pounds as", width: 24.0, fill: overlaps },
    ];
}

fn saving<'a>(row: &Ranked<'a>) -> Option<&'a definitions::SavingRange> {
    row.found.saving.as_ref()
}

fn bodies(row: &Ranked<'_>) -> Cell {
    Cell::text(row.found.bodies.iter().map(|share| row.names.body(&share.body)).collect::<Vec<_>>().join("; "))
}

fn left_out(row: &Ranked<'_>) -> Cell {
    Cell::text(row.found.left_out.iter().map(|left| format!("{}: {}", left.yearly, left.why)).collect::<Vec<_>>().join(" "))
}

fn overlaps(row: &Ranked<'_>) -> Cell {
    Cell::text(row.found.overlaps.iter().map(|id| id.as_str()).collect::<Vec<_>>().join("; "))
}
