//! What is told of a payment that was kept: its repairs, and how it is shown.
//!
//! The rule: a name that may not be shown is neither in a remark nor in a row shown, and nor are the numbers of whoever
//! bears it.

use definitions::RemarkKind;

use super::cells::text;
use super::tally::{Done, Tally};
use crate::formats::Cell;
use crate::understanding::RowShown;
use crate::{Meaning, Payee, Payment, Taker};

/// Counts or remarks on who was paid.
pub(super) fn remark_on_payee(payment: &Payment<'_>, had_code: bool, tally: &mut Tally, taker: &mut dyn Taker) {
    match payment.payee {
        Payee::Supplier(name) if had_code => {
            let done = Done { kind: RemarkKind::CodeRemoved, line: payment.line, column: None, seen: name, done: "Read without the code." };
            tally.repaired(done, taker);
        }
        Payee::Supplier(_) => {}
        Payee::Redacted(_) => tally.counted(RemarkKind::SupplierRedacted),
        Payee::PrivatePerson => tally.counted(RemarkKind::PrivatePerson),
        Payee::Missing => {
            let done = Done {
                kind: RemarkKind::SupplierMissing,
                line: payment.line,
                column: None,
                seen: "",
                done: "Counted, and joined to nobody.",
            };
            tally.repaired(done, taker);
        }
    }
}

/// Identifiers that were published and cannot be used. A person's are never shown.
pub(super) fn remark_on_numbers(payment: &Payment<'_>, cells: [Cell<'_>; 2], tally: &mut Tally, taker: &mut dyn Taker) {
    let used = [payment.company_number, payment.vat_number];
    if !matches!(payment.payee, Payee::Supplier(_)) {
        return;
    }
    for (cell, used) in cells.into_iter().zip(used) {
        if cell != Cell::Empty && used.is_none() {
            let mut buffer = String::new();
            let seen = text(cell, &mut buffer).unwrap_or("");
            let done =
                Done { kind: RemarkKind::IdentifierUnusable, line: payment.line, column: None, seen, done: "The identifier was not used." };
            tally.repaired(done, taker);
        }
    }
}

/// The payment as an officer is shown it.
pub(super) fn payment_shown(payment: &Payment<'_>) -> RowShown {
    let payee = match payment.payee {
        Payee::Supplier(name) => name.to_string(),
        Payee::Redacted(_) => "(redacted)".to_string(),
        Payee::PrivatePerson => "(a private person)".to_string(),
        Payee::Missing => "(no name)".to_string(),
    };
    let text = |text: Option<&str>| text.map(str::to_string);
    let parts = [
        (Meaning::Body, text(payment.body_name)),
        (Meaning::Day, payment.day.map(|day| day.to_string())),
        (Meaning::Month, payment.month.filter(|_| payment.day.is_none()).map(|month| month.to_string())),
        (Meaning::Amount, Some(payment.amount.plain())),
        (Meaning::Supplier, Some(payee)),
        (Meaning::SupplierNumber, text(payment.supplier_number)),
        (Meaning::Reference, text(payment.reference)),
        (Meaning::Service, text(payment.service)),
        (Meaning::Category, text(payment.category)),
        (Meaning::Purpose, text(payment.purpose)),
        (Meaning::ProclassLabel, text(payment.proclass)),
    ];
    let cells = parts.into_iter().filter_map(|(meaning, text)| text.map(|text| (meaning, text))).collect();
    RowShown { line: payment.line, cells }
}
