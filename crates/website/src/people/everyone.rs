//! Everyone whom an administrator looks after, and inviting somebody.
//!
//! The rule: whoever may not see people is told who may.

use definitions::BodyId;
use desk::people::{Invitation, PersonWithRoles};
use maud::{Markup, html};
use pages::parts::{Button, Colour, Column, Input, Radios, Select, Table, button_link, tag};
use permissions::Role;

use super::roles;
use crate::form::Form;
use crate::layout::Page;
use crate::{Asking, Reply, Site, Stop};

pub(super) fn page(site: &Site, asking: &Asking) -> Result<Reply, Stop> {
    let by = asking.person()?;
    let people = site.people.people(&by.person)?;
    let mut rows = Vec::new();
    for person in &people {
        rows.push(row(site, person)?);
    }
    let columns = [Column::words("Name"), Column::words("E-mail address"), Column::words("Roles"), Column::words("State")];
    let content = html! {
        h1 class="govuk-heading-l" { "People and their roles" }
        (button_link("Invite somebody", "/people/invite"))
        (Table::new("Accounts", &columns, rows).framed())
        h2 class="govuk-heading-m" { "What the roles are" }
        ul class="govuk-list govuk-list--bullet" { @for role in Role::ALL { li { (role.sentence()) } } }
    };
    let done = match asking.query.value("done") {
        "invited" => Some("The invitation is on its way. Its link works for a week."),
        "closed" => Some("The account is closed, and its sessions have ended."),
        _ => None,
    };
    Ok(Page::new("People and their roles").under("/account", "Your account").done(done).show(site, asking, &content))
}

fn row(site: &Site, person: &PersonWithRoles) -> Result<Vec<Markup>, Stop> {
    let mut held = Vec::new();
    for (body, role) in &person.roles {
        held.push(roles::words(site, body.as_ref(), *role)?);
    }
    let state = match (&person.closed, person.is_only_invited) {
        (Some(closed), _) => html! { (tag("Closed", Colour::Grey)) (closed.day().long()) },
        (None, true) => tag("Invited", Colour::Yellow),
        (None, false) => tag("Open", Colour::Green),
    };
    Ok(vec![
        html! { a class="govuk-link" href={ "/people/" (person.account) } { (person.name) } },
        html! { span class="cw-source" { (person.email) } },
        html! { @if held.is_empty() { "None" } @else { @for role in &held { (role) br; } } },
        state,
    ])
}

pub(super) fn invite(site: &Site, asking: &Asking) -> Result<Reply, Stop> {
    site.people.people(&asking.person()?.person)?;
    let form = Form::with(&[("role", Role::Officer.code())]);
    Ok(invite_page().show(site, asking, &invite_content(site, asking, &form)?))
}

pub(super) fn send_invitation(site: &Site, asking: &Asking) -> Result<Reply, Stop> {
    let by = asking.person()?;
    let mut form = Form::posted(asking);
    let name = form.line("name", 100, "Enter the person’s name");
    let email = form.line("email", 254, "Enter the person’s e-mail address");
    if form.error("email").is_none() && !desk::people::is_address(&email) {
        form.wrong("email", "Enter an e-mail address, like ann.example@westmarch.gov.uk");
    }
    let role = Role::from_code(form.typed("role"));
    if role.is_none() {
        form.wrong("role", "Choose a role");
    }
    let body = chosen_body(site, &mut form)?;
    match role {
        Some(role) if !form.has_errors() => {
            site.people.invite(&by.person, &Invitation { email, name, body, role }, asking.now)?;
            Ok(Reply::see("/people?done=invited"))
        }
        _ => Ok(invite_page().with_errors().show(site, asking, &invite_content(site, asking, &form)?)),
    }
}

/// The body that was chosen; one that does not exist is noted as wrong.
pub(super) fn chosen_body(site: &Site, form: &mut Form) -> Result<Option<BodyId>, Stop> {
    let typed = form.typed("body").to_string();
    if typed.is_empty() {
        return Ok(None);
    }
    let body = BodyId::new(&typed);
    if site.desk.register()?.register().directory().get(&body).is_none() {
        form.wrong("body", "Choose a body from the list");
    }
    Ok(Some(body))
}

fn invite_page() -> Page {
    Page::new("Invite somebody").back("/people", "Back to people and their roles").narrow()
}

fn invite_content(site: &Site, asking: &Asking, form: &Form) -> Result<Markup, Stop> {
    let (bodies, choices) = (roles::bodies(site)?, roles::choices());
    let fields = html! {
        (Input::new(form.field("name", "Name").hint("As others will see it.")))
        (Input::email(form.field("email", "E-mail address").hint("Her work address. The invitation is sent there.")))
        (Select::new(form.field("body", "For which body"), &bodies))
        (Radios::new(form.field("role", "In which role").sized("s"), &choices))
        (Button::new("Send the invitation"))
    };
    Ok(html! {
        (form.summary())
        h1 class="govuk-heading-l" { "Invite somebody" }
        (asking.post_form("/people/invite", &fields))
    })
}
