//! What every column means, and why.
//!
//! The rule: the heading proposes, the cells dispose. A heading is believed unless its cells cannot be what it says;
//! a needed column without a heading is known by its cells; of two that could be the same, the better-ranked is used
//! and the other is named and left. Every choice says its reason.

use std::collections::BTreeMap;

use serde::Deserialize;
use serde::de::IntoDeserializer;

use super::holds::Holds;
use super::recognise::{read_heading, recognise};
use super::vocabulary::Family;
use super::without_heading;
use crate::Meaning;

/// One column, understood.
#[derive(Clone, Debug)]
pub(super) struct Column {
    /// As published; empty where there is none.
    pub(super) heading: String,
    /// The heading's words, mended.
    pub(super) words: Vec<String>,
    /// What it was taken for.
    pub(super) meaning: Meaning,
    /// 0 is best; 100 where the publisher's own rules said so is not beaten by anything, so it is 0 too.
    pub(super) rank: u8,
    /// For people.
    pub(super) why: String,
    /// True where a publisher's rule named it.
    pub(super) is_ruled: bool,
    /// What its sampled cells hold.
    pub(super) holds: Holds,
}

/// All columns of a table.
#[derive(Clone, Debug)]
pub(super) struct Columns {
    /// From the left.
    pub(super) all: Vec<Column>,
    /// What sort of table its headings are of.
    pub(super) family: Family,
    /// Columns headed as amounts that hold identifiers: their headings.
    pub(super) doubtful_amounts: Vec<String>,
}

impl Columns {
    /// The place of the column with this meaning, if there is one.
    pub(super) fn at(&self, meaning: Meaning) -> Option<usize> {
        self.all.iter().position(|column| column.meaning == meaning)
    }

    /// True where some heading has one of `words`.
    pub(super) fn heading_has(&self, words: &[&str]) -> bool {
        self.all.iter().any(|column| column.words.iter().any(|word| words.contains(&word.as_str())))
    }
}

/// Decides every column. `headings` may be shorter or longer than the rows are wide.
pub(super) fn decide(headings: &[String], holds: Vec<Holds>, file_name: &str, rules: &BTreeMap<String, String>) -> Columns {
    let family = family(headings, file_name);
    let mut all: Vec<Column> =
        holds.into_iter().enumerate().map(|(place, holds)| proposed(headings.get(place), holds, family, rules)).collect();
    move_shifted(&mut all, headings, family);
    let mut doubtful_amounts = Vec::new();
    let has_year = all.iter().any(|column| column.meaning == Meaning::Year && column.holds.filled > 0);
    for column in all.iter_mut().filter(|column| !column.is_ruled) {
        if is_amount(column.meaning) && column.holds.is_identifiers() {
            doubtful_amounts.push(column.heading.clone());
        }
        check(column, has_year);
    }
    call_companies_suppliers(&mut all);
    compete(&mut all);
    call_recipients_suppliers(&mut all);
    without_heading::fill_gaps(&mut all, family, headings.is_empty());
    for column in &mut all {
        if column.holds.filled == 0 && column.heading.is_empty() {
            (column.meaning, column.why) = (Meaning::Empty, "nothing in it".to_string());
        }
    }
    Columns { all, family, doubtful_amounts }
}

/// True for the meanings that are sums of money paid.
pub(super) fn is_amount(meaning: Meaning) -> bool {
    matches!(meaning, Meaning::Amount | Meaning::NetAmount | Meaning::GrossAmount)
}

/// Contracts have a beginning or an end and speak of contracts; payments have a payment date.
fn family(headings: &[String], file_name: &str) -> Family {
    let words: Vec<Vec<String>> = headings.iter().map(|heading| read_heading(heading).words).collect();
    let means = |family: Family, wanted: &[Meaning]| {
        words.iter().any(|words| recognise(words, family).is_some_and(|found| wanted.contains(&found.meaning)))
    };
    let says = |wanted: &[&str]| words.iter().flatten().any(|word| wanted.contains(&word.as_str()));
    let is_paid =
        words.iter().any(|words| recognise(words, Family::Money).is_some_and(|found| found.meaning == Meaning::Day && found.rank == 0));
    let is_grant = says(&["awarded", "grant", "grantee"]) && says(&["recipient", "grantee", "programme", "grant"]);
    let has_term = means(Family::Agreements, &[Meaning::Start, Meaning::End, Meaning::LatestEnd]);
    let name = file_name.to_lowercase();
    let speaks_of_contracts = says(&["contract", "contracts", "tender", "agreement", "expiry", "extension", "procurement", "framework"])
        || ["contract", "tender", "procurement"].iter().any(|word| name.contains(word));
    if has_term && speaks_of_contracts && !is_paid && !is_grant { Family::Agreements } else { Family::Money }
}

