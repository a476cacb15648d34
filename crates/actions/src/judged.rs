//! What the report says of judgements: what was decided about each supplier, and what cannot all be true.
//!
//! The rule: every judgement that stands is told with the suppliers it is about, with who, when and why; one that a
//! contradiction lays aside says so. Nothing is resolved in silence.

use std::collections::BTreeMap;

use suppliers::{Answer, Judgements, Party};

/// The line of a judgement in `remarks.csv`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct JudgementRemark {
    /// Its file.
    pub(crate) file: String,
    /// Its line.
    pub(crate) line: u32,
    /// `judged` or `judgement-laid-aside`.
    pub(crate) kind: &'static str,
    /// The record as a sentence.
    pub(crate) seen: String,
    /// What was done about it.
    pub(crate) done: &'static str,
}

/// What people decided about each supplier, as sentences.
pub(crate) fn sentences(judgements: &Judgements, parties: &[Party<'_>], supplier_of: &[u32]) -> BTreeMap<usize, Vec<String>> {
    let mut told: BTreeMap<usize, Vec<String>> = BTreeMap::new();
    for (place, record) in judgements.all().iter().enumerate().filter(|(place, _)| judgements.stands(*place)) {
        let aside = if judgements.holds(place) { "" } else { " It is laid aside until a contradiction is settled." };
        let sentence = format!("{}{aside}", record.sentence());
        for (party, supplier) in parties.iter().zip(supplier_of) {
            let of_supplier = told.entry(*supplier as usize).or_default();
            if record.names.iter().any(|name| name.means(party)) && !of_supplier.contains(&sentence) {
                of_supplier.push(sentence.clone());
            }
        }
    }
    told.retain(|_, sentences| !sentences.is_empty());
    told
}

/// Each contradiction as the sentences of its records, with their lines, and what holds meanwhile.
pub fn contradictions(judgements: &Judgements) -> Vec<Vec<String>> {
    let told = |record: usize| format!("{}: {}", judgements.all()[record].source, judgements.all()[record].sentence());
    let of_one = |contradiction: &suppliers::Contradiction| {
        let mut sentences: Vec<String> = contradiction.same.iter().map(|record| told(*record)).collect();
        sentences.push(told(contradiction.different));
        sentences.push(
            "These cannot all be true. Until one is changed, the names judged two stay apart and the others are left to the score."
                .to_string(),
        );
        sentences
    };
    judgements.contradictions().iter().map(of_one).collect()
}

/// Every judgement that stands, for `remarks.csv`.
pub(crate) fn remarks(judgements: &Judgements) -> Vec<JudgementRemark> {
    let standing = judgements.all().iter().enumerate().filter(|(place, _)| judgements.stands(*place));
    standing
        .map(|(place, record)| {
            let (kind, done) = match (judgements.holds(place), record.answer) {
                (false, _) => ("judgement-laid-aside", "left to the score until the contradiction is settled"),
                (true, Answer::Same) => ("judged", "joined"),
                (true, Answer::Different) => ("judged", "kept apart"),
                (true, Answer::Unsure) => ("judged", "left to the score"),
            };
            JudgementRemark { file: record.source.file.to_string(), line: record.source.line, kind, seen: record.sentence(), done }
        })
        .collect()
}
