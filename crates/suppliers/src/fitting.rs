//! The answers of the model's questions for every pair worth comparing, for fitting its points and for measuring the search.
//!
//! The rule: what is fitted is exactly what is used; there is no second way to ask the questions.
//! Nothing in a run of the program needs this.

use rayon::prelude::*;

use crate::Party;
use crate::candidates::Candidates;
use crate::contradictions::Settled;
use crate::model::{Answers, QUESTIONS};
use crate::names::gather;
use crate::pairs::Compared;
use crate::points::{MODEL, START};

/// One pair of parties with the answers to the model's questions.
#[derive(Clone, Debug, PartialEq)]
pub struct AnsweredPair {
    /// One party, as a place in the input.
    pub a: u32,
    /// The other.
    pub b: u32,
    /// For each question which of its answers holds.
    pub answers: Answers,
    /// True where a fact forbids the pair whatever the answers.
    pub is_forbidden: bool,
    /// The probability the model gives now.
    pub probability: f32,
}

/// Asks the model's questions of every pair worth comparing; parties whose names say the same are asked once.
pub fn answered_pairs(parties: &[Party<'_>]) -> Vec<AnsweredPair> {
    let names = gather(parties, &Settled::default());
    let mut bearers = vec![u32::MAX; names.all.len()];
    for (party, name) in names.of_party.iter().enumerate() {
        if let Some(name) = name {
            bearers[*name as usize] = bearers[*name as usize].min(party as u32);
        }
    }
    let compared = Compared::of(names.all);
    let candidates = Candidates::of(&compared);
    let answered = |a: u32, b: u32| {
        let verdict = compared.verdict(a, b);
        let (a, b) = (bearers[a as usize], bearers[b as usize]);
        AnsweredPair { a, b, answers: verdict.answers, is_forbidden: verdict.against.is_some(), probability: verdict.probability }
    };
    let of_name = |a: u32| {
        let mut found = Vec::new();
        candidates.after(a, &mut found);
        found.into_iter().map(move |b| answered(a, b))
    };
    (0..compared.names.len() as u32).into_par_iter().flat_map_iter(of_name).collect()
}

/// Of all pairs of names that would be joined if every name were compared with every other, how many the search finds, and how many
/// there are. Slow and obvious on purpose: it compares everybody with everybody.
pub fn found_of_likely_pairs(parties: &[Party<'_>], threshold: f32) -> (u64, u64) {
    let compared = Compared::of(gather(parties, &Settled::default()).all);
    let candidates = Candidates::of(&compared);
    let count = compared.names.len() as u32;
    let of_name = |a: u32| {
        let mut found = Vec::new();
        candidates.after(a, &mut found);
        let is_likely = |b: &u32| {
            let verdict = compared.verdict(a, *b);
            verdict.against.is_none() && verdict.probability >= threshold
        };
        let likely: Vec<u32> = (a + 1..count).filter(is_likely).collect();
        (likely.iter().filter(|b| found.binary_search(b).is_ok()).count() as u64, likely.len() as u64)
    };
    (0..count).into_par_iter().map(of_name).reduce(|| (0, 0), |x, y| (x.0 + y.0, x.1 + y.1))
}

/// The table in use: the points of any pair, and for each question its words and the points of its answers.
pub fn table() -> (f32, [(&'static str, &'static [f32]); QUESTIONS]) {
    (START, MODEL.each_ref().map(|question| (question.asks, question.points)))
}
