//! Bodies, endings and new names as a person writes them in `place.toml`.
//!
//! The rule: names are written as people say them, and mean what `Directory::named` says they mean; a word that is not known is
//! refused by the reader of the file, and a name that means nobody is refused here. What is left out stays as it was known.

use definitions::{BodyId, Day, Trouble, slug};
use serde::Deserialize;

use crate::{Body, BodyKind, Directory, Ending, Follower, Point, Region, Renaming, Standing};

/// A `[[body]]`.
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
    /// The code of its region, `south-east`.
    pub region: Option<Region>,
    /// Degrees north of its middle or main office.
    pub latitude: Option<f64>,
    /// Degrees east of it; west is below nought.
    pub longitude: Option<f64>,
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
}

/// An `[[ending]]`: what becomes of a body, with parts, standing and source.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EndingInFile {
    /// Its name.
    pub body: String,
    /// Its last day.
    pub last_day: Day,
    /// `settled` or `planned`.
    pub standing: Standing,
    /// Where it can be read.
    pub source: String,
    /// Who follows it.
    #[serde(default)]
    pub successor: Vec<FollowerInFile>,
}

/// An `[[ending.successor]]`.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FollowerInFile {
    /// Its name.
    pub body: String,
    /// Which part goes to it; left out where it has the whole.
    #[serde(default)]
    pub part: String,
    /// How much of the residents, 0 to 1, where somebody has counted.
    pub share_of_residents: Option<f64>,
}

/// A `[[renaming]]`.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RenamingInFile {
    /// Its name now.
    pub body: String,
    /// The first day of that name.
    pub day: Day,
    /// The name until then.
    pub before: String,
    /// Where it can be read.
    #[serde(default)]
    pub source: String,
}

impl BodyInFile {
    /// Its stable name: that of its folder, else of its short name.
    pub fn id(&self) -> BodyId {
        BodyId::new(&slug(self.folder.as_deref().or(self.short_name.as_deref()).unwrap_or(&self.name)))
    }
}

impl Directory {
    /// Adds a body as it is written, or says more of one that is known.
    ///
    /// # Errors
    /// When it is put where the globe has no place, or has half a point.
    pub fn add_written_body(&mut self, entry: &BodyInFile) -> Result<(), Trouble> {
        let at = match (entry.latitude, entry.longitude) {
            (None, None) => None,
            (latitude, longitude) => Some(latitude.zip(longitude).and_then(|(north, east)| Point::new(north, east)).ok_or_else(|| {
                let because = "a point is a latitude of -90 to 90 and a longitude of -180 to 180, both in degrees";
                Trouble::new(format!("put {} on a map", entry.name), because, "Write both, such as latitude = 50.87 and longitude = -0.01.")
            })?),
        };
        let short_name = entry.short_name.clone().unwrap_or_else(|| entry.name.clone());
        let others: Vec<String> = entry.also.iter().cloned().chain(entry.folder.clone()).collect();
        let body = Body {
            id: entry.id(),
            name: entry.name.clone(),
            short_name,
            gss: entry.gss.clone(),
            kind: entry.kind.unwrap_or(BodyKind::Other),
            region: entry.region,
            at,
            first_day: entry.first_day,
            last_day: entry.last_day,
            successors: entry.successors.iter().map(|name| BodyId::new(&slug(name))).collect(),
            thousand_residents: entry.population.map(|residents| residents as f64 / 1000.0),
        };
        self.add(body, &others);
        Ok(())
    }

    /// Adds what becomes of a body, as it is written.
    ///
    /// # Errors
    /// When a name means nobody, and where [`Directory::add_ending`] refuses.
    pub fn add_written_ending(&mut self, entry: &EndingInFile) -> Result<(), Trouble> {
        let body = self.written(&entry.body)?;
        let follower = |written: &FollowerInFile| {
            let share_of_residents = written.share_of_residents;
            Ok(Follower { body: self.written(&written.body)?, part: written.part.clone(), share_of_residents })
        };
        let followers = entry.successor.iter().map(follower).collect::<Result<_, Trouble>>()?;
        self.add_ending(Ending { body, last_day: entry.last_day, followers, standing: entry.standing, source: entry.source.clone() })
    }

    /// Adds an earlier name of a body, as it is written.
    ///
    /// # Errors
    /// When a name means nobody.
    pub fn add_written_renaming(&mut self, entry: &RenamingInFile) -> Result<(), Trouble> {
        let body = self.written(&entry.body)?;
        self.add_renaming(Renaming { body, day: entry.day, before: entry.before.clone(), source: entry.source.clone() });
        Ok(())
    }

