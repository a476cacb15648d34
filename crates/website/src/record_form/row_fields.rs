//! The fields of one row: a body, an event, a saving, a source.
//!
//! The rule: what most rows need is seen at once; what few need opens, and stands open where it is filled or wrong.

use maud::{Markup, html};
use pages::parts::{DateInput, Input, Textarea};
use register::{Cashable, Net, Passing, Role, Standing};

use super::days;
use super::sections::{body_input, choose};
use crate::form::Form;

/// What can happen, in the order in which a form offers it.
const HAPPENINGS: [(&str, &str); 10] = [
    ("proposed", "proposed in public"),
    ("agreed", "agreed by the partners"),
    ("started", "started"),
    ("joined", "a body joined"),
    ("left", "a body left"),
    ("passed", "the part of a body passed to another"),
    ("renewed", "renewed"),
    ("reviewed", "reviewed and kept"),
    ("split", "split into other arrangements"),
    ("ended", "ended"),
];

const PERIODS: [(&str, &str); 3] =
    [("each-year", "each year, from a day on"), ("in-total", "in all, over a time"), ("to-date", "in all so far, up to a day")];

pub(super) fn party(form: &Form, row: usize) -> Markup {
    let (body, role) = (format!("parties-{row}-body"), format!("parties-{row}-role"));
    let roles: Vec<(&str, &str)> = Role::ALL.iter().map(|role| (role.code(), role.words())).collect();
    html! {
        div class="cw-form-pair" {
            (body_input(form, &body, &format!("Body {}", row + 1)))
            (choose(form, &role, &format!("Role of body {}", row + 1), &roles))
        }
    }
}

pub(super) fn happening(form: &Form, row: usize) -> Markup {
    let name = |part: &str| format!("happenings-{row}-{part}");
    let (what, when, body, to) = (name("what"), name("when"), name("body"), name("to"));
    let (how, into, note) = (name("how"), name("into"), name("note"));
    let ways: Vec<(&str, &str)> = Passing::ALL.iter().map(|how| (how.code(), how.words())).collect();
    let is_open = is_filled(form, &[&body, &to, &how, &into]);
    let about_bodies = html! {
        (body_input(form, &body, "Which body joined, left, or passed its part on"))
        (body_input(form, &to, "To which body its part passed"))
        (choose(form, &how, "On which footing", &ways))
        (Input::new(form.field(&into, "References of the arrangements it was split into")))
    };
    let in_brief = [word_of(&HAPPENINGS, form.typed(&what)), days::in_words(form, &when)];
    folded(
        form,
        &Folded { list: "happenings", row, words: "Event", in_brief: &in_brief },
        &html! {
            (choose(form, &what, "What happened", &HAPPENINGS))
            (DateInput::new(form.field(&when, "When").hint("As exactly as it is known: 5 January 2017, January 2017, or 2017."), days::typed(form, &when)))
            (Input::new(form.field(&note, "Note (optional)")))
            (opening("Bodies, where one joined, left or passed its part on", &about_bodies, is_open))
            (source_of(form, &format!("happenings-{row}")))
        },
    )
}

pub(super) fn line(form: &Form, row: usize) -> Markup {
    let name = |part: &str| format!("lines-{row}-{part}");
    let (amount, period, from, until) = (name("amount"), name("period"), name("from"), name("until"));
    let (standing, cashable, net) = (name("standing"), name("cashable"), name("net"));
    let (said_by, evidence, id, at_least) = (name("said-by"), name("evidence"), name("id"), name("at-least"));
    let standings: Vec<(&str, &str)> = Standing::ALL.iter().map(|standing| (standing.code(), standing_words(*standing))).collect();
    let cashables: Vec<(&str, &str)> = Cashable::ALL.iter().map(|cashable| (cashable.code(), cashable.words())).collect();
    let nets: Vec<(&str, &str)> = Net::ALL.iter().map(|net| (net.code(), net.words())).collect();
    let is_more = form.typed(&at_least) == "yes";
    let in_brief = [form.typed(&amount).to_string(), word_of(&PERIODS, form.typed(&period)), form.typed(&standing).to_string()];
    folded(
        form,
        &Folded { list: "lines", row, words: "Saving", in_brief: &in_brief },
        &html! {
            input type="hidden" name=(id) value=(form.typed(&id));
            (Input::new(form.field(&amount, "Amount").hint("Such as £450,000 or £1.2m. Write a cost with a minus before it.")).width(10))
            div class="govuk-form-group" {
                div class="govuk-checkboxes govuk-checkboxes--small" data-module="govuk-checkboxes" {
                    div class="govuk-checkboxes__item" {
                        input class="govuk-checkboxes__input" id=(at_least) name=(at_least) type="checkbox" value="yes" checked[is_more];
                        label class="govuk-label govuk-checkboxes__label" for=(at_least) { "The source says “more than”" }
                    }
                }
            }
            (choose(form, &period, "For which time", &PERIODS))
            div class="cw-form-halves" {
                (DateInput::new(form.field(&from, "From"), days::typed(form, &from)))
                (DateInput::new(form.field(&until, "Until").hint("May be left out where it is each year."), days::typed(form, &until)))
            }
            (choose(form, &standing, "How far it is proved", &standings))
            (choose(form, &cashable, "Whether money leaves a budget", &cashables))
            (choose(form, &net, "Cost of setting up", &nets))
            (Input::new(form.field(&said_by, "Who said so").hint("A body, a paper, an auditor.")))
            (Textarea::new(form.field(&evidence, "What it rests on (optional)")).rows(2))
            (source_of(form, &format!("lines-{row}")))
        },
    )
}

