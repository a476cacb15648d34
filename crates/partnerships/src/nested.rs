//! Nested needs: one thing is built for all, and who needs more of it needs all that the others need too.
//!
//! The rule: a runway for the largest aircraft serves every smaller one, a depot for the tallest vehicle every lower one.
//! Then nobody need list groups: each need's own cost says it all, for any number of users. Each slice is paid by those who
//! need it, equally (the airport rule, which is the Shapley value: Littlechild and Owen 1973); or by the nucleolus
//! (Littlechild 1974).

use crate::Fault;

/// Users with the same need.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Need {
    /// What would meet it alone.
    pub cost: f64,
    /// How many users have it: 1 for one partner, or landings in a year.
    pub users: u64,
}

/// What one user of each need pays by the airport rule: for every slice of cost its part among all who need that slice.
///
/// # Errors
/// Names the row of a need whose cost is below zero or no number, or that nobody has.
pub fn airport(needs: &[Need]) -> Result<Vec<f64>, Fault> {
    let order = ordered(needs)?;
    let mut users_left: u64 = needs.iter().map(|need| need.users).sum();
    let (mut below, mut paid) = (0.0, 0.0);
    let mut amounts = vec![0.0; needs.len()];
    for place in order {
        paid += (needs[place].cost - below) / users_left as f64;
        below = needs[place].cost;
        users_left -= needs[place].users;
        amounts[place] = paid;
    }
    Ok(amounts)
}

/// What one user of each need pays by the nucleolus. From the least need up, the run of needs whose users can be charged the
/// least alike is settled first: (C_i - C + r) / (m + 1), where C is the cost settled before, r what a user of it
/// pays, m how many users there are since; the last need of all has m in place of m + 1.
///
/// # Errors
/// As [`airport`].
pub fn airport_nucleolus(needs: &[Need]) -> Result<Vec<f64>, Fault> {
    let order = ordered(needs)?;
    let mut amounts = vec![0.0; needs.len()];
    let (mut from, mut settled, mut paid) = (0, 0.0, 0.0);
    while from < order.len() {
        let mut users = 0;
        let mut best = (f64::INFINITY, from);
        for (place, need) in order.iter().enumerate().skip(from) {
            users += needs[*need].users;
            let others = if place + 1 == order.len() { 0 } else { 1 };
            let alike = (needs[*need].cost - settled + paid) / (users + others) as f64;
            if alike <= best.0 {
                best = (alike, place);
            }
        }
        (paid, settled) = (best.0, needs[order[best.1]].cost);
        order[from..=best.1].iter().for_each(|need| amounts[*need] = paid);
        from = best.1 + 1;
    }
    Ok(amounts)
}

/// Places of the needs, the least cost first.
fn ordered(needs: &[Need]) -> Result<Vec<usize>, Fault> {
    if needs.is_empty() {
        return Err(Fault::whole("there is no need to share", "Name two partners or more with what each would need alone."));
    }
    for (row, need) in needs.iter().enumerate() {
        if !need.cost.is_finite() || need.cost < 0.0 {
            return Err(Fault::at(
                row,
                format!("the cost {} is no amount", need.cost),
                "Write what would meet this need alone, 0 or more.",
            ));
        }
        if need.users == 0 || need.users > 1 << 40 {
            return Err(Fault::at(
                row,
                format!("{} users have this need", need.users),
                "Write how many have it, 1 or more, or leave the need out.",
            ));
        }
    }
    let mut order: Vec<usize> = (0..needs.len()).collect();
    order.sort_by(|one, other| needs[*one].cost.total_cmp(&needs[*other].cost));
    Ok(order)
}
