//! From the rows of a sheet to understood, typed rows.
//!
//! The rule: two walks. The first decides where the heading stands, what every column means, what the sheet is and
//! which way round its dates are; the second reads. Nothing is decided row by row that can be decided once, every
//! decision has its reason, and rows read = rows kept + rows set aside.

mod basis;
mod cells;
mod columns;
mod contract_cells;
mod contracts;
mod first_walk;
mod heading;
mod holds;
mod identifiers;
mod joint;
mod kind;
mod layout;
mod marks;
mod month_and_year;
mod others;
mod payment_remarks;
mod payments;
mod recognise;
mod remembered;
mod sample;
mod screens;
mod set_aside;
mod tally;
mod terms;
#[cfg(test)]
mod tests;
mod vocabulary;
mod when;
mod without_heading;
mod words;

use definitions::{RemarkKind, Trouble};

use self::contracts::ContractReader;
use self::first_walk::Decided;
use self::layout::Layout;
use self::payments::{PaymentReader, Plan};
use self::sample::is_blank;
use self::tally::{Done, Tally};
use crate::formats::{Cell, RowView, Sheet};
use crate::values::amounts::{AmountForm, describe};
use crate::values::dates::DateOrder;
use crate::values::persons::purpose_may_name_person;
use crate::{Basis, ColumnUnderstood, Limits, LocalRules, Meaning, TableKind, TableUnderstood, Taker};

/// Rows between two reports of progress.
const PROGRESS_ROWS: u64 = 4_096;

/// Reads the rows after the heading.
trait RowReader {
    /// Reads one row; false when the taker wants no more.
    fn row(&mut self, line: u32, row: &RowView<'_>, taker: &mut dyn Taker) -> bool;
    /// The counts so far.
    fn tally(&mut self) -> &mut Tally;
    /// The counts, and the forms of the amounts met.
    fn finish(self: Box<Self>) -> (Tally, AmountForm);
}

/// Counts of a sheet that holds nothing of ours.
struct NotRead {
    tally: Tally,
}

impl RowReader for NotRead {
    fn row(&mut self, _: u32, _: &RowView<'_>, _: &mut dyn Taker) -> bool {
        false
    }

    fn tally(&mut self) -> &mut Tally {
        &mut self.tally
    }

    fn finish(self: Box<Self>) -> (Tally, AmountForm) {
        (self.tally, AmountForm::default())
    }
}

/// Understands one sheet and hands its rows on.
///
/// # Errors
/// Trouble when the bytes of the sheet cannot be walked.
pub(crate) fn understand(
    sheet: &mut dyn Sheet,
    file_name: &str,
    rules: &LocalRules,
    limits: &Limits,
    taker: &mut dyn Taker,
) -> Result<TableUnderstood, Trouble> {
    taker.sheet(sheet.name());
    let decided = first_walk::decide(sheet, file_name, rules, limits)?;
    let mut tally = Tally::new(sheet.name(), decided.columns.all.len());
    remark_on_table(&decided, &mut tally, taker);
    let mut table = described(&decided, sheet);
    let mut reader = row_reader(&decided, tally);
    if !matches!(decided.kind, TableKind::NotOneOfThese | TableKind::Empty) {
        second_walk(sheet, &decided, reader.as_mut(), taker)?;
    }
    let (mut tally, forms) = reader.finish();
    sheet.remarks().into_iter().for_each(|remark| tally.add_from_reading(remark, taker));
    tally.finish(&mut table);
    if table.kind == TableKind::Empty && table.set_aside.contains_key(&RemarkKind::RowTooLong) {
        table.kind_why = "every row is wider or longer than any real row".to_string();
    }
    if table.rows_kept > 0 {
        table.amount_form = describe(forms);
    }
    Ok(table)
}

/// The reader for what the sheet holds.
fn row_reader(decided: &Decided, tally: Tally) -> Box<dyn RowReader + '_> {
    let heading = decided.heading.as_ref().map_or(&[][..], |heading| &heading.texts);
    let (kind, order) = (decided.kind, decided.order);
    match (kind, &decided.amount) {
        (TableKind::Payments | TableKind::PurchaseCards | TableKind::Grants, Some(amount)) => {
            let layout = Layout::new(&decided.columns, amount.place);
            let plan = Plan { layout, heading, kind, order, believed: decided.believed, month: decided.month };
            Box::new(PaymentReader::new(plan, tally))
        }
        (TableKind::Contracts | TableKind::Notices, _) => {
            Box::new(ContractReader { columns: &decided.columns, heading, kind, order, tally, forms: AmountForm::default() })
        }
        _ => Box::new(NotRead { tally }),
    }
}

