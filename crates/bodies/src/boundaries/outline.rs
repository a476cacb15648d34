//! An outline: the rings of a body's area, small enough to keep and to draw.
//!
//! The rule: points are whole ten-thousandths of a degree (eleven metres to the north), so that text and back is exact and a
//! border that two bodies share is the same numbers in both. A text that is no outline is refused, however it was spoilt.

use std::fmt::{self, Write};
use std::str::FromStr;

use crate::Point;

/// East and north, in ten-thousandths of a degree.
pub(super) type GridPoint = (i32, i32);

/// Ten-thousandths in a degree.
pub(super) const A_DEGREE: f64 = 10_000.0;

/// The most points that an outline read from text may have.
const MOST_POINTS: usize = 200_000;

/// The outline of one body: outer rings and holes; a point inside an odd number of rings is inside.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Outline {
    pub(super) rings: Vec<Vec<GridPoint>>,
}

impl Outline {
    /// Each ring as points; its last point is not its first.
    pub fn rings(&self) -> impl Iterator<Item = impl Iterator<Item = Point> + '_> + '_ {
        self.rings.iter().map(|ring| ring.iter().map(|point| in_degrees(*point)))
    }

    /// How many points it has.
    pub fn points(&self) -> usize {
        self.rings.iter().map(Vec::len).sum()
    }

    /// Its south-western and north-eastern corner; `None` where it is empty.
    pub fn corners(&self) -> Option<(Point, Point)> {
        let all = || self.rings.iter().flatten();
        let south_west = (all().map(|point| point.0).min()?, all().map(|point| point.1).min()?);
        let north_east = (all().map(|point| point.0).max()?, all().map(|point| point.1).max()?);
        Some((in_degrees(south_west), in_degrees(north_east)))
    }

    /// The middle of its largest ring, by area; `None` where it is empty.
    pub fn middle(&self) -> Option<Point> {
        let largest = self.rings.iter().max_by(|a, b| doubled_area(a).abs().total_cmp(&doubled_area(b).abs()))?;
        let (mut east, mut north) = (0.0, 0.0);
        for ((x0, y0), (x1, y1)) in sides(largest) {
            let cross = x0 * y1 - x1 * y0;
            east += (x0 + x1) * cross;
            north += (y0 + y1) * cross;
        }
        let six_areas = 3.0 * doubled_area(largest);
        (six_areas != 0.0).then(|| Point { latitude: north / six_areas / A_DEGREE, longitude: east / six_areas / A_DEGREE })
    }
}

fn in_degrees((east, north): GridPoint) -> Point {
    Point { latitude: f64::from(north) / A_DEGREE, longitude: f64::from(east) / A_DEGREE }
}

/// Twice the area a ring encloses, in square ten-thousandths of a degree; below nought where it runs clockwise.
pub(super) fn doubled_area(ring: &[GridPoint]) -> f64 {
    sides(ring).map(|((x0, y0), (x1, y1))| x0 * y1 - x1 * y0).sum()
}

/// Each point of a ring with the one after it.
fn sides(ring: &[GridPoint]) -> impl Iterator<Item = ((f64, f64), (f64, f64))> + '_ {
    let as_floats = |point: &GridPoint| (f64::from(point.0), f64::from(point.1));
    ring.iter().zip(ring.iter().cycle().skip(1)).map(move |(one, next)| (as_floats(one), as_floats(next)))
}

/// A ring a line: its first point, then the steps to the others: `-1363 508225 12 -5 8 3`.
impl fmt::Display for Outline {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut text = String::new();
        for (number, ring) in self.rings.iter().enumerate() {
            if number > 0 {
                text.push('\n');
            }
            let (mut east, mut north) = (0, 0);
            for (place, point) in ring.iter().enumerate() {
                let gap = if place == 0 { "" } else { " " };
                write!(text, "{gap}{} {}", point.0 - east, point.1 - north)?;
                (east, north) = *point;
            }
        }
        f.write_str(&text)
    }
}

/// Reads what `Display` wrote, and nothing else.
impl FromStr for Outline {
    type Err = ();
    fn from_str(text: &str) -> Result<Outline, ()> {
        let mut outline = Outline::default();
        for line in text.lines() {
            let mut ring = Vec::new();
            let (mut east, mut north) = (0_i32, 0_i32);
            let mut numbers = line.split(' ').map(|number| number.parse::<i32>().map_err(|_| ()));
            while let Some(step) = numbers.next() {
                east = east.checked_add(step?).ok_or(())?;
                north = north.checked_add(numbers.next().ok_or(())??).ok_or(())?;
                let is_on_globe = east.unsigned_abs() <= 1_800_000 && north.unsigned_abs() <= 900_000;
                if !is_on_globe || ring.len() == MOST_POINTS {
                    return Err(());
                }
                ring.push((east, north));
            }
            if ring.len() < 3 {
                return Err(());
            }
            outline.rings.push(ring);
        }
        Ok(outline)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn square() -> Outline {
        Outline { rings: vec![vec![(-1000, 508_000), (1000, 508_000), (1000, 510_000), (-1000, 510_000)]] }
    }

    #[test]
    fn the_middle_and_the_corners_of_a_square_are_where_one_would_draw_them() {
        assert_eq!(square().middle(), Point::new(50.9, 0.0));
        assert_eq!(square().corners(), Point::new(50.8, -0.1).zip(Point::new(51.0, 0.1)));
        assert_eq!(Outline::default().middle(), None);
    }

    #[test]
    fn a_square_is_written_as_a_point_and_three_steps() {
        assert_eq!(square().to_string(), "-1000 508000 2000 0 0 2000 -2000 0");
    }

    #[test]
    fn a_text_that_is_no_outline_is_refused() {
        for text in ["a", "1 2", "1 2 3", "1 2 3 4 5", "1  2 3 4 5 6", "0 0 1800001 0 1 1", "2147483647 0 1 1 1 1", "0 0 1 1 1 1\n\n"] {
            assert_eq!(text.parse::<Outline>(), Err(()), "{text:?}");
        }
    }

    proptest::proptest! {
        #[test]
        fn what_is_written_is_read_back_the_same(
            rings in proptest::collection::vec(proptest::collection::vec((-1_800_000..=1_800_000_i32, -900_000..=900_000_i32), 3..20), 0..5)
        ) {
            let outline = Outline { rings };
            proptest::prop_assert_eq!(outline.to_string().parse(), Ok(outline));
        }

        #[test]
        fn no_text_whatever_breaks_the_reader(text in "[-0-9 \n]{0,60}") {
            let _ = text.parse::<Outline>();
        }
    }
}
