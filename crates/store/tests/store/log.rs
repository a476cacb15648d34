//! What an officer may rely on when something was entered.

use register::{Change, Moment};
use store::{Expected, Overtaken, Refused, Store, StoreAddress, Writing};

use crate::places::{NOON, Place, all, arrangement, assert_whole, confirmed, enter, filled, on_both, somebody};

#[test]
fn what_was_entered_is_read_back_as_it_was_in_the_same_order_after_opening_again() {
    on_both(|place| {
        let titles = ["Legal", "Größe, £5m – “quoted” \u{1F30D}", "", "'; drop table entries; --", "$1 and ?1"];
        let kept: Vec<_> = titles.iter().map(|title| enter(&place.open(), &arrangement("legal", title), title)).collect();
        let store = place.open();
        assert_eq!(all(&store), kept);
        let numbers: Vec<_> = kept.iter().map(|kept| (kept.entry.number, kept.version, kept.record.as_str())).collect();
        assert_eq!(numbers, [1, 2, 3, 4, 5].map(|number| (number as u64, number as u32, "arrangement/legal")));
        assert_eq!(kept[1].entry.change, arrangement("legal", titles[1]));
        assert_eq!((kept[3].entry.why.as_str(), kept[3].entry.entered), (titles[3], NOON));
        assert_whole(&store, 5);
    });
}

#[test]
fn the_log_is_read_on_from_where_one_stopped() {
    on_both(|place| {
        let store = filled(place, 7);
        let numbers =
            |after, at_most| -> Vec<u64> { store.entries_after(after, at_most).unwrap().iter().map(|kept| kept.entry.number).collect() };
        assert_eq!(numbers(0, 3), [1, 2, 3]);
        assert_eq!(numbers(3, 3), [4, 5, 6]);
        assert_eq!(numbers(6, 3), [7]);
        assert_eq!(numbers(7, 3), Vec::<u64>::new());
        assert_eq!(numbers(u64::MAX, 3), Vec::<u64>::new());
        assert_eq!(store.last_number().unwrap(), 7);
        assert_eq!(place.open().last_number().unwrap(), 7);
    });
}

#[test]
fn of_two_people_who_save_the_same_record_the_second_is_told_by_whom_and_when_and_keeps_nothing() {
    on_both(|place| {
        let (first, second) = (place.open(), place.open());
        let save = |store: &Store, title: &str, who: &str, expects, at| {
            store.append(&[Writing { change: &arrangement("legal", title), why: "a correction", expects }], &somebody(who), at)
        };
        save(&first, "Legal", "Ann", Expected::New, Moment(10)).unwrap();
        save(&first, "Legal team", "Ann", Expected::Version(1), Moment(20)).unwrap();
        let overtaken = |version, at| Overtaken { record: "arrangement/legal".into(), by: somebody("Ann"), at: Moment(at), version };
        let refused = save(&second, "Law", "Bob", Expected::Version(1), Moment(30)).unwrap_err();
        assert_eq!(refused, Refused::Overtaken(overtaken(2, 20)));
        assert_eq!(save(&second, "Law", "Bob", Expected::New, Moment(30)).unwrap_err(), Refused::Overtaken(overtaken(2, 20)));
        let told = refused.told("save your correction").to_string();
        assert_eq!(
            told,
            "could not save your correction: Ann saved version 2 of arrangement/legal at 1970-01-01T00:00:20Z, after you opened it. \
             Nothing of yours was kept here: look at what they saved, and enter again what is still right."
        );
        assert_eq!(save(&second, "Law", "Bob", Expected::Version(2), Moment(40)).unwrap()[0].version, 3);
        assert_whole(&first, 3);
    });
}

#[test]
fn several_changes_are_kept_together_or_not_at_all() {
    on_both(|place| {
        let store = filled(place, 3);
        let (legal, waste) = (confirmed("legal"), confirmed("waste"));
        let both = [
            Writing { change: &legal, why: "still true", expects: Expected::Version(1) },
            Writing { change: &waste, why: "still true", expects: Expected::Version(9) },
        ];
        assert!(matches!(store.append(&both, &somebody("Ann"), NOON), Err(Refused::Overtaken(Overtaken { version: 1, .. }))));
        assert_whole(&store, 3);
        let twice = [
            Writing { change: &legal, why: "still true", expects: Expected::Version(1) },
            Writing { change: &legal, why: "and again", expects: Expected::Version(2) },
        ];
        let kept = store.append(&twice, &somebody("Ann"), NOON).unwrap();
        assert_eq!(kept.iter().map(|kept| (kept.entry.number, kept.version)).collect::<Vec<_>>(), [(4, 2), (5, 3)]);
        assert_whole(&store, 5);
    });
}

