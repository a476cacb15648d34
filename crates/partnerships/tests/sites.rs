//! Where shared sites should be: published cases, and random ones against trying every choice.
#![allow(clippy::unwrap_used, clippy::disallowed_methods, reason = "a test reads published files where they lie beside the project")]

use partnerships::{Located, Place, Site, Sites, best_sites};
use proptest::prelude::*;

fn places(weights: &[f64]) -> Vec<Place> {
    weights.iter().enumerate().map(|(number, weight)| Place { name: format!("Place {number}"), weight: *weight, today: None }).collect()
}

fn sites(capacities: &[f64]) -> Vec<Site> {
    capacities.iter().enumerate().map(|(number, capacity)| Site { name: format!("Site {number}"), capacity: *capacity }).collect()
}

/// Ten places on a grid, each also a site, x, y and weight; distances along streets. Solved by trying every choice of
/// sites, with one best choice for each number.
fn ten_places() -> Sites {
    let points: [(i32, i32, f64); 10] =
        [(0, 0, 5.0), (2, 1, 3.0), (1, 4, 2.0), (6, 1, 4.0), (7, 3, 6.0), (8, 0, 1.0), (3, 8, 3.0), (5, 7, 2.0), (9, 9, 7.0), (4, 4, 1.0)];
    let distance = |one: (i32, i32, f64), other: (i32, i32, f64)| f64::from((one.0 - other.0).abs() + (one.1 - other.1).abs());
    Sites {
        places: places(&points.map(|point| point.2)),
        sites: sites(&[f64::INFINITY; 10]),
        distances: points.iter().map(|one| points.iter().map(|other| distance(*one, *other)).collect()).collect(),
    }
}

#[test]
fn ten_places_on_a_grid_have_these_best_sites() {
    for (open, cost, best) in [(1, 200.0, vec![4]), (2, 122.0, vec![3, 8]), (3, 72.0, vec![0, 4, 8]), (4, 45.0, vec![0, 4, 6, 8])] {
        let located = best_sites(&ten_places(), open).unwrap();
        assert_eq!((located.cost, &located.open, located.is_proven()), (cost, &best, true));
    }
}

#[test]
fn it_is_told_how_far_each_place_travels_and_how_far_it_did() {
    let mut question = ten_places();
    question.places[1].today = Some(1);
    question.places[3].today = Some(4);
    let located = best_sites(&question, 1).unwrap();
    let journeys = located.journeys(&question);
    // All go to place 4 at (7, 3): place 1 at (2, 1) travels 7 where it travelled nothing, place 3 at (6, 1) 3 as before.
    assert_eq!((journeys[1].distance, journeys[1].before), (7.0, 0.0));
    assert_eq!((journeys[3].distance, journeys[3].before), (3.0, 3.0));
    assert_eq!(located.loads(&question), [34.0]);
}

/// The files pmed1 to pmed5 of the OR-Library (Beasley 1985), with their published least costs.
#[test]
fn or_library_pmed1_to_pmed5_beasley_1985() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/reference/methods");
    if !folder.is_dir() {
        println!("NOT RUN: there are no files pmed1.txt to pmed5.txt at {}; nothing was compared.", folder.display());
        return;
    }
    for (number, cost) in [(1, 5819.0), (2, 4093.0), (3, 4250.0), (4, 3034.0), (5, 1355.0)] {
        let text = std::fs::read_to_string(folder.join(format!("pmed{number}.txt"))).unwrap();
        let (question, open) = or_library(&text);
        let located = best_sites(&question, open).unwrap();
        assert_eq!((located.cost, located.is_proven()), (cost, true), "pmed{number}");
    }
}

/// Vertices, edges and sites to open, then edges; a later edge replaces an earlier one; distances are those of shortest ways.
fn or_library(text: &str) -> (Sites, usize) {
    let numbers: Vec<usize> = text.split_whitespace().map(|number| number.parse().unwrap()).collect();
    let (vertices, open) = (numbers[0], numbers[2]);
    let mut distances = vec![vec![f64::INFINITY; vertices]; vertices];
    (0..vertices).for_each(|vertex| distances[vertex][vertex] = 0.0);
    for edge in numbers[3..].chunks_exact(3) {
        let (from, to) = (edge[0] - 1, edge[1] - 1);
        (distances[from][to], distances[to][from]) = (edge[2] as f64, edge[2] as f64);
    }
    for over in 0..vertices {
        for from in 0..vertices {
            for to in 0..vertices {
                distances[from][to] = distances[from][to].min(distances[from][over] + distances[over][to]);
            }
        }
    }
    (Sites { places: places(&vec![1.0; vertices]), sites: sites(&vec![f64::INFINITY; vertices]), distances }, open)
}

