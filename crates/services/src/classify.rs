//! Classification. (Interface; to be completed.)
use definitions::Pence;

use crate::Family;

/// What a published line says about what was bought. All texts are as published.
#[derive(Clone, Copy, Debug, Default)]
pub struct Words<'a> {
    /// ProClass code or label ("321100", "SOCIAL CARE : Equipment").
    pub proclass: Option<&'a str>,
    /// CPV code or label.
    pub cpv: Option<&'a str>,
    /// SeRCOP or BVACOP code or label.
    pub sercop: Option<&'a str>,
    /// The body's own category, expense type or merchant category.
    pub category: Option<&'a str>,
    /// Department, directorate or service area.
    pub service: Option<&'a str>,
    /// Purpose or description, a contract's title.
    pub purpose: Option<&'a str>,
    /// The supplier's name as published, if it may be shown.
    pub supplier: Option<&'a str>,
}

/// Why a line was put in its family.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Because {
    /// A published ProClass code or label.
    ProClass,
    /// A published CPV code or label.
    Cpv,
    /// A published SeRCOP code or label.
    Sercop,
    /// Words of the body's own category.
    CategoryWords,
    /// Words of the department or service.
    ServiceWords,
    /// Words of the purpose or title.
    PurposeWords,
    /// Words of the supplier's name.
    SupplierWords,
    /// What the supplier is mostly paid for elsewhere.
    SupplierElsewhere,
    /// Nothing published says what it is.
    Nothing,
}

/// A family with its reason.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Classified {
    /// The family; `None` is shown as "not classified".
    pub family: Option<Family>,
    /// Why.
    pub because: Because,
    /// The word or code that decided, from this room's own tables.
    pub evidence: &'static str,
}

/// Puts one line in a family, by published codes first, then words.
pub fn classify(_words: &Words<'_>) -> Classified {
    Classified { family: None, because: Because::Nothing, evidence: "" }
}

/// The family a supplier is mostly paid for, if one clearly leads by value.
pub fn mostly_paid_for(_paid: &[(Family, Pence)]) -> Option<Family> {
    None
}
