//! The vocabulary: every word of every name once, how telling it is, and which other words it may be a misspelling of.
//!
//! The rule: what can be known of a word is worked out once, here, and never again for a pair of
//! names: a million names have a hundred thousand words. A word is telling when few names have it.
//! The words stand in alphabetical order, so the same names give the same vocabulary.

use rayon::prelude::*;
use rustc_hash::FxHashMap;

use crate::commonness::names_in_ten_thousand;
use crate::lists::Lists;
use crate::names::Name;
use crate::places::{is_group_word, is_kind_of_place, is_place};
use crate::slips::{near_words, probably_meant};

/// Words and what is known of them, by place in alphabetical order.
#[derive(Debug, Default)]
pub struct Vocabulary {
    /// How many names it was gathered from.
    pub names: u32,
    letters: String,
    known: Vec<Known>,
    near: Lists,
}

/// What is known of one word.
#[derive(Clone, Copy, Debug, Default)]
pub struct Known {
    start: u32,
    /// How many bytes it has.
    pub length: u32,
    /// How many names have it.
    pub names_with: u32,
    /// How telling it is: the natural logarithm of one in how many names has it.
    pub weight: f32,
    /// One bit for each letter it has somewhere.
    pub letters: u32,
    /// It consists of digits.
    pub is_number: bool,
    /// It has a digit.
    pub has_digit: bool,
    /// Its digits are so few among its letters (LEARN2DO) that it can be misspelt like any word.
    pub is_spelt: bool,
    /// It is an everyday word of suppliers' names anywhere.
    pub is_everyday: bool,
    /// It says where.
    pub is_place: bool,
    /// It says which part of a group.
    pub is_group_word: bool,
    /// It says what kind of public place: SCHOOL, SURGERY.
    pub is_kind: bool,
    /// Other names have it too, or it is an everyday word, so that it is no slip.
    pub is_known: bool,
    /// The word itself, or the much more used word that it is probably a slip of.
    pub meant: u32,
}

impl Known {
    /// False where no misspelling, short form or joining of words can make one of the two out of the other.
    pub fn may_stand_for(&self, other: &Known) -> bool {
        let differing = self.letters ^ other.letters;
        // One step changes which letters a word has in two places at most; a part of a word has letters of the whole only.
        differing & self.letters == 0
            || differing & other.letters == 0
            || differing.count_ones() as usize <= 2 * most_steps(self.length.min(other.length))
    }
}

/// So many letters of a word of `length` letters may be wrong.
pub fn most_steps(length: u32) -> usize {
    match length {
        0..=2 => 0,
        3..=7 => 1,
        8..=11 => 2,
        _ => 3,
    }
}

impl Vocabulary {
    /// The word itself, in capitals.
    pub fn text(&self, word: u32) -> &str {
        let known = self.known(word);
        &self.letters[known.start as usize..(known.start + known.length) as usize]
    }

    /// Its letters.
    #[inline]
    pub fn bytes(&self, word: u32) -> &[u8] {
        let known = self.known(word);
        &self.letters.as_bytes()[known.start as usize..(known.start + known.length) as usize]
    }

    /// What is known of it.
    #[inline]
    pub fn known(&self, word: u32) -> &Known {
        &self.known[word as usize]
    }

    /// Words with at least as many names that it may be a misspelling of, most used first.
    pub fn near(&self, word: u32) -> &[u32] {
        self.near.of(word)
    }

    /// One number for the words meant, whatever their order and spelling.
    pub fn key_of_meant(&self, words: &[u32]) -> u64 {
        let mut meant: Vec<u32> = words.iter().map(|word| self.known(*word).meant).collect();
        meant.sort_unstable();
        key(&meant)
    }

    /// How many words there are.
    pub fn count(&self) -> u32 {
        self.known.len() as u32
    }
}

/// One number for several, well mixed.
pub fn key(words: &[u32]) -> u64 {
    words.iter().fold(0x9e37_79b9_7f4a_7c15, |hash: u64, word| {
        let mixed = (hash ^ u64::from(*word)).wrapping_mul(0xff51_afd7_ed55_8ccd);
        mixed ^ (mixed >> 32)
    })
}

/// Every wording of every name as places in the vocabulary.
#[derive(Debug, Default)]
pub struct Wordings {
    words: Lists,
    firsts: Vec<u32>,
}

