//! The table of the model: every question, and the points of each answer.
//!
//! The rule: the points are fitted (`examples/fit.rs` does it) to names whose supplier is known, and
//! read by people; docs/suppliers.md says which names. Four are set by hand: the answers that a fact
//! forbids anyway (contradictory forms, numbers that differ, initials that differ), and postcodes.

use crate::model::{QUESTIONS, Question};

/// Points of any pair before a question is asked.
pub const START: f32 = -0.20;

/// The table.
pub const MODEL: [Question; QUESTIONS] = [
    Question {
        asks: "How much of both names' telling words is common? All of it, then 95, 90, 85, 80, 70, 60, 50 per cent and more, less.",
        points: &[0.06, -0.20, 0.06, 0.30, 0.64, 0.58, -0.05, -0.88, -0.67],
    },
    Question {
        asks: "How telling are the words that only one has? A row for each pair of sides (lesser, greater: none, slight, everyday, telling, rare), a column for each step of the most telling common word (weight under 4.5, 6.5, 8, 9, 10, more).",
        points: &[
            0.96, 0.12, 0.99, 1.10, 1.67, 1.14, -0.23, 1.12, -0.38, -0.37, 0.40, -0.66, 0.48, 0.30, 0.12, -1.00, -0.61, -2.12, -0.45, 0.17,
            0.64, -0.58, 0.50, 0.18, -0.33, 1.26, -0.42, 0.20, 0.97, 0.57, -0.01, -0.02, -0.09, -0.46, 1.27, -0.09, -0.01, -0.32, -0.56,
            -1.76, 2.72, -0.21, -0.06, -0.26, -0.23, 0.29, 1.61, 0.10, -0.13, -0.51, -0.67, 0.15, 1.66, 0.18, 0.00, -0.27, 2.32, -0.26,
            -0.93, -0.04, -0.05, -0.86, -0.91, -1.67, -1.56, 0.04, -0.45, -0.84, -0.59, 0.00, 0.48, 0.49, 0.72, -0.31, 0.27, -1.01, 1.04,
            0.04, -1.49, 0.35, -0.60, -0.93, 0.09, 0.36, -1.48, 0.05, -1.51, -0.37, 0.96, 0.42,
        ],
    },
    Question {
        asks: "How telling is the most telling common word? Weight under 3, 5, 6.5, 7.5, 8.5, 9.25, 10, 11, more.",
        points: &[-0.42, -1.53, -0.60, 0.28, 0.60, 0.72, 0.41, 0.38, 0.00],
    },
    Question {
        asks: "How alike are the letters without spaces? The same, then 95, 90, 85, 75, 60 per cent and more, less; all words in another order.",
        points: &[-0.24, 1.13, 1.30, 0.20, -0.82, -1.38, -1.97, 1.63],
    },
    Question {
        asks: "What do their legal forms say? The same, neither says, one only, different sorts, contradictory.",
        points: &[-0.02, 0.91, -0.33, -0.71, -3.00],
    },
    Question { asks: "Do numbers in them agree? Nothing against it, only one has a number, they differ.", points: &[-0.52, 0.37, -4.00] },
    Question { asks: "Which names were compared? Both their own, one a trading or former name, both such.", points: &[2.35, 0.07, -2.56] },
    Question {
        asks: "How many words are common? 1 of 1 in the shorter, 1 of more, 2 of 2, 2 of more, 3, 4 and more.",
        points: &[-0.22, -1.68, 0.62, 0.13, 0.67, 0.33],
    },
    Question { asks: "Do they begin with the same word? Yes, no.", points: &[1.08, -1.23] },
    Question { asks: "What do postcodes say? Unknown, the same, the same district, different.", points: &[0.00, 1.20, 0.30, -0.40] },
    Question {
        asks: "Do initials agree? Nothing against it, an initial stands for a word, initials differ.",
        points: &[0.00, -0.14, -3.00],
    },
    Question {
        asks: "Could the shorter be the longer, cut short? No; its length is one at which systems cut; its letters also begin the longer; they do, at another length.",
        points: &[0.07, 0.19, -0.04, -0.37],
    },
    Question {
        asks: "What are the words that only one has? None; a row for each kind (of a group; of a place; with digits; everyday; one telling; several) and place (before the common words, after, between, in brackets), a column for who states a legal form (neither, the longer, the shorter, both).",
        points: &[
            0.09, 0.35, 0.03, 0.00, 0.05, -0.03, -0.72, 1.30, -0.68, 0.26, 0.08, 0.09, 0.39, 0.58, 1.21, 0.20, 1.12, -1.70, 0.21, -0.22,
            2.06, -0.69, 0.04, 0.18, -1.08, 0.29, -1.47, 0.53, 0.85, -0.87, -1.05, 0.16, -2.52, -0.37, 0.33, 0.04, 0.39, -2.06, -1.73,
            -0.67, 0.76, -0.14, 0.05, 1.03, 0.06, -0.67, -1.00, -0.60, 0.00, 1.45, -0.01, -0.21, 0.84, 0.10, 0.12, 1.09, -0.25, -0.75,
            1.60, -0.94, -0.49, 0.20, -0.49, 1.24, -0.37, -0.29, -1.06, 0.68, 0.11, 0.00, 0.93, 0.57, 0.09, -1.09, -2.70, -0.89, -0.72,
            -0.85, 0.01, 0.07, 0.19, -0.15, 0.62, 1.69, 0.76, 0.99, 0.34, 0.60, 0.24, 0.85, 0.04, -0.15, 0.91, 0.04, -1.45, 2.46, -0.60,
        ],
    },
    Question {
        asks: "How do like words differ? Not, one shortened, more; misspelt in a name's only word (under 5, 8 letters, more); the same with the first letter wrong; misspelt beside other words; the same with the first letter wrong.",
        points: &[0.99, 0.71, 2.34, -1.92, -0.29, 0.12, -1.88, -2.02, -1.82, 0.39, 1.25, 1.19, 0.25, 0.44, 0.09],
    },
    Question {
        asks: "How often were the two written? The same words; one has more words: a row for how often the longer was written (1, 2, 3 or 4, 5 to 9, more), a column for how often the shorter; each has words of its own: a row for the less and a column for the more written; like words differ: the same.",
        points: &[
            0.71, 0.56, 0.93, 0.40, 0.34, 1.45, 0.58, 0.16, -0.42, 0.16, -1.42, 0.00, -0.39, 0.02, -1.63, -0.78, 0.13, 0.90, -0.20, -0.21,
            -0.35, 1.11, 0.41, -1.68, -0.22, -0.08, 0.25, -0.76, -0.09, 0.18, 1.19, 0.00, -1.98, -2.86, -1.26, 0.75, 0.00, 0.00, -1.22,
            -1.06, -0.68, 0.00, 0.00, 0.00, -0.24, -0.19, 0.00, 0.00, 0.00, 0.00, 2.09, 0.57, 1.01, 0.01, 1.70, 1.12, 0.00, -0.60, 0.36,
            1.22, 0.17, 0.00, 0.00, -0.05, -0.27, 0.06, 0.00, 0.00, 0.00, 0.00, -0.02, 0.00, 0.00, 0.00, 0.00, 0.00,
        ],
    },
    Question {
        asks: "How many names have the rarer of the like words that differ most tellingly? None differ; all other words are the same (1, 2, 3 to 5, more); they are not (the same).",
        points: &[0.99, 0.48, 0.93, -0.10, 0.58, -0.11, -0.36, -1.22, -1.34],
    },
    Question {
        asks: "Is one the initials of the other? No; a row for how many letters (3, 4, more), a column for how many longer names have these initials (1, 2 or 3, more).",
        points: &[-4.46, -0.21, 0.71, -0.62, 1.77, 1.39, 0.24, 0.55, 0.47, 0.00],
    },
];
