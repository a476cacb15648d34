//! The table of the model: every question, and the points of each answer.
//!
//! The rule: the points are fitted (`examples/fit.rs` does it) to names whose supplier is known, and
//! read by people; docs/suppliers.md says which names. Four are set by hand: the answers that a fact
//! forbids anyway (contradictory forms, numbers that differ, initials that differ), and postcodes.

use crate::model::{QUESTIONS, Question};

/// Points of any pair before a question is asked.
pub const START: f32 = -1.03;

/// The table.
pub const MODEL: [Question; QUESTIONS] = [
    Question {
        asks: "How much of both names' telling words is common? All of it, then 95, 90, 85, 80, 70, 60, 50 per cent and more, less.",
        points: &[0.12, -0.47, 0.02, 0.23, 0.57, 0.46, -0.17, -0.83, -0.72],
    },
    Question {
        asks: "How telling are the words that only one has? A row for each pair of sides (lesser, greater: none, slight, everyday, telling, rare), a column for each step of the most telling common word (weight under 4.5, 6.5, 8, 9, 10, more).",
        points: &[1.18, -0.03, 0.18, 0.43, 0.87, 1.03, -0.26, 0.53, -0.21, -0.10, 0.33, -0.40, 0.88, 0.52, 0.02, -0.92, -0.56, -1.80, -0.39, -0.19, 0.42, -0.56, 0.46, 0.03, -0.32, 1.09, -0.66, 0.03, 0.78, 0.34, 0.00, -0.01, -0.03, -0.22, 1.32, -0.04, 0.00, -0.20, -0.36, -1.47, 2.86, -0.09, -0.05, -0.18, 0.02, 0.38, 1.52, 0.04, -0.09, -0.33, -0.48, 0.24, 1.70, 0.12, 0.00, -0.21, 2.51, 0.02, -0.70, -0.02, -0.03, -0.70, -0.27, -1.16, -1.34, 0.04, -0.60, -0.96, -0.99, -0.16, 0.33, 0.30, -0.08, -0.08, 0.67, -0.70, 0.97, 0.02, -1.19, -0.19, -0.94, -0.98, 0.11, 0.24, -1.00, -0.33, -1.59, -0.35, 0.95, 0.26],
    },
    Question {
        asks: "How telling is the most telling common word? Weight under 3, 5, 6.5, 7.5, 8.5, 9.25, 10, 11, more.",
        points: &[-0.77, -1.72, -0.75, 0.47, 0.54, 0.69, 0.65, 0.11, 0.00],
    },
    Question {
        asks: "How alike are the letters without spaces? The same, then 95, 90, 85, 75, 60 per cent and more, less; all words in another order.",
        points: &[-0.02, 1.35, 0.87, 0.18, -0.96, -1.53, -2.14, 1.47],
    },
    Question {
        asks: "What do their legal forms say? The same, neither says, one only, different sorts, contradictory.",
        points: &[-0.17, 0.75, -0.39, -1.00, -3.00],
    },
    Question {
        asks: "Do numbers in them agree? Nothing against it, only one has a number, they differ.",
        points: &[-0.79, -0.01, -4.00],
    },
    Question {
        asks: "Which names were compared? Both their own, one a trading or former name, both such.",
        points: &[1.61, -0.42, -1.99],
    },
    Question {
        asks: "How many words are common? 1 of 1 in the shorter, 1 of more, 2 of 2, 2 of more, 3, 4 and more.",
        points: &[-0.41, -1.71, 0.53, -0.03, 0.58, 0.23],
    },
    Question {
        asks: "Do they begin with the same word? Yes, no.",
        points: &[0.62, -1.42],
    },
    Question {
        asks: "What do postcodes say? Unknown, the same, the same district, different.",
        points: &[0.00, 1.20, 0.30, -0.40],
    },
    Question {
        asks: "Do initials agree? Nothing against it, an initial stands for a word, initials differ.",
        points: &[-0.46, -0.33, -3.00],
    },
    Question {
        asks: "Could the shorter be the longer, cut short? No; its length is one at which systems cut; its letters also begin the longer; they do, at another length.",
        points: &[-0.13, 0.24, -0.43, -0.48],
    },
    Question {
        asks: "What are the words that only one has? None; a row for each kind (of a group; of a place; with digits; everyday; one telling; several) and place (before the common words, after, between, in brackets), a column for who states a legal form (neither, the longer, the shorter, both).",
        points: &[0.15, 0.20, 0.01, 0.00, 0.03, 0.17, -0.55, 1.09, -0.61, 0.16, 0.04, 0.04, 0.19, 0.31, 1.07, 0.09, 1.06, -1.46, 0.32, -0.14, 1.69, -1.12, -0.01, -0.03, -1.03, 0.22, -1.39, 0.24, 0.50, -0.53, -0.55, 0.31, -1.94, -0.16, 0.14, 0.03, 0.19, -1.30, -0.88, -0.32, 0.43, -0.06, 0.12, 0.47, 0.05, 0.00, -0.05, 0.00, 0.00, 1.62, 0.02, -0.56, 0.50, -0.04, 0.00, 0.91, -0.51, -1.16, 1.16, -0.98, -1.02, -0.09, -0.32, 1.05, -0.25, -0.43, -0.98, 0.21, -0.40, 0.27, 1.01, 0.74, 0.07, -1.34, -2.92, -0.76, -0.55, -0.58, 0.27, 0.11, 0.63, 0.03, 0.53, 1.43, 0.86, 1.09, 0.14, 0.86, 0.01, 0.85, -0.10, -0.47, 0.28, 0.19, -1.37, 2.55, -0.54],
    },
    Question {
        asks: "How do like words differ? Not, one shortened, more; misspelt in a name's only word (under 5, 8 letters, more); the same with the first letter wrong; misspelt beside other words; the same with the first letter wrong.",
        points: &[0.89, 0.43, 1.77, -1.67, -0.33, -0.01, -1.54, -1.69, -1.66, 0.01, 1.46, 1.20, 0.01, 0.28, 0.06],
    },
    Question {
        asks: "How often were the two written? The same words; one has more words: a row for how often the longer was written (1, 2, 3 or 4, more), a column for how often the shorter; each has words of its own (1 and 1; 1 and 2 or 3; 1 and more; 2 and as many; more); like words differ (the same).",
        points: &[0.49, 0.35, 0.65, 0.24, 0.65, 0.34, 0.27, -0.10, -0.59, -0.03, -0.45, -0.27, -1.13, 0.19, 0.50, -1.08, -0.51, -0.16, -0.95, 0.40, -2.15, -0.66, 0.63, 0.55, 1.69, 0.41, -0.11],
    },
    Question {
        asks: "How many names have the rarer of the like words that differ most tellingly? None differ; all other words are the same (1, 2, 3 to 5, more); they are not (the same).",
        points: &[0.89, 0.34, 0.84, -0.41, 0.89, -0.24, -0.55, -1.17, -1.38],
    },
];
