//! How the tables came to be as they are, step by step and forward only.
//!
//! The rule: a step that has been released is never changed; a new one is added to both lists. Both databases have the same
//! tables and columns after every step, which a test checks.

use super::{Fault, Row};
use definitions::Trouble;

/// One step for both databases.
pub(crate) struct Migration {
    /// The statements for SQLite.
    pub(crate) sqlite: &'static str,
    /// The statements for PostgreSQL.
    pub(crate) postgres: &'static str,
}

/// All steps; the version of a store is how many it has been through.
pub(crate) const MIGRATIONS: &[Migration] = &[
    Migration { sqlite: include_str!("../migrations/0001-sqlite.sql"), postgres: include_str!("../migrations/0001-postgres.sql") },
    Migration { sqlite: include_str!("../migrations/0002-sqlite.sql"), postgres: include_str!("../migrations/0002-postgres.sql") },
];

/// Notes that a step was done. Which moment it was is the database's to say: both know the time.
pub(crate) const NOTE_STEP: &str = "insert into schema_steps (version, done) values ($1, $2)";

/// The version a store is at.
pub(crate) const VERSION: &str = "select coalesce(max(version), 0) from schema_steps";

/// The steps that a store with this answer to [`VERSION`] still needs, each with the version it leads to.
pub(crate) fn still_to_do(answer: &[Row]) -> Result<Vec<(u64, &'static Migration)>, Fault> {
    let version = match answer.first() {
        Some(row) => row.count(0)?,
        None => 0,
    };
    if version > MIGRATIONS.len() as u64 {
        return Err(Fault::Told(Trouble::new(
            "open the register",
            format!("it was made by a newer commonweal (its tables are of version {version}, this program knows {})", MIGRATIONS.len()),
            "Use the newer program; an older one could damage what it does not understand.",
        )));
    }
    Ok(MIGRATIONS.iter().enumerate().map(|(place, step)| (place as u64 + 1, step)).filter(|(to, _)| *to > version).collect())
}
