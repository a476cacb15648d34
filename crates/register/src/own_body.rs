//! A body that this place added itself: a parish association, a voluntary body, a trading company.
//!
//! The rule: it is a body like any other, with first and last days; it is never taken for one of the national table.

use bodies::{Body, BodyKind, Point};
use definitions::{BodyId, Day};
use serde::{Deserialize, Serialize};

/// A body that the national table does not hold.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct OwnBody {
    /// Stable name.
    pub id: BodyId,
    /// Official name.
    pub name: String,
    /// Short name for tables.
    pub short_name: String,
    /// What sort.
    pub kind: BodyKind,
    /// Other names people write.
    #[serde(default)]
    pub also: Vec<String>,
    /// First day, if it is known.
    #[serde(default)]
    pub first_day: Option<Day>,
    /// Degrees north and east of its main office, for the map.
    #[serde(default)]
    pub at: Option<(f64, f64)>,
}

impl OwnBody {
    /// It as the directory holds bodies.
    pub fn body(&self) -> Body {
        Body {
            id: self.id.clone(),
            name: self.name.clone(),
            short_name: if self.short_name.trim().is_empty() { self.name.clone() } else { self.short_name.clone() },
            gss: None,
            kind: self.kind,
            region: None,
            at: self.at.and_then(|(latitude, longitude)| Point::new(latitude, longitude)),
            thousand_residents: None,
            first_day: self.first_day,
            last_day: None,
            successors: Vec::new(),
        }
    }
}
