//! What the last search of this place found: the report of `commonweal find`, as data.
//!
//! The rule: it is read from `report.json`, again only when that file has changed, and is bounded; a place that was never
//! searched has none, and a report that cannot be read is told and not guessed at.

use std::path::PathBuf;
use std::sync::{Arc, Mutex};
use std::time::SystemTime;

use definitions::Trouble;
use pages::Report;

/// The largest report that is read, in bytes.
const MOST_BYTES: u64 = 512 << 20;

/// Where the report may be, and the one that was read last.
pub(crate) struct Found {
    folders: Vec<PathBuf>,
    read: Mutex<Option<(PathBuf, SystemTime, Arc<Report>)>>,
}

impl Found {
    pub(crate) fn in_folders(folders: Vec<PathBuf>) -> Found {
        Found { folders, read: Mutex::new(None) }
    }

    /// When the report of the last search was written; `None` where there was none.
    pub(crate) fn written(&self) -> Option<SystemTime> {
        self.file().map(|(about, _)| about.modified().unwrap_or(SystemTime::UNIX_EPOCH))
    }

    fn file(&self) -> Option<(std::fs::Metadata, PathBuf)> {
        let files = self.folders.iter().map(|folder| folder.join("report.json"));
        files.filter_map(|path| Some((std::fs::metadata(&path).ok()?, path))).find(|(about, _)| about.is_file())
    }

    /// The report of the last search; `None` where there was none.
    pub(crate) fn report(&self) -> Result<Option<Arc<Report>>, Trouble> {
        let Some((about, path)) = self.file() else { return Ok(None) };
        let changed = about.modified().unwrap_or(SystemTime::UNIX_EPOCH);
        let mut read = self.read.lock().unwrap_or_else(|broken| broken.into_inner());
        if let Some((known, at, report)) = read.as_ref()
            && *known == path
            && *at == changed
        {
            return Ok(Some(report.clone()));
        }
        let cannot = |because: String| {
            let try_next = "Run `commonweal find` over this place again, and give its --out folder to the site with --found.";
            Trouble::new(format!("read {}", path.display()), because, try_next)
        };
        if about.len() > MOST_BYTES {
            return Err(cannot(format!("it has more than {} MB", MOST_BYTES >> 20)));
        }
        let bytes = std::fs::read(&path).map_err(|error| cannot(error.to_string()))?;
        let report: Arc<Report> = Arc::new(serde_json::from_slice(&bytes).map_err(|error| cannot(error.to_string()))?);
        *read = Some((path, changed, report.clone()));
        Ok(Some(report))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_that_was_never_searched_has_no_report() {
        let found = Found::in_folders(vec![PathBuf::from("/nowhere/at/all")]);
        assert!(found.report().expect("that is no trouble").is_none());
    }

    #[test]
    fn a_report_that_is_no_report_is_told_with_what_to_do() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        std::fs::write(folder.path().join("report.json"), "{\"place\": 3}").expect("it can be written");
        let told = Found::in_folders(vec![folder.path().to_path_buf()]).report().expect_err("it is none").to_string();
        assert!(told.contains("report.json") && told.contains("commonweal find"), "{told}");
    }
}
