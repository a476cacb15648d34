//! Pairs a person should look at: what was joined without being sure, and what was nearly joined.
//!
//! The rule: one question for each place where a group could be parted, and one for each two groups that could be one,
//! asked about the two names that decide it; a fact or a judgement is not questioned. What a question is worth in money
//! is for whoever knows the payments to say.

use std::collections::{BTreeMap, BTreeSet};

use crate::cluster::{Ground, Link};
use crate::judgements::folded;
use crate::solve::{Progress, Solved, solve};
use crate::{Answer, JudgedName, Party, Settings};

/// One question: are these two names one supplier?
#[derive(Clone, Debug, PartialEq)]
pub struct Doubt {
    /// The party whose name is asked about, as a place in the list.
    pub a: u32,
    /// The other.
    pub b: u32,
    /// How likely the two are one.
    pub probability: f64,
    /// True where they are one supplier now.
    pub are_one: bool,
    /// The parties that go with each: all of both suppliers, or the two parts that one would fall into.
    pub sides: [Vec<u32>; 2],
    /// True where somebody looked and could not tell.
    pub is_unsure: bool,
}

impl Doubt {
    /// How far from certain, 0 to 1.
    pub fn uncertainty(&self) -> f64 {
        1.0 - (2.0 * self.probability - 1.0).abs()
    }
}

/// Pairs less likely than this are not worth asking about.
const LEAST: f32 = 0.1;

/// Joins as likely as this are not worth asking about.
const SURE: f32 = 0.95;

/// Every doubt about a list, in the order of its parties. `None` where `progress` stopped it.
pub fn doubts(parties: &[Party<'_>], settings: &Settings, progress: Progress<'_>) -> Option<Vec<Doubt>> {
    solve(parties, settings, LEAST, progress, |solved| {
        let asking = Asking::of(solved);
        let mut all = asking.about_joins();
        all.extend(asking.about_groups());
        all.sort_by_key(|doubt| (doubt.a, doubt.b));
        all
    })
}

/// So many parties of each side are tried where the two that decide cannot be told apart.
const MOST_TRIED: usize = 50;

/// The two names to ask about, with body and number where other names of the two sides are written the same. Where the two names
/// that decide are one name of one body under one number, two others of the same sides stand in for them: the answer settles
/// the same. `None` where no two can be told apart, so that nobody can be asked.
pub fn names_to_ask(parties: &[Party<'_>], doubt: &Doubt) -> Option<[JudgedName; 2]> {
    let written = |side: &[u32]| side.iter().map(|party| folded(parties[*party as usize].name)).collect::<BTreeSet<String>>();
    let [first, second] = doubt.sides.each_ref().map(|side| written(side));
    let needs_body = !first.is_disjoint(&second);
    let name = |party: u32| {
        let party = &parties[party as usize];
        let own = |text: Option<&str>| text.filter(|_| needs_body).map(str::to_string);
        JudgedName { name: party.name.to_string(), body: own(party.body), supplier_number: own(party.body.and(party.supplier_number)) }
    };
    let tried =
        |deciding: u32, side: &[u32]| std::iter::once(deciding).chain(side.iter().copied()).take(MOST_TRIED).map(name).collect::<Vec<_>>();
    let (first, second) = (tried(doubt.a, &doubt.sides[0]), tried(doubt.b, &doubt.sides[1]));
    let pairs = first.iter().flat_map(|a| second.iter().map(move |b| [a, b]));
    pairs.into_iter().find(|[a, b]| !a.is_recognised_as(b)).map(|pair| pair.map(JudgedName::clone))
}

struct Asking<'a> {
    solved: &'a Solved<'a>,
    /// The first party of each name.
    bearers: Vec<u32>,
    /// The parties of each name.
    parties: Vec<Vec<u32>>,
    /// The names of each group.
    groups: BTreeMap<u32, Vec<u32>>,
}

impl<'a> Asking<'a> {
    fn of(solved: &'a Solved<'a>) -> Asking<'a> {
        let mut parties = vec![Vec::new(); solved.compared.names.len()];
        for (name, party) in solved.of_party.iter().zip(0..) {
            name.iter().for_each(|name| parties[*name as usize].push(party));
        }
        let mut groups: BTreeMap<u32, Vec<u32>> = BTreeMap::new();
        solved.groups.group_of().iter().zip(0..).for_each(|(group, name)| groups.entry(*group).or_default().push(name));
        Asking { solved, bearers: solved.bearers(), parties, groups }
    }

    /// Joins by likeness that are not sure: without each its supplier would fall into two.
    fn about_joins(&self) -> Vec<Doubt> {
        let mut links: BTreeMap<u32, Vec<Link>> = BTreeMap::new();
        for link in self.solved.groups.links() {
            links.entry(self.group(link.a)).or_default().push(*link);
        }
        let is_doubtful = |link: &&Link| link.ground == Ground::Names && link.probability < SURE;
        let doubtful = links.values().flat_map(|links| links.iter().filter(is_doubtful).map(move |link| (links, link)));
        doubtful.map(|(links, link)| self.doubt(link, true, [side(links, link, link.a), side(links, link, link.b)])).collect()
    }

    /// Groups that stayed apart although a pair of their names is likely: asked about the likeliest pair.
    fn about_groups(&self) -> Vec<Doubt> {
        let mut likeliest: BTreeMap<(u32, u32), Link> = BTreeMap::new();
        for link in &self.solved.likely {
            let (a, b) = (self.group(link.a), self.group(link.b));
            let is_settled = a == b || self.solved.groups.is_kept_apart(link.a, link.b);
            if !is_settled {
                let best = likeliest.entry((a.min(b), a.max(b))).or_insert(*link);
                let before = |link: &Link| (-link.probability, link.a, link.b);
                if before(link) < before(best) {
                    *best = *link;
                }
            }
        }
        let sides = |link: &Link| [link.a, link.b].map(|name| self.groups[&self.group(name)].clone());
        likeliest.values().map(|link| self.doubt(link, false, sides(link))).collect()
    }

    fn doubt(&self, link: &Link, are_one: bool, sides: [Vec<u32>; 2]) -> Doubt {
        let parties = |names: &Vec<u32>| {
            let mut all: Vec<u32> = names.iter().flat_map(|name| self.parties[*name as usize].iter().copied()).collect();
            all.sort_unstable();
            all
        };
        Doubt {
            a: self.bearers[link.a as usize],
            b: self.bearers[link.b as usize],
            probability: f64::from(link.probability),
            are_one,
            sides: sides.each_ref().map(parties),
            is_unsure: self.is_unsure(link),
        }
    }

    fn is_unsure(&self, link: &Link) -> bool {
        let judgements = self.solved.judgements;
        let judged = [link.a, link.b].map(|name| self.solved.compared.names[name as usize].judged);
        let [Some(first), Some(second)] = judged.map(|judged| judged.map(|place| &judgements.settled().names[place as usize])) else {
            return false;
        };
        let unsure =
            judgements.all().iter().enumerate().filter(|(place, record)| record.answer == Answer::Unsure && judgements.stands(*place));
        let mut pairs = unsure.map(|(_, record)| record.names.each_ref().map(|name| name.key()));
        pairs.any(|[a, b]| (a.covers(first) && b.covers(second)) || (a.covers(second) && b.covers(first)))
    }

    fn group(&self, name: u32) -> u32 {
        self.solved.groups.group_of()[name as usize]
    }
}

