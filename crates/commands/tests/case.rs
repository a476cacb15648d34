//! Cases as a person works them out on a terminal: begun, mended, appraised, compared, written as papers.
//!
//! The rule: the program is run as a person runs it; what is expected is a sentence or a figure worked out by hand.
#![allow(clippy::unwrap_used, clippy::disallowed_methods, reason = "a test runs the program and reads what it wrote")]

mod place;

use std::fs;
use std::path::{Path, PathBuf};

use place::{Place, Ran, program};
use serde_json::Value;

fn example() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples/decide/legal.toml")
}

fn case(words: &[&str]) -> Ran {
    Ran::of(program().arg("case").args(words).output().unwrap())
}

fn answer(words: &[&str]) -> Value {
    let ran = case(&[words, &["--json"]].concat());
    assert_eq!(ran.code, 0, "{}", ran.errors);
    serde_json::from_str(&ran.text).unwrap()
}

fn says(text: &str, parts: &[&str]) {
    parts.iter().for_each(|part| assert!(text.contains(part), "{part:?} is not in\n{text}"));
}

/// A case of one saving and one cost, in a folder of its own.
fn small_case(folder: &Path) -> String {
    let path = folder.join("small.toml");
    let text = "title = \"One press\"\nfirst_year = \"2026-27\"\nyears = 2\n[[partner]]\nid = \"aldford\"\nname = \"Aldford\"\ntoday_yearly = 10\n\
        [[option]]\nid = \"usual\"\nform = \"business-as-usual\"\n[[option]]\nid = \"shared\"\nname = \"Shared\"\nform = \"company\"\n\
        [[option.cost]]\nwhat = \"Press\"\nspend = \"capital\"\nyear = \"2026-27\"\namount = 1000\nbody = \"aldford\"\nevidence = \"quotation\"\n\
        [[option.benefit]]\nwhat = \"Prints\"\nkind = \"cashable\"\nvalue = \"fiscal\"\nyear = \"2027-28\"\namount = 2070\nbody = \"aldford\"\nevidence = \"plan\"\n";
    fs::write(&path, text).unwrap();
    path.display().to_string()
}

#[test]
fn a_press_of_1_000_that_saves_2_070_a_year_later_is_worth_1_000() {
    let folder = tempfile::tempdir().unwrap();
    let path = small_case(folder.path());
    let answer = answer(&["appraise", &path, "--option", "shared"]);
    assert_eq!(answer["public"]["net_pounds"], 1000.0);
    assert!((answer["public"]["benefits_per_pound"].as_f64().unwrap() - 2.0).abs() < 1e-9);
    // In cash the 2,070 of a year later are raised by 2 %.
    assert_eq!(answer["bodies"][0]["cash_by_year_pence"], serde_json::json!([-100_000, 211_140]));
}

#[test]
fn a_comparison_says_which_is_first_why_the_other_is_not_and_what_the_case_lacks() {
    let folder = tempfile::tempdir().unwrap();
    let ran = case(&["compare", &small_case(folder.path())]);
    assert_eq!(ran.code, 0, "{}", ran.errors);
    says(&ran.text, &["First by the figures: Shared", "usual: why not", "Do minimum is not among the options", "no figure has a range"]);
}

#[test]
fn the_example_tells_who_loses_what_leaving_costs_and_what_it_rests_on() {
    let path = example().display().to_string();
    let ran = case(&["appraise", &path]);
    assert_eq!(ran.code, 0, "{}", ran.errors);
    says(
        &ran.text,
        &[
            "when Carrow ends",
            "Westmarch Coast Council",
            "Money is lost by",
            "What each would pay to leave",
            "to be verified against it",
            "30 June 2026",
        ],
    );
}

#[test]
fn the_same_case_gives_the_same_answer_on_every_run() {
    let path = example().display().to_string();
    assert_eq!(answer(&["compare", &path]), answer(&["compare", &path]));
}

#[test]
fn a_paper_has_the_five_headings_and_says_what_is_not_yet_written() {
    let folder = tempfile::tempdir().unwrap();
    let paper = folder.path().join("paper.html");
    let ran = case(&["compare", &example().display().to_string(), "--out", &paper.display().to_string(), "--today", "2026-11-22"]);
    assert_eq!(ran.code, 0, "{}", ran.errors);
    let html = fs::read_to_string(paper).unwrap();
    for heading in [
        "Strategic case",
        "Economic case",
        "Commercial case",
        "Financial case",
        "Management case",
        "What would change the answer",
        "The working",
    ] {
        assert!(html.contains(heading), "{heading}");
    }
    says(&html, &["Not yet written: who would provide the service", "22 November 2026", "legal.toml"]);
    assert!(!html.contains("NaN") && !html.contains("inf</"), "no figure is written that is none");
}

