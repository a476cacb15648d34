//! One's own account: name, roles, password, and where one is signed in.
//!
//! The rule: a person sees here all that is kept of her; what she changes is shown changed at once.

use desk::NotDone;
use desk::people::{NotSignedIn, SignedIn};
use maud::{Markup, html};
use pages::parts::{Button, Column, Input, PasswordInput, Table, summary_list, summary_row};
use register::Moment;

use super::password::HINT;
use super::{roles, signed_in};
use crate::form::Form;
use crate::incoming::SESSION;
use crate::layout::Page;
use crate::reply::Cookie;
use crate::{Asking, Reply, Site, Stop};

pub(super) fn page(site: &Site, asking: &Asking) -> Result<Reply, Stop> {
    let person = asking.person()?;
    let mut held = Vec::new();
    for (body, role) in &person.person.asker.roles {
        held.push(roles::words(site, body.as_ref(), *role)?);
    }
    let ways = match (person.has_password, person.has_sign_on) {
        (true, true) => "With a password, or with your organisation",
        (true, false) => "With a password",
        _ => "With your organisation",
    };
    let ways = summary_row("How you sign in", html! { (ways) });
    let ways = if person.has_password { ways.action("/account/password", "Change") } else { ways };
    let rows = [
        summary_row("Name", html! { (person.name) }).action("/account/name", "Change"),
        summary_row("E-mail address", html! { (person.email) }),
        summary_row(
            "Roles",
            html! {
                @if held.is_empty() { "None: you can read what anyone can read." }
                @else { ul class="govuk-list" { @for role in &held { li { (role) } } } }
            },
        ),
        ways,
    ];
    let sessions = site.people.sessions(person, asking.now)?;
    let sessions = sessions.iter().map(|session| vec![html! { (in_words(session.opened)) }, html! { (in_words(session.seen)) }]).collect();
    let content = html! {
        h1 class="govuk-heading-l" { "Your account" }
        (summary_list(&rows))
        @if looks_after_people(site, person)? {
            p class="govuk-body" { a class="govuk-link" href="/people" { "People and their roles" } }
        }
        h2 class="govuk-heading-m" { "Where you are signed in" }
        (Table::new("Your sessions", &[Column::words("Began"), Column::words("Last used")], sessions).framed())
        p class="govuk-body" { "If you left yourself signed in on another machine, or have lost one, sign out everywhere." }
        (asking.post_form("/account/sign-out-everywhere", &html! { (Button::secondary("Sign out everywhere")) }))
        p class="govuk-body" { a class="govuk-link" href="/account/close" { "Close your account" } }
    };
    Ok(Page::new("Your account").narrow().done(done(asking)).show(site, asking, &content))
}

/// True for who may see other people and their roles.
fn looks_after_people(site: &Site, person: &SignedIn) -> Result<bool, Stop> {
    match site.people.people(&person.person) {
        Ok(_) => Ok(true),
        Err(NotDone::Refused(_)) => Ok(false),
        Err(other) => Err(other.into()),
    }
}

/// `3 April 2026, 09:05 UTC`.
fn in_words(moment: Moment) -> String {
    let minutes = moment.0.rem_euclid(86_400) / 60;
    format!("{}, {:02}:{:02} UTC", moment.day().long(), minutes / 60, minutes % 60)
}

/// What was just done, by the word in the address.
fn done(asking: &Asking) -> Option<&'static str> {
    match asking.query.value("done") {
        "password" => Some("Your password is set. You are signed out everywhere else."),
        "name" => Some("Your name is changed. What you entered before goes on showing the name you had."),
        _ => None,
    }
}

pub(super) fn name(site: &Site, asking: &Asking) -> Result<Reply, Stop> {
    let person = asking.person()?;
    let form = Form::with(&[("name", &person.name)]);
    Ok(name_page().show(site, asking, &name_content(asking, &form)))
}

