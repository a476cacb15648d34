//! What the repeats of a body come to, pair of files by pair of files, as sentences.
//!
//! The rule: every file that is not wholly counted says where the rest is counted and why; a file that nearly all repeats
//! is doubted aloud, because the few rows that differ may be corrections that now count in both files.

use std::collections::BTreeMap;

use super::{FileRows, Repeat};

/// What one file has of another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RepeatSummary {
    /// The file that is not counted, wholly or in part.
    pub file: u32,
    /// The file that is counted.
    pub counted_in: u32,
    /// Rows of the one that are counted in the other.
    pub rows: u64,
    /// True when no row of the file is counted in itself: all are counted in this or further files.
    pub is_whole_file: bool,
    /// Why, for people, without the files' names.
    pub why: String,
    /// A doubt, for people, where nearly all of the file repeats and a few rows do not.
    pub caution: Option<String>,
}

/// One summary for each pair of files, in the order of `files` and of the files counted in.
pub fn summaries(files: &[FileRows], repeats: &[Repeat]) -> Vec<RepeatSummary> {
    let mut rows_of_pair: BTreeMap<u32, BTreeMap<u32, u64>> = BTreeMap::new();
    for repeat in repeats {
        *rows_of_pair.entry(repeat.file).or_default().entry(repeat.counted_in).or_default() += 1;
    }
    let mut found = Vec::new();
    for file in files {
        let Some(pairs) = rows_of_pair.get(&file.file) else { continue };
        let whole = WholeFile { rows: file.rows.len() as u64, repeated: pairs.values().sum(), files: pairs.len() };
        found.extend(pairs.iter().map(|(&counted_in, &rows)| RepeatSummary {
            file: file.file,
            counted_in,
            rows,
            is_whole_file: whole.is_repeated(),
            why: whole.why(rows),
            caution: whole.caution(),
        }));
    }
    found
}

/// What repeats of one file, wherever it is counted.
struct WholeFile {
    rows: u64,
    repeated: u64,
    files: usize,
}

impl WholeFile {
    fn is_repeated(&self) -> bool {
        self.repeated == self.rows
    }

    fn why(&self, rows: u64) -> String {
        let what = "the same day, amount, payee and reference";
        match (self.is_repeated(), self.files) {
            (true, 1) => format!("All {rows} rows are in the other file with {what}; they are counted once, there."),
            (true, files) => format!(
                "All {} rows are in {files} other files with {what}, {rows} of them in this one; they are counted once, there.",
                self.rows
            ),
            (false, _) => format!("{rows} of {} rows are in the other file with {what}; they are counted once, there.", self.rows),
        }
    }

    /// Nine rows in ten: below that, two files share a stretch of days and neither stands in for the other.
    fn caution(&self) -> Option<String> {
        let left = self.rows - self.repeated.min(self.rows);
        (left > 0 && self.repeated * 10 >= self.rows * 9).then(|| {
            format!(
                "Only {left} of {} rows are not in another file. If this file corrects the other, the corrected rows are counted in both: leave the older file out.",
                self.rows
            )
        })
    }
}
