//! What a cell plainly is: a mark that a name was withheld or that a card was used, a bare number, an identifier.
//!
//! The rule: a mark is yes unless it plainly says no, for publishers write `Y`, `GPC`, `Redacted` or a reason.

use definitions::Pence;

use crate::formats::Cell;
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

/// A whole, unmarked number of a thousand million pounds or more: the ledger's number for the transaction, come into the wrong column.
pub(super) fn is_identifier_in_place_of_money(cell: Cell<'_>, pence: Pence) -> bool {
    let is_bare = match cell {
        Cell::Text(text) => text.bytes().all(|byte| byte.is_ascii_digit()),
        Cell::Number(number) => number.fract() == 0.0,
        Cell::Empty | Cell::Day(_) => false,
    };
    is_bare && pence >= Pence(100_000_000_000)
}

/// Most supplier numbers are plainly numbers; only the rest are looked up among the words that stand for none.
pub(super) fn is_number(text: &str) -> bool {
    text.bytes().any(|byte| matches!(byte, b'1'..=b'9')) && text.bytes().all(|byte| byte.is_ascii_digit())
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
