//! Adding a body of this place's own: a parish association, a voluntary body, a trading company.
//!
//! The rule: a body of the national table is never added again; a name that is taken is refused with the body that has it.

use bodies::BodyKind;
use definitions::{BodyId, slug};
use desk::NotDone;
use maud::{Markup, html};
use pages::parts::{Button, Choice, DateInput, Input, Select, Textarea};
use permissions::Action;
use register::OwnBody;

use super::why;
use crate::form::Form;
use crate::layout::Page;
use crate::links::body_address;
use crate::record_form::{day, typed};
use crate::{Asking, Reply, Site, Stop};

/// The kinds as a form offers them.
const KINDS: [(&str, &str); 9] = [
    ("other", "Parish, voluntary body, company or other"),
    ("county", "County council"),
    ("district", "District council"),
    ("unitary", "Unitary council"),
    ("combined", "Combined authority"),
    ("police", "Police"),
    ("fire", "Fire and rescue"),
    ("health", "Health body"),
    ("park", "National park authority"),
];

pub(super) fn page(site: &Site, asking: &Asking) -> Result<Reply, Stop> {
    may(asking)?;
    Ok(show(site, asking, &Form::with(&[("kind", "other")])))
}

pub(super) fn add(site: &Site, asking: &Asking) -> Result<Reply, Stop> {
    may(asking)?;
    let mut form = Form::posted(asking);
    let own = read(&mut form);
    let why = why(&mut form);
    if form.has_errors() {
        return Ok(show(site, asking, &form));
    }
    let address = body_address(&own.id);
    match site.desk.keep_body(&asking.person()?.person, own, &why, 0) {
        Ok(_) => Ok(Reply::see(&format!("{address}?done=added"))),
        Err(NotDone::NotRight(sentences)) => {
            sentences.iter().for_each(|sentence| form.wrong("name", sentence));
            Ok(show(site, asking, &form))
        }
        Err(NotDone::Overtaken(_)) => {
            form.wrong("short-name", "Another body of this place has this short name. Choose another one");
            Ok(show(site, asking, &form))
        }
        Err(other) => Err(other.into()),
    }
}

fn may(asking: &Asking) -> Result<(), Stop> {
    let asker = &asking.person()?.person.asker;
    permissions::may(asker, Action::KeepBody, &[]).map(drop).map_err(|refusal| NotDone::from(refusal).into())
}

fn read(form: &mut Form) -> OwnBody {
    let name = form.line("name", 200, "Enter the official name");
    let short_name = form.line_if_any("short-name", 200);
    let kind = BodyKind::from_code(form.typed("kind"));
    if kind.is_none() {
        form.wrong("kind", "Choose what sort of body it is");
    }
    let also = form.text_if_any("also", 5_000);
    let degrees = ["latitude", "longitude"].map(|field| {
        let typed = form.line_if_any(field, 30);
        let number = typed.parse::<f64>().ok().filter(|number| number.is_finite());
        if !typed.is_empty() && number.is_none() {
            form.wrong(field, "Give degrees as a number, such as 50.87 or -0.12");
        }
        number
    });
    if degrees.iter().flatten().count() == 1 {
        form.wrong("latitude", "Give both degrees north and degrees east, or neither");
    }
    let first_day = day(form, "first-day");
    let id = slug(if short_name.is_empty() { &name } else { &short_name });
    OwnBody {
        id: BodyId::new(&id),
        name,
        short_name,
        kind: kind.unwrap_or(BodyKind::Other),
        also: also.lines().map(str::trim).filter(|line| !line.is_empty()).map(str::to_string).collect(),
        first_day,
        at: degrees[0].zip(degrees[1]),
    }
}

fn show(site: &Site, asking: &Asking, form: &Form) -> Reply {
    let content = html! {
        (form.summary())
        h1 class="govuk-heading-xl" { "Add a body" }
        p class="govuk-body" {
            "Every council, police force, fire authority, combined authority, national park and care board of the United Kingdom is known "
            "already. Add here what is not: a parish association, a voluntary body, a trading company."
        }
        (asking.post_form("/bodies/new", &fields(form)))
    };
    let page = Page::new("Add a body").narrow().back("/bodies", "Back to the bodies");
    if form.has_errors() { page.with_errors().show(site, asking, &content) } else { page.show(site, asking, &content) }
}

fn fields(form: &Form) -> Markup {
    let kinds: Vec<Choice> = KINDS.iter().map(|(code, words)| Choice::new(*code, *words)).collect();
    html! {
        (Input::new(form.field("name", "Official name").sized("s")))
        (Input::new(form.field("short-name", "Short name (optional)").sized("s").hint("For tables and addresses.")))
        (Select::new(form.field("kind", "What sort of body").sized("s"), &kinds))
        (Textarea::new(form.field("also", "Other names people write (optional)").sized("s").hint("One on each line.")).rows(3))
        (DateInput::new(form.field("first-day", "First day (optional)").sized("s"), typed(form, "first-day")))
        (Input::new(form.field("latitude", "Degrees north of its main office (optional)").hint("For the map, such as 50.87.")).width(10))
        (Input::new(form.field("longitude", "Degrees east (optional)").hint("With a minus to the west of Greenwich, such as -0.12.")).width(10))
        (Textarea::new(form.field("why", "Why").sized("s").hint("Such as “A partner in the joint waste company”.")).rows(2))
        (Button::new("Add the body"))
    }
}
