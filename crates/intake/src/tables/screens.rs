//! Names and purposes that may be a private person's, asked once for each way of writing them.
//!
//! The rule: the answer is the same as if every row were asked; only the asking is saved. A row's context matters to
//! a name only by whether it is a private one (fostering, refunds), so a name is asked at most twice, and where both
//! answers are one the context need not be looked at again.

use super::remembered::Remembered;
use crate::values::payee::payee;
use crate::values::persons::{is_private_context, purpose_may_name_person};
use crate::{Payee, Redaction};

/// A context that is private, to ask what a name would be in one.
const PRIVATE: &[&str] = &["foster"];

/// What was answered for one supplier's cell.
#[derive(Clone, Debug, PartialEq)]
enum Answer {
    /// The name stands in the cell as it is to be given.
    AsWritten,
    /// A name that a code was taken out of, or whose blanks were mended.
    Name(Box<str>, bool),
    Redacted(Redaction),
    PrivatePerson,
    Missing,
}

/// In any context, and in a private one where that is another.
#[derive(Debug)]
struct Answers {
    plain: Answer,
    in_private: Option<Answer>,
}

/// Who was paid, and whether a code was taken out of the name.
pub(super) struct Screened<'a> {
    pub(super) payee: Payee<'a>,
    pub(super) had_code: bool,
}

/// Answers about suppliers so far.
pub(super) struct PayeeScreen {
    answers: Remembered<Answers>,
    question: String,
}

impl PayeeScreen {
    /// Nothing asked yet.
    pub(super) fn new() -> PayeeScreen {
        PayeeScreen { answers: Remembered::new(), question: String::new() }
    }

    /// Screens one cell. `context` is the row's category, purpose and service.
    pub(super) fn screen<'a>(&'a mut self, text: Option<&'a str>, is_marked: bool, context: &[&str]) -> Screened<'a> {
        let PayeeScreen { answers, question } = self;
        question.clear();
        question.push(if is_marked { 'R' } else { ' ' });
        question.push_str(text.unwrap_or(""));
        let answers = answers.ask(question, |_| {
            let (plain, in_private) = (answer(text, is_marked, &[]), answer(text, is_marked, PRIVATE));
            Answers { in_private: Some(in_private).filter(|private| *private != plain), plain }
        });
        let answer = match &answers.in_private {
            Some(in_private) if is_private_context(context) => in_private,
            _ => &answers.plain,
        };
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

/// Answers about purposes, categories and services so far.
pub(super) struct PurposeScreen {
    private: Remembered<bool>,
    answers: [Remembered<bool>; 2],
}

impl PurposeScreen {
    /// Nothing asked yet.
    pub(super) fn new() -> PurposeScreen {
        PurposeScreen { private: Remembered::new(), answers: [Remembered::new(), Remembered::new()] }
    }

    /// True where `purpose` may name a person. `context` is the row's category and service.
    pub(super) fn may_name_person(&mut self, purpose: &str, context: &[&str]) -> bool {
        let is_private = context.iter().any(|text| *self.private.ask(text, |text| is_private_context(&[text])));
        let context = if is_private { PRIVATE } else { &[] };
        *self.answers[usize::from(is_private)].ask(purpose, |purpose| purpose_may_name_person(purpose, context))
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn names() -> impl Strategy<Value = &'static str> {
        prop::sample::select(vec![
            "Ash Ltd",
            "Susan Ashdale",
            "ASHDALE SUSAN",
            "JA BIRCHLEY",
            "REDACTED",
            "Cedar Ltd#2",
            "Mr D Elm",
            "",
            "Various",
            "Mark  Example",
            "T Fir",
            "Grace Hall",
            "Rose Cottage Nursery",
            "03529700 : Ash Ltd",
        ])
    }

    fn contexts() -> impl Strategy<Value = &'static str> {
        prop::sample::select(vec![
            "Roads",
            "Foster care allowances",
            "Refund of overpaid council tax",
            "Direct payments",
            "",
            "Miss A Ashdale",
            "Visit to Susan",
        ])
    }

    proptest! {
        #[test]
        fn a_remembered_answer_is_the_answer(rows in prop::collection::vec((names(), any::<bool>(), contexts(), contexts(), contexts()), 1..30)) {
            let (mut payees, mut purposes) = (PayeeScreen::new(), PurposeScreen::new());
            for (name, is_marked, category, purpose, service) in rows {
                let text = Some(name).filter(|name| !name.is_empty());
                let mut buffer = String::new();
                let asked = payee(text, is_marked, &[category, purpose, service], &mut buffer);
                let screened = payees.screen(text, is_marked, &[category, purpose, service]);
                prop_assert_eq!((screened.payee, screened.had_code), asked);
                let may_name = purposes.may_name_person(purpose, &[category, service]);
                prop_assert_eq!(may_name, purpose_may_name_person(purpose, &[category, service]));
            }
        }
    }
}
