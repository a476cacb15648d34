//! A restore: a register made again from a backup, in either database.
//!
//! The rule: the whole file is read and checked (form, digest, counts, every link of the chain, every entry understood) before
//! anything is made; then it goes into an empty register in one step, and is checked once more on the way. A register that
//! holds anything is left as it is.

use std::fs::{self, File};
use std::io::{BufRead, BufReader, Read};
use std::path::{Path, PathBuf};

use definitions::{Fingerprint, Trouble};
use sha2::{Digest, Sha256};

use crate::backup_file::{Counts, FORM, LINE_BYTES_AT_MOST, Line};
use crate::chain::Walk;
use crate::databases::{Connection, Fault};
use crate::{Store, StoreAddress, accounts, boundaries, log, tokens};

/// A register that was restored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Restored {
    /// What was in the backup, and is in the register now.
    pub counts: Counts,
    /// The digest of the last entry; all nought where there is none.
    pub last_digest: Fingerprint,
}

impl Store {
    /// Makes the register at `into`, which must be empty or not there, from a backup.
    ///
    /// # Errors
    /// When the backup is not whole, or `into` holds something; then nothing was changed.
    pub fn restore(from: &Path, into: &StoreAddress) -> Result<Restored, Trouble> {
        Store::check_backup(from)?;
        let was_there = !matches!(into, StoreAddress::Sqlite(path) if !path.exists());
        let restored = Store::open(into).and_then(|store| store.fill_from(from));
        if let (Err(_), StoreAddress::Sqlite(path), false) = (&restored, into, was_there) {
            remove_register(path);
        }
        restored
    }

    /// Reads a backup and checks all that can be checked of it; changes nothing.
    ///
    /// # Errors
    /// When it is not whole: what is wrong, and in which line.
    pub fn check_backup(from: &Path) -> Result<Restored, Trouble> {
        let could_not = format!("restore from {}", from.display());
        read(from, &mut |_| Ok(())).map_err(|fault| fault.told(&could_not))
    }

    fn fill_from(&self, from: &Path) -> Result<Restored, Trouble> {
        let could_not = format!("restore from {} into {}", from.display(), self.address());
        self.writing(&could_not, |connection| {
            let (last, _) = self.held_head(connection)?;
            refuse_unless_empty(connection, last, &could_not)?;
            let mut set = String::new();
            let restored = read(from, &mut |line| put(connection, line, &mut set))?;
            log::keep_head(connection, restored.counts.entries, restored.last_digest)?;
            Ok(restored)
        })
    }
}

/// Reads every line, checks it, and hands it on.
fn read(path: &Path, each: &mut dyn FnMut(Line) -> Result<(), Fault>) -> Result<Restored, Fault> {
    let file = File::open(path).map_err(|error| Problem { line: 0, what: error.to_string() }.told(path))?;
    let mut reading =
        Reading { from: BufReader::new(file), line: 0, hash: Sha256::new(), counts: Counts::default(), walk: Walk::default() };
    loop {
        match reading.next().map_err(|problem| problem.told(path))? {
            Some(line) => each(line)?,
            None => return Ok(Restored { counts: reading.counts, last_digest: reading.walk.digest() }),
        }
    }
}

/// Where a backup is wrong, and how.
struct Problem {
    line: u64,
    what: String,
}

impl Problem {
    fn told(self, path: &Path) -> Fault {
        let place = if self.line == 0 { String::new() } else { format!("line {}: ", self.line) };
        Fault::Told(Trouble::new(
            format!("restore from {}", path.display()),
            format!("{place}{}", self.what),
            "Nothing was changed. Use another backup, or fetch this one again if it was copied.",
        ))
    }
}

struct Reading {
    from: BufReader<File>,
    line: u64,
    hash: Sha256,
    counts: Counts,
    walk: Walk,
}

impl Reading {
    /// The next line between the first and the last; `None` after the last, when all is well.
    fn next(&mut self) -> Result<Option<Line>, Problem> {
        if self.line == 0 {
            self.first()?;
        }
        let text = self.text()?;
        let line = self.understood(&text)?;
        match &line {
            Line::Backup { .. } => Err(self.problem("the first line of a backup stands here again")),
            Line::End { counts, last_digest, sha256 } => self.last(counts, last_digest, sha256).map(|()| None),
            _ => {
                self.hash.update(&text);
                self.counts.count(&line);
                self.check(&line)?;
                Ok(Some(line))
            }
        }
    }

