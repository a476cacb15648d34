//! `commonweal suppliers judgements [FOLDER]`: what people decided, what of it contradicts itself, and merging two lists.
//!
//! The rule: every record is shown with its line and whether it holds; contradictions are told record by record.

use std::path::PathBuf;
use std::process::ExitCode;

use actions::{Recording, Whereabouts};
use clap::Args;
use suppliers::{JudgedName, Judgements};

use super::judge::tell;
use super::tell_contradictions;
use crate::Done;
use crate::screen::Screen;
use crate::table::{Side, lines};

/// List what people decided about names, with contradictions; or add the judgements of another file.
#[derive(Args)]
pub(super) struct Words {
    /// The folder you give to `commonweal find` [default: the one you stand in, or the only one searched here].
    folder: Option<PathBuf>,
    /// Add the judgements of this file that are not in the place's yet.
    #[arg(long, value_name = "OTHER.csv")]
    merge: Option<PathBuf>,
    /// With --merge: say what would be added, and add nothing.
    #[arg(long, requires = "merge")]
    dry_run: bool,
}

pub(super) fn run(words: &Words, screen: &Screen) -> Done {
    let place = Whereabouts::place(words.folder.as_deref())?;
    if let Some(other) = &words.merge {
        let recording = if words.dry_run { Recording::DryRun } else { Recording::Write };
        tell(&actions::merge(&place, other, recording)?, screen);
        return Ok(ExitCode::SUCCESS);
    }
    let judgements = actions::judgements(&place)?;
    if screen.json {
        screen.say(&as_json(&judgements).to_string());
    } else {
        list(&judgements, screen);
    }
    Ok(ExitCode::SUCCESS)
}

fn list(judgements: &Judgements, screen: &Screen) {
    if judgements.is_empty() {
        screen.say("Nobody has judged any names of this place yet: `commonweal suppliers review` asks about the most valuable ones.");
        return;
    }
    let headings = [
        ("Line", Side::Right),
        ("Name", Side::Left),
        ("Is", Side::Left),
        ("Other name", Side::Left),
        ("By", Side::Left),
        ("On", Side::Left),
        ("Why", Side::Left),
        ("", Side::Left),
    ];
    let rows: Vec<Vec<String>> = judgements
        .all()
        .iter()
        .enumerate()
        .map(|(place, record)| {
            let [a, b] = record.names.each_ref().map(JudgedName::written);
            let line = record.source.line.to_string();
            vec![
                line,
                a,
                record.answer.word().to_string(),
                b,
                record.by.clone(),
                record.on.to_string(),
                record.why.clone(),
                standing(judgements, place).to_string(),
            ]
        })
        .collect();
    for (place, line) in lines(&headings, &rows, screen.width()).iter().enumerate() {
        screen.say(&if place == 0 { screen.bold(line) } else { line.clone() });
    }
    tell_contradictions(judgements, screen);
}

/// What became of a record.
fn standing(judgements: &Judgements, record: usize) -> &'static str {
    match (judgements.stands(record), judgements.holds(record)) {
        (false, _) => "replaced later",
        (true, false) => "laid aside",
        (true, true) => "",
    }
}

fn as_json(judgements: &Judgements) -> serde_json::Value {
    let record = |(place, record): (usize, &suppliers::Judgement)| {
        let name = |name: &JudgedName| serde_json::json!({ "name": name.name, "body": name.body, "supplier_id": name.supplier_number });
        serde_json::json!({
            "line": record.source.line,
            "names": record.names.each_ref().map(name),
            "judgement": record.answer.word(),
            "by": record.by,
            "date": record.on.to_string(),
            "why": record.why,
            "stands": judgements.stands(place),
            "holds": judgements.holds(place),
        })
    };
    let records: Vec<serde_json::Value> = judgements.all().iter().enumerate().map(record).collect();
    serde_json::json!({ "judgements": records, "contradictions": actions::contradictions(judgements) })
}
