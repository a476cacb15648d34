//! Spreadsheets and whole copies: what an officer keeps in a table comes in, and everything goes out again.
//!
//! The rule: a file is tried first and says what it would change; then all of it is entered, or nothing. Each arrangement in it is
//! asked for by itself. A whole copy goes into an empty place only, and makes the same place.

use std::collections::BTreeMap;
use std::io::Cursor;

use definitions::{ArrangementId, Trouble};
use intake::{Limits, PlainSheet, plain_sheets};
use permissions::Action;
use register::{
    Arrangement, Change, Export, Note, Plan, Planned, Reading, Register, RowRead, Sheet, SheetRow, dry_run, read_sheet, validate,
};
use store::Kept;

use crate::desk::{Desk, Entering, NotDone, Person, expected};
use crate::record_file::records;

/// The most rows of one spreadsheet.
const ROWS_AT_MOST: usize = 20_000;

/// The largest spreadsheet once unpacked, in bytes.
const BYTES_AT_MOST: u64 = 64 << 20;

/// What a file of arrangements would change.
#[derive(Clone, Debug, PartialEq)]
pub struct Tried {
    /// How the file was read: its columns, its rows, and what is to be said of them.
    pub reading: Reading,
    /// What it would change; with a fault nothing can be entered.
    pub plan: Plan,
    /// The version of each arrangement that would be changed, as it was when the file was tried.
    versions: BTreeMap<ArrangementId, u32>,
}

impl Tried {
    /// How many arrangements would be published, for the first time or in a new version.
    pub fn count(&self) -> usize {
        let (new, changed, _) = self.plan.counts();
        new + changed
    }
}

impl Desk {
    /// Reads a file of arrangements, CSV, XLSX, XLS, ODS, TOML or JSON, and says what it would change. Changes nothing.
    ///
    /// # Errors
    /// When the file cannot be read at all.
    pub fn try_file(&self, name: &str, bytes: &[u8]) -> Result<Tried, Trouble> {
        let ending = name.rsplit('.').next().unwrap_or_default().to_lowercase();
        let is_of_records = ending == "toml" || ending == "json";
        let sheets = if is_of_records { Vec::new() } else { sheets(name, bytes)? };
        let standing = self.register()?;
        let register = standing.register();
        let reading = if is_of_records {
            reading_of_records(name, bytes, register)?
        } else {
            read_one_of(name, sheets, |sheet| read_sheet(sheet, register, self.today()))
        };
        let plan = dry_run(register, &reading);
        let changed = plan.rows.iter().filter_map(published);
        let versions = changed.map(|said| (said.id.clone(), standing.version_of_arrangement(&said.id))).collect();
        Ok(Tried { reading, plan, versions })
    }

    /// Enters what was tried, all of it or nothing.
    ///
    /// # Errors
    /// When a row is not right, they may not enter one of them, or a record was changed since the file was tried.
    pub fn enter_file(&self, who: &Person, tried: &Tried, why: &str) -> Result<Vec<Kept>, NotDone> {
        let import = permissions::may(&who.asker, Action::ImportSheet, &[])?;
        if !tried.plan.faults.is_empty() {
            return Err(NotDone::NotRight(tried.plan.faults.iter().map(Note::to_string).collect()));
        }
        let mut changes = Vec::new();
        for said in tried.plan.rows.iter().filter_map(published) {
            changes.push(self.entering(who, said, tried.versions.get(&said.id).copied().unwrap_or(0))?);
        }
        if changes.is_empty() {
            return Ok(Vec::new());
        }
        self.enter(&import, &who.author, why, &changes)
    }

    fn entering(&self, who: &Person, said: &Arrangement, seen: u32) -> Result<Entering, NotDone> {
        let about = self.about(said)?;
        let action = if seen == 0 { Action::Publish } else { Action::Correct };
        permissions::may(&who.asker, action, &about)?;
        crate::arrangements::right(validate(said, self.register()?.register().directory()))?;
        let change = Change::Published(Box::new(said.clone()));
        Ok(Entering { action: Action::ImportSheet, about: Vec::new(), change, expects: expected(seen) })
    }

