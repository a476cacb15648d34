//! Whose row it is: the publisher's, or another legal body's that the same file speaks of.
//!
//! The rule: a body-name column may move a row to another body only when it plainly names one; a department, a
//! customer or a misspelling of the publisher leaves the row with the publisher.

use std::collections::HashMap;

use bodies::Directory;
use definitions::{BodyId, slug};

/// Answers for the rows of one file, remembering each text it has met.
pub(crate) struct Whose<'a> {
    directory: &'a Directory,
    publisher: BodyId,
    known: HashMap<String, BodyId>,
    last: Option<(String, BodyId)>,
}

impl<'a> Whose<'a> {
    pub(crate) fn new(directory: &'a Directory, publisher: &BodyId) -> Whose<'a> {
        Whose { directory, publisher: publisher.clone(), known: HashMap::new(), last: None }
    }

    /// The body whose row it is, by what a body-name column says.
    pub(crate) fn row(&mut self, body_name: Option<&str>) -> &BodyId {
        let Some(text) = body_name else { return &self.publisher };
        // Most files say one body on every row.
        let is_as_before = self.last.as_ref().is_some_and(|(last, _)| last == text);
        if !is_as_before {
            self.last = Some((text.to_string(), self.known_or_decided(text)));
        }
        self.last.as_ref().map_or(&self.publisher, |(_, body)| body)
    }

    fn known_or_decided(&mut self, text: &str) -> BodyId {
        if let Some(body) = self.known.get(text) {
            return body.clone();
        }
        // A column of free text must not fill the memory of a large file.
        if self.known.len() >= 10_000 {
            return self.publisher.clone();
        }
        let body = self.decide(text);
        self.known.insert(text.to_string(), body.clone());
        body
    }

    fn decide(&self, text: &str) -> BodyId {
        if let Some(body) = self.directory.named(text) {
            return body.id.clone();
        }
        let own_words = slug(self.publisher.as_str());
        let words = slug(text);
        let own_names = self.directory.get(&self.publisher).map(|body| [slug(&body.name), slug(&body.short_name)]);
        if own_names.iter().flatten().chain([&own_words]).any(|own| is_misspelling(&words, own)) {
            return self.publisher.clone();
        }
        let is_own = words
            .split('-')
            .filter(|word| word.len() > 3 && !BODY_WORDS.contains(word))
            .any(|word| own_words.split('-').any(|own| own == word));
        let says_body = words.split('-').any(|word| BODY_WORDS.contains(&word));
        if is_own || !says_body || words.len() > 60 || text.contains(',') { self.publisher.clone() } else { BodyId::new(&words) }
    }
}

/// True where one long text becomes the other by at most two keystrokes: `saford-city-council`.
fn is_misspelling(text: &str, of: &str) -> bool {
    let (text, of): (Vec<char>, Vec<char>) = (text.chars().collect(), of.chars().collect());
    if of.len() < 8 || text.len().abs_diff(of.len()) > 2 {
        return false;
    }
    let mut before: Vec<usize> = (0..=of.len()).collect();
    for (row, letter) in text.iter().enumerate() {
        let mut now = vec![row + 1];
        for (column, other) in of.iter().enumerate() {
            let swap = before[column] + usize::from(letter != other);
            now.push(swap.min(before[column + 1] + 1).min(now[column] + 1));
        }
        before = now;
    }
    before[of.len()] <= 2
}

/// Words that say a text names a public body at all.
const BODY_WORDS: &[&str] =
    &["council", "authority", "police", "constabulary", "commissioner", "fire", "nhs", "trust", "board", "borough", "combined", "park"];

#[cfg(test)]
mod tests {
    use super::*;

    fn whose(text: &str) -> String {
        let directory = Directory::uk();
        Whose::new(&directory, &BodyId::new("aldford")).row(Some(text)).to_string()
    }

    #[test]
    fn a_department_or_a_spelling_of_the_publisher_is_the_publisher() {
        assert_eq!(whose("Place Directorate"), "aldford");
        assert_eq!(whose("ALDFORD BOROUGH COUNCIL"), "aldford");
        assert_eq!(whose("Aldford Council, Children and Families"), "aldford");
    }

    #[test]
    fn a_misspelling_of_the_publishers_own_name_is_the_publisher() {
        let directory = Directory::uk();
        let mut whose = Whose::new(&directory, &BodyId::new("salford"));
        assert_eq!(whose.row(Some("Saford City Council")).as_str(), "salford");
        assert_eq!(whose.row(Some("Oldham Council")).as_str(), "oldham");
    }

    #[test]
    fn another_legal_body_in_the_same_file_is_kept_apart() {
        assert_eq!(whose("Westmarch Fire Authority"), "westmarch-fire-authority");
    }
}
