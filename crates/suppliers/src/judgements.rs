//! What people decided about pairs of names, as dated records.
//!
//! The rule: a record says who decided, when and why, and is never changed; a later record of the same person about the
//! same pair stands in place of the earlier one, which is kept. A judgement is about names as written (letter case and
//! spaces aside), so that it survives new files and new runs. Nothing here looks at how alike two names are.

use std::collections::BTreeMap;

use definitions::{Day, Source, slug};

use crate::Party;
use crate::contradictions::{Contradiction, Settled, settle};
use crate::identifiers::supplier_number;

/// What a person answered when asked whether two names are one supplier.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Answer {
    /// They are one supplier.
    Same,
    /// They are two.
    Different,
    /// It cannot be told; the names are left to the score, and the pair goes to the end of the queue.
    Unsure,
}

impl Answer {
    /// Every answer, in the order in which they are offered.
    pub const ALL: [Answer; 3] = [Answer::Same, Answer::Different, Answer::Unsure];

    /// The word for files and commands.
    pub fn word(self) -> &'static str {
        match self {
            Answer::Same => "same",
            Answer::Different => "different",
            Answer::Unsure => "unsure",
        }
    }

    /// The answer that `text` is the word for, letter case aside.
    pub fn from_word(text: &str) -> Option<Answer> {
        Answer::ALL.into_iter().find(|answer| answer.word().eq_ignore_ascii_case(text.trim()))
    }
}

/// A name that somebody judged.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct JudgedName {
    /// As written in a published file.
    pub name: String,
    /// The body that writes it so; `None` means whoever writes it.
    pub body: Option<String>,
    /// That body's own number for the supplier; `None` means under whatever number.
    pub supplier_number: Option<String>,
}

impl JudgedName {
    /// A name, whoever writes it.
    pub fn anywhere(name: &str) -> JudgedName {
        JudgedName { name: name.to_string(), body: None, supplier_number: None }
    }

    /// The name in words: `Quince Ltd (aldford, number 4711)`.
    pub fn written(&self) -> String {
        match (&self.body, &self.supplier_number) {
            (None, _) => self.name.clone(),
            (Some(body), None) => format!("{} ({body})", self.name),
            (Some(body), Some(number)) => format!("{} ({body}, number {number})", self.name),
        }
    }

    /// True where the other is the same name of the same body under the same number.
    pub fn is_recognised_as(&self, other: &JudgedName) -> bool {
        self.key() == other.key()
    }

    /// True where `party` is written so.
    pub fn means(&self, party: &Party<'_>) -> bool {
        self.key().covers(&key_of(party))
    }

    /// What it is recognised by: letter case, spaces and the form of body and number do not matter.
    pub(crate) fn key(&self) -> NameKey {
        let body = self.body.as_deref().map(slug).filter(|body| !body.is_empty());
        let number = body.is_some().then_some(self.supplier_number.as_deref()).flatten().and_then(supplier_number);
        NameKey { text: folded(&self.name), body, number }
    }
}

/// What a judged name is recognised by.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct NameKey {
    /// The name in small letters with single spaces.
    pub(crate) text: String,
    /// The body's short name.
    pub(crate) body: Option<String>,
    /// The body's number for it.
    pub(crate) number: Option<String>,
}

impl NameKey {
    /// True where whoever is meant by `other` is meant by this too.
    pub(crate) fn covers(&self, other: &NameKey) -> bool {
        let covers = |own: &Option<String>, others: &Option<String>| own.is_none() || own == others;
        self.text == other.text && covers(&self.body, &other.body) && covers(&self.number, &other.number)
    }
}

/// What a party is recognised by.
pub(crate) fn key_of(party: &Party<'_>) -> NameKey {
    let own = |text: Option<&str>| text.map(str::to_string);
    JudgedName { name: party.name.to_string(), body: own(party.body), supplier_number: own(party.supplier_number) }.key()
}

/// A name in small letters with single spaces.
pub(crate) fn folded(name: &str) -> String {
    name.split_whitespace().collect::<Vec<&str>>().join(" ").to_lowercase()
}

/// One record: what one person decided about two names on one day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Judgement {
    /// The two names.
    pub names: [JudgedName; 2],
    /// What was answered.
    pub answer: Answer,
    /// Who answered.
    pub by: String,
    /// When.
    pub on: Day,
    /// Why, in the person's own words.
    pub why: String,
    /// Where the record stands.
    pub source: Source,
}

impl Judgement {
    /// The record as a sentence: who, what, when and why.
    pub fn sentence(&self) -> String {
        let said = match self.answer {
            Answer::Same => "one supplier",
            Answer::Different => "two suppliers",
            Answer::Unsure => "a pair that cannot be told apart or together",
        };
        let [a, b] = self.names.each_ref().map(JudgedName::written);
        let why = self.why.trim().trim_end_matches('.');
        let why = if why.is_empty() { String::new() } else { format!(": {why}") };
        format!("{} judged {a} and {b} to be {said} on {}{why}.", self.by, self.on.long())
    }

