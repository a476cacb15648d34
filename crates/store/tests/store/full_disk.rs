//! A disk that is full refuses a change in words, and takes it once there is room.

use std::fs;
use std::path::Path;
use std::process::Command;

use sha2::{Digest, Sha256};
use store::{Expected, Refused, Store, StoreAddress, Writing};

use crate::places::{NOON, Place, arrangement, assert_whole, filled, somebody};
use crate::server::Server;

/// Names the folder to the process that fills its disk.
const WHERE: &str = "COMMONWEAL_TEST_SMALL_DISK";

/// Enters changes until one is refused; says how many there are, and the refusal.
fn enter_until_refused(store: &Store) -> (u64, String) {
    // Digests of digests, since a database may press together what repeats itself.
    let mut text = String::new();
    (0..800_u32).for_each(|number| text.extend(Sha256::digest(number.to_le_bytes()).iter().map(|byte| format!("{byte:02x}"))));
    let change = arrangement("legal", &text);
    for _ in 0..10_000 {
        match store.append(&[Writing { change: &change, why: "", expects: Expected::Any }], &somebody("Ann"), NOON) {
            Ok(_) => {}
            Err(Refused::Trouble(trouble)) => return (store.last_number().unwrap(), trouble.to_string()),
            Err(refused) => panic!("{refused:?}"),
        }
    }
    panic!("a hundred million bytes fitted on a small disk");
}

/// Not a test: what is done on a small disk of its own, which goes away with the process.
#[test]
#[ignore = "run by the test that gives it a small disk"]
fn fills_its_disk() {
    let Ok(folder) = std::env::var(WHERE) else { return };
    let folder = Path::new(&folder);
    fs::write(folder.join("ballast"), vec![1; 1_000_000]).unwrap();
    let store = Store::open(&StoreAddress::Sqlite(folder.join("register.db"))).unwrap();
    let (last, told) = enter_until_refused(&store);
    assert!(told.starts_with("could not keep the change: ") && told.contains("Make room on the disk"), "{told}");
    assert_whole(&store, last);
    let unwritten = store.backup(&folder.join("b.backup")).unwrap_err().to_string();
    assert!(unwritten.contains("its disk has room"), "{unwritten}");
    assert!(!folder.join("b.backup.part").exists());
    fs::remove_file(folder.join("ballast")).unwrap();
    let change = arrangement("legal", "There is room again");
    store.append(&[Writing { change: &change, why: "", expects: Expected::Any }], &somebody("Ann"), NOON).unwrap();
    assert_whole(&store, last + 1);
    drop(store);
    assert_whole(&Store::open(&StoreAddress::Sqlite(folder.join("register.db"))).unwrap(), last + 1);
    println!("the disk was full after {last} entries: {told}");
}

/// A disk in memory that only one process sees needs root; where that may not be, the test says so.
#[test]
fn a_full_disk_refuses_a_change_in_words_and_takes_it_once_there_is_room() {
    let folder = tempfile::tempdir().unwrap();
    let mount = "mount -t tmpfs -o size=3m none \"$0\"";
    let is_allowed = Command::new("unshare").args(["--mount", "sh", "-c", mount]).arg(folder.path()).output();
    if !is_allowed.is_ok_and(|done| done.status.success()) {
        println!("NOT RUN: a small disk of its own can be made by root alone.");
        return;
    }
    let run = Command::new("unshare")
        .args(["--mount", "sh", "-c", &format!("{mount} && exec \"$@\"")])
        .arg(folder.path())
        .arg(std::env::current_exe().unwrap())
        .args(["--exact", "full_disk::fills_its_disk", "--ignored", "--nocapture"])
        .env(WHERE, folder.path())
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&run.stdout);
    assert!(run.status.success(), "{said}{}", String::from_utf8_lossy(&run.stderr));
    assert!(said.contains("the disk was full after"), "{said}");
}

