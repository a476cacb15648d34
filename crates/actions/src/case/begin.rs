//! Beginning a case from an opportunity that `find` wrote.
//!
//! The rule: the opportunity's identifier goes with the case, so that a finding can be followed to a decision. A file that is there
//! already is never written over: somebody may have filled it in.

use std::path::{Path, PathBuf};

use cases::{Beginning, draft};
use definitions::{Day, OpportunityId, Pence, SavingRange, Trouble};
use evidence::write_whole;
use serde::Deserialize;

/// What came of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Begun {
    /// The opportunity's title.
    pub title: String,
    /// How many bodies it is about.
    pub bodies: usize,
    /// The case file.
    pub written_to: PathBuf,
}

/// Writes a case file begun from the opportunity called `id` (its identifier, or its rank) in `opportunities`.
///
/// # Errors
/// When the opportunity is not there, or the case file is there already or cannot be written.
pub fn begin_case(opportunities: &Path, id: &str, to: &Path) -> Result<Begun, Trouble> {
    if to.exists() {
        return Err(Trouble::new(
            format!("begin a case in {}", to.display()),
            "the file is there already",
            "Name another with --out, or move that one away if it is not wanted.",
        ));
    }
    let written = read(opportunities)?;
    let found = written
        .opportunities
        .iter()
        .find(|found| found.id == id || found.rank.to_string() == id)
        .ok_or_else(|| not_there(opportunities, id, &written))?;
    let beginning = beginning(found, &written, opportunities);
    write_whole(to, draft(&beginning).as_bytes())?;
    Ok(Begun { title: beginning.title, bodies: beginning.bodies.len(), written_to: to.to_path_buf() })
}

/// The part of `opportunities.json` that a case begins from.
#[derive(Deserialize)]
struct Written {
    schema: String,
    asked_on: Day,
    /// The day on which bodies of the place are replaced; not there in files of earlier versions.
    #[serde(default)]
    vesting: Option<Day>,
    opportunities: Vec<Found>,
}

#[derive(Deserialize)]
struct Found {
    rank: usize,
    id: String,
    title: String,
    summary: String,
    bodies: Vec<Part>,
    saving: Option<Saving>,
}

#[derive(Deserialize)]
struct Part {
    id: String,
    name: String,
    yearly_pence: i64,
}

#[derive(Deserialize)]
struct Saving {
    p10_pence: i64,
    p50_pence: i64,
    p90_pence: i64,
    chance_of_none: f64,
    source: String,
}

fn read(path: &Path) -> Result<Written, Trouble> {
    let cannot = |because: String| {
        Trouble::new(
            format!("read opportunities from {}", path.display()),
            because,
            "Name the file opportunities.json that `commonweal find` wrote, with --from.",
        )
    };
    let bytes = std::fs::read(path).map_err(|error| cannot(error.to_string()))?;
    let written: Written = serde_json::from_slice(&bytes).map_err(|error| cannot(format!("it holds something else: {error}")))?;
    if written.schema != "commonweal-opportunities" {
        return Err(cannot(format!("it is of another kind, {:?}", written.schema)));
    }
    Ok(written)
}

fn not_there(path: &Path, id: &str, written: &Written) -> Trouble {
    let known: Vec<&str> = written.opportunities.iter().take(5).map(|found| found.id.as_str()).collect();
    Trouble::new(
        format!("begin a case from {id:?}"),
        format!("none of the {} opportunities in {} has that identifier or rank", written.opportunities.len(), path.display()),
        format!("Copy one from opportunities.csv; the first are: {}.", known.join(", ")),
    )
}

fn beginning(found: &Found, written: &Written, path: &Path) -> Beginning {
    let range = |saving: &Saving| SavingRange {
        p10: Pence(saving.p10_pence),
        p50: Pence(saving.p50_pence),
        p90: Pence(saving.p90_pence),
        chance_of_none: saving.chance_of_none,
        source: saving.source.clone(),
    };
    // What a body was paid back is nothing that it spends.
    let body = |part: &Part| (part.id.clone(), part.name.clone(), u64::try_from(part.yearly_pence / 100).unwrap_or(0));
    Beginning {
        opportunity: OpportunityId::new(&found.id),
        title: found.title.clone(),
        summary: found.summary.clone(),
        bodies: found.bodies.iter().map(body).collect(),
        saving: found.saving.as_ref().map(range),
        found_on: written.asked_on,
        vesting: written.vesting,
        found_in: path.display().to_string(),
    }
}
