//! Public entries of the log, told in words.
//!
//! The rule: what is no public matter (drafts, roles) is passed over; what is told of an entry is what the history of its record tells.

use definitions::BodyId;
use register::{Author, Change, Entry, Moment, Register, name_of};

use crate::links::{arrangement_address, body_address};

/// An entry, told.
#[derive(Clone, Debug)]
pub(crate) struct ChangeTold {
    /// Its number in the log.
    pub(crate) number: u64,
    /// When it was entered.
    pub(crate) entered: Moment,
    /// By whom.
    pub(crate) by: Author,
    /// Why, in their words.
    pub(crate) why: String,
    /// What it is about.
    pub(crate) about: String,
    /// Where that is found.
    pub(crate) address: String,
    /// What was done: `Corrected (version 3)`.
    pub(crate) done: String,
    /// What changed, in sentences.
    pub(crate) changed: Vec<String>,
}

/// The latest public entries, the newest first.
pub(crate) fn latest(register: &Register, most: usize) -> Vec<ChangeTold> {
    public(register, None).take(most).map(|entry| told(register, entry)).collect()
}

/// The public entries, the newest first; those that name a body where one is given.
pub(super) fn public<'a>(register: &'a Register, body: Option<&'a BodyId>) -> impl Iterator<Item = &'a Entry> {
    let entries = register.log().iter().rev().map(AsRef::as_ref).filter(|entry| is_public(&entry.change));
    entries.filter(move |entry| body.is_none_or(|body| names(register, &entry.change, body)))
}

/// One entry, told.
pub(super) fn told(register: &Register, entry: &Entry) -> ChangeTold {
    let (about, address, done, changed) = words(register, entry);
    let Entry { number, entered, .. } = *entry;
    ChangeTold { number, entered, by: entry.by.clone(), why: entry.why.trim().to_string(), about, address, done, changed }
}

fn is_public(change: &Change) -> bool {
    match change {
        Change::Published(_) | Change::Withdrawn(_) | Change::Confirmed(_) | Change::BodyKept(_) | Change::BodyEnds(_) => true,
        Change::Drafted(_) | Change::DraftDropped(_) | Change::RoleGiven(_) => false,
    }
}

fn names(register: &Register, change: &Change, body: &BodyId) -> bool {
    match change {
        Change::Published(said) => said.bodies().contains(&body),
        Change::Withdrawn(id) | Change::Confirmed(id) => {
            register.record(id).is_some_and(|record| record.arrangement().bodies().contains(&body))
        }
        Change::BodyKept(own) => own.id == *body,
        Change::BodyEnds(ending) => ending.body == *body || ending.successors.iter().any(|successor| successor.body == *body),
        Change::Drafted(_) | Change::DraftDropped(_) | Change::RoleGiven(_) => false,
    }
}

/// What it is about, where that is found, what was done, and what changed.
fn words(register: &Register, entry: &Entry) -> (String, String, String, Vec<String>) {
    let directory = register.directory();
    match &entry.change {
        Change::BodyKept(own) => (own.name.clone(), body_address(&own.id), "Added as a body of this place".to_string(), Vec::new()),
        Change::BodyEnds(ending) => {
            let followers: Vec<String> = ending
                .successors
                .iter()
                .map(|successor| {
                    let part = if successor.part.is_empty() { String::new() } else { format!(" ({})", successor.part) };
                    format!("{}{part} follows it.", name_of(&successor.body, directory))
                })
                .collect();
            let done = format!("Ends on {}", ending.last_day.long());
            (name_of(&ending.body, directory), body_address(&ending.body), done, followers)
        }
        change => of_record(register, entry, change),
    }
}

fn of_record(register: &Register, entry: &Entry, change: &Change) -> (String, String, String, Vec<String>) {
    let id = match change {
        Change::Published(said) | Change::Drafted(said) => &said.id,
        Change::Withdrawn(id) | Change::Confirmed(id) | Change::DraftDropped(id) => id,
        Change::BodyKept(_) | Change::BodyEnds(_) | Change::RoleGiven(_) => unreachable!("entries about bodies are told apart"),
    };
    let record = register.record(id);
    let history = record.map(|record| record.history(register.directory())).unwrap_or_default();
    let told = history.into_iter().find(|told| told.entry == entry.number);
    let title = record.map_or_else(|| id.to_string(), |record| record.arrangement().title.clone());
    let (done, changed) = told.map(|told| (told.done, told.changed)).unwrap_or_default();
    (title, arrangement_address(id), done, changed.into_iter().map(|changed| changed.sentence).collect())
}
