//! How far one word may stand for another.
//!
//! The rule: a misspelling by the share of its letters that are right, and less where both words are
//! known in many names (CARE and CARR, NORTH and FORTH are two words); a short form by how many
//! letters it kept. Numbers stand for nothing but themselves.

use crate::spelling::distance;
use crate::tokens::{Vocabulary, most_steps};

/// How two partners that are not the same word differ.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Difference {
    /// One begins or abbreviates the other.
    Shortened,
    /// A letter or two are wrong.
    Misspelt,
    /// The first letter is wrong.
    MisspeltFirst,
}

/// How two words that are taken for each other differ.
pub fn difference(vocabulary: &Vocabulary, a: u32, b: u32) -> Difference {
    let (short, long) = by_length(vocabulary, a, b);
    let (short, long) = (vocabulary.bytes(short), vocabulary.bytes(long));
    if short.first() != long.first() {
        Difference::MisspeltFirst
    } else if long.len() >= short.len() + 2 {
        Difference::Shortened
    } else {
        Difference::Misspelt
    }
}

fn by_length(vocabulary: &Vocabulary, a: u32, b: u32) -> (u32, u32) {
    if vocabulary.known(a).length <= vocabulary.known(b).length { (a, b) } else { (b, a) }
}

/// How far one word may stand for another, 0 to 1.
pub fn word_likeness(vocabulary: &Vocabulary, a: u32, b: u32) -> f32 {
    let (short, long) = by_length(vocabulary, a, b);
    let (known_short, known_long) = (vocabulary.known(short), vocabulary.known(long));
    if !known_short.may_stand_for(known_long) {
        return 0.0;
    }
    let (text_short, text_long) = (vocabulary.bytes(short), vocabulary.bytes(long));
    if (known_short.has_digit || known_long.has_digit)
        && !(known_short.is_spelt && known_long.is_spelt && have_same_digits(text_short, text_long))
    {
        // A mistyped reference of letters and digits is still that reference; a number with another digit is another number.
        let is_reference = |text: &[u8]| text.len() >= 6 && text.iter().any(u8::is_ascii_alphabetic);
        let steps = (is_reference(text_short) && is_reference(text_long)).then(|| distance(text_short, text_long, 1)).flatten();
        return if steps.is_some() { 0.8 } else { 0.0 };
    }
    if text_short.len() == 1 {
        return if text_long[0] == text_short[0] { 0.5 } else { 0.0 };
    }
    if text_short.len() >= 3 && text_long.starts_with(text_short) {
        // ASSOC for ASSOCIATION; the fewer letters, the more words it may stand for.
        return if text_short.len() >= 4 { 0.85 } else { 0.7 };
    }
    let limit = most_steps(known_short.length);
    // ADT and ADS are two firms: three letters leave room for a slip only where hardly any name has one of the two and many the other.
    let rarer = known_short.names_with.min(known_long.names_with);
    if limit == 0 || (text_short.len() == 3 && (rarer > 2 || known_short.names_with.max(known_long.names_with) < 6 * rarer)) {
        return 0.0;
    }
    if let Some(steps) = distance(text_short, text_long, limit) {
        let credible = match rarer {
            _ if text_short.len() == 3 => 0.6,
            0..=2 => 1.0,
            3..=6 => 0.85,
            _ => 0.6,
        };
        return credible * (1.0 - steps as f32 / text_long.len() as f32);
    }
    if is_contraction(text_short, text_long) { 0.6 } else { 0.0 }
}

fn have_same_digits(first: &[u8], second: &[u8]) -> bool {
    first.iter().filter(|byte| byte.is_ascii_digit()).eq(second.iter().filter(|byte| byte.is_ascii_digit()))
}

/// `MNGT` for `MANAGEMENT`: same first and last letter, all letters in order.
fn is_contraction(short: &[u8], long: &[u8]) -> bool {
    if short.len() < 3 || long.len() < short.len() + 2 || short[0] != long[0] || short.last() != long.last() {
        return false;
    }
    let mut rest = long.iter();
    short.iter().all(|letter| rest.any(|other| other == letter))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Party;
    use crate::names::name_of;
    use crate::tokens::vocabulary;

    fn likeness(a: &str, b: &str) -> f32 {
        let names: Vec<_> = [a, b].iter().filter_map(|name| name_of(&Party { name, ..Party::default() })).collect();
        let (vocabulary, wordings) = vocabulary(&names);
        word_likeness(&vocabulary, wordings.words(0)[0], wordings.words(1)[0])
    }

    #[test]
    fn a_word_stands_for_its_misspelling_its_beginning_and_its_consonants() {
        // One letter of ten is wrong; four letters begin ten; five letters stand in order in ten.
        assert!((likeness("QUINCEWELL", "QUINCEWOLL") - 0.9).abs() < 1e-6);
        assert!((likeness("MARM", "MARMALADES") - 0.85).abs() < 1e-6);
        assert!((likeness("MRMLDE", "MARMALADE") - 0.6).abs() < 1e-6);
    }

    #[test]
    fn a_number_or_a_word_of_three_letters_stands_for_nothing_else() {
        assert!(likeness("1234", "1235") == 0.0);
        assert!(likeness("QDT", "QDS") == 0.0);
    }
}
