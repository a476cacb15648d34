//! The log: every change ever entered, in order.
//!
//! The rule: entries are only added, whole writings at a time, and numbered from 1 without gaps; each carries the digest of the
//! one before it. Who saw an earlier version of a record than stands there now is told, and nothing of theirs is kept.

use definitions::{Fingerprint, Trouble};
use register::{Author, Change, Entry, Moment};

use crate::Store;
use crate::databases::{Connection, Fault, FaultKind};
use crate::digest::entry_digest;
use crate::stored::{self, Stored};

/// The longest text that is kept, in bytes: far more than an arrangement or the outline of a county needs.
pub const TEXT_BYTES_AT_MOST: usize = 4 * 1024 * 1024;

/// One change to be kept.
#[derive(Clone, Copy, Debug)]
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
        self.append_each(&writings.iter().map(|writing| (*writing, by, at)).collect::<Vec<_>>())
    }

    /// Adds the entries of another log as they were made there, by the same people at the same moments: all of them or none. Into an
    /// empty log this makes the same log, with the same numbers and digests.
    ///
    /// # Errors
    /// When it cannot be kept.
    pub fn append_as_made(&self, entries: &[Entry]) -> Result<Vec<Kept>, Refused> {
        let writings = entries.iter().map(|entry| {
            let writing = Writing { change: &entry.change, why: &entry.why, expects: Expected::Any };
            (writing, &entry.by, entry.entered)
        });
        self.append_each(&writings.collect::<Vec<_>>())
    }

    fn append_each(&self, writings: &[(Writing<'_>, &Author, Moment)]) -> Result<Vec<Kept>, Refused> {
        let mut changes = Vec::with_capacity(writings.len());
        for (writing, ..) in writings {
            changes.push(change_text(writing.change).map_err(Refused::Trouble)?);
        }
        let mut would_be = Vec::new();
        let kept = self.try_writing(&mut |connection| {
            let (mut number, mut digest) = self.held_head(connection)?;
            let mut kept = Vec::with_capacity(writings.len());
            for ((writing, by, at), change) in writings.iter().zip(&changes) {
                number += 1;
                let (record, version) = next_version(connection, writing)?;
                let (by, why, change) = ((*by).clone(), writing.why.to_string(), change.clone());
                let entry = Stored { number, record, version, entered: *at, by, why, change };
                digest = entry_digest(digest, &entry);
                stored::insert(connection, &entry, digest)?;
                kept.push(entry.kept_as(digest, writing.change.clone()));
            }
            stored::keep_head(connection, number, digest)?;
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
    /// digest. The head is held first, so that a server that is still at it has ended.
    fn kept_after_all(&self, would_be: Vec<Kept>, fault: Fault) -> Result<Vec<Kept>, Refused> {
        let told = |fault: Fault| Err(Refused::Trouble(fault.told("keep the change")));
        let (Fault::Database(FaultKind::Unsure, because), Some(last)) = (&fault, would_be.last()) else { return told(fault) };
        let found = self.try_writing(&mut |connection| {
            self.held_head(connection)?;
            stored::entries_after(connection, last.entry.number - 1, 1)
        });
        match found.as_deref() {
            Ok([(_, digest)]) if *digest == last.digest => Ok(would_be),
            Ok(_) => told(Fault::new(FaultKind::Lost, because)),
            Err(_) => told(fault),
        }
    }

    /// Up to `at_most` entries that follow the one numbered `number`, in order.
    ///
    /// # Errors
    /// When they cannot be read, or one is of a kind that this program does not know.
    pub fn entries_after(&self, number: u64, at_most: usize) -> Result<Vec<Kept>, Trouble> {
        let rows = self.reading("read the log", |connection| stored::entries_after(connection, number, at_most))?;
        rows.into_iter().map(|(entry, digest)| entry.understood(digest)).collect()
    }

    /// The number of the last entry; 0 where there is none. Cheap enough to be asked for every page.
    ///
    /// # Errors
    /// When it cannot be read.
    pub fn last_number(&self) -> Result<u64, Trouble> {
        self.reading("read the head of the log", |connection| stored::head(connection, "")).map(|(number, _)| number)
    }
}

/// The text of a change. One that could not be read back (a place on the map that is no number) would stop everything that
/// is entered after it from being read, and is refused here.
fn change_text(change: &Change) -> Result<String, Trouble> {
    let text = serde_json::to_string(change);
    match text.and_then(|text| serde_json::from_str(&text).map(|read: Change| (text, read))) {
        Ok((text, read)) if read.record() == change.record() => Ok(text),
        Ok((_, read)) => Err(unreadable(change, format!("it would be read back as {}", read.record()))),
        Err(error) => Err(unreadable(change, error.to_string())),
    }
}

fn unreadable(change: &Change, because: String) -> Trouble {
    Trouble::new(format!("write down the change of {}", change.record()), because, "Look for a number in it that is none.")
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
        _ => match latest.checked_add(1) {
            Some(version) => Ok((record, version)),
            None => Err(Fault::new(FaultKind::Damaged, format!("the last version of {record} is {latest}, which nobody can have saved"))),
        },
    }
}
