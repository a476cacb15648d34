//! `place.toml`: what an officer says of a place, its name and the bodies that the national table does not hold.
//!
//! The rule: everything works without the file; it adds what cannot be guessed. A word that is not known is refused with its
//! line, since a misspelt setting that is silently ignored is worse than none. It is handed the text and opens no file.

use definitions::{BodyId, Day, Trouble, slug};
use serde::Deserialize;

use crate::{Body, BodyKind, Directory, EndingInFile, Point, Region, RenamingInFile};

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
    /// What becomes of bodies, with parts, standing and source.
    pub ending: Vec<EndingInFile>,
}

/// A body in `place.toml`.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BodyInFile {
    /// Its folder, where that is not its short name.
    pub folder: Option<String>,
    /// Official name.
    pub name: String,
    /// Name for tables; the official name where it is left out.
    pub short_name: Option<String>,
    /// What sort of body; `other` where it is left out.
    pub kind: Option<BodyKind>,
    /// ONS code.
    pub gss: Option<String>,
    /// Residents.
    pub population: Option<u64>,
    /// First day.
    pub first_day: Option<Day>,
    /// Last day.
    pub last_day: Option<Day>,
    /// Names of bodies that took over.
    #[serde(default)]
    pub successors: Vec<String>,
    /// Other names people write for it.
    #[serde(default)]
    pub also: Vec<String>,
    /// The region it lies in: `south-east`, `wales`.
    pub region: Option<Region>,
    /// Degrees north of its main office, for the map.
    pub latitude: Option<f64>,
    /// Degrees east of its main office, below nought to the west.
    pub longitude: Option<f64>,
}

impl PlaceFile {
    /// Reads the text of the file; `path` is for the message.
    ///
    /// # Errors
    /// When a line cannot be understood, a name means nobody, or a point is nowhere: the trouble names it.
    pub fn read(path: &str, text: &str) -> Result<PlaceFile, Trouble> {
        let file: PlaceFile = toml::from_str(text).map_err(|error| {
            let because = error.to_string().trim().to_string();
            Trouble::new(format!("understand {path}"), because, "Mend that line; docs/place.md shows every setting.")
        })?;
        let asked = |trouble: Trouble| Trouble { could_not: format!("{}, as {path} asks", trouble.could_not), ..trouble };
        file.with_refusals().1.into_iter().next().map_or(Ok(file), |refused| Err(asked(refused)))
    }

    /// The bodies that the file adds or says more of.
    pub fn own(&self) -> Vec<BodyId> {
        self.body.iter().map(BodyInFile::id).collect()
    }

    /// The place's name, else that of its folder as a heading: `greater-manchester` is `Greater Manchester`.
    pub fn name_or(&self, folder_name: Option<&str>) -> String {
        self.name.clone().or(folder_name.map(titled)).unwrap_or_else(|| "This place".to_string())
    }

    /// The national table with what the file says of bodies. What [`PlaceFile::read`] would refuse is left out.
    pub fn directory(&self) -> Directory {
        self.with_refusals().0
    }

    /// The directory, and what could not be added to it.
    fn with_refusals(&self) -> (Directory, Vec<Trouble>) {
        let mut directory = Directory::uk();
        let mut added: Vec<Result<(), Trouble>> = Vec::new();
        added.extend(self.body.iter().map(|entry| entry.add_to(&mut directory)));
        added.extend(self.renaming.iter().map(|entry| entry.add_to(&mut directory)));
        added.extend(self.ending.iter().map(|entry| entry.add_to(&mut directory)));
        (directory, added.into_iter().filter_map(Result::err).collect())
    }
}

impl BodyInFile {
    /// Its stable name: that of its folder, else of its short name.
    pub fn id(&self) -> BodyId {
        BodyId::new(&slug(self.folder.as_deref().unwrap_or_else(|| self.short_name())))
    }

    fn short_name(&self) -> &str {
        self.short_name.as_deref().unwrap_or(&self.name)
    }

    fn add_to(&self, directory: &mut Directory) -> Result<(), Trouble> {
        let at = match (self.latitude, self.longitude) {
            (None, None) => None,
            (latitude, longitude) => Some(latitude.zip(longitude).and_then(|(north, east)| Point::new(north, east)).ok_or_else(|| {
                let because = "a point is a latitude of -90 to 90 and a longitude of -180 to 180, both in degrees";
                Trouble::new(format!("put {} on a map", self.name), because, "Write both, such as latitude = 50.87 and longitude = -0.01.")
            })?),
        };
        let others: Vec<String> = self.also.iter().cloned().chain(self.folder.clone()).collect();
        let body = Body {
            id: self.id(),
            name: self.name.clone(),
            short_name: self.short_name().to_string(),
            gss: self.gss.clone(),
            kind: self.kind.unwrap_or(BodyKind::Other),
            region: self.region,
            at,
            first_day: self.first_day,
            last_day: self.last_day,
            successors: self.successors.iter().map(|name| BodyId::new(&slug(name))).collect(),
            thousand_residents: self.population.map(|residents| residents as f64 / 1000.0),
        };
        directory.add(body, &others);
        Ok(())
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
        let directory = PlaceFile::read("place.toml", text).expect("it is right").directory();
        assert_eq!(directory.named("WVA").map(|body| body.id.clone()), Some(BodyId::new("vol")));
    }
}
