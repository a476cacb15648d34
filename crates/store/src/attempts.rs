//! Attempts: how often something was tried lately, so that a limit holds across all processes of one place.
//!
//! The rule: an attempt is noted under a key that its maker chooses (an address that asked, an account that was asked for) and
//! forgotten after a day.

use definitions::Trouble;
use register::Moment;

use crate::Store;
use crate::databases::looked_up;

/// After how many seconds an attempt is forgotten.
const FORGOTTEN_AFTER_SECONDS: i64 = 24 * 60 * 60;

impl Store {
    /// Notes an attempt, and forgets those of more than a day ago.
    ///
    /// # Errors
    /// When it cannot be kept.
    pub fn note_attempt(&self, about: &str, at: Moment) -> Result<(), Trouble> {
        self.writing("note an attempt", |connection| {
            let forgotten = Moment(at.0.saturating_sub(FORGOTTEN_AFTER_SECONDS));
            connection.change("delete from attempts where made < $1", &[forgotten.into()])?;
            connection.change("insert into attempts (about, made) values ($1, $2)", &[looked_up(about)?, at.into()]).map(drop)
        })
    }

    /// How many attempts there were under a key, at `since` or later.
    ///
    /// # Errors
    /// When it cannot be read.
    pub fn attempts_since(&self, about: &str, since: Moment) -> Result<u64, Trouble> {
        self.reading("count attempts", |connection| {
            let rows = connection.rows("select count(*) from attempts where about = $1 and made >= $2", &[about.into(), since.into()])?;
            rows.first().map_or(Ok(0), |row| row.count(0))
        })
    }

    /// Forgets the attempts under a key, as after signing in.
    ///
    /// # Errors
    /// When it cannot be kept.
    pub fn forget_attempts(&self, about: &str) -> Result<(), Trouble> {
        self.writing("forget attempts", |connection| connection.change("delete from attempts where about = $1", &[about.into()]).map(drop))
    }
}
