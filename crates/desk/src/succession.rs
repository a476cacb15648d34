//! What a place does when a body ends: who follows it, and who carries on each of its arrangements.
//!
//! The rule: nothing is passed on by itself. A body that ends leaves a list, and somebody decides of each whether it is
//! transferred, hosted or novated, and to whom; until then it stands in the list, and history reads on either way.

use definitions::{ArrangementId, BodyId};
use permissions::Action;
use register::{
    Arrangement, Change, Ending, Happening, OwnBody, Passed, Register, What, When, pass_on, validate, validate_ending, validate_own_body,
};
use store::{Expected, Kept};

use crate::arrangements::right;
use crate::desk::{Desk, Entering, NotDone, Person, expected};

/// What was decided of one arrangement in which a body that ends has a part.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Decided {
    /// Somebody carries its part on.
    Passed(Passed),
    /// The arrangement ends.
    Ended {
        /// Which.
        arrangement: ArrangementId,
        /// When.
        when: When,
    },
}

impl Decided {
    /// Of which arrangement.
    pub fn arrangement(&self) -> &ArrangementId {
        match self {
            Decided::Passed(passed) => &passed.arrangement,
            Decided::Ended { arrangement, .. } => arrangement,
        }
    }
}

impl Desk {
    /// Adds a body of this place's own, or corrects it. `seen` is the version that was before the writer; 0 where there was none.
    ///
    /// # Errors
    /// When they may not, its id is one of the national table's, or somebody else saved it first.
    pub fn keep_body(&self, who: &Person, own: OwnBody, why: &str, seen: u32) -> Result<Kept, NotDone> {
        let permitted = permissions::may(&who.asker, Action::KeepBody, &[])?;
        let mut wrong = validate_own_body(&own, self.register()?.register().directory());
        if self.place().directory.get(&own.id).is_some() {
            wrong.push(format!("{} is known already. Choose that body, or write another short reference.", own.id));
        }
        if !wrong.is_empty() {
            return Err(NotDone::NotRight(wrong));
        }
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
        let wrong = validate_ending(&ending, self.register()?.register().directory());
        if !wrong.is_empty() {
            return Err(NotDone::NotRight(wrong));
        }
        let change = Change::BodyEnds(Box::new(ending));
        self.enter_one(&permitted, who, why, Entering { action: Action::EndBody, about: Vec::new(), change, expects: expected(seen) })
    }

    /// Does with the part of `from` in some arrangements what was decided: all of it, or nothing.
    ///
    /// # Errors
    /// When they may not do so for one of them, one is not published or cannot go on like that, or somebody else changed one
    /// meanwhile.
    pub fn pass_on(&self, who: &Person, from: &BodyId, decided: &[Decided], why: &str) -> Result<Vec<Kept>, NotDone> {
        let mut permitted = None;
        let mut changes = Vec::new();
        {
            let standing = self.register()?;
            let register = standing.register();
            for one in decided {
                let said = register.arrangement(one.arrangement());
                let said = said.ok_or_else(|| NotDone::Unknown(format!("published arrangement {}", one.arrangement())))?;
                let about = self.answering(register, said, from);
                permitted = Some(permissions::may(&who.asker, Action::PassOn, &about)?);
                let after = carried_on(said, from, one)?;
                right(validate(&after, register.directory()))?;
                let expects = Expected::Version(standing.version_of_arrangement(&said.id));
                changes.push(Entering { action: Action::PassOn, about, change: Change::Published(Box::new(after)), expects });
            }
        }
        match permitted {
            Some(permitted) => self.enter(&permitted, &who.author, why, &changes),
            None => Ok(Vec::new()),
        }
    }

    /// Whether they may say who carries the part of `from` in this arrangement on; passing it on asks again.
    ///
    /// # Errors
    /// When they may not, or it is not published.
    pub fn may_pass_on(&self, who: &Person, from: &BodyId, id: &ArrangementId) -> Result<(), NotDone> {
        let about = {
            let standing = self.register()?;
            let said = standing.register().arrangement(id);
            self.answering(standing.register(), said.ok_or_else(|| NotDone::Unknown(format!("published arrangement {id}")))?, from)
        };
        Ok(permissions::may(&who.asker, Action::PassOn, &about).map(drop)?)
    }

    /// The bodies whose owners may say who carries an arrangement on: its partners, and those that follow one that ended.
    fn answering(&self, register: &Register, said: &Arrangement, from: &BodyId) -> Vec<BodyId> {
        let mut answering = register.answering_for(said, self.today());
        answering.extend(said.bodies().into_iter().cloned());
        answering.extend(register.directory().get(from).into_iter().flat_map(|body| body.successors.iter().cloned()));
        answering
    }
}

fn carried_on(said: &Arrangement, from: &BodyId, decided: &Decided) -> Result<Arrangement, NotDone> {
    match decided {
        Decided::Passed(passed) => Ok(pass_on(said, from, passed)?),
        Decided::Ended { when, .. } => {
            let mut after = said.clone();
            after.happenings.push(Happening { when: *when, what: What::Ended, note: String::new(), sources: Vec::new() });
            Ok(after)
        }
    }
}
