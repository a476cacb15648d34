//! Who carries on what a body did, on any day: through mergers, splits and mergers after mergers.
//!
//! The rule: a body exists from its first day to its last, both included; on the day after its last day what it had is its
//! successors'. Where there is more than one, nobody is guessed: each thing must be looked at. It forgets no body.

use std::collections::BTreeSet;

use definitions::{BodyId, Day};

use crate::{Body, Directory};

/// Who carries on what a body did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Heirs {
    /// The body itself: it exists on that day.
    Itself,
    /// One body has everything it had.
    One(BodyId),
    /// It was split: what it had is parted among these, and the table does not say how.
    Several(Vec<BodyId>),
    /// It has ended, and nobody is known to have followed it.
    Nobody,
}

/// What became of a body on the day after its last.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    /// One body took its place, and that of no other.
    Became(BodyId),
    /// One body took its place and that of these others.
    MergedInto(BodyId, Vec<BodyId>),
    /// Several bodies share what it had.
    SplitInto(Vec<BodyId>),
    /// It ended, and nobody is known to have followed it.
    Ended,
}

impl Body {
    /// True where it exists on `day`.
    pub fn exists_on(&self, day: Day) -> bool {
        self.first_day.is_none_or(|first| first <= day) && self.last_day.is_none_or(|last| day <= last)
    }
}

impl Directory {
    /// Who carries on what `id` did, on `day`. A body that is not known is taken to exist.
    pub fn heirs_on(&self, id: &BodyId, day: Day) -> Heirs {
        match self.get(id) {
            Some(body) if body.last_day.is_some_and(|last| last < day) => {}
            _ => return Heirs::Itself,
        }
        let mut heirs = BTreeSet::new();
        self.follow(id, day, &mut BTreeSet::new(), &mut heirs);
        let mut heirs: Vec<BodyId> = heirs.into_iter().collect();
        match heirs.len() {
            0 => Heirs::Nobody,
            1 => Heirs::One(heirs.remove(0)),
            _ => Heirs::Several(heirs),
        }
    }

    /// What became of `id` when it ended; `None` where it has no last day or is not known.
    pub fn change_of(&self, id: &BodyId) -> Option<Change> {
        let body = self.get(id).filter(|body| body.last_day.is_some())?;
        Some(match body.successors.as_slice() {
            [] => Change::Ended,
            [one] => match self.others_before(one, body) {
                others if others.is_empty() => Change::Became(one.clone()),
                others => Change::MergedInto(one.clone(), others),
            },
            several => Change::SplitInto(several.to_vec()),
        })
    }

    /// The bodies that `id` took over from, in the order of their ids.
    pub fn predecessors_of(&self, id: &BodyId) -> Vec<&Body> {
        let mut before: Vec<&Body> = self.bodies().filter(|body| body.successors.contains(id)).collect();
        before.sort_by(|a, b| a.id.cmp(&b.id));
        before
    }

    /// Follows successors until bodies that exist on `day` or end without any; `met` keeps a circle in the facts from being one here.
    fn follow(&self, id: &BodyId, day: Day, met: &mut BTreeSet<BodyId>, heirs: &mut BTreeSet<BodyId>) {
        if !met.insert(id.clone()) {
            return;
        }
        let Some(body) = self.get(id) else {
            heirs.insert(id.clone());
            return;
        };
        if body.last_day.is_none_or(|last| day <= last) {
            heirs.insert(id.clone());
            return;
        }
        body.successors.iter().for_each(|successor| self.follow(successor, day, met, heirs));
    }

    fn others_before(&self, heir: &BodyId, body: &Body) -> Vec<BodyId> {
        let others = self.predecessors_of(heir).into_iter().filter(|other| other.id != body.id && other.last_day == body.last_day);
        others.map(|other| other.id.clone()).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn id(text: &str) -> BodyId {
        BodyId::new(text)
    }

    fn day(text: &str) -> Day {
        text.parse().expect("the test writes a real day")
    }

    #[test]
    fn taunton_deane_is_carried_on_by_the_merged_district_and_then_by_somerset() {
        let uk = Directory::uk();
        assert_eq!(uk.heirs_on(&id("taunton-deane"), day("2019-03-31")), Heirs::Itself);
        assert_eq!(uk.heirs_on(&id("taunton-deane"), day("2019-04-01")), Heirs::One(id("somerset-west-and-taunton")));
        assert_eq!(uk.heirs_on(&id("taunton-deane"), day("2023-04-01")), Heirs::One(id("somerset")));
    }

    #[test]
    fn cumbria_was_split_so_nobody_alone_has_what_it_had() {
        let heirs = Directory::uk().heirs_on(&id("cumbria"), day("2026-11-22"));
        assert_eq!(heirs, Heirs::Several(vec![id("cumberland"), id("westmorland-and-furness")]));
    }

    #[test]
    fn poole_merged_with_bournemouth_and_christchurch() {
        let change = Directory::uk().change_of(&id("poole")).expect("Poole has ended");
        assert_eq!(change, Change::MergedInto(id("bournemouth-christchurch-and-poole"), vec![id("bournemouth"), id("christchurch")]));
        assert_eq!(Directory::uk().change_of(&id("bolton")), None);
    }

    #[test]
    fn a_council_exists_on_its_last_day_and_its_successor_from_the_next() {
        let uk = Directory::uk();
        let exists = |who: &str, on: &str| uk.get(&id(who)).expect("in the table").exists_on(day(on));
        assert!(exists("mendip", "2023-03-31") && !exists("mendip", "2023-04-01"));
        assert!(!exists("somerset", "2023-03-31") && exists("somerset", "2023-04-01"));
    }

    #[test]
    fn facts_that_run_in_a_circle_end_with_nobody() {
        let mut directory = Directory::default();
        for (one, next) in [("ash", "beck"), ("beck", "ash")] {
            directory.add(ended(one, next), &[]);
        }
        assert_eq!(directory.heirs_on(&id("ash"), day("2024-01-01")), Heirs::Nobody);
    }

    fn ended(own: &str, next: &str) -> Body {
        Body {
            id: id(own),
            name: own.to_string(),
            short_name: own.to_string(),
            gss: None,
            kind: crate::BodyKind::District,
            region: None,
            at: None,
            thousand_residents: None,
            first_day: None,
            last_day: Some(day("2023-03-31")),
            successors: vec![id(next)],
        }
    }
}
