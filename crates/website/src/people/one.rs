//! One account as an administrator sees it: its roles, given and taken away, and closing it.
//!
//! The rule: closing is asked for twice, and says what it does and what it leaves.

use definitions::BodyId;
use desk::people::PersonWithRoles;
use maud::{Markup, html};
use pages::parts::{Button, Radios, Select, summary_list, summary_row};
use permissions::Role;

use super::everyone::chosen_body;
use super::roles;
use crate::form::Form;
use crate::layout::Page;
use crate::{Asking, Reply, Site, Stop};

pub(super) fn page(site: &Site, asking: &Asking) -> Result<Reply, Stop> {
    let person = asked(site, asking)?;
    let form = Form::with(&[("role", Role::Officer.code())]);
    let done = (asking.query.value("done") == "role").then_some("The roles are changed, and hold from now on.");
    Ok(page_of(&person).done(done).show(site, asking, &content(site, asking, &person, &form)?))
}

/// Gives a role, or takes one away.
pub(super) fn give(site: &Site, asking: &Asking) -> Result<Reply, Stop> {
    let person = asked(site, asking)?;
    let mut form = Form::posted(asking);
    let body = chosen_body(site, &mut form)?;
    let role = Role::from_code(form.typed("role"));
    let is_taken_away = form.typed("do") == "take";
    if !is_taken_away && role.is_none() {
        form.wrong("role", "Choose a role");
    }
    if form.has_errors() {
        return Ok(page_of(&person).with_errors().show(site, asking, &content(site, asking, &person, &form)?));
    }
    let role = if is_taken_away { None } else { role };
    site.people.give_role(&asking.person()?.person, &person.account, (body, role), asking.now)?;
    Ok(Reply::see(&format!("/people/{}?done=role", person.account)))
}

pub(super) fn closing(site: &Site, asking: &Asking) -> Result<Reply, Stop> {
    let person = asked(site, asking)?;
    let address = format!("/people/{}", person.account);
    let content = html! {
        h1 class="govuk-heading-l" { "Close the account of " (person.name) "?" }
        p class="govuk-body" { "Its sessions end at once, and it can no longer be signed in to. What was entered under it stays, with the name." }
        (asking.post_form(&format!("{address}/close"), &html! { (Button::warning("Close the account")) }))
    };
    Ok(Page::new("Close an account").back(address.as_str(), "Back to the account").narrow().show(site, asking, &content))
}

pub(super) fn close(site: &Site, asking: &Asking) -> Result<Reply, Stop> {
    let person = asked(site, asking)?;
    site.people.close_account(&asking.person()?.person, &person.account, asking.now)?;
    Ok(Reply::see("/people?done=closed"))
}

fn asked(site: &Site, asking: &Asking) -> Result<PersonWithRoles, Stop> {
    Ok(site.people.one_of_people(&asking.person()?.person, asking.capture("account"))?)
}

fn page_of(person: &PersonWithRoles) -> Page {
    Page::new(person.name.clone()).back("/people", "Back to people and their roles").narrow()
}

fn content(site: &Site, asking: &Asking, person: &PersonWithRoles, form: &Form) -> Result<Markup, Stop> {
    let address = format!("/people/{}", person.account);
    let (bodies, choices) = (roles::bodies(site)?, roles::choices());
    let mut held = Vec::new();
    for (body, role) in &person.roles {
        held.push((body, roles::words(site, body.as_ref(), *role)?));
    }
    let fields = html! {
        h2 class="govuk-heading-m" { "Give a role" }
        (Select::new(form.field("body", "For which body"), &bodies))
        (Radios::new(form.field("role", "Which role").sized("s").hint("It takes the place of the role the person has for that body."), &choices))
        (Button::new("Give the role").named("do", "give"))
    };
    let state = if person.closed.is_some() {
        "Closed"
    } else if person.is_only_invited {
        "Invited"
    } else {
        "Open"
    };
    Ok(html! {
        (form.summary())
        h1 class="govuk-heading-l" { (person.name) }
        (summary_list(&[summary_row("E-mail address", html! { (person.email) }), summary_row("State", html! { (state) })]))
        h2 class="govuk-heading-m" { "Roles" }
        @if held.is_empty() { p class="govuk-body" { "None." } }
        @for (body, words) in &held { (taken_away(asking, &address, body.as_ref(), words)) }
        @if person.closed.is_none() {
            (asking.post_form(&address, &fields))
            p class="govuk-body" { a class="govuk-link" href={ (address) "/close" } { "Close this account" } }
        }
    })
}

/// A role that is held, with the button that takes it away.
fn taken_away(asking: &Asking, address: &str, body: Option<&BodyId>, words: &str) -> Markup {
    let fields = html! {
        input type="hidden" name="body" value=(body.map(BodyId::as_str).unwrap_or_default());
        p class="govuk-body" {
            (words) " "
            button class="cw-button-as-link" type="submit" name="do" value="take" { "Take away" span class="govuk-visually-hidden" { ": " (words) } }
        }
    };
    asking.post_form(address, &fields)
}
