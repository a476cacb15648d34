//! `commonweal find FOLDER`.
//!
//! The rule: a bar while it works, then ten lines a person can act on and the file to open. Files that could not be
//! understood are named, never passed over.

use std::path::PathBuf;
use std::process::ExitCode;

use actions::Searched;
use clap::Args;
use definitions::{Day, thousands};
use opportunities::Opportunity;

use crate::screen::Screen;
use crate::table::{Side, lines, plain};
use crate::{Done, not_all_understood};

/// Search a folder of published files for opportunities to share, and write a report.
///
/// Each folder inside FOLDER is taken as one publishing body. Files may be CSV, Excel, OpenDocument, JSON or ZIP, as they
/// came. A second run reads only files that changed. What is written: report.html (open this one), opportunities.csv,
/// .json and .xlsx, suppliers.csv, remarks.csv (everything repaired or set aside, with its line) and the folder evidence/.
#[derive(Args)]
pub(crate) struct Words {
    /// The folder of published files.
    folder: PathBuf,
    /// Where to write the report [default: commonweal-FOLDER here].
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,
    /// Ask as if it were this day, such as 2026-11-22 [default: today].
    #[arg(long, value_name = "DAY", value_parser = day)]
    today: Option<Day>,
    /// Memory that queries may use, in megabytes; what does not fit goes to disk.
    #[arg(long, value_name = "MB", default_value_t = 512, value_parser = clap::value_parser!(u64).range(64..=1_048_576))]
    memory: u64,
    /// Say how long each stage took.
    #[arg(long)]
    timings: bool,
}

pub(crate) fn run(words: &Words, screen: &Screen) -> Done {
    let out = words.out.clone().unwrap_or_else(|| actions::default_out(&words.folder));
    let searched = Searched {
        folder: &words.folder,
        out: &out,
        today: words.today.unwrap_or_else(actions::today),
        memory_bytes: usize::try_from(words.memory << 20).unwrap_or(usize::MAX),
    };
    let found = actions::find(&searched, screen)?;
    screen.finish();
    if words.timings {
        screen.tell_timings();
    }
    if screen.json {
        screen.say(&summary(&found).to_string());
    } else {
        tell(&found, screen);
    }
    Ok(if found.not_understood().is_empty() { ExitCode::SUCCESS } else { not_all_understood() })
}

pub(crate) fn day(text: &str) -> Result<Day, String> {
    text.parse().map_err(|()| "write the day as year-month-day, such as 2026-11-22".to_string())
}

fn tell(found: &actions::Found, screen: &Screen) {
    let headline = &found.report.headline;
    let bodies = found.report.place.standing().count();
    screen.advise(&format!(
        "{}: {} of {bodies} {}, {} payments worth {}, {} contracts and notices.",
        plain(&found.report.place.name),
        counted(headline.files, "file", "files"),
        if bodies == 1 { "body" } else { "bodies" },
        thousands(headline.payments),
        headline.paid.short(),
        thousands(headline.contracts),
    ));
    screen.advise(&match (found.was_unchanged, found.files_opened) {
        (true, _) => "Nothing has changed since the last run.".to_string(),
        (false, opened) => format!("{} read in this run.", counted(opened, "file was", "files were")),
    });
    let ended = opportunities::ended_bodies(&found.report.place);
    ended.iter().for_each(|sentence| screen.advise(&plain(sentence)));
    if !ended.is_empty() {
        screen.advise("To ask as of a day when they existed, add --today and that day, such as --today 2023-03-31.");
    }
    let best = found.best(10);
    if best.is_empty() {
        screen.say(&no_opportunities(bodies));
    } else {
        screen.advise("");
        let headings = [
            ("", Side::Right),
            ("Opportunity", Side::Left),
            ("A year", Side::Right),
            ("Might save a year", Side::Left),
            ("No saving", Side::Right),
            ("From", Side::Left),
        ];
        let rows: Vec<Vec<String>> = best.iter().enumerate().map(|(place, one)| row(place + 1, one)).collect();
        for (place, line) in lines(&headings, &rows, screen.width()).iter().enumerate() {
            screen.say(&if place == 0 { screen.bold(line) } else { line.clone() });
        }
    }
    for (file, because) in found.not_understood() {
        screen.say(&format!("Not understood: {}: {}", plain(file), plain(because)));
    }
    screen.advise(&format!("\nOpen {}", found.report_path.display()));
}

fn row(rank: usize, one: &Opportunity) -> Vec<String> {
    let (range, chance) = match &one.saving {
        Some(saving) => {
            (format!("{} to {}", saving.p10.short(), saving.p90.short()), format!("{:.0} in 100", saving.chance_of_none * 100.0))
        }
        None => ("for the register".to_string(), String::new()),
    };
    let from = one.first_date.as_ref().map_or_else(String::new, |first| first.day.month().long());
    vec![rank.to_string(), one.title.clone(), one.addressable_yearly.short(), range, chance, from]
}

fn no_opportunities(bodies: usize) -> String {
    if bodies == 0 {
        "Nothing in these files is a payment or a contract that could be counted: type `commonweal read` and a file's name to see what it was taken for.".to_string()
    } else if bodies == 1 {
        "No opportunity to share was found, since there is only one body: put the files of a second one in a folder beside it.".to_string()
    } else {
        "No opportunity to share was found: the bodies have no supplier and no service in common in what was read.".to_string()
    }
}

fn counted(count: u64, one: &str, many: &str) -> String {
    format!("{} {}", thousands(count), if count == 1 { one } else { many })
}

fn summary(found: &actions::Found) -> serde_json::Value {
    serde_json::json!({
        "report": found.report_path,
        "files_opened": found.files_opened,
        "was_unchanged": found.was_unchanged,
        "headline": found.report.headline,
        "best": found.best(10),
        "opportunities": found.report.opportunities.len(),
    })
}
