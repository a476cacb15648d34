//! Why two parties of a list are one supplier, or two.
//!
//! The rule: every comparison that counted is told with its weight, then what decided: the score and the threshold, a
//! published number, a fact, the groups the names belong to, other names between them, or a person. Nothing is told that
//! did not count, and what is told is read from the same decision that `resolve` makes.

use std::collections::{BTreeMap, VecDeque};

use crate::against::Against;
use crate::cluster::{Ground, Link, Meeting};
use crate::explain::{Told, number_in_common};
use crate::names::numbers_of;
use crate::points::START;
use crate::solve::{Solved, solve};
use crate::{Answer, Basis, Comparison, Judgements, Party, Settings};

/// Why two parties are one supplier, or two.
#[derive(Clone, Debug, PartialEq)]
pub struct Explanation {
    /// True where they are one supplier.
    pub are_one: bool,
    /// What decided, in sentences.
    pub decided_by: Vec<String>,
    /// Published numbers they share, and facts that forbid them to be one by their names alone.
    pub facts: Vec<Comparison>,
    /// The logarithm of odds any two names start with, before a question is asked.
    pub start: f64,
    /// Every question about the two names: its answer in a sentence, and its weight in logarithms of odds.
    pub comparisons: Vec<Comparison>,
    /// What start and weights amount to, 0 to 1: how likely two such names are one supplier, by the names alone.
    pub probability: f64,
    /// From which probability on names are joined.
    pub threshold: f64,
    /// Where they are one through other names, how one leads to the other.
    pub steps: Vec<Step>,
}

/// One join on the way from a party to another.
#[derive(Clone, Debug, PartialEq)]
pub struct Step {
    /// The party it starts from, as a place in the list.
    pub from: u32,
    /// The party it leads to.
    pub to: u32,
    /// How sure the join is.
    pub probability: f64,
    /// Why, in one sentence.
    pub why: String,
}

/// Explains what came of the parties at `pair` of the list, which is decided as a whole. `None` where one of the two is a
/// hidden name (`REDACTED`), which is joined to nobody.
pub fn why(parties: &[Party<'_>], pair: [usize; 2], settings: &Settings) -> Option<Explanation> {
    let threshold = settings.threshold as f32;
    solve(parties, settings, threshold, &|_| true, |solved| {
        let names = [solved.of_party[pair[0]]?, solved.of_party[pair[1]]?];
        let asked = Asked { solved, names, threshold, told: Told::of(solved.compared, names[0], names[1]) };
        let mut facts: Vec<Comparison> = numbers_of(&parties[pair[0]])
            .into_iter()
            .filter(|number| numbers_of(&parties[pair[1]]).contains(number))
            .map(|number| number_in_common(&number))
            .collect();
        facts.extend(asked.told.verdict().against.filter(|_| names[0] != names[1]).map(Against::told));
        Some(Explanation {
            are_one: asked.are_one(),
            decided_by: asked.decided_by(),
            facts,
            start: f64::from(START),
            comparisons: asked.told.sentences(),
            probability: f64::from(asked.told.verdict().probability),
            threshold: settings.threshold,
            steps: asked.steps(),
        })
    })?
}

/// Two names of a solved list.
struct Asked<'a> {
    solved: &'a Solved<'a>,
    names: [u32; 2],
    threshold: f32,
    told: Told<'a>,
}

