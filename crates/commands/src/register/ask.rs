//! `commonweal register ask`: the yearly question, still true?
//!
//! The rule: each owner is asked once for each arrangement, with a link that answers without signing in; run it every day.

use std::process::ExitCode;

use clap::Args;

use crate::Done;
use crate::place::{PlaceWords, now};
use crate::screen::Screen;

/// Ask the owners of records that nobody has confirmed for a year whether they are still true.
///
/// Each gets a letter with a link: one click answers. Run it daily, from cron or a timer; nobody is asked twice for the same year.
#[derive(Args)]
pub(crate) struct Words {
    #[command(flatten)]
    place: PlaceWords,
}

pub(crate) fn run(words: &Words, screen: &Screen) -> Done {
    let asked = words.place.people()?.ask_still_true(now())?;
    if screen.json {
        screen.say(&serde_json::json!({ "letters": asked.letters, "without_owner": asked.without_owner }).to_string());
        return Ok(ExitCode::SUCCESS);
    }
    screen.say(&format!("{} sent.", if asked.letters == 1 { "1 letter".to_string() } else { format!("{} letters", asked.letters) }));
    for id in &asked.without_owner {
        screen.say(&format!("Nobody can be asked about {id}: none of its partners has an owner here, and the place no administrator."));
    }
    Ok(ExitCode::SUCCESS)
}
