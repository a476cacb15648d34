//! Contracts of different bodies that are plainly for the same thing, by the words of their titles.
//!
//! The rule: two words that stand in the titles of two bodies' contracts name a thing, where neither word is one that any
//! contract could have, nor the name of a body, and one of them says more than for whom or where. The families may differ,
//! since codes are coarse, but not their chapter (a Victoria Park with music is not one with a new roof), unless three such
//! words are shared. A set of contracts is named once, by all the words they share. It knows no synonyms.

use std::collections::{BTreeMap, BTreeSet};

use bodies::BodyKind;
use services::Chapter;

use super::is_chosen;
use crate::contracts::{Contracts, Running};
use crate::profile::Profile;

/// Words of one title that are looked at.
const MOST_WORDS: usize = 12;
/// Words shorter than this are articles, lots and initials of all sorts.
const SHORTEST: usize = 3;
/// Telling words that are enough whatever the chapters.
const ENOUGH_WORDS: usize = 3;

/// Contracts for one thing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Thing {
    /// The chapter of all of them; none where words enough are shared across chapters.
    pub(super) chapter: Option<Chapter>,
    /// The words their titles share, plain and in alphabetical order: its name, whatever else the titles say.
    pub(super) words: Vec<String>,
    /// Places in `Contracts::running`, in order.
    pub(super) places: Vec<usize>,
}

/// Every thing that contracts of two bodies or more are for, frameworks apart.
pub(super) fn things(profile: &Profile<'_>, contracts: &Contracts<'_>) -> Vec<Thing> {
    let mut by_contracts: BTreeMap<(Option<Chapter>, Vec<usize>), BTreeSet<String>> = BTreeMap::new();
    for (chapter, pair, places) in pairs(profile, contracts).into_iter().filter(|(.., places)| has_two_bodies(contracts, places)) {
        by_contracts.entry((chapter, places)).or_default().extend(pair);
    }
    let is_enough = |words: &BTreeSet<String>| words.iter().filter(|word| !is_for_whom(word)).count() >= ENOUGH_WORDS;
    let things = by_contracts.into_iter().filter(|((chapter, _), words)| chapter.is_some() || is_enough(words));
    without_parts(things.map(|((chapter, places), words)| Thing { chapter, words: words.into_iter().collect(), places }).collect())
}

/// The contracts whose titles share each pair of telling words, within a chapter and over all.
fn pairs(profile: &Profile<'_>, contracts: &Contracts<'_>) -> Vec<(Option<Chapter>, [String; 2], Vec<usize>)> {
    let names = names_of_bodies(profile);
    let chosen = |contract: &Running<'_>| contract.facts.family.filter(|family| is_chosen(*family) && !contract.is_framework());
    let titles: Vec<(usize, Chapter, Vec<String>)> = contracts
        .running
        .iter()
        .enumerate()
        .filter_map(|(place, contract)| Some((place, chosen(contract)?.chapter(), telling_words(&contract.facts.title, &names))))
        .collect();
    let known: BTreeSet<&String> = titles.iter().flat_map(|(.., words)| words).collect();
    let known: Vec<&String> = known.into_iter().collect();
    let mut all: Vec<(Option<Chapter>, [usize; 2], usize)> = Vec::new();
    for (place, chapter, words) in &titles {
        let numbers: Vec<usize> = words.iter().filter_map(|word| known.binary_search(&word).ok()).collect();
        for (first, one) in numbers.iter().enumerate() {
            for other in numbers[first + 1..].iter().filter(|other| !(is_for_whom(known[*one]) && is_for_whom(known[**other]))) {
                all.extend([Some(*chapter), None].map(|chapter| (chapter, [*one, *other], *place)));
            }
        }
    }
    all.sort_unstable();
    let places_of = |run: &[(Option<Chapter>, [usize; 2], usize)]| run.iter().map(|(.., place)| *place).collect();
    all.chunk_by(|a, b| (a.0, a.1) == (b.0, b.1)).map(|run| (run[0].0, run[0].1.map(|word| known[word].clone()), places_of(run))).collect()
}

/// The words of a title as it writes them, those of the thing only, in its order.
pub(super) fn as_written(title: &str, thing: &[String]) -> String {
    let mut said: Vec<String> = Vec::new();
    let mut words: Vec<String> = Vec::new();
    for word in title.split(|letter: char| !letter.is_alphanumeric()) {
        let stem = stem(word);
        if thing.contains(&stem) && !said.contains(&stem) {
            said.push(stem);
            words.push(word.to_lowercase());
        }
    }
    words.join(" ")
}

/// Words that tell one purchase from another, each once, in alphabetical order.
fn telling_words(title: &str, names: &BTreeSet<String>) -> Vec<String> {
    let is_telling = |word: &String| {
        word.len() >= SHORTEST
            && word.chars().all(char::is_alphabetic)
            && ANY_CONTRACT.binary_search(&word.as_str()).is_err()
            && !names.contains(word)
    };
    let words: BTreeSet<String> = title.split(|letter: char| !letter.is_alphanumeric()).map(stem).filter(is_telling).collect();
    words.into_iter().take(MOST_WORDS).collect()
}

/// In small letters, one of several: `Licences` is `licence`, `libraries` is `library`.
fn stem(word: &str) -> String {
    let lower = word.to_lowercase();
    if let Some(start) = lower.strip_suffix("ies").filter(|start| start.len() >= SHORTEST) {
        return format!("{start}y");
    }
    match lower.strip_suffix('s') {
        Some(one) if one.len() >= SHORTEST && !one.ends_with(['s', 'u', 'i']) => one.to_string(),
        _ => lower,
    }
}