    fn written(&self, name: &str) -> Result<BodyId, Trouble> {
        self.named(name).map(|body| body.id.clone()).ok_or_else(|| {
            let because = "no body fits that name, or more than one does";
            Trouble::new(
                format!("find a public body called {name}"),
                because,
                "Write its official name or its code, or add it as a [[body]] above.",
            )
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Heirs;

    #[derive(Deserialize)]
    #[serde(deny_unknown_fields)]
    struct File {
        #[serde(default)]
        body: Vec<BodyInFile>,
        #[serde(default)]
        ending: Vec<EndingInFile>,
        #[serde(default)]
        renaming: Vec<RenamingInFile>,
    }

    fn read(text: &str) -> Result<Directory, String> {
        let file: File = toml::from_str(text).map_err(|error| error.to_string())?;
        let mut directory = Directory::uk();
        file.body.iter().try_for_each(|body| directory.add_written_body(body)).map_err(|trouble| trouble.to_string())?;
        file.renaming.iter().try_for_each(|renaming| directory.add_written_renaming(renaming)).map_err(|trouble| trouble.to_string())?;
        file.ending.iter().try_for_each(|ending| directory.add_written_ending(ending)).map_err(|trouble| trouble.to_string())?;
        Ok(directory)
    }

    const WESTMARCH: &str = r#"
        [[body]]
        name = "Westmarch Council"
        kind = "unitary"
        first_day = "2028-04-01"
        region = "south-west"
        latitude = 51.2
        longitude = -2.9
        [[body]]
        name = "Aldford Borough Council"
        short_name = "Aldford"
        kind = "district"
        [[renaming]]
        body = "Aldford"
        day = "2011-05-01"
        before = "Ald Borough Council"
        [[ending]]
        body = "Aldford"
        last_day = "2028-03-31"
        standing = "planned"
        source = "The proposal of 2026"
        [[ending.successor]]
        body = "Westmarch Council"
        part = "all but the ward of Beck"
        share_of_residents = 0.9
        [[ending.successor]]
        body = "Wiltshire"
        part = "the ward of Beck"
        share_of_residents = 0.1
    "#;

    #[test]
    fn what_a_person_wrote_of_a_made_up_district_is_told_back() {
        let directory = read(WESTMARCH).expect("it is written well");
        let aldford = BodyId::new("aldford");
        let day = |text: &str| text.parse::<Day>().expect("the test writes a real day");
        assert_eq!(
            directory.heirs_on(&aldford, day("2028-04-01")),
            Heirs::Several(vec![BodyId::new("westmarch-council"), BodyId::new("wiltshire")])
        );
        assert_eq!(directory.name_on(&aldford, day("2011-04-30")), Some("Ald Borough Council"));
        let sentences: Vec<String> = directory.history_of(&aldford).iter().map(|event| directory.sentence(event)).collect();
        assert_eq!(
            sentences.last().map(String::as_str),
            Some(
                "Planned for 1 April 2028, Aldford Borough Council is to be split among Westmarch Council (all but the ward of Beck; 90 % of \
                 residents) and Wiltshire Council (the ward of Beck; 10 % of residents)."
            )
        );
        let westmarch = directory.named("Westmarch Council").expect("it was added");
        assert_eq!((westmarch.region, westmarch.at), (Some(Region::SouthWest), Point::new(51.2, -2.9)));
    }

    #[test]
    fn a_point_that_is_half_or_nowhere_a_name_of_nobody_and_a_misspelt_word_are_refused() {
        let refused = |text: &str| read(text).map(|_| ()).expect_err("it is refused");
        assert!(refused("[[body]]\nname = \"Aldford\"\nlatitude = 51.0").contains("could not put Aldford on a map"));
        assert!(refused("[[body]]\nname = \"Aldford\"\nlatitude = 151.0\nlongitude = 0.0").contains("could not put Aldford on a map"));
        assert!(refused("[[renaming]]\nbody = \"Atlantis\"\nday = \"2020-01-01\"\nbefore = \"A\"").contains("called Atlantis"));
        assert!(refused("[[body]]\nname = \"Aldford\"\nlattitude = 51.0").contains("lattitude"));
        assert!(refused("[[body]]\nname = \"Aldford\"\nregion = \"middle-earth\"").contains("middle-earth"));
    }
}
