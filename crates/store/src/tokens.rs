//! Tokens that work once: in a letter that sets a password anew, an invitation, a question whether something is still true.
//!
//! The rule: only the SHA-256 of a token is kept; it is taken and gone in one statement, so that of two clicks one gets it.

use definitions::{Fingerprint, Trouble};
use register::Moment;
use serde::{Deserialize, Serialize};

use crate::Store;
use crate::databases::{Connection, Fault};

/// A token to be kept.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Token {
    /// SHA-256 of what is in the letter.
    pub digest: Fingerprint,
    /// What it is for; asked for again when it is taken.
    pub purpose: String,
    /// Whom or what it is about, as its maker needs it.
    pub about: String,
    /// Until when it works.
    pub until: Moment,
}

impl Store {
    /// Keeps a token.
    ///
    /// # Errors
    /// When it cannot be kept.
    pub fn keep_token(&self, token: &Token) -> Result<(), Trouble> {
        self.writing("keep the token of a letter", |connection| insert(connection, token))
    }

    /// Takes a token that still works: what it is about, once. `None` where there is none such, it was taken, or its time is over.
    ///
    /// # Errors
    /// When it cannot be taken.
    pub fn take_token(&self, digest: Fingerprint, purpose: &str, now: Moment) -> Result<Option<String>, Trouble> {
        let statement = "delete from tokens where digest = $1 and purpose = $2 and ends >= $3 returning about";
        self.writing("take the token of a letter", |connection| {
            let rows = connection.rows(statement, &[digest.into(), purpose.into(), now.into()])?;
            rows.first().map(|row| row.text(0)).transpose()
        })
    }

    /// What a token that still works is about; it goes on working.
    ///
    /// # Errors
    /// When it cannot be read.
    pub fn peek_token(&self, digest: Fingerprint, purpose: &str, now: Moment) -> Result<Option<String>, Trouble> {
        let statement = "select about from tokens where digest = $1 and purpose = $2 and ends >= $3";
        self.reading("read the token of a letter", |connection| {
            let rows = connection.rows(statement, &[digest.into(), purpose.into(), now.into()])?;
            rows.first().map(|row| row.text(0)).transpose()
        })
    }

    /// Throws away every token for one purpose about one thing: an older letter stops working when a newer is sent.
    ///
    /// # Errors
    /// When it cannot be done.
    pub fn drop_tokens(&self, purpose: &str, about: &str) -> Result<u64, Trouble> {
        self.writing("throw away earlier tokens", |connection| {
            connection.change("delete from tokens where purpose = $1 and about = $2", &[purpose.into(), about.into()])
        })
    }

    /// Throws away tokens whose time is over.
    ///
    /// # Errors
    /// When it cannot be done.
    pub fn sweep_tokens(&self, now: Moment) -> Result<u64, Trouble> {
        self.writing("throw away old tokens", |connection| connection.change("delete from tokens where ends < $1", &[now.into()]))
    }
}

/// Every token there is, in the order of their digests.
pub(crate) fn all(connection: &mut dyn Connection) -> Result<Vec<Token>, Fault> {
    let rows = connection.rows("select digest, purpose, about, ends from tokens", &[])?;
    let mut tokens = Vec::with_capacity(rows.len());
    for row in &rows {
        // One that is no digest fits no letter, and is left behind.
        let Some(digest) = crate::digest::fingerprint_of(&row.text(0)?) else { continue };
        tokens.push(Token { digest, purpose: row.text(1)?, about: row.text(2)?, until: row.moment(3)? });
    }
    // Sorted here: databases differ in how they sort texts.
    tokens.sort_by_key(|token| token.digest);
    Ok(tokens)
}

/// Puts a token into its table.
pub(crate) fn insert(connection: &mut dyn Connection, token: &Token) -> Result<(), Fault> {
    let values = [token.digest.into(), (&token.purpose).into(), (&token.about).into(), token.until.into()];
    connection.change("insert into tokens (digest, purpose, about, ends) values ($1, $2, $3, $4)", &values).map(drop)
}
