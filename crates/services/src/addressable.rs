//! What sharing can reach. (Interface; to be completed.)
use serde::{Deserialize, Serialize};

use crate::Words;

/// Why no sharing can reach a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum NotAddressable {
    /// A precept collected for another body.
    Precept,
    /// A levy set by another body.
    Levy,
    /// A grant given.
    Grant,
    /// A benefit or allowance passed to people.
    Benefit,
    /// Pension contributions and funds.
    Pension,
    /// Tax, National Insurance and VAT paid over.
    Tax,
    /// Loans, interest and investments.
    Loan,
    /// A charge from one part of the body to another.
    InternalRecharge,
    /// A payment to another public body of the place.
    BetweenBodies,
    /// The supplier's name was redacted.
    Redacted,
    /// The supplier looks like a private person.
    PrivatePerson,
    /// Pay of the body's own staff.
    OwnPay,
}

/// Whether the words of a line say that no sharing can reach it; `None` is addressable.
/// `BetweenBodies`, `Redacted` and `PrivatePerson` are decided by the caller, who knows them.
pub fn addressability(_words: &Words<'_>) -> Option<NotAddressable> {
    None
}
