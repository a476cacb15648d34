//! Signing in with an organisation, against a made-up one that runs in the test.
//!
//! The rule: the made-up organisation checks what it is sent as a real one does (code, verifier, secret, address), and each test changes one thing.

mod running;

use std::collections::BTreeMap;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::sync::{Arc, Mutex};

use running::{Answer, Running, now, organisation, site_with};

/// A made-up organisation's sign-in.
struct Organisation {
    at: SocketAddr,
    /// What it will say about the person, as JSON without the brackets.
    says: Arc<Mutex<String>>,
    /// The head and body of what it was asked at its token endpoint.
    asked: Arc<Mutex<Vec<String>>>,
}

const CLAIMS: &str = r#""sub":"s-1","email":"dan@westmarch.example","email_verified":true,"name":"Dan Example""#;

impl Organisation {
    fn new() -> Organisation {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
        let at = listener.local_addr().expect("an address");
        let (says, asked) = (Arc::new(Mutex::new(String::new())), Arc::new(Mutex::new(Vec::new())));
        let made = Organisation { at, says: Arc::clone(&says), asked: Arc::clone(&asked) };
        std::thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                answer(stream, at, &says.lock().expect("no test panicked"), &asked);
            }
        });
        made
    }

    /// What it says of the person who signs in with this nonce; `claims` may change anything.
    fn says(&self, nonce: &str, claims: &str) {
        let now = now().0;
        let common = format!(r#""iss":"http://{}","aud":"commonweal","exp":{},"iat":{now},"nonce":"{nonce}""#, self.at, now + 300);
        *self.says.lock().expect("no test panicked") = format!("{{{common},{claims}}}");
    }
}

