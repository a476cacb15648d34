//! Questions about partners, asked as an officer asks them: every example of the manual, and input that is wrong on purpose.
#![allow(clippy::unwrap_used, clippy::disallowed_methods, reason = "a test runs the program and reads what it wrote")]

mod place;

use std::fs;
use std::path::{Path, PathBuf};

use place::{Ran, program};
use serde_json::Value;

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// The program run on words, in the folder of the project.
fn ran(words: &[&str]) -> Ran {
    Ran::of(program().current_dir(root()).args(words).output().unwrap())
}

fn json(words: &[&str]) -> Value {
    let ran = ran(&[words, &["--json"]].concat());
    assert_eq!(ran.code, 0, "{words:?}: {}", ran.errors);
    serde_json::from_str(&ran.text).unwrap()
}

/// What the program says of a file with this text.
fn told(command: &str, name: &str, text: &str) -> Ran {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join(name), text).unwrap();
    Ran::of(program().current_dir(folder.path()).args([command, name]).output().unwrap())
}

fn refused(command: &str, name: &str, text: &str, parts: &[&str]) {
    let ran = told(command, name, text);
    assert_eq!((ran.code, ran.text.as_str()), (2, ""), "{text}\n{}", ran.errors);
    for part in parts {
        assert!(ran.errors.contains(part), "{part:?} is not in {:?}", ran.errors);
    }
    let is_told_what_next = ran.errors.starts_with("commonweal could not ") && ran.errors.trim_end().ends_with('.');
    assert!(is_told_what_next, "{:?}", ran.errors);
}

#[test]
fn every_file_that_the_manual_shows_can_be_used_as_it_stands() {
    let manual = fs::read_to_string(root().join("docs/decide.md")).unwrap();
    let mut used = 0;
    for block in manual.split("\n```").skip(1) {
        let (kind, text) = block.split_once('\n').unwrap_or_default();
        let Some((ending, command)) = kind.split_once(' ').filter(|(ending, _)| ["toml", "csv"].contains(ending)) else { continue };
        let ran = told(command, &format!("shown.{ending}"), text);
        assert_eq!(ran.code, 0, "{command}: {}\n{text}", ran.errors);
        used += 1;
    }
    assert_eq!(used, 8, "the manual shows eight files of this kind");
}

#[test]
fn every_command_on_partners_that_the_manual_shows_can_be_run() {
    let manual = fs::read_to_string(root().join("docs/decide.md")).unwrap();
    let folder = tempfile::tempdir().unwrap();
    let of_partners =
        |line: &&str| ["split ", "group ", "trust ", "sites "].iter().any(|name| line.starts_with(&format!("commonweal {name}")));
    let lines: Vec<&str> = manual.lines().filter(of_partners).collect();
    assert_eq!(lines.len(), 9);
    for line in lines {
        let line =
            line.split('#').next().unwrap_or_default().replace("paper.html", &folder.path().join("paper.html").display().to_string());
        let quoted: Vec<&str> = line.split('"').collect();
        let words = quoted
            .iter()
            .enumerate()
            .flat_map(|(place, part)| if place % 2 == 1 { vec![*part] } else { part.split_whitespace().collect() });
        let words: Vec<&str> = words.skip(1).collect();
        assert_eq!(ran(&words).code, 0, "{line}");
    }
    let paper = fs::read_to_string(folder.path().join("paper.html")).unwrap();
    assert!(paper.contains("A fair split: A shared legal service for Westmarch") && paper.contains("How this was worked out"));
}

#[test]
fn the_skane_water_is_split_as_published_and_the_groups_that_would_leave_are_named() {
    let answer = json(&["split", "examples/decide/skane-water.csv"]);
    assert_eq!(answer["partners"], serde_json::json!(["A", "H", "K", "L", "M", "T"]));
    let split = |rule: &str| answer["splits"].as_array().unwrap().iter().find(|split| split["rule"] == rule).unwrap().clone();
    let nucleolus: Vec<String> =
        split("Nucleolus")["amounts"].as_array().unwrap().iter().map(|amount| format!("{:.2}", amount.as_f64().unwrap())).collect();
    assert_eq!(nucleolus, ["20.35", "12.06", "5.00", "8.61", "18.32", "19.49"]);
    assert_eq!(split("Shapley value")["worst"][0]["members"], serde_json::json!(["H", "K", "L"]));
    assert_eq!(split("Nucleolus per member")["recommended"], true);
}

