//! How much of published spend the tables can place, by body, and the largest values they cannot.
//!
//! Reads a CSV with the headings body, proclass, cpv, sercop, category, service, purpose, supplier and pence from
//! the path given, and prints shares of positive value. With a body's name after the path it lists what that body's
//! unplaced and placed value is, largest first. It judges nothing: it is for whoever improves the tables.

#![allow(clippy::disallowed_methods, reason = "a program is told its path; the room is not")]

use std::collections::BTreeMap;

use services::{Words, addressability, classify};

#[derive(Default)]
struct Tally {
    all: i64,
    classified: i64,
    not_addressable: i64,
    neither: i64,
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut arguments = std::env::args().skip(1);
    let path = arguments.next().ok_or("give the path of a CSV")?;
    let only_body = arguments.next();
    let mut tallies: BTreeMap<String, Tally> = BTreeMap::new();
    let mut details: BTreeMap<String, i64> = BTreeMap::new();
    let mut reader = csv::Reader::from_path(path)?;
    let headings = reader.headers()?.clone();
    let place = |name: &str| headings.iter().position(|heading| heading == name);
    let places = ["body", "proclass", "cpv", "sercop", "category", "service", "purpose", "supplier", "pence"].map(place);
    for record in reader.records() {
        let record = record?;
        let field = |index: usize| places[index].and_then(|place| record.get(place)).filter(|text| !text.is_empty());
        let pence: i64 = field(8).and_then(|text| text.parse().ok()).unwrap_or(0);
        if pence <= 0 {
            continue;
        }
        let words = Words {
            proclass: field(1),
            cpv: field(2),
            sercop: field(3),
            category: field(4),
            service: field(5),
            purpose: field(6),
            supplier: field(7),
            ..Words::default()
        };
        let body = field(0).unwrap_or("all");
        let classified = classify(&words);
        let reason = addressability(&words);
        let tally = tallies.entry(body.to_string()).or_default();
        tally.all += pence;
        match (classified.family, reason) {
            (_, Some(_)) => tally.not_addressable += pence,
            (Some(_), None) => tally.classified += pence,
            (None, None) => tally.neither += pence,
        }
        if only_body.as_deref() == Some(body) {
            let answer = match (reason, classified.family) {
                (Some(reason), _) => format!("not addressable: {}", reason.code()),
                (None, Some(family)) => format!("{} by {:?} {:?}", family.code(), classified.because, classified.evidence),
                (None, None) => "?".to_string(),
            };
            let said = [1, 2, 4, 5, 6, 7].map(|index| field(index).unwrap_or("")).join(" | ");
            *details.entry(format!("{answer}\t{said}")).or_default() += pence;
        }
    }
    println!("{:28} {:>12} {:>11} {:>16} {:>10}", "body", "£m", "family", "not addressable", "neither");
    for (body, tally) in &tallies {
        let share = |part: i64| format!("{:.1} %", part as f64 * 100.0 / tally.all as f64);
        println!(
            "{body:28} {:>12.1} {:>11} {:>16} {:>10}",
            tally.all as f64 / 1e8,
            share(tally.classified),
            share(tally.not_addressable),
            share(tally.neither)
        );
    }
    let mut details: Vec<_> = details.into_iter().collect();
    details.sort_by_key(|(_, pence)| -pence);
    for (detail, pence) in details {
        println!("{:10.3}\t{detail}", pence as f64 / 1e8);
    }
    Ok(())
}
