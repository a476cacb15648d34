//! The model: a table of plain questions about two names, each answer with its points.
//!
//! The rule: points add up, and the sum through the logistic curve is the probability that the two
//! names are one supplier. A person can read every line and dispute it. Points are natural
//! logarithms of odds; the table itself is in `points.rs`. Nothing here looks at anything but two names.

use crate::features::{Alignment, Extra, marked};
use crate::forms::Form;
use crate::likeness::Difference;
use crate::points::{MODEL, START};
use crate::sides::Side;
use crate::tokens::{Known, Vocabulary};

/// One question, and its possible answers in order.
#[derive(Debug)]
pub struct Question {
    /// The question, for the reader of this table.
    pub asks: &'static str,
    /// Points of each answer.
    pub points: &'static [f32],
}

/// How many questions there are.
pub const QUESTIONS: usize = 18;

/// Answers to the questions, in the order of the table.
pub type Answers = [u8; QUESTIONS];

/// Points of `answers`.
pub fn points(answers: &Answers) -> f32 {
    START + MODEL.iter().zip(answers).map(|(question, answer)| question.points[usize::from(*answer)]).sum::<f32>()
}

/// The probability that so many points stand for.
pub fn probability(points: f32) -> f32 {
    1.0 / (1.0 + (-points).exp())
}

/// Answers every question for one pair of wordings. `others` says how many of the two wordings are not the name's own.
pub fn answer(vocabulary: &Vocabulary, a: &Side<'_>, b: &Side<'_>, others: u8, alignment: &Alignment) -> Answers {
    [
        common_share(alignment),
        words_alone(alignment),
        step_up(most_telling(alignment), &[3.0, 5.0, 6.5, 7.5, 8.5, 9.25, 10.0, 11.0]),
        letters(alignment),
        forms(a, b),
        if alignment.numbers_differ { 2 } else { u8::from(alignment.number_alone) },
        others,
        common_words(alignment),
        u8::from(!alignment.same_first),
        postcodes(a, b),
        if alignment.initials_differ { 2 } else { u8::from(alignment.initial_for_word) },
        may_be_cut(a, b, alignment),
        extra_words(vocabulary, a, b, alignment),
        misspelling(vocabulary, alignment),
        times_written(a, b, alignment),
        rarer_word(vocabulary, alignment),
        initials(a, b),
        step_up(vocabulary.names as f32, &[50_000.0, 400_000.0]),
    ]
}

/// Words that all found partners in another order are a case of their own: their letters cannot be compared from the left.
fn letters(alignment: &Alignment) -> u8 {
    let is_reordered = alignment.lonely == [0, 0] && !alignment.in_order;
    if is_reordered { 7 } else { step_down(alignment.letters, &[1.0, 0.95, 0.9, 0.85, 0.75, 0.6]) }
}

fn most_telling(alignment: &Alignment) -> f32 {
    alignment.rarest_shared.map_or(0.0, |(_, weight)| weight)
}

/// 0 for no extra words; else a row for each kind and each place of theirs, and in each four states of the legal forms: neither
/// name states one, the longer does, the shorter does, both do.
fn extra_words(vocabulary: &Vocabulary, a: &Side<'_>, b: &Side<'_>, alignment: &Alignment) -> u8 {
    let Some(place) = alignment.extra else { return 0 };
    let (longer, shorter, lonely) = if alignment.lonely[0] == 0 { (b, a, alignment.lonely[1]) } else { (a, b, alignment.lonely[0]) };
    let all = |is: fn(&Known) -> bool| marked(longer.words, lonely).all(|word| is(vocabulary.known(word)));
    let kind = if all(|word| word.is_group_word) {
        0
    } else if all(|word| word.is_place || word.is_group_word) {
        1
    } else if all(|word| word.has_digit) {
        2
    } else if all(|word| word.is_everyday) {
        3
    } else if lonely.count_ones() == 1 {
        4
    } else {
        5
    };
    let place = match place {
        Extra::Before => 0,
        Extra::After => 1,
        Extra::Between => 2,
        Extra::InBrackets => 3,
    };
    let states = |side: &Side<'_>| u8::from(side.facts.form != Form::Unsaid);
    1 + (kind * 4 + place) * 4 + states(longer) + 2 * states(shorter)
}

/// 0 where the words are the same. Where one has more words: a row for how often the longer was written (once, twice, up to four times,
/// up to nine, more), a column for how often the shorter. Then a row for the less and a column for the more written of the two, for names
/// that each have words of their own and for names that differ by spelling only.
fn times_written(a: &Side<'_>, b: &Side<'_>, alignment: &Alignment) -> u8 {
    let times = |count: u32| step_up(count as f32, &[2.0, 3.0, 5.0, 10.0]);
    let square = |first: u32, second: u32| times(first) * TIMES + times(second);
    match alignment.lonely {
        [0, 0] if alignment.unlike.is_none() => 0,
        [0, 0] => 1 + 2 * TIMES * TIMES + square(a.facts.spellings.min(b.facts.spellings), a.facts.spellings.max(b.facts.spellings)),
        [_, 0] => 1 + square(a.facts.kin, b.facts.kin),
        [0, _] => 1 + square(b.facts.kin, a.facts.kin),
        _ => 1 + TIMES * TIMES + square(a.facts.kin.min(b.facts.kin), a.facts.kin.max(b.facts.kin)),
    }
}

/// So many steps are told apart in how often a name was written.
const TIMES: u8 = 5;

