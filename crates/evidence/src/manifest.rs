//! The manifest: every published file with what was understood of it, and which datasets are true now.
//!
//! The rule: nothing on disk counts unless the manifest names it. A file that has not changed
//! (same path, size and time of change) and was read by the same rules is never read again.

use std::path::{Path, PathBuf};

use definitions::{BodyId, Fingerprint, Trouble};
use intake::Understanding;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

/// What is true now.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Manifest {
    /// The version of the rules that read the files; another version reads them again.
    pub rules: String,
    /// The folder that was searched; `None` in evidence of earlier versions.
    #[serde(default)]
    pub searched: Option<String>,
    /// Published files, by path.
    pub files: Vec<FileEntry>,
    /// Names the derived datasets; `None` before the first whole run.
    pub derived: Option<String>,
    /// What the outputs were made from; the same stamp means that nothing has to be made again.
    pub stamp: Option<String>,
}

/// One published file.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct FileEntry {
    /// Path relative to the folder that was searched, with `/`.
    pub path: String,
    /// Size in bytes.
    pub size_bytes: u64,
    /// Time of change, in nanoseconds since 1970.
    pub modified_nanos: u64,
    /// SHA-256 of its bytes; all zeros where they could not be read.
    pub fingerprint: Fingerprint,
    /// Who publishes it, by its folder.
    pub publisher: BodyId,
    /// Names its data files; see [`data_key`].
    pub key: String,
    /// What became of it.
    pub outcome: Outcome,
    /// Payments written.
    pub payments: u64,
    /// Parties written.
    pub parties: u64,
    /// Contracts written.
    pub contracts: u64,
    /// Remarks written.
    pub remarks: u64,
}

/// What became of a file.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Outcome {
    /// Understood, if only as something that is not ours.
    Read(Understanding),
    /// Not understood at all.
    Refused {
        /// Why.
        because: String,
        /// What to try.
        try_next: String,
    },
    /// The same bytes as another file of the same publisher, which is counted.
    SameAs(String),
}

impl Manifest {
    /// Where it is kept.
    pub fn path(folder: &Path) -> PathBuf {
        folder.join("manifest.json")
    }

    /// Reads it; an empty one where there is none yet.
    ///
    /// # Errors
    /// When there is one and it cannot be understood.
    pub fn read(folder: &Path) -> Result<Manifest, Trouble> {
        let path = Manifest::path(folder);
        let text = match std::fs::read(&path) {
            Ok(text) => text,
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(Manifest::default()),
            Err(error) => return Err(crate::folder::cannot("read", &path, &error)),
        };
        serde_json::from_slice(&text).map_err(|error| {
            Trouble::new(
                format!("understand {}", path.display()),
                error.to_string(),
                "It was made by another version or changed by hand: remove the evidence folder and run `commonweal find` again.",
            )
        })
    }

    /// Every data file it names.
    pub(crate) fn data_files(&self, folder: &Path) -> impl Iterator<Item = PathBuf> {
        let of_files = self.files.iter().flat_map(move |entry| Manifest::data_files_of(entry, folder));
        let derived =
            self.derived.iter().flat_map(move |key| crate::tables::DERIVED.iter().map(move |dataset| data_file(folder, dataset, key)));
        of_files.chain(derived)
    }

    /// Where the payments of one published file are, if it has any.
    pub(crate) fn payments_file(entry: &FileEntry, folder: &Path) -> Option<PathBuf> {
        (entry.payments > 0).then(|| data_file(folder, "payments", &entry.key))
    }

    /// The data files of one published file.
    pub(crate) fn data_files_of(entry: &FileEntry, folder: &Path) -> impl Iterator<Item = PathBuf> {
        [("payments", entry.payments), ("parties", entry.parties), ("contracts", entry.contracts), ("remarks", entry.remarks)]
            .into_iter()
            .filter(|(_, rows)| *rows > 0)
            .map(move |(dataset, _)| data_file(folder, dataset, &entry.key))
    }
}

fn data_file(folder: &Path, dataset: &str, key: &str) -> PathBuf {
    folder.join(dataset).join(format!("{key}.parquet"))
}

/// Names the data files of one published file as read for one publisher, under one name, by one version of the rules.
pub fn data_key(fingerprint: &Fingerprint, publisher: &BodyId, path: &str, rules: &str) -> String {
    let mut hash = Sha256::new();
    for part in [&fingerprint.0[..], publisher.as_str().as_bytes(), path.as_bytes(), rules.as_bytes()] {
        hash.update((part.len() as u64).to_le_bytes());
        hash.update(part);
    }
    hash.finalize()[..8].iter().map(|byte| format!("{byte:02x}")).collect()
}
