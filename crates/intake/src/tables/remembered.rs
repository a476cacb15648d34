//! Answers remembered by their question, so that a supplier paid ten thousand times is screened once.
//!
//! The rule: memory is bounded whatever the file; when it is full it is emptied and filled again.

use rustc_hash::FxHashMap;

/// Questions remembered at most.
const MOST: usize = 100_000;

/// Answers by question.
#[derive(Debug)]
pub(super) struct Remembered<Answer> {
    places: FxHashMap<Box<str>, u32>,
    answers: Vec<Answer>,
}

impl<Answer> Remembered<Answer> {
    /// Nothing remembered yet.
    pub(super) fn new() -> Remembered<Answer> {
        Remembered { places: FxHashMap::default(), answers: Vec::new() }
    }

    /// The answer to `question`, worked out the first time.
    pub(super) fn ask(&mut self, question: &str, work_out: impl FnOnce(&str) -> Answer) -> &Answer {
        let place = match self.places.get(question) {
            Some(place) => *place as usize,
            None => {
                if self.answers.len() >= MOST {
                    self.places.clear();
                    self.answers.clear();
                }
                self.places.insert(question.into(), self.answers.len() as u32);
                self.answers.push(work_out(question));
                self.answers.len() - 1
            }
        };
        &self.answers[place]
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
            assert_eq!(
                *remembered.ask("Ash Ltd", |name| {
                    worked_out += 1;
                    name.len()
                }),
                7,
                "round {round}"
            );
        }
        (0..MOST).for_each(|number| {
            remembered.ask(&number.to_string(), str::len);
        });
        assert!(remembered.answers.len() <= MOST);
        assert_eq!(worked_out, 1);
    }
}
