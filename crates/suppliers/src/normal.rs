//! One published name to what it says: its words, its legal form, its other names.
//!
//! The rule: everything that does not tell one supplier from another (legal form, titles, notes of
//! the accounts office, account numbers, plurals, short forms) is set aside in the same way for
//! every name, so that two spellings of one name become equal. What is set aside and matters is
//! kept. It never guesses from other names: the same text always gives the same answer.

use crate::commonness::names_in_ten_thousand;
use crate::fold::fold;
use crate::forms::{Form, form_of_last_word, is_filler, says_nothing};
use crate::legal::{name_national_body, remove_forms, remove_nhs_form, remove_tail};
use crate::office::{remove_account_numbers, remove_doubled_a, remove_office_notes, remove_titles};
use crate::parts::split_names;
use crate::places::is_group_word;
use crate::words::{Word, glue_initials, spell_out, split_words};

/// What one name says.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Normal {
    /// The name itself.
    pub main: Wording,
    /// Names it gives after T/A, FORMERLY and the like.
    pub others: Vec<Wording>,
    /// The legal form it states.
    pub form: Form,
    /// All of it as written, where it is a letter and words that any firm may have (`P GROUP LTD`): it is one only with itself.
    pub written: Option<String>,
    /// True where a title (MR, DR) stood in front.
    pub is_titled: bool,
    /// True where the published text has a length at which accounting systems cut names.
    pub may_be_cut: bool,
}

/// The words of a name.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Wording {
    /// Its words in capitals, without plural S, with single spaces.
    pub text: String,
    /// One bit a word, the first word's lowest: set where the word stood in brackets, as branches and places do.
    pub brackets: u32,
}

impl Wording {
    /// Its words in order.
    pub fn words(&self) -> impl Iterator<Item = &str> {
        self.text.split(' ').filter(|word| !word.is_empty())
    }

    fn has(&self, text: &str) -> bool {
        self.words().any(|word| word == text)
    }

    fn of(words: &[Word<'_>]) -> Wording {
        let mut wording = Wording { text: String::with_capacity(words.iter().map(|word| word.text.len() + 1).sum()), brackets: 0 };
        for (place, word) in words.iter().enumerate() {
            if place > 0 {
                wording.text.push(' ');
            }
            wording.text.push_str(&word.text);
            wording.brackets |= u32::from(word.in_brackets).checked_shl(place as u32).unwrap_or(0);
        }
        wording
    }
}

/// Lengths at which accounting systems are known to cut a supplier's name.
const CUT_LENGTHS: [usize; 7] = [25, 30, 32, 35, 36, 40, 50];

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
        if !other.text.contains(' ')
            && let Some(form) = form_of_last_word(&other.text)
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
    if is_letter_of_many(&normal.main) {
        normal.written = Some(folded);
    }
    normal
}

/// `P GROUP`, `M UK`: initials or a name cut short, which many firms have.
fn is_letter_of_many(wording: &Wording) -> bool {
    wording.words().any(|word| word.len() == 1) && wording.words().all(|word| word.len() == 1 || is_group_word(word))
}

fn is_no_name(wording: &Wording) -> bool {
    wording.words().all(says_nothing)
}

/// True where a publisher hid the name, or wrote none; such a name is nobody's and is joined to nothing.
pub fn is_hidden(normal: &Normal) -> bool {
    let main = &normal.main;
    is_no_name(main)
        || matches!(main.text.as_str(), "NA" | "NONE" | "NULL" | "UNKNOWN" | "TBC" | "VARIOUS" | "BLANK")
        || main.words().any(|word| match word {
            "WITHHELD" | "ANONYMISED" => true,
            "PERSONAL" => main.has("DATA") || main.has("INFORMATION") || main.has("EXPENDITURE"),
            "NOT" => main.has("AVAILABLE"),
            "NAME" => main.words().count() <= 3 && (main.has("SUPPLIER") || main.has("NOT")),
            "SUNDRY" => main.words().count() <= 2,
            _ => word.starts_with("REDACT"),
        })
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

fn reduced(mut words: Vec<Word<'_>>, form: &mut Form) -> Wording {
    remove_account_numbers(&mut words);
    glue_initials(&mut words);
    spell_out(&mut words);
    name_national_body(&mut words);
    remove_nhs_form(&mut words, form);
    if !words.iter().all(|word| is_filler(&word.text)) {
        words.retain(|word| !is_filler(&word.text));
    }
    Wording::of(&words)
}

/// Two words or more, one of them no everyday word, and no account number.
fn may_be_a_name(tail: &Wording) -> bool {
    let is_telling = |word: &str| word.len() > 2 && names_in_ten_thousand(word) < 1.0;
    tail.words().nth(1).is_some() && !tail.text.bytes().any(|byte| byte.is_ascii_digit()) && tail.words().any(is_telling)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(name: &str) -> String {
        normalise(name).main.text
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
        assert_eq!(normal.main.text, "QUINCE HOLDING");
        assert_eq!(normal.others[0].text, "MARMALADE CAT");
        assert_eq!(normalise("Quince Ltd TA Marmalade").others.len(), 1);
        assert_eq!(normalise("TA Quince Ltd").main.text, "TA QUINCE");
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
    fn a_letter_beside_words_that_any_firm_may_have_is_kept_as_written() {
        assert_eq!(normalise("P Group Ltd.").written.as_deref(), Some("P GROUP LTD."));
        assert_eq!(normalise("M (UK) Limited").written.as_deref(), Some("M (UK) LIMITED"));
        // Two initials are glued to a word, and a word of its own says who it is.
        for name in ["S & B Group Ltd", "P Quince Group Ltd", "National Group"] {
            assert_eq!(normalise(name).written, None, "{name}");
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
