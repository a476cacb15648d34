//! Reads `id,name[,postcode]` and writes `id,cluster`, to measure the room against a known truth.
//!
//! `cargo run --release -p suppliers --example names IN.csv OUT.csv [--postcodes]`

use std::fmt::Write;
use std::time::Instant;

use suppliers::{Party, Settings, resolve};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [input, output, rest @ ..] = arguments.as_slice() else {
        return Err("usage: names IN.csv OUT.csv [--postcodes] [threshold]".into());
    };
    let rows = read_csv(&std::fs::read_to_string(input)?);
    let column = |name: &str| rows[0].iter().position(|heading| heading == name);
    let (id, name) = column("id").zip(column("name")).ok_or("the first line must have id and name")?;
    let postcode = column("postcode").filter(|_| rest.iter().any(|argument| argument == "--postcodes"));
    let party = |row: &'_ Vec<String>| -> (String, Option<String>) { (row[name].clone(), postcode.map(|place| row[place].clone())) };
    let owned: Vec<(String, Option<String>)> = rows[1..].iter().map(party).collect();
    let parties: Vec<Party<'_>> =
        owned.iter().map(|(name, postcode)| Party { name, postcode: postcode.as_deref(), ..Party::default() }).collect();
    let threshold = rest.iter().find_map(|argument| argument.parse().ok()).unwrap_or(Settings::default().threshold);
    let start = Instant::now();
    let progress = |share: f64| {
        if std::env::var_os("SHOW").is_some() {
            eprintln!("{share:.3} {:.2}s", start.elapsed().as_secs_f64());
        }
        true
    };
    let resolution = resolve(&parties, &Settings { threshold }, &progress).ok_or("stopped")?;
    let mut text = String::from("id,cluster\n");
    for (row, cluster) in rows[1..].iter().zip(&resolution.cluster_of) {
        writeln!(text, "{},{cluster}", row[id])?;
    }
    std::fs::write(output, text)?;
    eprintln!("{} names, {} joins, {:.2} s", parties.len(), resolution.joins.len(), start.elapsed().as_secs_f64());
    Ok(())
}

/// Comma-separated text with quotes; nothing is trimmed.
fn read_csv(text: &str) -> Vec<Vec<String>> {
    let mut rows = vec![vec![String::new()]];
    let mut quoted = false;
    let mut characters = text.chars().peekable();
    while let Some(character) = characters.next() {
        let row = rows.last_mut().expect("there is always a row");
        let cell = row.last_mut().expect("a row always has a cell");
        match character {
            '"' if quoted && characters.peek() == Some(&'"') => cell.push(characters.next().unwrap_or('"')),
            '"' => quoted = !quoted,
            ',' if !quoted => row.push(String::new()),
            '\n' if !quoted => rows.push(vec![String::new()]),
            '\r' if !quoted => {}
            other => cell.push(other),
        }
    }
    rows.retain(|row| row.len() > 1);
    rows
}
