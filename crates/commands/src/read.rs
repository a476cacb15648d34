//! `commonweal read FILE…`.
//!
//! The rule: it shows what `find` will count and why, column by column, so that a publisher's officer can mend a file.

use std::path::PathBuf;
use std::process::ExitCode;

use actions::Understood;
use clap::Args;
use intake::{Meaning, TableKind, TableUnderstood};

use crate::screen::Screen;
use crate::table::{Side, lines, plain};
use crate::{Done, not_all_understood};

/// Show what is understood of a published file: which column is what and why, and which rows are set aside.
///
/// This is how the officer who publishes a file finds out what others can and cannot read in it. Nothing is kept.
#[derive(Args)]
pub(crate) struct Words {
    /// The files: CSV, Excel, OpenDocument, JSON or ZIP.
    #[arg(required = true)]
    files: Vec<PathBuf>,
    /// How many remarks of each sort to show.
    #[arg(long, value_name = "N", default_value_t = 3)]
    remarks: usize,
}

pub(crate) fn run(words: &Words, screen: &Screen) -> Done {
    let mut code = ExitCode::SUCCESS;
    let mut answers = Vec::new();
    for file in &words.files {
        let understood = actions::understand(file, words.remarks, screen);
        screen.finish();
        match understood {
            Ok(understood) if screen.json => answers.push(serde_json::json!({
                "file": file, "understanding": understood.understanding, "remarks": understood.remarks,
            })),
            Ok(understood) => tell(&file.display().to_string(), &understood, screen),
            Err(trouble) => {
                screen.trouble(&trouble);
                answers.push(serde_json::json!({ "file": file, "could_not": trouble.to_string() }));
                code = not_all_understood();
            }
        }
    }
    if screen.json {
        screen.say(&serde_json::Value::from(answers).to_string());
    }
    Ok(code)
}

fn tell(file: &str, understood: &Understood, screen: &Screen) {
    for table in &understood.understanding.tables {
        let sheet = table.sheet.as_deref().map(|sheet| format!(", sheet {sheet}")).unwrap_or_default();
        screen.say(&screen.bold(&plain(&format!("{file}{sheet}"))));
        facts(table, screen);
        columns(table, screen);
        rows(table, screen);
        let of_sheet = understood.remarks.iter().filter(|remark| remark.sheet == table.sheet);
        for remark in of_sheet {
            let place = if remark.line == 0 { "the whole".to_string() } else { format!("line {}", remark.line) };
            let column = remark.column.as_deref().map(|column| format!(", column {column}")).unwrap_or_default();
            screen.say(&plain(&format!("  {place}{column}: {} {} {}", remark.kind.sentence(), remark.seen, remark.done)));
        }
        screen.say("");
    }
}

fn facts(table: &TableUnderstood, screen: &Screen) {
    let heading = table.heading_line.map_or("none".to_string(), |line| format!("line {line}"));
    let set_aside: u64 = table.set_aside.values().sum();
    let period = table.period.map(|(first, last)| format!("{} to {}", first.long(), last.long())).unwrap_or_default();
    let is_read = !matches!(table.kind, TableKind::NotOneOfThese | TableKind::Empty);
    let is_money = matches!(table.kind, TableKind::Payments | TableKind::PurchaseCards | TableKind::Grants);
    let facts = [
        ("What it is", true, format!("{} ({})", code(&table.kind), table.kind_why)),
        ("Text", true, table.text_form.clone()),
        ("Heading", true, heading),
        ("Dates", is_read, table.date_form.clone()),
        ("Amounts", is_read, table.amount_form.clone()),
        ("VAT", is_money, format!("{} ({})", code(&table.basis), table.basis_why)),
        ("Rows", is_read, format!("{} read, {} kept, {set_aside} set aside", table.rows_read, table.rows_kept)),
        ("Period", is_read, period),
        ("Sum", is_money, table.total.to_string()),
    ];
    for (name, _, fact) in facts.iter().filter(|(_, is_told, fact)| *is_told && !fact.is_empty()) {
        screen.say(&plain(&format!("  {name:<11} {fact}")));
    }
    for (kind, count) in &table.set_aside {
        screen.say(&format!("  {count:>11} set aside: {}", kind.sentence()));
    }
    // What is said of a table that was not read is told below, as a remark.
    for (kind, count) in table.repaired.iter().filter(|_| is_read) {
        screen.say(&format!("  {count:>11} kept: {}", kind.sentence()));
    }
}

fn columns(table: &TableUnderstood, screen: &Screen) {
    let headings =
        [("Column", Side::Right), ("Heading", Side::Left), ("Taken as", Side::Left), ("Filled", Side::Right), ("Why", Side::Left)];
    let rows: Vec<Vec<String>> = table
        .columns
        .iter()
        .filter(|column| column.meaning != Meaning::Empty)
        .map(|column| {
            vec![column.position.to_string(), column.heading.clone(), code(&column.meaning), column.filled.to_string(), column.why.clone()]
        })
        .collect();
    if !rows.is_empty() {
        lines(&headings, &rows, screen.width()).iter().for_each(|line| screen.say(&format!("  {line}")));
    }
}

fn rows(table: &TableUnderstood, screen: &Screen) {
    for row in &table.first_rows {
        let cells: Vec<String> = row.cells.iter().map(|(meaning, cell)| format!("{} {cell}", code(meaning))).collect();
        screen.say(&plain(&format!("  line {}: {}", row.line, cells.join(" · "))));
    }
}

/// The code of a plain choice, as in `publishers/*.toml`.
fn code(value: &impl serde::Serialize) -> String {
    serde_json::to_value(value).ok().and_then(|value| value.as_str().map(str::to_string)).unwrap_or_default()
}
