//! Who exists: which body a name means, what became of it, and who existed on a day.
//!
//! The rule: the answers are those of the room `bodies`, with what `place.toml` adds; a name that fits nobody, or more than
//! one, is told so and never guessed.

use std::path::Path;

use bodies::{Body, BodyKind, Change, Directory, Heirs};
use definitions::{BodyId, Day, Trouble, thousands};
use pages::{Block, Paper, Section};
use serde_json::{Value, json};

use crate::partners::{Told, table};

/// What is asked of the directory.
#[derive(Clone, Copy, Debug)]
pub struct Who<'a> {
    /// A name, code or address, as people write it; nothing for a list.
    pub name: Option<&'a str>,
    /// The day that is asked about.
    pub day: Day,
    /// Only bodies of this kind.
    pub kind: Option<BodyKind>,
    /// Only the districts of this county, and the county itself.
    pub county: Option<&'a str>,
    /// A folder whose `place.toml` adds bodies.
    pub place: Option<&'a Path>,
}

/// Answers it.
///
/// # Errors
/// When a name fits nobody, or `place.toml` cannot be understood.
pub fn who(asked: &Who<'_>) -> Result<Told, Trouble> {
    let directory = match asked.place {
        Some(folder) => crate::place::Place::open(folder)?.directory,
        None => Directory::uk(),
    };
    match asked.name {
        Some(name) => Ok(one(&directory, named(&directory, name)?, asked.day)),
        None => list(&directory, asked),
    }
}

fn named<'a>(directory: &'a Directory, name: &str) -> Result<&'a Body, Trouble> {
    directory.named(name).ok_or_else(|| {
        Trouble::new(
            format!("find a public body called {name}"),
            "no body fits that name, or more than one does",
            "Write its official name, such as `Lewes District Council`, or its code, such as E07000063; add bodies of your own in place.toml.",
        )
    })
}

/// One body: what it is, what became of it, and whom it took over from.
fn one(directory: &Directory, body: &Body, day: Day) -> Told {
    let mut facts = vec![("Kind".to_string(), kind_words(body.kind).to_string())];
    let mut add = |name: &str, words: Option<String>| facts.extend(words.map(|words| (name.to_string(), words)));
    add("Code", body.gss.clone());
    add("County", directory.county_of(&body.id).map(|county| county.name.clone()));
    add("Residents", body.thousand_residents.map(|thousand| format!("{} in mid-2022", thousands((thousand * 1_000.0).round() as u64))));
    add("First day", body.first_day.map(Day::long));
    add("Last day", body.last_day.map(Day::long));
    let before: Vec<&Body> = directory.predecessors_of(&body.id);
    let mut lede = vec![standing(directory, body, day)];
    lede.extend(directory.change_of(&body.id).map(|change| changed(directory, body, &change)));
    let rows = before.iter().map(|body| vec![body.name.clone(), last_day(body)]).collect();
    let mut sections = vec![Section::new("What it is", vec![Block::Facts(facts)])];
    if !before.is_empty() {
        let bodies = table("Bodies it took over from, whole or in part", &["Body", "Last day"], &[], rows);
        sections.push(Section::new("Whom it took over from", vec![bodies]));
    }
    let data = json!({
        "id": body.id, "name": body.name, "kind": body.kind, "gss": body.gss, "county": directory.county_of(&body.id).map(|county| &county.id),
        "first_day": body.first_day.map(|day| day.to_string()), "last_day": body.last_day.map(|day| day.to_string()),
        "exists": body.exists_on(day), "heirs": heirs(directory, &body.id, day), "took_over_from": before.iter().map(|body| &body.id).collect::<Vec<_>>(),
    });
    Told { paper: Paper { title: body.name.clone(), lede, sections, ..Paper::default() }, data }
}

/// Whether it exists on `day`, and if not, who has what was its.
fn standing(directory: &Directory, body: &Body, day: Day) -> String {
    if body.exists_on(day) {
        return format!("It exists on {}.", day.long());
    }
    if body.first_day.is_some_and(|first| day < first) {
        return format!("On {} it does not exist yet.", day.long());
    }
    let who = match directory.heirs_on(&body.id, day) {
        Heirs::One(heir) => format!("{} has what was its", name_of(directory, &heir)),
        Heirs::Several(heirs) => format!("what was its is split among {}", names_of(directory, &heirs)),
        Heirs::Nobody | Heirs::Itself => "it is not known who has what was its".to_string(),
    };
    format!("On {} it exists no more: {who}.", day.long())
}

