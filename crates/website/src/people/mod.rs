//! The pages on which people sign in and out, choose passwords, look after their account, and after each other's roles.
//!
//! The rule: a page reads the form, asks `desk::people` once, and shows what came of it. No page says whether an account exists.

use desk::people::Opened;

use crate::incoming::{SESSION, VISIT};
use crate::reply::{Cookie, is_local};
use crate::routes::Route;
use crate::{Asking, Reply};

mod account;
mod everyone;
mod one;
mod organisation;
mod password;
mod roles;
mod sign_in;

pub(crate) const ROUTES: &[Route] = &[
    Route::page("/sign-in", sign_in::page).and_form(sign_in::send),
    Route::page("/sign-in/organisation", organisation::begin),
    Route::page("/sign-in/organisation/back", organisation::back),
    Route::form("/sign-out", sign_in::out),
    Route::page("/signed-out", sign_in::signed_out),
    Route::page("/forgotten-password", password::forgotten).and_form(password::send_letter),
    Route::page("/forgotten-password/letter", password::letter_sent),
    Route::page("/set-password", password::page).and_form(password::set),
    Route::page("/account", account::page),
    Route::page("/account/name", account::name).and_form(account::set_name),
    Route::page("/account/password", account::password).and_form(account::set_password),
    Route::form("/account/sign-out-everywhere", account::out_everywhere),
    Route::page("/account/close", account::closing).and_form(account::close),
    Route::page("/people", everyone::page),
    Route::page("/people/invite", everyone::invite).and_form(everyone::send_invitation),
    Route::page("/people/{account}", one::page).and_form(one::give),
    Route::page("/people/{account}/close", one::closing).and_form(one::close),
];

/// The reply after a session was opened: its secret as a cookie, and on to where she wanted to go.
fn signed_in(opened: Opened, next: &str) -> Reply {
    let gone = Cookie { name: VISIT, value: String::new(), seconds: None };
    Reply::see(next).cookie(Cookie { name: SESSION, value: opened.token, seconds: None }).cookie(gone)
}

/// Where somebody wants to go after signing in: a page of this site, or the front page.
fn next_of(asking: &Asking, typed: &str) -> String {
    let next = if typed.is_empty() { asking.query.value("next") } else { typed };
    if is_local(next) && !next.starts_with("/sign-") { next.to_string() } else { "/".to_string() }
}
