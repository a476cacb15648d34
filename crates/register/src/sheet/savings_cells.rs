//! The cells about savings: our own lines, or the plain amounts of somebody else's sheet.
//!
//! The rule: a plain amount becomes a line that says no more than the cell and its heading do. An amount that the record has
//! already is not added again. Without a figure there is a reason, and the one that was supposed is said.

use super::amounts::{AmountCell, AmountRead, amount};
use super::choices::no_figure;
use super::days::{Edge, when};
use super::line_words::{begins_as_one, read};
use super::row::RowReader;
use super::{Column, columns};
use crate::{Arrangement, Cashable, Net, NoFigure, Period, SavingLine, Savings, Standing, When};

/// Sets the savings of `said` by the cells of its row.
pub(super) fn set(said: &mut Arrangement, row: &mut RowReader<'_>) {
    let mut reason = None;
    if let Some(cell) = row.changed(Column::Savings) {
        own_lines_or_amount(said, &cell, row, &mut reason);
    }
    for (column, standing, is_always_a_year) in [
        (Column::AnnualSaving, Standing::Realised, true),
        (Column::SavingsToDate, Standing::Realised, false),
        (Column::PlannedAnnualSaving, Standing::Planned, true),
    ] {
        if let Some(cell) = row.changed(column) {
            match plain(&cell, column, row) {
                Some(AmountCell::Amount(found)) => {
                    add(said, found, (standing, is_always_a_year || found.is_a_year), row);
                }
                Some(AmountCell::None(none)) => reason = reason.or(Some(none)),
                None => {}
            }
        }
    }
    if let Some(cell) = row.changed(Column::NoFigure) {
        match no_figure(&cell) {
            Some(told) => reason = Some(told),
            None => {
                let reasons: Vec<&str> = NoFigure::ALL.iter().map(|reason| reason.words()).collect();
                row.fault(Column::NoFigure, format!("It is no reason of the list. Write one of: {}.", reasons.join("; ")));
            }
        }
    }
    settle(said, reason, row);
}

fn own_lines_or_amount(said: &mut Arrangement, cell: &str, row: &mut RowReader<'_>, reason: &mut Option<NoFigure>) {
    if !cell.lines().any(begins_as_one) {
        match plain(cell, Column::Savings, row) {
            Some(AmountCell::Amount(found)) => add(said, found, (Standing::Realised, found.is_a_year), row),
            Some(AmountCell::None(none)) => *reason = Some(none),
            None => {}
        }
        return;
    }
    let mut lines = Vec::new();
    for text in cell.lines().filter(|text| !text.trim().is_empty()) {
        match read(text) {
            Some(line) => lines.push(with_what_a_sheet_does_not_hold(line, said)),
            None => row.fault(
                Column::Savings,
                format!(
                    "“{}” is no savings line. Write it like “s1: realised, £400,000 a year from 2017-04, said by Ash Council”.",
                    super::seen(text)
                ),
            ),
        }
    }
    said.savings = Savings::Lines(lines);
}

/// Evidence and sources of the line that had this name before stay with it.
fn with_what_a_sheet_does_not_hold(mut line: SavingLine, said: &Arrangement) -> SavingLine {
    let Savings::Lines(before) = &said.savings else { return line };
    if let Some(known) = before.iter().find(|known| known.id == line.id) {
        line.evidence.clone_from(&known.evidence);
        line.sources.clone_from(&known.sources);
        // A sheet holds it on one line.
        if columns::words(&known.said_by) == columns::words(&line.said_by) {
            line.said_by.clone_from(&known.said_by);
        }
    }
    line
}

fn plain(cell: &str, column: Column, row: &mut RowReader<'_>) -> Option<AmountCell> {
    let found = amount(cell);
    match found {
        Some(AmountCell::Amount(read)) if read.is_about => {
            row.remark(column, "It says about how much; the amount is taken as it stands.");
        }
        Some(_) => {}
        None => row.fault(column, "It is no one amount of pounds. Write it like “£500,000”, “over £1.2m” or “not recorded”."),
    }
    found
}

fn add(said: &mut Arrangement, found: AmountRead, (standing, is_a_year): (Standing, bool), row: &mut RowReader<'_>) {
    let as_at = row.cell(Column::SavingsAsAt);
    let until = as_at.as_deref().and_then(|cell| when(cell, Edge::End));
    if as_at.is_some() && until.is_none() {
        row.fault(Column::SavingsAsAt, "It is no day, month or year. Write it like “31/03/2019” or “March 2019”.");
    }
    let period = if is_a_year {
        Period::EachYear { from: said.started().unwrap_or(When::Day(row.told_on)), until: None }
    } else {
        Period::ToDate { until: until.unwrap_or(When::Day(row.told_on)) }
    };
    let mut lines = match std::mem::replace(&mut said.savings, Savings::Lines(Vec::new())) {
        Savings::Lines(lines) => lines,
        Savings::NoFigure(_) => Vec::new(),
    };
    let is_told = |line: &SavingLine| {
        let is_of_a_year = matches!(line.period, Period::EachYear { .. });
        line.standing == standing && is_of_a_year == is_a_year && line.amount_pence == found.pence && line.at_least == found.at_least
    };
    if !lines.iter().any(is_told) {
        let free = (1..).map(|number| format!("s{number}")).find(|id| lines.iter().all(|line| line.id != *id));
        lines.push(SavingLine {
            id: free.unwrap_or_default(),
            amount_pence: found.pence,
            at_least: found.at_least,
            period,
            standing,
            cashable: Cashable::NotSaid,
            net: Net::NotSaid,
            said_by: row.cell(Column::SavingsSaidBy).unwrap_or_else(|| row.sheet_said()),
            evidence: String::new(),
            sources: Vec::new(),
        });
    }
    said.savings = Savings::Lines(lines);
}

/// A figure needs no reason, and without one the reason is told or supposed.
fn settle(said: &mut Arrangement, reason: Option<NoFigure>, row: &mut RowReader<'_>) {
    let has_lines = matches!(&said.savings, Savings::Lines(lines) if !lines.is_empty());
    match (has_lines, reason) {
        (true, Some(_)) => row.remark(Column::NoFigure, "There is a figure too, so the reason is left out."),
        (true, None) => {}
        (false, Some(reason)) => said.savings = Savings::NoFigure(reason),
        (false, None) if matches!(said.savings, Savings::Lines(_)) => {
            said.savings = Savings::NoFigure(NoFigure::NotInSource);
            row.remark_row("There is neither a figure nor a reason; it is taken that the source does not say.");
        }
        (false, None) => {}
    }
}
