//! The list: best first, each naming those that count the same pounds, and every pound counted once.
//!
//! The rule: score, then value, then name, so that the order never depends on the input's. A pound belongs to the
//! first opportunity in the list that reaches it; the column that counts once can be added up, and no other can.

use std::collections::{BTreeMap, BTreeSet};

use definitions::Pence;

use crate::Opportunity;
use crate::contracts::Contracts;
use crate::profile::Profile;

/// An opportunity with the pounds behind it.
pub(crate) struct Found {
    pub(crate) opportunity: Opportunity,
    /// Places of rows of the spend profile.
    pub(crate) rows: Vec<usize>,
    /// Places of running contracts.
    pub(crate) contracts: Vec<usize>,
}

/// Ranks, links and counts once.
pub(crate) fn ranked(mut found: Vec<Found>, profile: &Profile<'_>, contracts: &Contracts<'_>) -> Vec<Opportunity> {
    found.sort_by(|a, b| {
        let (a, b) = (&a.opportunity, &b.opportunity);
        let by_score = b.score.total.total_cmp(&a.score.total);
        let by_value = b.addressable_yearly.cmp(&a.addressable_yearly).then(b.total_yearly.cmp(&a.total_yearly));
        by_score.then(by_value).then_with(|| a.id.cmp(&b.id))
    });
    name_overlaps(&mut found, contracts);
    let mut uncounted = Uncounted::of(profile, contracts);
    for one in &mut found {
        let from_rows: Pence = one.rows.iter().map(|row| uncounted.take_row(*row)).sum();
        let from_contracts: Pence = one.contracts.iter().map(|contract| uncounted.take_contract(*contract, contracts)).sum();
        one.opportunity.counted_once_yearly = from_rows + from_contracts;
    }
    found.into_iter().map(|one| one.opportunity).collect()
}

/// Names, in each opportunity, the others that reach a row or a contract of its own.
fn name_overlaps(found: &mut [Found], contracts: &Contracts<'_>) {
    let mut reached_by: BTreeMap<(bool, usize), BTreeSet<usize>> = BTreeMap::new();
    for (rank, one) in found.iter().enumerate() {
        let paid_by = one.contracts.iter().flat_map(|contract| &contracts.running[*contract].rows);
        let rows = one.rows.iter().chain(paid_by).map(|row| (true, *row));
        for pounds in rows.chain(one.contracts.iter().map(|contract| (false, *contract))) {
            reached_by.entry(pounds).or_default().insert(rank);
        }
    }
    let mut overlaps: Vec<BTreeSet<usize>> = vec![BTreeSet::new(); found.len()];
    for ranks in reached_by.values().filter(|ranks| ranks.len() > 1) {
        for rank in ranks {
            overlaps[*rank].extend(ranks.iter().filter(|other| *other != rank));
        }
    }
    for (rank, others) in overlaps.into_iter().enumerate() {
        let names = others.into_iter().map(|other| found[other].opportunity.id.clone()).collect();
        found[rank].opportunity.overlaps = names;
    }
}

/// The pounds that no opportunity higher in the list has reached.
struct Uncounted {
    /// What is left of each row.
    left: Vec<Pence>,
    /// What each row held.
    held: Vec<Pence>,
    is_contract_counted: Vec<bool>,
}

impl Uncounted {
    fn of(profile: &Profile<'_>, contracts: &Contracts<'_>) -> Uncounted {
        let held: Vec<Pence> = profile.rows.iter().map(|row| if row.is_addressable() { row.yearly } else { Pence::ZERO }).collect();
        Uncounted { left: held.clone(), held, is_contract_counted: vec![false; contracts.running.len()] }
    }

    fn take_row(&mut self, row: usize) -> Pence {
        std::mem::take(&mut self.left[row])
    }

    /// A contract's value is the same pounds as its payments: what of them was counted before is not counted again.
    fn take_contract(&mut self, contract: usize, contracts: &Contracts<'_>) -> Pence {
        if std::mem::replace(&mut self.is_contract_counted[contract], true) {
            return Pence::ZERO;
        }
        let running = &contracts.running[contract];
        let before: Pence = running.rows.iter().map(|row| self.held[*row] - self.left[*row]).sum();
        let counted = (running.annual_value - before).max(Pence::ZERO);
        let mut to_draw = counted;
        for row in &running.rows {
            let drawn = self.left[*row].min(to_draw);
            self.left[*row] = self.left[*row] - drawn;
            to_draw = to_draw - drawn;
        }
        counted
    }
}
