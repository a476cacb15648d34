//! `commonweal trust N` and `commonweal trust FILE`.
//!
//! The rule: a number is answered with a count, a list of people with names.

use std::path::PathBuf;

use clap::Args;

use crate::screen::Screen;
use crate::{Done, answer};

/// Count the places where trust between partners can break, and the people needed to hold them.
///
/// Every pair of partners is one trust fracture point, and each needs a person from either side: 42 partners have 861 points and
/// need at least 1,722 people. Other structures need fewer: one lead with spokes, or groups whose leads meet.
///
/// With a CSV (first, second, first_person, second_person) it says which seats are empty and who sits in most.
#[derive(Args)]
pub(crate) struct Words {
    /// How many partners there are; or a CSV of pairs with the people who sit on either side.
    #[arg(value_name = "N or FILE", allow_hyphen_values = true)]
    partners: String,
    /// Write the answer as a paper, a web page that prints on A4.
    #[arg(long, value_name = "FILE.html")]
    out: Option<PathBuf>,
}

pub(crate) fn run(words: &Words, screen: &Screen) -> Done {
    answer::give(&actions::trust(&words.partners)?, words.out.as_deref(), screen)
}
