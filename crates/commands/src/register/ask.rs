//! `commonweal register ask`: the yearly question, still true?
//!
//! The rule: each owner gets a letter for each record, with a link that answers without signing in, and no second one within thirty days.

use std::process::ExitCode;

use clap::Args;

use crate::Done;
use crate::place::{PlaceWords, now};
use crate::screen::Screen;
use crate::table::plain;

/// Ask the owners of records that nobody has confirmed for a year whether they are still true.
///
/// Each gets a letter with a link: one click answers. Run it daily, from cron or a timer; nobody is written to twice within thirty days.
#[derive(Args)]
pub(crate) struct Words {
    #[command(flatten)]
    place: PlaceWords,
}

pub(crate) fn run(words: &Words, screen: &Screen) -> Done {
    let records = words.place.people()?.ask_still_true(now())?;
    if screen.json {
        let told = records.iter().map(|record| serde_json::json!({ "arrangement": record.arrangement, "asked": record.asked }));
        screen.say(&serde_json::Value::Array(told.collect()).to_string());
        return Ok(ExitCode::SUCCESS);
    }
    for record in &records {
        match record.asked.as_slice() {
            [] => screen.say(&format!("{}: nobody to ask, or asked within the last thirty days", record.arrangement)),
            names => screen.say(&format!("{}: asked {}", record.arrangement, plain(&names.join(", ")))),
        }
    }
    let letters: usize = records.iter().map(|record| record.asked.len()).sum();
    screen.advise(&if letters == 1 { "1 letter was written.".to_string() } else { format!("{letters} letters were written.") });
    Ok(ExitCode::SUCCESS)
}
