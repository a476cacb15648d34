//! The record of one arrangement through time: every published version, every confirmation, and whether it was withdrawn.
//!
//! The rule: a version is the entry that published it, kept as it was made; a later one stands beside it and never in its
//! place. A record has at least one version. It never says what a version means on a day.

use std::sync::Arc;

use bodies::Directory;
use definitions::Day;

use crate::{Arrangement, Author, Change, Changed, Entry, Moment, what_changed};

/// The record of one arrangement.
#[derive(Clone, Debug, PartialEq)]
pub struct Record {
    /// The entries that published, confirmed or withdrew it, in the order of the log; the first one published it.
    entries: Vec<Arc<Entry>>,
}

/// One published version.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Version<'a> {
    /// Counted from 1.
    pub number: u32,
    /// The entry that published it.
    pub entry: &'a Entry,
    /// What it says.
    pub arrangement: &'a Arrangement,
}

/// What is told of one entry in a record's history.
#[derive(Clone, Debug, PartialEq)]
pub struct Told {
    /// Number of the entry in the log.
    pub entry: u64,
    /// When it was entered.
    pub entered: Moment,
    /// By whom.
    pub by: Author,
    /// Why.
    pub why: String,
    /// What was done: `Published`, `Corrected (version 3)`, `Confirmed as still true`, `Withdrawn`, `Published again (version 4)`.
    pub done: String,
    /// What changed from the version before, in sentences; none for the first.
    pub changed: Vec<Changed>,
}

impl Record {
    /// A record that begins with the entry that published it; `None` where the entry published nothing.
    pub(crate) fn begun_by(entry: Arc<Entry>) -> Option<Record> {
        published(&entry)?;
        Some(Record { entries: vec![entry] })
    }

    /// Adds what happened to it next.
    pub(crate) fn go_on(&mut self, entry: Arc<Entry>) {
        self.entries.push(entry);
    }

    /// Every version, the first one first.
    pub fn versions(&self) -> impl DoubleEndedIterator<Item = Version<'_>> {
        let versions: Vec<(&Entry, &Arrangement)> =
            self.entries.iter().filter_map(|entry| published(entry).map(|said| (entry.as_ref(), said))).collect();
        let numbered = versions.into_iter().enumerate();
        numbered.map(|(place, (entry, arrangement))| Version { number: place as u32 + 1, entry, arrangement })
    }

    /// The version that stands.
    pub fn latest(&self) -> Version<'_> {
        self.versions().next_back().expect("a record begins with a version")
    }

    /// What the latest version says.
    pub fn arrangement(&self) -> &Arrangement {
        self.entries.iter().rev().find_map(|entry| published(entry)).expect("a record begins with a version")
    }

    /// The entry that published it first.
    pub fn first(&self) -> &Entry {
        &self.entries[0]
    }

    /// The entry that withdrew it, where it was withdrawn and not published again since.
    pub fn withdrawn(&self) -> Option<&Entry> {
        let of_standing = |entry: &&Arc<Entry>| !matches!(entry.change, Change::Confirmed(_));
        let last = self.entries.iter().rev().find(of_standing)?;
        matches!(last.change, Change::Withdrawn(_)).then_some(last.as_ref())
    }

    /// The entry by which its owner last said that it is still true, where one ever did.
    pub fn last_confirmed(&self) -> Option<&Entry> {
        self.entries.iter().rev().map(Arc::as_ref).find(|entry| matches!(entry.change, Change::Confirmed(_)))
    }

    /// The day on which its owner last answered for it: by publishing, correcting or confirming it.
    pub fn vouched_on(&self) -> Day {
        let vouching = self.entries.iter().filter(|entry| !matches!(entry.change, Change::Withdrawn(_)));
        vouching.map(|entry| entry.entered.day()).max().expect("a record begins with a version")
    }

    /// Its history, the newest entry first, with what changed in words.
    pub fn history(&self, directory: &Directory) -> Vec<Told> {
        let mut history = Vec::new();
        let mut before: Option<(u32, &Arrangement)> = None;
        let mut is_withdrawn = false;
        for entry in &self.entries {
            let mut changed = Vec::new();
            let done = match (&entry.change, before) {
                (Change::Published(_), None) => "Published".to_string(),
                (Change::Published(said), Some((version, earlier))) => {
                    changed = what_changed(earlier, said, directory);
                    let done = if is_withdrawn { "Published again" } else { "Corrected" };
                    format!("{done} (version {})", version + 1)
                }
                (Change::Withdrawn(_), _) => "Withdrawn".to_string(),
                _ => "Confirmed as still true".to_string(),
            };
            if let Some(said) = published(entry) {
                before = Some((before.map_or(1, |(version, _)| version + 1), said));
                is_withdrawn = false;
            }
            is_withdrawn |= matches!(entry.change, Change::Withdrawn(_));
            let (by, why) = (entry.by.clone(), entry.why.clone());
            history.push(Told { entry: entry.number, entered: entry.entered, by, why, done, changed });
        }
        history.reverse();
        history
    }
}

fn published(entry: &Entry) -> Option<&Arrangement> {
    match &entry.change {
        Change::Published(arrangement) => Some(arrangement),
        _ => None,
    }
}
