//! The names within one text: what stands before and after T/A, FORMERLY, `#` and the like.
//!
//! The rule: the first part that has letters is the name, the others are other names of the same
//! supplier. A bare `TA` counts only after a legal form: it may also be a firm's initials.

use crate::forms::form_of_last_word;

/// The name and the other names in a text already in capitals.
pub fn split_names(folded: &str) -> (&str, Vec<&str>) {
    let mut parts = Vec::new();
    let mut rest = folded;
    while let Some((before, after)) = split_at_mark(rest) {
        parts.extend(lettered_parts(before));
        rest = after;
    }
    if parts.is_empty() && !rest.contains('#') {
        return (rest, parts);
    }
    parts.extend(lettered_parts(rest));
    if parts.is_empty() {
        return (folded, parts);
    }
    (parts.remove(0), parts)
}

/// Some ledgers write a second name, or a running number, after a hash.
fn lettered_parts(text: &str) -> impl Iterator<Item = &str> {
    text.split('#').filter(|part| part.chars().any(char::is_alphabetic))
}

/// Marks that another name follows.
const OTHER_NAME_MARKS: &[&str] = &[
    "T/A",
    "T/AS",
    "T\\A",
    "TRADING AS",
    "TRADE NAME",
    "TRADING NAME",
    "FORMERLY KNOWN AS",
    "FORMERLY",
    "PREVIOUSLY KNOWN AS",
    "PREVIOUSLY",
    "ALSO KNOWN AS",
    "NOW KNOWN AS",
    "KNOWN AS",
    "F/K/A",
    "FKA",
    "A/K/A",
    "AKA",
    "DBA",
];

/// A mark begins a word: what stands before it is neither a letter, a digit nor a slash.
fn split_at_mark(text: &str) -> Option<(&str, &str)> {
    let bytes = text.as_bytes();
    let may_begin = |place: &usize| {
        let first = matches!(bytes[*place], b'T' | b'F' | b'P' | b'A' | b'N' | b'K' | b'D');
        first && (*place == 0 || (!bytes[*place - 1].is_ascii_alphanumeric() && bytes[*place - 1] != b'/' && bytes[*place - 1].is_ascii()))
    };
    (0..bytes.len()).filter(may_begin).find_map(|place| {
        let after = mark_length(&text[place..], &text[..place])?;
        Some((&text[..place], &text[place + after..]))
    })
}

fn mark_length(text: &str, before: &str) -> Option<usize> {
    let ends = |length: usize| text[length..].chars().next().is_none_or(|next| !next.is_alphanumeric());
    let begins = |mark: &&&str| text.starts_with(**mark) && ends(mark.len());
    let after_form = || {
        let last = before.trim_end().rsplit(|c: char| !c.is_alphanumeric()).find(|word| !word.is_empty());
        last.is_some_and(|word| form_of_last_word(word).is_some())
    };
    let mark = OTHER_NAME_MARKS.iter().find(begins).or_else(|| ["TA", "T A", "T.A."].iter().find(begins).filter(|_| after_form()));
    mark.map(|mark| mark.len())
}
