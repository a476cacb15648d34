//! Boundaries that a person has loaded: outlines of areas, by GSS code, in sets with a name and a vintage.
//!
//! The rule: a set is replaced whole or not at all. What an outline says is not understood here; it is a text.

use definitions::{Fingerprint, Trouble};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use crate::Store;
use crate::databases::{Connection, Fault, FaultKind, looked_up};

/// One set, without its outlines.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BoundarySet {
    /// Its name, such as `local-authorities`.
    pub name: String,
    /// As of when it was drawn, in the publisher's words: `May 2025`.
    pub vintage: String,
    /// SHA-256 over its outlines: another one means that it was replaced.
    pub digest: Fingerprint,
}

/// The outline of one area.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Outline {
    /// GSS code.
    pub code: String,
    /// Simplified outline, in the form that the map reads.
    pub outline: String,
}

impl Store {
    /// Keeps a set, in the place of the one of that name. An area named twice keeps its last outline.
    ///
    /// # Errors
    /// When it cannot be kept; then the set that was there still is.
    pub fn keep_boundaries(&self, name: &str, vintage: &str, outlines: &[Outline]) -> Result<BoundarySet, Trouble> {
        let mut sorted: Vec<&Outline> = outlines.iter().rev().collect();
        sorted.sort_by(|one, other| one.code.cmp(&other.code));
        sorted.dedup_by(|one, other| one.code == other.code);
        let set = BoundarySet { name: name.to_string(), vintage: vintage.to_string(), digest: digest(&sorted) };
        self.writing("keep the boundaries", |connection| {
            connection.change("delete from outlines where name = $1", &[name.into()])?;
            connection.change("delete from boundary_sets where name = $1", &[name.into()])?;
            insert_set(connection, &set)?;
            sorted.iter().try_for_each(|outline| insert_outline(connection, name, outline))
        })?;
        Ok(set)
    }

    /// The sets there are, by name; cheap enough to be asked for every map.
    ///
    /// # Errors
    /// When they cannot be read.
    pub fn boundary_sets(&self) -> Result<Vec<BoundarySet>, Trouble> {
        self.reading("read the boundaries", sets)
    }

    /// The outlines of one set, by code.
    ///
    /// # Errors
    /// When they cannot be read.
    pub fn outlines(&self, name: &str) -> Result<Vec<Outline>, Trouble> {
        self.reading("read the boundaries", |connection| outlines_of(connection, name))
    }
}

/// The sets there are, by name.
pub(crate) fn sets(connection: &mut dyn Connection) -> Result<Vec<BoundarySet>, Fault> {
    let rows = connection.rows("select name, vintage, digest from boundary_sets order by name", &[])?;
    let set = |row: &crate::databases::Row| {
        let wrong = || Fault::new(FaultKind::Damaged, "the digest of a set of boundaries is none");
        let digest = crate::digest::fingerprint_of(&row.text(2)?).ok_or_else(wrong)?;
        Ok(BoundarySet { name: row.text(0)?, vintage: row.text(1)?, digest })
    };
    rows.iter().map(set).collect()
}

/// The outlines of one set, by code.
pub(crate) fn outlines_of(connection: &mut dyn Connection, name: &str) -> Result<Vec<Outline>, Fault> {
    let rows = connection.rows("select code, outline from outlines where name = $1 order by code", &[name.into()])?;
    rows.iter().map(|row| Ok(Outline { code: row.text(0)?, outline: row.text(1)? })).collect()
}

/// Puts a set into its table.
pub(crate) fn insert_set(connection: &mut dyn Connection, set: &BoundarySet) -> Result<(), Fault> {
    let values = [looked_up(&set.name)?, (&set.vintage).into(), set.digest.into()];
    connection.change("insert into boundary_sets (name, vintage, digest) values ($1, $2, $3)", &values).map(drop)
}

/// Puts an outline of a set into its table.
pub(crate) fn insert_outline(connection: &mut dyn Connection, set: &str, outline: &Outline) -> Result<(), Fault> {
    let values = [set.into(), looked_up(&outline.code)?, (&outline.outline).into()];
    connection.change("insert into outlines (name, code, outline) values ($1, $2, $3)", &values).map(drop)
}

fn digest(outlines: &[&Outline]) -> Fingerprint {
    let mut hash = Sha256::new();
    for Outline { code, outline } in outlines {
        hash.update(format!("{}:{code},{}:{outline},", code.len(), outline.len()));
    }
    Fingerprint(hash.finalize().into())
}
