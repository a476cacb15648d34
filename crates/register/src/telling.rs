//! Parts of a record in words: amounts with their period, happenings, terms, sources.
//!
//! The rule: what is shown says no more than the record does: a month stays a month, "more than" stays "more than". It makes
//! plain text for people and never reads any.

use bodies::Directory;
use definitions::{BodyId, Pence};

use crate::{Cited, Happening, Lead, Party, Period, PriceOfLeaving, SavingLine, What};

/// The official name of a body; its id where the directory does not hold it.
pub fn name_of(body: &BodyId, directory: &Directory) -> String {
    directory.get(body).map_or_else(|| body.to_string(), |known| known.name.clone())
}

/// Whole pounds where there are no pence: `£400,000`, `£12.50`.
pub fn pounds(amount: Pence) -> String {
    if amount.0 % 100 == 0 { amount.whole_pounds() } else { amount.to_string() }
}

impl SavingLine {
    /// The amount with its period: `more than £1,000,000 in all up to June 2017`.
    pub fn amount_in_words(&self) -> String {
        let at_least = if self.at_least { "more than " } else { "" };
        let amount = if self.amount_pence < Pence::ZERO {
            format!("a cost of {at_least}{}", pounds(self.amount_pence.abs()))
        } else {
            format!("{at_least}{}", pounds(self.amount_pence))
        };
        format!("{amount} {}", self.period.in_words())
    }
}

impl Period {
    /// `a year from April 2017`, `in all, 2017 to 2019`, `in all up to June 2017`.
    pub fn in_words(&self) -> String {
        match self {
            Period::EachYear { from, until: None } => format!("a year from {}", from.long()),
            Period::EachYear { from, until: Some(until) } => format!("a year from {} until {}", from.long(), until.long()),
            Period::InTotal { from, until } => format!("in all, {} to {}", from.long(), until.long()),
            Period::ToDate { until } => format!("in all up to {}", until.long()),
        }
    }
}

impl Happening {
    /// What happened, without its day: `Started`, `Wealden District Council joined`.
    pub fn in_words(&self, directory: &Directory) -> String {
        self.what.in_words(directory)
    }
}

impl What {
    /// What happened: `Started`, `Wealden District Council joined`.
    pub fn in_words(&self, directory: &Directory) -> String {
        let name = |body: &BodyId| name_of(body, directory);
        match self {
            What::Proposed => "Proposed".to_string(),
            What::Agreed => "Agreed".to_string(),
            What::Started => "Started".to_string(),
            What::Joined { body } => format!("{} joined", name(body)),
            What::Left { body } => format!("{} left", name(body)),
            What::Passed { from, to, how } => format!("The part of {} passed to {} ({})", name(from), name(to), how.words()),
            What::Renewed => "Renewed".to_string(),
            What::Reviewed => "Reviewed and kept".to_string(),
            What::Split { into } => {
                let into: Vec<&str> = into.iter().map(|id| id.as_str()).collect();
                format!("Split into {}", into.join(", "))
            }
            What::Ended => "Ended".to_string(),
        }
    }
}

impl Party {
    /// `Wealden District Council, lead`.
    pub fn in_words(&self, directory: &Directory) -> String {
        format!("{}, {}", name_of(&self.body, directory), self.role.words())
    }
}

impl PriceOfLeaving {
    /// `£40,000`, `free`, or the rule as it is written.
    pub fn in_words(&self) -> String {
        match self {
            PriceOfLeaving::NotSaid => "not said".to_string(),
            PriceOfLeaving::Free => "free".to_string(),
            PriceOfLeaving::Amount(amount) => pounds(*amount),
            PriceOfLeaving::InWords(rule) => rule.clone(),
        }
    }
}

impl Lead {
    /// Role, name and contact, as far as they are told.
    pub fn in_words(&self, directory: &Directory) -> String {
        let body = self.body.as_ref().map(|body| name_of(body, directory)).unwrap_or_default();
        joined([&self.role, &self.name, &body, &self.contact])
    }
}

impl Cited {
    /// Document, page, day and link, as far as they are told.
    pub fn in_words(&self) -> String {
        let published = self.published.map(|when| when.long()).unwrap_or_default();
        joined([&self.document, &self.place, &published, &self.link])
    }
}

fn joined(parts: [&String; 4]) -> String {
    let told: Vec<&str> = parts.iter().map(|part| part.as_str()).filter(|part| !part.trim().is_empty()).collect();
    told.join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Savings;
    use crate::made_up::{arrangement, directory};

    fn amounts(told: &str) -> Vec<String> {
        match arrangement(&format!("legal | ash, beck | | {told}")).savings {
            Savings::Lines(lines) => lines.iter().map(SavingLine::amount_in_words).collect(),
            Savings::NoFigure(_) => Vec::new(),
        }
    }

    #[test]
    fn an_amount_is_told_with_its_period_and_with_more_than_where_the_source_says_so() {
        let told = "s1 realised 400000 a year from 2017-04; s2 planned 1000 in all 2017 to 2019; \
                    s3 realised over 1000000 to date 2017-06; s4 planned -5000 a year from 2017 until 2018-03-31";
        let expected = [
            "£400,000 a year from April 2017",
            "£1,000 in all, 2017 to 2019",
            "more than £1,000,000 in all up to June 2017",
            "a cost of £5,000 a year from 2017 until 31 March 2018",
        ];
        assert_eq!(amounts(told), expected);
    }

    #[test]
    fn what_happened_names_bodies_by_their_official_names_and_unknown_ones_by_their_id() {
        let told = arrangement("legal | ash, beck | joined elm 2017, passed thorn nowhere 2023-04-01");
        let words: Vec<String> = told.happenings.iter().map(|happening| happening.in_words(&directory())).collect();
        assert_eq!(words[0], "Elm Borough Council joined");
        assert_eq!(words[1], "The part of Thorn Borough Council passed to nowhere (transfer by law to a successor)");
    }
}
