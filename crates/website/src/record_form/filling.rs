//! An arrangement as the fields of its form: the other direction of reading.
//!
//! The rule: what a record says is all in the form, shown or carried, so that saving it unchanged changes nothing. Amounts
//! and days are shown as they were understood.

use bodies::Directory;
use definitions::BodyId;
use register::{Arrangement, Cited, Happening, Lead, Period, PriceOfLeaving, SavingLine, Savings, What, When, pounds};

use super::days;
use super::reading::body_named;
use crate::pairs::Pairs;

/// The fields that show `said`.
pub(crate) fn fields(said: &Arrangement, directory: &Directory) -> Pairs {
    let mut filling = Filling { pairs: Pairs::none(), directory };
    filling.add("title", &said.title);
    filling.add("summary", &said.summary);
    said.services.iter().for_each(|family| filling.add("services", family.code()));
    let numbers: Vec<String> = said.service_list_ids.iter().map(u32::to_string).collect();
    filling.add("service-list-ids", &numbers.join(", "));
    for (row, party) in said.parties.iter().enumerate() {
        filling.body(&format!("parties-{row}-body"), &party.body);
        filling.add(&format!("parties-{row}-role"), party.role.code());
    }
    filling.add("kind", said.kind.code());
    filling.add("legal-form", &said.legal_form);
    said.aims.iter().for_each(|aim| filling.add("aims", aim.code()));
    said.happenings.iter().enumerate().for_each(|(row, happening)| filling.happening(&format!("happenings-{row}"), happening));
    said.agreed_until.into_iter().for_each(|when| filling.when("agreed-until", when));
    for (row, day) in said.reviews.iter().enumerate() {
        filling.when(&format!("reviews-{row}-day"), When::Day(*day));
    }
    filling.add("break-terms", &said.break_terms);
    filling.price_of_leaving(&said.price_of_leaving);
    filling.lead("lead-member", said.lead_member.as_ref());
    filling.lead("lead-officer", said.lead_officer.as_ref());
    filling.savings(&said.savings);
    said.sources.iter().enumerate().for_each(|(row, cited)| filling.cited(&format!("sources-{row}"), cited));
    filling.pairs
}

struct Filling<'a> {
    pairs: Pairs,
    directory: &'a Directory,
}

