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

impl NotAddressable {
    /// Every reason, in the order of this list.
    pub const ALL: &[NotAddressable] = &[
        NotAddressable::Precept,
        NotAddressable::Levy,
        NotAddressable::Grant,
        NotAddressable::Benefit,
        NotAddressable::Pension,
        NotAddressable::Tax,
        NotAddressable::Loan,
        NotAddressable::InternalRecharge,
        NotAddressable::BetweenBodies,
        NotAddressable::Redacted,
        NotAddressable::PrivatePerson,
        NotAddressable::OwnPay,
    ];

    /// Stable code for files: `internal-recharge`.
    pub fn code(self) -> &'static str {
        match self {
            NotAddressable::Precept => "precept",
            NotAddressable::Levy => "levy",
            NotAddressable::Grant => "grant",
            NotAddressable::Benefit => "benefit",
            NotAddressable::Pension => "pension",
            NotAddressable::Tax => "tax",
            NotAddressable::Loan => "loan",
            NotAddressable::InternalRecharge => "internal-recharge",
            NotAddressable::BetweenBodies => "between-bodies",
            NotAddressable::Redacted => "redacted",
            NotAddressable::PrivatePerson => "private-person",
            NotAddressable::OwnPay => "own-pay",
        }
    }

    /// The reason with this code.
    pub fn from_code(code: &str) -> Option<NotAddressable> {
        NotAddressable::ALL.iter().copied().find(|reason| reason.code() == code)
    }
}

/// Whether the words of a line say that no sharing can reach it; `None` is addressable.
/// `BetweenBodies`, `Redacted` and `PrivatePerson` are decided by the caller, who knows them.
pub fn addressability(_words: &Words<'_>) -> Option<NotAddressable> {
    None
}
