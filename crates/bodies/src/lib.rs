//! Interface; to be completed.
use definitions::{BodyId, Day};

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

/// A public body.
#[derive(Clone, Debug, PartialEq, Eq)]
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
    /// First day, if it is known and not long ago.
    pub first_day: Option<Day>,
    /// Last day, if it was or will be abolished.
    pub last_day: Option<Day>,
    /// Bodies that took over.
    pub successors: Vec<BodyId>,
}

/// Known bodies, and the names people write for them.
pub struct Directory {}

impl Directory {
    /// Every UK local authority, police force, fire authority, combined authority and national park of our own table.
    pub fn uk() -> Directory {
        Directory {}
    }
    /// Adds or replaces a body (from `place.toml`), with other names people write for it.
    pub fn add(&mut self, _body: Body, _other_names: &[String]) {}
    /// The body with this id.
    pub fn get(&self, _id: &BodyId) -> Option<&Body> {
        None
    }
    /// The body meant by a name as people and files write it: `Brighton & Hove CC`, `ESCC`, `wealden`, `Bolton MBC`,
    /// `lancashire-fire`, a GSS code, a statistics.data.gov.uk address. `None` when nothing or more than one thing fits.
    pub fn named(&self, _text: &str) -> Option<&Body> {
        None
    }
    /// The body a supplier's name means, stricter than `named`: the text must carry a word that says it is a body
    /// (Council, Borough, Constabulary, Fire and Rescue, NHS Trust …), so that `Bolton Removals` is never Bolton.
    pub fn paid_as_supplier(&self, _supplier: &str) -> Option<&Body> {
        None
    }
}
