//! `commonweal suppliers …`: which names are one supplier, why, and what people decide about them.
//!
//! The rule: the kernel that `find` uses, on its own and with a person in charge. Each command has a file of its own here.

mod judge;
mod judgements;
mod names;
mod review;
mod why;

use std::path::PathBuf;

use clap::{Args, Subcommand};
use suppliers::{JudgedName, Judgements};

use crate::Done;
use crate::screen::Screen;

/// Decide which names are one supplier; see why; review, judge and share what was decided.
#[derive(Args)]
pub(crate) struct Words {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    Names(names::Words),
    Why(why::Words),
    Review(review::Words),
    Judge(judge::Words),
    Judgements(judgements::Words),
}

pub(crate) fn run(words: &Words, screen: &Screen) -> Done {
    match &words.command {
        Command::Names(words) => names::run(words, screen),
        Command::Why(words) => why::run(words, screen),
        Command::Review(words) => review::run(words, screen),
        Command::Judge(words) => judge::run(words, screen),
        Command::Judgements(words) => judgements::run(words, screen),
    }
}

/// Which two names are meant.
#[derive(Args)]
struct TwoNames {
    /// A name as written in a published file (letter case and spaces do not matter).
    #[arg(value_name = "A")]
    a: Option<String>,
    /// The other name.
    #[arg(value_name = "B", requires = "a")]
    b: Option<String>,
    /// Mean the first name only where this body writes it.
    #[arg(long, value_name = "BODY")]
    body_a: Option<String>,
    /// Mean the second name only where this body writes it.
    #[arg(long, value_name = "BODY")]
    body_b: Option<String>,
    /// Mean the first name only under this number of that body's own.
    #[arg(long, value_name = "ID", requires = "body_a")]
    supplier_id_a: Option<String>,
    /// Mean the second name only under this number of that body's own.
    #[arg(long, value_name = "ID", requires = "body_b")]
    supplier_id_b: Option<String>,
}

impl TwoNames {
    fn judged(&self) -> Option<[JudgedName; 2]> {
        let name = |text: &Option<String>, body: &Option<String>, number: &Option<String>| {
            let name = text.as_ref()?.trim().to_string();
            Some(JudgedName { name, body: body.clone(), supplier_number: number.clone() })
        };
        Some([name(&self.a, &self.body_a, &self.supplier_id_a)?, name(&self.b, &self.body_b, &self.supplier_id_b)?])
    }
}

/// Where the place is and what `find` wrote about it.
#[derive(Args)]
struct Where {
    /// The folder you give to `commonweal find`, or the one it wrote [default: the only one it wrote here].
    folder: Option<PathBuf>,
    /// What `find` wrote about it [default: commonweal-FOLDER here].
    #[arg(long, value_name = "DIR")]
    evidence: Option<PathBuf>,
}

/// Tells of judgements that cannot all be true.
fn tell_contradictions(judgements: &Judgements, screen: &Screen) {
    for sentences in actions::contradictions(judgements) {
        screen.say("");
        screen.say(&screen.bold("These judgements cannot all be true:"));
        sentences.iter().for_each(|sentence| screen.say(&format!("  {}", crate::table::plain(sentence))));
    }
}
