//! How fast the store is: `cargo run --release --package store --example measure FOLDER [ENTRIES] [postgres://…]`.
//!
//! Makes a register of so many entries (100,000 if not said) in a file in FOLDER, and in the empty database if one is named,
//! and prints how long appending, reading, walking along, backing up and restoring took, by the clock and as CPU seconds of
//! this process. It judges nothing, and leaves what it made where it is.
#![allow(clippy::disallowed_methods, reason = "a program is told its folder, and looks at the clock; the rules of the register do not")]

use std::error::Error;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use definitions::{ArrangementId, Fingerprint, thousands};
use register::{Arrangement, Author, Change, Moment};
use store::{Expected, Refused, Store, StoreAddress, Writing};

/// A moment like any other.
const THEN: Moment = Moment(1_795_341_600);

/// For how long what is counted by the second is done.
const COUNTED: Duration = Duration::from_secs(3);

fn main() -> Result<(), Box<dyn Error>> {
    let mut words = std::env::args().skip(1);
    let folder =
        PathBuf::from(words.next().ok_or("say in which folder to work, how many entries to make, and which empty database to use")?);
    let entries: u64 = words.next().map_or(Ok(100_000), |word| word.parse())?;
    measure("SQLite", &StoreAddress::Sqlite(folder.join("measured.db")), &folder, entries)?;
    if let Some(setting) = words.next() {
        measure("PostgreSQL", &StoreAddress::from_setting(&setting)?, &folder, entries)?;
    }
    Ok(())
}

fn measure(name: &str, address: &StoreAddress, folder: &Path, entries: u64) -> Result<(), Box<dyn Error>> {
    println!("{name}");
    let store = Store::open(address)?;
    let change = arrangement()?;
    let append = |count: usize| -> Result<(), Refused> {
        let writings = vec![Writing { change: &change, why: "A correction of the lead officer", expects: Expected::Any }; count];
        store.append(&writings, &Author { account: "a1".into(), name: "Ann Oak".into() }, THEN).map(drop)
    };
    each_second("appends, one at a time", || append(1).map_err(|refused| refused.told("append")))?;
    let left = entries.saturating_sub(store.last_number()?);
    took("the rest of the entries, a hundred at a time", || {
        (0..left.div_ceil(100)).try_for_each(|_| append(100).map_err(|refused| refused.told("append")))
    })?;
    let made = store.last_number()?;
    each_second("questions for the last number", || store.last_number().map(drop))?;
    each_second("questions for a session", || store.session(Fingerprint([7; 32]), THEN).map(drop))?;
    took(&format!("reading {} entries, a thousand at a time", thousands(made)), || {
        let mut last = 0;
        while last < made {
            last = store.entries_after(last, 1000)?.last().map_or(made, |kept| kept.entry.number);
        }
        Ok(())
    })?;
    took(&format!("walking along {} entries", thousands(made)), || {
        let chain = store.verify(&mut |_, _| {})?;
        assert!(chain.is_whole(), "{:?}", chain.faults);
        Ok(())
    })?;
    let backup = folder.join(format!("measured-{name}.backup"));
    took("backup", || store.backup(&backup).map(|made| println!("  ({} bytes)", thousands(made.bytes))))?;
    if let StoreAddress::Sqlite(_) = address {
        took("restore into a file", || Store::restore(&backup, &StoreAddress::Sqlite(folder.join("restored.db"))).map(drop))?;
    }
    Ok(())
}

/// About as long as one that an officer fills in.
fn arrangement() -> Result<Change, serde_json::Error> {
    let facts = r#"{"id":"","title":"","parties":[{"body":"ashby","role":"lead"},{"body":"beckford","role":"partner"}],
                    "kind":"joint-committee","savings":{"no-figure":"too-early"}}"#;
    let facts: Arrangement = serde_json::from_str(facts)?;
    let summary = "One team of solicitors serves both councils from one office, under one head of service. ".repeat(8);
    let id = ArrangementId::new("shared-legal-team");
    Ok(Change::Published(Box::new(Arrangement { id, title: "Shared legal team".into(), summary, ..facts })))
}

fn took(what: &str, act: impl FnOnce() -> Result<(), definitions::Trouble>) -> Result<(), definitions::Trouble> {
    let (begun, busy) = (Instant::now(), cpu_seconds());
    act()?;
    println!("  {what}: {:.2} s, {:.2} CPU seconds", begun.elapsed().as_secs_f64(), cpu_seconds() - busy);
    Ok(())
}

fn each_second(what: &str, mut act: impl FnMut() -> Result<(), definitions::Trouble>) -> Result<(), definitions::Trouble> {
    let (begun, busy) = (Instant::now(), cpu_seconds());
    let mut count = 0_u64;
    while begun.elapsed() < COUNTED {
        act()?;
        count += 1;
    }
    let a_second = thousands((count as f64 / begun.elapsed().as_secs_f64()) as u64);
    println!("  {what}: {a_second} a second, {:.0} CPU microseconds each", (cpu_seconds() - busy) / count as f64 * 1e6);
    Ok(())
}

/// What this process has used, user and system, as Linux counts it in hundredths; a server's own work is not in it.
fn cpu_seconds() -> f64 {
    let line = std::fs::read_to_string("/proc/self/stat").unwrap_or_default();
    // The second field, the program's name, ends with the last bracket; user and system time are the 12th and 13th after it.
    let after = line.rsplit(')').next().unwrap_or_default();
    after.split_whitespace().skip(11).take(2).filter_map(|ticks| ticks.parse::<f64>().ok()).sum::<f64>() / 100.0
}
