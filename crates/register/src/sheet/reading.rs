//! A sheet read: its headings found, its columns understood, each row made into an arrangement.
//!
//! The rule: every row that is not blank is taken, set aside with a remark, or refused with its line and column. Reading stops at
//! two hundred refused rows, since nothing of such a sheet is taken, and says so. The register it is read beside is not changed.

use std::collections::{BTreeMap, BTreeSet};

use definitions::{ArrangementId, Day, slug};

use super::at_cell::in_column;
use super::columns::words;
use super::headings::{ColumnRead, MOST_COLUMNS, ROWS_TO_A_HEADING, column_of, doubled, heading_row};
use super::row::RowReader;
use super::writing::{Names, cells_of};
use super::{Column, Note, Sheet, SheetRow, seen};
use crate::faults::visible;
use crate::{Arrangement, Kind, NoFigure, PriceOfLeaving, Record, Register, Savings, cleaned, validate};

/// What a sheet was read as.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Reading {
    /// The name of the sheet.
    pub sheet: String,
    /// What each column was taken for, from the left.
    pub columns: Vec<ColumnRead>,
    /// Every row that was taken or refused.
    pub rows: Vec<RowRead>,
    /// Rows that were set aside, and other things to be said of the sheet.
    pub remarks: Vec<Note>,
    /// What is wrong with the sheet as a whole.
    pub faults: Vec<Note>,
}

/// One row.
#[derive(Clone, Debug, PartialEq)]
pub struct RowRead {
    /// Its line.
    pub line: u32,
    /// What it says, over what the register has; `None` where it is refused.
    pub arrangement: Option<Arrangement>,
    /// What was supposed or left out.
    pub remarks: Vec<Note>,
    /// Why it is refused.
    pub faults: Vec<Note>,
}

impl Reading {
    /// Everything that is wrong, of the sheet and of its rows.
    pub fn all_faults(&self) -> impl Iterator<Item = &Note> {
        self.faults.iter().chain(self.rows.iter().flat_map(|row| &row.faults))
    }

    /// Everything that was supposed, left out or set aside.
    pub fn all_remarks(&self) -> impl Iterator<Item = &Note> {
        self.remarks.iter().chain(self.rows.iter().flat_map(|row| &row.remarks))
    }
}

/// Reads a sheet that tells of the day `told_on`, beside what the register has.
pub fn read_sheet(sheet: &Sheet, register: &Register, told_on: Day) -> Reading {
    let mut reading = Reading { sheet: sheet.name.clone(), ..Reading::default() };
    let Some(place) = heading_row(&sheet.rows) else {
        let sentence = format!(
            "None of the first {ROWS_TO_A_HEADING} rows has headings that are known. Give it a row of headings such as “Title” and “Partners”."
        );
        reading.faults.push(of_row(sheet.rows.first().map_or(1, |row| row.line), sentence));
        return reading;
    };
    for row in sheet.rows[..place].iter().filter(|row| !is_blank(row)) {
        reading.remarks.push(of_row(row.line, "It stands above the headings and is left out.".to_string()));
    }
    let heading = &sheet.rows[place];
    reading.columns = heading.cells.iter().take(MOST_COLUMNS).map(|cell| column_of(cell)).collect();
    reading.faults = doubled(&reading.columns, heading.line);
    if reading.faults.is_empty() {
        Rows::new(register, told_on, sheet).read(&sheet.rows[place + 1..], &mut reading);
    }
    reading
}

const MOST_ROWS: usize = 20_000;
const MOST_REFUSED: usize = 200;
const LONGEST_CELL: usize = 20_000;

/// Reads row after row, knowing which references were met.
struct Rows<'a> {
    register: &'a Register,
    told_on: Day,
    sheet: &'a str,
    names: Names,
    by_title: BTreeMap<String, Vec<&'a Arrangement>>,
    met: BTreeSet<ArrangementId>,
}

