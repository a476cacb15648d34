//! Files as real bodies published them, where they lie beside the project: our totals against a reader of twenty lines.
//!
//! The rule: the other reader knows nothing of ours: it is told the two columns of a body and adds up. Where the files are
//! not there, the test says so and proves nothing.
#![allow(clippy::unwrap_used, clippy::disallowed_methods, reason = "a test runs the program and reads what it wrote")]

mod place;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use place::{Ran, program};

/// Pence by month, as `2023-04`.
type Months = BTreeMap<String, i64>;

fn published() -> Option<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/published");
    if folder.is_dir() {
        return Some(folder);
    }
    println!("NOT RUN: there are no published files at {}; nothing was compared.", folder.display());
    None
}

/// A body whose payments are in CSV files with one date and one amount column.
struct Body {
    place: &'static str,
    folder: &'static str,
    id: &'static str,
    /// What the names of its spend files hold.
    files: &'static str,
    /// Headings its date column has had.
    date: &'static [&'static str],
    amount: &'static str,
}

const BODIES: &[Body] = &[
    Body { place: "greater-manchester", folder: "bolton", id: "bolton", files: "bolton_", date: &["Payment"], amount: "Amount" },
    Body {
        place: "greater-manchester",
        folder: "salford",
        id: "salford",
        files: "expenditure-report",
        date: &["Date of Payment", "Paid date"],
        amount: "Net",
    },
    Body {
        place: "greater-manchester",
        folder: "stockport",
        id: "stockport",
        files: "stockport_",
        date: &["invoice_date"],
        amount: "net_amount",
    },
    Body { place: "greater-manchester", folder: "trafford", id: "trafford", files: "Supplier-Spend", date: &["Date"], amount: "Amount" },
    Body {
        place: "sussex",
        folder: "brighton-and-hove",
        id: "brighton-and-hove",
        files: "Creditor",
        date: &["Date"],
        amount: "Net Amount",
    },
    Body { place: "lancashire", folder: "lancashire-county-council", id: "lancashire", files: "_202", date: &["Date"], amount: "Amount" },
];

/// Adds up every file of a body, the same bytes once.
fn added_up(body: &Body, published: &Path) -> Months {
    let mut months = Months::new();
    let mut seen = BTreeSet::new();
    for entry in fs::read_dir(published.join(body.place).join(body.folder)).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        if !name.contains(body.files) || !name.ends_with(".csv") {
            continue;
        }
        let bytes = fs::read(&path).unwrap();
        if !seen.insert(bytes.clone()) {
            continue;
        }
        let text: String = bytes.iter().map(|byte| if byte.is_ascii() { *byte as char } else { ' ' }).collect();
        let mut reader = csv::ReaderBuilder::new().flexible(true).from_reader(text.as_bytes());
        let headings = reader.headers().unwrap().clone();
        let column = |wanted: &[&str]| headings.iter().position(|heading| wanted.contains(&heading.trim())).unwrap();
        let (date, amount) = (column(body.date), column(&[body.amount]));
        for row in reader.records().map(Result::unwrap) {
            if let (Some(month), Some(pence)) = (month(row.get(date).unwrap_or("")), pence(row.get(amount).unwrap_or(""))) {
                *months.entry(month).or_default() += pence;
            }
        }
    }
    months
}

/// `03/04/2023` and `03-Apr-23` as `2023-04`.
fn month(text: &str) -> Option<String> {
    let parts: Vec<&str> = text.trim().split(['/', '-', '.']).collect();
    let [_, month, year] = parts.as_slice() else { return None };
    let names = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
    let by_name = names.iter().position(|name| month.to_lowercase().starts_with(name)).map(|place| place + 1);
    let number = by_name.or_else(|| month.parse().ok())?;
    let year = if year.len() == 2 { format!("20{year}") } else { (*year).to_string() };
    Some(format!("{year}-{number:02}"))
}

fn pence(text: &str) -> Option<i64> {
    let kept: String = text.chars().filter(|character| character.is_ascii_digit() || *character == '.').collect();
    let is_credit = text.contains('-') || text.contains('(');
    let pounds: f64 = kept.parse().ok()?;
    let pence = (pounds * 100.0).round() as i64;
    Some(if is_credit { -pence } else { pence })
}

fn found(place: &str, published: &Path, out: &Path) {
    let ran = Ran::of(program().arg("find").arg(published.join(place)).arg("--out").arg(out).arg("--quiet").output().unwrap());
    assert!(ran.code == 0 || ran.code == 1, "{place}: {}", ran.errors);
}

fn ask(out: &Path, query: &str) -> Vec<Vec<String>> {
    let answer = out.join("answer.csv");
    let ran = Ran::of(program().arg("sql").arg(query).arg("--evidence").arg(out).arg("--out").arg(&answer).output().unwrap());
    assert_eq!(ran.code, 0, "{}", ran.errors);
    csv::Reader::from_path(answer).unwrap().records().map(|row| row.unwrap().iter().map(str::to_string).collect()).collect()
}

#[test]
fn totals_by_body_and_month_are_those_of_an_independent_reader() {
    let Some(published) = published() else { return };
    let folder = tempfile::tempdir().unwrap();
    for place in ["greater-manchester", "sussex", "lancashire"] {
        let out = folder.path().join(place);
        found(place, &published, &out);
        for body in BODIES.iter().filter(|body| body.place == place) {
            let query = format!(
                "select substr(cast(month as varchar), 1, 7), sum(amount_pence) from payments where body = '{}' and file like '%{}%' \
                 and month is not null group by 1 order by 1",
                body.id, body.files
            );
            let ours: Months = ask(&out, &query).into_iter().map(|row| (row[0].clone(), row[1].parse().unwrap())).collect();
            assert_eq!(ours, added_up(body, &published), "{}", body.folder);
        }
    }
}

#[test]
fn months_under_two_names_and_quarters_that_are_there_twice_are_counted_once() {
    let Some(published) = published() else { return };
    let folder = tempfile::tempdir().unwrap();
    found("greater-manchester", &published, folder.path());
    for (body, once) in [("salford", "%expenditure-report%"), ("oldham", "%spending_records%")] {
        let rows = ask(
            folder.path(),
            &format!("select count(*) from payments where body = '{body}' and file not like '{once}' and is_counted and via = 'invoice'"),
        );
        assert_eq!(rows, [["0"]], "{body}: a payment is counted under its second name");
    }
    let kinds = ask(
        folder.path(),
        "select publisher, count(*) from files where kind = 'same-as' and publisher in ('salford', 'oldham') group by 1 order by 1",
    );
    assert_eq!(kinds, [["oldham", "4"], ["salford", "12"]], "files that are the same bytes, counted by hand");
}
