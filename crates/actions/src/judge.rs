//! Judge: record what a person decided about names, list it, and bring two lists together.
//!
//! The rule: a file of answers is taken whole or not at all; what is recorded is added and never changed. Judgements
//! that cannot all be true are told every time, with each record's line, and are for people to settle.

use std::path::{Path, PathBuf};

use definitions::{Day, Trouble};
use suppliers::{Judgement, Judgements};

use crate::judgement_file::{Usual, append, fault_of, path_in, text_of, understand};

/// What came of recording.
#[derive(Clone, Debug, PartialEq)]
pub struct Recorded {
    /// The file.
    pub path: PathBuf,
    /// What was added, or would be.
    pub added: Vec<Judgement>,
    /// Records that were there already.
    pub already: usize,
    /// Lines without an answer, which were passed over.
    pub open: usize,
    /// All judgements of the place, the added ones last.
    pub judgements: Judgements,
    /// False in a dry run.
    pub is_written: bool,
}

/// Whether answers are recorded, or only looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Recording {
    /// They are added to the file.
    Write,
    /// Nothing is changed.
    DryRun,
}

/// The judgements of a place, which is named by its folder or by the file itself; none where nobody judged yet.
///
/// # Errors
/// When its file cannot be read or understood.
pub fn judgements(folder: &Path) -> Result<Judgements, Trouble> {
    let path = if folder.is_file() { folder.to_path_buf() } else { path_in(folder) };
    let text = text_of(&path)?.unwrap_or_default();
    Ok(Judgements::of(if text.trim().is_empty() { Vec::new() } else { understand(&path, &text, &Usual::default())?.all }))
}

/// Records one judgement.
///
/// # Errors
/// When it cannot be kept (see `docs/suppliers.md`), or the file cannot be read or written.
pub fn judge(folder: &Path, judgement: Judgement, recording: Recording) -> Result<Recorded, Trouble> {
    if let Some(fault) = fault_of(&judgement) {
        return Err(Trouble::new("record the judgement", fault, "See `commonweal suppliers judge --help`."));
    }
    record(folder, vec![judgement], 0, recording)
}

/// Records the answers that somebody filled into a file of questions. Who, why and when may stand in its lines or be given here for
/// all of them.
///
/// # Errors
/// When any of its lines cannot be understood; then none is recorded.
pub fn judge_file(folder: &Path, filled: &Path, by: Option<&str>, why: Option<&str>, when: (Day, Recording)) -> Result<Recorded, Trouble> {
    let records = read(filled, &Usual { by, why, on: Some(when.0) })?;
    record(folder, records.all, records.open, when.1)
}

/// Adds the judgements of another file that are not in this place's yet.
///
/// # Errors
/// When either cannot be understood; then nothing is added.
pub fn merge(folder: &Path, other: &Path, recording: Recording) -> Result<Recorded, Trouble> {
    let records = read(other, &Usual::default())?;
    record(folder, records.all, records.open, recording)
}

fn read(path: &Path, usual: &Usual<'_>) -> Result<crate::judgement_file::Records, Trouble> {
    let text =
        text_of(path)?.ok_or_else(|| Trouble::new(format!("read {}", path.display()), "there is no such file", "Check the spelling."))?;
    understand(path, &text, usual)
}

fn record(folder: &Path, records: Vec<Judgement>, open: usize, recording: Recording) -> Result<Recorded, Trouble> {
    if !folder.is_dir() {
        let try_next = "Name the folder that you give to `commonweal find` with --place.";
        return Err(Trouble::new(format!("record judgements in {}", folder.display()), "there is no such folder", try_next));
    }
    let before = judgements(folder)?;
    let given = records.len();
    let mut added: Vec<Judgement> = Vec::new();
    for record in records {
        if !before.all().iter().chain(&added).any(|other| other.says_the_same_as(&record)) {
            added.push(record);
        }
    }
    let path = path_in(folder);
    let is_written = recording == Recording::Write && !added.is_empty();
    let judgements = if is_written {
        append(&path, &added)?;
        judgements(folder)?
    } else {
        Judgements::of(before.all().iter().chain(&added).cloned().collect())
    };
    Ok(Recorded { path, already: given - added.len(), added, open, judgements, is_written })
}

#[cfg(test)]
mod tests {
    use super::*;

    const HEADINGS: &str = "date,by,judgement,name_a,body_a,supplier_id_a,name_b,body_b,supplier_id_b,why";

    fn file(folder: &Path, name: &str, lines: &[&str]) -> PathBuf {
        let path = folder.join(name);
        std::fs::write(&path, format!("{HEADINGS}\n{}\n", lines.join("\n"))).unwrap();
        path
    }

    const SAME: &str = "2026-05-03,Kim Reed,same,Quince Ltd,,,Quince Group,,,One invoice";
    const DIFFERENT: &str = "2026-05-04,Ash Vale,different,quince ltd,,,QUINCE GROUP,,,Two addresses";

    #[test]
    fn merging_twice_adds_once_and_a_disagreement_is_told_with_its_lines() {
        let folder = tempfile::tempdir().unwrap();
        file(folder.path(), "judgements.csv", &[SAME]);
        let other = file(folder.path(), "theirs.csv", &[SAME, DIFFERENT]);
        let merged = merge(folder.path(), &other, Recording::Write).unwrap();
        assert_eq!((merged.added.len(), merged.already), (1, 1));
        let [contradiction] = merged.judgements.contradictions() else { panic!("{merged:?}") };
        let lines = |record: usize| merged.judgements.all()[record].source.to_string();
        assert_eq!(
            (lines(contradiction.different), lines(contradiction.same[0])),
            ("judgements.csv, line 3".into(), "judgements.csv, line 2".into())
        );
        assert_eq!(merge(folder.path(), &other, Recording::Write).unwrap().added, []);
    }

    #[test]
    fn a_filled_file_with_one_bad_line_records_nothing_and_a_dry_run_never_does() {
        let folder = tempfile::tempdir().unwrap();
        let filled = file(folder.path(), "filled.csv", &[SAME, ",,perhaps,Quince Ltd,,,Medlar Ltd,,,x"]);
        let when = |recording| ("2026-05-05".parse().unwrap(), recording);
        let trouble = judge_file(folder.path(), &filled, Some("Kim Reed"), None, when(Recording::Write)).unwrap_err();
        assert!(trouble.to_string().contains("line 3"), "{trouble}");
        let good = file(folder.path(), "good.csv", &[SAME, ",,,Quince Ltd,,,Medlar Ltd,,,"]);
        let dry = judge_file(folder.path(), &good, None, None, when(Recording::DryRun)).unwrap();
        assert_eq!((dry.added.len(), dry.open, dry.is_written), (1, 1, false));
        assert!(!folder.path().join("judgements.csv").exists());
    }
}
