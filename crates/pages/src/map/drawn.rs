//! What of each body is drawn: an area, a border, or a mark.
//!
//! The rule: a council with a district is an area where it has a shape. A county is one where none of its districts is shown;
//! otherwise it, and any force, fire authority or park, is a border around the areas and a mark among them. No body is left out
//! in silence: those without a place are named.

use std::collections::{BTreeMap, BTreeSet};

use bodies::{Body, BodyKind, Outline};
use definitions::BodyId;
use maud::{Markup, html};

use super::plane::{Plane, Spot, whole};
use super::{Layout, MapBody, MapShown, has_own_area, shade};

/// Everything that is drawn of bodies.
pub(super) struct Drawn<'a> {
    /// Areas.
    pub(super) areas: Vec<Area<'a>>,
    /// Borders around areas.
    pub(super) borders: Vec<Border>,
    /// Marks.
    pub(super) marks: Vec<Mark<'a>>,
    /// Where each body of the map is drawn.
    spots: BTreeMap<&'a BodyId, Spot>,
    /// Bodies that have no place, by the name they are known by.
    pub(super) without_place: Vec<String>,
}

/// A body drawn as an area.
pub(super) struct Area<'a> {
    /// As it was asked for.
    pub(super) shown: &'a MapBody,
    /// As it is known.
    pub(super) body: &'a Body,
    /// Its shape.
    pub(super) shape: Markup,
    /// Its middle.
    pub(super) spot: Spot,
    /// The largest type that it has room for.
    pub(super) room: f64,
}

/// A border around areas.
pub(super) struct Border {
    /// How its line is.
    pub(super) style: BorderStyle,
    /// The line.
    pub(super) drawing: Markup,
}

/// How the line of a border is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum BorderStyle {
    /// Of a county, or of the body that the page is about.
    Whole,
    /// Of a national park.
    Dashed,
}

/// A body drawn as a mark.
pub(super) struct Mark<'a> {
    /// As it was asked for.
    pub(super) shown: &'a MapBody,
    /// As it is known.
    pub(super) body: &'a Body,
    /// Where, after marks were moved apart.
    pub(super) spot: Spot,
}

impl<'a> Drawn<'a> {
    /// Sorts the bodies of the map into areas and marks.
    pub(super) fn of(shown: &MapShown<'a>, plane: &Plane) -> Drawn<'a> {
        let mut drawn =
            Drawn { areas: Vec::new(), borders: Vec::new(), marks: Vec::new(), spots: BTreeMap::new(), without_place: Vec::new() };
        let with_districts = with_districts(shown);
        for one in shown.bodies {
            let place = shown.directory.get(&one.id).zip(plane.spot(shown, &one.id));
            let Some((body, spot)) = place else {
                drawn.without_place.push(shown.directory.get(&one.id).map_or(one.id.as_str(), |body| &body.short_name).to_string());
                continue;
            };
            let is_area = has_own_area(body.kind) || (body.kind == BodyKind::County && !with_districts.contains(&body.id));
            match shape(shown, plane, one) {
                Some(shape) if is_area => drawn.areas.push(Area { shown: one, body, shape, spot, room: room(shown, plane, &one.id) }),
                _ => {
                    drawn.borders.extend(border(shown, plane, one, body.kind));
                    drawn.marks.push(Mark { shown: one, body, spot });
                }
            }
        }
        move_apart(&mut drawn.marks, plane.mark_radius() * 2.7);
        drawn.spots = drawn.all().map(|(one, _, spot)| (&one.id, spot)).collect();
        drawn
    }

    /// Where a body is drawn; for one that is not on this map, where it would be.
    pub(super) fn spot(&self, shown: &MapShown<'_>, plane: &Plane, id: &BodyId) -> Option<Spot> {
        self.spots.get(id).copied().or_else(|| plane.spot(shown, id))
    }

    /// The spots of areas and marks alike, with the bodies.
    pub(super) fn all(&self) -> impl Iterator<Item = (&'a MapBody, &'a Body, Spot)> + '_ {
        let areas = self.areas.iter().map(|area| (area.shown, area.body, area.spot));
        areas.chain(self.marks.iter().map(|mark| (mark.shown, mark.body, mark.spot)))
    }
}

/// The counties of which a district is shown.
fn with_districts(shown: &MapShown<'_>) -> BTreeSet<BodyId> {
    shown.bodies.iter().filter_map(|body| shown.directory.county_of(&body.id)).map(|county| county.id.clone()).collect()
}

/// The shape of a body's area, where it has one.
fn shape(shown: &MapShown<'_>, plane: &Plane, one: &MapBody) -> Option<Markup> {
    let chosen = if one.is_chosen { " cw-map__chosen" } else { "" };
    let class = format!("cw-map__{}{chosen}", shade(one.arrangements));
    Some(match shown.layout {
        Layout::Hexagons => {
            let [right, down] = whole(plane.hexagon(shown.directory.hexagon_of(&one.id)?));
            html! { use href={ "#" (shown.name) "-hexagon" } x=(right) y=(down) class=(class) {} }
        }
        Layout::Ground(outlines) => html! { path class=(class) d=(plane.path(outlines.get(&one.id)?)) {} },
    })
}

/// Half the shorter side of an outline; a hexagon has room for any number.
fn room(shown: &MapShown<'_>, plane: &Plane, id: &BodyId) -> f64 {
    let Layout::Ground(outlines) = shown.layout else { return f64::INFINITY };
    let Some((south_west, north_east)) = outlines.get(id).and_then(Outline::corners) else { return f64::INFINITY };
    let ([left, bottom], [right, top]) = (plane.ground(south_west), plane.ground(north_east));
    (right - left).min(bottom - top) / 2.0
}

/// The border of a county or a park, or of the body that the page is about: those of all forces and boards would hide the map.
fn border(shown: &MapShown<'_>, plane: &Plane, one: &MapBody, kind: BodyKind) -> Option<Border> {
    let Layout::Ground(outlines) = shown.layout else { return None };
    let style = match kind {
        BodyKind::County => BorderStyle::Whole,
        BodyKind::Park => BorderStyle::Dashed,
        _ if one.is_chosen => BorderStyle::Whole,
        _ => return None,
    };
    let class = style.class();
    Some(Border { style, drawing: html! { path class=(class) data-body=(one.id) d=(plane.path(outlines.get(&one.id)?)) {} } })
}

impl BorderStyle {
    /// The class of its line.
    pub(super) fn class(self) -> &'static str {
        match self {
            BorderStyle::Whole => "cw-map__border",
            BorderStyle::Dashed => "cw-map__border cw-map__coming",
        }
    }
}

/// Moves marks that would lie upon each other aside, each to the first free spot around its own: six on a ring, then the next ring.
fn move_apart(marks: &mut [Mark<'_>], distance: f64) {
    let mut taken: Vec<Spot> = Vec::new();
    for mark in marks {
        let own = mark.spot;
        let around = (0..=24_u32).map(|number| {
            let (ring, part) = (number.div_ceil(6), number % 6);
            let angle = f64::from(part) * std::f64::consts::FRAC_PI_3 + f64::from(ring) * 0.5;
            [own[0] + distance * f64::from(ring) * angle.cos(), own[1] + distance * f64::from(ring) * angle.sin()]
        });
        let is_free = |spot: &Spot| taken.iter().all(|other| (spot[0] - other[0]).hypot(spot[1] - other[1]) >= distance * 0.99);
        mark.spot = around.into_iter().find(is_free).unwrap_or(own);
        taken.push(mark.spot);
    }
}
