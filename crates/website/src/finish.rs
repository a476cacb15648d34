//! Every reply on its way out: headers for safety, cookies, digest, packing.
//!
//! The rule: there is no other way out, so no reply lacks a header. The content security policy forbids every script, style, image
//! and frame that is not a file of this site; nothing written inside a page can run.

use std::io::Write;

use axum::body::Body;
use axum::http::{HeaderName, HeaderValue, Response, StatusCode};
use flate2::Compression;
use flate2::write::GzEncoder;
use sha2::{Digest, Sha256};

use crate::reply::{Cookie, Keeping, Reply};

/// What the request says about how the reply may be sent.
#[derive(Clone, Debug, Default)]
pub(crate) struct Wanted {
    /// The method was HEAD: everything but the body.
    pub(crate) is_head: bool,
    /// The browser reads gzip.
    pub(crate) takes_gzip: bool,
    /// The digests that the browser has, as `If-None-Match` writes them.
    pub(crate) has: String,
}

/// How the site is reached.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Reached {
    /// Over an encrypted connection, as far as browsers see.
    pub(crate) is_secure: bool,
}

/// A reply made ready: its digest is known and it is packed where that is worth it. It can be sent many times.
#[derive(Clone, Debug)]
pub(crate) struct Ready {
    reply: Reply,
    digest: String,
    packed: Option<Vec<u8>>,
}

impl Ready {
    /// Makes a reply ready.
    pub(crate) fn new(reply: Reply) -> Ready {
        let digest = if reply.status == 200 { digest(&reply.body) } else { String::new() };
        let packed = (reply.body.len() >= WORTH_PACKING_BYTES).then(|| packed(&reply.body));
        Ready { reply, digest, packed }
    }

    /// How many bytes it holds.
    pub(crate) fn bytes(&self) -> usize {
        self.reply.body.len() + self.packed.as_ref().map_or(0, Vec::len)
    }

    /// The reply as it is sent.
    pub(crate) fn send(&self, wanted: &Wanted, reached: Reached) -> Response<Body> {
        let is_same = !self.digest.is_empty() && wanted.has.split(',').any(|one| one.trim() == self.digest);
        let packed = self.packed.as_ref().filter(|_| wanted.takes_gzip);
        let body = packed.unwrap_or(&self.reply.body);
        let mut out = Out(Response::new(Body::empty()));
        *out.0.status_mut() = if is_same { StatusCode::NOT_MODIFIED } else { status(self.reply.status) };
        out.safety(reached);
        out.put("cache-control", cache_control(self.reply.keeping));
        out.put("vary", "Accept, Accept-Encoding, Cookie");
        self.reply.headers.iter().for_each(|(name, value)| out.put(name, value));
        self.reply.cookies.iter().for_each(|cookie| out.cookie(cookie, reached));
        if !self.digest.is_empty() {
            out.put("etag", &self.digest);
        }
        if is_same {
            return out.0;
        }
        out.put("content-type", self.reply.content_type);
        out.put("content-length", &body.len().to_string());
        if packed.is_some() {
            out.put("content-encoding", "gzip");
        }
        if !wanted.is_head {
            *out.0.body_mut() = Body::from(body.clone());
        }
        out.0
    }
}

/// The name under which a cookie is kept. `__Host-` makes browsers refuse one that another host or an unencrypted page set.
pub(crate) fn cookie_name(name: &str, reached: Reached) -> String {
    if reached.is_secure { format!("__Host-{name}") } else { name.to_string() }
}

/// Smaller replies fit one packet anyway.
const WORTH_PACKING_BYTES: usize = 1_000;

/// What every reply says. No page may be framed, none asks for a camera, and no other site learns which page a link was on.
const SAFETY: [(&str, &str); 8] = [
    (
        "content-security-policy",
        "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'",
    ),
    ("x-content-type-options", "nosniff"),
    ("x-frame-options", "DENY"),
    ("referrer-policy", "same-origin"),
    ("permissions-policy", "accelerometer=(), camera=(), geolocation=(), gyroscope=(), microphone=(), payment=(), usb=()"),
    ("cross-origin-opener-policy", "same-origin"),
    ("cross-origin-resource-policy", "same-origin"),
    ("cross-origin-embedder-policy", "require-corp"),
];

struct Out(Response<Body>);

impl Out {
    fn put(&mut self, name: &str, value: &str) {
        if let (Ok(name), Ok(value)) = (HeaderName::try_from(name), HeaderValue::from_str(value)) {
            self.0.headers_mut().append(name, value);
        }
    }