impl Filling<'_> {
    fn add(&mut self, name: &str, value: &str) {
        self.pairs.add(name, value);
    }

    /// Its official name where that means it and no other, else its id.
    fn body(&mut self, name: &str, body: &BodyId) {
        let official = self.directory.get(body).map(|known| known.name.as_str());
        let means_it = official.filter(|official| body_named(official, self.directory).as_ref() == Some(body));
        self.add(name, means_it.unwrap_or(body.as_str()));
    }

    fn when(&mut self, name: &str, when: When) {
        for (part, value) in ["day", "month", "year"].into_iter().zip(days::parts(when)) {
            self.add(&format!("{name}-{part}"), &value);
        }
    }

    fn happening(&mut self, row: &str, happening: &Happening) {
        self.when(&format!("{row}-when"), happening.when);
        self.add(&format!("{row}-what"), code_of(&happening.what));
        match &happening.what {
            What::Joined { body } | What::Left { body } => self.body(&format!("{row}-body"), body),
            What::Passed { from, to, how } => {
                self.body(&format!("{row}-body"), from);
                self.body(&format!("{row}-to"), to);
                self.add(&format!("{row}-how"), how.code());
            }
            What::Split { into } => {
                let into: Vec<&str> = into.iter().map(|id| id.as_str()).collect();
                self.add(&format!("{row}-into"), &into.join(", "));
            }
            What::Proposed | What::Agreed | What::Started | What::Renewed | What::Reviewed | What::Ended => {}
        }
        self.add(&format!("{row}-note"), &happening.note);
        self.sources_of(row, &happening.sources);
    }

    fn price_of_leaving(&mut self, price: &PriceOfLeaving) {
        let code = match price {
            PriceOfLeaving::NotSaid => "not-said",
            PriceOfLeaving::Free => "free",
            PriceOfLeaving::Amount(amount) => {
                self.add("price-amount", &pounds(*amount));
                "amount"
            }
            PriceOfLeaving::InWords(words) => {
                self.add("price-words", words);
                "in-words"
            }
        };
        self.add("price", code);
    }

    fn lead(&mut self, field: &str, lead: Option<&Lead>) {
        let Some(lead) = lead else { return };
        for (part, value) in [("role", &lead.role), ("name", &lead.name), ("contact", &lead.contact)] {
            self.add(&format!("{field}-{part}"), value);
        }
        lead.body.iter().for_each(|body| self.body(&format!("{field}-body"), body));
    }

    fn savings(&mut self, savings: &Savings) {
        match savings {
            Savings::NoFigure(reason) => {
                self.add("savings", "no-figure");
                self.add("no-figure", reason.code());
            }
            Savings::Lines(lines) => {
                if !lines.is_empty() {
                    self.add("savings", "lines");
                }
                lines.iter().enumerate().for_each(|(row, line)| self.line(&format!("lines-{row}"), line));
            }
        }
    }

    fn line(&mut self, row: &str, line: &SavingLine) {
        let (code, from, until) = match line.period {
            Period::EachYear { from, until } => ("each-year", Some(from), until),
            Period::InTotal { from, until } => ("in-total", Some(from), Some(until)),
            Period::ToDate { until } => ("to-date", None, Some(until)),
        };
        from.into_iter().for_each(|when| self.when(&format!("{row}-from"), when));
        until.into_iter().for_each(|when| self.when(&format!("{row}-until"), when));
        let at_least = if line.at_least { "yes" } else { "" };
        for (part, value) in [
            ("id", line.id.as_str()),
            ("amount", &pounds(line.amount_pence)),
            ("at-least", at_least),
            ("period", code),
            ("standing", line.standing.code()),
            ("cashable", line.cashable.code()),
            ("net", line.net.code()),
            ("said-by", &line.said_by),
            ("evidence", &line.evidence),
        ] {
            self.add(&format!("{row}-{part}"), value);
        }
        self.sources_of(row, &line.sources);
    }

    fn sources_of(&mut self, row: &str, sources: &[Cited]) {
        let Some((first, more)) = sources.split_first() else { return };
        self.cited(row, first);
        if !more.is_empty() {
            let carried = serde_json::to_string(more).expect("a list of texts and days is written as JSON");
            self.add(&format!("{row}-more"), &carried);
        }
    }

    fn cited(&mut self, row: &str, cited: &Cited) {
        for (part, value) in [("document", &cited.document), ("place", &cited.place), ("link", &cited.link)] {
            self.add(&format!("{row}-{part}"), value);
        }
        cited.published.into_iter().for_each(|when| self.when(&format!("{row}-published"), when));
    }
}

/// The code under which a form offers what happened.
fn code_of(what: &What) -> &'static str {
    match what {
        What::Proposed => "proposed",
        What::Agreed => "agreed",
        What::Started => "started",
        What::Joined { .. } => "joined",
        What::Left { .. } => "left",
        What::Passed { .. } => "passed",
        What::Renewed => "renewed",
        What::Reviewed => "reviewed",
        What::Split { .. } => "split",
        What::Ended => "ended",
    }
}

#[cfg(test)]
mod tests {
    use super::super::reading::read;
    use super::*;
    use crate::form::Form;

    /// Every arrangement of the two examples, which between them use every part of a record.
    fn examples() -> (Vec<Arrangement>, Directory) {
        let mut said = Vec::new();
        let mut directory = Directory::uk();
        for (records, place) in [
            (include_str!("../../../../examples/westmarch/arrangements.toml"), include_str!("../../../../examples/westmarch/place.toml")),
            (
                include_str!("../../../../examples/in-the-news/arrangements.toml"),
                include_str!("../../../../examples/in-the-news/place.toml"),
            ),
        ] {
            said.extend(desk::records("examples", records).expect("the examples are right"));
            let place = bodies::PlaceFile::read("place.toml", place).expect("the examples are right");
            for body in place.directory().bodies() {
                directory.add(body.clone(), &[]);
            }
        }
        (said, directory)
    }

    #[test]
    fn a_form_that_is_saved_unchanged_changes_nothing() {
        let (examples, directory) = examples();
        for said in examples {
            let mut form = Form::of(fields(&said, &directory));
            let read = read(&mut form, said.id.clone(), Some(&said), &directory);
            assert!(!form.has_errors(), "{}: {:?}", said.id, form.summary().0);
            assert_eq!(read.arrangement, said);
        }
    }
}
