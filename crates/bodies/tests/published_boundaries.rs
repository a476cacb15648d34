//! Boundaries as the Office for National Statistics publishes them, where they lie beside the project.
#![allow(clippy::disallowed_methods, reason = "a test may read files; the room may not")]

use std::path::Path;

use bodies::{Boundaries, Directory, Outline, read_boundaries};
use definitions::BodyId;

fn published(file: &str) -> Option<Boundaries> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/reference/boundaries").join(file);
    let Ok(bytes) = std::fs::read(&path) else {
        println!("NOT RUN: there is no {}; nothing was read.", path.display());
        return None;
    };
    Some(read_boundaries(&bytes, &Directory::uk()).expect("the file can be read"))
}

#[test]
fn the_boundaries_of_the_whole_country_become_a_small_outline_for_every_council() {
    let Some(found) = published("uk_topo.json") else { return };
    let uk = Directory::uk();
    assert_eq!(found.councils_without(&uk).iter().map(|body| body.id.as_str()).collect::<Vec<_>>(), Vec::<&str>::new());
    assert_eq!(found.code_column, "areacd");
    // Countries, regions, metropolitan counties and the kingdom are no bodies.
    let strangers: Vec<&String> = found
        .not_matched
        .iter()
        .filter(|told| !told.starts_with(['K']) && !["E12", "E92", "W92", "S92", "N92", "E11"].contains(&&told[..3]))
        .collect();
    assert_eq!(strangers, Vec::<&String>::new());
    let text: usize = found.outlines.values().map(|outline| outline.to_string().len()).sum();
    println!(
        "{} outlines, {} points, {} bytes; {:?}",
        found.outlines.len(),
        found.outlines.values().map(Outline::points).sum::<usize>(),
        text,
        found.remarks
    );
    assert!(text < 400_000, "{text} bytes");
}

#[test]
fn the_middle_of_every_outline_is_near_the_point_of_our_own_table() {
    let Some(found) = published("uk_topo.json") else { return };
    let uk = Directory::uk();
    for (id, outline) in &found.outlines {
        let body = uk.get(id).expect("it was matched");
        let (middle, at) = (outline.middle().expect("it has an area"), body.at.expect("every body has a point"));
        let (north, east) = (middle.latitude - at.latitude, (middle.longitude - at.longitude) * 0.6);
        // Argyll's and the Western Isles' points are among the islands; nowhere else is 40 km too far.
        let far = if ["argyll-and-bute", "eilean-siar"].contains(&id.as_str()) || !body.kind.is_council() { 0.6 } else { 0.36 };
        assert!(north.hypot(east) < far, "{id}: {middle:?} and {at:?}");
    }
}

#[test]
fn sussex_has_thirteen_districts_two_counties_and_a_park() {
    let (Some(districts), Some(areas), Some(park)) =
        (published("sussex_lad.geojson"), published("sussex_areas.geojson"), published("south_downs_np.geojson"))
    else {
        return;
    };
    assert_eq!((districts.outlines.len(), districts.code_column.as_str()), (13, "gss"));
    for id in ["east-sussex", "west-sussex", "sussex-police", "east-sussex-fire"] {
        assert!(areas.outlines.contains_key(&BodyId::new(id)), "{id}: {:?}", areas.not_matched);
    }
    assert_eq!(park.outlines.keys().map(BodyId::as_str).collect::<Vec<_>>(), ["south-downs-national-park"]);
}
