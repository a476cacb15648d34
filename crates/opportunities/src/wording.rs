//! How this room puts things: counts in words, lists of names, families inside a sentence, reasons left out.
//!
//! The rule: a person is told in a sentence, with names; a number below eleven that opens a title is a word.

use services::{Family, NotAddressable};

/// `Five`; digits above ten.
pub(crate) fn count(number: usize) -> String {
    const WORDS: [&str; 11] = ["No", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten"];
    WORDS.get(number).map_or_else(|| number.to_string(), |word| (*word).to_string())
}

/// `1 contract`, `3 contracts`.
pub(crate) fn plural(number: usize, noun: &str) -> String {
    format!("{number} {noun}{}", if number == 1 { "" } else { "s" })
}

/// `Bolton, Bury and Wigan`; past six names, the first five and how many others.
pub(crate) fn list(names: &[&str]) -> String {
    match names {
        [] => String::new(),
        [one] => (*one).to_string(),
        [most @ .., last] if names.len() <= 6 => format!("{} and {last}", most.join(", ")),
        _ => format!("{} and {} others", names[..5].join(", "), names.len() - 5),
    }
}

/// A family inside a sentence: `software and licences`, but `ICT equipment and services`.
pub(crate) fn family(family: Option<Family>) -> String {
    let Some(family) = family else { return "things the publications do not name".to_string() };
    let name = family.name();
    let begins_with_initials = name.chars().nth(1).is_some_and(char::is_uppercase);
    let mut letters = name.chars();
    match letters.next() {
        Some(first) if !begins_with_initials => first.to_lowercase().chain(letters).collect(),
        _ => name.to_string(),
    }
}

/// Why sharing cannot reach it, as a sentence.
pub(crate) fn reason(reason: NotAddressable) -> &'static str {
    match reason {
        NotAddressable::Precept => "Precepts collected for other bodies.",
        NotAddressable::Levy => "Levies set by other bodies.",
        NotAddressable::Grant => "Grants given, not purchases.",
        NotAddressable::Benefit => "Benefits and allowances passed to people.",
        NotAddressable::Pension => "Pension contributions and funds.",
        NotAddressable::Tax => "Tax and National Insurance paid over.",
        NotAddressable::Loan => "Loans, interest and investments.",
        NotAddressable::InternalRecharge => "Charges from one part of a body to another.",
        NotAddressable::BetweenBodies => "Payments to other public bodies, which may be shared already.",
        NotAddressable::Redacted => "Payments whose payee the publisher redacted.",
        NotAddressable::PrivatePerson => "Payments to private persons.",
        NotAddressable::OwnPay => "Pay of the bodies' own staff.",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_listed_as_a_person_would_and_a_long_list_is_cut_short() {
        assert_eq!(list(&["Bolton"]), "Bolton");
        assert_eq!(list(&["Bolton", "Bury", "Wigan"]), "Bolton, Bury and Wigan");
        assert_eq!(list(&["A", "B", "C", "D", "E", "F", "G"]), "A, B, C, D, E and 2 others");
    }

    #[test]
    fn a_family_loses_its_capital_inside_a_sentence_unless_it_opens_with_initials() {
        assert_eq!(family(Some(Family::Software)), "software and licences");
        assert_eq!(family(Some(Family::Ict)), "ICT equipment and services");
    }
}
