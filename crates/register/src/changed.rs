//! What changed between two versions of a record, field by field, in words.
//!
//! The rule: two versions that differ in anything have at least one sentence, and two that are the same have none. Long texts
//! are shortened in the sentence, never in the record. It judges nothing and knows no author.

use bodies::Directory;

use crate::telling::name_of;
use crate::{Arrangement, Cited, Field, Happening, Lead, NoFigure, SavingLine, Savings};

/// One thing that changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Changed {
    /// In which field.
    pub field: Field,
    /// What, in a sentence: `Savings line s1: £400,000 a year from 2017 became £450,000 a year from 2017.`
    pub sentence: String,
}

/// What changed from `before` to `after`, in the order of the fields.
pub fn what_changed(before: &Arrangement, after: &Arrangement, directory: &Directory) -> Vec<Changed> {
    let mut found = Found { all: Vec::new() };
    found.text(Field::Id, [before.id.as_str(), after.id.as_str()]);
    found.text(Field::Title, [&before.title, &after.title]);
    found.text(Field::Summary, [&before.summary, &after.summary]);
    found.list(Field::Services, [&before.services, &after.services], |family| family.name().to_string());
    found.list(Field::ServiceListIds, [&before.service_list_ids, &after.service_list_ids], u32::to_string);
    parties(&mut found, before, after, directory);
    found.text(Field::Kind, [before.kind.words(), after.kind.words()]);
    found.text(Field::LegalForm, [&before.legal_form, &after.legal_form]);
    found.list(Field::Aims, [&before.aims, &after.aims], |aim| aim.words().to_string());
    happenings(&mut found, before, after, directory);
    let agreed = |version: &Arrangement| version.agreed_until.map(|when| when.long()).unwrap_or_default();
    found.text(Field::AgreedUntil, [&agreed(before), &agreed(after)]);
    found.list(Field::Reviews, [&before.reviews, &after.reviews], |day| day.long());
    found.text(Field::BreakTerms, [&before.break_terms, &after.break_terms]);
    if before.price_of_leaving != after.price_of_leaving {
        found.became(Field::PriceOfLeaving, "", [&before.price_of_leaving.in_words(), &after.price_of_leaving.in_words()]);
    }
    found.lead(Field::LeadMember, [&before.lead_member, &after.lead_member], directory);
    found.lead(Field::LeadOfficer, [&before.lead_officer, &after.lead_officer], directory);
    savings(&mut found, &before.savings, &after.savings);
    found.list(Field::Sources, [&before.sources, &after.sources], Cited::in_words);
    let opportunity = |version: &Arrangement| version.found_as.as_ref().map(|id| id.to_string()).unwrap_or_default();
    found.text(Field::FoundAs, [&opportunity(before), &opportunity(after)]);
    found.all
}

/// What was found so far. Each question adds nothing where its two versions are the same.
struct Found {
    all: Vec<Changed>,
}

impl Found {
    fn say(&mut self, field: Field, sentence: String) {
        self.all.push(Changed { field, sentence });
    }

    fn text(&mut self, field: Field, [before, after]: [&str; 2]) {
        if before != after {
            self.became(field, "", [before, after]);
        }
    }

    /// `Title: “A” became “B”.`, `Summary: “A” was added.`, `Summary: “A” was taken out.`
    fn became(&mut self, field: Field, of: &str, [before, after]: [&str; 2]) {
        let place = if of.is_empty() { field.words().to_string() } else { of.to_string() };
        let sentence = match (before.is_empty(), after.is_empty()) {
            (true, true) => format!("{place}: written otherwise."),
            (true, false) => format!("{place}: “{}” was added.", short(after)),
            (false, true) => format!("{place}: “{}” was taken out.", short(before)),
            (false, false) if short(before) == short(after) => format!("{place}: “{}” was written otherwise.", short(before)),
            (false, false) => format!("{place}: “{}” became “{}”.", short(before), short(after)),
        };
        self.say(field, sentence);
    }

    fn list<T: PartialEq>(&mut self, field: Field, [before, after]: [&[T]; 2], words: impl Fn(&T) -> String) {
        let (taken_out, added) = apart(before, after);
        for one in &taken_out {
            self.became(field, "", [&or_empty(words(one)), ""]);
        }
        for one in &added {
            self.became(field, "", ["", &or_empty(words(one))]);
        }
        if taken_out.is_empty() && added.is_empty() && before != after {
            self.say(field, format!("{}: put in another order.", field.words()));
        }
    }

