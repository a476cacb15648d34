//! Saying that a body ends: its last day, who follows it, and where that can be read.
//!
//! The rule: of several successors each may have a part, in words. What the body leaves behind is not decided here but on the page
//! that comes next.

use bodies::Directory;
use desk::NotDone;
use maud::{Markup, html};
use pages::parts::{Button, DateInput, Input, Textarea};
use permissions::Action;
use register::{Change, Ending, Register, Successor, When, name_of};

use super::{Named, named, source, why};
use crate::form::Form;
use crate::layout::Page;
use crate::links::body_address;
use crate::pairs::Pairs;
use crate::record_form::{body_input, body_list, body_named, count, day, not_a_body, parts, typed, with_one_more, without};
use crate::{Asking, Reply, Site, Stop};

/// The list whose rows can be more or fewer.
const LIST: &str = "successors";

pub(super) fn page(site: &Site, asking: &Asking) -> Result<Reply, Stop> {
    may(asking)?;
    let body = named(site, asking)?;
    let form = {
        let standing = site.desk.register()?;
        let seen = standing.version_of(&ending_of(&body));
        Form::of(filled(&body, standing.register()).with("seen", &seen.to_string()))
    };
    show(site, asking, &body, &form)
}

pub(super) fn sent(site: &Site, asking: &Asking) -> Result<Reply, Stop> {
    may(asking)?;
    let body = named(site, asking)?;
    let typed = &asking.form;
    if typed.value("add") == LIST {
        return show(site, asking, &body, &Form::of(with_one_more(typed, LIST)));
    }
    if let Some(row) = typed.value("remove").strip_prefix("successors-").and_then(|row| row.parse().ok()) {
        return show(site, asking, &body, &Form::of(without(typed, LIST, row)));
    }
    let mut form = Form::posted(asking);
    let ending = read(&mut form, &body, site.desk.register()?.register().directory());
    let why = why(&mut form);
    let Some(ending) = ending.filter(|_| !form.has_errors()) else { return show(site, asking, &body, &form) };
    let seen = form.typed("seen").parse().unwrap_or(0);
    match site.desk.end_body(&asking.person()?.person, ending, &why, seen) {
        Ok(_) => Ok(Reply::see(&format!("{}/pass-on?done=ended", body_address(&body.id)))),
        Err(NotDone::NotRight(sentences)) => {
            sentences.iter().for_each(|sentence| form.wrong("last-day", sentence));
            show(site, asking, &body, &form)
        }
        Err(other) => Err(other.into()),
    }
}

fn may(asking: &Asking) -> Result<(), Stop> {
    let asker = &asking.person()?.person.asker;
    permissions::may(asker, Action::EndBody, &[]).map(drop).map_err(|refusal| NotDone::from(refusal).into())
}

/// A change of the end of this body, to ask for its version.
fn ending_of(body: &Named) -> Change {
    Change::BodyEnds(Box::new(Ending { body: body.id.clone(), last_day: definitions::Day(0), successors: Vec::new(), sources: Vec::new() }))
}

/// What is known of its end already.
fn filled(body: &Named, register: &Register) -> Pairs {
    let mut pairs = Pairs::none();
    let directory = register.directory();
    let entered = register.endings().find(|ending| ending.body == body.id);
    let last_day = entered.map(|ending| ending.last_day).or_else(|| directory.get(&body.id).and_then(|known| known.last_day));
    if let Some(last_day) = last_day {
        for (part, value) in ["day", "month", "year"].into_iter().zip(parts(When::Day(last_day))) {
            pairs.add(format!("last-day-{part}"), value);
        }
    }
    let successors = entered.map(|ending| ending.successors.as_slice()).unwrap_or_default();
    for (row, successor) in successors.iter().enumerate() {
        pairs.add(format!("{LIST}-{row}-body"), name_of(&successor.body, directory));
        pairs.add(format!("{LIST}-{row}-part"), successor.part.clone());
    }
    pairs
}

