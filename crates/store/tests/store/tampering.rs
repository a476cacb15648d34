//! What happens to the log behind the store's back is found and named.

use store::{ChainFault, Store};

use crate::places::{Place, all, assert_whole, filled, on_both};

/// The numbers of entries that are named as changed.
fn changed(faults: &[ChainFault]) -> Vec<u64> {
    faults.iter().filter_map(|fault| if let ChainFault::Changed { number, .. } = fault { Some(*number) } else { None }).collect()
}

#[test]
fn a_change_in_any_column_of_any_entry_is_found_and_the_entry_named() {
    on_both(|place| {
        let store = filled(place, 4);
        place.unguard();
        let other_texts = ["record", "account", "author", "why", "change", "digest"].map(|column| (column, format!("{column} || 'x'")));
        let other_numbers = [
            ("version", "version + 7"),
            ("version", "-version"),
            ("version", "5000000000"),
            ("entered", "entered + 1"),
            ("entered", "-9000000000000000000"),
        ]
        .map(|(column, other)| (column, other.to_string()));
        for (column, other) in other_texts.iter().chain(&other_numbers) {
            for number in 1..=4 {
                place.behind_its_back(&format!(
                    "create table before as select * from entries; update entries set {column} = {other} where number = {number}"
                ));
                let chain = store.verify(&mut |_, _| {}).unwrap();
                assert!(changed(&chain.faults).contains(&number), "{column} of {number}: {:?}", chain.faults);
                assert!(chain.faults[0].to_string().contains(&format!("Entry {number}")), "{}", chain.faults[0]);
                place.behind_its_back(&format!(
                    "update entries set {column} = (select {column} from before where before.number = entries.number); drop table before"
                ));
                assert_whole(&store, 4);
            }
        }
    });
}

#[test]
fn an_entry_taken_out_of_the_middle_is_named() {
    on_both(|place| {
        let store = filled(place, 6);
        place.unguard();
        place.behind_its_back("delete from entries where number in (3, 4)");
        let chain = store.verify(&mut |_, _| {}).unwrap();
        assert_eq!(chain.faults[0], ChainFault::Missing { from: 3, to: 4 });
        assert_eq!(chain.faults[0].to_string(), "Entries 3 to 4 are gone.");
        assert_eq!(chain.entries, 4);
    });
}

#[test]
fn the_last_entry_taken_away_is_missed_by_the_head_of_the_log() {
    on_both(|place| {
        let store = filled(place, 4);
        place.unguard();
        place.behind_its_back("delete from entries where number = 4");
        let chain = store.verify(&mut |_, _| {}).unwrap();
        assert_eq!(chain.faults, [ChainFault::Head { number: 4, found: 3 }]);
    });
}

/// Nothing inside the database can show this; what was noted outside it can.
#[test]
fn the_last_entry_taken_away_with_its_trace_in_the_head_is_shown_by_a_note_kept_elsewhere() {
    on_both(|place| {
        let store = filled(place, 4);
        let noted = store.verify(&mut |_, _| {}).unwrap();
        place.unguard();
        place.behind_its_back(
            "delete from entries where number = 4; \
             update head set number = 3, digest = (select digest from entries where number = 3)",
        );
        let chain = store.verify(&mut |_, _| {}).unwrap();
        assert!(chain.is_whole());
        assert_eq!(store.digest_of(noted.last_number).unwrap(), None);
        assert_ne!((chain.last_number, chain.last_digest), (noted.last_number, noted.last_digest));
    });
}

#[test]
fn two_entries_exchanged_are_both_named() {
    on_both(|place| {
        let store = filled(place, 5);
        place.unguard();
        place.behind_its_back(
            "update entries set number = 100 where number = 2; update entries set number = 2 where number = 4; \
             update entries set number = 4 where number = 100",
        );
        let chain = store.verify(&mut |_, _| {}).unwrap();
        let named = changed(&chain.faults);
        assert!(named.contains(&2) && named.contains(&4), "{:?}", chain.faults);
    });
}

#[test]
fn an_entry_slipped_in_at_the_end_is_found() {
    on_both(|place| {
        let store = filled(place, 3);
        place.behind_its_back(
            "insert into entries select 4, 'arrangement/new', 1, entered, account, author, why, change, digest from entries where number = 3",
        );
        let chain = store.verify(&mut |_, _| {}).unwrap();
        assert_eq!(changed(&chain.faults), [4]);
        assert!(chain.faults.contains(&ChainFault::Head { number: 3, found: 4 }), "{:?}", chain.faults);
    });
}

#[test]
fn a_log_that_is_wrong_throughout_is_told_in_a_hundred_lines_and_a_count() {
    on_both(|place| {
        let store = filled(place, 130);
        place.unguard();
        place.behind_its_back("update entries set why = 'because'");
        let chain = store.verify(&mut |_, _| {}).unwrap();
        assert_eq!((chain.faults.len(), chain.further_faults), (100, 30));
    });
}

#[test]
fn a_slip_with_a_statement_is_refused_by_the_database_itself() {
    on_both(|place| {
        let store = filled(place, 2);
        for slip in ["update entries set why = ''", "delete from entries"] {
            let slipped = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| place.behind_its_back(slip)));
            assert!(slipped.is_err(), "{slip} was done");
        }
        assert_whole(&store, 2);
    });
}

/// A page of the file at a time is overwritten, as a failing disk would. What is read then is as it was, or it is told that
/// something is wrong; nothing stops in the middle.
#[test]
fn a_file_damaged_in_any_page_is_told_or_reads_as_it_was() {
    let place = Place::in_a_file();
    let before = all(&filled(&place, 40));
    let good = std::fs::read(place.path("register.db")).unwrap();
    let (page_bytes, mut told) = (4096, 0);
    for at in (0..good.len()).step_by(page_bytes) {
        let other = Place::in_a_file();
        let mut bad = good.clone();
        bad[at + 100..at + page_bytes].fill(0xa5);
        std::fs::write(other.path("register.db"), bad).unwrap();
        let walked = Store::open(&other.address).and_then(|store| Ok((store.verify(&mut |_, _| {})?, store)));
        match walked {
            Ok((chain, store)) if chain.is_whole() => assert_eq!(all(&store), before),
            Ok(_) | Err(_) => told += 1,
        }
    }
    assert!(told > 5, "{told} of {} pages were missed", good.len() / page_bytes);
}

#[test]
fn bytes_that_are_no_text_are_found_like_any_other_change() {
    let place = Place::in_a_file();
    let store = filled(&place, 3);
    place.unguard();
    place.behind_its_back("update entries set why = cast(x'ff00fe' as text) where number = 2");
    assert_eq!(changed(&store.verify(&mut |_, _| {}).unwrap().faults), [2]);
}