#[test]
fn nothing_to_enter_is_no_entry() {
    on_both(|place| {
        let store = filled(place, 1);
        assert_eq!(store.append(&[], &somebody("Ann"), NOON), Ok(vec![]));
        assert_whole(&store, 1);
    });
}

#[test]
fn correcting_a_record_that_was_never_entered_is_refused_in_a_sentence() {
    on_both(|place| {
        let store = place.open();
        let change = arrangement("legal", "Legal");
        let refused = store.append(&[Writing { change: &change, why: "", expects: Expected::Version(4) }], &somebody("Ann"), NOON);
        let Err(Refused::Trouble(trouble)) = refused else { panic!("{refused:?}") };
        assert!(trouble.to_string().starts_with("could not correct arrangement/legal: there is no such record here."), "{trouble}");
    });
}

#[test]
fn a_text_that_one_of_the_databases_could_not_keep_is_refused_by_both() {
    on_both(|place| {
        let store = filled(place, 1);
        let refuse =
            |why: &str| match store.append(&[Writing { change: &confirmed("legal"), why, expects: Expected::Any }], &somebody("Ann"), NOON)
            {
                Err(Refused::Trouble(trouble)) => trouble.to_string(),
                other => panic!("{other:?}"),
            };
        assert!(refuse("a\0b").contains("character number nought"));
        assert!(refuse(&"x".repeat(store::TEXT_BYTES_AT_MOST + 1)).contains("4194305 bytes long"));
        assert_whole(&store, 1);
        // In a title it is written as JSON writes it, and so it can be kept.
        let title = "a\0b";
        assert_eq!(enter(&store, &arrangement("legal", title), "").entry.change, arrangement("legal", title));
        assert!(matches!(&all(&store)[1].entry.change, Change::Published(read) if read.title == title));
    });
}

#[test]
fn an_entry_that_could_not_be_read_again_is_refused_before_it_stops_all_after_it() {
    on_both(|place| {
        let store = filled(place, 1);
        let refuse = |change: &Change, at| match store.append(&[Writing { change, why: "", expects: Expected::Any }], &somebody("Ann"), at)
        {
            Err(Refused::Trouble(trouble)) => trouble.to_string(),
            other => panic!("{other:?}"),
        };
        for at in [i64::MAX, i64::MIN, 253_402_300_800] {
            let told = refuse(&confirmed("legal"), Moment(at));
            assert!(told.contains("in no year of four digits") && told.contains("the clock"), "{told}");
        }
        let told = refuse(&confirmed(&"l".repeat(3000)), NOON);
        assert!(told.contains("the name is 3012 bytes long, and 1000 is the most"), "{told}");
        assert_whole(&store, 1);
        // The last second of the year 9999 is the last that can be written.
        store
            .append(&[Writing { change: &confirmed("legal"), why: "", expects: Expected::Any }], &somebody("Ann"), Moment(253_402_300_799))
            .unwrap();
        assert_eq!(all(&store).len(), 2);
    });
}

/// Two registers opened apart share nothing but the database, as two processes do.
#[test]
fn two_processes_that_enter_a_thousand_changes_side_by_side_leave_no_gap_and_no_double() {
    on_both(|place| {
        place.open();
        std::thread::scope(|scope| {
            for writer in ["Ann", "Bob"] {
                scope.spawn(move || {
                    let store = place.open();
                    for _ in 0..500 {
                        let change = confirmed(&format!("{writer}-legal"));
                        store.append(&[Writing { change: &change, why: "", expects: Expected::Any }], &somebody(writer), NOON).unwrap();
                    }
                });
            }
        });
        let store = place.open();
        assert_whole(&store, 1000);
        let by_ann = all(&store).iter().filter(|kept| kept.entry.by == somebody("Ann")).count();
        assert_eq!(by_ann, 500);
    });
}

