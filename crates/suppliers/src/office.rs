//! What the accounts office added to a name, and what courtesy did.
//!
//! The rule: a note, an account number or a title is taken off wherever it stands, but never the
//! last word of a name: a supplier may be called ACCOUNTS.

use crate::forms::{OFFICE_NOTES, is_office_word, is_title};
use crate::words::{Word, place_of};

/// Takes off the notes of the accounts office.
pub fn remove_office_notes(words: &mut Vec<Word<'_>>) {
    for note in OFFICE_NOTES {
        while let Some(place) = place_of(words, note).filter(|_| words.len() > note.len()) {
            words.drain(place..place + note.len());
        }
    }
    while words.len() > 1 && words.last().is_some_and(|word| is_office_word(&word.text)) {
        words.pop();
    }
    remove_run(words, |first, second| first == "USE" && second.len() >= 3 && second.bytes().all(|byte| byte.is_ascii_digit()));
    if words.len() > 2 && words.last().is_some_and(|word| word.text == "BRANCH") {
        words.truncate(words.len() - 2);
    }
    while words.len() > 1 && matches!(&*words[0].text, "XX" | "XXX" | "ZZ" | "ZZZ") {
        words.remove(0);
    }
}

fn remove_run(words: &mut Vec<Word<'_>>, is_note: impl Fn(&str, &str) -> bool) {
    if let Some(place) = words.windows(2).position(|pair| is_note(&pair[0].text, &pair[1].text)).filter(|_| words.len() > 2) {
        words.drain(place..place + 2);
    }
}

pub fn remove_titles(words: &mut Vec<Word<'_>>) -> bool {
    let before = words.len();
    while words.len() > 1 && is_title(&words[0].text) {
        words.remove(0);
    }
    while words.len() > 2 && words.last().is_some_and(|word| is_title(&word.text) && word.text != "PROF") {
        words.pop();
    }
    let mut place = 1;
    while place + 1 < words.len() {
        if words[place - 1].text == "AND" && is_title(&words[place].text) {
            words.remove(place);
        } else {
            place += 1;
        }
    }
    words.len() < before
}

/// Takes off `A/C 45613368`, a number of five digits or more, and such a number glued to the first word.
pub fn remove_account_numbers(words: &mut Vec<Word<'_>>) {
    let is_number = |word: &Word| word.text.bytes().all(|byte| byte.is_ascii_digit());
    if let Some(place) = place_of(words, &["A", "C"]).filter(|place| *place > 0) {
        let after = words[place + 2..].iter().take_while(|word| is_number(word)).count();
        let numbered = place > 2 && is_number(&words[place - 1]) && words[place - 2].text == "NO";
        if after > 0 || place + 2 == words.len() {
            words.drain(if numbered { place - 2 } else { place }..place + 2 + after);
        }
    }
    // `(NO 2)` and `2` are one number.
    if let Some(place) = words.windows(2).position(|pair| pair[0].text == "NO" && is_number(&pair[1])) {
        words.remove(place);
    }
    let lettered = |words: &[Word<'_>]| words.iter().any(|word| word.text.bytes().filter(u8::is_ascii_alphabetic).count() >= 2);
    let is_code = |word: &Word| {
        word.text.len() >= 5
            && word.text.bytes().filter(u8::is_ascii_digit).count() >= word.text.len() - 2
            && word.text.bytes().all(|b| b.is_ascii_alphanumeric())
    };
    if words.len() > 1 && is_code(&words[0]) && lettered(&words[1..]) {
        words.remove(0);
    }
    // A public body says what it is, so a number behind its name is an account's; behind a shop's name it is what was bought.
    let is_public = |word: &Word<'_>| {
        matches!(&*word.text, "NHS" | "TRUST" | "COUNCIL" | "HOSPITAL" | "HOSPITALS" | "UNIVERSITY" | "NHST" | "NHSFT" | "HOSP")
    };
    while words.iter().any(is_public) && words.last().is_some_and(is_code) {
        words.pop();
    }
    if let Some(first) = words.first_mut() {
        let digits = first.text.bytes().take_while(u8::is_ascii_digit).count();
        if digits >= 5 && first.text.len() >= digits + 3 {
            first.keep(digits..first.text.len());
        }
    }
}

/// One ledger writes AA after every word of some names: `ROYALAA COLLEGEAA OFAA NURSING`.
pub fn remove_doubled_a(words: &mut [Word<'_>]) {
    let doubled = |word: &&mut Word| word.text.len() > 3 && word.text.ends_with("AA");
    if words.iter_mut().filter(doubled).count() >= 2 {
        words.iter_mut().filter(doubled).for_each(|word| word.keep(0..word.text.len() - 2));
    }
}
