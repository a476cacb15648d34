//! Words of a notice that say other bodies are in the contract.
//!
//! The rule: the words are handed on as published, never interpreted here; several buyers in a release are such words.

use crate::Contract;

/// What publishers write of contracts they share. "In partnership with" is left out: suppliers write it of themselves.
const SIGNS: [&str; 8] = [
    "on behalf of",
    "jointly",
    "joint procurement",
    "joint tender",
    "collaborative",
    "and partner authorities",
    "partner councils",
    "other contracting authorities",
];
/// Enough for a list of councils.
const LONGEST: usize = 240;

/// The buyers where there are several, else the sentence of the title or the description that has one of the signs.
pub(super) fn words(contract: &Contract, buyers: &[String]) -> Option<String> {
    if buyers.len() > 1 {
        return Some(shortened(&buyers.join("; ")));
    }
    [&contract.title, &contract.description].into_iter().flatten().find_map(|text| sentence_with_sign(text))
}

fn sentence_with_sign(text: &str) -> Option<String> {
    text.split(['.', ';', '\n'])
        .find(|sentence| {
            let lower = sentence.to_lowercase();
            SIGNS.iter().any(|sign| lower.contains(sign))
        })
        .map(|sentence| shortened(sentence.trim()))
}

fn shortened(text: &str) -> String {
    text.chars().take(LONGEST).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sentence_that_names_partners_is_kept_as_published() {
        let contract = Contract {
            description: Some("Grit salt. Ambridge buys on behalf of Borsetshire and Felpersham. Two lots.".to_string()),
            ..Contract::default()
        };
        assert_eq!(words(&contract, &[]).as_deref(), Some("Ambridge buys on behalf of Borsetshire and Felpersham"));
    }

    #[test]
    fn several_buyers_say_it_themselves_and_one_says_nothing() {
        assert_eq!(words(&Contract::default(), &["Ambridge".into(), "Felpersham".into()]).as_deref(), Some("Ambridge; Felpersham"));
        assert_eq!(words(&Contract::default(), &["Ambridge".into()]), None);
    }
}