/// The names that still hang together with `from` when `cut` is taken out.
fn side(links: &[Link], cut: &Link, from: u32) -> Vec<u32> {
    let mut names = vec![from];
    let mut next = 0;
    while let Some(name) = names.get(next).copied() {
        next += 1;
        for link in links.iter().filter(|link| (link.a, link.b) != (cut.a, cut.b) && (link.a == name || link.b == name)) {
            let other = link.a + link.b - name;
            if !names.contains(&other) {
                names.push(other);
            }
        }
    }
    names
}

#[cfg(test)]
mod tests {
    use definitions::{Day, Source};

    use super::*;
    use crate::{JudgedName, Judgement, Judgements};

    fn asked(names: &[&str], answer: Option<Answer>) -> Vec<Doubt> {
        let parties: Vec<Party<'_>> = names.iter().map(|name| Party { name, ..Party::default() }).collect();
        let record = |answer| Judgement {
            names: [names[0], names[1]].map(JudgedName::anywhere),
            answer,
            by: "Kim Reed".to_string(),
            on: Day(20_000),
            why: String::new(),
            source: Source { file: "judgements.csv".into(), sheet: None, line: 2 },
        };
        let settings = Settings { judgements: Judgements::of(answer.map(record).into_iter().collect()), ..Settings::default() };
        doubts(&parties, &settings, &|_| true).expect("nobody stops it")
    }

    const NAMES: [&str; 3] = ["Quincewell Energy", "Quincewell Energy Plumbing Medlar Ltd", "Damson Foods"];

    #[test]
    fn a_pair_that_is_neither_sure_nor_hopeless_is_asked_about_once() {
        let asked = asked(&NAMES, None);
        assert_eq!(asked.iter().map(|doubt| (doubt.a, doubt.b)).collect::<Vec<_>>(), [(0, 1)], "{asked:?}");
        assert_eq!(asked[0].sides, [vec![0], vec![1]]);
        assert!(!asked[0].is_unsure);
    }

    #[test]
    fn what_a_person_decided_is_not_asked_again_and_what_nobody_could_tell_is_marked() {
        assert_eq!(asked(&NAMES, Some(Answer::Same)), vec![]);
        assert_eq!(asked(&NAMES, Some(Answer::Different)), vec![]);
        assert!(asked(&NAMES, Some(Answer::Unsure))[0].is_unsure);
    }
    fn doubt_about(sides: [Vec<u32>; 2]) -> Doubt {
        Doubt { a: sides[0][0], b: sides[1][0], probability: 0.5, are_one: false, sides, is_unsure: false }
    }

    #[test]
    fn two_suppliers_whose_names_differ_in_letter_case_alone_are_asked_about_with_their_bodies() {
        let party = |name, body| Party { name, body: Some(body), ..Party::default() };
        let parties = [party("QUINCE LTD", "aldford"), party("Quince Ltd", "bexton")];
        let [a, b] = names_to_ask(&parties, &doubt_about([vec![0], vec![1]])).expect("their bodies tell them apart");
        assert_eq!((a.written().as_str(), b.written().as_str()), ("QUINCE LTD (aldford)", "Quince Ltd (bexton)"));
    }

    #[test]
    fn two_others_of_the_same_suppliers_are_asked_about_where_one_body_writes_both_under_one_number() {
        let party = |name, body| Party { name, body: Some(body), supplier_number: Some("47"), ..Party::default() };
        let parties = [party("Quince Ltd", "aldford"), party("QUINCE  LTD", "aldford"), party("Quince Holdings", "bexton")];
        let [a, b] = names_to_ask(&parties, &doubt_about([vec![0], vec![1, 2]])).expect("one of them is known by another name");
        assert_eq!(
            (a.written().as_str(), b.written().as_str()),
            ("Quince Ltd (aldford, number 47)", "Quince Holdings (bexton, number 47)")
        );
        assert_eq!(names_to_ask(&parties, &doubt_about([vec![0], vec![1]])), None);
    }
}