/// What a heading alone would make of a column, or the publisher's own rule.
fn proposed(heading: Option<&String>, holds: Holds, family: Family, rules: &BTreeMap<String, String>) -> Column {
    let heading = heading.cloned().unwrap_or_default();
    let read = read_heading(&heading);
    let ruled =
        rules.iter().find(|(named, _)| named.trim().to_lowercase() == heading.to_lowercase()).and_then(|(_, code)| meaning_of(code));
    let (meaning, rank, why) = match (ruled, recognise(&read.words, family)) {
        (Some(meaning), _) => (meaning, 0, format!("the publisher's own file says what '{heading}' is")),
        (None, Some(found)) if read.mended.is_empty() => (found.meaning, found.rank, format!("heading '{heading}'")),
        (None, Some(found)) => {
            let mended: Vec<String> = read.mended.iter().map(|(written, meant)| format!("'{written}' is near '{meant}'")).collect();
            (found.meaning, found.rank, format!("heading '{heading}': {}", mended.join(", ")))
        }
        (None, None) if heading.is_empty() => (Meaning::OtherText, 9, "no heading".to_string()),
        (None, None) => (Meaning::OtherText, 9, format!("heading '{heading}' is not known")),
    };
    Column { heading, words: read.words, meaning, rank, why, is_ruled: ruled.is_some(), holds }
}

/// The meaning that a rule's code names.
fn meaning_of(code: &str) -> Option<Meaning> {
    let code: serde::de::value::StrDeserializer<'_, serde::de::value::Error> = code.into_deserializer();
    Meaning::deserialize(code).ok()
}

/// Where neither the date nor the amount stands under its heading, and both stand one column to the right of it, the
/// headings are read one to the right: an export put a column before the first.
fn move_shifted(all: &mut [Column], headings: &[String], family: Family) {
    let fits = |all: &[Column], by: usize| {
        let holds = |place: usize| all.get(place + by).map(|column| &column.holds);
        let typed = |meaning: Meaning| all.iter().position(|column| column.meaning == meaning);
        let amount = all.iter().position(|column| is_amount(column.meaning));
        let date = typed(Meaning::Day).or(typed(Meaning::Start));
        let money = amount.or(typed(Meaning::TotalValue));
        let date_fits = date.is_some_and(|place| holds(place).is_some_and(|holds| holds.part(holds.dates) > 0.7));
        let money_fits = money.is_some_and(|place| holds(place).is_some_and(|holds| holds.part(holds.numbers) > 0.7 && holds.is_money()));
        (date_fits, money_fits)
    };
    if headings.is_empty() || fits(all, 0) != (false, false) || fits(all, 1) != (true, true) {
        return;
    }
    let nothing = BTreeMap::new();
    for place in (0..all.len()).rev() {
        let holds = std::mem::take(&mut all[place].holds);
        let heading = place.checked_sub(1).and_then(|before| headings.get(before));
        all[place] = proposed(heading, holds, family, &nothing);
        all[place].why.push_str("; every heading stands one column to the left of its cells");
    }
}

/// Takes back a meaning that the cells cannot have. A name of a month is one only beside a year.
fn check(column: &mut Column, has_year: bool) {
    let holds = &column.holds;
    if holds.filled == 0 {
        return;
    }
    let instead = match column.meaning {
        Meaning::Amount if column.rank == 3 && holds.is_dates() => Some((Meaning::Day, "but it holds dates")),
        meaning if is_amount(meaning) && holds.is_identifiers() => Some((Meaning::OtherNumber, "but its numbers are identifiers")),
        meaning if is_amount(meaning) && holds.part(holds.numbers) < 0.5 => Some((other(holds), "but it holds no amounts")),
        Meaning::Day if !holds.is_dates() && holds.is_months_in_digits() => Some((Meaning::Month, "and it holds months")),
        Meaning::Day | Meaning::Start | Meaning::End if !holds.is_dates() => Some((other(holds), "but it holds no dates")),
        Meaning::Month if has_year && holds.part(holds.months) >= 0.5 => None,
        // A ledger's period 202406 may be June or September, so only what is called a month is read as one.
        Meaning::Month if holds.is_months_in_digits() && !column.words.iter().any(|word| word == "period") => None,
        Meaning::Month if !holds.is_dates() => Some((other(holds), "but its months cannot be read")),
        Meaning::Supplier if holds.part(holds.dates) > 0.5 => Some((Meaning::OtherText, "but it holds dates")),
        Meaning::Supplier if holds.part(holds.numbers) > 0.8 => Some((Meaning::SupplierNumber, "but it holds numbers")),
        Meaning::SupplierNumber if holds.part(holds.phrases) > 0.6 && holds.part(holds.firms) > 0.15 => {
            Some((Meaning::Supplier, "but it holds firms' names"))
        }
        Meaning::Redacted if is_headed_as_supplier(column) && holds.mean_length() > 8.0 && holds.part(holds.redacted) < 0.9 => {
            Some((Meaning::Supplier, "but it holds names"))
        }
        Meaning::Service | Meaning::Category if holds.part(holds.numbers) > 0.8 => Some((Meaning::OtherNumber, "but it holds codes")),
        Meaning::ProclassLabel if holds.part(holds.numbers) > 0.8 => Some((Meaning::ProclassCode, "and it holds codes")),
        Meaning::CpvLabel if holds.part(holds.numbers) > 0.8 => Some((Meaning::CpvCode, "and it holds codes")),
        Meaning::SercopLabel if holds.is_codes() => Some((Meaning::SercopCode, "and it holds codes")),
        Meaning::Title if holds.part(holds.phrases) < 0.2 && holds.mean_length() < 14.0 => {
            Some((Meaning::Reference, "but it holds references"))
        }
        _ => None,
    };
    if let Some((meaning, reason)) = instead {
        column.rank = if meaning == Meaning::Reference { 5 } else { column.rank };
        column.meaning = meaning;
        column.why = format!("{}, {reason}", column.why);
    }
}

