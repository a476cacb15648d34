//! The best divisions of up to 20 bodies, by looking at every division of every subset.
//!
//! The rule: exact. The best for a set is its best group that holds the lowest body, with the best for the rest: so every
//! division is met once, and sets that hold the first body are never needed but for the whole (3^19 / 2 steps for 20
//! bodies, not 3^20). Sets whose lowest body is the same need only sets with a higher one, and are worked out side by side.
//! The best of the rest is then an exact bound, and the next best divisions come out in their order without looking at
//! others.

use std::cmp::Ordering;
use std::collections::BinaryHeap;

use rayon::prelude::*;

use crate::grouping::{Division, Grouped, Grouping};
use crate::{Coalition, Fault};

/// The best `many` divisions of at most 20 bodies.
pub(crate) fn best(grouping: &Grouping<'_>, many: usize) -> Result<Grouped, Fault> {
    let table = Table::of(grouping)?;
    let best = table.in_order(many);
    let bound = best.first().map_or(f64::NEG_INFINITY, |division| division.worth);
    Ok(Grouped { best, bound, is_proven: true })
}

struct Table {
    bodies: usize,
    /// What each group is worth, at its bits.
    worth: Vec<f64>,
    /// For each lowest body, what a set of it and bodies above it is worth at best, at the bits of those above.
    best: Vec<Vec<f64>>,
}

impl Table {
    fn of(grouping: &Grouping<'_>) -> Result<Table, Fault> {
        let bodies = grouping.bodies.len();
        let mut worth: Vec<f64> = (0..1u64 << bodies).into_par_iter().map(|bits| grouping.net_worth(Coalition(bits))).collect();
        worth[0] = f64::NEG_INFINITY;
        if let Some(bits) = worth.iter().position(|worth| *worth == f64::INFINITY) {
            return Err(Fault::whole(
                format!("the group of {} bodies is worth more than any number", bits.count_ones()),
                "Write a number.",
            ));
        }
        let mut table = Table { bodies, worth, best: vec![Vec::new(); bodies] };
        for lowest in (1..bodies).rev() {
            table.best[lowest] = table.layer(lowest);
        }
        Ok(table)
    }

    /// The best for every set whose lowest body this is. What the loop reads lies close together.
    fn layer(&self, lowest: usize) -> Vec<f64> {
        let sets = 1usize << (self.bodies - lowest - 1);
        let joined: Vec<f64> = (0..sets).map(|above| self.worth[(above << 1 | 1) << lowest]).collect();
        let left: Vec<f64> = (0..sets).map(|above| self.best_of(above << (lowest + 1))).collect();
        let best_with = |above: usize| {
            let (mut best, mut joining) = (joined[0] + left[above], above);
            while joining != 0 {
                let worth = joined[joining] + left[above ^ joining];
                best = if worth > best { worth } else { best };
                joining = (joining - 1) & above;
            }
            best
        };
        (0..sets).into_par_iter().with_min_len(64).map(best_with).collect()
    }

    /// The best for a set without the first body.
    fn best_of(&self, set: usize) -> f64 {
        let lowest = set.trailing_zeros() as usize;
        if set == 0 { 0.0 } else { self.best[lowest][set >> lowest >> 1] }
    }

    /// The best `many` divisions, in their order: what promises most is divided further, until it is whole.
    fn in_order(&self, many: usize) -> Vec<Division> {
        let everybody = Coalition::everybody(self.bodies).place();
        let mut waiting = BinaryHeap::from([Partial { promise: f64::INFINITY, worth: 0.0, groups: Vec::new(), left: everybody }]);
        let mut found = Vec::new();
        while let Some(partial) = waiting.pop() {
            if partial.left == 0 {
                found.push(Division { groups: partial.groups, worth: partial.worth });
                if found.len() == many {
                    break;
                }
            } else {
                waiting.extend(self.divided(&partial, many));
            }
        }
        found
    }

    /// The `many` most promising ways to take one more group out of what is left; others lead to nothing among the best.
    fn divided(&self, partial: &Partial, many: usize) -> Vec<Partial> {
        let lowest = 1 << partial.left.trailing_zeros();
        let rest = partial.left ^ lowest;
        let mut ways: Vec<(f64, usize)> = Vec::new();
        let mut joining = rest;
        loop {
            let promise = partial.worth + self.worth[joining | lowest] + self.best_of(rest ^ joining);
            if promise > f64::NEG_INFINITY {
                ways.push((promise, joining));
            }
            if ways.len() >= 64 * many {
                keep_best(&mut ways, many);
            }
            if joining == 0 {
                break;
            }
            joining = (joining - 1) & rest;
        }
        keep_best(&mut ways, many);
        ways.into_iter()
            .map(|(promise, joining)| Partial {
                promise,
                worth: partial.worth + self.worth[joining | lowest],
                groups: partial.groups.iter().copied().chain([Coalition((joining | lowest) as u64)]).collect(),
                left: rest ^ joining,
            })
            .collect()
    }
}

fn keep_best(ways: &mut Vec<(f64, usize)>, many: usize) {
    ways.sort_by(|one, other| other.0.total_cmp(&one.0).then(one.1.cmp(&other.1)));
    ways.truncate(many);
}

/// A division on its way.
struct Partial {
    promise: f64,
    worth: f64,
    groups: Vec<Coalition>,
    left: usize,
}

impl Ord for Partial {
    fn cmp(&self, other: &Partial) -> Ordering {
        self.promise.total_cmp(&other.promise).then_with(|| other.groups.cmp(&self.groups))
    }
}

impl PartialOrd for Partial {
    fn partial_cmp(&self, other: &Partial) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Partial {
    fn eq(&self, other: &Partial) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for Partial {}
