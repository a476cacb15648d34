//! Where a body is: its region, and a point for the map.
//!
//! The rule: a region is one of the twelve that the Office for National Statistics counts by, and a point is degrees of the
//! globe as satellites have it (WGS84). A point that is no place on the globe cannot be made.

/// One of the nine regions of England, or one of the three other countries.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Region {
    /// North East.
    NorthEast,
    /// North West.
    NorthWest,
    /// Yorkshire and The Humber.
    YorkshireAndTheHumber,
    /// East Midlands.
    EastMidlands,
    /// West Midlands.
    WestMidlands,
    /// East of England.
    EastOfEngland,
    /// London.
    London,
    /// South East.
    SouthEast,
    /// South West.
    SouthWest,
    /// Wales.
    Wales,
    /// Scotland.
    Scotland,
    /// Northern Ireland.
    NorthernIreland,
}

/// Each region with its code, used in tables, in `place.toml` and in addresses, and its name.
const REGIONS: [(Region, &str, &str); 12] = [
    (Region::NorthEast, "north-east", "North East"),
    (Region::NorthWest, "north-west", "North West"),
    (Region::YorkshireAndTheHumber, "yorkshire-and-the-humber", "Yorkshire and The Humber"),
    (Region::EastMidlands, "east-midlands", "East Midlands"),
    (Region::WestMidlands, "west-midlands", "West Midlands"),
    (Region::EastOfEngland, "east-of-england", "East of England"),
    (Region::London, "london", "London"),
    (Region::SouthEast, "south-east", "South East"),
    (Region::SouthWest, "south-west", "South West"),
    (Region::Wales, "wales", "Wales"),
    (Region::Scotland, "scotland", "Scotland"),
    (Region::NorthernIreland, "northern-ireland", "Northern Ireland"),
];

impl Region {
    /// All twelve, in the order in which official tables list them.
    pub fn all() -> impl Iterator<Item = Region> {
        REGIONS.iter().map(|(region, ..)| *region)
    }

    /// The region for the code used in tables, in `place.toml` and in addresses.
    pub fn from_code(code: &str) -> Option<Region> {
        REGIONS.iter().find(|(_, own, _)| *own == code).map(|(region, ..)| *region)
    }

    /// The code: `east-of-england`.
    pub fn code(self) -> &'static str {
        self.row().1
    }

    /// The name: `East of England`.
    pub fn name(self) -> &'static str {
        self.row().2
    }

    /// True for the nine of England.
    pub fn is_in_england(self) -> bool {
        !matches!(self, Region::Wales | Region::Scotland | Region::NorthernIreland)
    }

    fn row(self) -> &'static (Region, &'static str, &'static str) {
        REGIONS.iter().find(|(region, ..)| *region == self).expect("every region has its row, as a test holds")
    }
}

/// A point on the globe, in degrees of WGS84.
#[derive(Clone, Copy, Debug, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct Point {
    /// Degrees north, -90 to 90.
    pub latitude: f64,
    /// Degrees east, -180 to 180; west is below nought.
    pub longitude: f64,
}

impl Point {
    /// The point, or `None` where the globe has none such.
    pub fn new(latitude: f64, longitude: f64) -> Option<Point> {
        let is_on_globe = (-90.0..=90.0).contains(&latitude) && (-180.0..=180.0).contains(&longitude);
        is_on_globe.then_some(Point { latitude, longitude })
    }

    /// The mean of these points, which is close enough to their middle on a map of one country; `None` of none.
    pub fn middle_of(points: impl IntoIterator<Item = Point>) -> Option<Point> {
        let (mut many, mut latitude, mut longitude) = (0.0, 0.0, 0.0);
        for point in points {
            many += 1.0;
            latitude += point.latitude;
            longitude += point.longitude;
        }
        (many > 0.0).then(|| Point { latitude: latitude / many, longitude: longitude / many })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_region_is_known_by_its_code() {
        for region in Region::all() {
            assert_eq!(Region::from_code(region.code()), Some(region));
            assert_eq!(definitions::slug(region.name()), region.code());
        }
        assert_eq!(Region::all().filter(|region| region.is_in_england()).count(), 9);
        assert_eq!(Region::from_code("middle-earth"), None);
    }

    #[test]
    fn a_point_that_is_nowhere_on_the_globe_is_none() {
        assert!(Point::new(50.82, -0.14).is_some());
        assert_eq!(Point::new(91.0, 0.0), None);
        assert_eq!(Point::new(f64::NAN, 0.0), None);
        assert_eq!(Point::new(0.0, f64::INFINITY), None);
    }

    #[test]
    fn the_middle_of_no_points_is_none_and_that_of_two_lies_between_them() {
        assert_eq!(Point::middle_of([]), None);
        let two = [Point { latitude: 50.0, longitude: -2.0 }, Point { latitude: 52.0, longitude: 1.0 }];
        assert_eq!(Point::middle_of(two), Some(Point { latitude: 51.0, longitude: -0.5 }));
    }
}
