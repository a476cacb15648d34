//! Service families. (Interface; to be completed.)
use serde::{Deserialize, Serialize};

/// What public money is spent on, coarse enough to compare bodies and fine enough to buy together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Family {
    /// Residential, nursing and home care bought for adults.
    AdultCare,
}

impl Family {
    /// Every family, in the order reports list them.
    pub const ALL: &[Family] = &[Family::AdultCare];
    /// Stable code for files: `adult-care`.
    pub fn code(self) -> &'static str {
        "adult-care"
    }
    /// For people: `Adult care placements and home care`.
    pub fn name(self) -> &'static str {
        "Adult care"
    }
    /// The family with this code.
    pub fn from_code(code: &str) -> Option<Family> {
        Family::ALL.iter().copied().find(|family| family.code() == code)
    }
}