/// 0 where no like words differ. Else how many names have the rarer of the two most telling (one, two, up to five, more), first for
/// names whose other words are all the same, then for the rest.
fn rarer_word(vocabulary: &Vocabulary, alignment: &Alignment) -> u8 {
    let Some((first, second, _)) = alignment.unlike else { return 0 };
    let rarer = vocabulary.known(first).names_with.min(vocabulary.known(second).names_with);
    let is_all = alignment.unlike_pairs == 1 && alignment.lonely == [0, 0];
    1 + step_up(rarer as f32, &[2.0, 3.0, 6.0]) + if is_all { 0 } else { 4 }
}

/// 0 for the same words, 1 and 2 for shortened (one pair, more), then misspelt: the only word or one of several, by length, by first letter.
fn misspelling(vocabulary: &Vocabulary, alignment: &Alignment) -> u8 {
    let Some((first, second, difference)) = alignment.unlike else { return 0 };
    let shorter = vocabulary.known(first).length.min(vocabulary.known(second).length);
    let length = step_up(shorter as f32, &[5.0, 8.0]);
    match (difference, alignment.pairs) {
        (Difference::Shortened, _) => 1 + u8::from(alignment.unlike_pairs > 1),
        (Difference::Misspelt, 1) => 3 + length,
        (Difference::MisspeltFirst, 1) => 6 + length,
        (Difference::Misspelt, _) => 9 + length,
        (Difference::MisspeltFirst, _) => 12 + length,
    }
}

fn common_share(alignment: &Alignment) -> u8 {
    let share = 2.0 * alignment.shared / (alignment.totals[0] + alignment.totals[1]).max(0.1);
    step_down(share, &[0.999, 0.95, 0.9, 0.85, 0.8, 0.7, 0.6, 0.5])
}

/// Six columns (how telling the most telling common word is) for each of fifteen rows (how telling the words are that only one has).
fn words_alone(alignment: &Alignment) -> u8 {
    let tell = |weight: f32| step_up(weight, &[f32::MIN_POSITIVE, 4.5, 6.5, 8.5]);
    let (a, b) = (tell(alignment.alone[0]), tell(alignment.alone[1]));
    let (lesser, greater) = (a.min(b), a.max(b));
    // Rows of a triangle: lesser 0 has five places, lesser 1 four, and so on.
    let row = lesser * 5 - lesser * lesser.saturating_sub(1) / 2 + (greater - lesser);
    row * COLUMNS + step_up(most_telling(alignment), &[4.5, 6.5, 8.0, 9.0, 10.0])
}

const COLUMNS: u8 = 6;

fn forms(a: &Side<'_>, b: &Side<'_>) -> u8 {
    use Form::Unsaid;
    match (a.facts.form, b.facts.form) {
        (Unsaid, Unsaid) => 1,
        (first, second) if first == second => 0,
        (Unsaid, _) | (_, Unsaid) => 2,
        (first, second) if first.contradicts(second) => 4,
        _ => 3,
    }
}

fn common_words(alignment: &Alignment) -> u8 {
    let shorter = alignment.lengths[0].min(alignment.lengths[1]);
    match (alignment.pairs, shorter) {
        (0 | 1, 0 | 1) => 0,
        (0 | 1, _) => 1,
        (2, 2) => 2,
        (2, _) => 3,
        (3, _) => 4,
        _ => 5,
    }
}

fn postcodes(a: &Side<'_>, b: &Side<'_>) -> u8 {
    let district = |postcode: &String| postcode[..postcode.len() - 3].to_string();
    let (first, second) = (a.postcodes, b.postcodes);
    if first.is_empty() || second.is_empty() {
        0
    } else if first.iter().any(|postcode| second.contains(postcode)) {
        1
    } else if first.iter().any(|postcode| second.iter().any(|other| district(postcode) == district(other))) {
        2
    } else {
        3
    }
}

/// 0 for no; 1 where the shorter was published at a length at which systems cut and its words stand in the longer in order; 2 where its
/// letters also begin the longer; 3 where they do so but its length is no such length.
fn may_be_cut(a: &Side<'_>, b: &Side<'_>, alignment: &Alignment) -> u8 {
    let shorter = if alignment.lengths[0] <= alignment.lengths[1] { a } else { b };
    match (shorter.facts.may_be_cut, alignment.begins) {
        (true, true) => 2,
        (true, false) => u8::from(alignment.same_first && alignment.in_order && alignment.pairs >= 2),
        (false, true) => 3,
        (false, false) => 0,
    }
}

/// 0 where neither is the initials of the other. Else a row for three, four and more letters, a column for how many longer names have
/// these initials: one, two or three, more.
fn initials(a: &Side<'_>, b: &Side<'_>) -> u8 {
    let Some(initials) = a.facts.initials_of(&b.facts).filter(|_| a.is_own && b.is_own) else { return 0 };
    1 + (initials.length.min(5) - 3) * 3 + step_up(initials.bearers as f32, &[2.0, 4.0])
}

fn step_up(value: f32, limits: &[f32]) -> u8 {
    limits.iter().take_while(|limit| value >= **limit).count() as u8
}

fn step_down(value: f32, limits: &[f32]) -> u8 {
    limits.iter().take_while(|limit| value < **limit).count() as u8
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_pair_of_sides_has_an_answer_of_its_own() {
        let mut seen = Vec::new();
        for lesser in 0..5u8 {
            for greater in lesser..5 {
                let side = |tell: u8| [0.0, 4.0, 5.0, 7.0, 9.0][usize::from(tell)];
                seen.push(words_alone(&Alignment { alone: [side(lesser), side(greater)], ..Alignment::default() }));
            }
        }
        assert_eq!(seen, (0..15).map(|row| row * COLUMNS).collect::<Vec<u8>>());
    }

    #[test]
    fn no_points_is_an_even_chance() {
        assert!((probability(0.0) - 0.5).abs() < 1e-6);
        assert!(probability(3.0) > 0.95);
    }
}