/// Reads every row, those above the heading too.
fn second_walk(sheet: &mut dyn Sheet, decided: &Decided, reader: &mut dyn RowReader, taker: &mut dyn Taker) -> Result<(), Trouble> {
    let (first, last, above) = match &decided.heading {
        None => (0, 0, 0),
        Some(heading) if heading.is_among_data => (heading.line, heading.line, 0),
        Some(heading) => (heading.line, heading.last_line, heading.line),
    };
    let mut rows = 0_u64;
    sheet.rows(&mut |line, bytes, row| {
        rows += 1;
        if rows.is_multiple_of(PROGRESS_ROWS) && !taker.progress(bytes) {
            return false;
        }
        if line > last || line < first && above == 0 {
            return reader.row(line, row, taker);
        }
        if line < above {
            title_row(line, row, reader.tally(), taker);
        }
        reader.tally().goes_on
    })?;
    reader.tally().end_blank_rows(taker);
    Ok(())
}

/// A line above the heading.
fn title_row(line: u32, row: &RowView<'_>, tally: &mut Tally, taker: &mut dyn Taker) {
    tally.rows_read += 1;
    if is_blank(row) {
        tally.blank_row(line);
        return;
    }
    tally.end_blank_rows(taker);
    let text = (0..row.len()).find_map(|place| if let Cell::Text(text) = row.cell(place) { Some(text) } else { None }).unwrap_or("");
    let seen = if purpose_may_name_person(text, &[]) { "" } else { text };
    tally.set_aside(Done { kind: RemarkKind::TitleRow, line, column: None, seen, done: "Set aside: it stands above the heading." }, taker);
}

/// What is known of the table before its rows are read.
fn described(decided: &Decided, sheet: &dyn Sheet) -> TableUnderstood {
    let columns = decided.columns.all.iter().enumerate().map(|(place, column)| ColumnUnderstood {
        position: place as u32 + 1,
        heading: column.heading.clone(),
        meaning: column.meaning,
        why: column.why.clone(),
        filled: column.holds.filled,
    });
    TableUnderstood {
        sheet: sheet.name().map(Into::into),
        kind: decided.kind,
        kind_why: decided.kind_why.clone(),
        heading_line: decided.heading.as_ref().map(|heading| heading.line),
        columns: columns.collect(),
        date_form: decided.order_why.clone(),
        amount_form: String::new(),
        basis: decided.amount.as_ref().map_or(Basis::Unknown, |amount| amount.basis),
        basis_why: decided.amount.as_ref().map_or_else(String::new, |amount| amount.why.clone()),
        text_form: sheet.text_form(),
        rows_read: 0,
        rows_kept: 0,
        set_aside: Default::default(),
        repaired: Default::default(),
        period: None,
        months: Vec::new(),
        total: definitions::Pence::ZERO,
        first_rows: Vec::new(),
    }
}

/// Remarks about the table as a whole.
fn remark_on_table(decided: &Decided, tally: &mut Tally, taker: &mut dyn Taker) {
    let mut about = |kind, column: Option<&str>, seen: &str, done: &str| tally.repaired(Done { kind, line: 0, column, seen, done }, taker);
    match decided.kind {
        TableKind::NotOneOfThese => return about(RemarkKind::NotThisKind, None, "", &format!("Not read: {}.", decided.kind_why)),
        TableKind::Empty => return,
        _ => {}
    }
    for heading in &decided.columns.doubtful_amounts {
        about(RemarkKind::AmountColumnDoubtful, Some(heading), "", "It was not counted as money.");
    }
    let is_money = matches!(decided.kind, TableKind::Payments | TableKind::PurchaseCards | TableKind::Grants);
    if is_money && decided.amount.is_none() {
        about(RemarkKind::ColumnUnknown, None, "", "No column holds amounts of money: nothing was read.");
    }
    if is_money && decided.columns.at(Meaning::Supplier).is_none() {
        about(RemarkKind::ColumnUnknown, None, "", "No column says who was paid: every payment is joined to nobody.");
    }
    if is_money && decided.columns.at(Meaning::Day).is_none() {
        let done = match decided.month {
            Some(month) => format!("No column holds dates: every row is kept in {}, as the name of the file or sheet says.", month.long()),
            None => "No column holds dates: rows are kept without a day.".to_string(),
        };
        about(RemarkKind::DateMissing, None, "", &done);
    }
    if is_money && decided.amount.as_ref().is_some_and(|amount| amount.basis == Basis::Unknown) {
        about(RemarkKind::BasisUnknown, None, "", "Amounts are counted as published.");
    }
    if !decided.order_is_certain {
        about(RemarkKind::DateOrderUncertain, None, "", &decided.order_why);
    } else if decided.order == DateOrder::MonthFirst {
        about(RemarkKind::DateOrderDecided, None, "", &decided.order_why);
    }
}
