//! Who was paid: a supplier, a redacted name, a private person, or nobody named.
//!
//! The rule: a name that may not be shown leaves here as a kind, never as text. From a name that may, only codes are taken: the
//! ledger's own numbers and marks, whatever a card machine padded it with, and the person behind a trading name. The rest
//! stays as published. `Various`, `Sundry` and their like name nobody, and are `Missing`.

use std::sync::LazyLock;

use rustc_hash::FxHashSet;

use super::persons::is_private_person;
use super::redaction::redaction;
use super::word_lists::set;
use super::words::{Words, is_business_word};
use crate::{Payee, Redaction};

/// Reads a supplier's cell. `redacted_mark` is true where a column of its own says that the name was withheld; `context` is
/// the row's category, purpose and service. The second answer is true where a code was taken out of the name.
pub(crate) fn payee<'a>(text: Option<&'a str>, redacted_mark: bool, context: &[&str], buffer: &'a mut String) -> (Payee<'a>, bool) {
    if let Some(reason) = text.and_then(redaction) {
        return (Payee::Redacted(reason), false);
    }
    if redacted_mark {
        return (Payee::Redacted(Redaction::Other), false);
    }
    let Some(text) = text.map(str::trim).filter(|text| !text.is_empty() && !names_nobody(text)) else { return (Payee::Missing, false) };
    let (name, had_code) = without_codes(text);
    let (name, had_owner) = without_owner(name, context);
    if is_private_person(name, context) {
        return (Payee::PrivatePerson, false);
    }
    (Payee::Supplier(with_single_spaces(name, buffer)), had_code || had_owner)
}

/// `Various`, `Sundry suppliers`, `One-off vendor`, `Test`, a dash: words in the place of a name.
fn names_nobody(text: &str) -> bool {
    if !text.chars().any(char::is_alphanumeric) {
        return true;
    }
    if text.len() > 40 {
        return false;
    }
    let of_nobody = |word: &str| WORDS_OF_NOBODY.contains(&word);
    const KEYS: &[&str] = &[
        "various",
        "sundry",
        "sundries",
        "miscellaneous",
        "misc",
        "one",
        "oneoff",
        "onetime",
        "unknown",
        "none",
        "blank",
        "test",
        "tbc",
        "na",
        "n",
        "null",
        "nil",
        "dummy",
        "not",
        "vendor",
        "supplier",
    ];
    let words = Words::of(text);
    words.iter().all(of_nobody) && words.iter().next().is_some_and(|first| KEYS.contains(&first))
}

/// The name without the ledger's numbers and marks. A name that is nothing else is left as it is.
fn without_codes(text: &str) -> (&str, bool) {
    let mut name = text;
    while let Some(shorter) = without_one_code(name) {
        name = shorter;
    }
    if name.chars().any(char::is_alphabetic) { (name, name.len() < text.len()) } else { (text, false) }
}

fn without_one_code(name: &str) -> Option<&str> {
    let stars = name.trim_end_matches(['*', ' ']);
    if name.ends_with('*') && !stars.is_empty() {
        return Some(stars);
    }
    // `*INACTIVATED* NAME`.
    if let Some((_, rest)) =
        name.strip_prefix('*').and_then(|rest| rest.split_once('*')).filter(|(mark, rest)| !mark.is_empty() && !rest.trim().is_empty())
    {
        return Some(rest.trim());
    }
    if let Some(shorter) = name.split_once('*').and_then(|(before, after)| around_star(before.trim(), after.trim())) {
        return Some(shorter);
    }
    if let Some((before, after)) = name.rsplit_once(['#', ':']) {
        let is_count = name.as_bytes()[before.len()] == b'#' && !after.is_empty() && after.bytes().all(|byte| byte.is_ascii_digit());
        if !before.trim().is_empty() && (is_count || is_code(after)) {
            return Some(before.trim());
        }
    }
    for mark in [":", " - ", "#"] {
        if let Some((before, after)) = name.split_once(mark).filter(|(before, after)| is_code(before) && !after.trim().is_empty()) {
            let _ = before;
            return Some(after.trim());
        }
    }
    if let Some((before, after)) = name.rsplit_once(" - ").filter(|(_, after)| is_code(after)) {
        let _ = after;
        return Some(before.trim());
    }
    without_bracketed_code(name)
}

