//! The best divisions of more than 20 bodies: a linear programme over every group that may be, and a search.
//!
//! The rule: the programme gives each body a price so that no group is worth more than its members' prices; what a group
//! falls short of them is its loss. A division is then worth the sum of all prices less the losses of its groups, so that
//! the best divisions are those of least loss, and groups with a large loss need never be looked at. The search goes
//! through all divisions up to a loss, then up to a larger one; when it must stop first, all up to the last are known,
//! which bounds what could have been missed.

use rayon::prelude::*;

use crate::grouping::{Division, Grouped, Grouping};
use crate::linear::{Programme, least_cost};
use crate::{Coalition, Fault, improve};

/// Groups that may be, at most.
const MOST_GROUPS: usize = 3_000_000;
/// Groups looked at in finding them, at most.
const MOST_TRIED: usize = 40_000_000;
/// Steps of the search, at most.
const MOST_STEPS: usize = 40_000_000;

/// The best `many` divisions.
pub(crate) fn best(grouping: &Grouping<'_>, many: usize) -> Result<Grouped, Fault> {
    let groups = groups_that_may_be(grouping)?;
    let bodies = grouping.bodies.len();
    let largest = groups.iter().fold(0.0_f64, |largest, (_, worth)| largest.max(worth.abs()));
    let scale = if largest > 0.0 { largest } else { 1.0 };
    let programme = Covering { bodies, groups: &groups, scale, right_side: vec![1.0; bodies] };
    let stand_ins = (0..bodies).map(|body| groups.len() + body).collect();
    let optimum = least_cost(&programme, stand_ins).map_err(|_| {
        Fault::whole(
            "rounding defeats the linear programme of the groups",
            "Write all worths in one unit, and leave out groups worth nearly nothing.",
        )
    })?;
    let prices: Vec<f64> = optimum.multipliers.iter().map(|price| -price * scale).collect();
    let losses = losses(&groups, &prices);
    let all_prices: f64 = prices.iter().sum();
    let whole = |groups: Vec<Coalition>| Division { worth: groups.iter().map(|group| grouping.net_worth(*group)).sum(), groups };
    let searched = up_to_a_loss(&losses, bodies, many, scale);
    let mut best: Vec<Division> = searched.found.into_iter().map(whole).collect();
    if searched.is_whole {
        let bound = best.first().map_or(f64::NEG_INFINITY, |division| division.worth);
        return Ok(Grouped { best, bound, is_proven: true });
    }
    if let Some(first) = best.first().cloned() {
        best = improve::improved(grouping, first, many);
    }
    let known = all_prices - searched.known_up_to;
    let bound = best.first().map_or(known, |division| division.worth.max(known));
    Ok(Grouped { best, bound, is_proven: false })
}

/// Every group that keeps to the constraints, with its worth.
fn groups_that_may_be(grouping: &Grouping<'_>) -> Result<Vec<(Coalition, f64)>, Fault> {
    let too_many = || {
        Fault::whole(
            format!("more than {MOST_GROUPS} groups of {} bodies may be formed", grouping.bodies.len()),
            "Allow fewer bodies in a group, a shorter drive, or name those that must be apart.",
        )
    };
    let bodies = grouping.bodies.len();
    let is_hopeless = |group: Coalition| grouping.constraints.iter().any(|one| one.refuses_all_larger() && !one.allows(group));
    let (mut found, mut waiting, mut tried) = (Vec::new(), Vec::new(), 0);
    waiting.extend((0..bodies).rev().map(Coalition::alone));
    while let Some(group) = waiting.pop() {
        tried += 1;
        if is_hopeless(group) {
            continue;
        }
        let worth = grouping.net_worth(group);
        if worth == f64::INFINITY {
            return Err(Fault::whole("a group is worth more than any number", "Write a number."));
        }
        if worth > f64::NEG_INFINITY {
            found.push((group, worth));
        }
        if found.len() > MOST_GROUPS || tried > MOST_TRIED {
            return Err(too_many());
        }
        let highest = 63 - group.0.leading_zeros() as usize;
        waiting.extend((highest + 1..bodies).map(|body| group.with(body)));
    }
    Ok(found)
}

