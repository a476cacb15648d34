//! The table of the model: every question, and the points of each answer.
//!
//! The rule: the points are fitted (`examples/fit.rs` does it) to names whose supplier is known, and
//! read by people; docs/suppliers.md says which names. Four are set by hand: the answers that a fact
//! forbids anyway (contradictory forms, numbers that differ, initials that differ), and postcodes.

use crate::model::{QUESTIONS, Question};

/// Points of any pair before a question is asked.
pub const START: f32 = -0.48;

/// The table.
pub const MODEL: [Question; QUESTIONS] = [
    Question {
        asks: "How much of both names' telling words is common? All of it, then 95, 90, 85, 80, 70, 60, 50 per cent and more, less.",
        points: &[0.54, 0.62, 0.50, 0.18, 0.23, 0.02, -0.33, -1.08, -1.16],
    },
    Question {
        asks: "How telling are the words that only one has? A row for each pair of sides (lesser, greater: none, slight, everyday, telling, rare), a column for each step of the most telling common word (weight under 4.5, 6.5, 8, 9, 10, more).",
        points: &[
            0.06, -0.18, 0.76, 0.93, 0.89, 0.48, -0.04, -0.01, -0.06, 0.09, -0.06, -0.04, 0.03, -0.01, 0.01, -0.47, -0.73, -0.24, -0.07,
            -0.23, 0.09, -0.21, 0.17, -0.01, -0.11, 0.27, 0.14, 0.30, 0.83, 0.04, 0.00, -0.01, 0.09, -0.11, 0.09, -0.01, -0.01, -0.07,
            -0.16, -0.14, 0.13, -0.02, -0.01, -0.06, 0.12, -0.03, 0.10, 0.01, -0.03, -0.04, 0.14, 0.18, 0.30, 0.01, -0.02, 0.00, 0.07,
            -0.17, -0.20, -0.01, -0.08, -0.23, -0.11, -0.35, 0.13, 0.00, -0.22, -0.29, -0.37, 0.03, 0.55, 0.01, -0.07, -0.11, -0.06, -0.09,
            -0.06, -0.01, -0.45, -0.12, -0.26, -0.16, 0.14, 0.00, -1.04, -0.01, -0.53, -0.13, 0.67, 0.01,
        ],
    },
    Question {
        asks: "How telling is the most telling common word? Weight under 3, 5, 6.5, 7.5, 8.5, 9.25, 10, 11, more.",
        points: &[-1.22, -1.69, -0.26, -0.14, 0.41, 0.77, 1.43, 0.25, -0.02],
    },
    Question {
        asks: "How alike are the letters without spaces? The same, then 95, 90, 85, 75, 60 per cent and more, less; all words in another order.",
        points: &[0.11, 0.54, 1.03, 0.41, -0.69, -1.07, -1.66, 0.85],
    },
    Question {
        asks: "What do their legal forms say? The same, neither says, one only, different sorts, contradictory.",
        points: &[-0.40, 0.49, -0.25, -0.31, -3.00],
    },
    Question { asks: "Do numbers in them agree? Nothing against it, only one has a number, they differ.", points: &[-0.47, -0.01, -4.00] },
    Question { asks: "Which names were compared? Both their own, one a trading or former name, both such.", points: &[0.79, -1.14, -0.13] },
    Question {
        asks: "How many words are common? 1 of 1 in the shorter, 1 of more, 2 of 2, 2 of more, 3, 4 and more.",
        points: &[-0.39, -1.54, 0.66, 0.05, 0.52, 0.22],
    },
    Question { asks: "Do they begin with the same word? Yes, no.", points: &[0.59, -1.07] },
    Question { asks: "What do postcodes say? Unknown, the same, the same district, different.", points: &[0.00, 1.20, 0.30, -0.40] },
    Question {
        asks: "Do initials agree? Nothing against it, an initial stands for a word, initials differ.",
        points: &[-0.50, 0.03, -3.00],
    },
    Question { asks: "Could the shorter be the longer, cut short? No, yes.", points: &[-0.21, -0.26] },
    Question {
        asks: "What are the extra words of the longer, where neither, the longer, the shorter, both state a legal form? None; of a group (UK, HOLDINGS); of a place; everyday; one telling; several.",
        points: &[
            -0.15, 0.01, 0.03, 0.06, 0.02, -0.36, -0.21, 0.01, -0.22, -0.20, -0.24, 0.13, -0.57, -0.08, -0.18, 0.00, 0.03, 0.94, -0.06,
            0.51, 0.05,
        ],
    },
    Question {
        asks: "Where do they stand? Nowhere, before the common words, after, between, in brackets.",
        points: &[-0.15, 0.14, 0.13, -0.36, -0.24],
    },
    Question {
        asks: "How do like words differ? Not, one shortened, more; misspelt in a name's only word (under 5, 8 letters, more); the same with the first letter wrong; misspelt beside other words; the same with the first letter wrong.",
        points: &[0.95, -0.42, 0.18, -0.63, -0.36, -0.05, -0.44, -0.30, -0.14, -0.07, 0.50, 0.41, -0.12, -0.02, 0.01],
    },
    Question {
        asks: "In how many spellings were the two published (1 and 1; 1 and 2 or 3; 1 and more; 2 and as many; more)? The same words; one has more words; both have; misspelt.",
        points: &[0.66, -0.02, -0.02, -0.03, -0.09, -0.16, -0.44, -1.26, -0.33, -0.83, -0.23, 0.96, 0.59, 0.68, 0.04, 0.00],
    },
];
