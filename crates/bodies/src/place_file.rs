//! `place.toml`: what an officer says of a place, its name and the bodies that the national table does not hold.
//!
//! The rule: everything works without the file; it adds what cannot be guessed. A word that is not known is refused with its
//! line, since a misspelt setting that is silently ignored is worse than none. It is handed the text and opens no file.

use definitions::{BodyId, Day, Trouble};
use serde::Deserialize;

use crate::{BodyInFile, Directory, EndingInFile, RenamingInFile};

/// What `place.toml` says. Every line of it may be left out.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct PlaceFile {
    /// Name for headings; the folder's name where it is left out.
    pub name: Option<String>,
    /// The day on which bodies of the place are replaced by others.
    pub vesting: Option<Day>,
    /// Bodies that our own table does not know, or knows under other names.
    pub body: Vec<BodyInFile>,
    /// Names that bodies had until a day.
    pub renaming: Vec<RenamingInFile>,
    /// What becomes of bodies, with parts and source.
    pub ending: Vec<EndingInFile>,
}

impl PlaceFile {
    /// Reads the text of the file; `path` is for the message.
    ///
    /// # Errors
    /// When a line cannot be understood: the trouble names it.
    pub fn read(path: &str, text: &str) -> Result<PlaceFile, Trouble> {
        toml::from_str(text).map_err(|error| {
            let because = error.to_string().trim().to_string();
            Trouble::new(format!("understand {path}"), because, "Mend that line; docs/place.md shows every setting.")
        })
    }

    /// The place's name, else that of its folder as a heading: `greater-manchester` is `Greater Manchester`.
    pub fn name_or(&self, folder_name: Option<&str>) -> String {
        self.name.clone().or(folder_name.map(titled)).unwrap_or_else(|| "This place".to_string())
    }

    /// The bodies of the United Kingdom with what the file says of them; `path` is for the message.
    ///
    /// # Errors
    /// When a name means nobody, or a body is put where the globe has no place.
    pub fn directory(&self, path: &str) -> Result<Directory, Trouble> {
        self.filled().map_err(|trouble| Trouble { could_not: format!("{}, as {path} asks", trouble.could_not), ..trouble })
    }

    /// The bodies that the file adds or says more of.
    pub fn own(&self) -> Vec<BodyId> {
        self.body.iter().map(BodyInFile::id).collect()
    }

    fn filled(&self) -> Result<Directory, Trouble> {
        let mut directory = Directory::uk();
        self.body.iter().try_for_each(|body| directory.add_written_body(body))?;
        self.renaming.iter().try_for_each(|renaming| directory.add_written_renaming(renaming))?;
        self.ending.iter().try_for_each(|ending| directory.add_written_ending(ending))?;
        Ok(directory)
    }
}

/// `greater-manchester-september-2014` is shown as `Greater Manchester September 2014`.
fn titled(folder_name: &str) -> String {
    let words = folder_name.split(['-', '_', ' ']).filter(|word| !word.is_empty());
    let titled = words.map(|word| match word {
        "and" | "of" | "the" | "upon" | "on" | "under" | "in" => word.to_string(),
        _ => word.chars().take(1).flat_map(char::to_uppercase).chain(word.chars().skip(1)).collect(),
    });
    titled.collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_without_a_name_has_that_of_its_folder() {
        assert_eq!(PlaceFile::default().name_or(Some("isle-of-wight")), "Isle of Wight");
        let named = PlaceFile::read("place.toml", "name = \"Westmarch\"").expect("it is right");
        assert_eq!(named.name_or(Some("x")), "Westmarch");
    }

    #[test]
    fn a_misspelt_word_is_refused_with_its_line() {
        let refused = PlaceFile::read("place.toml", "name = \"W\"\n[[body]]\nname = \"Ash\"\nknd = \"district\"\n").expect_err("knd");
        assert!(refused.to_string().contains("line 4") && refused.to_string().contains("knd"), "{refused}");
    }

    #[test]
    fn a_body_of_the_file_is_known_by_the_names_that_the_file_gives() {
        let text = "[[body]]\nfolder = \"vol\"\nname = \"Westmarch Voluntary Action\"\nalso = [\"WVA\"]\n";
        let file = PlaceFile::read("place.toml", text).expect("it is right");
        let directory = file.directory("place.toml").expect("it names nobody else");
        assert_eq!(directory.named("WVA").map(|body| body.id.clone()), Some(BodyId::new("vol")));
        assert_eq!(file.own(), vec![BodyId::new("vol")]);
    }

    #[test]
    fn an_ending_of_nobody_is_refused_with_the_file_that_asks_for_it() {
        let text = "[[ending]]\nbody = \"Atlantis\"\nlast_day = \"2028-03-31\"\nstanding = \"planned\"\nsource = \"A proposal\"\n";
        let file = PlaceFile::read("place.toml", text).expect("every word is known");
        let refused = file.directory("westmarch/place.toml").err().expect("nobody is meant").to_string();
        assert!(refused.contains("Atlantis, as westmarch/place.toml asks"), "{refused}");
    }
}
