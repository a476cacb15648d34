//! The form about an arrangement, section by section, on one page.
//!
//! The rule: every question says in words what is wanted and what may be left out; what was typed stands there again, with what
//! is wrong beside it. Each list has a button for one row more, which works without a script.

use bodies::Directory;
use maud::{Markup, Render, html};
use pages::parts::{Button, Checkboxes, Choice, DateInput, Input, Radios, Select, Textarea, fieldset};
use register::{Aim, Kind, NoFigure};

use super::days;
use super::row_fields::{happening, line, party, source};
use super::rows;
use crate::form::Form;

/// The list of body names that a browser offers while one is typed.
pub(crate) const BODY_LIST: &str = "known-bodies";

/// What can stand in the address of the form: the sections, for the contents at its top.
const SECTIONS: [(&str, &str); 7] = [
    ("what", "What is shared"),
    ("who", "Who shares"),
    ("happened", "What happened"),
    ("terms", "Terms"),
    ("answers", "Who answers for it"),
    ("saves", "What it saves"),
    ("read", "Where it can be read"),
];

/// The questions about an arrangement, as far as `form` answers them. `address` is where the form is sent.
pub(crate) fn sections(form: &Form, address: &str) -> Markup {
    let list =
        |list, [add, remove]: [&'static str; 2], row: fn(&Form, usize) -> Markup| Rows { form, address, list, add, remove, row }.render();
    html! {
        nav aria-label="Sections of this form" {
            ul class="govuk-list" { @for (id, words) in SECTIONS { li { a class="govuk-link" href={ "#" (id) } { (words) } } } }
        }
        (heading(0)) (what(form))
        (heading(1))
        p class="govuk-body" { "Every body that has or had a part. Write a name as you would in a letter: “Brighton and Hove”, “ESCC” and “Wealden DC” are understood." }
        (list("parties", ["Add another body", "Take out body"], party))
        (heading(2))
        p class="govuk-body" { "From the first proposal to the end. How far the arrangement has come on any day is worked out from these." }
        (list("happenings", ["Add another event", "Take out event"], happening))
        (heading(3)) (terms(form))
        (list("reviews", ["Add another review date", "Take out review date"], review))
        (price(form))
        (heading(4))
        p class="govuk-body" { "A role and a work contact. Leave the name out unless it is published already." }
        (lead(form, "lead-member", "Lead member"))
        (lead(form, "lead-officer", "Lead officer"))
        (heading(5)) (savings(form))
        (list("lines", ["Add another saving", "Take out saving"], line))
        (no_figure(form))
        (heading(6))
        p class="govuk-body" { "A report, a minute or a web page for what is said above." }
        (list("sources", ["Add another source", "Take out source"], source))
    }
}

/// The names of bodies, for browsers that offer them while somebody types.
pub(crate) fn body_list(directory: &Directory) -> Markup {
    let mut names: Vec<&str> = directory.bodies().map(|body| body.name.as_str()).collect();
    names.sort_unstable();
    names.dedup();
    html! { datalist id=(BODY_LIST) { @for name in names { option value=(name) {} } } }
}

fn heading(place: usize) -> Markup {
    let (id, words) = SECTIONS[place];
    html! { h2 class="govuk-heading-l cw-form-section" id=(id) { (words) } }
}

fn what(form: &Form) -> Markup {
    let kinds: Vec<Choice> = Kind::ALL.iter().map(|kind| Choice::new(kind.code(), capital(kind.words()))).collect();
    let aims: Vec<Choice> = Aim::ALL.iter().map(|aim| Choice::new(aim.code(), capital(aim.words()))).collect();
    html! {
        (Input::new(form.field("title", "Title").sized("s").hint("What people call it, such as “Devon and Somerset trading standards”.")))
        (Textarea::new(form.field("summary", "Summary").sized("s").hint("What is done together, in a few sentences.")).rows(4))
        (Radios::new(form.field("kind", "In which way they share").sized("s"), &kinds).small())
        (Checkboxes::new(form.field("aims", "What it is for").sized("s").hint("All that the partners said. Not every arrangement is meant to save money."), &aims, &form.chosen("aims")).small())
        (services(form))
        (Input::new(form.field("service-list-ids", "Numbers of the Local Government Services List (optional)").sized("s").hint("With commas between, such as 524, 551.")).width(20))
    }
}

/// The families of services, by chapter; a chapter in which something is chosen stands open.
fn services(form: &Form) -> Markup {
    let chosen = form.chosen("services");
    html! {
        fieldset class="govuk-fieldset govuk-form-group" id="services" {
            legend class="govuk-fieldset__legend govuk-fieldset__legend--s" { "Which services are shared" }
            @if let Some(wrong) = form.error("services") { (pages::parts::error_message(Some("services-error"), wrong)) }
            @for (place, (chapter, families)) in services::contents().into_iter().enumerate() {
                @let choices: Vec<Choice> = families.iter().map(|family| Choice::new(family.code(), family.name())).collect();
                @let count = families.iter().filter(|family| chosen.contains(&family.code())).count();
                @let id = format!("services-{place}");
                details class="govuk-details cw-form-chapter" open[count > 0] {
                    summary class="govuk-details__summary" {
                        span class="govuk-details__summary-text" { (chapter.name()) @if count > 0 { " (" (count) " chosen)" } }
                    }
                    div class="govuk-details__text" {
                        (Checkboxes::new(pages::parts::Field::new(&id, chapter.name()).named("services"), &choices, &chosen).small())
                    }
                }
            }
        }
    }
}

fn terms(form: &Form) -> Markup {
    html! {
        (Textarea::new(form.field("legal-form", "Legal form and powers (optional)").sized("s").hint("Such as “Joint committee under section 102, Local Government Act 1972”.")).rows(2))
        (DateInput::new(form.field("agreed-until", "Agreed until (optional)").sized("s").hint("The last day of the term. Leave out the day or the month where nobody knows them."), days::typed(form, "agreed-until")))
        (Textarea::new(form.field("break-terms", "How a partner can leave (optional)").sized("s").hint("With how much notice.")).rows(3))
    }
}

fn review(form: &Form, row: usize) -> Markup {
    let name = format!("reviews-{row}-day");
    let label = format!("Review date {} (optional)", row + 1);
    html! { (DateInput::new(form.field(&name, &label).sized("s").hint("A day on which the partners will look at it again."), days::typed(form, &name))) }
}

fn price(form: &Form) -> Markup {
    let choices = [
        Choice::new("not-said", "Nobody has said"),
        Choice::new("free", "Leaving is free"),
        Choice::new("amount", "An amount"),
        Choice::new("in-words", "A rule in words"),
    ];
    html! {
        (Radios::new(form.field("price", "What leaving costs a partner").sized("s"), &choices).small())
        (Input::new(form.field("price-amount", "The amount (only where you chose an amount)").hint("Such as £95,000 or £1.2m.")).width(10))
        (Textarea::new(form.field("price-words", "The rule (only where you chose words)")).rows(2))
    }
}

fn lead(form: &Form, field: &str, words: &str) -> Markup {
    let name = |part: &str| format!("{field}-{part}");
    let (role, person, contact, body) = (name("role"), name("name"), name("contact"), name("body"));
    fieldset(
        &format!("{words} (optional)"),
        Some("s"),
        &html! {
            (Input::new(form.field(&role, "Role").hint("Such as “Head of Law and Governance”.")))
            (body_input(form, &body, "Of which body"))
            (Input::new(form.field(&person, "Name, where it is published")))
            (Input::new(form.field(&contact, "Work contact")))
        },
    )
}

fn savings(form: &Form) -> Markup {
    let choices = [Choice::new("lines", "There is a figure"), Choice::new("no-figure", "There is no figure")];
    html! {
        p class="govuk-body" { "Each figure is a line of its own, with who said it. Planned, realised and certified are never added together." }
        (Radios::new(form.field("savings", "Is there a figure?").sized("s"), &choices).inline())
    }
}

fn no_figure(form: &Form) -> Markup {
    let reasons: Vec<Choice> = NoFigure::ALL.iter().map(|reason| Choice::new(reason.code(), capital(reason.words()))).collect();
    html! { (Radios::new(form.field("no-figure", "If there is no figure, why").sized("s"), &reasons).small()) }
}

/// A field in which a body is named.
pub(crate) fn body_input(form: &Form, name: &str, label: &str) -> Markup {
    let input = Input::new(form.field(name, label)).render().into_string();
    // The list is offered by the browser; without it the field is an ordinary one.
    maud::PreEscaped(input.replacen("<input ", &format!("<input list=\"{BODY_LIST}\" "), 1))
}

/// A field in which one of a few is chosen; nothing is chosen beforehand.
pub(crate) fn choose(form: &Form, name: &str, label: &str, choices: &[(&str, &str)]) -> Markup {
    let nothing = Choice::new("", "Choose");
    let choices: Vec<Choice> =
        std::iter::once(nothing).chain(choices.iter().map(|(code, words)| Choice::new(*code, capital(words)))).collect();
    Select::new(form.field(name, label), &choices).render()
}

/// With a capital letter at the front.
pub(crate) fn capital(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// The rows of a list, with a button to take each out and one for another.
struct Rows<'a> {
    form: &'a Form,
    address: &'a str,
    list: &'static str,
    add: &'static str,
    remove: &'static str,
    row: fn(&Form, usize) -> Markup,
}

impl Rows<'_> {
    fn render(&self) -> Markup {
        // An empty row is offered from the start, so that nobody must ask for the first.
        let count = rows::count(self.form.pairs(), self.list).max(1);
        let list = self.list;
        html! {
            div id=(list) {
                @for row in 0..count {
                    div class="cw-form-row" id={ (list) "-" (row) } {
                        input type="hidden" name={ (list) "-" (row) "-is-there" } value="yes";
                        ((self.row)(self.form, row))
                        @if count > 1 { (self.button("remove", &format!("{list}-{row}"), &format!("{} {}", self.remove, row + 1), list)) }
                    }
                }
                (self.button("add", list, self.add, &format!("{list}-{count}")))
            }
        }
    }

    /// A button that sends the form and comes back to `anchor`.
    fn button(&self, name: &str, value: &str, words: &str, anchor: &str) -> Markup {
        html! {
            button class="govuk-button govuk-button--secondary cw-form-small" type="submit" name=(name) value=(value)
                formaction={ (self.address) "#" (anchor) } { (words) }
        }
    }
}

/// The first button of a form is what the Enter key presses: it saves a draft, and is not seen.
pub(crate) fn enter_key_saves() -> Markup {
    html! { button class="cw-form-enter" type="submit" name="do" value="draft" tabindex="-1" aria-hidden="true" { "Save draft" } }
}

/// The buttons at the end.
pub(crate) fn buttons() -> Markup {
    html! {
        div class="govuk-button-group cw-form-end" {
            (Button::new("Continue").named("do", "continue"))
            (Button::secondary("Save draft").named("do", "draft"))
        }
    }
}
