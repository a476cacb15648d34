//! Reads `id,name[,postcode]` and writes `id,cluster`, to measure the room against a known truth.
//!
//! `cargo run --release -p suppliers --example names IN.csv OUT.csv [--postcodes] [threshold]`

#![allow(clippy::disallowed_methods, reason = "an example is a program of its own: it reads files and says how long it took")]

mod csv_rows;

use std::fmt::Write;
use std::time::Instant;

use csv_rows::read_csv;
use suppliers::{Party, Settings, clusters};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [input, output, rest @ ..] = arguments.as_slice() else {
        return Err("usage: names IN.csv OUT.csv [--postcodes] [threshold]".into());
    };
    let rows = read_csv(&std::fs::read_to_string(input)?);
    let column = |name: &str| rows[0].iter().position(|heading| heading == name);
    let (id, name) = column("id").zip(column("name")).ok_or("the first line must have id and name")?;
    let postcode = column("postcode").filter(|_| rest.iter().any(|argument| argument == "--postcodes"));
    let party =
        |row: &'static [String]| Party { name: &row[name], postcode: postcode.map(|place| row[place].as_str()), ..Party::default() };
    // The rows live as long as the program; leaking them keeps the example short.
    let rows: &'static [Vec<String>] = rows.leak();
    let parties: Vec<Party<'_>> = rows[1..].iter().map(|row| party(row)).collect();
    let threshold = rest.iter().find_map(|argument| argument.parse().ok()).unwrap_or(Settings::default().threshold);
    let start = Instant::now();
    let clusters = clusters(&parties, &Settings { threshold, ..Settings::default() }, &|_| true).ok_or("stopped")?;
    eprintln!("{} names, {:.2} s", parties.len(), start.elapsed().as_secs_f64());
    let mut text = String::from("id,cluster\n");
    for (row, cluster) in rows[1..].iter().zip(&clusters) {
        writeln!(text, "{},{cluster}", row[id])?;
    }
    std::fs::write(output, text)?;
    Ok(())
}
