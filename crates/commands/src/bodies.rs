//! `commonweal bodies NAME`, `commonweal bodies --in COUNTY --on DAY` and `commonweal bodies boundaries FILE`.
//!
//! The rule: a name is answered with one body, no name with a list; the day is today unless it is said. Of a file of boundaries it is
//! said what was matched and what was not.

use std::path::PathBuf;
use std::process::ExitCode;

use bodies::BodyKind;
use clap::{Args, Subcommand};
use definitions::{Day, Trouble};

use crate::place::{PlaceWords, person};
use crate::screen::Screen;
use crate::table::plain;
use crate::{Done, answer, find};

/// Say which public body a name means, what became of it, and who existed on a day.
///
/// Councils are merged, split and replaced; what they published and signed goes on. `commonweal bodies "Taunton Deane"` says who has
/// what was its; `commonweal bodies --in Somerset --on 2020-01-01` lists who existed then. Every council of the United Kingdom is
/// known, and its police, fire, combined and park authorities; a place's place.toml adds others.
#[derive(Args)]
#[command(args_conflicts_with_subcommands = true)]
pub(crate) struct Words {
    #[command(subcommand)]
    command: Option<Command>,
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

#[derive(Subcommand)]
enum Command {
    Boundaries(Boundaries),
}

/// Load boundaries, so that the map of a place draws areas and not hexagons.
///
/// GeoJSON or TopoJSON as the Office for National Statistics publishes it (geoportal.statistics.gov.uk; the "ultra generalised" version
/// is enough). Areas are matched to bodies by their codes, thinned and kept; load districts, counties, police areas and parks one
/// after the other. A file of the same name takes the place of the one before.
#[derive(Args)]
struct Boundaries {
    /// The file.
    file: PathBuf,
    /// As of when it was drawn, such as "May 2025"; shown under the map.
    #[arg(long, value_name = "WHEN", default_value = "")]
    vintage: String,
    #[command(flatten)]
    place: PlaceWords,
}

pub(crate) fn run(words: &Words, screen: &Screen) -> Done {
    if let Some(Command::Boundaries(words)) = &words.command {
        return boundaries(words, screen);
    }
    let asked = actions::Who {
        name: words.name.as_deref(),
        day: words.on.unwrap_or_else(actions::today),
        kind: words.kind,
        county: words.county.as_deref(),
        place: words.place.as_deref(),
    };
    answer::print(&actions::who(&asked)?, screen)
}

fn boundaries(words: &Boundaries, screen: &Screen) -> Done {
    let name = words.file.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let bytes = std::fs::read(&words.file).map_err(|error| {
        Trouble::new(format!("read {}", words.file.display()), error.to_string(), "Check the spelling, and that you may read it.")
    })?;
    let desk = words.place.desk()?;
    let loaded =
        desk.load_boundaries(&person(None), &name, &words.vintage, &bytes).map_err(|not_done| not_done.told(&format!("load {name}")))?;
    if screen.json {
        let matched: Vec<_> = loaded.outlines.keys().collect();
        screen.say(&serde_json::json!({ "matched": matched, "not_matched": loaded.not_matched, "remarks": loaded.remarks }).to_string());
        return Ok(ExitCode::SUCCESS);
    }
    screen.say(&format!("{} bodies were matched by the codes in {}.", loaded.outlines.len(), plain(&loaded.code_column)));
    loaded.not_matched.iter().for_each(|area| screen.say(&format!("Not a body that is known: {}", plain(area))));
    loaded.remarks.iter().for_each(|remark| screen.say(&plain(remark)));
    let without = loaded.councils_without(&desk.place().directory).len();
    if without > 0 {
        screen.advise(&format!("{without} councils of today are not in this file: the map draws them as points and hexagons."));
    }
    Ok(ExitCode::SUCCESS)
}

fn kind(code: &str) -> Result<BodyKind, String> {
    BodyKind::from_code(code).ok_or_else(|| "write county, district, unitary, combined, police, fire, health, park or other".to_string())
}
