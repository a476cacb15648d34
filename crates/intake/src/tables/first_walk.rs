//! The first walk: where the heading stands, what the columns mean, what the sheet is, which way round its dates are.
//!
//! The rule: the first rows decide. The walk goes on through the file only while something is still open: the order of
//! day and month, or a heading that may stand at the end.

use definitions::{Day, Trouble};

use super::basis::{self, AmountChosen};
use super::columns::{self, Columns};
use super::heading::{self, Heading};
use super::holds::Holds;
use super::kind::{self, Evidence};
use super::sample::{HeldRow, Sample, is_blank};
use super::when::Believed;
use crate::formats::{Cell, RowView, Sheet};
use crate::values::dates::{DateEvidence, DateOrder, DateRead, date, month_in_name};

use crate::{Limits, LocalRules, Meaning, TableKind};

/// Everything the first walk decided.
pub(super) struct Decided {
    pub(super) heading: Option<Heading>,
    pub(super) columns: Columns,
    pub(super) amount: Option<AmountChosen>,
    pub(super) kind: TableKind,
    pub(super) kind_why: String,
    pub(super) order: DateOrder,
    pub(super) order_is_certain: bool,
    pub(super) order_why: String,
    pub(super) believed: Believed,
    /// The month the sheet's or the file's name tells.
    pub(super) month: Option<definitions::Month>,
}

/// Walks the first rows, and on where it must.
///
/// # Errors
/// Trouble when the bytes of the sheet cannot be walked.
pub(super) fn decide(sheet: &mut dyn Sheet, file_name: &str, rules: &LocalRules, limits: &Limits) -> Result<Decided, Trouble> {
    let mut sample = Sample::default();
    let mut is_whole = true;
    sheet.rows(&mut |line, _, row| {
        is_whole = sample.take(line, row);
        is_whole
    })?;
    let heading = match heading::find(&sample.rows) {
        Some(heading) => Some(heading),
        None => heading_at_the_end(sheet)?,
    };
    let (titles, data) = parted(&sample.rows, heading.as_ref());
    let headings = heading.as_ref().map_or(&[][..], |heading| &heading.texts);
    let mut columns = columns::decide(headings, held(&data, headings.len(), limits.columns), file_name, &rules.columns);
    let titles: Vec<String> = titles.iter().flat_map(|row| texts(row)).collect();
    let sheet_name = sheet.name().unwrap_or("").to_string();
    let mut said: Vec<&str> = vec![sheet_name.as_str(), file_name];
    said.extend(titles.iter().map(String::as_str));
    let amount = basis::choose(&mut columns.all, &said, rules.basis.as_deref());
    let month = month_in_name(&sheet_name).or_else(|| month_in_name(file_name));
    let evidence = Evidence {
        columns: &columns,
        amount: amount.as_ref(),
        said: &said,
        has_heading: heading.is_some(),
        rows: data.len(),
        month,
        ruled: rules.kind.as_deref(),
    };
    let (kind, kind_why) = kind::decide(&evidence);
    let (order, order_is_certain, order_why) =
        date_order(sheet, &columns, Sampled { data: &data, is_whole, month }, rules.dates.as_deref())?;
    let believed = Believed::from_sample(days(&columns, &data, order));
    Ok(Decided { heading, columns, amount, kind, kind_why, order, order_is_certain, order_why, believed, month })
}

/// A heading that stands under its data, as some reports print it.
fn heading_at_the_end(sheet: &mut dyn Sheet) -> Result<Option<Heading>, Trouble> {
    let mut found = None;
    sheet.rows(&mut |line, _, row| {
        // Nearly every row of data has a digit in it and is passed by at once.
        let may_be = row.len() >= 4 && !has_digit(row);
        if may_be && heading::is_plainly_heading(row) {
            found = Some(heading::among_data(line, row));
        }
        found.is_none()
    })?;
    Ok(found)
}

fn has_digit(row: &RowView<'_>) -> bool {
    (0..row.len()).any(|place| match row.cell(place) {
        Cell::Text(text) => text.bytes().any(|byte| byte.is_ascii_digit()),
        Cell::Number(_) | Cell::Day(_) => true,
        Cell::Empty => false,
    })
}

