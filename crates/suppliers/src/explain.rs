//! Why, in sentences.
//!
//! The rule: a sentence states one thing anyone can check by looking at the two names, and carries
//! the points the model gave for it. Numbers speak before names.

use crate::Comparison;
use crate::against::Against;
use crate::features::marked;
use crate::forms::Form;
use crate::names::Number;
use crate::pairs::{Compared, Verdict};
use crate::points::{MODEL, START};

/// Points of a fact that settles the matter.
const SETTLES: f64 = 10.0;

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

    /// Sentences about the two names, strongest first.
    pub fn sentences(&self) -> Vec<Comparison> {
        let points = |question: usize| f64::from(MODEL[question].points[usize::from(self.verdict.answers[question])]);
        let mut all = vec![(self.summary(), points(0) + points(3) + f64::from(START))];
        all.extend(self.rarest().map(|word| (self.rare_word(word), points(2) + points(7))));
        all.push((self.alone(), points(1)));
        if let Some((first, second, _)) = self.verdict.alignment.unlike {
            all.push((format!("{} is taken for {}.", self.text(first), self.text(second)), points(13)));
        }
        all.push((self.forms(), points(4)));
        all.extend(self.marked_answers().map(|(question, text)| (text.to_string(), points(question))));
        all.extend(self.verdict.against.map(|against: Against| (against.sentence().to_string(), -SETTLES)));
        let told = all.into_iter().filter(|(sentence, _)| !sentence.is_empty());
        let mut comparisons: Vec<Comparison> = told.map(|(sentence, weight)| Comparison { sentence, weight }).collect();
        comparisons.sort_by(|x, y| y.weight.abs().total_cmp(&x.weight.abs()));
        comparisons
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

    /// Answers that deserve a sentence only where they are out of the ordinary.
    fn marked_answers(&self) -> impl Iterator<Item = (usize, &'static str)> {
        const SAID: [(usize, u8, &str); 7] = [
            (5, 1, "Only one has a number in its name."),
            (6, 1, "One is the other's trading or former name."),
            (6, 2, "They share a trading or former name."),
            (9, 1, "They share a postcode."),
            (9, 2, "Their postcodes are in the same district."),
            (9, 3, "Their postcodes differ."),
            (11, 2, "The shorter begins the longer and has a length at which accounting systems cut names."),
        ];
        SAID.into_iter()
            .filter(|(question, answer, _)| self.verdict.answers[*question] == *answer)
            .map(|(question, _, text)| (question, text))
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
            [Form::Unsaid, Form::Unsaid] => String::new(),
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
