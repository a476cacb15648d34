//! `commonweal group FILE`.
//!
//! The rule: the best division, and the next best, since leaders may agree on another than the first.

use std::path::PathBuf;

use actions::GroupWords;
use clap::Args;

use crate::Done;
use crate::answer::{self, ValuesWord};
use crate::screen::Screen;

/// Find who should group with whom for a service.
///
/// FILE says what groups of bodies are worth (or each body's fixed and variable costs, from which that is modelled), what each
/// pair of partners costs to hold together, and what groups must keep to: size, neighbours, drive times, kinds, who must or
/// must not be together, who can host, future boundaries. docs/decide.md shows every word it may hold.
///
/// Up to 20 bodies the answer is exact. Beyond, it says how far it may be from the best.
#[derive(Args)]
pub(crate) struct Words {
    /// The file with bodies and groups (.toml, or .csv with the columns members and value).
    file: PathBuf,
    /// Write the answer as a paper, a web page that prints on A4.
    #[arg(long, value_name = "FILE.html")]
    out: Option<PathBuf>,
    /// What the values in a CSV are [default: savings].
    #[arg(long, value_name = "KIND")]
    values: Option<ValuesWord>,
    /// The unit of the values in a CSV, such as "£000 a year".
    #[arg(long, value_name = "UNIT")]
    unit: Option<String>,
    /// How many different divisions to show.
    #[arg(long, value_name = "N", default_value_t = 10, value_parser = clap::value_parser!(u16).range(1..=1000))]
    answers: u16,
}

pub(crate) fn run(words: &Words, screen: &Screen) -> Done {
    let asked = GroupWords { many: usize::from(words.answers), unit: words.unit.clone(), kind: words.values.map(ValuesWord::kind) };
    answer::give(&actions::group(&words.file, &asked)?, words.out.as_deref(), screen)
}
