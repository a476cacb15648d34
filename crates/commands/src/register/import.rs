//! `commonweal register import FILE`: a spreadsheet or a file of records, tried first and then entered whole; or a whole copy.
//!
//! The rule: `--dry-run` shows what would change and changes nothing; a file is entered whole or not at all.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::Args;
use definitions::Trouble;
use desk::{Desk, Tried};
use register::Planned;

use crate::place::{PlaceWords, person};
use crate::screen::Screen;
use crate::table::plain;
use crate::{Done, not_all_understood};

/// Enter arrangements from a file, or see first what it would change.
///
/// CSV, Excel or OpenDocument: one row an arrangement, under headings as people write them. TOML or JSON: records with every word
/// that a record can have (docs/register.md). A whole copy made by `commonweal register export --everything` goes into an empty place.
#[derive(Args)]
pub(crate) struct Words {
    /// The file.
    file: PathBuf,
    /// Show what would change, and change nothing.
    #[arg(long)]
    dry_run: bool,
    /// Why, in a sentence: it stands in each record's history.
    #[arg(long, value_name = "TEXT", required_unless_present = "dry_run")]
    why: Option<String>,
    /// Who enters it [default: your account on this machine].
    #[arg(long, value_name = "WHO")]
    by: Option<String>,
    #[command(flatten)]
    place: PlaceWords,
}

pub(crate) fn run(words: &Words, screen: &Screen) -> Done {
    let name = words.file.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let bytes = std::fs::read(&words.file).map_err(|error| {
        Trouble::new(format!("read {}", words.file.display()), error.to_string(), "Check the spelling, and that you may read it.")
    })?;
    let desk = words.place.desk()?;
    if let Some(copy) = desk::whole_copy(&name, &bytes)? {
        return whole(words, &desk, &copy, screen);
    }
    let tried = desk.try_file(&name, &bytes)?;
    tell(&tried, screen);
    if !tried.plan.faults.is_empty() {
        screen.advise("\nNothing was entered. Mend the rows that are refused and try again.");
        return Ok(not_all_understood());
    }
    if words.dry_run {
        screen.advise("\nNothing was entered: this was a trial. Leave --dry-run out to enter it.");
        return Ok(ExitCode::SUCCESS);
    }
    let kept = desk.enter_file(&person(words.by.as_deref()), &tried, words.why.as_deref().unwrap_or_default());
    let kept = kept.map_err(|not_done| not_done.told(&format!("enter {name}")))?;
    screen.advise(&format!("\n{} entered.", super::counted(kept.len())));
    Ok(ExitCode::SUCCESS)
}

fn whole(words: &Words, desk: &Desk, copy: &register::Export, screen: &Screen) -> Done {
    if words.dry_run {
        screen.say(&format!("A whole copy of {} entries.", copy.entries.len()));
        return Ok(ExitCode::SUCCESS);
    }
    let made = desk.import_everything(&person(words.by.as_deref()), copy);
    let entries = made.map_err(|not_done| not_done.told(&format!("import {}", shown(&words.file))))?;
    screen.advise(&format!("{entries} entries are in this place now, as they were made."));
    Ok(ExitCode::SUCCESS)
}

fn tell(tried: &Tried, screen: &Screen) {
    let (new, changed, same) = tried.plan.counts();
    if screen.json {
        let faults: Vec<String> = tried.plan.faults.iter().map(ToString::to_string).collect();
        screen.say(&serde_json::json!({ "new": new, "changed": changed, "same": same, "faults": faults }).to_string());
        return;
    }
    for column in &tried.reading.columns {
        screen.say(&format!("Column \u{201c}{}\u{201d}: {}", plain(&column.heading), plain(&column.why)));
    }
    for row in &tried.plan.rows {
        match row {
            Planned::New { line, arrangement } => screen.say(&format!("Line {line}: new, {}", plain(&arrangement.title))),
            Planned::Changed { line, arrangement, changed, .. } => {
                screen.say(&format!("Line {line}: changes {}", plain(&arrangement.title)));
                changed.iter().for_each(|changed| screen.say(&format!("    {}", plain(&changed.sentence))));
            }
            Planned::Same { .. } => {}
        }
    }
    tried.reading.all_remarks().for_each(|note| screen.say(&format!("Noted: {}", plain(&note.to_string()))));
    tried.plan.faults.iter().for_each(|note| screen.say(&format!("Refused: {}", plain(&note.to_string()))));
    screen.say(&format!("{new} new, {changed} changed, {same} the same, {} refused.", tried.plan.faults.len()));
}

fn shown(path: &Path) -> String {
    path.display().to_string()
}
