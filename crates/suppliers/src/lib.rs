#![doc = include_str!("../README.md")]

// The journey from parties to suppliers, and what a supplier is called.
mod identifiers;
mod ids;
mod names;
mod resolve;
mod show;
mod solve;

// The model: what is asked of two names, and what each answer weighs.
mod against;
mod features;
mod likeness;
mod model;
mod pairs;
mod partners;
mod points;
mod sides;

// What people decided, and what they should be asked.
mod contradictions;
mod doubts;
mod judgements;
mod ties;

// Why, in sentences.
mod explain;
mod reasons;

// One published name to what it says.
mod commonness;
mod fold;
mod forms;
mod legal;
mod normal;
mod office;
mod parts;
mod places;
mod words;

// Which names to compare, and which pairs make one supplier.
mod candidates;
mod cluster;
mod habits;
mod letters;
mod lists;
mod neighbours;
mod slips;
mod spelling;
mod tokens;

// For fitting and measuring.
mod fitting;

use serde::{Deserialize, Serialize};

pub use contradictions::Contradiction;
pub use doubts::{Doubt, doubts, names_to_ask};
pub use fitting::{AnsweredPair, answered_pairs, found_of_likely_pairs, table};
pub use identifiers::{charity_number, company_number, supplier_number, vat_number};
pub use ids::{IdChange, IdChangeKind, id_changes, kept_ids};
pub use judgements::{Answer, JudgedName, Judgement, Judgements};
pub use reasons::{Explanation, Step, why};
pub use resolve::{clusters, resolve};
pub use show::{name_to_show, supplier_id};

/// One name as written by one body, with what stands beside it. Only `name` is required.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Party<'a> {
    /// Name as published (codes already taken out).
    pub name: &'a str,
    /// Who published it.
    pub body: Option<&'a str>,
    /// That body's own number for the supplier.
    pub supplier_number: Option<&'a str>,
    /// Companies House number.
    pub company_number: Option<&'a str>,
    /// VAT number.
    pub vat_number: Option<&'a str>,
    /// Charity number.
    pub charity_number: Option<&'a str>,
    /// Postcode.
    pub postcode: Option<&'a str>,
}

/// Why two names were joined, or the sum of it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Comparison {
    /// A plain sentence: "Both carry the company number 01234567."
    pub sentence: String,
    /// Its weight; positive speaks for one supplier.
    pub weight: f64,
}

/// A link that was used to join two parties (indices into the input).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Join {
    /// One party.
    pub a: u32,
    /// The other.
    pub b: u32,
    /// Probability that they are one, 0 to 1.
    pub probability: f64,
    /// In one sentence, why.
    pub why: String,
    /// What it rests on.
    pub basis: Basis,
}

/// What a join rests on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Basis {
    /// Both names say the same once legal forms are set aside.
    SameWords,
    /// Both carry one published number.
    Number,
    /// The names are alike enough.
    Likeness,
    /// A person judged them one; the place of the record among the judgements.
    Judgement(usize),
}

/// The answer: for each party its cluster, numbered from 0 in order of first party.
#[derive(Clone, Debug, PartialEq)]
pub struct Resolution {
    /// Cluster of each party.
    pub cluster_of: Vec<u32>,
    /// Links that made the clusters (a forest: one fewer per cluster than it has distinct names).
    pub joins: Vec<Join>,
}

/// Settings a person may move; the default is what everyone should use.
#[derive(Clone, Debug)]
pub struct Settings {
    /// Join only at or above this probability.
    pub threshold: f64,
    /// What people decided; it outweighs everything else.
    pub judgements: Judgements,
}

impl Default for Settings {
    fn default() -> Settings {
        Settings { threshold: 0.45, judgements: Judgements::default() }
    }
}
