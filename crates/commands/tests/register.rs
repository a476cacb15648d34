//! The register of a place from a terminal: the demonstration, spreadsheets, totals, endings, copies, backups and the website.
#![allow(clippy::unwrap_used, clippy::disallowed_methods, reason = "a test runs the program and reads what it wrote")]

mod place;

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::process::Stdio;

use place::{Ran, program};
use serde_json::Value;

fn examples() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples").canonicalize().unwrap()
}

/// Runs the program without a server's database, whatever the environment of the tests says.
fn ran(words: &[&str]) -> Ran {
    Ran::of(program().env_remove("DATABASE_URL").args(words).output().unwrap())
}

fn json(words: &[&str]) -> Value {
    let ran = ran(words);
    assert_eq!(ran.code, 0, "{words:?}: {}", ran.errors);
    serde_json::from_str(&ran.text).unwrap()
}

/// The demonstration's place, in a folder that goes away.
struct Demo {
    folder: tempfile::TempDir,
}

impl Demo {
    fn made() -> Demo {
        let folder = tempfile::tempdir().unwrap();
        let out = folder.path().join("demo");
        let ran = ran(&["demo", "--no-site", "--out", out.to_str().unwrap(), "--examples", examples().to_str().unwrap()]);
        assert_eq!(ran.code, 0, "{}", ran.errors);
        assert!(ran.text.contains("Entered 25 arrangements") && ran.text.contains("ada@westmarch.example"), "{}", ran.text);
        Demo { folder }
    }

    fn path(&self, name: &str) -> String {
        self.folder.path().join(name).display().to_string()
    }

    fn place(&self) -> String {
        self.path("demo/westmarch")
    }
}

/// The sum of one standing and span, after the cost of setting up, in pence.
fn sum(totals: &Value, standing: &str, span: &str) -> Option<i64> {
    let sums = totals["sums"].as_array().unwrap();
    sums.iter().find(|sum| sum["standing"] == standing && sum["span"] == span && sum["net"] == "net")?["amount_pence"].as_i64()
}

#[test]
fn the_demonstration_has_opportunities_arrangements_people_and_totals_that_can_be_added_up_by_hand() {
    let demo = Demo::made();
    let place = demo.place();
    assert!(Path::new(&place).join("found/report.html").is_file());
    assert_eq!(json(&["people", "list", "--place", &place, "--json"]).as_array().unwrap().len(), 3);
    let totals = json(&["register", "totals", "--on", "2026-11-22", "--place", &place, "--json"]);
    // Legal 180,000, workshop 240,000, ICT 400,000.
    assert_eq!(sum(&totals, "planned", "a year"), Some(82_000_000));
    // Legal 141,500, revenues 205,000, waste 488,000, workshop 96,000, library 118,000, election printing 22,000.
    assert_eq!(sum(&totals, "realised", "a year"), Some(107_050_000));
    assert_eq!(sum(&totals, "certified", "a year"), Some(12_600_000));
    // Until March 2024 revenues saved 310,000 with Carrow, and nothing was certified that is not certified now.
    let earlier = json(&["register", "totals", "--on", "2024-03-31", "--place", &place, "--json"]);
    assert_eq!(sum(&earlier, "realised", "a year"), Some(107_050_000 - 20_500_000 + 31_000_000));
    let before_anything_was_entered =
        json(&["register", "totals", "--on", "2024-03-31", "--known", "2024-03-31", "--place", &place, "--json"]);
    assert!(before_anything_was_entered["sums"].as_array().unwrap().is_empty());
}

#[test]
fn what_is_exported_reads_back_as_no_change_and_a_whole_copy_makes_the_same_place() {
    let demo = Demo::made();
    let place = demo.place();
    for name in ["all.csv", "all.xlsx", "all.json"] {
        let file = demo.path(name);
        assert_eq!(ran(&["register", "export", &file, "--place", &place]).code, 0);
        let tried = json(&["register", "import", &file, "--dry-run", "--place", &place, "--json"]);
        assert_eq!((&tried["new"], &tried["changed"], &tried["same"]), (&0.into(), &0.into(), &25.into()), "{name}: {tried}");
    }
    let (copy, other) = (demo.path("copy.json"), demo.path("other"));
    std::fs::create_dir(&other).unwrap();
    std::fs::copy(Path::new(&place).join("place.toml"), Path::new(&other).join("place.toml")).unwrap();
    assert_eq!(ran(&["register", "export", &copy, "--everything", "--place", &place]).code, 0);
    assert_eq!(ran(&["register", "import", &copy, "--why", "Moved.", "--place", &other]).code, 0);
    let digest = |place: &str| json(&["check", "--place", place, "--json"])["last_digest"].clone();
    assert_eq!(digest(&place), digest(&other));
}

#[test]
fn a_spreadsheet_with_one_wrong_row_enters_nothing_and_exits_with_1() {
    let demo = Demo::made();
    let file = demo.path("ours.csv");
    std::fs::write(&file, "Title,Partners,Start date\nOne depot,Aldford; Bexton,April 2024\nTwo depots,Aldford; Atlantis,31 April 2024\n")
        .unwrap();
    let ran = ran(&["register", "import", &file, "--why", "Ours.", "--place", &demo.place()]);
    assert_eq!(ran.code, 1, "{}", ran.errors);
    assert!(ran.text.contains("line 3") && ran.text.contains("Atlantis") && ran.text.contains("Nothing was entered"), "{}", ran.text);
    assert_eq!(json(&["register", "list", "--place", &demo.place(), "--json"]).as_array().unwrap().len(), 25);
}

