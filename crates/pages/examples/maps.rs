//! Writes a page with three maps to a path: `cargo run -p pages --example maps -- maps.html`.
//!
//! The rule: a made-up place as marks, England as hexagons with seven arrangements that were in the news, and Sussex with
//! boundaries where a file of them is found beside the project. Each map stands beside the list that says the same. It is what
//! the browser test looks at.
#![allow(clippy::disallowed_methods, reason = "an example is handed a path by a person and writes there; the room itself does not")]

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::process::ExitCode;

use bodies::{Body, BodyKind, Directory, Outline, PlaceFile, Region, read_boundaries};
use definitions::{ArrangementId, BodyId};
use maud::{DOCTYPE, Markup, PreEscaped, html};
use pages::{Layout, MapBody, MapLink, MapShape, MapShown, MapStage, map};

const STYLE: &str = include_str!("../../../ui/dist/site.css");
const SCRIPT: &str = include_str!("../../../ui/dist/map.js");

fn main() -> ExitCode {
    let Some(path) = std::env::args().nth(1) else {
        eprintln!("could not write the maps: no path was given. Type: maps maps.html");
        return ExitCode::FAILURE;
    };
    let page = page().into_string();
    match std::fs::write(&path, &page) {
        Ok(()) => {
            println!("{path}: {} bytes", page.len());
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("could not write {path}: {error}. Give a path in a folder that exists.");
            ExitCode::FAILURE
        }
    }
}

fn page() -> Markup {
    html! {
        (DOCTYPE)
        html lang="en" class="govuk-template" {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                title { "Maps" }
                style { (PreEscaped(STYLE)) }
            }
            body class="govuk-template__body" {
                main class="govuk-width-container govuk-main-wrapper" {
                    h1 class="govuk-heading-xl" { "Maps" }
                    (westmarch())
                    (england())
                    (sussex())
                }
                script { (PreEscaped(SCRIPT)) }
            }
        }
    }
}

/// A line of a list: title, lead, all, stage, shape.
type Told<'a> = (&'a str, Option<&'a str>, &'a [&'a str], MapStage, MapShape);

fn links(told: &[Told<'_>]) -> Vec<MapLink> {
    let ids = |names: &[&str]| names.iter().map(|name| BodyId::new(name)).collect();
    let link = |(name, lead, bodies, stage, shape): &Told<'_>| {
        let id = definitions::slug(name);
        MapLink {
            id: ArrangementId::new(&id),
            name: (*name).to_string(),
            link: Some(format!("#{id}")),
            lead: lead.map(BodyId::new),
            bodies: ids(bodies),
            stage: *stage,
            shape: *shape,
        }
    };
    told.iter().map(link).collect()
}

fn on_map<'a>(bodies: impl Iterator<Item = &'a Body>, links: &[MapLink], chosen: &str) -> Vec<MapBody> {
    let counted = |id: &BodyId| links.iter().filter(|link| link.bodies.contains(id)).count();
    let body = |body: &Body| MapBody {
        id: body.id.clone(),
        link: Some(format!("#{}", body.id)),
        arrangements: counted(&body.id),
        is_chosen: body.id.as_str() == chosen,
    };
    bodies.map(body).collect()
}

/// A map with its list.
fn beside(shown: &MapShown<'_>) -> Markup {
    let name = |id: &BodyId| shown.directory.get(id).map_or(id.to_string(), |body| body.short_name.clone());
    html! {
        h2 class="govuk-heading-l" { (shown.title) }
        div class="govuk-grid-row" {
            div class="govuk-grid-column-two-thirds" { (map(shown)) }
            div class="govuk-grid-column-one-third" {
                ul class="govuk-list govuk-list--spaced" {
                    @for link in shown.links {
                        li data-arrangement=(link.id) id=(link.id) {
                            a class="govuk-link" href={ "#" (link.id) } { (link.name) }
                            br;
                            (link.bodies.iter().map(name).collect::<Vec<_>>().join(", "))
                        }
                    }
                }
            }
        }
    }
}

