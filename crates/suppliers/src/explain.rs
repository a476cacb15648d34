//! Why, in sentences.
//!
//! The rule: a sentence states one thing anyone can check by looking at the two names, and carries
//! the points the model gave for it. Numbers speak before names.

use definitions::thousands;

use crate::Comparison;
use crate::features::marked;
use crate::forms::Form;
use crate::names::Number;
use crate::pairs::{Compared, Verdict};
use crate::points::MODEL;

/// Points shown for a fact that settles the matter.
const SETTLES: f64 = 10.0;

/// Questions whose answers are told in one fixed sentence each; the last stands for all further answers.
const SAID: [(usize, &[&str]); 7] = [
    (5, &["Nothing in their numbers speaks against it.", "Only one has a number in its name.", "The numbers in them differ."]),
    (
        6,
        &[
            "Both are compared by their own names.",
            "One is compared by its trading or former name.",
            "Both are compared by a trading or former name.",
        ],
    ),
    (8, &["They begin with the same word.", "They begin with different words."]),
    (9, &["One has no postcode.", "They share a postcode.", "Their postcodes are in the same district.", "Their postcodes differ."]),
    (10, &["No initials differ.", "An initial stands for a word.", "The initials differ."]),
    (
        11,
        &[
            "Neither looks like the other cut short.",
            "The shorter has a length at which accounting systems cut names, but other letters.",
            "The shorter begins the longer and has a length at which accounting systems cut names.",
            "The shorter begins the longer.",
        ],
    ),
    (16, &["Neither is the initials of the other.", "One is the initials of the other."]),
];

/// The sentence for a number both carry.
pub fn number_in_common(number: &Number) -> Comparison {
    Comparison { sentence: format!("Both carry {}.", number.written()), weight: SETTLES }
}

/// One pair of names to be told about.
pub struct Told<'a> {
    compared: &'a Compared,
    names: [u32; 2],
    verdict: Verdict,
}

