//! The pages of opportunities: what the last search found, ranked, each with its evidence, and what stands for the whole place.
//!
//! The rule: a saving is a range with its chance of none, and no two are ever added. What was taken into the register leads there.

mod answer;
mod list;
mod one;

use serde_json::json;
use services::Family;

use crate::api::{Description, Parameter};
use crate::described::Described;
use crate::routes::Route;

pub(crate) const ROUTES: &[Route] = &[
    Route::page("/opportunities", list::page).described(&LIST),
    Route::page("/opportunities/place", one::place),
    Route::page("/opportunities/{id}", one::page).described(&ONE),
];

const LIST: Description = Description {
    summary: "What the last search found, the best first.",
    parameters: &[
        Parameter { name: "body", summary: "Only those that name this body.", schema: String::schema },
        Parameter {
            name: "kind",
            summary: "Only those of this kind.",
            schema: || json!({ "type": "string", "enum": list::KINDS.map(pages::kind_code) }),
        },
        Parameter {
            name: "family",
            summary: "Only those of this family of services.",
            schema: || json!({ "type": "string", "enum": Family::ALL.iter().map(|family| family.code()).collect::<Vec<_>>() }),
        },
        crate::described::LIMIT,
        crate::described::AFTER,
    ],
    answer: answer::List::schema,
    has_sheet: true,
};

const ONE: Description =
    Description { summary: "One opportunity.", parameters: &[], answer: answer::OpportunityTold::schema, has_sheet: false };
