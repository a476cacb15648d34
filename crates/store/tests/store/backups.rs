//! A backup brings everything back, in either database, and a bad one brings nothing.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;

use register::Moment;
use sha2::{Digest, Sha256};
use store::{Account, BoundarySet, Kept, Outline, SessionOpened, SignOn, Store, StoreAddress, Token};

use crate::places::{NOON, Place, all, assert_whole, digest, enter, filled, on_both};

/// Everything that a restore must bring back.
#[derive(Debug, PartialEq)]
struct Everything {
    log: Vec<Kept>,
    accounts: Vec<Account>,
    token: Option<String>,
    sets: Vec<BoundarySet>,
    outlines: Vec<Outline>,
}

fn everything(store: &Store) -> Everything {
    Everything {
        log: all(store),
        accounts: store.accounts().unwrap(),
        token: store.peek_token(digest(9), "invitation", NOON).unwrap(),
        sets: store.boundary_sets().unwrap(),
        outlines: store.outlines("districts").unwrap(),
    }
}

/// A register with something of every sort in it.
fn furnished(place: &Place) -> Store {
    let store = filled(place, 12);
    enter(&store, &crate::places::arrangement("legal", "Größe \u{1F30D}\u{2028}\u{0}\"\\"), "line one\nline two\ttab \u{7f}");
    let ann = Account {
        id: "a1".into(),
        email: "ann@example.org".into(),
        name: "Ann \"Oak\"".into(),
        password: Some("$argon2id$v=19$hash".into()),
        sign_on: Some(SignOn { issuer: "https://sign-in.example.org".into(), subject: "7".into() }),
        added: NOON,
        closed: None,
    };
    let bob = Account {
        id: "B2".into(),
        email: "bob@example.org".into(),
        password: None,
        sign_on: None,
        closed: Some(Moment(-5)),
        ..ann.clone()
    };
    store.add_account(&ann).unwrap();
    store.add_account(&bob).unwrap();
    store.keep_token(&Token { digest: digest(9), purpose: "invitation".into(), about: "cem@example.org".into(), until: NOON }).unwrap();
    let outline = |code: &str| Outline { code: code.into(), outline: "1 2 3 4".into() };
    store.keep_boundaries("districts", "May 2025", &[outline("E07000002"), outline("E07000001")]).unwrap();
    store.keep_boundaries("parks", "2023", &[outline("E26000001")]).unwrap();
    store
}

#[test]
fn after_a_backup_the_original_may_be_destroyed_and_everything_is_as_before() {
    on_both(|place| {
        let store = furnished(place);
        let before = everything(&store);
        let made = store.backup(&place.path("b.backup")).unwrap();
        assert_eq!((made.counts.entries, made.counts.accounts, made.counts.tokens), (13, 2, 1));
        assert_eq!((made.counts.boundary_sets, made.counts.outlines), (2, 3));
        assert_eq!(made.bytes, fs::metadata(&made.path).unwrap().len());
        drop(store);
        place.destroy();
        let restored = Store::restore(&made.path, &place.address).unwrap();
        assert_eq!((restored.counts, restored.last_digest), (made.counts, made.last_digest));
        let store = place.open();
        assert_eq!(everything(&store), before);
        assert_whole(&store, 13);
        assert_eq!(enter(&store, &crate::places::confirmed("legal"), "").entry.number, 14, "and it goes on from there");
        assert_whole(&store, 14);
    });
}

#[test]
fn a_register_moves_from_a_file_to_a_server_and_back_and_its_backups_are_the_same_to_the_byte() {
    let file = Place::in_a_file();
    let Some(server) = Place::on_a_server() else { return };
    let store = furnished(&file);
    let before = everything(&store);
    store.backup(&file.path("1.backup")).unwrap();
    Store::restore(&file.path("1.backup"), &server.address).unwrap();
    assert_eq!(everything(&server.open()), before);
    server.open().backup(&file.path("2.backup")).unwrap();
    let back = Place::in_a_file();
    Store::restore(&file.path("2.backup"), &back.address).unwrap();
    assert_eq!(everything(&back.open()), before);
    assert_eq!(fs::read(file.path("1.backup")).unwrap(), fs::read(file.path("2.backup")).unwrap());
}

#[test]
fn a_backup_is_its_owners_alone_and_never_takes_the_place_of_another() {
    on_both(|place| {
        let store = furnished(place);
        let path = place.path("b.backup");
        fs::write(place.path("b.backup.part"), "left by one that was killed").unwrap();
        store.backup(&path).unwrap();
        assert_eq!(fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o600);
        let trouble = store.backup(&path).unwrap_err().to_string();
        assert!(trouble.contains("there is such a file already"), "{trouble}");
        let absent = store.backup(&place.path("absent/b.backup")).unwrap_err().to_string();
        assert!(absent.contains("absent/b.backup") && absent.contains("See that the folder exists"), "{absent}");
        let left: Vec<_> = fs::read_dir(place.folder.path()).unwrap().map(|file| file.unwrap().file_name()).collect();
        assert!(!left.iter().any(|name| name.to_string_lossy().ends_with(".part")), "{left:?}");
    });
}

