//! What an officer asks about partners: how to split, who should group with whom, what trust that takes, where sites should
//! be.
//!
//! The rule: an officer's file in, an answer out, told once: as a paper, from which the terminal prints too, and as data.
//! The rules are those of the room `partnerships`; here figures get their file and line on the way in and their unit on the
//! way out.

mod figures;
mod group;
mod group_told;
mod officer_file;
mod shapes;
mod sites;
mod sites_told;
mod split;
mod split_told;
mod trust;

use std::path::Path;

use definitions::Trouble;
use pages::{Block, Grid, GridColumn, Paper};
use serde_json::Value;

pub use group::{GroupWords, group};
pub use sites::sites;
pub use split::{SplitWords, split};
pub use trust::trust;

/// An answer, told once.
#[derive(Clone, Debug, PartialEq)]
pub struct Told {
    /// For people: printed on a terminal, or written as a page.
    pub paper: Paper,
    /// For programs.
    pub data: Value,
}

/// The heading of the section that a terminal leaves to the paper.
pub const WORKING: &str = "How this was worked out";

/// Writes a paper as a page, whole or not at all.
///
/// # Errors
/// When the file cannot be written.
pub fn write_page(path: &Path, paper: &Paper) -> Result<(), Trouble> {
    evidence::write_whole(path, pages::paper_html(paper).as_bytes())
}

/// A table: columns of words, then columns of numbers.
pub(crate) fn table(caption: &str, words: &[&str], numbers: &[&str], rows: Vec<Vec<String>>) -> Block {
    let words = words.iter().map(|heading| GridColumn::Words((*heading).to_string()));
    let numbers = numbers.iter().map(|heading| GridColumn::Numbers((*heading).to_string()));
    Block::Table(Grid { caption: caption.to_string(), columns: words.chain(numbers).collect(), rows })
}
