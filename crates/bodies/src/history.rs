//! What happened to a body, backwards and forwards, as dated events and sentences.
//!
//! The rule: every event is told from the same facts as `heirs_on` follows, names each body as it was called then, and says
//! where it can be read. What is planned is told as planned. It tells nothing of what a body did.

use std::collections::BTreeSet;

use definitions::{BodyId, Day};

use crate::{Directory, Ending, Follower, Standing};

/// One dated event.
#[derive(Clone, Debug, PartialEq)]
pub struct Event {
    /// The first day on which things are as it says.
    pub day: Day,
    /// What happened.
    pub kind: EventKind,
    /// How sure it is.
    pub standing: Standing,
    /// Where it can be read; may be empty.
    pub source: String,
}

/// What can happen to bodies.
#[derive(Clone, Debug, PartialEq)]
pub enum EventKind {
    /// It began, and took over from nobody known.
    Began(BodyId),
    /// One body took the place of another, alone.
    Became(BodyId, BodyId),
    /// One body took the place of several, or took others in.
    MergedInto(Vec<BodyId>, BodyId),
    /// What a body had was parted.
    SplitInto(BodyId, Vec<Follower>),
    /// It took another name: the old one, and the new.
    Renamed(BodyId, String, String),
    /// It ended, and nobody is known to have followed it.
    Ended(BodyId),
}

impl Directory {
    /// What happened to `id`, to those it took over from and to those who took over from it, oldest first.
    pub fn history_of(&self, id: &BodyId) -> Vec<Event> {
        let mut bodies = BTreeSet::new();
        self.walk(id, &mut bodies, &|id| self.predecessors_of(id).into_iter().map(|body| body.id.clone()).collect());
        let mut onward = BTreeSet::new();
        self.walk(id, &mut onward, &|id| self.get(id).map(|body| body.successors.clone()).unwrap_or_default());
        let mut events: Vec<Event> = Vec::new();
        for body in bodies.iter().chain(onward.iter().filter(|other| *other != id)) {
            events.extend(self.events_of(body));
        }
        let mut own = Vec::new();
        for event in events {
            if !own.contains(&event) {
                own.push(event);
            }
        }
        own.sort_by_key(|event| event.day);
        own
    }

    /// The event as a sentence with its day: `On 1 April 2020, Corby Borough Council and … merged into …`.
    pub fn sentence(&self, event: &Event) -> String {
        let Event { day, kind, standing, .. } = event;
        // Those who went before are called what they were called on their last day.
        let before = |id: &BodyId| self.name_or_id(id, Day(day.0.saturating_sub(1)));
        let name = |id: &BodyId| self.name_or_id(id, *day);
        let all = |ids: &[BodyId]| joined(&ids.iter().map(before).collect::<Vec<_>>());
        let is_planned = *standing == Standing::Planned;
        let words = match kind {
            EventKind::Began(body) => format!("{} {}", name(body), if is_planned { "is to begin" } else { "began" }),
            EventKind::Became(from, to) if self.is_on_both_sides(to, *day) => {
                format!("{} {} {}", name(to), if is_planned { "is to take over from" } else { "took over from" }, before(from))
            }
            EventKind::Became(from, to) => format!("{} {} {}", before(from), if is_planned { "is to become" } else { "became" }, name(to)),
            EventKind::MergedInto(from, to) => {
                format!("{} {} {}", all(from), if is_planned { "are to merge into" } else { "merged into" }, name(to))
            }
            EventKind::SplitInto(from, followers) => {
                let parts: Vec<String> = followers.iter().map(|follower| part(&name(&follower.body), follower)).collect();
                format!("{} {} {}", before(from), if is_planned { "is to be split among" } else { "was split among" }, joined(&parts))
            }
            EventKind::Renamed(_, old, new) => format!("{old} took the name {new}"),
            EventKind::Ended(body) => {
                format!("{} {}; who follows it is not known here", before(body), if is_planned { "is to end" } else { "ended" })
            }
        };
        format!("{} {}, {words}.", if is_planned { "Planned for" } else { "On" }, day.long())
    }

