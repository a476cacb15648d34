//! The words of a text, as its author would have written them out.
//!
//! The rule: a word is borrowed from the text it stands in unless it had to be changed, so that most
//! names are read without copying a letter. Plurals lose their S, short forms are written out, initials
//! are glued. Nothing here knows what a word means.

use std::borrow::Cow;
use std::ops::Range;

use crate::forms::written_out;

/// One word.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Word<'a> {
    /// In capitals.
    pub text: Cow<'a, str>,
    /// True where it stood in brackets, as branches and places do.
    pub in_brackets: bool,
}

impl<'a> Word<'a> {
    /// Keeps only a part of the word.
    pub fn keep(&mut self, range: Range<usize>) {
        match &mut self.text {
            Cow::Borrowed(text) => *text = &text[range],
            Cow::Owned(text) => *text = text[range].to_string(),
        }
    }

    fn is_initial(&self) -> bool {
        self.text.len() == 1 && self.text.as_bytes()[0].is_ascii_alphabetic()
    }
}

/// The words of `text`; `&` and `+` are AND.
pub fn split_words(text: &str) -> Vec<Word<'_>> {
    let mut words = Vec::with_capacity(8);
    let mut depth = 0usize;
    let mut start = None;
    for (place, character) in text.char_indices() {
        if character.is_alphanumeric() {
            start.get_or_insert(place);
            continue;
        }
        if let Some(start) = start.take() {
            words.push(Word { text: Cow::Borrowed(&text[start..place]), in_brackets: depth > 0 });
        }
        match character {
            '(' | '[' | '{' => depth += 1,
            ')' | ']' | '}' => depth = depth.saturating_sub(1),
            '&' | '+' => words.push(Word { text: Cow::Borrowed("AND"), in_brackets: depth > 0 }),
            _ => {}
        }
    }
    if let Some(start) = start {
        words.push(Word { text: Cow::Borrowed(&text[start..]), in_brackets: depth > 0 });
    }
    words
}

/// `S & B`, `S.B.` and `S B` are all `SB`.
pub fn glue_initials(words: &mut Vec<Word<'_>>) {
    if words.iter().filter(|word| word.is_initial()).count() < 2 {
        return;
    }
    let mut glued: Vec<Word<'_>> = Vec::with_capacity(words.len());
    let mut open = false;
    let mut pending_and = None;
    for word in words.drain(..) {
        if word.is_initial() {
            match glued.last_mut().filter(|_| open) {
                Some(last) => last.text.to_mut().push_str(&word.text),
                None => glued.push(word),
            }
            pending_and = None;
            open = true;
        } else if open && word.text == "AND" && pending_and.is_none() {
            pending_and = Some(word);
        } else {
            glued.extend(pending_and.take());
            glued.push(word);
            open = false;
        }
    }
    *words = glued;
}

/// Plurals lose their S, short forms are written out; where that gives two words, both stand.
pub fn spell_out(words: &mut Vec<Word<'_>>) {
    let mut place = 0;
    while place < words.len() {
        let in_brackets = words[place].in_brackets;
        let whole = written_out(&words[place].text);
        if whole.is_none() {
            drop_plural(&mut words[place]);
        }
        match whole.or_else(|| written_out(&words[place].text)) {
            Some(long) => {
                words.splice(place..=place, long.split(' ').map(|part| Word { text: Cow::Borrowed(part), in_brackets }));
                place += long.split(' ').count();
            }
            None => place += 1,
        }
    }
}

fn drop_plural(word: &mut Word<'_>) {
    let text = &*word.text;
    let stays = ["SS", "US", "IS"].iter().any(|end| text.ends_with(end));
    if text.len() < 4 || !text.ends_with('S') || stays || !text.is_ascii() {
        return;
    }
    if text.ends_with("IES") && text.len() > 5 {
        word.text = Cow::Owned(format!("{}Y", &text[..text.len() - 3]));
    } else {
        word.keep(0..word.text.len() - 1);
    }
}

/// Where `run` stands among `words`.
pub fn place_of(words: &[Word<'_>], run: &[&str]) -> Option<usize> {
    words.windows(run.len()).position(|window| window.iter().zip(run).all(|(word, text)| word.text == *text))
}
