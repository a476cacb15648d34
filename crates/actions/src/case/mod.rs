//! What a person can do with a case: begin one from an opportunity, read it, have it worked out, and write it as a paper.
//!
//! The rule: a case file is the person's own; it is read and never changed, and a new one never takes the place of another. What is
//! worked out comes from the room `cases` as it is; nothing is decided here.

mod begin;
mod paper;

use std::path::Path;

use cases::{Case, Comparison, Mistake};
use definitions::{Day, Trouble};
use evidence::write_whole;

pub use begin::{Begun, begin_case};

/// A case and what was worked out from it.
#[derive(Debug)]
pub struct WorkedOut {
    /// The case.
    pub case: Case,
    /// Its options, worked out and compared.
    pub comparison: Comparison,
}

/// Reads a case file and works out every option.
///
/// # Errors
/// When the file cannot be read, or holds mistakes: each is told with its line.
pub fn work_out_case(path: &Path) -> Result<WorkedOut, Trouble> {
    let case = read_case(path)?;
    let comparison = cases::compare(&case);
    Ok(WorkedOut { case, comparison })
}

/// Writes the paper on one option beside the others, as one HTML file.
///
/// # Errors
/// When it cannot be written.
pub fn write_case_paper(worked_out: &WorkedOut, option: usize, case_file: &Path, made_on: Day, to: &Path) -> Result<(), Trouble> {
    let name = case_file.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let paper = paper::paper(worked_out, option, &paper::Made { from: name, on: made_on });
    write_whole(to, pages::paper_html(&paper).as_bytes())
}

fn read_case(path: &Path) -> Result<Case, Trouble> {
    let cannot = |because: String| {
        Trouble::new(format!("read the case {}", path.display()), because, "Name a case file; `commonweal case new` begins one.")
    };
    if path.is_dir() {
        return Err(cannot("it is a folder".to_string()));
    }
    let bytes = std::fs::read(path).map_err(|error| cannot(error.to_string()))?;
    let text = String::from_utf8(bytes).map_err(|_| cannot("it is not plain text in UTF-8".to_string()))?;
    cases::read(&text).map_err(|mistakes| mistaken(path, &mistakes))
}

/// The most mistakes told at once: more than these are usually one mistake many times.
const MOST_TOLD: usize = 20;

fn mistaken(path: &Path, mistakes: &[Mistake]) -> Trouble {
    let told = |mistake: &Mistake| {
        let place = if mistake.line == 0 { "the whole file".to_string() } else { format!("line {}", mistake.line) };
        let key = if mistake.key.is_empty() { String::new() } else { format!(", {}", mistake.key) };
        format!("\n  {place}{key}: {}", mistake.words)
    };
    let count = match mistakes.len() {
        1 => "there is a mistake in it:".to_string(),
        more => format!("there are {more} mistakes in it:"),
    };
    let more = match mistakes.len().saturating_sub(MOST_TOLD) {
        0 => String::new(),
        more => format!("\n  and {more} more."),
    };
    let because = format!("{count}{}{more}\nNothing was worked out", mistakes.iter().take(MOST_TOLD).map(told).collect::<String>());
    Trouble::new(format!("work out the case {}", path.display()), because, "\nMend them and try again; docs/decide.md explains every word.")
}