pub(super) fn set_name(site: &Site, asking: &Asking) -> Result<Reply, Stop> {
    let person = asking.person()?;
    let mut form = Form::posted(asking);
    let name = form.line("name", 100, "Enter your name");
    if form.has_errors() {
        return Ok(name_page().with_errors().show(site, asking, &name_content(asking, &form)));
    }
    site.people.change_name(person, &name)?;
    Ok(Reply::see("/account?done=name"))
}

pub(super) fn password(site: &Site, asking: &Asking) -> Result<Reply, Stop> {
    asking.person()?;
    Ok(password_page().show(site, asking, &password_content(asking, &Form::default())))
}

pub(super) fn set_password(site: &Site, asking: &Asking) -> Result<Reply, Stop> {
    let person = asking.person()?;
    let mut form = Form::posted(asking);
    match site.people.change_password(person, form.typed("current"), form.typed("password"), asking.now) {
        Ok(opened) => return Ok(signed_in(opened, "/account?done=password")),
        Err(NotSignedIn::Wrong) => form.wrong("current", "This is not your password"),
        Err(NotSignedIn::WeakPassword(why)) => form.wrong("password", &why),
        Err(NotSignedIn::TooMany(too_many)) => return Err(Stop::TooMany(too_many.minutes)),
        Err(NotSignedIn::Trouble(trouble)) => return Err(trouble.into()),
    }
    Ok(password_page().with_errors().show(site, asking, &password_content(asking, &form)))
}

pub(super) fn out_everywhere(site: &Site, asking: &Asking) -> Result<Reply, Stop> {
    site.people.sign_out_everywhere(asking.person()?)?;
    Ok(Reply::see("/signed-out").cookie(Cookie { name: SESSION, value: String::new(), seconds: None }))
}

pub(super) fn closing(site: &Site, asking: &Asking) -> Result<Reply, Stop> {
    asking.person()?;
    let content = html! {
        h1 class="govuk-heading-l" { "Close your account?" }
        p class="govuk-body" { "You are signed out everywhere, and can no longer sign in. What you entered stays, with your name." }
        (asking.post_form("/account/close", &html! { (Button::warning("Close your account")) }))
    };
    Ok(Page::new("Close your account").back("/account", "Back to your account").narrow().show(site, asking, &content))
}

pub(super) fn close(site: &Site, asking: &Asking) -> Result<Reply, Stop> {
    site.people.close_own_account(asking.person()?, asking.now)?;
    Ok(Reply::see("/signed-out").cookie(Cookie { name: SESSION, value: String::new(), seconds: None }))
}

fn name_page() -> Page {
    Page::new("Change your name").back("/account", "Back to your account").narrow()
}

fn name_content(asking: &Asking, form: &Form) -> Markup {
    let fields = html! {
        (Input::new(form.field("name", "Name").hint("As others see it beside what you enter.")).completing("name"))
        (Button::new("Save"))
    };
    html! {
        (form.summary())
        h1 class="govuk-heading-l" { "Change your name" }
        (asking.post_form("/account/name", &fields))
    }
}

fn password_page() -> Page {
    Page::new("Change your password").back("/account", "Back to your account").narrow()
}

fn password_content(asking: &Asking, form: &Form) -> Markup {
    let email = asking.visitor.person.as_ref().map(|person| person.email.as_str()).unwrap_or_default();
    let fields = html! {
        // So that a password manager changes the password under the right name.
        input type="text" name="username" value=(email) autocomplete="username" hidden;
        (PasswordInput::current(form.field("current", "Current password")))
        (PasswordInput::new(form.field("password", "New password").hint(HINT)))
        (Button::new("Change the password"))
    };
    html! {
        (form.summary())
        h1 class="govuk-heading-l" { "Change your password" }
        p class="govuk-body" { "You are signed out everywhere else when you change it." }
        (asking.post_form("/account/password", &fields))
    }
}
