//! `commonweal register list`: the arrangements of a place on a day.
//!
//! The rule: the stage and the partners are those of the day that is asked about.

use std::process::ExitCode;

use clap::Args;
use definitions::Day;
use register::{Record, Stage, name_of};

use crate::place::PlaceWords;
use crate::screen::Screen;
use crate::table::{Side, lines};
use crate::{Done, find};

/// List the published arrangements, with their stage and partners on a day.
#[derive(Args)]
pub(crate) struct Words {
    /// The day asked about, such as 2023-03-31 [default: today].
    #[arg(long, value_name = "DAY", value_parser = find::day)]
    on: Option<Day>,
    /// Only those in which this body has a part, by a name people write.
    #[arg(long, value_name = "BODY")]
    body: Option<String>,
    /// Only those at this stage: not-yet, proposed, agreed, live, ended.
    #[arg(long, value_parser = stage)]
    stage: Option<Stage>,
    #[command(flatten)]
    place: PlaceWords,
}

pub(crate) fn run(words: &Words, screen: &Screen) -> Done {
    let desk = words.place.desk()?;
    let day = words.on.unwrap_or_else(|| desk.today());
    let standing = desk.register()?;
    let directory = standing.register().directory();
    let body = words.body.as_deref().map(|name| super::bodies_end::meant(name, directory)).transpose()?;
    let fits = |record: &&Record| {
        let arrangement = record.arrangement();
        let has_part = body.as_ref().is_none_or(|body| arrangement.parties_on(day).iter().any(|party| party.body == *body));
        has_part && words.stage.is_none_or(|stage| arrangement.stage_on(day) == stage)
    };
    let found: Vec<&Record> = standing.register().published().filter(fits).collect();
    if screen.json {
        let listed = found
            .iter()
            .map(|record| serde_json::json!({ "stage": record.arrangement().stage_on(day).code(), "arrangement": record.arrangement() }));
        screen.say(&serde_json::Value::Array(listed.collect()).to_string());
        return Ok(ExitCode::SUCCESS);
    }
    let row = |record: &&Record| {
        let arrangement = record.arrangement();
        let partners: Vec<String> = arrangement.parties_on(day).iter().map(|party| name_of(&party.body, directory)).collect();
        vec![arrangement.id.to_string(), arrangement.title.clone(), arrangement.stage_on(day).words().to_string(), partners.join(", ")]
    };
    let rows: Vec<Vec<String>> = found.iter().map(row).collect();
    let headings = [("Id", Side::Left), ("Arrangement", Side::Left), ("Stage", Side::Left), ("Partners", Side::Left)];
    lines(&headings, &rows, screen.width()).iter().for_each(|line| screen.say(line));
    screen.advise(&format!("\n{} on {}.", super::counted(found.len()), day.long()));
    Ok(ExitCode::SUCCESS)
}

fn stage(code: &str) -> Result<Stage, String> {
    Stage::from_code(code).ok_or_else(|| "write not-yet, proposed, agreed, live or ended".to_string())
}
