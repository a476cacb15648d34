//! Outlines with fewer points, in which a border that two bodies share stays one border.
//!
//! The rule: points are first set on a grid. Where three borders meet, the point stays; between such points each border is
//! thinned once, for all who share it, whichever way they go round it. Points go in the order of what they matter
//! (Visvalingam and Whyatt, "Line generalisation by repeated elimination of points", 1993), measured against the size of the
//! smallest ring that has the border, so that a London borough keeps its shape beside the Highlands.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet, BinaryHeap};

use super::areas::Position;
use super::outline::{A_DEGREE, GridPoint, Outline, doubled_area};

/// Rings smaller than this share of the body's largest are left out: rocks that a small map cannot show.
const LEAST_RING: f64 = 0.001;

/// The outline of each of these areas, with about `points` points in all.
pub(super) fn outlines(areas: &[Vec<Vec<Position>>], points: usize) -> Vec<Outline> {
    let mut on_grid: Vec<Vec<Vec<GridPoint>>> = areas.iter().map(|rings| large_rings(rings)).collect();
    let junctions = junctions(on_grid.iter().flatten());
    let mut borders: BTreeMap<Vec<GridPoint>, f64> = BTreeMap::new();
    for ring in on_grid.iter().flatten() {
        let size = doubled_area(ring).abs().sqrt();
        for border in borders_of(ring, &junctions) {
            let least = borders.entry(border.points).or_insert(size);
            *least = least.min(size);
        }
    }
    let thinned = thinned(borders, points);
    let thin = |rings: &mut Vec<Vec<GridPoint>>| {
        let thin: Vec<_> = rings.iter().map(|ring| joined(ring, &junctions, &thinned)).filter(|ring| ring.len() >= 3).collect();
        // A body whose every ring would vanish keeps them whole.
        Outline { rings: if thin.is_empty() { std::mem::take(rings) } else { thin } }
    };
    on_grid.iter_mut().map(thin).collect()
}

/// Rings on the grid, without rocks and without points that fall on the one before.
fn large_rings(rings: &[Vec<Position>]) -> Vec<Vec<GridPoint>> {
    let on_grid = |[east, north]: &Position| ((east * A_DEGREE).round() as i32, (north * A_DEGREE).round() as i32);
    let mut rings: Vec<Vec<GridPoint>> = rings.iter().map(|ring| ring.iter().map(on_grid).collect()).collect();
    for ring in &mut rings {
        ring.dedup();
        if ring.len() > 1 && ring.first() == ring.last() {
            ring.pop();
        }
    }
    rings.retain(|ring| ring.len() >= 3);
    let largest = rings.iter().map(|ring| doubled_area(ring).abs()).fold(0.0, f64::max);
    rings.retain(|ring| doubled_area(ring).abs() >= largest * LEAST_RING);
    rings
}

/// The points at which borders meet: those with more than two neighbours.
fn junctions<'a>(rings: impl Iterator<Item = &'a Vec<GridPoint>>) -> BTreeSet<GridPoint> {
    let mut neighbours: BTreeMap<GridPoint, (GridPoint, GridPoint)> = BTreeMap::new();
    let mut junctions = BTreeSet::new();
    for ring in rings {
        for place in 0..ring.len() {
            let before = ring[(place + ring.len() - 1) % ring.len()];
            let after = ring[(place + 1) % ring.len()];
            let pair = (before.min(after), before.max(after));
            if *neighbours.entry(ring[place]).or_insert(pair) != pair {
                junctions.insert(ring[place]);
            }
        }
    }
    junctions
}

/// A stretch of border, in the one direction in which it is thinned.
struct Border {
    points: Vec<GridPoint>,
    is_turned: bool,
}

/// The borders of a ring, in its own order, from junction to junction; each ends with the point at which the next begins.
fn borders_of(ring: &[GridPoint], junctions: &BTreeSet<GridPoint>) -> Vec<Border> {
    let meets: Vec<usize> = (0..ring.len()).filter(|place| junctions.contains(&ring[*place])).collect();
    // A ring without a junction begins at its least point, so that an island and the hole around it begin alike.
    let starts = if meets.is_empty() { (0..ring.len()).min_by_key(|place| ring[*place]).into_iter().collect() } else { meets };
    let stretch = |(number, start): (usize, &usize)| {
        let next = starts[(number + 1) % starts.len()];
        let steps = (next + ring.len() - start - 1) % ring.len() + 1;
        let points: Vec<GridPoint> = (0..=steps).map(|step| ring[(start + step) % ring.len()]).collect();
        let turned: Vec<GridPoint> = points.iter().rev().copied().collect();
        let is_turned = turned < points;
        Border { points: if is_turned { turned } else { points }, is_turned }
    };
    starts.iter().enumerate().map(stretch).collect()
}

