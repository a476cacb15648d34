//! The house's own checks, run as `cargo xtask NAME`.
//!
//! The rule: a check says what is wrong, where, and how to mend it; it changes nothing.
#![allow(clippy::disallowed_methods, reason = "these checks read the workspace and ask cargo about it")]

mod bench_suppliers;
mod documents;
mod floors;
mod licences;
mod openings;
mod score;

use std::path::{Path, PathBuf};
use std::process::ExitCode;

const HELP: &str = "cargo xtask floors     every room leans only on lower floors, and has a floor and a README
cargo xtask documents  every path named in the documents exists
cargo xtask openings   every source file opens by saying what it is
cargo xtask licences   every dependency has a licence that may be used
cargo xtask all        all of these

cargo xtask bench-suppliers DIR            how true and how fast names are joined: every NAME.csv in DIR with its NAME.truth.csv
cargo xtask bench-suppliers --hide COLUMN NAMES.csv
                                           the same for one list, with one kind of published number hidden and taken as the truth";

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(2).collect();
    let root = root();
    let wrong = match std::env::args().nth(1).as_deref() {
        Some("floors") => floors::wrong(&root),
        Some("documents") => documents::wrong(&root),
        Some("openings") => openings::wrong(&root),
        Some("licences") => licences::wrong(&root),
        Some("bench-suppliers") => bench_suppliers::run(&words),
        Some(bench_suppliers::ONE_LIST) => bench_suppliers::measure(&words),
        Some("all") => [floors::wrong(&root), documents::wrong(&root), openings::wrong(&root), licences::wrong(&root)].concat(),
        _ => {
            println!("{HELP}");
            return ExitCode::from(2);
        }
    };
    wrong.iter().for_each(|sentence| eprintln!("{sentence}"));
    if wrong.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// The workspace, as the folder above this crate.
fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("this crate lies in the workspace").to_path_buf()
}

/// Every file below `folder` that `wanted` accepts, in order of path; build folders and hidden ones are left out.
fn files_below(folder: &Path, wanted: &dyn Fn(&Path) -> bool) -> Vec<PathBuf> {
    let mut entries: Vec<PathBuf> = std::fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path()).collect();
    entries.sort();
    let skip = |path: &Path| {
        let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        name.starts_with('.') || matches!(name.as_str(), "target" | "node_modules" | "dist")
    };
    let mut found = Vec::new();
    for path in entries.into_iter().filter(|path| !skip(path)) {
        if path.is_dir() {
            found.extend(files_below(&path, wanted));
        } else if wanted(&path) {
            found.push(path);
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_room_leans_on_a_room_beside_or_above_it() {
        assert_eq!(floors::wrong(&root()), Vec::<String>::new());
    }

    #[test]
    fn every_path_named_in_the_documents_exists() {
        assert_eq!(documents::wrong(&root()), Vec::<String>::new());
    }

    #[test]
    fn every_source_file_opens_by_saying_what_it_is() {
        assert_eq!(openings::wrong(&root()), Vec::<String>::new());
    }

    #[test]
    fn every_dependency_has_a_licence_that_may_be_used() {
        assert_eq!(licences::wrong(&root()), Vec::<String>::new());
    }
}
