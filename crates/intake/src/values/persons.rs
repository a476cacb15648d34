//! Names of private persons, who are counted and never shown.
//!
//! The rule: where it is in doubt whether a name is a person's or a firm's, the person is protected: a sole trader who trades
//! under nothing but a name (`John Smith`) is hidden. What settles the doubt the other way is a legal form, a trade, a building or
//! a public body in the name, or the few firms known to bear a person's name. It never shows a name because a row is dull.
//!
//! A row's context (fostering, direct payments, refunds) makes shapes suspect that prove nothing elsewhere.

use std::sync::LazyLock;

use rustc_hash::FxHashSet;

use super::word_lists::set;
use super::words::{Words, has_legal_form, is_also_a_word, is_business_word, is_firm_named_like_person, is_given_name};

/// True where a supplier's name is a private person's. `context` is the row's own category, purpose and service.
pub(crate) fn is_private_person(name: &str, context: &[&str]) -> bool {
    let name = before_care_of(name);
    let all = Words::of(name);
    if has_legal_form(&all) || is_firm_named_like_person(&all) {
        return false;
    }
    if is_person_by_phrase(&all) {
        return true;
    }
    let head = before_description(name);
    let words = if head.len() < name.len() { Words::of(head) } else { all };
    let in_context = |context: &[&str]| is_person_in_context(&words, head, context);
    is_titled(&words)
        || is_surname_with_initials(&words, head)
        || is_given_and_surname(&words, head)
        || in_context(context)
        || in_context(&[name])
}

/// True where a purpose may name a person and must not be shown. `context` is the row's category and service.
///
/// A title before a name tells everywhere. Where the row is of care or a refund, so does a given name that is no other word,
/// or one that is, before a word that no business has.
pub(crate) fn purpose_may_name_person(text: &str, context: &[&str]) -> bool {
    let words = Words::of(text);
    let follows = |place: usize| words.get(place + 1).is_some_and(|next| is_alphabetic(next) && !is_business_word(next));
    if words.iter().enumerate().any(|(place, word)| is_strong_title(word) && follows(place)) {
        return true;
    }
    if !is_private_context(context) && !is_private_context(&[text]) {
        return false;
    }
    words.iter().enumerate().any(|(place, word)| is_given_name(word) && (!is_also_a_word(word) || follows(place)))
        || is_surname_with_initials(&words, text)
}

/// True for a row of fostering, direct payments, refunds and the like, where a payee is more often a person than a firm.
pub(crate) fn is_private_context(context: &[&str]) -> bool {
    context.iter().any(|text| PRIVATE_CONTEXTS.split(';').any(|sign| contains(text, sign.trim())))
}

/// The name before `c/o`: the firm that takes in a person's letters is not who was paid.
fn before_care_of(name: &str) -> &str {
    let at = name.as_bytes().windows(3).position(|three| three.eq_ignore_ascii_case(b"c/o"));
    match at {
        Some(at) if !name[..at].trim().is_empty() => name[..at].trim(),
        _ => name,
    }
}

/// What follows a dash, a bracket or a number sign describes: `Miss A Example - Transcription Service` is still Miss Example.
fn before_description(name: &str) -> &str {
    let end = [" - ", "(", "#"].iter().filter_map(|mark| name.find(mark)).min().unwrap_or(name.len());
    if name[..end].trim().is_empty() { name } else { name[..end].trim() }
}

/// Words that say that somebody unnamed, or a dead person, was paid.
fn is_person_by_phrase(words: &Words) -> bool {
    let at = |place: usize| words.get(place).unwrap_or("");
    let start = usize::from(at(0) == "the");
    let is_estate =
        matches!(at(start), "estate" | "est" | "executor" | "executors" | "exor" | "exors" | "exec" | "execs" | "reps" | "representatives")
            && matches!(at(start + 1), "of" | "for" | "late" | "to");
    if is_estate || (at(start) == "late" && start == 1) {
        return true;
    }
    let has_firm_word = words.iter().any(|word| WORDS_OF_FIRMS.contains(&word));
    let pair = |first: &str, seconds: &[&str]| words.iter().zip(words.iter().skip(1)).any(|(a, b)| a == first && seconds.contains(&b));
    let is_carer = pair("foster", &["carer", "carers", "parent", "parents"]) || pair("kinship", &["carer", "carers"]);
    let is_client = pair("personal", &["budget", "budgets"])
        || (matches!(at(0), "direct") && pair("direct", &["payment", "payments"]))
        || pair("dp", &["client", "recipient"]);
    let is_childminder = words.iter().any(|word| matches!(word, "childminder" | "childminders"));
    !has_firm_word && (is_carer || is_client || is_childminder)
}

/// `Mr J Smith`, `SMITH J MRS`, `Mr & Mrs Jones`, `Dr Lisa Example`, with no word of a firm: `Dr Khan & Partners` is a practice.
fn is_titled(words: &Words) -> bool {
    let count = words.len();
    if !(2..=9).contains(&count) {
        return false;
    }
    let is_first = words.get(0).is_some_and(|word| is_strong_title(word) || is_weak_title(word));
    let is_first_weak = words.get(0).is_some_and(is_weak_title);
    let is_last = words.get(count - 1).is_some_and(is_strong_title);
    let has_second = words.iter().skip(1).any(is_strong_title);
    let is_plain = |(place, word): (usize, &str)| {
        let joins = matches!(word, "&" | "and") && words.get(place + 1).is_some_and(|next| is_strong_title(next) || is_weak_title(next));
        joins || is_surname_too(word) || !is_business_word(word)
    };
    let limit = if is_first_weak { 5 } else { 9 };
    (is_first || is_last || has_second) && count <= limit && words.iter().enumerate().all(is_plain)
}

