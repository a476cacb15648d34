//! One published name to what it says: its words, its legal form, its other names.
//!
//! The rule: everything that does not tell one supplier from another (legal form, titles, notes of
//! the accounts office, account numbers, plurals, short forms) is set aside in the same way for
//! every name, so that two spellings of one name become equal. What is set aside and matters is
//! kept. It never guesses from other names: the same text always gives the same answer.

use crate::commonness::names_in_ten_thousand;
use crate::fold::fold;
use crate::forms::{Form, form_of_last_word, is_filler, says_nothing, written_out};
use crate::legal::{name_national_body, remove_forms, remove_nhs_form, remove_tail};
use crate::office::{remove_account_numbers, remove_doubled_a, remove_office_notes, remove_titles};

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
        // Some ledgers write the legal form after the mark, as if it were a name: `QUINCE#LIMITED`.
        if let [word] = other.words.as_slice()
            && let Some(form) = form_of_last_word(&word.text)
        {
            normal.form.state(form);
            continue;
        }
        if !is_no_name(&other) && other != normal.main && !normal.others.contains(&other) {
            normal.others.push(other);
        }
    }
    // `MR T/A QUINCE`: a name that is no name gives way to the other.
    if is_no_name(&normal.main) && !normal.others.is_empty() {
        normal.main = normal.others.remove(0);
    }
    normal
}

fn is_no_name(wording: &Wording) -> bool {
    wording.words.iter().all(|word| says_nothing(&word.text))
}

/// True where a publisher hid the name, or wrote none; such a name is nobody's and is joined to nothing.
pub fn is_hidden(normal: &Normal) -> bool {
    let words = &normal.main.words;
    let is = |word: &str| words.iter().any(|w| w.text == word);
    let is_nothing = words.len() == 1 && matches!(words[0].text.as_str(), "NA" | "NONE" | "NULL" | "UNKNOWN" | "TBC" | "VARIOUS" | "BLANK");
    is_no_name(&normal.main)
        || is_nothing
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
    let tail = tail.map(|words| reduced(words, &mut Form::Unsaid)).filter(may_be_a_name);
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

/// Two words or more, one of them no everyday word, and no account number.
fn may_be_a_name(tail: &Wording) -> bool {
    let is_telling = |word: &Word| names_in_ten_thousand(&word.text) < 1.0 && word.text.len() > 2;
    tail.words.len() >= 2
        && tail.words.iter().any(is_telling)
        && !tail.words.iter().any(|word| word.text.bytes().any(|byte| byte.is_ascii_digit()))
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

/// Where `run` stands among `words`.
pub fn place_of(words: &[Word], run: &[&str]) -> Option<usize> {
    words.windows(run.len()).position(|window| window.iter().zip(run).all(|(word, text)| word.text == *text))
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
        for name in ["REDACTED PERSONAL DATA", "Name withheld", "", "Redacted", "Not yet available", "--", "#N/A", "n/a"] {
            assert!(is_hidden(&normalise(name)), "{name}");
        }
        assert!(!is_hidden(&normalise("Data Protection People Ltd")));
        assert!(!is_hidden(&normalise("A B Ltd")));
    }

    #[test]
    fn a_title_or_an_article_before_ltd_is_not_a_name_that_many_suppliers_share() {
        assert!(is_hidden(&normalise("THE LTD")));
        assert!(is_hidden(&normalise("Mr Limited")));
        assert_eq!(words("The Ltd Marmalade Supplies"), "MARMALADE SUPPLY");
        assert_eq!(words("Mr T/A Marmalade"), "MARMALADE");
    }
}
