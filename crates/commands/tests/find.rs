//! `commonweal find`, run as a person runs it, over made-up places.
#![allow(clippy::unwrap_used, clippy::disallowed_methods, reason = "a test runs the program and reads what it wrote")]

mod place;

use std::fs;

use place::{Place, Ran, program, westmarch, year_of_spend};

const WRITTEN: [&str; 6] = ["report.html", "opportunities.csv", "opportunities.json", "opportunities.xlsx", "remarks.csv", "suppliers.csv"];

#[test]
fn two_boroughs_that_pay_one_firm_for_software_are_told_so() {
    let place = Place::with_two_boroughs();
    let ran = place.find();
    assert_eq!(ran.code, 0, "{}", ran.errors);
    assert!(ran.text.contains("Kestrel Civic Software"), "{}", ran.text);
    for name in WRITTEN {
        assert!(place.out().join(name).metadata().unwrap().len() > 0, "{name}");
    }
    // 12 months at £9,000 in each of two bodies.
    let paid = place.ask("select sum(amount) from payments where supplier_name ilike 'kestrel%' and is_counted");
    assert_eq!(paid, ["216000.00"]);
    assert_eq!(place.ask("select count(distinct supplier_id) from payments where supplier ilike 'kestrel%'"), ["1"]);
}

#[test]
fn every_payment_in_the_evidence_leads_to_its_line() {
    let place = Place::with_two_boroughs();
    place.find();
    let rows =
        place.ask("select file, line, amount_pence from payments where supplier like 'Corner%' and body = 'aldford' order by line limit 1");
    assert_eq!(rows, ["aldford/spend-2025-26.csv|4|65000"], "the heading is line 1, and the baker is paid third each month");
}

#[test]
fn a_second_run_over_unchanged_files_reads_none_of_them() {
    let place = Place::with_two_boroughs();
    place.find();
    let again = place.find_with(&["--json"]);
    assert!(again.text.contains("\"files_opened\":0"), "{}", again.text);
    assert!(again.text.contains("\"was_unchanged\":true"), "{}", again.text);
}

#[test]
fn a_run_on_another_day_reads_no_file_again_and_decides_anew() {
    let place = Place::with_two_boroughs();
    place.find();
    let later = Ran::of(
        program()
            .arg("find")
            .arg(place.published())
            .arg("--out")
            .arg(place.out())
            .args(["--today", "2026-08-01", "--json"])
            .output()
            .unwrap(),
    );
    assert!(later.text.contains("\"files_opened\":0") && later.text.contains("\"was_unchanged\":false"), "{}", later.text);
}

#[test]
fn only_the_file_that_changed_is_read_again() {
    let place = Place::with_two_boroughs();
    place.find();
    place.write("bexton/spend-2025-26.csv", year_of_spend("Kestrel Civic Software Ltd", 2));
    let again = place.find_with(&["--json"]);
    assert!(again.text.contains("\"files_opened\":1"), "{}", again.text);
    assert_eq!(place.ask("select count(*) from payments where body = 'bexton'"), ["72"]);
}

#[test]
fn a_file_that_is_taken_away_takes_its_payments_with_it() {
    let place = Place::with_two_boroughs();
    place.find();
    fs::remove_file(place.published().join("bexton/spend-2025-26.csv")).unwrap();
    place.write(
        "bexton/april.csv",
        "Date,Supplier,Net amount\n01/04/2026,Corner Bakery Ltd,12.00\n02/04/2026,Kestrel Civic Software,40.00\n",
    );
    place.find();
    assert_eq!(place.ask("select count(*) from payments where body = 'bexton'"), ["2"]);
}

#[test]
fn a_month_published_under_two_names_is_counted_once_and_said() {
    let place = Place::with_two_boroughs();
    let april = "Date,Ref,Supplier,Net amount\n01/04/2026,A1,Corner Bakery Ltd,12.00\n02/04/2026,A2,Kestrel Civic Software,40.00\n";
    place.write("aldford/april.csv", april);
    place.write("aldford/April 2026 (final).csv", april);
    let ran = place.find();
    assert_eq!(ran.code, 0, "{}", ran.errors);
    assert_eq!(place.ask("select sum(amount) from payments where is_counted and financial_year = 2026"), ["52.00"]);
    assert!(fs::read_to_string(place.out().join("report.html")).unwrap().contains("same bytes"));
}

#[test]
fn the_made_up_county_is_read_to_the_last_file() {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("out");
    let ran =
        Ran::of(program().arg("find").arg(westmarch()).arg("--out").arg(&out).args(["--today", "2026-11-22", "--json"]).output().unwrap());
    assert_eq!(ran.code, 0, "{} {}", ran.text, ran.errors);
    let found: serde_json::Value = serde_json::from_str(&ran.text).unwrap();
    let kinds: Vec<&str> = found["best"].as_array().unwrap().iter().map(|one| one["kind"].as_str().unwrap()).collect();
    assert!(kinds.contains(&"ending-together") && kinds.contains(&"same-supplier"), "{kinds:?}");
    assert_eq!(found["headline"]["files_other"], 1, "the land list is not payments");
    let report = fs::read_to_string(out.join("report.html")).unwrap();
    assert!(report.len() < 5 << 20 && report.contains("Marlpit Waste Services"));
}

