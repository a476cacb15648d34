//! `commonweal split FILE`.
//!
//! The rule: one file in, every split side by side, and who would be better off outside each.

use std::path::PathBuf;

use actions::SplitWords;
use clap::Args;

use crate::Done;
use crate::answer::{self, ValuesWord};
use crate::screen::Screen;

/// Divide a shared cost or saving fairly, and see who would be better off outside.
///
/// FILE says what each group of partners would cost (or save) by itself. Either a CSV with the columns members and value,
/// such as "Ashby + Brook,34.69", one line for every group; or a TOML file, in which groups can also be modelled from each
/// partner's fixed and variable costs. docs/decide.md shows both, and examples/decide has some to begin from.
#[derive(Args)]
pub(crate) struct Words {
    /// The file with what groups would cost or save by themselves (.toml or .csv).
    file: PathBuf,
    /// Write the answer as a paper, a web page that prints on A4.
    #[arg(long, value_name = "FILE.html")]
    out: Option<PathBuf>,
    /// What the values in a CSV are [default: costs].
    #[arg(long, value_name = "KIND")]
    values: Option<ValuesWord>,
    /// The unit of the values in a CSV, such as "£000 a year".
    #[arg(long, value_name = "UNIT")]
    unit: Option<String>,
    /// For more than 24 partners: estimate the Shapley value from so many orders of joining.
    #[arg(long, value_name = "ORDERS")]
    sample: Option<usize>,
    /// The seed of the estimate; the same seed gives the same answer.
    #[arg(long, value_name = "N", default_value_t = 1)]
    seed: u64,
}

pub(crate) fn run(words: &Words, screen: &Screen) -> Done {
    let asked = SplitWords { orders: words.sample, seed: words.seed, unit: words.unit.clone(), kind: words.values.map(ValuesWord::kind) };
    answer::give(&actions::split(&words.file, &asked)?, words.out.as_deref(), screen)
}