    fn safety(&mut self, reached: Reached) {
        SAFETY.iter().for_each(|(name, value)| self.put(name, value));
        if reached.is_secure {
            self.put("strict-transport-security", "max-age=31536000");
        }
    }

    fn cookie(&mut self, cookie: &Cookie, reached: Reached) {
        let secure = if reached.is_secure { "; Secure" } else { "" };
        let age = match (cookie.value.is_empty(), cookie.seconds) {
            (true, _) => "; Max-Age=0".to_string(),
            (false, Some(seconds)) => format!("; Max-Age={seconds}"),
            (false, None) => String::new(),
        };
        self.put(
            "set-cookie",
            &format!("{}={}; Path=/; HttpOnly; SameSite=Lax{secure}{age}", cookie_name(cookie.name, reached), cookie.value),
        );
    }
}

fn cache_control(keeping: Keeping) -> &'static str {
    match keeping {
        Keeping::Anyone => "public, no-cache",
        Keeping::Nobody => "private, no-store",
        Keeping::Forever => "public, max-age=31536000, immutable",
    }
}

fn status(code: u16) -> StatusCode {
    StatusCode::from_u16(code).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR)
}

/// Weak, since the same page packed and not packed has the same one.
fn digest(body: &[u8]) -> String {
    let hex: String = Sha256::digest(body).iter().take(16).map(|byte| format!("{byte:02x}")).collect();
    format!("W/\"{hex}\"")
}

fn packed(body: &[u8]) -> Vec<u8> {
    let mut packer = GzEncoder::new(Vec::with_capacity(body.len() / 4), Compression::new(5));
    packer.write_all(body).expect("memory takes what is written");
    packer.finish().expect("memory takes what is written")
}

#[cfg(test)]
mod tests {
    use super::*;

    const PLAIN: Reached = Reached { is_secure: false };
    const SECURE: Reached = Reached { is_secure: true };

    fn header(response: &Response<Body>, name: &str) -> String {
        response.headers().get(name).map(|value| value.to_str().expect("text").to_string()).unwrap_or_default()
    }

    #[test]
    fn every_reply_of_any_status_has_every_safety_header() {
        for status in [200, 303, 404, 500] {
            let response = Ready::new(Reply::page(maud::html! { "x" }).status(status)).send(&Wanted::default(), SECURE);
            for (name, value) in SAFETY {
                assert_eq!(header(&response, name), value, "{status}");
            }
            assert!(header(&response, "strict-transport-security").starts_with("max-age="));
        }
    }

    #[test]
    fn a_browser_that_has_the_page_is_told_so_without_the_page() {
        let ready = Ready::new(Reply::page(maud::html! { "x" }));
        let digest = header(&ready.send(&Wanted::default(), PLAIN), "etag");
        let again = ready.send(&Wanted { has: format!("W/\"other\", {digest}"), ..Wanted::default() }, PLAIN);
        assert_eq!((again.status().as_u16(), header(&again, "content-length")), (304, String::new()));
    }

    #[test]
    fn a_header_or_cookie_with_a_line_break_is_left_out() {
        let reply = Reply::page(maud::html! {}).header("x-name", "a\r\nset-cookie: b=1");
        assert_eq!(header(&Ready::new(reply).send(&Wanted::default(), PLAIN), "set-cookie"), "");
    }

    #[test]
    fn a_cookie_is_for_this_host_alone_and_out_of_reach_of_scripts() {
        let cookie = Cookie { name: "commonweal", value: "abc".into(), seconds: None };
        let reply = Reply::page(maud::html! {}).cookie(cookie);
        let set = header(&Ready::new(reply.clone()).send(&Wanted::default(), SECURE), "set-cookie");
        assert_eq!(set, "__Host-commonweal=abc; Path=/; HttpOnly; SameSite=Lax; Secure");
        let set = header(&Ready::new(reply).send(&Wanted::default(), PLAIN), "set-cookie");
        assert_eq!(set, "commonweal=abc; Path=/; HttpOnly; SameSite=Lax");
    }

    #[test]
    fn a_packed_page_unpacks_to_the_page() {
        use std::io::Read;
        let text = "The same words again. ".repeat(200);
        let mut unpacked = String::new();
        flate2::read::GzDecoder::new(&packed(text.as_bytes())[..]).read_to_string(&mut unpacked).expect("gzip");
        assert_eq!(unpacked, text);
    }
}
