//! The place an officer names: a folder, and what `place.toml` and `publishers/*.toml` say of it.
//!
//! The rule: everything works without these files; they add what cannot be guessed. A file with a word that
//! is not known is refused with its line, since a misspelt setting that is silently ignored is worse than none.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::time::{SystemTime, UNIX_EPOCH};

use bodies::{Directory, PlaceFile};
use definitions::{Day, Trouble};
use intake::LocalRules;
use serde::Deserialize;
use suppliers::Judgements;

use crate::judge::judgements;
use crate::judgement_file::{path_in, text_of};

/// The place, ready to be searched.
pub(crate) struct Place {
    /// Where its published files are: `published/` beside `place.toml`, or the folder itself.
    pub(crate) published: PathBuf,
    /// For headings.
    pub(crate) name: String,
    /// When bodies are replaced.
    pub(crate) vesting: Option<Day>,
    /// Every body known.
    pub(crate) directory: Directory,
    /// What publishers' own files say, by folder.
    publishers: BTreeMap<String, PublisherRules>,
    /// What people decided about names.
    pub(crate) judgements: Judgements,
    /// The text of their file, so that a change in it is noticed.
    pub(crate) judgements_text: String,
    /// The text of all settings, so that a change in them is noticed.
    pub(crate) settings_text: String,
}

/// What `publishers/NAME.toml` says of the files in folder `NAME`.
#[derive(Clone, Debug, Default)]
struct PublisherRules {
    all: LocalRules,
    some: Vec<(String, LocalRules)>,
}

impl Place {
    /// Opens a folder with its settings.
    ///
    /// # Errors
    /// When there is no such folder, or a settings file cannot be understood.
    pub(crate) fn open(folder: &Path) -> Result<Place, Trouble> {
        let kind = std::fs::metadata(folder).map_err(|error| {
            Trouble::new(
                format!("open the folder {}", folder.display()),
                error.to_string(),
                "Check the spelling, or drag the folder into this window to write its path.",
            )
        })?;
        if !kind.is_dir() {
            return Err(Trouble::new(
                format!("search {}", folder.display()),
                "it is a file, and `find` searches a folder",
                "Name the folder it lies in, or use `commonweal read` to see what is understood of one file.",
            ));
        }
        let mut settings_text = String::new();
        let path = folder.join("place.toml");
        let file = text_of_settings(&path, &mut settings_text)?
            .map_or(Ok(PlaceFile::default()), |text| PlaceFile::read(&path.display().to_string(), &text))?;
        let publishers = publishers(folder, &mut settings_text)?;
        let published = folder.join("published");
        let has_own_folder = folder.join("place.toml").is_file() && published.is_dir();
        let own_name = folder.canonicalize().ok().and_then(|path| path.file_name().map(|name| name.to_string_lossy().into_owned()));
        Ok(Place {
            published: if has_own_folder { published } else { folder.to_path_buf() },
            name: file.name_or(own_name.as_deref()),
            vesting: file.vesting,
            directory: file.directory(),
            publishers,
            judgements: judgements(folder)?,
            judgements_text: text_of(&path_in(folder))?.unwrap_or_default(),
            settings_text,
        })
    }

    /// What the publisher of folder `publisher_folder` says of a file.
    pub(crate) fn rules_for(&self, publisher_folder: &str, file_name: &str) -> LocalRules {
        let Some(rules) = self.publishers.get(publisher_folder) else { return LocalRules::default() };
        let own = rules.some.iter().find(|(pattern, _)| matches(pattern, file_name)).map(|(_, rules)| rules);
        own.map_or_else(|| rules.all.clone(), |own| merged(&rules.all, own))
    }
}

/// Today by this machine's clock.
pub fn today() -> Day {
    let seconds = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_secs());
    Day(i32::try_from(seconds / 86_400).unwrap_or(i32::MAX / 2))
}

fn settings<T: for<'de> Deserialize<'de>>(path: &Path, all_text: &mut String) -> Result<Option<T>, Trouble> {
    let Some(text) = text_of_settings(path, all_text)? else { return Ok(None) };
    toml::from_str(&text).map(Some).map_err(|error| misunderstood(path, &error))
}

