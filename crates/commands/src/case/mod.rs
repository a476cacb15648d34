//! `commonweal case new|appraise|compare`.
//!
//! The rule: a case file in, an answer that a committee can use out: on the terminal as tables, with `--json` for another program,
//! with `--out` as a paper. Every figure comes with its range and its chance of a loss.

mod json;
mod tell;

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use actions::WorkedOut;
use clap::{Args, Subcommand};
use definitions::{Day, Trouble};

use crate::Done;
use crate::find::day;
use crate::screen::Screen;

/// Decide whether sharing is worth doing, and for each partner.
///
/// A case file says who would share what, the options, and what each would cost and bring, for whom, when and on what evidence.
/// It is a text file that you edit; docs/decide.md explains every word, and examples/decide/legal.toml is a whole one.
#[derive(Args)]
pub(crate) struct Words {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Begin a case file from an opportunity that `find` wrote.
    ///
    /// The bodies, what each spends, and the range of savings with its source are filled in. What nobody knows yet, such as
    /// what setting up would cost, is marked to be filled in, and every result says so until it is.
    New {
        /// The opportunity: its identifier, or its rank in the report.
        opportunity: String,
        /// The file opportunities.json that `find` wrote, or the folder it is in.
        #[arg(long, value_name = "FILE")]
        from: PathBuf,
        /// The case file to write; it is never written over.
        #[arg(long, value_name = "FILE", default_value = "case.toml")]
        out: PathBuf,
    },
    /// Work out one option in full: what it is worth, to whom, how surely, and what leaving would cost.
    Appraise {
        #[command(flatten)]
        what: What,
        /// The option, by its id [default: the one the file proposes, or else the best by the figures].
        #[arg(long, value_name = "ID")]
        option: Option<String>,
    },
    /// Set the options side by side, with the best by the figures and why each of the others is not.
    Compare {
        #[command(flatten)]
        what: What,
    },
}

#[derive(Args)]
struct What {
    /// The case file.
    case: PathBuf,
    /// Write a paper for a committee: one HTML file that opens offline and prints on A4.
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,
    /// The day that stands on the paper [default: today].
    #[arg(long, value_name = "DAY", value_parser = day)]
    today: Option<Day>,
}

pub(crate) fn run(words: &Words, screen: &Screen) -> Done {
    match &words.command {
        Command::New { opportunity, from, out } => begin(opportunity, from, out, screen),
        Command::Appraise { what, option } => appraise(what, option.as_deref(), screen),
        Command::Compare { what } => compare(what, screen),
    }
}

fn begin(opportunity: &str, from: &Path, out: &Path, screen: &Screen) -> Done {
    let from = if from.is_dir() { from.join("opportunities.json") } else { from.to_path_buf() };
    let begun = actions::begin_case(&from, opportunity, out)?;
    if screen.json {
        screen.say(&serde_json::json!({ "title": begun.title, "bodies": begun.bodies, "out": begun.written_to }).to_string());
    } else {
        screen.say(&crate::table::plain(&format!("Begun: {} ({} bodies), in {}", begun.title, begun.bodies, out.display())));
        screen.advise("Fill in what it marks \"to be filled in\", then: commonweal case compare and the file's name");
    }
    Ok(ExitCode::SUCCESS)
}

fn appraise(what: &What, wanted: Option<&str>, screen: &Screen) -> Done {
    let worked_out = actions::work_out_case(&what.case)?;
    let place = chosen(&worked_out, wanted)?;
    if screen.json {
        screen.say(&json::appraised(&worked_out, place).to_string());
    } else {
        tell::appraised(&worked_out, place, screen);
    }
    write_paper(&worked_out, place, what, screen)
}

fn compare(what: &What, screen: &Screen) -> Done {
    let worked_out = actions::work_out_case(&what.case)?;
    if screen.json {
        screen.say(&json::compared(&worked_out).to_string());
    } else {
        tell::compared(&worked_out, screen);
    }
    let place = chosen(&worked_out, None)?;
    write_paper(&worked_out, worked_out.comparison.best.unwrap_or(place), what, screen)
}

/// The place of the option that was asked for.
fn chosen(worked_out: &WorkedOut, wanted: Option<&str>) -> Result<usize, Trouble> {
    let options = &worked_out.case.options;
    let proposed = worked_out.case.proposed.as_ref().map(|proposal| proposal.option.as_str());
    let Some(wanted) = wanted.or(proposed) else { return Ok(worked_out.comparison.best.unwrap_or(0)) };
    options.iter().position(|option| option.id == wanted).ok_or_else(|| {
        let known: Vec<&str> = options.iter().map(|option| option.id.as_str()).collect();
        Trouble::new(
            format!("work out the option {wanted:?}"),
            "the case has no option with that id",
            format!("Name one of: {}.", known.join(", ")),
        )
    })
}

fn write_paper(worked_out: &WorkedOut, place: usize, what: &What, screen: &Screen) -> Done {
    if let Some(out) = &what.out {
        actions::write_case_paper(worked_out, place, &what.case, what.today.unwrap_or_else(actions::today), out)?;
        screen.advise(&format!("\nOpen {}", out.display()));
    }
    Ok(ExitCode::SUCCESS)
}
