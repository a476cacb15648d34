//! The analyst's door: a query in, a table out, as text, CSV, JSON or Parquet.
//!
//! The rule: it reads and never writes evidence; a statement that would change, copy or configure anything is refused.
//! Rows stream, so an answer may be larger than memory. A CSV cell never starts a formula.

use std::fs::File;
use std::io::Write;
use std::path::Path;

use datafusion::arrow::array::RecordBatch;
use datafusion::arrow::util::display::{ArrayFormatter, FormatOptions};
use datafusion::execution::context::SQLOptions;
use datafusion::parquet::arrow::ArrowWriter;
use definitions::Trouble;

use crate::engine::{Engine, asked};
use crate::folder::cannot;

/// How an answer is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AnswerForm {
    /// Comma-separated, with a heading.
    Csv,
    /// One JSON object a line.
    JsonLines,
    /// Parquet; needs a path.
    Parquet,
}

/// What came back.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Answer {
    /// Names of the columns.
    pub headings: Vec<String>,
    /// The first rows, as text; empty cells are `None`.
    pub rows: Vec<Vec<Option<String>>>,
    /// True where there were more rows than were asked for.
    pub has_more: bool,
    /// Rows written to a file.
    pub written: u64,
}

/// Answers `query`. With `out`, every row is written there in its form; without, the first `most` rows come back.
/// `cell` writes one text as a CSV cell that is harmless in a spreadsheet, with quotation marks where it needs them.
///
/// # Errors
/// When the query cannot be understood, would change something, or needs more than it may have.
pub fn sql(
    engine: &Engine,
    query: &str,
    most: usize,
    out: Option<(&Path, AnswerForm)>,
    cell: fn(&str) -> String,
) -> Result<Answer, Trouble> {
    let only_questions = SQLOptions::new().with_allow_ddl(false).with_allow_dml(false).with_allow_statements(false);
    let frame =
        engine.block_on(engine.context().sql_with_options(query, only_questions)).map_err(|error| asked("answer the query", &error))?;
    let mut answer = Answer { headings: frame.schema().fields().iter().map(|field| field.name().clone()).collect(), ..Answer::default() };
    let mut sink = out.map(|(path, form)| Sink::open(path, form, &answer.headings, frame.schema().as_arrow(), cell)).transpose()?;
    let frame = if sink.is_none() { frame.limit(0, Some(most + 1)).map_err(|error| asked("answer the query", &error))? } else { frame };
    engine.each_batch(frame, |batch| match &mut sink {
        Some(sink) => sink.write(batch).map(|()| answer.written += batch.num_rows() as u64),
        None => rows_of(batch).map(|rows| answer.rows.extend(rows)),
    })?;
    if let Some(sink) = sink {
        sink.finish()?;
    }
    answer.has_more = answer.rows.len() > most;
    answer.rows.truncate(most);
    Ok(answer)
}

struct Sink<'a> {
    path: &'a Path,
    to: To,
    headings: Vec<String>,
    cell: fn(&str) -> String,
}

enum To {
    Csv(std::io::BufWriter<File>),
    JsonLines(std::io::BufWriter<File>),
    Parquet(Box<ArrowWriter<File>>),
}

impl<'a> Sink<'a> {
    fn open(
        path: &'a Path,
        form: AnswerForm,
        headings: &[String],
        schema: &datafusion::arrow::datatypes::Schema,
        cell: fn(&str) -> String,
    ) -> Result<Sink<'a>, Trouble> {
        let file = File::create(path).map_err(|error| cannot("write", path, &error))?;
        let to = match form {
            AnswerForm::Csv => To::Csv(std::io::BufWriter::new(file)),
            AnswerForm::JsonLines => To::JsonLines(std::io::BufWriter::new(file)),
            AnswerForm::Parquet => {
                let writer = ArrowWriter::try_new(file, schema.clone().into(), None).map_err(|error| cannot("write", path, &error))?;
                To::Parquet(Box::new(writer))
            }
        };
        let mut sink = Sink { path, to, headings: headings.to_vec(), cell };
        if let To::Csv(file) = &mut sink.to {
            let line: Vec<String> = sink.headings.iter().map(|heading| cell(heading)).collect();
            writeln!(file, "{}", line.join(",")).map_err(|error| cannot("write", path, &error))?;
        }
        Ok(sink)
    }

    fn write(&mut self, batch: &RecordBatch) -> Result<(), Trouble> {
        if let To::Parquet(writer) = &mut self.to {
            return writer.write(batch).map_err(|error| cannot("write", self.path, &error));
        }
        let numeric: Vec<bool> = batch.columns().iter().map(|column| column.data_type().is_numeric()).collect();
        for row in rows_of(batch)? {
            let line = match &self.to {
                To::Csv(_) => self.csv_line(&row, &numeric),
                _ => self.json_line(&row, &numeric),
            };
            let (To::Csv(file) | To::JsonLines(file)) = &mut self.to else { continue };
            writeln!(file, "{line}").map_err(|error| cannot("write", self.path, &error))?;
        }
        Ok(())
    }

    fn csv_line(&self, row: &[Option<String>], numeric: &[bool]) -> String {
        let cells = row.iter().zip(numeric).map(|(cell, is_numeric)| match cell {
            None => String::new(),
            Some(text) if *is_numeric => text.clone(),
            Some(text) => (self.cell)(text),
        });
        cells.collect::<Vec<_>>().join(",")
    }

    fn json_line(&self, row: &[Option<String>], numeric: &[bool]) -> String {
        let fields = self.headings.iter().zip(row).zip(numeric).map(|((heading, cell), is_numeric)| {
            let value = match cell {
                None => "null".to_string(),
                // A number that JSON has no word for (infinity, not a number) goes as text.
                Some(text) if *is_numeric && text.parse::<f64>().is_ok_and(f64::is_finite) => text.clone(),
                Some(text) => json_text(text),
            };
            format!("{}:{value}", json_text(heading))
        });
        format!("{{{}}}", fields.collect::<Vec<_>>().join(","))
    }

    fn finish(self) -> Result<(), Trouble> {
        let done = match self.to {
            To::Csv(mut file) | To::JsonLines(mut file) => file.flush(),
            To::Parquet(writer) => writer.close().map(|_| ()).map_err(std::io::Error::other),
        };
        done.map_err(|error| cannot("write", self.path, &error))
    }
}

fn rows_of(batch: &RecordBatch) -> Result<Vec<Vec<Option<String>>>, Trouble> {
    let options = FormatOptions::default();
    let columns: Result<Vec<ArrayFormatter<'_>>, _> =
        batch.columns().iter().map(|column| ArrayFormatter::try_new(column.as_ref(), &options)).collect();
    let columns = columns.map_err(|error| asked("show the answer", &error.into()))?;
    let cell = |row: usize, column: usize| batch.column(column).is_valid(row).then(|| columns[column].value(row).to_string());
    Ok((0..batch.num_rows()).map(|row| (0..columns.len()).map(|column| cell(row, column)).collect()).collect())
}

fn json_text(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}
