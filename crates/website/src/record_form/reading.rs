//! A form about an arrangement, read: what was typed becomes a record.
//!
//! The rule: what cannot be understood is noted at its field, and nothing is guessed; rows that are empty are passed over.
//! Whether the record may be published is not asked here but by the register's own rules. It is longer than most files, since
//! every part of a record is read here once, in the order of its form.

use bodies::Directory;
use definitions::{ArrangementId, BodyId, Day};
use register::{
    Aim, Arrangement, Cashable, Cited, Fault, Field, Happening, Kind, Lead, Net, NoFigure, Party, Passing, Period, PriceOfLeaving, Role,
    SavingLine, Savings, Standing, What, When, nearest,
};
use services::Family;

use super::{amount, days, rows};
use crate::form::Form;

/// What was read, and in which rows of the form its parts stand.
pub(crate) struct Read {
    /// The record.
    pub(crate) arrangement: Arrangement,
    /// By list and place in the record, the row of the form.
    places: Vec<(&'static str, Vec<usize>)>,
}

/// Longer than any list that the register takes, so that the register says what is too long.
const TEXT_CHARACTERS: usize = 20_000;

/// Reads `form` as the arrangement `id`; what the form does not show is as in `base`. What is wrong is noted in the form, and
/// there is nothing to save while something is.
pub(crate) fn read(form: &mut Form, id: ArrangementId, base: Option<&Arrangement>, directory: &Directory) -> Read {
    let mut reading = Reading { form, directory, places: Vec::new() };
    let arrangement = Arrangement {
        id,
        title: reading.form.line("title", TEXT_CHARACTERS, "Enter a title: what people call it"),
        summary: reading.text("summary"),
        services: reading.form.chosen("services").into_iter().filter_map(Family::from_code).collect(),
        service_list_ids: reading.service_list_ids(),
        parties: reading.parties(),
        kind: reading.kind(),
        legal_form: reading.text("legal-form"),
        aims: reading.form.chosen("aims").into_iter().filter_map(Aim::from_code).collect(),
        happenings: reading.happenings(),
        agreed_until: days::when(reading.form, "agreed-until"),
        reviews: reading.reviews(),
        break_terms: reading.text("break-terms"),
        price_of_leaving: reading.price_of_leaving(),
        lead_member: reading.lead("lead-member"),
        lead_officer: reading.lead("lead-officer"),
        savings: reading.savings(),
        sources: reading.sources(),
        found_as: base.and_then(|base| base.found_as.clone()),
    };
    Read { arrangement, places: reading.places }
}

/// The body that is meant by its id or by a name as people write it.
pub(crate) fn body_named(text: &str, directory: &Directory) -> Option<BodyId> {
    let by_id = directory.get(&BodyId::new(text.trim()));
    by_id.or_else(|| directory.named(text)).map(|body| body.id.clone())
}

/// The sentence about a name that means no body, with the names that come nearest.
pub(crate) fn not_a_body(text: &str, directory: &Directory) -> String {
    let shown: String = text.chars().take(60).collect();
    let near: Vec<&str> = nearest(text, directory, 3).into_iter().map(|body| body.name.as_str()).collect();
    let offer = match near.as_slice() {
        [] => "Choose one from the list".to_string(),
        near => format!("Did you mean {}", near.join(", or ")),
    };
    let mark = if near.is_empty() { "." } else { "?" };
    format!("“{shown}” is not a body that is known. {offer}{mark} A body that is missing can be added under “Add a body”.")
}

impl Read {
    /// The field of the form at which a fault is to be shown.
    pub(crate) fn field_of(&self, fault: &Fault) -> String {
        let row = |list: &str, rest: &str, whole: &str| {
            let places = self.places.iter().find(|(known, _)| *known == list).map(|(_, places)| places);
            match fault.item.and_then(|item| places?.get(item)) {
                Some(row) => format!("{list}-{row}{rest}"),
                None => whole.to_string(),
            }
        };
        match fault.field {
            Field::Id | Field::FoundAs => "title".to_string(),
            Field::Parties => row("parties", "-body", "parties-0-body"),
            Field::Happenings => row("happenings", "-what", "happenings-0-what"),
            Field::Reviews => row("reviews", "-day", "reviews-0-day"),
            Field::Savings => row("lines", "-amount", "savings"),
            Field::Sources => row("sources", "-document", "sources-0-document"),
            Field::PriceOfLeaving => "price".to_string(),
            Field::LeadMember | Field::LeadOfficer => format!("{}-role", fault.field.code()),
            other => other.code().to_string(),
        }
    }
}

struct Reading<'a> {
    form: &'a mut Form,
    directory: &'a Directory,
    places: Vec<(&'static str, Vec<usize>)>,
}

impl Reading<'_> {
    fn text(&mut self, name: &str) -> String {
        self.form.text_if_any(name, TEXT_CHARACTERS)
    }