#[test]
fn who_was_signed_in_signs_in_again_after_a_restore() {
    on_both(|place| {
        let store = furnished(place);
        let session = SessionOpened { digest: digest(1), account: "a1".into(), form_token: "f".into(), at: NOON, until: NOON };
        store.open_session(&session).unwrap();
        assert!(store.session(digest(1), NOON).unwrap().is_some());
        store.backup(&place.path("b.backup")).unwrap();
        let other = Place::in_a_file();
        Store::restore(&place.path("b.backup"), &other.address).unwrap();
        assert_eq!(other.open().session(digest(1), NOON).unwrap(), None);
    });
}

#[test]
fn a_backup_made_while_others_write_is_of_one_moment() {
    on_both(|place| {
        let store = filled(place, 20);
        std::thread::scope(|scope| {
            let writer = scope.spawn(|| (0..200).for_each(|_| drop(enter(&place.open(), &crate::places::confirmed("legal"), "busy"))));
            for number in 0..5 {
                let path = place.path(&format!("{number}.backup"));
                let made = store.backup(&path).unwrap();
                assert_eq!(Store::check_backup(&path).unwrap().counts, made.counts);
            }
            writer.join().unwrap();
        });
    });
}

#[test]
fn a_register_that_holds_something_is_never_restored_over() {
    on_both(|place| {
        let store = furnished(place);
        store.backup(&place.path("b.backup")).unwrap();
        let trouble = Store::restore(&place.path("b.backup"), &place.address).unwrap_err().to_string();
        assert!(trouble.contains("holds something already"), "{trouble}");
        assert_whole(&store, 13);
    });
}

#[test]
fn a_log_that_is_not_whole_is_not_backed_up_as_if_it_were() {
    on_both(|place| {
        let store = filled(place, 3);
        place.unguard();
        place.behind_its_back("update entries set why = 'because' where number = 2");
        let trouble = store.backup(&place.path("b.backup")).unwrap_err().to_string();
        assert!(trouble.contains("its log is not whole: Entry 2"), "{trouble}");
        assert!(!place.path("b.backup").exists() && !place.path("b.backup.part").exists());
    });
}

/// The lines of a good backup.
fn good_lines(place: &Place) -> Vec<String> {
    furnished(place).backup(&place.path("good.backup")).unwrap();
    fs::read_to_string(place.path("good.backup")).unwrap().lines().map(str::to_string).collect()
}

/// What somebody is told who restores these bytes. Nothing may be there afterwards.
fn refusal(place: &Place, bytes: &[u8]) -> String {
    let (from, to) = (place.path("bad.backup"), place.path("never.db"));
    fs::write(&from, bytes).unwrap();
    let trouble = Store::restore(&from, &StoreAddress::Sqlite(to.clone())).expect_err("it was restored");
    assert!(!to.exists(), "something was made: {trouble}");
    assert!(trouble.to_string().contains("bad.backup"), "{trouble}");
    trouble.to_string()
}

/// The file as somebody leaves it who alters it and knows to write its digest anew.
fn sealed(lines: &[String]) -> Vec<u8> {
    let body: String = lines[..lines.len() - 1].iter().map(|line| format!("{line}\n")).collect();
    let digest: String = Sha256::digest(body.as_bytes()).iter().map(|byte| format!("{byte:02x}")).collect();
    let end = &lines[lines.len() - 1];
    let at = end.find("\"sha256\":\"").unwrap() + 10;
    format!("{body}{}{digest}{}\n", &end[..at], &end[at + 64..]).into_bytes()
}

#[test]
fn a_backup_altered_in_any_byte_is_refused() {
    let place = Place::in_a_file();
    let good = good_lines(&place).join("\n") + "\n";
    let bytes = good.as_bytes();
    // Every ninety-seventh byte, so that every line is met: the file has some six thousand.
    for at in (0..bytes.len()).step_by(97) {
        let mut altered = bytes.to_vec();
        altered[at] ^= 1;
        refusal(&place, &altered);
    }
}

#[test]
fn a_backup_cut_short_anywhere_is_refused() {
    let place = Place::in_a_file();
    let good = good_lines(&place).join("\n") + "\n";
    for length in (0..good.len()).step_by(89).chain([good.len() - 1]) {
        refusal(&place, &good.as_bytes()[..length]);
    }
    assert!(refusal(&place, &good.as_bytes()[..good.len() - 10]).contains("it was cut short"));
    assert!(refusal(&place, b"").contains("line 1: the file ends here"));
}

