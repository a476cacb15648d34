//! Words in a register that say several bodies are in one contract.
//!
//! The rule: registers have no field for it, so only plain words count, and they are handed on as published: who is
//! meant is for a person, or a later room, to decide.

/// Words that say several bodies buy together. Each is looked for as whole words.
const JOINT: &[&str] = &[
    "on behalf of",
    "joint",
    "jointly",
    "joint procurement",
    "collaborative",
    "collaboration",
    "consortium",
    "consortia",
    "shared service",
    "multi-authority",
    "cross-boundary",
    "regional framework",
    "lead authority",
    "agma",
    "gmca",
    "star procurement",
    "ypo",
    "espo",
    "nepo",
    "pan-",
    "authorities",
    "councils",
    "boroughs",
    "and partners",
    "other partners",
    "partner organisations",
];

/// Longest text handed on, in letters.
const LONGEST: usize = 200;

/// The first of `texts` that says so, shortened.
pub(super) fn joint_words<'a>(texts: impl Iterator<Item = &'a str>) -> Option<String> {
    let found = texts.into_iter().find(|text| is_joint(text))?;
    Some(found.chars().take(LONGEST).collect())
}

fn is_joint(text: &str) -> bool {
    let lower = text.to_lowercase();
    JOINT.iter().any(|words| {
        lower.match_indices(words).any(|(at, _)| {
            let before = lower[..at].chars().next_back();
            let after = lower[at + words.len()..].chars().next();
            before.is_none_or(|letter| !letter.is_alphanumeric())
                && (words.ends_with('-') || after.is_none_or(|letter| !letter.is_alphanumeric()))
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_contract_let_on_behalf_of_several_councils_is_joint() {
        let titles = ["Agency staff", "STAR Procurement on behalf of Ashdale, Birchley and Cedarham"];
        assert_eq!(joint_words(titles.into_iter()).as_deref(), Some(titles[1]));
        assert!(is_joint("Framework for Greater Ashdale authorities"));
    }

    #[test]
    fn carpentry_joints_and_panels_are_not_joint() {
        assert_eq!(joint_words(["Jointing of pipes", "Pane replacement", "Joinery"].into_iter()), None);
    }
}
