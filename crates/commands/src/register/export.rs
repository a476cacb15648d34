//! `commonweal register export`: what is published as a spreadsheet or as records, or everything as a whole copy.
//!
//! The rule: a cell never starts a formula; a whole copy holds every entry ever made, drafts and roles included.

use std::path::PathBuf;
use std::process::ExitCode;

use clap::Args;
use definitions::Trouble;

use crate::Done;
use crate::place::{PlaceWords, person};
use crate::screen::Screen;

/// Write the published arrangements to a file (.csv, .xlsx or .json by its name), or everything as a whole copy.
#[derive(Args)]
pub(crate) struct Words {
    /// The file to write.
    file: PathBuf,
    /// Everything that was ever entered, as JSON, to be imported into an empty place.
    #[arg(long)]
    everything: bool,
    #[command(flatten)]
    place: PlaceWords,
}

pub(crate) fn run(words: &Words, screen: &Screen) -> Done {
    let desk = words.place.desk()?;
    let bytes = if words.everything {
        let copy = desk.export_everything(&person(None)).map_err(|not_done| not_done.told("make a whole copy"))?;
        serde_json::to_vec_pretty(&copy).map_err(|error| unwritten(words, &error.to_string()))?
    } else {
        desk.export_published(&words.file.to_string_lossy())?
    };
    std::fs::write(&words.file, bytes).map_err(|error| unwritten(words, &error.to_string()))?;
    screen.advise(&format!("Written to {}.", words.file.display()));
    Ok(ExitCode::SUCCESS)
}

fn unwritten(words: &Words, because: &str) -> Trouble {
    Trouble::new(format!("write {}", words.file.display()), because, "Check that the folder is there and the disk not full.")
}
