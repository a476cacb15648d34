//! Names and purposes that may be a private person's, asked once for each way of writing them.
//!
//! The rule: the answer is the same as if every row were asked; only the asking is saved. A row's context matters to
//! a name only by whether it is a private one (fostering, refunds), so a name is asked at most twice, and where both
//! answers are one the context need not be looked at again.

use definitions::TextPlace;

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
    /// Of the name, where it is one whatever the context.
    pub(super) place: TextPlace,
}

/// Answers about suppliers so far, of rows that are not marked as redacted and of those that are.
pub(super) struct PayeeScreen {
    answers: [Remembered<Answers>; 2],
}

impl PayeeScreen {
    /// Nothing asked yet.
    pub(super) fn new() -> PayeeScreen {
        PayeeScreen { answers: [Remembered::new(), Remembered::new()] }
    }

    /// Screens one cell. `context` is the row's category, purpose and service.
    pub(super) fn screen<'a>(&'a mut self, text: Option<&'a str>, is_marked: bool, context: &[&str]) -> Screened<'a> {
        let (answers, place) = self.answers[usize::from(is_marked)].ask(text.unwrap_or(""), |_| {
            let (plain, in_private) = (answer(text, is_marked, &[]), answer(text, is_marked, PRIVATE));
            Answers { in_private: Some(in_private).filter(|private| *private != plain), plain }
        });
        let answer = match &answers.in_private {
            Some(in_private) if is_private_context(context) => in_private,
            _ => &answers.plain,
        };
        // A name that depends on the context is not one text to who remembers by place.
        let place = if answers.in_private.is_none() { place } else { TextPlace::default() };
        let screened = |payee, had_code| Screened { payee, had_code, place };
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

/// What a row's category and service say of its purpose.
#[derive(Clone, Copy)]
pub(super) struct Context {
    is_private: bool,
    /// Of the category.
    pub(super) category: TextPlace,
    /// Of the service.
    pub(super) service: TextPlace,
}

/// Answers about purposes, categories and services so far.
pub(super) struct PurposeScreen {
    categories: Remembered<bool>,
    services: Remembered<bool>,
    /// In a context that is not private, and in one that is.
    purposes: Remembered<[Option<bool>; 2]>,
}

impl PurposeScreen {
    /// Nothing asked yet.
    pub(super) fn new() -> PurposeScreen {
        PurposeScreen { categories: Remembered::new(), services: Remembered::new(), purposes: Remembered::new() }
    }

    /// The context of a row.
    pub(super) fn context(&mut self, category: Option<&str>, service: Option<&str>) -> Context {
        let (in_category, category) = is_private(&mut self.categories, category);
        let (in_service, service) = is_private(&mut self.services, service);
        Context { is_private: in_category || in_service, category, service }
    }

    /// True where `purpose` may name a person, and the place of its text.
    pub(super) fn may_name_person(&mut self, purpose: &str, context: Context) -> (bool, TextPlace) {
        let (answers, place) = self.purposes.ask(purpose, |_| [None, None]);
        let context_said = if context.is_private { PRIVATE } else { &[] };
        let answer = &mut answers[usize::from(context.is_private)];
        (*answer.get_or_insert_with(|| purpose_may_name_person(purpose, context_said)), place)
    }
}

fn is_private(remembered: &mut Remembered<bool>, text: Option<&str>) -> (bool, TextPlace) {
    let Some(text) = text else { return (false, TextPlace::default()) };
    let (answer, place) = remembered.ask(text, |text| is_private_context(&[text]));
    (*answer, place)
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
                let context = purposes.context(Some(category), Some(service));
                let (may_name, _) = purposes.may_name_person(purpose, context);
                prop_assert_eq!(may_name, purpose_may_name_person(purpose, &[category, service]));
            }
        }
    }
}
