//! What a visitor asks, read and made safe: the page, what she typed, and who she is.
//!
//! The rule: pages see only this. They read no header and no cookie, so that what is trusted is decided in one place. A page
//! with a form asks for its token here, which makes the page one that nobody keeps.

use std::cell::{Cell, OnceCell};
use std::net::IpAddr;

use maud::{Markup, html};
use register::Moment;

use crate::pairs::Pairs;
use crate::secret::{form_token, new_secret};

/// In which form an answer is wanted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Format {
    /// A page.
    Html,
    /// JSON, for programs.
    Json,
    /// CSV, for spreadsheets.
    Csv,
}

/// A file that was sent with a form.
#[derive(Clone, Debug)]
pub struct Upload {
    /// The name of its field.
    pub field: String,
    /// The name of the file as the browser gave it: not to be trusted as a path.
    pub name: String,
    /// What it holds.
    pub bytes: Vec<u8>,
}

/// Who asks.
#[derive(Debug, Default)]
pub struct Visitor {
    /// The person, where she is signed in.
    pub person: Option<desk::people::SignedIn>,
    /// The secret in her cookie: of her session, or of her visit where she is not signed in.
    pub(crate) secret: Option<String>,
    /// A secret made for a visitor without one; it is set as a cookie with the reply.
    pub(crate) made: OnceCell<String>,
    /// True once a form was made for her.
    pub(crate) has_form: Cell<bool>,
    /// What the cookie of a sign-in with an organisation holds.
    pub(crate) sign_on: Option<String>,
}

/// A request that a page answers.
#[derive(Debug)]
pub struct Asking {
    /// The path without its ending: `/arrangements/abc`.
    pub path: String,
    /// What stands in the places of the route's `{names}`.
    pub captures: Vec<(&'static str, String)>,
    /// What stands after the question mark.
    pub query: Pairs,
    /// What was posted.
    pub form: Pairs,
    /// Files that were posted.
    pub files: Vec<Upload>,
    /// In which form the answer is wanted.
    pub format: Format,
    /// Who asks.
    pub visitor: Visitor,
    /// From which address on the net.
    pub from: IpAddr,
    /// When.
    pub now: Moment,
}

impl Asking {
    /// What stands in the place of `{name}`; empty where the route has no such place.
    pub fn capture(&self, name: &str) -> &str {
        self.captures.iter().find(|(key, _)| *key == name).map_or("", |(_, value)| value)
    }

    /// The person, or the stop that sends her to sign in.
    pub fn person(&self) -> Result<&desk::people::SignedIn, crate::Stop> {
        self.visitor.person.as_ref().ok_or(crate::Stop::SignInFirst)
    }

    /// The token that a form of this visitor carries.
    pub fn form_token(&self) -> String {
        self.visitor.has_form.set(true);
        form_token(self.visitor.secret.as_deref().unwrap_or_else(|| self.visitor.made.get_or_init(new_secret)))
    }

    /// A form that changes something: it posts to `action` and carries its token.
    pub fn post_form(&self, action: &str, content: &Markup) -> Markup {
        html! {
            form action=(action) method="post" novalidate {
                (self.token_field())
                (content)
            }
        }
    }

    /// A form with which files are sent.
    pub fn upload_form(&self, action: &str, content: &Markup) -> Markup {
        html! {
            form action=(action) method="post" enctype="multipart/form-data" novalidate {
                (self.token_field())
                (content)
            }
        }
    }

    /// The hidden field with the token, first in a form so that it arrives before any file.
    fn token_field(&self) -> Markup {
        html! { input type="hidden" name=(crate::secret::TOKEN_FIELD) value=(self.form_token()); }
    }
}
