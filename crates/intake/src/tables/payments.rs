//! The second walk over a table of payments: one row in, one payment or one reason out.
//!
//! The rule: rows read = rows kept + rows set aside. On the plain path a row allocates nothing: texts are borrowed from
//! the row, and a supplier seen before is not screened again. A name that may not be shown never reaches a remark.

use definitions::{LinePlaces, Month, Pence, RemarkKind, TextPlace};

use super::RowReader;
use super::cells::{joined, text};
use super::identifiers::Numbers;
use super::layout::{Aside, Layout};
use super::marks::{is_identifier_in_place_of_money, is_number, is_yes, via};
use super::payment_remarks::{payment_shown, remark_on_numbers, remark_on_payee};
use super::sample::is_blank;
use super::screens::{PayeeScreen, PurposeScreen};
use super::set_aside::{filled, is_heading_again, is_sum_so_far, is_total_word, says_total};
use super::tally::{Done, ROWS_SHOWN, Tally};
use super::when::{Believed, When, done_about};
use crate::formats::{Cell, RowView};
use crate::values::amounts::{AmountForm, AmountRead, AmountTrouble, amount};
use crate::values::dates::DateOrder;
use crate::values::identifiers::is_placeholder;
use crate::values::persons::purpose_may_name_person;
use crate::{Payee, Payment, TableKind, Taker};

/// What the first walk decided.
pub(super) struct Plan<'a> {
    pub(super) layout: Layout,
    pub(super) heading: &'a [String],
    pub(super) kind: TableKind,
    pub(super) order: DateOrder,
    pub(super) believed: Believed,
    /// The month the file's or sheet's name tells.
    pub(super) month: Option<Month>,
}

/// Reads rows into payments.
pub(super) struct PaymentReader<'a> {
    plan: Plan<'a>,
    tally: Tally,
    forms: AmountForm,
    screen: PayeeScreen,
    purposes: PurposeScreen,
    numbers: Numbers,
    buffers: [String; 13],
    /// The sum since the last subtotal.
    since_total: Pence,
}

/// What is known of a row before its texts are read.
struct Sum {
    read: AmountRead,
    /// The column it was read in.
    place: usize,
    /// How far to the right the other cells stand.
    by: isize,
    when: When,
}

impl<'a> PaymentReader<'a> {
    pub(super) fn new(plan: Plan<'a>, tally: Tally) -> PaymentReader<'a> {
        PaymentReader {
            plan,
            tally,
            forms: AmountForm::default(),
            screen: PayeeScreen::new(),
            purposes: PurposeScreen::new(),
            numbers: Numbers::new(),
            buffers: Default::default(),
            since_total: Pence::ZERO,
        }
    }
}

impl RowReader for PaymentReader<'_> {
    fn row(&mut self, line: u32, row: &RowView<'_>, taker: &mut dyn Taker) -> bool {
        self.tally.rows_read += 1;
        let amount_cell = row.cell(self.plan.layout.amount);
        if amount_cell == Cell::Empty && is_blank(row) {
            self.tally.blank_row(line);
            return self.tally.goes_on;
        }
        self.tally.end_blank_rows(taker);
        self.tally.count_filled(row);
        let when = self.when(row, 0);
        match amount(amount_cell) {
            Ok(read) if when.remark.is_none() => self.sum(line, row, Sum { read, place: self.plan.layout.amount, by: 0, when }, taker),
            read => self.doubtful(line, row, read, when, taker),
        }
        self.tally.goes_on
    }

    fn tally(&mut self) -> &mut Tally {
        &mut self.tally
    }

    fn finish(self: Box<Self>) -> (Tally, AmountForm) {
        (self.tally, self.forms)
    }
}

