//! Faults: what keeps a record from being published, field by field, as a form shows it.
//!
//! The rule: a fault is in a field, and its sentence says what to do. Every text, list, date and amount has a bound, so that
//! nothing published can be without end. A draft may be as faulty as it likes. What is merely doubtful is found by a check.

mod bodies_kept;
mod nearest;
mod texts;

use std::collections::BTreeSet;

use bodies::Directory;
use definitions::{BodyId, Day, Pence, slug};

use crate::checks::{is_surely_before, is_web_address};
use crate::{Arrangement, Field, Period, PriceOfLeaving, SavingLine, Savings, What, When};

pub use bodies_kept::{validate_ending, validate_own_body};
pub use nearest::nearest;
pub(crate) use texts::visible;
pub use texts::{Cleaned, cleaned};

/// One thing that keeps a record from being published.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// In which field.
    pub field: Field,
    /// Which of several in that field, from 0.
    pub item: Option<usize>,
    /// What is wrong and what to do, in a sentence.
    pub sentence: String,
}

/// What keeps `said` from being published; nothing where it is in order. Texts are expected [`cleaned`].
pub fn validate(said: &Arrangement, directory: &Directory) -> Vec<Fault> {
    let mut faults = Faults(Vec::new());
    faults.name(said);
    faults.texts(said);
    faults.lists(said);
    faults.doubled(said);
    faults.parties(said, directory);
    faults.happenings(said, directory);
    faults.dates(said);
    if let PriceOfLeaving::Amount(amount) = &said.price_of_leaving {
        faults.amount(Field::PriceOfLeaving, None, *amount);
        faults.say_if(
            amount.0 < 0,
            Field::PriceOfLeaving,
            None,
            "The price of leaving is below nought. Write what a partner pays, without a minus.",
        );
    }
    for (field, lead) in [(Field::LeadMember, &said.lead_member), (Field::LeadOfficer, &said.lead_officer)] {
        if let Some(body) = lead.as_ref().and_then(|lead| lead.body.as_ref()) {
            faults.body(field, None, body, directory);
        }
    }
    faults.savings(said);
    faults.links(said);
    faults.0
}

/// Titles and names that a person would not read to the end are refused.
const LONGEST_ID: usize = 120;
/// More than the largest budget line of the United Kingdom is no saving of a shared service.
const LARGEST_AMOUNT: Pence = Pence(10_000_000_000_000);
/// The first joint boards of local authorities are of the nineteenth century.
const FIRST_YEAR: i32 = 1800;
/// No term runs longer.
const LAST_YEAR: i32 = 2200;

struct Faults(Vec<Fault>);

impl Faults {
    fn say(&mut self, field: Field, item: Option<usize>, sentence: impl Into<String>) {
        self.0.push(Fault { field, item, sentence: sentence.into() });
    }

    fn say_if(&mut self, is_wrong: bool, field: Field, item: Option<usize>, sentence: &str) {
        if is_wrong {
            self.say(field, item, sentence);
        }
    }

    fn name(&mut self, said: &Arrangement) {
        let id = said.id.as_str();
        let is_safe = !id.is_empty() && id.is_ascii() && slug(id) == id && id.len() <= LONGEST_ID;
        let sentence = "The reference is not made of small letters, digits and single hyphens, up to 120. Write it like “devon-and-somerset-trading-standards”.";
        self.say_if(!is_safe, Field::Id, None, sentence);
        self.say_if(said.title.trim().is_empty(), Field::Title, None, "There is no title. Write what people call it.");
    }

    fn texts(&mut self, said: &Arrangement) {
        let mut copy = said.clone();
        for text in texts::texts_of(&mut copy) {
            let name = texts::name_of_text(&text);
            // Counted no further than needed, since somebody may have pasted a whole file.
            if text.text.chars().nth(text.most).is_some() {
                self.say(
                    text.field,
                    text.item,
                    format!("The text in {name} is longer than {} characters. Shorten it, or cite a document.", text.most),
                );
            } else if let Some(place) = text.text.chars().position(texts::is_hidden) {
                self.say(text.field, text.item, format!("The text in {name} has a hidden character at place {}. Type it anew.", place + 1));
            }
        }
    }