    /// Everything that happened with this body on either side.
    fn events_of(&self, id: &BodyId) -> Vec<Event> {
        let mut events = Vec::new();
        let settled = |day, kind, source: &str| Event { day, kind, standing: Standing::Settled, source: source.to_string() };
        let endings: Vec<Ending> = self.predecessors_of(id).into_iter().filter_map(|body| self.ending_of(&body.id)).collect();
        for ending in endings.iter().chain(&self.ending_of(id)) {
            events.push(self.told(ending));
        }
        for renaming in self.renamings.iter().filter(|renaming| renaming.body == *id) {
            let new = self.name_or_id(id, renaming.day);
            events.push(settled(renaming.day, EventKind::Renamed(id.clone(), renaming.before.clone(), new), &renaming.source));
        }
        if let (Some(first), true) = (self.get(id).and_then(|body| body.first_day), endings.is_empty()) {
            events.push(settled(first, EventKind::Began(id.clone()), ""));
        }
        events
    }

    /// The end of one body as the event it was part of: those who ended with it for the same successor are told together.
    fn told(&self, ending: &Ending) -> Event {
        let kind = match ending.followers.as_slice() {
            [] => EventKind::Ended(ending.body.clone()),
            [only] if only.part.is_empty() => match self.merged_with(ending, &only.body) {
                all if all.len() > 1 => EventKind::MergedInto(all, only.body.clone()),
                _ => EventKind::Became(ending.body.clone(), only.body.clone()),
            },
            several => EventKind::SplitInto(ending.body.clone(), several.to_vec()),
        };
        Event { day: Day(ending.last_day.0.saturating_add(1)), kind, standing: ending.standing, source: ending.source.clone() }
    }

    /// Those who ended on the same day with the whole for the same successor, in the order of their ids.
    fn merged_with(&self, ending: &Ending, successor: &BodyId) -> Vec<BodyId> {
        let ends = self.predecessors_of(successor).into_iter().filter_map(|body| self.ending_of(&body.id));
        let same =
            ends.filter(|other| other.last_day == ending.last_day && matches!(other.followers.as_slice(), [only] if only.part.is_empty()));
        same.map(|other| other.body).collect()
    }

    fn walk(&self, id: &BodyId, met: &mut BTreeSet<BodyId>, next: &dyn Fn(&BodyId) -> Vec<BodyId>) {
        if met.insert(id.clone()) {
            next(id).iter().for_each(|other| self.walk(other, met, next));
        }
    }

    /// True where the body existed before that day too.
    fn is_on_both_sides(&self, id: &BodyId, day: Day) -> bool {
        self.get(id).is_some_and(|body| body.exists_on(Day(day.0.saturating_sub(1))))
    }

    fn name_or_id(&self, id: &BodyId, day: Day) -> String {
        self.name_on(id, day).unwrap_or(id.as_str()).to_string()
    }
}

fn part(name: &str, follower: &Follower) -> String {
    let share = follower.share_of_residents.map(|share| format!("{:.0} % of residents", share * 100.0));
    let said: Vec<String> = [Some(follower.part.clone()).filter(|part| !part.is_empty()), share].into_iter().flatten().collect();
    if said.is_empty() { name.to_string() } else { format!("{name} ({})", said.join("; ")) }
}

