//! Somebody is invited: an account without a password, a role, and a letter with a link.
//!
//! The rule: who invites must be allowed to give the role. Somebody who has an account already keeps it and gets the role alone.

use definitions::{BodyId, slug};
use permissions::{Action, Role, may};
use register::Moment;
use store::{Account, NotAdded};

use super::letter::Letter;
use super::mailing::is_address;
use super::{PasswordLink, People};
use crate::{NotDone, Person};

/// Somebody to be invited.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Invitation {
    /// Her work e-mail address.
    pub email: String,
    /// Her name, as others will see it.
    pub name: String,
    /// For which body; `None` is the whole place.
    pub body: Option<BodyId>,
    /// In which role.
    pub role: Role,
}

/// Somebody who was invited.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Invited {
    /// Id of the account.
    pub account: String,
    /// The link with which a password is chosen, which the letter holds too; `None` for who has a password or signs in with her
    /// organisation. Shown at the terminal alone.
    pub link: Option<String>,
}

impl People {
    /// Invites somebody.
    ///
    /// # Errors
    /// When `by` may not, the address is none, or something stands in the way.
    pub fn invite(&self, by: &Person, invitation: &Invitation, now: Moment) -> Result<Invited, NotDone> {
        let about: Vec<BodyId> = invitation.body.iter().cloned().collect();
        may(&by.asker, Action::Invite, &about)?;
        if !is_address(&invitation.email) {
            let because = format!("{:?} is not an e-mail address", invitation.email);
            return Err(definitions::Trouble::new("invite somebody", because, "Write it like ann.example@westmarch.gov.uk.").into());
        }
        let account = self.account_for(by, invitation, now)?;
        self.give_role(by, &account.id, (invitation.body.clone(), Some(invitation.role)), now)?;
        if account.password.is_some() || account.sign_on.is_some() {
            return Ok(Invited { account: account.id, link: None });
        }
        let link = self.new_link(PasswordLink::Invitation, &account.id, now)?;
        self.post(Letter::invitation(&account, &by.author.name, &self.desk.place().name, &link));
        Ok(Invited { account: account.id, link: Some(link) })
    }

    /// The account with the address of the invitation, made where there is none.
    fn account_for(&self, by: &Person, invitation: &Invitation, now: Moment) -> Result<Account, NotDone> {
        if let Some(account) = self.store().account_by_email(&invitation.email)? {
            if account.closed.is_some() {
                // What one administrator of the place closed, an administrator of one body does not open again.
                may(&by.asker, Action::CloseAccount, &[])?;
                self.store().reopen_account(&account.id)?;
            }
            return Ok(account);
        }
        let account = Account {
            id: String::new(),
            email: invitation.email.trim().to_lowercase(),
            name: invitation.name.trim().to_string(),
            password: None,
            sign_on: None,
            added: now,
            closed: None,
        };
        self.add_account(account)
    }

    /// Adds an account under an id made of its name: `ann-example`, or `ann-example-2` where there is one.
    pub(super) fn add_account(&self, account: Account) -> Result<Account, NotDone> {
        const TRIES: u32 = 1_000;
        let base = slug(&account.name).chars().filter(|letter| letter.is_ascii()).take(60).collect::<String>();
        let base = if base.trim_matches('-').is_empty() { "person".to_string() } else { base.trim_matches('-').to_string() };
        for number in 1..=TRIES {
            let id = if number == 1 { base.clone() } else { format!("{base}-{number}") };
            let account = Account { id, ..account.clone() };
            match self.store().add_account(&account) {
                Ok(()) => return Ok(account),
                Err(NotAdded::IdTaken) => {}
                Err(other) => return Err(other.told("add the account").into()),
            }
        }
        Err(NotAdded::IdTaken.told("add the account").into())
    }
}
