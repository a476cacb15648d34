//! Signing in and out.
//!
//! The rule: an e-mail address that nobody has and a password that is wrong are answered alike, in the same words and the same time.
//! Every sign-in makes a new secret. A session ends after twelve hours without use, and after a week whatever happens.

use std::net::IpAddr;

use definitions::Trouble;
use register::Moment;
use store::{Account, SessionOpened};

use super::limits::{SIGN_IN_FROM_ADDRESS, SIGN_IN_OF_ACCOUNT, TooMany, network};
use super::token::{digest_of, new_token};
use super::{People, SignedIn, wrong_with_password};

/// A session that was opened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Opened {
    /// The secret for her cookie; only its digest is kept.
    pub token: String,
    /// Id of her account.
    pub account: String,
}

/// A session as its person sees it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SessionOfPerson {
    /// When it began.
    pub opened: Moment,
    /// When it was last used, within five minutes.
    pub seen: Moment,
}

/// Why somebody was not signed in, or a password not changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NotSignedIn {
    /// There is no such account, or the password is wrong: nobody is told which.
    Wrong,
    /// Too many attempts.
    TooMany(TooMany),
    /// The new password is not good enough; the sentence says why.
    WeakPassword(String),
    /// Something stood in the way.
    Trouble(Trouble),
}

impl From<Trouble> for NotSignedIn {
    fn from(trouble: Trouble) -> NotSignedIn {
        NotSignedIn::Trouble(trouble)
    }
}

const IDLE_SECONDS: i64 = 12 * 60 * 60;
const LONGEST_SECONDS: i64 = 7 * 24 * 60 * 60;
/// That a session was used is noted at most this often.
const NOTED_EVERY_SECONDS: i64 = 5 * 60;

impl People {
    /// Signs somebody in by e-mail address and password.
    ///
    /// # Errors
    /// When they are wrong or tried too often.
    pub fn sign_in(&self, email: &str, password: &str, from: IpAddr, now: Moment) -> Result<Opened, NotSignedIn> {
        let email = email.trim().to_lowercase();
        let of_account = self.try_once(SIGN_IN_OF_ACCOUNT, &email, now)?;
        let from_address = self.try_once(SIGN_IN_FROM_ADDRESS, &network(from), now)?;
        if let Some(too_many) = of_account.or(from_address) {
            return Err(NotSignedIn::TooMany(too_many));
        }
        let account = self.store().account_by_email(&email)?.filter(|account| account.closed.is_none());
        let kept = account.as_ref().and_then(|account| account.password.as_deref());
        match (self.hashing.is_right(password, kept), account) {
            (true, Some(account)) => {
                self.forget(SIGN_IN_OF_ACCOUNT, &email)?;
                Ok(self.open(&account, now)?)
            }
            _ => Err(NotSignedIn::Wrong),
        }
    }

    /// Who the session with this secret belongs to; nothing where there is no such session, or it is over.
    ///
    /// # Errors
    /// When the store cannot be asked.
    pub fn signed_in(&self, token: &str, now: Moment) -> Result<Option<SignedIn>, Trouble> {
        let digest = digest_of(token);
        let Some(session) = self.store().session(digest, now)? else { return Ok(None) };
        let Some(account) = self.store().account(&session.account)? else { return Ok(None) };
        if now.0 - session.seen.0 >= NOTED_EVERY_SECONDS {
            self.store().touch_session(digest, now, until(session.opened, now))?;
        }
        Ok(Some(SignedIn::of(&account, self.desk.register()?.register())))
    }

    /// The sessions of a person that hold, the one used last first.
    ///
    /// # Errors
    /// When the store cannot be asked.
    pub fn sessions(&self, person: &SignedIn, now: Moment) -> Result<Vec<SessionOfPerson>, Trouble> {
        let kept = self.store().sessions_of(&person.account, now)?;
        Ok(kept.into_iter().map(|session| SessionOfPerson { opened: session.opened, seen: session.seen }).collect())
    }

    /// Ends the session with this secret.
    ///
    /// # Errors
    /// When the store cannot be asked.
    pub fn sign_out(&self, token: &str) -> Result<(), Trouble> {
        self.store().end_session(digest_of(token))
    }

    /// Ends every session of a person, this one too; says how many there were.
    ///
    /// # Errors
    /// When the store cannot be asked.
    pub fn sign_out_everywhere(&self, person: &SignedIn) -> Result<u64, Trouble> {
        self.store().end_sessions_of(&person.account)
    }

    /// Sets another password for somebody who knows hers. All her sessions end, and a new one is opened.
    ///
    /// # Errors
    /// When the current one is wrong, or the new one is not good enough.
    pub fn change_password(&self, person: &SignedIn, current: &str, new: &str, now: Moment) -> Result<Opened, NotSignedIn> {
        if let Some(too_many) = self.try_once(SIGN_IN_OF_ACCOUNT, &person.email, now)? {
            return Err(NotSignedIn::TooMany(too_many));
        }
        let account = self.store().account(&person.account)?.ok_or(NotSignedIn::Wrong)?;
        if !self.hashing.is_right(current, account.password.as_deref()) {
            return Err(NotSignedIn::Wrong);
        }
        self.forget(SIGN_IN_OF_ACCOUNT, &person.email)?;
        self.set_password(&account, new)?;
        Ok(self.open(&account, now)?)
    }

    /// Opens a session of an account.
    pub(super) fn open(&self, account: &Account, now: Moment) -> Result<Opened, Trouble> {
        let token = new_token();
        self.store().open_session(&SessionOpened {
            digest: digest_of(&token),
            account: account.id.clone(),
            // The token of forms is made from the secret in the cookie, so none has to be kept.
            form_token: String::new(),
            at: now,
            until: until(now, now),
        })?;
        Ok(Opened { token, account: account.id.clone() })
    }

    /// Keeps a password that is good enough; all sessions of the account end.
    pub(super) fn set_password(&self, account: &Account, password: &str) -> Result<(), NotSignedIn> {
        let known = [account.email.as_str(), account.name.as_str(), self.desk.place().name.as_str()];
        if let Some(why) = wrong_with_password(password, &known) {
            return Err(NotSignedIn::WeakPassword(why));
        }
        Ok(self.store().set_password(&account.id, &self.hashing.kept(password)?)?)
    }
}

/// Until when a session holds that was opened then and is used now.
fn until(opened: Moment, now: Moment) -> Moment {
    Moment((now.0.saturating_add(IDLE_SECONDS)).min(opened.0.saturating_add(LONGEST_SECONDS)))
}
