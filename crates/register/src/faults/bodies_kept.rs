//! What keeps a body of a place's own, or the end of a body, from being entered.
//!
//! The rule: a new body may not bear a name by which another is known already, and a body may not follow itself, however far
//! around. It asks nothing of the bodies of the national table, which are held right by their own tests.

use std::collections::BTreeSet;

use bodies::Directory;
use definitions::{BodyId, slug};

use super::texts::{is_hidden, visible};
use crate::{Ending, OwnBody, When};

/// What keeps a body of this place's own from being entered, as sentences; nothing where it is in order.
pub fn validate_own_body(own: &OwnBody, directory: &Directory) -> Vec<String> {
    let mut wrong = Vec::new();
    let id = own.id.as_str();
    if id.is_empty() || id.len() > 120 || !id.is_ascii() || slug(id) != id {
        wrong.push(
            "The short reference is not made of small letters, digits and single hyphens. Write it like “ashdale-parishes”.".to_string(),
        );
    }
    if own.name.trim().is_empty() {
        wrong.push("There is no name. Write the official name.".to_string());
    }
    for name in [&own.name, &own.short_name].into_iter().chain(&own.also) {
        let shown: String = visible(name).0.chars().take(60).collect();
        if name.chars().nth(200).is_some() || name.chars().any(is_hidden) {
            wrong.push(format!("The name “{shown}” is longer than 200 characters or has a hidden character. Type it anew."));
        } else if let Some(other) = directory.named(name).filter(|other| other.id != own.id) {
            wrong.push(format!("“{shown}” means {} already. Choose that body, or write another name.", other.name));
        }
    }
    if own.also.len() > 50 {
        wrong.push("There are more than 50 other names. Keep those that people write.".to_string());
    }
    let is_on_earth = |(north, east): (f64, f64)| (-90.0..=90.0).contains(&north) && (-180.0..=180.0).contains(&east);
    if own.at.is_some_and(|at| !is_on_earth(at)) {
        wrong.push("The place on the map is not on earth. Write degrees north, then degrees east, like 50.87, 0.01.".to_string());
    }
    wrong
}

/// What keeps the end of a body from being entered, as sentences; nothing where it is in order.
pub fn validate_ending(ending: &Ending, directory: &Directory) -> Vec<String> {
    let mut wrong = Vec::new();
    let name = |body: &BodyId| crate::name_of(body, directory);
    match directory.get(&ending.body) {
        None => wrong.push(format!("{} is not a body that is known. Choose one from the list.", ending.body)),
        Some(known) if known.first_day.is_some_and(|first| ending.last_day < first) => {
            wrong.push(format!("{} begins after its last day. Correct the day.", known.name));
        }
        Some(_) => {}
    }
    if !(1800..=2200).contains(&ending.last_day.ymd().0) {
        wrong.push(format!("{} is not between 1800 and 2200. Correct the year.", When::Day(ending.last_day).long()));
    }
    let mut met = BTreeSet::new();
    for successor in &ending.successors {
        if directory.get(&successor.body).is_none() {
            wrong.push(format!("{} is not a body that is known. Add it first.", successor.body));
        }
        if leads_back(&successor.body, &ending.body, directory) {
            wrong.push(format!("{} would follow itself through {}. Choose another.", name(&ending.body), name(&successor.body)));
        }
        if !met.insert((&successor.body, &successor.part)) {
            wrong.push(format!("{} is named twice for the same part. Take one out.", name(&successor.body)));
        }
        if successor.part.chars().nth(500).is_some() || successor.part.chars().any(is_hidden) {
            let successor = name(&successor.body);
            wrong.push(format!("The part that goes to {successor} is longer than 500 characters or has a hidden character. Type it anew."));
        }
    }
    if ending.successors.len() > 100 {
        wrong.push("More than 100 bodies follow it. Name those that take on what it had.".to_string());
    }
    wrong
}

/// True where `wanted` is `from` or follows it, however far along.
fn leads_back(from: &BodyId, wanted: &BodyId, directory: &Directory) -> bool {
    let (mut met, mut next) = (BTreeSet::new(), vec![from.clone()]);
    while let Some(body) = next.pop() {
        if body == *wanted {
            return true;
        }
        if met.insert(body.clone()) {
            next.extend(directory.get(&body).into_iter().flat_map(|known| known.successors.iter().cloned()));
        }
    }
    false
}
