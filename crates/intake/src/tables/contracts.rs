//! The second walk over a contracts register or a list of tenders: one row in, one contract or one reason out.
//!
//! The rule: what is published is kept as published; `-`, `n/a` and `TBC` are nothing. Suppliers are split only where
//! the publisher plainly split them. A supplier who may not be named is counted, never handed on.

use definitions::{Day, Pence, RemarkKind};

use super::RowReader;
use super::cells::{joined, owned};
use super::columns::Columns;
use super::contract_cells::{day_as_money, is_not_yet_awarded, is_open_ended, starts_with_proclass, suppliers, yes_or_no};
use super::joint::joint_words;
use super::sample::is_blank;
use super::set_aside::{filled, is_heading_again, says_total};
use super::tally::{Done, ROWS_SHOWN, Tally};
use super::terms::{Published, Terms, exchanged, whole_number};
use crate::formats::{Cell, RowView};
use crate::understanding::RowShown;
use crate::values::amounts::{AmountForm, amount};
use crate::values::dates::{DateOrder, DateRead, date};
use crate::values::identifiers::{company_number, is_placeholder, postcode};
use crate::{Contract, Meaning, TableKind, Taker};

/// Reads rows into contracts.
pub(super) struct ContractReader<'a> {
    pub(super) columns: &'a Columns,
    pub(super) heading: &'a [String],
    pub(super) kind: TableKind,
    pub(super) order: DateOrder,
    pub(super) tally: Tally,
    pub(super) forms: AmountForm,
}

