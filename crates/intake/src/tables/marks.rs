//! What a mark in a row says: that its name was withheld, or that it was paid by card.
//!
//! The rule: a mark is yes unless it plainly says no, for publishers write `Y`, `GPC`, `Redacted` or a reason.

use crate::{PaymentVia, TableKind};

/// True unless the mark says no.
pub(super) fn is_yes(mark: &str) -> bool {
    const NO: [&str; 7] = ["n", "no", "false", "0", "none", "-", "not redacted"];
    !NO.iter().any(|no| mark.eq_ignore_ascii_case(no))
}

/// How a row was paid: as its table says, or by card where a mark or the reference (`P-CARD - FEB 23`) says so.
pub(super) fn via(kind: TableKind, mark: Option<&str>, reference: Option<&str>) -> PaymentVia {
    let starts_with = |text: &str, start: &str| text.get(..start.len()).is_some_and(|begin| begin.eq_ignore_ascii_case(start));
    let is_card_reference = |reference: &str| ["p-card", "p card", "pcard"].iter().any(|start| starts_with(reference, start));
    match kind {
        TableKind::Grants => PaymentVia::Grant,
        TableKind::PurchaseCards => PaymentVia::Card,
        _ if mark.is_some_and(is_yes) || reference.is_some_and(is_card_reference) => PaymentVia::Card,
        _ => PaymentVia::Invoice,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_card_purchase_in_a_spend_file_is_known_by_its_reference_or_its_mark() {
        assert_eq!(via(TableKind::Payments, None, Some("P-CARD - FEB 23")), PaymentVia::Card);
        assert_eq!(via(TableKind::Payments, Some("GPC"), None), PaymentVia::Card);
        assert_eq!(via(TableKind::Payments, Some("None"), Some("B0001")), PaymentVia::Invoice);
    }
}
