//! What comes to the door that no browser would send, and what every answer says.
//!
//! The rule: nothing that is sent ends the site, changes anything unasked, or is answered with what happens inside.
#![allow(clippy::disallowed_methods, reason = "tests have a connection and look at letters")]

mod running;

use std::io::{Read, Write};
use std::net::TcpStream;
use std::time::Duration;

use running::{PASSWORD, Running, site, site_with};

/// Asks for the front page, to see that the site is still there.
fn assert_alive(site: &Running) {
    assert_eq!(site.get("/", "").status, 200);
}

#[test]
fn every_answer_of_every_status_says_that_nothing_foreign_may_run_in_it() {
    let site = site();
    for (path, status) in [("/", 200), ("/nope", 404), ("/account", 303), ("/%ff", 400), ("/sign-out", 405), ("/api/openapi.json", 200)] {
        let answer = site.get(path, "");
        assert_eq!(answer.status, status, "{path}");
        let policy = answer.header("content-security-policy");
        assert!(policy.starts_with("default-src 'none'; ") && !policy.contains("unsafe"), "{path}: {policy}");
        assert_eq!(answer.header("x-content-type-options"), "nosniff", "{path}");
        assert_eq!(answer.header("referrer-policy"), "same-origin", "{path}");
        assert!(answer.header("permissions-policy").contains("geolocation=()"), "{path}");
        assert_eq!(answer.header("cross-origin-opener-policy"), "same-origin", "{path}");
        assert_eq!(answer.header("server"), "", "{path}");
    }
}

#[test]
fn no_page_holds_anything_that_the_policy_would_have_to_allow() {
    let site = site();
    for path in ["/", "/sign-in", "/accessibility", "/privacy", "/api", "/nope"] {
        let body = site.get(path, "").body;
        for forbidden in [" style=", "<style", "onclick", "onload", "javascript:", "<script>"] {
            assert!(!body.contains(forbidden), "{path} holds {forbidden}");
        }
    }
}

#[test]
fn a_page_that_anyone_may_read_can_be_asked_again_cheaply_and_one_with_a_form_is_kept_by_nobody() {
    let site = site();
    let first = site.get("/privacy", "");
    assert_eq!((first.header("cache-control").as_str(), first.header("set-cookie").as_str()), ("public, no-cache", ""));
    let again =
        format!("GET /privacy HTTP/1.1\r\nHost: {}\r\nIf-None-Match: {}\r\nConnection: close\r\n\r\n", site.at, first.header("etag"));
    let again = site.send(again.as_bytes());
    assert_eq!((again.status, again.body.as_str()), (304, ""));
    let form = site.get("/sign-in", "");
    assert_eq!(form.header("cache-control"), "private, no-store");
    let visited = form.cookies_after("");
    let second = site.get("/sign-in", &visited);
    assert_eq!(second.header("cache-control"), "private, no-store");
    assert_eq!(site.get("/sign-in", &visited).token(), second.token());
    assert_ne!(site.get("/sign-in", "").token(), second.token());
    let signed_in = site.get("/privacy", &site.signed_in("ann@westmarch.example"));
    assert!(signed_in.body.contains("Ann Example"));
    assert_eq!(signed_in.header("cache-control"), "private, no-store");
    assert!(!site.get("/privacy", "").body.contains("Ann Example"));
}

#[test]
fn head_says_what_get_says_without_the_page() {
    let site = site();
    let get = site.get("/privacy", "");
    let head = site.send(format!("HEAD /privacy HTTP/1.1\r\nHost: {}\r\nConnection: close\r\n\r\n", site.at).as_bytes());
    assert_eq!((head.status, head.body.as_str()), (200, ""));
    assert_eq!((head.header("content-length"), head.header("etag")), (get.header("content-length"), get.header("etag")));
}

#[test]
fn a_form_without_the_token_of_its_session_changes_nothing() {
    let site = site();
    let (ann, bob) = (site.signed_in("ann@westmarch.example"), site.signed_in("bob@westmarch.example"));
    let bobs_token = site.get("/account", &bob).token();
    for token in ["", "form-token=", "form-token=abc", &format!("form-token={bobs_token}")] {
        let answer = site.post("/account/name", &ann, &format!("{token}&name=Eve"));
        assert_eq!(answer.status, 403, "{token}");
        assert!(answer.body.contains("Nothing was changed"), "{token}");
    }
    assert!(site.get("/account", &ann).body.contains("Ann Example"));
    let (_, answer) = site.fill("/account/name", "/account/name", &ann, "name=Ann+Otherwise");
    assert_eq!(answer.status, 303);
    assert!(site.get("/account", &ann).body.contains("Ann Otherwise"));
}

