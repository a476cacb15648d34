//! A file that an officer wrote: TOML or CSV, with the line of everything in it.
//!
//! The rule: what is wrong is told with file and line, and nothing that is not understood is passed over. Numbers in a CSV
//! may be written as a spreadsheet does, with commas and a pound sign.

use std::path::{Path, PathBuf};

use csv::StringRecord;
use definitions::Trouble;
use partnerships::Fault;
use serde::de::DeserializeOwned;

/// A file with its text.
pub(super) struct OfficerFile {
    path: PathBuf,
    text: String,
}

/// One row of a CSV.
pub(super) struct Row {
    /// Its line in the file.
    pub(super) line: usize,
    /// Its cells.
    pub(super) cells: StringRecord,
}

/// Where the schema is.
const SCHEMA: &str = "Mend it; docs/decide.md shows every word such a file may hold.";

/// Bytes of a file, at most: twenty-four partners have 16 million groups, and no officer lists those.
const MOST_BYTES: u64 = 200_000_000;

impl OfficerFile {
    /// Opens a file.
    pub(super) fn open(path: &Path) -> Result<OfficerFile, Trouble> {
        let cannot = |because: String| {
            Trouble::new(format!("read {}", path.display()), because, "Check the spelling, and that it is a text file (TOML or CSV).")
        };
        let size = std::fs::metadata(path).map_err(|error| cannot(error.to_string()))?;
        if size.len() > MOST_BYTES {
            return Err(cannot(format!("it has {} MB, and at most {} are read", size.len() / 1_000_000, MOST_BYTES / 1_000_000)));
        }
        let bytes = std::fs::read(path).map_err(|error| cannot(error.to_string()))?;
        let text = String::from_utf8(bytes).map_err(|_| cannot("it is not text in UTF-8".to_string()))?;
        Ok(OfficerFile { path: path.to_path_buf(), text: text.trim_start_matches('\u{feff}').to_string() })
    }

    /// A file named in this one, which lies beside it.
    pub(super) fn beside(&self, name: &str) -> Result<OfficerFile, Trouble> {
        OfficerFile::open(&self.path.parent().unwrap_or(Path::new("")).join(name))
    }

    /// True where its name ends in .csv.
    pub(super) fn is_csv(&self) -> bool {
        self.path.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("csv"))
    }

    /// Its name for a heading.
    pub(super) fn name(&self) -> String {
        self.path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
    }

    /// Its title where it has none: its name without the ending.
    pub(super) fn title(&self) -> String {
        self.path.file_stem().map(|name| name.to_string_lossy().replace(['-', '_'], " ")).unwrap_or_default()
    }

    /// Its TOML as these shapes.
    pub(super) fn toml<T: DeserializeOwned>(&self) -> Result<T, Trouble> {
        toml::from_str(&self.text)
            .map_err(|error| Trouble::new(format!("understand {}", self.path.display()), error.to_string().trim().to_string(), SCHEMA))
    }

    /// Its headings, in small letters, and rows.
    pub(super) fn csv(&self) -> Result<(Vec<String>, Vec<Row>), Trouble> {
        let mut reader = csv::ReaderBuilder::new().flexible(true).trim(csv::Trim::All).from_reader(self.text.as_bytes());
        let wrong =
            |error: csv::Error| Trouble::new(format!("understand {}", self.path.display()), error.to_string(), "Save it as CSV in UTF-8.");
        let headings = reader.headers().map_err(wrong)?.iter().map(str::to_string).collect();
        let mut rows = Vec::new();
        for cells in reader.records() {
            let cells = cells.map_err(wrong)?;
            let line = cells.position().map_or(0, csv::Position::line) as usize;
            if cells.iter().any(|cell| !cell.is_empty()) {
                rows.push(Row { line, cells });
            }
        }
        Ok((headings, rows))
    }

    /// The place of the first column that has one of these headings.
    pub(super) fn column(&self, headings: &[String], wanted: &[&str]) -> Result<usize, Trouble> {
        let found = headings.iter().position(|heading| wanted.iter().any(|wanted| heading.eq_ignore_ascii_case(wanted)));
        let there =
            if headings.is_empty() { "The file is empty.".to_string() } else { format!("The headings there are {}.", headings.join(", ")) };
        found.ok_or_else(|| self.wrong_at(1, format!("there is no column {}", wanted[0]), there))
    }

    /// The line of a place in its text.
    pub(super) fn line_at(&self, offset: usize) -> usize {
        self.text.bytes().take(offset).filter(|byte| *byte == b'\n').count() + 1
    }

    /// What is wrong on a line.
    pub(super) fn wrong_at(&self, line: usize, because: impl Into<String>, try_next: impl Into<String>) -> Trouble {
        Trouble::new(format!("use {}, line {line}", self.path.display()), because, try_next)
    }

    /// What is wrong with what was handed in, whose rows stand on these lines.
    pub(super) fn faulty(&self, fault: Fault, lines: &[usize]) -> Trouble {
        match fault.row.and_then(|row| lines.get(row)) {
            Some(line) => self.wrong_at(*line, fault.because, fault.try_next),
            None => Trouble::new(format!("use {}", self.path.display()), fault.because, fault.try_next),
        }
    }

    /// A cell as a number.
    pub(super) fn number(&self, row: &Row, column: usize) -> Result<f64, Trouble> {
        let text = row.cells.get(column).unwrap_or_default();
        let plain: String = text.chars().filter(|character| !matches!(character, ',' | '£' | ' ' | '_')).collect();
        plain.parse().map_err(|_| {
            let seen = if text.is_empty() { "there is no number".to_string() } else { format!("{text:?} is no number") };
            self.wrong_at(row.line, seen, "Write it in digits, such as 40.74.")
        })
    }
}
