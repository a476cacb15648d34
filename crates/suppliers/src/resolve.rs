//! The whole journey from parties to suppliers.
//!
//! The rule: gather distinct names, find pairs worth comparing, compare them, join the surest first.
//! Numbers that bodies publish go before names. Nothing depends on the order of parties or on threads.

use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

use rayon::prelude::*;

use crate::candidates::Candidates;
use crate::cluster::{Groups, Link};
use crate::explain::{Told, number_in_common};
use crate::names::{Names, Number, gather, name_of, numbers_of};
use crate::pairs::Compared;
use crate::{Comparison, Join, Party, Resolution, Settings};

/// Which parties are one supplier. Deterministic: the order of parties and the number of threads change nothing but numbering.
/// `progress` is told 0..=1 now and then, and may stop the work by returning `false` (then `None` comes back).
pub fn resolve(parties: &[Party<'_>], settings: &Settings, progress: &(dyn Fn(f64) -> bool + Sync)) -> Option<Resolution> {
    let go_on = |share: f64| progress(share).then_some(());
    go_on(0.0)?;
    let Names { all, of_party, numbered } = gather(parties);
    if all.is_empty() {
        return Some(Resolution { cluster_of: number_clusters(&of_party, &[]), joins: Vec::new() });
    }
    go_on(0.15)?;
    let compared = Compared::of(all);
    go_on(0.25)?;
    let candidates = Candidates::of(&compared);
    go_on(0.4)?;
    let links = likely_links(&compared, &candidates, settings.threshold as f32, progress)?;
    drop(candidates);
    let mut groups = Groups::new(&compared);
    groups.join_by_numbers(&numbered);
    go_on(0.9)?;
    groups.join_by_names(links, settings.threshold as f32);
    let (group_of, links) = groups.finish();
    go_on(0.95)?;
    let joins = all_joins(&compared, &of_party, &links, &numbered);
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
    (verdict.against.is_none() && verdict.probability >= threshold).then_some(Link { a, b, probability: verdict.probability, number: None })
}

/// The links between names, told of the first party that bears each, and of every other party with the first of its name.
fn all_joins(compared: &Compared, of_party: &[Option<u32>], links: &[Link], numbered: &[(Number, Vec<u32>)]) -> Vec<Join> {
    let bearers = first_bearers(of_party, compared.names.len());
    let told = |link: &Link| {
        let (a, b) = (link.a.min(link.b), link.a.max(link.b));
        let why = match link.number {
            Some(place) => number_in_common(&numbered[place as usize].0).sentence,
            None => Told::of(compared, a, b).in_one_sentence(),
        };
        Join { a: bearers[a as usize], b: bearers[b as usize], probability: f64::from(link.probability), why }
    };
    let mut joins: Vec<Join> = links.par_iter().map(told).collect();
    joins.extend(same_name_joins(of_party, &bearers, compared));
    joins.par_sort_by_key(|join| (join.a.min(join.b), join.a.max(join.b)));
    joins
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

fn same_name_joins(of_party: &[Option<u32>], bearers: &[u32], compared: &Compared) -> Vec<Join> {
    let mut joins = Vec::new();
    for (party, name) in of_party.iter().enumerate() {
        if let Some(name) = name.filter(|name| bearers[*name as usize] != party as u32) {
            let text = &compared.names[name as usize].normal.main.text;
            let why = format!("Both names reduce to {text} once legal forms are set aside.");
            joins.push(Join { a: bearers[name as usize], b: party as u32, probability: 1.0, why });
        }
    }
    joins
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
