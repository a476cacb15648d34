//! The table of the model: every question, and the points of each answer.
//!
//! The rule: the points are fitted (`examples/fit.rs` does it) to names whose supplier is known, and
//! read by people; docs/suppliers.md says which names. Four are set by hand: the answers that a fact
//! forbids anyway (contradictory forms, numbers that differ, initials that differ), and postcodes.

use crate::model::{QUESTIONS, Question};

/// Points of any pair before a question is asked.
pub const START: f32 = -0.96;

/// The table.
pub const MODEL: [Question; QUESTIONS] = [
    Question {
        asks: "How much of both names' telling words is common? All of it, then 95, 90, 85, 80, 70, 60, 50 per cent and more, less.",
        points: &[0.18, -0.29, 0.11, 0.24, 0.53, 0.45, -0.27, -0.97, -0.78],
    },
    Question {
        asks: "How telling are the words that only one has? A row for each pair of sides (lesser, greater: none, slight, everyday, telling, rare), a column for each step of the most telling common word (weight under 4.5, 6.5, 8, 9, 10, more).",
        points: &[
            0.90, 0.09, 0.10, 0.49, 0.97, 1.13, -0.22, 0.36, -0.09, -0.07, 0.34, -0.38, 0.74, 0.61, -0.27, -0.84, -0.59, -1.72, -0.31,
            -0.18, 0.39, -0.61, 0.50, -0.07, -0.27, 0.97, -0.47, 0.14, 0.86, 0.27, 0.00, -0.01, -0.03, -0.15, 1.01, -0.03, 0.00, -0.16,
            -0.28, -1.08, 2.60, -0.06, -0.04, -0.14, -0.10, 0.28, 1.25, 0.04, -0.07, -0.31, -0.42, 0.32, 1.79, 0.10, 0.00, -0.15, 1.87,
            0.02, -0.54, -0.01, -0.03, -0.57, -0.30, -1.22, -1.05, 0.02, -0.49, -1.15, -1.13, -0.15, 0.37, 0.23, -0.06, -0.06, 0.46, -0.52,
            0.74, 0.02, -0.99, -0.19, -0.87, -1.01, 0.19, 0.18, -1.06, -0.39, -1.04, -0.23, 0.80, 0.20,
        ],
    },
    Question {
        asks: "How telling is the most telling common word? Weight under 3, 5, 6.5, 7.5, 8.5, 9.25, 10, 11, more.",
        points: &[-0.97, -1.53, -0.68, 0.70, 0.49, 0.63, 0.62, -0.08, 0.00],
    },
    Question {
        asks: "How alike are the letters without spaces? The same, then 95, 90, 85, 75, 60 per cent and more, less; all words in another order.",
        points: &[-0.17, 1.10, 0.89, 0.19, -0.96, -1.50, -2.09, 1.74],
    },
    Question {
        asks: "What do their legal forms say? The same, neither says, one only, different sorts, contradictory.",
        points: &[-0.23, 0.75, -0.43, -0.90, -3.00],
    },
    Question { asks: "Do numbers in them agree? Nothing against it, only one has a number, they differ.", points: &[-0.75, -0.06, -4.00] },
    Question { asks: "Which names were compared? Both their own, one a trading or former name, both such.", points: &[1.56, -0.69, -1.68] },
    Question {
        asks: "How many words are common? 1 of 1 in the shorter, 1 of more, 2 of 2, 2 of more, 3, 4 and more.",
        points: &[-0.26, -1.60, 0.50, -0.09, 0.50, 0.13],
    },
    Question { asks: "Do they begin with the same word? Yes, no.", points: &[0.67, -1.48] },
    Question { asks: "What do postcodes say? Unknown, the same, the same district, different.", points: &[0.00, 1.20, 0.30, -0.40] },
    Question {
        asks: "Do initials agree? Nothing against it, an initial stands for a word, initials differ.",
        points: &[-0.53, -0.28, -3.00],
    },
    Question {
        asks: "Could the shorter be the longer, cut short? No; its length is one at which systems cut; its letters also begin the longer; they do, at another length.",
        points: &[-0.12, 0.18, -0.36, -0.51],
    },
    Question {
        asks: "What are the words that only one has? None; a row for each kind (of a group; of a place; with digits; everyday; one telling; several) and place (before the common words, after, between, in brackets), a column for who states a legal form (neither, the longer, the shorter, both).",
        points: &[
            0.08, 0.15, 0.01, 0.00, 0.02, 0.07, -0.56, 0.88, -0.52, 0.12, 0.03, 0.03, 0.17, 0.21, 0.81, 0.06, 0.86, -1.15, 0.26, -0.11,
            1.45, -0.92, -0.04, -0.19, -1.00, 0.18, -1.01, 0.18, 0.35, -0.59, -0.61, 0.22, -1.78, -0.12, 0.08, 0.02, 0.12, -0.66, -0.72,
            -0.17, 0.29, -0.05, 0.12, 0.31, 0.04, -0.25, -0.39, -0.21, 0.00, 1.73, 0.02, -0.36, 0.54, -0.12, 0.04, 0.78, -0.53, -1.19,
            0.99, -0.75, -0.92, -0.10, -0.25, 0.77, -0.21, -0.47, -0.74, 0.28, -0.44, 0.31, 1.03, 0.90, -0.09, -1.40, -2.36, -0.60, -0.45,
            -0.56, 0.21, 0.12, 0.55, -0.01, 0.38, 1.19, 0.65, 1.19, 0.27, 1.04, -0.02, 1.02, -0.13, -0.27, 0.19, 0.14, -0.96, 2.08, -0.38,
        ],
    },
    Question {
        asks: "How do like words differ? Not, one shortened, more; misspelt in a name's only word (under 5, 8 letters, more); the same with the first letter wrong; misspelt beside other words; the same with the first letter wrong.",
        points: &[0.93, 0.37, 1.52, -1.59, -0.45, -0.12, -1.41, -1.50, -1.36, -0.09, 1.61, 1.22, -0.10, 0.12, 0.03],
    },
    Question {
        asks: "How often were the two written? The same words; one has more words: a row for how often the longer was written (1, 2, 3 or 4, more), a column for how often the shorter; each has words of its own (1 and 1; 1 and 2 or 3; 1 and more; 2 and as many; more); like words differ (the same).",
        points: &[
            0.58, 0.29, 0.63, 0.36, 1.12, 0.33, 0.17, -0.13, -0.72, -0.16, -0.52, -0.35, -0.96, 0.13, 0.36, -0.97, -0.47, -0.10, -0.89,
            0.22, -2.19, -0.64, 0.58, 0.60, 1.72, 0.30, -0.09,
        ],
    },
    Question {
        asks: "How many names have the rarer of the like words that differ most tellingly? None differ; all other words are the same (1, 2, 3 to 5, more); they are not (the same).",
        points: &[0.93, 0.41, 0.76, -0.37, 0.88, -0.31, -0.55, -1.20, -1.36],
    },
];
