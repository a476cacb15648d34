//! The plane of a map: places on the ground or among hexagons, set into whole units of the drawing.
//!
//! The rule: the ground is drawn in an equirectangular projection, degrees east shortened by the cosine of the middle latitude of
//! what is shown, which no eye can tell from the National Grid on a county and which keeps England's shape to a tenth. North is up.
//! The longer side has `SIDE` units; coordinates are whole, so that the text stays small.

use bodies::{HexPlace, Hexagon, Outline, Point, ROW_STEP};
use definitions::BodyId;
use maud::{Markup, PreEscaped, html};

use super::{Layout, MapShown};

/// Units along the longer side.
const SIDE: f64 = 4_000.0;

/// Room around what is shown, as a share of the longer side.
const MARGIN: f64 = 0.03;

/// A spot on the drawing, in units: from the left, from the top.
pub(super) type Spot = [f64; 2];

/// How places become spots.
pub(super) struct Plane {
    is_hexagons: bool,
    /// Cosine of the middle latitude; 1 among hexagons.
    shortened: f64,
    /// The north-western corner, in the layout's own measure.
    corner: Spot,
    /// Units for one of the layout's own measure.
    scale: f64,
    size: [i32; 2],
    /// How many bodies share the drawing, by which marks and words are sized.
    bodies: usize,
}

impl Plane {
    /// The plane that holds every body of the map.
    pub(super) fn of(shown: &MapShown<'_>) -> Plane {
        let is_hexagons = matches!(shown.layout, Layout::Hexagons);
        let mut plane = Plane { is_hexagons, shortened: 1.0, corner: [0.0, 0.0], scale: 1.0, size: [1, 1], bodies: shown.bodies.len() };
        let places: Vec<Spot> = shown.bodies.iter().flat_map(|body| plane.extent(shown, &body.id)).collect();
        let bounds = |axis: usize| {
            let all = || places.iter().map(move |place| place[axis]);
            (all().fold(f64::INFINITY, f64::min), all().fold(f64::NEG_INFINITY, f64::max))
        };
        if places.is_empty() {
            plane.size = [SIDE as i32, SIDE as i32 / 2];
            return plane;
        }
        let (top, bottom) = bounds(1);
        if !is_hexagons {
            plane.shortened = ((top + bottom) / 2.0).to_radians().cos();
        }
        let (left, right) = bounds(0);
        let (left, right) = (left * plane.shortened, right * plane.shortened);
        // A place with one body, or all in one spot, is drawn with a twentieth of a degree around it.
        let longer = (right - left).max(bottom - top).max(0.05);
        let margin = longer * MARGIN + if is_hexagons { 0.6 } else { 0.0 };
        plane.scale = SIDE / (longer + 2.0 * margin);
        let sides = [right - left, bottom - top].map(|side| side.max(longer / 5.0) + 2.0 * margin);
        plane.corner = [(left + right - sides[0]) / 2.0, (top + bottom - sides[1]) / 2.0];
        plane.size = sides.map(|side| (side * plane.scale).ceil() as i32);
        plane
    }

    /// Width and height of the drawing.
    pub(super) fn size(&self) -> [i32; 2] {
        self.size
    }

    /// Where a body stands; `None` where nothing says.
    pub(super) fn spot(&self, shown: &MapShown<'_>, id: &BodyId) -> Option<Spot> {
        Some(match shown.layout {
            Layout::Hexagons => self.among(shown.directory.hex_place_of(id)?),
            Layout::Ground(outlines) => {
                let middle = outlines.get(id).and_then(Outline::middle);
                self.ground(middle.or_else(|| shown.directory.get(id)?.at)?)
            }
        })
    }

    /// Where a hexagon has its middle.
    pub(super) fn hexagon(&self, hexagon: Hexagon) -> Spot {
        self.among(hexagon.middle())
    }

    /// Where a point of the ground is.
    pub(super) fn ground(&self, at: Point) -> Spot {
        self.set([at.longitude * self.shortened, -at.latitude])
    }

    /// The definition of the one hexagon that all others use; nothing on the ground.
    pub(super) fn hexagon_definition(&self, name: &str) -> Markup {
        // A hexagon on a corner: its corners lie two thirds of a step between rows from its middle.
        let (half, side) = (self.scale / 2.0, self.scale * ROW_STEP / 1.5);
        let path = format!(
            "M0 {:.0}L{:.0} {:.0}V{:.0}L0 {:.0}L{:.0} {:.0}V{:.0}z",
            -side,
            half,
            -side / 2.0,
            side / 2.0,
            side,
            -half,
            side / 2.0,
            -side / 2.0
        );
        html! { @if self.is_hexagons { path id={ (name) "-hexagon" } class="cw-map__hexagon" d=(path) {} } }
    }

    /// The path of an outline, ring after ring, each a point and whole steps.
    pub(super) fn path(&self, outline: &Outline) -> String {
        let mut path = String::new();
        for ring in outline.rings() {
            let mut before: Option<[i32; 2]> = None;
            for point in ring {
                let spot = whole(self.ground(point));
                match before {
                    None => path.push_str(&format!("M{} {}l", spot[0], spot[1])),
                    Some(last) if last != spot => path.push_str(&step([spot[0] - last[0], spot[1] - last[1]])),
                    Some(_) => {}
                }
                before = Some(spot);
            }
            path.push('z');
        }
        path
    }

    /// How large marks are, so that each can hold its number.
    pub(super) fn mark_radius(&self) -> f64 {
        if self.is_hexagons { (self.scale * 0.3).min(SIDE * 0.02) } else { SIDE * 0.016 }
    }

    /// How large numbers in areas are.
    pub(super) fn number_size(&self) -> f64 {
        if self.is_hexagons { (self.scale * 0.42).min(SIDE * 0.03) } else { SIDE * 0.02 }
    }

    /// How large names are, where there is room for them: on a map of few bodies.
    pub(super) fn name_size(&self) -> Option<f64> {
        (self.bodies <= 30).then_some(SIDE * 0.023)
    }

    /// The corners of what a body needs of the plane, in the layout's own measure.
    fn extent(&self, shown: &MapShown<'_>, id: &BodyId) -> Vec<Spot> {
        let on_ground = |point: Point| [point.longitude, -point.latitude];
        match shown.layout {
            Layout::Hexagons => shown.directory.hex_place_of(id).map(own).into_iter().collect(),
            Layout::Ground(outlines) => match outlines.get(id).and_then(Outline::corners) {
                Some((south_west, north_east)) => vec![on_ground(south_west), on_ground(north_east)],
                None => shown.directory.get(id).and_then(|body| body.at).map(on_ground).into_iter().collect(),
            },
        }
    }

    fn among(&self, place: HexPlace) -> Spot {
        self.set(own(place))
    }

    fn set(&self, place: Spot) -> Spot {
        [(place[0] - self.corner[0]) * self.scale, (place[1] - self.corner[1]) * self.scale]
    }
}

fn own(place: HexPlace) -> Spot {
    [place.east, -place.north]
}

/// A spot in whole units.
pub(super) fn whole(spot: Spot) -> [i32; 2] {
    spot.map(|side| side.round() as i32)
}

/// A step of a path, with no more spaces than it needs: `5-6`.
fn step([right, down]: [i32; 2]) -> String {
    let gap = |number: i32| if number < 0 { "" } else { " " };
    format!("{}{right}{}{down}", gap(right), gap(down))
}

/// An element that only the drawing's own numbers fill.
pub(super) fn element(text: String) -> Markup {
    PreEscaped(text)
}
