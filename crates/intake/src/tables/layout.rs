//! Where a payment's parts stand in a row.
//!
//! The rule: a place is decided once for a table; a row whose cells stand one column to the side is read there and
//! remarked on, and only where both its date and its amount say so.

use super::columns::Columns;
use super::month_and_year::MonthAndYear;
use crate::Meaning;
use crate::formats::{Cell, RowView};
use crate::values::amounts::looks_like_amount;
use crate::values::dates::{DateOrder, DateRead, date};

/// The column of each part, counted from 0.
#[derive(Clone, Copy, Debug)]
pub(super) struct Layout {
    pub(super) amount: usize,
    pub(super) supplier: Option<usize>,
    pub(super) day: Option<usize>,
    pub(super) month: Option<usize>,
    pub(super) month_and_year: Option<MonthAndYear>,
    pub(super) body: Option<usize>,
    pub(super) supplier_number: Option<usize>,
    pub(super) company_number: Option<usize>,
    pub(super) vat_number: Option<usize>,
    pub(super) charity_number: Option<usize>,
    pub(super) postcode: Option<usize>,
    pub(super) reference: Option<usize>,
    pub(super) service: Option<usize>,
    pub(super) category: Option<usize>,
    pub(super) purpose: Option<usize>,
    pub(super) proclass: (Option<usize>, Option<usize>),
    pub(super) cpv: (Option<usize>, Option<usize>),
    pub(super) sercop: (Option<usize>, Option<usize>),
    pub(super) card_mark: Option<usize>,
    pub(super) redacted: Option<usize>,
}

impl Layout {
    /// The layout of a table whose amount stands at `amount`.
    pub(super) fn new(columns: &Columns, amount: usize) -> Layout {
        let at = |meaning| columns.at(meaning);
        let is_name = |place: &usize| columns.all[*place].holds.part(columns.all[*place].holds.addresses) < 0.5;
        Layout {
            amount,
            supplier: at(Meaning::Supplier),
            day: at(Meaning::Day),
            month: at(Meaning::Month),
            month_and_year: MonthAndYear::of(&columns.all),
            body: at(Meaning::Body).filter(is_name),
            supplier_number: at(Meaning::SupplierNumber),
            company_number: at(Meaning::CompanyNumber),
            vat_number: at(Meaning::VatNumber),
            charity_number: at(Meaning::CharityNumber),
            postcode: at(Meaning::Postcode),
            reference: at(Meaning::Reference),
            service: at(Meaning::Service),
            category: at(Meaning::Category).or(at(Meaning::MerchantCategory)),
            purpose: at(Meaning::Purpose),
            proclass: (at(Meaning::ProclassCode), at(Meaning::ProclassLabel)),
            cpv: (at(Meaning::CpvCode), at(Meaning::CpvLabel)),
            sercop: (at(Meaning::SercopCode), at(Meaning::SercopLabel)),
            card_mark: at(Meaning::CardMark),
            redacted: at(Meaning::Redacted),
        }
    }

    /// Where this row's cells stand against the layout, looked for only when date or amount are not in their places.
    pub(super) fn aside(&self, row: &RowView<'_>, order: DateOrder) -> Aside {
        let moved = |place: usize, by: isize| place.checked_add_signed(by).map_or(Cell::Empty, |place| row.cell(place));
        let is_day = |cell: Cell<'_>| matches!(date(cell, order), DateRead::Day { .. });
        let Some(day) = self.day else { return Aside::Nowhere };
        if row.cell(day) != Cell::Empty && !is_day(row.cell(day)) {
            let whole = [1, -1].into_iter().find(|by| is_day(moved(day, *by)) && looks_like_amount(moved(self.amount, *by)));
            return whole.map_or(Aside::Nowhere, Aside::WholeRow);
        }
        if row.cell(self.amount) == Cell::Empty && is_day(row.cell(day)) {
            let is_place = |by: &isize| {
                self.amount
                    .checked_add_signed(*by)
                    .is_some_and(|place| place != day && Some(place) != self.supplier && Some(place) != self.reference)
            };
            let beside = [-1, 1].into_iter().filter(is_place).find(|by| looks_like_amount(moved(self.amount, *by)));
            return beside.map_or(Aside::Nowhere, Aside::Amount);
        }
        Aside::Nowhere
    }
}

/// How a row stands against the layout.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Aside {
    /// In its places, or nowhere to be found.
    Nowhere,
    /// Every cell stands this many columns to the right.
    WholeRow(isize),
    /// The amount alone does.
    Amount(isize),
}
