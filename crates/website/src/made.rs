//! A page is made: who asks is found out, her form's token is checked, and the page's function is asked.
//!
//! The rule: a page that is the same for everyone is made once for each state of the place. One made for a person, or with a form
//! in it, is kept by nobody. A page that fails is a page of status 500, and its reason stands in the log.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;

use crate::asking::Asking;
use crate::finish::Ready;
use crate::incoming::{Incoming, SESSION, VISIT};
use crate::reply::{Cookie, Keeping, Reply};
use crate::routes::Handler;
use crate::secret::{TOKEN_FIELD, is_token_of};
use crate::site::Edition;
use crate::stop_page::stopped;
use crate::{Site, Stop};

/// The reply to a request.
pub(crate) fn made(site: &Site, mut incoming: Incoming) -> Arc<Ready> {
    if let Some(address) = incoming.instead.take() {
        return Arc::new(Ready::new(Reply::see(&incoming.asking.query.address(&address)).status(308)));
    }
    let is_for_anyone = incoming.session.is_none() && !incoming.is_sent && incoming.judged.is_ok();
    let edition = if is_for_anyone { site.edition(incoming.asking.now).ok() } else { None };
    let address = key(&incoming.asking);
    if let Some(page) = edition.and_then(|edition| site.remembered.page(edition, &address)) {
        return page;
    }
    let reply = answered(site, &mut incoming);
    let reply = dressed(&incoming, reply);
    let is_worth_remembering = reply.keeping == Keeping::Anyone && reply.status == 200;
    let ready = Arc::new(Ready::new(reply));
    if let Some(edition) = edition.filter(|_| is_worth_remembering) {
        remember(site, edition, &address, &ready);
    }
    ready
}

/// The page, or the page that says why there is none.
fn answered(site: &Site, incoming: &mut Incoming) -> Reply {
    let judged = std::mem::replace(&mut incoming.judged, Err(Stop::Fault));
    let answered = recognised(site, incoming).and(judged).and_then(|route| {
        let handler = match (incoming.is_sent, check_token(&incoming.asking)) {
            (false, _) => route.read,
            (true, Ok(())) => route.send,
            (true, Err(stop)) => Some(route.shown_again.ok_or(stop)?),
        };
        asked(site, &incoming.asking, handler)
    });
    answered.unwrap_or_else(|stop| {
        if let Stop::Trouble(trouble) = &stop {
            eprintln!("{} {}: {trouble}", incoming.asking.now, incoming.asking.path);
        }
        framed(site, &incoming.asking, &stop)
    })
}

/// Finds out whose session it is. A session that is over is no session, and its secret is good for no form.
fn recognised(site: &Site, incoming: &mut Incoming) -> Result<(), Stop> {
    if let Some(token) = &incoming.session {
        incoming.asking.visitor.person = site.people.signed_in(token, incoming.asking.now)?;
    }
    let is_signed_in = incoming.asking.visitor.person.is_some();
    incoming.asking.visitor.secret = if is_signed_in { incoming.session.clone() } else { incoming.visit.clone() };
    Ok(())
}

fn check_token(asking: &Asking) -> Result<(), Stop> {
    let secret = asking.visitor.secret.as_deref().ok_or(Stop::Forged)?;
    if is_token_of(asking.form.value(TOKEN_FIELD), secret) { Ok(()) } else { Err(Stop::Forged) }
}

fn asked(site: &Site, asking: &Asking, handler: Option<Handler>) -> Result<Reply, Stop> {
    let handler = handler.ok_or(Stop::NotFound)?;
    // What a page changes is changed in the store in one step or not at all, so a page that failed left nothing half done.
    catch_unwind(AssertUnwindSafe(|| handler(site, asking))).unwrap_or(Err(Stop::Fault))
}

/// The page that says why; where even that fails (the store is gone), the same in plain words.
fn framed(site: &Site, asking: &Asking, stop: &Stop) -> Reply {
    catch_unwind(AssertUnwindSafe(|| stopped(site, asking, stop)))
        .unwrap_or_else(|_| Reply::page(maud::html! { (stop.heading()) }).status(stop.status()).kept_by_nobody())
}

/// With the cookies that follow from what happened.
fn dressed(incoming: &Incoming, reply: Reply) -> Reply {
    let visitor = &incoming.asking.visitor;
    let sets = |name: &str| reply.cookies.iter().any(|cookie| cookie.name == name);
    let has_lost_session = incoming.session.is_some() && visitor.person.is_none() && !sets(SESSION);
    let made = visitor.made.get().cloned().filter(|_| !sets(VISIT));
    let is_personal = incoming.session.is_some() || visitor.has_form.get();
    let mut reply = if is_personal { reply.kept_by_nobody() } else { reply };
    if let Some(value) = made {
        reply = reply.cookie(Cookie { name: VISIT, value, seconds: None });
    }
    if has_lost_session {
        reply = reply.cookie(Cookie { name: SESSION, value: String::new(), seconds: None });
    }
    reply
}

fn remember(site: &Site, edition: Edition, address: &str, ready: &Arc<Ready>) {
    const LONGEST_ADDRESS: usize = 500;
    if address.len() <= LONGEST_ADDRESS {
        site.remembered.remember(edition, address, ready);
    }
}

/// What a page is remembered by.
fn key(asking: &Asking) -> String {
    format!("{:?} {}", asking.format, asking.query.address(&asking.path))
}
