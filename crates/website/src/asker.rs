//! Who asks, as `permissions` wants to know it.
//!
//! The rule: the one place where a visitor becomes an asker, so that no page decides for itself what somebody may.

use permissions::Asker;

use crate::Asking;

/// The visitor with their roles; somebody without any where nobody is signed in.
pub(crate) fn asker_of(asking: &Asking) -> Asker {
    asking.visitor.person.as_ref().map_or_else(Asker::visitor, |signed_in| signed_in.person.asker.clone())
}
