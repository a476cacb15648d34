//! Coordinates into degrees of WGS84: those that are, stay; those on the British National Grid are converted.
//!
//! The rule: which of the two it is, the size of the numbers says, for the whole file. The conversion is the Ordnance Survey's
//! (A guide to coordinate systems in Great Britain, annexes B and C): inverse Transverse Mercator on the Airy ellipsoid, then a
//! Helmert transformation, good to about five metres, which no map of districts shows. Anything else is refused by its name.

use definitions::Trouble;

use super::areas::{Area, Position};
use super::could_not_read;

/// Turns every point of every area into degrees, east first.
pub(super) fn into_degrees(areas: &mut [Area]) -> Result<(), Trouble> {
    let points = || areas.iter().flat_map(|area| area.rings.iter().flatten());
    let all = |fits: fn(&Position) -> bool| points().all(fits);
    if all(|[east, north]| (-10.0..=3.0).contains(east) && (49.0..=61.5).contains(north)) {
        return Ok(());
    }
    if all(|[east, north]| (-300_000.0..=800_000.0).contains(east) && (-100_000.0..=1_350_000.0).contains(north)) && !all(are_degrees) {
        let rings = areas.iter_mut().flat_map(|area| area.rings.iter_mut().flatten());
        rings.for_each(|point| *point = degrees_of(*point));
        return Ok(());
    }
    let because = if all(|[east, north]| (49.0..=61.5).contains(east) && (-10.0..=3.0).contains(north)) {
        "its points give north before east, and GeoJSON gives east before north"
    } else if all(are_degrees) {
        "some of its points lie outside the United Kingdom"
    } else {
        "its coordinates are neither degrees (WGS84) nor the British National Grid (EPSG:27700)"
    };
    Err(could_not_read(because, "Download it as GeoJSON, which is in degrees, from geoportal.statistics.gov.uk."))
}

fn are_degrees([east, north]: &Position) -> bool {
    east.abs() <= 180.0 && north.abs() <= 90.0
}

/// Easting and northing in metres to degrees east and north of WGS84.
fn degrees_of(point: Position) -> Position {
    let [longitude, latitude] = on_airy(point);
    on_wgs84(longitude, latitude)
}

/// Airy 1830, half axes in metres, and the National Grid's scale, true origin and false origin.
const AIRY: (f64, f64) = (6_377_563.396, 6_356_256.909);
const SCALE: f64 = 0.999_601_271_7;
const ORIGIN_NORTH_DEGREES: f64 = 49.0;
const ORIGIN_EAST_DEGREES: f64 = -2.0;
const FALSE_EAST: f64 = 400_000.0;
const FALSE_NORTH: f64 = -100_000.0;

/// Longitude and latitude on OSGB36, in radians: annex C of the guide, in its letters.
fn on_airy([easting, northing]: Position) -> [f64; 2] {
    let (a, b) = AIRY;
    let e2 = 1.0 - b * b / (a * a);
    let mut phi = ORIGIN_NORTH_DEGREES.to_radians() + (northing - FALSE_NORTH) / (a * SCALE);
    // Each round shrinks the rest by a factor of about 300, so that ten are more than enough.
    for _ in 0..10 {
        phi += (northing - FALSE_NORTH - meridian_arc(phi)) / (a * SCALE);
    }
    let (sine, cosine, tangent) = (phi.sin(), phi.cos(), phi.tan());
    let nu = a * SCALE / (1.0 - e2 * sine * sine).sqrt();
    let rho = a * SCALE * (1.0 - e2) / (1.0 - e2 * sine * sine).powf(1.5);
    let eta2 = nu / rho - 1.0;
    let (t2, t4, t6) = (tangent.powi(2), tangent.powi(4), tangent.powi(6));
    let vii = tangent / (2.0 * rho * nu);
    let viii = tangent / (24.0 * rho * nu.powi(3)) * (5.0 + 3.0 * t2 + eta2 - 9.0 * t2 * eta2);
    let ix = tangent / (720.0 * rho * nu.powi(5)) * (61.0 + 90.0 * t2 + 45.0 * t4);
    let x = 1.0 / (cosine * nu);
    let xi = 1.0 / (cosine * 6.0 * nu.powi(3)) * (nu / rho + 2.0 * t2);
    let xii = 1.0 / (cosine * 120.0 * nu.powi(5)) * (5.0 + 28.0 * t2 + 24.0 * t4);
    let xiia = 1.0 / (cosine * 5040.0 * nu.powi(7)) * (61.0 + 662.0 * t2 + 1320.0 * t4 + 720.0 * t6);
    let east = easting - FALSE_EAST;
    let latitude = phi - vii * east.powi(2) + viii * east.powi(4) - ix * east.powi(6);
    let longitude = ORIGIN_EAST_DEGREES.to_radians() + x * east - xi * east.powi(3) + xii * east.powi(5) - xiia * east.powi(7);
    [longitude, latitude]
}

