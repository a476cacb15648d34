//! The arrangements of a page as a map.
//!
//! The rule: it shows the arrangements of the list beside it and no others. Bodies are drawn by the outlines that were loaded, else by
//! hexagons, else by points. Where lines would be too many to be seen, none is drawn and that is said; the numbers hold all.

use std::collections::{BTreeSet, HashMap};
use std::hash::{DefaultHasher, Hash, Hasher};
use std::sync::{Arc, Mutex, PoisonError};

use bodies::{Body, Directory};
use definitions::{BodyId, Day};
use maud::{Markup, html};
use pages::{Layout, MapBody, MapLink, MapShape, MapShown, MapStage};
use register::{Kind, Role, Stage};

use crate::links::{arrangement_address, body_address};
use crate::overview::Card;
use crate::{Site, Stop};

/// With more arrangements than these no lines are drawn.
const MOST_LINES: usize = 150;

/// With more bands than these they hide each other, and all arrangements are drawn as stars.
const MOST_BANDS: usize = 3;

/// What is to be drawn.
pub(crate) struct Drawn<'a> {
    /// Begins every id of the map.
    pub(crate) name: &'a str,
    /// The arrangements.
    pub(crate) cards: &'a [&'a Arc<Card>],
    /// The day.
    pub(crate) day: Day,
    /// The last entry of the register that they are of.
    pub(crate) number: u64,
    /// The body that the page is about.
    pub(crate) chosen: Option<&'a BodyId>,
}

/// How many maps are remembered.
const MAPS_REMEMBERED: usize = 32;

/// The maps that were drawn last, each with the number of what it shows.
#[derive(Default)]
pub(crate) struct MapsDrawn(Mutex<Vec<(u64, Markup)>>);

/// The map, drawn once for everybody who asks for the same of the same state.
pub(crate) fn map_of(site: &Site, directory: &Directory, drawn: &Drawn<'_>) -> Result<Markup, Stop> {
    let shown = drawn.shown(site.desk.beside()?);
    let remembered = || site.maps.0.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some((_, map)) = remembered().iter().find(|(number, _)| *number == shown) {
        return Ok(map.clone());
    }
    let map = draw(site, directory, drawn)?;
    let mut maps = remembered();
    if maps.len() >= MAPS_REMEMBERED {
        maps.remove(0);
    }
    maps.push((shown, map.clone()));
    Ok(map)
}

impl Drawn<'_> {
    /// A number for all that a map is made of, with what stands `beside` the register: an arrangement's stage and partners are those
    /// of the last entry and the day.
    fn shown(&self, beside: u64) -> u64 {
        let mut hasher = DefaultHasher::new();
        (self.name, self.day, self.number, self.chosen, beside).hash(&mut hasher);
        self.cards.iter().for_each(|card| card.id.hash(&mut hasher));
        hasher.finish()
    }
}

fn draw(site: &Site, directory: &Directory, drawn: &Drawn<'_>) -> Result<Markup, Stop> {
    let bodies = bodies_of(site, directory, drawn);
    let bands = drawn.cards.iter().filter(|card| is_of_a_group(card.kind)).count();
    let shape = |card: &Card| if bands <= MOST_BANDS && is_of_a_group(card.kind) { MapShape::Group } else { MapShape::Star };
    let links: Vec<MapLink> =
        if drawn.cards.len() > MOST_LINES { Vec::new() } else { drawn.cards.iter().map(|card| link(card, shape)).collect() };
    let outlines = site.desk.outlines()?;
    let has_hexagon = |body: &MapBody| directory.hexagon_of(&body.id).is_some();
    let layout = match bodies.iter().any(|body| outlines.contains_key(&body.id)) {
        true => Layout::Ground(&outlines),
        false if bodies.iter().any(has_hexagon) => Layout::Hexagons,
        false => Layout::Ground(&outlines),
    };
    let title = format!("What is shared on {}", drawn.day.long());
    let count = pages::count(drawn.cards.len() as u64, "arrangement", "arrangements");
    let description =
        format!("A map of {} with {count}. The list on this page shows the same.", pages::count(bodies.len() as u64, "body", "bodies"));
    let shown = MapShown { name: drawn.name, title: &title, description: &description, directory, layout, bodies: &bodies, links: &links };
    Ok(html! {
        (pages::map(&shown))
        @if links.len() < drawn.cards.len() {
            p class="govuk-body-s" { "Lines are drawn where at most " (MOST_LINES) " arrangements are chosen. The numbers count all of them." }
        }
    })
}

/// Those with a part in an arrangement that is shown, and the bodies of the place, as far as they exist on the day or have a part.
fn bodies_of(site: &Site, directory: &Directory, drawn: &Drawn<'_>) -> Vec<MapBody> {
    let mut counts: HashMap<&BodyId, usize> = HashMap::new();
    for partner in drawn.cards.iter().flat_map(|card| &card.partners) {
        *counts.entry(&partner.body).or_default() += 1;
    }
    let exists = |id: &&BodyId| directory.get(id).is_some_and(|body: &Body| body.exists_on(drawn.day));
    let ids: BTreeSet<&BodyId> = counts.keys().copied().chain(site.desk.place().own.iter().filter(exists)).chain(drawn.chosen).collect();
    let body = |id: &BodyId| MapBody {
        id: id.clone(),
        link: directory.get(id).map(|_| body_address(id)),
        arrangements: counts.get(id).copied().unwrap_or(0),
        is_chosen: drawn.chosen == Some(id),
    };
    ids.into_iter().map(body).collect()
}

/// True where the bodies decide together, rather than one for the others.
fn is_of_a_group(kind: Kind) -> bool {
    matches!(kind, Kind::JointCommittee | Kind::WorkingGroup | Kind::JointCompany)
}

fn link(card: &Card, shape: impl Fn(&Card) -> MapShape) -> MapLink {
    MapLink {
        id: card.id.clone(),
        name: card.title.clone(),
        link: Some(arrangement_address(&card.id)),
        lead: card.partners.iter().find(|partner| partner.role == Role::Lead).map(|partner| partner.body.clone()),
        bodies: card.partners.iter().map(|partner| partner.body.clone()).collect(),
        stage: match card.stage {
            Stage::Live => MapStage::Live,
            Stage::Ended => MapStage::Over,
            Stage::NotYet | Stage::Proposed | Stage::Agreed => MapStage::Coming,
        },
        shape: shape(card),
    }
}
