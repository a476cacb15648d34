//! Accounts, sessions, tokens, attempts and boundaries.

use register::Moment;
use store::{Account, NotAdded, Outline, SessionOpened, SignOn, Store, Token};

use crate::places::{NOON, digest, on_both};

fn account(id: &str, email: &str) -> Account {
    Account { id: id.into(), email: email.into(), name: "Ann Oak".into(), password: None, sign_on: None, added: NOON, closed: None }
}

fn sign_on(subject: &str) -> SignOn {
    SignOn { issuer: "https://sign-in.example.org".into(), subject: subject.into() }
}

fn open_session(store: &Store, byte: u8, account: &str) {
    let session = SessionOpened {
        digest: digest(byte),
        account: account.into(),
        form_token: format!("form{byte}"),
        at: NOON,
        until: Moment(NOON.0 + 3600),
    };
    store.open_session(&session).unwrap();
}

#[test]
fn an_account_is_found_by_its_address_however_that_is_written() {
    on_both(|place| {
        let store = place.open();
        store.add_account(&account("a1", " Ann.Oak@Example.ORG ")).unwrap();
        let kept = account("a1", "ann.oak@example.org");
        assert_eq!(store.account("a1").unwrap(), Some(kept.clone()));
        assert_eq!(store.account_by_email("ANN.OAK@example.org").unwrap(), Some(kept.clone()));
        assert_eq!(store.account_by_email("ann.oak@example.com").unwrap(), None);
        let told = store.account_by_email("ann\0@example.org").unwrap_err().to_string();
        assert!(told.contains("character number nought"), "{told}");
        assert_eq!(store.accounts().unwrap(), [kept]);
    });
}

#[test]
fn an_address_a_sign_on_and_an_id_belong_to_one_account() {
    on_both(|place| {
        let store = place.open();
        store.add_account(&Account { sign_on: Some(sign_on("7")), ..account("a1", "ann@example.org") }).unwrap();
        store.add_account(&account("a2", "bob@example.org")).unwrap();
        assert_eq!(store.add_account(&account("a3", "ANN@example.org")), Err(NotAdded::EmailTaken));
        assert_eq!(store.add_account(&account("a1", "cem@example.org")), Err(NotAdded::IdTaken));
        let same_person = Account { sign_on: Some(sign_on("7")), ..account("a3", "cem@example.org") };
        assert_eq!(store.add_account(&same_person), Err(NotAdded::SignOnTaken));
        assert_eq!(store.link_sign_on("a2", &sign_on("7")), Err(NotAdded::SignOnTaken));
        store.link_sign_on("a2", &sign_on("8")).unwrap();
        store.link_sign_on("a2", &sign_on("8")).unwrap();
        assert_eq!(store.account_by_sign_on(&sign_on("8")).unwrap().map(|account| account.id), Some("a2".into()));
        assert_eq!(store.accounts().unwrap().len(), 2);
    });
}

#[test]
fn a_change_to_an_account_that_is_not_there_is_refused_by_name() {
    on_both(|place| {
        let store = place.open();
        for trouble in
            [store.set_name("a9", "x"), store.set_password("a9", "x"), store.close_account("a9", NOON), store.reopen_account("a9")]
        {
            assert_eq!(trouble.unwrap_err().because, "there is none with this id");
        }
    });
}

#[test]
fn an_account_that_is_closed_is_signed_out_and_keeps_its_first_day_of_closing() {
    on_both(|place| {
        let store = place.open();
        store.add_account(&account("a1", "ann@example.org")).unwrap();
        open_session(&store, 1, "a1");
        store.close_account("a1", Moment(5)).unwrap();
        store.close_account("a1", Moment(9)).unwrap();
        assert_eq!(store.account("a1").unwrap().unwrap().closed, Some(Moment(5)));
        assert_eq!(store.session(digest(1), NOON).unwrap(), None);
        open_session(&store, 2, "a1");
        assert_eq!(store.session(digest(2), NOON).unwrap(), None, "a session of a closed account is none");
        store.reopen_account("a1").unwrap();
        assert!(store.session(digest(2), NOON).unwrap().is_some());
    });
}

