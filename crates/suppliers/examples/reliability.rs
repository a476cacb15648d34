//! Does a probability mean what it says? Prints a table and draws a plot, from suppliers that the points were not fitted to.
//!
//! `cargo run --release -p suppliers --example reliability PLOT.svg NAMES.csv TRUTH.csv [NAMES.csv TRUTH.csv …]`
//!
//! Pairs are gathered by the probability that was said of them. Half of the suppliers see a quarter
//! of the pairs of strangers that all would see, so each of those counts twice.

#![allow(clippy::disallowed_methods, reason = "an example is a program of its own: it reads and writes files")]

mod csv_rows;
mod known;

use std::fmt::Write;

use known::{is_first_half, read_known};
use suppliers::{Party, answered_pairs};

/// Probabilities are gathered between these.
const EDGES: [f64; 9] = [0.0, 0.05, 0.2, 0.35, 0.5, 0.65, 0.8, 0.95, 1.0001];

/// Pairs of about one probability.
#[derive(Clone, Copy, Default)]
struct Bin {
    pairs: u32,
    weight: f64,
    said: f64,
    were: f64,
}

struct Set {
    name: String,
    bins: [Bin; EDGES.len() - 1],
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [plot, sets @ ..] = arguments.as_slice() else {
        return Err("usage: reliability PLOT.svg NAMES.csv TRUTH.csv …".into());
    };
    let sets: Vec<Set> = sets.chunks_exact(2).map(|files| measured(&files[0], &files[1])).collect::<Result<_, _>>()?;
    println!("{}", table(&sets));
    std::fs::write(plot, drawing(&sets))?;
    Ok(())
}

fn measured(names: &str, truth: &str) -> Result<Set, Box<dyn std::error::Error>> {
    let known = read_known(names, truth)?;
    let parties: Vec<Party<'_>> = known.names.iter().map(|name| Party { name, ..Party::default() }).collect();
    let mut bins = [Bin::default(); EDGES.len() - 1];
    for pair in answered_pairs(&parties).into_iter().filter(|pair| !pair.is_forbidden) {
        let (a, b) = (&known.suppliers[pair.a as usize], &known.suppliers[pair.b as usize]);
        if is_first_half(a) || is_first_half(b) {
            continue;
        }
        let said = f64::from(pair.probability);
        let bin = &mut bins[EDGES[1..].iter().take_while(|edge| said >= **edge).count()];
        let weight = if a == b { 1.0 } else { 2.0 };
        bin.pairs += 1;
        bin.weight += weight;
        bin.said += weight * said;
        bin.were += if a == b { weight } else { 0.0 };
    }
    let name = std::path::Path::new(names).file_stem().map(|stem| stem.to_string_lossy().into_owned());
    Ok(Set { name: name.unwrap_or_default(), bins })
}

/// In Markdown: a row for each range of probabilities, a column for each set.
fn table(sets: &[Set]) -> String {
    let headings: String = sets.iter().map(|set| format!(" {} |", set.name)).collect();
    let mut text = format!("| probability |{headings}\n|---|{}\n", "---|".repeat(sets.len()));
    for (place, edges) in EDGES.windows(2).enumerate() {
        let cells: String = sets.iter().map(|set| cell(&set.bins[place])).collect();
        let _ = writeln!(text, "| {} to {} |{cells}", edges[0], edges[1].min(1.0));
    }
    text
}

fn cell(bin: &Bin) -> String {
    match bin.pairs {
        0 => " – |".to_string(),
        pairs => format!(" said {:.2}, were {:.2} ({pairs}) |", bin.said / bin.weight, bin.were / bin.weight),
    }
}

/// The side of the plot, and the room left around it for words.
const SIDE: f64 = 360.0;
const MARGIN: f64 = 50.0;

const COLOURS: [&str; 6] = ["#1d70b8", "#d4351c", "#00703c", "#4c2c92", "#f47738", "#505a5f"];

/// A point for each range and set that has at least this many pairs.
const FEWEST_PAIRS: u32 = 15;

fn drawing(sets: &[Set]) -> String {
    let (left, right) = (MARGIN, MARGIN + SIDE);
    let at = |share: f64| (MARGIN + share * SIDE, MARGIN + (1.0 - share) * SIDE);
    let mut svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {} {}\" font-family=\"sans-serif\" font-size=\"12\" role=\"img\">\n\
         <title>How often pairs were one supplier, against the probability said of them</title>\n\
         <rect width=\"100%\" height=\"100%\" fill=\"white\"/>\n\
         <rect x=\"{left}\" y=\"{left}\" width=\"{SIDE}\" height=\"{SIDE}\" fill=\"none\" stroke=\"#b1b4b6\"/>\n\
         <line x1=\"{left}\" y1=\"{right}\" x2=\"{right}\" y2=\"{left}\" stroke=\"#b1b4b6\" stroke-dasharray=\"4\"/>\n",
        SIDE + 2.0 * MARGIN + 150.0,
        SIDE + 2.0 * MARGIN
    );
    for tick in [0.0, 0.25, 0.5, 0.75, 1.0] {
        let (x, y) = at(tick);
        let _ = writeln!(svg, "<text x=\"{x}\" y=\"{}\" text-anchor=\"middle\">{tick}</text>", right + 18.0);
        let _ = writeln!(svg, "<text x=\"{}\" y=\"{}\" text-anchor=\"end\">{tick}</text>", left - 8.0, y + 4.0);
    }
    let middle = left + SIDE / 2.0;
    let _ = writeln!(svg, "<text x=\"{middle}\" y=\"{}\" text-anchor=\"middle\">probability said</text>", right + 38.0);
    let _ = writeln!(
        svg,
        "<text x=\"14\" y=\"{middle}\" text-anchor=\"middle\" transform=\"rotate(-90 14 {middle})\">share that were one supplier</text>"
    );
    for (place, set) in sets.iter().enumerate() {
        let colour = COLOURS[place % COLOURS.len()];
        let points =
            set.bins.iter().filter(|bin| bin.pairs >= FEWEST_PAIRS).map(|bin| (at(bin.said / bin.weight).0, at(bin.were / bin.weight).1));
        let path: String = points.clone().map(|(x, y)| format!("{x:.1},{y:.1} ")).collect();
        let _ = writeln!(svg, "<polyline points=\"{}\" fill=\"none\" stroke=\"{colour}\"/>", path.trim_end());
        points.for_each(|(x, y)| svg.push_str(&format!("<circle cx=\"{x:.1}\" cy=\"{y:.1}\" r=\"4\" fill=\"{colour}\"/>\n")));
        let _ =
            writeln!(svg, "<text x=\"{}\" y=\"{}\" fill=\"{colour}\">{}</text>", right + 12.0, left + 16.0 + 18.0 * place as f64, set.name);
    }
    svg + "</svg>\n"
}