#[test]
fn of_many_who_save_the_same_version_at_once_exactly_one_is_first() {
    on_both(|place| {
        let store = filled(place, 3);
        for version in 1..=10 {
            let outcomes: Vec<_> = std::thread::scope(|scope| {
                let save = |who: &'static str| {
                    let store = store.clone();
                    scope.spawn(move || {
                        let change = confirmed("legal");
                        store.append(&[Writing { change: &change, why: "", expects: Expected::Version(version) }], &somebody(who), NOON)
                    })
                };
                let savers: Vec<_> = ["Ann", "Bob", "Cem", "Dee"].map(save).into_iter().collect();
                savers.into_iter().map(|saver| saver.join().unwrap()).collect()
            });
            assert_eq!(outcomes.iter().filter(|outcome| outcome.is_ok()).count(), 1, "{outcomes:?}");
            assert_eq!(outcomes.iter().filter(|outcome| matches!(outcome, Err(Refused::Overtaken(_)))).count(), 3, "{outcomes:?}");
        }
        assert_whole(&store, 13);
    });
}

#[test]
fn processes_that_start_together_on_a_new_register_all_find_it_ready() {
    on_both(|place| {
        std::thread::scope(|scope| {
            for _ in 0..6 {
                scope.spawn(|| assert_eq!(place.open().last_number().unwrap(), 0));
            }
        });
    });
}

#[test]
fn an_entry_of_a_newer_program_is_named_and_not_passed_over() {
    on_both(|place| {
        let store = filled(place, 3);
        place.unguard();
        place.behind_its_back(r#"update entries set change = '{"change":"merged","with":"legal"}' where number = 2"#);
        let trouble = store.entries_after(0, 10).unwrap_err().to_string();
        assert!(trouble.contains("entry 2 of the log, about arrangement/payroll") && trouble.contains("newest commonweal"), "{trouble}");
    });
}

#[test]
fn a_register_that_was_made_by_a_newer_program_is_left_alone() {
    on_both(|place| {
        filled(place, 1);
        place.behind_its_back("insert into schema_steps (version, done) values (99, 0)");
        let trouble = Store::open(&place.address).expect_err("it is refused").to_string();
        assert!(trouble.contains("made by a newer commonweal") && trouble.contains("version 99"), "{trouble}");
    });
}

#[test]
fn looking_at_a_register_that_is_not_there_makes_none() {
    on_both(|place| {
        for _ in 0..2 {
            let told = Store::open_existing(&place.address).expect_err("there is none").to_string();
            assert!(told.contains("there is no ") && told.contains("Look for a slip in its name"), "{told}");
        }
        filled(place, 2);
        assert_whole(&Store::open_existing(&place.address).unwrap(), 2);
    });
}

#[test]
fn a_place_where_no_register_can_be_is_named_with_what_to_do() {
    let place = Place::in_a_file();
    let refusal = |path: std::path::PathBuf| Store::open(&StoreAddress::Sqlite(path)).expect_err("it is refused").to_string();
    assert!(refusal(place.folder.path().to_path_buf()).contains("it is a folder"));
    assert!(refusal(place.path("absent/register.db")).contains("folder it should lie in does not exist"));
    std::fs::write(place.path("letter.txt"), "Dear Sir or Madam, this is a letter and no register.\n".repeat(40)).unwrap();
    assert!(refusal(place.path("letter.txt")).contains("it is not a database file"));
    rusqlite::Connection::open(place.path("other.db")).unwrap().execute_batch("create table birds (name text)").unwrap();
    assert!(refusal(place.path("other.db")).contains("it is a database of something else"));
    let birds: i64 =
        rusqlite::Connection::open(place.path("other.db")).unwrap().query_row("select count(*) from birds", [], |row| row.get(0)).unwrap();
    assert_eq!(birds, 0, "it was left as it is");
}

#[test]
fn the_file_of_a_register_and_those_beside_it_are_its_owners_alone() {
    use std::os::unix::fs::PermissionsExt;
    let place = Place::in_a_file();
    let store = filled(&place, 1);
    for name in ["register.db", "register.db-wal", "register.db-shm"] {
        assert_eq!(std::fs::metadata(place.path(name)).unwrap().permissions().mode() & 0o777, 0o600, "{name}");
    }
    drop(store);
}
