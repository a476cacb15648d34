//! What two wordings have in common and what each has alone.
//!
//! The rule: every word finds at most one partner: the same word, else its misspelling, short form
//! or two words written as one. What remains alone counts against. Nothing here decides; it measures.

use crate::partners::{NONE, Partners, find_partners};
use crate::spelling::distance;
use crate::tokens::Vocabulary;

/// Two wordings laid side by side.
#[derive(Clone, Debug, Default)]
pub struct Alignment {
    /// Weight of the words that found a partner, each discounted by how unlike the partner is.
    pub shared: f32,
    /// Weight of all words of each.
    pub totals: [f32; 2],
    /// The most telling word that found a partner, with its weight.
    pub rarest_shared: Option<(u32, f32)>,
    /// The most telling word alone on each side, with its weight.
    pub alone: [Option<(u32, f32)>; 2],
    /// How many words found a partner.
    pub pairs: usize,
    /// How many words each has.
    pub lengths: [usize; 2],
    /// The most telling pair that is not the same word, if there is one, with how they differ.
    pub unlike: Option<(u32, u32, Difference)>,
    /// How many pairs are not the same word.
    pub unlike_pairs: usize,
    /// Where the words stand that only one side has; `None` where both or neither have such words.
    pub extra: Option<Extra>,
    /// True where the first words are partners.
    pub same_first: bool,
    /// True where partners stand in the same order.
    pub in_order: bool,
    /// True where both have words of digits alone, and these are not the same.
    pub numbers_differ: bool,
    /// True where one has words of digits that the other lacks.
    pub number_alone: bool,
    /// True where initials stand against a word or initials with another first letter.
    pub initials_differ: bool,
    /// True where an initial stands for a whole word.
    pub initial_for_word: bool,
    /// Likeness of the letters without spaces, 0 to 1.
    pub letters: f32,
    /// Which words of each have no partner.
    pub lonely: [Vec<u32>; 2],
    /// Which words of the first found a partner.
    pub same: Vec<u32>,
}

/// How two partners that are not the same word differ.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Difference {
    /// One begins or abbreviates the other.
    Shortened,
    /// A letter or two are wrong.
    Misspelt,
    /// The first letter is wrong.
    MisspeltFirst,
}

/// Where words stand that only one side has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Extra {
    /// Before all words that found a partner.
    Before,
    /// After them.
    After,
    /// Between them, or on both ends.
    Between,
    /// In brackets.
    InBrackets,
}

/// Lays two wordings side by side.
pub fn align(vocabulary: &Vocabulary, a: &[u32], b: &[u32]) -> Alignment {
    let mut alignment = Alignment { lengths: [a.len(), b.len()], ..Alignment::default() };
    let partners = find_partners(vocabulary, a, b, &mut alignment);
    weigh_first(vocabulary, a, b, &partners, &mut alignment);
    weigh_second(vocabulary, a, b, &partners, &mut alignment);
    alignment.same_first = partners.of_a.first() == Some(&0);
    alignment.extra = match (alignment.lonely[0].is_empty(), alignment.lonely[1].is_empty()) {
        (false, true) => Some(extra(&partners.of_a)),
        (true, false) => Some(extra(&partners.of_b)),
        _ => None,
    };
    compare_numbers(vocabulary, &mut alignment);
    alignment.letters = letters_likeness(vocabulary, a, b);
    alignment
}

fn weigh_first(vocabulary: &Vocabulary, a: &[u32], b: &[u32], partners: &Partners, alignment: &mut Alignment) {
    let mut last = 0;
    alignment.in_order = true;
    for (i, word) in a.iter().enumerate() {
        let own = vocabulary.weights[*word as usize];
        let j = partners.of_a[i];
        if j == NONE {
            alignment.totals[0] += own;
            hold_heavier(&mut alignment.alone[0], *word, own);
            alignment.lonely[0].push(*word);
            continue;
        }
        // A misspelt word looks rare; it is worth no more than the word it stands for.
        let both = if partners.likeness[i] < 1.0 { own.min(vocabulary.weights[b[j] as usize]) } else { own };
        alignment.totals[0] += both;
        alignment.shared += both * partners.likeness[i];
        alignment.pairs += 1;
        alignment.same.push(*word);
        hold_heavier(&mut alignment.rarest_shared, *word, both * partners.likeness[i]);
        alignment.in_order &= j >= last;
        last = j;
    }
}

fn weigh_second(vocabulary: &Vocabulary, a: &[u32], b: &[u32], partners: &Partners, alignment: &mut Alignment) {
    for (j, word) in b.iter().enumerate() {
        let own = vocabulary.weights[*word as usize];
        let i = partners.of_b[j];
        if i == NONE {
            alignment.totals[1] += own;
            hold_heavier(&mut alignment.alone[1], *word, own);
            alignment.lonely[1].push(*word);
        } else {
            alignment.totals[1] += if partners.likeness[i] < 1.0 { own.min(vocabulary.weights[a[i] as usize]) } else { own };
        }
    }
}

fn hold_heavier(held: &mut Option<(u32, f32)>, word: u32, weight: f32) {
    if held.is_none_or(|(_, most)| weight > most) {
        *held = Some((word, weight));
    }
}

fn extra(partners: &[usize]) -> Extra {
    match (partners.first() == Some(&NONE), partners.last() == Some(&NONE)) {
        (true, false) => Extra::Before,
        (false, true) => Extra::After,
        _ => Extra::Between,
    }
}

fn compare_numbers(vocabulary: &Vocabulary, alignment: &mut Alignment) {
    let text = |word: &u32| &vocabulary.texts[*word as usize];
    let digits = |words: &[u32]| -> Vec<u8> { words.iter().flat_map(|word| text(word).bytes()).filter(u8::is_ascii_digit).collect() };
    let (a, b) = (digits(&alignment.lonely[0]), digits(&alignment.lonely[1]));
    alignment.numbers_differ = !a.is_empty() && !b.is_empty() && a != b;
    alignment.number_alone = a.is_empty() != b.is_empty();
    let initials = |words: &[u32]| words.iter().find(|word| text(word).len() == 1).map(|word| text(word).as_bytes()[0]);
    alignment.initials_differ = match (initials(&alignment.lonely[0]), initials(&alignment.lonely[1])) {
        (Some(a), Some(b)) => a != b,
        _ => false,
    };
}

fn letters_likeness(vocabulary: &Vocabulary, a: &[u32], b: &[u32]) -> f32 {
    let mut texts = [[0u8; 64]; 2];
    let mut lengths = [0usize; 2];
    for (side, words) in [a, b].into_iter().enumerate() {
        for byte in words.iter().flat_map(|word| vocabulary.texts[*word as usize].bytes()).take(64) {
            texts[side][lengths[side]] = byte;
            lengths[side] += 1;
        }
    }
    let (first, second) = (&texts[0][..lengths[0]], &texts[1][..lengths[1]]);
    let longest = first.len().max(second.len()).max(1);
    let limit = longest * 2 / 5;
    distance(first, second, limit).map_or(0.0, |steps| 1.0 - steps as f32 / longest as f32)
}

impl Alignment {
    /// True where one of `texts` is among the words that found a partner.
    pub fn has_common(&self, vocabulary: &Vocabulary, texts: &[&str]) -> bool {
        self.same.iter().any(|word| texts.contains(&&*vocabulary.texts[*word as usize]))
    }
}
