//! Identifiers of suppliers, checked once for each way of writing them.
//!
//! The rule: an identifier that fails its form or its check digits is not handed on.

use super::cells::text;
use super::remembered::Remembered;
use crate::formats::Cell;
use crate::values::identifiers::{charity_number, company_number, postcode, vat_number};

/// One sort of identifier.
pub(super) struct Checked {
    check: fn(&str) -> Option<String>,
    answers: Remembered<Option<String>>,
}

/// Every sort that a payment can have.
pub(super) struct Numbers {
    pub(super) company: Checked,
    pub(super) vat: Checked,
    pub(super) charity: Checked,
    pub(super) postcode: Checked,
}

impl Numbers {
    /// Nothing checked yet.
    pub(super) fn new() -> Numbers {
        let checked = |check| Checked { check, answers: Remembered::new() };
        Numbers {
            company: checked(company_number),
            vat: checked(vat_number),
            charity: checked(charity_number),
            postcode: checked(postcode),
        }
    }
}

impl Checked {
    /// The identifier in its right form, if the cell holds one. `buffer` is for writing out a number cell.
    pub(super) fn ask(&mut self, cell: Cell<'_>, buffer: &mut String) -> Option<&str> {
        let Checked { check, answers } = self;
        answers.ask(text(cell, buffer)?, *check).0.as_deref()
    }
}
