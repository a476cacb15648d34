#![doc = include_str!("../README.md")]

mod opportunity;
mod place;

pub use opportunity::{
    BodyShare, ContractInGroup, Deadline, EvidenceWanted, FirstDate, Kind, LeftOut, Opportunity, Score, ScorePart,
};
pub use place::{BodyFacts, ContractFacts, Place, SpendLine, SupplierFacts, YearCovered};

/// Every opportunity of a place, ranked, best first. Same place in, same list out.
pub fn find(_place: &Place) -> Vec<Opportunity> {
    Vec::new()
}