    /// Everything that was ever entered.
    ///
    /// # Errors
    /// When they may not, or the log cannot be read.
    pub fn export_everything(&self, who: &Person) -> Result<Export, NotDone> {
        permissions::may(&who.asker, Action::ExportEverything, &[])?;
        Ok(register::export(self.register()?.register()))
    }

    /// Enters a whole copy into this place, which must be empty: the same entries, by the same people at the same moments.
    ///
    /// # Errors
    /// When they may not, the copy is damaged, or this place is not empty.
    pub fn import_everything(&self, who: &Person, copy: &Export) -> Result<u64, NotDone> {
        permissions::may(&who.asker, Action::ImportEverything, &[])?;
        let entries = register::import(copy, self.register()?.register())?;
        self.store().append_as_made(&entries)?;
        Ok(self.register()?.register().last_number())
    }

    /// The published arrangements as a file: `.csv`, `.xlsx` or `.json` by the end of `name`.
    ///
    /// # Errors
    /// When the name ends otherwise, or the register cannot be read.
    pub fn export_published(&self, name: &str) -> Result<Vec<u8>, Trouble> {
        let standing = self.register()?;
        let register = standing.register();
        let unwritten = |because: &str| Trouble::new(format!("write {name}"), because, "Name a file that ends with .csv, .xlsx or .json.");
        if name.ends_with(".json") {
            let published: Vec<&Arrangement> = register.published().map(register::Record::arrangement).collect();
            return serde_json::to_vec_pretty(&published).map_err(|error| unwritten(&error.to_string()));
        }
        let mut rows = register::sheet_of(register, self.today()).rows.into_iter().map(|row| row.cells);
        let headings = rows.next().unwrap_or_default();
        let rows: Vec<Vec<String>> = rows.collect();
        match name.rsplit_once('.').map(|(_, ending)| ending) {
            Some("csv") => Ok(pages::rows_csv(&headings, &rows)),
            Some("xlsx") => pages::rows_xlsx("Arrangements", &headings, &rows),
            _ => Err(unwritten("its name ends neither with .csv nor with .xlsx or .json")),
        }
    }
}

/// The whole copy that a file holds; `None` where it is something else.
///
/// # Errors
/// When it says that it is a whole copy, and is not.
pub fn whole_copy(name: &str, bytes: &[u8]) -> Result<Option<Export>, Trouble> {
    let opening = bytes.get(..bytes.len().min(200)).unwrap_or_default();
    if !String::from_utf8_lossy(opening).contains(&format!("\"{}\"", register::FORMAT)) {
        return Ok(None);
    }
    serde_json::from_slice(bytes).map(Some).map_err(|error| {
        Trouble::new(format!("read the whole copy {name}"), error.to_string(), "It was cut short or changed: export it again.")
    })
}

/// What a row would publish.
fn published(row: &Planned) -> Option<&Arrangement> {
    match row {
        Planned::New { arrangement, .. } | Planned::Changed { arrangement, .. } => Some(arrangement),
        Planned::Same { .. } => None,
    }
}

fn sheets(name: &str, bytes: &[u8]) -> Result<Vec<PlainSheet>, Trouble> {
    // A row that is too long is read and refused with its line, rather than passed over.
    let limits =
        Limits { text_bytes: BYTES_AT_MOST, unpacked_bytes: BYTES_AT_MOST, row_bytes: BYTES_AT_MOST as usize, ..Limits::default() };
    plain_sheets(name, &mut Cursor::new(bytes.to_vec()), &limits, ROWS_AT_MOST)
}

/// The first sheet that has headings which are known; the others are set aside, and it is said so.
fn read_one_of(file: &str, sheets: Vec<PlainSheet>, read: impl Fn(&Sheet) -> Reading) -> Reading {
    let mut taken: Option<Reading> = None;
    let mut aside = Vec::new();
    let mut first = None;
    for plain in sheets {
        let name = plain.name.unwrap_or_else(|| file.to_string());
        let rows = plain.rows.into_iter().map(|(line, cells)| SheetRow { line, cells }).collect();
        let mut reading = read(&Sheet { name: name.clone(), rows });
        reading.remarks.extend(plain.remarks.into_iter().map(|sentence| note(0, sentence)));
        if taken.is_some() || reading.columns.is_empty() {
            aside.push(note(0, format!("The sheet “{name}” is left out: one sheet of arrangements is taken from a file.")));
            first.get_or_insert(reading);
        } else {
            taken = Some(reading);
        }
    }
    match (taken, first) {
        (Some(mut reading), _) => {
            reading.remarks.extend(aside);
            reading
        }
        (None, Some(reading)) => reading,
        (None, None) => Reading {
            faults: vec![note(0, "The file has no row. Save it with a row of headings and a row for each arrangement.".to_string())],
            ..Reading::default()
        },
    }
}