impl RowReader for ContractReader<'_> {
    fn row(&mut self, line: u32, row: &RowView<'_>, taker: &mut dyn Taker) -> bool {
        self.tally.rows_read += 1;
        if is_blank(row) {
            self.tally.blank_row(line);
            return self.tally.goes_on;
        }
        self.tally.end_blank_rows(taker);
        self.tally.count_filled(row);
        let contract = self.contract(line, row, taker);
        if contract.title.is_some() || !contract.suppliers.is_empty() || contract.unnamed_suppliers > 0 {
            match self.not_a_contract(row, &contract) {
                Some((kind, done)) => self.tally.set_aside(Done { kind, line, column: None, seen: "", done }, taker),
                None => self.keep(contract, taker),
            }
        } else {
            let (kind, done) = if says_total(row) {
                (RemarkKind::TotalRow, "Set aside: it is a total or a count.")
            } else if filled(row) <= 2 {
                (RemarkKind::NoteRow, "Set aside: it is a note.")
            } else {
                (RemarkKind::ContractIncomplete, "Set aside: it has neither a title nor a supplier.")
            };
            self.tally.set_aside(Done { kind, line, column: None, seen: "", done }, taker);
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

impl ContractReader<'_> {
    /// A row that has words where a title or a supplier stands, and is none.
    fn not_a_contract(&self, row: &RowView<'_>, contract: &Contract) -> Option<(RemarkKind, &'static str)> {
        if is_heading_again(row, self.heading) {
            return Some((RemarkKind::RepeatedHeading, "Set aside: it is the heading."));
        }
        let has_term = contract.start.or(contract.end).is_some();
        if !has_term && filled(row) <= 3 && says_total(row) {
            return Some((RemarkKind::TotalRow, "Set aside: it is a total or a count."));
        }
        (!has_term && filled(row) == 1 && self.columns.all.len() > 3).then_some((RemarkKind::NoteRow, "Set aside: it is a note."))
    }

    fn keep(&mut self, contract: Contract, taker: &mut dyn Taker) {
        if let (Some(start), Some(end)) = (contract.start, contract.end)
            && end < start
        {
            let seen = format!("{start} to {end}");
            let done = "Kept; a contract that ends before it starts has no term.";
            self.tally.repaired(Done { kind: RemarkKind::ContractDates, line: contract.line, column: None, seen: &seen, done }, taker);
        }
        contract.start.into_iter().chain(contract.end).for_each(|day| self.tally.day(day));
        if self.tally.first_rows.len() < ROWS_SHOWN {
            self.tally.first_rows.push(shown(&contract));
        }
        self.tally.kept(contract.start.map(Day::month), Pence::ZERO);
        self.tally.goes_on &= taker.contract(contract);
    }

    fn contract(&mut self, line: u32, row: &RowView<'_>, taker: &mut dyn Taker) -> Contract {
        let terms = self.terms(line, row, taker);
        let cell = |meaning| self.columns.at(meaning).map_or(Cell::Empty, |place| row.cell(place));
        let said = |meaning| owned(cell(meaning)).filter(|text| !is_placeholder(text));
        let (suppliers, unnamed_suppliers) = suppliers(said(Meaning::Supplier).as_deref(), said(Meaning::Category).as_deref());
        let description = said(Meaning::Description);
        let title = said(Meaning::Title).or_else(|| description.clone());
        let has_one = suppliers.len() + unnamed_suppliers as usize == 1 && unnamed_suppliers == 0;
        let status = said(Meaning::Status);
        let body_name = said(Meaning::Body);
        let other_bodies: Vec<String> = self
            .columns
            .all
            .iter()
            .enumerate()
            .filter(|(_, column)| column.words.iter().any(|word| word == "customer" || word == "body"))
            .filter_map(|(place, _)| owned(row.cell(place)))
            .collect();
        let said_of_bodies = title.iter().chain(&description).chain(&body_name).chain(&other_bodies).map(String::as_str);
        Contract {
            line,
            joint_words: joint_words(said_of_bodies),
            is_not_yet_awarded: self.kind == TableKind::Notices
                || (suppliers.is_empty() && unnamed_suppliers == 0 && status.as_deref().is_some_and(is_not_yet_awarded)),
            company_number: said(Meaning::CompanyNumber).filter(|_| has_one).and_then(|text| company_number(&text)),
            postcode: said(Meaning::Postcode).filter(|_| has_one).and_then(|text| postcode(&text)),
            proclass: joined(cell(Meaning::ProclassCode), cell(Meaning::ProclassLabel), &mut String::new())
                .filter(|text| !is_placeholder(text))
                .map(str::to_string)
                .or_else(|| said(Meaning::Category).or(description.clone()).filter(|text| starts_with_proclass(text))),
            cpv: joined(cell(Meaning::CpvCode), cell(Meaning::CpvLabel), &mut String::new())
                .filter(|text| !is_placeholder(text))
                .map(str::to_string),
            body_name,
            reference: said(Meaning::Reference),
            ocid: said(Meaning::OpenContractingId),
            title,
            description,
            suppliers,
            unnamed_suppliers,
            service: said(Meaning::Service),
            category: said(Meaning::Category),
            start: terms.start,
            end: terms.end,
            latest_end: terms.latest_end,
            earliest_end: terms.earliest_end,
            annual_value: terms.annual_value,
            total_value: terms.total_value,
            status,
            is_sme: said(Meaning::Sme).and_then(|text| yes_or_no(&text)),
            is_vcse: said(Meaning::Vcse).and_then(|text| yes_or_no(&text)),
            url: said(Meaning::Url),
        }
    }

    fn terms(&mut self, line: u32, row: &RowView<'_>, taker: &mut dyn Taker) -> Terms {
        let (start, end) = self.term(line, row, taker);
        let published = Published {
            start,
            end,
            latest_end: self.day(line, row, Meaning::LatestEnd, taker),
            review: self.day(line, row, Meaning::Review, taker),
            extension_months: self.number(row, Meaning::ExtensionMonths),
            extension_count: self.number(row, Meaning::ExtensionCount),
            extensions_taken: self.extensions_taken(row),
            term_months: self.number(row, Meaning::TermMonths),
            annual_value: self.value(row, Meaning::AnnualValue),
            total_value: self.value(row, Meaning::TotalValue),
        };
        Terms::of(&published)
    }

    fn number(&self, row: &RowView<'_>, meaning: Meaning) -> Option<u32> {
        let place = self.columns.at(meaning)?;
        whole_number(row.cell(place))
    }

    /// First and last day.
    fn term(&mut self, line: u32, row: &RowView<'_>, taker: &mut dyn Taker) -> (Option<Day>, Option<Day>) {
        let (start, end) = (self.day(line, row, Meaning::Start, taker), self.day(line, row, Meaning::End, taker));
        let Some((other_start, other_end)) = start.zip(end).and_then(|(start, end)| exchanged(start, end)) else { return (start, end) };
        // A year written first leaves nothing to exchange.
        let is_day_or_month_first = |meaning| {
            let cell = self.columns.at(meaning).map_or(Cell::Empty, |place| row.cell(place));
            !matches!(cell, Cell::Text(text) if text.bytes().take_while(u8::is_ascii_digit).count() >= 4)
        };
        if !is_day_or_month_first(Meaning::Start) || !is_day_or_month_first(Meaning::End) {
            return (start, end);
        }
        let seen = start.zip(end).map_or_else(String::new, |(start, end)| format!("{start} to {end}"));
        let done = "Read with day and month exchanged, since only so is the term a number of whole years.";
        self.tally.repaired(Done { kind: RemarkKind::DateSwapped, line, column: None, seen: &seen, done }, taker);
        (Some(other_start), Some(other_end))
    }

    /// A column for each extension says yes, or one column says how many.
    fn extensions_taken(&self, row: &RowView<'_>) -> u32 {
        let columns = self.columns.all.iter().enumerate().filter(|(_, column)| column.meaning == Meaning::ExtensionsTaken);
        let taken = |cell: Cell<'_>| match cell {
            Cell::Text(text) if yes_or_no(text) == Some(true) => 1,
            cell => whole_number(cell).filter(|number| *number <= 10).unwrap_or(0),
        };
        columns.map(|(place, _)| taken(row.cell(place))).sum()
    }

    fn value(&mut self, row: &RowView<'_>, meaning: Meaning) -> Option<Pence> {
        let read = amount(row.cell(self.columns.at(meaning)?)).ok()?;
        self.forms |= read.form;
        Some(read.pence)
    }

    fn day(&mut self, line: u32, row: &RowView<'_>, meaning: Meaning, taker: &mut dyn Taker) -> Option<Day> {
        let place = self.columns.at(meaning)?;
        let (kind, day, done) = match date(row.cell(place), self.order) {
            DateRead::Missing => return None,
            DateRead::Day { day, swapped } => match day.ymd().0 {
                1980..=2150 if swapped => {
                    (RemarkKind::DateSwapped, Some(day), "Read with day and month the other way round from the rest.")
                }
                1980..=2150 => return Some(day),
                _ => (RemarkKind::DateImplausible, None, "Kept without this date."),
            },
            DateRead::MonthOnly(month) if meaning == Meaning::Start => return Some(month.first_day()),
            DateRead::MonthOnly(month) => return Some(month.last_day()),
            DateRead::Impossible(month) => {
                (RemarkKind::DateImpossible, month.map(|month| month.last_day()), "Read as the last day of its month, where that is clear.")
            }
            DateRead::Unreadable => match day_as_money(row.cell(place)) {
                Some(day) => (RemarkKind::DateUnreadable, Some(day), "Read as a spreadsheet's number for a day, shown as money."),
                None => (RemarkKind::DateUnreadable, None, "Kept without this date."),
            },
        };
        if matches!(row.cell(place), Cell::Text(text) if is_open_ended(text)) || is_heading_again(row, self.heading) {
            return None;
        }
        let seen = owned(row.cell(place)).unwrap_or_default();
        let column = self.heading.get(place).map(String::as_str);
        self.tally.repaired(Done { kind, line, column, seen: &seen, done }, taker);
        day
    }
}

fn shown(contract: &Contract) -> RowShown {
    let money = |value: Option<Pence>| value.map(Pence::plain);
    let day = |day: Option<Day>| day.map(|day| day.to_string());
    let parts = [
        (Meaning::Body, contract.body_name.clone()),
        (Meaning::Reference, contract.reference.clone()),
        (Meaning::Title, contract.title.clone()),
        (Meaning::Supplier, (!contract.suppliers.is_empty()).then(|| contract.suppliers.join("; "))),
        (Meaning::Start, day(contract.start)),
        (Meaning::End, day(contract.end)),
        (Meaning::LatestEnd, day(contract.latest_end)),
        (Meaning::AnnualValue, money(contract.annual_value)),
        (Meaning::TotalValue, money(contract.total_value)),
        (Meaning::Status, contract.status.clone()),
    ];
    let cells = parts.into_iter().filter_map(|(meaning, text)| text.map(|text| (meaning, text))).collect();
    RowShown { line: contract.line, cells }
}