#[test]
fn a_new_name_and_a_new_password_are_kept_and_a_new_password_signs_out_everywhere() {
    on_both(|place| {
        let store = place.open();
        store.add_account(&account("a1", "ann@example.org")).unwrap();
        open_session(&store, 1, "a1");
        store.set_name("a1", "Ann Ash").unwrap();
        assert!(store.session(digest(1), NOON).unwrap().is_some());
        store.set_password("a1", "$argon2id$v=19$m=19456,t=2,p=1$c2FsdA$aGFzaA").unwrap();
        assert_eq!(store.session(digest(1), NOON).unwrap(), None);
        let kept = store.account("a1").unwrap().unwrap();
        assert_eq!((kept.name.as_str(), kept.password.as_deref()), ("Ann Ash", Some("$argon2id$v=19$m=19456,t=2,p=1$c2FsdA$aGFzaA")));
        assert!(!format!("{kept:?}").contains("aGFzaA"), "what is kept of a password is not shown");
    });
}

#[test]
fn a_session_holds_until_its_time_is_over_and_is_prolonged_by_being_used() {
    on_both(|place| {
        let store = place.open();
        store.add_account(&account("a1", "ann@example.org")).unwrap();
        open_session(&store, 1, "a1");
        let kept = store.session(digest(1), Moment(NOON.0 + 3600)).unwrap().unwrap();
        assert_eq!((kept.account.as_str(), kept.form_token.as_str(), kept.opened, kept.seen), ("a1", "form1", NOON, NOON));
        assert_eq!(store.session(digest(1), Moment(NOON.0 + 3601)).unwrap(), None);
        store.touch_session(digest(1), Moment(NOON.0 + 60), Moment(NOON.0 + 7200)).unwrap();
        let kept = store.session(digest(1), Moment(NOON.0 + 3601)).unwrap().unwrap();
        assert_eq!((kept.seen, kept.until), (Moment(NOON.0 + 60), Moment(NOON.0 + 7200)));
        assert_eq!(store.session(digest(2), NOON).unwrap(), None);
    });
}

#[test]
fn signing_out_ends_one_session_and_signing_out_everywhere_ends_all_of_that_person() {
    on_both(|place| {
        let store = place.open();
        store.add_account(&account("a1", "ann@example.org")).unwrap();
        store.add_account(&account("a2", "bob@example.org")).unwrap();
        [(1, "a1"), (2, "a1"), (3, "a1"), (4, "a2")].iter().for_each(|(byte, id)| open_session(&store, *byte, id));
        store.end_session(digest(1)).unwrap();
        let holds = |byte| store.session(digest(byte), NOON).unwrap().is_some();
        assert_eq!([1, 2, 3, 4].map(holds), [false, true, true, true]);
        assert_eq!(store.end_sessions_of("a1").unwrap(), 2);
        assert_eq!([1, 2, 3, 4].map(holds), [false, false, false, true]);
    });
}

#[test]
fn nobody_without_an_account_has_a_session() {
    on_both(|place| {
        let nobody = SessionOpened { digest: digest(1), account: "a9".into(), form_token: "f".into(), at: NOON, until: NOON };
        assert!(place.open().open_session(&nobody).is_err());
    });
}

#[test]
fn of_many_clicks_on_a_link_that_works_once_exactly_one_gets_it() {
    on_both(|place| {
        let store = place.open();
        for byte in 0..10 {
            store.keep_token(&Token { digest: digest(byte), purpose: "reset".into(), about: "a1".into(), until: NOON }).unwrap();
            let got: usize = std::thread::scope(|scope| {
                let click = |_| scope.spawn(|| place.open().take_token(digest(byte), "reset", NOON).unwrap());
                let clicks: Vec<_> = (0..4).map(click).collect();
                clicks
                    .into_iter()
                    .filter(|_| true)
                    .map(|click| click.join().unwrap())
                    .filter(|about| about.as_deref() == Some("a1"))
                    .count()
            });
            assert_eq!(got, 1);
        }
    });
}