/// The server's own log of what it does lies on another disk, as its administrators advise; when that is full it stops whole.
#[test]
fn a_server_whose_disk_is_full_refuses_a_change_in_words_and_takes_it_once_there_is_room() {
    let Some(server) = Server::start_with_a_small_disk() else { return };
    let place = Place::at(server.database());
    place.behind_its_back(&format!("create tablespace small location '{}'", server.small_disk().display()));
    place.behind_its_back("create database small tablespace small");
    let StoreAddress::Postgres(address) = &place.address else { unreachable!("it is on a server") };
    let (_, words) = address.split_once('?').unwrap();
    let small = Place::at(format!("postgres:///small?{words}"));
    let store = filled(&small, 3);
    small.behind_its_back("create table ballast as select repeat('x', 1000) from generate_series(1, 8000)");
    let (last, told) = enter_until_refused(&store);
    assert!(told.starts_with("could not keep the change: ") && told.contains("Make room on the disk"), "{told}");
    assert_whole(&store, last);
    small.behind_its_back("drop table ballast");
    crate::places::enter(&store, &arrangement("legal", "There is room again"), "");
    assert_whole(&store, last + 1);
}

/// Not a test: what is done where no file may grow beyond a bound.
#[test]
#[ignore = "run by the test that gives it a bound"]
fn writes_up_to_its_bound() {
    let Ok(folder) = std::env::var(WHERE) else { return };
    let store = Store::open(&StoreAddress::Sqlite(Path::new(&folder).join("register.db"))).unwrap();
    let (last, told) = enter_until_refused(&store);
    assert!(told.contains("Make room on the disk"), "{told}");
    assert_whole(&store, last);
    println!("refused after {last} entries");
}

/// The same without root: the bound on the size of a file that a shell can set.
#[test]
fn a_file_that_may_not_grow_refuses_a_change_and_takes_it_where_it_may() {
    let place = Place::in_a_file();
    filled(&place, 3);
    let run = Command::new("sh")
        // Half a million bytes, in the blocks of 512 that the shell counts in. The signal that comes with it is passed over.
        .args(["-c", "trap '' XFSZ; ulimit -f 1000; exec \"$@\"", "sh"])
        .arg(std::env::current_exe().unwrap())
        .args(["--exact", "full_disk::writes_up_to_its_bound", "--ignored", "--nocapture"])
        .env(WHERE, place.folder.path())
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&run.stdout);
    assert!(run.status.success() && said.contains("refused after"), "{said}{}", String::from_utf8_lossy(&run.stderr));
    let store = place.open();
    let last = store.last_number().unwrap();
    crate::places::enter(&store, &arrangement("legal", "There is room again"), "");
    assert_whole(&store, last + 1);
}

/// Not a test: what is done where nothing may be written.
#[test]
#[ignore = "run by the tests that take the right away"]
fn writes_where_it_may_not() {
    let Ok(folder) = std::env::var(WHERE) else { return };
    let trouble = Store::open(&StoreAddress::Sqlite(Path::new(&folder).join("register.db"))).expect_err("it is refused").to_string();
    println!("{trouble}");
}

/// Runs the above after words of a shell, in which `$1` is the folder; `None` where this machine does not allow them.
fn refusal_after(words: &str, folder: &Path) -> Option<String> {
    let run = Command::new("unshare")
        .args(["--mount", "sh", "-c", &format!("{words} && shift && exec \"$@\""), "sh"])
        .arg(folder)
        .arg(std::env::current_exe().unwrap())
        .args(["--exact", "full_disk::writes_where_it_may_not", "--ignored", "--nocapture"])
        .env(WHERE, folder)
        .output()
        .ok()?;
    let said = String::from_utf8_lossy(&run.stdout).into_owned();
    if !said.contains("running 1 test") {
        println!("NOT RUN: rights can be taken away by root alone. {}", String::from_utf8_lossy(&run.stderr));
        return None;
    }
    assert!(run.status.success(), "{said}{}", String::from_utf8_lossy(&run.stderr));
    Some(said)
}

#[test]
fn a_register_on_a_disk_that_may_only_be_read_says_so() {
    let place = Place::in_a_file();
    filled(&place, 1);
    let Some(told) = refusal_after("mount --bind \"$1\" \"$1\" && mount -o remount,ro,bind \"$1\"", place.folder.path()) else { return };
    assert!(
        told.contains("could not open the register") && told.contains("the right to write there, in the file and in its folder"),
        "{told}"
    );
}

#[test]
fn a_register_in_a_folder_where_nothing_may_be_made_says_so() {
    let place = Place::in_a_file();
    let Some(told) = refusal_after("mount --bind \"$1\" \"$1\" && mount -o remount,ro,bind \"$1\"", place.folder.path()) else { return };
    assert!(told.contains("Read-only file system") && told.contains("See that the folder can be written in"), "{told}");
}