    fn lists(&mut self, said: &Arrangement) {
        let lines = if let Savings::Lines(lines) = &said.savings { lines.as_slice() } else { &[] };
        let of_happenings = said.happenings.iter().map(|happening| happening.sources.len()).max().unwrap_or(0);
        let of_lines = lines.iter().map(|line| line.sources.len()).max().unwrap_or(0);
        for (field, length, most) in [
            (Field::Services, said.services.len(), 50),
            (Field::ServiceListIds, said.service_list_ids.len(), 200),
            (Field::Parties, said.parties.len(), 500),
            (Field::Aims, said.aims.len(), 5),
            (Field::Happenings, said.happenings.len(), 500),
            (Field::Happenings, of_happenings, 20),
            (Field::Reviews, said.reviews.len(), 100),
            (Field::Savings, lines.len(), 200),
            (Field::Savings, of_lines, 20),
            (Field::Sources, said.sources.len(), 100),
        ] {
            if length > most {
                self.say(field, None, format!("“{}” has {length} entries, and {most} are the most. Take some out.", field.words()));
            }
        }
    }

    fn doubled(&mut self, said: &Arrangement) {
        let services: BTreeSet<_> = said.services.iter().collect();
        self.say_if(services.len() < said.services.len(), Field::Services, None, "A service is named twice. Take one out.");
        let aims: BTreeSet<_> = said.aims.iter().collect();
        self.say_if(aims.len() < said.aims.len(), Field::Aims, None, "An aim is named twice. Take one out.");
    }

    fn parties(&mut self, said: &Arrangement, directory: &Directory) {
        for (item, party) in said.parties.iter().enumerate() {
            self.body(Field::Parties, Some(item), &party.body, directory);
            let passed =
                said.happenings.iter().filter(|happening| matches!(&happening.what, What::Passed { to, .. } if *to == party.body)).count();
            let before = said.parties[..item].iter().filter(|other| *other == party).count();
            self.say_if(before > passed, Field::Parties, Some(item), "The same body is named twice with the same role. Take one out.");
        }
        let bodies: BTreeSet<&BodyId> = said.parties.iter().map(|party| &party.body).collect();
        self.say_if(bodies.len() < 2, Field::Parties, None, "Fewer than two bodies are named. Name every body that shares, with its role.");
    }

    fn happenings(&mut self, said: &Arrangement, directory: &Directory) {
        for (item, happening) in said.happenings.iter().enumerate() {
            let item = Some(item);
            for body in happening.what.bodies() {
                self.body(Field::Happenings, item, body, directory);
                let is_named = said.parties.iter().any(|party| party.body == *body);
                if !is_named {
                    let name = crate::name_of(body, directory);
                    self.say(Field::Happenings, item, format!("{name} is not among the partners. Name it there too, with its role."));
                }
            }
            let to_itself = matches!(&happening.what, What::Passed { from, to, .. } if from == to);
            self.say_if(to_itself, Field::Happenings, item, "A body passes its part to itself. Choose who carries it on.");
            let into_itself = matches!(&happening.what, What::Split { into } if into.contains(&said.id) || into.is_empty());
            self.say_if(
                into_itself,
                Field::Happenings,
                item,
                "It goes on as itself, or as nothing. Choose the arrangements it goes on as, or write that it ended.",
            );
            let start = said.started().filter(|start| happening.what.is_an_ending() && is_surely_before(happening.when, *start));
            if let Some(start) = start {
                let sentence =
                    format!("It ends in {} and starts in {}. Correct the one that is wrong.", happening.when.long(), start.long());
                self.say(Field::Happenings, item, sentence);
            }
        }
    }

    fn dates(&mut self, said: &Arrangement) {
        for (item, happening) in said.happenings.iter().enumerate() {
            self.year(Field::Happenings, Some(item), happening.when);
        }
        said.agreed_until.into_iter().for_each(|until| self.year(Field::AgreedUntil, None, until));
        for (item, day) in said.reviews.iter().enumerate() {
            self.year(Field::Reviews, Some(item), When::Day(*day));
        }
        for (item, cited) in said.sources.iter().enumerate() {
            cited.published.into_iter().for_each(|when| self.year(Field::Sources, Some(item), when));
        }
    }

