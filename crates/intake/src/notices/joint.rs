//! Words of a notice that say other bodies are in the contract.
//!
//! The rule: the words are handed on as published, never interpreted here; several buyers in a release are such words.

use crate::Contract;

/// What publishers write of contracts they share. "In partnership" and "collaborative" are left out: they are said of suppliers.
const SIGNS: [&str; 7] = [
    "on behalf of",
    "jointly",
    "joint procurement",
    "joint tender",
    "and partner authorities",
    "partner councils",
    "other contracting authorities",
];
/// A body that buys for itself, and the coroner for whom every council buys, are no partners.
const NO_PARTNERS: [&str; 6] = [
    "on behalf of the council",
    "on behalf of council ",
    "on behalf of the authority",
    "on behalf of itself",
    "on behalf of hm",
    "on behalf of h.m",
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
    let says_so = |sentence: &&str| {
        let lower = NO_PARTNERS.iter().fold(sentence.to_lowercase(), |text, words| text.replace(words, " "));
        SIGNS.iter().any(|sign| lower.contains(sign))
    };
    // A full stop ends a sentence only before a space: `H.M. Coroner`, `ambridge.gov.uk`.
    text.split_inclusive([' ', ';', '\n'])
        .fold(vec![String::new()], add_word)
        .iter()
        .map(|sentence| sentence.trim())
        .find(says_so)
        .map(shortened)
}

fn add_word(mut sentences: Vec<String>, word: &str) -> Vec<String> {
    if let Some(last) = sentences.last_mut() {
        last.push_str(word);
    }
    let trimmed = word.trim_end();
    // Short words with a full stop are initials.
    if (trimmed.ends_with('.') && trimmed.len() > 4) || trimmed.ends_with(';') {
        sentences.push(String::new());
    }
    sentences
}

fn shortened(text: &str) -> String {
    text.trim_end_matches(['.', ';']).chars().take(LONGEST).collect()
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
    fn a_council_that_buys_for_itself_or_for_the_coroner_says_nothing_of_partners() {
        for text in ["Run the bus station on behalf of the Council.", "Removals on behalf of H.M. Coroner", "A collaborative approach"] {
            assert_eq!(words(&Contract { title: Some(text.to_string()), ..Contract::default() }, &[]), None, "{text}");
        }
    }

    #[test]
    fn several_buyers_say_it_themselves_and_one_says_nothing() {
        assert_eq!(words(&Contract::default(), &["Ambridge".into(), "Felpersham".into()]).as_deref(), Some("Ambridge; Felpersham"));
        assert_eq!(words(&Contract::default(), &["Ambridge".into()]), None);
    }
}