    /// The rows of a list in which `is_filled` finds something, noted so that faults find their row again.
    fn filled(&mut self, list: &'static str, parts: &[&str]) -> Vec<usize> {
        let is_filled = |row: &usize| parts.iter().any(|part| !self.form.typed(&format!("{list}-{row}-{part}")).trim().is_empty());
        let filled: Vec<usize> = (0..rows::count(self.form.pairs(), list)).filter(is_filled).collect();
        self.places.push((list, filled.clone()));
        filled
    }

    /// A choice that must have been made.
    fn choice<T>(&mut self, name: &str, known: fn(&str) -> Option<T>, missing: &str) -> Option<T> {
        let choice = known(self.form.typed(name));
        if choice.is_none() {
            self.form.wrong(name, missing);
        }
        choice
    }

    /// The body that was typed; noted where it is none.
    fn body(&mut self, name: &str, missing: &str) -> Option<BodyId> {
        let text = self.form.line(name, 300, missing);
        if text.is_empty() || self.form.error(name).is_some() {
            return None;
        }
        let body = body_named(&text, self.directory);
        if body.is_none() {
            let sentence = not_a_body(&text, self.directory);
            self.form.wrong(name, &sentence);
        }
        body
    }

    fn kind(&mut self) -> Kind {
        self.choice("kind", Kind::from_code, "Choose in which way they share").unwrap_or(Kind::Other)
    }

    fn service_list_ids(&mut self) -> Vec<u32> {
        let typed = self.text("service-list-ids");
        let numbers: Result<Vec<u32>, _> =
            typed.split([',', ' ', ';', '\n']).map(str::trim).filter(|number| !number.is_empty()).map(str::parse).collect();
        numbers.unwrap_or_else(|_| {
            self.form.wrong("service-list-ids", "Give numbers of the Local Government Services List with commas between, such as 524, 551");
            Vec::new()
        })
    }

    fn parties(&mut self) -> Vec<Party> {
        let filled = self.filled("parties", &["body"]);
        let mut parties = Vec::new();
        for row in filled {
            let body = self.body(&format!("parties-{row}-body"), "Name a body");
            let role = self.choice(&format!("parties-{row}-role"), Role::from_code, "Choose the role of this body");
            parties.extend(body.zip(role).map(|(body, role)| Party { body, role }));
        }
        parties
    }

    fn happenings(&mut self) -> Vec<Happening> {
        let parts = ["what", "when-day", "when-month", "when-year", "body", "to", "into", "note", "document", "link"];
        let filled = self.filled("happenings", &parts);
        filled.into_iter().filter_map(|row| self.happening(&format!("happenings-{row}"))).collect()
    }

    fn happening(&mut self, row: &str) -> Option<Happening> {
        let when_name = format!("{row}-when");
        let when = days::when(self.form, &when_name);
        if when.is_none() && self.form.error(&when_name).is_none() {
            self.form.wrong(&when_name, "Give the day, the month or the year in which it happened");
        }
        let what = self.what(row);
        let note = self.text(&format!("{row}-note"));
        let sources = self.sources_of(row);
        Some(Happening { when: when?, what: what?, note, sources })
    }