#[test]
fn a_publishers_own_file_says_what_cannot_be_guessed() {
    let place = Place::with_two_boroughs();
    place.write("carrow/list.csv", "When,Whom,How much\n01/04/2026,Corner Bakery Ltd,120.50\n02/04/2026,Larkfield Office Supplies,40.00\n");
    place.write(
        "publishers/carrow.toml",
        "kind = \"payments\"\nbasis = \"gross\"\n[columns]\n\"Whom\" = \"supplier\"\n\"How much\" = \"amount\"\n\"When\" = \"day\"\n",
    );
    place.find();
    assert_eq!(place.ask("select sum(amount) from payments where body = 'carrow'"), ["160.50"]);
    assert_eq!(place.ask("select basis from files where publisher = 'carrow'"), ["gross"]);
}

/// Two districts that became one council a month before the day of asking.
const MERGED: &str = "[[body]]\nfolder = \"aldford\"\nname = \"Aldford District Council\"\nshort_name = \"Aldford\"\nkind = \"district\"
last_day = \"2026-03-31\"\nsuccessors = [\"Westmarch\"]\n
[[body]]\nfolder = \"bexton\"\nname = \"Bexton District Council\"\nshort_name = \"Bexton\"\nkind = \"district\"
last_day = \"2026-03-31\"\nsuccessors = [\"Westmarch\"]\n
[[body]]\nname = \"Westmarch Council\"\nshort_name = \"Westmarch\"\nkind = \"unitary\"\nfirst_day = \"2026-04-01\"\n";

#[test]
fn what_two_districts_paid_before_they_became_one_council_is_that_councils_and_nothing_to_share_between_them() {
    let place = Place::with_two_boroughs();
    place.write("place.toml", MERGED);
    let ran = place.find();
    assert_eq!(ran.code, 0, "{}", ran.errors);
    assert!(ran.text.contains("What Aldford and Bexton published counts to Westmarch, which took over from them."), "{}", ran.text);
    assert!(ran.text.contains("there is only one body"), "{}", ran.text);
    let report = fs::read_to_string(place.out().join("report.html")).unwrap();
    assert!(report.contains("Only one body published something"), "the report says so too");
    assert_eq!(place.ask("select distinct body from payments order by body"), ["aldford", "bexton"], "published lines stay as published");
}

#[test]
fn what_a_council_took_over_can_be_shared_with_a_neighbour_and_is_traced_to_those_who_published_it() {
    let place = Place::with_two_boroughs();
    place.write("place.toml", MERGED);
    place.write("cragdale/spend-2025-26.csv", year_of_spend("Kestrel Civic Software Ltd", 1));
    let ran = place.find();
    let found: serde_json::Value = serde_json::from_slice(&fs::read(place.out().join("opportunities.json")).unwrap()).unwrap();
    let kestrel = found["opportunities"].as_array().unwrap().iter().find(|one| one["id"].as_str().unwrap().contains("kestrel"));
    let kestrel = kestrel.unwrap_or_else(|| panic!("{} {}", ran.text, ran.errors));
    // Twelve months at £9,000 in each of the two that merged, and as much in the neighbour.
    let yearly: Vec<(&str, i64)> = kestrel["bodies"].as_array().unwrap().iter().map(body_and_pence).collect();
    assert_eq!(yearly, [("westmarch", 21_600_000), ("cragdale", 10_800_000)]);
    let files: Vec<&str> = kestrel["lines"].as_array().unwrap().iter().map(|line| line["file"].as_str().unwrap()).collect();
    assert!(files.iter().any(|file| file.starts_with("aldford")) && files.iter().any(|file| file.starts_with("bexton")), "{files:?}");
    let cautions = kestrel["cautions"].to_string();
    assert!(cautions.contains("what was published by Aldford and Bexton"), "{cautions}");
}

fn body_and_pence(body: &serde_json::Value) -> (&str, i64) {
    (body["id"].as_str().unwrap(), body["yearly_pence"].as_i64().unwrap())
}

#[test]
fn a_body_that_was_split_is_in_no_opportunity_until_somebody_says_who_has_what() {
    let place = Place::with_two_boroughs();
    place.write(
        "place.toml",
        "[[body]]\nfolder = \"aldford\"\nname = \"Aldford District Council\"\nshort_name = \"Aldford\"\nkind = \"district\"
last_day = \"2026-03-31\"\nsuccessors = [\"Eastmarch\", \"Westmarch\"]\n",
    );
    let ran = place.find();
    assert!(
        ran.text
            .contains("Aldford ended on 31 March 2026, and what it had was split among Eastmarch and Westmarch: it is in no opportunity."),
        "{}",
        ran.text
    );
    assert!(ran.text.contains("there is only one body"), "{}", ran.text);
}
