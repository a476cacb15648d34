//! A judge of many lines that remembers what each text has to say.
//!
//! The rule: the answer is always that of [`classify`](crate::classify) and [`addressability`](crate::addressability); only the time differs.
//! A category stands on thousands of lines and is read once. Memory is bounded: what is remembered is forgotten when it
//! is too much, since purposes are free text.

use rustc_hash::FxHashMap;

use crate::addressable::{Reader, first_reason, reason_in};
use crate::classify::{Offer, classified};
use crate::{Because, Classified, NotAddressable, Words};

/// Texts remembered at most, for each field.
const MOST_TEXTS: usize = 20_000;

/// Judges lines, one after the other.
#[derive(Default)]
pub struct Judge {
    offers: [FxHashMap<Box<str>, Offer>; 7],
    reasons: [FxHashMap<Box<str>, Option<NotAddressable>>; 3],
}

impl Judge {
    /// The family of a line, and why no sharing can reach it, if so.
    pub fn judge(&mut self, words: &Words<'_>) -> (Classified, Option<NotAddressable>) {
        let Judge { offers, reasons } = self;
        let family = classified(words, &mut |text, because| remembered(&mut offers[field(because)], text, |text| Offer::of(text, because)));
        let reason = first_reason(words, &mut |text, reader| remembered(&mut reasons[table(reader)], text, |text| reason_in(text, reader)));
        (family, reason)
    }
}

fn remembered<T: Copy>(known: &mut FxHashMap<Box<str>, T>, text: &str, work_out: impl FnOnce(&str) -> T) -> T {
    if let Some(answer) = known.get(text) {
        return *answer;
    }
    if known.len() >= MOST_TEXTS {
        known.clear();
    }
    let answer = work_out(text);
    known.insert(text.into(), answer);
    answer
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

fn table(reader: Reader) -> usize {
    match reader {
        Reader::Spending | Reader::WholeSpending => 0,
        Reader::Service => 1,
        Reader::Supplier => 2,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

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
            let mut judge = Judge::default();
            for [proclass, cpv, sercop, category, service, purpose, supplier] in &lines {
                let words = Words {
                    proclass: proclass.as_deref(), cpv: cpv.as_deref(), sercop: sercop.as_deref(), category: category.as_deref(),
                    service: service.as_deref(), purpose: purpose.as_deref(), supplier: supplier.as_deref(),
                };
                prop_assert_eq!(judge.judge(&words), (crate::classify(&words), crate::addressability(&words)));
            }
        }
    }
}
