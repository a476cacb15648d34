//! Files of arrangements, in and out: an officer's spreadsheet, records, and whole copies.
//!
//! The rule: a file is tried first and shows what it would change; then all of it is entered, or nothing. Each arrangement in it is
//! asked for by itself, so a file opens no door that a form would not. A whole copy goes into an empty place, and makes the same place.

use std::io::Cursor;

use definitions::Trouble;
use intake::{Limits, PlainSheet, plain_sheets};
use permissions::Action;
use register::{
    Arrangement, Change, ColumnRead, Export, FORMAT, Note, Planned, Reading, RowRead, Sheet, SheetRow, dry_run, export, import, read_sheet,
    sheet_of, validate,
};
use store::Kept;

use crate::desk::{Desk, Entering, NotDone, Person, expected};
use crate::record_file::records;

/// The most rows of one spreadsheet.
const ROWS_AT_MOST: usize = 20_000;

/// The largest file, also once unpacked, in bytes.
const BYTES_AT_MOST: u64 = 64 << 20;

/// What a file of arrangements would change, as the register stood when it was tried.
#[derive(Clone, Debug, PartialEq)]
pub struct Tried {
    /// What each column was taken for; none for a file of records.
    pub columns: Vec<ColumnRead>,
    /// What each row would do, in the order of the file.
    pub rows: Vec<TriedRow>,
    /// What is wrong; with one of these nothing is entered.
    pub faults: Vec<Note>,
    /// What was supposed, left out or set aside.
    pub remarks: Vec<Note>,
}

/// A row, and which version of its record it would be entered over; 0 where it is new.
#[derive(Clone, Debug, PartialEq)]
pub struct TriedRow {
    /// What it would do.
    pub planned: Planned,
    seen: u32,
}

impl Tried {
    /// True where nothing is wrong, so that it can be entered.
    pub fn is_right(&self) -> bool {
        self.faults.is_empty()
    }

    /// How many rows are new, changed and the same.
    pub fn counts(&self) -> (usize, usize, usize) {
        let count = |wanted: fn(&Planned) -> bool| self.rows.iter().filter(|row| wanted(&row.planned)).count();
        (
            count(|row| matches!(row, Planned::New { .. })),
            count(|row| matches!(row, Planned::Changed { .. })),
            count(|row| matches!(row, Planned::Same { .. })),
        )
    }
}

impl Desk {
    /// Reads a file of arrangements (CSV, XLSX, XLS, ODS; TOML or JSON where its name says so), and says what it would change.
    /// Changes nothing.
    ///
    /// # Errors
    /// When the file cannot be read at all.
    pub fn try_file(&self, name: &str, bytes: &[u8]) -> Result<Tried, Trouble> {
        let readings = if is_of_records(name) { vec![self.records_read(name, bytes)?] } else { self.sheets_read(name, bytes)? };
        let standing = self.register()?;
        let mut tried = Tried { columns: Vec::new(), rows: Vec::new(), faults: Vec::new(), remarks: Vec::new() };
        for reading in readings {
            let plan = dry_run(standing.register(), &reading);
            let seen = |planned: &Planned| match planned {
                Planned::New { arrangement, .. } | Planned::Changed { arrangement, .. } => standing.version_of_arrangement(&arrangement.id),
                Planned::Same { arrangement, .. } => standing.version_of_arrangement(arrangement),
            };
            tried.rows.extend(plan.rows.into_iter().map(|planned| TriedRow { seen: seen(&planned), planned }));
            tried.faults.extend(plan.faults);
            tried.remarks.extend(reading.all_remarks().cloned());
            tried.columns.extend(reading.columns);
        }
        Ok(tried)
    }

    /// Enters what was tried, all of it or nothing.
    ///
    /// # Errors
    /// When something in it is wrong, they may not enter one of them, or a record was changed meanwhile.
    pub fn enter_file(&self, who: &Person, tried: &Tried, why: &str) -> Result<Vec<Kept>, NotDone> {
        let permitted = permissions::may(&who.asker, Action::ImportSheet, &[])?;
        if !tried.is_right() {
            return Err(NotDone::NotRight(tried.faults.iter().map(ToString::to_string).collect()));
        }
        let mut changes = Vec::new();
        for row in &tried.rows {
            if let Planned::New { arrangement, .. } | Planned::Changed { arrangement, .. } = &row.planned {
                changes.push(self.entering(who, arrangement, row.seen)?);
            }
        }
        if changes.is_empty() { Ok(Vec::new()) } else { self.enter(&permitted, &who.author, why, &changes) }
    }

