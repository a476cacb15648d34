//! Dated changes: the end of a body with those who follow it, and a new name.
//!
//! The rule: each has its day and where it can be read. A successor may have a part only, in words. What is planned says so
//! for as long as nobody has settled it. The facts stand in `changes.csv`; a test holds that every line of it is read.

use std::collections::BTreeMap;

use definitions::{BodyId, Day};

use crate::Body;

/// The end of a body.
#[derive(Clone, Debug, PartialEq)]
pub struct Ending {
    /// Which body.
    pub body: BodyId,
    /// Its last day.
    pub last_day: Day,
    /// Those who follow it; none where nobody is known to.
    pub followers: Vec<Follower>,
    /// How sure it is.
    pub standing: Standing,
    /// Where it can be read; may be empty.
    pub source: String,
}

/// One that follows a body.
#[derive(Clone, Debug, PartialEq)]
pub struct Follower {
    /// Which body.
    pub body: BodyId,
    /// Which part goes to it, in words; empty where it has the whole, or where nobody has said which part.
    pub part: String,
    /// How much of its residents go with that part, 0 to 1, where somebody has counted.
    pub share_of_residents: Option<f64>,
}

impl Follower {
    /// One of which only the name is known.
    pub fn new(body: &BodyId) -> Follower {
        Follower { body: body.clone(), part: String::new(), share_of_residents: None }
    }
}

/// How sure a change is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Standing {
    /// It has happened, or an order or agreement has settled that it will.
    Settled,
    /// Somebody has said so, and nothing has settled it.
    Planned,
}

/// A new name of a body that goes on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Renaming {
    /// Which body.
    pub body: BodyId,
    /// The first day of the new name.
    pub day: Day,
    /// The name until then.
    pub before: String,
    /// Where it can be read.
    pub source: String,
}

/// What `changes.csv` says beyond the table of bodies.
#[derive(Default)]
pub(crate) struct Known {
    sources: BTreeMap<(Day, BodyId), String>,
    parts: BTreeMap<(BodyId, BodyId), String>,
    /// Earlier names, oldest first.
    pub renamings: Vec<Renaming>,
}

impl Known {
    /// The end of a body of the table, with the order and the parts where they are known; `None` where it has no last day.
    pub(crate) fn ending_of(&self, body: &Body) -> Option<Ending> {
        let last_day = body.last_day?;
        let follower = |id: &BodyId| {
            let part = self.parts.get(&(body.id.clone(), id.clone())).cloned().unwrap_or_default();
            Follower { part, ..Follower::new(id) }
        };
        let first = Day(last_day.0.saturating_add(1));
        let source = body.successors.iter().find_map(|id| self.sources.get(&(first, id.clone())));
        Some(Ending {
            body: body.id.clone(),
            last_day,
            followers: body.successors.iter().map(follower).collect(),
            standing: Standing::Settled,
            source: source.cloned().unwrap_or_default(),
        })
    }
}

/// Reads `changes.csv`.
pub(crate) fn known() -> Known {
    let mut known = Known::default();
    for line in lines() {
        let read = take(line, &mut known);
        debug_assert!(read.is_some(), "a line of changes.csv cannot be read: {line}");
    }
    known.renamings.sort_by_key(|renaming| renaming.day);
    known
}

fn lines() -> impl Iterator<Item = &'static str> {
    include_str!("changes.csv").lines().filter(|line| !line.starts_with('#') && !line.starts_with("kind|"))
}

fn take(line: &str, known: &mut Known) -> Option<()> {
    let cells: Vec<&str> = line.split('|').collect();
    let [kind, day, bodies, words, source] = cells[..] else { return None };
    let day: Day = day.parse().ok()?;
    match kind {
        "order" => known.sources.extend(bodies.split(' ').map(|id| ((day, BodyId::new(id)), source.to_string()))),
        "part" => {
            let (from, to) = bodies.split_once(" > ")?;
            known.parts.insert((BodyId::new(from), BodyId::new(to)), words.to_string());
        }
        "name" => {
            let renaming = Renaming { body: BodyId::new(bodies), day, before: words.to_string(), source: source.to_string() };
            known.renamings.push(renaming);
        }
        _ => return None,
    }
    Some(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Directory;

    #[test]
    fn every_line_of_the_changes_can_be_read_and_speaks_of_bodies_that_are_known() {
        let uk = Directory::uk();
        let mut known = Known::default();
        for line in lines() {
            assert_eq!(take(line, &mut known), Some(()), "{line}");
        }
        let of_parts = known.parts.keys().flat_map(|(from, to)| [from, to]);
        let ids = known.sources.keys().map(|(_, id)| id).chain(of_parts).chain(known.renamings.iter().map(|renaming| &renaming.body));
        assert!(ids.clone().count() > 40);
        for id in ids {
            assert!(uk.get(id).is_some(), "{id}");
        }
        for (from, to) in known.parts.keys() {
            assert!(uk.get(from).expect("checked above").successors.contains(to), "{from} > {to}");
        }
    }

    #[test]
    fn every_body_of_the_table_that_ended_has_successors_and_says_where_that_can_be_read() {
        let known = known();
        for body in Directory::uk().bodies().filter(|body| body.last_day.is_some()) {
            let ending = known.ending_of(body).expect("it has a last day");
            assert!(!ending.followers.is_empty(), "{}", body.id);
            assert!(!ending.source.is_empty(), "{}", body.id);
        }
    }
}
