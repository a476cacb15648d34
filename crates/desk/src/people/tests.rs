//! People sign in, forget passwords, are invited, get roles and lose them, over a real store.
//!
//! The rule: each test has a place of its own; time is handed in.

use std::net::IpAddr;
use std::path::Path;
use std::sync::Arc;

use definitions::BodyId;
use permissions::Role;
use register::Moment;
use store::{Store, StoreAddress};

use super::invitation::Invitation;
use super::*;
use crate::{NotDone, Person, Place};

const NOON: Moment = Moment(1_795_262_400);
const PASSWORD: &str = "correct horse battery staple";

struct Made {
    folder: tempfile::TempDir,
    people: People,
}

fn place() -> Made {
    let folder = tempfile::tempdir().expect("a folder");
    let store = Store::open(&StoreAddress::Sqlite(folder.path().join("register.db"))).expect("a store");
    let place = Place::open(folder.path()).expect("a place");
    let desk = Desk::open(place, store, None, || NOON).expect("a desk");
    let settings = PeopleSettings {
        address: "https://share.example".to_string(),
        mailing: Mailing::Folder(folder.path().join("mail")),
        sign_on: None,
    };
    Made { people: People::new(Arc::new(desk), settings).expect("people"), folder }
}

fn later(seconds: i64) -> Moment {
    Moment(NOON.0 + seconds)
}

fn here() -> IpAddr {
    "192.0.2.7".parse().expect("an address")
}

fn terminal() -> Person {
    Person::at_the_terminal("commonweal people")
}

fn invited(made: &Made, email: &str, role: Role) -> String {
    let invitation = Invitation { email: email.to_string(), name: "Ann Example".to_string(), body: None, role };
    made.people.invite(&terminal(), &invitation, NOON).expect("invited").link.expect("a link")
}

fn token_of(link: &str) -> &str {
    link.rsplit('=').next().expect("a link has a token")
}

fn with_password(made: &Made, email: &str, role: Role) -> SignedIn {
    let link = invited(made, email, role);
    let opened = made.people.set_password_by_link(token_of(&link), PASSWORD, NOON).expect("set");
    made.people.signed_in(&opened.token, NOON).expect("asked").expect("signed in")
}

/// The letters written so far, once there are `count` of them: they are written beside what is done.
fn letters(folder: &Path, count: usize) -> Vec<String> {
    for _ in 0..500 {
        let files: Vec<_> = std::fs::read_dir(folder.join("mail")).into_iter().flatten().flatten().collect();
        let texts: Vec<String> = files.iter().filter_map(|file| std::fs::read_to_string(file.path()).ok()).collect();
        if texts.len() >= count && texts.iter().all(|text| text.contains("-- ")) {
            return texts;
        }
        std::thread::sleep(std::time::Duration::from_millis(10));
    }
    panic!("{count} letters were not written");
}

#[test]
fn somebody_who_is_invited_chooses_a_password_and_signs_in_with_it() {
    let made = place();
    let link = invited(&made, "Ann@Westmarch.gov.uk", Role::Administrator);
    assert!(link.starts_with("https://share.example/set-password?link="));
    assert!(letters(made.folder.path(), 1)[0].contains(&link));
    assert_eq!(made.people.sign_in("ann@westmarch.gov.uk", "", here(), NOON), Err(NotSignedIn::Wrong));
    made.people.set_password_by_link(token_of(&link), PASSWORD, NOON).expect("set");
    let opened = made.people.sign_in(" ANN@westmarch.gov.uk ", PASSWORD, here(), NOON).expect("signed in");
    let person = made.people.signed_in(&opened.token, NOON).expect("asked").expect("signed in");
    assert_eq!((person.name.as_str(), person.account.as_str()), ("Ann Example", "ann-example"));
    assert!(person.person.asker.has_role_for_the_place(Role::Administrator));
}

#[test]
fn a_link_works_once_and_a_bad_password_does_not_use_it_up() {
    let made = place();
    let link = invited(&made, "ann@westmarch.gov.uk", Role::Officer);
    let weak = made.people.set_password_by_link(token_of(&link), "password", NOON);
    assert!(matches!(weak, Err(NotSignedIn::WeakPassword(_))));
    made.people.set_password_by_link(token_of(&link), PASSWORD, NOON).expect("set");
    assert_eq!(made.people.set_password_by_link(token_of(&link), "another good password", NOON), Err(NotSignedIn::Wrong));
}

