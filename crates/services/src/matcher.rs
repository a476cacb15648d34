//! Finds the phrases of a table in published text.
//!
//! The rule: capitals, white space, punctuation, apostrophes, plurals and small words never change what is found.
//! Where several phrases start at one place the longest is taken, and the words it covers are spent. It reads the
//! first 64 words of a text: whatever names a purchase stands at its front. It never panics on any text.

use rustc_hash::FxHashMap;

/// Words that carry no meaning of their own, in tables and texts alike.
const SMALL_WORDS: [&str; 15] = ["a", "an", "and", "at", "by", "for", "from", "in", "n", "of", "on", "or", "the", "to", "with"];

const LONGEST_TEXT_WORDS: usize = 64;
const LONGEST_WORD_BYTES: usize = 40;

/// Phrases, each with what it means, ready to be looked for.
pub(crate) struct Phrases<T> {
    numbers: FxHashMap<Box<str>, u16>,
    /// For each word's number, the phrases that start with it, longest first.
    starting: Vec<Vec<Phrase<T>>>,
}

struct Phrase<T> {
    rest: Box<[u16]>,
    meaning: T,
    as_written: &'static str,
}

/// One phrase found in a text.
#[derive(Clone, Copy)]
pub(crate) struct Found<T> {
    pub(crate) meaning: T,
    pub(crate) as_written: &'static str,
    pub(crate) word_count: usize,
    /// Whether the text says this and nothing else.
    pub(crate) is_whole_text: bool,
}

