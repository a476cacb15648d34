//! A restore: a register made again from a backup, in either database.
//!
//! The rule: the whole file is read and checked (form, digest, counts, every link of the chain, every entry understood) before
//! anything is made; then it goes into an empty register in one step, and is checked once more on the way. A register that
//! holds anything is left as it is.

use std::fs;
use std::path::Path;

use definitions::{Fingerprint, Trouble};

use crate::backup::{put_in_place, with_ending};
use crate::backup_file::{Counts, Line};
use crate::backup_reading::read;
use crate::databases::{Connection, Fault};
use crate::{Store, StoreAddress, accounts, boundaries, stored, tokens};

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
        match into {
            StoreAddress::Sqlite(path) if !path.exists() => restore_beside(from, path),
            _ => Store::open(into)?.fill_from(from, into),
        }
    }

    /// Reads a backup and checks all that can be checked of it; changes nothing.
    ///
    /// # Errors
    /// When it is not whole: what is wrong, and in which line.
    pub fn check_backup(from: &Path) -> Result<Restored, Trouble> {
        let could_not = format!("restore from {}", from.display());
        read(from, &mut |_| Ok(())).map_err(|fault| fault.told(&could_not))
    }

    /// `told` is the address as a person knows it.
    fn fill_from(&self, from: &Path, told: &StoreAddress) -> Result<Restored, Trouble> {
        let could_not = format!("restore from {} into {told}", from.display());
        self.writing(&could_not, |connection| {
            let (last, _) = self.held_head(connection)?;
            refuse_unless_empty(connection, last, &could_not)?;
            let mut set = String::new();
            let restored = read(from, &mut |line| put(connection, line, &mut set))?;
            stored::keep_head(connection, restored.counts.entries, restored.last_digest)?;
            Ok(restored)
        })
    }
}

fn put(connection: &mut dyn Connection, line: Line, set: &mut String) -> Result<(), Fault> {
    match line {
        Line::Entry { stored: entry, digest } => stored::insert(connection, &entry, digest),
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

/// A new file is filled under another name and renamed when all is in it, so that a restore that fails leaves nothing, and
/// nothing of anybody else's is ever removed.
fn restore_beside(from: &Path, path: &Path) -> Result<Restored, Trouble> {
    let beside = with_ending(path, ".restoring");
    remove_register(&beside);
    let into = StoreAddress::Sqlite(path.to_path_buf());
    let restored = Store::open(&StoreAddress::Sqlite(beside.clone())).and_then(|store| store.fill_from(from, &into));
    // The register is closed by now, and so the file is whole by itself.
    let placed = restored.and_then(|restored| match put_in_place(&beside, path) {
        Ok(()) => Ok(restored),
        Err(error) => Err(Trouble::new(
            format!("restore from {} into {}", from.display(), path.display()),
            error.to_string(),
            "Nothing was changed. See that the folder can be written in, or name another file.",
        )),
    });
    remove_register(&beside);
    placed
}

/// Removes what a restore began. What cannot be removed now is removed by the next.
fn remove_register(path: &Path) {
    for ending in ["", "-wal", "-shm"] {
        let _ = fs::remove_file(with_ending(path, ending));
    }
}
