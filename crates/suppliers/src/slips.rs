//! Which words may be misspellings of which.
//!
//! The rule: words are compared with words once, so that a million names cost no more misspellings
//! than their hundred thousand words. A slip is always the rarer of two words; nothing is corrected,
//! it is only remembered what may have been meant.

use rayon::prelude::*;

use crate::lists::Lists;
use crate::spelling::distance;
use crate::tokens::Vocabulary;

/// A misspelling is looked for in words of at least this many letters.
const SHORTEST_MISSPELT: usize = 4;

/// At most so many words are kept as what one word may be a misspelling of.
const MOST_NEAR: usize = 4;

/// Symmetric deletes (Garbe): two words one step apart share a word that is left when at most one letter is taken from each.
pub fn near_words(vocabulary: &Vocabulary) -> Lists {
    let mut left: Vec<(u64, u32)> = (0..vocabulary.count()).into_par_iter().flat_map_iter(|word| remainders(vocabulary, word)).collect();
    left.par_sort_unstable();
    let mut pairs: Vec<(u32, u32)> = left
        .par_chunk_by(|a, b| a.0 == b.0)
        .filter(|group| group.len() > 1 && group.len() < 200)
        .flat_map_iter(|group| {
            group.iter().enumerate().flat_map(move |(place, (_, a))| group[place + 1..].iter().map(move |(_, b)| (*a, *b)))
        })
        .filter_map(|(a, b)| from_rarer(vocabulary, a, b))
        .collect();
    pairs.par_sort_unstable_by_key(|(rarer, other)| (*rarer, std::cmp::Reverse(vocabulary.known(*other).names_with), *other));
    pairs.dedup();
    let mut near = Lists::default();
    let mut pairs = pairs.chunk_by(|a, b| a.0 == b.0).peekable();
    for word in 0..vocabulary.count() {
        let list = pairs.next_if(|list| list[0].0 == word).unwrap_or_default();
        near.push(list.iter().take(MOST_NEAR).map(|(_, other)| *other));
    }
    near
}

/// A slip is much rarer than the word that was meant.
const RARER_THAN_MEANT: u32 = 8;

/// The word itself, or the much more used word that it is probably a slip of.
pub fn probably_meant(vocabulary: &Vocabulary, word: u32) -> u32 {
    let names_with = |word: u32| vocabulary.known(word).names_with;
    let is_much_rarer = |near: &&u32| names_with(**near) >= RARER_THAN_MEANT * names_with(word);
    vocabulary.near(word).first().filter(is_much_rarer).copied().unwrap_or(word)
}

fn remainders(vocabulary: &Vocabulary, word: u32) -> Vec<(u64, u32)> {
    let text = vocabulary.bytes(word);
    if text.len() < SHORTEST_MISSPELT || !vocabulary.known(word).is_spelt {
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
    let (first, second) = (vocabulary.bytes(a), vocabulary.bytes(b));
    let limit = if first.len().min(second.len()) >= 8 { 2 } else { 1 };
    distance(first, second, limit)?;
    let used = |word: u32| (vocabulary.known(word).names_with, std::cmp::Reverse(word));
    Some(if used(a) < used(b) { (a, b) } else { (b, a) })
}
