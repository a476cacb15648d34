//! The table of the model: every question, and the points of each answer.
//!
//! The rule: the points are fitted (`examples/fit.rs` does it) to names whose supplier is known, and
//! read by people; docs/suppliers.md says which names. Four are set by hand: the answers that a fact
//! forbids anyway (contradictory forms, numbers that differ, initials that differ), and postcodes.

use crate::model::{QUESTIONS, Question};

/// Points of any pair before a question is asked.
pub const START: f32 = -0.06;

/// The table.
pub const MODEL: [Question; QUESTIONS] = [
    Question {
        asks: "How much of both names' telling words is common? All of it, then 95, 90, 85, 80, 70, 60, 50 per cent and more, less.",
        points: &[0.24, -0.23, 0.22, 0.32, 0.61, 0.53, -0.17, -0.85, -0.69],
    },
    Question {
        asks: "How telling are the words that only one has? A row for each pair of sides (lesser, greater: none, slight, everyday, telling, rare), a column for each step of the most telling common word (weight under 4.5, 6.5, 8, 9, 10, more).",
        points: &[0.93, 0.17, 0.50, 0.63, 1.13, 1.24, -0.23, 0.54, -0.10, -0.06, 0.39, -0.37, 0.74, 0.57, -0.14, -0.78, -0.51, -1.73, -0.36, -0.05, 0.42, -0.50, 0.58, -0.01, -0.30, 1.04, -0.63, 0.17, 0.85, 0.33, 0.00, -0.01, -0.03, -0.18, 1.13, -0.04, 0.00, -0.16, -0.30, -1.31, 2.71, -0.08, -0.05, -0.15, -0.02, 0.31, 1.34, 0.05, -0.10, -0.28, -0.26, 0.29, 1.70, 0.10, 0.00, -0.18, 2.07, -0.07, -0.57, -0.02, -0.04, -0.60, -0.31, -1.40, -1.16, 0.03, -0.32, -1.06, -0.98, -0.25, 0.31, 0.22, 0.74, -0.08, 0.51, -0.59, 0.82, 0.02, -1.40, -0.14, -0.96, -1.07, 0.12, 0.15, -1.63, -0.32, -1.58, -0.36, 0.75, 0.19],
    },
    Question {
        asks: "How telling is the most telling common word? Weight under 3, 5, 6.5, 7.5, 8.5, 9.25, 10, 11, more.",
        points: &[-0.59, -1.45, -0.68, 0.53, 0.63, 0.75, 0.71, 0.09, 0.00],
    },
    Question {
        asks: "How alike are the letters without spaces? The same, then 95, 90, 85, 75, 60 per cent and more, less; all words in another order.",
        points: &[-0.01, 1.24, 0.90, 0.27, -0.78, -1.31, -1.94, 1.61],
    },
    Question {
        asks: "What do their legal forms say? The same, neither says, one only, different sorts, contradictory.",
        points: &[0.01, 0.90, -0.20, -0.73, -3.00],
    },
    Question {
        asks: "Do numbers in them agree? Nothing against it, only one has a number, they differ.",
        points: &[-0.35, 0.34, -4.00],
    },
    Question {
        asks: "Which names were compared? Both their own, one a trading or former name, both such.",
        points: &[1.90, -0.23, -1.68],
    },
    Question {
        asks: "How many words are common? 1 of 1 in the shorter, 1 of more, 2 of 2, 2 of more, 3, 4 and more.",
        points: &[-0.18, -1.53, 0.62, 0.09, 0.70, 0.29],
    },
    Question {
        asks: "Do they begin with the same word? Yes, no.",
        points: &[1.01, -1.02],
    },
    Question {
        asks: "What do postcodes say? Unknown, the same, the same district, different.",
        points: &[0.00, 1.20, 0.30, -0.40],
    },
    Question {
        asks: "Do initials agree? Nothing against it, an initial stands for a word, initials differ.",
        points: &[-0.03, 0.01, -3.00],
    },
    Question {
        asks: "Could the shorter be the longer, cut short? No; its length is one at which systems cut; its letters also begin the longer; they do, at another length.",
        points: &[0.04, 0.36, -0.19, -0.23],
    },
    Question {
        asks: "What are the words that only one has? None; a row for each kind (of a group; of a place; with digits; everyday; one telling; several) and place (before the common words, after, between, in brackets), a column for who states a legal form (neither, the longer, the shorter, both).",
        points: &[0.12, 0.17, 0.01, 0.00, 0.03, 0.12, -0.54, 0.95, -0.60, 0.13, 0.03, 0.04, 0.18, 0.27, 0.92, 0.08, 0.91, -1.26, 0.29, -0.13, 1.57, -0.80, -0.02, -0.05, -1.02, 0.20, -1.13, 0.22, 0.45, -0.53, -0.63, 0.23, -1.87, -0.11, 0.17, 0.02, 0.21, -0.78, -0.79, -0.29, 0.36, -0.05, 0.14, 0.38, 0.05, -0.27, -0.43, -0.24, 0.00, 1.72, 0.03, -0.46, 0.58, -0.07, 0.00, 0.73, -0.52, -1.05, 1.06, -0.84, -0.97, -0.07, -0.27, 0.87, -0.20, -0.35, -0.83, 0.24, -0.27, 0.27, 0.97, 0.72, -0.04, -1.25, -2.55, -0.63, -0.51, -0.55, 0.22, 0.13, 0.56, 0.06, 0.42, 1.32, 0.72, 1.13, 0.22, 0.87, -0.02, 0.98, -0.09, -0.28, 0.25, 0.26, -0.98, 2.24, -0.48],
    },
    Question {
        asks: "How do like words differ? Not, one shortened, more; misspelt in a name's only word (under 5, 8 letters, more); the same with the first letter wrong; misspelt beside other words; the same with the first letter wrong.",
        points: &[0.90, 0.41, 1.91, -1.58, -0.32, 0.03, -1.40, -1.51, -1.51, 0.09, 1.51, 1.17, 0.06, 0.17, 0.05],
    },
    Question {
        asks: "How often were the two written? The same words; one has more words: a row for how often the longer was written (1, 2, 3 or 4, 5 to 9, more), a column for how often the shorter; each has words of its own: a row for the less and a column for the more written; like words differ: the same.",
        points: &[0.57, 0.39, 0.68, 0.42, 0.01, 1.94, 0.38, 0.26, -0.06, -0.13, -0.76, -0.11, -0.49, -0.27, -0.95, -0.50, -0.23, 0.36, -0.43, -0.20, -0.20, 0.74, 0.19, -1.04, -0.11, -0.03, 0.00, -0.75, -0.30, 0.02, 1.12, 0.00, -1.39, -2.00, -0.66, 0.31, 0.00, 0.00, -0.72, -0.51, -0.33, 0.00, 0.00, 0.00, -0.19, -0.09, 0.00, 0.00, 0.00, 0.00, 1.01, 0.35, 1.24, -0.26, 1.35, 0.77, 0.00, -0.14, 0.28, 0.45, 0.08, 0.00, 0.00, -0.02, -0.10, 0.03, 0.00, 0.00, 0.00, 0.00, -0.01, 0.00, 0.00, 0.00, 0.00, 0.00],
    },
    Question {
        asks: "How many names have the rarer of the like words that differ most tellingly? None differ; all other words are the same (1, 2, 3 to 5, more); they are not (the same).",
        points: &[0.90, 0.49, 0.87, -0.37, 0.86, -0.18, -0.22, -1.05, -1.29],
    },
    Question {
        asks: "Is one the initials of the other? No; a row for how many letters (3, 4, more), a column for how many longer names have these initials (1, 2 or 3, more).",
        points: &[-4.24, -0.13, 0.96, -0.11, 1.85, 1.06, 0.10, 0.26, 0.22, 0.00],
    },
];