/// A file of records, which says more than a sheet can, as if each were a row.
fn reading_of_records(name: &str, bytes: &[u8], register: &Register) -> Result<Reading, Trouble> {
    let text = std::str::from_utf8(bytes).map_err(|error| {
        Trouble::new(format!("read {name}"), format!("it is not UTF-8 text: {error}"), "Save it as UTF-8 and try again.")
    })?;
    let rows = records(name, text)?.into_iter().map(|said| {
        let line = line_of(text, said.id.as_str());
        let faults: Vec<Note> = validate(&said, register.directory())
            .into_iter()
            .map(|fault| Note { line, heading: fault.field.words().to_string(), seen: said.id.to_string(), sentence: fault.sentence })
            .collect();
        RowRead { line, arrangement: faults.is_empty().then_some(said), remarks: Vec::new(), faults }
    });
    Ok(Reading { sheet: name.to_string(), rows: rows.collect(), ..Reading::default() })
}

/// The line in which an id is first written, from 1; the first line where it is written in another way.
fn line_of(text: &str, id: &str) -> u32 {
    let before = text.find(&format!("\"{id}\"")).map_or(0, |at| text[..at].matches('\n').count());
    u32::try_from(before + 1).unwrap_or(u32::MAX)
}

fn note(line: u32, sentence: String) -> Note {
    Note { line, heading: String::new(), seen: String::new(), sentence }
}

#[cfg(test)]
mod tests {
    use std::io::Write as _;

    use permissions::Role;

    use super::*;
    use crate::made_up::{administrator, arrangement, made_up, person};

    const SHEET: &str = "Title,Partners,Status,Start date,Annual saving,Description\n\
        Shared payroll,Ashby; Beckton,Live,2020-04-01,\"£12,500\",One team pays everybody.\n\
        Shared fleet,Ashby; Corley,Live,2021,not recorded,Vans and a workshop.\n";

    #[test]
    fn a_sheet_says_what_it_would_change_and_is_entered_whole() {
        let made = made_up();
        let tried = made.desk.try_file("ours.csv", SHEET.as_bytes()).expect("a sheet");
        assert_eq!((tried.plan.faults.as_slice(), tried.plan.counts()), (&[][..], (2, 0, 0)));
        assert_eq!(made.desk.register().expect("read").register().last_number(), 0, "trying changes nothing");
        let kept = made.desk.enter_file(&administrator(), &tried, "From the spreadsheet.").expect("entered");
        assert_eq!(kept.len(), 2);
        let again = made.desk.try_file("ours.csv", SHEET.as_bytes()).expect("a sheet");
        assert_eq!(again.plan.counts(), (0, 0, 2), "the same sheet again changes nothing");
        assert_eq!(made.desk.enter_file(&administrator(), &again, "Again.").expect("nothing to do").len(), 0);
    }

    #[test]
    fn nothing_is_entered_where_one_row_is_wrong_or_one_may_not_be_entered() {
        let made = made_up();
        let wrong = SHEET.replace("Ashby; Corley", "Ashby; Corlei");
        let tried = made.desk.try_file("ours.csv", wrong.as_bytes()).expect("a sheet");
        let told = tried.plan.faults[0].to_string();
        assert!(told.starts_with("line 3, column “Partners”") && told.contains("Corley"), "{told}");
        let refused = made.desk.enter_file(&administrator(), &tried, "From the spreadsheet.");
        assert!(matches!(refused, Err(NotDone::NotRight(_))), "{refused:?}");
        let tried = made.desk.try_file("ours.csv", SHEET.as_bytes()).expect("a sheet");
        let refused = made.desk.enter_file(&person(Role::Owner, "beckton"), &tried, "Ours.");
        assert!(matches!(refused, Err(NotDone::Refused(_))), "the fleet is not theirs: {refused:?}");
        assert_eq!(made.desk.register().expect("read").register().last_number(), 0);
    }

