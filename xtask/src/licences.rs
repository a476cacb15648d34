//! Licences: every dependency may be used in a program that is given to anyone.
//!
//! The rule: the licences below ask for no more than a notice. Another one is refused until it is read and written in here,
//! with its reason. It asks cargo, without a network.

use std::path::Path;
use std::process::Command;

use serde_json::Value;

/// Licences that ask for no more than a notice.
const ALLOWED: &[&str] = &[
    "MIT",
    "MIT-0",
    "Apache-2.0",
    "Apache-2.0 WITH LLVM-exception",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "ISC",
    "Zlib",
    "0BSD",
    "CC0-1.0",
    "Unicode-3.0",
    "Unlicense",
    "BSL-1.0",
    "CDLA-Permissive-2.0",
    "bzip2-1.0.6",
    "MPL-2.0",
];

/// What is wrong, as sentences.
pub fn wrong(root: &Path) -> Vec<String> {
    // Only what this machine builds is on it; without a network cargo cannot tell of the rest.
    let host = format!("{}-unknown-linux-gnu", std::env::consts::ARCH);
    let asked = Command::new(env!("CARGO"))
        .args(["metadata", "--format-version", "1", "--locked", "--offline", "--filter-platform", &host])
        .current_dir(root)
        .output();
    let text = match asked {
        Ok(output) if output.status.success() => output.stdout,
        Ok(output) => return vec![format!("cargo metadata failed: {}", String::from_utf8_lossy(&output.stderr).trim())],
        Err(error) => return vec![format!("cargo could not be started: {error}")],
    };
    let metadata: Value = serde_json::from_slice(&text).unwrap_or_default();
    let packages = metadata["packages"].as_array().map(Vec::as_slice).unwrap_or_default();
    let outside = packages.iter().filter(|package| !package["source"].is_null());
    outside
        .filter(|package| !may_be_used(package["license"].as_str().unwrap_or_default()))
        .map(|package| {
            format!("{} has the licence {}, which is not on the list in xtask/src/licences.rs.", package["name"], package["license"])
        })
        .collect()
}

/// True where every part joined by AND, and one of each joined by OR, is allowed.
fn may_be_used(expression: &str) -> bool {
    let expression = expression.replace(['(', ')'], " ").replace('/', " OR ");
    !expression.trim().is_empty()
        && expression.split(" AND ").all(|part| {
            part.split(" OR ").any(|licence| ALLOWED.contains(&licence.split_whitespace().collect::<Vec<_>>().join(" ").as_str()))
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_choice_needs_one_licence_that_may_be_used_and_a_sum_needs_all() {
        assert!(may_be_used("MIT OR GPL-3.0"));
        assert!(may_be_used("(MIT OR Apache-2.0) AND Unicode-3.0"));
        assert!(!may_be_used("MIT AND GPL-3.0"));
        assert!(!may_be_used(""));
    }
}
