//! Who carries on what a body did, on any day: through mergers, splits and mergers after mergers.
//!
//! The rule: a body exists from its first day to its last, both included; on the day after its last day what it had is its
//! successors'. Where there is more than one, or one that has a part only, nobody is guessed: each thing must be looked at.
//! It forgets no body.

use std::collections::BTreeSet;

use definitions::{BodyId, Day, Trouble};

use crate::{Body, BodyKind, Directory, Ending, Follower, Region, Standing};

/// Who carries on what a body did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Heirs {
    /// The body itself: it exists on that day.
    Itself,
    /// One body has everything it had.
    One(BodyId),
    /// It was split: what it had is parted among these. One alone stands here where it has a part, and nobody is known for
    /// the rest.
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

/// Which bodies are asked for; what is left out does not matter.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Wanted {
    /// Only of this kind.
    pub kind: Option<BodyKind>,
    /// Only of this region.
    pub region: Option<Region>,
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
        let mut way = Way { day, met: BTreeSet::new(), heirs: BTreeSet::new(), has_lost_a_part: false };
        self.follow(id, &mut way);
        let mut heirs: Vec<BodyId> = way.heirs.into_iter().collect();
        match heirs.len() {
            0 => Heirs::Nobody,
            1 if !way.has_lost_a_part => Heirs::One(heirs.remove(0)),
            _ => Heirs::Several(heirs),
        }
    }

    /// The bodies that exist on `day` and fit, in the order of the table and then of adding.
    pub fn existing_on(&self, day: Day, wanted: Wanted) -> impl Iterator<Item = &Body> {
        let fits = move |body: &&Body| {
            wanted.kind.is_none_or(|kind| body.kind == kind) && wanted.region.is_none_or(|region| body.region == Some(region))
        };
        self.bodies().filter(move |body| body.exists_on(day)).filter(fits)
    }

    /// Adds what becomes of a body, or says it anew: its last day, and who follows it.
    ///
    /// # Errors
    /// When the body or a successor is not known, when a successor is the body itself, when it would end before it began, or
    /// when the shares of residents are no shares of one whole. Nothing is changed then.
    pub fn add_ending(&mut self, ending: Ending) -> Result<(), Trouble> {
        self.check_ending(&ending)?;
        self.take_ending(ending);
        Ok(())
    }

    /// The end of this body, with parts, standing and source where they are known; `None` where it has no last day.
    pub fn ending_of(&self, id: &BodyId) -> Option<Ending> {
        let body = self.get(id)?;
        let last_day = body.last_day?;
        let followers: Vec<Follower> = body.successors.iter().map(Follower::new).collect();
        let is_same = |ending: &&Ending| {
            ending.last_day == last_day && ending.followers.iter().map(|follower| &follower.body).eq(body.successors.iter())
        };
        // What a place says of the body itself, later than the table, outweighs what the table says of its end.
        Some(self.endings.get(id).filter(is_same).cloned().unwrap_or_else(|| Ending {
            body: id.clone(),
            last_day,
            followers,
            standing: Standing::Settled,
            source: String::new(),
        }))
    }

    /// True where its end is planned and not settled.
    pub fn is_end_planned(&self, id: &BodyId) -> bool {
        self.get(id).is_some_and(|body| body.last_day.is_some())
            && self.endings.get(id).is_some_and(|ending| ending.standing == Standing::Planned)
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

    /// Follows successors until bodies that exist on the day or end without any.
    fn follow(&self, id: &BodyId, way: &mut Way) {
        if !way.met.insert(id.clone()) {
            return;
        }
        let Some(body) = self.get(id).filter(|body| body.last_day.is_some_and(|last| last < way.day)) else {
            way.heirs.insert(id.clone());
            return;
        };
        if let Some(ending) = self.ending_of(id) {
            way.has_lost_a_part |= matches!(ending.followers.as_slice(), [only] if !only.part.is_empty());
        }
        body.successors.iter().for_each(|successor| self.follow(successor, way));
    }

    fn check_ending(&self, ending: &Ending) -> Result<(), Trouble> {
        let trouble = |because: String, try_next: &str| Err(Trouble::new(format!("enter the end of {}", ending.body), because, try_next));
        let unknown = std::iter::once(&ending.body).chain(ending.followers.iter().map(|follower| &follower.body));
        if let Some(unknown) = unknown.into_iter().find(|id| self.get(id).is_none()) {
            return trouble(format!("no body has the name {unknown} in addresses"), "Add that body first.");
        }
        if ending.followers.iter().any(|follower| follower.body == ending.body) {
            return trouble("it would follow itself".into(), "Leave it out of its successors, or give it no last day.");
        }
        let first_day = self.get(&ending.body).and_then(|body| body.first_day);
        if let Some(first) = first_day.filter(|first| ending.last_day < *first) {
            return trouble(format!("it began on {}", first.long()), "Give a last day that is not before its first.");
        }
        let shares: Vec<f64> = ending.followers.iter().filter_map(|follower| follower.share_of_residents).collect();
        // A ten-thousandth is left for shares that were rounded.
        if shares.iter().any(|share| !(0.0..=1.0).contains(share)) || shares.iter().sum::<f64>() > 1.0001 {
            return trouble("the shares of its residents do not make one whole".into(), "Give each share as a part of 1, such as 0.4.");
        }
        Ok(())
    }

    fn others_before(&self, heir: &BodyId, body: &Body) -> Vec<BodyId> {
        let others = self.predecessors_of(heir).into_iter().filter(|other| other.id != body.id && other.last_day == body.last_day);
        others.map(|other| other.id.clone()).collect()
    }
}

