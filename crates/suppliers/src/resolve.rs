//! The whole journey from parties to suppliers.
//!
//! The rule: gather distinct names, find pairs worth comparing, compare them, join the surest first.
//! Numbers that bodies publish go before names. Nothing depends on the order of parties or on threads.

use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

use rayon::prelude::*;

use crate::candidates::Candidates;
use crate::cluster::{Ground, Groups, Link};
use crate::explain::{Told, number_in_common};
use crate::names::{Name, Names, Number, gather, name_of, numbers_of};
use crate::pairs::Compared;
use crate::ties::Ties;
use crate::{Basis, Comparison, Join, Judgements, Party, Resolution, Settings};

/// Which parties are one supplier. Deterministic: the order of parties and the number of threads change nothing but numbering.
/// `progress` is told 0..=1 now and then, and may stop the work by returning `false` (then `None` comes back).
pub fn resolve(parties: &[Party<'_>], settings: &Settings, progress: &(dyn Fn(f64) -> bool + Sync)) -> Option<Resolution> {
    let go_on = |share: f64| progress(share).then_some(());
    go_on(0.0)?;
    let Names { all, of_party, numbered } = gather(parties, settings.judgements.settled());
    if all.is_empty() {
        return Some(Resolution { cluster_of: number_clusters(&of_party, &[]), joins: Vec::new() });
    }
    go_on(0.15)?;
    let compared = Compared::of(all);
    go_on(0.25)?;
    let candidates = Candidates::of(&compared);
    go_on(0.4)?;
    let mut links = likely_links(&compared, &candidates, settings.threshold as f32, progress)?;
    drop(candidates);
    links.extend(links_of_one_name(&compared));
    let mut groups = Groups::new(&compared, Ties::of(&compared.names, settings.judgements.settled()));
    groups.join_by_numbers(&numbered);
    go_on(0.9)?;
    groups.join_by_names(links, settings.threshold as f32);
    let (group_of, links) = groups.finish();
    go_on(0.95)?;
    let told = Telling { compared: &compared, numbered: &numbered, judgements: &settings.judgements };
    let joins = told.all_joins(&of_party, &links);
    go_on(1.0)?;
    Some(Resolution { cluster_of: number_clusters(&of_party, &group_of), joins })
}

/// Every comparison of two parties, strongest first, and the probability they amount to.
pub fn why(a: &Party<'_>, b: &Party<'_>) -> (f64, Vec<Comparison>) {
    let (Some(first), Some(second)) = (name_of(a), name_of(b)) else {
        return (0.0, vec![Comparison { sentence: "A hidden name is joined to nobody.".to_string(), weight: -10.0 }]);
    };
    let names = if first.normal <= second.normal { vec![first, second] } else { vec![second, first] };
    let compared = Compared::of(names);
    let told = Told::of(&compared, 0, 1);
    let verdict = told.verdict();
    let others = numbers_of(b);
    let shared: Vec<_> = numbers_of(a).into_iter().filter(|number| others.contains(number)).collect();
    let mut comparisons: Vec<Comparison> = shared.iter().map(number_in_common).collect();
    comparisons.extend(told.sentences());
    comparisons.sort_by(|x, y| y.weight.abs().total_cmp(&x.weight.abs()));
    let probability = match (&verdict.against, shared.is_empty()) {
        (Some(_), _) => 0.0,
        (None, false) => f64::from(verdict.probability).max(0.99),
        (None, true) => f64::from(verdict.probability),
    };
    (probability, comparisons)
}

/// So many names are looked at between two reports of progress.
const CHUNK: usize = 2_000;

fn likely_links(
    compared: &Compared,
    candidates: &Candidates<'_>,
    threshold: f32,
    progress: &(dyn Fn(f64) -> bool + Sync),
) -> Option<Vec<Link>> {
    let done = AtomicUsize::new(0);
    let stopped = AtomicBool::new(false);
    let count = compared.names.len();
    let names: Vec<u32> = (0..count as u32).collect();
    let chunk_links = |chunk: &[u32]| {
        if stopped.load(Ordering::Relaxed) {
            return Vec::new();
        }
        let (mut links, mut found) = (Vec::new(), Vec::new());
        for a in chunk {
            candidates.after(*a, &mut found);
            links.extend(found.iter().filter_map(|b| likely_link(compared, *a, *b, threshold)));
        }
        let share = done.fetch_add(chunk.len(), Ordering::Relaxed) as f64 / count as f64;
        if !progress(0.4 + 0.45 * share) {
            stopped.store(true, Ordering::Relaxed);
        }
        links
    };
    let links: Vec<Vec<Link>> = names.par_chunks(CHUNK).map(chunk_links).collect();
    (!stopped.into_inner()).then(|| links.concat())
}

fn likely_link(compared: &Compared, a: u32, b: u32, threshold: f32) -> Option<Link> {
    let verdict = compared.verdict(a, b);
    let link = Link { a, b, probability: verdict.probability, ground: Ground::Names };
    (verdict.against.is_none() && verdict.probability >= threshold).then_some(link)
}

/// Names that say the same and are two only because somebody judged one of them are as sure to be one as any.
fn links_of_one_name(compared: &Compared) -> Vec<Link> {
    let say_the_same = |pair: &[Name]| {
        let [a, b] = pair else { return false };
        a.judged != b.judged && a.normal == b.normal && a.company_number == b.company_number
    };
    let pairs = compared.names.windows(2).zip(0..).filter(|(pair, _)| say_the_same(pair));
    pairs.map(|(_, a)| Link { a, b: a + 1, probability: 1.0, ground: Ground::Names }).collect()
}

/// What is needed to say why names were joined.
struct Telling<'a> {
    compared: &'a Compared,
    numbered: &'a [(Number, Vec<u32>)],
    judgements: &'a Judgements,
}

