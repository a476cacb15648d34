//! The values of a workbook's cells, as cells of a row.
//!
//! The rule: a date's look makes a number a day only where it can be one; a formula counts as the value it last had.

use calamine::{Data, DataRef, ExcelDateTime};

use super::held::RowHeld;

/// Holds a cell of an old workbook.
pub(super) fn hold(row: &mut RowHeld, column: usize, value: &Data) {
    match value {
        Data::Empty => {}
        Data::String(text) => row.text(column, text),
        Data::Float(number) => row.number(column, *number),
        Data::Int(number) => row.number(column, *number as f64),
        Data::DateTime(date) => hold_date(row, column, date),
        Data::DateTimeIso(text) | Data::DurationIso(text) => row.iso(column, text),
        Data::Bool(answer) => row.text(column, yes_or_no(*answer)),
        Data::Error(error) => row.text(column, &error.to_string()),
    }
}

/// Holds a cell of a workbook that is walked.
pub(super) fn hold_ref(row: &mut RowHeld, column: usize, value: &DataRef<'_>) {
    match value {
        DataRef::Empty => {}
        DataRef::String(text) => row.text(column, text),
        DataRef::SharedString(text) => row.text(column, text),
        DataRef::Float(number) => row.number(column, *number),
        DataRef::Int(number) => row.number(column, *number as f64),
        DataRef::DateTime(date) => hold_date(row, column, date),
        DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => row.iso(column, text),
        DataRef::Bool(answer) => row.text(column, yes_or_no(*answer)),
        DataRef::Error(error) => row.text(column, &error.to_string()),
    }
}

fn yes_or_no(answer: bool) -> &'static str {
    if answer { "TRUE" } else { "FALSE" }
}

/// A date cell's day. A time of day without a date, and a number far from any date that was given a date's look, stay numbers.
fn hold_date(row: &mut RowHeld, column: usize, date: &ExcelDateTime) {
    // 2958465 is 31 December 9999, the last day a workbook can show.
    let has_a_day = date.is_datetime() && (1.0..2_958_466.0).contains(&date.as_f64());
    let (year, month, day, ..) = if has_a_day { date.to_ymd_hms_milli() } else { (0, 0, 0, 0, 0, 0, 0) };
    match definitions::Day::from_ymd(i32::from(year), u32::from(month), u32::from(day)) {
        Some(day) => row.day(column, day),
        None => row.number(column, date.as_f64()),
    }
}
