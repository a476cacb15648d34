//! Openings: a source file begins by saying what it is.
//!
//! The rule: every Rust file of the project, build scripts and benchmarks too, begins with `//!` lines (or takes its README as
//! its opening). A placeholder there, or a mark of unfinished work anywhere, is refused.

use std::fs;
use std::path::Path;

/// What is wrong, as sentences.
pub fn wrong(root: &Path) -> Vec<String> {
    let mut wrong = Vec::new();
    for path in crate::files_below(root, &|path| path.extension().is_some_and(|extension| extension == "rs")) {
        let text = fs::read_to_string(&path).unwrap_or_default();
        let place = path.strip_prefix(root).unwrap_or(&path).display().to_string();
        if !opens_well(&text) {
            wrong.push(format!("{place} does not open with `//!` lines that say what it is and the rule it keeps."));
        }
        let marks = [concat!("to", "do!("), concat!("unimpl", "emented!("), concat!("FIX", "ME"), concat!("XX", "X:")];
        for mark in marks.iter().filter(|mark| text.contains(**mark)) {
            wrong.push(format!("{place} holds {mark}: finish it or leave it out."));
        }
    }
    wrong
}

fn opens_well(text: &str) -> bool {
    let first = text.lines().next().unwrap_or_default();
    if first.starts_with("#![doc = include_str!(") || first.starts_with("#![no_main]") {
        return true;
    }
    let opening: Vec<&str> = text.lines().take_while(|line| line.starts_with("//!")).collect();
    let words: usize = opening.iter().map(|line| line.split_whitespace().count() - 1).sum();
    !opening.is_empty() && words >= 4 && !first.contains("to be completed")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_without_an_opening_or_with_a_placeholder_is_refused() {
        assert!(opens_well("//! Money in whole pence.\nuse std;"));
        assert!(!opens_well("use std;"));
        assert!(!opens_well("//! x\nuse std;"));
    }
}
