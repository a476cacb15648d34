//! The place that is looked after: its folder, its name, its bodies, and where the last search left what it found.
//!
//! The rule: only the folder that was named is opened, and `place.toml` in it. What is in there decides nothing but names.

use std::path::{Path, PathBuf};

use bodies::{Directory, PlaceFile};
use definitions::{Day, Trouble};
use store::StoreAddress;

/// A place, as its folder says it is.
#[derive(Clone)]
pub struct Place {
    /// Its folder.
    pub folder: PathBuf,
    /// Its name, for headings.
    pub name: String,
    /// The name of its folder.
    pub folder_name: String,
    /// The day on which bodies of the place are replaced by others.
    pub vesting: Option<Day>,
    /// Every body known before any entry.
    pub directory: Directory,
    /// The bodies that its file names, which a map of the place shows.
    pub own: Vec<definitions::BodyId>,
}

impl Place {
    /// Opens the folder of a place.
    ///
    /// # Errors
    /// When there is no such folder, or its `place.toml` cannot be understood.
    pub fn open(folder: &Path) -> Result<Place, Trouble> {
        if !folder.is_dir() {
            return Err(Trouble::new(
                format!("open the place {}", folder.display()),
                "there is no such folder",
                "Check the spelling; a place is a folder, and `commonweal serve FOLDER` keeps its register in it.",
            ));
        }
        let path = folder.join("place.toml");
        let file = match std::fs::read_to_string(&path) {
            Ok(text) => PlaceFile::read(&path.display().to_string(), &text)?,
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => PlaceFile::default(),
            Err(error) => {
                return Err(Trouble::new(format!("read {}", path.display()), error.to_string(), "Check that you may read it."));
            }
        };
        let own_name = folder.canonicalize().ok().and_then(|path| path.file_name().map(|name| name.to_string_lossy().into_owned()));
        Ok(Place {
            folder: folder.to_path_buf(),
            name: file.name_or(own_name.as_deref()),
            folder_name: own_name.unwrap_or_else(|| "place".to_string()),
            vesting: file.vesting,
            directory: file.directory(),
            own: file.own(),
        })
    }

    /// Where its register is kept: `setting` where one is given, such as `DATABASE_URL`, else `register.db` in its folder.
    ///
    /// # Errors
    /// When the setting is no address of a database.
    pub fn store_address(&self, setting: Option<&str>) -> Result<StoreAddress, Trouble> {
        match setting.filter(|setting| !setting.trim().is_empty()) {
            Some(setting) => StoreAddress::from_setting(setting),
            None => Ok(StoreAddress::Sqlite(self.folder.join("register.db"))),
        }
    }

    /// Where a search of this place leaves what it found, in the order in which it is looked for: `named` where it is given,
    /// else `found` in its folder, else the folder beside the working one that `commonweal find` makes by itself.
    pub fn found_in(&self, named: Option<&Path>) -> Vec<PathBuf> {
        match named {
            Some(named) => vec![named.to_path_buf()],
            None => vec![self.folder.join("found"), PathBuf::from(format!("commonweal-{}", self.folder_name))],
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_without_a_place_file_is_a_place_with_the_name_of_the_folder() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let own = folder.path().join("isle-of-wight");
        std::fs::create_dir(&own).expect("a folder");
        let place = Place::open(&own).expect("it is a folder");
        assert_eq!(place.name, "Isle of Wight");
        assert_eq!(place.store_address(None), Ok(StoreAddress::Sqlite(own.join("register.db"))));
    }

    #[test]
    fn a_place_that_is_no_folder_is_refused_with_what_to_try() {
        let refused = Place::open(Path::new("/nowhere/at/all")).err().expect("there is none").to_string();
        assert!(refused.contains("no such folder") && refused.contains("spelling"), "{refused}");
    }
}