#[test]
fn an_invitation_works_for_a_week_and_a_forgotten_password_for_an_hour() {
    let made = place();
    let link = invited(&made, "ann@westmarch.gov.uk", Role::Officer);
    assert!(made.people.account_of_link(token_of(&link), later(7 * 86_400)).expect("asked").is_some());
    assert!(made.people.account_of_link(token_of(&link), later(7 * 86_400 + 1)).expect("asked").is_none());
    made.people.forgot_password("ann@westmarch.gov.uk", here(), NOON).expect("asked");
    let all = letters(made.folder.path(), 2);
    let letter = all.iter().find(|letter| letter.contains("Set a new password")).expect("a letter");
    let link = letter.lines().find(|line| line.contains("link=")).expect("a link").trim();
    assert!(made.people.account_of_link(token_of(link), later(3_600)).expect("asked").is_some());
    assert!(made.people.account_of_link(token_of(link), later(3_601)).expect("asked").is_none());
}

#[test]
fn a_password_set_anew_ends_every_session_and_every_other_link() {
    let made = place();
    let opened = {
        with_password(&made, "ann@westmarch.gov.uk", Role::Officer);
        made.people.sign_in("ann@westmarch.gov.uk", PASSWORD, here(), NOON).expect("signed in")
    };
    made.people.forgot_password("ann@westmarch.gov.uk", here(), NOON).expect("asked");
    let all = letters(made.folder.path(), 2);
    let letter = all.iter().find(|letter| letter.contains("Set a new password")).expect("a letter");
    let link = letter.lines().find(|line| line.contains("link=")).expect("a link").trim().to_string();
    made.people.set_password_by_link(token_of(&link), "the ferry leaves at noon", NOON).expect("set");
    assert_eq!(made.people.signed_in(&opened.token, NOON), Ok(None));
    assert_eq!(made.people.sign_in("ann@westmarch.gov.uk", PASSWORD, here(), NOON), Err(NotSignedIn::Wrong));
    made.people.sign_in("ann@westmarch.gov.uk", "the ferry leaves at noon", here(), NOON).expect("signed in");
}

#[test]
fn whoever_asks_about_an_unknown_address_is_told_the_same_and_no_letter_is_written() {
    let made = place();
    assert_eq!(made.people.forgot_password("nobody@westmarch.gov.uk", here(), NOON), Ok(None));
    assert_eq!(made.people.sign_in("nobody@westmarch.gov.uk", PASSWORD, here(), NOON), Err(NotSignedIn::Wrong));
    assert!(!made.folder.path().join("mail").exists());
}

#[test]
fn the_eleventh_guess_in_a_quarter_of_an_hour_is_not_looked_at_even_if_it_is_right() {
    let made = place();
    with_password(&made, "ann@westmarch.gov.uk", Role::Officer);
    for _ in 0..10 {
        assert_eq!(made.people.sign_in("ann@westmarch.gov.uk", "a wrong password", here(), later(60)), Err(NotSignedIn::Wrong));
    }
    let refused = made.people.sign_in("ann@westmarch.gov.uk", PASSWORD, here(), later(61));
    assert_eq!(refused, Err(NotSignedIn::TooMany(TooMany { minutes: 15 })));
    made.people.sign_in("ann@westmarch.gov.uk", PASSWORD, here(), later(61 + 15 * 60 + 1)).expect("signed in");
}

#[test]
fn guesses_at_an_address_that_nobody_has_are_counted_like_any_other() {
    let made = place();
    for _ in 0..10 {
        assert_eq!(made.people.sign_in("nobody@westmarch.gov.uk", "x", here(), NOON), Err(NotSignedIn::Wrong));
    }
    assert!(matches!(made.people.sign_in("nobody@westmarch.gov.uk", "x", here(), NOON), Err(NotSignedIn::TooMany(_))));
}

#[test]
fn a_fourth_letter_within_an_hour_is_not_written_and_nobody_can_tell() {
    let made = place();
    with_password(&made, "ann@westmarch.gov.uk", Role::Officer);
    for _ in 0..5 {
        assert_eq!(made.people.forgot_password("ann@westmarch.gov.uk", here(), later(60)), Ok(None));
    }
    let all = letters(made.folder.path(), 4);
    assert_eq!(all.iter().filter(|letter| letter.contains("Set a new password")).count(), 3);
}

#[test]
fn a_session_ends_after_twelve_hours_without_use_and_after_a_week_with_it() {
    let made = place();
    with_password(&made, "ann@westmarch.gov.uk", Role::Officer);
    let hour = 3_600;
    let idle = made.people.sign_in("ann@westmarch.gov.uk", PASSWORD, here(), NOON).expect("signed in").token;
    assert!(made.people.signed_in(&idle, later(12 * hour + 1)).expect("asked").is_none());
    let used = made.people.sign_in("ann@westmarch.gov.uk", PASSWORD, here(), NOON).expect("signed in").token;
    for hours in (6..=168).step_by(6) {
        assert!(made.people.signed_in(&used, later(hours * hour)).expect("asked").is_some(), "after {hours} hours");
    }
    assert!(made.people.signed_in(&used, later(168 * hour + 1)).expect("asked").is_none());
}

