//! Answers remembered by their question, so that a supplier paid ten thousand times is screened once.
//!
//! The rule: memory is bounded whatever the file; when it is full it is emptied and filled again.

use rustc_hash::FxHashMap;

/// Questions remembered at most.
const MOST: usize = 100_000;

/// Answers by question.
#[derive(Debug)]
pub(super) struct Remembered<Answer> {
    answers: FxHashMap<Box<str>, Answer>,
}

impl<Answer> Remembered<Answer> {
    /// Nothing remembered yet.
    pub(super) fn new() -> Remembered<Answer> {
        Remembered { answers: FxHashMap::default() }
    }

    /// The answer to `question`, worked out the first time.
    pub(super) fn ask(&mut self, question: &str, work_out: impl FnOnce(&str) -> Answer) -> &Answer {
        if !self.answers.contains_key(question) {
            if self.answers.len() >= MOST {
                self.answers.clear();
            }
            self.answers.insert(question.into(), work_out(question));
        }
        &self.answers[question]
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