    /// True where both names are recognised by the same, so that nothing is said.
    pub fn is_about_one_name(&self) -> bool {
        self.names[0].key() == self.names[1].key()
    }

    /// The pair it is about, whichever name comes first, and who answered.
    fn question(&self) -> (String, [NameKey; 2]) {
        let mut pair = self.names.each_ref().map(JudgedName::key);
        pair.sort();
        (folded(&self.by), pair)
    }

    /// True where the other record says the same of the same pair on the same day by the same person for the same reason.
    pub fn says_the_same_as(&self, other: &Judgement) -> bool {
        self.question() == other.question() && (self.answer, self.on, self.why.trim()) == (other.answer, other.on, other.why.trim())
    }
}

/// All records of a place, and what follows from them together.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Judgements {
    all: Vec<Judgement>,
    stands: Vec<bool>,
    settled: Settled,
}

impl Judgements {
    /// Takes records in the order in which they stand in their file.
    pub fn of(all: Vec<Judgement>) -> Judgements {
        let stands = standing(&all);
        let settled = settle(&all, &stands);
        Judgements { all, stands, settled }
    }

    /// Every record, in order.
    pub fn all(&self) -> &[Judgement] {
        &self.all
    }

    /// False where a later record of the same person about the same pair stands in its place.
    pub fn stands(&self, record: usize) -> bool {
        self.stands[record]
    }

    /// Judgements that cannot all be true. Nothing is resolved in silence: each is listed until a person withdraws one.
    pub fn contradictions(&self) -> &[Contradiction] {
        &self.settled.contradictions
    }

    /// False where a contradiction lays the record aside: its names are left to the score until that is settled.
    pub fn holds(&self, record: usize) -> bool {
        self.stands[record] && !self.settled.contradictions.iter().any(|contradiction| contradiction.same.contains(&record))
    }

    /// True where there is no record.
    pub fn is_empty(&self) -> bool {
        self.all.is_empty()
    }

    /// What follows for names.
    pub(crate) fn settled(&self) -> &Settled {
        &self.settled
    }
}

/// Which records stand: of those of one person about one pair the latest by day, and of these the last in the file.
fn standing(all: &[Judgement]) -> Vec<bool> {
    let mut latest: BTreeMap<(String, [NameKey; 2]), usize> = BTreeMap::new();
    for (place, record) in all.iter().enumerate() {
        let last = latest.entry(record.question()).or_insert(place);
        if all[*last].on <= record.on {
            *last = place;
        }
    }
    let mut stands = vec![false; all.len()];
    latest.into_values().for_each(|place| stands[place] = true);
    stands
}

#[cfg(test)]
mod tests {
    use super::*;

    fn record(line: u32, by: &str, on: &str, answer: Answer) -> Judgement {
        Judgement {
            names: [JudgedName::anywhere("Quince Ltd"), JudgedName::anywhere("Quince Group")],
            answer,
            by: by.to_string(),
            on: on.parse().expect("a day"),
            why: "The invoices say so.".to_string(),
            source: Source { file: "judgements.csv".into(), sheet: None, line },
        }
    }

    #[test]
    fn a_later_record_of_the_same_person_stands_in_place_of_the_earlier_wherever_it_is_in_the_file() {
        let records = vec![
            record(2, "Kim Reed", "2026-05-03", Answer::Different),
            record(3, "kim  reed", "2026-05-01", Answer::Same),
            record(4, "Ash Vale", "2026-04-01", Answer::Same),
        ];
        let judgements = Judgements::of(records);
        assert_eq!([0, 1, 2].map(|place| judgements.stands(place)), [true, false, true]);
    }

    #[test]
    fn a_name_without_a_body_means_whoever_writes_it() {
        let key = |body: Option<&str>, number: Option<&str>| {
            JudgedName { name: " QUINCE  ltd".into(), body: body.map(str::to_string), supplier_number: number.map(str::to_string) }.key()
        };
        assert!(key(None, None).covers(&key(Some("Aldford"), Some("0047"))));
        assert!(key(Some("aldford"), None).covers(&key(Some("Aldford"), Some("47"))));
        assert!(!key(Some("aldford"), None).covers(&key(Some("bexton"), None)));
        assert!(!key(Some("aldford"), Some("47")).covers(&key(Some("aldford"), None)));
    }

    #[test]
    fn a_record_reads_as_a_sentence() {
        assert_eq!(
            record(2, "Kim Reed", "2026-05-03", Answer::Same).sentence(),
            "Kim Reed judged Quince Ltd and Quince Group to be one supplier on 3 May 2026: The invoices say so."
        );
    }
}