    /// The published arrangements as a file: `.csv`, `.xlsx` or `.json` by the end of `name`.
    ///
    /// # Errors
    /// When the name ends otherwise, or the register cannot be read.
    pub fn export_published(&self, name: &str) -> Result<Vec<u8>, Trouble> {
        let standing = self.register()?;
        let register = standing.register();
        if name.ends_with(".json") {
            let published: Vec<&Arrangement> = register.published().map(register::Record::arrangement).collect();
            return serde_json::to_vec_pretty(&published).map_err(|error| unwritten(name, &error.to_string()));
        }
        let mut rows = sheet_of(register, self.today()).rows.into_iter().map(|row| row.cells);
        let headings = rows.next().unwrap_or_default();
        let rows: Vec<Vec<String>> = rows.collect();
        match name.rsplit_once('.').map(|(_, ending)| ending) {
            Some("csv") => Ok(pages::rows_csv(&headings, &rows)),
            Some("xlsx") => pages::rows_xlsx("Arrangements", &headings, &rows, self.today()),
            _ => Err(unwritten(name, "its name ends neither with .csv nor with .xlsx or .json")),
        }
    }

    /// Everything that was ever entered.
    ///
    /// # Errors
    /// When they may not, or the log cannot be read.
    pub fn export_everything(&self, who: &Person) -> Result<Export, NotDone> {
        permissions::may(&who.asker, Action::ExportEverything, &[])?;
        Ok(export(self.register()?.register()))
    }

    /// Enters a whole copy into this place, which must be empty: the same entries, by the same people at the same moments, all or
    /// none. Gives the number of the last one.
    ///
    /// # Errors
    /// When they may not, the copy has a gap, or this place is not empty.
    pub fn import_everything(&self, who: &Person, copy: &Export) -> Result<u64, NotDone> {
        permissions::may(&who.asker, Action::ImportEverything, &[])?;
        let entries = {
            let standing = self.register()?;
            import(copy, standing.register())?
        };
        self.store().append_as_made(&entries)?;
        Ok(self.register()?.register().last_number())
    }

    fn records_read(&self, name: &str, bytes: &[u8]) -> Result<Reading, Trouble> {
        let text = std::str::from_utf8(bytes).map_err(|error| {
            Trouble::new(format!("read {name}"), format!("it is not UTF-8 text: {error}"), "Save it as UTF-8 and try again.")
        })?;
        let standing = self.register()?;
        let directory = standing.register().directory();
        let row = |arrangement: Arrangement| {
            let line = line_of(text, arrangement.id.as_str());
            let note = |fault: register::Fault| Note {
                line,
                heading: fault.field.words().to_string(),
                seen: String::new(),
                sentence: fault.sentence,
            };
            let faults: Vec<Note> = validate(&arrangement, directory).into_iter().map(note).collect();
            RowRead { line, arrangement: Some(arrangement), remarks: Vec::new(), faults }
        };
        let rows = records(name, text)?.into_iter().map(row).collect();
        Ok(Reading { sheet: name.to_string(), rows, ..Reading::default() })
    }

    /// Every sheet of a workbook that has headings which are known; where none has, the first says what is wrong with it.
    fn sheets_read(&self, name: &str, bytes: &[u8]) -> Result<Vec<Reading>, Trouble> {
        let limits = Limits { text_bytes: BYTES_AT_MOST, unpacked_bytes: BYTES_AT_MOST, ..Limits::default() };
        let sheets = plain_sheets(name, &mut Cursor::new(bytes.to_vec()), &limits, ROWS_AT_MOST)?;
        if sheets.is_empty() {
            return Err(Trouble::new(format!("read {name}"), "it has no row with anything in it", "Give a table with a row of headings."));
        }
        let standing = self.register()?;
        let read = |sheet: PlainSheet| {
            let rows = sheet.rows.into_iter().map(|(line, cells)| SheetRow { line, cells }).collect();
            let called = sheet.name.unwrap_or_else(|| name.to_string());
            let mut reading = read_sheet(&Sheet { name: called, rows }, standing.register(), self.today());
            let repaired = |sentence: String| Note { line: 1, heading: String::new(), seen: String::new(), sentence };
            reading.remarks.extend(sheet.remarks.into_iter().map(repaired));
            reading
        };
        let mut readings: Vec<Reading> = sheets.into_iter().map(read).collect();
        if readings.iter().any(|reading| reading.faults.is_empty()) {
            readings.retain(|reading| reading.faults.is_empty());
        } else {
            readings.truncate(1);
        }
        Ok(readings)
    }

