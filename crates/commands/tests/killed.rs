//! A run that is killed, and two runs at once: the evidence is as before or complete, never between.
#![allow(clippy::unwrap_used, clippy::disallowed_methods, reason = "a test runs the program and reads what it wrote")]

mod place;

use std::process::Stdio;
use std::time::{Duration, Instant};

use place::{Place, program, year_of_spend};

/// Counted payments of a place before and after its second file is added.
const BEFORE: &str = "72";
const AFTER: &str = "18072";

fn place_with_a_second_file() -> Place {
    let place = Place::with_two_boroughs();
    assert_eq!(place.find().code, 0);
    place.write("aldford/more.csv", year_of_spend("Kestrel Civic Software Ltd", 500).replace(",T", ",X"));
    place
}

fn counted(place: &Place) -> String {
    place.ask("select count(*) from payments where is_counted").remove(0)
}

#[test]
fn a_run_killed_at_any_moment_leaves_the_evidence_as_it_was_or_complete() {
    let place = place_with_a_second_file();
    let start = Instant::now();
    let whole = {
        let other = place_with_a_second_file();
        let start = Instant::now();
        assert_eq!(other.find().code, 0);
        start.elapsed()
    };
    let mut seen_before = 0;
    // Moments spread over the time a whole run takes, at steps that share no factor with anything in it.
    for moment in 0_u32..14 {
        let wait = whole.mul_f64(f64::from(moment * 37 % 100) / 100.0);
        let mut child = program()
            .arg("find")
            .arg(place.published())
            .arg("--out")
            .arg(place.out())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        std::thread::sleep(wait);
        child.kill().unwrap();
        child.wait().unwrap();
        let now = counted(&place);
        assert!(now == BEFORE || now == AFTER, "{now} payments after a kill at {wait:?}");
        seen_before += u32::from(now == BEFORE);
    }
    assert!(seen_before > 0, "no run was killed in time: {:?}", start.elapsed());
    assert_eq!(place.find().code, 0);
    assert_eq!(counted(&place), AFTER);
    let left_over = walk(&place.out()).into_iter().filter(|name| name.ends_with(".part")).collect::<Vec<_>>();
    assert_eq!(left_over, Vec::<String>::new());
}

fn walk(folder: &std::path::Path) -> Vec<String> {
    let entries = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    entries.flat_map(|path| if path.is_dir() { walk(&path) } else { vec![path.display().to_string()] }).collect()
}

#[test]
fn two_runs_at_once_over_one_folder_both_end_well() {
    let place = place_with_a_second_file();
    let start = || {
        let mut command = program();
        command.arg("find").arg(place.published()).arg("--out").arg(place.out()).stdout(Stdio::null()).stderr(Stdio::null());
        command.spawn().unwrap()
    };
    let (mut first, mut second) = (start(), start());
    std::thread::sleep(Duration::from_millis(10));
    assert!(first.wait().unwrap().success() && second.wait().unwrap().success());
    assert_eq!(counted(&place), AFTER);
}
