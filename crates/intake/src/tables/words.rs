//! The words of a heading, as they were meant.
//!
//! The rule: a heading is compared by its words, never by its letters: case, punctuation, pound signs in any
//! encoding, `* ` before it, CamelCase and one or two slips of the finger make no difference.
//! A word is only mended when exactly one word of the trade is near it.
//! A sheet may have thousands of headings, so a word is looked up, and compared only with words of its length and letters.

/// The words of one heading.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct HeadingWords {
    /// In lower case, mended, in the order written.
    pub(super) words: Vec<String>,
    /// Words mended: as written, and as meant.
    pub(super) mended: Vec<(String, &'static str)>,
}

/// The words of the trade, in order, each with what tells most other words from it at once.
#[derive(Clone, Debug)]
pub(super) struct Known {
    words: Vec<&'static str>,
    letters: Vec<u32>,
}

impl Known {
    /// These words, in order, each once.
    pub(super) fn new(mut words: Vec<&'static str>) -> Known {
        words.sort_unstable();
        words.dedup();
        let letters = words.iter().map(|word| letters(word)).collect();
        Known { words, letters }
    }

    /// Every word, in order.
    #[cfg(test)]
    pub(super) fn words(&self) -> &[&'static str] {
        &self.words
    }

    /// The place of exactly this word.
    pub(super) fn place(&self, word: &str) -> Option<usize> {
        self.words.binary_search(&word).ok()
    }

    /// True where `word` is one of them or several of one.
    fn has(&self, word: &str) -> bool {
        self.place(word).or_else(|| self.place(word.strip_suffix('s')?)).is_some()
    }
}

/// Splits `heading` into words and mends those that are one or two slips away from a word of `known`.
pub(super) fn heading_words(heading: &str, known: &Known) -> HeadingWords {
    let mut out = HeadingWords::default();
    for word in split(heading) {
        if known.has(&word) {
            out.words.push(word);
        } else if let Some((first, second)) = two_in_one(&word, known) {
            out.words.extend([first.to_string(), second.to_string()]);
        } else if let Some(meant) = nearest(&word, known) {
            out.words.push(meant.to_string());
            out.mended.push((word, meant));
        } else {
            out.words.push(word);
        }
    }
    join_pairs(&mut out.words);
    out
}

/// `suppliername` is two words written as one. Where a word can be parted twice, the longer first word is meant.
fn two_in_one<'w>(word: &'w str, known: &Known) -> Option<(&'w str, &'w str)> {
    const SHORTEST_FIRST: usize = 3;
    if !word.is_ascii() || word.len() > LONGEST {
        return None;
    }
    let parted = (SHORTEST_FIRST..word.len().saturating_sub(1)).rev().map(|place| word.split_at(place));
    parted.into_iter().find(|(first, second)| known.has(first) && known.has(second))
}

/// True where `word` is `wanted` or several of it.
pub(super) fn is_word(word: &str, wanted: &str) -> bool {
    !wanted.is_empty() && (word == wanted || word.strip_suffix('s') == Some(wanted))
}

/// Lower-case words of `text`; `BeneficiaryName` is two words, `£` is the word `gbp`, other signs part words.
pub(super) fn split(text: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    let mut word = String::new();
    let mut before = ' ';
    let letters: Vec<char> = text.chars().take(400).collect();
    for (place, &letter) in letters.iter().enumerate() {
        let next_is_small = letters.get(place + 1).is_some_and(|next| next.is_lowercase());
        let starts_word = letter.is_uppercase() && (before.is_lowercase() || (before.is_uppercase() && next_is_small))
            || letter.is_ascii_digit() != before.is_ascii_digit() && before.is_alphanumeric();
        if !letter.is_alphanumeric() || starts_word {
            finish(&mut word, &mut words);
        }
        if letter == '£' {
            words.push("gbp".to_string());
        } else if letter.is_alphanumeric() && letter != 'œ' {
            word.extend(letter.to_lowercase());
        } else if letter == '\'' || letter == '\u{2019}' {
            continue;
        }
        before = letter;
    }
    finish(&mut word, &mut words);
    // Reports written by some ledgers mark a text column with "(T)".
    if words.len() > 1 && words.last().is_some_and(|last| last == "t") {
        words.pop();
    }
    words
}

fn finish(word: &mut String, words: &mut Vec<String>) {
    if !word.is_empty() {
        words.push(std::mem::take(word));
    }
}

/// Words that some publishers part and others do not.
const PAIRS: [(&str, &str, &str); 15] = [
    ("post", "code", "postcode"),
    ("postal", "code", "postcode"),
    ("pro", "class", "proclass"),
    ("p", "card", "pcard"),
    ("p", "cards", "pcard"),
    ("trans", "no", "transno"),
    ("per", "annum", "annual"),
    ("cost", "centre", "costcentre"),
    ("cost", "center", "costcentre"),
    ("web", "address", "url"),
    ("sub", "total", "subtotal"),
    ("companies", "house", "company"),
    ("card", "holder", "cardholder"),
    ("job", "title", "jobtitle"),
    ("e", "mail", "email"),
];

