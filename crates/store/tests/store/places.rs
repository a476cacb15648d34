//! Where a test keeps its register, and what it enters.
//!
//! The rule: each test has a register of its own, empty, and may look behind the store's back.

use std::path::PathBuf;

use definitions::{ArrangementId, Fingerprint};
use postgres::NoTls;
use register::{Arrangement, Author, Change, Moment};
use store::{Expected, Kept, Store, StoreAddress, Writing};

/// A day in the life of these tests: 2026-11-22 10:00 UTC.
pub const NOON: Moment = Moment(1_795_341_600);

/// A register of one test.
pub struct Place {
    /// Where it is.
    pub address: StoreAddress,
    /// Its folder, which goes away with it; on a server, a folder for whatever else the test writes.
    pub folder: tempfile::TempDir,
}

impl Place {
    /// In a file that does not exist yet.
    pub fn in_a_file() -> Place {
        let folder = folder();
        Place { address: StoreAddress::Sqlite(folder.path().join("register.db")), folder }
    }

    /// In an empty database, where there is a server.
    pub fn on_a_server() -> Option<Place> {
        let address = crate::server::shared_server()?.database();
        Some(Place::at(address))
    }

    /// In a database of this address.
    pub fn at(address: String) -> Place {
        Place { address: StoreAddress::Postgres(address), folder: folder() }
    }

    /// Removes the register for good; the place is as new.
    pub fn destroy(&self) {
        match &self.address {
            StoreAddress::Sqlite(path) => {
                for ending in ["", "-wal", "-shm"] {
                    let _ = std::fs::remove_file(format!("{}{ending}", path.display()));
                }
            }
            StoreAddress::Postgres(_) => self.behind_its_back("drop schema public cascade; create schema public"),
        }
    }

    /// The register, opened.
    pub fn open(&self) -> Store {
        Store::open(&self.address).unwrap_or_else(|trouble| panic!("{trouble}"))
    }

    /// A path in its folder.
    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// Does something to the database that the store would not.
    pub fn behind_its_back(&self, statements: &str) {
        match &self.address {
            StoreAddress::Sqlite(path) => rusqlite::Connection::open(path).unwrap().execute_batch(statements).unwrap(),
            StoreAddress::Postgres(address) => postgres::Client::connect(address, NoTls).unwrap().batch_execute(statements).unwrap(),
        }
    }

    /// Takes away what refuses changes of the log, as a determined person would first.
    pub fn unguard(&self) {
        match &self.address {
            StoreAddress::Sqlite(_) => {
                self.behind_its_back("drop trigger entries_are_never_changed; drop trigger entries_are_never_removed")
            }
            StoreAddress::Postgres(_) => self.behind_its_back("alter table entries disable trigger all"),
        }
    }
}

/// In memory where that can be: a process that is killed loses nothing there either, and no test waits for a disk.
fn folder() -> tempfile::TempDir {
    tempfile::tempdir_in("/dev/shm").or_else(|_| tempfile::tempdir()).unwrap()
}

/// Runs a test on both.
pub fn on_both(test: impl Fn(&Place)) {
    test(&Place::in_a_file());
    if let Some(place) = Place::on_a_server() {
        test(&place);
    }
}

/// Somebody.
pub fn somebody(name: &str) -> Author {
    Author { account: name.to_lowercase(), name: name.to_string() }
}

/// An arrangement with this title.
pub fn arrangement(id: &str, title: &str) -> Change {
    let facts = r#"{"id":"","title":"","parties":[],"kind":"joint-committee","savings":{"no-figure":"too-early"}}"#;
    let facts: Arrangement = serde_json::from_str(facts).unwrap();
    Change::Published(Box::new(Arrangement { id: ArrangementId::new(id), title: title.into(), ..facts }))
}

/// "It is still true."
pub fn confirmed(id: &str) -> Change {
    Change::Confirmed(ArrangementId::new(id))
}

/// Enters one change, which nobody contradicts.
pub fn enter(store: &Store, change: &Change, why: &str) -> Kept {
    let writing = Writing { change, why, expects: Expected::Any };
    let mut kept = store.append(&[writing], &somebody("Ann"), NOON).unwrap_or_else(|refused| panic!("{refused:?}"));
    assert_eq!(kept.len(), 1);
    kept.remove(0)
}

/// A register with so many entries about three arrangements.
pub fn filled(place: &Place, entries: u64) -> Store {
    let store = place.open();
    for number in 1..=entries {
        enter(
            &store,
            &arrangement(["legal", "waste", "payroll"][number as usize % 3], &format!("Title {number}")),
            &format!("Reason {number}"),
        );
    }
    store
}

/// Every entry there is.
pub fn all(store: &Store) -> Vec<Kept> {
    store.entries_after(0, usize::MAX).unwrap_or_else(|trouble| panic!("{trouble}"))
}

/// Asserts that nothing is wrong with the log, and how many entries it has.
pub fn assert_whole(store: &Store, entries: u64) {
    let chain = store.verify(&mut |_, _| {}).unwrap();
    assert_eq!(chain.faults, []);
    assert_eq!((chain.entries, chain.last_number), (entries, entries));
}

/// A digest of a token, as the website makes one.
pub fn digest(byte: u8) -> Fingerprint {
    Fingerprint([byte; 32])
}
