//! The binary `commonweal`: one thread from a finding in published data to a certified pound and a published story.
//!
//! The rule: words in, one action, an answer out. Trouble is told in one sentence on standard error with what to try;
//! answers go to standard output, so that they can be piped.
#![allow(clippy::disallowed_methods, reason = "the front door asks the terminal and its environment")]

mod answer;
mod bodies;
mod case;
mod demo;
mod find;
mod group;
mod keeping;
mod people;
mod place;
mod read;
mod register;
mod screen;
mod serve;
mod sites;
mod split;
mod sql;
mod suppliers;
mod table;
mod trust;

use std::process::ExitCode;

use clap::{Parser, Subcommand};
use definitions::Trouble;

use crate::screen::Screen;

/// Finds where public bodies of one place pay separately for the same things.
///
/// Put the files that each body publishes (spending over £500, purchase cards, contracts registers) into a folder of its
/// own, all inside one folder, as they came. Then: commonweal find FOLDER
#[derive(Parser)]
#[command(name = "commonweal", version, max_term_width = 100, after_help = EXIT_CODES)]
struct Words {
    #[command(subcommand)]
    command: Command,
    /// Print nothing but the answer: no progress, no advice.
    #[arg(long, short, global = true)]
    quiet: bool,
    /// Print the answer as JSON, for another program.
    #[arg(long, global = true)]
    json: bool,
}

const EXIT_CODES: &str = "Exit codes: 0 done; 1 done, but some file could not be understood at all (it is named); \
2 not done: wrong use, or something stood in the way (it is said what).";

#[derive(Subcommand)]
enum Command {
    Case(case::Words),
    Find(find::Words),
    Serve(serve::Words),
    Register(register::Words),
    People(people::Words),
    Backup(keeping::Backup),
    Restore(keeping::Restore),
    Check(keeping::Check),
    Demo(demo::Words),
    Read(read::Words),
    Sql(sql::Words),
    Bodies(bodies::Words),
    Suppliers(suppliers::Words),
    Split(split::Words),
    Group(group::Words),
    Trust(trust::Words),
    Sites(sites::Words),
}

fn main() -> ExitCode {
    let words = Words::parse();
    let screen = Screen::new(words.quiet, words.json);
    let done = match words.command {
        Command::Case(words) => case::run(&words, &screen),
        Command::Find(words) => find::run(&words, &screen),
        Command::Serve(words) => serve::run(&words, &screen),
        Command::Register(words) => register::run(&words, &screen),
        Command::People(words) => people::run(&words, &screen),
        Command::Backup(words) => keeping::backup(&words, &screen),
        Command::Restore(words) => keeping::restore(&words, &screen),
        Command::Check(words) => keeping::check(&words, &screen),
        Command::Demo(words) => demo::run(&words, &screen),
        Command::Read(words) => read::run(&words, &screen),
        Command::Sql(words) => sql::run(&words, &screen),
        Command::Bodies(words) => bodies::run(&words, &screen),
        Command::Suppliers(words) => suppliers::run(&words, &screen),
        Command::Split(words) => split::run(&words, &screen),
        Command::Group(words) => group::run(&words, &screen),
        Command::Trust(words) => trust::run(&words, &screen),
        Command::Sites(words) => sites::run(&words, &screen),
    };
    match done {
        Ok(code) => code,
        Err(trouble) => {
            screen.trouble(&trouble);
            ExitCode::from(2)
        }
    }
}

/// What every command gives back.
type Done = Result<ExitCode, Trouble>;

/// Done, but something could not be understood.
fn not_all_understood() -> ExitCode {
    ExitCode::from(1)
}
