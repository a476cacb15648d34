//! A made-up place on disk, and the program run over it as a person would run it.
//!
//! The rule: each test shows only its own facts; the rest of a place is the same for all.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on should stop")]
#![allow(dead_code, reason = "each test file of this folder uses its own part of these helpers")]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use tempfile::TempDir;

/// A folder of published files, and a folder beside it for what is written.
pub struct Place {
    folder: TempDir,
}

impl Place {
    pub fn empty() -> Place {
        let place = Place { folder: tempfile::tempdir().unwrap() };
        fs::create_dir(place.published()).unwrap();
        place
    }

    /// Two boroughs that buy the same software and paper from the same firms, over a year.
    pub fn with_two_boroughs() -> Place {
        let place = Place::empty();
        for (body, name) in [("aldford", "Kestrel Civic Software Ltd"), ("bexton", "KESTREL CIVIC SOFTWARE LIMITED")] {
            place.write(&format!("{body}/spend-2025-26.csv"), year_of_spend(name, 1));
        }
        place
    }

    pub fn published(&self) -> PathBuf {
        self.folder.path().join("published-files")
    }

    pub fn out(&self) -> PathBuf {
        self.folder.path().join("out")
    }

    pub fn write(&self, path: &str, bytes: impl AsRef<[u8]>) {
        let path = self.published().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }

    pub fn find(&self) -> Ran {
        self.find_with(&[])
    }

    pub fn find_with(&self, more: &[&str]) -> Ran {
        let mut command = program();
        command.arg("find").arg(self.published()).arg("--out").arg(self.out()).args(["--today", "2026-05-01"]).args(more);
        Ran::of(command.output().unwrap())
    }

    /// The answer to a query over what was found, one line a row, cells separated by a bar.
    pub fn ask(&self, query: &str) -> Vec<String> {
        let out = self.folder.path().join("answer.csv");
        let ran = Ran::of(program().arg("sql").arg(query).arg("--evidence").arg(self.out()).arg("--out").arg(&out).output().unwrap());
        assert_eq!(ran.code, 0, "{}", ran.errors);
        fs::read_to_string(out).unwrap().lines().skip(1).map(|line| line.replace(',', "|")).collect()
    }
}

/// Twelve months of payments from April 2025: software to `software_firm`, paper to one firm, and a local baker.
pub fn year_of_spend(software_firm: &str, times: usize) -> String {
    let mut text = String::from("Date,Transaction number,Supplier,Service,Category,Net amount\n");
    let mut number = 1000;
    for month in 0..12 {
        let (year, month) = if month < 9 { (2025, month + 4) } else { (2026, month - 8) };
        for _ in 0..times {
            for (supplier, category, pounds) in [
                (software_firm, "Software licences", 9_000),
                ("Larkfield Office Supplies Ltd", "Stationery", 1_200),
                ("Corner Bakery Ltd", "Catering", 650),
            ] {
                number += 1;
                text.push_str(&format!("03/{month:02}/{year},T{number},{supplier},Resources,{category},{pounds}.00\n"));
            }
        }
    }
    text
}

/// What a run of the program gave.
pub struct Ran {
    pub code: i32,
    pub text: String,
    pub errors: String,
}

impl Ran {
    pub fn of(output: Output) -> Ran {
        Ran {
            code: output.status.code().unwrap_or(-1),
            text: String::from_utf8_lossy(&output.stdout).into_owned(),
            errors: String::from_utf8_lossy(&output.stderr).into_owned(),
        }
    }
}

pub fn program() -> Command {
    Command::new(env!("CARGO_BIN_EXE_commonweal"))
}

/// The made-up county that comes with the project.
pub fn westmarch() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples/westmarch")
}