impl<T: Copy> Phrases<T> {
    /// Compiles phrases; of two alike with meanings for the same reader, the earlier is found first.
    pub(crate) fn compile(phrases: impl Iterator<Item = (&'static str, T)>) -> Phrases<T> {
        let mut compiled = Phrases { numbers: FxHashMap::default(), starting: vec![Vec::new()] };
        for (as_written, meaning) in phrases {
            let mut words = Vec::new();
            each_word(as_written, |word| words.push(compiled.number_of(word)));
            if let Some((&first, rest)) = words.split_first() {
                compiled.starting[first as usize].push(Phrase { rest: rest.into(), meaning, as_written });
            }
        }
        for phrases in &mut compiled.starting {
            phrases.sort_by_key(|phrase| std::cmp::Reverse(phrase.rest.len()));
        }
        compiled
    }

    /// Calls `found` for every phrase in `text` whose meaning is `wanted`, from left to right.
    pub(crate) fn each_in(&self, text: &str, wanted: impl Fn(T) -> bool, mut found: impl FnMut(Found<T>)) {
        let mut words = [0_u16; LONGEST_TEXT_WORDS];
        let mut count = 0;
        each_word(text, |word| {
            if count < LONGEST_TEXT_WORDS {
                words[count] = self.numbers.get(word).copied().unwrap_or(0);
                count += 1;
            }
        });
        let mut remaining = &words[..count];
        while let Some((&first, after)) = remaining.split_first() {
            let longest = self.starting[first as usize].iter().find(|phrase| after.starts_with(&phrase.rest) && wanted(phrase.meaning));
            remaining = match longest {
                Some(phrase) => {
                    let word_count = phrase.rest.len() + 1;
                    let is_whole_text = word_count == count;
                    found(Found { meaning: phrase.meaning, as_written: phrase.as_written, word_count, is_whole_text });
                    &after[phrase.rest.len()..]
                }
                None => after,
            };
        }
    }

    fn number_of(&mut self, word: &str) -> u16 {
        if let Some(&number) = self.numbers.get(word) {
            return number;
        }
        // Number 0 stands for words in no table, and starts no phrase.
        let number = u16::try_from(self.starting.len()).expect("the tables hold a few thousand words");
        self.numbers.insert(word.into(), number);
        self.starting.push(Vec::new());
        number
    }
}

/// Calls `each` with every word of `text` in its plain form: lower case, singular, no apostrophes, no small words.
fn each_word(text: &str, mut each: impl FnMut(&str)) {
    let mut word = [0_u8; LONGEST_WORD_BYTES];
    let mut length = 0;
    let mut finish = |word: &[u8], length: &mut usize| {
        let plain = std::str::from_utf8(&word[..*length]).map(singular).unwrap_or_default();
        if !plain.is_empty() && !SMALL_WORDS.contains(&plain) {
            each(plain);
        }
        *length = 0;
    };
    for character in text.chars() {
        if character.is_alphanumeric() {
            for lower in character.to_lowercase() {
                if length + lower.len_utf8() <= LONGEST_WORD_BYTES {
                    length += lower.encode_utf8(&mut word[length..]).len();
                }
            }
        } else if !is_apostrophe(character) {
            finish(&word, &mut length);
        }
    }
    finish(&word, &mut length);
}

/// Apostrophes as bodies type them; U+FFFD is one that was lost when a file was saved in the wrong encoding.
fn is_apostrophe(character: char) -> bool {
    matches!(character, '\'' | '\u{2018}' | '\u{2019}' | '`' | '\u{FFFD}')
}

/// A word without its plural ending. It need only be the same for table and text, not good English.
fn singular(word: &str) -> &str {
    match word.strip_suffix('s') {
        Some(shorter) if shorter.len() >= 3 && !shorter.ends_with(['s', 'u', 'i']) => {
            shorter.strip_suffix("ie").filter(|stem| stem.len() >= 3).unwrap_or(shorter)
        }
        _ => word.strip_suffix('y').filter(|stem| stem.len() >= 3).unwrap_or(word),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn found(table: &[&'static str], text: &str) -> Vec<&'static str> {
        let phrases = Phrases::compile(table.iter().map(|&phrase| (phrase, ())));
        let mut seen = Vec::new();
        phrases.each_in(text, |()| true, |found| seen.push(found.as_written));
        seen
    }

    #[test]
    fn the_longest_phrase_at_a_place_hides_the_shorter_ones() {
        assert_eq!(found(&["park", "car park", "park furniture"], "CAR PARK furniture"), ["car park"]);
    }

    #[test]
    fn plurals_capitals_apostrophes_and_small_words_do_not_matter() {
        assert_eq!(found(&["childrens home"], "Children\u{2019}s Homes"), ["childrens home"]);
        assert_eq!(found(&["home to school"], "HOME-TO-SCHOOL"), ["home to school"]);
        assert_eq!(found(&["cemetery"], "Cemeteries"), ["cemetery"]);
        assert_eq!(found(&["legal court cost"], "Legal & Court Costs"), ["legal court cost"]);
    }

    #[test]
    fn a_word_inside_another_word_is_not_found() {
        assert!(found(&["grant", "park"], "Grantham Parkinson").is_empty());
    }

    /// The slow, obvious twin: every phrase is tried at every place, as lists of words.
    fn found_slowly(table: &[&'static str], text: &str) -> Vec<&'static str> {
        let words_of = |text: &str| {
            let mut words = Vec::new();
            each_word(text, |word| words.push(word.to_string()));
            words
        };
        let words = words_of(text);
        let (mut place, mut seen) = (0, Vec::new());
        while place < words.len() {
            let here = |phrase: &&&'static str| !words_of(phrase).is_empty() && words[place..].starts_with(&words_of(phrase));
            let longest = table.iter().filter(here).max_by_key(|phrase| words_of(phrase).len());
            seen.extend(longest);
            place += longest.map_or(1, |phrase| words_of(phrase).len());
        }
        seen
    }

    proptest! {
        #[test]
        fn the_fast_matcher_finds_what_the_slow_one_finds(picked in proptest::collection::vec(0..9_usize, 0..30)) {
            let table = ["care", "care home", "home care", "school", "home to school", "home school transport", "taxi"];
            let words = ["care", "Home", "SCHOOL", "transport", "taxi", "to", "the", "x", "homes"];
            let text = picked.iter().map(|&word| words[word]).collect::<Vec<_>>().join(" - ");
            prop_assert_eq!(found(&table, &text), found_slowly(&table, &text));
        }
    }
}
