//! The walk along the chain of digests, by which a quiet change in the database is found.
//!
//! The rule: each entry is held against the digest kept with the one before it, so that a change is named by its entry, and one
//! change is one fault. Taking away the last entries and their trace in the head can be shown only by a digest that was noted
//! elsewhere, such as in a backup.

use std::collections::BTreeMap;

use definitions::{Fingerprint, Trouble};

use crate::Store;
use crate::digest::{FIRST_DIGEST, entry_digest};
use crate::stored::{self, Stored};

/// What a walk along the whole log found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chain {
    /// How many entries there are.
    pub entries: u64,
    /// The number of the last one, as the head of the log says; 0 where there is none.
    pub last_number: u64,
    /// Its digest. Who notes number and digest elsewhere can later show that everything until then is as it was.
    pub last_digest: Fingerprint,
    /// What is wrong, in order; the first hundred.
    pub faults: Vec<ChainFault>,
    /// How many more are wrong.
    pub further_faults: u64,
}

impl Chain {
    /// True where nothing is wrong.
    pub fn is_whole(&self) -> bool {
        self.faults.is_empty()
    }
}

/// One thing wrong with the log.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ChainFault {
    /// An entry is not what its digest was made of.
    Changed {
        /// Which.
        number: u64,
        /// The record it speaks of, as it reads now.
        record: String,
        /// The digest that is kept with it.
        kept: Fingerprint,
        /// The digest that it would have as it reads now.
        would_be: Fingerprint,
    },
    /// Entries are gone.
    Missing {
        /// The first of them.
        from: u64,
        /// The last of them.
        to: u64,
    },
    /// A record's versions do not follow one another.
    Version {
        /// The entry.
        number: u64,
        /// The record.
        record: String,
        /// The version it should be.
        expected: u32,
        /// The version it says it is.
        found: u32,
    },
    /// The log ends elsewhere than its head says.
    Head {
        /// The number in the head.
        number: u64,
        /// The number of the last entry there is.
        found: u64,
    },
}

/// A sentence that names the entry.
impl std::fmt::Display for ChainFault {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            ChainFault::Changed { number, record, kept, would_be } => write!(
                f,
                "Entry {number}, about {record}, is not as it was entered, or the entry before it was exchanged: \
                 its digest is {kept}, and as it reads now it would be {would_be}."
            ),
            ChainFault::Missing { from, to } if from == to => write!(f, "Entry {from} is gone."),
            ChainFault::Missing { from, to } => write!(f, "Entries {from} to {to} are gone."),
            ChainFault::Version { number, record, expected, found } => {
                write!(f, "Entry {number} says it is version {found} of {record}, and version {expected} was to follow.")
            }
            ChainFault::Head { number, found } => {
                write!(
                    f,
                    "The head of the log says that entry {number} is the last, with a digest, and the log ends with entry {found}, with another."
                )
            }
        }
    }
}

impl Store {
    /// Walks along the whole log, as it is at one moment. `done` is told, now and then, how many of how many entries have been
    /// looked at.
    ///
    /// # Errors
    /// When the log cannot be read. That something in it is wrong is no error, but the answer.
    pub fn verify(&self, done: &mut dyn FnMut(u64, u64)) -> Result<Chain, Trouble> {
        self.reading_one_moment("walk along the log", |connection| {
            let (last_number, last_digest) = stored::head(connection, "")?;
            let mut walk = Walk::default();
            loop {
                let page = stored::entries_after(connection, walk.number, PAGE)?;
                page.iter().for_each(|(entry, digest)| walk.step(entry, *digest));
                done(walk.entries, last_number);
                if page.len() < PAGE {
                    return Ok(walk.end(last_number, last_digest));
                }
            }
        })
    }

    /// The digest of one entry as it is kept; `None` where there is no such entry. Held against one that was noted elsewhere
    /// it shows, when the chain is whole, that everything until there is as it was.
    ///
    /// # Errors
    /// When it cannot be read.
    pub fn digest_of(&self, number: u64) -> Result<Option<Fingerprint>, Trouble> {
        let before = number.saturating_sub(1);
        let page = self.reading("read an entry of the log", |connection| stored::entries_after(connection, before, 1))?;
        Ok(page.first().filter(|(entry, _)| entry.number == number).map(|(_, digest)| *digest))
    }
}

/// How many entries are read at a time.
pub(crate) const PAGE: usize = 250;

/// Faults beyond these are counted only: a log that is wrong throughout should not fill a screen, or the memory.
const FAULTS_AT_MOST: usize = 100;

/// A walk along entries in their order.
#[derive(Default)]
pub(crate) struct Walk {
    number: u64,
    entries: u64,
    digest: Option<Fingerprint>,
    versions: BTreeMap<String, u32>,
    faults: Vec<ChainFault>,
    further_faults: u64,
}

impl Walk {
    /// Looks at the next entry.
    pub(crate) fn step(&mut self, entry: &Stored, kept: Fingerprint) {
        let number = entry.number;
        // A file made to harm may hold any number, the largest too.
        let expected = self.number.saturating_add(1);
        let before = if number == expected { Some(self.digest()) } else { None };
        if before.is_none() {
            self.note(ChainFault::Missing { from: expected, to: number.saturating_sub(1) });
        }
        // After a gap the digest before is not known, and the entry itself cannot be judged.
        let would_be = before.map_or(kept, |before| entry_digest(before, entry));
        if would_be != kept {
            self.note(ChainFault::Changed { number, record: entry.record.clone(), kept, would_be });
        }
        self.step_version(entry);
        self.number = number;
        self.entries += 1;
        self.digest = Some(kept);
    }

    fn step_version(&mut self, entry: &Stored) {
        let last = self.versions.entry(entry.record.clone()).or_insert(0);
        let expected = last.saturating_add(1);
        *last = entry.version;
        if entry.version != expected {
            let (number, record) = (entry.number, entry.record.clone());
            self.note(ChainFault::Version { number, record, expected, found: entry.version });
        }
    }

    /// What was found, once the last entry has been met, by the head of the log.
    pub(crate) fn end(mut self, last_number: u64, last_digest: Fingerprint) -> Chain {
        if last_number != self.number || last_digest != self.digest() {
            self.note(ChainFault::Head { number: last_number, found: self.number });
        }
        Chain { entries: self.entries, last_number, last_digest, faults: self.faults, further_faults: self.further_faults }
    }

    /// The number of the last entry met.
    pub(crate) fn number(&self) -> u64 {
        self.number
    }

    /// The digest of the last entry met; all nought before the first.
    pub(crate) fn digest(&self) -> Fingerprint {
        self.digest.unwrap_or(FIRST_DIGEST)
    }

    /// The first thing found wrong.
    pub(crate) fn first_fault(&self) -> Option<&ChainFault> {
        self.faults.first()
    }

    fn note(&mut self, fault: ChainFault) {
        if self.faults.len() < FAULTS_AT_MOST {
            self.faults.push(fault);
        } else {
            self.further_faults += 1;
        }
    }
}
