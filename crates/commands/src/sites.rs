//! `commonweal sites FILE`.
//!
//! The rule: who travels farther stands beside the best choice, never below the fold.

use std::path::PathBuf;

use clap::Args;

use crate::screen::Screen;
use crate::{Done, answer};

/// Choose where shared sites (depots, offices, hubs) should be, and see who travels farther.
///
/// FILE is a CSV with the columns place and weight, perhaps today (the site that serves it now), then one column of distances
/// for each site; a line whose place is "capacity" holds the most that each site can serve. Or a TOML file: docs/decide.md.
#[derive(Args)]
pub(crate) struct Words {
    /// The file with places, sites and distances (.csv or .toml).
    file: PathBuf,
    /// How many sites to open [default: what the file says].
    #[arg(long, value_name = "N")]
    open: Option<usize>,
    /// The unit of distances [default: miles, or what the file says].
    #[arg(long, value_name = "UNIT")]
    unit: Option<String>,
    /// Write the answer as a paper, a web page that prints on A4.
    #[arg(long, value_name = "FILE.html")]
    out: Option<PathBuf>,
}

pub(crate) fn run(words: &Words, screen: &Screen) -> Done {
    answer::give(&actions::sites(&words.file, words.open, words.unit.as_deref())?, words.out.as_deref(), screen)
}
