//! Checks of what a record leaves unsaid, or says in a way that leads nowhere.
//!
//! The rule: it looks at words and references, never at days or amounts. A link is looked at and never followed.

use super::{Check, Found};
use crate::{Arrangement, Cited, Kind, Register, Savings, What};

/// Looks at one record.
pub(super) fn check(found: &mut Found<'_>, register: &Register) {
    let said = found.said;
    for cited in all_cited(said) {
        if !cited.link.is_empty() && !is_web_address(&cited.link) {
            let shown: String = cited.link.chars().take(80).collect();
            found.say(Check::LinkNotWeb, format!("“{shown}” is not a web address."));
        }
    }
    if all_cited(said).next().is_none() {
        found.say(Check::NoSource, "It names no source anywhere.".to_string());
    }
    if said.kind == Kind::Other && said.summary.trim().is_empty() {
        found.say(Check::OtherWithoutSummary, "Its kind is another way of sharing, and its summary is empty.".to_string());
    }
    for happening in &said.happenings {
        let What::Split { into } = &happening.what else { continue };
        for one in into.iter().filter(|one| register.record(one).is_none()) {
            found.say(Check::SplitIntoUnknown, format!("It went on as {one}, which the register does not hold."));
        }
    }
}

/// Every source of a record, of its happenings and of its saving lines.
fn all_cited(said: &Arrangement) -> impl Iterator<Item = &Cited> {
    let lines = match &said.savings {
        Savings::Lines(lines) => lines.as_slice(),
        Savings::NoFigure(_) => &[],
    };
    let of_happenings = said.happenings.iter().flat_map(|happening| &happening.sources);
    said.sources.iter().chain(of_happenings).chain(lines.iter().flat_map(|line| &line.sources))
}

/// True for an address of the web with a host, and without white space.
pub(crate) fn is_web_address(link: &str) -> bool {
    let lower = link.to_ascii_lowercase();
    let rest = lower.strip_prefix("https://").or_else(|| lower.strip_prefix("http://"));
    let has_host = |rest: &str| rest.chars().next().is_some_and(|first| first.is_alphanumeric() || first == '[');
    rest.is_some_and(has_host) && !link.chars().any(|character| character.is_whitespace() || character.is_control())
}
