//! Who asks, and with which roles.
//!
//! The rule: an asker is only what is handed over: an account, its roles, and by which way they came. A letter's link opens
//! one action and nothing else. It never looks anything up, and it remembers nothing.

use definitions::BodyId;

use crate::{Action, Role};

/// Somebody who asks to do something.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Asker {
    /// Their account; `None` for a visitor, and for who sits at the machine that keeps the place.
    pub account: Option<String>,
    /// Their roles; `None` is the whole place.
    pub roles: Vec<(Option<BodyId>, Role)>,
    /// The one action they may do, where they came by a letter's link and did not sign in.
    pub only: Option<Action>,
}

impl Asker {
    /// Somebody who has not signed in.
    pub fn visitor() -> Asker {
        Asker::default()
    }

    /// Somebody signed in, with the roles of their account.
    pub fn signed_in(account: &str, roles: Vec<(Option<BodyId>, Role)>) -> Asker {
        Asker { account: Some(account.to_string()), roles, only: None }
    }

    /// Somebody who followed a link sent to this account, which opens one action.
    pub fn by_link(account: &str, roles: Vec<(Option<BodyId>, Role)>, only: Action) -> Asker {
        Asker { account: Some(account.to_string()), roles, only: Some(only) }
    }

    /// Somebody at the terminal of the machine that keeps the place: whoever can read and write its files can do everything
    /// to it, and pretending otherwise would protect nothing.
    pub fn at_the_terminal() -> Asker {
        Asker { account: None, roles: vec![(None, Role::Administrator)], only: None }
    }

    /// True where they have this role or a higher one for `body`, or for the whole place.
    pub fn has_role_for(&self, role: Role, body: &BodyId) -> bool {
        self.roles.iter().any(|(of, held)| *held >= role && of.as_ref().is_none_or(|of| of == body))
    }

    /// True where they have this role or a higher one for the whole place.
    pub fn has_role_for_the_place(&self, role: Role) -> bool {
        self.roles.iter().any(|(of, held)| *held >= role && of.is_none())
    }

    /// True where they have this role or a higher one for any body.
    pub fn has_role_somewhere(&self, role: Role) -> bool {
        self.roles.iter().any(|(_, held)| *held >= role)
    }
}
