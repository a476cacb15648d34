//! Trust fracture points: what structures need, and which seats are empty.
//!
//! The rule: n partners have n(n-1)/2 pairs in which trust can break, and each needs a person from either side. It is a
//! rule of thumb from the training of shared services: it ranks structures, it never forbids one. A hub knows each of its
//! spokes; in two tiers the members of a group know each other and the leads of all groups do.

use std::collections::{BTreeMap, BTreeSet};

use definitions::{trust_fracture_points, trust_team};

use crate::{Fault, fault::refuse_doubled_names};

/// A way to hold partners together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Structure {
    /// Trust fracture points.
    pub points: u32,
    /// The least number of people: two for each point.
    pub people: u32,
    /// How many partners each group has; all in one group, or the hub first and each spoke, or one number a group.
    pub groups: Vec<usize>,
}

/// The three structures for a number of partners.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Structures {
    /// Everybody with everybody.
    pub everybody: Structure,
    /// One leads, the others deal with the lead alone.
    pub hub_and_spoke: Structure,
    /// Groups whose leads deal with each other: the number of groups with the fewest points.
    pub two_tiers: Structure,
}

/// Partners for which structures are worked out.
const MOST_PARTNERS: usize = 10_000;

/// What each structure needs for this many partners.
///
/// # Errors
/// When there are more than 10,000 partners.
pub fn structures(partners: usize) -> Result<Structures, Fault> {
    if partners > MOST_PARTNERS {
        return Err(Fault::whole(format!("{partners} partners are more than {MOST_PARTNERS}"), "Ask for the partners of one project."));
    }
    let structure = |points: u32, groups: Vec<usize>| Structure { points, people: trust_team(points), groups };
    let spokes = partners.saturating_sub(1);
    Ok(Structures {
        everybody: structure(trust_fracture_points(partners), vec![partners]),
        hub_and_spoke: structure(u32::try_from(spokes).unwrap_or(u32::MAX), vec![1; partners]),
        two_tiers: (1..=partners.max(1))
            .map(|groups| even_groups(partners, groups))
            .map(|groups| structure(points_in_two_tiers(&groups), groups))
            .min_by_key(|structure| (structure.points, structure.groups.len()))
            .expect("there is at least one number of groups"),
    })
}

/// The points of groups whose leads deal with each other: sum of n_g (n_g - 1) / 2 over the groups, and g (g - 1) / 2.
pub fn points_in_two_tiers(groups: &[usize]) -> u32 {
    groups.iter().map(|size| trust_fracture_points(*size)).sum::<u32>() + trust_fracture_points(groups.len())
}

/// Partners in so many groups as even as can be, the larger first: points grow faster than sizes, so that uneven groups have more.
fn even_groups(partners: usize, groups: usize) -> Vec<usize> {
    (0..groups).map(|group| partners / groups + usize::from(group < partners % groups)).collect()
}

/// Who sits for either side of a pair, as an officer lists it. A second body left empty makes the row a mention of the first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SeatRow {
    /// One body.
    pub first: String,
    /// The other.
    pub second: String,
    /// Who sits for the first; empty where nobody does yet.
    pub first_person: String,
    /// Who sits for the second.
    pub second_person: String,
}

/// Which seats are taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Seating {
    /// The bodies, in the order in which they are first named.
    pub bodies: Vec<String>,
    /// Points of which both seats are taken.
    pub held: usize,
    /// Empty seats: the body that has nobody, and the body it should deal with.
    pub empty: Vec<(usize, usize)>,
    /// Everybody who sits somewhere with the number of their seats, the busiest first.
    pub people: Vec<(String, usize)>,
}

/// Which seats are taken among the bodies that the rows name, and `others`.
///
/// # Errors
/// Names the row of a pair that is listed twice or of a body with itself.
pub fn seating(others: &[String], rows: &[SeatRow]) -> Result<Seating, Fault> {
    refuse_doubled_names(others)?;
    let mut bodies: Vec<String> = others.iter().map(|name| name.trim().to_string()).collect();
    let mut pairs: BTreeMap<(usize, usize), (usize, [String; 2])> = BTreeMap::new();
    for (row, seats) in rows.iter().enumerate() {
        let Some(first) = number(&mut bodies, &seats.first) else {
            return Err(Fault::at(row, "the row names no first body", "Name two bodies, then who sits for either."));
        };
        let Some(second) = number(&mut bodies, &seats.second) else { continue };
        if first == second {
            return Err(Fault::at(row, format!("{} is paired with itself", bodies[first]), "Name the other body of the pair."));
        }
        let people = [seats.first_person.trim().to_string(), seats.second_person.trim().to_string()];
        let (pair, people) =
            if first < second { ((first, second), people) } else { ((second, first), [people[1].clone(), people[0].clone()]) };
        if let Some((before, _)) = pairs.insert(pair, (row, people)) {
            return Err(Fault::at(
                row,
                format!("{} and {} are listed already (number {} of the list)", bodies[pair.0], bodies[pair.1], before + 1),
                "Keep one of the two rows.",
            ));
        }
    }
    if bodies.len() > 1_000 {
        return Err(Fault::whole(format!("{} bodies are named", bodies.len()), "List the bodies of one project, at most 1,000."));
    }
    Ok(taken(bodies, &pairs))
}

