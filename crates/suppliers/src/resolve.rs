//! From parties to suppliers: which parties are one, and the links that made them so.
//!
//! The rule: every party gets a cluster and every join a sentence; what is decided is decided in `solve.rs` and the files
//! it names. Nothing depends on the order of parties but the numbering.

use rayon::prelude::*;

use crate::cluster::{Ground, Link};
use crate::explain::{Told, number_in_common};
use crate::solve::{Progress, Solved, solve};
use crate::{Basis, Join, Party, Resolution, Settings};

/// Which parties are one supplier. Deterministic: the order of parties and the number of threads change nothing but numbering.
/// `progress` is told 0..=1 now and then, and may stop the work by returning `false` (then `None` comes back).
pub fn resolve(parties: &[Party<'_>], settings: &Settings, progress: Progress<'_>) -> Option<Resolution> {
    let told = |solved: &Solved<'_>| Resolution { cluster_of: solved.cluster_of(), joins: solved.joins() };
    solve(parties, settings, settings.threshold as f32, progress, told)
}

/// The clusters alone, for whoever does not ask why: telling of every join costs a tenth of the whole.
pub fn clusters(parties: &[Party<'_>], settings: &Settings, progress: Progress<'_>) -> Option<Vec<u32>> {
    solve(parties, settings, settings.threshold as f32, progress, |solved| solved.cluster_of())
}

impl Solved<'_> {
    /// The links between names, told of the first party that bears each, and of every other party with the first of its name.
    pub fn joins(&self) -> Vec<Join> {
        let bearers = self.bearers();
        let mut joins: Vec<Join> = self.groups.links().par_iter().map(|link| self.join(link, &bearers)).collect();
        joins.extend(self.same_name_joins(&bearers));
        joins.par_sort_by_key(|join| (join.a.min(join.b), join.a.max(join.b)));
        joins
    }

    /// One link, told of the first party that bears each name.
    pub fn join(&self, link: &Link, bearers: &[u32]) -> Join {
        let (a, b) = (link.a.min(link.b), link.a.max(link.b));
        let (basis, why) = match link.ground {
            Ground::Number(place) => (Basis::Number, number_in_common(&self.numbered[place as usize].0).sentence),
            Ground::Judgement(record) => (Basis::Judgement(record), self.judgements.all()[record].sentence()),
            Ground::Names => (Basis::Likeness, Told::of(self.compared, a, b).in_one_sentence()),
        };
        Join { a: bearers[a as usize], b: bearers[b as usize], probability: f64::from(link.probability), why, basis }
    }

    /// The first party that bears each name.
    pub fn bearers(&self) -> Vec<u32> {
        let mut bearers = vec![u32::MAX; self.compared.names.len()];
        for (party, name) in self.of_party.iter().enumerate() {
            if let Some(name) = name {
                let bearer = &mut bearers[*name as usize];
                *bearer = (*bearer).min(party as u32);
            }
        }
        bearers
    }

    /// For each party its cluster, numbered from 0 in the order of their first party.
    pub fn cluster_of(&self) -> Vec<u32> {
        number_clusters(self.of_party, self.groups.group_of())
    }

    fn same_name_joins(&self, bearers: &[u32]) -> Vec<Join> {
        let mut joins = Vec::new();
        for (party, name) in self.of_party.iter().enumerate() {
            if let Some(name) = name.filter(|name| bearers[*name as usize] != party as u32) {
                let text = &self.compared.names[name as usize].normal.main.text;
                let why = format!("Both names reduce to {text} once legal forms are set aside.");
                joins.push(Join { a: bearers[name as usize], b: party as u32, probability: 1.0, why, basis: Basis::SameWords });
            }
        }
        joins
    }
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