    fn entering(&self, who: &Person, arrangement: &Arrangement, seen: u32) -> Result<Entering, NotDone> {
        let about = self.about(arrangement)?;
        let is_new = self.register()?.register().record(&arrangement.id).is_none();
        permissions::may(&who.asker, if is_new { Action::Publish } else { Action::Correct }, &about)?;
        let change = Change::Published(Box::new(arrangement.clone()));
        Ok(Entering { action: Action::ImportSheet, about: Vec::new(), change, expects: expected(seen) })
    }
}

/// The whole copy that a file holds; `None` where it is something else.
///
/// # Errors
/// When it says that it is a whole copy, and is not.
pub fn whole_copy(name: &str, bytes: &[u8]) -> Result<Option<Export>, Trouble> {
    let opening = bytes.get(..bytes.len().min(200)).unwrap_or_default();
    let says_so = String::from_utf8_lossy(opening).contains(&format!("\"{FORMAT}\""));
    if !says_so {
        return Ok(None);
    }
    serde_json::from_slice(bytes).map(Some).map_err(|error| {
        Trouble::new(format!("read the whole copy {name}"), error.to_string(), "It was cut short or changed: export it again.")
    })
}

/// The line in which an id is first written, from 1; the first line where it is written in another way.
fn line_of(text: &str, id: &str) -> u32 {
    let before = text.find(&format!("\"{id}\"")).map_or(0, |at| text[..at].matches('\n').count());
    u32::try_from(before + 1).unwrap_or(u32::MAX)
}

fn is_of_records(name: &str) -> bool {
    let name = name.to_lowercase();
    name.ends_with(".toml") || name.ends_with(".json")
}

fn unwritten(name: &str, because: &str) -> Trouble {
    Trouble::new(format!("write {name}"), because, "Name a file that ends with .csv, .xlsx or .json.")
}

#[cfg(test)]
mod tests {
    use std::io::Write as _;

    use permissions::Role;

    use super::*;
    use crate::made_up::{made_up, person};

    const SHEET: &str =
        "Title,Partners,Kind,Start date,Annual saving\nOne depot,Ashby Council; Beckton Council,Co-location,April 2024,\u{a3}20k\n";

    #[test]
    fn a_spreadsheet_is_tried_without_a_change_then_entered_and_then_says_nothing_new() {
        let place = made_up();
        let kim = Person::at_the_terminal("Kim");
        let tried = place.desk.try_file("list.csv", SHEET.as_bytes()).expect("a table");
        assert_eq!((tried.counts(), &tried.faults), ((1, 0, 0), &Vec::new()));
        assert_eq!(place.desk.register().expect("open").register().last_number(), 0);
        place.desk.enter_file(&kim, &tried, "From the list of 2024.").expect("it is right");
        let again = place.desk.try_file("list.csv", &place.desk.export_published("list.csv").expect("a file")).expect("a table");
        assert_eq!((again.counts(), &again.faults), ((0, 0, 1), &Vec::new()));
        assert_eq!(place.desk.enter_file(&kim, &again, "Again.").expect("nothing to do").len(), 0);
    }

    #[test]
    fn an_owner_of_one_body_cannot_enter_another_bodys_arrangement_with_a_file() {
        let place = made_up();
        let tried = place.desk.try_file("list.csv", SHEET.as_bytes()).expect("a table");
        let refused = place.desk.enter_file(&person(Role::Owner, "corley"), &tried, "Mine now.");
        assert!(matches!(refused, Err(NotDone::Refused(_))), "{refused:?}");
        assert_eq!(place.desk.register().expect("open").register().last_number(), 0);
    }

    #[test]
    fn a_file_with_one_wrong_row_enters_nothing_and_names_the_line() {
        let place = made_up();
        let wrong = format!("{SHEET}Two depots,Atlantis Council,Co-location,April 2024,\n");
        let tried = place.desk.try_file("list.csv", wrong.as_bytes()).expect("a table");
        assert!(tried.faults.iter().any(|fault| fault.line == 3 && fault.to_string().contains("Atlantis")), "{:?}", tried.faults);
        let refused = place.desk.enter_file(&Person::at_the_terminal("Kim"), &tried, "Try.");
        assert!(matches!(refused, Err(NotDone::NotRight(_))), "{refused:?}");
        assert_eq!(place.desk.register().expect("open").register().last_number(), 0);
    }

    #[test]
    fn who_tried_a_file_before_somebody_else_entered_the_same_is_told() {
        let place = made_up();
        let kim = Person::at_the_terminal("Kim");
        let tried = place.desk.try_file("list.csv", SHEET.as_bytes()).expect("a table");
        place.desk.enter_file(&kim, &tried, "First.").expect("it is right");
        let overtaken = place.desk.enter_file(&kim, &tried, "Second.");
        assert!(matches!(overtaken, Err(NotDone::Overtaken(_))), "{overtaken:?}");
    }

