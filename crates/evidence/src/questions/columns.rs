//! One batch of an answer, cell by cell, in plain types.
//!
//! The rule: a column is turned once into one of four simple shapes, whatever narrower or wider type the engine chose;
//! an empty cell is 0, "" or `None` as the reader asks for it.

use datafusion::arrow::array::{Array, ArrayRef, AsArray, BooleanArray, Int64Array, RecordBatch, StringArray, UInt64Array};
use datafusion::arrow::compute::cast;
use datafusion::arrow::datatypes::{DataType, Int64Type, UInt64Type};
use definitions::{Day, Pence, Trouble};

pub(super) struct Columns(Vec<Column>);

enum Column {
    Text(StringArray),
    Truth(BooleanArray),
    Signed(Int64Array),
    Unsigned(UInt64Array),
}

impl Columns {
    pub(super) fn of(batch: &RecordBatch) -> Result<Columns, Trouble> {
        batch.columns().iter().map(simple).collect::<Result<_, _>>().map(Columns).map_err(|error| {
            Trouble::new("read an answer of the evidence", error.to_string(), "This is a fault of the program: please report it.")
        })
    }

    pub(super) fn text(&self, column: usize, row: usize) -> Option<&str> {
        match &self.0[column] {
            Column::Text(array) if array.is_valid(row) => Some(array.value(row)),
            _ => None,
        }
    }

    pub(super) fn owned(&self, column: usize, row: usize) -> Option<String> {
        self.text(column, row).map(str::to_string)
    }

    pub(super) fn maybe_truth(&self, column: usize, row: usize) -> Option<bool> {
        match &self.0[column] {
            Column::Truth(array) if array.is_valid(row) => Some(array.value(row)),
            _ => None,
        }
    }

    pub(super) fn truth(&self, column: usize, row: usize) -> bool {
        self.maybe_truth(column, row).unwrap_or(false)
    }

    pub(super) fn signed(&self, column: usize, row: usize) -> i64 {
        self.maybe_signed(column, row).unwrap_or(0)
    }

    pub(super) fn number(&self, column: usize, row: usize) -> u64 {
        match &self.0[column] {
            Column::Unsigned(array) if array.is_valid(row) => array.value(row),
            _ => u64::try_from(self.signed(column, row)).unwrap_or(0),
        }
    }

    pub(super) fn maybe_pence(&self, column: usize, row: usize) -> Option<Pence> {
        self.maybe_signed(column, row).map(Pence)
    }

    pub(super) fn pence(&self, column: usize, row: usize) -> Pence {
        Pence(self.signed(column, row))
    }

    pub(super) fn day(&self, column: usize, row: usize) -> Option<Day> {
        self.maybe_signed(column, row).and_then(|days| i32::try_from(days).ok()).map(Day)
    }

    fn maybe_signed(&self, column: usize, row: usize) -> Option<i64> {
        match &self.0[column] {
            Column::Signed(array) if array.is_valid(row) => Some(array.value(row)),
            Column::Unsigned(array) if array.is_valid(row) => i64::try_from(array.value(row)).ok(),
            _ => None,
        }
    }
}

fn simple(array: &ArrayRef) -> Result<Column, datafusion::arrow::error::ArrowError> {
    Ok(match array.data_type() {
        DataType::Boolean => Column::Truth(array.as_boolean().clone()),
        DataType::UInt64 => Column::Unsigned(array.as_primitive::<UInt64Type>().clone()),
        // A day goes through its number of days, which a direct cast to 64 bits would turn into milliseconds.
        DataType::Date32 => Column::Signed(cast(&cast(array, &DataType::Int32)?, &DataType::Int64)?.as_primitive::<Int64Type>().clone()),
        kind if kind.is_integer() => Column::Signed(cast(array, &DataType::Int64)?.as_primitive::<Int64Type>().clone()),
        _ => Column::Text(cast(array, &DataType::Utf8)?.as_string::<i32>().clone()),
    })
}
