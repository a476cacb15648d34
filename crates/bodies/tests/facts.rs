//! The table of bodies, held against published counts, and against the registers it was written from where they lie beside
//! the project.
#![allow(clippy::disallowed_methods, reason = "a test may read files; the room may not")]

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use bodies::{Body, BodyKind, Directory, Region};
use definitions::Day;

static UK: LazyLock<Directory> = LazyLock::new(Directory::uk);

fn day(text: &str) -> Day {
    text.parse().expect("the test writes a real day")
}

/// How many bodies exist on that day and fit.
fn count(on: &str, fits: impl Fn(&Body) -> bool) -> usize {
    UK.bodies().filter(|body| body.exists_on(day(on)) && fits(body)).count()
}

fn is_english_council(body: &Body) -> bool {
    body.kind.is_council() && body.region.is_some_and(Region::is_in_england)
}

#[test]
fn england_had_as_many_principal_authorities_as_the_government_counted_after_every_reorganisation() {
    // Office for National Statistics, "Local government structure"; Commons Library briefing 09056, "Unitary local government".
    for (on, many) in [
        ("2009-03-31", 388),
        ("2009-04-01", 353),
        ("2019-03-31", 353),
        ("2019-04-01", 343),
        ("2020-04-01", 339),
        ("2021-04-01", 333),
        ("2023-04-01", 317),
    ] {
        assert_eq!(count(on, is_english_council), many, "{on}");
    }
}

#[test]
fn in_2023_there_were_21_counties_164_districts_63_unitaries_36_metropolitan_and_33_london_authorities() {
    let with_code = |prefix: &str| count("2023-04-01", |body| body.gss.as_deref().is_some_and(|gss| gss.starts_with(prefix)));
    assert_eq!(with_code("E10"), 21);
    assert_eq!(with_code("E07"), 164);
    // 62 and the Council of the Isles of Scilly.
    assert_eq!(with_code("E06"), 63);
    assert_eq!(with_code("E08"), 36);
    // 32 boroughs and the City of London.
    assert_eq!(with_code("E09"), 33);
}

#[test]
fn wales_has_22_councils_scotland_32_and_northern_ireland_11_that_were_26() {
    let of = |on: &str, region| count(on, |body| body.kind.is_council() && body.region == Some(region));
    assert_eq!(of("2023-04-01", Region::Wales), 22);
    assert_eq!(of("2023-04-01", Region::Scotland), 32);
    assert_eq!(of("2015-04-01", Region::NorthernIreland), 11);
    assert_eq!(of("2015-03-31", Region::NorthernIreland), 26);
}

#[test]
fn england_and_wales_have_43_police_forces_and_england_42_care_boards() {
    let england_and_wales = |body: &Body| body.gss.as_deref().is_some_and(|gss| gss.starts_with('E') || gss.starts_with('W'));
    assert_eq!(count("2023-04-01", |body| body.kind == BodyKind::Police && england_and_wales(body)), 43);
    assert_eq!(count("2023-04-01", |body| body.kind == BodyKind::Health), 42);
    // Eight forces became Police Scotland.
    assert_eq!(count("2013-03-31", |body| body.kind == BodyKind::Police && body.region == Some(Region::Scotland)), 8);
    assert_eq!(count("2013-04-01", |body| body.kind == BodyKind::Police && body.region == Some(Region::Scotland)), 1);
}

#[test]
fn every_body_has_a_region_and_a_point_in_the_united_kingdom() {
    for body in UK.bodies() {
        assert!(body.region.is_some(), "{} has no region", body.id);
        let at = body.at.unwrap_or_else(|| panic!("{} has no point", body.id));
        assert!((49.8..=60.9).contains(&at.latitude) && (-8.2..=1.8).contains(&at.longitude), "{} at {at:?}", body.id);
    }
}

#[test]
fn a_district_lies_near_the_middle_of_its_county_and_in_its_region() {
    for body in UK.bodies() {
        let Some(county) = UK.county_of(&body.id) else { continue };
        let (own, of_county) = (body.at.expect("every body has a point"), county.at.expect("every body has a point"));
        let (north, east) = (own.latitude - of_county.latitude, (own.longitude - of_county.longitude) * 0.6);
        // A degree is 111 km: no district lies farther than 90 km from the middle of its county.
        assert!(north.hypot(east) < 0.81, "{} is far from {}", body.id, county.id);
        assert_eq!(body.region, county.region, "{}", body.id);
    }
}

#[test]
fn the_fifteen_councils_of_sussex_are_known_by_code_name_and_county() {
    for (code, id, county) in [
        ("E10000011", "east-sussex", None),
        ("E10000032", "west-sussex", None),
        ("E06000043", "brighton-and-hove", None),
        ("E07000061", "eastbourne", Some("east-sussex")),
        ("E07000063", "lewes", Some("east-sussex")),
        ("E07000229", "worthing", Some("west-sussex")),
    ] {
        let body = UK.named(code).unwrap_or_else(|| panic!("{code} is known"));
        assert_eq!((body.id.as_str(), UK.county_of(&body.id).map(|county| county.id.as_str())), (id, county));
    }
    let sussex = ["east-sussex", "west-sussex", "brighton-and-hove"];
    let is_of_sussex = |body: &Body| {
        sussex.contains(&body.id.as_str()) || UK.county_of(&body.id).is_some_and(|county| sussex.contains(&county.id.as_str()))
    };
    assert_eq!(count("2026-01-01", is_of_sussex), 15);
}

