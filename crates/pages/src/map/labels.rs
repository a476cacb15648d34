//! Words and numbers on the map.
//!
//! The rule: a number repeats what the shade says. A name is written only where it covers no other, those with most arrangements
//! first; names that would also fit at twice the size are the only ones a phone shows, at that size. Screen readers pass over
//! them all, since every area has its own name.

use maud::{Markup, html};

use super::drawn::Drawn;
use super::plane::{Plane, Spot, element, whole};

/// How wide a letter is on average, as a share of the size of its type.
const LETTER: f64 = 0.55;

/// The number of arrangements in each area and mark that has any.
pub(super) fn numbers(drawn: &Drawn<'_>, size: f64) -> Markup {
    let areas = drawn.areas.iter().filter(|area| area.shown.arrangements > 0);
    html! {
        g class="cw-map__numbers" font-size=(size.round()) aria-hidden="true" {
            @for area in areas {
                @let dark = if super::shade(area.shown.arrangements) > 2 { " class=\"cw-map__on-dark\"" } else { "" };
                @let [right, down] = whole([area.spot[0], area.spot[1] + size * 0.36]);
                (element(format!("<text x=\"{right}\" y=\"{down}\"{dark}>{}</text>", area.shown.arrangements)))
            }
        }
    }
}

/// Names, on a map of few bodies.
pub(super) fn names(drawn: &Drawn<'_>, plane: &Plane) -> Markup {
    let Some(size) = plane.name_size() else { return html! {} };
    let mut wanted: Vec<Name<'_>> = Vec::new();
    for area in &drawn.areas {
        let below = if area.shown.arrangements > 0 { size * 1.25 } else { size * 0.35 };
        let rank = (area.shown.is_chosen, area.shown.arrangements);
        wanted.push(Name { words: &area.body.short_name, spot: [area.spot[0], area.spot[1] + below], rank });
    }
    for mark in &drawn.marks {
        let rank = (mark.shown.is_chosen, mark.shown.arrangements);
        wanted.push(Name {
            words: &mark.body.short_name,
            spot: [mark.spot[0], mark.spot[1] + plane.mark_radius() * 1.5 + size * 0.8],
            rank,
        });
    }
    wanted.sort_by(|a, b| b.rank.cmp(&a.rank).then(a.words.cmp(b.words)));
    let (small, large) = (fitting(&wanted, size, plane), fitting(&wanted, size * 2.0, plane));
    html! {
        g class="cw-map__names" aria-hidden="true" {
            @for (place, name) in wanted.iter().enumerate().filter(|(place, _)| small[*place] || large[*place]) {
                @let [right, down] = whole(name.spot);
                text x=(right) y=(down) class=[class(small[place], large[place])] { (name.words) }
            }
        }
    }
}

struct Name<'a> {
    words: &'a str,
    spot: Spot,
    rank: (bool, usize),
}

/// Whether a name is written on a wide screen, on a phone, or on both.
fn class(fits_small: bool, fits_large: bool) -> Option<&'static str> {
    match (fits_small, fits_large) {
        (true, true) => None,
        (true, false) => Some("cw-map__wide-only"),
        (false, _) => Some("cw-map__phone-only"),
    }
}

/// Which names fit at this size: inside the drawing, and upon no other that fits.
fn fitting(names: &[Name<'_>], size: f64, plane: &Plane) -> Vec<bool> {
    let [width, height] = plane.size().map(f64::from);
    let mut taken: Vec<[f64; 4]> = Vec::new();
    let fits = |name: &Name<'_>| {
        let half = name.words.chars().count() as f64 * size * LETTER / 2.0;
        let own = [name.spot[0] - half, name.spot[1] - size * 0.9, name.spot[0] + half, name.spot[1] + size * 0.25];
        let is_inside = own[0] >= 0.0 && own[1] >= 0.0 && own[2] <= width && own[3] <= height;
        let is_free = taken.iter().all(|other| own[0] > other[2] || other[0] > own[2] || own[1] > other[3] || other[1] > own[3]);
        if is_inside && is_free {
            taken.push(own);
        }
        is_inside && is_free
    };
    names.iter().map(fits).collect()
}