impl Telling<'_> {
    /// The links between names, told of the first party that bears each, and of every other party with the first of its name.
    fn all_joins(&self, of_party: &[Option<u32>], links: &[Link]) -> Vec<Join> {
        let bearers = first_bearers(of_party, self.compared.names.len());
        let mut joins: Vec<Join> = links.par_iter().map(|link| self.join(link, &bearers)).collect();
        joins.extend(self.same_name_joins(of_party, &bearers));
        joins.par_sort_by_key(|join| (join.a.min(join.b), join.a.max(join.b)));
        joins
    }

    fn join(&self, link: &Link, bearers: &[u32]) -> Join {
        let (a, b) = (link.a.min(link.b), link.a.max(link.b));
        let (basis, why) = match link.ground {
            Ground::Number(place) => (Basis::Number, number_in_common(&self.numbered[place as usize].0).sentence),
            Ground::Judgement(record) => (Basis::Judgement(record), self.judgements.all()[record].sentence()),
            Ground::Names => (Basis::Likeness, Told::of(self.compared, a, b).in_one_sentence()),
        };
        Join { a: bearers[a as usize], b: bearers[b as usize], probability: f64::from(link.probability), why, basis }
    }

    fn same_name_joins(&self, of_party: &[Option<u32>], bearers: &[u32]) -> Vec<Join> {
        let mut joins = Vec::new();
        for (party, name) in of_party.iter().enumerate() {
            if let Some(name) = name.filter(|name| bearers[*name as usize] != party as u32) {
                let text = &self.compared.names[name as usize].normal.main.text;
                let why = format!("Both names reduce to {text} once legal forms are set aside.");
                joins.push(Join { a: bearers[name as usize], b: party as u32, probability: 1.0, why, basis: Basis::SameWords });
            }
        }
        joins
    }
}

/// The first party that bears each name.
fn first_bearers(of_party: &[Option<u32>], names: usize) -> Vec<u32> {
    let mut bearers = vec![u32::MAX; names];
    for (party, name) in of_party.iter().enumerate() {
        if let Some(name) = name {
            let bearer = &mut bearers[*name as usize];
            *bearer = (*bearer).min(party as u32);
        }
    }
    bearers
}

/// Clusters numbered from 0 in the order of their first party; a hidden name is a cluster of its own.
fn number_clusters(of_party: &[Option<u32>], group_of: &[u32]) -> Vec<u32> {
    let mut number_of_group = vec![u32::MAX; group_of.len()];
    let mut next = 0;
    let mut take_next = || {
        next += 1;
        next - 1
    };
    of_party
        .iter()
        .map(|name| match name {
            None => take_next(),
            Some(name) => {
                let number = &mut number_of_group[group_of[*name as usize] as usize];
                if *number == u32::MAX {
                    *number = take_next();
                }
                *number
            }
        })
        .collect()
}