fn taken(bodies: Vec<String>, pairs: &BTreeMap<(usize, usize), (usize, [String; 2])>) -> Seating {
    let mut people: BTreeMap<&str, usize> = BTreeMap::new();
    let sitting: BTreeSet<(usize, usize)> = pairs
        .iter()
        .flat_map(|((first, second), (_, names))| [((*first, *second), &names[0]), ((*second, *first), &names[1])])
        .filter(|(_, name)| !name.is_empty())
        .map(|(seat, name)| {
            *people.entry(name).or_default() += 1;
            seat
        })
        .collect();
    let all = (0..bodies.len()).flat_map(|first| (first + 1..bodies.len()).map(move |second| (first, second)));
    let held = all.clone().filter(|(first, second)| sitting.contains(&(*first, *second)) && sitting.contains(&(*second, *first))).count();
    let empty = all.flat_map(|(first, second)| [(first, second), (second, first)]).filter(|seat| !sitting.contains(seat)).collect();
    let mut people: Vec<(String, usize)> = people.into_iter().map(|(name, seats)| (name.to_string(), seats)).collect();
    people.sort_by(|one, other| other.1.cmp(&one.1).then_with(|| one.0.cmp(&other.0)));
    Seating { held, empty, people, bodies }
}

/// The number of a body in the list, to which it is added where it is new; `None` for an empty name.
fn number(bodies: &mut Vec<String>, name: &str) -> Option<usize> {
    let name = name.trim();
    if name.is_empty() {
        return None;
    }
    let known = bodies.iter().position(|body| body.to_lowercase() == name.to_lowercase());
    known.or_else(|| {
        bodies.push(name.to_string());
        Some(bodies.len() - 1)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(text: &str) -> Vec<SeatRow> {
        let row = |line: &str| {
            let cells: Vec<String> = line.split(',').map(str::to_string).collect();
            let cell = |place: usize| cells.get(place).cloned().unwrap_or_default();
            SeatRow { first: cell(0), second: cell(1), first_person: cell(2), second_person: cell(3) }
        };
        text.lines().map(row).collect()
    }

    /// The bid of Surrey and Sussex: 23 councils, 3 enterprise partnerships, 12 clinical commissioning groups, 2 police
    /// forces, the national park and the fire service. With the three county councils that led it, it is 45.
    #[test]
    fn the_sussex_bid_of_42_partners_has_861_points_and_needs_1722_people() {
        let partners = 23 + 3 + 12 + 2 + 1 + 1;
        let sussex = structures(partners).unwrap();
        assert_eq!((partners, sussex.everybody.points, sussex.everybody.people), (42, 861, 1722));
        assert_eq!((sussex.hub_and_spoke.points, sussex.hub_and_spoke.people), (41, 82));
        assert_eq!((sussex.two_tiers.groups.len(), sussex.two_tiers.points, sussex.two_tiers.people), (10, 113, 226));
        assert_eq!(sussex.two_tiers.groups, [5, 5, 4, 4, 4, 4, 4, 4, 4, 4]);
    }

    #[test]
    fn with_the_three_county_councils_it_is_45_partners_and_990_points() {
        let with_counties = structures(45).unwrap();
        assert_eq!((with_counties.everybody.points, with_counties.everybody.people), (990, 1980));
        assert_eq!((with_counties.hub_and_spoke.points, with_counties.hub_and_spoke.people), (44, 88));
        assert_eq!((with_counties.two_tiers.groups.len(), with_counties.two_tiers.points, with_counties.two_tiers.people), (10, 125, 250));
    }

    #[test]
    fn no_other_division_into_groups_has_fewer_points_than_the_best_even_one() {
        // Every division of up to 12 partners into groups, whatever their sizes.
        fn divisions(left: usize, most: usize) -> Vec<Vec<usize>> {
            if left == 0 {
                return vec![Vec::new()];
            }
            let with = |size: usize| divisions(left - size, size).into_iter().map(move |rest| [vec![size], rest].concat());
            (1..=most.min(left)).flat_map(with).collect()
        }
        for partners in 1..=12 {
            let least = divisions(partners, partners).iter().map(|groups| points_in_two_tiers(groups)).min();
            assert_eq!(Some(structures(partners).unwrap().two_tiers.points), least, "{partners} partners");
        }
    }

    #[test]
    fn nobody_and_one_alone_have_no_points_and_a_million_are_refused() {
        assert_eq!(structures(0).unwrap().everybody.points, 0);
        assert_eq!(structures(1).unwrap().two_tiers.points, 0);
        assert!(structures(1_000_000).is_err());
    }

    #[test]
    fn an_empty_seat_is_named_with_the_body_that_has_nobody() {
        let seating = seating(&[], &rows("Ashby,Brook,Ann Lee,Bo Day\nBrook,Cale,Bo Day,")).unwrap();
        assert_eq!(seating.bodies, ["Ashby", "Brook", "Cale"]);
        assert_eq!(seating.held, 1);
        // Ashby with Cale: neither side has anybody; Brook with Cale: Cale has nobody.
        assert_eq!(seating.empty, [(0, 2), (2, 0), (2, 1)]);
        assert_eq!(seating.people, [("Bo Day".to_string(), 2), ("Ann Lee".to_string(), 1)]);
    }

    #[test]
    fn a_body_without_a_pair_yet_still_counts() {
        let seating = seating(&["Dean".to_string()], &rows("Ashby,Brook,Ann Lee,Bo Day\nCale")).unwrap();
        assert_eq!((seating.bodies.len(), seating.held, seating.empty.len()), (4, 1, 10));
    }

    #[test]
    fn a_pair_listed_twice_or_a_body_with_itself_is_refused_with_its_row() {
        assert_eq!(seating(&[], &rows("Ashby,Brook,A,B\nBrook,ashby,B,A")).unwrap_err().row, Some(1));
        assert!(seating(&[], &rows("Ashby,Ashby,A,B")).unwrap_err().because.contains("paired with itself"));
        assert!(seating(&[], &rows(",Brook,A,B")).unwrap_err().because.contains("no first body"));
    }
}
