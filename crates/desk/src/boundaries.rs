//! Boundaries of bodies, loaded once by whoever looks after the place and drawn on every map.
//!
//! The rule: a file is matched by codes and kept thinned, under its own name, in the place of an earlier one of that name. A map
//! is complete without any; what a file did not hold, or held of nobody known, is told to who loads it.

use std::collections::BTreeMap;
use std::sync::Arc;

use bodies::{Boundaries, Outline, read_boundaries};
use definitions::{BodyId, slug};
use permissions::Action;
use store::BoundarySet;

use crate::desk::{Desk, NotDone, Person};

/// Every outline that was loaded, by body.
pub type Outlines = BTreeMap<BodyId, Outline>;

impl Desk {
    /// Reads a file of boundaries (GeoJSON or TopoJSON) and keeps the outlines of the bodies in it. `vintage` says as of when it was
    /// drawn, in the publisher's words. Gives back what was matched and what was not.
    ///
    /// # Errors
    /// When they may not, or the file is no file of boundaries of bodies that are known.
    pub fn load_boundaries(&self, who: &Person, file_name: &str, vintage: &str, bytes: &[u8]) -> Result<Boundaries, NotDone> {
        permissions::may(&who.asker, Action::LoadBoundaries, &[])?;
        let read = {
            let standing = self.register()?;
            read_boundaries(bytes, standing.register().directory())
        };
        let boundaries = read.map_err(|trouble| definitions::Trouble { could_not: format!("read {file_name}"), ..trouble })?;
        let kept = |(body, outline): (&BodyId, &Outline)| store::Outline { code: body.to_string(), outline: outline.to_string() };
        let outlines: Vec<store::Outline> = boundaries.outlines.iter().map(kept).collect();
        let name = slug(file_name.rsplit_once('.').map_or(file_name, |(stem, _)| stem));
        self.store().keep_boundaries(&name, vintage, &outlines)?;
        Ok(boundaries)
    }

    /// Every outline that was loaded. Where two files hold one body, the one whose name comes last is drawn.
    ///
    /// # Errors
    /// When they cannot be read.
    pub fn outlines(&self) -> Result<Arc<Outlines>, NotDone> {
        let sets = self.store().boundary_sets()?;
        let mut drawn = self.drawn.lock().unwrap_or_else(|broken| broken.into_inner());
        if drawn.sets != sets {
            let mut outlines = Outlines::new();
            for set in &sets {
                let read = self.store().outlines(&set.name)?;
                // A text that a newer program wrote is passed over: the body is drawn as a point, as without any file.
                let understood = read.iter().filter_map(|one| Some((BodyId::new(&one.code), one.outline.parse().ok()?)));
                outlines.extend(understood);
            }
            *drawn = Drawn { sets, outlines: Arc::new(outlines) };
        }
        Ok(drawn.outlines.clone())
    }

    /// The files that were loaded: name and vintage.
    ///
    /// # Errors
    /// When they cannot be read.
    pub fn boundary_sets(&self) -> Result<Vec<BoundarySet>, NotDone> {
        Ok(self.store().boundary_sets()?)
    }
}

/// What was read of the outlines last, and from which sets.
#[derive(Default)]
pub(crate) struct Drawn {
    sets: Vec<BoundarySet>,
    outlines: Arc<Outlines>,
}

#[cfg(test)]
mod tests {
    use permissions::Role;

    use crate::made_up::{made_up, person};
    use crate::{NotDone, Person};

    /// A square around Bolton, by its code.
    const SQUARE: &str = r#"{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"LAD25CD":"E08000001","LAD25NM":"Bolton"},
        "geometry":{"type":"Polygon","coordinates":[[[-2.6,53.5],[-2.3,53.5],[-2.3,53.7],[-2.6,53.7],[-2.6,53.5]]]}}]}"#;

    #[test]
    fn boundaries_that_were_loaded_are_drawn_and_replaced_by_a_later_file_of_the_same_name() {
        let place = made_up();
        let desk = &place.desk;
        assert!(desk.outlines().expect("none is no trouble").is_empty());
        let who = Person::at_the_terminal("Kim");
        desk.load_boundaries(&who, "districts.geojson", "May 2025", SQUARE.as_bytes()).expect("it is right");
        assert_eq!(desk.outlines().expect("one").keys().map(ToString::to_string).collect::<Vec<_>>(), ["bolton"]);
        let wider = SQUARE.replace("-2.3", "-2.2");
        desk.load_boundaries(&who, "districts.geojson", "May 2026", wider.as_bytes()).expect("it is right");
        let outlines = desk.outlines().expect("one");
        let (_, north_east) = outlines.values().next().and_then(|outline| outline.corners()).expect("a square has corners");
        assert!((north_east.longitude - -2.2).abs() < 1e-9, "{north_east:?}");
        assert_eq!(desk.boundary_sets().expect("one").len(), 1);
    }

    #[test]
    fn only_an_administrator_loads_boundaries_and_a_file_of_something_else_changes_nothing() {
        let place = made_up();
        let desk = &place.desk;
        let refused = desk.load_boundaries(&person(Role::Owner, "ashby"), "districts.geojson", "", SQUARE.as_bytes());
        assert!(matches!(refused, Err(NotDone::Refused(_))), "{refused:?}");
        let wrong = desk.load_boundaries(&Person::at_the_terminal("Kim"), "x.geojson", "", b"{\"type\":\"Point\"}");
        assert!(matches!(&wrong, Err(NotDone::Trouble(trouble)) if trouble.to_string().contains("x.geojson")), "{wrong:?}");
        assert!(desk.outlines().expect("none").is_empty());
    }
}
