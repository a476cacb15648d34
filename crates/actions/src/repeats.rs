//! Which payments are published twice, over all files of each publisher.
//!
//! The rule is `intake`'s; this only brings it the keys and carries its answer to the evidence, publisher by
//! publisher so that memory holds one publisher's keys at a time.

use std::collections::BTreeMap;

use definitions::{BodyId, Pence, Trouble};
use evidence::{Engine, FileEntry, Outcome};
use intake::RepeatSummary;

/// Rows not counted (entry, place among its payments, entry where it is counted), and what is said of them.
pub(crate) struct Repeats<'a> {
    pub(crate) rows: Vec<(&'a FileEntry, u32, &'a FileEntry)>,
    pub(crate) summaries: Vec<(&'a FileEntry, &'a FileEntry, RepeatSummary)>,
}

/// Finds them.
pub(crate) fn find<'a>(engine: &Engine, entries: &'a [FileEntry]) -> Result<Repeats<'a>, Trouble> {
    let mut by_publisher: BTreeMap<&BodyId, Vec<&FileEntry>> = BTreeMap::new();
    for entry in entries.iter().filter(|entry| entry.payments > 0) {
        by_publisher.entry(&entry.publisher).or_default().push(entry);
    }
    let mut found = Repeats { rows: Vec::new(), summaries: Vec::new() };
    for files in by_publisher.values().filter(|files| files.len() > 1) {
        let rows = engine.row_keys(files)?;
        let repeated = intake::repeated(&rows);
        let at = |place: u32| files[place as usize];
        found.rows.extend(repeated.iter().map(|repeat| (at(repeat.file), repeat.row, at(repeat.counted_in))));
        found
            .summaries
            .extend(intake::summaries(&rows, &repeated).into_iter().map(|summary| (at(summary.file), at(summary.counted_in), summary)));
    }
    Ok(found)
}

/// Files that are the same bytes as another of their publisher: entry, the other, its payments and their sum.
pub(crate) fn same_bytes<'a>(entries: &'a [FileEntry]) -> Vec<(&'a FileEntry, &'a FileEntry, u64, Pence)> {
    let by_path: BTreeMap<&str, &FileEntry> = entries.iter().map(|entry| (entry.path.as_str(), entry)).collect();
    let pair = |entry: &'a FileEntry| {
        let Outcome::SameAs(other) = &entry.outcome else { return None };
        let other = by_path.get(other.as_str())?;
        let Outcome::Read(understanding) = &other.outcome else { return None };
        Some((entry, *other, other.payments, understanding.tables.iter().map(|table| table.total).sum()))
    };
    entries.iter().filter_map(pair).collect()
}
