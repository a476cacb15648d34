//! Signing in with e-mail address and password, and signing out.
//!
//! The rule: what was wrong is said in one sentence for every case.

use desk::people::NotSignedIn;
use maud::{Markup, html};
use pages::parts::{Button, Input, PasswordInput, secondary_button_link};

use super::{next_of, signed_in};
use crate::form::Form;
use crate::incoming::SESSION;
use crate::layout::Page;
use crate::pairs::encoded;
use crate::reply::Cookie;
use crate::{Asking, Reply, Site, Stop};

pub(super) fn page(site: &Site, asking: &Asking) -> Result<Reply, Stop> {
    let next = next_of(asking, "");
    if asking.visitor.person.is_some() {
        return Ok(Reply::see(&next));
    }
    Ok(Page::new("Sign in").narrow().show(site, asking, &content(site, asking, &Form::default(), &next)))
}

pub(super) fn send(site: &Site, asking: &Asking) -> Result<Reply, Stop> {
    let mut form = Form::posted(asking);
    let next = next_of(asking, form.typed("next"));
    let email = form.line("email", 254, "Enter your e-mail address");
    if form.typed("password").is_empty() {
        form.wrong("password", "Enter your password");
    }
    if !form.has_errors() {
        match site.people.sign_in(&email, form.typed("password"), asking.from, asking.now) {
            Ok(opened) => {
                end_earlier(site, asking)?;
                return Ok(signed_in(opened, &next));
            }
            Err(NotSignedIn::TooMany(too_many)) => return Err(Stop::TooMany(too_many.minutes)),
            Err(NotSignedIn::Trouble(trouble)) => return Err(trouble.into()),
            Err(NotSignedIn::Wrong | NotSignedIn::WeakPassword(_)) => {
                form.wrong("email", "The e-mail address and the password do not fit each other. Check both, or set a new password");
            }
        }
    }
    Ok(Page::new("Sign in").narrow().with_errors().show(site, asking, &content(site, asking, &form, &next)))
}

pub(super) fn out(site: &Site, asking: &Asking) -> Result<Reply, Stop> {
    end_earlier(site, asking)?;
    Ok(Reply::see("/signed-out").cookie(Cookie { name: SESSION, value: String::new(), seconds: None }))
}

pub(super) fn signed_out(site: &Site, asking: &Asking) -> Result<Reply, Stop> {
    let content = html! {
        h1 class="govuk-heading-l" { "You have signed out" }
        p class="govuk-body" { a class="govuk-link" href="/" { "Go to the front page" } }
        p class="govuk-body" { a class="govuk-link" href="/sign-in" { "Sign in again" } }
    };
    Ok(Page::new("You have signed out").narrow().show(site, asking, &content))
}

/// Ends the session that the browser has, so that none is left open behind the person's back.
fn end_earlier(site: &Site, asking: &Asking) -> Result<(), Stop> {
    match asking.visitor.person.as_ref().and(asking.visitor.secret.as_ref()) {
        Some(token) => Ok(site.people.sign_out(token)?),
        None => Ok(()),
    }
}

fn content(site: &Site, asking: &Asking, form: &Form, next: &str) -> Markup {
    let fields = html! {
        input type="hidden" name="next" value=(next);
        (Input::email(form.field("email", "E-mail address")).completing("username"))
        (PasswordInput::current(form.field("password", "Password")))
        (Button::new("Sign in"))
    };
    html! {
        (form.summary())
        h1 class="govuk-heading-l" { "Sign in" }
        p class="govuk-body" { "Only people who look after records need to sign in. Everything that is published can be read without." }
        @if let Some(name) = site.people.sign_on_name() {
            (secondary_button_link(&format!("Sign in with {name}"), &format!("/sign-in/organisation?next={}", encoded(next))))
            h2 class="govuk-heading-m" { "Or with a password" }
        }
        (asking.post_form("/sign-in", &fields))
        p class="govuk-body" { a class="govuk-link" href="/forgotten-password" { "Set a new password" } " if you have forgotten yours." }
        p class="govuk-body" { "If you have no account, ask an administrator of this place to invite you." }
    }
}
