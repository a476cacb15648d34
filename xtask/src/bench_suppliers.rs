//! How true and how fast names are joined, on lists whose truth is known.
//!
//! The rule: every list is joined by the kernel as it is, with its one setting, in a process of its own, so that CPU time
//! and memory are the list's alone. A list is `NAME.csv` (`id,name`) beside `NAME.truth.csv` (`id,cluster`); or any list
//! with a published number hidden from the kernel and taken as the truth for the names that carry it.

use std::collections::{HashMap, HashSet};
use std::path::{Path, PathBuf};
use std::process::Command;

use suppliers::{Party, Settings};

use crate::score::score;

/// The word under which this program calls itself for one list.
pub const ONE_LIST: &str = "bench-suppliers-one-list";

const HEADINGS: &str =
    "list                   names  precision  recall     F1  B-cubed F1  largest  largest wrong  most strangers   CPU s     MB";

/// Measures every list of a folder, or one list with a number hidden; says what is wrong.
pub fn run(words: &[String]) -> Vec<String> {
    match words {
        [hide, column, list] if hide == "--hide" => table(&[vec!["--hide".to_string(), column.clone(), list.clone()]]),
        [folder] => match lists(Path::new(folder)) {
            Ok(lists) => table(&lists),
            Err(because) => vec![because],
        },
        _ => vec!["Write: cargo xtask bench-suppliers DIR, or: cargo xtask bench-suppliers --hide company_number NAMES.csv".to_string()],
    }
}

/// Every list in `folder` that has its truth beside it.
fn lists(folder: &Path) -> Result<Vec<Vec<String>>, String> {
    let entries = std::fs::read_dir(folder).map_err(|error| format!("could not look into {}: {error}", folder.display()))?;
    let mut truths: Vec<PathBuf> =
        entries.flatten().map(|entry| entry.path()).filter(|path| path.to_string_lossy().ends_with(".truth.csv")).collect();
    truths.sort();
    if truths.is_empty() {
        return Err(format!("could not measure anything in {}: no NAME.truth.csv lies beside a NAME.csv there.", folder.display()));
    }
    let list = |truth: &PathBuf| truth.to_string_lossy().replace(".truth.csv", ".csv");
    Ok(truths.iter().map(|truth| vec![list(truth), truth.to_string_lossy().into_owned()]).collect())
}

fn table(lists: &[Vec<String>]) -> Vec<String> {
    println!("{HEADINGS}");
    lists.iter().filter_map(|words| one(words).err()).collect()
}

/// Runs this program over one list.
fn one(words: &[String]) -> Result<(), String> {
    let program = std::env::current_exe().map_err(|error| format!("could not find this program: {error}"))?;
    let status =
        Command::new(program).arg(ONE_LIST).args(words).status().map_err(|error| format!("could not measure {words:?}: {error}"))?;
    if status.success() { Ok(()) } else { Err(format!("could not measure {}.", words.join(" "))) }
}

/// Joins one list and prints its row.
pub fn measure(words: &[String]) -> Vec<String> {
    let measured = match words {
        [hide, column, list] if hide == "--hide" => List::with_hidden(Path::new(list), column),
        [list, truth] => List::with_truth(Path::new(list), Path::new(truth)),
        _ => Err("could not tell which list is meant.".to_string()),
    };
    match measured {
        Ok(list) => {
            println!("{}", list.row());
            Vec::new()
        }
        Err(because) => vec![because],
    }
}

/// A list with its truth.
struct List {
    name: String,
    rows: Vec<csv::StringRecord>,
    columns: HashMap<String, usize>,
    /// The column taken as the truth, which the kernel does not see.
    hidden: Option<String>,
    /// The true supplier of each row; `None` where it is not known.
    truth: Vec<Option<u32>>,
}

impl List {
    fn with_truth(path: &Path, truth: &Path) -> Result<List, String> {
        let (columns, rows) = read(path, &["id", "name"])?;
        let (truth_columns, truth_rows) = read(truth, &["id", "cluster"])?;
        let cell = |row: &csv::StringRecord, column: usize| row.get(column).unwrap_or_default().to_string();
        let known: HashMap<String, String> =
            truth_rows.iter().map(|row| (cell(row, truth_columns["id"]), cell(row, truth_columns["cluster"]))).collect();
        let truth = numbered(rows.iter().map(|row| known.get(&cell(row, columns["id"])).cloned()));
        let name = path.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
        // Names alone: that is what the sets are for.
        let columns = columns.into_iter().filter(|(column, _)| column == "name").collect();
        Ok(List { name, rows, columns, hidden: None, truth })
    }

