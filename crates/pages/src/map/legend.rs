//! The legend below a map: what shades, marks and lines mean, where the shapes come from, and who is not on it.
//!
//! The rule: only what the map shows is explained, in words with a picture of the same drawing.

use std::collections::BTreeSet;

use bodies::BodyKind;
use maud::{Markup, html};

use super::drawn::{BorderStyle, Drawn};
use super::plane::element;
use super::{Layout, MapShape, MapShown, MapStage, links, marks, shade};

/// What each shade means.
const SHADES: [&str; 5] = ["No arrangement", "1 arrangement", "2 arrangements", "3 to 5", "6 or more"];

/// The caption.
pub(super) fn below(shown: &MapShown<'_>, drawn: &Drawn<'_>) -> Markup {
    html! {
        figcaption class="cw-map__caption" {
            ul class="cw-map__legend" {
                @for (picture, words) in shades(drawn).into_iter().chain(kinds(drawn)).chain(borders(drawn)).chain(lines(shown)) {
                    li { svg viewBox="-20 -12 40 24" aria-hidden="true" focusable="false" { (element(picture)) } (words) }
                }
            }
            @if !drawn.without_place.is_empty() {
                p class="govuk-body-s" { "Not on this map, since nothing says where they are: " (drawn.without_place.join(", ")) "." }
            }
            @if let Some(source) = source(shown, drawn) { p class="govuk-body-s cw-quiet" { (source) } }
        }
    }
}

fn shades(drawn: &Drawn<'_>) -> Vec<(String, &'static str)> {
    let shades: BTreeSet<usize> = drawn.all().map(|(shown, ..)| shade(shown.arrangements)).collect();
    let mut told: Vec<(String, &'static str)> = shades
        .into_iter()
        .map(|shade| (format!("<rect class=\"cw-map__{shade}\" x=\"-16\" y=\"-9\" width=\"32\" height=\"18\"/>"), SHADES[shade]))
        .collect();
    if drawn.all().any(|(shown, ..)| shown.is_chosen) {
        told.push(("<rect class=\"cw-map__0 cw-map__chosen\" x=\"-16\" y=\"-9\" width=\"32\" height=\"18\"/>".to_string(), "Chosen"));
    }
    told
}

fn kinds(drawn: &Drawn<'_>) -> Vec<(String, &'static str)> {
    // A circle is one mark, whichever of the sorts that have it are on the map.
    let mut told: Vec<(String, &'static str)> = Vec::new();
    let kinds: BTreeSet<BodyKind> = drawn.marks.iter().map(|mark| mark.body.kind).collect();
    for kind in kinds {
        let (picture, words) = (format!("<path class=\"cw-map__0\" d=\"M0 0{}\"/>", marks::figure(kind, 9.0)), marks::called(kind));
        if !told.iter().any(|(_, other)| *other == words) {
            told.push((picture, words));
        }
    }
    told
}

fn borders(drawn: &Drawn<'_>) -> Vec<(String, &'static str)> {
    let styles: BTreeSet<BorderStyle> = drawn.borders.iter().map(|border| border.style).collect();
    let told = |style: BorderStyle| {
        let words = match style {
            BorderStyle::Whole => "Border around councils",
            BorderStyle::Dashed => "Border of a national park",
        };
        (format!("<path class=\"{} cw-map__sample\" d=\"M-17 0H17\"/>", style.class()), words)
    };
    styles.into_iter().map(told).collect()
}

fn lines(shown: &MapShown<'_>) -> Vec<(String, &'static str)> {
    let seen: BTreeSet<(MapShape, MapStage, &str)> = shown.links.iter().map(|link| (link.shape, link.stage, links::class(link))).collect();
    let told = |(shape, stage, class): (MapShape, MapStage, &'static str)| {
        let words = match (shape, stage) {
            (MapShape::Star, MapStage::Live) => "Shared, at work",
            (MapShape::Star, MapStage::Coming) => "Proposed or agreed",
            (MapShape::Star, MapStage::Over) => "Ended",
            (MapShape::Group, MapStage::Live) => "Group, at work",
            (MapShape::Group, MapStage::Coming) => "Group, proposed or agreed",
            (MapShape::Group, MapStage::Over) => "Group, ended",
        };
        (format!("<path class=\"{class} cw-map__sample\" d=\"M-17 0H17\"/>"), words)
    };
    seen.into_iter().map(told).collect()
}

/// Whose shapes they are, in the words that their licences ask for.
fn source(shown: &MapShown<'_>, drawn: &Drawn<'_>) -> Option<&'static str> {
    match shown.layout {
        _ if drawn.areas.is_empty() && drawn.borders.is_empty() => None,
        Layout::Hexagons => Some("Each council is one hexagon, whatever its size. Layout of hexagons: Open Innovations, 2023."),
        Layout::Ground(_) => Some(
            "Boundaries: Office for National Statistics, Open Government Licence v3.0. Contains OS data © Crown copyright and database right.",
        ),
    }
}