impl<'a> Told<'a> {
    /// Compares the two names to tell of them.
    pub fn of(compared: &'a Compared, a: u32, b: u32) -> Told<'a> {
        Told { compared, names: [a.min(b), a.max(b)], verdict: compared.verdict(a, b) }
    }

    /// What came out.
    pub fn verdict(&self) -> &Verdict {
        &self.verdict
    }

    /// Every comparison in a sentence with the points the model gave for it, strongest first. The points of all, with those any
    /// pair starts with, are the logarithm of the odds that the two are one.
    pub fn sentences(&self) -> Vec<Comparison> {
        let mut all = vec![
            (self.summary(), self.points(&[0, 3])),
            (
                self.rarest().map_or_else(|| "They have no telling word in common.".to_string(), |word| self.rare_word(word)),
                self.points(&[2, 7]),
            ),
            (self.alone(), self.points(&[1, 12])),
            (self.unlike(), self.points(&[13, 15])),
            (self.forms(), self.points(&[4])),
            (self.times_written(), self.points(&[14])),
            (self.length_of_list(), self.points(&[17])),
        ];
        all.extend(SAID.iter().map(|(question, said)| (self.answer_in_words(*question, said), self.points(&[*question]))));
        let mut comparisons: Vec<Comparison> =
            all.into_iter().filter(|(_, weight)| weight.abs() >= 0.005).map(|(sentence, weight)| Comparison { sentence, weight }).collect();
        comparisons.sort_by(|x, y| y.weight.abs().total_cmp(&x.weight.abs()));
        comparisons
    }

    fn points(&self, questions: &[usize]) -> f64 {
        questions.iter().map(|question| f64::from(MODEL[*question].points[usize::from(self.verdict.answers[*question])])).sum()
    }

    fn answer_in_words(&self, question: usize, said: &[&str]) -> String {
        let answer = usize::from(self.verdict.answers[question]);
        said[answer.min(said.len() - 1)].to_string()
    }

    fn unlike(&self) -> String {
        match self.verdict.alignment.unlike {
            Some((first, second, _)) => format!("{} is taken for {}.", self.text(first), self.text(second)),
            None => "No word is taken for another, misspelt or shortened.".to_string(),
        }
    }

    fn times_written(&self) -> String {
        let spellings = self.names.map(|name| self.compared.facts(name).spellings);
        let times = |count: u32| if count == 1 { "one spelling".to_string() } else { format!("{count} spellings") };
        format!("The first is published in {}, the second in {}.", times(spellings[0]), times(spellings[1]))
    }

    fn length_of_list(&self) -> String {
        let names = thousands(u64::from(self.compared.vocabulary.names));
        format!("The list has {names} different names: the longer it is, the more strangers look alike.")
    }

    /// One sentence for a link between the two.
    pub fn in_one_sentence(&self) -> String {
        let mut sentence = self.summary();
        if let Some(word) = self.rarest().filter(|_| self.main(0) != self.main(1)) {
            sentence.pop();
            sentence.push_str(": the word ");
            sentence.push_str(&self.rare_word(word)["The word ".len()..]);
        }
        sentence
    }

    fn summary(&self) -> String {
        let alignment = &self.verdict.alignment;
        if self.main(0) == self.main(1) {
            return format!("Both names reduce to {} once legal forms are set aside.", self.main(0));
        }
        if self.verdict.answers[6] > 0 {
            return "The trading or former name of one is the name of the other.".to_string();
        }
        if self.verdict.answers[16] > 0 {
            return "One name is the initials of the other.".to_string();
        }
        if alignment.letters >= 1.0 {
            return "The names have the same letters; only the spaces differ.".to_string();
        }
        match alignment.lonely {
            [0, 0] if alignment.unlike.is_some() => "The names differ in spelling only.".to_string(),
            [0, 0] => "The names have the same words in another order.".to_string(),
            [extra, 0] => format!("One name is the other and {}.", self.listed(0, extra)),
            [0, extra] => format!("One name is the other and {}.", self.listed(1, extra)),
            _ => format!("The names share {}.", self.listed(0, alignment.same)),
        }
    }

    fn alone(&self) -> String {
        match self.verdict.alignment.lonely {
            [0, 0] => "Neither has a word the other lacks.".to_string(),
            [first, 0] => format!("Only the first has {}.", self.listed(0, first)),
            [0, second] => format!("Only the second has {}.", self.listed(1, second)),
            [first, second] => format!("Only the first has {}, only the second {}.", self.listed(0, first), self.listed(1, second)),
        }
    }

    fn forms(&self) -> String {
        match self.names.map(|name| self.compared.facts(name).form) {
            [Form::Unsaid, Form::Unsaid] => "Neither states a legal form.".to_string(),
            [first, second] if first == second => format!("Both are {}.", first.written()),
            [first, second] => format!("One says {}, the other {}.", first.written(), second.written()),
        }
    }

    fn rarest(&self) -> Option<u32> {
        self.verdict.alignment.rarest_shared.map(|(word, _)| word)
    }

    fn rare_word(&self, word: u32) -> String {
        match (self.text(word), self.compared.vocabulary.known(word).names_with) {
            (text, 1) => format!("The word {text} is in no other name."),
            (text, count) => format!("The word {text} is in {count} of the names."),
        }
    }

    fn main(&self, side: usize) -> &str {
        &self.compared.names[self.names[side] as usize].normal.main.text
    }

    fn text(&self, word: u32) -> &str {
        self.compared.vocabulary.text(word)
    }

    fn listed(&self, side: usize, marks: u32) -> String {
        let words = self.compared.wordings.words(self.verdict.wordings[side]);
        let texts: Vec<&str> = marked(words, marks).map(|word| self.text(word)).collect();
        match texts.split_last() {
            None => "no telling word".to_string(),
            Some((last, [])) => (*last).to_string(),
            Some((last, rest)) => format!("{} and {last}", rest.join(", ")),
        }
    }
}