#[test]
fn a_link_works_for_its_own_purpose_and_in_its_time_only() {
    on_both(|place| {
        let store = place.open();
        store.keep_token(&Token { digest: digest(1), purpose: "reset".into(), about: "a1".into(), until: NOON }).unwrap();
        assert_eq!(store.take_token(digest(1), "invitation", NOON).unwrap(), None);
        assert_eq!(store.take_token(digest(1), "reset", Moment(NOON.0 + 1)).unwrap(), None);
        assert_eq!(store.peek_token(digest(1), "reset", NOON).unwrap().as_deref(), Some("a1"));
        assert_eq!(store.peek_token(digest(1), "reset", Moment(NOON.0 + 1)).unwrap(), None);
        assert_eq!(store.take_token(digest(1), "reset", NOON).unwrap().as_deref(), Some("a1"));
        assert_eq!(store.take_token(digest(1), "reset", NOON).unwrap(), None);
    });
}

#[test]
fn an_older_letter_stops_working_when_it_is_thrown_away_and_old_ones_are_swept() {
    on_both(|place| {
        let store = place.open();
        for (byte, about, until) in [(1, "a1", 100), (2, "a1", 200), (3, "a2", 100)] {
            store.keep_token(&Token { digest: digest(byte), purpose: "reset".into(), about: about.into(), until: Moment(until) }).unwrap();
        }
        assert_eq!(store.sweep_tokens(Moment(101)).unwrap(), 2);
        assert_eq!(store.drop_tokens("reset", "a1").unwrap(), 1);
        assert_eq!(store.peek_token(digest(2), "reset", Moment(1)).unwrap(), None);
    });
}

#[test]
fn attempts_are_counted_under_their_key_since_a_moment_and_forgotten_after_a_day() {
    on_both(|place| {
        let (one, other) = (place.open(), place.open());
        [0, 60, 120].iter().for_each(|seconds| one.note_attempt("sign-in ann@example.org", Moment(NOON.0 + seconds)).unwrap());
        other.note_attempt("sign-in bob@example.org", NOON).unwrap();
        assert_eq!(other.attempts_since("sign-in ann@example.org", Moment(NOON.0 + 60)).unwrap(), 2);
        assert_eq!(other.attempts_since("sign-in bob@example.org", NOON).unwrap(), 1);
        other.note_attempt("sign-in bob@example.org", Moment(NOON.0 + 24 * 3600 + 61)).unwrap();
        assert_eq!(one.attempts_since("sign-in ann@example.org", NOON).unwrap(), 1, "the two of more than a day ago are forgotten");
        one.forget_attempts("sign-in ann@example.org").unwrap();
        assert_eq!(one.attempts_since("sign-in ann@example.org", NOON).unwrap(), 0);
    });
}

fn outline(code: &str, outline: &str) -> Outline {
    Outline { code: code.into(), outline: outline.into() }
}

#[test]
fn a_set_of_boundaries_takes_the_place_of_the_one_of_its_name_and_of_no_other() {
    on_both(|place| {
        let store = place.open();
        let old = store.keep_boundaries("districts", "May 2024", &[outline("E07000001", "0 0"), outline("E06000002", "1 1")]).unwrap();
        let parks = store.keep_boundaries("parks", "2023", &[outline("E26000001", "9 9")]).unwrap();
        assert_eq!(store.outlines("districts").unwrap(), [outline("E06000002", "1 1"), outline("E07000001", "0 0")]);
        let twice = [outline("E06000003", "first"), outline("E06000003", "last")];
        let new = store.keep_boundaries("districts", "May 2025", &twice).unwrap();
        assert_ne!(new.digest, old.digest);
        assert_eq!(store.boundary_sets().unwrap(), [new, parks]);
        assert_eq!(store.outlines("districts").unwrap(), [outline("E06000003", "last")]);
        assert_eq!(store.outlines("counties").unwrap(), []);
    });
}