/// What is carried along while successors are followed; `met` keeps a circle in the facts from being one here.
struct Way {
    day: Day,
    met: BTreeSet<BodyId>,
    heirs: BTreeSet<BodyId>,
    has_lost_a_part: bool,
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
    fn lisburn_was_parted_between_its_merged_district_and_belfast() {
        let uk = Directory::uk();
        let heirs = uk.heirs_on(&id("lisburn"), day("2015-04-01"));
        assert_eq!(heirs, Heirs::Several(vec![id("belfast"), id("lisburn-and-castlereagh")]));
        let ending = uk.ending_of(&id("lisburn")).expect("it has ended");
        assert!(ending.followers.iter().any(|follower| follower.body == id("belfast") && follower.part.contains("Poleglass")));
    }

    #[test]
    fn who_existed_on_a_day_can_be_asked_by_kind_and_region() {
        let uk = Directory::uk();
        let wanted = Wanted { kind: Some(BodyKind::County), region: Some(Region::SouthWest) };
        let counties = |on: &str| uk.existing_on(day(on), wanted).map(|body| body.short_name.as_str()).collect::<Vec<_>>();
        assert_eq!(counties("2019-03-31"), ["Devon", "Dorset County", "Gloucestershire", "Somerset"]);
        assert_eq!(counties("2023-04-01"), ["Devon", "Gloucestershire"]);
        assert_eq!(uk.existing_on(day("2023-04-01"), Wanted::default()).filter(|body| body.kind == BodyKind::County).count(), 21);
    }

    /// Lewes, as one option of a reorganisation that nobody has settled would part it.
    fn parted_lewes() -> Ending {
        let follower = |body: &str, part: &str, share| Follower { body: id(body), part: part.to_string(), share_of_residents: share };
        Ending {
            body: id("lewes"),
            last_day: day("2028-03-31"),
            followers: vec![
                follower("brighton-and-hove", "Peacehaven and Telscombe", Some(0.27)),
                follower("east-sussex", "the rest", Some(0.73)),
            ],
            standing: Standing::Planned,
            source: "An option before the government".to_string(),
        }
    }

    #[test]
    fn a_planned_split_by_parts_is_entered_and_changes_nothing_before_its_day() {
        let mut directory = Directory::uk();
        directory.add_ending(parted_lewes()).expect("all these bodies are known");
        assert_eq!(directory.heirs_on(&id("lewes"), day("2028-03-31")), Heirs::Itself);
        assert_eq!(directory.heirs_on(&id("lewes"), day("2028-04-01")), Heirs::Several(vec![id("brighton-and-hove"), id("east-sussex")]));
        assert!(directory.is_end_planned(&id("lewes")));
        assert_eq!(directory.named("Lewes DC").map(|body| body.id.clone()), Some(id("lewes")));
    }

    #[test]
    fn one_successor_that_has_a_part_only_is_not_taken_to_have_the_whole() {
        let mut directory = Directory::uk();
        let mut ending = parted_lewes();
        ending.followers.truncate(1);
        directory.add_ending(ending).expect("all these bodies are known");
        assert_eq!(directory.heirs_on(&id("lewes"), day("2028-04-01")), Heirs::Several(vec![id("brighton-and-hove")]));
    }

    #[test]
    fn an_end_that_makes_no_sense_is_refused_with_the_reason_and_changes_nothing() {
        let refused = |change: &dyn Fn(&mut Ending)| {
            let mut directory = Directory::uk();
            let mut ending = parted_lewes();
            change(&mut ending);
            let trouble = directory.add_ending(ending).expect_err("it is refused").to_string();
            assert_eq!(directory.get(&id("lewes")).and_then(|body| body.last_day), None);
            trouble
        };
        assert!(refused(&|ending| ending.followers[0].body = id("atlantis")).contains("no body has the name atlantis"));
        assert!(refused(&|ending| ending.followers[0].body = id("lewes")).contains("it would follow itself"));
        assert!(refused(&|ending| ending.followers[0].share_of_residents = Some(0.9)).contains("do not make one whole"));
        assert!(refused(&|ending| ending.followers[0].share_of_residents = Some(f64::NAN)).contains("do not make one whole"));
        let mut early = Ending { body: id("cumberland"), ..parted_lewes() };
        early.last_day = day("2020-01-01");
        let trouble = Directory::uk().add_ending(early).expect_err("it is refused").to_string();
        assert!(trouble.contains("it began on 1 April 2023"), "{trouble}");
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
