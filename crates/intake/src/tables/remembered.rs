//! Answers remembered by their question, so that a supplier paid ten thousand times is screened once.
//!
//! The rule: memory is bounded whatever the file; when it is full it is emptied and filled again, and the places it gave
//! are of another round. A question that is the one before is not looked up: files are often sorted.

use definitions::{Round, TextPlace};
use rustc_hash::FxHashMap;

/// Questions remembered at most.
const MOST: usize = 100_000;

/// Answers by question.
#[derive(Debug)]
pub(super) struct Remembered<Answer> {
    round: Round,
    places: FxHashMap<Box<str>, u32>,
    answers: Vec<Answer>,
    last: Option<(String, u32)>,
}

impl<Answer> Remembered<Answer> {
    /// Nothing remembered yet.
    pub(super) fn new() -> Remembered<Answer> {
        Remembered { round: Round::begin(), places: FxHashMap::default(), answers: Vec::new(), last: None }
    }

    /// The answer to `question`, worked out the first time, and the place of the question.
    pub(super) fn ask(&mut self, question: &str, work_out: impl FnOnce(&str) -> Answer) -> (&mut Answer, TextPlace) {
        let place = match &self.last {
            Some((last, place)) if *last == *question => *place,
            _ => self.place(question, work_out),
        };
        (&mut self.answers[place as usize], self.round.place(place))
    }

    fn place(&mut self, question: &str, work_out: impl FnOnce(&str) -> Answer) -> u32 {
        let place = match self.places.get(question) {
            Some(place) => *place,
            None => self.new_place(question, work_out),
        };
        let (last, last_place) = self.last.get_or_insert_default();
        last.clear();
        last.push_str(question);
        *last_place = place;
        place
    }

    fn new_place(&mut self, question: &str, work_out: impl FnOnce(&str) -> Answer) -> u32 {
        if self.answers.len() >= MOST {
            self.places.clear();
            self.answers.clear();
            self.round = Round::begin();
        }
        let place = self.answers.len() as u32;
        self.answers.push(work_out(question));
        self.places.insert(question.into(), place);
        place
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_question_is_worked_out_once_until_memory_is_full() {
        let mut worked_out = 0;
        let mut remembered = Remembered::new();
        for round in 0..3 {
            let (answer, _) = remembered.ask("Ash Ltd", |name| {
                worked_out += 1;
                name.len()
            });
            assert_eq!(*answer, 7, "round {round}");
        }
        (0..MOST).for_each(|number| {
            remembered.ask(&number.to_string(), str::len);
        });
        assert!(remembered.answers.len() <= MOST);
        assert_eq!(worked_out, 1);
    }

    #[test]
    fn one_question_has_one_place_and_another_question_another() {
        let mut remembered = Remembered::new();
        let [ash, birch, again] = ["Ash Ltd", "Birch Ltd", "Ash Ltd"].map(|name| remembered.ask(name, str::len).1);
        assert_eq!(ash, again);
        assert_ne!(ash, birch);
    }

    #[test]
    fn a_place_of_before_memory_was_emptied_is_not_a_place_of_after() {
        let mut remembered = Remembered::new();
        let before = remembered.ask("Ash Ltd", str::len).1;
        (0..MOST).for_each(|number| {
            let after = remembered.ask(&number.to_string(), str::len).1;
            assert_ne!(before, after);
        });
    }
}
