//! Sessions: who is signed in, and until when.
//!
//! The rule: of the token in the browser only its SHA-256 is kept, so that whoever reads the database cannot sign in with it.
//! A session whose time is over, or whose account is closed, is no session.

use definitions::{Fingerprint, Trouble};
use register::Moment;

use crate::Store;
use crate::databases::{Fault, Row};

/// A session to be opened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SessionOpened {
    /// SHA-256 of the token in the browser.
    pub digest: Fingerprint,
    /// Whose.
    pub account: String,
    /// What a form must bring back, so that no other site can send it in their name.
    pub form_token: String,
    /// When it was opened.
    pub at: Moment,
    /// Until when it holds.
    pub until: Moment,
}

/// A session that holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SessionKept {
    /// Whose.
    pub account: String,
    /// What a form must bring back.
    pub form_token: String,
    /// When it was opened.
    pub opened: Moment,
    /// When it was last used, as far as that was noted.
    pub seen: Moment,
    /// Until when it holds.
    pub until: Moment,
}

impl Store {
    /// Opens a session, and sweeps away those whose time is over.
    ///
    /// # Errors
    /// When there is no such account, or it cannot be kept.
    pub fn open_session(&self, session: &SessionOpened) -> Result<(), Trouble> {
        let SessionOpened { digest, account, form_token, at, until } = session;
        self.writing("open a session", |connection| {
            connection.change("delete from sessions where ends < $1", &[(*at).into()])?;
            let values = [(*digest).into(), account.into(), form_token.into(), (*at).into(), (*until).into()];
            let statement = "insert into sessions (digest, account, form_token, opened, seen, ends) values ($1, $2, $3, $4, $4, $5)";
            connection.change(statement, &values).map(drop)
        })
    }

    /// The session with this digest, if it holds at `now` and its account is open.
    ///
    /// # Errors
    /// When it cannot be read.
    pub fn session(&self, digest: Fingerprint, now: Moment) -> Result<Option<SessionKept>, Trouble> {
        let statement = "select account, form_token, opened, seen, ends from sessions join accounts on accounts.id = account \
                         where digest = $1 and ends >= $2 and closed is null";
        self.reading("read the session", |connection| {
            let rows = connection.rows(statement, &[digest.into(), now.into()])?;
            rows.first().map(session).transpose()
        })
    }

    /// The sessions of an account that hold at `now`, the one used last first.
    ///
    /// # Errors
    /// When they cannot be read.
    pub fn sessions_of(&self, account: &str, now: Moment) -> Result<Vec<SessionKept>, Trouble> {
        let statement = "select account, form_token, opened, seen, ends from sessions where account = $1 and ends >= $2 \
                         order by seen desc, opened desc";
        self.reading("read the sessions", |connection| {
            connection.rows(statement, &[account.into(), now.into()])?.iter().map(session).collect()
        })
    }

    /// Notes that a session was used, and until when it holds now.
    ///
    /// # Errors
    /// When it cannot be kept.
    pub fn touch_session(&self, digest: Fingerprint, now: Moment, until: Moment) -> Result<(), Trouble> {
        self.writing("note that the session was used", |connection| {
            connection
                .change("update sessions set seen = $2, ends = $3 where digest = $1", &[digest.into(), now.into(), until.into()])
                .map(drop)
        })
    }

    /// Ends one session.
    ///
    /// # Errors
    /// When it cannot be kept.
    pub fn end_session(&self, digest: Fingerprint) -> Result<(), Trouble> {
        self.writing("sign out", |connection| connection.change("delete from sessions where digest = $1", &[digest.into()]).map(drop))
    }

    /// Ends every session of an account; says how many there were.
    ///
    /// # Errors
    /// When it cannot be kept.
    pub fn end_sessions_of(&self, account: &str) -> Result<u64, Trouble> {
        self.writing("sign out everywhere", |connection| connection.change("delete from sessions where account = $1", &[account.into()]))
    }
}

fn session(row: &Row) -> Result<SessionKept, Fault> {
    Ok(SessionKept { account: row.text(0)?, form_token: row.text(1)?, opened: row.moment(2)?, seen: row.moment(3)?, until: row.moment(4)? })
}
