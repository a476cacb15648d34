//! Documents: every path they name exists.
//!
//! The rule: a path in back-quotes or in a link, in any Markdown file of the project, that looks like one of the project's
//! own (it begins with a folder of the root, or is a file named beside the document) must be there. Words with a space,
//! a star or an angle bracket, and paths a run makes, are not paths.

use std::fs;
use std::path::Path;

/// What is wrong, as sentences.
pub fn wrong(root: &Path) -> Vec<String> {
    let documents = crate::files_below(root, &|path| path.extension().is_some_and(|extension| extension == "md"));
    let mut wrong = Vec::new();
    for document in documents {
        let text = fs::read_to_string(&document).unwrap_or_default();
        for (line, named) in paths_named(&text) {
            let beside = document.parent().map(|folder| folder.join(&named));
            if !root.join(&named).exists() && !beside.is_some_and(|path| path.exists()) {
                let document = document.strip_prefix(root).unwrap_or(&document).display();
                wrong.push(format!("{document}, line {line}, names {named}, which does not exist."));
            }
        }
    }
    wrong
}

/// Paths a document names, with their line.
fn paths_named(text: &str) -> Vec<(usize, String)> {
    let mut found = Vec::new();
    let mut is_listing = false;
    for (place, line) in text.lines().enumerate() {
        if line.trim_start().starts_with("```") {
            is_listing = !is_listing;
        }
        if is_listing {
            continue;
        }
        let quoted = line.split('`').skip(1).step_by(2);
        let linked = line.split("](").skip(1).filter_map(|rest| rest.split([')', '#']).next());
        found.extend(quoted.filter(|text| is_own_path(text)).map(|text| (place + 1, text.trim_end_matches('/').to_string())));
        found.extend(linked.filter(|text| is_link(text)).map(|text| (place + 1, text.trim_end_matches('/').to_string())));
    }
    found
}

fn is_own_path(text: &str) -> bool {
    let roots = ["crates/", "docs/", "xtask/", "ui/", "examples/", "errors/", ".ci/"];
    roots.iter().any(|root| text.starts_with(root)) && !text.contains([' ', '*', '<', '…', '{'])
}

fn is_link(text: &str) -> bool {
    !text.is_empty() && !text.contains("://") && !text.starts_with("mailto:") && !text.contains(' ')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_in_back_quotes_or_in_a_link_is_found_and_a_listing_is_not() {
        let text = "See `crates/intake/src/lib.rs` and [places](docs/place.md#body).\n```\ncrates/none\n```\n`cargo xtask all` `crates/*/README.md`";
        assert_eq!(paths_named(text), [(1, "crates/intake/src/lib.rs".to_string()), (1, "docs/place.md".to_string())]);
    }
}
