//! Interface; to be completed.
use serde::{Deserialize, Serialize};

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
}

impl Default for Settings {
    fn default() -> Settings {
        Settings { threshold: 0.9 }
    }
}

/// Which parties are one supplier. Deterministic: the order of parties and the number of threads change nothing but numbering.
/// `progress` is told 0..=1 now and then, and may stop the work by returning `false` (then `None` comes back).
pub fn resolve(parties: &[Party<'_>], _settings: &Settings, _progress: &(dyn Fn(f64) -> bool + Sync)) -> Option<Resolution> {
    Some(Resolution { cluster_of: (0..parties.len() as u32).collect(), joins: Vec::new() })
}

/// Every comparison of two parties, strongest first, and the probability they amount to.
pub fn why(_a: &Party<'_>, _b: &Party<'_>) -> (f64, Vec<Comparison>) {
    (0.0, Vec::new())
}

/// The best name to show for a cluster: complete, not shouting, most used. `names` with their use counts.
pub fn name_to_show(names: &[(&str, u64)]) -> String {
    names.first().map(|(name, _)| name.to_string()).unwrap_or_default()
}
