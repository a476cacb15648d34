//! Names the rules by which published files are read: a hash of the source of every room that has a say in it.
//!
//! The rule: a change of any such rule makes files be read again, without anyone remembering to change a number.
#![allow(clippy::disallowed_methods, reason = "a build script reads the sources it is asked about")]

use std::fs;
use std::path::{Path, PathBuf};

fn main() {
    let rooms = ["definitions", "bodies", "services", "intake", "suppliers", "opportunities", "evidence", "pages", "actions"];
    let mut hash: u64 = 0xcbf2_9ce4_8422_2325;
    for room in rooms {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("..").join(room).join("src");
        println!("cargo:rerun-if-changed={}", folder.display());
        for path in sources(&folder) {
            let text = fs::read(&path).unwrap_or_default();
            text.iter().for_each(|byte| hash = (hash ^ u64::from(*byte)).wrapping_mul(0x0000_0100_0000_01b3));
        }
    }
    println!("cargo:rustc-env=RULES_HASH={hash:016x}");
}

fn sources(folder: &Path) -> Vec<PathBuf> {
    let mut paths: Vec<PathBuf> = fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path()).collect();
    paths.sort();
    paths.iter().flat_map(|path| if path.is_dir() { sources(path) } else { vec![path.clone()] }).collect()
}
