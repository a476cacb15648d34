//! A request, read: what is asked, by which route, and whether the page may be asked at all.
//!
//! The rule: a path is taken as it is written or not at all; it has no `.` or `..`, no empty piece, no byte that is not text. A
//! request that changes something must come from a page of this very site, as browsers themselves say (`Sec-Fetch-Site`, `Origin`).

use std::net::IpAddr;

use axum::http::request::Parts;
use axum::http::{HeaderMap, Method};
use register::Moment;

use crate::asking::{Asking, Format, Visitor};
use crate::finish::{Reached, Wanted, cookie_name};
use crate::pairs::{Pairs, decoded};
use crate::routes::{Captures, Route};
use crate::told::accepted;
use crate::{Site, Stop};

/// The cookie of a session.
pub(crate) const SESSION: &str = "commonweal";
/// The cookie of a visit by somebody who is not signed in and was shown a form.
pub(crate) const VISIT: &str = "commonweal-visit";
/// The cookie of a sign-in with an organisation that is under way.
pub(crate) const SIGN_ON: &str = "commonweal-sign-on";

/// A request before its page is asked.
pub(crate) struct Incoming {
    /// What is asked; who asks is found out later.
    pub(crate) asking: Asking,
    /// What answers it, or why nothing does.
    pub(crate) judged: Result<Route, Stop>,
    /// The token in the cookie of a session, where there is one.
    pub(crate) session: Option<String>,
    /// The secret in the cookie of a visit, where there is one.
    pub(crate) visit: Option<String>,
    /// True for a request that changes something.
    pub(crate) is_sent: bool,
    /// The address to go to instead, for a path that ends with a slash too many.
    pub(crate) instead: Option<String>,
    /// How the reply may be sent.
    pub(crate) wanted: Wanted,
}

impl Incoming {
    pub(crate) fn of(site: &Site, reached: Reached, from: IpAddr, now: Moment, parts: &Parts) -> Incoming {
        let headers = &parts.headers;
        let cookie = |name: &str| cookie(headers, &cookie_name(name, reached));
        let session = cookie(SESSION);
        let visit = cookie(VISIT);
        let visitor = Visitor { sign_on: cookie(SIGN_ON), ..Visitor::default() };
        let query = Pairs::read(parts.uri.query().unwrap_or_default().as_bytes());
        let (mut judged, path, captures, format) = judged(site, parts);
        if judged.is_ok() && query.is_err() {
            judged = Err(Stop::BadRequest(NOT_TEXT.to_string()));
        }
        let from = if site.settings.is_behind_proxy { forwarded(headers).unwrap_or(from) } else { from };
        let instead = path.strip_suffix('/').filter(|shorter| !shorter.is_empty() && site.has_page(shorter)).map(str::to_string);
        let asking =
            Asking { path, captures, query: query.unwrap_or_default(), form: Pairs::none(), files: Vec::new(), format, visitor, from, now };
        Incoming { asking, judged, session, visit, is_sent: parts.method == Method::POST, instead, wanted: wanted(parts) }
    }
}

/// The route, or what is wrong; with the path, what its names stand for, and the format that is wanted.
fn judged(site: &Site, parts: &Parts) -> (Result<Route, Stop>, String, Captures, Format) {
    let format = accepted(header(&parts.headers, "accept"));
    let path = match whole_path(parts.uri.path()) {
        Ok(path) => path,
        Err(stop) => return (Err(stop), String::new(), Vec::new(), format),
    };
    let (path, ending) = without_ending(site, path);
    let format = ending.unwrap_or(format);
    let (route, captures) = match site.routes.find(&path) {
        Ok((route, captures)) => (*route, captures),
        Err(stop) => return (Err(stop), path, Vec::new(), format),
    };
    // A page that is only a page is shown as one, whatever was named as accepted.
    let format = if route.described.is_some() { format } else { Format::Html };
    (allowed(site, parts, &route).map(|()| route), path, captures, format)
}

const NOT_TEXT: &str = "The address holds bytes that are no text. Type it again, or follow a link on a page.";

/// The path as text, where it is one that could be written on paper.
fn whole_path(path: &str) -> Result<String, Stop> {
    let text = decoded(path.as_bytes()).map_err(|_| Stop::BadRequest(NOT_TEXT.to_string()))?;
    if text.chars().any(|letter| letter.is_control() || letter == '\\') {
        return Err(Stop::BadRequest(NOT_TEXT.to_string()));
    }
    let pieces = text.strip_prefix('/').ok_or(Stop::NotFound)?.trim_end_matches('/');
    let is_whole = pieces.is_empty() || pieces.split('/').all(|piece| !piece.is_empty() && piece != "." && piece != "..");
    // A slash that was written as %2F would divide a piece in two.
    let has_same_pieces = path.matches('/').count() == text.matches('/').count();
    if is_whole && has_same_pieces && !text.ends_with("//") && (text == "/" || text.len() <= 1_000) {
        Ok(text)
    } else {
        Err(Stop::NotFound)
    }
}

/// `/bodies.csv` is `/bodies` in CSV, where that page answers in other forms. The front page is `/index.json`.
fn without_ending(site: &Site, path: String) -> (String, Option<Format>) {
    for (ending, format) in [(".json", Format::Json), (".csv", Format::Csv)] {
        let Some(shorter) = path.strip_suffix(ending) else { continue };
        let shorter = if shorter == "/index" { "/" } else { shorter };
        if site.routes.find(shorter).is_ok_and(|(route, _)| route.described.is_some()) {
            return (shorter.to_string(), Some(format));
        }
    }
    (path, None)
}