/// `A`, `A and B`, `A, B and C`.
fn joined(names: &[String]) -> String {
    match names.split_last() {
        Some((last, others)) if !others.is_empty() => format!("{} and {last}", others.join(", ")),
        _ => names.concat(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Body, Renaming};

    fn id(text: &str) -> BodyId {
        BodyId::new(text)
    }

    fn day(text: &str) -> Day {
        text.parse().expect("the test writes a real day")
    }

    fn told(who: &str) -> Vec<String> {
        let uk = Directory::uk();
        uk.history_of(&id(who)).iter().map(|event| uk.sentence(event)).collect()
    }

    #[test]
    fn what_happened_to_taunton_deane_is_told_until_today() {
        let merged = "On 1 April 2023, Mendip District Council, Sedgemoor District Council, Somerset County Council, Somerset West and \
                      Taunton Council and South Somerset District Council merged into Somerset Council.";
        assert_eq!(
            told("taunton-deane"),
            [
                "On 1 April 2019, Taunton Deane Borough Council and West Somerset District Council merged into Somerset West and Taunton Council.",
                merged
            ]
        );
        assert!(told("somerset").contains(&merged.to_string()));
    }

    #[test]
    fn cumbria_was_split_and_its_districts_merged_on_one_day_under_one_order() {
        let sentences = told("cumberland");
        assert_eq!(
            sentences,
            [
                "On 1 April 2023, Allerdale Borough Council, Carlisle City Council and Copeland Borough Council merged into Cumberland Council.",
                "On 1 April 2023, Cumbria County Council was split among Cumberland Council and Westmorland and Furness Council.",
            ]
        );
        let uk = Directory::uk();
        assert!(uk.history_of(&id("cumbria")).iter().all(|event| event.source == "Cumbria (Structural Changes) Order 2022, SI 2022/331"));
    }

    #[test]
    fn a_part_is_told_with_its_words_and_a_body_that_went_on_took_over() {
        let sentences = told("castlereagh");
        assert!(sentences[0].starts_with("On 1 April 2015, Castlereagh Borough Council was split among Lisburn and Castlereagh City Council (the rest) and Belfast City Council (the wards next to the city"), "{sentences:?}");
        let cornwall = told("kerrier");
        assert!(cornwall[0].ends_with(
            "North Cornwall District Council, Penwith District Council and Restormel Borough Council merged into Cornwall Council."
        ));
        assert_eq!(
            told("isle-of-wight-fire"),
            [
                "On 1 April 2021, Hampshire and Isle of Wight Fire and Rescue Authority took over from Isle of Wight Fire and Rescue Authority."
            ]
        );
    }

    #[test]
    fn a_council_keeps_its_history_under_a_new_name_and_each_day_its_own_name() {
        let uk = Directory::uk();
        assert_eq!(
            told("folkestone-and-hythe"),
            ["On 1 April 2018, Shepway District Council took the name Folkestone and Hythe District Council."]
        );
        let name = |on: &str| uk.name_on(&id("folkestone-and-hythe"), day(on)).map(str::to_string);
        assert_eq!(name("2018-03-31").as_deref(), Some("Shepway District Council"));
        assert_eq!(name("2018-04-01").as_deref(), Some("Folkestone and Hythe District Council"));
        assert_eq!(uk.named("Shepway District Council").map(|body| body.id.clone()), Some(id("folkestone-and-hythe")));
    }

    #[test]
    fn a_body_that_was_renamed_twice_has_three_names_in_their_order() {
        let mut directory = Directory::default();
        directory.add(body("ash", None), &[]);
        for (on, before) in [("2020-01-01", "Second"), ("2010-01-01", "First")] {
            directory.add_renaming(Renaming { body: id("ash"), day: day(on), before: before.to_string(), source: String::new() });
        }
        let names =
            ["2009-12-31", "2010-01-01", "2019-12-31", "2020-01-01"].map(|on| directory.name_on(&id("ash"), day(on)).unwrap().to_string());
        assert_eq!(names, ["First", "Second", "Second", "ash"]);
        let sentences: Vec<String> = directory.history_of(&id("ash")).iter().map(|event| directory.sentence(event)).collect();
        assert_eq!(sentences, ["On 1 January 2010, First took the name Second.", "On 1 January 2020, Second took the name ash."]);
    }

    #[test]
    fn what_is_planned_is_told_as_planned() {
        let mut directory = Directory::default();
        for (own, first) in [("ash", None), ("beck", None), ("both", Some(day("2028-04-01")))] {
            directory.add(body(own, first), &[]);
        }
        for own in ["ash", "beck"] {
            let ending = Ending {
                body: id(own),
                last_day: day("2028-03-31"),
                followers: vec![Follower::new(&id("both"))],
                standing: Standing::Planned,
                source: "A letter".to_string(),
            };
            directory.add_ending(ending).expect("all three are known");
        }
        let history = directory.history_of(&id("ash"));
        assert_eq!(history.len(), 1);
        assert_eq!(directory.sentence(&history[0]), "Planned for 1 April 2028, ash and beck are to merge into both.");
    }

    #[test]
    fn facts_that_run_in_a_circle_are_told_once_each() {
        let mut directory = Directory::default();
        for (own, next) in [("ash", "beck"), ("beck", "ash")] {
            directory.add(Body { last_day: Some(day("2023-03-31")), successors: vec![id(next)], ..body(own, None) }, &[]);
        }
        assert_eq!(directory.history_of(&id("ash")).len(), 2);
    }

    fn body(own: &str, first_day: Option<Day>) -> Body {
        Body {
            id: id(own),
            name: own.to_string(),
            short_name: own.to_string(),
            gss: None,
            kind: crate::BodyKind::District,
            region: None,
            at: None,
            thousand_residents: None,
            first_day,
            last_day: None,
            successors: Vec::new(),
        }
    }
}