#[test]
fn signing_out_everywhere_ends_the_sessions_of_that_person_alone() {
    let made = place();
    let ann = with_password(&made, "ann@westmarch.gov.uk", Role::Officer);
    with_password(&made, "bob@westmarch.gov.uk", Role::Officer);
    let token = |email| made.people.sign_in(email, PASSWORD, here(), NOON).expect("signed in").token;
    let (one, two, bobs) = (token("ann@westmarch.gov.uk"), token("ann@westmarch.gov.uk"), token("bob@westmarch.gov.uk"));
    let seen: Vec<Moment> = made.people.sessions(&ann, NOON).expect("asked").iter().map(|session| session.opened).collect();
    assert_eq!(seen, [NOON, NOON, NOON], "one from choosing the password, and two more");
    made.people.sign_out_everywhere(&ann).expect("done");
    assert_eq!(made.people.sessions(&ann, NOON), Ok(Vec::new()));
    assert_eq!((made.people.signed_in(&one, NOON), made.people.signed_in(&two, NOON)), (Ok(None), Ok(None)));
    assert!(made.people.signed_in(&bobs, NOON).expect("asked").is_some());
}

#[test]
fn whoever_changes_a_password_must_know_the_one_there_is() {
    let made = place();
    let ann = with_password(&made, "ann@westmarch.gov.uk", Role::Officer);
    let other = made.people.sign_in("ann@westmarch.gov.uk", PASSWORD, here(), NOON).expect("signed in").token;
    assert_eq!(made.people.change_password(&ann, "a wrong password", "the ferry leaves at noon", NOON), Err(NotSignedIn::Wrong));
    let opened = made.people.change_password(&ann, PASSWORD, "the ferry leaves at noon", NOON).expect("changed");
    assert!(made.people.signed_in(&opened.token, NOON).expect("asked").is_some());
    assert_eq!(made.people.signed_in(&other, NOON), Ok(None));
}

#[test]
fn a_role_that_is_taken_away_is_gone_at_once() {
    let made = place();
    let ann = with_password(&made, "ann@westmarch.gov.uk", Role::Administrator);
    let bob = with_password(&made, "bob@westmarch.gov.uk", Role::Officer);
    let body = BodyId::new("lewes");
    made.people.give_role(&ann.person, &bob.account, (Some(body.clone()), Some(Role::Owner)), NOON).expect("given");
    let roles = |account: &str| made.people.one_of_people(&ann.person, account).expect("there").roles;
    assert!(roles(&bob.account).contains(&(Some(body.clone()), Role::Owner)));
    made.people.give_role(&ann.person, &bob.account, (Some(body.clone()), None), NOON).expect("taken");
    assert!(!roles(&bob.account).iter().any(|(of, _)| *of == Some(body.clone())));
}

#[test]
fn an_officer_can_neither_see_people_nor_give_roles_nor_invite() {
    let made = place();
    let bob = with_password(&made, "bob@westmarch.gov.uk", Role::Officer);
    assert!(matches!(made.people.people(&bob.person), Err(NotDone::Refused(_))));
    let given = made.people.give_role(&bob.person, &bob.account, (None, Some(Role::Administrator)), NOON);
    assert!(matches!(given, Err(NotDone::Refused(_))));
    let invitation = Invitation { email: "eve@westmarch.gov.uk".into(), name: "Eve".into(), body: None, role: Role::Reader };
    assert!(matches!(made.people.invite(&bob.person, &invitation, NOON), Err(NotDone::Refused(_))));
}