    fn with_hidden(path: &Path, column: &str) -> Result<List, String> {
        let (columns, rows) = read(path, &["name", column])?;
        let cell =
            |row: &csv::StringRecord, column: &str| columns.get(column).and_then(|place| row.get(*place)).unwrap_or_default().to_string();
        let number = |row: &csv::StringRecord| {
            let text = cell(row, column);
            match column {
                "company_number" => suppliers::company_number(&text),
                "vat_number" => suppliers::vat_number(&text),
                "charity_number" => suppliers::charity_number(&text),
                _ => suppliers::supplier_number(&text).map(|number| format!("{} {number}", cell(row, "body"))),
            }
        };
        // A name under which one body publishes two numbers is not told by either, and a name is judged once for each number.
        let written = |row: &csv::StringRecord| (cell(row, "body"), cell(row, "name").to_lowercase());
        let mut numbers: HashMap<_, HashSet<String>> = HashMap::new();
        rows.iter().for_each(|row| numbers.entry(written(row)).or_default().extend(number(row)));
        let mut met = HashSet::new();
        let mut is_new = |row: &csv::StringRecord, number: &String| {
            numbers[&written(row)].len() == 1 && met.insert((cell(row, "name").to_lowercase(), number.clone()))
        };
        let truth = numbered(rows.iter().map(|row| number(row).filter(|number| is_new(row, number))));
        Ok(List { name: format!("{column} hidden"), truth, hidden: Some(column.to_string()), rows, columns })
    }

    fn row(&self) -> String {
        let parties: Vec<Party<'_>> = self.rows.iter().map(|row| self.party(row)).collect();
        let before = cpu_seconds();
        let clusters = suppliers::clusters(&parties, &Settings::default(), &|_| true).unwrap_or_default();
        let spent = cpu_seconds() - before;
        let bodies = self.bodies();
        let known = self.truth.iter().zip(clusters).zip(bodies).filter_map(|((truth, found), body)| Some(((*truth)?, Some((body, found)))));
        let (truth, found): (Vec<u32>, Vec<_>) = known.unzip();
        let found: Vec<u32> = numbered(found.into_iter()).into_iter().flatten().collect();
        let score = score(&truth, &found);
        format!(
            "{:<20} {:>7}  {:>9.3}  {:>6.3}  {:>5.3}  {:>10.3}  {:>7}  {:>13}  {:>14}  {spent:>6.2}  {:>5}",
            self.name,
            truth.len(),
            score.precision,
            score.recall,
            score.f1,
            score.b_cubed_f1,
            score.largest,
            score.largest_wrong,
            score.most_strangers,
            most_memory_megabytes()
        )
    }

    /// The body of each row where the truth is a body's own number, which says nothing of another body's; else one for all.
    fn bodies(&self) -> Vec<&str> {
        let is_of_body = self.hidden.as_deref() == Some("supplier_id");
        let column = self.columns.get("body").filter(|_| is_of_body);
        self.rows.iter().map(|row| column.and_then(|place| row.get(*place)).unwrap_or_default()).collect()
    }

    fn party<'a>(&'a self, row: &'a csv::StringRecord) -> Party<'a> {
        let cell = |column: &str| {
            let is_seen = self.hidden.as_deref() != Some(column);
            self.columns.get(column).filter(|_| is_seen).and_then(|place| row.get(*place)).map(str::trim).filter(|cell| !cell.is_empty())
        };
        Party {
            name: cell("name").unwrap_or_default(),
            body: cell("body"),
            supplier_number: cell("supplier_id"),
            company_number: cell("company_number"),
            vat_number: cell("vat_number"),
            charity_number: cell("charity_number"),
            postcode: cell("postcode"),
        }
    }
}

/// Columns by heading, and rows.
type Sheet = (HashMap<String, usize>, Vec<csv::StringRecord>);

fn read(path: &Path, wanted: &[&str]) -> Result<Sheet, String> {
    let cannot = |because: String| format!("could not read {}: {because}", path.display());
    let mut reader = csv::ReaderBuilder::new().flexible(true).from_path(path).map_err(|error| cannot(error.to_string()))?;
    let headings = reader.headers().map_err(|error| cannot(error.to_string()))?;
    let columns: HashMap<String, usize> =
        headings.iter().enumerate().map(|(place, heading)| (heading.trim_start_matches('\u{feff}').trim().to_lowercase(), place)).collect();
    if let Some(missing) = wanted.iter().find(|column| !columns.contains_key(**column)) {
        return Err(cannot(format!("there is no column {missing} on line 1.")));
    }
    let rows: Result<Vec<csv::StringRecord>, csv::Error> = reader.records().collect();
    Ok((columns, rows.map_err(|error| cannot(error.to_string()))?))
}

/// Each different thing as a number.
fn numbered<Thing: Eq + std::hash::Hash>(things: impl Iterator<Item = Option<Thing>>) -> Vec<Option<u32>> {
    let mut numbers: HashMap<Thing, u32> = HashMap::new();
    let mut number = |text: Thing| {
        let next = numbers.len() as u32;
        *numbers.entry(text).or_insert(next)
    };
    things.map(|thing| thing.map(&mut number)).collect()
}

/// CPU seconds of this process, of all its threads; nought where the system does not say.
fn cpu_seconds() -> f64 {
    let stat = std::fs::read_to_string("/proc/self/stat").unwrap_or_default();
    // Behind the name in brackets, user and system time are the 12th and 13th, in hundredths of a second.
    let after = stat.rsplit_once(')').map_or("", |(_, after)| after);
    after.split_whitespace().skip(11).take(2).filter_map(|ticks| ticks.parse::<f64>().ok()).sum::<f64>() / 100.0
}

/// The most memory this process has held; nought where the system does not say.
fn most_memory_megabytes() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).unwrap_or_default();
    line.split_whitespace().next().and_then(|kilobytes| kilobytes.parse::<u64>().ok()).unwrap_or(0) / 1024
}
