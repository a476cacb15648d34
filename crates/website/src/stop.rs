//! Why a page could not answer, in the house's words.
//!
//! The rule: each says what happened and what to do next; what went wrong inside is told to whoever runs the site (on stderr) and
//! never to the visitor.

use definitions::Trouble;
use desk::NotDone;

/// Why there is no answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Stop {
    /// There is no such page or record.
    NotFound,
    /// There was one, and it was taken out; the sentence says why.
    Gone(String),
    /// What was sent cannot be read; the sentence says what to do.
    BadRequest(String),
    /// The page is for people who are signed in.
    SignInFirst,
    /// The person may not; the sentence of `permissions` says who may.
    Refused(String),
    /// A form that did not come from a page of this site, or that is too old.
    Forged,
    /// This address takes no such method; those it takes.
    Method(&'static str),
    /// Someone else saved it first; the sentence says who and when, and nothing is lost.
    Overtaken(String),
    /// More was sent than this page takes; the most that it takes, in words.
    TooLarge(&'static str),
    /// What was sent came too slowly.
    TooSlow,
    /// Too many attempts; so many minutes to wait.
    TooMany(u32),
    /// The site is busy.
    Busy,
    /// Something failed inside.
    Trouble(Trouble),
    /// A fault of the program.
    Fault,
}

impl From<Trouble> for Stop {
    fn from(trouble: Trouble) -> Stop {
        Stop::Trouble(trouble)
    }
}

impl From<NotDone> for Stop {
    fn from(not_done: NotDone) -> Stop {
        match not_done {
            NotDone::Refused(refusal) if refusal.is_for_want_of_signing_in => Stop::SignInFirst,
            NotDone::Refused(refusal) => Stop::Refused(format!("{refusal}")),
            NotDone::Overtaken(overtaken) => Stop::Overtaken(format!(
                "{} saved version {} at {}, after you opened it. Nothing of yours was kept: go back, look at what they saved, and enter \
                 again what is still right.",
                overtaken.by.name, overtaken.version, overtaken.at
            )),
            NotDone::Faults(faults) => {
                let sentences: Vec<String> = faults.into_iter().map(|fault| fault.sentence).collect();
                Stop::BadRequest(sentences.join(" "))
            }
            NotDone::NotRight(sentences) => Stop::BadRequest(sentences.join(" ")),
            NotDone::Unknown(_) => Stop::NotFound,
            NotDone::Trouble(trouble) => Stop::Trouble(trouble),
        }
    }
}

impl Stop {
    /// The status that stands for it.
    pub(crate) fn status(&self) -> u16 {
        match self {
            Stop::BadRequest(_) => 400,
            Stop::SignInFirst => 401,
            Stop::Refused(_) | Stop::Forged => 403,
            Stop::NotFound => 404,
            Stop::Method(_) => 405,
            Stop::TooSlow => 408,
            Stop::Overtaken(_) => 409,
            Stop::Gone(_) => 410,
            Stop::TooLarge(_) => 413,
            Stop::TooMany(_) => 429,
            Stop::Trouble(_) | Stop::Fault => 500,
            Stop::Busy => 503,
        }
    }

    /// The heading of its page.
    pub(crate) fn heading(&self) -> &'static str {
        match self {
            Stop::NotFound => "Page not found",
            Stop::Gone(_) => "This record was taken out",
            Stop::BadRequest(_) => "This could not be read",
            Stop::SignInFirst => "Sign in first",
            Stop::Refused(_) => "You may not do this",
            Stop::Forged => "This form could not be accepted",
            Stop::Method(_) => "This page cannot do that",
            Stop::Overtaken(_) => "Someone else saved this first",
            Stop::TooLarge(_) => "This is too large",
            Stop::TooSlow => "This took too long to arrive",
            Stop::TooMany(_) => "Too many attempts",
            Stop::Busy => "The site is busy",
            Stop::Trouble(_) | Stop::Fault => "Something went wrong",
        }
    }

    /// What happened and what to do, as sentences; each is a paragraph.
    pub(crate) fn sentences(&self) -> Vec<String> {
        let one = |sentence: &str| vec![sentence.to_string()];
        let two = |first: &str, second: &str| vec![first.to_string(), second.to_string()];
        match self {
            Stop::NotFound => two(
                "If you typed the address, check that it is right. If you followed a link, it may be old.",
                "Start again from the front page, or search the arrangements.",
            ),
            Stop::Gone(why) => vec![why.clone()],
            Stop::BadRequest(what) | Stop::Refused(what) | Stop::Overtaken(what) => vec![what.clone()],
            Stop::SignInFirst => one("This page is for people who are signed in."),
            Stop::Forged => two(
                "The form did not come from a page of this site that you opened, or you signed in or out since you opened it. Nothing was changed.",
                "Go back, reload the page and send the form again. If you never meant to send it, close this page.",
            ),
            Stop::Method(_) => one("The address is right, but what was asked of it is not. Open it with a browser instead."),
            Stop::TooLarge(most) => vec![format!("This page takes at most {most}. Nothing was kept. Send less, or split the file.")],
            Stop::TooSlow => one("The connection was too slow, and nothing was kept. Try again."),
            Stop::TooMany(minutes) => vec![format!("Wait {minutes} minutes and try again.")],
            Stop::Busy => one("More people are asking than can be answered at once. Wait a moment and try again."),
            Stop::Trouble(_) | Stop::Fault => two(
                "The fault is ours, and whoever runs this site has been told in its log. Nothing was half done.",
                "Try again in a few minutes.",
            ),
        }
    }
}
