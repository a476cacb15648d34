//! What a sheet holds: payments, contracts, or something that is neither and is named.
//!
//! The rule: nothing is half-read. Payments need money, someone paid, and a time; contracts need a title or a
//! supplier, and a term or a value. A summary beside its payments is not payments: it would count them twice.
//! An order is not a payment.

use definitions::Month;

use super::basis::AmountChosen;
use super::columns::Columns;
use super::others;
use super::vocabulary::Family;
use super::words::split;
use crate::{Meaning, TableKind};

/// What is known when the kind is decided.
pub(super) struct Evidence<'a> {
    /// The columns.
    pub(super) columns: &'a Columns,
    /// The amount column.
    pub(super) amount: Option<&'a AmountChosen>,
    /// The sheet's name, the file's name and the title lines.
    pub(super) said: &'a [&'a str],
    /// True where a heading row was found.
    pub(super) has_heading: bool,
    /// Rows of data in the sample.
    pub(super) rows: usize,
    /// The month the file's or sheet's name tells.
    pub(super) month: Option<Month>,
    /// The publisher's own word.
    pub(super) ruled: Option<&'a str>,
}

/// The kind and why, for people.
pub(super) fn decide(evidence: &Evidence<'_>) -> (TableKind, String) {
    if let Some(kind) = evidence.ruled.and_then(kind_of_rule) {
        return (kind, "the publisher's own file says so".to_string());
    }
    if evidence.rows == 0 {
        let why = if evidence.has_heading { "a heading with nothing under it" } else { "nothing in it" };
        return (TableKind::Empty, why.to_string());
    }
    match evidence.columns.family {
        Family::Agreements => agreements(evidence),
        Family::Money => money(evidence),
    }
}

fn kind_of_rule(code: &str) -> Option<TableKind> {
    match code {
        "payments" => Some(TableKind::Payments),
        "purchase-cards" => Some(TableKind::PurchaseCards),
        "grants" => Some(TableKind::Grants),
        "contracts" => Some(TableKind::Contracts),
        "notices" => Some(TableKind::Notices),
        "not-one-of-these" => Some(TableKind::NotOneOfThese),
        _ => None,
    }
}

fn agreements(evidence: &Evidence<'_>) -> (TableKind, String) {
    let columns = evidence.columns;
    let has = |meaning| columns.at(meaning).is_some();
    let has_subject = has(Meaning::Title) || has(Meaning::Description);
    let has_term_or_value = has(Meaning::Start) || has(Meaning::End) || has(Meaning::TotalValue) || has(Meaning::AnnualValue);
    if let Some(other) = something_else(evidence) {
        return (TableKind::NotOneOfThese, other);
    }
    if has(Meaning::Supplier) && has_term_or_value && (has_subject || has(Meaning::Reference)) {
        return (TableKind::Contracts, "there are suppliers, and contracts with terms or values".to_string());
    }
    let is_invitation = columns.heading_has(&["tender", "interest", "closing", "deadline", "opportunity", "notice", "advert"])
        || evidence.says(&["tenders", "tender", "notices", "opportunities"]);
    if has_subject && has_term_or_value && is_invitation {
        return (TableKind::Notices, "there are titles and terms but no suppliers: invitations to tender".to_string());
    }
    (TableKind::NotOneOfThese, "it speaks of contracts but has no column of suppliers".to_string())
}

fn money(evidence: &Evidence<'_>) -> (TableKind, String) {
    let columns = evidence.columns;
    if let Some(other) = something_else(evidence) {
        return (TableKind::NotOneOfThese, other);
    }
    if evidence.amount.is_none() {
        return (TableKind::NotOneOfThese, "no column holds amounts of money".to_string());
    }
    let Some(supplier) = columns.at(Meaning::Supplier) else {
        return (TableKind::NotOneOfThese, "no column says who was paid".to_string());
    };
    let has_time = columns.at(Meaning::Day).is_some() || columns.at(Meaning::Month).is_some();
    let is_each_once = columns.all[supplier].holds.variety() > 0.97 && columns.all[supplier].holds.filled >= 10;
    let has_details =
        [Meaning::Reference, Meaning::Purpose, Meaning::Category, Meaning::Service].iter().any(|meaning| columns.at(*meaning).is_some());
    if !has_time && is_each_once && !has_details {
        return (TableKind::NotOneOfThese, "a summary by supplier: each is there once, with no date".to_string());
    }
    // A list of anything has names, and often a cost: without a time only a plain heading makes somebody a payee.
    let is_headed_as_paid = evidence.has_heading && columns.all[supplier].rank <= 2;
    if !has_time && evidence.month.is_none() && !is_headed_as_paid {
        return (TableKind::NotOneOfThese, "neither a column nor the file's name says when anything was paid".to_string());
    }
    paid_kind(evidence)
}

