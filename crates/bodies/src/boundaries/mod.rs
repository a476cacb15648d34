//! Boundaries that a person downloaded from the Office for National Statistics, as small outlines by body.
//!
//! The rule: an area is a body's when its code is the body's, today or formerly; never by its name. Every area that is not
//! matched, and every ring that was mended or left out, is told. Sizes are bounded before they are trusted, and a border that
//! two bodies share stays one border. Nothing is fetched, and no file is opened here.

mod areas;
mod geojson;
mod grid;
mod outline;
mod simplify;
mod topojson;

use std::collections::{BTreeMap, BTreeSet};

use definitions::{BodyId, Trouble};
use serde_json::Value;

use crate::{Body, BodyKind, Directory};
use areas::{Area, Budget};
pub use outline::Outline;

/// The largest file that is read. The ONS's own "ultra generalised" files have a tenth of it or less.
pub const MOST_BYTES: usize = 32 << 20;

/// Points kept for each body, on average over the file, beside those at which borders meet: enough for a district to be known by
/// its shape.
const POINTS_A_BODY: usize = 45;

/// As many points are kept in any case, so that a file of one county or one park keeps its bends.
const LEAST_POINTS: usize = 4_000;

/// What a file of boundaries gave.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Boundaries {
    /// The outline of each body that was matched, in the order of their ids.
    pub outlines: BTreeMap<BodyId, Outline>,
    /// The column, or property, in which the codes stand.
    pub code_column: String,
    /// Areas whose code is no body's: code and name as written, each once.
    pub not_matched: Vec<String>,
    /// What was mended or left out, as sentences.
    pub remarks: Vec<String>,
}

impl Boundaries {
    /// The councils that exist today, as far as the directory knows, and have no outline here.
    pub fn councils_without<'a>(&self, directory: &'a Directory) -> Vec<&'a Body> {
        let is_council = |body: &&Body| body.kind.is_council() && body.kind != BodyKind::County && body.last_day.is_none();
        directory.bodies().filter(is_council).filter(|body| !self.outlines.contains_key(&body.id)).collect()
    }
}

/// Reads GeoJSON or TopoJSON, matches its areas to bodies by code, and simplifies them.
///
/// # Errors
/// When it is too large, no such file, in coordinates that are neither degrees nor the British National Grid, or holds no code
/// of a body that is known.
pub fn read_boundaries(bytes: &[u8], directory: &Directory) -> Result<Boundaries, Trouble> {
    if bytes.len() > MOST_BYTES {
        let because = format!("it has {} MB, and at most {} MB are read", bytes.len() >> 20, MOST_BYTES >> 20);
        return Err(could_not_read(&because, "Download the \"ultra generalised\" (BUC) version, which is small and enough for a map."));
    }
    let json: Value = serde_json::from_slice(bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes)).map_err(not_json)?;
    let mut budget = Budget::default();
    let areas = match json.get("type").and_then(Value::as_str) {
        Some("FeatureCollection" | "Feature") => geojson::areas(&json, &mut budget)?,
        Some("Topology") => topojson::areas(&json, &mut budget)?,
        other => {
            let because = format!("it says that it is {}, which is neither GeoJSON nor TopoJSON", other.unwrap_or("nothing"));
            return Err(could_not_read(&because, "Download boundaries as GeoJSON from geoportal.statistics.gov.uk."));
        }
    };
    let mut areas = areas;
    grid::into_degrees(&mut areas)?;
    matched(areas, directory, budget.remarks())
}

fn not_json(error: serde_json::Error) -> Trouble {
    let because = format!("it is no JSON: {error}");
    could_not_read(&because, "Download it again as GeoJSON; a shapefile, a zip archive or a web page will not do.")
}

/// Trouble with the file as a whole; whoever has its name puts it before this.
fn could_not_read(because: &str, try_next: &str) -> Trouble {
    Trouble::new("read the boundaries", because, try_next)
}

/// Gives each area to the body of its code. Where one body is met twice, under an old code and a new, the new one counts.
fn matched(areas: Vec<Area>, directory: &Directory, mut remarks: Vec<String>) -> Result<Boundaries, Trouble> {
    let Some(code_column) = code_column(&areas, directory) else {
        let because = "no property of its areas holds codes such as E07000063 of bodies that are known";
        return Err(could_not_read(because, "Choose a file of local authority districts, counties, police or fire areas, or parks."));
    };
    let (mut by_body, mut not_matched, mut doubles) = (BTreeMap::<BodyId, (bool, Area)>::new(), BTreeSet::new(), 0);
    for area in areas {
        let code = area.property(&code_column).unwrap_or_default().to_string();
        match directory.with_code(&code) {
            Some(body) => {
                let is_current = body.gss.as_deref() == Some(code.as_str());
                let known = by_body.get(&body.id).map(|(is_current, _)| *is_current);
                doubles += usize::from(known.is_some());
                if known.is_none() || (known == Some(false) && is_current) {
                    by_body.insert(body.id.clone(), (is_current, area));
                }
            }
            None => drop(not_matched.insert(area.told(&code))),
        }
    }
    if doubles > 0 {
        remarks.push(format!("{doubles} areas are of a body that the file has more than once; the one with its code of today is used."));
    }
    let (ids, rings): (Vec<BodyId>, Vec<_>) = by_body.into_iter().map(|(id, (_, area))| (id, area.rings)).unzip();
    let outlines = ids.iter().cloned().zip(simplify::outlines(&rings, (POINTS_A_BODY * ids.len()).max(LEAST_POINTS))).collect();
    Ok(Boundaries { outlines, code_column, not_matched: not_matched.into_iter().collect(), remarks })
}

/// The property that holds the codes of the most bodies, told apart; of two, the first by name.
fn code_column(areas: &[Area], directory: &Directory) -> Option<String> {
    let mut bodies: BTreeMap<&str, BTreeSet<&BodyId>> = BTreeMap::new();
    for (name, value) in areas.iter().flat_map(|area| &area.properties) {
        if let Some(body) = directory.with_code(value) {
            bodies.entry(name).or_default().insert(&body.id);
        }
    }
    let most = bodies.values().map(BTreeSet::len).max()?;
    bodies.iter().find(|(_, ids)| ids.len() == most).map(|(name, _)| (*name).to_string())
}

#[cfg(test)]
mod tests;