#[test]
fn a_council_lies_in_the_combined_authority_it_belongs_to() {
    let combined = |id: &str| UK.combined_authority_of(&definitions::BodyId::new(id)).map(|body| body.id.as_str());
    assert_eq!(combined("bolton"), Some("greater-manchester-combined-authority"));
    assert_eq!(combined("preston"), Some("lancashire-combined-county-authority"));
    assert_eq!(combined("wealden"), None);
}

fn reference(file: &str) -> Option<PathBuf> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/reference/bodies").join(file);
    if path.exists() {
        return Some(path);
    }
    println!("NOT RUN: there is no {}; nothing was compared.", path.display());
    None
}

fn rows(path: &Path) -> Vec<BTreeMap<String, String>> {
    let text = std::fs::read_to_string(path).expect("the file is there").trim_start_matches('\u{feff}').to_string();
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let headings = reader.headers().expect("it has headings").clone();
    let cells = |row: csv::StringRecord| headings.iter().zip(row.iter()).map(|(name, cell)| (name.to_string(), cell.to_string())).collect();
    reader.records().map(|row| cells(row.expect("every row is whole"))).collect()
}

/// Where we say another first day than the register, which gives the day on which a code or a mayor began, with the order
/// that says ours. An empty day of ours is a council that went on under a new code.
const FIRST_DAYS: &[(&str, &str)] = &[
    ("E47000001", "2011-04-01"), // Greater Manchester Combined Authority Order 2011
    ("E47000006", "2016-04-01"), // Tees Valley Combined Authority Order 2016
    ("E47000008", "2017-03-03"), // Cambridgeshire and Peterborough Combined Authority Order 2017
    ("E47000009", "2017-02-09"), // West of England Combined Authority Order 2017
    ("E61000001", "2000-07-03"), // Greater London Authority Act 1999
];

#[test]
fn every_council_of_the_register_is_here_with_its_name_and_days() {
    let Some(path) = reference("uk_local_authorities.csv") else { return };
    for row in rows(&path) {
        let (code, name) = (row["gss-code"].as_str(), row["official-name"].as_str());
        let body = UK.named(code).or_else(|| UK.named(name)).unwrap_or_else(|| panic!("{name} {code} is not here"));
        // The North East's first combined authority bore in law the names of its councils; the register cuts Liverpool's short.
        assert!(body.name == name || ["E47000004", "E47000010"].contains(&code), "{name} is {} here", body.name);
        let last = row["end-date"].parse::<Day>().ok();
        // The register gives either the last day or, by the same column, the day after.
        let is_same = |ours: Day, theirs: Day| ours == theirs || ours.0 + 1 == theirs.0;
        assert!(body.last_day.is_none() == last.is_none() || code == "E47000010" || code == "E47000011", "{name}: {last:?}");
        assert!(body.last_day.zip(last).is_none_or(|(ours, theirs)| is_same(ours, theirs)), "{name}: {last:?}");
        let first = FIRST_DAYS.iter().find(|(own, _)| *own == code).map_or(row["start-date"].as_str(), |(_, first)| *first);
        assert!(body.first_day.is_none_or(|ours| ours.to_string() == first), "{name}: {:?} and {first}", body.first_day);
    }
}

#[test]
fn every_code_of_the_national_lists_is_here() {
    let Some(changes) = reference("ons_changes_2014_2025.csv") else { return };
    for row in rows(&changes) {
        for code in [&row["oldcd"], &row["newcd"]] {
            assert!(code.is_empty() || UK.named(code).is_some(), "{code} is not here");
        }
    }
    for (file, column) in [
        (
            "local_authority_district_to_community_safety_partnerships_to_police_force_areas_december_2019_lookup_in_england_and_wales.csv",
            "PFA19CD",
        ),
        ("local_authority_district_to_fire_and_rescue_authority_december_2019_lookup_in_england_and_wales.csv", "FRA19CD"),
    ] {
        for row in rows(&reference(file).expect("it lies beside the other")) {
            for code in [&row["LAD19CD"], &row[column]] {
                assert!(UK.named(code).is_some(), "{code} is not here");
            }
        }
    }
}

#[test]
fn every_district_that_was_merged_has_the_successor_that_the_national_list_says() {
    let Some(changes) = reference("ons_changes_2014_2025.csv") else { return };
    for row in rows(&changes).iter().filter(|row| row["type"] == "merger") {
        let (old, new) = (UK.named(&row["oldcd"]).expect("it is here"), UK.named(&row["newcd"]).expect("it is here"));
        assert!(old.successors.contains(&new.id), "{} is followed by {:?}", old.id, old.successors);
        let last = old.last_day.expect("what was merged has ended");
        assert_eq!(last.ymd().0.to_string(), row["start"], "{}", old.id);
    }
}