#[test]
fn a_text_in_a_case_that_looks_like_markup_is_shown_and_not_obeyed() {
    let folder = tempfile::tempdir().unwrap();
    let path = small_case(folder.path());
    let text = fs::read_to_string(&path).unwrap().replace("\"Press\"", "\"<script>alert(1)</script>\\u001b[31m\"");
    fs::write(&path, text).unwrap();
    let paper = folder.path().join("paper.html").display().to_string();
    let ran = case(&["appraise", &path, "--option", "shared", "--out", &paper]);
    assert_eq!(ran.code, 0, "{}", ran.errors);
    assert!(!ran.text.contains('\u{1b}'));
    assert!(!fs::read_to_string(&paper).unwrap().contains("<script>alert"));
}

#[test]
fn every_mistake_in_a_case_is_told_with_its_line_and_nothing_is_worked_out() {
    let folder = tempfile::tempdir().unwrap();
    let path = small_case(folder.path());
    let text = fs::read_to_string(&path).unwrap().replace("amount = 1000", "amount = -1000").replace("amount = 2070", "amount = inf");
    fs::write(&path, text).unwrap();
    let ran = case(&["compare", &path]);
    assert_eq!(ran.code, 2);
    assert_eq!(ran.text, "");
    says(
        &ran.errors,
        &[
            "could not work out the case",
            "there are 2 mistakes",
            "line 19, option.cost.amount",
            "line 27, option.benefit.amount",
            "docs/decide.md",
        ],
    );
}

#[test]
fn a_file_that_is_not_there_or_is_a_folder_or_is_no_text_is_told_apart() {
    let folder = tempfile::tempdir().unwrap();
    let inside = |name: &str| folder.path().join(name).display().to_string();
    let ran = case(&["compare", &inside("none.toml")]);
    assert_eq!(ran.code, 2);
    says(&ran.errors, &["could not read the case", "commonweal case new"]);
    says(&case(&["compare", &folder.path().display().to_string()]).errors, &["it is a folder"]);
    fs::write(inside("picture.toml"), [0xff, 0xd8, 0xff, 0xe0]).unwrap();
    says(&case(&["compare", &inside("picture.toml")]).errors, &["not plain text in UTF-8"]);
}

#[test]
fn an_option_that_is_not_there_lists_those_that_are() {
    let ran = case(&["appraise", &example().display().to_string(), "--option", "merger"]);
    assert_eq!(ran.code, 2);
    says(&ran.errors, &["could not work out the option \"merger\"", "usual, minimum, lead, committee, company"]);
}

#[test]
fn a_case_is_begun_from_what_find_wrote_and_keeps_its_identifier() {
    let place = Place::with_two_boroughs();
    assert_eq!(place.find().code, 0);
    let from = place.out().display().to_string();
    let out = place.out().join("case.toml").display().to_string();
    let ran = case(&["new", "1", "--from", &from, "--out", &out]);
    assert_eq!(ran.code, 0, "{}", ran.errors);
    let found: Value = serde_json::from_slice(&fs::read(place.out().join("opportunities.json")).unwrap()).unwrap();
    let answer = answer(&["compare", &out]);
    assert_eq!(answer["opportunity"], found["opportunities"][0]["id"]);
    says(&answer["cautions"].to_string(), &["still to be filled in", "Setting up"]);
    // A second draft never takes the place of the first.
    let again = case(&["new", "1", "--from", &from, "--out", &out]);
    assert_eq!(again.code, 2);
    says(&again.errors, &["the file is there already"]);
}

#[test]
fn an_opportunity_that_was_not_found_or_a_file_of_another_kind_is_told_so() {
    let place = Place::with_two_boroughs();
    assert_eq!(place.find().code, 0);
    let out = place.out().join("case.toml").display().to_string();
    let ran = case(&["new", "no-such", "--from", &place.out().display().to_string(), "--out", &out]);
    assert_eq!(ran.code, 2);
    says(&ran.errors, &["\"no-such\"", "has that identifier or rank", "opportunities.csv"]);
    let other = case(&["new", "1", "--from", &place.out().join("report.json").display().to_string(), "--out", &out]);
    assert_eq!(other.code, 2);
    says(&other.errors, &["could not read opportunities from", "it holds something else"]);
}
