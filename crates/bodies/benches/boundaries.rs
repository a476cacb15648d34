//! How long it takes to read boundaries and to thin them.
//!
//! The rule: a made-up country of square districts with crooked borders, from a fixed recipe, the size of an ONS file.

use bodies::{Directory, read_boundaries};
use divan::counter::BytesCount;

fn main() {
    divan::main();
}

/// Points to a side of a district.
const A_SIDE: i32 = 60;

/// A crooked point: every point of the lattice is moved by the same small amount, whichever district asks.
fn point(east: i32, north: i32) -> String {
    let crooked = |a: i32, b: i32| f64::from((a * 7_919 + b * 104_729) % 101) / 101.0 * 0.003;
    let [x, y] = [f64::from(east) * 0.004 - 6.0 + crooked(east, north), f64::from(north) * 0.004 + 50.0 + crooked(north, east)];
    format!("[{x:.5},{y:.5}]")
}

/// The first `many` councils of the table as squares, twenty to a row.
fn country(directory: &Directory, many: usize) -> String {
    let codes = directory.bodies().filter(|body| body.kind.is_council()).filter_map(|body| body.gss.as_deref()).take(many);
    let feature = |(number, code): (usize, &str)| {
        let (left, low) = ((number % 20) as i32 * A_SIDE, (number / 20) as i32 * A_SIDE);
        let side = 0..A_SIDE;
        let ring = side.clone().map(|step| point(left + step, low));
        let ring = ring.chain(side.clone().map(|step| point(left + A_SIDE, low + step)));
        let ring = ring.chain(side.clone().map(|step| point(left + A_SIDE - step, low + A_SIDE)));
        let ring: Vec<String> = ring.chain(side.map(|step| point(left, low + A_SIDE - step))).chain([point(left, low)]).collect();
        let geometry = format!("{{\"type\":\"Polygon\",\"coordinates\":[[{}]]}}", ring.join(","));
        format!("{{\"type\":\"Feature\",\"properties\":{{\"LAD24CD\":\"{code}\"}},\"geometry\":{geometry}}}")
    };
    let features: Vec<String> = codes.enumerate().map(feature).collect();
    format!("{{\"type\":\"FeatureCollection\",\"features\":[{}]}}", features.join(","))
}

#[divan::bench(args = [100, 400])]
fn read(bencher: divan::Bencher<'_, '_>, councils: usize) {
    let directory = Directory::uk();
    let text = country(&directory, councils);
    let read = || read_boundaries(text.as_bytes(), &directory).expect("it is well made").outlines.len();
    bencher.counter(BytesCount::of_str(&text)).bench(read);
}