#[test]
fn the_sussex_bid_is_counted_and_its_empty_seats_would_be_named() {
    let answer = json(&["trust", "42"]);
    assert_eq!((answer["points"].as_u64(), answer["people"].as_u64()), (Some(861), Some(1722)));
    assert_eq!((answer["two_tiers"]["points"].as_u64(), answer["hub_and_spoke"]["points"].as_u64()), (Some(113), Some(41)));
    let seats = json(&["trust", "examples/decide/seats.csv"]);
    let empty: Vec<String> =
        seats["empty_seats"].as_array().unwrap().iter().map(|seat| format!("{} {}", seat["body"], seat["with"]).replace('"', "")).collect();
    assert_eq!(empty, ["Westmarch County Aldford", "Bexton Westmarch County", "Carrow Westmarch County", "Westmarch County Carrow"]);
}

#[test]
fn a_division_of_the_skane_water_into_pairs_costs_what_is_published() {
    let answer = json(&["group", "examples/decide/skane-water.csv", "--values", "costs", "--answers", "2"]);
    assert_eq!((answer["best"][0]["value"].as_f64(), answer["is_proven"].as_bool()), (Some(83.82), Some(true)));
    assert_eq!(answer["best"].as_array().unwrap().len(), 2);
}

#[test]
fn a_group_without_a_value_a_stranger_and_what_is_no_amount_are_named_with_their_line() {
    refused("split", "x.csv", "members,value\nA,1\nB,2\nC,3\nA+B,2\nA+B+C,4\n", &["x.csv", "the group A and C has no value"]);
    refused("split", "x.csv", "members,value\nA,1\nB,NaN\nA+B,2\n", &["x.csv, line 3", "NaN, which is no amount"]);
    refused("split", "x.csv", "members,value\nA,1\nB,\nA+B,2\n", &["x.csv, line 3", "there is no number"]);
    refused("split", "x.csv", "members,value\nA,1\nB,-4\nA+B,2\n", &["x.csv, line 3", "below zero"]);
    refused("split", "x.csv", "members,value\nA,1\nB,2\nA+B,2\nB+A,3\n", &["x.csv, line 5", "has a value already"]);
    refused("split", "x.csv", "who,what\nA,1\n", &["line 1", "there is no column members"]);
    refused("split", "x.csv", "", &["The file is empty"]);
    refused("split", "x.toml", "[groups]\nA = 1\nB = inf\n\"A + B\" = 2\n", &["x.toml, line 3", "the value of B is inf"]);
    refused(
        "split",
        "x.toml",
        "[groups]\nA = 1\nB = 1\n\"A + Q\" = 2\n[[partner]]\nname = \"A\"\n[[partner]]\nname = \"B\"\n",
        &["line 4", "no partner is called \"Q\""],
    );
}

#[test]
fn a_negative_weight_a_missing_one_and_a_partner_named_twice_are_named_with_their_line() {
    let groups = "[groups]\nA = 1\nB = 2\n\"A + B\" = 2\n";
    let partner = |name: &str, weights: &str| format!("[[partner]]\nname = \"{name}\"\n{weights}\n");
    let text = format!("{groups}{}{}", partner("A", "weights = { residents = -4 }"), partner("B", "weights = { residents = 4 }"));
    refused("split", "x.toml", &text, &["x.toml, line 5", "\"residents\" of A is -4"]);
    let text = format!("{groups}{}{}", partner("A", "weights = { residents = 4 }"), partner("B", ""));
    refused("split", "x.toml", &text, &["x.toml, line 8", "B has no weight \"residents\""]);
    let text = format!("{groups}{}{}", partner("A", ""), partner("a", ""));
    refused("split", "x.toml", &text, &["x.toml, line 8", "named twice"]);
}

#[test]
fn a_percentage_of_three_is_read_and_one_of_three_hundredths_is_asked_about() {
    let with = |percent: &str| {
        format!(
            "[model]\nfixed_saved_percent = {percent}\n[[partner]]\nname = \"A\"\nfixed = 9\nvariable = 1\n[[partner]]\nname = \"B\"\nfixed = 9\nvariable = 1\n"
        )
    };
    let total = |percent: &str| {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("x.toml"), with(percent)).unwrap();
        json(&["split", folder.path().join("x.toml").to_str().unwrap()])["total"].as_f64().unwrap()
    };
    // 9 + 9 + 2 less the part of the second 9.
    assert!((total("3") - (20.0 - 0.27)).abs() < 1e-9);
    assert!((total("\"0.5 %\"") - (20.0 - 0.045)).abs() < 1e-9);
    refused("split", "x.toml", &with("0.03"), &["line 2", "0.03 may be 3 % or 0.03 %", "write 3 for the one"]);
    refused("split", "x.toml", &with("300"), &["line 2", "300 % is not from 0 to 100"]);
    refused("split", "x.toml", &with("nan"), &["line 2"]);
}

