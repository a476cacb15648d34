//! Signing in with an organisation: the way out to its sign-in, and the way back.
//!
//! The rule: the way back must fit the cookie that the way out set in the same browser.

use desk::people::{SignOnFailed, SignOnUnderWay};
use maud::html;

use super::{next_of, signed_in};
use crate::incoming::SIGN_ON;
use crate::layout::Page;
use crate::reply::Cookie;
use crate::{Asking, Reply, Site, Stop};

/// How long a person may take at her organisation's sign-in.
const UNDER_WAY_SECONDS: i64 = 600;

pub(super) fn begin(site: &Site, asking: &Asking) -> Result<Reply, Stop> {
    site.people.sign_on_name().ok_or(Stop::NotFound)?;
    match site.people.begin_sign_on(&next_of(asking, ""), asking.now) {
        Ok((address, under_way)) => {
            let cookie = Cookie { name: SIGN_ON, value: under_way.written(), seconds: Some(UNDER_WAY_SECONDS) };
            Ok(Reply::elsewhere(address).cookie(cookie))
        }
        Err(failed) => Ok(told(site, asking, failed)),
    }
}

pub(super) fn back(site: &Site, asking: &Asking) -> Result<Reply, Stop> {
    site.people.sign_on_name().ok_or(Stop::NotFound)?;
    let gone = Cookie { name: SIGN_ON, value: String::new(), seconds: None };
    let under_way = asking.visitor.sign_on.as_deref().and_then(SignOnUnderWay::read);
    let finished = under_way.ok_or(SignOnFailed::NotThisBrowser).and_then(|under_way| {
        let back = |name: &str| asking.query.value(name).to_string();
        let opened = site.people.finish_sign_on(&under_way, &back, asking.now)?;
        Ok(signed_in(opened, &next_of(asking, &under_way.next)))
    });
    Ok(finished.unwrap_or_else(|failed| told(site, asking, failed)).cookie(gone))
}

fn told(site: &Site, asking: &Asking, failed: SignOnFailed) -> Reply {
    let name = site.people.sign_on_name().unwrap_or_default();
    let (status, sentences) = match failed {
        SignOnFailed::NotThisBrowser => (
            400,
            vec![
                "This sign-in was begun in another browser, or too long ago. Nothing was changed.".to_string(),
                "Begin again.".to_string(),
            ],
        ),
        SignOnFailed::Declined(reason) => (403, vec![format!("{name} did not sign you in. Its reason was: {reason}.")]),
        SignOnFailed::NoAccount { email } => (
            403,
            vec![
                format!("{name} knows you as {email}, and there is no account for you here."),
                "Ask an administrator of this place to invite you under that address.".to_string(),
            ],
        ),
        SignOnFailed::Trouble(trouble) => {
            eprintln!("{} {}: {trouble}", asking.now, asking.path);
            (502, vec![format!("{name} could not be asked, or did not answer as it should. Try again, or sign in with a password.")])
        }
    };
    let content = html! {
        h1 class="govuk-heading-l" { "You are not signed in" }
        @for sentence in sentences { p class="govuk-body" { (sentence) } }
        p class="govuk-body" { a class="govuk-link" href="/sign-in" { "Go back to signing in" } }
    };
    Page::new("You are not signed in").narrow().show(site, asking, &content).status(status).kept_by_nobody()
}
