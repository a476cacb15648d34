//! `judgements.csv`: what people decided about names, as a file an officer can read, share and put under version control.
//!
//! The rule: lines are added at its end and none is ever changed. A line that cannot be understood is refused with its
//! number and nothing is taken from the file until it is mended; a name that looks like a private person's is refused
//! and not repeated. Columns may stand in any order.

use std::collections::HashMap;
use std::fs::File;
use std::io::{Read, Write};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use csv::StringRecord;
use definitions::{Day, Source, Trouble};
use pages::csv_cell_safe;
use suppliers::{Answer, JudgedName, Judgement};

use crate::outputs::csv_cell;

/// Its name, beside `place.toml`.
pub(crate) const FILE_NAME: &str = "judgements.csv";

/// Its columns, in the order in which a new file has them.
const COLUMNS: [&str; 10] = ["date", "by", "judgement", "name_a", "body_a", "supplier_id_a", "name_b", "body_b", "supplier_id_b", "why"];

/// What stands for a cell that is left empty.
#[derive(Clone, Debug, Default)]
pub(crate) struct Usual<'a> {
    /// Who judged.
    pub(crate) by: Option<&'a str>,
    /// Why.
    pub(crate) why: Option<&'a str>,
    /// When.
    pub(crate) on: Option<Day>,
}

/// The records of a file, and how many of its lines have no answer yet.
#[derive(Clone, Debug, Default)]
pub(crate) struct Records {
    /// In the order of the file.
    pub(crate) all: Vec<Judgement>,
    /// Lines whose column `judgement` is empty.
    pub(crate) open: usize,
}

/// The file of the place in `folder`.
pub(crate) fn path_in(folder: &Path) -> PathBuf {
    folder.join(FILE_NAME)
}

/// The text of a file; `None` where there is none.
pub(crate) fn text_of(path: &Path) -> Result<Option<String>, Trouble> {
    match std::fs::read(path) {
        Ok(bytes) => String::from_utf8(bytes).map(Some).map_err(|error| {
            let line = error.as_bytes()[..error.utf8_error().valid_up_to()].iter().filter(|byte| **byte == b'\n').count() + 1;
            let because = format!("line {line} is not written in UTF-8");
            Trouble::new(format!("read {}", path.display()), because, "Save it as CSV in UTF-8 and try again.")
        }),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(Trouble::new(format!("read {}", path.display()), error.to_string(), "Check that you may read it.")),
    }
}

/// Understands the text of a file. Every faulty line is named at once.
pub(crate) fn understand(path: &Path, text: &str, usual: &Usual<'_>) -> Result<Records, Trouble> {
    let cannot = |because: String| {
        let shape =
            "Its columns are those of `commonweal suppliers judge --help`; mend the lines named and try again: nothing was changed.";
        Trouble::new(format!("understand {}", path.display()), because, shape)
    };
    // The reader counts lines that end in CR LF from the line before.
    let text = text.trim_start_matches('\u{feff}').replace("\r\n", "\n");
    let mut reader = csv::ReaderBuilder::new().flexible(true).from_reader(text.as_bytes());
    let headings = reader.headers().map_err(|error| cannot(error.to_string()))?;
    let columns = columns_of(headings);
    if let Some(missing) = ["judgement", "name_a", "name_b"].iter().find(|column| !columns.contains_key(**column)) {
        return Err(cannot(format!("line 1 has no column {missing}")));
    }
    let name: Arc<str> = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default().into();
    let (mut records, mut faults) = (Records::default(), Vec::new());
    for row in reader.records() {
        let row = row.map_err(|error| cannot(error.to_string()))?;
        let line = row.position().map_or(0, csv::Position::line);
        let source = Source { file: name.clone(), sheet: None, line: u32::try_from(line).unwrap_or(u32::MAX) };
        match (Row { row: &row, columns: &columns }).judgement(source, usual) {
            Ok(Some(judgement)) => records.all.push(judgement),
            Ok(None) => records.open += 1,
            Err(fault) => faults.push(format!("line {line}: {fault}")),
        }
    }
    if faults.is_empty() { Ok(records) } else { Err(cannot(told(&faults))) }
}

const MOST_FAULTS_TOLD: usize = 10;

fn told(faults: &[String]) -> String {
    let shown = faults[..faults.len().min(MOST_FAULTS_TOLD)].join("; ");
    match faults.len().saturating_sub(MOST_FAULTS_TOLD) {
        0 => shown,
        more => format!("{shown}; and {more} more lines"),
    }
}

fn columns_of(headings: &StringRecord) -> HashMap<String, usize> {
    headings.iter().enumerate().map(|(place, heading)| (heading.trim().to_lowercase(), place)).collect()
}