    fn savings(&mut self, said: &Arrangement) {
        let Savings::Lines(lines) = &said.savings else { return };
        self.say_if(
            lines.is_empty(),
            Field::Savings,
            None,
            "There is no figure and no reason. Give a figure, or choose why there is none.",
        );
        for (place, line) in lines.iter().enumerate() {
            let item = Some(place);
            self.amount(Field::Savings, item, line.amount_pence);
            self.say_if(
                line.amount_pence == Pence::ZERO,
                Field::Savings,
                item,
                "The amount is nought. Take the line out, or choose why there is no figure.",
            );
            let is_named = !line.id.is_empty() && slug(&line.id) == line.id;
            self.say_if(
                !is_named,
                Field::Savings,
                item,
                "The name of the line is not made of small letters and digits. Call it s1, s2 and so on.",
            );
            let is_doubled = lines[..place].iter().any(|other| other.id == line.id);
            self.say_if(is_doubled, Field::Savings, item, "Another line has the same name. Give each line a name of its own.");
            self.say_if(
                line.said_by.trim().is_empty(),
                Field::Savings,
                item,
                "Nobody is named who said so. Write who: a body, a paper, an auditor.",
            );
            self.period(item, line);
        }
    }

    fn period(&mut self, item: Option<usize>, line: &SavingLine) {
        let (from, until) = match line.period {
            Period::EachYear { from, until } => (Some(from), until),
            Period::InTotal { from, until } => (Some(from), Some(until)),
            Period::ToDate { until } => (None, Some(until)),
        };
        from.into_iter().chain(until).for_each(|when| self.year(Field::Savings, item, when));
        if let Some((from, until)) = from.zip(until).filter(|(from, until)| is_surely_before(*until, *from)) {
            self.say(
                Field::Savings,
                item,
                format!("The time runs from {} until {}. Correct the one that is wrong.", from.long(), until.long()),
            );
        }
    }

    fn links(&mut self, said: &Arrangement) {
        let of = |field: Field, sources: &[crate::Cited], item: usize, faults: &mut Faults| {
            let is_wrong = sources.iter().any(|cited| !cited.link.is_empty() && !is_web_address(&cited.link));
            faults.say_if(is_wrong, field, Some(item), "The link is not a web address. Write one that begins with https:// or http://.");
            let is_empty = sources.iter().any(|cited| cited.document.trim().is_empty() && cited.link.is_empty());
            faults.say_if(
                is_empty,
                field,
                Some(item),
                "The source has neither a document nor a link. Name the document, or take the source out.",
            );
        };
        for (item, cited) in said.sources.iter().enumerate() {
            of(Field::Sources, std::slice::from_ref(cited), item, self);
        }
        for (item, happening) in said.happenings.iter().enumerate() {
            of(Field::Happenings, &happening.sources, item, self);
        }
        if let Savings::Lines(lines) = &said.savings {
            for (item, line) in lines.iter().enumerate() {
                of(Field::Savings, &line.sources, item, self);
            }
        }
    }

    fn body(&mut self, field: Field, item: Option<usize>, body: &BodyId, directory: &Directory) {
        if directory.get(body).is_none() {
            let shown: String = body.as_str().chars().take(60).collect();
            self.say(field, item, format!("“{shown}” is not a body that is known. Choose one from the list, or add it as a body first."));
        }
    }

    fn year(&mut self, field: Field, item: Option<usize>, when: When) {
        let is_plausible = |day: Day| (FIRST_YEAR..=LAST_YEAR).contains(&day.ymd().0);
        if !is_plausible(when.first_day()) {
            self.say(field, item, format!("{} is not between {FIRST_YEAR} and {LAST_YEAR}. Correct the year.", when.long()));
        }
    }

    fn amount(&mut self, field: Field, item: Option<usize>, amount: Pence) {
        if amount.abs() > LARGEST_AMOUNT {
            let sentence =
                format!("{} is more than any saving. Write pounds, and look whether noughts are too many.", crate::pounds(amount));
            self.say(field, item, sentence);
        }
    }
}

#[cfg(test)]
mod tests;