    fn what(&mut self, row: &str) -> Option<What> {
        let name = format!("{row}-what");
        let body = format!("{row}-body");
        Some(match self.form.typed(&name) {
            "proposed" => What::Proposed,
            "agreed" => What::Agreed,
            "started" => What::Started,
            "joined" => What::Joined { body: self.body(&body, "Name the body that joined")? },
            "left" => What::Left { body: self.body(&body, "Name the body that left")? },
            "passed" => {
                let from = self.body(&body, "Name the body whose part it was");
                let to = self.body(&format!("{row}-to"), "Name the body that has it now");
                let how = self.choice(&format!("{row}-how"), Passing::from_code, "Choose how it was passed on");
                What::Passed { from: from?, to: to?, how: how? }
            }
            "renewed" => What::Renewed,
            "reviewed" => What::Reviewed,
            "split" => What::Split { into: self.others_made_of_it(row) },
            "ended" => What::Ended,
            _ => {
                self.form.wrong(&name, "Choose what happened");
                return None;
            }
        })
    }

    /// The references of the arrangements that it was split into.
    fn others_made_of_it(&mut self, row: &str) -> Vec<ArrangementId> {
        let name = format!("{row}-into");
        let typed = self.form.line(&name, 2_000, "Give the references of the arrangements it goes on as");
        typed.split([',', ' ', ';']).map(str::trim).filter(|id| !id.is_empty()).map(ArrangementId::new).collect()
    }

    fn reviews(&mut self) -> Vec<Day> {
        let filled = self.filled("reviews", &["day-day", "day-month", "day-year"]);
        filled.into_iter().filter_map(|row| days::day(self.form, &format!("reviews-{row}-day"))).collect()
    }

    fn price_of_leaving(&mut self) -> PriceOfLeaving {
        match self.form.typed("price") {
            "free" => PriceOfLeaving::Free,
            "amount" => match amount::amount(self.form.typed("price-amount")) {
                Some(amount) => PriceOfLeaving::Amount(amount.pence),
                None => {
                    self.form.wrong("price-amount", NO_AMOUNT);
                    PriceOfLeaving::NotSaid
                }
            },
            "in-words" => PriceOfLeaving::InWords(self.form.line("price-words", TEXT_CHARACTERS, "Say what leaving costs")),
            _ => PriceOfLeaving::NotSaid,
        }
    }

    fn lead(&mut self, field: &str) -> Option<Lead> {
        let part = |reading: &mut Self, part: &str| reading.form.line_if_any(&format!("{field}-{part}"), TEXT_CHARACTERS);
        let (role, name, contact) = (part(self, "role"), part(self, "name"), part(self, "contact"));
        let body_name = format!("{field}-body");
        let has_body = !self.form.typed(&body_name).trim().is_empty();
        let body = if has_body { self.body(&body_name, "Name a body") } else { None };
        if role.is_empty() && (!name.is_empty() || !contact.is_empty() || has_body) {
            self.form.wrong(&format!("{field}-role"), "Give the role, such as Head of Law");
        }
        (!role.is_empty()).then_some(Lead { role, name, contact, body })
    }

    fn savings(&mut self) -> Savings {
        let filled = self.filled("lines", &["amount", "said-by", "evidence"]);
        match (self.form.typed("savings"), NoFigure::from_code(self.form.typed("no-figure"))) {
            ("no-figure", Some(reason)) => Savings::NoFigure(reason),
            ("no-figure", None) => {
                self.form.wrong("no-figure", "Choose why there is no figure");
                Savings::Lines(Vec::new())
            }
            _ => {
                let mut lines: Vec<SavingLine> = filled.into_iter().filter_map(|row| self.line(&format!("lines-{row}"))).collect();
                name_lines(&mut lines);
                Savings::Lines(lines)
            }
        }
    }