    #[test]
    fn a_whole_copy_makes_the_same_place_with_the_same_digests() {
        let (from, into) = (made_up(), made_up());
        let kim = Person::at_the_terminal("Kim");
        let tried = from.desk.try_file("list.csv", SHEET.as_bytes()).expect("a table");
        from.desk.enter_file(&kim, &tried, "From the list.").expect("it is right");
        let text = serde_json::to_vec(&from.desk.export_everything(&kim).expect("they may")).expect("plain data");
        let copy = whole_copy("copy.json", &text).expect("it is one").expect("it says so");
        assert_eq!(into.desk.import_everything(&kim, &copy), Ok(1));
        let digest = |desk: &Desk| desk.store().entries_after(0, 10).expect("one").pop().map(|kept| kept.digest);
        assert_eq!(digest(&from.desk), digest(&into.desk));
        assert!(into.desk.import_everything(&kim, &copy).is_err(), "a second time the place is not empty");
    }

    #[test]
    fn both_examples_are_entered_whole_with_nothing_to_be_said_against_them() {
        for (example, known) in [("westmarch", 25), ("in-the-news", 11)] {
            let folder = tempfile::tempdir().expect("a temporary folder");
            let of_example = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples").join(example);
            std::fs::copy(of_example.join("place.toml"), folder.path().join("place.toml")).expect("the example has a place");
            let desk = crate::made_up::open(folder.path());
            let bytes = std::fs::read(of_example.join("arrangements.toml")).expect("the example has arrangements");
            let tried = desk.try_file("arrangements.toml", &bytes).expect("records");
            assert_eq!((tried.counts(), &tried.faults), ((known, 0, 0), &Vec::new()), "{example}");
            let kept = desk.enter_file(&Person::at_the_terminal("Kim"), &tried, "The example.").expect("they are right");
            assert_eq!(kept.len(), known, "{example}");
        }
    }

    #[test]
    fn what_is_no_file_of_arrangements_is_refused_and_nothing_is_entered() {
        let place = made_up();
        for (name, bytes) in
            [("a.csv", &b""[..]), ("a.csv", b"Name\nx\n"), ("a.xlsx", b"PK\x03\x04cut"), ("a.json", b"{"), ("a.toml", b"\xff")]
        {
            let tried = place.desk.try_file(name, bytes);
            assert!(tried.as_ref().map_or(true, |tried| !tried.is_right()), "{name}: {tried:?}");
        }
    }

    #[test]
    fn a_workbook_that_unpacks_to_far_more_than_it_weighs_is_refused() {
        let made = made_up();
        let mut packed = flate2::write::DeflateEncoder::new(Vec::new(), flate2::Compression::best());
        packed.write_all(&vec![b' '; 80 << 20]).expect("memory");
        let bomb = zip_of_one("xl/workbook.xml", &packed.finish().expect("memory"), 80 << 20);
        assert!(bomb.len() < 1 << 20, "it weighs little: {}", bomb.len());
        made.desk.try_file("bomb.xlsx", &bomb).expect_err("it is refused");
    }

    /// An archive of one member that is already packed (PKWARE APPNOTE 4.3.7, 4.3.12, 4.3.16).
    fn zip_of_one(name: &str, packed: &[u8], size: u32) -> Vec<u8> {
        let (name_length, packed_length) = (name.len() as u16, packed.len() as u32);
        let mut about = Vec::new();
        about.extend([20, 0, 0, 0, 8, 0, 0, 0, 0, 0]);
        about.extend([0; 4]);
        about.extend(packed_length.to_le_bytes());
        about.extend(size.to_le_bytes());
        about.extend(name_length.to_le_bytes());
        about.extend([0, 0]);
        let mut zip = b"PK\x03\x04".to_vec();
        zip.extend(&about);
        zip.extend(name.as_bytes());
        zip.extend(packed);
        let directory_at = zip.len() as u32;
        zip.extend(b"PK\x01\x02\x14\x00");
        zip.extend(&about);
        zip.extend([0; 14]);
        zip.extend(name.as_bytes());
        let directory_length = zip.len() as u32 - directory_at;
        zip.extend(b"PK\x05\x06\x00\x00\x00\x00\x01\x00\x01\x00");
        zip.extend(directory_length.to_le_bytes());
        zip.extend(directory_at.to_le_bytes());
        zip.extend([0, 0]);
        zip
    }
}
