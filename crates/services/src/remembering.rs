//! A judge of many lines that remembers what each text has to say.
//!
//! The rule: the answer is always that of [`classify`](crate::classify) and [`addressability`](crate::addressability); only the time differs.
//! A category stands on thousands of lines and is read once. Memory is bounded: what is remembered is forgotten when it
//! is too much, since purposes are free text.

use definitions::{ByPlace, LinePlaces, TextPlace};
use rustc_hash::FxHashMap;

use crate::addressable::{first_reason, reason_in};
use crate::classify::{Offer, classified};
use crate::{Because, Classified, NotAddressable, Words};

/// Texts remembered at most, for each field.
const MOST_TEXTS: usize = 20_000;

/// Judges lines, one after the other.
#[derive(Default)]
pub struct Judge {
    offers: [Known<Offer>; 7],
    reasons: [Known<Option<NotAddressable>>; 4],
}

/// What was decided of the texts of one field: by their places where they have one, by their letters where not.
struct Known<T> {
    by_place: ByPlace<T>,
    by_text: FxHashMap<Box<str>, T>,
}

impl<T> Default for Known<T> {
    fn default() -> Known<T> {
        Known { by_place: ByPlace::default(), by_text: FxHashMap::default() }
    }
}

impl Judge {
    /// The family of a line, and why no sharing can reach it, if so.
    pub fn judge(&mut self, words: &Words<'_>) -> (Classified, Option<NotAddressable>) {
        let Judge { offers, reasons } = self;
        let family = classified(words, &mut |text, because| {
            offers[field(because)].ask(text, place(&words.places, because), |text| Offer::of(text, because))
        });
        let reason = first_reason(words, &mut |text, because, reader| {
            reasons[table(because)].ask(text, place(&words.places, because), |text| reason_in(text, reader))
        });
        (family, reason)
    }
}

impl<T: Copy> Known<T> {
    fn ask(&mut self, text: &str, place: TextPlace, decide: impl Fn(&str) -> T) -> T {
        if let Some(decided) = self.by_place.ask(place, || decide(text)) {
            return decided;
        }
        if let Some(decided) = self.by_text.get(text) {
            return *decided;
        }
        if self.by_text.len() >= MOST_TEXTS {
            self.by_text.clear();
        }
        let decided = decide(text);
        self.by_text.insert(text.into(), decided);
        decided
    }
}

/// Where the text of a field stands, if its reader has said so.
fn place(places: &LinePlaces, because: Because) -> TextPlace {
    match because {
        Because::CategoryWords => places.category,
        Because::PurposeWords => places.purpose,
        Because::SupplierWords => places.supplier,
        Because::ServiceWords => places.service,
        _ => TextPlace::default(),
    }
}

fn field(because: Because) -> usize {
    match because {
        Because::ProClass => 0,
        Because::Cpv => 1,
        Because::CategoryWords => 2,
        Because::PurposeWords => 3,
        Because::SupplierWords => 4,
        Because::Sercop => 5,
        _ => 6,
    }
}

/// A place is of one column, so fields that have places have a table each.
fn table(because: Because) -> usize {
    match because {
        Because::PurposeWords => 1,
        Because::ServiceWords => 2,
        Because::SupplierWords => 3,
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use definitions::Round;
    use proptest::prelude::*;

    use super::*;

    /// A reader's columns, each with the texts it has met.
    struct Met {
        rounds: [Round; 4],
        texts: [Vec<String>; 4],
    }

    impl Met {
        fn begin() -> Met {
            Met { rounds: [(); 4].map(|()| Round::begin()), texts: Default::default() }
        }

        fn place(&mut self, column: usize, text: &Option<String>) -> TextPlace {
            let Some(text) = text else { return TextPlace::default() };
            let texts = &mut self.texts[column];
            let place = texts.iter().position(|met| met == text).unwrap_or_else(|| {
                texts.push(text.clone());
                texts.len() - 1
            });
            self.rounds[column].place(place as u32)
        }
    }

    fn some_text() -> impl Strategy<Value = Option<String>> {
        let words =
            ["Agency staff", "271440", "Taxis", "Housing", "Repairs", "Grant Thornton", "Precept", "Rent", "Schools", "90511000", ""];
        proptest::option::of(proptest::sample::subsequence(words.to_vec(), 0..3).prop_map(|words| words.join(" ")))
    }

    proptest! {
        #[test]
        fn a_judge_that_remembers_says_what_one_says_who_reads_every_line_afresh(
            lines in proptest::collection::vec([some_text(), some_text(), some_text(), some_text(), some_text(), some_text(), some_text()], 1..20)
        ) {
            let (mut by_text, mut by_place, mut met) = (Judge::default(), Judge::default(), Met::begin());
            for [proclass, cpv, sercop, category, service, purpose, supplier] in &lines {
                let words = Words {
                    proclass: proclass.as_deref(), cpv: cpv.as_deref(), sercop: sercop.as_deref(), category: category.as_deref(),
                    service: service.as_deref(), purpose: purpose.as_deref(), supplier: supplier.as_deref(), places: LinePlaces::default(),
                };
                let answer = (crate::classify(&words), crate::addressability(&words));
                prop_assert_eq!(by_text.judge(&words), answer);
                let [category, service, purpose, supplier] = [(0, category), (1, service), (2, purpose), (3, supplier)].map(|(column, text)| met.place(column, text));
                prop_assert_eq!(by_place.judge(&Words { places: LinePlaces { category, service, purpose, supplier }, ..words }), answer);
            }
        }
    }
}