#[test]
fn a_form_that_another_site_sends_changes_nothing_even_with_the_right_token() {
    let site = site();
    let ann = site.signed_in("ann@westmarch.example");
    let token = site.get("/account/name", &ann).token();
    for more in [
        "Origin: https://evil.example\r\n",
        "Origin: null\r\n",
        "Sec-Fetch-Site: cross-site\r\n",
        "Sec-Fetch-Site: same-site\r\n",
        "Sec-Fetch-Site: none\r\n",
    ] {
        let answer = site.post_with("/account/name", &ann, &format!("form-token={token}&name=Eve"), more);
        assert_eq!(answer.status, 403, "{more}");
    }
    let here = format!("Origin: http://{}\r\nSec-Fetch-Site: same-origin\r\n", site.at);
    assert_eq!(site.post_with("/account/name", &ann, &format!("form-token={token}&name=Eve"), &here).status, 303);
}

#[test]
fn a_page_for_people_who_are_signed_in_sends_others_to_sign_in_and_back() {
    let site = site();
    for path in ["/account", "/account/password", "/people", "/people/invite", "/people/ann-example"] {
        let answer = site.get(path, "");
        assert_eq!((answer.status, answer.header("location")), (303, format!("/sign-in?next={}", path.replace('/', "%2F"))), "{path}");
    }
    let answer = site
        .send(format!("GET /account HTTP/1.1\r\nHost: {}\r\nAccept: application/json\r\nConnection: close\r\n\r\n", site.at).as_bytes());
    assert_eq!(answer.status, 303, "a page that answers in no other form is a page");
}

#[test]
fn a_session_that_was_deleted_or_never_was_is_no_session_and_its_cookie_is_taken_back() {
    let site = site();
    let ann = site.signed_in("ann@westmarch.example");
    let token = site.get("/account", &ann).token();
    let (_, out) = site.fill("/account", "/account/sign-out-everywhere", &ann, "");
    assert_eq!(out.header("location"), "/signed-out");
    let answer = site.get("/account", &ann);
    assert_eq!(answer.status, 303);
    assert!(answer.head.contains("set-cookie: commonweal=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0"));
    let refused = site.post("/account/name", &ann, &format!("form-token={token}&name=Eve"));
    assert_eq!(refused.status, 403);
    for made_up in
        ["commonweal=0", "commonweal=\"'; drop table sessions; --\"", &format!("commonweal={}", "a".repeat(64)), "commonweal=%00"]
    {
        assert_eq!(site.get("/account", made_up).status, 303, "{made_up}");
    }
    assert_alive(&site);
}

#[test]
fn a_path_that_plays_tricks_leads_nowhere() {
    let site = site();
    for path in [
        "//",
        "//evil.example",
        "/../etc/passwd",
        "/%2e%2e/%2e%2e/etc/passwd",
        "/a//b",
        "/assets/../x",
        "/assets/site-0.css",
        "/people%2finvite",
    ] {
        assert_eq!(site.get(path, "").status, 404, "{path}");
    }
    for path in ["/%00", "/a%0d%0aset-cookie:x=1", "/%ff%fe", "/%zz", "/a%5cb"] {
        let answer = site.get(path, "");
        assert_eq!((answer.status, answer.header("set-cookie").as_str()), (400, ""), "{path}");
    }
    assert_eq!(site.get("/privacy?q=%ff", "").status, 400);
    let slash = site.get("/privacy/?a=1", "");
    assert_eq!((slash.status, slash.header("location").as_str()), (308, "/privacy?a=1"));
    assert_eq!(site.get(&format!("/{}", "a".repeat(5_000)), "").status, 404);
    assert_alive(&site);
}

#[test]
fn nobody_is_led_to_another_site_by_signing_in() {
    let site = site();
    for next in
        ["//evil.example", "https://evil.example", "/\\evil.example", "/%0d%0aset-cookie:%20a=b", "javascript:alert(1)", "/sign-out"]
    {
        let form = format!("email=ann@westmarch.example&password=the+ferry+leaves+at+noon&next={next}");
        let (_, answer) = site.fill("/sign-in", "/sign-in", "", &form);
        assert_eq!((answer.status, answer.header("location").as_str()), (303, "/"), "{next}");
    }
    let (_, answer) = site.fill("/sign-in", "/sign-in", "", "email=ann@westmarch.example&password=the+ferry+leaves+at+noon&next=/account");
    assert_eq!(answer.header("location"), "/account");
}

