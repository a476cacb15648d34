//! Marks: bodies that have no area of their own, each sort with a shape of its own.
//!
//! The rule: the sort is told by shape and never by colour; a mark is a link as an area is.

use bodies::BodyKind;
use maud::{Markup, html};

use super::drawn::Mark;
use super::plane::{element, whole};
use super::{MapShown, linked, shade};

/// All marks.
pub(super) fn all(shown: &MapShown<'_>, marks: &[Mark<'_>], radius: f64) -> Markup {
    html! {
        @if !marks.is_empty() {
            g class="cw-map__marks" {
                @for mark in marks {
                    (linked(shown, mark.shown, mark.body, drawing(mark, radius)))
                }
            }
        }
    }
}

fn drawing(mark: &Mark<'_>, radius: f64) -> Markup {
    let [right, down] = whole(mark.spot);
    let chosen = if mark.shown.is_chosen { " cw-map__chosen" } else { "" };
    element(format!(
        "<path class=\"cw-map__{}{chosen}\" d=\"M{right} {down}{}\"/>",
        shade(mark.shown.arrangements),
        figure(mark.body.kind, radius)
    ))
}

/// The figure of a sort of body around a spot, as steps of a path: a circle, a lozenge, a square, a triangle, a cross.
pub(super) fn figure(kind: BodyKind, radius: f64) -> String {
    let r = radius.round() as i32;
    let (wide, most) = (r * 6 / 5, r * 9 / 10);
    match kind {
        BodyKind::County => format!("m0-{wide}l{wide} {wide}l-{wide} {wide}l-{wide}-{wide}z"),
        BodyKind::Combined => format!("m-{most}-{most}h{0}v{0}h-{0}z", 2 * most),
        BodyKind::Police => format!("m0-{wide}l{wide} {0}h-{0}z", 2 * wide),
        BodyKind::Fire => format!("m0 {wide}l{wide}-{0}h-{0}z", 2 * wide),
        BodyKind::Health => {
            let arm = r / 2;
            format!("m-{arm}-{wide}h{0}v{1}h{1}v{0}h-{1}v{1}h-{0}v-{1}h-{1}v-{0}h{1}z", 2 * arm, wide - arm)
        }
        BodyKind::Park => format!("m-{most} 0q0-{wide} {most}-{wide}t{most} {wide}t-{most} {wide}t-{most}-{wide}z"),
        BodyKind::District | BodyKind::Unitary | BodyKind::Other => format!("m-{r} 0a{r} {r} 0 1 1 {0} 0a{r} {r} 0 1 1-{0} 0z", 2 * r),
    }
}

/// What a sort of mark is called in the legend.
pub(super) fn called(kind: BodyKind) -> &'static str {
    match kind {
        BodyKind::County => "County council",
        BodyKind::District | BodyKind::Unitary => "Council without a shape here",
        BodyKind::Combined => "Combined authority",
        BodyKind::Police => "Police",
        BodyKind::Fire => "Fire and rescue",
        BodyKind::Health => "Health",
        BodyKind::Park => "National park",
        BodyKind::Other => "Another body",
    }
}
