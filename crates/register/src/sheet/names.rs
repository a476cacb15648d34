//! The bodies that a cell names: `Brighton & Hove; East Sussex CC (lead)`, `Brent and Harrow`.
//!
//! The rule: a whole name is looked for before its parts, so that Brighton and Hove is one body; only where the whole can be no
//! council and each part is a body do the parts win, so that Devon and Somerset are two. What fits no body is a fault that offers
//! the nearest names, and is never left out.

use std::collections::BTreeSet;

use bodies::{Body, Directory};
use definitions::BodyId;

use crate::{Role, nearest};

/// What a cell names.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct NamesRead {
    /// The bodies, with a role where a bracket says one.
    pub bodies: Vec<(BodyId, Option<Role>)>,
    /// Names that were taken as several bodies though they may mean one, as sentences.
    pub remarks: Vec<String>,
    /// Names that fit no body, as sentences.
    pub faults: Vec<String>,
}

/// Reads a cell.
pub(super) fn names(cell: &str, directory: &Directory) -> NamesRead {
    let mut read = NamesRead::default();
    let chunks: Vec<&str> = cell.split([';', '\n', '\r', '|', '•']).map(str::trim).filter(|chunk| !chunk.is_empty()).collect();
    if chunks.len() > MOST_NAMES || chunks.iter().any(|chunk| chunk.chars().nth(LONGEST_CHUNK).is_some()) {
        read.faults.push(format!("It holds more than {MOST_NAMES} names, or one without end. Part the names by semicolons."));
        return read;
    }
    chunks.into_iter().for_each(|chunk| of_chunk(chunk, directory, &mut read));
    read
}

/// As many as all councils of England.
const MOST_NAMES: usize = 400;
const LONGEST_CHUNK: usize = 4_000;
/// No name of a body is of more parts: `Bournemouth, Christchurch and Poole`.
const MOST_PARTS_OF_A_NAME: usize = 5;
/// How often nearest names are offered in one cell; more than that is another list than one of bodies.
const MOST_OFFERS: usize = 5;
/// After so many names that fit no body nobody reads on, and the rest of the cell is not looked at.
const MOST_FAULTS: usize = 20;

/// A part of a chunk, by its bytes.
#[derive(Clone, Copy)]
struct Part {
    begins: usize,
    ends: usize,
}

fn of_chunk(chunk: &str, directory: &Directory, read: &mut NamesRead) {
    let parts = parts_of(chunk);
    let mut place = 0;
    while place < parts.len() && read.faults.len() < MOST_FAULTS {
        let longest = (place + 1..=parts.len().min(place + MOST_PARTS_OF_A_NAME)).rev();
        let found = longest.into_iter().find_map(|end| {
            let text = chunk[parts[place].begins..parts[end - 1].ends].trim();
            let (name, role) = without_role(text);
            meant(&name, directory)
                .filter(|body| end == place + 1 || !is_better_parted(body, chunk, &parts[place..end], directory))
                .map(|body| (end, body, role))
        });
        match found {
            Some((end, body, role)) => {
                read.bodies.push((body.id.clone(), role));
                place = end;
            }
            None => {
                let text = chunk[parts[place].begins..parts[place].ends].trim();
                let fault = unknown(&without_role(text).0, directory, read.faults.len() < MOST_OFFERS);
                read.faults.push(fault);
                place += 1;
            }
        }
    }
    if parts.len() > 1 {
        remark_parted(chunk, &parts, directory, read);
    }
}

/// Where the whole is known too, and was taken for its parts, that is said.
fn remark_parted(chunk: &str, parts: &[Part], directory: &Directory, read: &mut NamesRead) {
    let whole = meant(&without_role(chunk).0, directory).filter(|_| parts.len() <= MOST_PARTS_OF_A_NAME);
    if let Some(whole) = whole.filter(|body| is_better_parted(body, chunk, parts, directory)) {
        read.remarks.push(format!("“{}” is read as {} bodies and not as {}.", super::seen(chunk), parts.len(), whole.name));
    }
}

/// True where each part of a joined name means a body, and the whole means no council, or one of those very bodies alone: a
/// ledger's `Adur & Worthing Councils` is known by one of the two.
fn is_better_parted(whole: &Body, chunk: &str, parts: &[Part], directory: &Directory) -> bool {
    let bodies = parts.iter().map(|part| meant(&without_role(chunk[part.begins..part.ends].trim()).0, directory).map(|body| &body.id));
    let Some(bodies) = bodies.collect::<Option<BTreeSet<&BodyId>>>().filter(|bodies| bodies.len() > 1) else { return false };
    !whole.kind.is_council() || bodies.contains(&whole.id)
}

fn meant<'a>(name: &str, directory: &'a Directory) -> Option<&'a Body> {
    directory.named(name).filter(|_| !name.is_empty())
}

