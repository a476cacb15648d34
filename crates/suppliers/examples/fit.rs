//! Fits the points of the model to names whose supplier is known, and prints `src/points.rs`.
//!
//! `cargo run --release -p suppliers --example fit WEIGHT NAMES.csv TRUTH.csv [WEIGHT NAMES.csv TRUTH.csv …]`
//!
//! Only suppliers of the first half (by a hash of their number in the truth) are learnt from; the
//! other half is for measuring. Logistic regression on the answers, with a pull towards nought.

#![allow(clippy::disallowed_methods, reason = "an example is a program of its own: it reads files and says how long it took")]

mod csv_rows;
mod known;

use std::collections::HashMap;

use known::{is_first_half, read_known};
use suppliers::{Party, answered_pairs, table};

/// Pull towards nought, per unit of weight.
const PULL: f64 = 3.3;

/// Half of the suppliers see a quarter of the pairs of strangers, so each of those counts twice.
const STRANGERS: f64 = 2.0;

/// Every set of names counts as so many pairs of one supplier, times its weight.
const PAIRS_PER_SET: f64 = 2000.0;

struct Case {
    answers: Vec<u8>,
    weight: f64,
    is_one: f64,
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let mut cases = Vec::new();
    for set in arguments.chunks_exact(3) {
        cases.extend(read_cases(set[0].parse()?, &set[1], &set[2])?);
    }
    let (_, questions) = table();
    let mut starts = vec![0];
    for (_, points) in questions {
        starts.push(starts[starts.len() - 1] + points.len());
    }
    let (start, points) = fit(&cases, &starts);
    println!("pub const START: f32 = {start:.2};\npub const MODEL: [Question; QUESTIONS] = [");
    for (place, (asks, now)) in questions.iter().enumerate() {
        let fitted: Vec<String> = points[starts[place]..starts[place + 1]].iter().map(|point| format!("{point:.2}")).collect();
        println!("    // Now: {now:?}\n    Question {{ asks: {asks:?}, points: &[{}] }},", fitted.join(", "));
    }
    println!("];");
    Ok(())
}

fn read_cases(weight: f64, names: &str, truth: &str) -> Result<Vec<Case>, Box<dyn std::error::Error>> {
    let known = read_known(names, truth)?;
    let parties: Vec<Party<'_>> = known.names.iter().map(|name| Party { name, ..Party::default() }).collect();
    let mut sizes: HashMap<&str, f64> = HashMap::new();
    for name in &known.suppliers {
        *sizes.entry(name).or_default() += 1.0;
    }
    let mut cases = Vec::new();
    for pair in answered_pairs(&parties).into_iter().filter(|pair| !pair.is_forbidden) {
        let (a, b) = (known.suppliers[pair.a as usize].as_str(), known.suppliers[pair.b as usize].as_str());
        if is_first_half(a) && is_first_half(b) {
            let is_one = a == b;
            // A supplier of a hundred names has thousands of pairs and teaches no more for it.
            let weight = if is_one { (sizes[a] - 1.0).max(1.0).sqrt().recip() } else { STRANGERS };
            cases.push(Case { answers: pair.answers.to_vec(), weight, is_one: f64::from(u8::from(is_one)) });
        }
    }
    let ones: f64 = cases.iter().map(|case| case.weight * case.is_one).sum();
    cases.iter_mut().for_each(|case| case.weight *= weight * PAIRS_PER_SET / ones);
    Ok(cases)
}

/// Gradient steps, each point with a step length of its own (AdaGrad).
fn fit(cases: &[Case], starts: &[usize]) -> (f64, Vec<f64>) {
    const STEPS: usize = 400;
    let count = starts[starts.len() - 1];
    // The last place is the start, which nothing pulls towards nought.
    let mut points = vec![0.0; count + 1];
    let mut travelled = vec![1e-9; count + 1];
    for _ in 0..STEPS {
        let mut slope: Vec<f64> = points.iter().enumerate().map(|(place, point)| if place < count { PULL * point } else { 0.0 }).collect();
        for case in cases {
            let places = case.answers.iter().zip(starts).map(|(answer, start)| start + usize::from(*answer));
            let sum: f64 = points[count] + places.clone().map(|place| points[place]).sum::<f64>();
            let error = case.weight * (1.0 / (1.0 + (-sum).exp()) - case.is_one);
            places.chain([count]).for_each(|place| slope[place] += error);
        }
        for (place, slope) in slope.into_iter().enumerate() {
            travelled[place] += slope * slope;
            points[place] -= 0.5 * slope / travelled[place].sqrt();
        }
    }
    let start = points.pop().unwrap_or_default();
    (start, points)
}
