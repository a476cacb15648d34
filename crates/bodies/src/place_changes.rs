//! Endings and new names of bodies as a person writes them in `place.toml`.
//!
//! The rule: names are written as people say them, and mean what `Directory::named` says they mean; a name that means nobody is
//! refused here, and a word that is not known by the reader of the file. Nothing is guessed.

use definitions::{BodyId, Day, Trouble};
use serde::Deserialize;

use crate::{Directory, Ending, Follower, Renaming, Standing};

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

impl EndingInFile {
    /// Adds it to the directory; refused where a name means nobody, and where [`Directory::add_ending`] refuses.
    pub(crate) fn add_to(&self, directory: &mut Directory) -> Result<(), Trouble> {
        let follower = |written: &FollowerInFile| {
            let share_of_residents = written.share_of_residents;
            Ok(Follower { body: meant(directory, &written.body)?, part: written.part.clone(), share_of_residents })
        };
        let followers = self.successor.iter().map(follower).collect::<Result<_, Trouble>>()?;
        let body = meant(directory, &self.body)?;
        directory.add_ending(Ending { body, last_day: self.last_day, followers, standing: self.standing, source: self.source.clone() })
    }
}

impl RenamingInFile {
    /// Adds it to the directory; refused where its name means nobody.
    pub(crate) fn add_to(&self, directory: &mut Directory) -> Result<(), Trouble> {
        let body = meant(directory, &self.body)?;
        directory.add_renaming(Renaming { body, day: self.day, before: self.before.clone(), source: self.source.clone() });
        Ok(())
    }
}

fn meant(directory: &Directory, name: &str) -> Result<BodyId, Trouble> {
    directory.named(name).map(|body| body.id.clone()).ok_or_else(|| {
        let because = "no body fits that name, or more than one does";
        Trouble::new(
            format!("find a public body called {name}"),
            because,
            "Write its official name or its code, or add it as a [[body]] above.",
        )
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Heirs, PlaceFile, Point, Region};

    fn read(text: &str) -> Result<Directory, String> {
        PlaceFile::read("place.toml", text).map(|file| file.directory()).map_err(|trouble| trouble.to_string())
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
        assert!(refused("[[body]]\nname = \"Aldford\"\nlatitude = 51.0").contains("could not put Aldford on a map, as place.toml asks"));
        assert!(
            refused("[[body]]\nname = \"Aldford\"\nlatitude = 151.0\nlongitude = 0.0")
                .contains("could not put Aldford on a map, as place.toml asks")
        );
        assert!(refused("[[renaming]]\nbody = \"Atlantis\"\nday = \"2020-01-01\"\nbefore = \"A\"").contains("called Atlantis"));
        assert!(refused("[[body]]\nname = \"Aldford\"\nlattitude = 51.0").contains("lattitude"));
        assert!(refused("[[body]]\nname = \"Aldford\"\nregion = \"middle-earth\"").contains("middle-earth"));
    }
}
