//! One of two names while it is compared: what the comparison must know of it, and no more.
//!
//! The rule: facts that every comparison asks for lie together in one short row a name, because a
//! million names are compared millions of times. Nothing is decided here.

use rustc_hash::FxHashMap;

use crate::forms::Form;
use crate::names::Name;
use crate::tokens::{Vocabulary, Wordings};

/// What a comparison must know of a name besides its words.
#[derive(Clone, Copy, Debug)]
pub struct Facts {
    /// Its legal form.
    pub form: Form,
    /// It was published at a length at which systems cut names.
    pub may_be_cut: bool,
    /// It carries a company number or a postcode.
    pub has_more: bool,
    /// In how many spellings names with the same words were published.
    pub spellings: u32,
    /// The same, where slips and the order of words do not count.
    pub kin: u32,
    /// Which of its own words stand in brackets, one bit a word.
    pub brackets: u32,
}

/// The facts of all names.
pub fn facts(names: &[Name], vocabulary: &Vocabulary, wordings: &Wordings) -> Vec<Facts> {
    let mut kin: FxHashMap<u64, u32> = FxHashMap::default();
    let keys: Vec<u64> =
        (0..names.len() as u32).map(|name| vocabulary.key_of_meant(wordings.words(wordings.of_name(name).start))).collect();
    for (name, key) in names.iter().zip(&keys) {
        *kin.entry(*key).or_default() += name.spellings;
    }
    let mut facts: Vec<Facts> = names.iter().zip(&keys).map(|(name, key)| facts_of(name, kin[key])).collect();
    // Names stand in the order of their words, so those with the same words stand together.
    let mut place = 0;
    for same in names.chunk_by(|a, b| a.normal.main.text == b.normal.main.text) {
        let total = same.iter().map(|name| name.spellings).sum();
        facts[place..place + same.len()].iter_mut().for_each(|facts| facts.spellings = total);
        place += same.len();
    }
    facts
}

fn facts_of(name: &Name, kin: u32) -> Facts {
    Facts {
        form: name.normal.form,
        may_be_cut: name.normal.may_be_cut,
        has_more: name.company_number.is_some() || !name.postcodes.is_empty(),
        spellings: name.spellings,
        kin,
        brackets: name.normal.main.brackets,
    }
}

/// One side of a comparison: one wording of one name.
#[derive(Clone, Copy, Debug)]
pub struct Side<'a> {
    /// Facts of the name.
    pub facts: Facts,
    /// The words of the wording.
    pub words: &'a [u32],
    /// True where the wording is the name's own, not a trading or former name.
    pub is_own: bool,
    /// The company number it carries.
    pub company_number: Option<&'a str>,
    /// Postcodes it carries.
    pub postcodes: &'a [String],
}

impl Side<'_> {
    /// Which of the marked words stand in brackets.
    pub fn in_brackets(&self, marks: u32) -> u32 {
        if self.is_own { self.facts.brackets & marks } else { 0 }
    }
}
