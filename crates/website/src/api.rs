//! The description of the site for programs, in the form of OpenAPI 3.1, and a page that leads to it.
//!
//! The rule: it is made from the table of routes, so a page that answers in JSON is in it and one that does not is not.

use maud::html;
use serde_json::{Map, Value, json};

use crate::layout::Page;
use crate::routes::Route;
use crate::{Asking, Reply, Site, Stop};

/// What programs are told about a page.
pub struct Description {
    /// What it answers, in a sentence.
    pub summary: &'static str,
    /// What can be asked in the address, beside the names in the path.
    pub parameters: &'static [Parameter],
    /// The JSON Schema of the answer.
    pub answer: fn() -> Value,
    /// True where it also answers in CSV.
    pub has_sheet: bool,
}

/// Something that can be asked behind the question mark.
#[derive(Clone, Copy)]
pub struct Parameter {
    /// Its name.
    pub name: &'static str,
    /// What it does, in a sentence.
    pub summary: &'static str,
    /// Its JSON Schema.
    pub schema: fn() -> Value,
}

pub(crate) const ROUTES: &[Route] = &[Route::page("/api", page), Route::page("/api/openapi.json", description)];

fn page(site: &Site, asking: &Asking) -> Result<Reply, Stop> {
    let described: Vec<(&str, &Description)> = site.routes.iter().filter_map(|route| Some((route.path, route.described?))).collect();
    let content = html! {
        h1 class="govuk-heading-l" { "For programs" }
        p class="govuk-body" {
            "Whatever can be read on this site can be read by a program at the same address, with " code { ".json" } " after it, or with "
            code { "Accept: application/json" } ". Lists can also be had with " code { ".csv" } ". No key is needed."
        }
        p class="govuk-body" { "The description in the form of OpenAPI is " a class="govuk-link" href="/api/openapi.json" { "openapi.json" } "." }
        @if !described.is_empty() {
            h2 class="govuk-heading-m" { "Addresses" }
            dl class="govuk-summary-list" {
                @for (path, description) in described {
                    div class="govuk-summary-list__row" {
                        dt class="govuk-summary-list__key" { code { (path) } }
                        dd class="govuk-summary-list__value" { (description.summary) @if description.has_sheet { " Also as CSV." } }
                    }
                }
            }
        }
        h2 class="govuk-heading-m" { "Good manners" }
        ul class="govuk-list govuk-list--bullet" {
            li { "A long list comes in pieces: the header " code { "Link" } " leads to the next." }
            li { "Send the " code { "ETag" } " of an answer back in " code { "If-None-Match" } ", and one that has not changed is not sent again." }
            li { "Addresses of records do not change. A record that was taken out answers with status 410 and says why." }
            li { "Errors come as " code { "application/problem+json" } " (RFC 9457)." }
        }
    };
    Ok(Page::new("For programs").narrow().show(site, asking, &content))
}

fn description(site: &Site, _asking: &Asking) -> Result<Reply, Stop> {
    let paths: Map<String, Value> =
        site.routes.iter().filter_map(|route| Some((described_path(route.path), operation(route.path, route.described?)))).collect();
    let server = if site.settings.address.is_empty() { "/" } else { &site.settings.address };
    Ok(Reply::json(&json!({
        "openapi": "3.1.0",
        "info": {
            "title": format!("What public bodies of {} share", site.place),
            "version": env!("CARGO_PKG_VERSION"),
            "license": { "name": "Open Government Licence v3.0", "identifier": "OGL-UK-3.0" },
        },
        "servers": [{ "url": server }],
        "paths": paths,
        "components": { "schemas": { "Problem": problem() } },
    })))
}

/// `/bodies/{id}` is described with its ending, under which it always answers in JSON.
fn described_path(path: &str) -> String {
    if path == "/" { "/index.json".to_string() } else { format!("{path}.json") }
}

fn operation(path: &'static str, description: &Description) -> Value {
    let names = path.split('/').filter_map(|piece| piece.strip_prefix('{')?.strip_suffix('}'));
    let mut parameters: Vec<Value> = names
        .map(|name| json!({ "name": name, "in": "path", "required": true, "schema": { "type": "string", "pattern": "^[a-z0-9-]+$" } }))
        .collect();
    parameters.extend(description.parameters.iter().map(|parameter| {
        json!({ "name": parameter.name, "in": "query", "required": false, "description": parameter.summary, "schema": (parameter.schema)() })
    }));
    let problem = json!({ "description": "Why there is no answer.",
        "content": { "application/problem+json": { "schema": { "$ref": "#/components/schemas/Problem" } } } });
    let answer = json!({ "description": description.summary, "content": { "application/json": { "schema": (description.answer)() } } });
    json!({ "get": {
        "summary": description.summary,
        "parameters": parameters,
        "responses": { "200": answer, "400": problem, "404": problem, "410": problem },
    } })
}

fn problem() -> Value {
    json!({
        "type": "object",
        "required": ["type", "title", "status", "detail"],
        "properties": {
            "type": { "type": "string" }, "title": { "type": "string" }, "status": { "type": "integer" }, "detail": { "type": "string" },
        },
    })
}
