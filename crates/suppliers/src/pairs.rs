//! Two names compared: their probability, or the reason why they can never be one.
//!
//! The rule: a reason against is a fact that no likeness outweighs (two company numbers, LTD against
//! PLC, Leeds in brackets against Bolton). Where a name has other names, the likeliest pair of
//! wordings counts.

use crate::against::{Against, against};
use crate::features::{Alignment, Extra, align};
use crate::model::{Answers, answer, points, probability};
use crate::names::Name;
use crate::sides::{Facts, Side, facts};
use crate::tokens::{Vocabulary, Wordings, vocabulary};

/// Everything a comparison needs.
#[derive(Debug)]
pub struct Compared {
    /// The distinct names.
    pub names: Vec<Name>,
    /// Their words.
    pub vocabulary: Vocabulary,
    /// The names in those words.
    pub wordings: Wordings,
    facts: Vec<Facts>,
}

/// What came out for one pair.
#[derive(Clone, Copy, Debug)]
pub struct Verdict {
    /// Probability that they are one.
    pub probability: f32,
    /// The answers it rests on.
    pub answers: Answers,
    /// The two wordings it compares, by place.
    pub wordings: [u32; 2],
    /// Their words side by side.
    pub alignment: Alignment,
    /// The fact that forbids it, if there is one.
    pub against: Option<Against>,
}

impl Compared {
    /// Makes ready to compare `names`.
    pub fn of(names: Vec<Name>) -> Compared {
        let (vocabulary, wordings) = vocabulary(&names);
        let facts = facts(&names, &vocabulary, &wordings);
        Compared { names, vocabulary, wordings, facts }
    }

    /// Compares two names.
    pub fn verdict(&self, a: u32, b: u32) -> Verdict {
        // The same pair gives the same answer whichever comes first.
        let (a, b) = (a.min(b), a.max(b));
        let mut best: Option<Verdict> = None;
        for first in self.wordings.of_name(a) {
            for second in self.wordings.of_name(b) {
                let verdict = self.verdict_of_wordings([a, b], [first, second]);
                if best.is_none_or(|best| verdict.probability > best.probability) {
                    best = Some(verdict);
                }
            }
        }
        best.expect("every name has a wording of its own")
    }

    fn verdict_of_wordings(&self, names: [u32; 2], wordings: [u32; 2]) -> Verdict {
        let sides = [0, 1].map(|side| self.side(names[side], wordings[side]));
        let [a, b] = &sides;
        let mut alignment = align(&self.vocabulary, a.words, b.words);
        if alignment.extra.is_some()
            && (a.is_own && b.is_own)
            && (a.in_brackets(alignment.lonely[0]) | b.in_brackets(alignment.lonely[1])) != 0
        {
            alignment.extra = Some(Extra::InBrackets);
        }
        let others = u8::from(!a.is_own) + u8::from(!b.is_own);
        let answers = answer(&self.vocabulary, a, b, others, &alignment);
        let against = against(&self.vocabulary, a, b, &alignment);
        Verdict { probability: probability(points(&answers)), answers, wordings, alignment, against }
    }

    fn side(&self, name: u32, wording: u32) -> Side<'_> {
        let facts = self.facts[name as usize];
        let more = facts.has_more.then(|| &self.names[name as usize]);
        Side {
            facts,
            words: self.wordings.words(wording),
            is_own: wording == self.wordings.of_name(name).start,
            company_number: more.and_then(|name| name.company_number.as_deref()),
            postcodes: more.map_or(&[], |name| &name.postcodes),
        }
    }

    /// The facts of one name.
    pub fn facts(&self, name: u32) -> &Facts {
        &self.facts[name as usize]
    }
}