#[test]
fn an_administrator_of_one_body_sees_and_serves_that_body_alone() {
    let made = place();
    let ann = with_password(&made, "ann@westmarch.gov.uk", Role::Reader);
    let (lewes, rother) = (BodyId::new("lewes"), BodyId::new("rother"));
    made.people.give_role(&terminal(), &ann.account, (Some(lewes.clone()), Some(Role::Administrator)), NOON).expect("given");
    let opened = made.people.sign_in("ann@westmarch.gov.uk", PASSWORD, here(), NOON).expect("signed in");
    let ann = made.people.signed_in(&opened.token, NOON).expect("asked").expect("signed in");
    let invite = |email: &str, body: Option<BodyId>| {
        let invitation = Invitation { email: email.into(), name: "Bob Example".into(), body, role: Role::Officer };
        made.people.invite(&ann.person, &invitation, NOON)
    };
    assert!(invite("bob@westmarch.gov.uk", Some(lewes)).is_ok());
    assert!(matches!(invite("eve@westmarch.gov.uk", Some(rother)), Err(NotDone::Refused(_))));
    assert!(matches!(invite("eve@westmarch.gov.uk", None), Err(NotDone::Refused(_))));
    made.people.close_account(&terminal(), "bob-example", NOON).expect("closed");
    assert!(matches!(invite("bob@westmarch.gov.uk", Some(BodyId::new("lewes"))), Err(NotDone::Refused(_))), "closed for the whole place");
    made.people
        .invite(
            &terminal(),
            &Invitation { email: "bob@westmarch.gov.uk".into(), name: String::new(), body: None, role: Role::Reader },
            NOON,
        )
        .expect("opened again");
    let seen: Vec<String> = made.people.people(&ann.person).expect("seen").into_iter().map(|person| person.email).collect();
    assert_eq!(seen, ["ann@westmarch.gov.uk", "bob@westmarch.gov.uk"]);
}

#[test]
fn the_last_administrator_can_neither_be_closed_nor_lose_the_role() {
    let made = place();
    let ann = with_password(&made, "ann@westmarch.gov.uk", Role::Administrator);
    for refused in [
        made.people.give_role(&ann.person, &ann.account, (None, Some(Role::Owner)), NOON),
        made.people.close_account(&ann.person, &ann.account, NOON),
        made.people.close_own_account(&ann, NOON),
    ] {
        let Err(NotDone::Refused(refusal)) = refused else { panic!("the last administrator was taken away") };
        assert!(refusal.sentence.contains("last administrator"), "{refusal}");
    }
    let bob = with_password(&made, "bob@westmarch.gov.uk", Role::Administrator);
    made.people.close_account(&bob.person, &ann.account, NOON).expect("there is another");
    assert!(matches!(made.people.close_own_account(&bob, NOON), Err(NotDone::Refused(_))));
}

#[test]
fn a_closed_account_is_out_at_once_and_cannot_come_back_by_itself() {
    let made = place();
    let bob = with_password(&made, "bob@westmarch.gov.uk", Role::Officer);
    let opened = made.people.sign_in("bob@westmarch.gov.uk", PASSWORD, here(), NOON).expect("signed in");
    made.people.close_account(&terminal(), &bob.account, NOON).expect("closed");
    assert_eq!(made.people.signed_in(&opened.token, NOON), Ok(None));
    assert_eq!(made.people.sign_in("bob@westmarch.gov.uk", PASSWORD, here(), NOON), Err(NotSignedIn::Wrong));
    made.people.forgot_password("bob@westmarch.gov.uk", here(), NOON).expect("asked");
    assert_eq!(letters(made.folder.path(), 1).len(), 1);
}

#[test]
fn two_people_of_one_name_have_two_accounts_and_one_address_has_one() {
    let made = place();
    let first = with_password(&made, "ann@westmarch.gov.uk", Role::Officer);
    let second = with_password(&made, "ann@ferrybridge.gov.uk", Role::Officer);
    assert_eq!((first.account.as_str(), second.account.as_str()), ("ann-example", "ann-example-2"));
    let again = Invitation { email: "ANN@westmarch.gov.uk".into(), name: "Anne".into(), body: None, role: Role::Owner };
    let invited = made.people.invite(&terminal(), &again, NOON).expect("invited");
    assert_eq!((invited.account, invited.link), ("ann-example".to_string(), None));
}

#[test]
fn nothing_that_opens_the_site_is_kept_as_it_is() {
    let made = place();
    let link = invited(&made, "ann@westmarch.gov.uk", Role::Officer);
    let unused = token_of(&link).to_string();
    let bob = with_password(&made, "bob@westmarch.gov.uk", Role::Officer);
    let session = made.people.sign_in("bob@westmarch.gov.uk", PASSWORD, here(), NOON).expect("signed in").token;
    let mut kept = Vec::new();
    for file in std::fs::read_dir(made.folder.path()).expect("the folder").flatten().filter(|file| file.path().is_file()) {
        kept.extend(std::fs::read(file.path()).expect("a file"));
    }
    let holds = |secret: &str| kept.windows(secret.len()).any(|window| window == secret.as_bytes());
    assert!(holds(&bob.account), "the files of the store were looked at");
    assert!(!holds(PASSWORD) && !holds(&session) && !holds(&unused));
}
