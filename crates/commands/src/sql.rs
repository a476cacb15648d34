//! `commonweal sql "select …"`.
//!
//! The rule: questions only; the tables it names are documented by `--tables`, from the same list the engine is checked against.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use actions::Question;
use clap::Args;
use definitions::Trouble;
use evidence::{Answer, AnswerForm, TABLES};

use crate::Done;
use crate::screen::Screen;
use crate::table::{Side, lines};

/// Ask the evidence a question in SQL. It only reads.
///
/// Example: commonweal sql "select body, sum(amount) from payments where is_counted group by body order by 2 desc"
#[derive(Args)]
pub(crate) struct Words {
    /// The question; see --tables for what can be asked.
    #[arg(required_unless_present = "tables")]
    query: Option<String>,
    /// List the tables and their columns, with what each means.
    #[arg(long)]
    tables: bool,
    /// The folder `find` wrote [default: the only commonweal-* folder here].
    #[arg(long, value_name = "DIR")]
    evidence: Option<PathBuf>,
    /// Write every row to a file: .csv, .json (one object a line) or .parquet.
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,
    /// Rows to show.
    #[arg(long, value_name = "N", default_value_t = 40)]
    rows: usize,
    /// Memory the query may use, in megabytes; what does not fit goes to disk.
    #[arg(long, value_name = "MB", default_value_t = 512, value_parser = clap::value_parser!(u64).range(64..=1_048_576))]
    memory: u64,
}

pub(crate) fn run(words: &Words, screen: &Screen) -> Done {
    if words.tables {
        tables(screen);
        return Ok(ExitCode::SUCCESS);
    }
    let evidence = words.evidence.clone().map_or_else(actions::only_evidence_here, Ok)?;
    let out = words.out.as_deref().map(|path| form(path).map(|form| (path, form))).transpose()?;
    let question = Question {
        evidence: &evidence,
        query: words.query.as_deref().unwrap_or_default(),
        most_rows: words.rows,
        out,
        memory_bytes: usize::try_from(words.memory << 20).unwrap_or(usize::MAX),
    };
    let answer = actions::ask(&question)?;
    match words.out.as_deref() {
        Some(path) => screen.advise(&format!("{} rows written to {}", answer.written, path.display())),
        None if screen.json => json(&answer, screen),
        None => tell(&answer, screen),
    }
    Ok(ExitCode::SUCCESS)
}

fn form(path: &Path) -> Result<AnswerForm, Trouble> {
    match path.extension().and_then(|extension| extension.to_str()).unwrap_or_default().to_lowercase().as_str() {
        "csv" => Ok(AnswerForm::Csv),
        "json" | "jsonl" => Ok(AnswerForm::JsonLines),
        "parquet" => Ok(AnswerForm::Parquet),
        other => Err(Trouble::new(
            format!("write {}", path.display()),
            format!("its ending {other:?} is not a form of table known here"),
            "Name a file ending in .csv, .json or .parquet.",
        )),
    }
}

fn tables(screen: &Screen) {
    for table in TABLES {
        screen.say(&format!("{}: {}", screen.bold(table.name), table.one_row));
        for column in table.columns {
            screen.say(&format!("  {:<20} {}", column.name, column.meaning));
        }
        screen.say("");
    }
}

fn tell(answer: &Answer, screen: &Screen) {
    let headings: Vec<(&str, Side)> =
        answer.headings.iter().enumerate().map(|(column, heading)| (heading.as_str(), side(answer, column))).collect();
    let rows: Vec<Vec<String>> = answer.rows.iter().map(|row| row.iter().map(|cell| cell.clone().unwrap_or_default()).collect()).collect();
    for (place, line) in lines(&headings, &rows, screen.width()).iter().enumerate() {
        screen.say(&if place == 0 { screen.bold(line) } else { line.clone() });
    }
    if answer.has_more {
        screen.advise(&format!("Only the first {} rows are shown: see more with --rows, or write all with --out.", answer.rows.len()));
    }
}

/// Numbers stand to the right.
fn side(answer: &Answer, column: usize) -> Side {
    let mut cells = answer.rows.iter().filter_map(|row| row[column].as_deref()).peekable();
    if cells.peek().is_some() && cells.all(|cell| cell.parse::<f64>().is_ok()) { Side::Right } else { Side::Left }
}

fn json(answer: &Answer, screen: &Screen) {
    for row in &answer.rows {
        let fields = answer.headings.iter().cloned().zip(row.iter().map(|cell| serde_json::json!(cell)));
        screen.say(&serde_json::Value::Object(fields.collect()).to_string());
    }
}
