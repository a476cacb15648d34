//! The fields that the Local Government Transparency Code 2015 asks for, and how many rows have them.
//!
//! The rule: spending and purchase cards (paragraphs 28 to 30 of the Code, in the columns of the Local Government
//! Association's guides) and contracts. A field that several columns could hold is as full as the fullest of them.

use super::Tables;
use crate::{Meaning, TableUnderstood};

/// One field of the Code.
pub(super) struct Field {
    /// As the card names it.
    pub name: &'static str,
    /// The Code says must.
    pub is_mandatory: bool,
    /// Columns that hold it.
    meanings: &'static [Meaning],
}

const fn must(name: &'static str, meanings: &'static [Meaning]) -> Field {
    Field { name, is_mandatory: true, meanings }
}

const fn may(name: &'static str, meanings: &'static [Meaning]) -> Field {
    Field { name, is_mandatory: false, meanings }
}

/// Spending over £500 and purchase cards. The guide takes a body's own category, CPV or ProClass for the merchant category.
pub(super) const SPENDING: &[Field] = &[
    must("Date", &[Meaning::Day]),
    must("Department", &[Meaning::Service]),
    must("Beneficiary", &[Meaning::Supplier]),
    must("Summary of purpose", &[Meaning::Purpose, Meaning::Description]),
    must("Amount", &[Meaning::Amount, Meaning::NetAmount, Meaning::GrossAmount]),
    must("Irrecoverable VAT", &[Meaning::VatAmount]),
    must(
        "Merchant category",
        &[Meaning::MerchantCategory, Meaning::Category, Meaning::ProclassLabel, Meaning::ProclassCode, Meaning::CpvLabel, Meaning::CpvCode],
    ),
    may("Transaction number", &[Meaning::Reference]),
    may("Company number of the beneficiary", &[Meaning::CompanyNumber]),
];

/// Contracts over £5,000.
pub(super) const CONTRACTS: &[Field] = &[
    must("Contract reference", &[Meaning::Reference]),
    must("Contract title", &[Meaning::Title]),
    must("Contract department", &[Meaning::Service]),
    must("Contract description", &[Meaning::Description, Meaning::Purpose]),
    must("Contract supplier", &[Meaning::Supplier]),
    must("Contract value", &[Meaning::TotalValue, Meaning::AnnualValue, Meaning::Amount]),
    must("Contract irrecoverable VAT", &[Meaning::VatAmount]),
    must("Contract start", &[Meaning::Start]),
    must("Contract end", &[Meaning::End]),
    must("Contract review date", &[Meaning::Review]),
    must("Contract process", &[Meaning::Process]),
    must("Small or voluntary supplier", &[Meaning::Sme, Meaning::Vcse]),
    may("Contract company number", &[Meaning::CompanyNumber]),
];

impl Field {
    /// Rows of the table that have it.
    pub(super) fn filled(&self, table: &TableUnderstood) -> u64 {
        let columns = table.columns.iter().filter(|column| self.meanings.contains(&column.meaning));
        // A column may be filled on lines that are not counted, such as totals.
        columns.map(|column| column.filled).max().unwrap_or(0).min(table.rows_kept)
    }

    /// Rows of all tables that have it.
    pub(super) fn filled_in(&self, tables: &Tables<'_>) -> u64 {
        tables.0.iter().map(|(_, table)| self.filled(table)).sum()
    }
}

/// Every field of what the body publishes: name, whether it says must, share of rows.
pub(super) fn fills(payments: &Tables<'_>, contracts: &Tables<'_>) -> Vec<(String, bool, f64)> {
    let both = [(payments, SPENDING), (contracts, CONTRACTS)];
    let published = both.into_iter().filter(|(tables, _)| tables.rows() > 0);
    published
        .flat_map(|(tables, fields)| {
            fields.iter().map(|field| (field.name.to_string(), field.is_mandatory, field.filled_in(tables) as f64 / tables.rows() as f64))
        })
        .collect()
}
