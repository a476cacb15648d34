//! The search for the best sites: a bound at every step, and branches until bound and answer meet.
//!
//! The rule: branch and bound. At each step places are given a price for being served (`relaxed.rs`), which bounds the cost
//! of every choice that is left; sites that cannot be in a better choice are closed, and those that must be are opened.
//! Then one site is decided both ways; when all are decided and capacities still bind, one place is sent to one site or
//! kept from it. When the steps run out, the least bound of what was not looked at says how far the answer may be from the
//! best.

use crate::assign::{Assignment, assigned, exchanged};
use crate::relaxed::{Relaxed, relaxed};
use crate::sites::{Located, Sites};

/// What is decided of a site.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Decided {
    /// It is open.
    Open,
    /// It is not.
    Closed,
    /// Nothing yet.
    Not,
}

/// A part of the choices.
#[derive(Clone, Debug)]
pub(crate) struct Branch {
    /// What is decided of each site.
    pub(crate) sites: Vec<Decided>,
    /// Sites each place is kept from, place by place.
    pub(crate) kept_from: Vec<Vec<bool>>,
    /// The price of serving each place, from which to begin.
    pub(crate) prices: Vec<f64>,
    /// No choice in it costs less.
    pub(crate) bound: f64,
}

/// The question, in the form the search needs.
pub(crate) struct Question<'a> {
    /// Places, sites, distances.
    pub(crate) sites: &'a Sites,
    /// How many are opened.
    pub(crate) open: usize,
    /// Weight times distance, place by place.
    pub(crate) costs: Vec<Vec<f64>>,
    /// True where some capacity is below the weight of all.
    pub(crate) has_limits: bool,
    /// The least by which two different choices can differ.
    pub(crate) least_step: f64,
}

/// Branches looked at, at most.
const MOST_BRANCHES: usize = 20_000;
/// Rounds of prices for the first branch, and for others.
const FIRST_ROUNDS: usize = 1_500;
const ROUNDS: usize = 60;

/// Why there is no answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum NotLocated {
    /// No choice serves all.
    Impossible,
    /// None was found before the steps ran out.
    NotFound,
}

/// The best choice found, and what bounds all others.
pub(crate) fn best(sites: &Sites, open: usize) -> Result<Located, NotLocated> {
    let question = Question::of(sites, open);
    let mut waiting = vec![question.whole()];
    let mut best: Option<Assignment> = None;
    let mut left_open = f64::INFINITY;
    for number in 0.. {
        let Some(branch) = waiting.pop() else { break };
        if number == MOST_BRANCHES {
            left_open = waiting.iter().map(|branch| branch.bound).fold(branch.bound, f64::min);
            break;
        }
        if question.is_beaten(branch.bound, best.as_ref()) {
            continue;
        }
        let rounds = if number == 0 { FIRST_ROUNDS } else { ROUNDS };
        waiting.extend(question.looked_into(branch, rounds, &mut best).into_iter().flatten());
    }
    let reason = if left_open.is_finite() { NotLocated::NotFound } else { NotLocated::Impossible };
    let best = best.ok_or(reason)?;
    Ok(Located { bound: left_open.min(best.cost), cost: best.cost, open: best.open, serves: best.serves })
}

