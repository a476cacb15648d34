//! `commonweal suppliers judge A B same --by WHO --why TEXT`, or with `--file FILLED.csv` many at once.
//!
//! The rule: a judgement is added to the place's `judgements.csv` with who, when and why; nothing there is ever changed.
//! A file is taken whole or not at all.

use std::path::PathBuf;
use std::process::ExitCode;

use actions::{Recorded, Recording, Whereabouts};
use clap::Args;
use definitions::{Day, Source, Trouble};
use suppliers::{Answer, Judgement};

use super::{TwoNames, tell_contradictions};
use crate::Done;
use crate::screen::Screen;
use crate::table::plain;

/// Record that two names are one supplier, or two; it outweighs every score from the next run of `find` on.
///
/// Examples: commonweal suppliers judge "Quince Ltd" "Medlar Grid" same --by "Kim Reed" --why "Renamed in 2024"
/// or, with the answers filled into a file of `commonweal suppliers review --out`: commonweal suppliers judge --file FILLED.csv
///
/// A later judgement of the same person about the same names stands in place of the earlier one. What is written is
/// judgements.csv in the place's folder: date, by, judgement, name_a, body_a, supplier_id_a, name_b, body_b, supplier_id_b, why.
#[derive(Args)]
pub(super) struct Words {
    #[command(flatten)]
    names: TwoNames,
    /// same, different, or unsure (asked again last).
    #[arg(value_name = "ANSWER", value_parser = answer, requires = "b")]
    answer: Option<Answer>,
    /// Record the answers filled into this file, all or none; lines without an answer are passed over.
    #[arg(long, value_name = "FILLED.csv", conflicts_with = "a")]
    file: Option<PathBuf>,
    /// Who judged (with --file: where the line does not say).
    #[arg(long, value_name = "WHO")]
    by: Option<String>,
    /// Why (with --file: where the line does not say).
    #[arg(long, value_name = "TEXT")]
    why: Option<String>,
    /// The day of the judgement [default: today].
    #[arg(long, value_name = "DAY", value_parser = crate::find::day)]
    on: Option<Day>,
    /// The folder you give to `commonweal find` [default: the one you stand in, or the only one searched here].
    #[arg(long, value_name = "FOLDER")]
    place: Option<PathBuf>,
    /// Say what would be recorded, and record nothing.
    #[arg(long)]
    dry_run: bool,
}

pub(super) fn run(words: &Words, screen: &Screen) -> Done {
    let place = Whereabouts::place(words.place.as_deref())?;
    let recording = if words.dry_run { Recording::DryRun } else { Recording::Write };
    let on = words.on.unwrap_or_else(actions::today);
    let recorded = match &words.file {
        Some(file) => actions::judge_file(&place, file, words.by.as_deref(), words.why.as_deref(), (on, recording))?,
        None => actions::judge(&place, one(words, on)?, recording)?,
    };
    tell(&recorded, screen);
    Ok(ExitCode::SUCCESS)
}

fn one(words: &Words, on: Day) -> Result<Judgement, Trouble> {
    let missing = |what: &str| {
        Trouble::new("record the judgement", format!("it does not say {what}"), "See `commonweal suppliers judge --help` for an example.")
    };
    let names = words.names.judged().ok_or_else(|| missing("which two names"))?;
    if let Some(empty) = names.iter().find(|name| name.name.is_empty()) {
        return Err(missing(if empty.body.is_some() { "which name of that body" } else { "which two names: one is empty" }));
    }
    let filled = |text: &Option<String>| text.as_deref().map(str::trim).filter(|text| !text.is_empty()).map(str::to_string);
    Ok(Judgement {
        names,
        answer: words.answer.ok_or_else(|| missing("same, different or unsure"))?,
        by: filled(&words.by).ok_or_else(|| missing("by whom: give --by"))?,
        why: filled(&words.why).ok_or_else(|| missing("why: give --why"))?,
        on,
        source: Source { file: "judgements.csv".into(), sheet: None, line: 0 },
    })
}

/// What was recorded, for this command and for merging.
pub(super) fn tell(recorded: &Recorded, screen: &Screen) {
    if screen.json {
        screen.say(&as_json(recorded).to_string());
        return;
    }
    recorded.added.iter().for_each(|judgement| screen.say(&plain(&judgement.sentence())));
    let count = recorded.added.len();
    let judgements = if count == 1 { "judgement" } else { "judgements" };
    screen.advise(&match (recorded.is_written, count) {
        (_, 0) => "Nothing new was recorded.".to_string(),
        (true, _) => format!("{count} {judgements} recorded in {}; the next `commonweal find` obeys.", recorded.path.display()),
        (false, _) => format!("Dry run: {count} {judgements} would be recorded in {}.", recorded.path.display()),
    });
    if recorded.already > 0 {
        screen.advise(&format!(
            "{} there already.",
            if recorded.already == 1 { "1 was".into() } else { format!("{} were", recorded.already) }
        ));
    }
    if recorded.open > 0 {
        screen.advise(&format!(
            "{} without an answer passed over.",
            if recorded.open == 1 { "1 line".into() } else { format!("{} lines", recorded.open) }
        ));
    }
    tell_contradictions(&recorded.judgements, screen);
}

fn as_json(recorded: &Recorded) -> serde_json::Value {
    let added: Vec<String> = recorded.added.iter().map(Judgement::sentence).collect();
    serde_json::json!({
        "file": recorded.path,
        "is_written": recorded.is_written,
        "added": added,
        "already_there": recorded.already,
        "without_answer": recorded.open,
        "contradictions": actions::contradictions(&recorded.judgements),
    })
}

fn answer(text: &str) -> Result<Answer, String> {
    Answer::from_word(text).ok_or_else(|| "write same, different or unsure".to_string())
}
