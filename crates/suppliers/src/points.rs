//! The table of the model: every question, and the points of each answer.
//!
//! The rule: the points are fitted (`examples/fit.rs` does it) to names whose supplier is known, and
//! read by people; docs/suppliers.md says which names. Four are set by hand: the answers that a fact
//! forbids anyway (contradictory forms, numbers that differ, initials that differ), and postcodes.

use crate::model::{QUESTIONS, Question};

/// Points of any pair before a question is asked.
pub const START: f32 = -0.10;

/// The table.
pub const MODEL: [Question; QUESTIONS] = [
    Question {
        asks: "How much of both names' telling words is common? All of it, then 95, 90, 85, 80, 70, 60, 50 per cent and more, less.",
        points: &[0.23, -0.30, 0.14, 0.30, 0.61, 0.56, -0.13, -0.82, -0.63],
    },
    Question {
        asks: "How telling are the words that only one has? A row for each pair of sides (lesser, greater: none, slight, everyday, telling, rare), a column for each step of the most telling common word (weight under 4.5, 6.5, 8, 9, 10, more).",
        points: &[
            0.93, 0.03, 0.25, 0.53, 1.02, 1.17, -0.23, 0.50, -0.14, -0.06, 0.40, -0.38, 0.76, 0.62, -0.11, -0.79, -0.51, -1.72, -0.35,
            -0.04, 0.35, -0.53, 0.58, 0.00, -0.30, 1.04, -0.64, 0.17, 0.82, 0.33, 0.00, -0.01, -0.03, -0.18, 1.17, -0.03, 0.00, -0.17,
            -0.31, -1.30, 2.76, -0.07, -0.05, -0.15, 0.00, 0.31, 1.38, 0.05, -0.09, -0.29, -0.43, 0.29, 1.75, 0.11, 0.00, -0.18, 2.14,
            0.01, -0.58, -0.02, -0.03, -0.59, -0.26, -1.41, -1.16, 0.03, -0.29, -0.99, -0.96, -0.21, 0.36, 0.23, 0.41, -0.08, 0.59, -0.59,
            0.85, 0.02, -1.26, -0.12, -0.95, -1.06, 0.15, 0.17, -1.50, -0.32, -1.56, -0.30, 0.86, 0.20,
        ],
    },
    Question {
        asks: "How telling is the most telling common word? Weight under 3, 5, 6.5, 7.5, 8.5, 9.25, 10, 11, more.",
        points: &[-0.56, -1.53, -0.69, 0.59, 0.64, 0.74, 0.68, 0.08, 0.00],
    },
    Question {
        asks: "How alike are the letters without spaces? The same, then 95, 90, 85, 75, 60 per cent and more, less; all words in another order.",
        points: &[0.03, 1.16, 0.84, 0.30, -0.75, -1.30, -1.92, 1.59],
    },
    Question {
        asks: "What do their legal forms say? The same, neither says, one only, different sorts, contradictory.",
        points: &[-0.02, 0.91, -0.21, -0.73, -3.00],
    },
    Question { asks: "Do numbers in them agree? Nothing against it, only one has a number, they differ.", points: &[-0.34, 0.29, -4.00] },
    Question { asks: "Which names were compared? Both their own, one a trading or former name, both such.", points: &[1.88, -0.23, -1.70] },
    Question {
        asks: "How many words are common? 1 of 1 in the shorter, 1 of more, 2 of 2, 2 of more, 3, 4 and more.",
        points: &[-0.22, -1.54, 0.57, 0.14, 0.70, 0.30],
    },
    Question { asks: "Do they begin with the same word? Yes, no.", points: &[0.99, -1.03] },
    Question { asks: "What do postcodes say? Unknown, the same, the same district, different.", points: &[0.00, 1.20, 0.30, -0.40] },
    Question {
        asks: "Do initials agree? Nothing against it, an initial stands for a word, initials differ.",
        points: &[-0.08, 0.03, -3.00],
    },
    Question {
        asks: "Could the shorter be the longer, cut short? No; its length is one at which systems cut; its letters also begin the longer; they do, at another length.",
        points: &[0.05, 0.35, -0.18, -0.27],
    },
    Question {
        asks: "What are the words that only one has? None; a row for each kind (of a group; of a place; with digits; everyday; one telling; several) and place (before the common words, after, between, in brackets), a column for who states a legal form (neither, the longer, the shorter, both).",
        points: &[
            0.22, 0.17, 0.01, 0.00, 0.03, 0.15, -0.55, 0.99, -0.57, 0.14, 0.03, 0.04, 0.18, 0.27, 0.94, 0.07, 0.94, -1.27, 0.28, -0.12,
            1.57, -0.79, -0.03, -0.05, -1.00, 0.21, -1.17, 0.21, 0.44, -0.53, -0.61, 0.26, -1.87, -0.11, 0.12, 0.03, 0.16, -0.78, -0.80,
            -0.29, 0.37, -0.05, 0.13, 0.39, 0.05, -0.28, -0.43, -0.24, 0.00, 1.65, 0.02, -0.48, 0.53, -0.06, -0.01, 0.75, -0.50, -1.09,
            1.09, -0.87, -0.96, -0.08, -0.28, 0.89, -0.22, -0.39, -0.84, 0.22, -0.41, 0.28, 0.99, 0.70, -0.01, -1.31, -2.59, -0.63, -0.49,
            -0.56, 0.24, 0.12, 0.57, 0.02, 0.45, 1.32, 0.75, 1.11, 0.21, 0.87, 0.04, 0.92, -0.10, -0.27, 0.26, 0.27, -1.01, 2.44, -0.47,
        ],
    },
    Question {
        asks: "How do like words differ? Not, one shortened, more; misspelt in a name's only word (under 5, 8 letters, more); the same with the first letter wrong; misspelt beside other words; the same with the first letter wrong.",
        points: &[0.96, 0.38, 1.87, -1.62, -0.32, -0.01, -1.45, -1.53, -1.47, 0.11, 1.51, 1.19, 0.09, 0.19, 0.06],
    },
    Question {
        asks: "How often were the two written? The same words; one has more words: a row for how often the longer was written (1, 2, 3 or 4, more), a column for how often the shorter; each has words of its own (1 and 1; 1 and 2 or 3; 1 and more; 2 and as many; more); like words differ (the same).",
        points: &[
            0.58, 0.41, 0.66, 0.43, 0.74, 0.41, 0.34, -0.02, -0.61, -0.04, -0.45, -0.24, -1.22, 0.23, 0.51, -0.97, -0.44, -0.22, -0.88,
            0.24, -2.19, -0.64, 0.67, 0.81, 1.29, 0.67, -0.09,
        ],
    },
    Question {
        asks: "How many names have the rarer of the like words that differ most tellingly? None differ; all other words are the same (1, 2, 3 to 5, more); they are not (the same).",
        points: &[0.96, 0.26, 0.77, -0.43, 0.79, -0.04, -0.16, -1.01, -1.18],
    },
    Question {
        asks: "Is one the initials of the other? No; a row for how many letters (3, 4, more), a column for how many longer names have these initials (1, 2 or 3, more).",
        points: &[-4.21, -0.13, 0.85, -0.11, 1.87, 1.08, 0.11, 0.27, 0.23, 0.00],
    },
];
