//! A process that is killed while it writes takes nothing with it that it was told is kept.

use std::io::{BufRead, BufReader, Read, Write};
use std::process::{Command, Stdio};
use std::time::{Duration, SystemTime};

use store::{Expected, Store, StoreAddress, Writing};

use crate::places::{NOON, Place, all, arrangement, assert_whole, on_both, somebody};

/// Names the register to the process that is to be killed.
const WHERE: &str = "COMMONWEAL_TEST_REGISTER";

/// How often a process is killed on each database, unless COMMONWEAL_TEST_KILLS says otherwise.
const KILLS: u32 = 50;

/// Not a test: what the process does that is killed. It enters one to four changes at a time, as fast as it can, and says
/// after each time what it was told is kept.
#[test]
#[ignore = "run by the test that kills it"]
fn writes_until_it_is_killed() {
    let Ok(address) = std::env::var(WHERE) else { return };
    let store = Store::open(&StoreAddress::from_setting(&address).unwrap()).unwrap();
    let mut out = std::io::stdout();
    writeln!(out, "\nready").unwrap();
    for round in 0_usize.. {
        let why = format!("{} of {}", round % 4 + 1, store.last_number().unwrap());
        let changes: Vec<_> =
            (0..=round % 4).map(|number| arrangement(&format!("legal-{number}"), &"A shared legal team. ".repeat(20))).collect();
        let writings: Vec<_> = changes.iter().map(|change| Writing { change, why: &why, expects: Expected::Any }).collect();
        let kept = store.append(&writings, &somebody("Ann"), NOON).unwrap();
        writeln!(out, "kept {}", kept.last().unwrap().entry.number).unwrap();
        out.flush().unwrap();
    }
}

#[test]
fn every_change_that_was_said_to_be_kept_is_there_after_the_process_was_killed() {
    let kills = std::env::var("COMMONWEAL_TEST_KILLS").map_or(KILLS, |kills| kills.parse().unwrap());
    on_both(|first| {
        let mut said_in_all = 0;
        let mut place = None;
        for kill in 0..kills {
            // A new register every ten times, so that the walk along the log does not grow longer and longer.
            let place = match (kill % 10, &first.address) {
                (0, StoreAddress::Sqlite(_)) => place.insert(Place::in_a_file()),
                (0, StoreAddress::Postgres(_)) => place.insert(Place::on_a_server().unwrap()),
                _ => place.as_mut().unwrap(),
            };
            // The wait begins with the process (so that some are killed while they make the register), when it is ready, or
            // when it has said something.
            let until = ["", "ready", "kept"][kill as usize % 3];
            let said = killed_after(place, until, Duration::from_micros(u64::from(random_below(60_000))));
            said_in_all += u64::from(said > 0);
            let store = place.open();
            let last = store.last_number().unwrap();
            assert!(last >= said, "entry {said} was said to be kept, and the log ends with {last}");
            assert_whole(&store, last);
            assert_all_or_nothing(&store);
        }
        assert!(said_in_all >= u64::from(kills) / 3, "in every third round it was to say something before it was killed");
        println!("killed {kills} times; in {said_in_all} rounds entries had been said to be kept, and all were there");
    });
}

/// Kills it some time after a line that begins so. The last number that it said was kept; 0 where it said nothing.
fn killed_after(place: &Place, begins: &str, wait: Duration) -> u64 {
    let address = match &place.address {
        StoreAddress::Sqlite(path) => path.display().to_string(),
        StoreAddress::Postgres(address) => address.clone(),
    };
    let mut child = Command::new(std::env::current_exe().unwrap())
        .args(["--exact", "killed::writes_until_it_is_killed", "--ignored", "--nocapture", "--test-threads=1"])
        .env(WHERE, address)
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let mut out = BufReader::new(child.stdout.take().unwrap());
    let mut said = String::new();
    while !begins.is_empty() && !said.lines().any(|line| line.starts_with(begins)) {
        assert!(out.read_line(&mut said).unwrap() > 0, "it ended by itself: {said}");
    }
    std::thread::sleep(wait);
    child.kill().unwrap();
    child.wait().unwrap();
    out.read_to_string(&mut said).unwrap();
    // A line that was cut short was not said.
    let whole_lines = said.rfind('\n').map_or("", |end| &said[..end]);
    whole_lines.lines().filter_map(|line| line.strip_prefix("kept ")?.parse().ok()).next_back().unwrap_or(0)
}

/// Entries that were entered together say so in their reason: "3 of 17" is three entries, begun when 17 was the last.
fn assert_all_or_nothing(store: &Store) {
    let log = all(store);
    let mut place = 0;
    while place < log.len() {
        let (count, before) = log[place].entry.why.split_once(" of ").unwrap();
        let (count, before): (usize, u64) = (count.parse().unwrap(), before.parse().unwrap());
        assert_eq!(log[place].entry.number, before + 1);
        assert!(place + count <= log.len(), "of {count} entries entered together, some are missing at the end");
        assert!(log[place..place + count].iter().all(|kept| kept.entry.why == log[place].entry.why));
        place += count;
    }
}

/// The nanoseconds of the clock are as good as dice here.
fn random_below(limit: u32) -> u32 {
    SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).unwrap().subsec_nanos() / 7 % limit
}