#[test]
fn who_alters_a_backup_and_writes_its_digest_anew_is_found_by_the_chain() {
    let place = Place::in_a_file();
    let lines = good_lines(&place);
    let told = |alter: &dyn Fn(&mut Vec<String>)| {
        let mut lines = lines.clone();
        alter(&mut lines);
        refusal(&place, &sealed(&lines))
    };
    let unaltered = sealed(&lines);
    assert_eq!(unaltered, fs::read(place.path("good.backup")).unwrap(), "the test writes the digest as the store does");
    // Line 1 is the heading, so that entry 3 stands in line 4.
    assert!(told(&|lines| lines[3] = lines[3].replace("Reason 3", "Reason 8")).contains("line 4: Entry 3, about arrangement/legal"));
    assert!(told(&|lines| drop(lines.remove(3))).contains("line 4: Entry 3 is gone"));
    assert!(told(&|lines| lines.swap(3, 4)).contains("line 4: Entry 3 is gone"));
    assert!(told(&|lines| lines.insert(4, lines[3].clone())).contains("line 5"));
    assert!(told(&|lines| drop(lines.remove(14))).contains("it should hold 13 entries, 2 accounts"));
    assert!(told(&|lines| lines.insert(3, lines[0].clone())).contains("line 4: the first line of a backup stands here again"));
    assert!(told(&|lines| lines.insert(3, r#"{"password":"x"}"#.into())).contains("line 4: unknown variant `password`"));
    assert!(told(&|lines| lines.insert(3, "[".repeat(100_000))).contains("line 4: "));
    for number in ["0", "18446744073709551615", "-1", "3.0"] {
        let told = told(&|lines| lines[3] = lines[3].replace("\"number\":3,", &format!("\"number\":{number},")));
        assert!(told.contains("line 4: "), "{number}: {told}");
    }
    assert!(told(&|lines| lines[3] = lines[3].replace("\"version\":1,", "\"version\":4294967295,")).contains("line 4: "));
    assert!(told(&|lines| lines[0] = r#"{"commonweal-backup":{"form":2}}"#.into()).contains("it is of form 2"));
}

#[test]
fn what_is_no_backup_at_all_is_refused() {
    let place = Place::in_a_file();
    good_lines(&place);
    let good = fs::read(place.path("good.backup")).unwrap();
    for wrong in [&b"\n"[..], b"{}\n", b"name,amount\nann,5\n", b"\xff\xfe\x00\x01\n", b"SQLite format 3\0"] {
        assert!(refusal(&place, wrong).contains("line 1: "));
    }
    assert!(refusal(&place, &[&good[..], b"\n"].concat()).contains("something follows the closing line"));
    assert!(refusal(&place, &[&good[..], &good[..]].concat()).contains("something follows the closing line"));
    let absent = Store::restore(Path::new("/absent/b.backup"), &place.address).unwrap_err().to_string();
    assert!(absent.contains("could not restore from /absent/b.backup: No such file"), "{absent}");
}

#[test]
fn a_line_without_an_end_is_read_no_further_than_any_line_can_be_long() {
    let place = Place::in_a_file();
    let path = place.path("endless.backup");
    // A file of two hundred million bytes that takes no room: it is read as noughts.
    fs::write(&path, "{\"commonweal-backup\":{\"form\":1}}\n").unwrap();
    fs::OpenOptions::new().write(true).open(&path).unwrap().set_len(200_000_000).unwrap();
    let trouble = Store::restore(&path, &StoreAddress::Sqlite(place.path("never.db"))).unwrap_err().to_string();
    assert!(trouble.contains("line 2: this line is longer than any that is written"), "{trouble}");
}

/// Two accounts with one address pass every check of the file itself; the database refuses them.
#[test]
fn a_restore_that_fails_halfway_leaves_nothing() {
    on_both(|place| {
        let mut lines = good_lines(&Place::in_a_file());
        let again = lines[15].replace("\"a1\"", "\"a7\"").replace("\"subject\":\"7\"", "\"subject\":\"8\"");
        assert_ne!(again, lines[15]);
        lines.insert(16, again);
        let end = lines.len() - 1;
        lines[end] = lines[end].replace("\"accounts\":2", "\"accounts\":3");
        let path = place.path("twice.backup");
        fs::write(&path, sealed(&lines)).unwrap();
        let trouble = Store::restore(&path, &place.address).unwrap_err().to_string();
        assert!(trouble.contains("twice.backup"), "{trouble}");
        if let StoreAddress::Sqlite(made) = &place.address {
            assert!(!made.exists());
        }
        let store = place.open();
        assert_whole(&store, 0);
        assert_eq!(store.accounts().unwrap(), []);
    });
}
