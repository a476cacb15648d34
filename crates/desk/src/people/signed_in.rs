//! Somebody who is signed in.
//!
//! The rule: her roles are what the register says at this moment, so that one taken away is gone at once.

use permissions::{Asker, Role};
use register::{Author, Register};
use store::Account;

use crate::Person;

/// Somebody who is signed in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SignedIn {
    /// Id of her account.
    pub account: String,
    /// Her e-mail address.
    pub email: String,
    /// Her shown name.
    pub name: String,
    /// True where she can sign in with a password.
    pub has_password: bool,
    /// True where she can sign in with her organisation.
    pub has_sign_on: bool,
    /// Her roles, and the name under which what she does is remembered.
    pub person: Person,
}

impl SignedIn {
    pub(super) fn of(account: &Account, register: &Register) -> SignedIn {
        let given = register.roles_of(&account.id);
        let roles = given.filter_map(|given| Some((given.body.clone(), Role::from_code(given.role.as_deref()?)?))).collect();
        SignedIn {
            account: account.id.clone(),
            email: account.email.clone(),
            name: account.name.clone(),
            has_password: account.password.is_some(),
            has_sign_on: account.sign_on.is_some(),
            person: Person {
                asker: Asker::signed_in(&account.id, roles),
                author: Author { account: account.id.clone(), name: account.name.clone() },
            },
        }
    }
}
