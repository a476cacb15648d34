//! How long it takes to draw the map of England.
//!
//! The rule: every council of England as a hexagon, with five hundred made-up arrangements of three neighbours in the table.

use bodies::{BodyKind, Directory, Region};
use definitions::{ArrangementId, BodyId};
use pages::{Layout, MapBody, MapLink, MapShape, MapShown, MapStage, map};

fn main() {
    divan::main();
}

#[divan::bench]
fn england_with_five_hundred_arrangements(bencher: divan::Bencher<'_, '_>) {
    let directory = Directory::uk();
    let ids: Vec<BodyId> = directory
        .bodies()
        .filter(|body| matches!(body.kind, BodyKind::District | BodyKind::Unitary) && body.last_day.is_none())
        .filter(|body| body.region.is_some_and(Region::is_in_england))
        .map(|body| body.id.clone())
        .collect();
    let shown = |id: &BodyId| MapBody { id: id.clone(), link: Some(format!("/bodies/{id}")), arrangements: 5, is_chosen: false };
    let bodies: Vec<MapBody> = ids.iter().map(shown).collect();
    let link = |number: usize| {
        let partners: Vec<BodyId> = (0..3).map(|step| ids[(number * 7 + step) % ids.len()].clone()).collect();
        MapLink {
            id: ArrangementId::new(&format!("arrangement-{number}")),
            name: format!("Arrangement {number}"),
            link: Some(format!("/arrangements/arrangement-{number}")),
            lead: partners.first().cloned(),
            bodies: partners,
            stage: MapStage::Live,
            shape: MapShape::Star,
        }
    };
    let links: Vec<MapLink> = (0..500).map(link).collect();
    let (directory, layout) = (&directory, Layout::Hexagons);
    let shown = MapShown { name: "england", title: "England", description: "A map.", directory, layout, bodies: &bodies, links: &links };
    bencher.bench(|| map(&shown).into_string().len());
}
