//! The best sites, told: which are opened, whom each serves, who travels farther and by how much.
//!
//! The rule: those who travel farthest and those who lose most by the change come first, and the mean never stands alone.

use pages::{Block, Paper, Section};
use partnerships::{Journey, Located, Sites};
use serde_json::{Value, json};

use super::figures::{Figures, percent};
use super::{Told, WORKING, table};

/// What was asked.
pub(super) struct Asked {
    pub(super) title: String,
    pub(super) file: String,
    /// The unit of distances.
    pub(super) unit: String,
    /// A distance beyond which a journey is far.
    pub(super) far: Option<f64>,
    pub(super) sites: Sites,
}

/// Rows shown of a long list.
const MOST_SHOWN: usize = 40;

/// The whole answer.
pub(super) fn told(asked: &Asked, located: &Located) -> Told {
    let journeys = located.journeys(&asked.sites);
    let telling =
        Telling { asked, located, figures: Figures::of(&asked.unit, journeys.iter().flat_map(|one| [one.distance, one.before])), journeys };
    let paper = Paper {
        title: format!("Where shared sites should be: {}", asked.title),
        lede: telling.lede(),
        figures: Vec::new(),
        facts: vec![
            ("Made from".to_string(), asked.file.clone()),
            (
                "Places and sites".to_string(),
                format!("{} places, {} sites to choose from", asked.sites.places.len(), asked.sites.sites.len()),
            ),
            ("Distances".to_string(), format!("in {}", asked.unit)),
        ],
        sections: vec![telling.opened(), telling.farther(), telling.every_place(), telling.working()],
    };
    Told { data: telling.data(), paper }
}

struct Telling<'a> {
    asked: &'a Asked,
    located: &'a Located,
    journeys: Vec<Journey>,
    figures: Figures,
}