#[test]
fn figures_that_cannot_be_used_are_named_with_their_row() {
    let refused = |change: &dyn Fn(&mut Sites), open: usize| {
        let mut question = ten_places();
        change(&mut question);
        best_sites(&question, open).unwrap_err()
    };
    assert_eq!(refused(&|question| question.places[3].weight = -1.0, 2).row, Some(3));
    assert_eq!(refused(&|question| question.distances[2][1] = f64::NAN, 2).row, Some(2));
    assert!(refused(&|question| question.distances[2][1] = f64::NAN, 2).because.contains("from Place 2 to Site 1 is NaN"));
    assert_eq!(refused(&|question| question.distances[4].truncate(9), 2).row, Some(4));
    assert!(refused(&|question| question.places[1].name = "place 0".into(), 2).because.contains("named twice"));
    assert!(refused(&|_| {}, 0).because.contains("0 of 10 sites"));
    assert!(refused(&|_| {}, 11).because.contains("11 of 10 sites"));
    let small = |question: &mut Sites| question.sites.iter_mut().for_each(|site| site.capacity = 10.0);
    assert!(refused(&small, 3).because.contains("a weight of 34 and the 3 largest sites can serve 30"));
}

#[test]
fn a_place_too_heavy_for_any_one_site_is_said_to_fit_nowhere() {
    let question = Sites { places: places(&[9.0, 1.0]), sites: sites(&[6.0, 6.0]), distances: vec![vec![1.0, 2.0]; 2] };
    assert!(best_sites(&question, 2).unwrap_err().because.contains("no 2 sites can serve all places"));
}

/// The least cost by trying every choice of sites and every way to serve every place.
fn by_trying_all(question: &Sites, open: usize) -> Option<f64> {
    let sites = question.sites.len();
    let chosen = (0u32..1 << sites).filter(|bits| bits.count_ones() as usize == open);
    chosen
        .filter_map(|bits| least(question, bits, 0, &mut question.sites.iter().map(|site| site.capacity).collect()))
        .min_by(f64::total_cmp)
}

fn least(question: &Sites, open: u32, place: usize, room: &mut Vec<f64>) -> Option<f64> {
    let Some(next) = question.places.get(place) else { return Some(0.0) };
    let mut best: Option<f64> = None;
    for site in (0..question.sites.len()).filter(|site| open >> site & 1 == 1) {
        if room[site] >= next.weight {
            room[site] -= next.weight;
            let rest = least(question, open, place + 1, room);
            room[site] += next.weight;
            let cost = rest.map(|rest| rest + next.weight * question.distances[place][site]);
            best = [best, cost].into_iter().flatten().min_by(f64::total_cmp);
        }
    }
    best
}

fn keeps_its_word(question: &Sites, open: usize, located: &Located) -> bool {
    let cost: f64 =
        located.serves.iter().enumerate().map(|(place, site)| question.places[place].weight * question.distances[place][*site]).sum();
    let has_room = located.loads(question).iter().zip(&located.open).all(|(load, site)| *load <= question.sites[*site].capacity);
    located.open.len() == open
        && located.serves.iter().all(|site| located.open.contains(site))
        && has_room
        && (cost - located.cost).abs() < 1e-9
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn the_best_sites_are_those_that_trying_every_choice_finds(
        (weights, capacities, distances, open) in (1..=6usize, 1..=5usize).prop_flat_map(|(places, sites)| (
            prop::collection::vec(1..=6u8, places),
            prop::collection::vec(4..=20u8, sites),
            prop::collection::vec(prop::collection::vec(0..=15u8, sites), places),
            1..=sites,
        )),
        is_limited in any::<bool>(),
    ) {
        let floats = |numbers: &[u8]| numbers.iter().map(|number| f64::from(*number)).collect::<Vec<f64>>();
        let capacities = if is_limited { floats(&capacities) } else { vec![f64::INFINITY; capacities.len()] };
        let question = Sites { places: places(&floats(&weights)), sites: sites(&capacities), distances: distances.iter().map(|row| floats(row)).collect() };
        match best_sites(&question, open) {
            Ok(located) => {
                prop_assert!(located.is_proven() && keeps_its_word(&question, open, &located), "{:?}", located);
                prop_assert_eq!(Some(located.cost), by_trying_all(&question, open));
            }
            Err(_) => prop_assert_eq!(None, by_trying_all(&question, open)),
        }
    }
}