impl<'a> Rows<'a> {
    fn new(register: &'a Register, told_on: Day, sheet: &'a Sheet) -> Rows<'a> {
        let mut by_title: BTreeMap<String, Vec<&Arrangement>> = BTreeMap::new();
        for said in register.published().map(Record::arrangement) {
            by_title.entry(words(&said.title)).or_default().push(said);
        }
        Rows { register, told_on, sheet: &sheet.name, names: Names::of(register), by_title, met: BTreeSet::new() }
    }

    fn read(&mut self, rows: &[SheetRow], reading: &mut Reading) {
        let (mut refused, mut blank) = (0, 0);
        let rows_from = rows.first().map_or(1, |row| row.line);
        for (place, row) in rows.iter().enumerate() {
            if place >= MOST_ROWS || refused >= MOST_REFUSED {
                let sentence = if refused >= MOST_REFUSED {
                    format!("Reading stopped here with {refused} rows refused. Mend those first.")
                } else {
                    format!("The sheet has more than {MOST_ROWS} rows. Part it into several.")
                };
                reading.faults.push(of_row(row.line, sentence));
                break;
            }
            if is_blank(row) {
                blank += 1;
                continue;
            }
            match self.row(row, reading) {
                Some(read) => {
                    refused += usize::from(!read.faults.is_empty());
                    reading.rows.push(read);
                }
                None => reading.remarks.push(of_row(row.line, "It is a total or a repeated heading, and is left out.".to_string())),
            }
        }
        if blank > 0 {
            let rows = if blank == 1 { "1 blank row was".to_string() } else { format!("{blank} blank rows were") };
            reading.remarks.push(of_row(rows_from, format!("{rows} left out.")));
        }
    }

    /// One row that is not blank; `None` where it is no arrangement.
    fn row(&mut self, row: &SheetRow, reading: &Reading) -> Option<RowRead> {
        let mut cells: BTreeMap<Column, (String, String)> = BTreeMap::new();
        let mut faults = Vec::new();
        for (read, cell) in reading.columns.iter().zip(&row.cells) {
            if cell.chars().nth(LONGEST_CELL).is_some() {
                let sentence = format!("The cell is longer than {LONGEST_CELL} characters. Shorten it.");
                faults.push(Note { line: row.line, heading: read.heading.clone(), seen: seen(cell), sentence });
            } else if let Some(column) = read.column.filter(|_| !cell.trim().is_empty()) {
                cells.insert(column, (read.heading.clone(), cell.clone()));
            }
        }
        let beyond = row.cells.iter().skip(reading.columns.len()).any(|cell| !cell.trim().is_empty());
        if beyond {
            faults.push(of_row(row.line, "It has cells beyond the last heading. Give their column a heading, or empty them.".to_string()));
        }
        if !faults.is_empty() {
            return Some(RowRead { line: row.line, arrangement: None, remarks: Vec::new(), faults });
        }
        if is_no_arrangement(&cells) {
            return None;
        }
        Some(self.arrangement(row.line, &cells))
    }

    fn arrangement(&mut self, line: u32, cells: &BTreeMap<Column, (String, String)>) -> RowRead {
        let known = self.known_by_reference(cells);
        let mut reader = self.reader(line, cells, known);
        let mut said = known.cloned().unwrap_or_else(blank);
        reader.apply(&mut said);
        if known.is_none() {
            if let Some(same) = self.known_by_title_and_bodies(&said, cells) {
                reader = self.reader(line, cells, Some(same));
                said = same.clone();
                reader.apply(&mut said);
                reader.remark(Column::Title, "The register has it under this title with the same bodies; the row is read as that one.");
            } else {
                said.id = self.new_id(cells, &mut reader);
            }
        }
        for done in cleaned(&mut said) {
            reader.remark_row(&done.sentence);
        }
        let (remarks, mut faults) = (reader.remarks, reader.faults);
        if !self.met.insert(said.id.clone()) {
            let sentence = format!("Another row above is “{}” too. Keep one of them.", said.id);
            faults.push(Note { line, heading: Column::Reference.heading().to_string(), seen: said.id.to_string(), sentence });
        }
        if faults.is_empty() {
            faults = validate(&said, self.register.directory())
                .into_iter()
                .map(|fault| in_column(line, fault.field, fault.sentence, cells))
                .collect();
        }
        let arrangement = faults.is_empty().then_some(said);
        RowRead { line, arrangement, remarks, faults }
    }

    fn reader<'b>(&'b self, line: u32, cells: &'b BTreeMap<Column, (String, String)>, known: Option<&Arrangement>) -> RowReader<'b> {
        let directory = self.register.directory();
        let known = known.map(|known| cells_of(known, &self.names, self.told_on)).unwrap_or_default();
        RowReader { line, directory, told_on: self.told_on, sheet: self.sheet, cells, known, remarks: Vec::new(), faults: Vec::new() }
    }

    fn known_by_reference(&self, cells: &BTreeMap<Column, (String, String)>) -> Option<&'a Arrangement> {
        let (_, reference) = cells.get(&Column::Reference)?;
        self.register.arrangement(&ArrangementId::new(&slug(&visible(reference).0)))
    }

    /// Without a reference, the one of the same title among the same bodies.
    fn known_by_title_and_bodies(&self, said: &Arrangement, cells: &BTreeMap<Column, (String, String)>) -> Option<&'a Arrangement> {
        if cells.contains_key(&Column::Reference) {
            return None;
        }
        let bodies = |said: &Arrangement| said.parties_on(self.told_on).into_iter().map(|party| party.body).collect::<BTreeSet<_>>();
        let wanted = bodies(said);
        self.by_title.get(&words(&said.title))?.iter().copied().find(|known| bodies(known) == wanted)
    }

    /// By its reference, or by its title with a number where that is taken.
    fn new_id(&self, cells: &BTreeMap<Column, (String, String)>, reader: &mut RowReader<'_>) -> ArrangementId {
        let told = |column: Column| cells.get(&column).map(|(_, cell)| slug(&visible(cell).0)).filter(|id| !id.is_empty() && id.is_ascii());
        let is_only_a_number = |id: &String| id.bytes().all(|byte| byte.is_ascii_digit());
        if let Some(reference) = told(Column::Reference).filter(|id| !is_only_a_number(id)) {
            return ArrangementId::new(&reference);
        }
        let title: String = told(Column::Title).unwrap_or_else(|| format!("line-{}", reader.line)).chars().take(80).collect();
        let title = title.trim_end_matches('-');
        let is_free = |id: &ArrangementId| self.register.record(id).is_none() && !self.met.contains(id);
        let numbered = std::iter::once(title.to_string()).chain((2..).map(|number| format!("{title}-{number}")));
        let id = numbered.map(|id| ArrangementId::new(&id)).find(is_free).expect("there is always a number that is free");
        reader.remark_row(&format!("It is given the reference “{id}”."));
        id
    }
}

