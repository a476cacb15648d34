/// Points of any pair before a question is asked.
pub const START: f32 = -0.56;

/// The table.
pub const MODEL: [Question; QUESTIONS] = [
    Question {
        asks: "How much of both names' telling words is common? All of it, then 95, 90, 85, 80, 70, 60, 50 per cent and more, less.",
        points: &[0.73, 0.55, 0.43, 0.12, 0.20, 0.02, -0.36, -1.01, -1.23],
    },
    Question {
        asks: "How telling are the words that only one has? A row for each pair of sides (lesser, greater: none, slight, everyday, telling, rare), a column for each step of the most telling common word (weight under 4.5, 6.5, 8, 9, 10, more).",
        points: &[
            0.06, -0.36, 0.59, 0.91, 0.85, 0.51,
            -0.04, 0.00, -0.02, 0.13, -0.06, -0.04,
            0.03, 0.01, 0.07, -0.51, -0.83, -0.28,
            -0.08, -0.25, 0.13, -0.24, 0.17, -0.01,
            -0.13, 0.30, 0.16, 0.26, 0.80, 0.04,
            0.00, -0.01, 0.10, -0.12, 0.12, -0.01,
            -0.01, -0.05, -0.16, -0.13, 0.16, -0.02,
            -0.01, -0.06, 0.15, -0.02, 0.13, 0.01,
            -0.03, -0.04, 0.18, 0.23, 0.36, 0.02,
            -0.02, 0.00, 0.12, -0.16, -0.20, -0.01,
            -0.08, -0.27, -0.11, -0.40, 0.16, 0.00,
            -0.23, -0.29, -0.38, 0.03, 0.64, 0.01,
            -0.07, -0.13, -0.07, -0.10, -0.06, -0.01,
            -0.47, -0.11, -0.27, -0.18, 0.19, 0.01,
            -1.06, -0.04, -0.56, -0.15, 0.75, 0.01,
        ],
    },
    Question {
        asks: "How telling is the most telling common word? Weight under 3, 5, 6.5, 7.5, 8.5, 9.25, 10, 11, more.",
        points: &[-1.26, -1.81, -0.37, -0.09, 0.45, 0.87, 1.42, 0.28, -0.03],
    },
    Question {
        asks: "How alike are the letters without spaces? The same, then 95, 90, 85, 75, 60 per cent and more, less.",
        points: &[-0.18, 0.48, 1.02, 0.46, -0.39, -0.71, -1.23],
    },
    Question {
        asks: "What do their legal forms say? The same, neither says, one only, different sorts, contradictory.",
        points: &[-0.41, 0.57, -0.34, -0.37, -3.00],
    },
    Question {
        asks: "Do numbers in them agree? Nothing against it, only one has a number, they differ.",
        points: &[-0.49, -0.06, -4.00],
    },
    Question {
        asks: "Which names were compared? Both their own, one a trading or former name, both such.",
        points: &[0.85, -1.27, -0.13],
    },
    Question {
        asks: "How many words are common? 1 of 1 in the shorter, 1 of more, 2 of 2, 2 of more, 3, 4 and more.",
        points: &[-0.57, -1.53, 0.49, 0.15, 0.63, 0.28],
    },
    Question {
        asks: "Do they begin with the same word? Yes, no.",
        points: &[0.48, -1.03],
    },
    Question {
        asks: "What do postcodes say? Unknown, the same, the same district, different.",
        points: &[0.00, 1.20, 0.30, -0.40],
    },
    Question {
        asks: "Do initials agree? Nothing against it, an initial stands for a word, initials differ.",
        points: &[-0.50, -0.05, -3.00],
    },
    Question {
        asks: "Could the shorter be the longer, cut short? No, yes.",
        points: &[-0.25, -0.30],
    },
    Question {
        asks: "What are the extra words of the longer, where neither, the longer, the shorter, both state a legal form? None; of a group (UK, HOLDINGS); of a place; everyday; one telling; several.",
        points: &[-0.16, 0.03, 0.05, 0.08, 0.06, -0.40, -0.24, 0.02, -0.25, -0.20, -0.24, 0.16, -0.60, -0.10, -0.18, 0.02, 0.05, 0.88, -0.07, 0.55, 0.00],
    },
    Question {
        asks: "Where do they stand? Nowhere, before the common words, after, between.",
        points: &[-0.16, 0.12, -0.06, -0.45],
    },
    Question {
        asks: "How do like words differ? Not, one shortened, more; misspelt in a name's only word (under 5, 8 letters, more); the same with the first letter wrong; misspelt beside other words; the same with the first letter wrong.",
        points: &[1.16, -0.43, 0.20, -0.71, -0.40, -0.07, -0.49, -0.31, -0.16, -0.11, 0.52, 0.40, -0.15, -0.01, 0.01],
    },
    Question {
        asks: "In how many spellings was the less written name published (one, two, more)? The same words; one has more words; both have; misspelt.",
        points: &[0.90, -0.03, -0.17, -0.19, -0.90, -1.38, -0.44, 1.60, 0.06, 0.00],
    },
];