/// `Supplier name (redacted where personal)` is a supplier's column with a note in its heading.
fn is_headed_as_supplier(column: &Column) -> bool {
    column.words.iter().any(|word| matches!(word.as_str(), "supplier" | "vendor" | "payee" | "creditor" | "beneficiary" | "merchant"))
}

/// Where no column says who was paid, the organisations of one that holds companies are who was paid: a body is none.
fn call_companies_suppliers(all: &mut [Column]) {
    if all.iter().any(|column| column.meaning == Meaning::Supplier) {
        return;
    }
    let companies = |column: &&mut Column| column.holds.part(column.holds.companies);
    let is_of_companies =
        |column: &&mut Column| column.meaning == Meaning::Body && !column.is_ruled && companies(column) >= 0.1 && column.holds.kinds() > 1;
    let most = all.iter_mut().filter(is_of_companies).max_by(|a, b| companies(a).total_cmp(&companies(b)));
    if let Some(column) = most {
        (column.meaning, column.rank) = (Meaning::Supplier, 2);
        column.why.push_str("; its cells are names of companies, so they are who was paid");
    }
}

/// In a list of grants without a column of recipients, many different organisations are who receives them.
fn call_recipients_suppliers(all: &mut [Column]) {
    let says = |column: &Column, wanted: &[&str]| column.words.iter().any(|word| wanted.contains(&word.as_str()));
    let is_of_grants = all.iter().any(|column| says(column, &["grant", "grants", "grantee", "awarded"]));
    let has_supplier = all.iter().any(|column| column.meaning == Meaning::Supplier);
    let is_varied = |column: &&mut Column| {
        column.meaning == Meaning::Body && !column.is_ruled && column.holds.variety() > 0.3 && column.holds.kinds() > 2
    };
    if let Some(column) = all.iter_mut().find(is_varied).filter(|_| is_of_grants && !has_supplier) {
        column.meaning = Meaning::Supplier;
        column.why.push_str("; in a list of grants the organisations that differ are who receives them");
    }
}

fn other(holds: &Holds) -> Meaning {
    if holds.part(holds.numbers) > 0.8 { Meaning::OtherNumber } else { Meaning::OtherText }
}

/// Meanings of which a row has one.
const ONE_OF_EACH: &[Meaning] = &[
    Meaning::Body,
    Meaning::Day,
    Meaning::Month,
    Meaning::Year,
    Meaning::Supplier,
    Meaning::SupplierNumber,
    Meaning::CompanyNumber,
    Meaning::VatNumber,
    Meaning::CharityNumber,
    Meaning::Postcode,
    Meaning::Reference,
    Meaning::Service,
    Meaning::Category,
    Meaning::Purpose,
    Meaning::ProclassCode,
    Meaning::ProclassLabel,
    Meaning::CpvCode,
    Meaning::CpvLabel,
    Meaning::SercopCode,
    Meaning::SercopLabel,
    Meaning::MerchantCategory,
    Meaning::CardMark,
    Meaning::Redacted,
    Meaning::Title,
    Meaning::Description,
    Meaning::Start,
    Meaning::End,
    Meaning::Review,
    Meaning::LatestEnd,
    Meaning::ExtensionMonths,
    Meaning::ExtensionCount,
    Meaning::TermMonths,
    Meaning::AnnualValue,
    Meaning::TotalValue,
    Meaning::Status,
    Meaning::Sme,
    Meaning::Vcse,
    Meaning::OpenContractingId,
    Meaning::Url,
    Meaning::VatAmount,
];

/// Leaves one column of each meaning: ruled, then with something in it, then best-ranked, then words before codes.
fn compete(all: &mut [Column]) {
    for &meaning in ONE_OF_EACH {
        let order = |column: &Column| {
            let is_thin = column.holds.filled == 0;
            let is_codes = matches!(meaning, Meaning::Service | Meaning::Category | Meaning::Supplier) && column.holds.is_codes();
            (!column.is_ruled, is_thin, is_codes, column.rank)
        };
        let Some(best) = (0..all.len()).filter(|place| all[*place].meaning == meaning).min_by_key(|place| order(&all[*place])) else {
            continue;
        };
        let named = if all[best].heading.is_empty() { format!("column {}", best + 1) } else { format!("'{}'", all[best].heading) };
        for (place, column) in all.iter_mut().enumerate() {
            if place != best && column.meaning == meaning {
                column.meaning = other(&column.holds);
                column.why = format!("{}; {named} is used instead", column.why);
            }
        }
    }
}