/// What each group falls short of its members' prices by, the lowest first.
fn losses(groups: &[(Coalition, f64)], prices: &[f64]) -> Vec<(Coalition, f64)> {
    let price = |group: Coalition| group.members().map(|body| prices[body]).sum::<f64>();
    let mut losses: Vec<(Coalition, f64)> = groups.par_iter().map(|(group, worth)| (*group, (price(*group) - worth).max(0.0))).collect();
    losses.sort_by(|one, other| one.1.total_cmp(&other.1).then(one.0.cmp(&other.0)));
    losses
}

/// Every body exactly once, by amounts of groups; a stand-in for each body, dearer than anything, to begin with.
struct Covering<'a> {
    bodies: usize,
    groups: &'a [(Coalition, f64)],
    scale: f64,
    right_side: Vec<f64>,
}

impl Covering<'_> {
    /// Prices of the bodies by eights, so that a group's is the sum of eight numbers.
    fn by_eights(&self, multipliers: &[f64]) -> Vec<f64> {
        let mut sums = vec![0.0; 8 * 256];
        for eight in 0..8 {
            for bits in 1..256usize {
                let body = eight * 8 + bits.trailing_zeros() as usize;
                sums[eight * 256 + bits] = sums[eight * 256 + (bits & (bits - 1))] + multipliers.get(body).copied().unwrap_or(0.0);
            }
        }
        sums
    }

    fn below(&self, column: usize, by_eights: &[f64]) -> f64 {
        let (group, worth) = self.groups[column];
        let bytes = group.0.to_le_bytes();
        let price: f64 = bytes.iter().enumerate().map(|(eight, bits)| by_eights[eight * 256 + *bits as usize]).sum();
        -worth / self.scale - price
    }
}

/// Least difference, in parts of the largest worth, that is not rounding.
const ROUNDING: f64 = 1e-10;

impl Programme for Covering<'_> {
    type Column = usize;

    fn right_side(&self) -> &[f64] {
        &self.right_side
    }

    fn write_column(&self, column: usize, into: &mut [f64]) {
        let group = self.groups.get(column).map_or_else(|| Coalition::alone(column - self.groups.len()), |(group, _)| *group);
        (0..self.bodies).for_each(|body| into[body] = f64::from(u8::from(group.has(body))));
    }

    fn cost(&self, column: usize) -> f64 {
        self.groups.get(column).map_or(1e4 * self.bodies as f64, |(_, worth)| -worth / self.scale)
    }

    fn is_free(&self, _: usize) -> bool {
        false
    }

    fn cheapest(&self, multipliers: &[f64]) -> Option<usize> {
        let by_eights = self.by_eights(multipliers);
        let found = (0..self.groups.len())
            .into_par_iter()
            .with_min_len(4096)
            .map(|column| (self.below(column, &by_eights), column))
            .min_by(|one, other| one.0.total_cmp(&other.0).then(one.1.cmp(&other.1)))?;
        (found.0 < -ROUNDING).then_some(found.1)
    }

    fn first_cheap(&self, multipliers: &[f64]) -> Option<usize> {
        let by_eights = self.by_eights(multipliers);
        (0..self.groups.len()).find(|column| self.below(*column, &by_eights) < -ROUNDING)
    }
}

/// A search for the divisions of least loss.
struct Search<'a> {
    /// Every group with its loss, the least loss first.
    losses: &'a [(Coalition, f64)],
    bodies: usize,
    /// How many divisions are wanted.
    many: usize,
    /// Steps that are left.
    steps_left: usize,
    /// No loss above this is of interest.
    limit: f64,
    /// Groups up to the limit by their lowest body, the least loss first.
    by_lowest: Vec<Vec<(Coalition, f64)>>,
    /// The divisions of least loss so far, the least first.
    found: Vec<(f64, Vec<Coalition>)>,
}

/// What a search found.
struct Searched {
    /// Divisions of least loss, the least first.
    found: Vec<Vec<Coalition>>,
    /// All divisions up to this loss are known.
    known_up_to: f64,
    /// True where those found are the best.
    is_whole: bool,
}

