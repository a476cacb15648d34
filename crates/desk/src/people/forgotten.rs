//! A forgotten password, and the link in a letter with which one is set.
//!
//! The rule: whoever asks is told the same, in the same words and time, whether or not the address is known. A link works once, for an hour
//! (an invitation for a week), and every session ends when it is used.

use std::net::IpAddr;

use definitions::Trouble;
use register::Moment;
use store::{Account, Token};

use super::People;
use super::letter::Letter;
use super::limits::{LETTERS_FROM_ADDRESS, LETTERS_TO_ACCOUNT, TooMany, network};
use super::session::{NotSignedIn, Opened};
use super::token::{digest_of, new_token};

/// What a link in a letter is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PasswordLink {
    /// A password was forgotten.
    Forgotten,
    /// Somebody was invited.
    Invitation,
}

impl PasswordLink {
    fn purpose(self) -> &'static str {
        match self {
            PasswordLink::Forgotten => "password",
            PasswordLink::Invitation => "invitation",
        }
    }

    /// How long it works.
    pub fn seconds(self) -> i64 {
        match self {
            PasswordLink::Forgotten => 60 * 60,
            PasswordLink::Invitation => 7 * 24 * 60 * 60,
        }
    }
}

impl People {
    /// Somebody forgot the password of the account with this address: a letter is written where there is one.
    ///
    /// # Errors
    /// When the store cannot be asked.
    pub fn forgot_password(&self, email: &str, from: IpAddr, now: Moment) -> Result<Option<TooMany>, Trouble> {
        let email = email.trim().to_lowercase();
        if let Some(too_many) = self.try_once(LETTERS_FROM_ADDRESS, &network(from), now)? {
            return Ok(Some(too_many));
        }
        let is_too_many_for_account = self.try_once(LETTERS_TO_ACCOUNT, &email, now)?.is_some();
        let account = self.store().account_by_email(&email)?.filter(|account| account.closed.is_none() && !is_too_many_for_account);
        // A link is made and kept for nobody too, so that it takes as long.
        let link = self.new_link(PasswordLink::Forgotten, account.as_ref().map_or("", |account| &account.id), now)?;
        if let Some(account) = account {
            self.post(Letter::forgotten(&account, &self.desk.place().name, &link));
        }
        Ok(None)
    }

    /// Whose password the link with this secret sets, where it still works.
    ///
    /// # Errors
    /// When the store cannot be asked.
    pub fn account_of_link(&self, token: &str, now: Moment) -> Result<Option<(Account, PasswordLink)>, Trouble> {
        for kind in [PasswordLink::Forgotten, PasswordLink::Invitation] {
            let Some(id) = self.store().peek_token(digest_of(token), kind.purpose(), now)? else { continue };
            let account = self.store().account(&id)?.filter(|account| account.closed.is_none());
            return Ok(account.map(|account| (account, kind)));
        }
        Ok(None)
    }

    /// Sets a password by a link, which is used up by it, and opens a session.
    ///
    /// # Errors
    /// When the link no longer works (`Wrong`), or the password is not good enough, which leaves the link as it was.
    pub fn set_password_by_link(&self, token: &str, password: &str, now: Moment) -> Result<Opened, NotSignedIn> {
        let (account, kind) = self.account_of_link(token, now)?.ok_or(NotSignedIn::Wrong)?;
        let known = [account.email.as_str(), account.name.as_str(), self.desk.place().name.as_str()];
        if let Some(why) = super::wrong_with_password(password, &known) {
            return Err(NotSignedIn::WeakPassword(why));
        }
        // Of two clicks at once only one takes it.
        self.store().take_token(digest_of(token), kind.purpose(), now)?.ok_or(NotSignedIn::Wrong)?;
        self.set_password(&account, password)?;
        for kind in [PasswordLink::Forgotten, PasswordLink::Invitation] {
            self.store().drop_tokens(kind.purpose(), &account.id)?;
        }
        Ok(self.open(&account, now)?)
    }

    /// A new link of this kind about an account; earlier ones stop working.
    pub(super) fn new_link(&self, kind: PasswordLink, account: &str, now: Moment) -> Result<String, Trouble> {
        let token = new_token();
        self.store().sweep_tokens(now)?;
        self.store().drop_tokens(kind.purpose(), account)?;
        self.store().keep_token(&Token {
            digest: digest_of(&token),
            purpose: kind.purpose().to_string(),
            about: account.to_string(),
            until: Moment(now.0.saturating_add(kind.seconds())),
        })?;
        Ok(format!("{}/set-password?link={token}", self.address))
    }
}
