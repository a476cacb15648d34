//! A forgotten password: asking for a letter, and setting a new one by the link in it; an invitation ends here too.
//!
//! The rule: the page after asking says the same for every address. A link is used up when a password is set, not when it is looked at, since
//! programs that check mail open links too.

use desk::people::{NotSignedIn, PasswordLink};
use maud::{Markup, html};
use pages::parts::{Button, Input, PasswordInput};

use super::signed_in;
use crate::form::Form;
use crate::layout::Page;
use crate::{Asking, Reply, Site, Stop};

pub(super) fn forgotten(site: &Site, asking: &Asking) -> Result<Reply, Stop> {
    Ok(forgotten_page().show(site, asking, &forgotten_content(asking, &Form::default())))
}

pub(super) fn send_letter(site: &Site, asking: &Asking) -> Result<Reply, Stop> {
    let mut form = Form::posted(asking);
    let email = form.line("email", 254, "Enter your e-mail address");
    if form.error("email").is_none() && !email.contains('@') {
        form.wrong("email", "Enter an e-mail address, like ann.example@westmarch.gov.uk");
    }
    if form.has_errors() {
        return Ok(forgotten_page().with_errors().show(site, asking, &forgotten_content(asking, &form)));
    }
    match site.people.forgot_password(&email, asking.from, asking.now)? {
        Some(too_many) => Err(Stop::TooMany(too_many.minutes)),
        None => Ok(Reply::see("/forgotten-password/letter")),
    }
}

pub(super) fn letter_sent(site: &Site, asking: &Asking) -> Result<Reply, Stop> {
    let content = html! {
        h1 class="govuk-heading-l" { "Look at your e-mail" }
        p class="govuk-body" { "If there is an account with the address you gave, a letter with a link is on its way to it. The link works for an hour." }
        p class="govuk-body" { "If nothing comes within a few minutes, look among unwanted mail, and check that you gave your work address." }
    };
    Ok(Page::new("Look at your e-mail").narrow().show(site, asking, &content))
}

pub(super) fn page(site: &Site, asking: &Asking) -> Result<Reply, Stop> {
    let link = asking.query.value("link");
    Ok(setting(site, asking, link, &Form::default())?.kept_by_nobody())
}

pub(super) fn set(site: &Site, asking: &Asking) -> Result<Reply, Stop> {
    let mut form = Form::posted(asking);
    let link = form.typed("link").to_string();
    match site.people.set_password_by_link(&link, form.typed("password"), asking.now) {
        Ok(opened) => Ok(signed_in(opened, "/account?done=password")),
        Err(NotSignedIn::WeakPassword(why)) => {
            form.wrong("password", &why);
            setting(site, asking, &link, &form)
        }
        Err(NotSignedIn::Wrong) => setting(site, asking, &link, &form),
        Err(NotSignedIn::TooMany(too_many)) => Err(Stop::TooMany(too_many.minutes)),
        Err(NotSignedIn::Trouble(trouble)) => Err(trouble.into()),
    }
}

/// The page on which a password is set, or the one that says that the link no longer works.
fn setting(site: &Site, asking: &Asking, link: &str, form: &Form) -> Result<Reply, Stop> {
    let Some((account, kind)) = site.people.account_of_link(link, asking.now)? else {
        return Ok(link_is_over(site, asking));
    };
    let title = match kind {
        PasswordLink::Forgotten => "Set a new password",
        PasswordLink::Invitation => "Choose a password",
    };
    let fields = html! {
        input type="hidden" name="link" value=(link);
        // So that a password manager keeps the password under the right name.
        input type="text" name="username" value=(account.email) autocomplete="username" hidden;
        (PasswordInput::new(form.field("password", "New password").hint(HINT)))
        (Button::new("Set the password"))
    };
    let content = html! {
        (form.summary())
        h1 class="govuk-heading-l" { (title) }
        p class="govuk-body" { "For " (account.name) ", " (account.email) ". You are signed out everywhere else when you set it." }
        (asking.post_form("/set-password", &fields))
    };
    let page = Page::new(title).narrow();
    let page = if form.has_errors() { page.with_errors() } else { page };
    Ok(page.show(site, asking, &content))
}

/// What a good password is.
pub(super) const HINT: &str = "At least 12 characters. Three or four words together are good, and no signs of other sorts are needed.";

fn link_is_over(site: &Site, asking: &Asking) -> Reply {
    let content = html! {
        h1 class="govuk-heading-l" { "This link no longer works" }
        p class="govuk-body" { "A link works once: for an hour if you forgot your password, for a week if you were invited." }
        p class="govuk-body" { a class="govuk-link" href="/forgotten-password" { "Ask for a new one" } }
    };
    Page::new("This link no longer works").narrow().show(site, asking, &content).status(410).kept_by_nobody()
}

fn forgotten_page() -> Page {
    Page::new("Set a new password").back("/sign-in", "Back to signing in").narrow()
}

fn forgotten_content(asking: &Asking, form: &Form) -> Markup {
    let hint = "The address you sign in with. We send a link to it.";
    let fields = html! {
        (Input::email(form.field("email", "E-mail address").hint(hint)).completing("username"))
        (Button::new("Send the link"))
    };
    html! {
        (form.summary())
        h1 class="govuk-heading-l" { "Set a new password" }
        (asking.post_form("/forgotten-password", &fields))
    }
}
