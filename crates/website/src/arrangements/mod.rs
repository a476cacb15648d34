//! The pages of arrangements: the list with its filters, each one with all that its record says, and its history.
//!
//! The rule: every list that can be chosen has an address; what stands on a page is what the register says for the day that is
//! asked for. Drafts are seen by those alone who may read them.

mod answer;
mod choice;
mod list;
mod one;
mod panel;

use crate::api::{Description, Parameter};
use crate::described::Described;
use crate::routes::Route;

pub(crate) use answer::ArrangementInList;
use choice::PARAMETERS;
pub(crate) use choice::{Choice, one_of};
pub(crate) use list::{count_line, results, stage_tag};
pub(crate) use panel::{first_in_capitals, panel};

pub(crate) const ROUTES: &[Route] = &[
    Route::page("/arrangements", list::page).described(&LIST),
    Route::page("/arrangements/{id}", one::page).described(&ONE),
    Route::page("/arrangements/{id}/history", one::history_page).described(&HISTORY),
];

const LIST: Description = Description {
    summary: "Every published arrangement that fits what is chosen, in pieces.",
    parameters: LIST_PARAMETERS,
    answer: answer::List::schema,
    has_sheet: true,
};

const LIST_PARAMETERS: &[Parameter] = &[
    PARAMETERS[0],
    PARAMETERS[1],
    PARAMETERS[2],
    PARAMETERS[3],
    PARAMETERS[4],
    PARAMETERS[5],
    PARAMETERS[6],
    PARAMETERS[7],
    PARAMETERS[8],
    PARAMETERS[9],
    choice::SORT,
    crate::described::LIMIT,
    crate::described::AFTER,
];

const ONE: Description = Description {
    summary: "Everything that is published of one arrangement, as it stands on a day.",
    parameters: one::PARAMETERS,
    answer: one::Told::schema,
    has_sheet: false,
};

const HISTORY: Description = Description {
    summary: "Every entry about one arrangement, the newest first: who, when, why, and what changed.",
    parameters: &[],
    answer: one::History::schema,
    has_sheet: false,
};
