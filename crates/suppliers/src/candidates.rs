//! Which pairs of names are worth comparing.
//!
//! The rule: two names are compared when they share a telling word or its misspelling, two or three
//! everyday words that few names share, or nearly the same letters from the left or from the right.
//! A list of names that grew too long to compare everybody with everybody is compared in
//! alphabetical order with near neighbours only, so the work per name is bounded.

use rayon::prelude::*;

use crate::names::Name;
use crate::tokens::{Vocabulary, Wordings};

/// A list of names longer than this is not compared all against all.
const LONGEST_LIST: usize = 40;

/// In a list that is too long each name is compared with so many that follow it.
const NEXT_IN_LIST: usize = 4;

/// In the order of letters each name is compared with so many that follow it.
const NEXT_BY_LETTERS: usize = 3;

/// So many of a name's most telling words are used for pairs of words.
const MOST_WORDS: usize = 5;

/// Pairs of names (smaller place first, in order, each once) that may be one supplier.
pub fn candidate_pairs(names: &[Name], vocabulary: &Vocabulary, wordings: &Wordings) -> Vec<(u32, u32)> {
    let (bearers, mut pairs) = bearers(names, wordings);
    let keys = (0..bearers.len() as u32).into_par_iter();
    let mut keys: Vec<(u64, u32)> =
        keys.flat_map_iter(|bearer| keys_of(vocabulary, wordings.words(bearers[bearer as usize].0), bearer)).collect();
    keys.par_sort_unstable();
    keys.dedup();
    let mut found: Vec<(u32, u32)> = keys.par_chunk_by(|a, b| a.0 == b.0).flat_map_iter(pairs_of_list).collect();
    drop(keys);
    found.extend(neighbours_by_letters(vocabulary, wordings, &bearers, false));
    found.extend(neighbours_by_letters(vocabulary, wordings, &bearers, true));
    let of_names = |(a, b): (u32, u32)| (bearers[a as usize].1, bearers[b as usize].1);
    pairs.extend(found.into_iter().map(of_names).filter(|(a, b)| a != b).map(|(a, b)| (a.min(b), a.max(b))));
    pairs.par_sort_unstable();
    pairs.dedup();
    pairs
}

/// Two numbers that belong together: a wording and its bearer, or two names.
type Numbered = (u32, u32);

/// Every wording once for each legal form, with the one name that bears it on behalf of all; and the pairs of that name with the others.
/// A name whose own wording it is goes before one that only mentions it.
fn bearers(names: &[Name], wordings: &Wordings) -> (Vec<Numbered>, Vec<Numbered>) {
    let bearings = |name: u32| wordings.of_name(name).enumerate().map(move |(place, wording)| (wording, place > 0, name));
    let mut all: Vec<(u32, bool, u32)> = (0..names.len() as u32).into_par_iter().flat_map_iter(bearings).collect();
    let said = |bearing: &(u32, bool, u32)| (wordings.words(bearing.0), names[bearing.2 as usize].normal.form);
    all.par_sort_unstable_by(|a, b| said(a).cmp(&said(b)).then((a.1, a.2).cmp(&(b.1, b.2))));
    let mut bearers = Vec::new();
    let mut pairs = Vec::new();
    for group in all.chunk_by(|a, b| said(a) == said(b)) {
        let (wording, _, first) = group[0];
        bearers.push((wording, first));
        pairs.extend(group[1..].iter().filter(|(_, _, name)| *name != first).map(|(_, _, name)| (first.min(*name), first.max(*name))));
    }
    (bearers, pairs)
}

fn pairs_of_list(list: &[(u64, u32)]) -> impl Iterator<Item = (u32, u32)> + '_ {
    let reach = if list.len() <= LONGEST_LIST { LONGEST_LIST } else { NEXT_IN_LIST };
    list.iter().enumerate().flat_map(move |(place, (_, a))| list[place + 1..].iter().take(reach).map(move |(_, b)| (*a, *b)))
}

fn keys_of(vocabulary: &Vocabulary, words: &[u32], bearer: u32) -> Vec<(u64, u32)> {
    let mut keys = keys_of_word_pairs(vocabulary, words);
    for word in words {
        keys.push(key(&[*word]));
        // A word that few names have may be a misspelling: such a name also stands in the list of the word it is near.
        keys.extend(vocabulary.near[*word as usize].iter().map(|near| key(&[*near])));
    }
    keys.sort_unstable();
    keys.dedup();
    keys.into_iter().map(|key| (key, bearer)).collect()
}

/// Keys of two and of three words at once, for names without a telling word. Misspelt words stand as what they are probably meant to be.
fn keys_of_word_pairs(vocabulary: &Vocabulary, words: &[u32]) -> Vec<u64> {
    // A word that few names have gathers them by itself.
    let is_everyday = |word: &u32| vocabulary.names_with[*word as usize] as usize > LONGEST_LIST / 2;
    let mut meant: Vec<u32> = words.iter().map(|word| probably_meant(vocabulary, *word)).filter(is_everyday).collect();
    meant.sort_unstable_by_key(|word| (vocabulary.names_with[*word as usize], *word));
    meant.dedup();
    meant.truncate(MOST_WORDS);
    meant.sort_unstable();
    let mut keys = Vec::new();
    for (place, a) in meant.iter().enumerate() {
        for (next, b) in meant.iter().enumerate().skip(place + 1) {
            keys.push(key(&[*a, *b]));
            keys.extend(meant[next + 1..].iter().map(|c| key(&[*a, *b, *c])));
        }
    }
    keys
}

fn probably_meant(vocabulary: &Vocabulary, word: u32) -> u32 {
    let count = vocabulary.names_with[word as usize];
    let meant = vocabulary.near[word as usize].first().filter(|near| vocabulary.names_with[**near as usize] >= 8 * count);
    meant.copied().unwrap_or(word)
}

fn key(words: &[u32]) -> u64 {
    words.iter().fold(0x9e37_79b9_7f4a_7c15, |hash: u64, word| {
        let mixed = (hash ^ u64::from(*word)).wrapping_mul(0xff51_afd7_ed55_8ccd);
        mixed ^ (mixed >> 32)
    })
}

/// Sorted neighbourhood over the letters without spaces: finds `DRUM AND MONKEYRESTAURANT`, names cut short and (from the right) codes in front.
fn neighbours_by_letters(vocabulary: &Vocabulary, wordings: &Wordings, bearers: &[(u32, u32)], from_the_right: bool) -> Vec<(u32, u32)> {
    let letters_of = |bearer: u32| {
        let words = wordings.words(bearers[bearer as usize].0);
        let mut text: Vec<u8> = words.iter().flat_map(|word| vocabulary.texts[*word as usize].bytes()).collect();
        if from_the_right {
            text.reverse();
        }
        (text, bearer)
    };
    let mut letters: Vec<(Vec<u8>, u32)> = (0..bearers.len() as u32).into_par_iter().map(letters_of).collect();
    letters.par_sort_unstable();
    let near = |place: usize| letters[place + 1..].iter().take(NEXT_BY_LETTERS).map(move |(_, other)| (place, *other));
    (0..letters.len()).flat_map(near).map(|(place, other)| (letters[place].1, other)).collect()
}