#[test]
fn sixty_partners_asked_for_exactly_are_told_of_sampling_which_then_answers() {
    let partners: String =
        (0..60).map(|number| format!("[[partner]]\nname = \"Body {number}\"\nfixed = {number}\nvariable = 5\nvolume = 3\n")).collect();
    let text = format!("[model]\nfixed_saved_percent = 50\n{partners}");
    refused("split", "x.toml", &text, &["60 partners have 2^60 groups", "--sample 10000"]);
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("x.toml");
    fs::write(&file, text).unwrap();
    let answer = json(&["split", file.to_str().unwrap(), "--sample", "2000"]);
    assert_eq!(answer["standard_errors"].as_array().unwrap().len(), 60);
}

#[test]
fn a_word_that_is_not_known_is_refused_and_never_passed_over() {
    refused("split", "x.toml", "titel = \"A\"\n", &["x.toml", "line 1", "unknown field `titel`"]);
    refused("group", "x.toml", "[constraints]\nlargest = 3\n", &["line 2", "unknown field `largest`"]);
    refused("sites", "x.toml", "opne = 2\n", &["unknown field `opne`"]);
    refused("split", "x.toml", "title = \"A\"\n", &["it must say in one way what groups would cost alone"]);
}

#[test]
fn constraints_without_the_facts_they_need_are_refused() {
    let bodies = "[[body]]\nname = \"A\"\nfixed = 1\nvariable = 1\n[[body]]\nname = \"B\"\nfixed = 1\nvariable = 1\n";
    let with = |constraints: &str| format!("[model]\n[constraints]\n{constraints}\n{bodies}");
    refused("group", "x.toml", &with("most_minutes = 30"), &["line 4", "there is no drive time from A to B"]);
    refused("group", "x.toml", &with("kinds_that_mix = []"), &["line 4", "A has no kind"]);
    refused("group", "x.toml", &with("together = [[\"A\", \"Z\"]]"), &["no body is called \"Z\""]);
    refused(
        "group",
        "x.toml",
        &with("together = [[\"A\", \"B\"]]\napart = [[\"A\", \"B\"]]"),
        &["no division into groups keeps to all constraints"],
    );
}

#[test]
fn places_and_sites_that_cannot_be_used_are_named_with_their_line() {
    let sites = |text: &str, parts: &[&str]| {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("x.csv"), text).unwrap();
        let ran = Ran::of(program().current_dir(folder.path()).args(["sites", "x.csv", "--open", "1"]).output().unwrap());
        assert_eq!(ran.code, 2, "{}", ran.text);
        parts.iter().for_each(|part| assert!(ran.errors.contains(part), "{part:?} is not in {:?}", ran.errors));
    };
    sites("place,weight,X\nA,1,2\nB,-1,3\n", &["line 3", "the weight of B is -1"]);
    sites("place,weight,X\nA,1,2\nB,1\n", &["line 3", "there is no number"]);
    sites("place,weight,today,X\nA,1,Y,2\n", &["line 2", "no body is called \"Y\""]);
    sites("place,weight,X\ncapacity,,3\nA,4,2\n", &["can serve 3"]);
    refused("sites", "x.csv", "place,weight,X\nA,1,2\n", &["how many sites to open", "--open 2"]);
}

#[test]
fn a_number_of_partners_that_is_none_and_a_paper_that_is_no_page_are_said_to_be_so() {
    let says = |words: &[&str], part: &str| {
        let ran = ran(words);
        assert_eq!(ran.code, 2, "{}", ran.text);
        assert!(ran.errors.contains(part), "{part:?} is not in {:?}", ran.errors);
    };
    says(&["trust", "42.5"], "it is no whole number");
    says(&["trust", "-3"], "it is no whole number");
    says(&["trust", "99999999"], "more than 10000");
    says(&["trust", "no-such-file.csv"], "no-such-file.csv");
    says(&["trust", "5", "--out", "paper.txt"], "Name a file ending in .html");
    says(&["split", "examples"], "examples");
}
