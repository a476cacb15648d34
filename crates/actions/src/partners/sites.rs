//! Reads places, sites and distances, and asks for the best sites.
//!
//! The rule: distances are given for every place and site, or all have points on a map grid; nothing is guessed from a
//! name.

use std::collections::BTreeMap;
use std::path::Path;

use definitions::Trouble;
use partnerships::{Fault, Place, Site, Sites, best_sites};
use serde::Deserialize;
use toml::Spanned;

use super::Told;
use super::officer_file::OfficerFile;
use super::shapes::place_of;
use super::sites_told;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct SitesShape {
    title: Option<String>,
    open: Option<usize>,
    #[serde(default = "miles")]
    unit: String,
    far: Option<f64>,
    #[serde(default)]
    along_streets: bool,
    #[serde(default)]
    place: Vec<Spanned<PlaceShape>>,
    #[serde(default)]
    site: Vec<Spanned<SiteShape>>,
    distances_file: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct PlaceShape {
    name: String,
    weight: f64,
    today: Option<String>,
    x: Option<f64>,
    y: Option<f64>,
    #[serde(default)]
    distances: BTreeMap<String, f64>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct SiteShape {
    name: String,
    capacity: Option<f64>,
    x: Option<f64>,
    y: Option<f64>,
}

fn miles() -> String {
    "miles".to_string()
}

/// A question that was read.
struct Asked {
    title: String,
    unit: String,
    open: Option<usize>,
    far: Option<f64>,
    sites: Sites,
    /// The line of each place.
    lines: Vec<usize>,
}

/// The best sites for the places in a file; `open` of them, or as many as the file says.
///
/// # Errors
/// Names the file, and the line where there is one, of what cannot be used.
pub fn sites(path: &Path, open: Option<usize>, unit: Option<&str>) -> Result<Told, Trouble> {
    let file = OfficerFile::open(path)?;
    let asked = if file.is_csv() { of_csv(&file)? } else { of_toml(&file)? };
    let open = open.or(asked.open).ok_or_else(|| {
        file.faulty(Fault::whole("it does not say how many sites to open", "Add --open 2, or open = 2 to a TOML file."), &[])
    })?;
    let located = best_sites(&asked.sites, open).map_err(|fault| file.faulty(fault, &asked.lines))?;
    let asked = sites_told::Asked {
        title: asked.title,
        file: file.name(),
        unit: unit.map_or(asked.unit, str::to_string),
        far: asked.far,
        sites: asked.sites,
    };
    Ok(sites_told::told(&asked, &located))
}

/// Columns place, weight, perhaps today, then one a site; a line whose place is `capacity` holds what each site can serve.
fn of_csv(file: &OfficerFile) -> Result<Asked, Trouble> {
    let (headings, rows) = file.csv()?;
    let (place, weight) = (file.column(&headings, &["place"])?, file.column(&headings, &["weight"])?);
    let today = headings.iter().position(|heading| heading.eq_ignore_ascii_case("today"));
    let columns: Vec<usize> = (0..headings.len()).filter(|column| ![place, weight].contains(column) && Some(*column) != today).collect();
    let names: Vec<String> = columns.iter().map(|column| headings[*column].clone()).collect();
    let mut sites: Vec<Site> = names.iter().map(|name| Site { name: name.clone(), capacity: f64::INFINITY }).collect();
    let (mut places, mut distances, mut lines) = (Vec::new(), Vec::new(), Vec::new());
    for row in &rows {
        let name = row.cells.get(place).unwrap_or_default().to_string();
        let numbers = || columns.iter().map(|column| file.number(row, *column)).collect::<Result<Vec<f64>, Trouble>>();
        if name.eq_ignore_ascii_case("capacity") {
            sites.iter_mut().zip(numbers()?).for_each(|(site, capacity)| site.capacity = capacity);
            continue;
        }
        let today = today.and_then(|column| row.cells.get(column)).filter(|name| !name.is_empty());
        let today =
            today.map(|name| place_of(&names, name)).transpose().map_err(|fault| file.wrong_at(row.line, fault.because, fault.try_next))?;
        places.push(Place { name, weight: file.number(row, weight)?, today });
        distances.push(numbers()?);
        lines.push(row.line);
    }
    Ok(Asked { title: file.title(), unit: miles(), open: None, far: None, sites: Sites { places, sites, distances }, lines })
}

fn of_toml(file: &OfficerFile) -> Result<Asked, Trouble> {
    let shape: SitesShape = file.toml()?;
    let title = shape.title.clone().unwrap_or_else(|| file.title());
    let asked = |sites: Sites, lines: Vec<usize>| Asked { title, unit: shape.unit.clone(), open: shape.open, far: shape.far, sites, lines };
    if let Some(name) = &shape.distances_file {
        let beside = of_csv(&file.beside(name)?)?;
        return Ok(asked(beside.sites, Vec::new()));
    }
    let names: Vec<String> = shape.site.iter().map(|site| site.get_ref().name.clone()).collect();
    let lines: Vec<usize> = shape.place.iter().map(|place| file.line_at(place.span().start)).collect();
    let sites = shape
        .site
        .iter()
        .map(|site| Site { name: site.get_ref().name.clone(), capacity: site.get_ref().capacity.unwrap_or(f64::INFINITY) });
    let (mut places, mut distances) = (Vec::new(), Vec::new());
    for (row, place) in shape.place.iter().map(Spanned::get_ref).enumerate() {
        let wrong = |fault: Fault| file.faulty(Fault { row: Some(row), ..fault }, &lines);
        let today = place.today.as_ref().map(|name| place_of(&names, name)).transpose().map_err(wrong)?;
        if let Some(stranger) = place.distances.keys().find(|name| place_of(&names, name).is_err()) {
            return Err(wrong(Fault::whole(
                format!("{} has a distance to {stranger:?}, which is no site", place.name),
                "Name it under [[site]].",
            )));
        }
        let row: Result<Vec<f64>, Fault> = shape.site.iter().map(|site| distance(place, site.get_ref(), &shape)).collect();
        distances.push(row.map_err(wrong)?);
        places.push(Place { name: place.name.clone(), weight: place.weight, today });
    }
    let sites = sites.collect();
    Ok(asked(Sites { places, sites, distances }, lines))
}

/// How far a place is from a site: as given, or between their points.
fn distance(place: &PlaceShape, site: &SiteShape, shape: &SitesShape) -> Result<f64, Fault> {
    let given = place.distances.iter().find(|(name, _)| name.trim().eq_ignore_ascii_case(site.name.trim())).map(|(_, distance)| *distance);
    let points = || Some((place.x? - site.x?, place.y? - site.y?));
    let between = || points().map(|(x, y)| if shape.along_streets { x.abs() + y.abs() } else { x.hypot(y) });
    given.or_else(between).ok_or_else(|| {
        Fault::whole(
            format!("there is no distance from {} to {}", place.name, site.name),
            "Give it under distances, or x and y of both, or all distances in distances_file.",
        )
    })
}
