//! The log beside a slow, obvious twin: a list in memory.
//!
//! The rule: whatever is entered in whatever order, both keep the same and refuse the same.

use std::sync::OnceLock;

use proptest::prelude::*;
use store::{Expected, Overtaken, Refused, Store, Writing};

use crate::places::{NOON, Place, all, assert_whole, confirmed, somebody};

/// One change of one of three records, what its writer had seen, and why.
type Wanted = (u8, Expected, String);

/// What the twin keeps: record, version, why.
type Line = (String, u32, String);

/// A list in memory.
#[derive(Default)]
struct Twin {
    lines: Vec<Line>,
}

impl Twin {
    /// All or nothing; the error is the record that stood at another version, and which.
    fn append(&mut self, wanted: &[Wanted]) -> Result<Vec<Line>, (String, u32)> {
        let mut lines = self.lines.clone();
        for (record, expects, why) in wanted {
            let record = format!("arrangement/r{record}");
            let latest = lines.iter().filter(|line| line.0 == record).map(|line| line.1).max().unwrap_or(0);
            match expects {
                Expected::New if latest != 0 => return Err((record, latest)),
                Expected::Version(version) if *version != latest => return Err((record, latest)),
                _ => lines.push((record, latest + 1, why.clone())),
            }
        }
        let new = lines[self.lines.len()..].to_vec();
        self.lines = lines;
        Ok(new)
    }
}

fn append(store: &Store, wanted: &[Wanted]) -> Result<Vec<Line>, (String, u32)> {
    let changes: Vec<_> = wanted.iter().map(|(record, _, _)| confirmed(&format!("r{record}"))).collect();
    let mut writings = Vec::new();
    for (change, (_, expects, why)) in changes.iter().zip(wanted) {
        writings.push(Writing { change, why, expects: *expects });
    }
    match store.append(&writings, &somebody("Ann"), NOON) {
        Ok(kept) => Ok(kept.into_iter().map(|kept| (kept.record, kept.version, kept.entry.why)).collect()),
        Err(Refused::Overtaken(Overtaken { record, version, .. })) => Err((record, version)),
        Err(Refused::Trouble(trouble)) => {
            let record = trouble.could_not.strip_prefix("correct ").unwrap_or_else(|| panic!("{trouble}"));
            Err((record.to_string(), 0))
        }
    }
}

fn wanted() -> impl Strategy<Value = Vec<Vec<Wanted>>> {
    let expects = prop_oneof![Just(Expected::Any), Just(Expected::Any), Just(Expected::New), (0_u32..4).prop_map(Expected::Version)];
    // Any text at all, but for the one character that is refused.
    let why = "[^\u{0}]{0,12}";
    prop::collection::vec(prop::collection::vec((0_u8..3, expects, why), 1..4), 1..12)
}

fn same_as_the_twin(place: &Place, wanted: &[Vec<Wanted>]) {
    let (store, mut twin) = (place.open(), Twin::default());
    for wanted in wanted {
        assert_eq!(append(&store, wanted), twin.append(wanted), "{wanted:?}");
    }
    let kept: Vec<Line> = all(&place.open()).into_iter().map(|kept| (kept.record, kept.version, kept.entry.why)).collect();
    assert_eq!(kept, twin.lines);
    assert_whole(&store, twin.lines.len() as u64);
}

/// One database for all rounds, made empty before each.
static DATABASE: OnceLock<Option<String>> = OnceLock::new();

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whatever_is_entered_in_whatever_order_both_keep_the_same_and_refuse_the_same(wanted in wanted()) {
        same_as_the_twin(&Place::in_a_file(), &wanted);
        if let Some(address) = DATABASE.get_or_init(|| Some(crate::server::shared_server()?.database())) {
            let place = Place::at(address.clone());
            place.destroy();
            same_as_the_twin(&place, &wanted);
        }
    }
}
