//! `commonweal register …`: the arrangements of a place, entered, read, totalled and taken out again at a terminal.
//!
//! The rule: the same acts as on the website, with the same checks; who sat at the terminal is remembered, and says why. Each
//! command has a file of its own here.

mod ask;
mod bodies_end;
mod export;
mod import;
mod list;
mod one;
mod totals;

use clap::{Args, Subcommand};

use crate::Done;
use crate::screen::Screen;

/// Enter, read, total and take out the shared-service arrangements of a place.
#[derive(Args)]
pub(crate) struct Words {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    Import(import::Words),
    List(list::Words),
    Show(one::Show),
    Confirm(one::Confirm),
    Withdraw(one::Withdraw),
    Take(one::Take),
    Totals(totals::Words),
    End(bodies_end::End),
    LeftBehind(bodies_end::LeftBehind),
    PassOn(bodies_end::PassOn),
    Ask(ask::Words),
    Export(export::Words),
}

pub(crate) fn run(words: &Words, screen: &Screen) -> Done {
    match &words.command {
        Command::Import(words) => import::run(words, screen),
        Command::List(words) => list::run(words, screen),
        Command::Show(words) => one::show(words, screen),
        Command::Confirm(words) => one::confirm(words, screen),
        Command::Withdraw(words) => one::withdraw(words, screen),
        Command::Take(words) => one::take(words, screen),
        Command::Totals(words) => totals::run(words, screen),
        Command::End(words) => bodies_end::end(words, screen),
        Command::LeftBehind(words) => bodies_end::left_behind(words, screen),
        Command::PassOn(words) => bodies_end::pass_on(words, screen),
        Command::Ask(words) => ask::run(words, screen),
        Command::Export(words) => export::run(words, screen),
    }
}

/// `1 arrangement`, `25 arrangements`.
fn counted(many: usize) -> String {
    if many == 1 { "1 arrangement".to_string() } else { format!("{many} arrangements") }
}
