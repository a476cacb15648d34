//! An opportunity to share, with everything a person needs to judge it.
//!
//! The rule: every amount is yearly and says what was left out of it; a saving is a range with its source;
//! the score's parts are shown; what could make it wrong is said.

use definitions::{BodyId, Day, FinancialYear, OpportunityId, Pence, SavingRange, SupplierId};
use serde::{Deserialize, Serialize};
use services::Family;

/// The four kinds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// Two or more bodies pay one supplier for the same family, separately.
    SameSupplier,
    /// Contracts of different bodies can be made to end together.
    EndingTogether,
    /// Bodies buy the same family separately from different suppliers.
    SameNeed,
    /// One body pays another regularly for a service.
    AlreadySharing,
}

/// One body's part.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct BodyShare {
    /// Which body.
    pub body: BodyId,
    /// What it spends on this in a year.
    pub yearly: Pence,
    /// The year that was looked at; `None` where the figure comes from contracts.
    pub year: Option<FinancialYear>,
    /// Months of that year that were published: 12 is a whole year, 6 to 11 were scaled up to it, fewer are shown as paid.
    pub months: u32,
    /// Payments or contracts behind the figure.
    pub lines: u64,
    /// How many suppliers it uses for this.
    pub suppliers: u32,
}

/// Something left out of the addressable value.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct LeftOut {
    /// How much a year.
    pub yearly: Pence,
    /// Why, as a sentence.
    pub why: String,
}

/// When something can first be done.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct FirstDate {
    /// The day.
    pub day: Day,
    /// Why then, as a sentence.
    pub why: String,
}

/// Something to decide, by a day.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Deadline {
    /// The last day for it.
    pub day: Day,
    /// What must be decided, as a sentence.
    pub what: String,
    /// Whose decision.
    pub body: Option<BodyId>,
}

/// A contract that is part of an `EndingTogether`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ContractInGroup {
    /// Index into `Place::contracts`.
    pub contract: usize,
    /// It can end on or after this day.
    pub from: Day,
    /// And on or before this one.
    pub to: Day,
    /// Value of one year.
    pub annual_value: Pence,
}

/// One part of the score.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ScorePart {
    /// What is scored: "money", "likelihood", "ease", "soon", "evidence".
    pub name: String,
    /// 0 to 1.
    pub value: f64,
    /// Weight; the weights of one score add up to 1.
    pub weight: f64,
    /// Why this value, as a sentence.
    pub why: String,
}

/// A score from 0 to 100 and its parts.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Score {
    /// 100 x sum of value x weight, to one decimal.
    pub total: f64,
    /// The parts.
    pub parts: Vec<ScorePart>,
}

/// Which published lines prove it; `actions` asks `evidence` for them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct EvidenceWanted {
    /// Whose payments.
    pub body: BodyId,
    /// To which supplier; `None` is any.
    pub supplier: Option<SupplierId>,
    /// For which family; `None` is any.
    pub family: Option<Family>,
    /// In which year.
    pub year: FinancialYear,
}

/// An opportunity.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Opportunity {
    /// Stable name: kind and subject only, so that it survives a body that starts to publish or stops.
    pub id: OpportunityId,
    /// Which kind.
    pub kind: Kind,
    /// "Five bodies pay Softcat separately for software".
    pub title: String,
    /// Two or three plain sentences.
    pub summary: String,
    /// The bodies and their parts, largest first.
    pub bodies: Vec<BodyShare>,
    /// The suppliers, largest first (at most 50; `suppliers_in_all` counts them).
    pub suppliers: Vec<SupplierId>,
    /// How many suppliers there are.
    pub suppliers_in_all: u32,
    /// The family, where there is one.
    pub family: Option<Family>,
    /// All yearly spend looked at.
    pub total_yearly: Pence,
    /// What sharing could reach of it.
    pub addressable_yearly: Pence,
    /// What was left out, and why.
    pub left_out: Vec<LeftOut>,
    /// The saving a year; `None` for `AlreadySharing`, where nothing new is proposed.
    pub saving: Option<SavingRange>,
    /// n(n-1)/2 for n bodies.
    pub trust_fracture_points: u32,
    /// At least two people a point.
    pub team: u32,
    /// The first date at which something can be done.
    pub first_date: Option<FirstDate>,
    /// What must be decided by when, soonest first.
    pub deadlines: Vec<Deadline>,
    /// The contracts, for `EndingTogether`.
    pub contracts: Vec<ContractInGroup>,
    /// What could make this wrong, as sentences.
    pub cautions: Vec<String>,
    /// Where aggregation could do harm, as sentences.
    pub harms: Vec<String>,
    /// The score.
    pub score: Score,
    /// Other opportunities that count some of the same pounds.
    pub overlaps: Vec<OpportunityId>,
    /// Addressable pounds not already counted in an opportunity ranked above; these add up without double counting.
    pub counted_once_yearly: Pence,
    /// Which lines prove it.
    pub evidence: Vec<EvidenceWanted>,
}
