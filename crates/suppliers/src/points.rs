//! The table of the model: every question, and the points of each answer.
//!
//! The rule: the points are fitted (`examples/fit.rs` does it) to names whose supplier is known, and
//! read by people; docs/suppliers.md says which names. Five are set by hand: the answers that a fact
//! forbids anyway (contradictory forms, numbers that differ, initials that differ), postcodes, and how long the list is.

use crate::model::{QUESTIONS, Question};

/// Points of any pair before a question is asked, taken to be the usual: answers that say nothing out of the ordinary have none of their own.
pub const START: f32 = -0.91;

/// The table. Where a question speaks of rows, its points stand in rows.
#[rustfmt::skip]
pub const MODEL: [Question; QUESTIONS] = [
    Question {
        asks: "How much of both names' telling words is common? All of it, then 95, 90, 85, 80, 70, 60, 50 per cent and more, less.",
        points: &[-0.33, 0.73, 0.55, 0.13, 0.62, 0.31, -0.27, -1.04, -1.05],
    },
    Question {
        asks: "How telling are the words that only one has? A row for each pair of sides (lesser, greater: none, slight, everyday, telling, rare), a column for each step of the most telling common word (weight under 4.5, 6.5, 8, 9, 10, more).",
        points: &[
              0.82,   0.59,   0.78,   1.04,   1.26,   0.73,
             -0.05,  -0.19,   0.45,  -0.35,   0.80,  -0.79,
             -0.22,  -1.13,  -0.03,  -0.74,  -0.05,  -1.93,
             -0.34,   0.14,   0.40,  -0.40,   0.13,   0.17,
             -0.53,   0.88,   0.40,   0.25,   1.30,   0.79,
              0.00,  -0.03,  -0.11,  -0.15,   0.83,  -0.10,
             -0.01,  -0.13,  -0.43,  -2.21,   2.23,  -0.27,
             -0.01,  -0.21,  -0.41,  -1.67,   0.12,   0.12,
             -0.11,  -0.33,  -0.84,   0.58,   1.79,   0.38,
             -0.01,  -0.08,   1.23,  -0.49,  -0.69,  -0.10,
             -0.06,  -0.65,  -1.33,   0.60,  -0.28,   0.08,
             -0.38,   0.13,  -0.60,  -0.50,   0.02,   0.73,
             -0.35,  -0.64,  -0.28,  -0.70,   1.27,   0.18,
             -0.31,   0.35,  -0.14,  -0.44,  -0.25,   0.22,
             -0.37,   0.37,  -1.33,  -0.41,   1.17,   0.47,
        ],
    },
    Question {
        asks: "How telling is the most telling common word? Weight under 3, 5, 6.5, 7.5, 8.5, 9.25, 10, 11, more.",
        points: &[-0.78, -1.68, -0.40, 0.02, 0.73, 0.77, 0.32, 0.66, 0.00],
    },
    Question {
        asks: "How alike are the letters without spaces? The same, then 95, 90, 85, 75, 60 per cent and more, less; all words in another order.",
        points: &[-0.15, 0.85, 1.22, 0.38, -0.97, -1.32, -1.74, 1.38],
    },
    Question {
        asks: "What do their legal forms say? The same, neither says, one only, different sorts, contradictory.",
        points: &[-0.24, 0.94, -0.55, -0.50, -3.00],
    },
    Question {
        asks: "Do numbers in them agree? Nothing against it, only one has a number, they differ.",
        points: &[0.00, 0.83, -3.41],
    },
    Question {
        asks: "Which names were compared? Both their own, one a trading or former name, both such.",
        points: &[0.00, -2.45, -5.60],
    },
    Question {
        asks: "How many words are common? 1 of 1 in the shorter, 1 of more, 2 of 2, 2 of more, 3, 4 and more.",
        points: &[-0.46, -1.50, 0.74, 0.10, 0.61, 0.17],
    },
    Question {
        asks: "Do they begin with the same word? Yes, no.",
        points: &[0.92, -1.26],
    },
    Question {
        asks: "What do postcodes say? Unknown, the same, the same district, different.",
        points: &[0.00, 1.20, 0.30, -0.40],
    },
    Question {
        asks: "Do initials agree? Nothing against it, an initial stands for a word, initials differ.",
        points: &[0.00, -0.33, -2.99],
    },
    Question {
        asks: "Could the shorter be the longer, cut short? No; its length is one at which systems cut; its letters also begin the longer; they do, at another length.",
        points: &[0.00, 0.45, 0.26, -0.30],
    },
    Question {
        asks: "What are the words that only one has? None; a row for each kind (of a group; of a place; with digits; everyday; one telling; several) and place (before the common words, after, between, in brackets), a column for who states a legal form (neither, the longer, the shorter, both).",
        points: &[
              0.69,
             -0.05,   0.96,  -0.01,   0.17,
             -0.48,  -0.16,   0.95,  -0.65,
              0.36,   0.09,   0.07,  -0.28,
              0.59,   0.29,   0.23,  -0.47,
             -1.75,  -0.62,  -0.18,   0.33,
             -0.22,  -0.15,   0.11,  -1.68,
              0.70,  -1.22,   0.00,  -0.68,
             -0.38,  -0.20,   0.15,  -2.84,
             -0.20,   0.73,   0.05,   0.86,
             -0.57,  -2.21,  -0.77,  -0.04,
             -0.04,  -0.14,   0.00,   0.03,
             -1.42,  -1.81,  -0.26,   0.00,
              2.00,   0.01,   1.97,  -0.24,
              0.37,   0.30,   1.38,  -0.45,
              0.88,   0.46,  -0.45,  -0.61,
              2.48,  -0.97,  -0.08,  -0.44,
             -0.10,  -0.12,   0.60,   0.79,
             -0.19,   0.56,   0.30,  -0.94,
              0.08,  -2.63,  -0.10,   0.53,
             -0.94,  -0.39,   0.68,  -1.43,
             -0.61,   1.00,   2.06,   2.03,
              1.23,   0.90,   1.45,  -0.34,
              0.94,   2.22,   0.19,   0.27,
             -2.16,  -2.03,   1.47,  -0.17,
        ],
    },
    Question {
        asks: "How do like words differ? Not, one shortened, more; misspelt in a name's only word (under 5, 8 letters, more); the same with the first letter wrong; misspelt beside other words; the same with the first letter wrong.",
        points: &[0.00, -0.25, 0.93, -1.85, -1.26, -0.40, -2.47, -3.72, -1.88, -0.61, -0.31, 0.38, -0.89, -0.71, -1.55],
    },
    Question {
        asks: "How often were the two written? The same words; one has more words: a row for how often the longer was written (1, 2, 3 or 4, 5 to 9, more), a column for how often the shorter; each has words of its own: a row for the less and a column for the more written; like words differ: the same.",
        points: &[
              1.34,
              0.53,   0.46,   0.64,  -0.12,   2.72,
              0.19,   0.20,   0.01,  -2.10,  -1.04,
              0.12,   0.43,  -2.47,  -2.44,   0.42,
              0.15,   0.47,   0.01,  -1.73,   0.14,
              1.66,   1.23,  -0.52,  -0.01,   0.00,
              0.01,  -0.90,  -0.75,   0.18,   1.26,
              0.00,  -1.14,  -2.84,  -1.45,   1.33,
              0.00,   0.00,  -1.20,  -1.49,  -0.55,
              0.00,   0.00,   0.00,   0.55,  -0.16,
              0.00,   0.00,   0.00,   0.00,   2.62,
              0.59,   0.42,  -0.41,   1.73,   1.24,
              0.00,  -0.51,   0.77,   0.18,   0.28,
              0.00,   0.00,  -0.21,  -0.30,   0.08,
              0.00,   0.00,   0.00,   0.00,   0.02,
              0.00,   0.00,   0.00,   0.00,   0.00,
        ],
    },
    Question {
        asks: "How many names have the rarer of the like words that differ most tellingly? None differ; all other words are the same (1, 2, 3 to 5, more); they are not (the same).",
        points: &[0.00, -0.30, -1.00, -1.67, -0.48, -0.47, -1.61, -2.12, -1.25],
    },
    Question {
        asks: "Is one the initials of the other? No; a row for how many letters (3, 4, more), a column for how many longer names have these initials (1, 2 or 3, more).",
        points: &[
             0.00,
              4.80,   4.36,  3.57,
              6.10,   4.31,   4.22,
              4.87,   4.85,   4.28,
        ],
    },
    Question {
        asks: "How many different names are in the list? Under 50,000, under 400,000, more: the longer the list, the more strangers look alike.",
        points: &[0.00, -0.10, -0.70],
    },
];
