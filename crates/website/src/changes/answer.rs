//! What programs are told of entries.
//!
//! The rule: the shape of an answer changes only here, on purpose.

use super::told::ChangeTold;
use crate::Site;
use crate::described::{At, answers};
use crate::links::whole;

answers! {
    /// A piece of the public entries.
    Changes {
        /// The address of this list.
        url: String,
        /// How many there are, in all pieces together.
        count: usize,
        /// The entries of this piece, the newest first.
        changes: Vec<ChangeInList>,
        /// The address of the next piece.
        next: Option<String>,
    }

    /// A public entry.
    ChangeInList {
        /// Its number in the log.
        entry: u64,
        /// When it was entered.
        entered: At,
        /// Who entered it.
        by: String,
        /// Why, in their words.
        why: String,
        /// What it is about.
        about: String,
        /// The address of what it is about.
        url: String,
        /// What was done.
        done: String,
        /// What changed, in sentences.
        changed: Vec<String>,
    }
}

impl ChangeInList {
    /// An entry as programs are told it.
    pub(super) fn of(site: &Site, told: &ChangeTold) -> ChangeInList {
        ChangeInList {
            entry: told.number,
            entered: told.entered.into(),
            by: told.by.name.clone(),
            why: told.why.clone(),
            about: told.about.clone(),
            url: whole(site, &told.address),
            done: told.done.clone(),
            changed: told.changed.clone(),
        }
    }
}
