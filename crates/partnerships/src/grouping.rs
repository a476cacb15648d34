//! Who should group with whom for a service.
//!
//! The rule: every body is in exactly one group (alone, maybe), every group keeps to every constraint, and the worth of all
//! groups together is the most there is. A pair of partners has its price, since trust between them has to be held. Up to
//! 20 bodies the answer is exact by looking at every division of every subset (Rothkopf, Pekeč and Harstad 1998); beyond,
//! by a linear programme and a search, with how far the answer may be from the best. Several answers are given, since the
//! second best may be the one that leaders can agree on.

use definitions::trust_fracture_points;

use crate::constraints::Constraint;
use crate::fault::refuse_doubled_names;
use crate::{Coalition, Fault, cover, partition};

/// What a group is worth, before trust is paid for; minus infinity where it cannot be formed.
pub type Worth<'a> = dyn Fn(Coalition) -> f64 + Sync + 'a;

/// Bodies to be grouped.
pub struct Grouping<'a> {
    /// Their names, 1 to 64.
    pub bodies: Vec<String>,
    /// What each group is worth: a saving, or a cost with the sign turned.
    pub worth: &'a Worth<'a>,
    /// What each trust fracture point within a group costs, in the unit of the worth.
    pub price_per_point: f64,
    /// What groups must keep to.
    pub constraints: Vec<Constraint>,
}

/// One division of the bodies into groups.
#[derive(Clone, Debug, PartialEq)]
pub struct Division {
    /// The groups, by their first body.
    pub groups: Vec<Coalition>,
    /// What they are worth together, trust paid for.
    pub worth: f64,
}

/// The best divisions.
#[derive(Clone, Debug, PartialEq)]
pub struct Grouped {
    /// The best first, each different.
    pub best: Vec<Division>,
    /// No division is worth more than this.
    pub bound: f64,
    /// True where the divisions are proven to be the best, in this order.
    pub is_proven: bool,
}

/// What respecting a constraint costs.
#[derive(Clone, Debug, PartialEq)]
pub struct Respect {
    /// The place of the constraint in the list.
    pub constraint: usize,
    /// How much more the best division without it is worth; `None` where that could not be worked out.
    pub cost: Option<f64>,
}

/// Most bodies for which every division of every subset is looked at.
pub const MOST_EXACT: usize = 20;

/// The best `many` divisions.
///
/// # Errors
/// When a body is named twice, there are more than 64, the constraints leave no division, or leave too many groups to look at.
pub fn best_groups(grouping: &Grouping<'_>, many: usize) -> Result<Grouped, Fault> {
    refuse_doubled_names(&grouping.bodies)?;
    let bodies = grouping.bodies.len();
    if bodies == 0 || bodies > 64 {
        return Err(Fault::whole(format!("{bodies} bodies cannot be grouped"), "Name from 1 to 64."));
    }
    if !grouping.price_per_point.is_finite() || grouping.price_per_point < 0.0 {
        return Err(Fault::whole("the price of a trust fracture point is no amount", "Write 0 or more."));
    }
    let grouped = if bodies <= MOST_EXACT { partition::best(grouping, many.max(1))? } else { cover::best(grouping, many.max(1))? };
    if grouped.best.is_empty() && grouped.is_proven {
        return Err(Fault::whole("no division into groups keeps to all constraints", "Leave one out, or let more groups be formed."));
    }
    Ok(grouped)
}

/// What each constraint costs to respect: the best division without it, against the best with all.
pub fn respect(grouping: &Grouping<'_>, best_worth: f64) -> Vec<Respect> {
    let without = |constraint: usize| {
        let mut constraints = grouping.constraints.clone();
        constraints.remove(constraint);
        let freer =
            Grouping { bodies: grouping.bodies.clone(), worth: grouping.worth, price_per_point: grouping.price_per_point, constraints };
        let proven = best_groups(&freer, 1).ok().filter(|grouped| grouped.is_proven);
        Respect { constraint, cost: proven.and_then(|grouped| Some((grouped.best.first()?.worth - best_worth).max(0.0))) }
    };
    (0..grouping.constraints.len()).map(without).collect()
}

impl Grouping<'_> {
    /// What a group is worth with its trust paid for; minus infinity where it may not be.
    pub fn net_worth(&self, group: Coalition) -> f64 {
        if !self.constraints.iter().all(|constraint| constraint.allows(group)) {
            return f64::NEG_INFINITY;
        }
        let worth = (self.worth)(group);
        if worth.is_nan() { f64::NEG_INFINITY } else { worth - self.price_per_point * f64::from(trust_fracture_points(group.size())) }
    }
}