/// The ring made anew from its thinned borders.
fn joined(ring: &[GridPoint], junctions: &BTreeSet<GridPoint>, thinned: &BTreeMap<Vec<GridPoint>, Vec<GridPoint>>) -> Vec<GridPoint> {
    let mut points = Vec::new();
    for border in borders_of(ring, junctions) {
        let thin = thinned.get(&border.points).unwrap_or(&border.points);
        // The last point of a border is the first of the next.
        let all_but_last = thin.len().saturating_sub(1);
        if border.is_turned {
            points.extend(thin.iter().rev().take(all_but_last));
        } else {
            points.extend(thin.iter().take(all_but_last));
        }
    }
    points
}

/// Each border with as many of its points as matter most among all, so that about `points` are left.
fn thinned(borders: BTreeMap<Vec<GridPoint>, f64>, points: usize) -> BTreeMap<Vec<GridPoint>, Vec<GridPoint>> {
    let weighed: Vec<(Vec<GridPoint>, Vec<f64>)> = borders
        .into_iter()
        .map(|(border, size)| {
            let weights = weights(&border).into_iter().map(|weight| weight / size.max(1.0)).collect();
            (border, weights)
        })
        .collect();
    let mut all: Vec<f64> = weighed.iter().flat_map(|(_, weights)| weights.iter().copied()).collect();
    all.sort_by(|a, b| b.total_cmp(a));
    let least = all.get(points).copied().unwrap_or(0.0);
    weighed
        .into_iter()
        .map(|(border, weights)| {
            let kept = border.iter().zip(&weights).filter(|(_, weight)| **weight >= least).map(|(point, _)| *point).collect();
            (border, kept)
        })
        .collect()
}

/// What each point of a border matters: the area that the line loses with it, never less than that of a point which went
/// before it. The ends matter without bound, and so do two more of a border that comes back to where it began.
fn weights(border: &[GridPoint]) -> Vec<f64> {
    let last = border.len() - 1;
    let mut weights = vec![f64::INFINITY; border.len()];
    let (mut before, mut after): (Vec<usize>, Vec<usize>) =
        ((0..=last).map(|place| place.saturating_sub(1)).collect(), (1..=last + 1).collect());
    let mut heap: BinaryHeap<Reverse<(Exact, usize)>> = BinaryHeap::new();
    let mut now: Vec<f64> = weights.clone();
    for place in 1..last {
        now[place] = triangle(border[place - 1], border[place], border[place + 1]);
        heap.push(Reverse((Exact(now[place]), place)));
    }
    let to_keep = if border[0] == border[last] { 2 } else { 0 };
    let (mut left, mut most) = (last.saturating_sub(1), 0.0_f64);
    while let Some(Reverse((Exact(area), place))) = heap.pop() {
        if left <= to_keep {
            break;
        }
        // A point is weighed again when a neighbour goes; what was weighed before is passed over.
        if weights[place].is_finite() || area != now[place] {
            continue;
        }
        most = most.max(area);
        weights[place] = most;
        left -= 1;
        let (one, next) = (before[place], after[place]);
        after[one] = next;
        before[next] = one;
        for neighbour in [one, next].into_iter().filter(|neighbour| (1..last).contains(neighbour)) {
            now[neighbour] = triangle(border[before[neighbour]], border[neighbour], border[after[neighbour]]);
            heap.push(Reverse((Exact(now[neighbour]), neighbour)));
        }
    }
    weights
}

/// A finite number that can be put in order.
#[derive(Clone, Copy, PartialEq)]
struct Exact(f64);

impl Eq for Exact {}

