//! Two names compared: their probability, or the reason why they can never be one.
//!
//! The rule: a reason against is a fact that no likeness outweighs (two company numbers, LTD against
//! PLC, Leeds in brackets against Bolton). Where a name has other names, the likeliest pair of
//! wordings counts.

use crate::commonness::names_in_ten_thousand;
use crate::features::{Alignment, Extra, align};
use crate::forms::Form;
use crate::model::{Answers, answer, points, probability};
use crate::names::Name;
use crate::places::{is_group_word, is_place};
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
    /// Each has an ordinary word that the other lacks.
    Words,
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
            Against::Words => "Each has an ordinary word that the other lacks.",
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
        } else if alignment.numbers_differ || self.is_numbered_sister(a, b, alignment) {
            Some(Against::Numbers)
        } else if alignment.initials_differ {
            Some(Against::Initials)
        } else if self.is_university_and_trust(a, b, alignment) {
            Some(Against::Forms)
        } else if self.places_differ(alignment) {
            Some(Against::Places)
        } else if wordings == [0, 0] && (self.both_have_known_words(alignment) || self.is_short_and_more(alignment)) {
            Some(Against::Words)
        } else {
            None
        }
    }

    fn lonely_in_brackets(&self, name: &Name, lonely: &[u32]) -> bool {
        let is_lonely = |text: &str| lonely.iter().any(|place| &*self.vocabulary.texts[*place as usize] == text);
        name.normal.main.words.iter().any(|word| word.in_brackets && is_lonely(&word.text))
    }

    /// `QUINCE HOUSING 2 LTD` beside `QUINCE HOUSING LTD`: both full legal names, one with a number more.
    fn is_numbered_sister(&self, a: &Name, b: &Name, alignment: &Alignment) -> bool {
        let is_short_number = |word: &u32| {
            let text = &*self.vocabulary.texts[*word as usize];
            text.len() <= 3 && text.bytes().all(|byte| byte.is_ascii_digit())
        };
        let are_legal_names = a.normal.form != Form::Unsaid && b.normal.form != Form::Unsaid;
        are_legal_names && alignment.number_alone && alignment.lonely.iter().flatten().any(is_short_number)
    }

    /// A name of three letters or fewer is an abbreviation of many things: with a word more it is another name.
    fn is_short_and_more(&self, alignment: &Alignment) -> bool {
        let is_only_short =
            alignment.lengths.contains(&1) && alignment.same.iter().all(|word| self.vocabulary.texts[*word as usize].len() <= 3);
        let more = |word: &u32| !is_group_word(&self.vocabulary.texts[*word as usize]) && !is_place(&self.vocabulary.texts[*word as usize]);
        is_only_short && alignment.extra.is_some() && alignment.lonely.iter().flatten().any(more)
    }

    /// A university and the NHS trust of its hospitals share every word but those of the form.
    fn is_university_and_trust(&self, a: &Name, b: &Name, alignment: &Alignment) -> bool {
        let is_one_trust = (a.normal.form == Form::NhsTrust) != (b.normal.form == Form::NhsTrust);
        is_one_trust
            && alignment.has_common(&self.vocabulary, &["UNIVERSITY"])
            && !alignment.has_common(&self.vocabulary, &["HOSPITAL", "HEALTHCARE"])
    }

    /// Each has a word the other lacks that other names have too, so that neither is a slip.
    fn both_have_known_words(&self, alignment: &Alignment) -> bool {
        let is_known = |word: &u32| {
            let text = &*self.vocabulary.texts[*word as usize];
            let is_common = names_in_ten_thousand(text) >= 8.0 && !is_group_word(text) && !is_place(text);
            text.len() > 3 && (is_common || self.vocabulary.names_with[*word as usize] >= 4)
        };
        alignment.pairs > 0 && alignment.lonely.iter().all(|lonely| lonely.iter().any(is_known))
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
        let shares_kind = alignment.rarest_shared.is_some() && alignment.has_common(&self.vocabulary, KINDS);
        shares_kind && is_telling(&alignment.lonely[0]) && is_telling(&alignment.lonely[1])
    }
}
