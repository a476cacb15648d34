//! The legal form taken off a name's words and kept beside them.
//!
//! The rule: the first form a name states is its own, and its name ends there: a register has each
//! name once, so what follows LTD is a note, a site or another name. A word that is all a name has stays.

use std::borrow::Cow;

use crate::commonness::names_in_ten_thousand;
use crate::forms::{
    Form, LONG_FORMS, NATIONAL_BODIES, form_of_last_word, form_of_word, is_filler, is_office_word, is_tax_word, says_nothing,
};
use crate::places::{is_group_word, is_place};
use crate::words::{Word, place_of};

/// A register has each name once, so what follows LTD or PLC is a note or a site and no part of the name.
pub fn remove_tail<'a>(words: &mut Vec<Word<'a>>) -> Option<Vec<Word<'a>>> {
    let ends_name = |word: &Word<'_>| matches!(form_of_word(&word.text), Some(Form::Limited | Form::Plc | Form::Partnership));
    // `THE LTD SUPPLIES LTD`, `HOMES LTD QUINCE`: what stands before must be able to be a name.
    let place = words.iter().position(ends_name).filter(|place| may_be_whole(&words[..*place]))?;
    let is_more =
        |word: &&Word| form_of_last_word(&word.text).is_some() || matches!(&*word.text, "CO" | "COMPANY" | "LIABILITY" | "PARTNERSHIP");
    let after = place + 1 + words[place + 1..].iter().take_while(is_more).count();
    // `QUINCE LTD NORTHERN SERVICES LTD` states its form once more at its end: that is a name, not a note.
    if words[after..].last().is_some_and(ends_name) {
        return None;
    }
    let tail = words.split_off(after);
    (!tail.is_empty() && tail.iter().all(|word| !word.in_brackets)).then_some(tail)
}

/// Two words that say something, or one that is no everyday word.
fn may_be_whole(words: &[Word<'_>]) -> bool {
    let mut telling = words.iter().filter(|word| !says_nothing(&word.text));
    telling.next().is_some_and(|word| word.text.len() > 2 && names_in_ten_thousand(&word.text) < 8.0) || telling.next().is_some()
}

pub fn remove_forms(words: &mut Vec<Word<'_>>, form: &mut Form, may_be_cut: bool) {
    if words.len() > 2 && form_of_word(&words[0].text) == Some(Form::Limited) {
        words.remove(0);
    }
    if may_be_cut && words.len() > 2 && words.last().is_some_and(|word| word.text == "L") {
        words.pop();
        form.state(Form::Limited);
    }
    for (run, long_form) in LONG_FORMS {
        while let Some(place) = place_of(words, run).filter(|_| words.len() > run.len()) {
            words.drain(place..place + run.len());
            form.state(*long_form);
        }
    }
    while words.len() > 1
        && let Some(last) = words.last().and_then(|word| form_of_last_word(&word.text))
    {
        words.pop();
        form.state(last);
    }
    let mut place = 1;
    while place < words.len() {
        match form_of_word(&words[place].text) {
            Some(inner) => {
                words.remove(place);
                form.state(inner);
            }
            None => place += 1,
        }
    }
    if words.len() > 1 && words.last().is_some_and(|word| matches!(&*word.text, "COMPANY" | "CO")) {
        words.pop();
    }
}

impl Form {
    /// The first form a name states is its own; a later one belongs to another name in the same text.
    pub fn state(&mut self, form: Form) {
        if *self == Form::Unsaid || (*self == Form::Limited && form == Form::CommunityInterest) {
            *self = form;
        }
    }
}

/// `NHS FOUNDATION TRUST`, `NHS FT` and `NHS TRUST` are one legal form: trusts move between them and keep their name.
pub fn remove_nhs_form(words: &mut Vec<Word<'_>>, form: &mut Form) {
    let has = |text: &str| words.iter().any(|word| word.text == text);
    let is_foundation_trust =
        place_of(words, &["FOUNDATION", "TRUST"]).is_some() && (has("HOSPITAL") || has("HEALTHCARE") || has("HEALTH"));
    let is_nhs = *form == Form::NhsTrust || has("NHS") || is_foundation_trust;
    let of_form = |word: &Word| {
        matches!(&*word.text, "NHS" | "TRUST" | "FOUNDATION" | "FT" | "FTRUST" | "FOUNDATRUST" | "FOUNDTRUST" | "FTION" | "TST" | "TRT")
    };
    if !is_nhs || words.iter().all(|word| of_form(word) || is_filler(&word.text)) {
        return;
    }
    // What follows NHS may be a cut or short form of FOUNDATION TRUST, down to its first letter.
    let begins_form = |word: &Word| of_form(word) || "FOUNDATION".starts_with(&*word.text) || "TRUST".starts_with(&*word.text);
    if let Some(place) = words.iter().position(|word| word.text == "NHS").filter(|place| *place > 0) {
        let cut = words[place + 1..].iter().take_while(|word| begins_form(word)).count();
        let is_trust = cut > 0;
        words.drain(place..place + 1 + cut);
        // A trust's name ends there; what follows is a department or a note.
        // `HEALTHCARE NHS FOUNDATION TRUST QUINCETOWN`: what stands before must say which trust.
        let says_which = |word: &Word<'_>| {
            !of_form(word) && !is_filler(&word.text) && names_in_ten_thousand(&word.text) < 8.0 && word.text != "HEALTHCARE"
        };
        if is_trust && words[..place].iter().any(says_which) {
            words.truncate(place);
        }
    }
    words.retain(|word| !of_form(word));
    if words.len() > 1 && words[0].text == "TOTAL" {
        words.remove(0);
    }
    form.state(Form::NhsTrust);
}

pub fn name_national_body(words: &mut Vec<Word<'_>>) {
    for (run, name) in NATIONAL_BODIES {
        if let Some(place) = place_of(words, run) {
            words.drain(place + 1..place + run.len());
            words[place].text = Cow::Borrowed(name);
        }
    }
    let is_body = |word: &Word<'_>| NATIONAL_BODIES.iter().any(|(_, name)| *name == word.text);
    // Which tax, which office and which reference do not make it another body.
    let is_note = |word: &Word<'_>| {
        let text = &*word.text;
        is_filler(text)
            || is_office_word(text)
            || is_place(text)
            || is_group_word(text)
            || is_tax_word(text)
            || text.bytes().any(|byte| byte.is_ascii_digit())
    };
    if let Some(place) = words.iter().position(is_body).filter(|_| words.iter().all(|word| is_body(word) || is_note(word))) {
        *words = vec![words.swap_remove(place)];
    }
}
