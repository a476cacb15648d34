//! The pages of bodies: who exists on a day, and each one with what it shares, what it could, and what became of it.
//!
//! The rule: a body that has ended has its page like any other. Those of the register stand first; every body that is known can be
//! found.

mod answer;
mod list;
mod one;
mod sections;
mod words;

use serde_json::json;

use crate::api::{Description, Parameter};
use crate::described::Described;
use crate::routes::Route;

pub(crate) const ROUTES: &[Route] =
    &[Route::page("/bodies", list::page).described(&LIST), Route::page("/bodies/{id}", one::page).described(&ONE)];

const LIST: Description = Description {
    summary: "Bodies that exist on a day: those of the register, or all that are known.",
    parameters: &[
        Parameter { name: "q", summary: "Words that must all be in the name.", schema: || json!({ "type": "string", "maxLength": 200 }) },
        Parameter {
            name: "kind",
            summary: "What sort of body.",
            schema: || json!({ "type": "string", "enum": words::KINDS.map(|kind| kind.1) }),
        },
        Parameter {
            name: "region",
            summary: "Where it lies.",
            schema: || json!({ "type": "string", "enum": bodies::Region::all().map(|region| region.code()).collect::<Vec<_>>() }),
        },
        Parameter {
            name: "which",
            summary: "`all` for every body that is known; those of the register and the place where it is left out.",
            schema: || json!({ "type": "string", "enum": ["all"] }),
        },
        crate::described::DAY,
        crate::described::LIMIT,
        crate::described::AFTER,
    ],
    answer: answer::List::schema,
    has_sheet: true,
};

const ONE: Description = Description {
    summary: "One body: what it is, what happened to it, and what it shares on a day.",
    parameters: &[crate::described::DAY],
    answer: answer::Told::schema,
    has_sheet: false,
};
