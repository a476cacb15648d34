//! The filters beside a list of arrangements, and what is chosen.
//!
//! The rule: the search stands first; the other filters open where one of them is chosen. Each thing that is chosen can be taken
//! away by a link, and it all works without a script.

use bodies::Region;
use definitions::BodyId;
use maud::{Markup, html};
use pages::parts::{self, Chosen, DateInput, Field, Input, Select, filter_panel};
use register::{Aim, Kind, Register, Stage, Standing};
use services::Family;

use super::choice::{Choice, Sort};
use crate::Asking;
use crate::asked_day::in_boxes;
use crate::links::short_name;
use crate::overview::Overview;

/// The panel of the list at the page's own address.
pub(crate) fn panel(asking: &Asking, choice: &Choice, register: &Register, overview: &Overview) -> Markup {
    let chosen = chosen(asking, choice, register);
    let has_more = chosen.iter().any(|one| one.by != "Words");
    let controls = html! {
        (Input::search(Field::new("q", "Search").hint("Words of a title, a service or a body").value(asking.query.value("q"))))
        details class="govuk-details" open[has_more] {
            summary class="govuk-details__summary" { span class="govuk-details__summary-text" { "More filters" } }
            (more(asking, choice, register, overview))
        }
        @if asking.path == "/arrangements" { (order(choice)) }
    };
    filter_panel(&asking.path, &chosen, &controls)
}

fn order(choice: &Choice) -> Markup {
    let orders = Sort::ALL.map(|(_, code, words)| parts::Choice::new(code, words));
    let code = Sort::ALL.iter().find(|(sort, ..)| *sort == choice.sort).map_or("", |sort| sort.1);
    html! { (Select::new(Field::new("sort", "Order").value(code), &orders)) }
}

fn more(asking: &Asking, choice: &Choice, register: &Register, overview: &Overview) -> Markup {
    let mut bodies: Vec<(String, &BodyId)> = overview.bodies().map(|id| (short_name(id, register.directory()), id)).collect();
    bodies.sort();
    let bodies = bodies.into_iter().map(|(name, id)| (id.as_str().to_string(), name));
    let coded = |code: &str, words: &str| (code.to_string(), first_in_capitals(words));
    let typed = if asking.query.value("day").is_empty() { Default::default() } else { in_boxes(choice.day) };
    let [day, month, year] = &typed;
    html! {
        (filter(asking, "body", "Body", bodies))
        (filter(asking, "service", "Service", Family::ALL.iter().map(|one| coded(one.code(), one.name()))))
        (filter(asking, "kind", "Kind", Kind::ALL.iter().map(|one| coded(one.code(), one.words()))))
        (filter(asking, "stage", "Stage", Stage::ALL.iter().map(|one| coded(one.code(), one.words()))))
        (filter(asking, "aim", "Aim", Aim::ALL.iter().map(|one| coded(one.code(), one.words()))))
        (filter(asking, "standing", "Has a saving that is", Standing::ALL.iter().map(|one| coded(one.code(), one.words()))))
        (filter(asking, "region", "Region", Region::all().map(|one| coded(one.code(), one.name()))))
        (filter(asking, "unconfirmed", "Still true?", [coded("yes", "unconfirmed for over a year")].into_iter()))
        (DateInput::new(Field::new("day", "On the day").hint("Empty is today"), [day, month, year]))
    }
}

/// One select; empty is all.
fn filter(asking: &Asking, name: &str, label: &str, choices: impl Iterator<Item = (String, String)>) -> Markup {
    let all = std::iter::once((String::new(), "All".to_string()));
    let choices: Vec<parts::Choice> = all.chain(choices).map(|(code, words)| parts::Choice::new(code, words)).collect();
    html! { (Select::new(Field::new(name, label).value(asking.query.value(name)), &choices)) }
}

fn chosen(asking: &Asking, choice: &Choice, register: &Register) -> Vec<Chosen> {
    let query = asking.query.without("page", asking.query.value("page"));
    let one = |name: &str, by: &str, words: String| Chosen {
        by: by.to_string(),
        words,
        without: query.without(name, query.value(name)).address(&asking.path),
    };
    let mut chosen = Vec::new();
    if !query.value("q").is_empty() {
        chosen.push(one("q", "Words", query.value("q").to_string()));
    }
    chosen.extend(choice.body.as_ref().map(|id| one("body", "Body", short_name(id, register.directory()))));
    chosen.extend(choice.service.map(|family| one("service", "Service", family.name().to_string())));
    chosen.extend(choice.kind.map(|kind| one("kind", "Kind", kind.words().to_string())));
    chosen.extend(choice.stage.map(|stage| one("stage", "Stage", stage.words().to_string())));
    chosen.extend(choice.aim.map(|aim| one("aim", "Aim", aim.words().to_string())));
    chosen.extend(choice.standing.map(|standing| one("standing", "Saving", standing.words().to_string())));
    chosen.extend(choice.region.map(|region| one("region", "Region", region.name().to_string())));
    if choice.is_unconfirmed_only {
        chosen.push(one("unconfirmed", "Still true?", "unconfirmed for over a year".to_string()));
    }
    if !query.value("day").is_empty() {
        chosen.push(one("day", "Day", choice.day.long()));
    }
    chosen
}

/// `joint committee` as it begins a line.
pub(crate) fn first_in_capitals(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}