impl PartialOrd for Exact {
    fn partial_cmp(&self, other: &Exact) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Exact {
    fn cmp(&self, other: &Exact) -> std::cmp::Ordering {
        self.0.total_cmp(&other.0)
    }
}

/// The area of a triangle, in square ten-thousandths of a degree.
fn triangle(a: GridPoint, b: GridPoint, c: GridPoint) -> f64 {
    doubled_area(&[a, b, c]).abs() / 2.0
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The slow obvious twin: again and again, look at every point and take away the one whose triangle is the least.
    fn slow_weights(border: &[GridPoint]) -> Vec<f64> {
        let mut weights = vec![f64::INFINITY; border.len()];
        let mut left: Vec<usize> = (0..border.len()).collect();
        let to_keep = if border.first() == border.last() { 4 } else { 2 };
        let mut most = 0.0_f64;
        while left.len() > to_keep {
            let area = |place: usize| triangle(border[left[place - 1]], border[left[place]], border[left[place + 1]]);
            let least = (1..left.len() - 1).min_by(|a, b| area(*a).total_cmp(&area(*b)).then(left[*a].cmp(&left[*b]))).unwrap();
            most = most.max(area(least));
            weights[left[least]] = most;
            left.remove(least);
        }
        weights
    }

    proptest::proptest! {
        #[test]
        fn points_matter_as_much_as_when_each_is_looked_at_again_and_again(
            mut border in proptest::collection::vec((0..50_i32, 0..50_i32), 2..40), closes in proptest::bool::ANY
        ) {
            if closes {
                border.push(border[0]);
            }
            proptest::prop_assert_eq!(weights(&border), slow_weights(&border));
        }
    }

    fn ring(points: &[(f64, f64)]) -> Vec<Vec<Position>> {
        vec![points.iter().map(|(east, north)| [east / 100.0, 50.0 + north / 100.0]).collect()]
    }

    #[test]
    fn a_bend_that_encloses_least_goes_first() {
        // The second point lies 1 off the line, the third 3: triangles of 1 and 3 with the corners beside them.
        let weights = weights(&[(0, 0), (1, 1), (2, 0), (4, 3), (6, 0)]);
        assert_eq!(weights[0], f64::INFINITY);
        assert!(weights[1] < weights[3], "{weights:?}");
    }

    #[test]
    fn two_neighbours_keep_one_border_however_few_points_are_left() {
        let border = [(10.0, 0.0), (11.0, 2.0), (9.0, 5.0), (12.0, 7.0), (10.0, 10.0)];
        let west: Vec<_> = [(0.0, 0.0)].into_iter().chain(border).chain([(0.0, 10.0)]).collect();
        let east: Vec<_> = [(20.0, 10.0)].into_iter().chain(border.into_iter().rev()).chain([(20.0, 0.0)]).collect();
        for points in [0, 1, 2, 100] {
            let both = outlines(&[ring(&west), ring(&east)], points);
            let on_border = |outline: &Outline| -> BTreeSet<GridPoint> {
                outline.rings[0].iter().copied().filter(|point| (800..=1300).contains(&point.0)).collect()
            };
            assert_eq!(on_border(&both[0]), on_border(&both[1]), "{points}");
            assert!(on_border(&both[0]).contains(&(1000, 500_000)), "the point on the coast where both meet stays");
        }
    }

    #[test]
    fn an_island_and_the_hole_around_it_stay_one_border() {
        let island = [(4.0, 4.0), (6.0, 4.2), (6.1, 6.0), (5.0, 7.0), (3.9, 6.0)];
        let mut around = ring(&[(0.0, 0.0), (10.0, 0.0), (10.0, 10.0), (0.0, 10.0)]);
        around.extend(ring(&island.into_iter().rev().collect::<Vec<_>>()));
        let mut turned = island;
        turned.rotate_left(2);
        let both = outlines(&[around, ring(&turned)], 1);
        let set = |ring: &Vec<GridPoint>| ring.iter().copied().collect::<BTreeSet<_>>();
        assert_eq!(set(&both[0].rings[1]), set(&both[1].rings[0]));
    }

    #[test]
    fn no_body_vanishes_and_rocks_do() {
        let mut area = ring(&[(0.0, 0.0), (10.0, 0.0), (10.0, 10.0), (0.0, 10.0)]);
        area.extend(ring(&[(20.0, 20.0), (20.05, 20.0), (20.05, 20.05)]));
        let outline = &outlines(&[area], 0)[0];
        assert_eq!(outline.rings.len(), 1);
        assert!(outline.rings[0].len() >= 3);
    }
}
