//! The log: every change ever entered, in order.
//!
//! The rule: entries are only added, whole writings at a time, and numbered from 1 without gaps; each carries the digest of the
//! one before it. Who saw an earlier version of a record than stands there now is told, and nothing of theirs is kept.

use definitions::{Fingerprint, Trouble};
use register::{Author, Change, Entry, Moment};
use serde::{Deserialize, Serialize};

use crate::Store;
use crate::chain::entry_digest;
use crate::databases::{Connection, Fault, FaultKind, Row};

/// The longest text that is kept, in bytes: far more than an arrangement or the outline of a county needs.
pub const TEXT_BYTES_AT_MOST: usize = 4 * 1024 * 1024;

/// One change to be kept.
#[derive(Clone, Debug)]
pub struct Writing<'a> {
    /// What changes.
    pub change: &'a Change,
    /// Why, in the words of who changes it.
    pub why: &'a str,
    /// Which version of the record they had before them.
    pub expects: Expected,
}

/// What somebody had before them when they changed a record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Expected {
    /// Nothing: the record is new.
    New,
    /// This version.
    Version(u32),
    /// Whatever is there; for what never contradicts what others do.
    Any,
}

/// An entry as it is kept.
#[derive(Clone, Debug, PartialEq)]
pub struct Kept {
    /// What was entered.
    pub entry: Entry,
    /// The record it is a version of, such as `arrangement/shared-legal-team`.
    pub record: String,
    /// Which version of that record, from 1 without gaps.
    pub version: u32,
    /// Its digest; see [`entry_digest`].
    pub digest: Fingerprint,
}

/// Somebody else changed a record first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Overtaken {
    /// Which record.
    pub record: String,
    /// Who.
    pub by: Author,
    /// When.
    pub at: Moment,
    /// The version that stands there now.
    pub version: u32,
}

/// Why nothing was kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refused {
    /// Somebody else changed a record first.
    Overtaken(Overtaken),
    /// It could not be kept.
    Trouble(Trouble),
}

impl Refused {
    /// As a person is told; `could_not` completes "could not …".
    pub fn told(self, could_not: &str) -> Trouble {
        match self {
            Refused::Trouble(trouble) => trouble,
            Refused::Overtaken(Overtaken { record, by, at, version }) => Trouble::new(
                could_not,
                format!("{} saved version {version} of {record} at {at}, after you opened it", by.name),
                "Nothing of yours was kept here: look at what they saved, and enter again what is still right.",
            ),
        }
    }
}

impl Store {
    /// Adds entries to the log: all of `writings`, in their order, or none.
    ///
    /// # Errors
    /// When somebody else changed one of the records first, or it cannot be kept.
    pub fn append(&self, writings: &[Writing<'_>], by: &Author, at: Moment) -> Result<Vec<Kept>, Refused> {
        let mut changes = Vec::with_capacity(writings.len());
        for writing in writings {
            changes.push(change_text(writing.change).map_err(Refused::Trouble)?);
        }
        let mut would_be = Vec::new();
        let kept = self.try_writing(&mut |connection| {
            let (mut number, mut digest) = self.held_head(connection)?;
            let mut kept = Vec::with_capacity(writings.len());
            for (writing, change) in writings.iter().zip(&changes) {
                number += 1;
                let (record, version) = next_version(connection, writing)?;
                let stored =
                    Stored { number, record, version, entered: at, by: by.clone(), why: writing.why.to_string(), change: change.clone() };
                digest = entry_digest(digest, &stored);
                insert(connection, &stored, digest)?;
                kept.push(stored.kept_as(digest, writing.change.clone()));
            }
            keep_head(connection, number, digest)?;
            would_be.clone_from(&kept);
            Ok(kept)
        });
        match kept {
            Ok(kept) => Ok(kept),
            Err(Fault::Overtaken(overtaken)) => Err(Refused::Overtaken(*overtaken)),
            Err(fault) => self.kept_after_all(would_be, fault),
        }
    }

    /// Where the connection went while an append was being kept, the log itself says whether it was: no other entry has its
    /// digest.
    fn kept_after_all(&self, would_be: Vec<Kept>, fault: Fault) -> Result<Vec<Kept>, Refused> {
        let told = |fault: Fault| Err(Refused::Trouble(fault.told("keep the change")));
        let (Fault::Database(FaultKind::Unsure, because), Some(last)) = (&fault, would_be.last()) else { return told(fault) };
        match self.digest_of(last.entry.number) {
            Ok(Some(digest)) if digest == last.digest => Ok(would_be),
            Ok(_) => told(Fault::new(FaultKind::Lost, because)),
            Err(_) => told(fault),
        }
    }

    /// Up to `at_most` entries that follow the one numbered `number`, in order.
    ///
    /// # Errors
    /// When they cannot be read, or one is of a kind that this program does not know.
    pub fn entries_after(&self, number: u64, at_most: usize) -> Result<Vec<Kept>, Trouble> {
        let rows = self.reading("read the log", |connection| stored_after(connection, number, at_most))?;
        rows.into_iter().map(|(stored, digest)| stored.understood(digest)).collect()
    }

    /// The number of the last entry; 0 where there is none. Cheap enough to be asked for every page.
    ///
    /// # Errors
    /// When it cannot be read.
    pub fn last_number(&self) -> Result<u64, Trouble> {
        self.reading("read the head of the log", |connection| head(connection, "")).map(|(number, _)| number)
    }
}

/// An entry as it lies in the database, its change as text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Stored {
    /// Its place in the log.
    pub number: u64,
    /// The record it is a version of.
    pub record: String,
    /// Which version.
    pub version: u32,
    /// When it was entered.
    pub entered: Moment,
    /// Who entered it.
    pub by: Author,
    /// Why.
    pub why: String,
    /// What changed, as the JSON text that was written.
    pub change: String,
}

