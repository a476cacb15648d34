#![doc = include_str!("../README.md")]
#![cfg_attr(test, allow(clippy::unwrap_used))]

mod already_sharing;
mod cautions;
mod contracts;
mod ending_together;
mod opportunity;
mod partners;
mod place;
mod priors;
mod profile;
mod ranking;
mod same_need;
mod same_supplier;
mod score;
mod succession;
mod wording;

#[cfg(test)]
mod facts;
#[cfg(test)]
mod properties;
#[cfg(test)]
mod sentences;
mod years;

use std::collections::BTreeSet;

pub use opportunity::{BodyShare, ContractInGroup, Deadline, EvidenceWanted, FirstDate, Kind, LeftOut, Opportunity, Score, ScorePart};
pub use place::{BodyFacts, Carried, ContractFacts, Place, SpendLine, SupplierFacts, YearCovered};
pub use succession::ended_bodies;
pub use years::comparable_year;

/// Every opportunity of a place, ranked, best first. Same place in, same list out.
pub fn find(place: &Place) -> Vec<Opportunity> {
    let profile = profile::Profile::of(place);
    let contracts = contracts::Contracts::of(&profile);
    let mut found = same_supplier::find(&profile, &contracts);
    let in_common: BTreeSet<usize> = found.iter().flat_map(|one| one.rows.iter().copied()).collect();
    found.extend(ending_together::find(&profile, &contracts));
    found.extend(same_need::find(&profile, &contracts, &in_common));
    found.extend(already_sharing::find(&profile));
    ranking::ranked(found, &profile, &contracts)
}
