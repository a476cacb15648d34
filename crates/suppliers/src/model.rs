//! The model: a table of plain questions about two names, each answer with its points.
//!
//! The rule: points add up, and the sum through the logistic curve is the probability that the two
//! names are one supplier. A person can read every line and dispute it. Points are natural
//! logarithms of odds, fitted by logistic regression (`examples/fit.rs`); docs/suppliers.md says on what.

use crate::features::Alignment;
use crate::names::Name;

/// One question, and its possible answers in order.
#[derive(Debug)]
pub struct Question {
    /// The question, for the reader of this table.
    pub asks: &'static str,
    /// Points of each answer.
    pub points: &'static [f32],
}

/// How many questions there are.
pub const QUESTIONS: usize = 12;

/// Answers to the questions, in the order of the table.
pub type Answers = [u8; QUESTIONS];

/// Points of any pair before a question is asked.
pub const START: f32 = -1.0;

/// The table.
pub const MODEL: [Question; QUESTIONS] = [
    Question {
        asks: "How much of both names' telling words is common? (all, 95, 90, 85, 80, 70, 60, 50 per cent, less)",
        points: &[2.0, 1.5, 1.0, 0.6, 0.2, -0.5, -1.2, -2.0, -3.0],
    },
    Question {
        asks: "How telling are the words that only one of them has? (lesser side, greater side: none, slight, common, telling, rare)",
        points: &[2.0, 1.0, 0.3, -0.5, -1.0, -1.0, -1.5, -2.0, -2.5, -2.0, -2.5, -3.0, -3.5, -4.0, -4.5],
    },
    Question {
        asks: "How telling is the most telling common word? (weight under 3, 5, 6.5, 8, 9.5, more)",
        points: &[-2.0, -1.0, 0.0, 0.5, 1.0, 1.2],
    },
    Question {
        asks: "How alike are the letters without spaces? (same, 95, 90, 85, 75, 60 per cent, less)",
        points: &[1.5, 1.2, 0.8, 0.4, 0.0, -0.5, -0.8],
    },
    Question {
        asks: "What do their legal forms say? (same, neither, one only, different sorts, contradictory)",
        points: &[0.4, 0.1, 0.0, -0.5, -3.0],
    },
    Question { asks: "Do numbers in them agree? (nothing against it, one has a number, they differ)", points: &[0.0, -0.8, -4.0] },
    Question { asks: "Which names were compared? (both own, own with other, both other)", points: &[0.0, -0.5, -1.0] },
    Question {
        asks: "How many words are common, of how many in the shorter? (1 of 1, 1 of more, 2 of 2, 2 of more, 3, 4 and more)",
        points: &[0.0, -1.5, 0.3, -0.5, 0.6, 0.8],
    },
    Question { asks: "Do they begin with the same word? (yes, no)", points: &[0.3, -0.3] },
    Question { asks: "What do postcodes say? (unknown, same, same district, different)", points: &[0.0, 1.5, 0.4, -0.5] },
    Question { asks: "Do initials agree? (nothing against it, an initial stands for a word, initials differ)", points: &[0.0, -0.5, -3.0] },
    Question { asks: "Could the shorter be the longer, cut short? (no, yes)", points: &[0.0, 1.0] },
];

/// Points of `answers`.
pub fn points(answers: &Answers) -> f32 {
    START + MODEL.iter().zip(answers).map(|(question, answer)| question.points[usize::from(*answer)]).sum::<f32>()
}

/// The probability that so many points stand for.
pub fn probability(points: f32) -> f32 {
    1.0 / (1.0 + (-points).exp())
}

/// Answers every question for one pair of wordings. `others` says how many of the two wordings are not the name's own.
pub fn answer(a: &Name, b: &Name, others: usize, alignment: &Alignment) -> Answers {
    [
        common_share(alignment),
        words_alone(alignment),
        step_up(alignment.rarest_shared.map_or(0.0, |(_, weight)| weight), &[3.0, 5.0, 6.5, 8.0, 9.5]),
        step_down(alignment.letters, &[1.0, 0.95, 0.9, 0.85, 0.75, 0.6]),
        forms(a, b),
        if alignment.numbers_differ { 2 } else { u8::from(alignment.number_alone) },
        others as u8,
        common_words(alignment),
        u8::from(!alignment.same_first),
        postcodes(a, b),
        if alignment.initials_differ { 2 } else { u8::from(alignment.initial_for_word) },
        u8::from(may_be_cut(a, b, alignment)),
    ]
}

fn common_share(alignment: &Alignment) -> u8 {
    let share = 2.0 * alignment.shared / (alignment.totals[0] + alignment.totals[1]).max(0.1);
    step_down(share, &[0.999, 0.95, 0.9, 0.85, 0.8, 0.7, 0.6, 0.5])
}

fn words_alone(alignment: &Alignment) -> u8 {
    let tell = |side: Option<(u32, f32)>| side.map_or(0, |(_, weight)| 1 + step_up(weight, &[4.5, 6.5, 8.5]));
    let (a, b) = (tell(alignment.alone[0]), tell(alignment.alone[1]));
    let (lesser, greater) = (a.min(b), a.max(b));
    // Rows of a triangle: lesser 0 has five places, lesser 1 four, and so on.
    lesser * 5 - lesser * lesser.saturating_sub(1) / 2 + (greater - lesser)
}

fn forms(a: &Name, b: &Name) -> u8 {
    use crate::forms::Form::Unsaid;
    match (a.normal.form, b.normal.form) {
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

fn postcodes(a: &Name, b: &Name) -> u8 {
    let district = |postcode: &String| postcode[..postcode.len() - 3].to_string();
    if a.postcodes.is_empty() || b.postcodes.is_empty() {
        0
    } else if a.postcodes.iter().any(|postcode| b.postcodes.contains(postcode)) {
        1
    } else if a.postcodes.iter().any(|postcode| b.postcodes.iter().any(|other| district(postcode) == district(other))) {
        2
    } else {
        3
    }
}

/// True where the shorter begins the longer and was published at a length at which systems cut.
fn may_be_cut(a: &Name, b: &Name, alignment: &Alignment) -> bool {
    let shorter = if alignment.lengths[0] <= alignment.lengths[1] { a } else { b };
    shorter.normal.may_be_cut && alignment.same_first && alignment.in_order && alignment.pairs >= 2
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
                let side = |tell: u8| (tell > 0).then_some((0, [0.0, 4.0, 5.0, 7.0, 9.0][usize::from(tell)]));
                seen.push(words_alone(&Alignment { alone: [side(lesser), side(greater)], ..Alignment::default() }));
            }
        }
        assert_eq!(seen, (0..15).collect::<Vec<u8>>());
    }

    #[test]
    fn no_points_is_an_even_chance() {
        assert!((probability(0.0) - 0.5).abs() < 1e-6);
        assert!(probability(3.0) > 0.95);
    }
}
