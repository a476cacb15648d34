//! A map that needs no boundary: a hexagon for each council that has a district of its own.
//!
//! The rule: every such council has one hexagon and no two have the same, so that a small borough is as easy to find as the
//! Highlands. Any other body stands at a place worked out from those of the councils it serves, became or was made of, or else
//! of the councils next to its point. The layout is a fact, in `hexagons.csv`, and no sum of ours.

use std::collections::BTreeMap;
use std::f64::consts::TAU;
use std::sync::LazyLock;

use definitions::{BodyId, Day};

use crate::{Body, Directory, Heirs, Point};

/// A hexagon's place in the layout.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Hexagon {
    /// From the west.
    pub column: i32,
    /// From the south; every odd row is set half a hexagon to the east.
    pub row: i32,
}

/// A place in the layout's plane, in widths of a hexagon: one to the east is the next hexagon of a row.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct HexPlace {
    /// To the east.
    pub east: f64,
    /// To the north.
    pub north: f64,
}

/// How far rows lie apart, in widths of a hexagon that stands on a corner: half the square root of three.
pub const ROW_STEP: f64 = 0.866_025_403_784_438_6;

/// How far from the middle of a successor's hexagon those stand that became it, in widths.
const ASIDE: f64 = 0.28;

impl Hexagon {
    /// Its middle.
    pub fn middle(self) -> HexPlace {
        let shift = if self.row.rem_euclid(2) == 1 { 0.5 } else { 0.0 };
        HexPlace { east: f64::from(self.column) + shift, north: f64::from(self.row) * ROW_STEP }
    }
}

impl Directory {
    /// The hexagon of a council that has one.
    pub fn hexagon_of(&self, id: &BodyId) -> Option<Hexagon> {
        HEXAGONS.get(id).copied()
    }

    /// Where a body stands among the hexagons: the middle of its own; of those of the councils it serves; of those that
    /// followed it, a little aside, or went before it; or of those next to its point. `None` where nothing says.
    pub fn hex_place_of(&self, id: &BodyId) -> Option<HexPlace> {
        if let Some(hexagon) = self.hexagon_of(id) {
            return Some(hexagon.middle());
        }
        let body = self.get(id)?;
        middle(self.councils_of(id).into_iter().map(|council| &council.id))
            .or_else(|| self.place_after(body))
            .or_else(|| middle(self.predecessors_of(id).into_iter().map(|body| &body.id)))
            .or_else(|| self.place_by_point(body.at?))
    }

    /// Beside the middle of what has followed it since, each of those that ended together on its own side.
    fn place_after(&self, body: &Body) -> Option<HexPlace> {
        body.last_day?;
        let heirs = match self.heirs_on(&body.id, Day(i32::MAX)) {
            Heirs::One(heir) => vec![heir],
            Heirs::Several(heirs) => heirs,
            Heirs::Itself | Heirs::Nobody => Vec::new(),
        };
        let of_heirs = middle(&heirs)?;
        if body.kind == crate::BodyKind::County {
            return Some(of_heirs);
        }
        let beside = self.predecessors_of(heirs.first()?);
        let number = beside.iter().position(|other| other.id == body.id).unwrap_or(0);
        let angle = TAU * number as f64 / beside.len().max(1) as f64;
        Some(HexPlace { east: of_heirs.east + ASIDE * angle.sin(), north: of_heirs.north + ASIDE * angle.cos() })
    }

    /// Among the three councils nearest to a point, by how near each is.
    fn place_by_point(&self, at: Point) -> Option<HexPlace> {
        let distance = |other: Point| {
            let east = (other.longitude - at.longitude) * at.latitude.to_radians().cos();
            (other.latitude - at.latitude).hypot(east)
        };
        let near = |(id, hexagon): (&BodyId, &Hexagon)| Some((distance(self.get(id)?.at?), hexagon.middle()));
        let mut near: Vec<(f64, HexPlace)> = HEXAGONS.iter().filter_map(near).collect();
        near.sort_by(|a, b| a.0.total_cmp(&b.0));
        near.truncate(3);
        // A hundredth of a degree is added, so that a body at the very point of a council does not outweigh without bound.
        let weighed: Vec<(f64, HexPlace)> = near.into_iter().map(|(distance, place)| (1.0 / (distance + 0.01), place)).collect();
        let all: f64 = weighed.iter().map(|(weight, _)| weight).sum();
        let mean = |of: fn(&HexPlace) -> f64| weighed.iter().map(|(weight, place)| weight * of(place)).sum::<f64>() / all;
        (all > 0.0).then(|| HexPlace { east: mean(|place| place.east), north: mean(|place| place.north) })
    }
}