fn is_blank(row: &SheetRow) -> bool {
    row.cells.iter().all(|cell| cell.trim().is_empty())
}

/// A total below the rows, or the headings once more.
fn is_no_arrangement(cells: &BTreeMap<Column, (String, String)>) -> bool {
    let is_heading = cells.len() > 1 && cells.values().all(|(heading, cell)| words(heading) == words(cell));
    let first = cells.get(&Column::Title).or_else(|| cells.get(&Column::Reference));
    let is_total = first.is_some_and(|(_, cell)| matches!(words(cell).as_str(), "total" | "totals" | "grand total" | "total savings"));
    is_heading || (is_total && !cells.contains_key(&Column::Partners))
}

fn of_row(line: u32, sentence: String) -> Note {
    Note { line, heading: String::new(), seen: String::new(), sentence }
}

/// An arrangement of which nothing is said yet.
fn blank() -> Arrangement {
    Arrangement {
        id: ArrangementId::new(""),
        title: String::new(),
        summary: String::new(),
        services: Vec::new(),
        service_list_ids: Vec::new(),
        parties: Vec::new(),
        kind: Kind::Other,
        legal_form: String::new(),
        aims: Vec::new(),
        happenings: Vec::new(),
        agreed_until: None,
        reviews: Vec::new(),
        break_terms: String::new(),
        price_of_leaving: PriceOfLeaving::NotSaid,
        lead_member: None,
        lead_officer: None,
        savings: Savings::NoFigure(NoFigure::NotInSource),
        sources: Vec::new(),
        found_as: None,
    }
}
