//! Floors: a room leans only on rooms below it.
//!
//! The rule: every crate under `crates/` says its floor in `[package.metadata.room]`, has a README, and depends (also for
//! its tests) only on rooms with a lower floor. The engine is known to `evidence` alone, HTML to `pages` and `website`.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use toml::Table;

/// Libraries that these rooms alone may name, since their walls are there to keep them in.
const KEPT_IN: &[(&str, &[&str])] = &[
    ("datafusion", &["evidence"]),
    ("maud", &["pages", "website"]),
    ("rust_xlsxwriter", &["pages"]),
    ("rusqlite", &["store"]),
    ("postgres", &["store"]),
    ("axum", &["website"]),
    ("lettre", &["desk"]),
    ("clap", &["commands"]),
    ("indicatif", &["commands"]),
];

/// What is wrong, as sentences.
pub fn wrong(root: &Path) -> Vec<String> {
    let mut wrong = Vec::new();
    let mut rooms: BTreeMap<String, (i64, Vec<String>)> = BTreeMap::new();
    for folder in fs::read_dir(root.join("crates")).into_iter().flatten().flatten().map(|entry| entry.path()).filter(|path| path.is_dir()) {
        let name = folder.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        let manifest: Table = match fs::read_to_string(folder.join("Cargo.toml")).map(|text| text.parse()) {
            Ok(Ok(manifest)) => manifest,
            _ => {
                wrong.push(format!("crates/{name} has no Cargo.toml that can be read."));
                continue;
            }
        };
        if fs::read_to_string(folder.join("README.md")).map_or(0, |text| text.lines().count()) < 5 {
            wrong.push(format!("crates/{name} has no README: say what the room is for, what it never does and where to start reading."));
        }
        match floor(&manifest) {
            Some(floor) => drop(rooms.insert(name, (floor, dependencies(&manifest)))),
            None => wrong.push(format!("crates/{name} has no floor: add `floor = N` under [package.metadata.room].")),
        }
    }
    wrong.extend(crooked(&rooms));
    wrong
}

/// Arrows that do not go down.
fn crooked(rooms: &BTreeMap<String, (i64, Vec<String>)>) -> Vec<String> {
    let mut wrong = Vec::new();
    for (name, (floor, leans_on)) in rooms {
        for other in leans_on {
            if let Some((other_floor, _)) = rooms.get(other).filter(|(other_floor, _)| other_floor >= floor) {
                wrong.push(format!(
                    "crates/{name} (floor {floor}) leans on {other} (floor {other_floor}): a room leans only on lower floors. \
                     Hand it what it needs instead, or move the shared part down."
                ));
            }
            if let Some((_, knowing)) = KEPT_IN.iter().find(|(library, knowing)| library == other && !knowing.contains(&name.as_str())) {
                wrong.push(format!("crates/{name} names {other}, which only {} may know.", knowing.join(" and ")));
            }
        }
    }
    wrong
}

fn floor(manifest: &Table) -> Option<i64> {
    manifest.get("package")?.get("metadata")?.get("room")?.get("floor")?.as_integer()
}

fn dependencies(manifest: &Table) -> Vec<String> {
    let lists = ["dependencies", "dev-dependencies", "build-dependencies"].iter().filter_map(|list| manifest.get(*list)?.as_table());
    lists.flat_map(|list| list.keys().cloned()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rooms(arrows: &[(&str, i64, &[&str])]) -> BTreeMap<String, (i64, Vec<String>)> {
        arrows.iter().map(|(name, floor, to)| (name.to_string(), (*floor, to.iter().map(|to| to.to_string()).collect()))).collect()
    }

    #[test]
    fn an_arrow_up_or_sideways_is_refused_and_one_down_is_not() {
        assert_eq!(crooked(&rooms(&[("bodies", 1, &[]), ("intake", 2, &["bodies"])])), Vec::<String>::new());
        assert!(
            crooked(&rooms(&[("bodies", 1, &["intake"]), ("intake", 2, &[])]))[0].contains("bodies (floor 1) leans on intake (floor 2)")
        );
        assert_eq!(crooked(&rooms(&[("services", 1, &["bodies"]), ("bodies", 1, &[])])).len(), 1);
    }

    #[test]
    fn a_second_room_that_names_the_engine_is_refused() {
        assert!(crooked(&rooms(&[("actions", 7, &["datafusion"])]))[0].contains("only evidence may know"));
    }
}
