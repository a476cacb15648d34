//! A body's publication report card: how what it publishes compares with what the Local Government Transparency Code asks.
//!
//! The rule: only what its own files show, file by file as understood, before repeats are taken out; nothing is compared with
//! another body. Every complaint becomes a sentence to the officer who publishes, with the number of lines or files it is
//! about, worst first. The card never names a supplier, so it can be published as it is.

mod fields;
mod fix_first;
mod headings;
mod series;
#[cfg(test)]
mod tests;

pub use series::{break_in_series, whole_months};

use std::collections::BTreeMap;

use definitions::{Day, Month, Pence, RemarkKind};

use crate::{TableKind, TableUnderstood, Understanding};

/// One file of the body.
#[derive(Clone, Copy, Debug)]
pub struct FileForCard<'a> {
    /// Its name, for people.
    pub name: &'a str,
    /// What was understood of it.
    pub understanding: &'a Understanding,
}

/// The facts of the card.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PublicationCard {
    /// First and last day of payments; of contracts and notices where there are no payments.
    pub period: Option<(Day, Day)>,
    /// Payments by month: rows and value, repeats included.
    pub months: Vec<(Month, u64, Pence)>,
    /// Months between the first and the last with no payment. A few stray dates do not stretch the period.
    pub gaps: Vec<Month>,
    /// Fields the Code asks for: name, whether it says must, and the share of rows that have it.
    pub fields: Vec<(String, bool, f64)>,
    /// Repairs and rows set aside, by reason.
    pub repairs: BTreeMap<RemarkKind, u64>,
    /// Share of payments whose payee the publisher withheld.
    pub redacted_share: f64,
    /// When headings changed from one file to the next, as sentences.
    pub heading_changes: Vec<String>,
    /// A change of system that breaks the series, as a sentence.
    pub series_break: Option<String>,
    /// What the publishing officer could fix first, most lines first: at most six sentences.
    pub fix_first: Vec<String>,
}

/// The card of one body.
pub fn card(files: &[FileForCard<'_>]) -> PublicationCard {
    let payments = Tables::of(files, is_payments);
    let contracts = Tables::of(files, |kind| kind == TableKind::Contracts);
    let notices = Tables::of(files, |kind| kind == TableKind::Notices);
    let months = payments.months();
    let mut card = PublicationCard {
        period: [&payments, &contracts, &notices].into_iter().find_map(Tables::period),
        gaps: series::gaps(&months),
        fields: fields::fills(&payments, &contracts),
        repairs: [&payments, &contracts, &notices].into_iter().fold(BTreeMap::new(), Tables::add_repairs),
        redacted_share: payments.share_of(RemarkKind::SupplierRedacted),
        heading_changes: headings::changes(&payments),
        series_break: break_in_series(&months),
        months,
        fix_first: Vec::new(),
    };
    card.fix_first = fix_first::sentences(&card, &payments, &contracts);
    card
}

fn is_payments(kind: TableKind) -> bool {
    matches!(kind, TableKind::Payments | TableKind::PurchaseCards | TableKind::Grants)
}

/// The tables of one sort in all files, with the file of each.
struct Tables<'a>(Vec<(FileForCard<'a>, &'a TableUnderstood)>);

impl<'a> Tables<'a> {
    fn of(files: &[FileForCard<'a>], is_wanted: impl Fn(TableKind) -> bool) -> Tables<'a> {
        let all = files.iter().flat_map(|file| file.understanding.tables.iter().map(|table| (*file, table)));
        Tables(all.filter(|(_, table)| is_wanted(table.kind) && table.rows_kept > 0).collect())
    }

    fn rows(&self) -> u64 {
        self.0.iter().map(|(_, table)| table.rows_kept).sum()
    }

    fn period(&self) -> Option<(Day, Day)> {
        self.0.iter().filter_map(|(_, table)| table.period).reduce(|all, one| (all.0.min(one.0), all.1.max(one.1)))
    }

    fn months(&self) -> Vec<(Month, u64, Pence)> {
        let mut months: BTreeMap<Month, (u64, Pence)> = BTreeMap::new();
        for (month, rows, value) in self.0.iter().flat_map(|(_, table)| &table.months) {
            let Some(month) = month else { continue };
            let sum = months.entry(*month).or_default();
            *sum = (sum.0 + rows, sum.1 + *value);
        }
        months.into_iter().map(|(month, (rows, value))| (month, rows, value)).collect()
    }

    fn add_repairs(mut repairs: BTreeMap<RemarkKind, u64>, tables: &Tables<'a>) -> BTreeMap<RemarkKind, u64> {
        for (kind, count) in tables.0.iter().flat_map(|(_, table)| table.set_aside.iter().chain(&table.repaired)) {
            *repairs.entry(*kind).or_default() += count;
        }
        repairs
    }

    fn share_of(&self, kind: RemarkKind) -> f64 {
        let found: u64 = self.0.iter().filter_map(|(_, table)| table.repaired.get(&kind)).sum();
        if self.rows() == 0 { 0.0 } else { found as f64 / self.rows() as f64 }
    }
}
