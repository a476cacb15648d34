//! A database server that goes away and comes back is found again.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, MutexGuard, OnceLock, PoisonError};
use std::time::Duration;

use store::{Expected, Store, StoreAddress, Writing};

use crate::places::{NOON, Place, all, assert_whole, confirmed, enter, filled, somebody};
use crate::server::Server;

/// A server that no other test leans on, for one test at a time.
fn server_to_kill() -> Option<MutexGuard<'static, Server>> {
    static SERVER: OnceLock<Option<Mutex<Server>>> = OnceLock::new();
    let server = SERVER.get_or_init(|| Server::start().map(Mutex::new)).as_ref()?;
    Some(server.lock().unwrap_or_else(PoisonError::into_inner))
}

#[test]
fn after_the_server_was_killed_and_started_again_the_next_statement_finds_it() {
    let Some(mut server) = server_to_kill() else { return };
    let place = Place::at(server.database());
    let store = filled(&place, 5);
    // Several connections lie idle, all of which will be broken.
    std::thread::scope(|scope| (0..6).for_each(|_| drop(scope.spawn(|| store.last_number().unwrap()))));
    server.kill_and_start_again();
    assert_eq!(store.last_number().unwrap(), 5);
    server.kill_and_start_again();
    enter(&store, &confirmed("legal"), "");
    assert_whole(&store, 6);
}

/// Each change has a reason of its own, so that the log says what became of it.
#[test]
fn what_each_writer_was_told_while_the_server_was_killed_is_true() {
    let Some(mut server) = server_to_kill() else { return };
    let place = Place::at(server.database());
    let store = filled(&place, 1);
    let has_ended = AtomicBool::new(false);
    let told: Vec<(String, Result<u64, String>)> = std::thread::scope(|scope| {
        let writer = |name: &'static str| {
            let (store, has_ended) = (&store, &has_ended);
            scope.spawn(move || {
                let mut told = Vec::new();
                while !has_ended.load(Ordering::Relaxed) {
                    let why = format!("{name} {}", told.len());
                    let writing = Writing { change: &confirmed("legal"), why: &why, expects: Expected::Any };
                    let outcome = store.append(&[writing], &somebody(name), NOON);
                    if outcome.is_err() {
                        // As a person would, it waits a little before it tries again.
                        std::thread::sleep(Duration::from_millis(5));
                    }
                    told.push((why, outcome.map(|kept| kept[0].entry.number).map_err(|refused| refused.told("enter it").to_string())));
                }
                told
            })
        };
        let writers: Vec<_> = ["Ann", "Bob", "Cem"].map(writer).into_iter().collect();
        for _ in 0..4 {
            std::thread::sleep(Duration::from_millis(300));
            server.kill_and_start_again();
        }
        has_ended.store(true, Ordering::Relaxed);
        writers.into_iter().flat_map(|writer| writer.join().unwrap()).collect()
    });
    let log = all(&store);
    assert_whole(&store, log.len() as u64);
    for (why, outcome) in &told {
        let numbers: Vec<u64> = log.iter().filter(|kept| kept.entry.why == *why).map(|kept| kept.entry.number).collect();
        match outcome {
            Ok(number) => assert_eq!(numbers, [*number], "{why}"),
            Err(trouble) if trouble.contains("may or may not have been kept") => assert!(numbers.len() <= 1, "{why}"),
            Err(trouble) => assert!(numbers.is_empty() && trouble.contains("Nothing was changed"), "{why}: {trouble} {numbers:?}"),
        }
    }
    let refused = told.iter().filter(|(_, outcome)| outcome.is_err()).count();
    assert!(refused > 0 && refused < told.len(), "{refused} of {} were refused", told.len());
    println!("{} changes, {refused} refused while the server was away", told.len());
}

#[test]
fn a_server_that_is_not_there_or_does_not_know_us_is_told_without_the_password() {
    let told = |address: &str| Store::open(&StoreAddress::Postgres(address.into())).expect_err("it is refused").to_string();
    let absent = told("postgres://ann:s3cret@127.0.0.1:1/register");
    assert!(absent.contains("postgres://ann:…@127.0.0.1:1/register: Connection refused"), "{absent}");
    assert!(!absent.contains("s3cret"));
    let Some(place) = Place::on_a_server() else { return };
    let StoreAddress::Postgres(address) = &place.address else { unreachable!("it is on a server") };
    let unknown = told(&address.replace("postgres:///test", "postgres:///absent"));
    assert!(unknown.contains("does not exist") && unknown.contains("Check the name, the password"), "{unknown}");
}

#[test]
fn a_database_that_keeps_no_unicode_is_refused_before_anything_is_made_in_it() {
    let Some(place) = Place::on_a_server() else { return };
    place.behind_its_back("create database plain encoding 'SQL_ASCII' locale 'C' template template0");
    let StoreAddress::Postgres(address) = &place.address else { unreachable!("it is on a server") };
    let (_, options) = address.split_once('?').unwrap();
    let refused = Store::open(&StoreAddress::Postgres(format!("postgres:///plain?{options}"))).expect_err("it is refused").to_string();
    assert!(refused.contains("keeps texts as SQL_ASCII") && refused.contains("createdb --encoding=UTF8"), "{refused}");
}

#[test]
fn a_database_with_tables_of_something_else_is_left_as_it_is() {
    let Some(place) = Place::on_a_server() else { return };
    place.behind_its_back("create table accounts (number text); insert into accounts values ('5')");
    let refused = Store::open(&place.address).expect_err("it is refused").to_string();
    assert!(refused.contains("holds tables of something else") && refused.contains("database of its own"), "{refused}");
    place.behind_its_back(
        "do $$ begin if (select count(*) from pg_tables where schemaname = 'public') <> 1 then raise 'more'; end if; end $$",
    );
}
