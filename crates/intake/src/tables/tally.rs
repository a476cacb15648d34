//! Counts of one table: rows read, kept and set aside, months, remarks.
//!
//! The rule: rows read = rows kept + rows set aside. Every row set aside has a remark (a run of blank rows has one
//! between them); a repair that sets nothing aside is always counted and remarked on until there are so many that
//! another would tell nobody anything.

use std::collections::BTreeMap;
use std::sync::Arc;

use definitions::{Day, Month, Pence, Remark, RemarkKind};

use crate::formats::{Cell, RowView};
use crate::understanding::RowShown;
use crate::{TableUnderstood, Taker};

/// Remarks of one kind in one table about rows that were kept; the rest are counted.
const REPAIR_REMARKS: u64 = 1_000;

/// First rows shown as understood.
pub(super) const ROWS_SHOWN: usize = 5;

/// What was done with a row or cell.
pub(super) struct Done<'a> {
    /// What sort of thing.
    pub(super) kind: RemarkKind,
    /// Line, from 1; 0 for the whole table.
    pub(super) line: u32,
    /// Heading of the column.
    pub(super) column: Option<&'a str>,
    /// What was seen; the caller leaves it empty where it may name a person.
    pub(super) seen: &'a str,
    /// What was done, as a sentence.
    pub(super) done: &'a str,
}

/// Running counts.
pub(super) struct Tally {
    pub(super) sheet: Option<Arc<str>>,
    pub(super) rows_read: u64,
    pub(super) rows_kept: u64,
    pub(super) total: Pence,
    pub(super) filled: Vec<u64>,
    pub(super) first_rows: Vec<RowShown>,
    /// False once the taker wants no more.
    pub(super) goes_on: bool,
    counts: [u64; RemarkKind::ALL.len()],
    months: Vec<(Option<Month>, u64, Pence)>,
    last_month: usize,
    period: Option<(Day, Day)>,
    blank: Option<(u32, u32, u64)>,
}

impl Tally {
    /// Nothing counted yet, for a table this many columns wide.
    pub(super) fn new(sheet: Option<&str>, columns: usize) -> Tally {
        Tally {
            sheet: sheet.map(Arc::from),
            rows_read: 0,
            rows_kept: 0,
            total: Pence::ZERO,
            filled: vec![0; columns],
            first_rows: Vec::new(),
            goes_on: true,
            counts: [0; RemarkKind::ALL.len()],
            months: Vec::new(),
            last_month: 0,
            period: None,
            blank: None,
        }
    }

    /// A row was set aside.
    pub(super) fn set_aside(&mut self, done: Done<'_>, taker: &mut dyn Taker) {
        debug_assert!(done.kind.sets_aside());
        self.counts[done.kind as usize] += 1;
        self.remark(done, taker);
    }

    /// Something was repaired or doubted, and the row was kept.
    pub(super) fn repaired(&mut self, done: Done<'_>, taker: &mut dyn Taker) {
        debug_assert!(!done.kind.sets_aside());
        let count = &mut self.counts[done.kind as usize];
        *count += 1;
        match *count {
            ..=REPAIR_REMARKS => self.remark(done, taker),
            // One more says that the rest are only counted.
            count if count == REPAIR_REMARKS + 1 => {
                let done = Done {
                    line: 0,
                    column: done.column,
                    seen: "",
                    done: "There are more like this; they are counted and not listed.",
                    ..done
                };
                self.remark(done, taker);
            }
            _ => {}
        }
    }

    /// Something that is counted without a remark of its own: a redacted or a private name.
    pub(super) fn counted(&mut self, kind: RemarkKind) {
        self.counts[kind as usize] += 1;
    }

    /// A blank row; a run of them has one remark.
    pub(super) fn blank_row(&mut self, line: u32) {
        self.counts[RemarkKind::BlankRow as usize] += 1;
        self.blank = Some(self.blank.map_or((line, line, 1), |(first, _, count)| (first, line, count + 1)));
    }