/// What became of it, as a sentence.
fn changed(directory: &Directory, body: &Body, change: &Change) -> String {
    let last = body.last_day.map_or_else(String::new, |day| format!(" after {}", day.long()));
    match change {
        Change::Became(heir) => format!("It became {}{last}.", name_of(directory, heir)),
        Change::MergedInto(heir, others) => {
            format!("It was merged with {} into {}{last}.", names_of(directory, others), name_of(directory, heir))
        }
        Change::SplitInto(heirs) => {
            format!("It was split into {}{last}; each contract and arrangement must be looked at.", names_of(directory, heirs))
        }
        Change::Ended => format!("It ended{last}; who followed it is not known here."),
    }
}

/// Every body that fits and exists on the day.
fn list(directory: &Directory, asked: &Who<'_>) -> Result<Told, Trouble> {
    let county = asked.county.map(|name| named(directory, name)).transpose()?;
    let is_in = |body: &Body| {
        county.is_none_or(|county| body.id == county.id || directory.county_of(&body.id).is_some_and(|of| of.id == county.id))
    };
    let fits = |body: &&Body| body.exists_on(asked.day) && asked.kind.is_none_or(|kind| body.kind == kind) && is_in(body);
    let mut found: Vec<&Body> = directory.bodies().filter(fits).collect();
    found.sort_by(|a, b| a.name.cmp(&b.name));
    let residents =
        |body: &Body| body.thousand_residents.map_or_else(String::new, |thousand| thousands((thousand * 1_000.0).round() as u64));
    let row = |body: &&Body| {
        vec![body.name.clone(), kind_words(body.kind).to_string(), body.gss.clone().unwrap_or_default(), last_day(body), residents(body)]
    };
    let grid = table("Bodies", &["Body", "Kind", "Code", "Last day"], &["Residents, mid-2022"], found.iter().map(row).collect());
    let where_ = county.map_or_else(String::new, |county| format!(" in {}", county.name));
    let title = format!("Public bodies{where_} on {}", asked.day.long());
    let data: Vec<Value> = found
        .iter()
        .map(|body| json!({ "id": body.id, "name": body.name, "kind": body.kind, "gss": body.gss, "last_day": body.last_day.map(|day| day.to_string()) }))
        .collect();
    let blocks: Vec<Block> = if found.is_empty() { Vec::new() } else { vec![grid] };
    let lede = vec![match found.len() {
        1 => "One body fits.".to_string(),
        number => format!("{} bodies fit.", thousands(number as u64)),
    }];
    Ok(Told {
        paper: Paper { title, lede, sections: vec![Section::new("Who exists", blocks)], ..Paper::default() },
        data: Value::from(data),
    })
}

fn heirs(directory: &Directory, id: &BodyId, day: Day) -> Vec<BodyId> {
    match directory.heirs_on(id, day) {
        Heirs::Itself => vec![id.clone()],
        Heirs::One(heir) => vec![heir],
        Heirs::Several(heirs) => heirs,
        Heirs::Nobody => Vec::new(),
    }
}

fn name_of(directory: &Directory, id: &BodyId) -> String {
    directory.get(id).map_or_else(|| crate::facts::written(id), |body| body.name.clone())
}

fn names_of(directory: &Directory, ids: &[BodyId]) -> String {
    let names: Vec<String> = ids.iter().map(|id| name_of(directory, id)).collect();
    match names.split_last() {
        Some((last, others)) if !others.is_empty() => format!("{} and {last}", others.join(", ")),
        _ => names.concat(),
    }
}

fn last_day(body: &Body) -> String {
    body.last_day.map_or_else(String::new, Day::long)
}

fn kind_words(kind: BodyKind) -> &'static str {
    match kind {
        BodyKind::County => "county council",
        BodyKind::District => "district council",
        BodyKind::Unitary => "unitary authority",
        BodyKind::Combined => "combined authority",
        BodyKind::Police => "police",
        BodyKind::Fire => "fire and rescue",
        BodyKind::Health => "health body",
        BodyKind::Park => "national park",
        BodyKind::Other => "other body",
    }
}
