//! Which word of one wording stands for which of the other.
//!
//! The rule: the same word first, then words written as one or split elsewhere, then the likest
//! misspelling or short form. Every word finds at most one partner. Nothing is allocated: this is
//! done for every pair of names.

use crate::likeness::word_likeness;
use crate::spelling::distance;
use crate::tokens::{MOST_WORDS, Vocabulary};

/// No partner.
pub const NONE: u8 = u8::MAX;

/// Partners by place.
#[derive(Debug)]
pub struct Partners {
    /// For each word of the first its partner's place in the second.
    pub of_a: [u8; MOST_WORDS],
    /// For each word of the second its partner's place in the first.
    pub of_b: [u8; MOST_WORDS],
    /// For each word of the first how like its partner is, 0 to 1.
    pub likeness: [f32; MOST_WORDS],
    /// Which words of each have no partner, one bit a word.
    pub lonely: [u32; 2],
    /// Words of the first whose partner is not the same word, one bit a word.
    pub unlike: u32,
}

/// Finds the partner of every word that has one.
pub fn find_partners(vocabulary: &Vocabulary, a: &[u32], b: &[u32]) -> Partners {
    let mut partners = Partners {
        of_a: [NONE; MOST_WORDS],
        of_b: [NONE; MOST_WORDS],
        likeness: [0.0; MOST_WORDS],
        lonely: [all_of(a), all_of(b)],
        unlike: 0,
    };
    pair_same_words(a, b, &mut partners);
    if partners.both_have_lonely() {
        pair_lonely_letters(vocabulary, a, b, &mut partners, 0);
    }
    if partners.both_have_lonely() {
        pair_joined_words(vocabulary, a, b, &mut partners);
        pair_similar_words(vocabulary, a, b, &mut partners);
    }
    if partners.both_have_lonely() {
        pair_lonely_letters(vocabulary, a, b, &mut partners, 8);
    }
    partners
}

/// All words marked.
pub fn all_of(words: &[u32]) -> u32 {
    u32::MAX.checked_shr((MOST_WORDS - words.len()) as u32).unwrap_or(0)
}

/// The places that are marked, in order.
pub fn places(mut marks: u32) -> impl Iterator<Item = usize> + Clone {
    std::iter::from_fn(move || {
        let place = marks.trailing_zeros() as usize;
        (marks != 0).then(|| {
            marks &= marks - 1;
            place
        })
    })
}

impl Partners {
    fn join(&mut self, a: usize, b: usize, likeness: f32) {
        self.of_a[a] = b as u8;
        self.of_b[b] = a as u8;
        self.likeness[a] = likeness;
        self.lonely[0] &= !(1 << a);
        self.lonely[1] &= !(1 << b);
    }

    fn both_have_lonely(&self) -> bool {
        self.lonely[0] != 0 && self.lonely[1] != 0
    }

    fn is_lonely(&self, side: usize, places: std::ops::Range<usize>) -> bool {
        places.into_iter().all(|place| self.lonely[side] & (1 << place) != 0)
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
    let [from_a, from_b] = partners.lonely;
    if from_a.count_ones() + from_b.count_ones() < 3 {
        return;
    }
    let length = |words: &[u32], marks: u32| places(marks).map(|place| vocabulary.known(words[place]).length as usize).sum::<usize>();
    let (first, second) = (length(a, from_a), length(b, from_b));
    let limit = first.min(second).checked_div(letters_per_step).unwrap_or(0).min(3);
    if first.min(second) < 5 || first.abs_diff(second) > limit {
        return;
    }
    let (first, second) = (Joined::of(vocabulary, a, from_a), Joined::of(vocabulary, b, from_b));
    if limit > 0 && (first.has_digit || second.has_digit) {
        return;
    }
    if let Some(steps) = distance(first.letters(), second.letters(), limit) {
        let likeness = 1.0 - steps as f32 / first.length.max(second.length) as f32;
        join_all(partners, from_a, from_b, likeness);
    }
}

/// The words of one side find partners in order; where they run out, the last takes the rest.
fn join_all(partners: &mut Partners, from_a: u32, from_b: u32, likeness: f32) {
    let (mut of_a, mut of_b) = (places(from_a), places(from_b));
    let (mut i, mut j) = (0, 0);
    loop {
        let (next_i, next_j) = (of_a.next(), of_b.next());
        if next_i.is_none() && next_j.is_none() {
            return;
        }
        (i, j) = (next_i.unwrap_or(i), next_j.unwrap_or(j));
        match (next_i, next_j) {
            (None, Some(j)) => {
                partners.of_b[j] = i as u8;
                partners.lonely[1] &= !(1 << j);
            }
            _ => partners.join(i, j, likeness),
        }
    }
}

/// Letters of several words without spaces, as far as the sixty-fourth.
#[derive(Debug)]
pub struct Joined {
    letters: [u8; 64],
    /// How many there are.
    pub length: usize,
    has_digit: bool,
}

impl Joined {
    /// The letters of the words marked.
    pub fn of(vocabulary: &Vocabulary, words: &[u32], marks: u32) -> Joined {
        let mut joined = Joined { letters: [0; 64], length: 0, has_digit: false };
        for place in places(marks) {
            let text = vocabulary.bytes(words[place]);
            let taken = text.len().min(joined.letters.len() - joined.length);
            joined.letters[joined.length..joined.length + taken].copy_from_slice(&text[..taken]);
            joined.length += taken;
            joined.has_digit |= vocabulary.known(words[place]).has_digit;
        }
        joined
    }

