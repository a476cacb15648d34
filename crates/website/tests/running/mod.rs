//! The site, running over a real store on a free port, and a plain way to speak to it.
//!
//! The rule: each test has a place of its own in a temporary folder. What is sent is written byte for byte, so that a test can send what no browser
//! would. The site stops when the test ends.
#![allow(dead_code, clippy::disallowed_methods, reason = "each test file uses its own part of this; tests have a clock and a connection")]

use std::io::{Read, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};
use std::sync::mpsc::{Sender, channel};
use std::time::Duration;

use desk::people::{Invitation, Mailing, SignOnSetting};
use desk::{Desk, Person, Place};
use permissions::Role;
use register::Moment;
use store::Store;
use website::{Settings, Site, serve_until};

/// The password of everyone.
pub const PASSWORD: &str = "the ferry leaves at noon";

/// By how many seconds the clock of the desks of this program is ahead.
static AHEAD: AtomicI64 = AtomicI64::new(0);

/// A site that runs.
pub struct Running {
    pub at: SocketAddr,
    pub folder: tempfile::TempDir,
    _stop: Sender<()>,
}

/// An answer, read to its end.
#[derive(Clone, Debug)]
pub struct Answer {
    pub status: u16,
    pub head: String,
    pub body: String,
}

/// The site of a place with one administrator, one owner and one officer, all with the same password.
pub fn site() -> Running {
    site_with(|_| {})
}

/// The same with other settings.
pub fn site_with(change: impl FnOnce(&mut Settings)) -> Running {
    site_of(change, &[])
}

/// The same with people who have a role for one body.
pub fn site_with_people(people: &[(&str, Role, &str)]) -> Running {
    site_of(|_| {}, people)
}

fn site_of(change: impl FnOnce(&mut Settings), people: &[(&str, Role, &str)]) -> Running {
    let folder = tempfile::tempdir().expect("a folder");
    std::fs::write(folder.path().join("place.toml"), "name = \"Westmarch\"\n").expect("written");
    let place = Place::open(folder.path()).expect("a place");
    let store = Store::open(&place.store_address(None).expect("an address")).expect("a store");
    let desk = Arc::new(Desk::open(place, store, None, now).expect("a desk"));
    let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
    let at = listener.local_addr().expect("an address");
    let mut settings =
        Settings { address: format!("http://{at}"), mailing: Mailing::Folder(folder.path().join("mail")), ..Settings::default() };
    change(&mut settings);
    let site = Site::new(desk, settings).expect("a site");
    let of_place = [
        ("ann@westmarch.example", "Ann Example", Role::Administrator, None),
        ("bob@westmarch.example", "Bob Example", Role::Owner, None),
        ("cat@westmarch.example", "Cat Example", Role::Officer, None),
    ];
    let of_bodies = people.iter().map(|(email, role, body)| (*email, *email, *role, Some(definitions::BodyId::new(body))));
    for (email, name, role, body) in of_place.into_iter().chain(of_bodies) {
        let invitation = Invitation { email: email.to_string(), name: name.to_string(), body, role };
        let invited = site.people.invite(&Person::at_the_terminal("the test"), &invitation, now()).expect("invited");
        let link = invited.link.expect("a link");
        site.people.set_password_by_link(link.rsplit('=').next().expect("a token"), PASSWORD, now()).expect("set");
    }
    let (stop, stopped) = channel();
    std::thread::spawn(move || serve_until(site, listener, stopped).expect("it runs"));
    Running { at, folder, _stop: stop }
}

/// A sign-in of an organisation at this address.
pub fn organisation(at: SocketAddr, back: &str, domains: &[&str]) -> SignOnSetting {
    SignOnSetting {
        name: "Westmarch sign-in".to_string(),
        issuer: format!("http://{at}"),
        client: "commonweal".to_string(),
        secret: "a secret: 100%".to_string(),
        domains: domains.iter().map(|domain| domain.to_string()).collect(),
        back: back.to_string(),
        is_plain_allowed: true,
    }
}

/// The time of the desks.
pub fn now() -> Moment {
    let since = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).expect("after 1970");
    Moment(since.as_secs() as i64 + AHEAD.load(Ordering::Relaxed))
}

impl Running {
    /// Sends these bytes and reads what comes until the other side ends.
    pub fn send(&self, bytes: &[u8]) -> Answer {
        let mut stream = TcpStream::connect(self.at).expect("it listens");
        stream.set_read_timeout(Some(Duration::from_secs(60))).expect("a time limit");
        // A site that has read enough may hang up while the rest is sent.
        let _ = stream.write_all(bytes);
        let mut all = Vec::new();
        let _ = stream.read_to_end(&mut all);
        Answer::read(&all)
    }

