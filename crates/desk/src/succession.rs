//! What a place does when a body ends: who follows it, and who carries on each of its arrangements.
//!
//! The rule: nothing is passed on by itself. A body that ends leaves a list, and somebody decides of each whether it is
//! transferred, hosted or novated, and to whom; until then it stands in the list, and history reads on either way.

use permissions::Action;
use register::{Change, Ending, OwnBody};
use store::Kept;

use crate::desk::{Desk, Entering, NotDone, Person, expected};

impl Desk {
    /// Adds a body of this place's own, or corrects it. `seen` is the version that was before the writer; 0 where there was none.
    ///
    /// # Errors
    /// When they may not, its id is one of the national table's, or somebody else saved it first.
    pub fn keep_body(&self, who: &Person, own: OwnBody, why: &str, seen: u32) -> Result<Kept, NotDone> {
        let permitted = permissions::may(&who.asker, Action::KeepBody, &[])?;
        let change = Change::BodyKept(Box::new(own));
        self.enter_one(&permitted, who, why, Entering { action: Action::KeepBody, about: Vec::new(), change, expects: expected(seen) })
    }

    /// Says that a body ends, and who follows it. `seen` is the version of its end that was before the writer; 0 where there
    /// was none.
    ///
    /// # Errors
    /// When they may not, the body or a successor is not known, or somebody else said so first.
    pub fn end_body(&self, who: &Person, ending: Ending, why: &str, seen: u32) -> Result<Kept, NotDone> {
        let permitted = permissions::may(&who.asker, Action::EndBody, &[])?;
        let change = Change::BodyEnds(Box::new(ending));
        self.enter_one(&permitted, who, why, Entering { action: Action::EndBody, about: Vec::new(), change, expects: expected(seen) })
    }
}
