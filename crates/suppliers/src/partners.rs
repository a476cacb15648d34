//! Which word of one wording stands for which of the other.
//!
//! The rule: the same word first, then words written as one or split elsewhere, then the likest
//! misspelling or short form. Every word finds at most one partner.

use crate::features::{Alignment, Difference};
use crate::spelling::distance;
use crate::tokens::Vocabulary;

/// No partner.
pub const NONE: usize = usize::MAX;

/// Partners by place.
#[derive(Debug)]
pub struct Partners {
    /// For each word of the first its partner's place in the second.
    pub of_a: Vec<usize>,
    /// For each word of the second its partner's place in the first.
    pub of_b: Vec<usize>,
    /// For each word of the first how like its partner is, 0 to 1.
    pub likeness: Vec<f32>,
}

/// Finds them, and notes in `alignment` which are not the same word.
pub fn find_partners(vocabulary: &Vocabulary, a: &[u32], b: &[u32], alignment: &mut Alignment) -> Partners {
    let mut partners = Partners { of_a: vec![NONE; a.len()], of_b: vec![NONE; b.len()], likeness: vec![0.0; a.len()] };
    pair_same_words(a, b, &mut partners);
    if partners.of_a.contains(&NONE) && partners.of_b.contains(&NONE) {
        pair_lonely_letters(vocabulary, a, b, &mut partners, 0);
        pair_joined_words(vocabulary, a, b, &mut partners);
        pair_similar_words(vocabulary, a, b, &mut partners, alignment);
        pair_lonely_letters(vocabulary, a, b, &mut partners, 8);
    }
    partners
}

impl Partners {
    fn join(&mut self, a: usize, b: usize, likeness: f32) {
        self.of_a[a] = b;
        self.of_b[b] = a;
        self.likeness[a] = likeness;
    }
}

fn pair_same_words(a: &[u32], b: &[u32], partners: &mut Partners) {
    for (i, word) in a.iter().enumerate() {
        if let Some(j) = (0..b.len()).find(|j| b[*j] == *word && partners.of_b[*j] == NONE) {
            partners.join(i, j, 1.0);
        }
    }
}

/// `CHAS EDALECARE` against `CHASEDALE CARE`: all words still alone, written as one. One step is allowed for every `letters_per_step` letters.
fn pair_lonely_letters(vocabulary: &Vocabulary, a: &[u32], b: &[u32], partners: &mut Partners, letters_per_step: usize) {
    let lonely =
        |of: &[usize]| of.iter().enumerate().filter(|(_, partner)| **partner == NONE).map(|(place, _)| place).collect::<Vec<usize>>();
    let (from_a, from_b) = (lonely(&partners.of_a), lonely(&partners.of_b));
    if from_a.is_empty() || from_b.is_empty() || from_a.len() + from_b.len() < 3 {
        return;
    }
    let letters = |words: &[u32], places: &[usize]| -> Vec<u8> {
        places.iter().flat_map(|place| vocabulary.texts[words[*place] as usize].bytes()).collect()
    };
    let (first, second) = (letters(a, &from_a), letters(b, &from_b));
    let shorter = first.len().min(second.len());
    let limit = shorter.checked_div(letters_per_step).unwrap_or(0).min(3);
    if shorter < 5 || (limit > 0 && first.iter().chain(&second).any(u8::is_ascii_digit)) {
        return;
    }
    if let Some(steps) = distance(&first, &second, limit) {
        let likeness = 1.0 - steps as f32 / first.len().max(second.len()) as f32;
        for (place, i) in from_a.iter().enumerate() {
            partners.join(*i, from_b[place.min(from_b.len() - 1)], likeness);
        }
        for j in from_b.iter().skip(from_a.len()) {
            partners.of_b[*j] = from_a[from_a.len() - 1];
        }
    }
}

/// `SOCIALCARE` against `SOCIAL CARE`, either way round.
fn pair_joined_words(vocabulary: &Vocabulary, a: &[u32], b: &[u32], partners: &mut Partners) {
    for (i, &word) in a.iter().enumerate() {
        for j in 0..b.len().saturating_sub(1) {
            if partners.of_a[i] == NONE
                && partners.of_b[j] == NONE
                && partners.of_b[j + 1] == NONE
                && is_joined(vocabulary, word, b[j], b[j + 1])
            {
                partners.join(i, j, 1.0);
                partners.of_b[j + 1] = i;
            }
        }
    }
    for (j, &word) in b.iter().enumerate() {
        for i in 0..a.len().saturating_sub(1) {
            if partners.of_b[j] == NONE
                && partners.of_a[i] == NONE
                && partners.of_a[i + 1] == NONE
                && is_joined(vocabulary, word, a[i], a[i + 1])
            {
                partners.join(i, j, 1.0);
                partners.of_a[i + 1] = j;
                partners.likeness[i + 1] = 1.0;
            }
        }
    }
}

