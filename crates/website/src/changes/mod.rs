//! What changed: every public entry of the log, the newest first, as a page, as JSON and CSV, and as a feed.
//!
//! The rule: drafts, and who may do what, are never told here. Each entry says who, when, why and what, in words.

mod answer;
mod feed;
mod page;
mod told;

use crate::api::{Description, Parameter};
use crate::described::Described;
use crate::routes::Route;

pub(crate) use page::item;
pub(crate) use told::latest;

pub(crate) const ROUTES: &[Route] = &[Route::page("/changes", page::page).described(&CHANGES), Route::page("/changes.atom", feed::feed)];

const CHANGES: Description = Description {
    summary: "Every public entry of the log, the newest first.",
    parameters: &[
        Parameter { name: "body", summary: "Only entries that name this body.", schema: String::schema },
        crate::described::LIMIT,
        crate::described::AFTER,
    ],
    answer: answer::Changes::schema,
    has_sheet: true,
};
