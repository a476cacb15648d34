//! People on the site: signing in, guessing, forgetting, being invited, roles.
//!
//! The rule: a journey goes as a browser goes, page by page, with the cookies and tokens that the pages give.

mod running;

use running::{PASSWORD, site};

fn with_password(email: &str, password: &str) -> String {
    format!("email={email}&password={}", password.replace(' ', "+"))
}

#[test]
fn a_person_signs_in_sees_her_account_and_signs_out() {
    let site = site();
    let before = site.get("/sign-in", "").cookies_after("");
    let (cookies, answer) = site.fill("/sign-in", "/sign-in", &before, &with_password("Ann@Westmarch.example", PASSWORD));
    assert_eq!(answer.status, 303);
    assert!(cookies.contains("commonweal=") && !cookies.contains("commonweal-visit="), "the cookie of the visit is gone: {cookies}");
    let account = site.get("/account", &cookies);
    for words in ["Ann Example", "ann@westmarch.example", "Administrator for the whole place", "People and their roles"] {
        assert!(account.body.contains(words), "{words}");
    }
    let (after, answer) = site.fill("/account", "/sign-out", &cookies, "");
    assert_eq!((answer.header("location").as_str(), after.as_str()), ("/signed-out", ""));
    assert_eq!(site.get("/account", &cookies).status, 303, "the session is over, whoever kept its cookie");
}

#[test]
fn each_sign_in_has_a_secret_of_its_own() {
    let site = site();
    assert_ne!(site.signed_in("ann@westmarch.example"), site.signed_in("ann@westmarch.example"));
}

#[test]
fn a_wrong_password_and_an_unknown_address_are_answered_with_the_same_page() {
    let site = site();
    let answered = |email: &str| {
        let (_, answer) = site.fill("/sign-in", "/sign-in", "", &with_password(email, "a wrong password"));
        assert_eq!(answer.status, 422);
        let token = answer.token();
        answer.body.replace(email, "EMAIL").replace(&token, "TOKEN")
    };
    assert_eq!(answered("ann@westmarch.example"), answered("nobody@westmarch.example"));
    assert!(answered("ann@westmarch.example").contains("do not fit each other"));
}

#[test]
fn after_ten_guesses_even_the_right_password_is_not_looked_at() {
    let site = site();
    let visit = site.get("/sign-in", "");
    let (cookies, token) = (visit.cookies_after(""), visit.token());
    let guess = |password: &str| {
        site.post("/sign-in", &cookies, &format!("form-token={token}&{}", with_password("bob@westmarch.example", password)))
    };
    for _ in 0..10 {
        assert_eq!(guess("a wrong password").status, 422);
    }
    let refused = guess(PASSWORD);
    assert_eq!((refused.status, refused.header("retry-after").as_str()), (429, "900"));
    assert!(refused.body.contains("Wait 15 minutes"));
    site.signed_in("ann@westmarch.example");
}

#[test]
fn a_forgotten_password_is_set_anew_by_the_link_in_a_letter_and_the_old_sessions_end() {
    let site = site();
    let old = site.signed_in("ann@westmarch.example");
    let (_, asked) = site.fill("/forgotten-password", "/forgotten-password", "", "email=ann@westmarch.example");
    let (_, unknown) = site.fill("/forgotten-password", "/forgotten-password", "", "email=nobody@westmarch.example");
    assert_eq!((asked.status, asked.header("location")), (unknown.status, unknown.header("location")));
    let link = site.link_in_letter("Set a new password");
    let shown = site.get(&link, "");
    assert!(shown.body.contains("Set a new password") && shown.header("cache-control") == "private, no-store");
    let token = link.rsplit('=').next().expect("a token");
    let (_, weak) = site.fill(&link, "/set-password", "", &format!("link={token}&password=password1234"));
    assert_eq!(weak.status, 422);
    let (cookies, set) = site.fill(&link, "/set-password", "", &format!("link={token}&password=correct+horse+battery+staple"));
    assert_eq!(set.header("location"), "/account?done=password");
    assert!(site.get("/account?done=password", &cookies).body.contains("Your password is set"));
    assert_eq!(site.get("/account", &old).status, 303);
    assert_eq!(site.get(&link, "").status, 410);
    let (_, wrong) = site.fill("/sign-in", "/sign-in", "", &with_password("ann@westmarch.example", PASSWORD));
    assert_eq!(wrong.status, 422);
}