    fn lead(&mut self, field: Field, [before, after]: [&Option<Lead>; 2], directory: &Directory) {
        if before != after {
            let words = |lead: &Option<Lead>| lead.as_ref().map(|lead| or_empty(lead.in_words(directory))).unwrap_or_default();
            self.became(field, "", [&words(before), &words(after)]);
        }
    }
}

fn parties(found: &mut Found, before: &Arrangement, after: &Arrangement, directory: &Directory) {
    let (mut taken_out, added) = apart(&before.parties, &after.parties);
    for party in &added {
        let name = name_of(&party.body, directory);
        let sentence = match taken_out.iter().position(|other| other.body == party.body) {
            Some(place) => format!("{name} is now {} and was {}.", party.role.words(), taken_out.remove(place).role.words()),
            None => format!("{name} was added as {}.", party.role.words()),
        };
        found.say(Field::Parties, sentence);
    }
    for party in &taken_out {
        found.say(Field::Parties, format!("{} is no longer named as {}.", name_of(&party.body, directory), party.role.words()));
    }
    if taken_out.is_empty() && added.is_empty() && before.parties != after.parties {
        found.say(Field::Parties, "The partners were put in another order.".to_string());
    }
}

fn happenings(found: &mut Found, before: &Arrangement, after: &Arrangement, directory: &Directory) {
    let (mut taken_out, added) = apart(&before.happenings, &after.happenings);
    let words = |happening: &Happening| format!("{}, {}", happening.in_words(directory), happening.when.long());
    for happening in &added {
        let sentence = match taken_out.iter().position(|other| other.what == happening.what) {
            Some(place) => {
                let was = taken_out.remove(place);
                match was.when == happening.when {
                    true => format!("What is said of “{}” was rewritten.", words(happening)),
                    false => format!("{}: {} became {}.", happening.in_words(directory), was.when.long(), happening.when.long()),
                }
            }
            None => format!("Added: {}.", words(happening)),
        };
        found.say(Field::Happenings, sentence);
    }
    for happening in &taken_out {
        found.say(Field::Happenings, format!("Taken out: {}.", words(happening)));
    }
    if taken_out.is_empty() && added.is_empty() && before.happenings != after.happenings {
        found.say(Field::Happenings, "What happened was listed in another order.".to_string());
    }
}

fn savings(found: &mut Found, before: &Savings, after: &Savings) {
    let reason = |reason: &NoFigure| format!("no figure, because {}", reason.words());
    match (before, after) {
        (Savings::NoFigure(one), Savings::NoFigure(other)) if one != other => {
            found.became(Field::Savings, "", [&reason(one), &reason(other)]);
        }
        (Savings::NoFigure(one), Savings::Lines(lines)) => {
            found.say(Field::Savings, format!("Savings: no longer without a figure ({}).", one.words()));
            lines_changed(found, &[], lines);
        }
        (Savings::Lines(lines), Savings::NoFigure(other)) => {
            lines_changed(found, lines, &[]);
            found.became(Field::Savings, "", ["", &reason(other)]);
        }
        (Savings::Lines(one), Savings::Lines(other)) => lines_changed(found, one, other),
        (Savings::NoFigure(_), Savings::NoFigure(_)) => {}
    }
}

fn lines_changed(found: &mut Found, before: &[SavingLine], after: &[SavingLine]) {
    let (mut taken_out, added) = apart(before, after);
    for line in &added {
        match taken_out.iter().position(|other| other.id == line.id) {
            Some(place) => line_changed(found, taken_out.remove(place), line),
            None => found.say(
                Field::Savings,
                format!("Savings line {}: {} ({}) was added.", line.id, line.amount_in_words(), line.standing.words()),
            ),
        }
    }
    for line in &taken_out {
        found.say(
            Field::Savings,
            format!("Savings line {}: {} ({}) was taken out.", line.id, line.amount_in_words(), line.standing.words()),
        );
    }
    if taken_out.is_empty() && added.is_empty() && before != after {
        found.say(Field::Savings, "The savings lines were put in another order.".to_string());
    }
}