/// What a card statement writes around a star: who collected the money and who was paid (`Sumup *Ash Roofing`), or a shop and
/// the number of the purchase (`BIRCHMART*2R88N1`).
fn around_star<'a>(before: &'a str, after: &'a str) -> Option<&'a str> {
    let has_letters = |text: &str| text.bytes().filter(u8::is_ascii_alphabetic).count() >= 3;
    if COLLECTORS.iter().any(|collector| before.eq_ignore_ascii_case(collector)) {
        return Some(after).filter(|name| has_letters(name));
    }
    let is_reference = after.bytes().any(|byte| byte.is_ascii_digit())
        && after.bytes().all(|byte| byte.is_ascii_digit() || byte.is_ascii_uppercase() || byte == b'-');
    Some(before).filter(|name| is_reference && has_letters(name))
}

/// Firms that collect card payments for others, as statements write them.
const COLLECTORS: &[&str] = &[
    "sq",
    "square",
    "sumup",
    "paypal",
    "pp",
    "zettle",
    "zettle_",
    "izettle",
    "iz",
    "stripe",
    "wpy",
    "worldpay",
    "allpay",
    "gocardless",
    "tst",
];

/// `UK0479435601`, `03529700`: five digits or more with at most three letters. Four digits may be a year or a street number.
fn is_code(text: &str) -> bool {
    let text = text.trim();
    let digits = text.bytes().filter(u8::is_ascii_digit).count();
    (5..=16).contains(&text.len()) && digits >= 5 && text.bytes().all(|byte| byte.is_ascii_alphanumeric()) && text.len() - digits <= 3
}

/// `NAME (A/C 1234)`, `NAME [215254]`.
fn without_bracketed_code(name: &str) -> Option<&str> {
    let inside = name.strip_suffix([')', ']'])?;
    let open = inside.rfind(['(', '['])?;
    let (before, inside) = (name[..open].trim(), &inside[open + 1..]);
    let letters: String = inside.chars().filter(|character| character.is_ascii_alphabetic()).collect::<String>().to_ascii_lowercase();
    let digits = inside.bytes().filter(u8::is_ascii_digit).count();
    let is_account = matches!(
        letters.as_str(),
        "ac" | "acno" | "acc" | "accno" | "account" | "accountno" | "ref" | "vendor" | "vendorno" | "supplierno"
    ) && digits > 0;
    (!before.is_empty() && (is_account || is_code(inside))).then_some(before)
}

/// The trade name alone, where a person's name stands before `t/a`; and the shop, where a card list has `holder;kind;shop`.
fn without_owner<'a>(name: &'a str, context: &[&str]) -> (&'a str, bool) {
    if let Some((holder, rest)) = name.split_once(';') {
        let shop = rest.rsplit(';').next().unwrap_or(rest).trim();
        if !shop.is_empty() && rest.contains(';') && is_private_person(holder, &["foster"]) {
            return (shop, true);
        }
    }
    for mark in [" t/a ", " trading as ", " t/as ", " ta "] {
        let found = name.as_bytes().windows(mark.len()).position(|window| window.eq_ignore_ascii_case(mark.as_bytes()));
        let Some(at) = found else { continue };
        let (owner, trade) = (name[..at].trim(), name[at + mark.len()..].trim());
        let is_trade = Words::of(trade).iter().any(is_business_word);
        if is_trade && is_owner(owner, context) {
            return (trade, true);
        }
    }
    (name, false)
}

/// One person or several: `Mr A and Mrs B Example`, `A Example & C Other`.
fn is_owner(owner: &str, context: &[&str]) -> bool {
    let parts = || owner.split('&').flat_map(|part| part.split(" and ")).flat_map(|part| part.split(" AND ")).map(str::trim);
    is_private_person(owner, context) || (owner.contains(['&', ' ']) && parts().all(|part| is_private_person(part, context)))
}

fn with_single_spaces<'a>(name: &'a str, buffer: &'a mut String) -> &'a str {
    let is_plain = !name.contains("  ") && !name.contains(|character: char| character.is_whitespace() && character != ' ');
    if is_plain {
        return name;
    }
    buffer.clear();
    for word in name.split_whitespace() {
        if !buffer.is_empty() {
            buffer.push(' ');
        }
        buffer.push_str(word);
    }
    buffer
}
static WORDS_OF_NOBODY: LazyLock<FxHashSet<&'static str>> = LazyLock::new(|| {
    set("various sundry sundries miscellaneous misc one off oneoff onetime time vendor vendors supplier suppliers provider providers
         payee payees creditor creditors customer customers unknown none blank test tbc na n a not applicable account eft null nil
         dummy other others payment payments see description")
});

#[cfg(test)]
mod tests;