fn paid_kind(evidence: &Evidence<'_>) -> (TableKind, String) {
    let columns = evidence.columns;
    let headed_awarded = columns.heading_has(&["awarded", "grantee", "recipient"])
        && columns.heading_has(&["award", "awarded", "grant", "funding", "recipient"]);
    if headed_awarded && (columns.heading_has(&["awarded", "grant"]) || evidence.says(&["grants", "grant"])) {
        return (TableKind::Grants, "amounts are awarded to recipients".to_string());
    }
    let is_amount_of_grants = evidence
        .amount
        .is_some_and(|amount| columns.all[amount.place].words.iter().any(|word| matches!(word.as_str(), "grant" | "grants" | "awarded")));
    if is_amount_of_grants {
        return (TableKind::Grants, "its amounts are grants".to_string());
    }
    if evidence.says(&["grants"]) && !evidence.says(&["spend", "payments", "expenditure"]) {
        return (TableKind::Grants, "its name says grants".to_string());
    }
    let is_marked = columns.at(Meaning::CardMark).is_some_and(|place| {
        let holds = &columns.all[place].holds;
        holds.filled > 0 && holds.kinds() == 1 && holds.filled as usize * 10 >= evidence.rows * 9
    });
    if is_marked {
        return (TableKind::PurchaseCards, "every row is marked as a card's".to_string());
    }
    if columns.heading_has(&["cardholder"]) {
        return (TableKind::PurchaseCards, "a column names the card holder".to_string());
    }
    let supplier = columns.at(Meaning::Supplier).map(|place| &columns.all[place].holds);
    let is_from_machines = supplier.is_some_and(|holds| holds.filled >= 20 && holds.part(holds.from_machines) > 0.05);
    if columns.at(Meaning::MerchantCategory).is_some() && columns.at(Meaning::Service).is_none() && is_from_machines {
        return (TableKind::PurchaseCards, "there are merchant categories, and suppliers as card machines print them".to_string());
    }
    if evidence.said.iter().any(|text| speaks_of_cards(text)) {
        return (TableKind::PurchaseCards, "its name or title says purchase cards".to_string());
    }
    (TableKind::Payments, "there are amounts of money, suppliers and dates".to_string())
}

/// `Payment-card-CSV`, `P.cards`, `2-pcard-report`, `gpc_transactions`.
fn speaks_of_cards(text: &str) -> bool {
    let words = split(text);
    let is_card = |word: &str| matches!(word, "card" | "cards");
    words.iter().any(|word| matches!(word.as_str(), "pcard" | "pcards" | "gpc"))
        || words.windows(2).any(|pair| {
            is_card(&pair[1])
                && matches!(
                    pair[0].as_str(),
                    "purchase" | "purchasing" | "payment" | "procurement" | "credit" | "corporate" | "p" | "government"
                )
        })
}

/// What a table seems to be that is none of ours. One that plainly has a supplier, a payment date and an amount is ours
/// whatever other words it has.
fn something_else(evidence: &Evidence<'_>) -> Option<String> {
    let columns = evidence.columns;
    let ranked = |meaning: Meaning, within: u8| columns.at(meaning).is_some_and(|place| columns.all[place].rank <= within);
    // An invoice date is enough where the headings speak of invoices or payments too: a purchase order has neither.
    let is_dated =
        ranked(Meaning::Day, 2) || (ranked(Meaning::Day, 4) && columns.heading_has(&["invoice", "inv", "paid", "payment", "posting"]));
    let is_plainly_paid = ranked(Meaning::Supplier, 2) && is_dated && evidence.amount.is_some();
    let is_plainly_contract =
        columns.family == Family::Agreements && ranked(Meaning::Supplier, 1) && (ranked(Meaning::Start, 1) || ranked(Meaning::End, 1));
    if is_plainly_paid || is_plainly_contract {
        return None;
    }
    others::sort_of(&columns.all).map(|name| format!("it seems to be {name}"))
}

impl Evidence<'_> {
    fn says(&self, wanted: &[&str]) -> bool {
        self.said.iter().any(|text| split(text).iter().any(|word| wanted.contains(&word.as_str())))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn purchase_cards_are_known_by_the_many_ways_of_writing_them() {
        for name in [
            "Purchase-card-spend-over-250.csv",
            "Spend for Transparency P.cards",
            "2-pcard-report-q3.xlsx",
            "Procurement-card-2017-18.csv",
            "GPC transactions",
        ] {
            assert!(speaks_of_cards(name), "{name}");
        }
        assert!(!speaks_of_cards("Birthday cards and gifts.csv"));
    }
}
