//! A map of bodies and of what they share, as SVG that a page carries inside itself.
//!
//! The rule: it shows what the list beside it says and no more. Every area is a link with a name, numbers repeat what shades
//! say, and a body that has no place is told below. It asks for nothing from anywhere: outlines are those that a person loaded,
//! hexagons and points our own facts. It chooses nothing: which bodies and arrangements are shown, the page decides.

mod drawn;
mod labels;
mod legend;
mod links;
mod marks;
mod plane;

use std::collections::BTreeMap;

use bodies::{Body, BodyKind, Directory, Outline};
use definitions::{ArrangementId, BodyId};
use maud::{Markup, html};

use drawn::Drawn;
use plane::Plane;

/// What is shown.
#[derive(Clone, Copy)]
pub struct MapShown<'a> {
    /// Begins every id of the map, so that a page can have two: `england`.
    pub name: &'a str,
    /// What the map shows, in a few words.
    pub title: &'a str,
    /// The same in a sentence or two, for those who do not see it.
    pub description: &'a str,
    /// Who the bodies are and where they are.
    pub directory: &'a Directory,
    /// How they are laid out.
    pub layout: Layout<'a>,
    /// The bodies; the map is as large as they need.
    pub bodies: &'a [MapBody],
    /// The arrangements between them.
    pub links: &'a [MapLink],
}

/// How bodies are laid out.
#[derive(Clone, Copy)]
pub enum Layout<'a> {
    /// A hexagon for each council, whatever its size.
    Hexagons,
    /// As on the ground, with these outlines; a body without one is a mark at its point.
    Ground(&'a BTreeMap<BodyId, Outline>),
}

/// One body on the map.
#[derive(Clone, Debug, PartialEq)]
pub struct MapBody {
    /// Which.
    pub id: BodyId,
    /// Where its page is; nothing where it has none.
    pub link: Option<String>,
    /// How many arrangements, of those that are shown, it has a part in.
    pub arrangements: usize,
    /// The page is about it.
    pub is_chosen: bool,
}

/// One arrangement on the map.
#[derive(Clone, Debug, PartialEq)]
pub struct MapLink {
    /// Which.
    pub id: ArrangementId,
    /// Its title.
    pub name: String,
    /// Where its page is.
    pub link: Option<String>,
    /// From whom the lines go out: the lead, where it has one.
    pub lead: Option<BodyId>,
    /// All who have a part in it, the lead among them.
    pub bodies: Vec<BodyId>,
    /// How its lines are drawn.
    pub stage: MapStage,
    /// As what it is drawn.
    pub shape: MapShape,
}

/// How far an arrangement has come, as a map shows it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum MapStage {
    /// At work: a whole line.
    Live,
    /// Proposed or agreed: dashes.
    Coming,
    /// Over: dots.
    Over,
}

/// As what an arrangement is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum MapShape {
    /// Lines from the lead, or from the middle, to each of the others.
    Star,
    /// A band around them all: a joint committee, a working group.
    Group,
}

/// The most areas that each are a stop of the Tab key; of more, the script goes through them by arrows.
const MOST_STOPS: usize = 40;

/// The map with its buttons and its legend.
pub fn map(shown: &MapShown<'_>) -> Markup {
    let plane = Plane::of(shown);
    let drawn = Drawn::of(shown, &plane);
    let [width, height] = plane.size();
    html! {
        figure class="cw-map" id=(shown.name) data-map {
            div class="cw-map__controls" hidden {
                button type="button" class="govuk-button govuk-button--secondary" data-zoom="in" { "Zoom in" }
                button type="button" class="govuk-button govuk-button--secondary" data-zoom="out" { "Zoom out" }
                button type="button" class="govuk-button govuk-button--secondary" data-zoom="all" { "Whole map" }
                p class="govuk-visually-hidden" data-told role="status" {}
            }
            svg class="cw-map__picture" viewBox={ "0 0 " (width) " " (height) } role="group"
                aria-labelledby={ (shown.name) "-title " (shown.name) "-desc" } {
                title id={ (shown.name) "-title" } { (shown.title) }
                desc id={ (shown.name) "-desc" } { (shown.description) }
                defs { (plane.hexagon_definition(shown.name)) }
                (areas(shown, &drawn))
                (links::all(shown, &plane, &drawn))
                (marks::all(shown, &drawn.marks, plane.mark_radius()))
                (labels::numbers(&drawn, &plane))
                (labels::names(&drawn, &plane))
            }
            (legend::below(shown, &drawn))
        }
    }
}

/// The areas: those chosen last, so that their border lies above their neighbours'.
fn areas(shown: &MapShown<'_>, drawn: &Drawn<'_>) -> Markup {
    let by_choice = |is_chosen: bool| drawn.areas.iter().filter(move |area| area.shown.is_chosen == is_chosen);
    html! {
        g class="cw-map__areas" {
            @for area in by_choice(false).chain(by_choice(true)) {
                (linked(shown, area.shown, area.body, html! { (area.shape) }))
            }
        }
        @if !drawn.borders.is_empty() {
            g class="cw-map__borders" aria-hidden="true" { @for border in &drawn.borders { (border.drawing) } }
        }
    }
}

/// A drawing of a body as a link to its page, with its name and its count as the tip that a pointer shows.
fn linked(shown: &MapShown<'_>, body: &MapBody, known: &Body, drawing: Markup) -> Markup {
    let stop = (shown.bodies.len() > MOST_STOPS).then_some("-1");
    let words = told(body, known);
    html! {
        @match &body.link {
            Some(link) => { a href=(link) data-body=(body.id) tabindex=[stop] { title { (words) } (drawing) } }
            None => { g data-body=(body.id) { title { (words) } (drawing) } }
        }
    }
}

/// `Bolton: 3 arrangements, chosen`.
fn told(body: &MapBody, known: &Body) -> String {
    let count = match body.arrangements {
        0 => "no arrangement".to_string(),
        1 => "1 arrangement".to_string(),
        many => format!("{many} arrangements"),
    };
    format!("{}: {count}{}", known.short_name, if body.is_chosen { ", chosen" } else { "" })
}

/// The shade of a body: none, one, two, three to five, six or more.
fn shade(arrangements: usize) -> usize {
    match arrangements {
        0..=2 => arrangements,
        3..=5 => 3,
        _ => 4,
    }
}

/// True for a council that has an area to itself.
fn has_own_area(kind: BodyKind) -> bool {
    matches!(kind, BodyKind::District | BodyKind::Unitary)
}

#[cfg(test)]
mod tests;