/// The text of a settings file, also added to `all_text`; `None` where there is no such file.
fn text_of_settings(path: &Path, all_text: &mut String) -> Result<Option<String>, Trouble> {
    let text = match std::fs::read_to_string(path) {
        Ok(text) => text,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(Trouble::new(format!("read {}", path.display()), error.to_string(), "Check that you may read it.")),
    };
    all_text.push_str(&text);
    Ok(Some(text))
}

fn misunderstood(path: &Path, error: &toml::de::Error) -> Trouble {
    Trouble::new(
        format!("understand {}", path.display()),
        error.to_string().trim().to_string(),
        "Mend that line; docs/place.md shows every setting.",
    )
}

fn publishers(folder: &Path, all_text: &mut String) -> Result<BTreeMap<String, PublisherRules>, Trouble> {
    let mut found = BTreeMap::new();
    let mut paths: Vec<PathBuf> = std::fs::read_dir(folder.join("publishers"))
        .into_iter()
        .flatten()
        .flatten()
        .map(|entry| entry.path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "toml"))
        .collect();
    paths.sort();
    for path in paths {
        let Some(mut table) = settings::<toml::Table>(&path, all_text)? else { continue };
        let some = table.remove("files");
        let all = table.try_into().map_err(|error| misunderstood(&path, &error))?;
        let some = some.map_or(Ok(Vec::new()), file_rules).map_err(|error| misunderstood(&path, &error))?;
        let name = path.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
        found.insert(name, PublisherRules { all, some });
    }
    Ok(found)
}

fn file_rules(files: toml::Value) -> Result<Vec<(String, LocalRules)>, toml::de::Error> {
    let tables: Vec<toml::Table> = files.try_into()?;
    let one = |mut table: toml::Table| {
        let pattern = table.remove("matching").and_then(|value| value.as_str().map(str::to_string)).unwrap_or_default();
        table.try_into().map(|rules| (pattern, rules))
    };
    tables.into_iter().map(one).collect()
}

fn merged(all: &LocalRules, own: &LocalRules) -> LocalRules {
    LocalRules {
        kind: own.kind.clone().or(all.kind.clone()),
        basis: own.basis.clone().or(all.basis.clone()),
        dates: own.dates.clone().or(all.dates.clone()),
        columns: all.columns.clone().into_iter().chain(own.columns.clone()).collect(),
    }
}

/// True where `name` fits `pattern`, in which `*` is any run of characters; letter case does not matter.
fn matches(pattern: &str, name: &str) -> bool {
    let (pattern, name) = (pattern.to_lowercase(), name.to_lowercase());
    let parts: Vec<&str> = pattern.split('*').collect();
    let [first, middle @ .., last] = parts.as_slice() else { return pattern == name };
    let Some(rest) = name.strip_prefix(first).and_then(|rest| rest.strip_suffix(last)) else { return false };
    middle.iter().try_fold(rest, |rest, part| rest.find(part).map(|at| &rest[at + part.len()..])).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_star_in_a_pattern_stands_for_any_run_of_characters() {
        assert!(matches("*card*.csv", "Purchase-CARD-May.csv"));
        assert!(matches("cards.csv", "cards.csv"));
        assert!(!matches("cards*.csv", "my-cards.csv"));
        assert!(!matches("a*a", "a"));
    }

    #[test]
    fn a_misspelt_setting_is_refused_with_its_line() {
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join("place.toml"), "name = \"Westmarch\"\nvestign = \"2028-04-01\"\n").unwrap();
        let trouble = Place::open(folder.path()).err().expect("it is refused").to_string();
        assert!(trouble.contains("vestign") && trouble.contains("line 2"), "{trouble}");
    }

    #[test]
    fn the_rules_for_one_file_add_to_those_for_all_files_of_its_publisher() {
        let folder = tempfile::tempdir().unwrap();
        std::fs::create_dir(folder.path().join("publishers")).unwrap();
        let text = "basis = \"net\"\n[[files]]\nmatching = \"*card*\"\nkind = \"purchase-cards\"\n";
        std::fs::write(folder.path().join("publishers/aldford.toml"), text).unwrap();
        let place = Place::open(folder.path()).unwrap();
        let rules = place.rules_for("aldford", "card-may.csv");
        assert_eq!((rules.kind.as_deref(), rules.basis.as_deref()), (Some("purchase-cards"), Some("net")));
        assert_eq!(place.rules_for("aldford", "spend.csv").kind, None);
        assert_eq!(place.rules_for("bexton", "spend.csv"), LocalRules::default());
    }
}