impl Asked<'_> {
    fn are_one(&self) -> bool {
        let groups = self.solved.groups.group_of();
        groups[self.names[0] as usize] == groups[self.names[1] as usize]
    }

    fn decided_by(&self) -> Vec<String> {
        let mut said = if self.are_one() { vec![self.why_one()] } else { self.why_two() };
        said.extend(self.laid_aside());
        said
    }

    fn why_one(&self) -> String {
        if self.names[0] == self.names[1] {
            return "Both names say the same once letter case, legal forms and notes are set aside, so they are one before anything is compared."
                .to_string();
        }
        let between = |link: &&Link| [link.a, link.b] == self.names || [link.b, link.a] == self.names;
        match self.solved.groups.links().iter().find(between).map(|link| (link.ground, link.probability)) {
            Some((Ground::Judgement(record), _)) => self.solved.judgements.all()[record].sentence(),
            Some((Ground::Number(place), _)) => {
                format!("{} Their names do not forbid it.", number_in_common(&self.solved.numbered[place as usize].0).sentence)
            }
            Some((Ground::Names, probability)) => format!(
                "Their score of {probability:.2} is at least the threshold of {:.2}, no fact forbids it, and the names already with each agree.",
                self.threshold
            ),
            None => "They are one supplier through other names, step by step.".to_string(),
        }
    }

    fn why_two(&self) -> Vec<String> {
        let [a, b] = self.names;
        let verdict = self.told.verdict();
        match self.solved.groups.meeting(a, b, self.threshold) {
            Meeting::KeptApart => self.kept_apart(),
            _ if verdict.against.is_some() => vec![format!("A fact keeps them apart: {}", Against::in_words(verdict.against))],
            _ if verdict.probability < self.threshold => {
                vec![format!("Their score of {:.2} is below the threshold of {:.2}.", verdict.probability, self.threshold)]
            }
            Meeting::Against(x, y, against) => vec![format!(
                "A fact keeps the names already with each apart: {} and {}: {}",
                self.text(x),
                self.text(y),
                against.sentence()
            )],
            Meeting::TooUnlike { average, bar } => {
                vec![format!(
                    "The names already with each agree to {average:.2} on average, and {bar:.2} is needed: one likely pair does not join two groups."
                )]
            }
            Meeting::CompanyNumbers => vec!["The names already with each carry different company numbers.".to_string()],
            Meeting::Habits => vec!["Of the names already with each, most have a word that hardly any with the other has.".to_string()],
            Meeting::Everyday => {
                vec![
                    "Many names are with them already, and everyday words written in two ways do not make so many one supplier."
                        .to_string(),
                ]
            }
            Meeting::Agree => vec!["They share too little for the search to lay them side by side; a person can judge them.".to_string()],
        }
    }

    /// The records that keep the two apart, of those about them or about names they are held together with.
    fn kept_apart(&self) -> Vec<String> {
        let judged = |name: u32| self.solved.compared.names[name as usize].judged;
        let group = |name: u32| self.solved.groups.group_of()[name as usize];
        let settled = self.solved.judgements.settled();
        let [first, second] = self.names.map(|name| {
            let all = (0..self.solved.compared.names.len() as u32).filter(|other| group(*other) == group(name));
            all.filter_map(judged).collect::<Vec<u32>>()
        });
        let parts = |a: u32, b: u32| (first.contains(&a) && second.contains(&b)) || (first.contains(&b) && second.contains(&a));
        let mut records: Vec<usize> =
            settled.different.iter().filter(|ruling| parts(ruling.a, ruling.b)).map(|ruling| ruling.record).collect();
        records.dedup();
        records.into_iter().map(|record| self.solved.judgements.all()[record].sentence()).collect()
    }

    /// Judgements of `same` about the two that a contradiction lays aside.
    fn laid_aside(&self) -> Vec<String> {
        let judged = self.names.map(|name| self.solved.compared.names[name as usize].judged);
        let key = |place: usize| judged[place].map(|judged| &self.solved.judgements.settled().names[judged as usize]);
        let Some((first, second)) = key(0).zip(key(1)) else { return Vec::new() };
        let is_about_both = |judgements: &Judgements, record: usize| {
            let [a, b] = judgements.all()[record].names.each_ref().map(|name| name.key());
            (a.covers(first) && b.covers(second)) || (a.covers(second) && b.covers(first))
        };
        let judgements = self.solved.judgements;
        (0..judgements.all().len())
            .filter(|record| judgements.stands(*record) && !judgements.holds(*record) && judgements.all()[*record].answer == Answer::Same)
            .filter(|record| is_about_both(judgements, *record))
            .map(|record| format!("Laid aside until a contradiction is settled: {}", judgements.all()[record].sentence()))
            .collect()
    }

    /// The links that lead from one name to the other, where it takes more than one.
    fn steps(&self) -> Vec<Step> {
        let [from, to] = self.names;
        if !self.are_one() || from == to {
            return Vec::new();
        }
        let way = way(self.solved.groups.links(), from, to);
        if way.len() < 2 {
            return Vec::new();
        }
        let bearers = self.solved.bearers();
        let step = |(name, link): &(u32, Link)| {
            let join = self.solved.join(link, &bearers);
            let (own, other) = (bearers[*name as usize], bearers[(link.a + link.b - name) as usize]);
            let why = if matches!(join.basis, Basis::Judgement(_)) { format!("A person decided: {}", join.why) } else { join.why };
            Step { from: own, to: other, probability: join.probability, why }
        };
        way.iter().map(step).collect()
    }

    fn text(&self, name: u32) -> &str {
        &self.solved.compared.names[name as usize].normal.main.text
    }
}

