//! One published name to what it says: its words, its legal form, its other names.
//!
//! The rule: everything that does not tell one supplier from another (legal form, titles, notes of
//! the accounts office, account numbers, plurals, short forms) is set aside in the same way for
//! every name, so that two spellings of one name become equal. What is set aside and matters is
//! kept. It never guesses from other names: the same text always gives the same answer.

use crate::commonness::names_in_ten_thousand;
use crate::fold::fold;
use crate::forms::{
    Form, LONG_FORMS, NATIONAL_BODIES, OFFICE_NOTES, form_of_last_word, form_of_word, is_filler, is_office_word, is_title, written_out,
};

/// What one name says.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Normal {
    /// The name itself.
    pub main: Wording,
    /// Names it gives after T/A, FORMERLY and the like.
    pub others: Vec<Wording>,
    /// The legal form it states.
    pub form: Form,
    /// True where a title (MR, DR) stood in front.
    pub is_titled: bool,
    /// True where the published text has a length at which accounting systems cut names.
    pub may_be_cut: bool,
}

/// The words of a name.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Wording {
    /// Its words in order.
    pub words: Vec<Word>,
}

/// One word.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Word {
    /// In capitals, without plural S.
    pub text: String,
    /// True where it stood in brackets, as branches and places do.
    pub in_brackets: bool,
}

impl Wording {
    /// The words with single spaces.
    pub fn text(&self) -> String {
        let words: Vec<&str> = self.words.iter().map(|word| word.text.as_str()).collect();
        words.join(" ")
    }
}

/// Lengths at which accounting systems are known to cut a supplier's name.
const CUT_LENGTHS: [usize; 6] = [25, 30, 32, 35, 36, 40];

/// What `name` says.
pub fn normalise(name: &str) -> Normal {
    let folded = fold(name);
    let (main, others) = split_names(&folded);
    let mut normal = Normal { may_be_cut: CUT_LENGTHS.contains(&name.trim().chars().count()), ..Normal::default() };
    let (main, tail) = wording(main, &mut normal);
    normal.main = main;
    let mut rest = Normal::default();
    let others = others.into_iter().map(|other| wording(other, &mut rest).0).collect::<Vec<Wording>>();
    for other in tail.into_iter().chain(others) {
        if !other.words.is_empty() && other != normal.main && !normal.others.contains(&other) {
            normal.others.push(other);
        }
    }
    if normal.main.words.is_empty() && !normal.others.is_empty() {
        normal.main = normal.others.remove(0);
    }
    normal
}

