//! Reading a backup: line by line, each checked before it is handed on.
//!
//! The rule: nothing is believed. A line has a bound, a digest must fit, every link of the chain must hold, every entry must be
//! understood, the closing line must be the last; what is wrong is told with its line. It changes nothing.

use std::fs::File;
use std::io::{BufRead, BufReader, Read};
use std::path::Path;

use definitions::{Fingerprint, Trouble};
use sha2::{Digest, Sha256};

use crate::Restored;
use crate::backup_file::{Counts, FORM, LINE_BYTES_AT_MOST, Line};
use crate::chain::Walk;
use crate::databases::Fault;

/// Reads every line, checks it, and hands it on.
pub(crate) fn read(path: &Path, each: &mut dyn FnMut(Line) -> Result<(), Fault>) -> Result<Restored, Fault> {
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

    /// An entry must rest on the one before it, and be understood.
    fn check(&mut self, line: &Line) -> Result<(), Problem> {
        let Line::Entry { stored: entry, digest } = line else { return Ok(()) };
        self.walk.step(entry, *digest);
        if let Some(fault) = self.walk.first_fault() {
            return Err(self.problem(fault.to_string()));
        }
        entry.clone().understood(*digest).map(drop).map_err(|trouble| self.problem(trouble.to_string()))
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