    /// Tells of the blank rows met since the last row that was not blank.
    pub(super) fn end_blank_rows(&mut self, taker: &mut dyn Taker) {
        let Some((first, last, count)) = self.blank.take() else { return };
        let done = if count == 1 { "Set aside.".to_string() } else { format!("{count} blank lines, {first} to {last}, set aside.") };
        self.remark(Done { kind: RemarkKind::BlankRow, line: first, column: None, seen: "", done: &done }, taker);
    }

    /// Counts the cells that have something in them.
    pub(super) fn count_filled(&mut self, row: &RowView<'_>) {
        match row {
            RowView::Text(row) => {
                self.filled.iter_mut().zip(row.each_cell()).for_each(|(filled, text)| *filled += u64::from(!text.is_empty()));
            }
            RowView::Cells(_) => {
                let is_filled = |place: usize| u64::from(row.cell(place) != Cell::Empty);
                self.filled.iter_mut().enumerate().for_each(|(place, filled)| *filled += is_filled(place));
            }
        }
    }

    /// A row was kept.
    pub(super) fn kept(&mut self, month: Option<Month>, amount: Pence) {
        self.rows_kept += 1;
        self.total += amount;
        let is_last = self.months.get(self.last_month).is_some_and(|(last, _, _)| *last == month);
        if !is_last {
            self.last_month = self.months.iter().position(|(other, _, _)| *other == month).unwrap_or_else(|| {
                self.months.push((month, 0, Pence::ZERO));
                self.months.len() - 1
            });
        }
        let (_, rows, sum) = &mut self.months[self.last_month];
        *rows += 1;
        *sum += amount;
    }

    /// A day that belongs to the period of the table.
    pub(super) fn day(&mut self, day: Day) {
        self.period = Some(self.period.map_or((day, day), |(first, last)| (first.min(day), last.max(day))));
    }

    /// Counts rows and remarks that were made while the bytes were read.
    pub(super) fn add_from_reading(&mut self, remark: Remark, taker: &mut dyn Taker) {
        self.counts[remark.kind as usize] += 1;
        self.rows_read += u64::from(remark.kind.sets_aside());
        self.goes_on &= taker.remark(remark);
    }

    /// Writes the counts into `table`.
    pub(super) fn finish(mut self, table: &mut TableUnderstood) {
        self.months.sort_unstable_by_key(|(month, _, _)| (month.is_none(), *month));
        let counted = |sets_aside: bool| -> BTreeMap<RemarkKind, u64> {
            let kinds = RemarkKind::ALL.iter().filter(|kind| kind.sets_aside() == sets_aside);
            kinds.map(|kind| (*kind, self.counts[*kind as usize])).filter(|(_, count)| *count > 0).collect()
        };
        table.set_aside = counted(true);
        table.repaired = counted(false);
        table.rows_read = self.rows_read;
        table.rows_kept = self.rows_kept;
        table.total = self.total;
        // Where no row has a day, the period is that of the months.
        let months = || self.months.iter().filter_map(|(month, ..)| *month);
        table.period = self.period.or_else(|| Some((months().min()?.first_day(), months().max()?.last_day())));
        table.months = self.months;
        table.first_rows = self.first_rows;
        // A table that was not read keeps the counts of its sample.
        if self.rows_read > 0 {
            table.columns.iter_mut().zip(&self.filled).for_each(|(column, filled)| column.filled = *filled);
        }
    }

    fn remark(&mut self, done: Done<'_>, taker: &mut dyn Taker) {
        let remark = Remark {
            kind: done.kind,
            sheet: self.sheet.clone(),
            line: done.line,
            column: done.column.map(Arc::from),
            seen: shortened(done.seen),
            done: done.done.to_string(),
        };
        self.goes_on &= taker.remark(remark);
    }
}

/// At most eighty letters of `text`.
fn shortened(text: &str) -> String {
    match text.char_indices().nth(80) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_string(),
    }
}
