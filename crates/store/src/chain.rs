//! The chain of digests by which a quiet change in the database is found.
//!
//! The rule: an entry's digest is SHA-256 over netstrings (length, colon, bytes, comma) of the digest before it and of each of
//! its fields, so that anybody can work it out again with a dozen lines of their own. A change anywhere is named by its entry.

use std::collections::BTreeMap;

use definitions::{Fingerprint, Trouble};
use sha2::{Digest, Sha256};

use crate::Store;
use crate::log::{self, Stored};

/// What the first entry names as the digest before it.
pub const FIRST_DIGEST: Fingerprint = Fingerprint([0; 32]);

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
            let (last_number, last_digest) = log::head(connection, "")?;
            let mut walk = Walk::default();
            loop {
                let page = log::stored_after(connection, walk.number, PAGE)?;
                page.iter().for_each(|(stored, digest)| walk.step(stored, *digest));
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
        let page = self.reading("read an entry of the log", |connection| log::stored_after(connection, before, 1))?;
        Ok(page.first().filter(|(stored, _)| stored.number == number).map(|(_, digest)| *digest))
    }
}

/// How many entries are read at a time.
pub(crate) const PAGE: usize = 500;

/// Faults beyond these are counted only: a log that is wrong throughout should not fill a screen, or the memory.
const FAULTS_AT_MOST: usize = 100;

/// The digest of an entry, which follows the entry with the digest `before`.
///
/// SHA-256 over the netstrings of: `before` (64 hexadecimal digits; all nought for the first entry), number, record, version,
/// moment of entry (seconds since 1970), account and name of who entered it, why, and the change as it was written.
pub fn entry_digest(before: Fingerprint, stored: &Stored) -> Fingerprint {
    let Stored { number, record, version, entered, by, why, change } = stored;
    let mut hash = Sha256::new();
    let mut netstring = |text: &str| {
        hash.update(text.len().to_string());
        hash.update(":");
        hash.update(text);
        hash.update(",");
    };
    netstring(&before.to_string());
    netstring(&number.to_string());
    netstring(record);
    netstring(&version.to_string());
    netstring(&entered.0.to_string());
    netstring(&by.account);
    netstring(&by.name);
    netstring(why);
    netstring(change);
    Fingerprint(hash.finalize().into())
}

/// Sixty-four lower-case hexadecimal digits as a digest; `None` for everything else.
pub(crate) fn fingerprint_of(text: &str) -> Option<Fingerprint> {
    let is_written_so = text.len() == 64 && text.bytes().all(|byte| byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte));
    let mut bytes = [0; 32];
    for (place, byte) in bytes.iter_mut().enumerate().filter(|_| is_written_so) {
        *byte = u8::from_str_radix(&text[place * 2..place * 2 + 2], 16).ok()?;
    }
    is_written_so.then_some(Fingerprint(bytes))
}

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
    /// Looks at the next entry. Each is held against the digest kept with the one before it, so that one changed entry is one
    /// fault, and not a fault of everything after it.
    pub(crate) fn step(&mut self, stored: &Stored, kept: Fingerprint) {
        let number = stored.number;
        let follows = number == self.number + 1;
        if !follows {
            self.note(ChainFault::Missing { from: self.number + 1, to: number - 1 });
        }
        // After a gap the digest before is not known, and the entry cannot be judged.
        let before = if follows { Some(self.digest()) } else { None };
        let would_be = before.map_or(kept, |before| entry_digest(before, stored));
        if would_be != kept {
            self.note(ChainFault::Changed { number, record: stored.record.clone(), kept, would_be });
        }
        let expected = self.versions.get(&stored.record).copied().unwrap_or(0).saturating_add(1);
        if stored.version != expected {
            self.note(ChainFault::Version { number, record: stored.record.clone(), expected, found: stored.version });
        }
        self.versions.insert(stored.record.clone(), stored.version);
        self.number = number;
        self.entries += 1;
        self.digest = Some(kept);
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
