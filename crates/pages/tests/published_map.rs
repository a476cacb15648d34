//! The map of the whole country with the boundaries of the Office for National Statistics, where they lie beside the project.
#![allow(clippy::disallowed_methods, reason = "a test may read files; the room may not")]

use std::path::Path;

use bodies::{BodyKind, Directory, read_boundaries};
use pages::{Layout, MapBody, MapShown, map};

#[test]
fn all_councils_of_the_country_with_their_boundaries_stay_under_400_000_bytes() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/reference/boundaries/uk_topo.json");
    let Ok(bytes) = std::fs::read(&path) else {
        println!("NOT RUN: there is no {}; nothing was drawn.", path.display());
        return;
    };
    let directory = Directory::uk();
    let found = read_boundaries(&bytes, &directory).expect("the file can be read");
    let with_area =
        directory.bodies().filter(|body| matches!(body.kind, BodyKind::District | BodyKind::Unitary) && body.last_day.is_none());
    let shown =
        |id: &definitions::BodyId| MapBody { id: id.clone(), link: Some(format!("/bodies/{id}")), arrangements: 1, is_chosen: false };
    let bodies: Vec<MapBody> = with_area.map(|body| shown(&body.id)).collect();
    let page = map(&MapShown {
        name: "uk",
        title: "The United Kingdom",
        description: "Every council with a district of its own.",
        directory: &directory,
        layout: Layout::Ground(&found.outlines),
        bodies: &bodies,
        links: &[],
    })
    .into_string();
    println!("{} councils, {} bytes", bodies.len(), page.len());
    assert_eq!(page.matches("<a href=\"/bodies/").count(), 361);
    assert!(page.len() < 400_000, "{} bytes", page.len());
}