struct Row<'a> {
    row: &'a StringRecord,
    columns: &'a HashMap<String, usize>,
}

impl Row<'_> {
    fn judgement(&self, source: Source, usual: &Usual<'_>) -> Result<Option<Judgement>, String> {
        let Some(word) = self.cell("judgement") else { return Ok(None) };
        let answer = Answer::from_word(&word).ok_or_else(|| format!("{word:?} is not same, different or unsure"))?;
        let by = self.cell("by").or_else(|| usual.by.map(str::to_string)).ok_or("it does not say by whom")?;
        let why = self.cell("why").or_else(|| usual.why.map(str::to_string)).ok_or("it does not say why")?;
        let on = match self.cell("date") {
            Some(text) => day(&text).ok_or_else(|| format!("{text:?} is not a day such as 2026-11-22"))?,
            None => usual.on.ok_or("it has no date")?,
        };
        let names = [self.name("a")?, self.name("b")?];
        let judgement = Judgement { names, answer, by, on, why, source };
        fault_of(&judgement).map_or(Ok(Some(judgement)), Err)
    }

    fn name(&self, side: &str) -> Result<JudgedName, String> {
        let name = self.cell(&format!("name_{side}")).ok_or_else(|| format!("name_{side} is empty"))?;
        Ok(JudgedName { name, body: self.cell(&format!("body_{side}")), supplier_number: self.cell(&format!("supplier_id_{side}")) })
    }

    fn cell(&self, column: &str) -> Option<String> {
        let cell = self.row.get(*self.columns.get(column)?)?.trim();
        (!cell.is_empty()).then(|| as_written(cell).to_string())
    }
}

/// Why a judgement cannot be kept, if it cannot.
pub(crate) fn fault_of(judgement: &Judgement) -> Option<String> {
    for name in &judgement.names {
        if intake::names_private_person(&name.name) {
            return Some("a name in it looks like a private person's, and those are never joined, kept or shown".to_string());
        }
        if name.supplier_number.is_some() && name.body.is_none() {
            return Some(format!("the supplier id of {} needs the body whose number it is", name.name));
        }
    }
    judgement.is_about_one_name().then(|| "both names are the same: give the body of each to tell them apart".to_string())
}

/// A cell without the apostrophe that stops a spreadsheet from taking it for a formula.
fn as_written(cell: &str) -> &str {
    match cell.strip_prefix('\'') {
        Some(text) if csv_cell_safe(text) != text => text,
        _ => cell,
    }
}

/// `2026-11-22`, or `22/11/2026` as spreadsheets rewrite it.
fn day(text: &str) -> Option<Day> {
    text.parse().ok().or_else(|| {
        let mut parts = text.split('/');
        let (day, month, year) = (parts.next()?, parts.next()?, parts.next()?);
        let is_whole = parts.next().is_none() && year.len() == 4;
        is_whole.then(|| Day::from_ymd(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?)).flatten()
    })
}

/// Adds records at the end of a file, making it where there is none. Two people who add at once wait for each other.
pub(crate) fn append(path: &Path, records: &[Judgement]) -> Result<(), Trouble> {
    let cannot = |error: std::io::Error| {
        Trouble::new(
            format!("add to {}", path.display()),
            error.to_string(),
            "Check that you may write there and that the disk is not full.",
        )
    };
    let mut file = File::options().read(true).append(true).create(true).open(path).map_err(cannot)?;
    file.lock().map_err(cannot)?;
    let mut text = String::new();
    file.read_to_string(&mut text).map_err(cannot)?;
    let headings = csv::ReaderBuilder::new().flexible(true).from_reader(text.trim_start_matches('\u{feff}').as_bytes()).headers().cloned();
    let headings = headings.ok().filter(|headings| !headings.is_empty());
    let mut added = String::new();
    match &headings {
        None => added.push_str(&format!("\u{feff}{}\r\n", COLUMNS.join(","))),
        Some(_) if !text.ends_with('\n') => added.push_str("\r\n"),
        Some(_) => {}
    }
    let headings = headings.unwrap_or_else(|| StringRecord::from(COLUMNS.to_vec()));
    if let Some(missing) = COLUMNS.iter().find(|column| !columns_of(&headings).contains_key(**column)) {
        let because = format!("line 1 has no column {missing}");
        return Err(Trouble::new(format!("add to {}", path.display()), because, "Add that column to its first line and try again."));
    }
    records.iter().for_each(|record| added.push_str(&line(record, &headings)));
    let before = text.len() as u64;
    file.write_all(added.as_bytes()).and_then(|()| file.sync_all()).map_err(|error| {
        // Half a line would be refused by every later run.
        let _ = file.set_len(before);
        cannot(error)
    })
}

