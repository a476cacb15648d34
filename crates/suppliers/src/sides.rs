//! One of two names while it is compared: what the comparison must know of it, and no more.
//!
//! The rule: facts that every comparison asks for lie together in one short row a name, because a
//! million names are compared millions of times. Nothing is decided here.

use rayon::prelude::*;
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
    /// Any firm may be called so: it is one only with itself as written.
    pub is_letter_of_many: bool,
    /// It is one everyday word or two.
    pub is_everyday: bool,
    /// In how many spellings names with the same words were published.
    pub spellings: u32,
    /// The same, where slips and the order of words do not count.
    pub kin: u32,
    /// Which of its own words stand in brackets, one bit a word.
    pub brackets: u32,
    /// Its initials, or itself where it is one short word that may be the initials of another.
    pub initials: Option<Initials>,
}

/// The initials of a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Initials {
    /// The letters in five bits each.
    pub packed: u32,
    /// How many there are.
    pub length: u8,
    /// True where the name is one word that may be initials.
    pub is_short: bool,
    /// How many longer names, slips apart, have these initials.
    pub bearers: u32,
}

impl Initials {
    /// Three to six words, or one word of three to six letters.
    fn of(text: &str) -> Option<Initials> {
        let is_short = !text.contains(' ');
        let letters = text.split(' ').filter_map(|word| word.bytes().next());
        let packed = if is_short { pack(text.bytes()) } else { pack(letters) };
        packed.map(|(packed, length)| Initials { packed, length, is_short, bearers: 0 })
    }
}

fn pack(letters: impl Iterator<Item = u8>) -> Option<(u32, u8)> {
    let mut packed = (0, 0);
    for letter in letters {
        if packed.1 == 6 || !letter.is_ascii_uppercase() {
            return None;
        }
        packed = (packed.0 << 5 | u32::from(letter - b'A' + 1), packed.1 + 1);
    }
    (packed.1 >= 3).then_some(packed)
}

impl Facts {
    /// The initials that one of the two is of the other.
    pub fn initials_of(&self, other: &Facts) -> Option<Initials> {
        let (first, second) = (self.initials?, other.initials?);
        (first.packed == second.packed && first.is_short != second.is_short).then_some(first)
    }
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
    for (name, facts) in facts.iter_mut().enumerate() {
        let own = wordings.words(wordings.of_name(name as u32).start);
        facts.is_everyday = own.len() <= 2 && own.iter().all(|word| vocabulary.known(*word).is_everyday);
    }
    count_bearers(&mut facts, &keys);
    // Names stand in the order of their words, so those with the same words stand together.
    let mut place = 0;
    for same in names.chunk_by(|a, b| a.normal.main.text == b.normal.main.text) {
        let total = same.iter().map(|name| name.spellings).sum();
        facts[place..place + same.len()].iter_mut().for_each(|facts| facts.spellings = total);
        place += same.len();
    }
    facts
}

/// Two spellings of one name are one bearer of its initials.
fn count_bearers(facts: &mut [Facts], keys: &[u64]) {
    let long = |facts: &Facts| facts.initials.filter(|initials| !initials.is_short).map(|initials| initials.packed);
    let mut pairs: Vec<(u32, u64)> = facts.iter().zip(keys).filter_map(|(facts, key)| Some((long(facts)?, *key))).collect();
    pairs.par_sort_unstable();
    pairs.dedup();
    let mut bearers: FxHashMap<u32, u32> = FxHashMap::default();
    pairs.iter().for_each(|(packed, _)| *bearers.entry(*packed).or_default() += 1);
    for initials in facts.iter_mut().filter_map(|facts| facts.initials.as_mut()) {
        initials.bearers = bearers.get(&initials.packed).copied().unwrap_or(0);
    }
}

fn facts_of(name: &Name, kin: u32) -> Facts {
    Facts {
        form: name.normal.form,
        may_be_cut: name.normal.may_be_cut,
        has_more: name.company_number.is_some() || !name.postcodes.is_empty(),
        is_letter_of_many: name.normal.written.is_some(),
        is_everyday: false,
        spellings: name.spellings,
        kin,
        brackets: name.normal.main.brackets,
        initials: Initials::of(&name.normal.main.text),
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
