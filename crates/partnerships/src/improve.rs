//! Better divisions near a given one, where the best cannot be proven.
//!
//! The rule: two or three groups at a time are taken apart and put together in the best way there is, which is exact for
//! the few bodies in them, until no two or three can be bettered. The next best ways of each are the other answers. It says
//! nothing of how good the best is: the bound does.

use crate::grouping::{Division, Grouping};
use crate::{Coalition, partition};

/// Bodies of the groups taken apart together, at most.
const MOST_BODIES: usize = 13;

/// The division bettered as far as this goes, and the best others near it, `many` together.
pub(crate) fn improved(grouping: &Grouping<'_>, first: Division, many: usize) -> Vec<Division> {
    let mut best = first;
    let mut others = Vec::new();
    loop {
        let mut has_improved = false;
        others.clear();
        for places in twos_and_threes(best.groups.len()) {
            let Some(ways) = put_together_again(grouping, &best, &places) else { continue };
            let (better, rest): (Vec<Division>, Vec<Division>) =
                ways.into_iter().partition(|way| way.worth > best.worth + 1e-9 * best.worth.abs());
            others.extend(rest);
            if let Some(better) = better.into_iter().next() {
                (best, has_improved) = (better, true);
                break;
            }
        }
        if !has_improved {
            break;
        }
    }
    others.push(best);
    others.iter_mut().for_each(|division| division.groups.sort_by_key(|group| group.0.trailing_zeros()));
    others.sort_by(|one, other| other.worth.total_cmp(&one.worth).then_with(|| one.groups.cmp(&other.groups)));
    others.dedup_by(|one, other| one.groups == other.groups);
    others.truncate(many);
    others
}

fn twos_and_threes(groups: usize) -> impl Iterator<Item = Vec<usize>> {
    let twos = (0..groups).flat_map(move |one| (one + 1..groups).map(move |two| vec![one, two]));
    let threes =
        (0..groups).flat_map(move |one| (one + 1..groups).flat_map(move |two| (two + 1..groups).map(move |three| vec![one, two, three])));
    twos.chain(threes)
}

/// The two best ways to divide the bodies of these groups; `None` where they are too many.
fn put_together_again(grouping: &Grouping<'_>, division: &Division, places: &[usize]) -> Option<Vec<Division>> {
    let bodies: Vec<usize> = places.iter().flat_map(|place| division.groups[*place].members()).collect();
    if bodies.len() > MOST_BODIES {
        return None;
    }
    let real = |group: Coalition| group.members().fold(Coalition::NOBODY, |real, body| real.with(bodies[body]));
    let worth = |group: Coalition| grouping.net_worth(real(group));
    let few = Grouping { bodies: vec![String::new(); bodies.len()], worth: &worth, price_per_point: 0.0, constraints: Vec::new() };
    let kept = || division.groups.iter().enumerate().filter(|(place, _)| !places.contains(place)).map(|(_, group)| *group);
    let whole = |way: Division| {
        let groups: Vec<Coalition> = kept().chain(way.groups.iter().map(|group| real(*group))).collect();
        Division { worth: groups.iter().map(|group| grouping.net_worth(*group)).sum(), groups }
    };
    Some(partition::best(&few, 2).ok()?.best.into_iter().map(whole).collect())
}
