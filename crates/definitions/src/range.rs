//! A yearly saving as a range.
//!
//! The rule: an estimate is never one number. It is a P10, P50 and P90 with the chance that nothing is
//! saved at all, and it says where it comes from.

use serde::{Deserialize, Serialize};

use crate::Pence;

/// What might be saved in a year, before one-off costs. Negative amounts are losses.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct SavingRange {
    /// One chance in ten that it is less than this.
    pub p10: Pence,
    /// As likely more as less.
    pub p50: Pence,
    /// One chance in ten that it is more than this.
    pub p90: Pence,
    /// Chance, 0 to 1, of no saving or a loss.
    pub chance_of_none: f64,
    /// Where the range comes from, for people, such as "prior (judgement): NAO 2010".
    pub source: String,
}
