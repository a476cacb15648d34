//! People: who may sign in, how they do, and the letters they get.
//!
//! The rule: of a password only what cannot be turned back is kept, and of any token only its digest. Whoever signs in is told
//! neither whether an account exists nor which half was wrong. What changes a role is an entry in the log, like everything else.

mod forgotten;
mod invitation;
mod limits;
mod password;
mod roles;
mod session;
mod signed_in;
mod still_true;

mod letter;
mod mailing;
mod sign_on;
mod token;

use std::sync::Arc;

use definitions::Trouble;
use store::Store;

use crate::Desk;

pub use forgotten::PasswordLink;
pub use invitation::{Invitation, Invited};
pub use letter::Letter;
pub use limits::TooMany;
pub use mailing::{MailServer, Mailing, is_address};
pub use password::wrong_with_password;
pub use roles::PersonWithRoles;
pub use session::{NotSignedIn, Opened, SessionOfPerson};
pub use sign_on::{SignOnFailed, SignOnSetting, SignOnUnderWay};
pub use signed_in::SignedIn;
pub use still_true::{StillTrueAsked, StillTrueLink};
pub use token::new_token;

use password::Hashing;
use sign_on::SignOn;

/// How people of a place sign in and are written to.
#[derive(Clone, Debug, Default)]
pub struct PeopleSettings {
    /// The address of the site, such as `https://share.example.gov.uk`: links in letters begin with it.
    pub address: String,
    /// How letters are sent.
    pub mailing: Mailing,
    /// An organisation's own sign-in, where there is one.
    pub sign_on: Option<SignOnSetting>,
}

/// The people of a place.
pub struct People {
    desk: Arc<Desk>,
    address: String,
    mailing: Mailing,
    hashing: Hashing,
    sign_on: Option<SignOn>,
}

impl People {
    /// The people of the place that `desk` looks after.
    ///
    /// # Errors
    /// When what a password is made into cannot be made on this machine.
    pub fn new(desk: Arc<Desk>, settings: PeopleSettings) -> Result<People, Trouble> {
        let PeopleSettings { address, mailing, sign_on } = settings;
        Ok(People { desk, address, mailing, hashing: Hashing::new()?, sign_on: sign_on.map(SignOn::new) })
    }

    /// The desk they do things at.
    pub fn desk(&self) -> &Arc<Desk> {
        &self.desk
    }

    /// Name of the organisation's own sign-in, where there is one.
    pub fn sign_on_name(&self) -> Option<&str> {
        self.sign_on.as_ref().map(SignOn::name)
    }

    /// The mailing as it is set.
    pub fn mailing(&self) -> &Mailing {
        &self.mailing
    }

    fn store(&self) -> &Store {
        self.desk.store()
    }
}

#[cfg(test)]
mod tests;
