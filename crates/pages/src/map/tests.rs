//! What a map shows. The bodies are public bodies; what they share is made up.

use bodies::{Point, Region};

use super::*;

fn uk() -> Directory {
    Directory::uk()
}

fn body(id: &str, arrangements: usize) -> MapBody {
    MapBody { id: BodyId::new(id), link: Some(format!("/bodies/{id}")), arrangements, is_chosen: false }
}

fn link(bodies: &[&str], lead: Option<&str>, shape: MapShape) -> MapLink {
    MapLink {
        id: ArrangementId::new("legal"),
        name: "Legal <services>".to_string(),
        link: Some("/arrangements/legal".to_string()),
        lead: lead.map(BodyId::new),
        bodies: bodies.iter().map(|id| BodyId::new(id)).collect(),
        stage: MapStage::Live,
        shape,
    }
}

fn drawn(directory: &Directory, layout: Layout<'_>, bodies: &[MapBody], links: &[MapLink]) -> String {
    map(&MapShown { name: "m", title: "A map", description: "Some bodies.", directory, layout, bodies, links }).into_string()
}

/// A square of a tenth of a degree at these ten-thousandths.
fn square(east: i32, north: i32) -> Outline {
    format!("{east} {north} 1000 0 0 1000 -1000 0").parse().expect("a square is an outline")
}

fn outlines(of: &[(&str, Outline)]) -> BTreeMap<BodyId, Outline> {
    of.iter().map(|(id, outline)| (BodyId::new(id), outline.clone())).collect()
}

#[test]
fn every_council_is_a_link_with_its_name_and_how_many_arrangements_it_has() {
    let page = drawn(&uk(), Layout::Hexagons, &[body("bolton", 3), body("bury", 0)], &[]);
    assert!(page.contains("<a href=\"/bodies/bolton\" data-body=\"bolton\"><title>Bolton: 3 arrangements</title><use"), "{page}");
    assert!(page.contains("<title>Bury: no arrangement</title>"));
    assert!(page.contains(">3</text>") && !page.contains(">0</text>"));
    assert!(page.contains("3 to 5") && page.contains("No arrangement") && !page.contains("6 or more"));
}

#[test]
fn the_middle_of_a_square_lies_in_the_middle_of_the_drawing_and_north_is_up() {
    let around = outlines(&[("lewes", square(0, 508_000)), ("wealden", square(0, 509_000))]);
    let directory = uk();
    let (layout, bodies) = (Layout::Ground(&around), [body("lewes", 0), body("wealden", 0)]);
    let shown = MapShown { name: "m", title: "", description: "", directory: &directory, layout, bodies: &bodies, links: &[] };
    let plane = Plane::of(&shown);
    let spot = |id: &str| plane.spot(&shown, &BodyId::new(id)).expect("both have an outline");
    assert!((spot("lewes")[0] - spot("wealden")[0]).abs() < 0.01);
    assert!(spot("wealden")[1] < spot("lewes")[1]);
    let [width, height] = plane.size();
    assert!((spot("lewes")[0] * 2.0 - f64::from(width)).abs() < 2.0);
    assert!((spot("lewes")[1] + spot("wealden")[1] - f64::from(height)).abs() < 2.0);
    // At 50.9 degrees a degree to the east is 0.63 of one to the north, so that the squares' corners make 0.063 by 0.2.
    let [left, top] = plane.ground(Point { latitude: 51.0, longitude: 0.0 });
    let [right, bottom] = plane.ground(Point { latitude: 50.8, longitude: 0.1 });
    assert!(((right - left) / (bottom - top) - 0.315).abs() < 0.001);
}

#[test]
fn a_path_of_an_outline_is_a_point_and_whole_steps() {
    let around = outlines(&[("lewes", square(0, 508_000))]);
    let page = drawn(&uk(), Layout::Ground(&around), &[body("lewes", 1)], &[]);
    let path = page.split("class=\"cw-map__1\" d=\"").nth(1).and_then(|rest| rest.split('"').next()).expect("there is a path");
    assert!(path.starts_with('M') && path.ends_with('z'), "{path}");
    assert!(path.chars().all(|letter| letter.is_ascii_digit() || "M l-z".contains(letter)), "{path}");
}