    fn first(&mut self) -> Result<(), Problem> {
        let text = self.text()?;
        match serde_json::from_slice(&text) {
            Ok(Line::Backup { form: FORM }) => {}
            Ok(Line::Backup { form }) => {
                return Err(self.problem(format!("it is of form {form}, and this program reads form {FORM}: use a newer commonweal")));
            }
            _ => return Err(self.problem("this is not a backup of commonweal")),
        }
        self.hash.update(&text);
        Ok(())
    }

    /// The bytes of the next line, with its end.
    fn text(&mut self) -> Result<Vec<u8>, Problem> {
        self.line += 1;
        let mut text = Vec::new();
        let read = self.from.by_ref().take(LINE_BYTES_AT_MOST as u64).read_until(b'\n', &mut text);
        read.map_err(|error| self.problem(error.to_string()))?;
        if text.is_empty() {
            return Err(self.problem("the file ends here, before its closing line: it was cut short"));
        }
        if !text.ends_with(b"\n") {
            let is_too_long = text.len() == LINE_BYTES_AT_MOST;
            return Err(self.problem(if is_too_long {
                "this line is longer than any that is written"
            } else {
                "the file ends within this line: it was cut short"
            }));
        }
        Ok(text)
    }

    fn understood(&self, text: &[u8]) -> Result<Line, Problem> {
        serde_json::from_slice(text).map_err(|error| self.problem(error.to_string()))
    }

    /// Entries must link, and say something that can be understood of the record they are said to be about.
    fn check(&mut self, line: &Line) -> Result<(), Problem> {
        let Line::Entry { stored, digest } = line else { return Ok(()) };
        self.walk.step(stored, *digest);
        if let Some(fault) = self.walk.first_fault() {
            return Err(self.problem(fault.to_string()));
        }
        let kept = stored.clone().understood(*digest).map_err(|trouble| self.problem(trouble.to_string()))?;
        if kept.entry.change.record() != kept.record {
            return Err(self.problem(format!("this entry is about {}, and says it is about {}", kept.entry.change.record(), kept.record)));
        }
        Ok(())
    }

    fn last(&mut self, counts: &Counts, last_digest: &Fingerprint, sha256: &Fingerprint) -> Result<(), Problem> {
        if *counts != self.counts {
            return Err(self.problem(format!("it should hold {counts}, and holds {}", self.counts)));
        }
        if Fingerprint(self.hash.clone().finalize().into()) != *sha256 {
            return Err(self.problem("the digest of the file is not the one written here: it was altered"));
        }
        if *last_digest != self.walk.digest() {
            return Err(self.problem("the digest of the last entry is not the one written here"));
        }
        let mut after = [0];
        match self.from.read(&mut after) {
            Ok(0) => Ok(()),
            Ok(_) => Err(self.problem("something follows the closing line")),
            Err(error) => Err(self.problem(error.to_string())),
        }
    }

    fn problem(&self, what: impl Into<String>) -> Problem {
        Problem { line: self.line, what: what.into() }
    }
}

fn put(connection: &mut dyn Connection, line: Line, set: &mut String) -> Result<(), Fault> {
    match line {
        Line::Entry { stored, digest } => log::insert(connection, &stored, digest),
        Line::Account(account) => accounts::insert(connection, &account),
        Line::Token(token) => tokens::insert(connection, &token),
        Line::BoundarySet(kept) => {
            boundaries::insert_set(connection, &kept)?;
            *set = kept.name;
            Ok(())
        }
        Line::Outline(outline) => boundaries::insert_outline(connection, set, &outline),
        Line::Backup { .. } | Line::End { .. } => Ok(()),
    }
}

fn refuse_unless_empty(connection: &mut dyn Connection, last: u64, could_not: &str) -> Result<(), Fault> {
    let is_used = |connection: &mut dyn Connection, table: &str| -> Result<bool, Fault> {
        Ok(!connection.rows(&format!("select 1 from {table} limit 1"), &[])?.is_empty())
    };
    for table in ["entries", "accounts", "tokens", "boundary_sets"] {
        if last > 0 || is_used(connection, table)? {
            return Err(Fault::Told(Trouble::new(
                could_not,
                "that register holds something already",
                "Nothing was changed. Name a file that does not exist yet, or an empty database.",
            )));
        }
    }
    Ok(())
}

/// Removes what was made for a restore that then failed. What cannot be removed is an empty register.
fn remove_register(path: &Path) {
    for ending in ["", "-wal", "-shm"] {
        let mut name = path.as_os_str().to_os_string();
        name.push(ending);
        let _ = fs::remove_file(PathBuf::from(name));
    }
}