/// Host, method and origin.
fn allowed(site: &Site, parts: &Parts, route: &Route) -> Result<(), Stop> {
    let host = header(&parts.headers, "host");
    let address = &site.settings.address;
    if let Some((_, expected)) = address.split_once("://").filter(|(_, expected)| !host.eq_ignore_ascii_case(expected)) {
        return Err(Stop::BadRequest(format!("This site is at {expected}, and was asked for under another name.")));
    }
    match parts.method {
        Method::GET | Method::HEAD if route.read.is_some() => Ok(()),
        Method::POST if route.send.is_some() => from_here(&parts.headers, host),
        _ => Err(Stop::Method(route.methods())),
    }
}

/// True where the browser says that a page of this site sent the form; a program that says nothing is judged by the token alone.
fn from_here(headers: &HeaderMap, host: &str) -> Result<(), Stop> {
    let site = header(headers, "sec-fetch-site");
    let origin = header(headers, "origin");
    let is_same_origin = origin.is_empty() || origin.split_once("://").is_some_and(|(_, name)| name.eq_ignore_ascii_case(host));
    if (site.is_empty() || site == "same-origin") && is_same_origin { Ok(()) } else { Err(Stop::Forged) }
}

fn wanted(parts: &Parts) -> Wanted {
    let takes = header(&parts.headers, "accept-encoding");
    let is_gzip = |piece: &str| {
        let (name, quality) = piece.split_once(';').unwrap_or((piece, ""));
        name.trim().eq_ignore_ascii_case("gzip") && !quality.replace(' ', "").trim_end_matches(['0', '.']).ends_with("q=")
    };
    Wanted {
        is_head: parts.method == Method::HEAD,
        takes_gzip: takes.split(',').any(is_gzip),
        has: header(&parts.headers, "if-none-match").to_string(),
    }
}

/// Who asks, as the reverse proxy says: the last address, which is the one that it saw itself.
fn forwarded(headers: &HeaderMap) -> Option<IpAddr> {
    header(headers, "x-forwarded-for").rsplit(',').next()?.trim().parse().ok()
}

fn header<'a>(headers: &'a HeaderMap, name: &str) -> &'a str {
    headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default()
}

/// The value of a cookie that looks like one of ours: 64 letters and digits, or for a sign-in under way a little more.
fn cookie(headers: &HeaderMap, name: &str) -> Option<String> {
    let all = headers.get_all("cookie").iter().filter_map(|value| value.to_str().ok());
    let mut pairs = all.flat_map(|value| value.split(';')).filter_map(|pair| pair.trim().split_once('='));
    let value = pairs.find(|(key, _)| *key == name)?.1;
    let is_ours =
        !value.is_empty() && value.len() <= 1_000 && value.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_.".contains(&byte));
    is_ours.then(|| value.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_that_plays_tricks_is_not_found() {
        for path in ["//evil", "/a//b", "/a/../b", "/%2e%2e/a", "/a/./b", "/a%2fb", "//", "/bodies//"] {
            assert_eq!(whole_path(path), Err(Stop::NotFound), "{path}");
        }
        for path in ["/%00", "/a%0d%0ab", "/%ff", "/a%5cb", "/%4"] {
            assert_eq!(whole_path(path), Err(Stop::BadRequest(NOT_TEXT.to_string())), "{path}");
        }
        assert_eq!(whole_path("/bodies/brighton-and-hove"), Ok("/bodies/brighton-and-hove".to_string()));
        assert_eq!(whole_path("/bodies/ynys%20m%C3%B4n"), Ok("/bodies/ynys môn".to_string()));
        assert_eq!(whole_path("/"), Ok("/".to_string()));
    }

    #[test]
    fn gzip_is_sent_only_to_who_reads_it() {
        let takes = |value: &str| {
            let request = axum::http::Request::get("/").header("accept-encoding", value).body(()).expect("a request");
            wanted(&request.into_parts().0).takes_gzip
        };
        assert!(takes("gzip, deflate, br") && takes("br;q=1, gzip;q=0.5"));
        assert!(!takes("br") && !takes("gzip;q=0") && !takes("gzip; q=0.0") && !takes(""));
    }

    #[test]
    fn a_cookie_that_was_never_ours_is_no_cookie() {
        let read = |value: &str| {
            let request = axum::http::Request::get("/").header("cookie", value).body(()).expect("a request");
            cookie(request.headers(), "commonweal")
        };
        assert_eq!(read("a=1; commonweal=abc123"), Some("abc123".to_string()));
        for wrong in ["commonweal=", "commonweal=a b", "commonweal=a\"b", "xcommonweal=abc", "commonweal"] {
            assert_eq!(read(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn a_form_from_another_site_is_refused_by_what_the_browser_says() {
        let judged = |pairs: &[(&str, &str)]| {
            let mut request = axum::http::Request::post("/");
            for (name, value) in pairs {
                request = request.header(*name, *value);
            }
            from_here(request.body(()).expect("a request").headers(), "share.example:8080")
        };
        assert_eq!(judged(&[]), Ok(()));
        assert_eq!(judged(&[("origin", "http://share.example:8080"), ("sec-fetch-site", "same-origin")]), Ok(()));
        for wrong in
            [("origin", "https://evil.example"), ("origin", "null"), ("sec-fetch-site", "cross-site"), ("sec-fetch-site", "same-site")]
        {
            assert_eq!(judged(&[wrong]), Err(Stop::Forged), "{wrong:?}");
        }
    }
}
