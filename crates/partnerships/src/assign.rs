//! Which open site serves each place, and better choices near a good one.
//!
//! The rule: an assignment serves every place from one open site and keeps to every capacity, or is not made. Without
//! capacities each place goes to the nearest. With them, the places that have most to lose go first, and then places move
//! or change over while that helps; that is not always the best, and the search does not take it to be.

use crate::locate::Question;

/// Open sites, and which serves each place.
#[derive(Clone, Debug)]
pub(crate) struct Assignment {
    /// Open sites, in their order.
    pub(crate) open: Vec<usize>,
    /// The site of each place.
    pub(crate) serves: Vec<usize>,
    /// Weight times distance, over all places.
    pub(crate) cost: f64,
}

impl Assignment {
    /// An assignment with its cost.
    pub(crate) fn of(question: &Question<'_>, open: Vec<usize>, serves: Vec<usize>) -> Assignment {
        let cost = serves.iter().enumerate().map(|(place, site)| question.costs[place][*site]).sum();
        Assignment { open, serves, cost }
    }
}

/// Serves all places from these sites, where that is found to be possible.
pub(crate) fn assigned(question: &Question<'_>, open: &[usize], kept_from: &[Vec<bool>]) -> Option<Assignment> {
    let places = question.costs.len();
    let nearest_first = |place: usize| {
        let mut sites: Vec<usize> = open.iter().copied().filter(|site| !kept_from[place][*site]).collect();
        sites.sort_by(|one, other| question.costs[place][*one].total_cmp(&question.costs[place][*other]));
        sites
    };
    let wishes: Vec<Vec<usize>> = (0..places).map(nearest_first).collect();
    let loss = |place: &usize| match wishes[*place].as_slice() {
        [first, second, ..] => question.costs[*place][*second] - question.costs[*place][*first],
        _ => f64::INFINITY,
    };
    let weight = |place: usize| question.sites.places[place].weight;
    let mut places: Vec<usize> = (0..places).collect();
    // Those with most to lose first; where that leaves one without a place, the heaviest first.
    places.sort_by(|one, other| loss(other).total_cmp(&loss(one)));
    let found = one_after_the_other(question, &places, &wishes).or_else(|| {
        places.sort_by(|one, other| weight(*other).total_cmp(&weight(*one)));
        one_after_the_other(question, &places, &wishes)
    })?;
    let mut assignment = Assignment::of(question, open.to_vec(), found);
    if question.has_limits {
        while moved(question, &mut assignment, &wishes) || changed_over(question, &mut assignment, &wishes) {}
    }
    Some(assignment)
}

/// Exchanges an open site for a closed one while that helps (Teitz and Bart 1968).
pub(crate) fn exchanged(question: &Question<'_>, mut best: Assignment) -> Assignment {
    let sites = question.sites.sites.len();
    let free = vec![vec![false; sites]; question.costs.len()];
    loop {
        let before = best.cost;
        for place in 0..best.open.len() {
            for site in (0..sites).filter(|site| !best.open.contains(site)).collect::<Vec<_>>() {
                let mut open = best.open.clone();
                open[place] = site;
                open.sort_unstable();
                if let Some(found) = assigned(question, &open, &free).filter(|found| found.cost < best.cost - question.least_step * 1e-3) {
                    best = found;
                    break;
                }
            }
        }
        if best.cost >= before {
            return best;
        }
    }
}

/// Each place to the first site it wishes that has room.
fn one_after_the_other(question: &Question<'_>, places: &[usize], wishes: &[Vec<usize>]) -> Option<Vec<usize>> {
    let mut room: Vec<f64> = question.sites.sites.iter().map(|site| site.capacity).collect();
    let mut serves = vec![0; places.len()];
    for place in places {
        let weight = question.sites.places[*place].weight;
        let site = *wishes[*place].iter().find(|site| room[**site] >= weight)?;
        room[site] -= weight;
        serves[*place] = site;
    }
    Some(serves)
}

/// Moves one place to a site with room that is nearer to it; true where one was moved.
fn moved(question: &Question<'_>, assignment: &mut Assignment, wishes: &[Vec<usize>]) -> bool {
    for (place, wished) in wishes.iter().enumerate() {
        let now = assignment.serves[place];
        for site in wished.iter().copied().take_while(|site| question.costs[place][*site] < question.costs[place][now]) {
            if load(question, assignment, site) + question.sites.places[place].weight <= question.sites.sites[site].capacity {
                assignment.serves[place] = site;
                *assignment = Assignment::of(question, std::mem::take(&mut assignment.open), std::mem::take(&mut assignment.serves));
                return true;
            }
        }
    }
    false
}

/// Lets two places change sites where that costs less; true where two did.
fn changed_over(question: &Question<'_>, assignment: &mut Assignment, wishes: &[Vec<usize>]) -> bool {
    let weight = |place: usize| question.sites.places[place].weight;
    for one in 0..wishes.len() {
        for other in one + 1..wishes.len() {
            let (here, there) = (assignment.serves[one], assignment.serves[other]);
            let cost = |first: usize, second: usize| question.costs[one][first] + question.costs[other][second];
            if cost(there, here) >= cost(here, there) * (1.0 - 1e-12) || !wishes[one].contains(&there) || !wishes[other].contains(&here) {
                continue;
            }
            let has_room = |site: usize, more: f64| load(question, assignment, site) + more <= question.sites.sites[site].capacity;
            if has_room(there, weight(one) - weight(other)) && has_room(here, weight(other) - weight(one)) {
                assignment.serves.swap(one, other);
                *assignment = Assignment::of(question, std::mem::take(&mut assignment.open), std::mem::take(&mut assignment.serves));
                return true;
            }
        }
    }
    false
}

fn load(question: &Question<'_>, assignment: &Assignment, site: usize) -> f64 {
    let served = assignment.serves.iter().enumerate().filter(|(_, by)| **by == site);
    served.map(|(place, _)| question.sites.places[place].weight).sum()
}