    /// Reads an address as a visitor with these cookies.
    pub fn get(&self, path: &str, cookies: &str) -> Answer {
        self.send(format!("GET {path} HTTP/1.1\r\nHost: {}\r\nCookie: {cookies}\r\nConnection: close\r\n\r\n", self.at).as_bytes())
    }

    /// Posts a form, written as it is.
    pub fn post(&self, path: &str, cookies: &str, form: &str) -> Answer {
        self.post_with(path, cookies, form, "")
    }

    /// Posts a form with more lines in the head, each with its line end.
    pub fn post_with(&self, path: &str, cookies: &str, form: &str, more: &str) -> Answer {
        self.send(
            format!(
                "POST {path} HTTP/1.1\r\nHost: {}\r\nCookie: {cookies}\r\nContent-Type: application/x-www-form-urlencoded\r\n\
                 Content-Length: {}\r\nConnection: close\r\n{more}\r\n{form}",
                self.at,
                form.len()
            )
            .as_bytes(),
        )
    }

    /// Opens a page with a form and sends the form, as a browser does; gives the cookies there are then, and the answer.
    pub fn fill(&self, page: &str, action: &str, cookies: &str, form: &str) -> (String, Answer) {
        let shown = self.get(page, cookies);
        let cookies = shown.cookies_after(cookies);
        let answer = self.post(action, &cookies, &format!("form-token={}&{form}", shown.token()));
        (answer.cookies_after(&cookies), answer)
    }

    /// The cookies of somebody who has signed in.
    pub fn signed_in(&self, email: &str) -> String {
        let (cookies, answer) = self.fill("/sign-in", "/sign-in", "", &format!("email={email}&password={}", PASSWORD.replace(' ', "+")));
        assert_eq!(answer.status, 303, "{}", answer.body);
        cookies
    }

    /// The newest link in a letter with these words, once there is one.
    pub fn link_in_letter(&self, words: &str) -> String {
        for _ in 0..500 {
            for file in std::fs::read_dir(self.folder.path().join("mail")).into_iter().flatten().flatten() {
                let text = std::fs::read_to_string(file.path()).unwrap_or_default();
                let link = text.lines().find(|line| line.starts_with("http")).map(str::trim);
                if let Some(link) = link.filter(|_| text.contains(words) && text.contains("-- ")) {
                    return link
                        .split_once("/set-password")
                        .map(|(_, rest)| format!("/set-password{rest}"))
                        .expect("a link to set a password");
                }
            }
            std::thread::sleep(Duration::from_millis(10));
        }
        panic!("no letter with {words:?} came");
    }
}

impl Answer {
    fn read(all: &[u8]) -> Answer {
        let end = all.windows(4).position(|window| window == b"\r\n\r\n").unwrap_or(all.len());
        let head = String::from_utf8_lossy(&all[..end]).to_string();
        let body = String::from_utf8_lossy(all.get(end + 4..).unwrap_or_default()).to_string();
        let status = head.split(' ').nth(1).and_then(|code| code.parse().ok()).unwrap_or(0);
        Answer { status, head, body }
    }

    /// The value of a header; empty where there is none.
    pub fn header(&self, name: &str) -> String {
        let lines = self.head.lines().filter_map(|line| line.split_once(": "));
        lines.filter(|(key, _)| key.eq_ignore_ascii_case(name)).map(|(_, value)| value.to_string()).next().unwrap_or_default()
    }

    /// What a browser with these cookies has after this answer.
    pub fn cookies_after(&self, before: &str) -> String {
        let mut kept: Vec<(String, String)> =
            before.split("; ").filter_map(|pair| pair.split_once('=')).map(|(name, value)| (name.into(), value.into())).collect();
        for line in self.head.lines().filter_map(|line| line.strip_prefix("set-cookie: ")) {
            let (name, value) = line.split(';').next().and_then(|pair| pair.split_once('=')).expect("a cookie");
            kept.retain(|(key, _)| key != name);
            if !value.is_empty() {
                kept.push((name.to_string(), value.to_string()));
            }
        }
        kept.iter().map(|(name, value)| format!("{name}={value}")).collect::<Vec<_>>().join("; ")
    }

    /// The token of the last form on the page; empty where there is none.
    pub fn token(&self) -> String {
        let after = self.body.rsplit_once("name=\"form-token\" value=\"").map(|(_, after)| after);
        after.and_then(|after| after.split('"').next()).unwrap_or_default().to_string()
    }
}