    /// The letters.
    pub fn letters(&self) -> &[u8] {
        &self.letters[..self.length]
    }
}

/// `SOCIALCARE` against `SOCIAL CARE`, either way round.
fn pair_joined_words(vocabulary: &Vocabulary, a: &[u32], b: &[u32], partners: &mut Partners) {
    for i in places(partners.lonely[0]) {
        for j in 0..b.len().saturating_sub(1) {
            if partners.is_lonely(0, i..i + 1) && partners.is_lonely(1, j..j + 2) && is_joined(vocabulary, a[i], b[j], b[j + 1]) {
                partners.join(i, j, 1.0);
                partners.of_b[j + 1] = i as u8;
                partners.lonely[1] &= !(1 << (j + 1));
            }
        }
    }
    for j in places(partners.lonely[1]) {
        for i in 0..a.len().saturating_sub(1) {
            if partners.is_lonely(1, j..j + 1) && partners.is_lonely(0, i..i + 2) && is_joined(vocabulary, b[j], a[i], a[i + 1]) {
                partners.join(i, j, 1.0);
                partners.of_a[i + 1] = j as u8;
                partners.likeness[i + 1] = 1.0;
                partners.lonely[0] &= !(1 << (i + 1));
            }
        }
    }
}

fn is_joined(vocabulary: &Vocabulary, whole: u32, first: u32, second: u32) -> bool {
    let length = |word: u32| vocabulary.known(word).length;
    if length(whole).wrapping_sub(length(first) + length(second)) > 1 {
        return false;
    }
    let (whole, first, second) = (vocabulary.text(whole), vocabulary.text(first), vocabulary.text(second));
    // The first of the two words may have lost its plural S, which still stands inside the joined one.
    let rest = whole.strip_prefix(first).map(|rest| rest.strip_prefix('S').filter(|_| !second.starts_with('S')).unwrap_or(rest));
    rest == Some(second)
}

fn pair_similar_words(vocabulary: &Vocabulary, a: &[u32], b: &[u32], partners: &mut Partners) {
    loop {
        // The likest pair first; of equals the one that stands first, then the one least out of place.
        let mut best: Option<(f32, usize, usize)> = None;
        for i in places(partners.lonely[0]) {
            for j in places(partners.lonely[1]) {
                let likeness = word_likeness(vocabulary, a[i], b[j]);
                let is_better = |(held, x, y): (f32, usize, usize)| {
                    likeness > held || (likeness == held && (i + j, i.abs_diff(j)) < (x + y, x.abs_diff(y)))
                };
                if likeness > 0.0 && best.is_none_or(is_better) {
                    best = Some((likeness, i, j));
                }
            }
        }
        let Some((likeness, i, j)) = best else { return };
        partners.join(i, j, likeness);
        partners.unlike |= 1 << i;
        if !partners.both_have_lonely() {
            return;
        }
    }
}
