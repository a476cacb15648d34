//! Ask: an analyst's question to the evidence.
//!
//! The rule: it reads what the last whole run made true, while other runs wait to change it.

use std::path::Path;

use definitions::Trouble;
use evidence::{Answer, AnswerForm, Engine, Hold, Manifest};

use crate::outputs::csv_cell;
use crate::whereabouts::evidence_in;

/// A question.
#[derive(Clone, Copy, Debug)]
pub struct Question<'a> {
    /// The evidence folder, or the folder that holds it.
    pub evidence: &'a Path,
    /// SQL.
    pub query: &'a str,
    /// Rows to show, where nothing is written to a file.
    pub most_rows: usize,
    /// Where to write every row, and how.
    pub out: Option<(&'a Path, AnswerForm)>,
    /// What the query may hold in memory, in bytes.
    pub memory_bytes: usize,
}

/// Answers it.
///
/// # Errors
/// When there is no evidence, the query is wrong or would change something, or the disk refuses.
pub fn ask(question: &Question<'_>) -> Result<Answer, Trouble> {
    let folder = evidence_in(question.evidence).unwrap_or_else(|| question.evidence.to_path_buf());
    let hold = Hold::to_read(&folder)?;
    let manifest = Manifest::read(&folder)?;
    let engine = Engine::open(&hold, &manifest, question.memory_bytes)?;
    evidence::sql(&engine, question.query, question.most_rows, question.out, csv_cell)
}
