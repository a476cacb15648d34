//! A bound on the cost of a choice of sites: each place is given a price for being served, and need not be served at all.
//!
//! The rule: with prices, each site by itself takes the places that cost it less than they pay, up to its capacity (a part
//! of the last one, maybe), and the sites that gain most are opened. That costs no more than any real choice does
//! (Lagrangian relaxation: Geoffrion 1974; Christofides and Beasley 1983). Prices rise for places that nobody takes and
//! fall for those that several do, by steps that get shorter (Held, Wolfe and Crowder 1974).

use crate::locate::{Branch, Decided, Question};

/// What the best prices say.
pub(crate) struct Relaxed {
    /// No choice costs less.
    pub(crate) bound: f64,
    /// The prices.
    pub(crate) prices: Vec<f64>,
    /// What opening each site changes the bound by: 0 or less.
    pub(crate) gains: Vec<f64>,
    /// Sites that may be open, the largest gain first.
    pub(crate) order: Vec<usize>,
    /// Choices of sites that were best under some prices.
    pub(crate) tried: Vec<Vec<usize>>,
}

/// Rounds without a better bound after which steps are halved.
const PATIENCE: usize = 15;
/// Choices kept to be tried as answers.
const MOST_TRIED: usize = 40;

/// Raises the bound for so many rounds, or until it shows that nothing better than `best_cost` is left.
pub(crate) fn relaxed(question: &Question<'_>, branch: &Branch, rounds: usize, best_cost: Option<f64>) -> Relaxed {
    let mut prices = branch.prices.clone();
    let mut best = Relaxed { bound: f64::NEG_INFINITY, prices: prices.clone(), gains: Vec::new(), order: Vec::new(), tried: Vec::new() };
    let (mut step, mut without_gain) = (2.0, 0);
    for round in 0..rounds {
        let priced = Priced::at(question, branch, &prices);
        if best.tried.len() < MOST_TRIED && !best.tried.contains(&priced.open) && (round % 8 == 0 || without_gain == 0) {
            best.tried.push(priced.open.clone());
        }
        without_gain += 1;
        if priced.bound > best.bound {
            without_gain = 0;
            best = Relaxed { bound: priced.bound, prices: prices.clone(), gains: priced.gains, order: priced.order, tried: best.tried };
        }
        if best_cost.is_some_and(|cost| best.bound > cost - question.least_step) {
            break;
        }
        if without_gain == PATIENCE {
            (step, without_gain) = (step / 2.0, 0);
            prices.clone_from(&best.prices);
        }
        let uneven: f64 = priced.unserved.iter().map(|part| part * part).sum();
        if uneven < 1e-12 || step < 1e-7 {
            break;
        }
        // Without an answer yet, the cost is taken to be a little above the bound.
        let target = best_cost.unwrap_or(best.bound.abs() * 1.05 + 1.0).max(best.bound);
        let length = step * (target - priced.bound + question.least_step) / uneven;
        prices.iter_mut().zip(&priced.unserved).for_each(|(price, part)| *price += length * part);
    }
    best
}

/// What a set of prices says.
struct Priced {
    bound: f64,
    gains: Vec<f64>,
    order: Vec<usize>,
    open: Vec<usize>,
    /// The part of each place that no open site takes; below 0 where several do.
    unserved: Vec<f64>,
}

impl Priced {
    fn at(question: &Question<'_>, branch: &Branch, prices: &[f64]) -> Priced {
        let sites = branch.sites.len();
        let gains: Vec<f64> = (0..sites).map(|site| taken(question, branch, (site, prices), &mut |_, _| {})).collect();
        let mut order: Vec<usize> = (0..sites).filter(|site| branch.sites[*site] != Decided::Closed).collect();
        order.sort_by(|one, other| gains[*one].total_cmp(&gains[*other]).then(one.cmp(other)));
        let decided = order.iter().filter(|site| branch.sites[**site] == Decided::Open);
        let others = order.iter().filter(|site| branch.sites[**site] == Decided::Not);
        let mut open: Vec<usize> = decided.chain(others).take(question.open).copied().collect();
        open.sort_unstable();
        let mut unserved = vec![1.0; prices.len()];
        for site in &open {
            taken(question, branch, (*site, prices), &mut |place, part| unserved[place] -= part);
        }
        let bound = prices.iter().sum::<f64>() + open.iter().map(|site| gains[*site]).sum::<f64>();
        Priced { bound, gains, order, open, unserved }
    }
}

/// What a site gains at these prices from the places it takes, which are told with the part taken.
fn taken(question: &Question<'_>, branch: &Branch, (site, prices): (usize, &[f64]), told: &mut dyn FnMut(usize, f64)) -> f64 {
    let gain = |place: usize| question.costs[place][site] - prices[place];
    let wanted = (0..prices.len()).filter(|place| gain(*place) < 0.0 && !branch.kept_from[*place][site]);
    if !question.has_limits {
        return wanted
            .map(|place| {
                told(place, 1.0);
                gain(place)
            })
            .sum();
    }
    let weight = |place: usize| question.sites.places[place].weight;
    let mut wanted: Vec<usize> = wanted.collect();
    wanted.sort_by(|one, other| (gain(*one) * weight(*other)).total_cmp(&(gain(*other) * weight(*one))).then(one.cmp(other)));
    let (mut room, mut sum) = (question.sites.sites[site].capacity, 0.0);
    for place in wanted {
        let part = if weight(place) <= room { 1.0 } else { room / weight(place) };
        told(place, part);
        sum += part * gain(place);
        room -= part * weight(place);
        if part < 1.0 {
            break;
        }
    }
    sum
}
