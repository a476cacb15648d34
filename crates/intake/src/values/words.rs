//! A name cut into words, and what each word tells: a firm, a person, or nothing.
//!
//! The rule: a word is asked about alone, in lower case. What several words mean together is decided in `persons`,
//! `redaction` and `payee`.

use super::word_lists::{ALSO_WORDS, BUSINESS, BUSINESS_STEMS, FIRMS_NAMED_LIKE_PERSONS, GIVEN_NAMES, LEGAL_FORMS};

/// A name cut into lower-case words; `&` and `+` are words, an apostrophe or a full stop joins.
pub(crate) struct Words {
    text: String,
    ends: Vec<(u16, u16)>,
}

impl Words {
    /// Cuts a name. Beyond 4,000 bytes nothing is a name, and the rest is left out.
    pub(crate) fn of(name: &str) -> Words {
        let mut text = String::with_capacity(name.len() + 8);
        let mut ends = Vec::with_capacity(8);
        let mut start = 0;
        for character in name.chars().chain([' ']) {
            if character.is_alphanumeric() {
                text.extend(character.to_lowercase());
            } else if matches!(character, '\'' | '’' | '`') {
                // O'Neill is one word.
            } else {
                if text.len() > start {
                    ends.push((start as u16, text.len() as u16));
                    start = text.len();
                }
                if matches!(character, '&' | '+') {
                    text.push('&');
                    ends.push((start as u16, text.len() as u16));
                    start = text.len();
                }
            }
            if text.len() > 4_000 {
                break;
            }
        }
        Words { text, ends }
    }

    /// How many there are.
    pub(crate) fn len(&self) -> usize {
        self.ends.len()
    }

    /// Each word in order.
    pub(crate) fn iter(&self) -> impl DoubleEndedIterator<Item = &str> + Clone {
        self.ends.iter().map(|(start, end)| &self.text[*start as usize..*end as usize])
    }

    /// The word at a place.
    pub(crate) fn get(&self, place: usize) -> Option<&str> {
        self.ends.get(place).map(|(start, end)| &self.text[*start as usize..*end as usize])
    }
}

/// True where the name has `Ltd`, `Plc` or `L.L.P.`: nobody but an incorporated body may use it.
pub(crate) fn has_legal_form(words: &Words) -> bool {
    let in_letters = || {
        const SPELLED: &[[&str; 3]] = &[["l", "l", "p"], ["p", "l", "c"], ["c", "i", "c"], ["l", "t", "d"]];
        (2..words.len()).any(|last| SPELLED.iter().any(|form| (0..3).all(|place| words.get(last - 2 + place) == Some(form[place]))))
    };
    words.iter().any(|word| LEGAL_FORMS.contains(word)) || in_letters()
}

/// A word that a firm, a school, a building or a public body has in its name and a person has not.
pub(crate) fn is_business_word(word: &str) -> bool {
    LEGAL_FORMS.contains(word) || BUSINESS.contains(word) || BUSINESS_STEMS.split_whitespace().any(|stem| word.starts_with(stem))
}

/// A given name in common use.
pub(crate) fn is_given_name(word: &str) -> bool {
    GIVEN_NAMES.contains(word)
}

/// A given name that is also an everyday word, and so proves little by itself.
pub(crate) fn is_also_a_word(word: &str) -> bool {
    ALSO_WORDS.contains(word)
}

/// A firm that bears a person's name and often goes without its legal form.
pub(crate) fn is_firm_named_like_person(words: &Words) -> bool {
    let (Some(first), Some(second)) = (words.get(0), words.get(1)) else { return false };
    FIRMS_NAMED_LIKE_PERSONS.split(';').any(|firm| {
        let mut parts = firm.split_whitespace();
        let is_start = parts.next() == Some(first) && parts.next() == Some(second);
        is_start && parts.enumerate().all(|(place, part)| words.get(place + 2) == Some(part))
    })
}
