//! The pages of services: what is shared and what could be, by family of services.
//!
//! The rule: every family has a page, also one in which nothing is shared yet, since that is what an officer may be looking for.

mod answer;
mod page;

use crate::api::Description;
use crate::described::Described;
use crate::routes::Route;

pub(crate) const ROUTES: &[Route] =
    &[Route::page("/services", page::all).described(&ALL), Route::page("/services/{family}", page::one).described(&ONE)];

const ALL: Description = Description {
    summary: "Every family of services, with how many arrangements and opportunities it has.",
    parameters: &[crate::described::DAY],
    answer: answer::Services::schema,
    has_sheet: true,
};

const ONE: Description = Description {
    summary: "One family of services with its arrangements and opportunities.",
    parameters: &[crate::described::DAY],
    answer: answer::Service::schema,
    has_sheet: false,
};
