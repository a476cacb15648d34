//! How many trust fracture points, and which seats are empty.
//!
//! The rule: a number of partners is answered with what each structure needs; a list of pairs and people is answered with
//! names.

use std::path::Path;

use definitions::{Trouble, thousands};
use pages::{Block, Paper, Section};
use partnerships::{SeatRow, Seating, Structure, Structures, seating, structures};
use serde_json::json;

use super::officer_file::OfficerFile;
use super::{Told, WORKING, table};

/// Rows shown of a long list.
const MOST_SHOWN: usize = 40;

/// What so many partners need, or which seats are taken in a file of them.
///
/// # Errors
/// As [`trust_of`] and [`trust_seats`]; says so where it is neither a whole number nor a file.
pub fn trust(asked: &str) -> Result<Told, Trouble> {
    match asked.parse::<usize>() {
        Ok(partners) => trust_of(partners),
        Err(_) if asked.parse::<f64>().is_ok() => Err(Trouble::new(
            format!("count trust fracture points of {asked} partners"),
            "it is no whole number",
            "Write how many partners there are, such as 42, or name a CSV of pairs and people.",
        )),
        Err(_) => trust_seats(Path::new(asked)),
    }
}

/// What so many partners need.
///
/// # Errors
/// When there are too many.
fn trust_of(partners: usize) -> Result<Told, Trouble> {
    let structures = structures(partners).map_err(|fault| Trouble::new("count trust fracture points", fault.because, fault.try_next))?;
    let everybody = &structures.everybody;
    let paper = Paper {
        title: format!("Trust between {partners} partners"),
        lede: vec![format!(
            "{partners} partners have {} trust fracture points, and need at least {} people: two for each point.",
            thousands(everybody.points.into()),
            thousands(everybody.people.into())
        )],
        figures: headline(&structures),
        facts: Vec::new(),
        sections: vec![structures_section(&structures, partners), working()],
    };
    Ok(Told { paper, data: data(&structures, partners) })
}

/// Which seats are taken, from a CSV with the columns first, second, first_person and second_person.
///
/// # Errors
/// Names the line that cannot be used.
fn trust_seats(path: &Path) -> Result<Told, Trouble> {
    let file = OfficerFile::open(path)?;
    let (headings, rows) = file.csv()?;
    let columns = [&["first", "body"][..], &["second"], &["first_person", "first person"], &["second_person", "second person"]];
    let columns: Vec<usize> = columns.iter().map(|wanted| file.column(&headings, wanted)).collect::<Result<_, _>>()?;
    let cell = |row: &super::officer_file::Row, place: usize| row.cells.get(columns[place]).unwrap_or_default().to_string();
    let seats: Vec<SeatRow> = rows
        .iter()
        .map(|row| SeatRow { first: cell(row, 0), second: cell(row, 1), first_person: cell(row, 2), second_person: cell(row, 3) })
        .collect();
    let lines: Vec<usize> = rows.iter().map(|row| row.line).collect();
    let seating = seating(&[], &seats).map_err(|fault| file.faulty(fault, &lines))?;
    let partners = seating.bodies.len();
    let structures = structures(partners).map_err(|fault| file.faulty(fault, &[]))?;
    let mut data = data(&structures, partners);
    let name = |body: &usize| seating.bodies[*body].clone();
    data["points_held"] = json!(seating.held);
    data["empty_seats"] = seating.empty.iter().map(|(body, with)| json!({ "body": name(body), "with": name(with) })).collect();
    data["people"] = seating.people.iter().map(|(person, seats)| json!({ "person": person, "seats": seats })).collect();
    let paper = Paper {
        title: format!("Trust between {partners} partners"),
        lede: lede(&seating, &structures),
        figures: vec![
            (structures.everybody.points.to_string(), "trust fracture points".to_string()),
            (seating.held.to_string(), "have a person on both sides".to_string()),
            (seating.empty.len().to_string(), "seats are empty".to_string()),
            (seating.people.len().to_string(), "people are named".to_string()),
        ],
        facts: vec![("Made from".to_string(), file.name())],
        sections: vec![empty_seats(&seating), people(&seating), structures_section(&structures, partners), working()],
    };
    Ok(Told { paper, data })
}

fn lede(seating: &Seating, structures: &Structures) -> Vec<String> {
    let (points, people) = (structures.everybody.points, structures.everybody.people);
    let mut lede = vec![format!(
        "{} partners have {points} trust fracture points and need at least {people} people. {} points have a person on both sides; {} of \
        {people} seats are empty.",
        seating.bodies.len(),
        seating.held,
        seating.empty.len()
    )];
    if let Some((person, seats)) = seating.people.first().filter(|(_, seats)| *seats > 1) {
        lede.push(format!("The busiest is {person}, who sits in {seats} seats: if they leave, {seats} points lose a side at once."));
    }
    lede
}

