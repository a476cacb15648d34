//! What a file of boundaries gives, and what is refused. Codes are those of public bodies; the shapes are made up.

use super::*;
use crate::Point;

fn uk() -> Directory {
    Directory::uk()
}

fn read(text: &str) -> Result<Boundaries, String> {
    read_boundaries(text.as_bytes(), &uk()).map_err(|trouble| trouble.to_string())
}

fn refused(text: &str) -> String {
    read(text).expect_err("it is refused")
}

fn id(text: &str) -> BodyId {
    BodyId::new(text)
}

const SQUARE: &str = r#"{"type":"Polygon","coordinates":[[[-0.1,50.8],[0.1,50.8],[0.1,51.0],[-0.1,51.0],[-0.1,50.8]]]}"#;

fn feature(properties: &str, geometry: &str) -> String {
    format!(r#"{{"type":"Feature","properties":{properties},"geometry":{geometry}}}"#)
}

fn collection(features: &[String]) -> String {
    format!(r#"{{"type":"FeatureCollection","features":[{}]}}"#, features.join(","))
}

#[test]
fn an_area_is_a_bodys_by_its_code_and_never_by_its_name() {
    let text = collection(&[
        feature(r#"{"FID":1,"LAD24CD":"E07000063","LAD24NM":"Lewes","CTY24CD":"E10000011"}"#, SQUARE),
        feature(r#"{"FID":2,"LAD24CD":"E07000065","LAD24NM":"Eastbourne","CTY24CD":"E10000011"}"#, SQUARE),
        feature(r#"{"FID":3,"LAD24CD":"E12000008","LAD24NM":"South East","CTY24CD":""}"#, SQUARE),
    ]);
    let found = read(&text).expect("it can be read");
    assert_eq!(found.code_column, "LAD24CD");
    assert_eq!(found.outlines.keys().cloned().collect::<Vec<_>>(), [id("lewes"), id("wealden")]);
    assert_eq!(found.not_matched, ["E12000008 South East"]);
    assert_eq!(found.outlines[&id("lewes")].middle(), Point::new(50.9, 0.0));
    let uk = uk();
    let without = found.councils_without(&uk);
    assert!(without.iter().any(|body| body.id == id("eastbourne")) && !without.iter().any(|body| body.id == id("lewes")));
}

#[test]
fn an_old_code_is_matched_and_gives_way_to_the_code_of_today() {
    let west = r#"{"type":"Polygon","coordinates":[[[-4.1,56.2],[-3.9,56.2],[-3.9,56.4],[-4.1,56.4],[-4.1,56.2]]]}"#;
    let old = collection(&[feature(r#"{"LAD13CD":"S12000015"}"#, west)]);
    assert!(read(&old).expect("it can be read").outlines.contains_key(&id("fife")));
    for order in [["S12000015", "S12000047"], ["S12000047", "S12000015"]] {
        let shape = |code: &str| if code == "S12000047" { west } else { SQUARE };
        let both = collection(&order.map(|code| feature(&format!(r#"{{"CD":"{code}"}}"#), shape(code))));
        let found = read(&both).expect("it can be read");
        assert_eq!(found.outlines[&id("fife")].middle(), Point::new(56.3, -4.0));
        assert_eq!(found.remarks.len(), 1);
    }
}

#[test]
fn topojson_gives_the_same_outline_by_steps_and_by_points_and_backwards() {
    let by_points = r#"{"type":"Topology","arcs":[[[-0.1,50.8],[0.1,50.8],[0.1,51.0]],[[-0.1,50.8],[-0.1,51.0],[0.1,51.0]]],
        "objects":{"lad":{"type":"GeometryCollection","geometries":[{"type":"Polygon","arcs":[[0,-2]],"properties":{"areacd":"E07000063"}}]}}}"#;
    let by_steps = r#"{"type":"Topology","transform":{"scale":[0.1,0.1],"translate":[-0.1,50.8]},
        "arcs":[[[0,0],[2,0],[0,2]],[[0,0],[0,2],[2,0]]],
        "objects":{"lad":{"type":"Polygon","arcs":[[0,-2]],"id":"E07000063"}}}"#;
    let square = read(&collection(&[feature(r#"{"code":"E07000063"}"#, SQUARE)])).expect("it can be read");
    for text in [by_points, by_steps] {
        let found = read(text).expect("it can be read");
        assert_eq!(found.outlines[&id("lewes")].corners(), square.outlines[&id("lewes")].corners());
        assert_eq!(found.outlines[&id("lewes")].points(), 4);
    }
}

#[test]
fn a_ring_that_is_not_closed_or_encloses_nothing_is_told() {
    let open = r#"{"type":"MultiPolygon","coordinates":[[[[-0.1,50.8],[0.1,50.8],[0.1,51.0],[-0.1,51.0]]],[[[0.5,50.8],[0.5,50.8]]]]}"#;
    let point = r#"{"type":"Point","coordinates":[0.1,50.8]}"#;
    let text = collection(&[feature(r#"{"code":"E07000063"}"#, open), feature(r#"{"code":"E07000064"}"#, point)]);
    let found = read(&text).expect("it can be read");
    assert_eq!(found.outlines.len(), 1);
    assert_eq!(
        found.remarks,
        [
            "1 rings were not closed; they were closed by a straight line.",
            "1 rings enclose nothing; they were left out.",
            "1 entries have no area, such as points and lines; they were left out.",
        ]
    );
}

#[test]
fn a_file_that_is_something_else_is_refused_with_what_to_do() {
    assert!(refused("<html>").starts_with("could not read the boundaries: it is no JSON"));
    assert!(refused("{}").contains("neither GeoJSON nor TopoJSON"));
    assert!(refused(r#"{"type":"FeatureCollection","features":[]}"#).contains("no property of its areas holds codes"));
    assert!(refused(&collection(&[feature(r#"{"name":"Lewes"}"#, SQUARE)])).contains("no property of its areas holds codes"));
    assert!(refused(&SQUARE.replace("Polygon", "Topology")).contains("it has no arcs"));
}

#[test]
fn spoilt_shapes_are_refused_and_never_break_the_reader() {
    let with = |coordinates: &str| {
        refused(&collection(&[feature(r#"{"c":"E07000063"}"#, &format!(r#"{{"type":"Polygon","coordinates":{coordinates}}}"#))]))
    };
    assert!(with(r#"[[["a",50.8],[0.1,50.8],[0.1,51.0]]]"#).contains("area 1 has a point that is not two numbers"));
    assert!(with("[[[0.1]]]").contains("not two numbers"));
    assert!(with("[5]").contains("no list of points"));
    assert!(with("[[[1e400,1],[2,2],[3,3]]]").contains("it is no JSON"));
    let missing = r#"{"type":"Topology","arcs":[],"objects":{"a":{"type":"Polygon","arcs":[[7]],"id":"E07000063"}}}"#;
    assert!(refused(missing).contains("names an arc that is not there"));
    let least = r#"{"type":"Topology","arcs":[],"objects":{"a":{"type":"Polygon","arcs":[[-9223372036854775808]],"id":"E07000063"}}}"#;
    assert!(refused(least).contains("names an arc that is not there"));
    let deep = format!("{}{}", "[".repeat(100_000), "]".repeat(100_000));
    assert!(refused(&deep).contains("it is no JSON"));
}

#[test]
fn a_small_file_that_would_make_a_huge_map_is_refused() {
    let arc = vec!["[0.1,50.8]"; 5_000].join(",");
    let uses = vec!["0"; 5_000].join(",");
    let text =
        format!(r#"{{"type":"Topology","arcs":[[{arc}]],"objects":{{"a":{{"type":"Polygon","arcs":[[{uses}]],"id":"E07000063"}}}}}}"#);
    assert!(refused(&text).contains("more than 4000000 points"));
    let too_large = vec![b' '; MOST_BYTES + 1];
    assert!(read_boundaries(&too_large, &uk()).expect_err("it is refused").to_string().contains("at most 32 MB"));
}

proptest::proptest! {
    #[test]
    fn no_bytes_whatever_break_the_reader(bytes in proptest::collection::vec(proptest::num::u8::ANY, 0..200)) {
        let _ = read_boundaries(&bytes, &Directory::default());
    }

    #[test]
    fn a_file_cut_short_is_refused_and_never_breaks_the_reader(cut in 0..150_usize) {
        let text = collection(&[feature(r#"{"c":"E07000063"}"#, SQUARE)]);
        proptest::prop_assert!(read(&text[..cut]).is_err());
    }
}
