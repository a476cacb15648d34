//! `commonweal backup`, `restore` and `check`: that nothing is lost, and that nothing was quietly changed.
//!
//! The rule: a backup is one file that is whole or not there; a restore goes into an empty place only; a check changes nothing
//! and names what it finds.

use std::path::PathBuf;
use std::process::ExitCode;

use clap::Args;
use definitions::thousands;
use store::Store;

use crate::place::PlaceWords;
use crate::screen::Screen;
use crate::table::plain;
use crate::{Done, not_all_understood};

/// Copy the register of a place, with its people, into one file.
///
/// It may be made while the site runs. The file is the same for SQLite and PostgreSQL, so a place can be moved from one to the other.
/// It holds what is kept of passwords: keep it where nobody else can read it.
#[derive(Args)]
pub(crate) struct Backup {
    /// The file to write; it must not exist yet.
    file: PathBuf,
    #[command(flatten)]
    place: PlaceWords,
}

pub(crate) fn backup(words: &Backup, screen: &Screen) -> Done {
    let made = Store::open_existing(&words.place.address()?)?.backup(&words.file)?;
    let entries = made.counts.entries;
    if screen.json {
        let data = serde_json::json!({ "file": made.path.display().to_string(), "bytes": made.bytes, "entries": entries, "last_digest": made.last_digest });
        screen.say(&data.to_string());
    } else {
        screen.say(&format!("{} entries in {}, {} bytes.", thousands(entries), made.path.display(), thousands(made.bytes)));
        screen.advise(&format!(
            "The digest of the last entry is {}. Who notes it can show later that nothing before was changed.",
            made.last_digest
        ));
        screen.advise("The file holds what is kept of passwords: keep it where nobody else can read it.");
    }
    Ok(ExitCode::SUCCESS)
}

/// Make the register of a place anew from a backup. The place must have no register yet.
#[derive(Args)]
pub(crate) struct Restore {
    /// The backup.
    file: PathBuf,
    #[command(flatten)]
    place: PlaceWords,
    /// Only check the file, and restore nothing.
    #[arg(long)]
    dry_run: bool,
}

pub(crate) fn restore(words: &Restore, screen: &Screen) -> Done {
    let restored = if words.dry_run { Store::check_backup(&words.file)? } else { Store::restore(&words.file, &words.place.address()?)? };
    let entries = restored.counts.entries;
    let done = if words.dry_run { "The backup is whole" } else { "Restored" };
    if screen.json {
        screen.say(&serde_json::json!({ "entries": entries, "last_digest": restored.last_digest, "restored": !words.dry_run }).to_string());
    } else {
        screen.say(&format!("{done}: {} entries and {} accounts.", thousands(entries), thousands(restored.counts.accounts)));
    }
    Ok(ExitCode::SUCCESS)
}

/// Check that nothing in the register of a place was changed behind its back, and what its records say that cannot be right.
///
/// Every entry carries the digest of the one before it: a changed, removed or exchanged entry is named. Exit code 1 where there is one.
/// Note number and digest of the last entry outside: with --noted they show later that everything until then is as it was.
#[derive(Args)]
pub(crate) struct Check {
    /// Number and digest of an entry that were noted earlier.
    #[arg(long, value_name = "NUMBER:DIGEST", value_parser = noted)]
    noted: Option<(u64, String)>,
    #[command(flatten)]
    place: PlaceWords,
}

pub(crate) fn check(words: &Check, screen: &Screen) -> Done {
    let store = Store::open_existing(&words.place.address()?)?;
    let chain = store.verify(&mut |_, _| {})?;
    let desk = if chain.is_whole() { Some(words.place.desk()?) } else { None };
    let found = match &desk {
        Some(desk) => register::checks(desk.register()?.register(), desk.today()),
        None => Vec::new(),
    };
    let faults: Vec<String> = chain.faults.iter().map(ToString::to_string).collect();
    if screen.json {
        let data = serde_json::json!({
            "entries": chain.entries, "last_digest": chain.last_digest, "faults": faults, "further_faults": chain.further_faults,
            "checks": found.iter().map(|finding| serde_json::json!({ "check": finding.check.code(), "sentence": finding.sentence })).collect::<Vec<_>>(),
        });
        screen.say(&data.to_string());
    } else if chain.is_whole() {
        screen.say(&format!(
            "All {} entries are as they were made. The digest of the last one is {}.",
            thousands(chain.entries),
            chain.last_digest
        ));
        for finding in &found {
            let about: Vec<&str> = finding.arrangements.iter().map(|id| id.as_str()).collect();
            screen.say(&format!("- {}: {}", about.join(", "), plain(&finding.sentence)));
        }
    } else {
        faults.iter().for_each(|fault| screen.say(&format!("- {}", plain(fault))));
        if chain.further_faults > 0 {
            screen.say(&format!("- and {} more", thousands(chain.further_faults)));
        }
        screen.advise("Restore the last good backup beside this one and compare: commonweal restore FILE --place NEW-FOLDER");
    }
    let is_as_noted = match &words.noted {
        Some((number, digest)) => {
            let is_same = store.digest_of(*number)?.is_some_and(|kept| kept.to_string() == *digest);
            screen.advise(&match is_same {
                true => format!("Everything up to entry {number} is as it was when this was noted."),
                false => format!("Entry {number} is not the one that was noted."),
            });
            is_same
        }
        None => true,
    };
    Ok(if chain.is_whole() && is_as_noted { ExitCode::SUCCESS } else { not_all_understood() })
}

fn noted(text: &str) -> Result<(u64, String), String> {
    let wrong = "write number and digest as `commonweal check` printed them, such as 26:efb5…";
    let (number, digest) = text.split_once(':').ok_or(wrong)?;
    let is_digest = digest.len() == 64 && digest.bytes().all(|byte| byte.is_ascii_hexdigit());
    let number = number.parse().map_err(|_| wrong)?;
    if is_digest { Ok((number, digest.to_lowercase())) } else { Err(wrong.to_string()) }
}
