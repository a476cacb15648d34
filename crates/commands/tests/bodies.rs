//! `commonweal bodies`, asked as an officer asks it.
#![allow(clippy::unwrap_used, clippy::disallowed_methods, reason = "a test runs the program and reads what it wrote")]

mod place;

use place::{Place, Ran, program};

fn bodies(words: &[&str]) -> Ran {
    Ran::of(program().arg("bodies").args(words).output().unwrap())
}

#[test]
fn who_has_what_was_taunton_deanes_is_answered_through_two_mergers() {
    let ran = bodies(&["Taunton Deane BC", "--on", "2024-01-01"]);
    assert_eq!(ran.code, 0, "{}", ran.errors);
    assert!(ran.text.contains("On 1 January 2024 it exists no more: Somerset Council has what was its."), "{}", ran.text);
    assert!(ran.text.contains("It was merged with West Somerset District Council"), "{}", ran.text);
}

#[test]
fn the_districts_of_a_county_are_those_of_the_day() {
    let on = |day: &str| {
        let ran = bodies(&["--in", "Cumbria County Council", "--kind", "district", "--on", day, "--json"]);
        serde_json::from_str::<serde_json::Value>(&ran.text).unwrap().as_array().unwrap().len()
    };
    // Allerdale, Barrow-in-Furness, Carlisle, Copeland, Eden and South Lakeland, until 31 March 2023.
    assert_eq!((on("2023-03-31"), on("2023-04-01")), (6, 0));
}

#[test]
fn a_body_of_ones_own_is_known_from_its_place() {
    let place = Place::empty();
    place.write("place.toml", "[[body]]\nname = \"Westmarch Association of Local Councils\"\nkind = \"other\"\n");
    let folder = place.published();
    let ran = bodies(&["Westmarch Association of Local Councils", "--place", folder.to_str().unwrap()]);
    assert_eq!(ran.code, 0, "{}", ran.errors);
    assert!(ran.text.contains("other body"), "{}", ran.text);
}

#[test]
fn a_name_that_fits_nobody_is_told_with_what_to_try() {
    let ran = bodies(&["Barchester"]);
    assert_eq!(ran.code, 2);
    assert!(ran.errors.contains("could not find a public body called Barchester") && ran.errors.contains("place.toml"), "{}", ran.errors);
}
