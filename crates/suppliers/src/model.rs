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
pub const QUESTIONS: usize = 16;

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
        u8::from(may_be_cut(a, b, alignment)),
        extra_kind(vocabulary, a, b, alignment),
        extra_place(alignment),
        misspelling(vocabulary, alignment),
        rarer_spelling(a, b, alignment),
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

/// 0 for no extra words; else five kinds (of a group, of a place, everyday, one telling, several), each for four states of the
/// legal forms: neither name states one, the longer does, the shorter does, both do.
fn extra_kind(vocabulary: &Vocabulary, a: &Side<'_>, b: &Side<'_>, alignment: &Alignment) -> u8 {
    let (longer, shorter, lonely) = match alignment.lonely {
        _ if alignment.extra.is_none() => return 0,
        [0, lonely] => (b, a, lonely),
        [lonely, _] => (a, b, lonely),
    };
    let all = |is: fn(&Known) -> bool| marked(longer.words, lonely).all(|word| is(vocabulary.known(word)));
    let kind = if all(|word| word.is_group_word) {
        0
    } else if all(|word| word.is_place || word.is_group_word) {
        1
    } else if all(|word| word.is_everyday) {
        2
    } else if lonely.count_ones() == 1 {
        3
    } else {
        4
    };
    let states = |side: &Side<'_>| u8::from(side.facts.form != Form::Unsaid);
    1 + kind * 4 + states(longer) + 2 * states(shorter)
}

/// 0 where the words are the same. Else five states of how often the two names were written (once each; once and up to three times;
/// once and more; twice and as often or more; more), for names that differ by a whole word on one side, on both, or by spelling only.
fn rarer_spelling(a: &Side<'_>, b: &Side<'_>, alignment: &Alignment) -> u8 {
    let state = match (a.facts.spellings.min(b.facts.spellings), a.facts.spellings.max(b.facts.spellings)) {
        (0 | 1, 0 | 1) => 0,
        (0 | 1, 2 | 3) => 1,
        (0 | 1, _) => 2,
        (2, _) => 3,
        _ => 4,
    };
    match (alignment.extra, alignment.lonely[0] == 0, alignment.unlike) {
        (Some(_), _, _) => 1 + state,
        (None, false, _) => 6 + state,
        (None, true, Some(_)) => 11 + state,
        (None, true, None) => 0,
    }
}

/// 0 for no extra words, then: before, after, between the common ones.
fn extra_place(alignment: &Alignment) -> u8 {
    match alignment.extra {
        None => 0,
        Some(Extra::Before) => 1,
        Some(Extra::After) => 2,
        Some(Extra::Between) => 3,
        Some(Extra::InBrackets) => 4,
    }
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

/// True where the shorter begins the longer and was published at a length at which systems cut.
fn may_be_cut(a: &Side<'_>, b: &Side<'_>, alignment: &Alignment) -> bool {
    let shorter = if alignment.lengths[0] <= alignment.lengths[1] { a } else { b };
    shorter.facts.may_be_cut && alignment.same_first && alignment.in_order && alignment.pairs >= 2
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
