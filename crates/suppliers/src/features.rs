//! What two wordings have in common and what each has alone.
//!
//! The rule: every word finds at most one partner: the same word, else its misspelling, short form
//! or two words written as one. What remains alone counts against. Nothing here decides; it measures.

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

/// No partner.
const NONE: usize = usize::MAX;

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
    let mut partners = Partners { of_a: vec![NONE; a.len()], of_b: vec![NONE; b.len()], likeness: vec![0.0; a.len()] };
    pair_same_words(a, b, &mut partners);
    let mut alignment = Alignment { lengths: [a.len(), b.len()], ..Alignment::default() };
    if partners.of_a.contains(&NONE) && partners.of_b.contains(&NONE) {
        pair_lonely_letters(vocabulary, a, b, &mut partners, 0);
        pair_joined_words(vocabulary, a, b, &mut partners);
        pair_similar_words(vocabulary, a, b, &mut partners, &mut alignment);
        pair_lonely_letters(vocabulary, a, b, &mut partners, 8);
    }
    weigh(vocabulary, a, b, &partners, &mut alignment);
    compare_numbers(vocabulary, &mut alignment);
    alignment.letters = letters_likeness(vocabulary, a, b);
    alignment
}

struct Partners {
    of_a: Vec<usize>,
    of_b: Vec<usize>,
    likeness: Vec<f32>,
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
    for i in 0..a.len() {
        for j in 0..b.len().saturating_sub(1) {
            if partners.of_a[i] == NONE
                && partners.of_b[j] == NONE
                && partners.of_b[j + 1] == NONE
                && is_joined(vocabulary, a[i], b[j], b[j + 1])
            {
                partners.join(i, j, 1.0);
                partners.of_b[j + 1] = i;
            }
        }
    }
    for j in 0..b.len() {
        for i in 0..a.len().saturating_sub(1) {
            if partners.of_b[j] == NONE
                && partners.of_a[i] == NONE
                && partners.of_a[i + 1] == NONE
                && is_joined(vocabulary, b[j], a[i], a[i + 1])
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
        0..=2 => return 0.0,
        3 => 1,
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

fn weigh(vocabulary: &Vocabulary, a: &[u32], b: &[u32], partners: &Partners, alignment: &mut Alignment) {
    let weight = |word: u32| vocabulary.weights[word as usize];
    let heavier = |held: &mut Option<(u32, f32)>, word: u32, weight: f32| {
        if held.is_none_or(|(_, most)| weight > most) {
            *held = Some((word, weight));
        }
    };
    let mut last = 0;
    alignment.in_order = true;
    for (i, word) in a.iter().enumerate() {
        let own = weight(*word);
        match partners.of_a[i] {
            NONE => {
                alignment.totals[0] += own;
                heavier(&mut alignment.alone[0], *word, own);
                alignment.lonely[0].push(*word);
            }
            j => {
                // A misspelt word looks rare; it is worth no more than the word it stands for.
                let both = if partners.likeness[i] < 1.0 { own.min(weight(b[j])) } else { own };
                alignment.totals[0] += both;
                alignment.shared += both * partners.likeness[i];
                alignment.pairs += 1;
                alignment.same.push(*word);
                heavier(&mut alignment.rarest_shared, *word, both * partners.likeness[i]);
                alignment.in_order &= j >= last;
                last = j;
            }
        }
    }
    for (j, word) in b.iter().enumerate() {
        let partner = partners.of_b[j];
        let counted =
            if partner != NONE && partners.likeness[partner] < 1.0 { weight(*word).min(weight(a[partner])) } else { weight(*word) };
        alignment.totals[1] += counted;
        if partner == NONE {
            heavier(&mut alignment.alone[1], *word, counted);
            alignment.lonely[1].push(*word);
        }
    }
    alignment.same_first = partners.of_a.first() == Some(&0);
    alignment.extra = match (alignment.lonely[0].is_empty(), alignment.lonely[1].is_empty()) {
        (false, true) => Some(extra(&partners.of_a)),
        (true, false) => Some(extra(&partners.of_b)),
        _ => None,
    };
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
    /// True where one of `kinds` is among the words that found a partner.
    pub fn kinds_shared(&self, vocabulary: &Vocabulary, kinds: &[&str]) -> bool {
        self.same.iter().any(|word| kinds.contains(&&*vocabulary.texts[*word as usize]))
    }
}