/// True where a publisher hid the name; such a name is nobody's and is joined to nothing.
pub fn is_hidden(normal: &Normal) -> bool {
    let words = &normal.main.words;
    let is = |word: &str| words.iter().any(|w| w.text == word);
    words.is_empty()
        || words.iter().any(|w| w.text.starts_with("REDACT") || w.text == "WITHHELD" || w.text == "ANONYMISED")
        || (is("PERSONAL") && (is("DATA") || is("INFORMATION") || is("EXPENDITURE")))
        || (is("NOT") && is("AVAILABLE"))
        || (is("NAME") && words.len() <= 3 && (is("SUPPLIER") || is("NOT")))
        || (is("SUNDRY") && words.len() <= 2)
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

fn split_names(folded: &str) -> (&str, Vec<&str>) {
    let mut parts = Vec::new();
    let mut rest = folded;
    while let Some((before, after)) = split_at_mark(rest) {
        parts.push(before);
        rest = after;
    }
    parts.push(rest);
    // Some ledgers write a second name, or a running number, after a hash.
    let mut parts: Vec<&str> = parts.into_iter().flat_map(|part| part.split('#')).filter(|part| !is_number_or_nothing(part)).collect();
    if parts.is_empty() {
        parts.push(folded);
    }
    let main = parts.remove(0);
    (main, parts)
}

fn is_number_or_nothing(text: &str) -> bool {
    !text.chars().any(char::is_alphabetic)
}

fn split_at_mark(text: &str) -> Option<(&str, &str)> {
    let mut words = text.char_indices().filter(|(place, character)| {
        character.is_alphanumeric() && text[..*place].chars().next_back().is_none_or(|before| !before.is_alphanumeric() && before != '/')
    });
    words.find_map(|(place, _)| {
        let after = mark_length(&text[place..], &text[..place])?;
        Some((&text[..place], &text[place + after..]))
    })
}

/// Length of the mark that `text` begins with. A bare `TA` counts only after a legal form: it may also be a firm's initials.
fn mark_length(text: &str, before: &str) -> Option<usize> {
    let ends = |length: usize| text[length..].chars().next().is_none_or(|next| !next.is_alphanumeric());
    let mark = OTHER_NAME_MARKS.iter().find(|mark| text.starts_with(**mark) && ends(mark.len())).map(|mark| mark.len());
    let bare = ["TA", "T A", "T.A."].iter().find(|bare| text.starts_with(**bare) && ends(bare.len())).map(|bare| bare.len());
    let after_form = || {
        before
            .trim_end()
            .rsplit(|c: char| !c.is_alphanumeric())
            .find(|word| !word.is_empty())
            .is_some_and(|word| form_of_last_word(word).is_some())
    };
    mark.or_else(|| bare.filter(|_| after_form()))
}

/// The words of one of a name's parts, and the words of what stands after its legal form if they may be another name.
fn wording(text: &str, normal: &mut Normal) -> (Wording, Option<Wording>) {
    let mut words = split_words(text);
    remove_doubled_a(&mut words);
    remove_office_notes(&mut words);
    let tail = remove_tail(&mut words);
    remove_forms(&mut words, &mut normal.form, normal.may_be_cut);
    normal.is_titled |= remove_titles(&mut words);
    let main = reduced(words, &mut normal.form);
    let tail = tail.map(|words| reduced(words, &mut Form::Unsaid)).filter(|tail| may_be_a_name(tail));
    (main, tail)
}

fn reduced(mut words: Vec<Word>, form: &mut Form) -> Wording {
    remove_account_numbers(&mut words);
    words = glue_initials(words);
    spell_out(&mut words);
    name_national_body(&mut words);
    remove_nhs_form(&mut words, form);
    let with_fillers = words.clone();
    words.retain(|word| !is_filler(&word.text));
    Wording { words: if words.is_empty() { with_fillers } else { words } }
}

/// A register has each name once, so what follows LTD or PLC is a note or a site and no part of the name.
fn remove_tail(words: &mut Vec<Word>) -> Option<Vec<Word>> {
    let ends_name = |word: &Word| matches!(form_of_word(&word.text), Some(Form::Limited | Form::Plc | Form::Partnership));
    let place = words.iter().position(ends_name).filter(|place| *place > 0)?;
    let is_more = |word: &&Word| {
        form_of_last_word(&word.text).is_some() || matches!(word.text.as_str(), "CO" | "COMPANY" | "LIABILITY" | "PARTNERSHIP")
    };
    let after = place + 1 + words[place + 1..].iter().take_while(is_more).count();
    let tail = words.split_off(after);
    (!tail.is_empty() && tail.iter().all(|word| !word.in_brackets)).then_some(tail)
}

/// Two words or more, one of them no everyday word, and no account number.
fn may_be_a_name(tail: &Wording) -> bool {
    let is_telling = |word: &Word| names_in_ten_thousand(&word.text) < 1.0 && word.text.len() > 2;
    tail.words.len() >= 2
        && tail.words.iter().any(is_telling)
        && !tail.words.iter().any(|word| word.text.bytes().any(|byte| byte.is_ascii_digit()))
}

/// One ledger writes AA after every word of some names: `ROYALAA COLLEGEAA OFAA NURSING`.
fn remove_doubled_a(words: &mut [Word]) {
    let doubled = |word: &&mut Word| word.text.len() > 3 && word.text.ends_with("AA");
    if words.iter_mut().filter(doubled).count() >= 2 {
        words.iter_mut().filter(doubled).for_each(|word| word.text.truncate(word.text.len() - 2));
    }
}

fn name_national_body(words: &mut Vec<Word>) {
    for (run, name) in NATIONAL_BODIES {
        if let Some(place) = place_of(words, run) {
            words.drain(place + 1..place + run.len());
            words[place].text = (*name).to_string();
        }
    }
    if let Some(place) = words.iter().position(|word| NATIONAL_BODIES.iter().any(|(_, name)| *name == word.text)) {
        *words = vec![words.swap_remove(place)];
    }
}

fn split_words(text: &str) -> Vec<Word> {
    let mut words = Vec::new();
    let mut depth = 0usize;
    let mut current = String::new();
    let finish = |current: &mut String, depth: usize, words: &mut Vec<Word>| {
        if !current.is_empty() {
            words.push(Word { text: std::mem::take(current), in_brackets: depth > 0 });
        }
    };
    for character in text.chars() {
        if character.is_alphanumeric() {
            current.push(character);
            continue;
        }
        finish(&mut current, depth, &mut words);
        match character {
            '(' | '[' | '{' => depth += 1,
            ')' | ']' | '}' => depth = depth.saturating_sub(1),
            '&' | '+' => words.push(Word { text: "AND".to_string(), in_brackets: depth > 0 }),
            _ => {}
        }
    }
    finish(&mut current, depth, &mut words);
    words
}

fn remove_office_notes(words: &mut Vec<Word>) {
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
    while words.len() > 1 && matches!(words[0].text.as_str(), "XX" | "XXX" | "ZZ" | "ZZZ") {
        words.remove(0);
    }
}

fn remove_run(words: &mut Vec<Word>, is_note: impl Fn(&str, &str) -> bool) {
    if let Some(place) = words.windows(2).position(|pair| is_note(&pair[0].text, &pair[1].text)).filter(|_| words.len() > 2) {
        words.drain(place..place + 2);
    }
}

fn place_of(words: &[Word], run: &[&str]) -> Option<usize> {
    words.windows(run.len()).position(|window| window.iter().zip(run).all(|(word, text)| word.text == *text))
}

fn remove_forms(words: &mut Vec<Word>, form: &mut Form, may_be_cut: bool) {
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
    if words.len() > 1 && words.last().is_some_and(|word| matches!(word.text.as_str(), "COMPANY" | "CO")) {
        words.pop();
    }
}

impl Form {
    /// The first form a name states is its own; a later one belongs to another name in the same text.
    fn state(&mut self, form: Form) {
        if *self == Form::Unsaid || (*self == Form::Limited && form == Form::CommunityInterest) {
            *self = form;
        }
    }
}

fn remove_titles(words: &mut Vec<Word>) -> bool {
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
fn remove_account_numbers(words: &mut Vec<Word>) {
    let is_number = |word: &Word| word.text.bytes().all(|byte| byte.is_ascii_digit());
    if let Some(place) = place_of(words, &["A", "C"]).filter(|place| *place > 0) {
        let after = words[place + 2..].iter().take_while(|word| is_number(word)).count();
        let numbered = place > 2 && is_number(&words[place - 1]) && words[place - 2].text == "NO";
        if after > 0 || place + 2 == words.len() {
            words.drain(if numbered { place - 2 } else { place }..place + 2 + after);
        }
    }
    let lettered = |words: &[Word]| words.iter().any(|word| word.text.bytes().filter(u8::is_ascii_alphabetic).count() >= 2);
    let is_code = |word: &Word| {
        word.text.len() >= 5
            && word.text.bytes().filter(u8::is_ascii_digit).count() >= word.text.len() - 2
            && word.text.bytes().all(|b| b.is_ascii_alphanumeric())
    };
    if words.len() > 1 && is_code(&words[0]) && lettered(&words[1..]) {
        words.remove(0);
    }
    while words.len() > 1 && words.last().is_some_and(is_code) && lettered(&words[..words.len() - 1]) {
        words.pop();
    }
    if let Some(first) = words.first_mut() {
        let digits = first.text.bytes().take_while(u8::is_ascii_digit).count();
        if digits >= 5 && first.text.len() >= digits + 3 {
            first.text.drain(..digits);
        }
    }
}

/// `S & B`, `S.B.` and `S B` are all `SB`.
fn glue_initials(words: Vec<Word>) -> Vec<Word> {
    let mut glued: Vec<Word> = Vec::with_capacity(words.len());
    let is_initial = |word: &Word| word.text.len() == 1 && word.text.as_bytes()[0].is_ascii_alphabetic();
    let mut open = false;
    let mut pending_and: Option<Word> = None;
    for word in words {
        if is_initial(&word) {
            match glued.last_mut().filter(|_| open) {
                Some(last) => last.text.push_str(&word.text),
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
    glued
}

/// Plurals lose their S, short forms are written out; where that gives two words, both stand.
fn spell_out(words: &mut Vec<Word>) {
    let mut out = Vec::with_capacity(words.len());
    for mut word in words.drain(..) {
        drop_plural(&mut word.text);
        match written_out(&word.text) {
            Some(long) => out.extend(long.split(' ').map(|part| Word { text: part.to_string(), in_brackets: word.in_brackets })),
            None => out.push(word),
        }
    }
    *words = out;
}

fn drop_plural(word: &mut String) {
    let stays = ["SS", "US", "IS"].iter().any(|end| word.ends_with(end));
    if word.len() < 4 || !word.ends_with('S') || stays || !word.is_ascii() {
        return;
    }
    word.pop();
    if word.ends_with("IE") && word.len() > 4 {
        word.truncate(word.len() - 2);
        word.push('Y');
    }
}

/// `NHS FOUNDATION TRUST`, `NHS FT` and `NHS TRUST` are one legal form: trusts move between them and keep their name.
fn remove_nhs_form(words: &mut Vec<Word>, form: &mut Form) {
    let has = |text: &str| words.iter().any(|word| word.text == text);
    let is_foundation_trust =
        place_of(words, &["FOUNDATION", "TRUST"]).is_some() && (has("HOSPITAL") || has("HEALTHCARE") || has("HEALTH"));
    let is_nhs = *form == Form::NhsTrust || has("NHS") || is_foundation_trust;
    let of_form = |word: &Word| {
        matches!(
            word.text.as_str(),
            "NHS" | "TRUST" | "FOUNDATION" | "FT" | "FTRUST" | "FOUNDATRUST" | "FOUNDTRUST" | "FTION" | "TST" | "TRT"
        )
    };
    if !is_nhs || words.iter().all(|word| of_form(word) || is_filler(&word.text)) {
        return;
    }
    // What follows NHS may be a cut or short form of FOUNDATION TRUST, down to its first letter.
    let begins_form = |word: &Word| of_form(word) || "FOUNDATION".starts_with(&word.text) || "TRUST".starts_with(&word.text);
    if let Some(place) = words.iter().position(|word| word.text == "NHS").filter(|place| *place > 0) {
        let cut = words[place + 1..].iter().take_while(|word| begins_form(word)).count();
        let is_trust = cut > 0;
        words.drain(place..place + 1 + cut);
        // A trust's name ends there; what follows is a department or a note.
        let rest_is_name = words[..place].iter().all(|word| of_form(word) || is_filler(&word.text));
        if is_trust && !rest_is_name {
            words.truncate(place);
        }
    }
    words.retain(|word| !of_form(word));
    if words.len() > 1 && words[0].text == "TOTAL" {
        words.remove(0);
    }
    form.state(Form::NhsTrust);
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(name: &str) -> String {
        normalise(name).main.text()
    }

    #[test]
    fn the_legal_form_is_taken_off_and_kept() {
        for (name, form) in [
            ("Quince Plumbing Limited", Form::Limited),
            ("QUINCE PLUMBING LTD.", Form::Limited),
            ("Quince Plumbing L.T.D.", Form::Limited),
            ("Quince Plumbing Limtied", Form::Limited),
            ("Quince Plumbing p.l.c.", Form::Plc),
            ("Quince Plumbing C.I.C.", Form::CommunityInterest),
            ("Quince Plumbing Community Interest Company", Form::CommunityInterest),
        ] {
            assert_eq!((words(name).as_str(), normalise(name).form), ("QUINCE PLUMBING", form), "{name}");
        }
    }

    #[test]
    fn initials_are_glued_however_they_are_written() {
        for name in ["S & B Motors", "S.B. Motors", "S B Motors", "SB MOTORS", "S and B Motors"] {
            assert_eq!(words(name), "SB MOTOR", "{name}");
        }
    }

    #[test]
    fn a_trading_name_is_kept_as_another_name() {
        let normal = normalise("Quince Holdings Ltd T/A The Marmalade Cat");
        assert_eq!(normal.main.text(), "QUINCE HOLDING");
        assert_eq!(normal.others[0].text(), "MARMALADE CAT");
        assert_eq!(normalise("Quince Ltd TA Marmalade").others.len(), 1);
        assert_eq!(normalise("TA Quince Ltd").main.text(), "TA QUINCE");
    }

    #[test]
    fn notes_of_the_accounts_office_are_no_part_of_a_name() {
        for name in [
            "Quince Plumbing (A/C 45613368)",
            "QUINCE PLUMBING - DO NOT USE",
            "Quince Plumbing Ltd (BACS)",
            "Quince Plumbing [GROUPED]",
            "074844Quince Plumbing",
            "90205 Quince Plumbing",
            "Mr Quince Plumbing",
            "Quince Plumbing Ltd (In Liquidation)",
            "Quince Plumbing no 4 a/c",
        ] {
            assert_eq!(words(name), "QUINCE PLUMBING", "{name}");
        }
    }

    #[test]
    fn a_name_that_is_only_fillers_or_forms_keeps_them() {
        assert_eq!(words("The The"), "THE THE");
        assert_eq!(words("Limited"), "LIMITED");
        assert_eq!(words(""), "");
    }

    #[test]
    fn an_nhs_trust_is_itself_before_and_after_it_became_a_foundation_trust() {
        for name in ["Quincetown Hospitals NHS FT", "QUINCETOWN HOSP NHS FOUNDATION TRUST", "Quincetown Hospitals NHS Trust"] {
            assert_eq!(words(name), "QUINCETOWN HOSPITAL", "{name}");
        }
    }

    #[test]
    fn hidden_names_are_known() {
        for name in ["REDACTED PERSONAL DATA", "Name withheld", "", "Redacted", "Not yet available", "--"] {
            assert!(is_hidden(&normalise(name)), "{name}");
        }
        assert!(!is_hidden(&normalise("Data Protection People Ltd")));
    }
}
