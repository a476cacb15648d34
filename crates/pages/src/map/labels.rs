//! Words and numbers on the map.
//!
//! The rule: a number repeats what the shade says. A name is written only where it covers no other and no number, those with most
//! arrangements first; a phone shows the fewer that have room at twice the size. Screen readers pass over them all, since every
//! area has its own name.

use maud::{Markup, html};

use super::drawn::Drawn;
use super::plane::{Plane, Spot, element, whole};

/// How wide a letter is on average, as a share of the size of its type.
const LETTER: f64 = 0.55;

/// A number in an area smaller than this share of the size that all others have is shown only when the map is brought nearer.
const LEAST_SHARE: f64 = 0.5;

/// The number of arrangements in each area and mark that has any, no larger than its area.
pub(super) fn numbers(drawn: &Drawn<'_>, plane: &Plane) -> Markup {
    let in_areas = drawn.areas.iter().map(|area| Number { number: area.shown.arrangements, spot: area.spot, room: area.room });
    let in_marks = drawn.marks.iter().map(|mark| Number { number: mark.shown.arrangements, spot: mark.spot, room: f64::INFINITY });
    html! {
        (group(in_areas, plane.number_size()))
        (group(in_marks, plane.mark_radius() * 1.2))
    }
}

struct Number {
    number: usize,
    spot: Spot,
    /// The largest type that the area has room for.
    room: f64,
}

fn group(numbers: impl Iterator<Item = Number>, size: f64) -> Markup {
    let any: Vec<Number> = numbers.filter(|number| number.number > 0).collect();
    html! {
        @if !any.is_empty() {
            g class="cw-map__numbers" font-size=(size.round()) aria-hidden="true" {
                @for number in &any { (written_number(number, size)) }
            }
        }
    }
}

/// Written by hand, since a map of the country has hundreds.
fn written_number(Number { number, spot, room }: &Number, size: f64) -> Markup {
    let [right, down] = whole(*spot);
    let own = if *room < size { format!(" font-size=\"{}\"", room.round().max(1.0)) } else { String::new() };
    let class = match (super::shade(*number) > 2, *room < size * LEAST_SHARE) {
        (true, true) => " class=\"cw-map__on-dark cw-map__near-only\"",
        (true, false) => " class=\"cw-map__on-dark\"",
        (false, true) => " class=\"cw-map__near-only\"",
        (false, false) => "",
    };
    element(format!("<text x=\"{right}\" y=\"{down}\"{own}{class}>{number}</text>"))
}

/// Names, on a map of few bodies.
pub(super) fn names(drawn: &Drawn<'_>, plane: &Plane) -> Markup {
    let Some(size) = plane.name_size() else { return html! {} };
    let areas = drawn.areas.iter().map(|area| Name {
        words: &area.body.short_name,
        spot: area.spot,
        clear: if area.shown.arrangements > 0 { plane.number_size() * 0.6 } else { 0.0 },
        rank: (area.shown.is_chosen, area.shown.arrangements),
    });
    let marks = drawn.marks.iter().map(|mark| Name {
        words: &mark.body.short_name,
        spot: mark.spot,
        clear: plane.mark_radius() * 1.35,
        rank: (mark.shown.is_chosen, mark.shown.arrangements),
    });
    let mut wanted: Vec<Name<'_>> = areas.chain(marks).collect();
    wanted.sort_by(|a, b| b.rank.cmp(&a.rank).then(a.words.cmp(b.words)));
    html! {
        (written(&wanted, size, plane, "cw-map__names cw-map__wide-only"))
        (written(&wanted, size * 2.0, plane, "cw-map__names cw-map__phone-only"))
    }
}

struct Name<'a> {
    words: &'a str,
    /// The middle of what is named.
    spot: Spot,
    /// How far around it nothing is written.
    clear: f64,
    rank: (bool, usize),
}

/// A place for a name: where its line begins or has its middle or end, and the corners of the words.
struct Put {
    at: Spot,
    anchor: Option<&'static str>,
    /// The middle of what is named, from which the name keeps its distance when the map is brought nearer.
    named: Spot,
    corners: [f64; 4],
}

/// Those names that have room at this size.
fn written(names: &[Name<'_>], size: f64, plane: &Plane, class: &str) -> Markup {
    let [width, height] = plane.size().map(f64::from);
    // Nothing is written upon what is named, whichever name it is.
    let mut taken: Vec<[f64; 4]> = names.iter().map(|name| around(name.spot, name.clear * 0.8)).collect();
    let mut put = Vec::new();
    for name in names {
        let fits = |put: &Put| {
            let own = put.corners;
            let is_inside = own[0] >= 0.0 && own[1] >= 0.0 && own[2] <= width && own[3] <= height;
            is_inside && taken.iter().all(|other| own[0] > other[2] || other[0] > own[2] || own[1] > other[3] || other[1] > own[3])
        };
        if let Some(found) = places(name, size).into_iter().find(fits) {
            taken.push(found.corners);
            put.push((name.words, found));
        }
    }
    html! {
        g class=(class) font-size=(size.round()) aria-hidden="true" {
            @for (words, put) in put {
                @let [right, down] = whole(put.at);
                @let [from_left, from_top] = whole(put.named);
                text x=(right) y=(down) text-anchor=[put.anchor] data-at={ (from_left) " " (from_top) } { (words) }
            }
        }
    }
}

fn around(spot: Spot, half: f64) -> [f64; 4] {
    [spot[0] - half, spot[1] - half, spot[0] + half, spot[1] + half]
}

/// Where a name may stand: in the middle where there is no number or mark; below, above, to the right, to the left.
fn places(name: &Name<'_>, size: f64) -> Vec<Put> {
    let ([x, y], clear) = (name.spot, name.clear);
    let width = name.words.chars().count() as f64 * size * LETTER;
    let put = |left: f64, base: f64, anchor: Option<&'static str>, at: f64| Put {
        at: [at, base],
        anchor,
        named: name.spot,
        corners: [left, base - size * 0.75, left + width, base + size * 0.2],
    };
    let middle = |base: f64| put(x - width / 2.0, base, None, x);
    if clear == 0.0 {
        return vec![middle(y + size * 0.3), middle(y + size * 1.2), middle(y - size * 0.6)];
    }
    let aside = clear + size * 0.15;
    vec![
        middle(y + clear + size * 0.75),
        middle(y - clear - size * 0.2),
        put(x + aside, y + size * 0.3, Some("start"), x + aside),
        put(x - aside - width, y + size * 0.3, Some("end"), x - aside),
    ]
}