fn line_changed(found: &mut Found, before: &SavingLine, after: &SavingLine) {
    let place = format!("Savings line {}", after.id);
    let said_before = found.all.len();
    let (was, is) = (before.amount_in_words(), after.amount_in_words());
    if was != is {
        found.say(Field::Savings, format!("{place}: {was} became {is}."));
    }
    for (was, is) in [
        (before.standing.words(), after.standing.words()),
        (before.cashable.words(), after.cashable.words()),
        (before.net.words(), after.net.words()),
    ] {
        if was != is {
            found.say(Field::Savings, format!("{place}: {was} became {is}."));
        }
    }
    if before.said_by != after.said_by {
        found.became(Field::Savings, &format!("{place}, said by"), [&before.said_by, &after.said_by]);
    }
    if before.evidence != after.evidence {
        found.became(Field::Savings, &format!("{place}, evidence"), [&before.evidence, &after.evidence]);
    }
    if before.sources != after.sources {
        found.say(Field::Savings, format!("{place}: its sources were changed."));
    }
    if found.all.len() == said_before {
        found.say(Field::Savings, format!("{place}: written otherwise."));
    }
}

/// What is in `before` alone and what is in `after` alone, counted as often as it stands there.
fn apart<'a, T: PartialEq>(before: &'a [T], after: &'a [T]) -> (Vec<&'a T>, Vec<&'a T>) {
    let mut taken_out: Vec<&T> = before.iter().collect();
    let mut added = Vec::new();
    for one in after {
        match taken_out.iter().position(|other| *other == one) {
            Some(place) => drop(taken_out.remove(place)),
            None => added.push(one),
        }
    }
    (taken_out, added)
}

fn or_empty(words: String) -> String {
    if words.trim().is_empty() { "(empty)".to_string() } else { words }
}

/// The first 160 characters, on one line.
fn short(text: &str) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    match line.char_indices().nth(160) {
        Some((place, _)) => format!("{}…", &line[..place]),
        None => line,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::made_up::{arrangement, arrangements, directory};

    fn sentences(before: &str, after: &str) -> Vec<String> {
        let changed = what_changed(&arrangement(before), &arrangement(after), &directory());
        changed.into_iter().map(|changed| changed.sentence).collect()
    }

    #[test]
    fn a_corrected_amount_is_told_with_what_it_was() {
        let told = |amount: &str| format!("legal | ash lead, beck | started 2017 | s1 realised {amount} a year from 2017");
        assert_eq!(
            sentences(&told("400000"), &told("450000")),
            ["Savings line s1: £400,000 a year from 2017 became £450,000 a year from 2017."]
        );
    }

    #[test]
    fn a_partner_that_comes_goes_or_changes_its_role_is_named() {
        let found = sentences("legal | ash lead, beck | ", "legal | ash, elm lead | ");
        assert_eq!(
            found,
            [
                "Ash Borough Council is now partner and was lead.",
                "Elm Borough Council was added as lead.",
                "Beck Borough Council is no longer named as partner."
            ]
        );
    }

    #[test]
    fn a_corrected_day_is_told_with_what_it_was() {
        let found = sentences("legal | ash, beck | started 2017", "legal | ash, beck | started 2017-04, ended 2020");
        assert_eq!(found, ["Started: 2017 became April 2017.", "Added: Ended, 2020."]);
    }

    #[test]
    fn a_figure_in_the_place_of_a_reason_tells_both() {
        let found = sentences("legal | ash, beck | | too-early", "legal | ash, beck | | s1 planned 5 in all 2017 to 2018");
        assert_eq!(
            found,
            [
                "Savings: no longer without a figure (it is too early to say).",
                "Savings line s1: £5 in all, 2017 to 2018 (planned) was added."
            ]
        );
    }

    #[test]
    fn a_long_text_is_shortened_in_the_sentence() {
        let (before, mut after) = (arrangement("legal | ash, beck | "), arrangement("legal | ash, beck | "));
        after.summary = "word ".repeat(200);
        let changed = what_changed(&before, &after, &directory());
        assert_eq!(changed.len(), 1);
        assert!(changed[0].sentence.chars().count() < 250, "{}", changed[0].sentence);
    }

    proptest! {
        #[test]
        fn two_versions_have_sentences_exactly_when_they_differ(one in arrangements(), other in arrangements()) {
            prop_assert!(what_changed(&one, &one, &directory()).is_empty());
            prop_assert_eq!(what_changed(&one, &other, &directory()).is_empty(), one == other);
        }

        #[test]
        fn a_version_that_differs_in_one_field_alone_tells_that_field_alone(one in arrangements(), other in arrangements()) {
            let after = Arrangement { savings: other.savings.clone(), ..one.clone() };
            let changed = what_changed(&one, &after, &directory());
            prop_assert_eq!(changed.is_empty(), one.savings == after.savings);
            prop_assert!(changed.iter().all(|changed| changed.field == Field::Savings));
        }
    }
}