#[test]
fn an_unknown_method_is_refused_with_those_that_are_known() {
    let site = site();
    for (method, path, allow) in [
        ("DELETE", "/privacy", "GET, HEAD"),
        ("PUT", "/sign-in", "GET, HEAD, POST"),
        ("BREW", "/sign-out", "POST"),
        ("OPTIONS", "/", "GET, HEAD"),
        ("POST", "/privacy", "GET, HEAD"),
    ] {
        let sent = format!("{method} {path} HTTP/1.1\r\nHost: {}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n", site.at);
        let answer = site.send(sent.as_bytes());
        assert_eq!((answer.status, answer.header("allow").as_str()), (405, allow), "{method} {path}");
    }
}

#[test]
fn more_than_a_form_can_hold_is_refused_and_nothing_is_kept() {
    let site = site();
    let ann = site.signed_in("ann@westmarch.example");
    let token = site.get("/account/name", &ann).token();
    let answer = site.post("/account/name", &ann, &format!("form-token={token}&name={}", "x".repeat(10 << 20)));
    // A site may hang up before everything was sent, so that its answer is lost on the way.
    assert!([413, 0].contains(&answer.status), "{}", answer.status);
    let long = site.post("/account/name", &ann, &format!("form-token={token}&name={}", "x".repeat(900_000)));
    assert_eq!(long.status, 422);
    assert!(long.body.contains("This must be 100 characters or fewer"));
    assert!(site.get("/account", &ann).body.contains("Ann Example"));
}

#[test]
fn a_form_that_is_no_text_or_no_form_is_refused() {
    let site = site();
    let ann = site.signed_in("ann@westmarch.example");
    let token = site.get("/account/name", &ann).token();
    assert_eq!(site.post("/account/name", &ann, &format!("form-token={token}&name=%ff%fe")).status, 400);
    assert_eq!(site.post("/account/name", &ann, &format!("form-token={token}&name=Eve%00")).status, 422);
    let json = format!(
        "POST /account/name HTTP/1.1\r\nHost: {}\r\nCookie: {ann}\r\nContent-Type: application/json\r\nContent-Length: 2\r\nConnection: close\r\n\r\n{{}}",
        site.at
    );
    assert_eq!(site.send(json.as_bytes()).status, 400);
    let torn = format!(
        "POST /account/name HTTP/1.1\r\nHost: {}\r\nCookie: {ann}\r\nContent-Type: multipart/form-data; boundary=x\r\nContent-Length: 9\r\n\
         Connection: close\r\n\r\n--x\r\nConte",
        site.at
    );
    assert_eq!(site.send(torn.as_bytes()).status, 400);
    assert!(site.get("/account", &ann).body.contains("Ann Example"));
}

#[test]
fn a_script_in_a_name_is_shown_as_the_letters_it_is_made_of() {
    let site = site();
    let ann = site.signed_in("ann@westmarch.example");
    site.fill("/account/name", "/account/name", &ann, "name=%3Cscript%3Ealert(1)%3C/script%3E");
    for path in ["/account", "/people", "/", "/account/name"] {
        let body = site.get(path, &ann).body;
        assert!(body.contains("&lt;script&gt;alert(1)&lt;/script&gt;") && !body.contains("<script>alert"), "{path}");
    }
}

#[test]
fn what_a_visitor_types_into_an_address_is_never_part_of_a_page_as_markup() {
    let site = site();
    for path in
        ["/%3Cscript%3Ealert(1)%3C/script%3E", "/sign-in?next=/%22%3E%3Cscript%3Ealert(1)%3C/script%3E", "/set-password?link=%3Cscript%3E"]
    {
        assert!(!site.get(path, "").body.contains("<script>"), "{path}");
    }
}

#[test]
fn a_request_under_another_name_is_refused_so_that_no_letter_leads_there() {
    let site = site();
    let visit = site.get("/forgotten-password", "");
    let (cookies, token) = (visit.cookies_after(""), visit.token());
    let form = format!("form-token={token}&email=ann@westmarch.example");
    let forged = format!(
        "POST /forgotten-password HTTP/1.1\r\nHost: evil.example\r\nX-Forwarded-Host: evil.example\r\nCookie: {cookies}\r\n\
         Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {}\r\nConnection: close\r\n\r\n{form}",
        form.len()
    );
    assert_eq!(site.send(forged.as_bytes()).status, 400);
    let honest = forged.replace("Host: evil.example\r\nX-Forwarded", &format!("Host: {}\r\nX-Forwarded", site.at));
    assert_eq!(site.send(honest.as_bytes()).status, 303);
    site.link_in_letter("Set a new password");
    for file in std::fs::read_dir(site.folder.path().join("mail")).expect("letters").flatten() {
        assert!(!std::fs::read_to_string(file.path()).expect("text").contains("evil.example"));
    }
}

