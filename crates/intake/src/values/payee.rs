//! Who was paid: a supplier, a redacted name, a private person, or nobody named.
//!
//! The rule: a name that may not be shown leaves here as a kind, never as text.

use super::persons::is_private_person;
use super::redaction::redaction;
use crate::{Payee, Redaction};

/// Reads a supplier's cell. `redacted_mark` is true where a column of its own says that the name was withheld; `context` is
/// the row's category, purpose and service. The second answer is true where a code was taken out of the name.
pub(crate) fn payee<'a>(text: Option<&'a str>, redacted_mark: bool, context: &[&str], buffer: &'a mut String) -> (Payee<'a>, bool) {
    let _ = buffer;
    let Some(name) = text else { return (if redacted_mark { Payee::Redacted(Redaction::Other) } else { Payee::Missing }, false) };
    if let Some(reason) = redaction(name) {
        return (Payee::Redacted(reason), false);
    }
    if redacted_mark {
        return (Payee::Redacted(Redaction::Other), false);
    }
    if is_private_person(name, context) {
        return (Payee::PrivatePerson, false);
    }
    (Payee::Supplier(name), false)
}
