//! The page, or the JSON, that says why there is no answer.
//!
//! The rule: a person gets a page in the frame of the site; a program gets `application/problem+json` (RFC 9457). What went wrong
//! inside goes to the log of whoever runs the site.

use maud::html;
use serde_json::json;

use crate::asking::Format;
use crate::layout::Page;
use crate::pairs::encoded;
use crate::{Asking, Reply, Site, Stop};

/// The reply to who could not be answered. Who must sign in first is sent there, and comes back.
pub(crate) fn stopped(site: &Site, asking: &Asking, stop: &Stop) -> Reply {
    if asking.format != Format::Html {
        return problem(stop);
    }
    if *stop == Stop::SignInFirst {
        return Reply::see(&format!("/sign-in?next={}", encoded(&asking.query.address(&asking.path))));
    }
    let content = html! {
        h1 class="govuk-heading-l" { (stop.heading()) }
        @for sentence in stop.sentences() { p class="govuk-body" { (sentence) } }
        @if site.has_page("/") { p class="govuk-body" { a class="govuk-link" href="/" { "Go to the front page" } } }
    };
    dressed(Page::new(stop.heading()).narrow().show(site, asking, &content), stop)
}

fn problem(stop: &Stop) -> Reply {
    let body = json!({ "type": "about:blank", "title": stop.heading(), "status": stop.status(), "detail": stop.sentences().join(" ") });
    let reply = Reply { content_type: "application/problem+json", ..Reply::json(&body) };
    dressed(reply, stop)
}

/// With the status and the headers that go with it.
fn dressed(reply: Reply, stop: &Stop) -> Reply {
    let reply = reply.status(stop.status()).kept_by_nobody();
    match stop {
        Stop::Method(methods) => reply.header("allow", *methods),
        Stop::TooMany(minutes) => reply.header("retry-after", (i64::from(*minutes) * 60).to_string()),
        Stop::Busy => reply.header("retry-after", "5"),
        Stop::TooSlow | Stop::TooLarge(_) => reply.header("connection", "close"),
        _ => reply,
    }
}
