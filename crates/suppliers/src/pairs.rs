//! Two names compared: their probability, or the reason why they can never be one.
//!
//! The rule: a reason against is a fact that no likeness outweighs (two company numbers, LTD against
//! PLC, Leeds in brackets against Bolton). Where a name has other names, the likeliest pair of
//! wordings counts.

use crate::features::{Alignment, Extra, align};
use crate::model::{Answers, answer, points, probability};
use crate::names::Name;
use crate::tokens::{Vocabulary, Wordings};

/// Everything a comparison needs.
#[derive(Debug)]
pub struct Compared {
    /// The distinct names.
    pub names: Vec<Name>,
    /// Their words.
    pub vocabulary: Vocabulary,
    /// The names in those words.
    pub wordings: Wordings,
}

/// What came out for one pair.
#[derive(Clone, Debug)]
pub struct Verdict {
    /// Probability that they are one.
    pub probability: f32,
    /// The answers it rests on.
    pub answers: Answers,
    /// The words side by side.
    pub alignment: Alignment,
    /// The fact that forbids it, if there is one.
    pub against: Option<Against>,
}

/// A fact that forbids two names to be one supplier.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Against {
    /// They carry different company numbers.
    CompanyNumbers,
    /// LTD, PLC and LLP exclude one another.
    Forms,
    /// Different places or branches stand in brackets.
    Brackets,
    /// Different numbers stand in otherwise like names.
    Numbers,
    /// Persons with different initials.
    Initials,
    /// Schools, surgeries or councils whose other words differ.
    Places,
}

impl Against {
    /// As a sentence.
    pub fn sentence(self) -> &'static str {
        match self {
            Against::CompanyNumbers => "They carry different company numbers.",
            Against::Forms => "Their legal forms exclude one another.",
            Against::Brackets => "Different branches or places stand in brackets.",
            Against::Numbers => "The numbers in the names differ.",
            Against::Initials => "The initials differ.",
            Against::Places => "They are the same kind of public place under different names.",
        }
    }
}

impl Compared {
    /// Compares two names.
    pub fn verdict(&self, a: u32, b: u32) -> Verdict {
        // The same pair gives the same answer whichever comes first.
        let (a, b) = (a.min(b), a.max(b));
        let (name_a, name_b) = (&self.names[a as usize], &self.names[b as usize]);
        let mut best: Option<Verdict> = None;
        for (i, first) in self.wordings.of_name(a).enumerate() {
            for (j, second) in self.wordings.of_name(b).enumerate() {
                let mut alignment = align(&self.vocabulary, self.wordings.words(first), self.wordings.words(second));
                if alignment.extra.is_some()
                    && (i, j) == (0, 0)
                    && (self.lonely_in_brackets(name_a, &alignment.lonely[0]) || self.lonely_in_brackets(name_b, &alignment.lonely[1]))
                {
                    alignment.extra = Some(Extra::InBrackets);
                }
                let answers = answer(&self.vocabulary, name_a, name_b, usize::from(i > 0) + usize::from(j > 0), &alignment);
                let probability = probability(points(&answers));
                if best.as_ref().is_none_or(|best| probability > best.probability) {
                    let against = self.against(name_a, name_b, [i, j], &alignment);
                    best = Some(Verdict { probability, answers, alignment, against });
                }
            }
        }
        best.expect("every name has a wording of its own")
    }

    fn against(&self, a: &Name, b: &Name, wordings: [usize; 2], alignment: &Alignment) -> Option<Against> {
        let numbers = a.company_number.as_ref().zip(b.company_number.as_ref());
        if numbers.is_some_and(|(first, second)| first != second) {
            Some(Against::CompanyNumbers)
        } else if a.normal.form.contradicts(b.normal.form) {
            Some(Against::Forms)
        } else if wordings == [0, 0] && self.lonely_in_brackets(a, &alignment.lonely[0]) && self.lonely_in_brackets(b, &alignment.lonely[1])
        {
            Some(Against::Brackets)
        } else if alignment.numbers_differ {
            Some(Against::Numbers)
        } else if alignment.initials_differ {
            Some(Against::Initials)
        } else if self.places_differ(alignment) {
            Some(Against::Places)
        } else {
            None
        }
    }

    fn lonely_in_brackets(&self, name: &Name, lonely: &[u32]) -> bool {
        let is_lonely = |text: &str| lonely.iter().any(|place| &*self.vocabulary.texts[*place as usize] == text);
        name.normal.main.words.iter().any(|word| word.in_brackets && is_lonely(&word.text))
    }

    /// Both have a word such as SCHOOL in common, and each has another word the other lacks.
    fn places_differ(&self, alignment: &Alignment) -> bool {
        const KINDS: &[&str] =
            &["SCHOOL", "ACADEMY", "PRIMARY", "NURSERY", "SURGERY", "PRACTICE", "COUNCIL", "PARISH", "CHURCH", "LIBRARY", "COLLEGE"];
        if alignment.lonely[0].is_empty() || alignment.lonely[1].is_empty() {
            return false;
        }
        let is_telling = |lonely: &[u32]| {
            lonely.iter().any(|word| {
                let text = &*self.vocabulary.texts[*word as usize];
                !KINDS.contains(&text) && text.len() > 2 && self.vocabulary.weights[*word as usize] > 4.5
            })
        };
        let shares_kind = alignment.rarest_shared.is_some() && alignment.kinds_shared(&self.vocabulary, KINDS);
        shares_kind && is_telling(&alignment.lonely[0]) && is_telling(&alignment.lonely[1])
    }
}