fn join_pairs(words: &mut Vec<String>) {
    let mut place = 0;
    while place + 1 < words.len() {
        if let Some((_, _, joined)) = PAIRS.iter().find(|(first, second, _)| words[place] == *first && words[place + 1] == *second) {
            words[place] = (*joined).to_string();
            words.remove(place + 1);
        } else {
            place += 1;
        }
    }
}

/// The one known word within one slip (two for words of nine letters or more), or `None` if there is none or several.
fn nearest(word: &str, known: &Known) -> Option<&'static str> {
    let is_plain = (5..=LONGEST).contains(&word.len()) && word.bytes().all(|byte| byte.is_ascii_lowercase());
    if !is_plain {
        return None;
    }
    let allowed = if word.len() >= 9 { 2 } else { 1 };
    let mut best: Option<(&'static str, usize)> = None;
    let mut is_tied = false;
    let own = letters(word);
    let near = |(candidate, letters): &(&&'static str, &u32)| {
        may_be_near(word.len(), candidate.len(), allowed) && (own ^ **letters).count_ones() as usize <= 2 * allowed
    };
    for (&candidate, _) in known.words.iter().zip(&known.letters).filter(near) {
        let slips = slips_between(word.as_bytes(), candidate.as_bytes());
        match best {
            _ if slips > allowed => {}
            Some((_, fewest)) if slips > fewest => {}
            Some((_, fewest)) if slips == fewest => is_tied = true,
            _ => (best, is_tied) = (Some((candidate, slips)), false),
        }
    }
    best.filter(|_| !is_tied).map(|(candidate, _)| candidate)
}

/// Longest word that is mended.
const LONGEST: usize = 31;

/// A quick no for words whose lengths are too far apart.
fn may_be_near(word: usize, candidate: usize, allowed: usize) -> bool {
    (5..=LONGEST).contains(&candidate) && word.abs_diff(candidate) <= allowed
}

/// The letters of a word as a set: too many that only one of two words has is a quick no as well.
fn letters(word: &str) -> u32 {
    word.bytes().fold(0, |all, byte| all | 1 << (byte % 32))
}

/// Letters put in, left out, changed or swapped with their neighbour (optimal string alignment).
fn slips_between(one: &[u8], other: &[u8]) -> usize {
    let mut before_last = [0_usize; LONGEST + 1];
    let mut last: [usize; LONGEST + 1] = std::array::from_fn(|place| place);
    for i in 1..=one.len() {
        let mut row = [0_usize; LONGEST + 1];
        row[0] = i;
        for j in 1..=other.len() {
            let changed = last[j - 1] + usize::from(one[i - 1] != other[j - 1]);
            row[j] = changed.min(last[j] + 1).min(row[j - 1] + 1);
            if i > 1 && j > 1 && one[i - 1] == other[j - 2] && one[i - 2] == other[j - 1] {
                row[j] = row[j].min(before_last[j - 2] + 1);
            }
        }
        (before_last, last) = (last, row);
    }
    last[other.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(heading: &str) -> Vec<String> {
        heading_words(heading, &Known::new(vec!["supplier", "directorate", "registration", "payment", "transaction", "payments"])).words
    }

    #[test]
    fn a_misspelt_heading_is_read_as_it_was_meant() {
        assert_eq!(words("Suppklier"), ["supplier"]);
        assert_eq!(words("Suuplier ID (T)"), ["supplier", "id"]);
        assert_eq!(words("Directotate"), ["directorate"]);
        assert_eq!(words("VAT Registraation"), ["vat", "registration"]);
        assert_eq!(words("Transactiosn Date"), ["transaction", "date"]);
    }

    #[test]
    fn camel_case_stars_and_broken_pound_signs_do_not_hide_the_words() {
        assert_eq!(words("BeneficiaryName"), ["beneficiary", "name"]);
        assert_eq!(words("OrganisationURI"), ["organisation", "uri"]);
        assert_eq!(words("* Total Invoice Amount"), ["total", "invoice", "amount"]);
        assert_eq!(words("Net Amount(\u{fffd})"), ["net", "amount"]);
        assert_eq!(words("Net Amount(œ)"), ["net", "amount"]);
        assert_eq!(words("Amount (£)"), ["amount", "gbp"]);
        assert_eq!(words("invoice_date"), ["invoice", "date"]);
        assert_eq!(words("Post Code"), ["postcode"]);
    }

    #[test]
    fn two_words_written_as_one_are_two() {
        assert_eq!(words("SUPPLIERPAYMENTS"), ["supplier", "payments"]);
        assert_eq!(words("transactiondirectorate"), ["transaction", "directorate"]);
        assert_eq!(words("supplierx"), ["supplier"], "a slip is mended as before");
    }

    #[test]
    fn a_short_word_or_one_near_two_words_is_left_as_it_is() {
        assert_eq!(words("Dat"), ["dat"]);
        assert_eq!(heading_words("Paymentz", &Known::new(vec!["payment", "payments"])).words, ["paymentz"]);
    }
}