/// Names of councils are names of places; a fire authority's would take the fire out of fire extinguishers.
fn names_of_bodies(profile: &Profile<'_>) -> BTreeSet<String> {
    let is_council = |facts: &crate::BodyFacts| matches!(facts.kind, BodyKind::County | BodyKind::District | BodyKind::Unitary);
    let councils = profile.bodies.iter().filter(|body| body.facts.is_none_or(is_council));
    councils.flat_map(|body| body.as_words.split('-').map(stem).collect::<Vec<_>>()).collect()
}

fn has_two_bodies(contracts: &Contracts<'_>, places: &[usize]) -> bool {
    let body = |place: &usize| contracts.running[*place].body;
    places.first().is_some_and(|first| places.iter().any(|place| body(place) != body(first)))
}

/// Leaves out a thing most of whose contracts are in a larger one: after `supported living`, `supported learning` says little.
fn without_parts(mut things: Vec<Thing>) -> Vec<Thing> {
    // Of equals those within a chapter come first.
    things.sort_by(|a, b| {
        b.places
            .len()
            .cmp(&a.places.len())
            .then_with(|| (a.chapter.is_none(), a.chapter, &a.words).cmp(&(b.chapter.is_none(), b.chapter, &b.words)))
    });
    let mut kept: Vec<Thing> = Vec::new();
    let mut kept_of: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for thing in things {
        let mut shared: BTreeMap<usize, usize> = BTreeMap::new();
        for larger in thing.places.iter().filter_map(|place| kept_of.get(place)).flatten() {
            *shared.entry(*larger).or_default() += 1;
        }
        if shared.values().all(|shared| shared * 2 <= thing.places.len()) {
            thing.places.iter().for_each(|place| kept_of.entry(*place).or_default().push(kept.len()));
            kept.push(thing);
        }
    }
    kept.sort_by(|a, b| (a.chapter, &a.words).cmp(&(b.chapter, &b.words)));
    kept
}

/// The words as the largest contract of a group writes them.
pub(super) fn named_by(members: &[&Running<'_>], thing: &[String]) -> String {
    let largest = members.iter().max_by_key(|contract| (contract.annual_value, std::cmp::Reverse(contract.index)));
    largest.map_or_else(String::new, |contract| as_written(&contract.facts.title, thing))
}

fn is_for_whom(word: &str) -> bool {
    FOR_WHOM.binary_search(&word).is_ok()
}

/// Words that say for whom or where, and two of them too little of what, in order.
#[rustfmt::skip]
const FOR_WHOM: &[&str] = &[
    "academy", "adult", "advice", "age", "care", "centre", "child", "children", "church", "college", "court", "day", "disability", "education", "educational", "family",
    "hall", "health", "high", "home", "house", "housing", "infant", "junior", "lane", "learning", "need", "old", "older", "park", "people", "person",
    "primary", "road", "school", "secondary", "social", "special", "street", "young", "youth",
];

/// Words that a contract for anything could have in its title, one of several each, in order.
#[rustfmt::skip]
const ANY_CONTRACT: &[&str] = &[
    "agreement", "and", "annual", "appointment", "approved", "associated", "authority", "award", "borough", "building", "business",
    "call", "city", "collaborative", "community", "contract", "contractor", "corporate", "council", "county", "delivery",
    "design", "development", "direct", "district", "dynamic", "equipment", "exemption", "exercise", "extension", "external", "flexible", "for",
    "framework", "from", "fund", "general", "goods", "group", "hire", "implementation", "improvement", "installation", "joint", "licence", "license",
    "limited", "list", "local", "lot", "ltd", "maintenance", "managed", "management", "minor", "monitoring", "network", "new", "non",
    "north", "off", "ongoing", "open", "operation", "other", "over", "partner", "partnership", "phase", "plan", "plc", "procurement", "product", "professional", "programme",
    "project", "provider", "provision", "public", "purchase", "purchasing", "regional", "related", "renewal", "repair", "replacement", "reprocurement",
    "residential", "review", "scheme", "service", "servicing", "site", "small", "software", "solution", "south", "specialist", "strategic", "supplier", "supply",
    "support", "system", "technical", "temporary", "tender", "term", "the", "through", "town", "training", "unit", "upgrade", "use", "various",
    "via", "west", "with", "within", "work", "year",
];

#[cfg(test)]
mod tests {
    use super::*;

    fn words(title: &str) -> Vec<String> {
        telling_words(title, &BTreeSet::from(["ashby".to_string()]))
    }

    #[test]
    fn words_of_any_contract_stand_in_order_so_that_they_are_found() {
        assert!(ANY_CONTRACT.windows(2).all(|pair| pair[0] < pair[1]), "{:?}", ANY_CONTRACT.windows(2).find(|pair| pair[0] >= pair[1]));
        assert!(FOR_WHOM.is_sorted());
        assert!(ANY_CONTRACT.iter().all(|word| stem(word) == *word || *word == "goods"));
    }

    #[test]
    fn only_words_that_tell_one_purchase_from_another_count() {
        assert_eq!(words("Provision of Cashless Parking System for Ashby 2024-28 (Lot 2)"), ["cashless", "parking"]);
        assert_eq!(words("Supply & maintenance of cremators"), ["cremator"]);
        assert!(words("Support and Maintenance Contract").is_empty());
        assert_eq!(words("Services for disabilities"), ["disability"]);
        assert!(is_for_whom("disability") && !is_for_whom("parking"));
    }

    #[test]
    fn a_thing_is_told_in_the_words_and_the_order_of_the_title() {
        let thing = ["booking".to_string(), "court".to_string(), "tennis".to_string()];
        assert_eq!(as_written("Booking of Tennis Courts, tennis court lights", &thing), "booking tennis courts");
    }
}
