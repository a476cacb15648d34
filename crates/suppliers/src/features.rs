//! What two wordings have in common and what each has alone.
//!
//! The rule: every word finds at most one partner: the same word, else its misspelling, short form
//! or two words written as one. What remains alone counts against. Nothing here decides; it measures.

use crate::likeness::{Difference, difference};
use crate::partners::{Joined, NONE, Partners, all_of, find_partners, places};
use crate::spelling::distance;
use crate::tokens::Vocabulary;

/// Two wordings laid side by side.
#[derive(Clone, Copy, Debug, Default)]
pub struct Alignment {
    /// Weight of the words that found a partner, each discounted by how unlike the partner is.
    pub shared: f32,
    /// Weight of all words of each.
    pub totals: [f32; 2],
    /// The most telling word that found a partner, with its weight.
    pub rarest_shared: Option<(u32, f32)>,
    /// The weight of the most telling word alone on each side; nought where there is none.
    pub alone: [f32; 2],
    /// How many words found a partner.
    pub pairs: u32,
    /// How many words each has.
    pub lengths: [u32; 2],
    /// The most telling pair that is not the same word, if there is one, with how they differ.
    pub unlike: Option<(u32, u32, Difference)>,
    /// How many pairs are not the same word.
    pub unlike_pairs: u32,
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
    /// True where the letters of one begin those of the other.
    pub begins: bool,
    /// Which words of each have no partner, one bit a word.
    pub lonely: [u32; 2],
    /// Which words of the first found a partner, one bit a word.
    pub same: u32,
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

/// The words of one wording that are marked.
pub fn marked(words: &[u32], marks: u32) -> impl Iterator<Item = u32> + Clone {
    places(marks).map(|place| words[place])
}

/// Lays two wordings side by side.
pub fn align(vocabulary: &Vocabulary, a: &[u32], b: &[u32]) -> Alignment {
    let partners = find_partners(vocabulary, a, b);
    let mut alignment =
        Alignment { lengths: [a.len() as u32, b.len() as u32], lonely: partners.lonely, in_order: true, ..Alignment::default() };
    weigh_first(vocabulary, a, b, &partners, &mut alignment);
    weigh_second(vocabulary, a, b, &partners, &mut alignment);
    note_unlike(vocabulary, a, b, &partners, &mut alignment);
    alignment.same_first = partners.of_a[0] == 0;
    alignment.extra = match partners.lonely {
        [0, 0] => None,
        [_, 0] => Some(extra(&partners.of_a[..a.len()])),
        [0, _] => Some(extra(&partners.of_b[..b.len()])),
        _ => None,
    };
    compare_numbers(vocabulary, a, b, &mut alignment);
    compare_letters(vocabulary, a, b, &mut alignment);
    alignment
}

fn weigh_first(vocabulary: &Vocabulary, a: &[u32], b: &[u32], partners: &Partners, alignment: &mut Alignment) {
    let mut last = 0;
    for (i, word) in a.iter().enumerate() {
        let own = vocabulary.known(*word).weight;
        let j = partners.of_a[i];
        if j == NONE {
            alignment.totals[0] += own;
            alignment.alone[0] = alignment.alone[0].max(own);
            continue;
        }
        // A misspelt word looks rare; it is worth no more than the word it stands for.
        let likeness = partners.likeness[i];
        let both = if likeness < 1.0 { own.min(vocabulary.known(b[usize::from(j)]).weight) } else { own };
        alignment.totals[0] += both;
        alignment.shared += both * likeness;
        alignment.pairs += 1;
        alignment.same |= 1 << i;
        if alignment.rarest_shared.is_none_or(|(_, most)| both * likeness > most) {
            alignment.rarest_shared = Some((*word, both * likeness));
        }
        alignment.in_order &= j >= last;
        last = j;
    }
}

fn weigh_second(vocabulary: &Vocabulary, a: &[u32], b: &[u32], partners: &Partners, alignment: &mut Alignment) {
    for (j, word) in b.iter().enumerate() {
        let own = vocabulary.known(*word).weight;
        let i = usize::from(partners.of_b[j]);
        if partners.of_b[j] == NONE {
            alignment.totals[1] += own;
            alignment.alone[1] = alignment.alone[1].max(own);
        } else {
            alignment.totals[1] += if partners.likeness[i] < 1.0 { own.min(vocabulary.known(a[i]).weight) } else { own };
        }
    }
}

fn note_unlike(vocabulary: &Vocabulary, a: &[u32], b: &[u32], partners: &Partners, alignment: &mut Alignment) {
    let mut most = f32::NEG_INFINITY;
    for i in places(partners.unlike) {
        let (first, second) = (a[i], b[usize::from(partners.of_a[i])]);
        let (known_first, known_second) = (vocabulary.known(first), vocabulary.known(second));
        let weight = known_first.weight.min(known_second.weight);
        if weight > most {
            most = weight;
            alignment.unlike = Some((first, second, difference(vocabulary, first, second)));
        }
        alignment.unlike_pairs += 1;
        alignment.initial_for_word |= known_first.length.min(known_second.length) == 1;
    }
}

fn extra(partners: &[u8]) -> Extra {
    match (partners.first() == Some(&NONE), partners.last() == Some(&NONE)) {
        (true, false) => Extra::Before,
        (false, true) => Extra::After,
        _ => Extra::Between,
    }
}

fn compare_numbers(vocabulary: &Vocabulary, a: &[u32], b: &[u32], alignment: &mut Alignment) {
    let [lonely_a, lonely_b] = alignment.lonely;
    let has_digit = |words, marks| marked(words, marks).any(|word| vocabulary.known(word).has_digit);
    let (first_has, second_has) = (has_digit(a, lonely_a), has_digit(b, lonely_b));
    alignment.number_alone = first_has != second_has;
    if first_has && second_has {
        let digits = |words, marks| marked(words, marks).flat_map(|word| vocabulary.bytes(word)).filter(|byte| byte.is_ascii_digit());
        alignment.numbers_differ = !digits(a, lonely_a).eq(digits(b, lonely_b));
    }
    let initial = |words, marks| marked(words, marks).find(|word| vocabulary.known(*word).length == 1);
    alignment.initials_differ = initial(a, lonely_a).zip(initial(b, lonely_b)).is_some_and(|(a, b)| a != b);
}

fn compare_letters(vocabulary: &Vocabulary, a: &[u32], b: &[u32], alignment: &mut Alignment) {
    if a == b {
        alignment.letters = 1.0;
        return;
    }
    let (first, second) = (Joined::of(vocabulary, a, all_of(a)), Joined::of(vocabulary, b, all_of(b)));
    alignment.begins = first.letters().starts_with(second.letters()) || second.letters().starts_with(first.letters());
    let longest = first.length.max(second.length).max(1);
    let limit = longest * 2 / 5;
    alignment.letters = distance(first.letters(), second.letters(), limit).map_or(0.0, |steps| 1.0 - steps as f32 / longest as f32);
}