/// The mean of the hexagons of those that have one.
fn middle<'a>(ids: impl IntoIterator<Item = &'a BodyId>) -> Option<HexPlace> {
    let places: Vec<HexPlace> = ids.into_iter().filter_map(|id| HEXAGONS.get(id)).map(|hexagon| hexagon.middle()).collect();
    let many = places.len() as f64;
    let mean = |of: fn(&HexPlace) -> f64| places.iter().map(of).sum::<f64>() / many;
    (many > 0.0).then(|| HexPlace { east: mean(|place| place.east), north: mean(|place| place.north) })
}

static HEXAGONS: LazyLock<BTreeMap<BodyId, Hexagon>> = LazyLock::new(|| lines().filter_map(entry).collect());

fn lines() -> impl Iterator<Item = &'static str> {
    include_str!("hexagons.csv").lines().filter(|line| !line.starts_with('#') && !line.starts_with("column|"))
}

fn entry(line: &str) -> Option<(BodyId, Hexagon)> {
    let mut cells = line.split('|');
    let (column, row) = (cells.next()?.parse().ok()?, cells.next()?.parse().ok()?);
    Some((BodyId::new(cells.next()?), Hexagon { column, row }))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::BodyKind;

    fn place(id: &str) -> HexPlace {
        Directory::uk().hex_place_of(&BodyId::new(id)).expect("every body has a place")
    }

    fn apart(one: HexPlace, other: HexPlace) -> f64 {
        (one.east - other.east).hypot(one.north - other.north)
    }

    #[test]
    fn every_council_of_today_with_a_district_has_a_hexagon_of_its_own_and_nobody_else_has() {
        let uk = Directory::uk();
        assert_eq!(HEXAGONS.len(), lines().count());
        let is_on_map = |body: &&Body| matches!(body.kind, BodyKind::District | BodyKind::Unitary) && body.last_day.is_none();
        let councils: BTreeSet<BodyId> = uk.bodies().filter(is_on_map).map(|body| body.id.clone()).collect();
        assert_eq!(councils, HEXAGONS.keys().cloned().collect());
        assert_eq!(HEXAGONS.values().collect::<BTreeSet<_>>().len(), HEXAGONS.len());
    }

    #[test]
    fn neighbours_on_the_ground_are_near_each_other_among_the_hexagons() {
        assert!(apart(place("adur"), place("worthing")) < 2.1);
        assert!(apart(place("bolton"), place("bury")) < 2.1);
        assert!(place("highland").north > place("leeds").north && place("leeds").north > place("cornwall").north);
        assert!(place("norwich").east > place("cardiff").east);
    }

    #[test]
    fn a_county_a_force_and_a_combined_authority_stand_amid_their_councils() {
        let uk = Directory::uk();
        for id in ["east-sussex", "sussex-police", "greater-manchester-combined-authority", "nhs-sussex", "strathclyde-police"] {
            let body = BodyId::new(id);
            let councils: Vec<HexPlace> =
                uk.councils_of(&body).iter().filter_map(|council| uk.hexagon_of(&council.id)).map(Hexagon::middle).collect();
            assert!(councils.len() > 1, "{id}");
            let (west, east) = (
                councils.iter().map(|place| place.east).fold(f64::MAX, f64::min),
                councils.iter().map(|place| place.east).fold(f64::MIN, f64::max),
            );
            assert!((west..=east).contains(&place(id).east), "{id}");
        }
    }

    #[test]
    fn those_that_merged_stand_apart_inside_the_hexagon_of_what_they_became() {
        let (whole, eden, barrow) = (place("westmorland-and-furness"), place("eden"), place("barrow-in-furness"));
        assert!(apart(eden, barrow) > 0.2 && apart(eden, whole) < 0.5 && apart(barrow, whole) < 0.5);
        // Through two mergers.
        assert!(apart(place("taunton-deane"), place("somerset")) < 0.5);
    }

    #[test]
    fn every_body_of_the_table_has_a_place_and_one_of_ones_own_by_its_point() {
        let uk = Directory::uk();
        for body in uk.bodies() {
            let place = uk.hex_place_of(&body.id).unwrap_or_else(|| panic!("{} has no place", body.id));
            assert!(place.east.is_finite() && place.north.is_finite());
        }
        // The head office of the South Downs park is in Chichester's district.
        assert!(apart(place("south-downs-national-park"), place("chichester")) < 2.0);
    }
}