#[test]
fn an_encrypted_site_sets_cookies_that_only_it_can_set_and_asks_to_stay_encrypted() {
    let site = site_with(|settings| settings.address = "https://share.example".to_string());
    let answer = site.send(b"GET /sign-in HTTP/1.1\r\nHost: share.example\r\nConnection: close\r\n\r\n");
    let cookie = answer.header("set-cookie");
    assert!(cookie.starts_with("__Host-commonweal-visit=") && cookie.ends_with("; Path=/; HttpOnly; SameSite=Lax; Secure"), "{cookie}");
    assert_eq!(answer.header("strict-transport-security"), "max-age=31536000");
}

#[test]
fn a_long_page_is_packed_for_who_reads_that() {
    let site = site();
    let plain = site.get("/privacy", "");
    let packed =
        site.send(format!("GET /privacy HTTP/1.1\r\nHost: {}\r\nAccept-Encoding: gzip\r\nConnection: close\r\n\r\n", site.at).as_bytes());
    assert_eq!((packed.header("content-encoding").as_str(), plain.header("content-encoding").as_str()), ("gzip", ""));
    let length = |answer: &running::Answer| answer.header("content-length").parse::<usize>().expect("a length");
    assert!(length(&packed) * 2 < length(&plain));
    assert!(plain.header("vary").contains("Accept-Encoding") && plain.header("vary").contains("Cookie"));
}

#[test]
fn fifty_people_at_once_all_get_their_page() {
    let site = site();
    let statuses: Vec<u16> = std::thread::scope(|scope| {
        let asked: Vec<_> = (0..50)
            .map(|number| {
                scope.spawn({
                    let site = &site;
                    move || site.get(if number % 2 == 0 { "/privacy" } else { "/sign-in" }, "").status
                })
            })
            .collect();
        asked.into_iter().map(|one| one.join().expect("an answer")).collect()
    });
    assert_eq!(statuses, vec![200; 50]);
}

#[test]
fn whoever_hangs_up_in_the_middle_disturbs_nobody() {
    let site = site();
    for part in [
        "",
        "GET",
        "GET / HTTP/1.1\r\nHost",
        "POST /sign-in HTTP/1.1\r\nHost: a\r\nContent-Length: 100\r\n\r\nform",
        "\u{0}\u{0}\u{0}",
        "GET / HTTP/9.9\r\n\r\n",
    ] {
        let mut stream = TcpStream::connect(site.at).expect("it listens");
        stream.write_all(part.as_bytes()).expect("sent");
    }
    assert_alive(&site);
}

#[test]
fn a_form_that_comes_too_slowly_is_given_up_and_says_so() {
    let site = site_with(|settings| settings.patience.form = Duration::from_millis(300));
    let mut slow = TcpStream::connect(site.at).expect("it listens");
    let head = format!(
        "POST /sign-in HTTP/1.1\r\nHost: {}\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 100\r\n\r\nform",
        site.at,
    );
    slow.write_all(head.as_bytes()).expect("sent");
    let mut answer = String::new();
    slow.read_to_string(&mut answer).expect("an answer before the connection ends");
    assert!(answer.starts_with("HTTP/1.1 408") && answer.contains("too slow"), "{answer}");
    assert_alive(&site);
}

#[test]
fn whoever_says_nothing_or_one_letter_at_a_time_is_not_waited_for() {
    let site = site_with(|settings| settings.patience.head = Duration::from_millis(300));
    let mut silent = TcpStream::connect(site.at).expect("it listens");
    assert_eq!(silent.read(&mut [0; 10]).unwrap_or(0), 0, "the site hangs up");
    let mut dripping = TcpStream::connect(site.at).expect("it listens");
    let letters = std::iter::repeat_n(b'G', 400).take_while(|letter| {
        std::thread::sleep(Duration::from_millis(20));
        dripping.write_all(&[*letter]).is_ok()
    });
    assert!(letters.count() < 400, "the connection was waited for all the time");
    assert_alive(&site);
}

#[test]
fn an_answer_that_takes_longer_than_a_head_may_is_still_given() {
    let site = site_with(|settings| settings.patience.head = Duration::from_millis(4));
    // Making what is kept of a password takes longer than that on any machine, so each answer would be cut off if the patience for a
    // head held for it. On a busy machine a head may be late by itself; then it is sent again.
    let is_answered = || {
        let shown = site.get("/sign-in", "");
        shown.status == 200 && {
            let form = format!("form-token={}&email=ann@westmarch.example&password={}", shown.token(), PASSWORD.replace(' ', "+"));
            site.post("/sign-in", &shown.cookies_after(""), &form).status == 303
        }
    };
    assert!((0..200).any(|_| is_answered()));
}