impl PaymentReader<'_> {
    fn when(&mut self, row: &RowView<'_>, by: isize) -> When {
        let layout = &self.plan.layout;
        let mut when = match layout.day {
            Some(place) => self.plan.believed.read(moved(row, place, by), self.plan.order),
            None => When { day: None, month: None, remark: None, is_said_by_row: false },
        };
        if let (None, Some(place)) = (when.month, layout.month) {
            let joined = || layout.month_and_year.and_then(|pair| pair.read(moved(row, pair.month, by), moved(row, pair.year, by)));
            when.month = Believed::default().read(moved(row, place, by), self.plan.order).month.or_else(joined);
            when.is_said_by_row = when.month.is_some();
        }
        when.month = when.month.or(self.plan.month);
        when
    }

    /// A row whose amount or date is not as it should be: read aside, or set aside.
    fn doubtful(&mut self, line: u32, row: &RowView<'_>, read: Result<AmountRead, AmountTrouble>, when: When, taker: &mut dyn Taker) {
        let layout = self.plan.layout;
        let (place, by) = match layout.aside(row, self.plan.order) {
            Aside::Nowhere => match read {
                Ok(read) => return self.sum(line, row, Sum { read, place: layout.amount, by: 0, when }, taker),
                Err(trouble) => return self.no_amount(line, row, trouble, taker),
            },
            Aside::WholeRow(by) => (layout.amount.saturating_add_signed(by), by),
            Aside::Amount(by) => (layout.amount.saturating_add_signed(by), 0),
        };
        let Ok(read) = amount(row.cell(place)) else { return self.no_amount(line, row, AmountTrouble::Unreadable, taker) };
        let when = self.when(row, by);
        let done =
            if by == 0 { "The amount was read one column beside its own." } else { "Every cell was read one column beside its own." };
        self.tally.repaired(Done { kind: RemarkKind::RaggedRow, line, column: None, seen: "", done }, taker);
        self.sum(line, row, Sum { read, place, by, when }, taker);
    }

    fn no_amount(&mut self, line: u32, row: &RowView<'_>, trouble: AmountTrouble, taker: &mut dyn Taker) {
        let layout = &self.plan.layout;
        let cell = row.cell(layout.amount);
        let column = self.plan.heading.get(layout.amount).map(String::as_str);
        let is_filled = |place: Option<usize>| place.is_some_and(|place| row.cell(place) != Cell::Empty);
        let says_so = layout.supplier.is_some_and(|place| matches!(row.cell(place), Cell::Text(name) if is_total_word(name)));
        let is_bare = says_so || !is_filled(layout.supplier) || !is_filled(layout.day.or(layout.month).or(layout.reference));
        let (kind, done) = if is_heading_again(row, self.plan.heading) || super::heading::is_plainly_heading(row) {
            (RemarkKind::RepeatedHeading, "Set aside: it is the heading.")
        } else if is_bare && says_total(row) {
            (RemarkKind::TotalRow, "Set aside: it is a total or a count.")
        } else if trouble == AmountTrouble::TooLarge {
            (RemarkKind::AmountTooLarge, "Set aside: no payment is so large.")
        } else if is_bare && filled(row) <= 2 && (trouble == AmountTrouble::Empty || !is_filled(layout.supplier)) {
            (RemarkKind::NoteRow, "Set aside: it is a note.")
        } else if trouble == AmountTrouble::Empty {
            (RemarkKind::AmountMissing, "Set aside: there is no amount to count.")
        } else {
            (RemarkKind::AmountUnreadable, "Set aside: the amount cannot be read.")
        };
        let seen = if matches!(kind, RemarkKind::AmountUnreadable | RemarkKind::AmountTooLarge) {
            text(cell, &mut self.buffers[0]).unwrap_or("")
        } else {
            ""
        };
        // A misplaced column can put a person's name where the amount should be.
        let seen = if purpose_may_name_person(seen, &[]) { "" } else { seen };
        self.tally.set_aside(Done { kind, line, column, seen, done }, taker);
    }

    /// A row with an amount: a payment, or a total.
    fn sum(&mut self, line: u32, row: &RowView<'_>, sum: Sum, taker: &mut dyn Taker) {
        if let Some(done) = self.total(row, &sum) {
            let seen = sum.read.pence.to_string();
            let column = self.plan.heading.get(sum.place).map(String::as_str);
            self.tally.set_aside(Done { kind: RemarkKind::TotalRow, line, column, seen: &seen, done }, taker);
            self.since_total = Pence::ZERO;
            return;
        }
        if is_identifier_in_place_of_money(row.cell(sum.place), sum.read.pence) {
            let seen = sum.read.pence.whole_pounds();
            let column = self.plan.heading.get(sum.place).map(String::as_str);
            let done = "Set aside: whole, unmarked and over a thousand million pounds, it is an identifier.";
            self.tally.set_aside(Done { kind: RemarkKind::AmountTooLarge, line, column, seen: &seen, done }, taker);
            return;
        }
        self.forms |= sum.read.form;
        self.since_total += sum.read.pence;
        self.remark_on_cells(line, row, &sum, taker);
        self.pay(line, row, &sum, taker);
    }

    /// Why a row with an amount is a total, if it is one.
    fn total(&self, row: &RowView<'_>, sum: &Sum) -> Option<&'static str> {
        let layout = &self.plan.layout;
        let supplier = layout.supplier.map_or(Cell::Empty, |place| moved(row, place, sum.by));
        if sum.when.is_said_by_row {
            return None;
        }
        let says_so = match supplier {
            Cell::Text(name) => is_total_word(name) && (layout.day.is_some() || filled(row) <= 3),
            _ => says_total(row),
        };
        if says_so {
            return Some("Set aside: it says that it is a total.");
        }
        if supplier != Cell::Empty {
            return None;
        }
        let rows = self.tally.rows_kept;
        if is_sum_so_far(sum.read.pence, self.tally.total, rows) || is_sum_so_far(sum.read.pence, self.since_total, rows) {
            return Some("Set aside: it is the sum of the rows above it.");
        }
        let numbers = (0..row.len()).filter(|place| amount(row.cell(*place)).is_ok()).count();
        (numbers == filled(row)).then_some("Set aside: an amount with nothing beside it to say who was paid, when or for what.")
    }

    fn remark_on_cells(&mut self, line: u32, row: &RowView<'_>, sum: &Sum, taker: &mut dyn Taker) {
        let PaymentReader { plan, tally, buffers, .. } = self;
        let heading = |place: usize| plan.heading.get(place).map(String::as_str);
        if sum.read.was_rounded {
            let seen = text(row.cell(sum.place), &mut buffers[0]).unwrap_or("");
            tally.repaired(
                Done { kind: RemarkKind::AmountRounded, line, column: heading(sum.place), seen, done: "Taken to the nearest penny." },
                taker,
            );
        }
        if let (Some(kind), Some(place)) = (sum.when.remark, plan.layout.day) {
            let seen = text(moved(row, place, sum.by), &mut buffers[0]).unwrap_or("");
            let seen = if kind == RemarkKind::DateUnreadable && purpose_may_name_person(seen, &[]) { "" } else { seen };
            tally.repaired(Done { kind, line, column: heading(place), seen, done: done_about(kind, &sum.when) }, taker);
        }
        let has_more_cells = sum.by == 0 && (tally.filled.len()..row.len()).any(|place| row.cell(place) != Cell::Empty);
        if has_more_cells {
            tally.repaired(
                Done { kind: RemarkKind::RaggedRow, line, column: None, seen: "", done: "Cells beyond the last column were left." },
                taker,
            );
        }
    }

    fn pay(&mut self, line: u32, row: &RowView<'_>, sum: &Sum, taker: &mut dyn Taker) {
        let PaymentReader { plan, tally, screen, purposes, numbers, buffers, .. } = self;
        let layout = &plan.layout;
        // A text column that the amount was read in says nothing else in this row.
        let at = |place: Option<usize>| match place.and_then(|place| place.checked_add_signed(sum.by)) {
            Some(place) if place != sum.place => row.cell(place),
            _ => Cell::Empty,
        };
        let [b0, b1, b2, b3, b4, b5, b6, b7, b8, b9, b10, b11, written] = buffers;
        let category = text(at(layout.category), b0);
        let service = text(at(layout.service), b1);
        let purpose = text(at(layout.purpose), b2);
        let supplier = text(at(layout.supplier), b3);
        let mark = text(at(layout.redacted), b4).is_some_and(is_yes);
        let said = [category.unwrap_or(""), purpose.unwrap_or(""), service.unwrap_or("")];
        let screened = screen.screen(supplier, mark, &said);
        let context = purposes.context(category, service);
        let (may_name_person, purpose_place) =
            purpose.map_or((false, TextPlace::default()), |purpose| purposes.may_name_person(purpose, context));
        let is_about_person = may_name_person || matches!(screened.payee, Payee::Redacted(_) | Payee::PrivatePerson);
        let reference = text(at(layout.reference), b5);
        let payment = Payment {
            line,
            body_name: text(at(layout.body), b6),
            day: sum.when.day,
            month: sum.when.month,
            amount: sum.read.pence,
            payee: screened.payee,
            via: via(plan.kind, text(at(layout.card_mark), b7), reference),
            supplier_number: text(at(layout.supplier_number), b8).filter(|number| is_number(number) || !is_placeholder(number)),
            company_number: numbers.company.ask(at(layout.company_number), written),
            vat_number: numbers.vat.ask(at(layout.vat_number), written),
            charity_number: numbers.charity.ask(at(layout.charity_number), written),
            postcode: numbers.postcode.ask(at(layout.postcode), written),
            reference,
            service,
            category,
            purpose: purpose.filter(|_| !is_about_person),
            proclass: joined(at(layout.proclass.0), at(layout.proclass.1), b9),
            cpv: joined(at(layout.cpv.0), at(layout.cpv.1), b10),
            sercop: joined(at(layout.sercop.0), at(layout.sercop.1), b11),
            places: LinePlaces { category: context.category, service: context.service, purpose: purpose_place, supplier: screened.place },
        };
        remark_on_payee(&payment, screened.had_code, tally, taker);
        remark_on_numbers(&payment, [at(layout.company_number), at(layout.vat_number)], tally, taker);
        if tally.first_rows.len() < ROWS_SHOWN {
            tally.first_rows.push(payment_shown(&payment));
        }
        tally.kept(payment.month, payment.amount);
        if let (Some(day), true) = (payment.day, sum.when.remark != Some(RemarkKind::DateImplausible)) {
            tally.day(day);
        }
        tally.goes_on &= taker.payment(&payment);
    }
}

fn moved<'r>(row: &'r RowView<'_>, place: usize, by: isize) -> Cell<'r> {
    place.checked_add_signed(by).map_or(Cell::Empty, |place| row.cell(place))
}
