//! Judgements that cannot all be true, and what holds meanwhile.
//!
//! The rule: where `same` after `same` leads from a name to one it was judged `different` from, the records are named
//! and none is dropped in silence. Until a person settles it, `different` keeps the two apart and the `same` judgements
//! of that chain are laid aside, so that their names are left to the score. Every other judgement holds.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use crate::judgements::{Answer, Judgement, NameKey};

/// Judgements that cannot all be true.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Contradiction {
    /// The record that keeps two names apart, as a place in the list; it holds meanwhile.
    pub different: usize,
    /// The records that lead from one of them to the other, in order; they are laid aside meanwhile.
    pub same: Vec<usize>,
}

/// What follows from all records together.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Settled {
    /// The names that were judged, each once.
    pub(crate) names: Vec<NameKey>,
    /// Pairs of them that are one supplier, with the record that says so.
    pub(crate) same: Vec<Ruling>,
    /// Pairs of them that are two.
    pub(crate) different: Vec<Ruling>,
    /// What cannot all be true.
    pub(crate) contradictions: Vec<Contradiction>,
}

/// What one record says of two judged names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Ruling {
    /// One name, as a place among the names judged.
    pub(crate) a: u32,
    /// The other.
    pub(crate) b: u32,
    /// The record, as a place in the list.
    pub(crate) record: usize,
}

/// Works out what follows from the records that stand.
pub(crate) fn settle(all: &[Judgement], stands: &[bool]) -> Settled {
    let standing = || all.iter().enumerate().filter(|(place, _)| stands[*place]);
    let keys: BTreeSet<NameKey> = standing().flat_map(|(_, record)| record.names.each_ref().map(|name| name.key())).collect();
    let mut settled = Settled { names: keys.into_iter().collect(), ..Settled::default() };
    for (place, record) in standing() {
        let sides = record.names.each_ref().map(|name| covered(&settled.names, &name.key()));
        match record.answer {
            Answer::Same => settled.same.extend(all_one(&sides, place)),
            Answer::Different => settled.different.extend(all_apart(&sides, place)),
            Answer::Unsure => {}
        }
    }
    settled.same.sort_unstable();
    settled.same.dedup();
    settled.different.sort_unstable();
    settled.different.dedup();
    lay_aside(&mut settled);
    settled
}

/// The judged names that `key` means: itself and those it covers.
fn covered(names: &[NameKey], key: &NameKey) -> Vec<u32> {
    let first = names.partition_point(|name| name.text < key.text);
    let of_text = names[first..].iter().take_while(|name| name.text == key.text);
    of_text.zip(first as u32..).filter(|(name, _)| key.covers(name)).map(|(_, place)| place).collect()
}

fn all_one(sides: &[Vec<u32>; 2], record: usize) -> Vec<Ruling> {
    let first = sides[0][0];
    let others = sides.iter().flatten().filter(|other| **other != first);
    others.map(|other| ruling(first, *other, record)).collect()
}

/// `Quince at Aldford` different from `Quince` means from Quince elsewhere: a name is never kept apart from itself.
fn all_apart(sides: &[Vec<u32>; 2], record: usize) -> Vec<Ruling> {
    let [first, second] = sides;
    let only = |own: &Vec<u32>, others: &Vec<u32>| -> Vec<u32> {
        let rest: Vec<u32> = own.iter().filter(|name| !others.contains(name)).copied().collect();
        if rest.is_empty() { own.clone() } else { rest }
    };
    let (first, second) = (only(first, second), only(second, first));
    let pairs = first.iter().flat_map(|a| second.iter().map(move |b| (*a, *b)));
    pairs.filter(|(a, b)| a != b).map(|(a, b)| ruling(a, b, record)).collect()
}

fn ruling(a: u32, b: u32, record: usize) -> Ruling {
    Ruling { a: a.min(b), b: a.max(b), record }
}

/// Finds every chain of `same` between two names judged `different`, shortest first, names it, and takes its records out.
fn lay_aside(settled: &mut Settled) {
    let mut found = BTreeSet::new();
    let different = settled.different.clone();
    for apart in &different {
        while let Some(same) = chain(&settled.same, apart.a, apart.b) {
            settled.same.retain(|ruling| !same.contains(&ruling.record));
            found.insert(Contradiction { different: apart.record, same });
        }
    }
    settled.contradictions = found.into_iter().collect();
}

