//! `commonweal suppliers judge`, `review`, `judgements` and `why`, run as a person runs them, over made-up places.
#![allow(clippy::unwrap_used, clippy::disallowed_methods, reason = "a test runs the program and reads what it wrote")]

mod place;

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use place::{Place, Ran, program, westmarch};

fn suppliers(place: &Place, words: &[&str]) -> Ran {
    Ran::of(program().arg("suppliers").args(words).arg("--place").arg(place.published()).output().unwrap())
}

fn judge(place: &Place, a: &str, b: &str, answer: &str, by: &str) -> Ran {
    suppliers(place, &["judge", a, b, answer, "--by", by, "--why", "The invoices say so", "--on", "2026-04-30"])
}

/// How many suppliers the rows whose published name is like `pattern` have.
fn count(place: &Place, pattern: &str) -> Vec<String> {
    place.ask(&format!("select count(distinct supplier_id) from payments where supplier ilike '{pattern}'"))
}

#[test]
fn what_a_person_keeps_apart_the_next_run_keeps_apart_and_says_who_decided() {
    let place = Place::with_two_boroughs();
    place.find();
    assert_eq!(count(&place, "kestrel%"), ["1"]);
    let ran = judge(&place, "Kestrel Civic Software Ltd", "KESTREL CIVIC SOFTWARE LIMITED", "different", "Kim Reed");
    assert_eq!(ran.code, 0, "{}", ran.errors);
    let again = place.find_with(&["--json"]);
    assert!(again.text.contains("\"was_unchanged\":false") && again.text.contains("\"files_opened\":0"), "{}", again.text);
    assert_eq!(count(&place, "kestrel%"), ["2"]);
    for name in ["report.html", "remarks.csv", "suppliers.csv"] {
        let text = fs::read_to_string(place.out().join(name)).unwrap();
        assert!(text.contains("Kim Reed judged") && text.contains("to be two suppliers on 30 April 2026"), "{name}");
    }
    let changes = place.ask("select change, count(*) from supplier_changes group by change");
    assert_eq!(changes, ["split|1"], "the smaller part has a new id, and that is logged");
    let unchanged = place.find_with(&["--json"]);
    assert!(unchanged.text.contains("\"was_unchanged\":true"), "{}", unchanged.text);
}

#[test]
fn two_people_who_disagree_are_told_of_in_the_report_until_one_gives_way() {
    let place = Place::with_two_boroughs();
    judge(&place, "Kestrel Civic Software Ltd", "Kestrel Civic Software Limited", "different", "Kim Reed");
    let second = judge(&place, "Kestrel Civic Software Ltd", "Kestrel Civic Software Limited", "same", "Ash Vale");
    assert!(second.text.contains("cannot all be true") && second.text.contains("judgements.csv, line 2"), "{}", second.text);
    place.find();
    assert!(fs::read_to_string(place.out().join("report.html")).unwrap().contains("cannot all be true"));
    assert_eq!(count(&place, "kestrel%"), ["2"], "meanwhile they are kept apart");
    let later = [
        "judge",
        "Kestrel Civic Software Ltd",
        "Kestrel Civic Software Limited",
        "same",
        "--by",
        "Kim Reed",
        "--why",
        "Asked the firm",
        "--on",
        "2026-05-01",
    ];
    assert!(!suppliers(&place, &later).text.contains("cannot all be true"));
    place.find();
    assert_eq!(count(&place, "kestrel%"), ["1"]);
    let listed = Ran::of(program().args(["suppliers", "judgements", "--json"]).arg(place.published()).output().unwrap());
    let listed: serde_json::Value = serde_json::from_str(&listed.text).unwrap();
    let stands: Vec<bool> = listed["judgements"].as_array().unwrap().iter().map(|one| one["stands"].as_bool().unwrap()).collect();
    assert_eq!(stands, [false, true, true], "nothing was overwritten");
}

#[test]
fn a_question_that_is_answered_in_its_file_is_not_asked_again() {
    let place = Place::empty();
    let lines = |name: &str| format!("Date,Supplier,Net amount\n01/04/2026,{name},90000.00\n02/04/2026,Corner Bakery Ltd,12.00\n");
    place.write("aldford/april.csv", lines("Quincewell Energy"));
    place.write("bexton/april.csv", lines("Quincewell Energy Plumbing Medlar Ltd"));
    place.find();
    let questions = place.out().join("questions.csv");
    let review = |more: &[&str]| Ran::of(program().args(["suppliers", "review"]).arg(place.out()).args(more).output().unwrap());
    let asked = review(&["--out", questions.to_str().unwrap()]);
    assert_eq!(asked.code, 0, "{}", asked.errors);
    let text = fs::read_to_string(&questions).unwrap();
    assert!(text.contains("Quincewell Energy,,,Quincewell Energy Plumbing Medlar Ltd,,"), "{text}");
    assert!(text.contains(",90000.00,1,"), "what the smaller side was paid is at stake: {text}");
    fs::write(&questions, text.replacen("\r\n,,,", "\r\ndifferent,Two addresses,Kim Reed,", 1)).unwrap();
    let filled = suppliers(&place, &["judge", "--file", questions.to_str().unwrap(), "--dry-run"]);
    assert!(filled.text.contains("Dry run: 1 judgement would be recorded"), "{}{}", filled.text, filled.errors);
    assert!(!place.published().join("judgements.csv").exists());
    suppliers(&place, &["judge", "--file", questions.to_str().unwrap()]);
    place.find();
    assert!(!review(&["--json"]).text.contains("Quincewell Energy Plumbing"), "it is settled");
}

