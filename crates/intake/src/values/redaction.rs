//! Names the publisher withheld.
//!
//! The rule has two halves. A form of the word `redacted` itself, one slip of the keyboard included, makes the whole cell a
//! redaction, even half a name with it (`Mr J REDACTED`). Any other word of secrecy (`confidential`, `sensitive`, `GDPR`) does
//! so only where every word of the cell belongs to the language of withholding: `Commercially confidential` is a redaction,
//! `Confidential Waste Ltd` is a firm. It never guesses that a real firm (`REDACTIVE PUBLISHING LIMITED`) was withheld.

use std::sync::LazyLock;

use rustc_hash::FxHashSet;

use super::word_lists::set;
use super::words::{Words, is_business_word};
use crate::Redaction;

/// The redaction a supplier's cell stands for, if it is one.
pub(crate) fn redaction(text: &str) -> Option<Redaction> {
    if !may_be_redaction(text) {
        return None;
    }
    let words = Words::of(text);
    let says_redacted = words.iter().any(is_redacted) || (words.iter().any(is_to_redact) && !words.iter().any(is_trade));
    let is_redaction = says_redacted || (words.iter().all(is_of_withholding) && has_key(&words));
    is_redaction.then(|| reason(&words))
}

/// A cheap look that turns most names away: every redaction has one of these somewhere (`xxxx` among them).
fn may_be_redaction(text: &str) -> bool {
    const TRACES: &[&[u8]] = &[
        b"red", b"rea", b"rda", b"eda", b"with", b"conf", b"gdpr", b"prot", b"pers", b"sens", b"xxx", b"disc", b"indi", b"anon", b"rem",
        b"supp", b"priv", b"hidd", b"exem", b"dpa", b"publi",
    ];
    let bytes = text.as_bytes();
    let starts = |at: usize| {
        let here = &bytes[at..];
        TRACES.iter().any(|trace| here.len() >= trace.len() && here[..trace.len()].eq_ignore_ascii_case(trace))
    };
    const FIRST: &[u8] = b"RrEeWwCcGgPpSsXxDdIiAaHh";
    (0..bytes.len()).any(|at| FIRST.contains(&bytes[at]) && starts(at))
}

/// `redacted`, or as a hurried hand types it: one letter left out, put in, changed or two changed round.
fn is_redacted(word: &str) -> bool {
    const WORD: &[u8] = b"redacted";
    // `Reacted` and `enacted` are words of their own.
    !matches!(word, "reacted" | "enacted") && is_one_slip_from(word.as_bytes(), WORD)
}

/// `redact`, `redaction`: an instruction, unless a firm sells it (`Redaction Software Ltd`).
fn is_to_redact(word: &str) -> bool {
    matches!(word, "redact" | "redaction" | "redactions" | "redacting")
}

fn is_trade(word: &str) -> bool {
    !is_of_withholding(word) && is_business_word(word)
}

fn is_one_slip_from(seen: &[u8], meant: &[u8]) -> bool {
    if seen == meant {
        return true;
    }
    let same_start = seen.iter().zip(meant).take_while(|(a, b)| a == b).count();
    let (seen, meant) = (&seen[same_start..], &meant[same_start..]);
    match seen.len() as isize - meant.len() as isize {
        -1 => seen == &meant[1..],
        1 => &seen[1..] == meant,
        0 => seen[1..] == meant[1..] || (seen.len() >= 2 && seen[0] == meant[1] && seen[1] == meant[0] && seen[2..] == meant[2..]),
        _ => false,
    }
}

/// Words that a publisher uses to say that something is withheld, from whom, and under which law.
fn is_of_withholding(word: &str) -> bool {
    is_key(word) || is_run_of_x(word) || WITHHOLDING.contains(&word)
}

/// Words that withhold by themselves, where nothing but such language stands beside them.
fn is_key(word: &str) -> bool {
    KEYS.contains(&word)
}

fn is_run_of_x(word: &str) -> bool {
    word.len() >= 3 && word.bytes().all(|byte| byte == b'x')
}

fn has_key(words: &Words) -> bool {
    let has = |wanted: &str| words.iter().any(|word| word == wanted);
    let is_personal =
        has("personal") && ["data", "details", "detail", "information", "info", "infomration", "infomation"].iter().any(|of| has(of));
    let is_removed = has("removed") && words.len() > 1;
    let is_withheld = has("not") && ["disclosed", "publication", "published", "public"].iter().any(|of| has(of));
    let is_protected = has("data") && has("protection");
    let is_person = has("private") && (has("person") || has("persons"));
    words.iter().any(|word| is_key(word) || is_run_of_x(word)) || is_personal || is_removed || is_withheld || is_protected || is_person
}

fn reason(words: &Words) -> Redaction {
    let says = |wanted: &[&str]| words.iter().any(|word| wanted.contains(&word));
    if says(&["commercial", "commercially", "s43", "43"]) {
        Redaction::Commercial
    } else if says(&["personal", "data", "gdpr", "dpa", "dp", "protection", "individual", "individuals", "person", "persons", "s40", "40"])
        || says(&["mr", "mrs", "miss", "ms", "name", "names", "client", "carer", "child", "resident", "employee"])
    {
        Redaction::Personal
    } else {
        Redaction::Other
    }
}
static WITHHOLDING: LazyLock<FxHashSet<&'static str>> = LazyLock::new(|| {
    set("name names detail details data information info infomration infomation payment payments supplier suppliers vendor payee
         creditor third 3rd party parties to of the under for as per in on with by due act dp protection 1998 2018 2000 section s s40
         s43 40 43 2 foi foia item client clients customer service user recipient beneficiary person persons private commercial
         commercially reason reasons been has is not publication public published disclosed removed personal resident staff employee
         member protected restricted law line and & or a an council child children carer security")
});

static KEYS: LazyLock<FxHashSet<&'static str>> = LazyLock::new(|| {
    set("withheld witheld withold withhold confidential confidentiality gdpr dpa sensitive sensitivity anonymous anonymised anonymized
         undisclosed suppressed hidden individual individuals exempt exempted")
});

#[cfg(test)]
mod tests;
