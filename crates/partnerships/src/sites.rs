//! Where shared sites should be, and who travels farther.
//!
//! The rule: so many sites are opened, each place is served by one of them whole, no site serves more than it can, and the
//! weighted distance of all is the least there is (the p-median problem with capacities: Hakimi 1964; Christofides and
//! Beasley 1983). The answer is proven, or says how far it may be from the best. Who loses is always told, never the mean
//! alone.

use crate::Fault;
use crate::fault::refuse_doubled_names;
use crate::locate::{self, NotLocated};

/// A place that must be served.
#[derive(Clone, Debug, PartialEq)]
pub struct Place {
    /// Its name.
    pub name: String,
    /// How much of the work it has, in the unit of capacities: visits, tonnes, vehicles.
    pub weight: f64,
    /// The site that serves it today, where one does.
    pub today: Option<usize>,
}

/// A place where a site could be.
#[derive(Clone, Debug, PartialEq)]
pub struct Site {
    /// Its name.
    pub name: String,
    /// The most weight it can serve; infinite where that does not bind.
    pub capacity: f64,
}

/// Places, sites and how far each is from each.
#[derive(Clone, Debug, PartialEq)]
pub struct Sites {
    /// Those to be served.
    pub places: Vec<Place>,
    /// Those that could serve.
    pub sites: Vec<Site>,
    /// One row a place, one number a site: minutes or miles.
    pub distances: Vec<Vec<f64>>,
}

/// Which sites to open.
#[derive(Clone, Debug, PartialEq)]
pub struct Located {
    /// The sites, in the order of the list.
    pub open: Vec<usize>,
    /// For each place the site that serves it.
    pub serves: Vec<usize>,
    /// The distance of all, each times its weight.
    pub cost: f64,
    /// No other choice costs less than this.
    pub bound: f64,
}

/// What a choice of sites means for one place.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Journey {
    /// How far to the site that serves it.
    pub distance: f64,
    /// How far it is today; where that is not known, to the nearest site of all.
    pub before: f64,
}

/// Places and sites of one question, at most.
pub const MOST_SITES: usize = 1_000;

/// The best `open` sites.
///
/// # Errors
/// Names the row of a place or site whose figures cannot be used; says so when no choice of sites can serve all.
pub fn best_sites(sites: &Sites, open: usize) -> Result<Located, Fault> {
    refuse(sites, open)?;
    locate::best(sites, open).map_err(|reason| {
        let because = match reason {
            NotLocated::Impossible => format!("no {open} sites can serve all places, each from one site"),
            NotLocated::NotFound => {
                format!("no way to serve all places from {open} sites, each from one site, was found; there may be one")
            }
        };
        Fault::whole(because, "Open more sites, raise a capacity, or divide a large place into smaller ones.")
    })
}

impl Located {
    /// True where no other choice is better by more than rounding.
    pub fn is_proven(&self) -> bool {
        self.cost - self.bound <= 1e-9 * self.cost.abs().max(1.0)
    }

    /// How far each place travels, and did before.
    pub fn journeys(&self, sites: &Sites) -> Vec<Journey> {
        let journey = |(place, site): (usize, &usize)| {
            let nearest = sites.distances[place].iter().copied().fold(f64::INFINITY, f64::min);
            let before = sites.places[place].today.map_or(nearest, |site| sites.distances[place][site]);
            Journey { distance: sites.distances[place][*site], before }
        };
        self.serves.iter().enumerate().map(journey).collect()
    }

    /// How much weight each open site serves, in the order of `open`.
    pub fn loads(&self, sites: &Sites) -> Vec<f64> {
        let load = |site: &usize| sites.places.iter().zip(&self.serves).filter(|(_, by)| *by == site).map(|(place, _)| place.weight).sum();
        self.open.iter().map(load).collect()
    }
}

fn refuse(sites: &Sites, open: usize) -> Result<(), Fault> {
    let names = |names: Vec<String>| refuse_doubled_names(&names);
    names(sites.places.iter().map(|place| place.name.clone()).collect())?;
    names(sites.sites.iter().map(|site| site.name.clone()).collect())?;
    if sites.places.is_empty() || sites.places.len() > MOST_SITES || sites.sites.len() > MOST_SITES {
        return Err(Fault::whole(
            format!("{} places and {} sites cannot be asked about", sites.places.len(), sites.sites.len()),
            format!("Name from 1 to {MOST_SITES} of each."),
        ));
    }
    if open == 0 || open > sites.sites.len() {
        return Err(Fault::whole(
            format!("{open} of {} sites cannot be opened", sites.sites.len()),
            "Ask for 1 or more, and no more than there are.",
        ));
    }
    for (row, place) in sites.places.iter().enumerate() {
        if !place.weight.is_finite() || place.weight < 0.0 {
            return Err(Fault::at(row, format!("the weight of {} is {}", place.name, place.weight), "Write a number of 0 or more."));
        }
        let distances = sites.distances.get(row).map_or(&[][..], Vec::as_slice);
        if distances.len() != sites.sites.len() {
            return Err(Fault::at(
                row,
                format!("{} has {} distances for {} sites", place.name, distances.len(), sites.sites.len()),
                "Give one distance to each site.",
            ));
        }
        if let Some((site, distance)) = distances.iter().enumerate().find(|(_, distance)| !distance.is_finite() || **distance < 0.0) {
            let name = &sites.sites[site].name;
            return Err(Fault::at(
                row,
                format!("the distance from {} to {name} is {distance}", place.name),
                "Write a number of 0 or more.",
            ));
        }
    }
    refuse_capacities(sites, open)
}

fn refuse_capacities(sites: &Sites, open: usize) -> Result<(), Fault> {
    if let Some((row, site)) = sites.sites.iter().enumerate().find(|(_, site)| site.capacity.is_nan() || site.capacity < 0.0) {
        return Err(Fault::at(
            row,
            format!("the capacity of {} is {}", site.name, site.capacity),
            "Write a number of 0 or more, or leave it out.",
        ));
    }
    let mut capacities: Vec<f64> = sites.sites.iter().map(|site| site.capacity).collect();
    capacities.sort_by(|one, other| other.total_cmp(one));
    let (most, needed): (f64, f64) = (capacities.iter().take(open).sum(), sites.places.iter().map(|place| place.weight).sum());
    if needed > most {
        return Err(Fault::whole(
            format!("all places have a weight of {needed} and the {open} largest sites can serve {most}"),
            "Open more sites or raise a capacity.",
        ));
    }
    Ok(())
}