/// The title rows above the heading, and the rows of data that are not blank.
fn parted<'a>(rows: &'a [HeldRow], heading: Option<&Heading>) -> (Vec<&'a HeldRow>, Vec<&'a HeldRow>) {
    let filled = rows.iter().filter(|row| !is_blank(&row.view()));
    match heading {
        Some(heading) if !heading.is_among_data => {
            let (titles, rest): (Vec<_>, Vec<_>) = filled.partition(|row| row.line < heading.line);
            (titles, rest.into_iter().filter(|row| row.line > heading.last_line).collect())
        }
        heading => (Vec::new(), filled.filter(|row| heading.is_none_or(|heading| row.line != heading.line)).collect()),
    }
}

fn texts(row: &HeldRow) -> Vec<String> {
    let view = row.view();
    (0..view.len())
        .filter_map(|place| if let Cell::Text(text) = view.cell(place) { Some(text.chars().take(500).collect()) } else { None })
        .collect()
}

/// What each column holds over the sample.
fn held(data: &[&HeldRow], headings: usize, most: usize) -> Vec<Holds> {
    let last_filled =
        |row: &HeldRow| (0..row.cells.len()).rev().find(|place| row.view().cell(*place) != Cell::Empty).map_or(0, |place| place + 1);
    let width = data.iter().map(|row| last_filled(row)).max().unwrap_or(0).max(headings).min(most);
    let mut holds = vec![Holds::default(); width];
    for row in data {
        let view = row.view();
        for (place, holds) in holds.iter_mut().enumerate().take(view.len()) {
            holds.observe(view.cell(place));
        }
    }
    holds
}

/// The columns whose dates are read.
fn date_columns(columns: &Columns) -> Vec<usize> {
    [Meaning::Day, Meaning::Start, Meaning::End, Meaning::LatestEnd, Meaning::Review]
        .into_iter()
        .filter_map(|meaning| columns.at(meaning))
        .collect()
}

/// The first rows of a table, and what else bears on its dates.
struct Sampled<'a> {
    data: &'a [&'a HeldRow],
    /// True where they are all its rows.
    is_whole: bool,
    /// The month that the sheet's or the file's name tells.
    month: Option<definitions::Month>,
}

fn date_order(
    sheet: &mut dyn Sheet,
    columns: &Columns,
    sampled: Sampled<'_>,
    ruled: Option<&str>,
) -> Result<(DateOrder, bool, String), Trouble> {
    match ruled {
        Some("day-first") => return Ok((DateOrder::DayFirst, true, "day first: the publisher's own file says so".to_string())),
        Some("month-first") => return Ok((DateOrder::MonthFirst, true, "month first: the publisher's own file says so".to_string())),
        _ => {}
    }
    let places = date_columns(columns);
    let mut evidence = DateEvidence::default();
    for row in sampled.data {
        places.iter().for_each(|place| evidence.observe(row.view().cell(*place)));
    }
    let decided = evidence.decide(sampled.month);
    if decided.1 || sampled.is_whole || places.is_empty() {
        return Ok(decided);
    }
    let mut evidence = DateEvidence::default();
    let mut rows = 0_u64;
    sheet.rows(&mut |_, _, row| {
        places.iter().for_each(|place| evidence.observe(row.cell(*place)));
        rows += 1;
        !rows.is_multiple_of(4_096) || !evidence.decide(sampled.month).1
    })?;
    Ok(evidence.decide(sampled.month))
}

/// The sample's days, for what is believable.
fn days(columns: &Columns, data: &[&HeldRow], order: DateOrder) -> Vec<Day> {
    let Some(place) = columns.at(Meaning::Day) else { return Vec::new() };
    let read = |row: &&HeldRow| match date(row.view().cell(place), order) {
        DateRead::Day { day, .. } if (1990..=2100).contains(&day.ymd().0) => Some(day),
        _ => None,
    };
    data.iter().filter_map(read).collect()
}