impl Stored {
    fn kept_as(self, digest: Fingerprint, change: Change) -> Kept {
        let Stored { number, record, version, entered, by, why, .. } = self;
        Kept { entry: Entry { number, entered, by, why, change }, record, version, digest }
    }

    /// With its change understood.
    pub(crate) fn understood(self, digest: Fingerprint) -> Result<Kept, Trouble> {
        match serde_json::from_str(&self.change) {
            Ok(change) => Ok(self.kept_as(digest, change)),
            Err(error) => Err(Trouble::new(
                format!("understand entry {} of the log, about {}", self.number, self.record),
                error.to_string(),
                "Use the newest commonweal; if it does not help, run `commonweal check`.",
            )),
        }
    }
}

/// The number and digest of the last entry; `hold` makes other writers wait.
pub(crate) fn head(connection: &mut dyn Connection, hold: &str) -> Result<(u64, Fingerprint), Fault> {
    let rows = connection.rows(&format!("select number, digest from head{hold}"), &[])?;
    let row = rows.first().ok_or_else(|| Fault::new(FaultKind::Damaged, "the head of the log is missing"))?;
    Ok((row.count(0)?, fingerprint(row, 1)?))
}

/// Notes what the last entry is now.
pub(crate) fn keep_head(connection: &mut dyn Connection, number: u64, digest: Fingerprint) -> Result<(), Fault> {
    connection.change("update head set number = $1, digest = $2", &[number.into(), digest.into()]).map(drop)
}

/// Puts one entry into its table.
pub(crate) fn insert(connection: &mut dyn Connection, stored: &Stored, digest: Fingerprint) -> Result<(), Fault> {
    let values = [
        stored.number.into(),
        (&stored.record).into(),
        stored.version.into(),
        stored.entered.into(),
        (&stored.by.account).into(),
        (&stored.by.name).into(),
        (&stored.why).into(),
        (&stored.change).into(),
        digest.into(),
    ];
    connection.change(&format!("insert into entries ({COLUMNS}) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)"), &values).map(drop)
}

/// Up to `at_most` entries as they lie there, with their digests.
pub(crate) fn stored_after(connection: &mut dyn Connection, number: u64, at_most: usize) -> Result<Vec<(Stored, Fingerprint)>, Fault> {
    let statement = format!("select {COLUMNS} from entries where number > $1 order by number limit $2");
    let rows = connection.rows(&statement, &[number.into(), (at_most as u64).into()])?;
    rows.iter().map(|row| Ok((stored(row)?, fingerprint(row, 8)?))).collect()
}

const COLUMNS: &str = "number, record, version, entered, account, author, why, change, digest";

fn stored(row: &Row) -> Result<Stored, Fault> {
    Ok(Stored {
        number: row.count(0)?,
        record: row.text(1)?,
        version: row.version(2)?,
        entered: row.moment(3)?,
        by: Author { account: row.text(4)?, name: row.text(5)? },
        why: row.text(6)?,
        change: row.text(7)?,
    })
}

/// A text that is no fingerprint is read as none that can be: it fits no entry, and so it is found.
fn fingerprint(row: &Row, column: usize) -> Result<Fingerprint, Fault> {
    Ok(crate::chain::fingerprint_of(&row.text(column)?).unwrap_or(Fingerprint([0xff; 32])))
}

fn change_text(change: &Change) -> Result<String, Trouble> {
    serde_json::to_string(change).map_err(|error| {
        Trouble::new(format!("write down the change of {}", change.record()), error.to_string(), "Look for a number that is none.")
    })
}

/// The record a writing is about and the version it makes, if its writer had the latest before them.
fn next_version(connection: &mut dyn Connection, writing: &Writing<'_>) -> Result<(String, u32), Fault> {
    let record = writing.change.record();
    let statement = "select version, account, author, entered from entries where record = $1 order by version desc limit 1";
    let rows = connection.rows(statement, &[(&record).into()])?;
    let latest = rows.first().map(|row| row.version(0)).transpose()?.unwrap_or(0);
    let is_expected = match writing.expects {
        Expected::New => latest == 0,
        Expected::Version(version) => latest == version,
        Expected::Any => true,
    };
    match rows.first() {
        Some(row) if !is_expected => {
            let by = Author { account: row.text(1)?, name: row.text(2)? };
            Err(Fault::Overtaken(Box::new(Overtaken { record, by, at: row.moment(3)?, version: latest })))
        }
        None if !is_expected => Err(Fault::Told(Trouble::new(
            format!("correct {record}"),
            "there is no such record here",
            "It may have been entered in another register: look for it, or enter it as new.",
        ))),
        _ => Ok((record, latest + 1)),
    }
}