/// Searches up to a small loss, then up to twice that, until enough are found; or until the steps run out, and then gives what
/// the groups of least loss make one after the other.
fn up_to_a_loss(losses: &[(Coalition, f64)], bodies: usize, many: usize, scale: f64) -> Searched {
    let largest = losses.last().map_or(0.0, |(_, loss)| *loss) * bodies as f64;
    let (mut up_to, mut known_up_to) = (scale * 1e-6, 0.0);
    loop {
        let mut search = Search::new(losses, bodies, many, up_to);
        let is_whole = search.divide(Coalition::NOBODY, 0.0, &mut Vec::new());
        if is_whole && (search.found.len() >= many || up_to > largest) {
            return Searched { found: search.found.into_iter().map(|(_, groups)| groups).collect(), known_up_to: up_to, is_whole };
        }
        if !is_whole {
            let mut any = Search::new(losses, bodies, 1, f64::INFINITY);
            any.divide(Coalition::NOBODY, 0.0, &mut Vec::new());
            let best = search.found.into_iter().chain(any.found).min_by(|one, other| one.0.total_cmp(&other.0));
            return Searched { found: best.into_iter().map(|(_, groups)| groups).collect(), known_up_to, is_whole };
        }
        known_up_to = up_to;
        up_to *= 2.0;
    }
}

impl Search<'_> {
    fn new(losses: &[(Coalition, f64)], bodies: usize, many: usize, limit: f64) -> Search<'_> {
        let mut search = Search { losses, bodies, many, steps_left: MOST_STEPS, limit, by_lowest: Vec::new(), found: Vec::new() };
        search.arrange(limit);
        search
    }

    /// Lays out the groups up to a loss.
    fn arrange(&mut self, up_to: f64) {
        self.by_lowest = vec![Vec::new(); self.bodies];
        for (group, loss) in self.losses.iter().take_while(|(_, loss)| *loss <= up_to) {
            self.by_lowest[group.0.trailing_zeros() as usize].push((*group, *loss));
        }
    }

    /// Takes groups for the lowest body that has none, the least loss first. False where the steps ran out.
    fn divide(&mut self, taken: Coalition, loss: f64, division: &mut Vec<Coalition>) -> bool {
        let lowest = taken.0.trailing_ones() as usize;
        if lowest >= self.bodies {
            self.keep(loss, division);
            return true;
        }
        for place in 0..self.by_lowest[lowest].len() {
            let (group, more) = self.by_lowest[lowest][place];
            if loss + more > self.limit {
                break;
            }
            if self.steps_left == 0 {
                return false;
            }
            self.steps_left -= 1;
            if group.is_apart_from(taken) {
                division.push(group);
                let is_whole = self.divide(taken.joined_by(group), loss + more, division);
                division.pop();
                if !is_whole {
                    return false;
                }
            }
        }
        true
    }

    fn keep(&mut self, loss: f64, division: &[Coalition]) {
        let place = self.found.partition_point(|(other, _)| *other <= loss);
        self.found.insert(place, (loss, division.to_vec()));
        self.found.truncate(self.many);
        if self.found.len() == self.many {
            self.limit = self.limit.min(self.found[self.many - 1].0);
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::constraints::Constraint;

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(60))]

        #[test]
        fn the_programme_and_search_find_what_looking_at_every_subset_finds(
            (bodies, values) in (4..=9usize).prop_flat_map(|bodies| (Just(bodies), prop::collection::vec(-9..=30i8, 1 << bodies))),
            most in 1..=9usize,
        ) {
            let worth = |group: Coalition| f64::from(values[group.place()]) * group.size() as f64;
            let names = (0..bodies).map(|body| format!("B{body}")).collect();
            let grouping = Grouping { bodies: names, worth: &worth, price_per_point: 1.0, constraints: vec![Constraint::LargestSize(most)] };
            let (searched, exact) = (best(&grouping, 10).unwrap(), crate::partition::best(&grouping, 10).unwrap());
            prop_assert!(searched.is_proven);
            let worths = |grouped: &Grouped| grouped.best.iter().map(|division| division.worth).collect::<Vec<_>>();
            prop_assert_eq!(worths(&searched), worths(&exact));
        }
    }
}