fn is_strong_title(word: &str) -> bool {
    matches!(word, "mr" | "mrs" | "miss" | "ms" | "messrs")
}

/// Titles that also stand in the names of surgeries, schools and public houses, and so need a shorter name.
fn is_weak_title(word: &str) -> bool {
    WEAK_TITLES.contains(&word)
}

/// `JONES, P`, `P A JONES`: one word of three letters or more, and single letters all before it or all after it. A letter
/// after a hyphen or a stroke (`Tri-X`, `EXAMPLE K/L`) is no initial.
fn is_surname_with_initials(words: &Words, name: &str) -> bool {
    let count = words.len();
    if !(2..=4).contains(&count) {
        return false;
    }
    let is_initial = |word: &str| word.len() == 1 && word != "&" && is_alphabetic(word);
    let is_surname = |word: &str| word.len() >= 3 && is_alphabetic(word) && (is_surname_too(word) || !is_business_word(word));
    let initials = words.iter().filter(|word| is_initial(word)).count();
    let at_ends = words.get(0).is_some_and(is_surname) || words.get(count - 1).is_some_and(is_surname);
    let is_joined = name.contains(['-', '/']);
    initials == count - 1 && at_ends && !is_joined
}

/// `John Smith`, `Smith, John`, `Emma J Example-Jones`, and nothing of a firm.
fn is_given_and_surname(words: &Words, name: &str) -> bool {
    let Some(first) = words.get(0) else { return false };
    let longest = if name.contains('-') { 5 } else { 4 };
    if !(2..=longest).contains(&words.len()) || !is_human(words) {
        return false;
    }
    let whole = words.iter().filter(|word| word.len() > 1).count();
    if is_given_name(first) {
        let has_second = words.iter().skip(1).any(is_given_name);
        let is_short = whole <= 3 || has_second || name.contains('-');
        return whole >= 2 && is_short && (!is_also_a_word(first) || words.len() == 2 || has_second || name.contains('-'));
    }
    let has_comma = name.split_once(',').is_some_and(|(surname, _)| !surname.trim().contains(' '));
    has_comma && words.get(1).is_some_and(is_given_name)
}

/// Where the row is of care or a refund: a given name anywhere (`SMITH JOHN`), alone, or initials grown together (`PA JONES`).
fn is_person_in_context(words: &Words, name: &str, context: &[&str]) -> bool {
    if !(1..=5).contains(&words.len()) || !is_human(words) {
        return false;
    }
    let has_given_name = words.iter().any(is_given_name);
    let is_glued = |word: &str| word.len() == 2 && is_alphabetic(word);
    let has_glued_initials = words.len() == 2 && words.iter().any(is_glued) && words.iter().any(|word| word.len() >= 3);
    let is_shouted = !name.bytes().any(|byte| byte.is_ascii_lowercase());
    (has_given_name || (has_glued_initials && is_shouted)) && is_private_context(context)
}

fn is_human(words: &Words) -> bool {
    words.iter().enumerate().all(|(place, word)| is_alphabetic(word) && (!is_business_word(word) || (place > 0 && is_surname_too(word))))
}

fn is_alphabetic(word: &str) -> bool {
    word.chars().all(char::is_alphabetic)
}

/// Words of trades and places that are common surnames as well.
fn is_surname_too(word: &str) -> bool {
    SURNAMES_TOO.contains(&word)
}

/// True where `text` has `sign` in it, whatever the case of its letters; `sign` is lower-case ASCII.
fn contains(text: &str, sign: &str) -> bool {
    let (text, sign) = (text.as_bytes(), sign.as_bytes());
    text.len() >= sign.len() && text.windows(sign.len()).any(|window| window.eq_ignore_ascii_case(sign))
}
static WORDS_OF_FIRMS: LazyLock<FxHashSet<&'static str>> =
    LazyLock::new(|| set("association network agency services service support society group trust"));

static WEAK_TITLES: LazyLock<FxHashSet<&'static str>> =
    LazyLock::new(|| set("dr doctor prof professor rev revd reverend cllr councillor canon dame"));

static SURNAMES_TOO: LazyLock<FxHashSet<&'static str>> = LazyLock::new(|| {
    set("baker hall chambers lane parks street west north law parish butcher english mews plant gardener carpenter joiner farmer cook
         bond may temple church manor")
});

const PRIVATE_CONTEXTS: &str = "
    foster; direct pay; kinship; adoption; guardian; refund; compensation; personal budget; leaver; leaving care; section 17;
    staying put; shared lives; hardship; disabled facilit; carer; reimburse; ex gratia; ex-gratia; housing benefit; council tax;
    bursar; residence order; child arrangement; claimant; home loss; disturbance; honorari; witness; to individual; personal
    health; boarded out; boarding out; client contribution; deputyship
";

#[cfg(test)]
mod tests;
