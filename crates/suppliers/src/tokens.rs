//! The vocabulary: every word of every name once, how telling it is, and which other words it may be a misspelling of.
//!
//! The rule: words are compared with words once, here, so that a million names cost no more
//! misspellings than their hundred thousand words. A word is telling when few names have it. The
//! words stand in alphabetical order, so the same names give the same vocabulary.

use rayon::prelude::*;
use rustc_hash::FxHashMap;

use crate::names::Name;
use crate::spelling::distance;

/// Words and what is known of them, by place in alphabetical order.
#[derive(Debug, Default)]
pub struct Vocabulary {
    /// The words.
    pub texts: Vec<Box<str>>,
    /// How many names have each.
    pub names_with: Vec<u32>,
    /// How telling each is: the natural logarithm of one in how many names has it.
    pub weights: Vec<f32>,
    /// For each, words with at least as many names that it may be a misspelling of, most used first.
    pub near: Vec<Vec<u32>>,
}

/// Every wording of every name as places in the vocabulary.
#[derive(Debug, Default)]
pub struct Wordings {
    words: Vec<u32>,
    starts: Vec<u32>,
    firsts: Vec<u32>,
}

impl Wordings {
    /// The words of one wording.
    pub fn words(&self, wording: u32) -> &[u32] {
        &self.words[self.starts[wording as usize] as usize..self.starts[wording as usize + 1] as usize]
    }

    /// How many wordings there are.
    pub fn count(&self) -> u32 {
        self.starts.len() as u32 - 1
    }

    /// The wordings of one name: its own first, then its other names.
    pub fn of_name(&self, name: u32) -> std::ops::Range<u32> {
        self.firsts[name as usize]..self.firsts[name as usize + 1]
    }
}

/// How many names a small collection is thought of as being part of, so that CARE is no telling word in a list of ten names.
const BACKGROUND_NAMES: f32 = 20_000.0;

/// The vocabulary of `names`, and the names in it.
pub fn vocabulary(names: &[Name]) -> (Vocabulary, Wordings) {
    let mut counts: FxHashMap<&str, (u32, u32)> = FxHashMap::default();
    for (place, name) in names.iter().enumerate() {
        for word in wordings_of(name).flat_map(|wording| &wording.words) {
            let entry = counts.entry(&word.text).or_insert((0, u32::MAX));
            // A word twice in one name is in one name.
            if entry.1 != place as u32 {
                *entry = (entry.0 + 1, place as u32);
            }
        }
    }
    let mut sorted: Vec<(&str, u32)> = counts.into_iter().map(|(text, (count, _))| (text, count)).collect();
    sorted.par_sort_unstable();
    let places: FxHashMap<&str, u32> = sorted.iter().enumerate().map(|(place, (text, _))| (*text, place as u32)).collect();
    let wordings = wordings(names, &places);
    let weigh = |(text, count): &(&str, u32)| weight(text, *count, names.len());
    let mut vocabulary = Vocabulary {
        weights: sorted.iter().map(weigh).collect(),
        names_with: sorted.iter().map(|(_, count)| *count).collect(),
        texts: sorted.iter().map(|(text, _)| Box::from(*text)).collect(),
        near: Vec::new(),
    };
    vocabulary.near = near_words(&vocabulary);
    (vocabulary, wordings)
}

fn wordings_of(name: &Name) -> impl Iterator<Item = &crate::normal::Wording> {
    std::iter::once(&name.normal.main).chain(&name.normal.others)
}

fn wordings(names: &[Name], places: &FxHashMap<&str, u32>) -> Wordings {
    let mut all = Wordings { starts: vec![0], firsts: vec![0], ..Wordings::default() };
    for name in names {
        for wording in wordings_of(name) {
            all.words.extend(wording.words.iter().map(|word| places[word.text.as_str()]));
            all.starts.push(all.words.len() as u32);
        }
        all.firsts.push(all.starts.len() as u32 - 1);
    }
    all
}

fn weight(text: &str, count: u32, names: usize) -> f32 {
    let usual = crate::commonness::names_in_ten_thousand(text) * BACKGROUND_NAMES / 10_000.0;
    ((names as f32 + BACKGROUND_NAMES) / (count as f32 + usual)).ln().max(0.1)
}

/// A misspelling is looked for in words of at least this many letters.
const SHORTEST_MISSPELT: usize = 4;

/// At most so many words are kept as what one word may be a misspelling of.
const MOST_NEAR: usize = 4;

/// Symmetric deletes (Garbe): two words one step apart share a word that is left when at most one letter is taken from each.
fn near_words(vocabulary: &Vocabulary) -> Vec<Vec<u32>> {
    let mut left: Vec<(u64, u32)> =
        (0..vocabulary.texts.len() as u32).into_par_iter().flat_map_iter(|word| remainders(vocabulary, word)).collect();
    left.par_sort_unstable();
    let mut pairs: Vec<(u32, u32)> = left
        .par_chunk_by(|a, b| a.0 == b.0)
        .filter(|group| group.len() > 1 && group.len() < 200)
        .flat_map_iter(|group| {
            group.iter().enumerate().flat_map(move |(place, (_, a))| group[place + 1..].iter().map(move |(_, b)| (*a, *b)))
        })
        .filter_map(|(a, b)| from_rarer(vocabulary, a, b))
        .collect();
    pairs.par_sort_unstable_by_key(|(rarer, other)| (*rarer, std::cmp::Reverse(vocabulary.names_with[*other as usize]), *other));
    pairs.dedup();
    let mut near = vec![Vec::new(); vocabulary.texts.len()];
    for (rarer, other) in pairs {
        let list: &mut Vec<u32> = &mut near[rarer as usize];
        if list.len() < MOST_NEAR {
            list.push(other);
        }
    }
    near
}

fn remainders(vocabulary: &Vocabulary, word: u32) -> Vec<(u64, u32)> {
    let text = vocabulary.texts[word as usize].as_bytes();
    if text.len() < SHORTEST_MISSPELT || text.iter().any(u8::is_ascii_digit) {
        return Vec::new();
    }
    let mut all: Vec<(u64, u32)> = (0..text.len()).map(|without| (joined_hash(text, without), word)).collect();
    all.push((joined_hash(text, text.len()), word));
    all.sort_unstable();
    all.dedup();
    all
}

/// FNV-1a of the word without one letter.
fn joined_hash(text: &[u8], without: usize) -> u64 {
    let mut hash = 0xcbf2_9ce4_8422_2325u64;
    for (place, byte) in text.iter().enumerate() {
        if place != without {
            hash = (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3);
        }
    }
    hash
}

fn from_rarer(vocabulary: &Vocabulary, a: u32, b: u32) -> Option<(u32, u32)> {
    let (first, second) = (&vocabulary.texts[a as usize], &vocabulary.texts[b as usize]);
    let limit = if first.len().min(second.len()) >= 8 { 2 } else { 1 };
    distance(first.as_bytes(), second.as_bytes(), limit)?;
    let used = |word: u32| (vocabulary.names_with[word as usize], std::cmp::Reverse(word));
    Some(if used(a) < used(b) { (a, b) } else { (b, a) })
}