#[test]
fn a_bad_line_in_a_file_of_answers_is_named_and_nothing_is_recorded() {
    let place = Place::with_two_boroughs();
    let filled = place.published().join("../filled.csv");
    fs::write(&filled, "judgement,why,by,name_a,name_b\nsame,x,Kim,Quince Ltd,Medlar Ltd\nperhaps,x,Kim,Quince Ltd,Damson Ltd\n").unwrap();
    let ran = suppliers(&place, &["judge", "--file", filled.to_str().unwrap()]);
    assert_eq!(ran.code, 2);
    assert!(ran.errors.contains("line 3: \"perhaps\" is not same, different or unsure"), "{}", ran.errors);
    assert!(!place.published().join("judgements.csv").exists());
    fs::write(place.published().join("judgements.csv"), "judgement,name_a\nsame,Quince\n").unwrap();
    let found = place.find();
    assert_eq!(found.code, 2);
    assert!(found.errors.contains("judgements.csv") && found.errors.contains("no column name_b"), "{}", found.errors);
}

#[test]
fn why_tells_what_was_published_beside_both_names_and_adds_up() {
    let place = Place::with_two_boroughs();
    place.find();
    let ran = Ran::of(
        program()
            .args(["suppliers", "why", "kestrel civic software ltd", "Kestrel Civic Software Limited", "--place"])
            .arg(place.out())
            .output()
            .unwrap(),
    );
    assert_eq!(ran.code, 0, "{}", ran.errors);
    for part in [
        "One supplier.",
        "one before anything is compared",
        "in all: a probability of",
        "aldford: 12 payments, £108,000",
        "bexton: 12 payments, £108,000",
    ] {
        assert!(ran.text.contains(part), "{part} is not in {}", ran.text);
    }
    let unknown = Ran::of(
        program().args(["suppliers", "why", "Kestrel Software", "Corner Bakery Ltd", "--place"]).arg(place.out()).output().unwrap(),
    );
    assert_eq!(unknown.code, 2);
    assert!(unknown.errors.contains("no body writes one so; some write:"), "{}", unknown.errors);
}

/// Which names, as written by which body, are together.
fn groups(out: &Path, folder: &Path) -> BTreeSet<BTreeSet<String>> {
    let answer = folder.join("groups.csv");
    let query = "select distinct supplier_id, body, supplier from payments where supplier_id is not null";
    let ran = Ran::of(program().arg("sql").arg(query).arg("--evidence").arg(out).arg("--out").arg(&answer).output().unwrap());
    assert_eq!(ran.code, 0, "{}", ran.errors);
    let mut groups: std::collections::BTreeMap<String, BTreeSet<String>> = std::collections::BTreeMap::new();
    for row in csv::Reader::from_path(answer).unwrap().records().map(Result::unwrap) {
        groups.entry(row[0].to_string()).or_default().insert(format!("{} {}", &row[1], &row[2]));
    }
    groups.into_values().collect()
}

/// Copies the folders of the bodies whose names `wanted` accepts.
fn copy(from: &Path, to: &Path, wanted: &dyn Fn(&str) -> bool) {
    for entry in fs::read_dir(from).unwrap().map(Result::unwrap) {
        let name = entry.file_name().into_string().unwrap();
        if entry.path().is_dir() && wanted(&name) {
            fs::create_dir_all(to.join(&name)).unwrap();
            for file in fs::read_dir(entry.path()).unwrap().map(Result::unwrap).filter(|file| file.path().is_file()) {
                fs::copy(file.path(), to.join(&name).join(file.file_name())).unwrap();
            }
        }
    }
}

#[test]
fn a_county_read_body_by_body_has_the_suppliers_of_one_read_at_once_and_keeps_its_ids() {
    let folder = tempfile::tempdir().unwrap();
    let (grown, at_once) = (folder.path().join("grown"), folder.path().join("at-once"));
    let (out_grown, out_at_once) = (folder.path().join("out-grown"), folder.path().join("out-at-once"));
    let find = |place: &Path, out: &Path| {
        let ran =
            Ran::of(program().arg("find").arg(place).arg("--out").arg(out).args(["--today", "2026-11-22", "--quiet"]).output().unwrap());
        assert!(ran.code < 2, "{}", ran.errors);
    };
    let source = if westmarch().join("published").is_dir() { westmarch().join("published") } else { westmarch() };
    for part in [&["aldford", "bexton"][..], &["aldford", "bexton", "carrow"], &[]] {
        copy(&source, &grown, &|name| part.is_empty() || part.contains(&name));
        find(&grown, &out_grown);
    }
    copy(&source, &at_once, &|_| true);
    find(&at_once, &out_at_once);
    assert_eq!(groups(&out_grown, folder.path()), groups(&out_at_once, folder.path()));
    let ids = || {
        let answer = folder.path().join("ids.csv");
        let query = "select distinct body, supplier, supplier_id from payments where supplier_id is not null order by 1, 2, 3";
        Ran::of(program().arg("sql").arg(query).arg("--evidence").arg(&out_grown).arg("--out").arg(&answer).output().unwrap());
        fs::read_to_string(answer).unwrap()
    };
    let before = ids();
    fs::write(grown.join("aldford/nothing.csv"), "Date,Supplier,Net amount\n01/04/2026,Aaa Entirely New Firm Ltd,12.00\n").unwrap();
    find(&grown, &out_grown);
    let after = ids();
    assert!(before.lines().all(|line| after.contains(line)), "an id changed when a file was added");
}