fn line(record: &Judgement, headings: &StringRecord) -> String {
    let on = record.on.to_string();
    let name = |side: usize| {
        let name = &record.names[side];
        [Some(name.name.as_str()), name.body.as_deref(), name.supplier_number.as_deref()].map(Option::unwrap_or_default)
    };
    let ([name_a, body_a, id_a], [name_b, body_b, id_b]) = (name(0), name(1));
    let values = [on.as_str(), &record.by, record.answer.word(), name_a, body_a, id_a, name_b, body_b, id_b, &record.why];
    let value =
        |heading: &str| COLUMNS.iter().position(|column| heading.trim().eq_ignore_ascii_case(column)).map_or("", |place| values[place]);
    let cells: Vec<String> = headings.iter().map(|heading| csv_cell(value(heading).trim())).collect();
    format!("{}\r\n", cells.join(","))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn record(name: &str, why: &str) -> Judgement {
        Judgement {
            names: [
                JudgedName { name: name.to_string(), body: Some("aldford".to_string()), supplier_number: Some("0047".to_string()) },
                JudgedName::anywhere("Quince Catering Ltd"),
            ],
            answer: Answer::Same,
            by: "Kim Reed".to_string(),
            on: "2026-05-03".parse().expect("a day"),
            why: why.to_string(),
            source: Source { file: FILE_NAME.into(), sheet: None, line: 2 },
        }
    }

    fn read_back(path: &Path) -> Vec<Judgement> {
        understand(path, &text_of(path).unwrap().unwrap(), &Usual::default()).unwrap().all
    }

    #[test]
    fn what_is_added_is_read_back_as_it_was_and_what_stood_before_is_untouched() {
        let folder = tempfile::tempdir().unwrap();
        let path = path_in(folder.path());
        let first = record("=Quince, \"the\" Caterers Ltd", "One invoice\nnames both");
        append(&path, std::slice::from_ref(&first)).unwrap();
        let before = std::fs::read(&path).unwrap();
        let second = record("'Quince Caterers Ltd", "-");
        append(&path, std::slice::from_ref(&second)).unwrap();
        assert!(std::fs::read(&path).unwrap().starts_with(&before));
        let read: Vec<Judgement> =
            read_back(&path).into_iter().map(|record| Judgement { source: first.source.clone(), ..record }).collect();
        assert_eq!(read, [first, second]);
    }

    #[test]
    fn no_cell_of_the_file_can_start_a_formula() {
        let folder = tempfile::tempdir().unwrap();
        let path = path_in(folder.path());
        append(&path, &[record("=Quince Ltd", "+cmd")]).unwrap();
        let text = text_of(&path).unwrap().unwrap();
        assert!(text.contains(",'=Quince Ltd,") && text.contains(",'+cmd\r\n"), "{text}");
    }

    #[test]
    fn columns_in_another_order_and_a_missing_last_line_end_are_kept_to() {
        let folder = tempfile::tempdir().unwrap();
        let path = path_in(folder.path());
        let headings = "why,judgement,name_b,name_a,by,date,body_a,body_b,supplier_id_a,supplier_id_b,note";
        std::fs::write(&path, format!("{headings}\nSame website,different,Quince,Medlar Ltd,Ash Vale,03/05/2026,,,,,seen")).unwrap();
        append(&path, &[record("Quince Ltd", "Same VAT number")]).unwrap();
        let read = read_back(&path);
        assert_eq!((read[0].names[0].name.as_str(), read[0].on), ("Medlar Ltd", "2026-05-03".parse().unwrap()));
        assert_eq!((read[1].why.as_str(), read[1].source.line), ("Same VAT number", 3));
    }

    #[test]
    fn every_faulty_line_is_named_and_nothing_is_taken() {
        let text = "date,by,judgement,name_a,name_b,why\n\
            2026-05-03,Kim,smae,Quince Ltd,Medlar Ltd,x\n\
            2026-05-03,Kim,,Quince Ltd,Medlar Ltd,x\n\
            2026-02-31,Kim,same,Quince Ltd,Medlar Ltd,x\n\
            2026-05-03,Kim,same,Quince Ltd,quince  LTD,x\n\
            2026-05-03,Kim,same,Quince Ltd,Mrs J Exampleby,x\n\
            2026-05-03,Kim,same,Quince Ltd,Medlar Ltd,\n";
        let trouble = understand(Path::new("judgements.csv"), text, &Usual::default()).unwrap_err().to_string();
        for part in [
            "line 2: \"smae\" is not same, different or unsure",
            "line 4:",
            "line 5: both names are the same",
            "line 6: a name in it",
            "line 7: it does not say why",
        ] {
            assert!(trouble.contains(part), "{part} is not in {trouble}");
        }
        assert!(!trouble.contains("Exampleby") && !trouble.contains("line 3"), "{trouble}");
    }
}
