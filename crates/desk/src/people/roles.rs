//! Who has which role, and what administrators do about it.
//!
//! The rule: a role is given and taken by an entry in the log, asked for like everything else. The last administrator of the place can neither be
//! taken away nor closed.

use std::collections::BTreeSet;

use definitions::BodyId;
use permissions::{Action, Asker, Permitted, Refusal, Role, may, may_take_away_administrator};
use register::{Change, Given, Moment, Register};
use store::{Account, Expected, Writing};

use super::{People, SignedIn};
use crate::{NotDone, Person};

/// An account with its roles.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PersonWithRoles {
    /// Id of the account.
    pub account: String,
    /// Shown name.
    pub name: String,
    /// E-mail address.
    pub email: String,
    /// True where the person never signed in: neither a password was chosen nor the organisation's sign-in used.
    pub is_only_invited: bool,
    /// When the account was closed.
    pub closed: Option<Moment>,
    /// Roles by body; `None` is the whole place.
    pub roles: Vec<(Option<BodyId>, Role)>,
}

impl People {
    /// Everyone whom `by` may see: an administrator of the place sees all, one of a body those with a role for it.
    ///
    /// # Errors
    /// When `by` looks after no people.
    pub fn people(&self, by: &Person) -> Result<Vec<PersonWithRoles>, NotDone> {
        let bodies = administered(&by.asker);
        if !by.asker.has_role_for_the_place(Role::Administrator) {
            may(&by.asker, Action::ReadPeople, &bodies.iter().cloned().collect::<Vec<_>>())?;
        }
        let standing = self.desk.register()?;
        let everyone = self.store().accounts()?.into_iter().map(|account| with_roles(account, standing.register()));
        let sees = |person: &PersonWithRoles| {
            by.asker.has_role_for_the_place(Role::Administrator)
                || person.roles.iter().any(|(body, _)| body.as_ref().is_some_and(|body| bodies.contains(body)))
        };
        let mut people: Vec<_> = everyone.filter(sees).collect();
        people.sort_by_cached_key(|person| (person.closed.is_some(), person.name.to_lowercase(), person.account.clone()));
        Ok(people)
    }

    /// One of them.
    ///
    /// # Errors
    /// When `by` may not see that account, or there is none.
    pub fn one_of_people(&self, by: &Person, account: &str) -> Result<PersonWithRoles, NotDone> {
        let found = self.people(by)?.into_iter().find(|person| person.account == account);
        found.ok_or_else(|| NotDone::Unknown(format!("account {account}")))
    }

    /// Gives a role for a body (`None`: the whole place), or takes it away where the role is `None`.
    ///
    /// # Errors
    /// When `by` may not, or it would take away the last administrator.
    pub fn give_role(&self, by: &Person, account: &str, role: (Option<BodyId>, Option<Role>), now: Moment) -> Result<(), NotDone> {
        let (body, role) = role;
        let about: Vec<BodyId> = body.iter().cloned().collect();
        may(&by.asker, Action::GiveRole, &about)?;
        let kept = self.store().account(account)?.ok_or_else(|| NotDone::Unknown(format!("account {account}")))?;
        let held = self.held(account, body.as_ref())?;
        if held == role {
            return Ok(());
        }
        if body.is_none() && held == Some(Role::Administrator) {
            self.may_lose_administrator(&by.asker, Action::GiveRole)?;
        }
        let why = match role {
            Some(role) => format!("Gave the role of {}", role.code()),
            None => "Took the role away".to_string(),
        };
        let given = Given { account: kept.id, name: kept.name, body, role: role.map(|role| role.code().to_string()) };
        let change = Change::RoleGiven(given);
        self.store().append(&[Writing { change: &change, why: &why, expects: Expected::Any }], &by.author, now)?;
        Ok(())
    }

    /// Closes an account: its sessions end, and what it entered goes on naming it.
    ///
    /// # Errors
    /// When `by` may not, or it is the last administrator's.
    pub fn close_account(&self, by: &Person, account: &str, now: Moment) -> Result<(), NotDone> {
        may(&by.asker, Action::CloseAccount, &[])?;
        self.close(&by.asker, Action::CloseAccount, account, now)
    }

    /// Closes one's own account.
    ///
    /// # Errors
    /// When it is the last administrator's.
    pub fn close_own_account(&self, person: &SignedIn, now: Moment) -> Result<(), NotDone> {
        may(&person.person.asker, Action::CloseOwnAccount, &[])?;
        self.close(&person.person.asker, Action::CloseOwnAccount, &person.account, now)
    }

    /// Changes one's own shown name.
    ///
    /// # Errors
    /// When the store cannot be asked.
    pub fn change_name(&self, person: &SignedIn, name: &str) -> Result<(), NotDone> {
        may(&person.person.asker, Action::ChangeOwnAccount, &[])?;
        Ok(self.store().set_name(&person.account, name.trim())?)
    }

    fn close(&self, asker: &Asker, action: Action, account: &str, now: Moment) -> Result<(), NotDone> {
        if self.store().account(account)?.is_none() {
            return Err(NotDone::Unknown(format!("account {account}")));
        }
        if self.held(account, None)? == Some(Role::Administrator) {
            self.may_lose_administrator(asker, action)?;
        }
        Ok(self.store().close_account(account, now)?)
    }

    fn held(&self, account: &str, body: Option<&BodyId>) -> Result<Option<Role>, NotDone> {
        let standing = self.desk.register()?;
        let mut given = standing.register().roles_of(account).filter(|given| given.body.as_ref() == body);
        Ok(given.find_map(|given| Role::from_code(given.role.as_deref()?)))
    }

    /// Asked before an administrator of the place is lost: one whose account is open must be left.
    fn may_lose_administrator(&self, asker: &Asker, action: Action) -> Result<Permitted, NotDone> {
        let open: BTreeSet<String> =
            self.store().accounts()?.into_iter().filter(|account| account.closed.is_none()).map(|account| account.id).collect();
        let standing = self.desk.register()?;
        let is_administrator = |given: &&Given| given.body.is_none() && given.role.as_deref() == Some(Role::Administrator.code());
        let count = standing.register().roles().filter(is_administrator).filter(|given| open.contains(&given.account)).count();
        let permitted: Result<Permitted, Refusal> = may_take_away_administrator(asker, action, count);
        Ok(permitted?)
    }
}

/// The bodies whose people an asker looks after.
fn administered(asker: &Asker) -> BTreeSet<BodyId> {
    asker.roles.iter().filter(|(_, role)| *role == Role::Administrator).filter_map(|(body, _)| body.clone()).collect()
}

fn with_roles(account: Account, register: &Register) -> PersonWithRoles {
    let roles = register.roles_of(&account.id);
    PersonWithRoles {
        roles: roles.filter_map(|given| Some((given.body.clone(), Role::from_code(given.role.as_deref()?)?))).collect(),
        is_only_invited: account.password.is_none() && account.sign_on.is_none(),
        account: account.id,
        name: account.name,
        email: account.email,
        closed: account.closed,
    }
}
