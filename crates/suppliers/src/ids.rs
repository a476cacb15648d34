//! Ids that stay with a supplier from run to run.
//!
//! The rule: a supplier keeps the id under which most of its names were known before; where two suppliers became one, the
//! id of the larger part stays and the other is told to have been joined into it; where one fell apart, the larger part
//! keeps the id. Nothing depends on the order of names or suppliers, and a second look at the same names changes nothing.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

/// What became of an id that was known before.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct IdChange<Id> {
    /// The id as it was.
    pub id: Id,
    /// What happened to its names.
    pub kind: IdChangeKind,
    /// The id under which those names are now.
    pub now: Id,
}

/// What happened to the names of an id.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum IdChangeKind {
    /// All that is left of it was joined into another supplier.
    Joined,
    /// Some of its names became a supplier of their own.
    Split,
    /// Some of its names went to another supplier.
    Moved,
}

/// For each supplier of `now` (its names) the id it keeps, if it keeps one. `earlier` has the id of each name as it was known.
pub fn kept_ids<Id: Ord + Clone>(earlier: &BTreeMap<&str, Id>, now: &[Vec<&str>]) -> Vec<Option<Id>> {
    let first_name = |place: usize| now[place].iter().min().copied();
    let mut claims: Vec<(Reverse<usize>, Id, Option<&str>, usize)> =
        votes(earlier, now).into_iter().map(|((id, place), names)| (Reverse(names), id, first_name(place), place)).collect();
    claims.sort();
    let mut kept: Vec<Option<Id>> = vec![None; now.len()];
    let mut taken: BTreeSet<Id> = BTreeSet::new();
    for (_, id, _, place) in claims {
        if kept[place].is_none() && taken.insert(id.clone()) {
            kept[place] = Some(id);
        }
    }
    kept
}

/// What became of earlier ids, now that each supplier of `now` has its id in `ids`.
pub fn id_changes<Id: Ord + Clone>(earlier: &BTreeMap<&str, Id>, now: &[Vec<&str>], ids: &[Id]) -> Vec<IdChange<Id>> {
    let known: BTreeSet<&Id> = earlier.values().collect();
    let held: BTreeSet<&Id> = ids.iter().collect();
    let change = |id: Id, place: usize| {
        let kind = if !held.contains(&id) {
            IdChangeKind::Joined
        } else if known.contains(&ids[place]) {
            IdChangeKind::Moved
        } else {
            IdChangeKind::Split
        };
        IdChange { id, kind, now: ids[place].clone() }
    };
    let went = votes(earlier, now).into_keys().filter(|(id, place)| ids[*place] != *id);
    let mut changes: Vec<IdChange<Id>> = went.map(|(id, place)| change(id, place)).collect();
    changes.sort();
    changes
}

/// How many names of each earlier id are in each supplier of now.
fn votes<Id: Ord + Clone>(earlier: &BTreeMap<&str, Id>, now: &[Vec<&str>]) -> BTreeMap<(Id, usize), usize> {
    let mut votes: BTreeMap<(Id, usize), usize> = BTreeMap::new();
    for (place, names) in now.iter().enumerate() {
        for id in names.iter().filter_map(|name| earlier.get(name)) {
            *votes.entry((id.clone(), place)).or_default() += 1;
        }
    }
    votes
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn earlier<'a>(names: &[(&'a str, &'static str)]) -> BTreeMap<&'a str, &'static str> {
        names.iter().copied().collect()
    }

    #[test]
    fn a_supplier_keeps_its_id_when_names_are_added() {
        let earlier = earlier(&[("Quince", "quince-1"), ("QUINCE", "quince-1"), ("Medlar", "medlar-1")]);
        let now = [vec!["A Quince", "QUINCE", "Quince"], vec!["Medlar"], vec!["Damson"]];
        assert_eq!(kept_ids(&earlier, &now), [Some("quince-1"), Some("medlar-1"), None]);
        assert_eq!(id_changes(&earlier, &now, &["quince-1", "medlar-1", "damson-1"]), []);
    }

    #[test]
    fn of_two_suppliers_that_become_one_the_larger_keeps_its_id_and_the_other_is_told_of() {
        let earlier = earlier(&[("Quince", "quince-1"), ("QUINCE", "quince-1"), ("Medlar", "medlar-1")]);
        let now = [vec!["Medlar", "QUINCE", "Quince"]];
        assert_eq!(kept_ids(&earlier, &now), [Some("quince-1")]);
        let joined = IdChange { id: "medlar-1", kind: IdChangeKind::Joined, now: "quince-1" };
        assert_eq!(id_changes(&earlier, &now, &["quince-1"]), [joined]);
    }

    #[test]
    fn of_a_supplier_that_falls_apart_the_larger_part_keeps_the_id() {
        let earlier = earlier(&[("Quince", "quince-1"), ("QUINCE", "quince-1"), ("Medlar", "quince-1")]);
        let now = [vec!["Medlar"], vec!["QUINCE", "Quince"]];
        assert_eq!(kept_ids(&earlier, &now), [None, Some("quince-1")]);
        let split = IdChange { id: "quince-1", kind: IdChangeKind::Split, now: "medlar-1" };
        assert_eq!(id_changes(&earlier, &now, &["medlar-1", "quince-1"]), [split]);
    }

    proptest! {
        #[test]
        fn ids_are_kept_whatever_the_order_and_a_second_look_changes_nothing(
            before in prop::collection::vec(0u32..6, 12),
            after in prop::collection::vec(0u32..6, 12),
            turn in 0usize..6,
        ) {
            const NAMES: [&str; 12] = ["a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k", "l"];
            let earlier: BTreeMap<&str, u32> = NAMES.iter().copied().zip(before).collect();
            let group = |number: u32| NAMES.iter().zip(&after).filter(|(_, of)| **of == number).map(|(name, _)| *name).collect::<Vec<&str>>();
            let now: Vec<Vec<&str>> = (0..6).map(group).filter(|names| !names.is_empty()).collect();
            let ids = |now: &[Vec<&str>]| -> Vec<u32> {
                // A new supplier's id is made of its names: here, of the first.
                let fresh = |names: &Vec<&str>| 100 + u32::from(names.iter().min().map_or(0, |name| name.as_bytes()[0]));
                kept_ids(&earlier, now).into_iter().zip(now).map(|(kept, names)| kept.unwrap_or_else(|| fresh(names))).collect()
            };
            let first = ids(&now);
            let mut turned = now.clone();
            let places = turned.len();
            turned.rotate_left(turn % places);
            let mut again = ids(&turned);
            again.rotate_right(turn % places);
            prop_assert_eq!(&first, &again);
            let mut alone = first.clone();
            alone.sort_unstable();
            alone.dedup();
            prop_assert_eq!(alone.len(), first.len(), "two suppliers have one id");
            let known: BTreeMap<&str, u32> = now.iter().zip(&first).flat_map(|(names, id)| names.iter().map(move |name| (*name, *id))).collect();
            let kept: Vec<Option<u32>> = first.iter().copied().map(Some).collect();
            prop_assert_eq!(kept_ids(&known, &now), kept);
            prop_assert_eq!(id_changes(&known, &now, &first), vec![]);
        }
    }
}
