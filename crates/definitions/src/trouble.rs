//! What a person is told when something could not be done.
//!
//! The rule: trouble completes "could not …", names the thing, says why, and says what to try next.

use std::fmt;

/// Something that could not be done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Trouble {
    /// Completes "could not …", and names the thing.
    pub could_not: String,
    /// Why, as far as is known.
    pub because: String,
    /// What to try next.
    pub try_next: String,
}

impl Trouble {
    /// Trouble with all its three parts.
    pub fn new(could_not: impl Into<String>, because: impl Into<String>, try_next: impl Into<String>) -> Trouble {
        Trouble { could_not: could_not.into(), because: because.into(), try_next: try_next.into() }
    }
}

impl fmt::Display for Trouble {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "could not {}: {}. {}", self.could_not, self.because.trim_end_matches('.'), self.try_next)
    }
}

impl std::error::Error for Trouble {}
