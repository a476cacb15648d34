//! The walk over a folder of published files: which files there are, and who publishes each.
//!
//! The rule: the first-level folder is the publisher. A file beside the folders belongs to the body its name
//! begins with, or else to the place's own folder. Hidden files and links out of the folder are not followed.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::UNIX_EPOCH;

use definitions::{BodyId, Trouble, slug};

use crate::judgement_file::FILE_NAME;
use crate::place::Place;

/// One published file, not yet opened.
#[derive(Clone, Debug)]
pub(crate) struct PublishedFile {
    /// Where it is.
    pub(crate) full_path: PathBuf,
    /// Relative to the searched folder, with `/`.
    pub(crate) path: String,
    /// First-level folder; empty beside the folders.
    pub(crate) folder: String,
    /// Who publishes it.
    pub(crate) publisher: BodyId,
    /// Size in bytes.
    pub(crate) size_bytes: u64,
    /// Time of change, nanoseconds since 1970.
    pub(crate) modified_nanos: u64,
}

/// Published files, and paths that could not be opened with the reason.
pub(crate) type Walked = (Vec<PublishedFile>, Vec<(String, String)>);

/// Every published file of a place, by path, and troubles with folders that could not be opened.
pub(crate) fn published_files(place: &Place, leave_out: &Path) -> Result<Walked, Trouble> {
    let mut walk = Walk { place, leave_out: leave_out.canonicalize().ok(), files: Vec::new(), refused: Vec::new() };
    walk.folder(&place.published, 0);
    if let Some((_, because)) = walk.refused.iter().find(|(path, _)| path.is_empty()) {
        return Err(Trouble::new(
            format!("look into {}", place.published.display()),
            because.clone(),
            "Ask its owner to let you read it, or copy the files to a folder of your own.",
        ));
    }
    walk.files.sort_by(|a, b| a.path.cmp(&b.path));
    Ok((walk.files, walk.refused))
}

/// Folders inside folders, at most; a deeper one is a loop or a mistake.
const MOST_LEVELS: u32 = 24;

/// What a place keeps of its own beside what its bodies publish: settings, its register (a database writes more files beside
/// it), arrangements to be entered, letters, and what an earlier search found.
const KEPT_BESIDE: &[&str] = &["place.toml", "website.toml", "publishers", "register.db", "arrangements.toml", "mail", "found"];

struct Walk<'a> {
    place: &'a Place,
    leave_out: Option<PathBuf>,
    files: Vec<PublishedFile>,
    refused: Vec<(String, String)>,
}

impl Walk<'_> {
    fn folder(&mut self, folder: &Path, level: u32) {
        if level > MOST_LEVELS || self.leave_out.is_some() && folder.canonicalize().ok() == self.leave_out {
            return;
        }
        let entries = match fs::read_dir(folder) {
            Ok(entries) => entries,
            Err(error) => return self.refused.push((self.relative(folder), error.to_string())),
        };
        for entry in entries.flatten() {
            self.entry(&entry.path(), level);
        }
    }

    fn entry(&mut self, path: &Path, level: u32) {
        let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        let is_kept = level == 0 && (KEPT_BESIDE.contains(&name.as_str()) || name == FILE_NAME || name.starts_with("register.db-"));
        // A name that begins with a dot or `~$` is a program's own (an editor's, an office suite's lock).
        if is_kept || name.starts_with('.') || name.starts_with("~$") {
            return;
        }
        match fs::symlink_metadata(path) {
            Ok(kind) if kind.is_dir() => self.folder(path, level + 1),
            Ok(kind) if kind.is_file() => self.file(path, &kind),
            Ok(_) => self.refused.push((self.relative(path), "it is a link or a device, which is not followed".to_string())),
            Err(error) => self.refused.push((self.relative(path), error.to_string())),
        }
    }

    fn file(&mut self, full_path: &Path, kind: &fs::Metadata) {
        let path = self.relative(full_path);
        let folder = path.split_once('/').map_or("", |(folder, _)| folder).to_string();
        let publisher = self.publisher(&folder, &path);
        let modified = kind.modified().ok().and_then(|time| time.duration_since(UNIX_EPOCH).ok());
        self.files.push(PublishedFile {
            full_path: full_path.to_path_buf(),
            path,
            folder,
            publisher,
            size_bytes: kind.len(),
            modified_nanos: modified.map_or(0, |since| u64::try_from(since.as_nanos()).unwrap_or(u64::MAX)),
        });
    }

    fn relative(&self, path: &Path) -> String {
        let relative = path.strip_prefix(&self.place.published).unwrap_or(path);
        relative.components().map(|part| part.as_os_str().to_string_lossy()).collect::<Vec<_>>().join("/")
    }

    fn publisher(&self, folder: &str, path: &str) -> BodyId {
        let directory = &self.place.directory;
        if !folder.is_empty() {
            return directory.named(folder).map_or_else(|| named_by_slug(folder), |body| body.id.clone());
        }
        let stem = path.rsplit_once('.').map_or(path, |(stem, _)| stem);
        let words: Vec<&str> = stem.split([' ', '_', '-', '.']).filter(|word| !word.is_empty()).collect();
        let by_name = (1..=words.len().min(5)).rev().find_map(|count| directory.named(&words[..count].join(" ")));
        let own = || {
            let own = self.place.published.canonicalize().ok();
            let own = own.as_deref().and_then(Path::file_name).map(|name| name.to_string_lossy().into_owned());
            let own = own.unwrap_or_else(|| self.place.name.clone());
            directory.named(&own).map_or_else(|| named_by_slug(&own), |body| body.id.clone())
        };
        by_name.map_or_else(own, |body| body.id.clone())
    }
}

fn named_by_slug(folder: &str) -> BodyId {
    let name = slug(folder);
    BodyId::new(if name.is_empty() { "unnamed" } else { &name })
}
