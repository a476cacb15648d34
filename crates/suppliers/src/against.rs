//! Facts that forbid two names to be one supplier.
//!
//! The rule: a fact is something anyone can see in the two names (two company numbers, LTD against
//! PLC, Leeds in brackets against Bolton), and no likeness outweighs it. It never asks how likely.

use crate::features::{Alignment, Extra, marked};
use crate::forms::Form;
use crate::sides::Side;
use crate::tokens::Vocabulary;

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
    /// One is a place, or a school or council of a place, and the other says more: a place has many.
    PlaceAndMore,
    /// A name that any firm may have is one only with itself.
    Anybody,
}

impl Against {
    /// True where a published number in common joins the names all the same: the fact says only that such a name tells nobody.
    pub fn yields_to_numbers(self) -> bool {
        self == Against::Anybody
    }

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
            Against::Anybody => "A name that any firm may have is one only with itself as written.",
            Against::PlaceAndMore => {
                "One names no more than a place or its school or council, and the other names something of that place."
            }
        }
    }
}

/// The first fact that forbids the two sides to be one.
pub fn against(vocabulary: &Vocabulary, a: &Side<'_>, b: &Side<'_>, alignment: &Alignment) -> Option<Against> {
    let pair = Pair { vocabulary, a, b, alignment };
    let are_own = a.is_own && b.is_own;
    if a.company_number.zip(b.company_number).is_some_and(|(first, second)| first != second) {
        Some(Against::CompanyNumbers)
    } else if a.facts.form.contradicts(b.facts.form) || pair.is_university_and_trust() {
        Some(Against::Forms)
    } else if are_own && a.in_brackets(alignment.lonely[0]) != 0 && b.in_brackets(alignment.lonely[1]) != 0 {
        Some(Against::Brackets)
    } else if alignment.numbers_differ || pair.is_numbered_sister() {
        Some(Against::Numbers)
    } else if alignment.initials_differ {
        Some(Against::Initials)
    } else if pair.places_differ() {
        Some(Against::Places)
    } else if are_own && (pair.both_have_known_words() || pair.is_short_and_more()) {
        Some(Against::Words)
    } else if are_own && pair.is_place_and_more() {
        Some(Against::PlaceAndMore)
    } else if are_own && (a.facts.is_letter_of_many || b.facts.is_letter_of_many) {
        Some(Against::Anybody)
    } else {
        None
    }
}

struct Pair<'a> {
    vocabulary: &'a Vocabulary,
    a: &'a Side<'a>,
    b: &'a Side<'a>,
    alignment: &'a Alignment,
}

impl Pair<'_> {
    fn lonely(&self, side: usize) -> impl Iterator<Item = u32> + Clone {
        let words = if side == 0 { self.a.words } else { self.b.words };
        marked(words, self.alignment.lonely[side])
    }

    fn common(&self) -> impl Iterator<Item = u32> + Clone {
        marked(self.a.words, self.alignment.same)
    }

    fn both_have_lonely(&self) -> bool {
        self.alignment.lonely[0] != 0 && self.alignment.lonely[1] != 0
    }

    /// `QUINCE HOUSING 2 LTD` beside `QUINCE HOUSING LTD`: both full legal names, one with a number more.
    fn is_numbered_sister(&self) -> bool {
        let is_short_number = |word: u32| {
            let known = self.vocabulary.known(word);
            known.length <= 3 && known.is_number
        };
        let are_legal_names = self.a.facts.form != Form::Unsaid && self.b.facts.form != Form::Unsaid;
        are_legal_names && self.alignment.number_alone && self.lonely(0).chain(self.lonely(1)).any(is_short_number)
    }

    /// A name of three letters or fewer is an abbreviation of many things: with a word more it is another name.
    fn is_short_and_more(&self) -> bool {
        let known = |word: u32| self.vocabulary.known(word);
        self.alignment.extra.is_some()
            && self.alignment.lengths.contains(&1)
            && self.common().all(|word| known(word).length <= 3)
            && self.lonely(0).chain(self.lonely(1)).any(|word| !known(word).is_group_word && !known(word).is_place)
    }

    /// A university and the NHS trust of its hospitals share every word but those of the form.
    fn is_university_and_trust(&self) -> bool {
        let is_one_trust = (self.a.facts.form == Form::NhsTrust) != (self.b.facts.form == Form::NhsTrust);
        is_one_trust && self.has_common(&["UNIVERSITY"]) && !self.has_common(&["HOSPITAL", "HEALTHCARE"])
    }

    /// `MEDLARSHIRE` beside `MEDLARSHIRE COMBINED AUTHORITY`, `MEDLAR COLLEGE` beside `MEDLAR SIXTH FORM COLLEGE`: what stands before the
    /// kind of a place tells one from another; what stands behind it may be a note. A trust of the NHS says what it is by its form.
    fn is_place_and_more(&self) -> bool {
        let known = |word: u32| self.vocabulary.known(word);
        let says_no_more = |word: u32| known(word).is_place || known(word).is_kind;
        let says_more = |word: u32| {
            let is_of_council = matches!(self.vocabulary.text(word), "CITY" | "BOROUGH" | "METROPOLITAN" | "COUNTY" | "DISTRICT" | "TOWN");
            !says_no_more(word) && !known(word).is_group_word && !is_of_council && known(word).length > 2
        };
        let has_kind = self.common().any(|word| known(word).is_kind);
        let is_behind_kind = has_kind && !matches!(self.alignment.extra, Some(Extra::Before | Extra::Between));
        let is_trust = [self.a, self.b].iter().any(|side| side.facts.form == Form::NhsTrust);
        self.alignment.extra.is_some()
            && !is_trust
            && !is_behind_kind
            && self.common().any(|word| known(word).is_place)
            && self.common().all(says_no_more)
            && self.lonely(0).chain(self.lonely(1)).any(says_more)
    }

    fn has_common(&self, texts: &[&str]) -> bool {
        self.common().any(|word| texts.contains(&self.vocabulary.text(word)))
    }

    /// Each has a word the other lacks that other names have too, so that neither is a slip.
    fn both_have_known_words(&self) -> bool {
        let is_known = |word: u32| self.vocabulary.known(word).is_known;
        self.both_have_lonely() && self.alignment.pairs > 0 && self.lonely(0).any(is_known) && self.lonely(1).any(is_known)
    }

    /// Both have a word such as SCHOOL in common, and each has another word the other lacks.
    fn places_differ(&self) -> bool {
        let is_telling = |word: u32| {
            let known = self.vocabulary.known(word);
            !known.is_kind && known.length > 2 && known.weight > 4.5
        };
        self.both_have_lonely()
            && self.common().any(|word| self.vocabulary.known(word).is_kind)
            && self.lonely(0).any(is_telling)
            && self.lonely(1).any(is_telling)
    }
}
