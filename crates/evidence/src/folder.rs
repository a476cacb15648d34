//! The folder that holds the evidence, and how a run takes hold of it.
//!
//! The rule: a file here is whole or absent. It is written under another name, flushed to disk and
//! renamed; the rename of `manifest.json` alone makes a run true. It never touches published files.

use std::collections::BTreeSet;
use std::fs::{self, File};
use std::io::{Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};

use definitions::Trouble;

use crate::manifest::Manifest;

/// The evidence folder, held by this process until dropped: alone to write, or with others to read.
#[derive(Debug)]
pub struct Hold {
    folder: PathBuf,
    _lock: File,
}

impl Hold {
    /// Takes the folder to write in it, making it where needed. `waiting` is called once if another run holds it.
    ///
    /// # Errors
    /// When the folder cannot be made or locked.
    pub fn to_write(folder: &Path, waiting: &dyn Fn()) -> Result<Hold, Trouble> {
        fs::create_dir_all(folder).map_err(|error| cannot("make the folder", folder, &error))?;
        let lock = lock_file(folder, true)?;
        match lock.try_lock() {
            Ok(()) => {}
            Err(fs::TryLockError::WouldBlock) => {
                waiting();
                lock.lock().map_err(|error| cannot("wait for the other run over", folder, &error))?;
            }
            Err(fs::TryLockError::Error(error)) => return Err(cannot("lock", folder, &error)),
        }
        Ok(Hold { folder: folder.to_path_buf(), _lock: lock })
    }

    /// Takes the folder to read it, with any number of other readers.
    ///
    /// # Errors
    /// When there is no evidence there.
    pub fn to_read(folder: &Path) -> Result<Hold, Trouble> {
        if !Manifest::path(folder).is_file() {
            return Err(Trouble::new(
                format!("open the evidence in {}", folder.display()),
                "there is no manifest.json in it",
                "Run `commonweal find FOLDER` first, or name the evidence folder it wrote with --evidence.",
            ));
        }
        let lock = lock_file(folder, false)?;
        lock.lock_shared().map_err(|error| cannot("wait for", folder, &error))?;
        Ok(Hold { folder: folder.to_path_buf(), _lock: lock })
    }

    /// Where the evidence is.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// True where every data file of `entry` is there and whole: a Parquet file ends with its four magic bytes.
    /// Data files are not forced to disk one by one, so this is asked after a power cut as after any run.
    pub fn has_data_of(&self, entry: &crate::FileEntry) -> bool {
        Manifest::data_files_of(entry, &self.folder).all(|path| ends_whole(&path))
    }

    /// The folder of one dataset, made where needed.
    pub(crate) fn dataset(&self, name: &str) -> Result<PathBuf, Trouble> {
        let folder = self.folder.join(name);
        fs::create_dir_all(&folder).map_err(|error| cannot("make the folder", &folder, &error))?;
        Ok(folder)
    }

    /// Makes `manifest` the truth.
    ///
    /// # Errors
    /// When it cannot be written; then the old one still holds.
    pub fn commit(&self, manifest: &Manifest) -> Result<(), Trouble> {
        let text = serde_json::to_vec(manifest).map_err(|error| cannot("write", &Manifest::path(&self.folder), &error))?;
        write_whole(&Manifest::path(&self.folder), &text)?;
        self.sweep(manifest);
        Ok(())
    }

    /// Removes data files that `manifest` does not name: what an interrupted run left, and what is out of date.
    /// A file that cannot be removed now is left for the next sweep; it harms nothing.
    pub fn sweep(&self, manifest: &Manifest) {
        let named: BTreeSet<PathBuf> = manifest.data_files(&self.folder).collect();
        for dataset in crate::tables::DATASETS {
            for entry in fs::read_dir(self.folder.join(dataset)).into_iter().flatten().flatten() {
                if !named.contains(&entry.path()) {
                    let _ = fs::remove_file(entry.path());
                }
            }
        }
    }
}

/// Writes a file whole or not at all: beside its place, flushed to disk, then renamed.
///
/// # Errors
/// When it cannot be written; then what was there before still is.
pub fn write_whole(path: &Path, bytes: &[u8]) -> Result<(), Trouble> {
    let beside = path.with_extension("part");
    let write = || -> std::io::Result<()> {
        let mut file = File::create(&beside)?;
        file.write_all(bytes)?;
        file.sync_all()?;
        fs::rename(&beside, path)
    };
    write().map_err(|error| {
        let _ = fs::remove_file(&beside);
        cannot("write", path, &error)
    })
}

/// Trouble with a path, and what a person can do about the usual causes.
pub(crate) fn cannot(what: &str, path: &Path, error: &dyn std::fmt::Display) -> Trouble {
    Trouble::new(
        format!("{what} {}", path.display()),
        error.to_string(),
        "Check that the disk is not full and that you may write there, or choose another place with --out.",
    )
}

fn ends_whole(path: &Path) -> bool {
    let tail = || -> std::io::Result<[u8; 4]> {
        let mut file = File::open(path)?;
        file.seek(SeekFrom::End(-4))?;
        let mut magic = [0; 4];
        file.read_exact(&mut magic)?;
        Ok(magic)
    };
    tail().is_ok_and(|magic| &magic == b"PAR1")
}

fn lock_file(folder: &Path, may_make: bool) -> Result<File, Trouble> {
    let path = folder.join("lock");
    let opened = if may_make {
        File::options().create(true).truncate(false).write(true).read(true).open(&path)
    } else {
        // A reader may not be allowed to write here; the lock file is there whenever a manifest is.
        File::open(&path)
    };
    opened.map_err(|error| cannot("open", &path, &error))
}