#[test]
fn an_administrator_invites_somebody_who_chooses_a_password_and_gets_a_role() {
    let site = site();
    let ann = site.signed_in("ann@westmarch.example");
    let (_, wrong) = site.fill("/people/invite", "/people/invite", &ann, "name=&email=nothing&role=king&body=atlantis");
    for sentence in ["Enter the person’s name", "Enter an e-mail address", "Choose a role", "Choose a body from the list"] {
        assert!(wrong.body.contains(sentence), "{sentence}");
    }
    let (_, sent) = site.fill("/people/invite", "/people/invite", &ann, "name=Dan+Example&email=dan@westmarch.example&role=owner&body=");
    assert_eq!(sent.header("location"), "/people?done=invited");
    let link = site.link_in_letter("dan@westmarch.example");
    let token = link.rsplit('=').next().expect("a token");
    let (dan, set) = site.fill(&link, "/set-password", "", &format!("link={token}&password=correct+horse+battery+staple"));
    assert_eq!(set.status, 303);
    assert!(site.get("/account", &dan).body.contains("Owner for the whole place"));
    assert_eq!(site.get("/people", &dan).status, 403);
}

#[test]
fn an_officer_reads_who_may_where_she_may_not() {
    let site = site();
    let cat = site.signed_in("cat@westmarch.example");
    let refused = site.get("/people", &cat);
    assert_eq!(refused.status, 403);
    assert!(refused.body.contains("An administrator of the place, or of a body, may see its people and their roles."));
    let token = site.get("/account", &cat).token();
    for (path, form) in [
        ("/people/invite", "name=E&email=e@westmarch.example&role=administrator&body="),
        ("/people/cat-example", "role=administrator&body=&do=give"),
        ("/people/ann-example/close", ""),
    ] {
        let answer = site.post(path, &cat, &format!("form-token={token}&{form}"));
        assert_eq!(answer.status, 403, "{path}");
    }
    assert!(site.get("/account", &cat).body.contains("Officer for the whole place"));
}

#[test]
fn an_administrator_gives_and_takes_roles_and_closes_an_account_but_never_the_last() {
    let site = site();
    let ann = site.signed_in("ann@westmarch.example");
    let cat = site.signed_in("cat@westmarch.example");
    let address = "/people/cat-example";
    let (_, given) = site.fill(address, address, &ann, "role=administrator&body=&do=give");
    assert_eq!(given.status, 303);
    assert_eq!(site.get("/people", &cat).status, 200, "the role holds at once");
    let (_, taken) = site.fill(address, address, &ann, "body=&do=take");
    assert_eq!(taken.status, 303);
    assert_eq!(site.get("/people", &cat).status, 403, "and is gone at once");
    let (_, last) = site.fill("/people/ann-example", "/people/ann-example", &ann, "body=&do=take");
    assert_eq!(last.status, 403);
    assert!(last.body.contains("last administrator"));
    let (_, closed) = site.fill("/people/cat-example/close", "/people/cat-example/close", &ann, "");
    assert_eq!(closed.header("location"), "/people?done=closed");
    assert_eq!(site.get("/account", &cat).status, 303);
    assert_eq!(site.get("/people/nobody-at-all", &ann).status, 404);
}

#[test]
fn a_person_closes_her_account_unless_she_is_the_last_administrator() {
    let site = site();
    let (ann, cat) = (site.signed_in("ann@westmarch.example"), site.signed_in("cat@westmarch.example"));
    let (after, closed) = site.fill("/account/close", "/account/close", &cat, "");
    assert_eq!((closed.header("location").as_str(), after.as_str()), ("/signed-out", ""));
    let (_, again) = site.fill("/sign-in", "/sign-in", "", &with_password("cat@westmarch.example", PASSWORD));
    assert_eq!(again.status, 422);
    let (_, last) = site.fill("/account/close", "/account/close", &ann, "");
    assert!(last.status == 403 && last.body.contains("last administrator"));
}

#[test]
fn whoever_changes_a_password_must_know_the_old_one_and_stays_signed_in_here_alone() {
    let site = site();
    let (here, elsewhere) = (site.signed_in("ann@westmarch.example"), site.signed_in("ann@westmarch.example"));
    let (_, wrong) = site.fill("/account/password", "/account/password", &here, "current=x&password=correct+horse+battery+staple");
    assert!(wrong.status == 422 && wrong.body.contains("This is not your password"));
    let form = format!("current={}&password=correct+horse+battery+staple", PASSWORD.replace(' ', "+"));
    let (now, changed) = site.fill("/account/password", "/account/password", &here, &form);
    assert_eq!(changed.status, 303);
    assert_eq!(
        (site.get("/account", &now).status, site.get("/account", &here).status, site.get("/account", &elsewhere).status),
        (200, 303, 303)
    );
}

#[test]
fn no_password_and_no_link_is_ever_sent_back_to_a_page_or_an_address() {
    let site = site();
    let (_, answer) = site.fill("/sign-in", "/sign-in", "", &with_password("ann@westmarch.example", "hunter2 hunter2"));
    assert!(!answer.body.contains("hunter2"));
    assert_eq!(site.get("/sign-in/organisation", "").status, 404, "where no organisation is set there is no such page");
}