/// Cut at commas, strokes, `and`, `&`, `with` and plus signs; each part keeps its bytes, so that parts can be joined again as they were.
fn parts_of(chunk: &str) -> Vec<Part> {
    // Letters are compared in their ordinary form alone, so that bytes of the one are bytes of the other.
    let lower = chunk.to_ascii_lowercase();
    let mut cuts: Vec<(usize, usize)> = Vec::new();
    for joint in [",", "/", "&", "+", " and ", " with "] {
        cuts.extend(lower.match_indices(joint).map(|(at, found)| (at, at + found.len())));
    }
    cuts.sort_unstable();
    let mut parts = Vec::new();
    let mut begins = 0;
    for (cut, after) in cuts.into_iter().chain([(chunk.len(), chunk.len())]) {
        if cut >= begins && !chunk[begins..cut].trim().is_empty() {
            parts.push(Part { begins, ends: cut });
        }
        begins = begins.max(after);
    }
    parts
}

/// `East Sussex CC (lead)`: the name, and the role that a bracket at its end says.
fn without_role(text: &str) -> (String, Option<Role>) {
    // `, and Beck`: what joins stands before a part that follows a comma.
    let text = text.trim().trim_start_matches("and ").trim_start_matches("the ");
    let Some((name, bracket)) = text.strip_suffix(')').and_then(|rest| rest.rsplit_once('(')) else { return (text.to_string(), None) };
    let role = match bracket.trim().to_lowercase().as_str() {
        "lead" | "lead authority" | "host" | "host authority" | "lead council" => Role::Lead,
        "customer" => Role::Customer,
        "partner" => Role::Partner,
        "owner" | "joint owner" | "shareholder" => Role::JointOwner,
        _ => return (text.to_string(), None),
    };
    (name.trim().to_string(), Some(role))
}

fn unknown(name: &str, directory: &Directory, is_offered: bool) -> String {
    let offered = if is_offered { nearest(name, directory, 3) } else { Vec::new() };
    let names: Vec<&str> = offered.iter().map(|body| body.name.as_str()).collect();
    let shown = super::seen(name);
    if names.is_empty() {
        format!("“{shown}” is no one body that is known. Write its official name or its GSS code, or add it as a body first.")
    } else {
        format!("“{shown}” is no one body that is known. Is it {}?", names.join(", or "))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(cell: &str) -> Vec<String> {
        let read = names(cell, &Directory::uk());
        assert_eq!(read.faults, Vec::<String>::new(), "{cell}");
        read.bodies
            .into_iter()
            .map(|(body, role)| format!("{body}{}", role.map(|role| format!(" {}", role.code())).unwrap_or_default()))
            .collect()
    }

    #[test]
    fn a_whole_name_is_one_body_though_it_has_an_and_in_it() {
        assert_eq!(read("Brighton & Hove; Bath and North East Somerset"), ["brighton-and-hove", "bath-and-north-east-somerset"]);
        assert_eq!(read("Brighton and Hove, East Sussex and West Sussex"), ["brighton-and-hove", "east-sussex", "west-sussex"]);
        assert_eq!(read("Bournemouth, Christchurch and Poole, Dorset"), ["bournemouth-christchurch-and-poole", "dorset-council"]);
    }

    #[test]
    fn several_bodies_in_one_cell_are_told_apart_however_they_are_joined() {
        assert_eq!(read("Brent and Harrow"), ["brent", "harrow"]);
        assert_eq!(read("LB Brent / LB Harrow"), ["brent", "harrow"]);
        assert_eq!(read("Adur DC & Worthing BC"), ["adur", "worthing"]);
        assert_eq!(read("Wealden, Lewes, and Rother"), ["wealden", "lewes", "rother"]);
        assert_eq!(read("Devon (lead)\nSomerset"), ["devon lead", "somerset"]);
    }

    #[test]
    fn two_counties_whose_fire_service_bears_both_their_names_are_two_and_it_is_said() {
        assert_eq!(read("Devon and Somerset"), ["devon", "somerset"]);
        let said = names("Devon and Somerset", &Directory::uk()).remarks;
        assert_eq!(said, ["“Devon and Somerset” is read as 2 bodies and not as Devon and Somerset Fire and Rescue Authority."]);
        assert_eq!(read("Devon and Somerset Fire and Rescue Authority"), ["devon-and-somerset-fire"]);
    }

    #[test]
    fn a_name_that_fits_no_body_is_a_fault_that_offers_the_nearest() {
        let read = names("Waelden District Council; East and West Sussex", &Directory::uk());
        assert_eq!(read.bodies.len(), 1);
        let offer = "“Waelden District Council” is no one body that is known. Is it Wealden District Council, or ";
        assert!(read.faults[0].starts_with(offer), "{}", read.faults[0]);
        assert!(read.faults[1].starts_with("“East” is no one body that is known."));
    }

    #[test]
    fn a_cell_without_end_is_refused_and_does_not_take_for_ever() {
        assert_eq!(names(&"a,".repeat(100_000), &Directory::uk()).faults.len(), 1);
        assert_eq!(names(&"a;".repeat(100_000), &Directory::uk()).faults.len(), 1);
        assert_eq!(names(&"a,".repeat(1_000), &Directory::uk()).faults.len(), MOST_FAULTS);
    }
}