#[test]
fn a_county_is_an_area_by_itself_and_a_border_with_a_mark_around_its_districts() {
    let around = outlines(&[("east-sussex", square(0, 508_000)), ("lewes", square(0, 508_000))]);
    let alone = drawn(&uk(), Layout::Ground(&around), &[body("east-sussex", 1)], &[]);
    assert!(!alone.contains("cw-map__border") && !alone.contains("cw-map__marks"));
    let with_district = drawn(&uk(), Layout::Ground(&around), &[body("east-sussex", 1), body("lewes", 1)], &[]);
    assert!(
        with_district.contains("cw-map__border") && with_district.contains("cw-map__marks") && with_district.contains("County council")
    );
}

#[test]
fn a_body_that_nothing_places_is_named_below_the_map() {
    let page = drawn(&uk(), Layout::Hexagons, &[body("bolton", 0), body("somebody-unknown", 1)], &[]);
    assert!(page.contains("nothing says where they are: somebody-unknown."));
}

#[test]
fn a_star_has_a_line_to_each_but_the_lead_and_the_lead_need_not_come_first() {
    let bodies = [body("bolton", 1), body("bury", 1), body("wigan", 1)];
    let lines = |lead: Option<&str>| {
        let page = drawn(&uk(), Layout::Hexagons, &bodies, &[link(&["bolton", "bury", "wigan"], lead, MapShape::Star)]);
        page.split("class=\"cw-map__line\" d=\"").nth(1).map_or(0, |rest| rest.split('"').next().unwrap_or("").matches('M').count())
    };
    assert_eq!(lines(Some("wigan")), 2);
    assert_eq!(lines(None), 3, "from the middle to each");
}

#[test]
fn a_line_is_a_link_whose_title_is_escaped_and_one_body_alone_has_none() {
    let bodies = [body("bolton", 1), body("bury", 1)];
    let page = drawn(&uk(), Layout::Hexagons, &bodies, &[link(&["bolton", "bury"], None, MapShape::Group)]);
    assert!(page.contains("data-arrangement=\"legal\"><title>Legal &lt;services&gt;</title>"));
    let alone = drawn(&uk(), Layout::Hexagons, &bodies, &[link(&["bolton", "nobody"], None, MapShape::Star)]);
    assert!(!alone.contains("data-arrangement"));
}

#[test]
fn marks_at_one_spot_are_moved_apart() {
    let outlines = BTreeMap::new();
    let directory = uk();
    let bodies = ["sussex-police", "nhs-sussex", "east-sussex-fire", "hastings"].map(|id| body(id, 0));
    let layout = Layout::Ground(&outlines);
    let shown = MapShown { name: "m", title: "", description: "", directory: &directory, layout, bodies: &bodies, links: &[] };
    let plane = Plane::of(&shown);
    let drawn = Drawn::of(&shown, &plane);
    for (place, one) in drawn.marks.iter().enumerate() {
        for other in &drawn.marks[..place] {
            let apart = (one.spot[0] - other.spot[0]).hypot(one.spot[1] - other.spot[1]);
            assert!(apart > 2.0 * plane.mark_radius(), "{} and {}", one.body.id, other.body.id);
        }
    }
}

#[test]
fn the_map_of_england_stays_small_and_has_no_style_and_no_script_in_it() {
    let directory = uk();
    let is_english = |body: &&Body| has_own_area(body.kind) && body.last_day.is_none() && body.region.is_some_and(Region::is_in_england);
    let bodies: Vec<MapBody> = directory.bodies().filter(is_english).map(|known| body(known.id.as_str(), 1)).collect();
    assert_eq!(bodies.len(), 317 - 21, "all but the counties");
    let page = drawn(&directory, Layout::Hexagons, &bodies, &[]);
    assert!(page.len() < 70_000, "{} bytes", page.len());
    assert!(!page.contains("style=") && !page.contains("<script") && !page.contains("onclick"));
    assert_eq!(page.matches("tabindex=\"-1\"").count(), bodies.len(), "so many stops of the Tab key would be a trap");
}

#[test]
fn a_map_of_nobody_and_of_one_body_alone_are_still_maps() {
    let outlines = BTreeMap::new();
    for layout in [Layout::Hexagons, Layout::Ground(&outlines)] {
        assert!(drawn(&uk(), layout, &[], &[]).contains("viewBox=\"0 0 4000 2000\""));
        let one = drawn(&uk(), layout, &[body("lewes", 1)], &[]);
        assert!(one.contains("Lewes") && !one.contains("NaN") && !one.contains("inf"));
    }
}