/// Metres along the meridian from the true origin: the guide's M.
fn meridian_arc(phi: f64) -> f64 {
    let (a, b) = AIRY;
    let n = (a - b) / (a + b);
    let origin = ORIGIN_NORTH_DEGREES.to_radians();
    let (less, more) = (phi - origin, phi + origin);
    let (n2, n3) = (n * n, n * n * n);
    let first = (1.0 + n + 5.0 / 4.0 * n2 + 5.0 / 4.0 * n3) * less;
    let second = (3.0 * n + 3.0 * n2 + 21.0 / 8.0 * n3) * less.sin() * more.cos();
    let third = (15.0 / 8.0 * n2 + 15.0 / 8.0 * n3) * (2.0 * less).sin() * (2.0 * more).cos();
    let fourth = 35.0 / 24.0 * n3 * (3.0 * less).sin() * (3.0 * more).cos();
    b * SCALE * (first - second + third - fourth)
}

/// Half axes of WGS84, in metres.
const WGS84: (f64, f64) = (6_378_137.0, 6_356_752.314_1);

/// OSGB36 to WGS84: the guide's seven numbers with their signs turned, in metres, parts per million and seconds of arc.
const SHIFT: [f64; 3] = [446.448, -125.157, 542.060];
const PER_MILLION: f64 = -20.4894;
const TURNS_SECONDS: [f64; 3] = [0.1502, 0.2470, 0.8421];

/// Degrees east and north of WGS84 for radians on OSGB36.
fn on_wgs84(longitude: f64, latitude: f64) -> Position {
    let (a, b) = AIRY;
    let e2 = 1.0 - b * b / (a * a);
    let nu = a / (1.0 - e2 * latitude.sin().powi(2)).sqrt();
    let (x, y, z) = (nu * latitude.cos() * longitude.cos(), nu * latitude.cos() * longitude.sin(), nu * (1.0 - e2) * latitude.sin());
    let scale = 1.0 + PER_MILLION / 1_000_000.0;
    let [turn_x, turn_y, turn_z] = TURNS_SECONDS.map(|seconds| (seconds / 3600.0).to_radians());
    let new_x = SHIFT[0] + scale * x - turn_z * y + turn_y * z;
    let new_y = SHIFT[1] + turn_z * x + scale * y - turn_x * z;
    let new_z = SHIFT[2] - turn_y * x + turn_x * y + scale * z;
    let (a, b) = WGS84;
    let e2 = 1.0 - b * b / (a * a);
    let from_axis = new_x.hypot(new_y);
    let mut north = new_z.atan2(from_axis * (1.0 - e2));
    for _ in 0..10 {
        let nu = a / (1.0 - e2 * north.sin().powi(2)).sqrt();
        north = (new_z + e2 * nu * north.sin()).atan2(from_axis);
    }
    [new_y.atan2(new_x).to_degrees(), north.to_degrees()]
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Degrees, minutes and seconds.
    fn dms(degrees: f64, minutes: f64, seconds: f64) -> f64 {
        degrees + minutes / 60.0 + seconds / 3600.0
    }

    #[test]
    fn the_ordnance_surveys_worked_example_comes_out_as_it_was_published() {
        // A guide to coordinate systems in Great Britain, annex C: Framingham.
        let [longitude, latitude] = on_airy([651_409.903, 313_177.270]).map(f64::to_degrees);
        assert!((latitude - dms(52.0, 39.0, 27.2531)).abs() < 1e-7, "{latitude}");
        assert!((longitude - dms(1.0, 43.0, 4.5177)).abs() < 1e-7, "{longitude}");
        // The same point in WGS84 by the Helmert transformation, good to five metres: 0.00005 of a degree.
        let [longitude, latitude] = degrees_of([651_409.903, 313_177.270]);
        assert!((latitude - dms(52.0, 39.0, 28.723)).abs() < 0.000_05, "{latitude}");
        assert!((longitude - dms(1.0, 42.0, 57.787)).abs() < 0.000_07, "{longitude}");
    }

    fn area(points: &[Position]) -> Vec<Area> {
        vec![Area { rings: vec![points.to_vec()], ..Area::default() }]
    }

    #[test]
    fn degrees_stay_as_they_are_and_metres_of_the_grid_become_degrees() {
        let mut degrees = area(&[[-0.1, 50.8], [0.2, 50.9], [0.1, 51.0]]);
        let before = degrees.clone();
        into_degrees(&mut degrees).expect("these are degrees in Sussex");
        assert_eq!(degrees, before);
        let mut metres = area(&[[531_000.0, 104_000.0], [532_000.0, 104_000.0], [532_000.0, 105_000.0]]);
        into_degrees(&mut metres).expect("these are metres in Brighton");
        let [east, north] = metres[0].rings[0][0];
        // Brighton's Royal Pavilion is at 50.8225 north, 0.1378 west, and at TQ 3127 0419.
        assert!((east + 0.14).abs() < 0.005 && (north - 50.82).abs() < 0.005, "{east} {north}");
    }

    #[test]
    fn web_mercator_and_turned_points_and_france_are_refused_by_name() {
        let refused = |points: &[Position]| into_degrees(&mut area(points)).expect_err("it is refused").to_string();
        assert!(refused(&[[-15_000.0, 6_590_000.0], [-14_000.0, 6_590_000.0], [-14_000.0, 6_600_000.0]]).contains("neither degrees"));
        assert!(refused(&[[50.8, -0.1], [50.9, 0.2], [51.0, 0.1]]).contains("north before east"));
        assert!(refused(&[[2.3, 48.8], [2.4, 48.9], [2.5, 48.7]]).contains("outside the United Kingdom"));
    }
}
