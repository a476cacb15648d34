//! Who was paid, asked once for each way of writing it.
//!
//! The rule: the answer is the same as if every row were asked; only the asking is saved.

use super::remembered::Remembered;
use crate::values::payee::payee;
use crate::{Payee, Redaction};

/// What was answered for one supplier's cell beside its category, purpose and service.
#[derive(Clone, Debug)]
enum Answer {
    /// The name stands in the cell as it is to be given.
    AsWritten,
    /// A name that a code was taken out of, or whose blanks were mended.
    Name(Box<str>, bool),
    Redacted(Redaction),
    PrivatePerson,
    Missing,
}

/// Answers so far.
pub(super) struct PayeeScreen {
    answers: Remembered<Answer>,
    question: String,
}

/// The payee, and whether a code was taken out of the name.
pub(super) struct Screened<'a> {
    pub(super) payee: Payee<'a>,
    pub(super) had_code: bool,
}

impl PayeeScreen {
    pub(super) fn new() -> PayeeScreen {
        PayeeScreen { answers: Remembered::new(), question: String::new() }
    }

    /// Screens one cell. `context` is the row's category, purpose and service.
    pub(super) fn screen<'a>(&'a mut self, text: Option<&'a str>, is_marked: bool, context: &[&str]) -> Screened<'a> {
        let PayeeScreen { answers, question } = self;
        question.clear();
        question.push(if is_marked { 'R' } else { ' ' });
        question.push_str(text.unwrap_or(""));
        for words in context {
            question.push('\u{1f}');
            question.push_str(words);
        }
        let answer = answers.ask(question, |_| answer(text, is_marked, context));
        let screened = |payee, had_code| Screened { payee, had_code };
        match answer {
            Answer::AsWritten => screened(text.map_or(Payee::Missing, Payee::Supplier), false),
            Answer::Name(name, had_code) => screened(Payee::Supplier(name), *had_code),
            Answer::Redacted(reason) => screened(Payee::Redacted(*reason), false),
            Answer::PrivatePerson => screened(Payee::PrivatePerson, false),
            Answer::Missing => screened(Payee::Missing, false),
        }
    }
}

fn answer(text: Option<&str>, is_marked: bool, context: &[&str]) -> Answer {
    let mut buffer = String::new();
    let (payee, had_code) = payee(text, is_marked, context, &mut buffer);
    match payee {
        Payee::Supplier(name) if !had_code && text == Some(name) => Answer::AsWritten,
        Payee::Supplier(name) => Answer::Name(name.into(), had_code),
        Payee::Redacted(reason) => Answer::Redacted(reason),
        Payee::PrivatePerson => Answer::PrivatePerson,
        Payee::Missing => Answer::Missing,
    }
}