fn read(form: &mut Form, body: &Named, directory: &Directory) -> Option<Ending> {
    let last_day = day(form, "last-day");
    if last_day.is_none() && form.error("last-day").is_none() {
        form.wrong("last-day", "Give its last day");
    }
    let mut successors = Vec::new();
    for row in 0..count(form.pairs(), LIST) {
        let (name, part) = (format!("{LIST}-{row}-body"), format!("{LIST}-{row}-part"));
        let (text, part_text) = (form.line_if_any(&name, 300), form.line_if_any(&part, 500));
        match body_named(&text, directory) {
            Some(follows) => successors.push(Successor { body: follows, part: part_text }),
            None if text.is_empty() && part_text.is_empty() => {}
            None if text.is_empty() => form.wrong(&name, "Name the body that this part goes to"),
            None => {
                let sentence = not_a_body(&text, directory);
                form.wrong(&name, &sentence);
            }
        }
    }
    let sources = source(form);
    Some(Ending { body: body.id.clone(), last_day: last_day?, successors, sources })
}

fn show(site: &Site, asking: &Asking, body: &Named, form: &Form) -> Result<Reply, Stop> {
    let heading = format!("Say that {} ends", body.name);
    let address = format!("{}/end", body_address(&body.id));
    let content = html! {
        (form.summary())
        h1 class="govuk-heading-xl" { (heading) }
        p class="govuk-body" { "It stays in the register with all that it shared. On the next page you see what it leaves behind." }
        (asking.post_form(&address, &fields(form, &address)))
        (body_list(site.desk.register()?.register().directory()))
    };
    let page = Page::new(heading).narrow().back(body_address(&body.id), "Back to the body");
    Ok(if form.has_errors() { page.with_errors().show(site, asking, &content) } else { page.show(site, asking, &content) })
}

fn fields(form: &Form, address: &str) -> Markup {
    let rows = count(form.pairs(), LIST).max(1);
    html! {
        button class="cw-form-enter" type="submit" name="do" value="end" tabindex="-1" aria-hidden="true" { "Continue" }
        input type="hidden" name="seen" value=(form.typed("seen"));
        (DateInput::new(form.field("last-day", "Its last day").sized("m"), typed(form, "last-day")))
        h2 class="govuk-heading-m" { "Who follows it" }
        p class="govuk-body" { "Leave this empty where nobody does. Where several do, say which part each has." }
        @for row in 0..rows {
            div class="cw-form-row" id={ (LIST) "-" (row) } {
                input type="hidden" name={ (LIST) "-" (row) "-is-there" } value="yes";
                (body_input(form, &format!("{LIST}-{row}-body"), &format!("Successor {}", row + 1)))
                (Input::new(form.field(&format!("{LIST}-{row}-part"), &format!("Which part goes to successor {}", row + 1)).hint("Leave empty for the whole. Such as “the wards of Ash and Beck”.")))
                @if rows > 1 {
                    button class="govuk-button govuk-button--secondary cw-form-small" type="submit" name="remove" value={ (LIST) "-" (row) }
                        formaction={ (address) "#" (LIST) "-0" } { "Take out successor " (row + 1) }
                }
            }
        }
        button class="govuk-button govuk-button--secondary cw-form-small" type="submit" name="add" value=(LIST)
            formaction={ (address) "#" (LIST) "-" (rows) } { "Add another successor" }
        h2 class="govuk-heading-m" { "Where it can be read (optional)" }
        (Input::new(form.field("source-document", "Document or page").hint("Such as “The Westmarch (Structural Changes) Order 2027”.")))
        (Input::new(form.field("source-place", "Page or paragraph")).width(10))
        (Input::new(form.field("source-link", "Link").hint("An address that begins with https:// or http://.")))
        (DateInput::new(form.field("source-published", "Published"), typed(form, "source-published")))
        (Textarea::new(form.field("why", "Why").sized("m").hint("Such as “The order was made on 4 June”.")).rows(2))
        (Button::new("Continue").named("do", "end"))
    }
}
