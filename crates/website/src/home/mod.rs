//! The front page: what this place shares and what it could, in figures that lead to their lines.
//!
//! The rule: it is short; everything on it is told whole elsewhere, and leads there. Savings that were planned, realised and
//! certified stand apart, and so do amounts a year and amounts in all.

mod answer;
mod coming;
mod headline;
mod page;

use crate::api::Description;
use crate::described::Described;
use crate::routes::Route;

pub(crate) const ROUTES: &[Route] = &[Route::page("/", page::page).described(&HOME)];

const HOME: Description = Description {
    summary: "What this place shares and what it could, in a few figures, with the addresses of all lists.",
    parameters: &[],
    answer: answer::Home::schema,
    has_sheet: false,
};