impl Wordings {
    /// The words of one wording.
    pub fn words(&self, wording: u32) -> &[u32] {
        self.words.of(wording)
    }

    /// How many wordings there are.
    pub fn count(&self) -> u32 {
        self.words.count()
    }

    /// The wordings of one name: its own first, then its other names.
    pub fn of_name(&self, name: u32) -> std::ops::Range<u32> {
        self.firsts[name as usize]..self.firsts[name as usize + 1]
    }
}

/// A word that so many names have is no slip.
const KNOWN: u32 = 4;

/// How many names a small collection is thought of as being part of, so that CARE is no telling word in a list of ten names.
const BACKGROUND_NAMES: f32 = 20_000.0;

/// A wording is read as far as this word: pairs of words are marked in numbers of 32 bits.
pub const MOST_WORDS: usize = 32;

/// The vocabulary of `names`, and the names in it.
pub fn vocabulary(names: &[Name]) -> (Vocabulary, Wordings) {
    let mut met = Met::default();
    let mut wordings = Wordings { words: Lists::default(), firsts: vec![0] };
    for (place, name) in names.iter().enumerate() {
        for wording in std::iter::once(&name.normal.main).chain(&name.normal.others) {
            wordings.words.push(wording.words().take(MOST_WORDS).map(|word| met.meet(word, place as u32)));
        }
        wordings.firsts.push(wordings.words.count());
    }
    let order = met.in_alphabetical_order();
    let mut places = vec![0; order.len()];
    let mut vocabulary = Vocabulary { names: names.len() as u32, ..Vocabulary::default() };
    for (place, first) in order.into_iter().enumerate() {
        places[first as usize] = place as u32;
        let (text, names_with, _) = met.words[first as usize];
        vocabulary.known.push(known(text, vocabulary.letters.len() as u32, names_with, names.len()));
        vocabulary.letters.push_str(text);
    }
    wordings.words.all_mut().par_iter_mut().for_each(|word| *word = places[*word as usize]);
    vocabulary.near = near_words(&vocabulary);
    for word in 0..vocabulary.count() {
        let meant = probably_meant(&vocabulary, word);
        let known = &mut vocabulary.known[word as usize];
        known.meant = meant;
        known.is_known &= meant == word;
    }
    (vocabulary, wordings)
}

/// The words met so far, in the order in which they were met.
#[derive(Default)]
struct Met<'a> {
    places: FxHashMap<&'a str, u32>,
    /// Each word, in how many names it is, and the last of these.
    words: Vec<(&'a str, u32, u32)>,
}

impl<'a> Met<'a> {
    fn meet(&mut self, word: &'a str, name: u32) -> u32 {
        let place = *self.places.entry(word).or_insert_with(|| {
            self.words.push((word, 0, u32::MAX));
            self.words.len() as u32 - 1
        });
        let (_, names_with, last) = &mut self.words[place as usize];
        // A word twice in one name is in one name.
        if *last != name {
            (*names_with, *last) = (*names_with + 1, name);
        }
        place
    }

    fn in_alphabetical_order(&self) -> Vec<u32> {
        let mut order: Vec<u32> = (0..self.words.len() as u32).collect();
        order.par_sort_unstable_by_key(|place| self.words[*place as usize].0);
        order
    }
}

fn known(text: &str, start: u32, names_with: u32, names: usize) -> Known {
    let usual = names_in_ten_thousand(text);
    let background = usual * BACKGROUND_NAMES / 10_000.0;
    let weight = ((names as f32 + BACKGROUND_NAMES) / (names_with as f32 + background)).ln().max(0.1);
    let digits = text.bytes().filter(u8::is_ascii_digit).count();
    let (is_place, is_group_word) = (is_place(text), is_group_word(text));
    let is_everyday = usual >= 8.0;
    Known {
        start,
        length: text.len() as u32,
        names_with,
        weight,
        letters: text.bytes().fold(0, |letters, byte| letters | 1 << (byte % 32)),
        is_number: digits == text.len(),
        has_digit: digits > 0,
        is_spelt: digits * 5 <= text.len(),
        is_everyday,
        is_place,
        is_group_word,
        is_kind: is_kind_of_place(text),
        is_known: text.len() > 3 && ((is_everyday && !is_group_word && !is_place) || names_with >= KNOWN),
        meant: 0,
    }
}
