//! `commonweal bodies NAME` and `commonweal bodies --in COUNTY --on DAY`.
//!
//! The rule: a name is answered with one body, no name with a list; the day is today unless it is said.

use std::path::PathBuf;

use bodies::BodyKind;
use clap::Args;
use definitions::Day;

use crate::screen::Screen;
use crate::{Done, answer, find};

/// Say which public body a name means, what became of it, and who existed on a day.
///
/// Councils are merged, split and replaced; what they published and signed goes on. `commonweal bodies "Taunton Deane"` says who has
/// what was its; `commonweal bodies --in Somerset --on 2020-01-01` lists who existed then. Every council of the United Kingdom is
/// known, and its police, fire, combined and park authorities; a place's place.toml adds others.
#[derive(Args)]
pub(crate) struct Words {
    /// A name, code or address as people write it: "Brighton & Hove CC", ESCC, E07000063. Without one, a list.
    name: Option<String>,
    /// The day asked about, such as 2023-03-31 [default: today].
    #[arg(long, value_name = "DAY", value_parser = find::day)]
    on: Option<Day>,
    /// Only the districts of this county, and the county itself.
    #[arg(long = "in", value_name = "COUNTY")]
    county: Option<String>,
    /// Only one kind: county, district, unitary, combined, police, fire, health, park, other.
    #[arg(long, value_parser = kind)]
    kind: Option<BodyKind>,
    /// A folder whose place.toml adds bodies of its own.
    #[arg(long, value_name = "FOLDER")]
    place: Option<PathBuf>,
}

pub(crate) fn run(words: &Words, screen: &Screen) -> Done {
    let asked = actions::Who {
        name: words.name.as_deref(),
        day: words.on.unwrap_or_else(actions::today),
        kind: words.kind,
        county: words.county.as_deref(),
        place: words.place.as_deref(),
    };
    answer::print(&actions::who(&asked)?, screen)
}

fn kind(code: &str) -> Result<BodyKind, String> {
    BodyKind::from_code(code).ok_or_else(|| "write county, district, unitary, combined, police, fire, health, park or other".to_string())
}