impl<'a> Question<'a> {
    fn of(sites: &'a Sites, open: usize) -> Question<'a> {
        let cost = |place: usize| sites.distances[place].iter().map(|distance| distance * sites.places[place].weight).collect();
        let costs: Vec<Vec<f64>> = (0..sites.places.len()).map(cost).collect();
        let all: f64 = sites.places.iter().map(|place| place.weight).sum();
        let is_whole = costs.iter().flatten().all(|cost| cost.fract() == 0.0 && *cost < 1e12);
        let largest = costs.iter().flatten().copied().fold(0.0, f64::max);
        Question {
            sites,
            open,
            has_limits: sites.sites.iter().any(|site| site.capacity < all),
            least_step: if is_whole { 1.0 - 1e-6 } else { (largest * 1e-12).max(f64::MIN_POSITIVE) },
            costs,
        }
    }

    /// All choices.
    fn whole(&self) -> Branch {
        let second_least = |costs: &Vec<f64>| {
            let mut costs = costs.clone();
            costs.sort_by(f64::total_cmp);
            costs[1.min(costs.len() - 1)]
        };
        Branch {
            sites: vec![Decided::Not; self.sites.sites.len()],
            kept_from: vec![vec![false; self.sites.sites.len()]; self.sites.places.len()],
            prices: self.costs.iter().map(second_least).collect(),
            bound: 0.0,
        }
    }

    /// True where a bound leaves room for nothing better.
    fn is_beaten(&self, bound: f64, best: Option<&Assignment>) -> bool {
        best.is_some_and(|best| bound > best.cost - self.least_step)
    }

    /// Bounds a branch, betters the best choice, and divides what is left of the branch in two; the more promising comes last.
    fn looked_into(&self, mut branch: Branch, rounds: usize, best: &mut Option<Assignment>) -> Option<[Branch; 2]> {
        if !self.can_serve(&branch) {
            return None;
        }
        let relaxed = relaxed(self, &branch, rounds, best.as_ref().map(|best| best.cost));
        for chosen in &relaxed.tried {
            self.keep_better(assigned(self, chosen, &branch.kept_from), best);
        }
        if rounds == FIRST_ROUNDS
            && let Some(found) = best.take()
        {
            *best = Some(exchanged(self, found));
        }
        branch.bound = branch.bound.max(relaxed.bound);
        branch.prices.clone_from(&relaxed.prices);
        if self.is_beaten(branch.bound, best.as_ref()) {
            return None;
        }
        if let Some(best) = best.as_ref() {
            self.decide(&mut branch, &relaxed, best.cost);
        }
        self.divided(branch, &relaxed, best)
    }

    fn keep_better(&self, found: Option<Assignment>, best: &mut Option<Assignment>) {
        if let Some(found) = found
            && best.as_ref().is_none_or(|best| found.cost < best.cost)
        {
            *best = Some(found);
        }
    }

    /// Closes sites with which, and opens those without which, no choice can be better than the best.
    fn decide(&self, branch: &mut Branch, relaxed: &Relaxed, best_cost: f64) {
        let undecided = |place: &&usize| branch.sites[**place] == Decided::Not;
        let order: Vec<usize> = relaxed.order.iter().filter(undecided).copied().collect();
        let wanted = self.open - branch.sites.iter().filter(|site| **site == Decided::Open).count();
        if wanted == 0 || wanted >= order.len() {
            return;
        }
        let gain = |place: usize| relaxed.gains[order[place]];
        let limit = best_cost - self.least_step;
        for (rank, site) in order.iter().enumerate() {
            if rank < wanted && relaxed.bound - gain(rank) + gain(wanted) > limit {
                branch.sites[*site] = Decided::Open;
            } else if rank >= wanted && relaxed.bound - gain(wanted - 1) + gain(rank) > limit {
                branch.sites[*site] = Decided::Closed;
            }
        }
    }

    /// Two branches that hold all choices of this one, or none where it is settled.
    fn divided(&self, mut branch: Branch, relaxed: &Relaxed, best: &mut Option<Assignment>) -> Option<[Branch; 2]> {
        let count = |branch: &Branch, wanted: Decided| branch.sites.iter().filter(|site| **site == wanted).count();
        if count(&branch, Decided::Open) == self.open {
            branch.sites.iter_mut().filter(|site| **site == Decided::Not).for_each(|site| *site = Decided::Closed);
        } else if count(&branch, Decided::Open) + count(&branch, Decided::Not) == self.open {
            branch.sites.iter_mut().filter(|site| **site == Decided::Not).for_each(|site| *site = Decided::Open);
        }
        if let Some(site) = relaxed.order.iter().copied().find(|site| branch.sites[*site] == Decided::Not) {
            let with = |decided| {
                let mut branch = branch.clone();
                branch.sites[site] = decided;
                branch
            };
            return Some([with(Decided::Closed), with(Decided::Open)]);
        }
        let open: Vec<usize> = (0..branch.sites.len()).filter(|site| branch.sites[*site] == Decided::Open).collect();
        let nearest = self.nearest(&branch, &open);
        if let Some(place) = self.crowded(&nearest, &branch, &open) {
            let site = nearest[place];
            let mut sent = branch.clone();
            open.iter().filter(|other| **other != site).for_each(|other| sent.kept_from[place][*other] = true);
            branch.kept_from[place][site] = true;
            return Some([branch, sent]);
        }
        self.keep_better(Some(Assignment::of(self, open, nearest)), best);
        None
    }

    /// The nearest open site of each place, from which it is not kept.
    fn nearest(&self, branch: &Branch, open: &[usize]) -> Vec<usize> {
        let nearest = |place: usize| {
            let allowed = open.iter().copied().filter(|site| !branch.kept_from[place][*site]);
            allowed
                .min_by(|one, other| self.costs[place][*one].total_cmp(&self.costs[place][*other]))
                .expect("each place has a site: see can_serve")
        };
        (0..self.costs.len()).map(nearest).collect()
    }

    /// The heaviest place that could be sent elsewhere from a site with more than it can serve; of all places served by their nearest.
    fn crowded(&self, nearest: &[usize], branch: &Branch, open: &[usize]) -> Option<usize> {
        let load = |site: usize| {
            (0..nearest.len()).filter(|place| nearest[*place] == site).map(|place| self.sites.places[place].weight).sum::<f64>()
        };
        let is_crowded = |site: usize| load(site) > self.sites.sites[site].capacity;
        let has_choice = |place: usize| open.iter().filter(|site| !branch.kept_from[place][**site]).count() > 1;
        let crowded: Vec<usize> = open.iter().copied().filter(|site| is_crowded(*site)).collect();
        (0..nearest.len())
            .filter(|place| crowded.contains(&nearest[*place]) && has_choice(*place))
            .max_by(|one, other| self.sites.places[*one].weight.total_cmp(&self.sites.places[*other].weight))
    }

    /// False where a place has no site left, or places that have one left are more than it can serve.
    fn can_serve(&self, branch: &Branch) -> bool {
        let mut loads = vec![0.0; branch.sites.len()];
        for (place, kept_from) in branch.kept_from.iter().enumerate() {
            let mut left = (0..branch.sites.len()).filter(|site| branch.sites[*site] != Decided::Closed && !kept_from[*site]);
            match (left.next(), left.next()) {
                (None, _) => return false,
                (Some(only), None) => loads[only] += self.sites.places[place].weight,
                _ => {}
            }
        }
        let may_be_open = branch.sites.iter().filter(|site| **site != Decided::Closed).count();
        may_be_open >= self.open && loads.iter().zip(&self.sites.sites).all(|(load, site)| *load <= site.capacity)
    }
}
