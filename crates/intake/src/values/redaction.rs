//! Names the publisher withheld.
//!
//! The rule: a redaction is never taken for a supplier, and a real firm never for a redaction.

use crate::Redaction;

/// The redaction a supplier's cell stands for, if it is one.
pub(crate) fn redaction(text: &str) -> Option<Redaction> {
    text.to_lowercase().contains("redacted").then_some(Redaction::Personal)
}
