//! The second walk over a contracts register or a list of tenders: one row in, one contract or one reason out.
//!
//! The rule: what is published is kept as published; `-`, `n/a` and `TBC` are nothing. Suppliers are split only where
//! the publisher plainly split them. A supplier who may not be named is counted, never handed on.

use definitions::{Day, Pence, RemarkKind};

use super::RowReader;
use super::cells::{joined, owned};
use super::columns::Columns;
use super::joint::joint_words;
use super::sample::is_blank;
use super::set_aside::{filled, is_heading_again, says_total};
use super::tally::{Done, ROWS_SHOWN, Tally};
use super::terms::{Published, Terms, whole_number};
use crate::formats::{Cell, RowView};
use crate::understanding::RowShown;
use crate::values::amounts::{AmountForm, amount};
use crate::values::dates::{DateOrder, DateRead, date};
use crate::values::identifiers::{company_number, is_placeholder, postcode};
use crate::values::payee::payee;
use crate::{Contract, Meaning, Payee, TableKind, Taker};

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
        let published = Published {
            start: self.day(line, row, Meaning::Start, taker),
            end: self.day(line, row, Meaning::End, taker),
            latest_end: self.day(line, row, Meaning::LatestEnd, taker),
            review: self.day(line, row, Meaning::Review, taker),
            extension_months: self.number(row, Meaning::ExtensionMonths),
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

/// `£45,504.00` in a column of dates is 31 July 2024: a spreadsheet counts days from the end of 1899.
fn day_as_money(cell: Cell<'_>) -> Option<Day> {
    let pence = amount(cell).ok()?.pence.0;
    let is_of_our_time = pence % 100 == 0 && (3_000_000..7_000_000).contains(&pence);
    is_of_our_time.then(|| Day((pence / 100) as i32 - 25_569))
}

/// Words that say there is no such day.
fn is_open_ended(text: &str) -> bool {
    let lower = text.to_lowercase();
    is_placeholder(text)
        || ["ongoing", "rolling", "open", "none", "not applicable", "indefinite", "perpet", "annual"]
            .iter()
            .any(|word| lower.contains(word))
}

/// Suppliers of one cell, and how many of them may not be named. Commas do not part them: `Ash, Birch and Co Ltd` is one firm.
fn suppliers(text: Option<&str>, category: Option<&str>) -> (Vec<String>, u32) {
    let (mut named, mut unnamed) = (Vec::new(), 0);
    let context = [category.unwrap_or("")];
    for written in text.into_iter().flat_map(|text| text.split([';', '\n', '\r', '|'])).flat_map(|part| part.split(" / ")) {
        let written = written.trim();
        if written.is_empty() || is_placeholder(written) {
            continue;
        }
        let mut buffer = String::new();
        match payee(Some(written), false, &context, &mut buffer).0 {
            Payee::Supplier(name) if named.iter().all(|before| before != name) => named.push(name.to_string()),
            Payee::Redacted(_) | Payee::PrivatePerson => unnamed += 1,
            Payee::Supplier(_) | Payee::Missing => {}
        }
    }
    (named, unnamed)
}

/// `271440 - Information Communication Technology`.
fn starts_with_proclass(text: &str) -> bool {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    digits == 6 && text[digits..].trim_start().starts_with('-')
}

fn is_not_yet_awarded(status: &str) -> bool {
    let lower = status.to_lowercase();
    ["tender", "planned", "pipeline", "not yet", "forthcoming", "in procurement", "advert", "evaluation", "draft"]
        .iter()
        .any(|word| lower.contains(word))
}

fn yes_or_no(text: &str) -> Option<bool> {
    let lower = text.trim().to_lowercase();
    match lower.as_str() {
        "y" | "yes" | "true" | "1" | "sme" | "vcse" | "vcs" => Some(true),
        "n" | "no" | "false" | "0" | "non-sme" | "not sme" | "large" | "non sme" => Some(false),
        _ if lower.starts_with("yes") => Some(true),
        _ if lower.starts_with("no") => Some(false),
        _ if lower.contains("small") || lower.contains("medium") || lower.contains("micro") => Some(true),
        _ => None,
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn suppliers_are_parted_by_semicolons_slashes_and_lines_but_not_by_commas() {
        let (named, unnamed) = suppliers(Some("Ash, Birch and Co Ltd; Cedar Ltd / Dogwood plc\nElm Ltd"), None);
        assert_eq!(named, ["Ash, Birch and Co Ltd", "Cedar Ltd", "Dogwood plc", "Elm Ltd"]);
        assert_eq!(unnamed, 0);
    }

    #[test]
    fn a_redacted_supplier_is_counted_and_not_named() {
        assert_eq!(suppliers(Some("REDACTED"), None), (vec![], 1));
        assert_eq!(suppliers(Some("n/a"), None), (vec![], 0));
    }

    #[test]
    fn a_date_shown_as_money_is_read_as_the_day_it_was() {
        assert_eq!(day_as_money(Cell::Text("£45,504.00")), "2024-07-31".parse().ok());
        assert_eq!(day_as_money(Cell::Text("£12.50")), None);
    }

    #[test]
    fn a_proclass_code_is_known_by_its_six_digits() {
        assert!(starts_with_proclass("271440 - Information Communication Technology"));
        assert!(!starts_with_proclass("12 - Months"));
    }
}
