//! What a public body is: its names, its code, its sort, and its first and last day.
//!
//! The rule: a body that was abolished is still a body, with a last day and successors, because what it paid stays published.

use definitions::{BodyId, Day};

use crate::{Point, Region};

/// What sort of body it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum BodyKind {
    /// County council.
    County,
    /// District, borough or city council under a county.
    District,
    /// Unitary authority, including metropolitan and London boroughs, Wales, Scotland and Northern Ireland.
    Unitary,
    /// Combined authority or the Greater London Authority.
    Combined,
    /// Police force, police and crime commissioner.
    Police,
    /// Fire and rescue authority.
    Fire,
    /// NHS body.
    Health,
    /// National park authority.
    Park,
    /// Anything else (parish, waste authority, voluntary body, company).
    Other,
}

impl BodyKind {
    /// The kind for the code used in tables and in `place.toml`.
    pub fn from_code(code: &str) -> Option<BodyKind> {
        Some(match code {
            "county" => BodyKind::County,
            "district" => BodyKind::District,
            "unitary" => BodyKind::Unitary,
            "combined" => BodyKind::Combined,
            "police" => BodyKind::Police,
            "fire" => BodyKind::Fire,
            "health" => BodyKind::Health,
            "park" => BodyKind::Park,
            "other" => BodyKind::Other,
            _ => return None,
        })
    }

    /// True for a county, district or unitary council.
    pub fn is_council(self) -> bool {
        matches!(self, BodyKind::County | BodyKind::District | BodyKind::Unitary)
    }
}

/// A public body.
#[derive(Clone, Debug, PartialEq)]
pub struct Body {
    /// Stable name for files and addresses.
    pub id: BodyId,
    /// Official name, `Bolton Metropolitan Borough Council`.
    pub name: String,
    /// Short name for tables, `Bolton`.
    pub short_name: String,
    /// ONS code, `E08000001`.
    pub gss: Option<String>,
    /// What sort.
    pub kind: BodyKind,
    /// The region or country it lies in, or where most of its area does; `None` where nobody has said.
    pub region: Option<Region>,
    /// Where it is shown on a map: the middle of its area, or its main office.
    pub at: Option<Point>,
    /// Thousands of residents in mid-2022, for comparing bodies of different size; `None` where nobody counts them.
    pub thousand_residents: Option<f64>,
    /// First day, if it is known and not long ago.
    pub first_day: Option<Day>,
    /// Last day, if it was or will be abolished.
    pub last_day: Option<Day>,
    /// Bodies that took over.
    pub successors: Vec<BodyId>,
}
