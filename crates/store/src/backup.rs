//! A backup: everything that must not be lost, in one file that is the same for both databases.
//!
//! The rule: it is as the register was at one moment, whatever others write meanwhile; it is whole or not there; nobody but its
//! owner may read it (mode 0600), since it holds what is kept of passwords. Who is signed in, and attempts, are left out:
//! after a restore everybody signs in again.

use std::fs::{self, File, OpenOptions};
use std::io::{self, BufWriter, Write};
use std::os::unix::fs::OpenOptionsExt;
use std::path::{Path, PathBuf};

use definitions::{Fingerprint, Trouble};
use sha2::{Digest, Sha256};

use crate::backup_file::{Counts, FORM, Line};
use crate::chain::{PAGE, Walk};
use crate::databases::{Connection, Fault};
use crate::{Store, accounts, boundaries, stored, tokens};

/// A backup that was made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BackupMade {
    /// Where it is.
    pub path: PathBuf,
    /// How large it is.
    pub bytes: u64,
    /// What is in it.
    pub counts: Counts,
    /// The digest of the last entry in it; all nought where there is none.
    pub last_digest: Fingerprint,
}

impl Store {
    /// Writes a backup to a file that does not exist yet.
    ///
    /// # Errors
    /// When there is such a file already, or it cannot be written; then nothing is left behind.
    pub fn backup(&self, to: &Path) -> Result<BackupMade, Trouble> {
        let could_not = format!("write the backup {}", to.display());
        if to.exists() {
            let try_next = "Name a new file, such as one with the day in its name, or move the old one away.";
            return Err(Trouble::new(could_not, "there is such a file already, and it may be the only good backup", try_next));
        }
        let beside = with_ending(to, ".part");
        let written = self.reading_one_moment(&could_not, |connection| write_whole(connection, &beside, &could_not));
        let made = written.and_then(|made| {
            put_in_place(&beside, to).map_err(|error| unwritten(&could_not, &error))?;
            Ok(BackupMade { path: to.to_path_buf(), ..made })
        });
        if made.is_err() {
            // What was begun is of no use; if it cannot be removed now, it harms nothing.
            let _ = fs::remove_file(&beside);
        }
        made
    }
}

/// A path with more after its name: `register.backup` is begun as `register.backup.part`.
pub(crate) fn with_ending(path: &Path, ending: &str) -> PathBuf {
    let mut name = path.as_os_str().to_os_string();
    name.push(ending);
    PathBuf::from(name)
}

/// Renames what is whole now to where nothing is yet. Writing the folder makes the rename last.
pub(crate) fn put_in_place(beside: &Path, to: &Path) -> io::Result<()> {
    if to.exists() {
        return Err(io::ErrorKind::AlreadyExists.into());
    }
    fs::rename(beside, to)?;
    let folder = to.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    File::open(folder)?.sync_all()
}

fn write_whole(connection: &mut dyn Connection, path: &Path, could_not: &str) -> Result<BackupMade, Fault> {
    let told = |error: io::Error| Fault::Told(unwritten(could_not, &error));
    // One left by a backup that was killed is written anew, and belongs to its owner alone again.
    let _ = fs::remove_file(path);
    let file = OpenOptions::new().write(true).create_new(true).mode(0o600).open(path).map_err(told)?;
    let mut lines = Lines { to: BufWriter::new(file), hash: Sha256::new(), bytes: 0, counts: Counts::default() };
    let last_digest = write_lines(connection, &mut |line| lines.write(&line).map_err(told))?;
    let Lines { counts, hash, .. } = &lines;
    let sha256 = Fingerprint(hash.clone().finalize().into());
    let end = Line::End { counts: *counts, last_digest, sha256 };
    lines.write(&end).map_err(told)?;
    let (bytes, counts) = (lines.bytes, lines.counts);
    let file = lines.to.into_inner().map_err(|error| told(error.into_error()))?;
    file.sync_all().map_err(told)?;
    Ok(BackupMade { path: path.to_path_buf(), bytes, counts, last_digest })
}

/// Every line but the last; the answer is the digest of the last entry.
fn write_lines(connection: &mut dyn Connection, write: &mut dyn FnMut(Line) -> Result<(), Fault>) -> Result<Fingerprint, Fault> {
    write(Line::Backup { form: FORM })?;
    let last_digest = write_log(connection, write)?;
    accounts::all(connection)?.into_iter().try_for_each(|account| write(Line::Account(account)))?;
    tokens::all(connection)?.into_iter().try_for_each(|token| write(Line::Token(token)))?;
    for set in boundaries::sets(connection)? {
        let outlines = boundaries::outlines_of(connection, &set.name)?;
        write(Line::BoundarySet(set))?;
        outlines.into_iter().try_for_each(|outline| write(Line::Outline(outline)))?;
    }
    Ok(last_digest)
}

/// The log, walked along on the way: what could not be restored is no backup, and it is better to hear so today.
fn write_log(connection: &mut dyn Connection, write: &mut dyn FnMut(Line) -> Result<(), Fault>) -> Result<Fingerprint, Fault> {
    let (last_number, last_digest) = stored::head(connection, "")?;
    let mut walk = Walk::default();
    loop {
        let page = stored::entries_after(connection, walk.number(), PAGE)?;
        let is_last = page.len() < PAGE;
        for (entry, digest) in page {
            walk.step(&entry, digest);
            write(Line::Entry { stored: entry, digest })?;
        }
        if is_last {
            break;
        }
    }
    match walk.end(last_number, last_digest).faults.first() {
        None => Ok(last_digest),
        Some(fault) => Err(Fault::Told(Trouble::new(
            "back up the register",
            format!("its log is not whole: {fault}"),
            "Keep a copy of the database as it is, run `commonweal check`, and restore the last good backup beside it to compare.",
        ))),
    }
}

/// Writes lines, and counts and digests what was written.
struct Lines {
    to: BufWriter<File>,
    hash: Sha256,
    bytes: u64,
    counts: Counts,
}

impl Lines {
    fn write(&mut self, line: &Line) -> io::Result<()> {
        let mut text = serde_json::to_vec(line)?;
        text.push(b'\n');
        self.hash.update(&text);
        self.bytes += text.len() as u64;
        self.counts.count(line);
        self.to.write_all(&text)
    }
}

fn unwritten(could_not: &str, error: &dyn std::fmt::Display) -> Trouble {
    let try_next = "See that the folder exists, can be written in, and that its disk has room. Nothing was left there.";
    Trouble::new(could_not, error.to_string(), try_next)
}