fn answer(stream: TcpStream, at: SocketAddr, says: &str, asked: &Mutex<Vec<String>>) {
    let mut reader = BufReader::new(stream);
    let mut head = String::new();
    while reader.read_line(&mut head).is_ok_and(|bytes| bytes > 2) {}
    let length = head.lines().find_map(|line| line.to_ascii_lowercase().strip_prefix("content-length: ")?.parse().ok()).unwrap_or(0);
    let mut body = vec![0; length];
    reader.read_exact(&mut body).expect("the whole body");
    let reply = if head.starts_with("GET /.well-known/openid-configuration ") {
        format!(r#"{{"issuer":"http://{at}","authorization_endpoint":"http://{at}/authorize","token_endpoint":"http://{at}/token"}}"#)
    } else {
        asked.lock().expect("no test panicked").push(format!("{head}\n{}", String::from_utf8_lossy(&body)));
        format!(
            r#"{{"access_token":"a","token_type":"Bearer","id_token":"{}.{}.c2ln"}}"#,
            encoded(br#"{"alg":"RS256"}"#),
            encoded(says.as_bytes())
        )
    };
    let answer =
        format!("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: {}\r\nConnection: close\r\n\r\n{reply}", reply.len());
    reader.get_mut().write_all(answer.as_bytes()).expect("sent");
}

/// Base 64 for addresses, a bit at a time: slow and plain.
fn encoded(bytes: &[u8]) -> String {
    const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    let mut bits: Vec<u8> = bytes.iter().flat_map(|byte| (0..8).rev().map(move |place| byte >> place & 1)).collect();
    bits.resize(bits.len().div_ceil(6) * 6, 0);
    bits.chunks(6).map(|six| char::from(ALPHABET[six.iter().fold(0, |value, bit| value * 2 + usize::from(*bit))])).collect()
}

fn site_of(organisation_at: SocketAddr, domains: &[&str]) -> Running {
    site_with(|settings| {
        let back = format!("{}/sign-in/organisation/back", settings.address);
        settings.sign_on = Some(organisation(organisation_at, &back, domains));
    })
}

/// Sets out; gives the cookies and what stands in the address that the browser is sent to.
fn set_out(site: &Running) -> (String, BTreeMap<String, String>) {
    let answer = site.get("/sign-in/organisation?next=/account", "");
    assert_eq!(answer.status, 303, "{}", answer.body);
    let address = answer.header("location");
    let (_, query) = address.split_once('?').expect("parameters");
    let pairs = query.split('&').filter_map(|pair| pair.split_once('=')).map(|(name, value)| (name.to_string(), value.to_string()));
    (answer.cookies_after(""), pairs.collect())
}

fn come_back(site: &Running, cookies: &str, state: &str) -> Answer {
    site.get(&format!("/sign-in/organisation/back?code=c-1&state={state}"), cookies)
}

/// The whole way, where the organisation says these claims.
fn sign_in(site: &Running, organisation: &Organisation, claims: &str) -> (String, Answer) {
    let (cookies, sent) = set_out(site);
    organisation.says(&sent["nonce"], claims);
    let answer = come_back(site, &cookies, &sent["state"]);
    (answer.cookies_after(&cookies), answer)
}

#[test]
fn whoever_was_invited_signs_in_with_the_organisation_and_comes_back_to_where_she_was() {
    let organisation = Organisation::new();
    let site = site_of(organisation.at, &[]);
    let claims = CLAIMS.replace("dan@", "ann@").replace("Dan", "Ann");
    let (cookies, answer) = sign_in(&site, &organisation, &claims);
    assert_eq!((answer.status, answer.header("location").as_str()), (303, "/account"));
    assert!(!cookies.contains("commonweal-sign-on="), "{cookies}");
    assert!(site.get("/account", &cookies).body.contains("With a password, or with your organisation"));
    assert!(site.get("/sign-in", "").body.contains("Sign in with Westmarch sign-in"));
}

#[test]
fn the_organisation_is_asked_with_the_code_the_verifier_and_the_secret_as_the_standards_say() {
    use sha2::{Digest, Sha256};
    let organisation = Organisation::new();
    let site = site_of(organisation.at, &["westmarch.example"]);
    let (cookies, sent) = set_out(&site);
    assert_eq!((sent["response_type"].as_str(), sent["code_challenge_method"].as_str()), ("code", "S256"));
    assert_eq!(sent["scope"], "openid%20email%20profile");
    organisation.says(&sent["nonce"], CLAIMS);
    assert_eq!(come_back(&site, &cookies, &sent["state"]).status, 303);
    let asked = organisation.asked.lock().expect("no test panicked")[0].clone();
    let verifier = asked.split("code_verifier=").nth(1).expect("a verifier").split('&').next().expect("a verifier");
    assert_eq!(sent["code_challenge"], encoded(&Sha256::digest(verifier.as_bytes())));
    assert!(asked.contains("grant_type=authorization_code") && asked.contains("&code=c-1&"), "{asked}");
    // RFC 6749, 2.3.1: encoded as in a form, then joined.
    let basic = "authorization: Basic Y29tbW9ud2VhbDphJTIwc2VjcmV0JTNBJTIwMTAwJTI1";
    assert!(asked.to_ascii_lowercase().contains(&basic.to_ascii_lowercase()), "{asked}");
}

#[test]
fn whoever_has_an_allowed_address_gets_an_account_and_whoever_has_not_is_told_what_to_do() {
    let organisation = Organisation::new();
    let closed = site_of(organisation.at, &[]);
    let (_, refused) = sign_in(&closed, &organisation, CLAIMS);
    assert_eq!(refused.status, 403);
    assert!(refused.body.contains("dan@westmarch.example") && refused.body.contains("Ask an administrator"));
    let open = site_of(organisation.at, &["westmarch.example"]);
    let (cookies, answer) = sign_in(&open, &organisation, CLAIMS);
    assert_eq!(answer.status, 303);
    let account = open.get("/account", &cookies).body;
    assert!(account.contains("Dan Example") && account.contains("None: you can read what anyone can read."));
    let like = CLAIMS.replace("dan@westmarch.example", "eve@westmarch.example.evil.example").replace("s-1", "s-2");
    assert_eq!(sign_in(&open, &organisation, &like).1.status, 403);
}

#[test]
fn an_account_belongs_to_the_person_it_was_linked_to_and_not_to_who_gets_her_address_later() {
    let organisation = Organisation::new();
    let site = site_of(organisation.at, &["westmarch.example"]);
    assert_eq!(sign_in(&site, &organisation, CLAIMS).1.status, 303);
    let renamed = CLAIMS.replace("dan@", "daniel@");
    assert_eq!(sign_in(&site, &organisation, &renamed).1.status, 303, "the same person under a new address");
    let other = CLAIMS.replace("s-1", "s-2");
    assert_eq!(sign_in(&site, &organisation, &other).1.status, 403, "another person under the old address");
}

#[test]
fn a_way_back_that_does_not_fit_the_way_out_signs_nobody_in() {
    let organisation = Organisation::new();
    let site = site_of(organisation.at, &["westmarch.example"]);
    let (cookies, sent) = set_out(&site);
    let (others, _) = set_out(&site);
    organisation.says(&sent["nonce"], CLAIMS);
    for (cookies, state) in [(cookies.as_str(), "wrong"), (others.as_str(), &sent["state"]), ("", &sent["state"]), (&cookies, "")] {
        let answer = come_back(&site, cookies, state);
        assert_eq!(answer.status, 400);
        assert!(answer.body.contains("begun in another browser"));
    }
    assert_eq!(organisation.asked.lock().expect("no test panicked").len(), 0, "the organisation was not even asked");
    let declined = site.get(&format!("/sign-in/organisation/back?error=access_denied&state={}", sent["state"]), &cookies);
    assert!(declined.status == 403 && declined.body.contains("access_denied"));
    let mixed = site.get(&format!("/sign-in/organisation/back?code=c-1&iss=https://evil.example&state={}", sent["state"]), &cookies);
    assert_eq!(mixed.status, 400);
}

#[test]
fn a_token_that_cannot_be_relied_on_signs_nobody_in_and_what_was_wrong_is_not_shown() {
    let organisation = Organisation::new();
    let site = site_of(organisation.at, &["westmarch.example"]);
    for claims in [
        CLAIMS.replace("true", "false"),
        format!(r#"{CLAIMS},"iss":"https://evil.example""#),
        format!(r#"{CLAIMS},"aud":"another""#),
        format!(r#"{CLAIMS},"nonce":"another""#),
        format!(r#"{CLAIMS},"exp":1"#),
    ] {
        let (_, answer) = sign_in(&site, &organisation, &claims);
        assert_eq!(answer.status, 502, "{claims}");
        assert!(answer.body.contains("could not be asked, or did not answer as it should") && !answer.body.contains("nonce"));
    }
}

#[test]
fn an_organisation_that_cannot_be_reached_is_said_so_and_passwords_go_on_working() {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
    let nobody = listener.local_addr().expect("an address");
    drop(listener);
    let site = site_of(nobody, &[]);
    let answer = site.get("/sign-in/organisation", "");
    assert!(answer.status == 502 && answer.body.contains("sign in with a password"));
    site.signed_in("ann@westmarch.example");
}
