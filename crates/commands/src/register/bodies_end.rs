//! `commonweal register end|left-behind|pass-on`: what becomes of a body, and of what it shared.
//!
//! The rule: nothing is passed on by itself; until somebody decides, an arrangement stands in the list of what is left behind.

use std::process::ExitCode;

use bodies::Directory;
use clap::Args;
use definitions::{ArrangementId, BodyId, Day, Trouble};
use desk::Decided;
use register::{Change, Cited, Ending, Passed, Passing, Successor, When, left_behind as what_is_left, name_of};

use super::one::Doing;
use crate::place::{PlaceWords, person};
use crate::screen::Screen;
use crate::table::{Side, lines};
use crate::{Done, find};

/// Enter that a body ends, and who follows it.
#[derive(Args)]
pub(crate) struct End {
    /// The body, by a name people write.
    body: String,
    /// Its last day, such as 2028-03-31.
    #[arg(long, value_name = "DAY", value_parser = find::day)]
    last_day: Day,
    /// Who follows it; more than once where it is split. Write NAME or "NAME: which part".
    #[arg(long = "successor", value_name = "NAME[: PART]")]
    successors: Vec<String>,
    /// Where it can be read.
    #[arg(long, value_name = "DOCUMENT")]
    source: Option<String>,
    #[command(flatten)]
    doing: Doing,
}

/// List the arrangements in which a body that ends still has a part, which somebody must decide about.
#[derive(Args)]
pub(crate) struct LeftBehind {
    /// The body, by a name people write.
    body: String,
    /// The day asked about [default: the day after its last].
    #[arg(long, value_name = "DAY", value_parser = find::day)]
    on: Option<Day>,
    #[command(flatten)]
    place: PlaceWords,
}

/// Say what becomes of a body's part in an arrangement: who carries it on, or that the arrangement ends.
#[derive(Args)]
pub(crate) struct PassOn {
    /// The body that had it.
    body: String,
    /// The arrangement's id.
    #[arg(long, value_name = "ID")]
    arrangement: String,
    /// On which footing: transfer (by law, to a successor), host (one successor keeps it for all), novate (by a new agreement).
    #[arg(long, value_parser = passing, requires = "to")]
    how: Option<Passing>,
    /// To whom.
    #[arg(long, value_name = "BODY", requires = "how")]
    to: Option<String>,
    /// The arrangement ends, and nobody carries it on.
    #[arg(long, conflicts_with = "how", required_unless_present = "how")]
    ends: bool,
    /// From when: a day, a month or a year.
    #[arg(long, value_name = "WHEN", value_parser = when)]
    from: When,
    #[command(flatten)]
    doing: Doing,
}

pub(crate) fn end(words: &End, screen: &Screen) -> Done {
    let desk = words.doing.place.desk()?;
    let (ending, seen) = {
        let standing = desk.register()?;
        let directory = standing.register().directory();
        let successor = |text: &String| {
            let (name, part) = text.split_once(':').unwrap_or((text, ""));
            meant(name.trim(), directory).map(|body| Successor { body, part: part.trim().to_string() })
        };
        let successors = words.successors.iter().map(successor).collect::<Result<_, _>>()?;
        let sources = words.source.iter().map(|document| Cited { document: document.clone(), ..Cited::default() }).collect();
        let ending = Ending { body: meant(&words.body, directory)?, last_day: words.last_day, successors, sources };
        let seen = standing.version_of(&Change::BodyEnds(Box::new(ending.clone())));
        (ending, seen)
    };
    let body = ending.body.clone();
    let done = desk.end_body(&person(words.doing.by.as_deref()), ending, &words.doing.why, seen);
    done.map_err(|not_done| not_done.told(&format!("enter the end of {}", words.body)))?;
    screen.advise(&format!("Entered. What it leaves behind: commonweal register left-behind {body}"));
    Ok(ExitCode::SUCCESS)
}

pub(crate) fn left_behind(words: &LeftBehind, screen: &Screen) -> Done {
    let desk = words.place.desk()?;
    let standing = desk.register()?;
    let register = standing.register();
    let body = meant(&words.body, register.directory())?;
    let after_last = register.directory().get(&body).and_then(|body| body.last_day).map(|last| Day(last.0 + 1));
    let day = words.on.or(after_last).unwrap_or_else(|| desk.today());
    let left = what_is_left(register, &body, day);
    if screen.json {
        let ids: Vec<&ArrangementId> = left.iter().map(|left| &left.arrangement).collect();
        screen.say(&serde_json::json!({ "body": body, "day": day, "arrangements": ids }).to_string());
        return Ok(ExitCode::SUCCESS);
    }
    let row = |left: &register::LeftBehind| {
        let title = register.arrangement(&left.arrangement).map_or_else(String::new, |arrangement| arrangement.title.clone());
        vec![left.arrangement.to_string(), title, left.role.words().to_string()]
    };
    let rows: Vec<Vec<String>> = left.iter().map(row).collect();
    let headings = [("Id", Side::Left), ("Arrangement", Side::Left), ("Its part", Side::Left)];
    lines(&headings, &rows, screen.width()).iter().for_each(|line| screen.say(line));
    let name = name_of(&body, register.directory());
    screen.advise(&format!("\n{} left behind by {name} on {}.", super::counted(left.len()), day.long()));
    Ok(ExitCode::SUCCESS)
}

pub(crate) fn pass_on(words: &PassOn, screen: &Screen) -> Done {
    let desk = words.doing.place.desk()?;
    let arrangement = ArrangementId::new(&words.arrangement);
    let (body, decided) = {
        let standing = desk.register()?;
        let directory = standing.register().directory();
        let decided = match (words.how, &words.to) {
            (Some(how), Some(to)) => Decided::Passed(Passed { arrangement, how, to: meant(to, directory)?, when: words.from }),
            _ => Decided::Ended { arrangement, when: words.from },
        };
        (meant(&words.body, directory)?, decided)
    };
    let done = desk.pass_on(&person(words.doing.by.as_deref()), &body, &[decided], &words.doing.why);
    done.map_err(|not_done| not_done.told(&format!("pass {} on", words.arrangement)))?;
    let done = if words.ends { "ended" } else { "passed on" };
    screen.advise(&format!("{} is {done}.", words.arrangement));
    Ok(ExitCode::SUCCESS)
}

/// The body that a name means.
pub(super) fn meant(name: &str, directory: &Directory) -> Result<BodyId, Trouble> {
    directory.named(name).map(|body| body.id.clone()).ok_or_else(|| {
        let because = "no body fits that name, or more than one does";
        Trouble::new(format!("find a body called {name}"), because, "Ask `commonweal bodies NAME`, or add it in place.toml.")
    })
}

fn passing(code: &str) -> Result<Passing, String> {
    Passing::from_code(code).ok_or_else(|| "write transfer, host or novate".to_string())
}

fn when(text: &str) -> Result<When, String> {
    text.parse()
}