fn is_joined(vocabulary: &Vocabulary, whole: u32, first: u32, second: u32) -> bool {
    let (whole, first, second) = (&vocabulary.texts[whole as usize], &vocabulary.texts[first as usize], &vocabulary.texts[second as usize]);
    // The first of the two words may have lost its plural S, which still stands inside the joined one.
    let rest = whole.strip_prefix(&**first).map(|rest| rest.strip_prefix('S').filter(|_| !second.starts_with('S')).unwrap_or(rest));
    rest == Some(&**second)
}

fn pair_similar_words(vocabulary: &Vocabulary, a: &[u32], b: &[u32], partners: &mut Partners, alignment: &mut Alignment) {
    let mut found: Vec<(f32, usize, usize)> = Vec::new();
    for i in (0..a.len()).filter(|i| partners.of_a[*i] == NONE) {
        for j in (0..b.len()).filter(|j| partners.of_b[*j] == NONE) {
            let likeness = word_likeness(vocabulary, a[i], b[j]);
            if likeness > 0.0 {
                found.push((likeness, i, j));
            }
        }
    }
    found.sort_unstable_by(|x, y| y.0.total_cmp(&x.0).then((x.1 + x.2, x.1.abs_diff(x.2)).cmp(&(y.1 + y.2, y.1.abs_diff(y.2)))));
    for (likeness, i, j) in found {
        if partners.of_a[i] == NONE && partners.of_b[j] == NONE {
            partners.join(i, j, likeness);
            let weight =
                |(first, second, _): (u32, u32, Difference)| vocabulary.weights[first as usize].min(vocabulary.weights[second as usize]);
            let pair = (a[i], b[j], difference(vocabulary, a[i], b[j]));
            if alignment.unlike.is_none_or(|held| weight(held) < weight(pair)) {
                alignment.unlike = Some(pair);
            }
            alignment.unlike_pairs += 1;
            let shorter = vocabulary.texts[a[i] as usize].len().min(vocabulary.texts[b[j] as usize].len());
            alignment.initial_for_word |= shorter == 1;
        }
    }
}

fn difference(vocabulary: &Vocabulary, a: u32, b: u32) -> Difference {
    let (first, second) = (vocabulary.texts[a as usize].as_bytes(), vocabulary.texts[b as usize].as_bytes());
    let (short, long) = if first.len() <= second.len() { (first, second) } else { (second, first) };
    if short.first() != long.first() {
        Difference::MisspeltFirst
    } else if long.len() >= short.len() + 2 {
        Difference::Shortened
    } else {
        Difference::Misspelt
    }
}

/// How far one word may stand for another, 0 to 1.
fn word_likeness(vocabulary: &Vocabulary, a: u32, b: u32) -> f32 {
    let (first, second) = (vocabulary.texts[a as usize].as_bytes(), vocabulary.texts[b as usize].as_bytes());
    let (short, long) = if first.len() <= second.len() { (first, second) } else { (second, first) };
    if short.iter().chain(long).any(u8::is_ascii_digit) {
        // A mistyped reference of letters and digits is still that reference; a number with another digit is another number.
        let is_reference = |text: &[u8]| text.len() >= 6 && text.iter().any(u8::is_ascii_alphabetic);
        let steps = (is_reference(short) && is_reference(long)).then(|| distance(short, long, 1)).flatten();
        return if steps.is_some() { 0.8 } else { 0.0 };
    }
    if short.len() == 1 {
        return if long[0] == short[0] { 0.5 } else { 0.0 };
    }
    if short.len() >= 3 && long.starts_with(short) {
        // ASSOC for ASSOCIATION; the fewer letters, the more words it may stand for.
        return if short.len() >= 4 { 0.85 } else { 0.7 };
    }
    let limit = match short.len() {
        // ADT and ADS are two firms: three letters leave no room for a slip.
        0..=3 => return 0.0,
        4..=7 => 1,
        8..=11 => 2,
        _ => 3,
    };
    if let Some(steps) = distance(short, long, limit) {
        // Two words that many names have are two words, however alike: CARE and CARR, NORTH and FORTH.
        let rarer = vocabulary.names_with[a as usize].min(vocabulary.names_with[b as usize]);
        let credible = if rarer <= 2 {
            1.0
        } else if rarer <= 6 {
            0.85
        } else {
            0.6
        };
        return credible * (1.0 - steps as f32 / long.len() as f32);
    }
    if is_contraction(short, long) { 0.6 } else { 0.0 }
}

/// `MNGT` for `MANAGEMENT`: same first and last letter, all letters in order.
fn is_contraction(short: &[u8], long: &[u8]) -> bool {
    if short.len() < 3 || long.len() < short.len() + 2 || short[0] != long[0] || short.last() != long.last() {
        return false;
    }
    let mut rest = long.iter();
    short.iter().all(|letter| rest.any(|other| other == letter))
}
