//! Does the search for pairs miss any that would be joined? Compares everybody with everybody, which takes its time.
//!
//! `cargo run --release -p suppliers --example recall NAMES.csv [NAMES.csv …]`

#![allow(clippy::disallowed_methods, reason = "an example is a program of its own: it reads files")]

mod csv_rows;

use csv_rows::read_csv;
use suppliers::{Party, Settings, found_of_likely_pairs};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    for file in std::env::args().skip(1) {
        let rows = read_csv(&std::fs::read_to_string(&file)?);
        let parties: Vec<Party<'_>> = rows[1..].iter().map(|row| Party { name: &row[1], ..Party::default() }).collect();
        let (found, likely) = found_of_likely_pairs(&parties, Settings::default().threshold as f32);
        println!("{file}: {found} of {likely} pairs found, {:.2} %", found as f64 * 100.0 / likely.max(1) as f64);
    }
    Ok(())
}