impl Telling<'_> {
    fn site(&self, site: usize) -> &str {
        &self.asked.sites.sites[site].name
    }

    /// The mean distance, weighted.
    fn mean(&self, distance: impl Fn(&Journey) -> f64) -> f64 {
        let places = &self.asked.sites.places;
        let weight: f64 = places.iter().map(|place| place.weight).sum();
        let sum: f64 = places.iter().zip(&self.journeys).map(|(place, journey)| place.weight * distance(journey)).sum();
        if weight > 0.0 { sum / weight } else { 0.0 }
    }

    fn is_known_today(&self) -> bool {
        self.asked.sites.places.iter().any(|place| place.today.is_some())
    }

    fn before(&self) -> &'static str {
        if self.is_known_today() { "Today" } else { "Nearest of all sites" }
    }

    /// Places by how much farther they travel, the most first.
    fn by_loss(&self) -> Vec<usize> {
        let loss = |place: &usize| self.journeys[*place].distance - self.journeys[*place].before;
        let mut places: Vec<usize> = (0..self.journeys.len()).filter(|place| loss(place) > 1e-9).collect();
        places.sort_by(|one, other| loss(other).total_cmp(&loss(one)));
        places
    }

    fn lede(&self) -> Vec<String> {
        let names: Vec<&str> = self.located.open.iter().map(|site| self.site(*site)).collect();
        let farthest =
            (0..self.journeys.len()).max_by(|one, other| self.journeys[*one].distance.total_cmp(&self.journeys[*other].distance));
        let mut lede = vec![format!("Open {}.", names.join(", "))];
        if let Some(place) = farthest {
            lede.push(format!(
                "The mean journey is {}; the longest is that of {}, {}. {} of {} places travel farther than {}.",
                self.figures.said(self.mean(|journey| journey.distance)),
                self.asked.sites.places[place].name,
                self.figures.said(self.journeys[place].distance),
                self.by_loss().len(),
                self.journeys.len(),
                if self.is_known_today() { "today" } else { "to the nearest of all sites" }
            ));
        }
        lede.push(if self.located.is_proven() {
            "It is proven: no other choice of sites makes the journeys of all together shorter.".to_string()
        } else {
            let gap = (self.located.cost - self.located.bound) / self.located.cost.max(f64::MIN_POSITIVE);
            format!("It is the best that was found. None can be shorter by more than {}.", percent(gap))
        });
        lede
    }

    fn opened(&self) -> Section {
        let loads = self.located.loads(&self.asked.sites);
        let weights = Figures::of("", loads.iter().copied());
        let row = |(place, site): (usize, &usize)| {
            let serves = self.located.serves.iter().filter(|by| *by == site).count();
            let capacity = self.asked.sites.sites[*site].capacity;
            let part = if capacity.is_finite() && capacity > 0.0 { percent(loads[place] / capacity) } else { "no limit".to_string() };
            vec![self.site(*site).to_string(), serves.to_string(), weights.cell(loads[place]), part]
        };
        let rows = self.located.open.iter().enumerate().map(row).collect();
        Section::new("The sites to open", vec![table("What each serves", &["Site"], &["Places", "Weight", "Of its capacity"], rows)])
    }

    fn farther(&self) -> Section {
        let losers = self.by_loss();
        let mut blocks = Vec::new();
        if losers.is_empty() {
            blocks.push(Block::Text("Nobody travels farther.".to_string()));
        } else {
            let rows = losers.iter().take(MOST_SHOWN).map(|place| self.row(*place)).collect();
            blocks.push(table(
                &format!("Places that travel farther, the most first{}", self.figures.in_unit()),
                &["Place", "Served from"],
                &["Weight", self.before(), "Then", "Farther by"],
                rows,
            ));
            if losers.len() > MOST_SHOWN {
                blocks.push(Block::Text(format!("{} others travel farther by less.", losers.len() - MOST_SHOWN)));
            }
        }
        if let Some(far) = self.asked.far {
            let part = self.mean(|journey| f64::from(u8::from(journey.distance > far)));
            blocks.push(Block::Text(format!("{} of the weight travels more than {}.", percent(part), self.figures.said(far))));
        }
        Section::new("Who travels farther", blocks)
    }

    fn row(&self, place: usize) -> Vec<String> {
        let (at, journey) = (&self.asked.sites.places[place], self.journeys[place]);
        vec![
            at.name.clone(),
            self.site(self.located.serves[place]).to_string(),
            format!("{}", at.weight),
            self.figures.cell(journey.before),
            self.figures.cell(journey.distance),
            self.figures.change(journey.distance - journey.before),
        ]
    }

    fn every_place(&self) -> Section {
        let rows = (0..self.journeys.len()).map(|place| self.row(place)).collect();
        let heading = format!("Every place{}", self.figures.in_unit());
        Section::new(
            "Every place",
            vec![table(&heading, &["Place", "Served from"], &["Weight", self.before(), "Then", "Farther by"], rows)],
        )
    }

    fn working(&self) -> Section {
        Section::new(
            WORKING,
            vec![
                Block::Text(format!(
                    "Each place is served whole by one open site, and the distance of all, each times its weight, is the least: {}. No choice can be below \
                    {}.",
                    Figures::of("", [self.located.cost]).cell(self.located.cost),
                    Figures::of("", [self.located.cost]).cell(self.located.bound)
                )),
                Block::Text(
                    "The p-median problem with capacities (Hakimi 1964), by branches and a bound from prices for serving each \
                    place (Lagrangian relaxation; Christofides and Beasley 1983)."
                        .to_string(),
                ),
                Block::Inset("The shortest journeys in all are not the fairest: look at who travels farther before agreeing.".to_string()),
            ],
        )
    }

    fn data(&self) -> Value {
        let place = |place: usize| {
            let (at, journey) = (&self.asked.sites.places[place], self.journeys[place]);
            json!({
                "place": at.name,
                "weight": at.weight,
                "served_from": self.site(self.located.serves[place]),
                "distance": journey.distance,
                "before": journey.before,
            })
        };
        json!({
            "title": self.asked.title,
            "unit": self.asked.unit,
            "open": self.located.open.iter().map(|site| self.site(*site)).collect::<Vec<_>>(),
            "cost": self.located.cost,
            "bound": self.located.bound,
            "is_proven": self.located.is_proven(),
            "places": (0..self.journeys.len()).map(place).collect::<Vec<_>>(),
        })
    }
}