/// The links from one name to another, each with the name it starts from; the links are a forest, so there is one way at most.
fn way(links: &[Link], from: u32, to: u32) -> Vec<(u32, Link)> {
    let mut next: BTreeMap<u32, Vec<Link>> = BTreeMap::new();
    for link in links {
        next.entry(link.a).or_default().push(*link);
        next.entry(link.b).or_default().push(*link);
    }
    let mut came_by: BTreeMap<u32, (u32, Link)> = BTreeMap::new();
    let mut waiting = VecDeque::from([from]);
    while let Some(name) = waiting.pop_front().filter(|name| *name != to) {
        for link in next.get(&name).into_iter().flatten() {
            let other = link.a + link.b - name;
            if other != from && !came_by.contains_key(&other) {
                came_by.insert(other, (name, *link));
                waiting.push_back(other);
            }
        }
    }
    let mut way = Vec::new();
    let mut name = to;
    while let Some((before, link)) = came_by.get(&name) {
        way.push((*before, *link));
        name = *before;
    }
    way.reverse();
    way
}

impl Against {
    fn told(self) -> Comparison {
        Comparison { sentence: self.sentence().to_string(), weight: -10.0 }
    }

    fn in_words(against: Option<Against>) -> &'static str {
        against.map_or("", Against::sentence)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn named(name: &str) -> Party<'_> {
        Party { name, ..Party::default() }
    }

    fn explained(names: &[&str]) -> Explanation {
        let parties: Vec<Party<'_>> = names.iter().map(|name| named(name)).collect();
        why(&parties, [0, 1], &Settings::default()).expect("neither is hidden")
    }

    #[test]
    fn the_weights_told_add_up_to_the_probability_told() {
        for (a, b) in [
            ("Quincewell Plumbing Ltd", "QUINCEWELL PLUMBNG"),
            ("Quince Energy", "Quince Energy Holdings Ltd"),
            ("S Medlar", "Sam Medlar T/A Damson Foods"),
            ("Medlar Social Care", "MEDLAR SOCIALCARE"),
            ("Damson Catering", "Quince Plumbing"),
        ] {
            let explained = explained(&[a, b]);
            let odds = explained.start + explained.comparisons.iter().map(|comparison| comparison.weight).sum::<f64>();
            // Weights under 0.005 are not told; there are fourteen at most.
            assert!((1.0 / (1.0 + (-odds).exp()) - explained.probability).abs() < 0.02, "{a} and {b}: {explained:?}");
        }
    }

    #[test]
    fn what_decided_is_named() {
        let decided = |names: &[&str]| explained(names).decided_by.join(" ");
        assert!(decided(&["Quince Ltd", "QUINCE LIMITED"]).contains("one before anything is compared"));
        assert!(decided(&["Quincewell Plumbing Ltd", "QUINCEWELL PLUMBNG"]).contains("at least the threshold of 0.45"));
        assert!(decided(&["Quincewell Plumbing Ltd", "Quincewell Plumbing PLC"]).contains("legal forms exclude one another"));
        assert!(decided(&["Damson Catering", "Quince Plumbing"]).contains("below the threshold"));
    }

    #[test]
    fn names_that_are_one_through_a_third_are_led_from_one_to_the_other() {
        let numbered = |name, number| Party { name, company_number: Some(number), ..Party::default() };
        let parties = [named("Quincewell Plumbng"), numbered("Medlar Grid", "01234567"), numbered("Quincewell Plumbing", "01234567")];
        let explained = why(&parties, [0, 1], &Settings::default()).expect("neither is hidden");
        assert!(explained.are_one);
        assert_eq!(explained.steps.iter().map(|step| (step.from, step.to)).collect::<Vec<_>>(), [(0, 2), (2, 1)]);
        assert_eq!(explained.steps[1].why, "Both carry the company number 01234567.");
    }
}