    fn line(&mut self, row: &str) -> Option<SavingLine> {
        let named = |part: &str| format!("{row}-{part}");
        let amount = amount::amount(self.form.typed(&named("amount")));
        if amount.is_none() {
            self.form.wrong(&named("amount"), NO_AMOUNT);
        }
        let period = self.period(row);
        let standing = self.choice(&named("standing"), Standing::from_code, "Choose how far it is proved");
        let said_by = self.form.line_if_any(&named("said-by"), TEXT_CHARACTERS);
        let evidence = self.text(&named("evidence"));
        let sources = self.sources_of(row);
        let amount = amount?;
        Some(SavingLine {
            id: self.form.typed(&named("id")).to_string(),
            amount_pence: amount.pence,
            at_least: amount.is_at_least || self.form.typed(&named("at-least")) == "yes",
            period: period?,
            standing: standing?,
            cashable: Cashable::from_code(self.form.typed(&named("cashable"))).unwrap_or(Cashable::NotSaid),
            net: Net::from_code(self.form.typed(&named("net"))).unwrap_or(Net::NotSaid),
            said_by,
            evidence,
            sources,
        })
    }

    fn period(&mut self, row: &str) -> Option<Period> {
        let (from_name, until_name) = (format!("{row}-from"), format!("{row}-until"));
        let from = days::when(self.form, &from_name);
        let until = days::when(self.form, &until_name);
        let needed = |form: &mut Form, when: Option<When>, name: &str, missing: &str| {
            if when.is_none() && form.error(name).is_none() {
                form.wrong(name, missing);
            }
            when
        };
        let name = format!("{row}-period");
        match self.form.typed(&name) {
            "each-year" => {
                Some(Period::EachYear { from: needed(self.form, from, &from_name, "Give from when it is saved each year")?, until })
            }
            "in-total" => {
                let from = needed(self.form, from, &from_name, "Give from when");
                let until = needed(self.form, until, &until_name, "Give until when");
                Some(Period::InTotal { from: from?, until: until? })
            }
            "to-date" => Some(Period::ToDate { until: needed(self.form, until, &until_name, "Give the day up to which it was counted")? }),
            _ => {
                self.form.wrong(&name, "Choose whether it is each year, or in all");
                None
            }
        }
    }

    fn sources(&mut self) -> Vec<Cited> {
        let filled = self.filled("sources", &["document", "place", "link"]);
        filled.into_iter().filter_map(|row| self.cited(&format!("sources-{row}"))).collect()
    }

    /// The source of an event or a line: the one that the form shows, and those that it only carries.
    fn sources_of(&mut self, row: &str) -> Vec<Cited> {
        let more: Vec<Cited> = serde_json::from_str(self.form.typed(&format!("{row}-more"))).unwrap_or_default();
        self.cited(row).into_iter().chain(more).collect()
    }

    fn cited(&mut self, row: &str) -> Option<Cited> {
        let part = |reading: &mut Self, part: &str| reading.form.line_if_any(&format!("{row}-{part}"), TEXT_CHARACTERS);
        let (document, place, link) = (part(self, "document"), part(self, "place"), part(self, "link"));
        let published = days::when(self.form, &format!("{row}-published"));
        let cited = Cited { document, place, link, published };
        (cited != Cited::default()).then_some(cited)
    }
}

const NO_AMOUNT: &str = "Give an amount in pounds, such as £450,000 or £1.2m";

/// Gives each new line a name of its own; those that have one keep it.
fn name_lines(lines: &mut [SavingLine]) {
    for place in 0..lines.len() {
        if !lines[place].id.is_empty() {
            continue;
        }
        let is_free = |id: &String| lines.iter().all(|line| line.id != *id);
        let free = (1..=lines.len() + 1).map(|number| format!("s{number}")).find(is_free);
        lines[place].id = free.expect("of one name more than there are lines, one is free");
    }
}