#[test]
fn a_body_ends_and_what_it_shared_is_novated_one_by_one() {
    let demo = Demo::made();
    let place = demo.place();
    let end = [
        "register",
        "end",
        "Bexton",
        "--last-day",
        "2028-03-31",
        "--successor",
        "Carrow: the southern wards",
        "--successor",
        "Aldford: the rest",
    ];
    let done = ran(&[&end[..], &["--why", "The order of 2027.", "--place", &place]].concat());
    assert_eq!(done.code, 0, "{}", done.errors);
    let left = || json(&["register", "left-behind", "Bexton", "--place", &place, "--json"])["arrangements"].as_array().unwrap().len();
    let before = left();
    assert!(before > 5, "{before}");
    let pass =
        ["register", "pass-on", "Bexton", "--arrangement", "out-of-hours", "--how", "novate", "--to", "Carrow", "--from", "2028-04-01"];
    let done = ran(&[&pass[..], &["--why", "Agreed by both.", "--place", &place]].concat());
    assert_eq!(done.code, 0, "{}", done.errors);
    assert_eq!(left(), before - 1);
    let shown = ran(&["register", "show", "out-of-hours", "--place", &place]);
    assert!(shown.text.contains("Agreed by both.") && shown.text.contains("Corrected (version 2)"), "{}", shown.text);
}

#[test]
fn a_backup_brings_a_place_back_that_was_destroyed_and_a_quiet_change_is_found() {
    let demo = Demo::made();
    let (place, file) = (demo.place(), demo.path("westmarch.backup"));
    let entries = json(&["backup", &file, "--place", &place, "--json"])["entries"].clone();
    for name in ["register.db", "register.db-wal", "register.db-shm"] {
        let _ = std::fs::remove_file(Path::new(&place).join(name));
    }
    assert_eq!(ran(&["check", "--place", &place]).code, 2, "there is no register to be checked");
    assert_eq!(json(&["restore", &file, "--place", &place, "--json"])["entries"], entries);
    let checked = json(&["check", "--place", &place, "--json"]);
    assert_eq!(checked["entries"], entries);
    let noted = format!("{}:{}", entries, checked["last_digest"].as_str().unwrap());
    assert_eq!(ran(&["check", "--place", &place, "--noted", &noted]).code, 0);
    let (number, digest) = noted.split_once(':').unwrap();
    let another = format!("{number}:{}{}", if digest.starts_with('0') { '1' } else { '0' }, &digest[1..]);
    assert_eq!(ran(&["check", "--place", &place, "--noted", &another]).code, 1);
}

#[test]
fn the_arrangements_in_the_news_are_entered_by_the_script_that_anybody_can_run() {
    let folder = tempfile::tempdir().unwrap();
    let place = folder.path().join("news");
    let binary = Path::new(env!("CARGO_BIN_EXE_commonweal")).parent().unwrap().to_path_buf();
    let path = std::env::join_paths([binary].into_iter().chain(std::env::split_paths(&std::env::var_os("PATH").unwrap()))).unwrap();
    let mut script = std::process::Command::new("sh");
    script.arg(examples().join("in-the-news/enter.sh")).arg(&place).env("PATH", path).env_remove("DATABASE_URL");
    let ran = Ran::of(script.output().unwrap());
    assert_eq!(ran.code, 0, "{}", ran.errors);
    // More than 1m of trading standards, 500,000 of procurement, more than 72m of the police: the documents' own figures.
    assert!(ran.text.contains("realised in all, at least £73,500,000"), "{}", ran.text);
    assert!(ran.text.contains("£4,000,000  two-london-boroughs-ict"), "{}", ran.text);
}

#[test]
fn the_website_of_the_demonstration_answers_until_it_is_told_to_stop() {
    let demo = Demo::made();
    let mut served = program();
    served.env_remove("DATABASE_URL").args(["serve", &demo.place(), "--at", "127.0.0.1:0", "--json"]);
    let mut site = served.stdout(Stdio::piped()).stderr(Stdio::null()).spawn().unwrap();
    let mut line = String::new();
    BufReader::new(site.stdout.take().unwrap()).read_line(&mut line).unwrap();
    let told: Value = serde_json::from_str(&line).unwrap();
    let address = told["address"].as_str().unwrap().trim_start_matches("http://").to_string();
    let mut asked = TcpStream::connect(&address).unwrap();
    write!(asked, "GET / HTTP/1.1\r\nHost: {address}\r\nConnection: close\r\n\r\n").unwrap();
    let mut page = String::new();
    asked.read_to_string(&mut page).unwrap();
    site.kill().unwrap();
    site.wait().unwrap();
    assert!(page.starts_with("HTTP/1.1 200") && page.contains("Westmarch"), "{page}");
    assert!(page.to_lowercase().contains("content-security-policy: default-src 'none'"), "{page}");
}
