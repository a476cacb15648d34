//! Arrangements as lines: a star from the lead, or from the middle, to the partners; or a band around a group.
//!
//! The rule: the stage is told by whole, dashed and dotted lines. Lines bend, always to the same side, so that two between the
//! same bodies seldom lie upon each other. A partner that has no place on the map has no line, and the list beside it names it.

use definitions::BodyId;
use maud::{Markup, html};

use super::drawn::Drawn;
use super::plane::{Plane, Spot, whole};
use super::{MapLink, MapShape, MapShown, MapStage};

/// How far a line bends, as a share of its length.
const BEND: f64 = 0.14;

/// All lines and bands: bands below lines.
pub(super) fn all(shown: &MapShown<'_>, plane: &Plane, drawn: &Drawn<'_>) -> Markup {
    let spot = |id: &BodyId| drawn.spot(shown, plane, id);
    let with_paths =
        |shape: MapShape| shown.links.iter().filter(move |link| link.shape == shape).filter_map(|link| Some((link, path(link, &spot)?)));
    let stop = (shown.links.len() > super::MOST_STOPS).then_some("-1");
    html! {
        g class="cw-map__links" {
            @for (link, path) in with_paths(MapShape::Group).chain(with_paths(MapShape::Star)) {
                @let drawing = html! {
                    title { (link.name) }
                    @if link.shape == MapShape::Star { path class="cw-map__casing" d=(path) {} }
                    path class=(class(link)) d=(path) {}
                };
                @match &link.link {
                    Some(address) => { a href=(address) data-arrangement=(link.id) tabindex=[stop] { (drawing) } }
                    None => { g data-arrangement=(link.id) { (drawing) } }
                }
            }
        }
    }
}

/// The class of a line: its shape and its stage.
pub(super) fn class(link: &MapLink) -> &'static str {
    match (link.shape, link.stage) {
        (MapShape::Star, MapStage::Live) => "cw-map__line",
        (MapShape::Star, MapStage::Coming) => "cw-map__line cw-map__coming",
        (MapShape::Star, MapStage::Over) => "cw-map__line cw-map__over",
        (MapShape::Group, MapStage::Live) => "cw-map__band",
        (MapShape::Group, MapStage::Coming) => "cw-map__band cw-map__coming",
        (MapShape::Group, MapStage::Over) => "cw-map__band cw-map__over",
    }
}

/// The path, or `None` where fewer than two of its bodies have a place.
fn path(link: &MapLink, spot: &dyn Fn(&BodyId) -> Option<Spot>) -> Option<String> {
    let spots: Vec<Spot> = link.bodies.iter().filter_map(spot).collect();
    if spots.len() < 2 {
        return None;
    }
    Some(match link.shape {
        MapShape::Group => around(spots),
        MapShape::Star => {
            let lead = link.lead.as_ref().and_then(spot);
            // Two without a lead are joined by one line, and of more the middle is the hub.
            let hub = lead.unwrap_or_else(|| if spots.len() == 2 { spots[0] } else { middle(&spots) });
            spots.iter().filter(|spot| **spot != hub).map(|spot| bent(hub, *spot)).collect()
        }
    })
}

fn middle(spots: &[Spot]) -> Spot {
    let mean = |axis: usize| spots.iter().map(|spot| spot[axis]).sum::<f64>() / spots.len() as f64;
    [mean(0), mean(1)]
}

/// A line with a bend to its left.
fn bent(from: Spot, to: Spot) -> String {
    let (right, down) = (to[0] - from[0], to[1] - from[1]);
    let [x, y] = whole(from);
    let bend = whole([right / 2.0 + BEND * down, down / 2.0 - BEND * right]);
    let end = whole([right, down]);
    format!("M{x} {y}q{} {} {} {}", bend[0], bend[1], end[0], end[1])
}

/// The corners of the band around these spots, each once, in order.
fn around(spots: Vec<Spot>) -> String {
    let corners = hull(spots.into_iter().map(whole).collect());
    let words: Vec<String> = corners.iter().map(|[x, y]| format!("{x} {y}")).collect();
    format!("M{}z", words.join("L"))
}

/// The convex hull by Andrew's monotone chain (1979): sorted by x, then the lower and the upper chain.
fn hull(mut spots: Vec<[i32; 2]>) -> Vec<[i32; 2]> {
    spots.sort_unstable();
    spots.dedup();
    if spots.len() < 3 {
        return spots;
    }
    let chain = |spots: &mut dyn Iterator<Item = [i32; 2]>| {
        let mut chain: Vec<[i32; 2]> = Vec::new();
        for spot in spots {
            while let [.., a, b] = chain.as_slice() {
                if turn(*a, *b, spot) > 0 {
                    break;
                }
                chain.pop();
            }
            chain.push(spot);
        }
        chain.pop();
        chain
    };
    let mut corners = chain(&mut spots.iter().copied());
    corners.extend(chain(&mut spots.iter().rev().copied()));
    corners
}

/// Above nought where the way from `a` over `b` to `c` turns left.
fn turn(a: [i32; 2], b: [i32; 2], c: [i32; 2]) -> i64 {
    let step = |from: [i32; 2], to: [i32; 2]| [i64::from(to[0]) - i64::from(from[0]), i64::from(to[1]) - i64::from(from[1])];
    let (one, two) = (step(a, b), step(a, c));
    one[0] * two[1] - one[1] * two[0]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_band_around_five_spots_goes_by_the_four_outer_ones() {
        let corners = hull(vec![[0, 0], [10, 0], [5, 5], [10, 10], [0, 10]]);
        assert_eq!(corners, [[0, 0], [10, 0], [10, 10], [0, 10]]);
        assert_eq!(hull(vec![[0, 0], [5, 5], [10, 10]]), [[0, 0], [10, 10]]);
        assert_eq!(hull(vec![[3, 3], [3, 3]]), [[3, 3]]);
    }

    proptest::proptest! {
        #[test]
        fn no_spot_lies_outside_the_band_around_it(spots in proptest::collection::vec((-50..50_i32, -50..50_i32), 1..30)) {
            let spots: Vec<[i32; 2]> = spots.into_iter().map(|(x, y)| [x, y]).collect();
            let corners = hull(spots.clone());
            for (place, corner) in corners.iter().enumerate() {
                let next = corners[(place + 1) % corners.len()];
                proptest::prop_assert!(spots.iter().all(|spot| turn(*corner, next, *spot) >= 0));
            }
        }
    }
}