pub(super) fn source(form: &Form, row: usize) -> Markup {
    let name = format!("sources-{row}");
    let in_brief = [form.typed(&format!("{name}-document")).to_string()];
    folded(form, &Folded { list: "sources", row, words: "Source", in_brief: &in_brief }, &cited(form, &name))
}

/// A row that folds to a line.
struct Folded<'a> {
    list: &'a str,
    row: usize,
    words: &'a str,
    /// What it says, as far as it says something.
    in_brief: &'a [String],
}

/// The fields of a row under a line that says what is in it; it stands open while it is empty, or something in it is wrong.
fn folded(form: &Form, row: &Folded<'_>, content: &Markup) -> Markup {
    let said: Vec<&str> = row.in_brief.iter().map(|words| words.trim()).filter(|words| !words.is_empty()).collect();
    let is_open = said.is_empty() || form.has_error_under(&format!("{}-{}-", row.list, row.row));
    let number = format!("{} {}", row.words, row.row + 1);
    html! {
        details class="govuk-details cw-form-folded" open[is_open] {
            summary class="govuk-details__summary" {
                span class="govuk-details__summary-text" { (number) @if !said.is_empty() { ": " (said.join(", ")) } }
            }
            div class="govuk-details__text" {
                fieldset class="govuk-fieldset" {
                    legend class="govuk-visually-hidden" { (number) }
                    (content)
                }
            }
        }
    }
}

/// The words of a choice; nothing where nothing is chosen.
fn word_of(choices: &[(&str, &str)], code: &str) -> String {
    choices.iter().find(|(known, _)| *known == code).map_or_else(String::new, |(_, words)| words.to_string())
}

/// The source of an event or a saving, and those that are carried along unseen.
fn source_of(form: &Form, row: &str) -> Markup {
    let more = format!("{row}-more");
    let document = format!("{row}-document");
    let link = format!("{row}-link");
    let carried = form.typed(&more);
    let is_open = is_filled(form, &[&document, &link]);
    let content = html! {
        (cited(form, row))
        @if !carried.is_empty() {
            input type="hidden" name=(more) value=(carried);
            p class="govuk-body" { "It has further sources, which stay as they are." }
        }
    };
    opening("Source (optional)", &content, is_open)
}

fn cited(form: &Form, row: &str) -> Markup {
    let name = |part: &str| format!("{row}-{part}");
    let (document, place, link, published) = (name("document"), name("place"), name("link"), name("published"));
    html! {
        (Input::new(form.field(&document, "Document or page")))
        (Input::new(form.field(&place, "Page or paragraph (optional)")).width(10))
        (Input::new(form.field(&link, "Link (optional)").hint("An address that begins with https:// or http://.")))
        (DateInput::new(form.field(&published, "Published (optional)"), days::typed(form, &published)))
    }
}

/// Something that opens, and stands open where it is filled or wrong.
fn opening(summary: &str, content: &Markup, is_open: bool) -> Markup {
    html! {
        details class="govuk-details" open[is_open] {
            summary class="govuk-details__summary" { span class="govuk-details__summary-text" { (summary) } }
            div class="govuk-details__text" { (content) }
        }
    }
}

fn is_filled(form: &Form, names: &[&str]) -> bool {
    names.iter().any(|name| !form.typed(name).trim().is_empty() || form.error(name).is_some())
}

fn standing_words(standing: Standing) -> &'static str {
    match standing {
        Standing::Planned => "planned: expected in a case or a plan",
        Standing::Realised => "realised: the partners say it happened",
        Standing::Certified => "certified: checked by someone who is not a partner",
    }
}