/// The records of a shortest chain from one name to the other, if there is one.
fn chain(same: &[Ruling], from: u32, to: u32) -> Option<Vec<usize>> {
    let mut next: BTreeMap<u32, Vec<(u32, usize)>> = BTreeMap::new();
    for ruling in same {
        next.entry(ruling.a).or_default().push((ruling.b, ruling.record));
        next.entry(ruling.b).or_default().push((ruling.a, ruling.record));
    }
    let mut came_from: BTreeMap<u32, (u32, usize)> = BTreeMap::new();
    let mut waiting = VecDeque::from([from]);
    while let Some(name) = waiting.pop_front().filter(|name| *name != to) {
        for (other, record) in next.get(&name).into_iter().flatten() {
            if *other != from && !came_from.contains_key(other) {
                came_from.insert(*other, (name, *record));
                waiting.push_back(*other);
            }
        }
    }
    let mut records = Vec::new();
    let mut name = to;
    while name != from {
        let (before, record) = came_from.get(&name)?;
        records.push(*record);
        name = *before;
    }
    records.reverse();
    records.dedup();
    Some(records)
}

#[cfg(test)]
mod tests {
    use definitions::{Day, Source};

    use super::*;
    use crate::judgements::{JudgedName, Judgements};

    /// `a=b` is a judgement of `same`, `a!b` of `different`, one after the other, each by a person of its own.
    fn judged(said: &[&str]) -> Judgements {
        let records = said.iter().zip(2..).map(|(pair, line)| {
            let sign = pair.find(['=', '!']).expect("a sign");
            Judgement {
                names: [&pair[..sign], &pair[sign + 1..]].map(name),
                answer: if &pair[sign..=sign] == "=" { Answer::Same } else { Answer::Different },
                by: format!("person {line}"),
                on: Day(20_000),
                why: String::new(),
                source: Source { file: "judgements.csv".into(), sheet: None, line },
            }
        });
        Judgements::of(records.collect())
    }

    /// `x` is a name anywhere, `x@aldford` at one body.
    fn name(text: &str) -> JudgedName {
        let (name, body) = text.split_once('@').map_or((text, None), |(name, body)| (name, Some(body.to_string())));
        JudgedName { name: name.to_string(), body, supplier_number: None }
    }

    #[test]
    fn a_chain_of_same_between_two_names_judged_different_is_named_record_by_record() {
        let judgements = judged(&["a=b", "b=c", "a!c", "c=d"]);
        assert_eq!(judgements.contradictions(), [Contradiction { different: 2, same: vec![0, 1] }]);
        assert_eq!([0, 1, 2, 3].map(|record| judgements.holds(record)), [false, false, true, true]);
    }

    #[test]
    fn two_people_who_disagree_on_one_pair_contradict_each_other_until_one_changes_their_mind() {
        let judgements = judged(&["a=b", "b!a"]);
        assert_eq!(judgements.contradictions(), [Contradiction { different: 1, same: vec![0] }]);
        assert!(judged(&["a=b", "b!c"]).contradictions().is_empty());
    }

    #[test]
    fn every_chain_is_named_not_only_the_first() {
        let judgements = judged(&["a=b", "a!b", "a=c", "c=b"]);
        assert_eq!(
            judgements.contradictions(),
            [Contradiction { different: 1, same: vec![0] }, Contradiction { different: 1, same: vec![2, 3] }]
        );
    }

    #[test]
    fn a_name_at_one_body_can_be_different_from_the_same_name_elsewhere() {
        let judgements = judged(&["a@aldford!a", "a=b"]);
        // The second says that whoever is written `a`, at Aldford too, is `b`: that contradicts the first.
        assert_eq!(judgements.contradictions(), [Contradiction { different: 0, same: vec![1] }]);
        assert!(judged(&["a@aldford!a", "a@bexton=b"]).contradictions().is_empty());
    }
}
