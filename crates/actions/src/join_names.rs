//! Join a list of names: the supplier kernel on its own.
//!
//! The rule: every row in gets one row out, in the same order, under the same id. A file with a missing column,
//! an empty file or an id that stands twice is refused with its line, before anything is written.

use std::collections::HashMap;
use std::path::Path;

use csv::StringRecord;
use definitions::Trouble;
use suppliers::{Party, Settings};

use crate::listener::{Listener, Stage};
use crate::outputs::csv_cell;
use crate::reading::stopped;

/// What came of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct JoinedNames {
    /// Names read.
    pub names: usize,
    /// Suppliers they are.
    pub suppliers: usize,
}

/// Reads `id,name` and, where they are there, `postcode,body,supplier_id,company_number,vat_number,charity_number`; writes
/// `id,cluster`, or `id,cluster,why` where `tell_why`.
///
/// # Errors
/// When the input cannot be read as that, or the output cannot be written.
pub fn join_names(
    input: &Path,
    output: &Path,
    settings: &Settings,
    tell_why: bool,
    listener: &dyn Listener,
) -> Result<JoinedNames, Trouble> {
    listener.begins(Stage::Names, 0);
    let table = NamesTable::read(input)?;
    let parties: Vec<Party<'_>> = table.rows.iter().map(|row| table.party(row)).collect();
    let resolution = suppliers::resolve(&parties, settings, &|_| listener.advances(0)).ok_or_else(stopped)?;
    let mut why = vec![String::new(); if tell_why { parties.len() } else { 0 }];
    if tell_why {
        resolution.joins.iter().for_each(|join| {
            let row = &mut why[join.b.max(join.a) as usize];
            if !row.is_empty() {
                row.push(' ');
            }
            row.push_str(&join.why);
        });
    }
    let mut text = String::from(if tell_why { "id,cluster,why\n" } else { "id,cluster\n" });
    for (place, row) in table.rows.iter().enumerate() {
        let id = table.cell(row, table.id).unwrap_or_default();
        text.push_str(&csv_cell(id));
        text.push_str(&format!(",{}", resolution.cluster_of[place]));
        if tell_why {
            text.push(',');
            text.push_str(&csv_cell(&why[place]));
        }
        text.push('\n');
    }
    evidence::write_whole(output, text.as_bytes())?;
    let suppliers = resolution.cluster_of.iter().max().map_or(0, |last| *last as usize + 1);
    Ok(JoinedNames { names: parties.len(), suppliers })
}

struct NamesTable {
    rows: Vec<StringRecord>,
    columns: HashMap<String, usize>,
    id: usize,
    name: usize,
}

impl NamesTable {
    fn read(path: &Path) -> Result<NamesTable, Trouble> {
        let wrong = |because: String, try_next: &str| Trouble::new(format!("read names from {}", path.display()), because, try_next);
        let shape = "The first line must hold the headings id and name; postcode, body, supplier_id, company_number, vat_number and charity_number may follow.";
        let mut reader =
            csv::ReaderBuilder::new().flexible(true).from_path(path).map_err(|error| wrong(error.to_string(), "Check the spelling."))?;
        let headings = reader.headers().map_err(|error| wrong(error.to_string(), shape))?.clone();
        if headings.is_empty() {
            return Err(wrong("the file is empty".to_string(), shape));
        }
        let plain = |heading: &str| heading.trim().trim_start_matches('\u{feff}').to_lowercase();
        let columns: HashMap<String, usize> = headings.iter().enumerate().map(|(place, heading)| (plain(heading), place)).collect();
        let column =
            |wanted: &str| columns.get(wanted).copied().ok_or_else(|| wrong(format!("there is no column {wanted} on line 1"), shape));
        let (id, name) = (column("id")?, column("name")?);
        let rows: Result<Vec<StringRecord>, csv::Error> = reader.records().collect();
        let rows = rows.map_err(|error| wrong(error.to_string(), "Save it as CSV in UTF-8 and try again."))?;
        let table = NamesTable { rows, columns, id, name };
        table.check_ids().map_err(|because| wrong(because, "Every line needs an id of its own."))?;
        Ok(table)
    }

    fn check_ids(&self) -> Result<(), String> {
        if self.rows.is_empty() {
            return Err("there are headings and no names".to_string());
        }
        let mut seen: HashMap<&str, u64> = HashMap::with_capacity(self.rows.len());
        for (place, row) in self.rows.iter().enumerate() {
            let line = row.position().map_or(place as u64 + 2, csv::Position::line);
            let id = self.cell(row, self.id).ok_or_else(|| format!("line {line} has no id"))?;
            if let Some(before) = seen.insert(id, line) {
                return Err(format!("the id {id:?} stands on line {before} and again on line {line}"));
            }
        }
        Ok(())
    }

    fn cell<'a>(&self, row: &'a StringRecord, column: usize) -> Option<&'a str> {
        row.get(column).map(str::trim).filter(|cell| !cell.is_empty())
    }

    fn party<'a>(&self, row: &'a StringRecord) -> Party<'a> {
        let other = |name: &str| self.columns.get(name).and_then(|column| self.cell(row, *column));
        Party {
            name: self.cell(row, self.name).unwrap_or_default(),
            body: other("body"),
            supplier_number: other("supplier_id"),
            company_number: other("company_number"),
            vat_number: other("vat_number"),
            charity_number: other("charity_number"),
            postcode: other("postcode"),
        }
    }
}