fn empty_seats(seating: &Seating) -> Section {
    if seating.empty.is_empty() {
        return Section::new("Empty seats", vec![Block::Text("Every seat is taken.".to_string())]);
    }
    let row = |body: usize| {
        let with: Vec<&str> =
            seating.empty.iter().filter(|(empty, _)| *empty == body).map(|(_, with)| seating.bodies[*with].as_str()).collect();
        (with.len(), vec![seating.bodies[body].clone(), with.len().to_string(), with.join(", ")])
    };
    let mut rows: Vec<(usize, Vec<String>)> = (0..seating.bodies.len()).map(row).filter(|(empty, _)| *empty > 0).collect();
    rows.sort_by(|one, other| other.0.cmp(&one.0).then_with(|| one.1.cmp(&other.1)));
    let rows = rows.into_iter().map(|(_, row)| row).collect();
    Section::new(
        "Empty seats",
        vec![table("Who has nobody yet, and towards whom", &["Body", "Empty seats", "Nobody sits with"], &[], rows)],
    )
}

fn people(seating: &Seating) -> Section {
    let rows = seating.people.iter().take(MOST_SHOWN).map(|(person, seats)| vec![person.clone(), seats.to_string()]).collect();
    let mut blocks = vec![table("Who sits in how many seats", &["Person"], &["Seats"], rows)];
    if seating.people.len() > MOST_SHOWN {
        blocks.push(Block::Text(format!("{} others sit in fewer.", seating.people.len() - MOST_SHOWN)));
    }
    Section::new("People", blocks)
}

fn headline(structures: &Structures) -> Vec<(String, String)> {
    vec![
        (structures.everybody.points.to_string(), "points where everybody deals with everybody".to_string()),
        (structures.two_tiers.points.to_string(), format!("in two tiers of {} groups", structures.two_tiers.groups.len())),
        (structures.hub_and_spoke.points.to_string(), "with one lead and spokes".to_string()),
    ]
}

fn structures_section(structures: &Structures, partners: usize) -> Section {
    let everybody = structures.everybody.points;
    let row = |name: &str, structure: &Structure| {
        let saved = f64::from(everybody - structure.points) / f64::from(everybody.max(1));
        vec![
            name.to_string(),
            thousands(structure.points.into()),
            thousands(structure.people.into()),
            format!("{:.0}\u{a0}%", saved * 100.0),
        ]
    };
    let rows = vec![
        row("Everybody with everybody", &structures.everybody),
        row("Two tiers: groups, whose leads meet", &structures.two_tiers),
        row("One lead and its spokes", &structures.hub_and_spoke),
    ];
    let mut blocks =
        vec![table("Trust fracture points of three structures", &["Structure"], &["Points", "People, at least", "Points saved"], rows)];
    if partners > 2 {
        blocks.push(Block::Text(format!(
            "In two tiers, {} groups of {} have the fewest points. One more partner for everybody would add {partners} points.",
            structures.two_tiers.groups.len(),
            sizes(&structures.two_tiers.groups)
        )));
    }
    Section::new("What other structures need", blocks)
}

/// `4 or 5` for the sizes of even groups.
fn sizes(groups: &[usize]) -> String {
    match (groups.iter().min(), groups.iter().max()) {
        (Some(least), Some(most)) if least != most => format!("{least} or {most}"),
        (Some(least), _) => least.to_string(),
        _ => "none".to_string(),
    }
}

fn working() -> Section {
    Section::new(
        WORKING,
        vec![
            Block::Text("Each pair of n partners is a place where trust can break: n (n - 1) / 2 pairs, and two people for each, one \
            from either side.".to_string()),
            Block::Text(
 "A lead with spokes has n - 1 pairs. In two tiers each group holds its own pairs and the leads of all groups theirs; the number of \
 groups is the one with the fewest pairs."
                    .to_string(),
            ),
            Block::Inset("It is a rule of thumb from the training of shared services: it ranks structures, and forbids none.".to_string()),
        ],
    )
}

fn data(structures: &Structures, partners: usize) -> serde_json::Value {
    let structure = |structure: &Structure| json!({ "points": structure.points, "people": structure.people });
    json!({
        "partners": partners,
        "points": structures.everybody.points,
        "people": structures.everybody.people,
        "hub_and_spoke": structure(&structures.hub_and_spoke),
        "two_tiers": { "groups": structures.two_tiers.groups, "points": structures.two_tiers.points, "people": structures.two_tiers.people },
    })
}