fn westmarch() -> Markup {
    let file = PlaceFile::read("place.toml", include_str!("../../../examples/westmarch/place.toml")).expect("the example is written well");
    let directory = file.directory();
    let links = links(&[
        ("Legal services", Some("aldford"), &["aldford", "bexton", "carrow"], MapStage::Live, MapShape::Star),
        ("Vehicle workshop", Some("westmarch-fire"), &["westmarch-fire", "westmarch-police"], MapStage::Coming, MapShape::Star),
        (
            "Emergency planning",
            None,
            &["westmarch-county-council", "carrow", "westmarch-fire", "westmarch-police"],
            MapStage::Live,
            MapShape::Group,
        ),
        ("Payroll", Some("westmarch-county-council"), &["westmarch-county-council", "bexton"], MapStage::Over, MapShape::Star),
    ]);
    let own: Vec<&Body> = file.body.iter().filter_map(|body| directory.get(&body.id())).collect();
    let bodies = on_map(own.into_iter(), &links, "aldford");
    let outlines = BTreeMap::new();
    beside(&MapShown {
        name: "westmarch",
        title: "Westmarch, a made-up county",
        description: "Bodies of Westmarch as marks, with the four arrangements between them. The list beside the map says the same.",
        directory: &directory,
        layout: Layout::Ground(&outlines),
        bodies: &bodies,
        links: &links,
    })
}

/// What the news told of sharing in England, each named with its bodies.
const IN_THE_NEWS: &[Told<'static>] = &[
    ("Devon and Somerset trading standards", Some("devon"), &["devon", "somerset"], MapStage::Live, MapShape::Star),
    ("Joint procurement of Brent and Harrow", Some("brent"), &["brent", "harrow"], MapStage::Live, MapShape::Star),
    ("West Sussex fire and county working group", None, &["west-sussex-fire", "west-sussex"], MapStage::Live, MapShape::Group),
    ("Shared chief executive of Adur and Worthing", None, &["adur", "worthing"], MapStage::Live, MapShape::Star),
    ("Shared chief executive in Cambridgeshire", None, &["peterborough", "cambridgeshire"], MapStage::Over, MapShape::Star),
    ("Tricuro", None, &["dorset-council", "bournemouth-christchurch-and-poole"], MapStage::Live, MapShape::Star),
    (
        "Cheshire police and fire headquarters",
        Some("cheshire-police"),
        &["cheshire-police", "cheshire-fire"],
        MapStage::Coming,
        MapShape::Star,
    ),
];

fn england() -> Markup {
    let directory = Directory::uk();
    let links = links(IN_THE_NEWS);
    let sharing: BTreeSet<&BodyId> = links.iter().flat_map(|link| &link.bodies).collect();
    let is_on_map = |body: &&Body| {
        let is_council = matches!(body.kind, BodyKind::District | BodyKind::Unitary) && body.region.is_some_and(Region::is_in_england);
        body.last_day.is_none() && (is_council || sharing.contains(&body.id))
    };
    let bodies = on_map(directory.bodies().filter(is_on_map), &links, "worthing");
    beside(&MapShown {
        name: "england",
        title: "England, a hexagon for each council",
        description: "Every council of England with a district of its own as a hexagon, with seven arrangements that were in the news.",
        directory: &directory,
        layout: Layout::Hexagons,
        bodies: &bodies,
        links: &links,
    })
}

fn sussex() -> Markup {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/reference/boundaries");
    let directory = Directory::uk();
    let mut outlines: BTreeMap<BodyId, Outline> = BTreeMap::new();
    for file in ["sussex_lad.geojson", "sussex_areas.geojson", "south_downs_np.geojson"] {
        let Ok(bytes) = std::fs::read(folder.join(file)) else { continue };
        match read_boundaries(&bytes, &directory) {
            Ok(found) => outlines.extend(found.outlines),
            Err(trouble) => eprintln!("{file}: {trouble}"),
        }
    }
    if outlines.is_empty() {
        println!("NOT DRAWN: there are no boundaries at {}; the map of Sussex is left out.", folder.display());
        return html! {};
    }
    let links = links(&[
        ("Shared chief executive of Adur and Worthing", None, &["adur", "worthing"], MapStage::Live, MapShape::Star),
        ("West Sussex fire and county working group", None, &["west-sussex-fire", "west-sussex"], MapStage::Live, MapShape::Group),
        (
            "Made up: legal services",
            Some("lewes"),
            &["lewes", "wealden", "eastbourne", "brighton-and-hove"],
            MapStage::Live,
            MapShape::Star,
        ),
        ("Made up: building control", Some("horsham"), &["horsham", "mid-sussex", "crawley"], MapStage::Coming, MapShape::Star),
        ("Made up: licensing", None, &["hastings", "rother", "wealden"], MapStage::Live, MapShape::Group),
    ]);
    let is_of_sussex = |body: &&Body| outlines.contains_key(&body.id) && body.last_day.is_none();
    let bodies = on_map(directory.bodies().filter(is_of_sussex), &links, "lewes");
    beside(&MapShown {
        name: "sussex",
        title: "Sussex, with boundaries",
        description: "The districts of Sussex with their boundaries, its counties, its national park, and five arrangements.",
        directory: &directory,
        layout: Layout::Ground(&outlines),
        bodies: &bodies,
        links: &links,
    })
}
