//! What a page answers: a status, a body, and how long it may be kept.
//!
//! The rule: a page makes a reply and nothing else. Headers for safety, digests, packing and cookies of the session are put on
//! in one place (`finish.rs`), so that no page can forget them.

use maud::Markup;
use serde::Serialize;

/// How long others may keep a reply.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Keeping {
    /// Anyone may keep it, and asks each time whether it is still the same.
    Anyone,
    /// Nobody may keep it: it was made for one person, or holds a form.
    Nobody,
    /// For ever: its address changes when it does.
    Forever,
}

/// A reply.
#[derive(Clone, Debug)]
pub struct Reply {
    pub(crate) status: u16,
    pub(crate) content_type: &'static str,
    pub(crate) body: Vec<u8>,
    pub(crate) keeping: Keeping,
    pub(crate) headers: Vec<(&'static str, String)>,
    pub(crate) cookies: Vec<Cookie>,
}

/// A cookie to be set; one with an empty value is taken away.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cookie {
    /// Its name, before the prefix that a secure site adds.
    pub(crate) name: &'static str,
    /// Its value: letters, digits, `-` and `_` only.
    pub(crate) value: String,
    /// How long a browser keeps it; `None` is until it is closed.
    pub(crate) seconds: Option<i64>,
}

impl Reply {
    /// A page of HTML.
    pub fn page(markup: Markup) -> Reply {
        Reply::new("text/html; charset=utf-8", markup.into_string().into_bytes())
    }

    /// A value as JSON.
    ///
    /// # Panics
    /// Where the value cannot be written as JSON (a map whose keys are no text): a fault of the page, which becomes a page of status 500.
    pub fn json(value: &impl Serialize) -> Reply {
        let body = serde_json::to_vec(value).expect("the values that pages answer with have names as keys");
        Reply::new("application/json", body)
    }

    /// Text of another type, such as a feed.
    pub fn text(content_type: &'static str, text: String) -> Reply {
        Reply::new(content_type, text.into_bytes())
    }

    /// A file to keep, under this name.
    pub fn file(content_type: &'static str, name: &str, bytes: Vec<u8>) -> Reply {
        let safe: String = name.chars().filter(|letter| letter.is_ascii_alphanumeric() || "-_.".contains(*letter)).collect();
        Reply::new(content_type, bytes).header("content-disposition", format!("attachment; filename=\"{safe}\""))
    }

    /// Sends the browser on to another page of this site, to be read: what follows a form.
    pub fn see(address: &str) -> Reply {
        let local = if is_local(address) { address } else { "/" };
        Reply { status: 303, ..Reply::page(maud::html! {}) }.header("location", local.to_string()).kept_by_nobody()
    }

    /// Sends the browser to another site, named in the settings: an organisation's sign-in.
    pub(crate) fn elsewhere(address: String) -> Reply {
        Reply { status: 303, ..Reply::page(maud::html! {}) }.header("location", address).kept_by_nobody()
    }

    /// The same with another status.
    pub fn status(self, status: u16) -> Reply {
        Reply { status, ..self }
    }

    /// The same, kept by nobody.
    pub fn kept_by_nobody(self) -> Reply {
        Reply { keeping: Keeping::Nobody, ..self }
    }

    /// The same with a header; a value that no header can hold is left out when the reply is finished.
    pub fn header(mut self, name: &'static str, value: impl Into<String>) -> Reply {
        self.headers.push((name, value.into()));
        self
    }

    /// The same with a cookie.
    pub(crate) fn cookie(mut self, cookie: Cookie) -> Reply {
        self.cookies.push(cookie);
        self.kept_by_nobody()
    }

    fn new(content_type: &'static str, body: Vec<u8>) -> Reply {
        Reply { status: 200, content_type, body, keeping: Keeping::Anyone, headers: Vec::new(), cookies: Vec::new() }
    }
}

/// True for an address of this site, such as `/bodies?kind=fire`; false for what a browser would take as another site's.
pub fn is_local(address: &str) -> bool {
    address.starts_with('/')
        && !address.starts_with("//")
        && address.len() <= 2_000
        && address.bytes().all(|byte| (0x21..0x7f).contains(&byte) && byte != b'\\')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nobody_is_sent_to_another_site_by_an_address_that_was_handed_in() {
        for wrong in ["//evil.example", "https://evil.example", "/\\evil.example", "/a\r\nset-cookie: x=1", "", "a", "/a b", "/ä"] {
            assert!(!is_local(wrong), "{wrong:?}");
            assert_eq!(Reply::see(wrong).headers, [("location", "/".to_string())]);
        }
        assert!(is_local("/bodies?kind=fire"));
    }

    #[test]
    fn the_name_of_a_file_cannot_break_out_of_its_header() {
        let reply = Reply::file("text/csv", "a\"; b\r\nx: y.csv", Vec::new());
        assert_eq!(reply.headers, [("content-disposition", "attachment; filename=\"abxy.csv\"".to_string())]);
    }
}