    #[test]
    fn a_record_that_was_changed_after_the_sheet_was_tried_is_not_written_over() {
        let made = made_up();
        let tried = made.desk.try_file("ours.csv", SHEET.as_bytes()).expect("a sheet");
        made.desk.publish(&administrator(), arrangement("shared-payroll", &["ashby", "beckton"]), "First.", 0).expect("may");
        let refused = made.desk.enter_file(&administrator(), &tried, "From the spreadsheet.");
        assert!(matches!(refused, Err(NotDone::Overtaken(_))), "{refused:?}");
    }

    #[test]
    fn a_file_that_is_no_table_or_too_much_of_one_is_refused_with_what_to_try() {
        let made = made_up();
        for (name, bytes) in [("a.xlsx", b"PK\x03\x04 no".to_vec()), ("a.json", b"{".to_vec()), ("a.toml", vec![0xff, 0xfe])] {
            let refused = made.desk.try_file(name, &bytes).expect_err(name).to_string();
            assert!(refused.contains(name), "{refused}");
        }
        let many = format!("Title\n{}", "x\n".repeat(ROWS_AT_MOST + 1));
        assert!(made.desk.try_file("a.csv", many.as_bytes()).expect_err("too many").to_string().contains("rows"));
        let nothing = made.desk.try_file("a.csv", b"who,knows\n1,2\n").expect("a table");
        assert!(!nothing.plan.faults.is_empty());
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

    #[test]
    fn a_whole_copy_makes_the_same_place_in_an_empty_one_and_goes_into_no_other() {
        let made = made_up();
        made.desk.publish(&administrator(), arrangement("legal", &["ashby", "beckton"]), "First.", 0).expect("may");
        made.desk.draft(&administrator(), arrangement("fleet", &["ashby", "corley"]), "", 0).expect("may");
        let copy = made.desk.export_everything(&administrator()).expect("may");
        let other = made_up();
        assert_eq!(other.desk.import_everything(&administrator(), &copy), Ok(2));
        assert_eq!(other.desk.export_everything(&administrator()), Ok(copy.clone()));
        assert!(matches!(other.desk.import_everything(&administrator(), &copy), Err(NotDone::Trouble(_))));
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
            assert_eq!((tried.plan.counts(), &tried.plan.faults), ((known, 0, 0), &Vec::new()), "{example}");
            let kept = desk.enter_file(&Person::at_the_terminal("Kim"), &tried, "The example.").expect("they are right");
            assert_eq!(kept.len(), known, "{example}");
        }
    }

    #[test]
    fn a_whole_copy_has_the_same_digests_and_what_is_exported_reads_back_as_no_change() {
        let (from, into) = (made_up(), made_up());
        from.desk.publish(&administrator(), arrangement("legal", &["ashby", "beckton"]), "First.", 0).expect("may");
        let text = serde_json::to_vec(&from.desk.export_everything(&administrator()).expect("may")).expect("plain data");
        let copy = whole_copy("copy.json", &text).expect("it is one").expect("it says so");
        into.desk.import_everything(&administrator(), &copy).expect("an empty place");
        let digest = |desk: &Desk| desk.store().entries_after(0, 10).expect("one").pop().map(|kept| kept.digest);
        assert_eq!(digest(&from.desk), digest(&into.desk));
        for name in ["list.csv", "list.xlsx", "list.json"] {
            let file = into.desk.export_published(name).expect("a file");
            let tried = into.desk.try_file(name, &file).expect("it reads back");
            assert_eq!((tried.plan.counts(), tried.plan.faults.as_slice()), ((0, 0, 1), &[][..]), "{name}");
        }
        assert!(whole_copy("copy.json", &text[..text.len() / 2]).is_err());
        assert_eq!(whole_copy("list.csv", b"Title\n"), Ok(None));
    }
}
