//! May they? The one question, answered by a proof or by the sentence that a refused person reads.
//!
//! The rule: what changes something takes the proof as an argument, so that what was not asked for does not compile; and it
//! checks that the proof is for this very thing. The answer depends on the asker, the action and the bodies alone.

use definitions::BodyId;

use crate::{Action, Asker, Role, Who};

/// Proof that somebody asked to do something about some bodies, and may. Only [`may`] and [`may_take_away_administrator`] make one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Permitted {
    action: Action,
    asker: Asker,
}

impl Permitted {
    /// What was asked for.
    pub fn action(&self) -> Action {
        self.action
    }

    /// Whose account asked; `None` for a visitor or somebody at the terminal.
    pub fn account(&self) -> Option<&str> {
        self.asker.account.as_deref()
    }

    /// Asked again by whatever does the action, with the bodies it finds when it does it: a proof for another action is
    /// refused, and so is one for bodies that meanwhile are no longer those of the record.
    ///
    /// # Errors
    /// The sentence that the refused person reads.
    pub fn covers(&self, action: Action, about: &[BodyId]) -> Result<(), Refusal> {
        if self.action != action {
            return Err(Refusal::of(action, &self.asker));
        }
        may(&self.asker, action, about).map(|_| ())
    }
}

/// A refusal, in words for the person refused.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refusal {
    /// What was asked for.
    pub action: Action,
    /// What they may not do, and who may.
    pub sentence: String,
    /// What to try next.
    pub try_next: String,
    /// True where nobody was signed in, so that signing in may be all that is missing.
    pub is_for_want_of_signing_in: bool,
}

impl std::fmt::Display for Refusal {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} {}", self.sentence, self.try_next)
    }
}

impl std::error::Error for Refusal {}

/// Whether `asker` may do `action` about these bodies: the partners of the record as it stands (of a new record, those it
/// names), the body a role is for, or none where it is about the whole place.
///
/// # Errors
/// A refusal that says who may, and what to try next.
pub fn may(asker: &Asker, action: Action, about: &[BodyId]) -> Result<Permitted, Refusal> {
    let is_allowed = is_allowed(asker, action.who(), about) && asker.only.is_none_or(|only| only == action || action.who() == Who::Anyone);
    if is_allowed { Ok(Permitted { action, asker: asker.clone() }) } else { Err(Refusal::of(action, asker)) }
}

/// Whether `asker` may take away an administrator's role of the whole place, or close such an account, while there are
/// `administrators` of them: the last one stays, or nobody could give a role again.
///
/// # Errors
/// A refusal that says who may, and what to try next.
pub fn may_take_away_administrator(asker: &Asker, action: Action, administrators: usize) -> Result<Permitted, Refusal> {
    let permitted = may(asker, action, &[])?;
    if administrators > 1 {
        return Ok(permitted);
    }
    Err(Refusal {
        action,
        sentence: "The last administrator of a place cannot be taken away, for nobody could give a role again.".to_string(),
        try_next: "Make somebody else an administrator first.".to_string(),
        is_for_want_of_signing_in: false,
    })
}

fn is_allowed(asker: &Asker, who: Who, about: &[BodyId]) -> bool {
    let for_one = |role| asker.has_role_for_the_place(role) || about.iter().any(|body| asker.has_role_for(role, body));
    match who {
        Who::Anyone => true,
        Who::SignedIn => asker.account.is_some(),
        Who::Officer => for_one(Role::Officer),
        Who::Owner => for_one(Role::Owner),
        Who::OwnerSomewhere => asker.has_role_somewhere(Role::Owner),
        Who::AdministratorOfBody => {
            let of_all = !about.is_empty() && about.iter().all(|body| asker.has_role_for(Role::Administrator, body));
            of_all || asker.has_role_for_the_place(Role::Administrator)
        }
        Who::AdministratorOfPlace => asker.has_role_for_the_place(Role::Administrator),
    }
}

impl Refusal {
    fn of(action: Action, asker: &Asker) -> Refusal {
        let is_for_want_of_signing_in = asker.account.is_none() || asker.only.is_some();
        let try_next = if is_for_want_of_signing_in {
            "Sign in, and try again."
        } else {
            "Ask an administrator of this place for the role, or ask somebody who has it."
        };
        Refusal {
            action,
            sentence: format!("You may not {}. {}", action.to_do(), action.sentence()),
            try_next: try_next.to_string(),
            is_for_want_of_signing_in,
        }
    }
}

#[cfg(test)]
mod tests;
