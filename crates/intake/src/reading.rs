//! From the bytes of one file to what was understood of it.
//!
//! The rule: what the bytes are is decided first, then every sheet and every archive member goes the same way.
//! One that cannot be read is remarked on and the others are read; trouble is only for a file of which nothing
//! at all could be understood.

use std::io::{Cursor, SeekFrom};
use std::sync::Arc;

use definitions::{Remark, RemarkKind, Trouble};

use crate::formats::{Sheet, Sniffed, archive, delimited::Delimited, opendocument, sniff, unreadable, workbook};
use crate::{Bytes, Contract, Format, Limits, LocalRules, Payment, TableUnderstood, Taker, Understanding, notices, tables};

/// Reads one published file: every sheet and every archive member. Rows and remarks go to `taker` as they are met;
/// what was understood comes back. `name` is for messages and hints only (it is never trusted over the bytes).
///
/// # Errors
/// Trouble when nothing in the file could be understood (a PDF, a bomb, a truncated workbook).
pub fn read(
    name: &str,
    bytes: &mut dyn Bytes,
    rules: &LocalRules,
    limits: &Limits,
    taker: &mut dyn Taker,
) -> Result<Understanding, Trouble> {
    let sniffed = sniff(name, bytes)?;
    let format = sniffed.format;
    let taker = Through { taker, member: None, has_stopped: false };
    let mut reading = Reading { rules, limits, taker, tables: Vec::new(), first_trouble: None };
    if format == Format::Zip {
        reading.archive(name, bytes)?;
    } else {
        reading.file(name, None, bytes, &sniffed)?;
    }
    match (reading.tables.is_empty(), reading.first_trouble) {
        (false, _) => Ok(Understanding { format, tables: reading.tables }),
        (true, Some(trouble)) => Err(trouble),
        (true, None) => Err(Trouble::new(
            format!("read {name}"),
            "it holds no sheet and no file with rows",
            "Look into it by hand; ask the publisher for the table as CSV or XLSX.",
        )),
    }
}

/// One file being read.
struct Reading<'r> {
    rules: &'r LocalRules,
    limits: &'r Limits,
    taker: Through<'r>,
    tables: Vec<TableUnderstood>,
    first_trouble: Option<Trouble>,
}

impl Reading<'_> {
    fn archive(&mut self, name: &str, bytes: &mut dyn Bytes) -> Result<(), Trouble> {
        archive::members(name, bytes, self.limits, &mut |member, unpacked| {
            let label = format!("{name}, {member}");
            let read = unpacked.and_then(|unpacked| {
                let mut bytes = Cursor::new(unpacked);
                let sniffed = sniff(&label, &mut bytes)?;
                if sniffed.format == Format::Zip {
                    let why = "it is an archive inside an archive";
                    return Err(Trouble::new(format!("read {label}"), why, "Unpack the outer archive and give the one inside."));
                }
                self.file(&label, Some(member), &mut bytes, &sniffed)
            });
            match read {
                Ok(()) => !self.taker.has_stopped,
                Err(trouble) => self.pass_over(Some(member), trouble),
            }
        })
    }

    /// Reads one file or one member of an archive.
    fn file(&mut self, label: &str, member: Option<&str>, bytes: &mut dyn Bytes, sniffed: &Sniffed) -> Result<(), Trouble> {
        let named = |sheet: &str| -> Arc<str> { member.map_or_else(|| sheet.into(), |member| in_member(member, sheet)) };
        match sniffed.format {
            Format::Csv => self.text(label, member, bytes, sniffed),
            Format::Json | Format::JsonLines => self.json(label, member, bytes, sniffed.format),
            Format::Xlsx => workbook::xlsx_sheets(label, bytes, self.limits, &named, &mut |sheet| self.sheet(label, sheet)),
            Format::Xls => workbook::xls_sheets(label, bytes, self.limits, &named, &mut |sheet| self.sheet(label, sheet)),
            Format::Ods => opendocument::ods_sheets(label, bytes, self.limits, &named, &mut |sheet| self.sheet(label, sheet)),
            Format::Zip => Ok(()),
        }
    }

    fn text(&mut self, label: &str, member: Option<&str>, bytes: &mut dyn Bytes, sniffed: &Sniffed) -> Result<(), Trouble> {
        let size = bytes.seek(SeekFrom::End(0)).map_err(|error| unreadable(label, &error))?;
        if size > self.limits.text_bytes {
            return Err(Trouble::new(
                format!("read {label}"),
                format!("it is larger than the {} MB that are allowed", self.limits.text_bytes >> 20),
                "Split it, for example by month, and give the parts.",
            ));
        }
        self.sheet(label, &mut Delimited::new(label, member.map(Arc::from), bytes, &sniffed.head, self.limits));
        Ok(())
    }

    fn json(&mut self, label: &str, member: Option<&str>, bytes: &mut dyn Bytes, format: Format) -> Result<(), Trouble> {
        bytes.seek(SeekFrom::Start(0)).map_err(|error| unreadable(label, &error))?;
        self.taker.member = member.map(Arc::from);
        let tables = notices::read_json(label, bytes, format, self.rules, self.limits, &mut self.taker);
        for mut table in tables? {
            table.sheet = self.taker.named(table.sheet.as_deref());
            self.tables.push(table);
        }
        self.taker.member = None;
        Ok(())
    }

    fn sheet(&mut self, label: &str, sheet: &mut dyn Sheet) -> bool {
        match tables::understand(sheet, label, self.rules, self.limits, &mut self.taker) {
            Ok(table) => {
                self.tables.push(table);
                !self.taker.has_stopped
            }
            Err(trouble) => self.pass_over(sheet.name(), trouble),
        }
    }

    /// Remarks on a sheet or member that could not be read. False when the taker wants no more.
    fn pass_over(&mut self, sheet: Option<&str>, trouble: Trouble) -> bool {
        let done = format!("Not read: {}. {}", trouble.because.trim_end_matches('.'), trouble.try_next);
        let remark =
            Remark { kind: RemarkKind::FileNotUnderstood, sheet: sheet.map(Arc::from), line: 0, column: None, seen: String::new(), done };
        self.taker.member = None;
        self.first_trouble.get_or_insert(trouble);
        self.taker.remark(remark)
    }
}

/// Stands before the taker: knows when it wants no more, and gives what comes out of a JSON file inside an archive the
/// name of its member, which the reader of JSON does not know.
struct Through<'t> {
    taker: &'t mut dyn Taker,
    member: Option<Arc<str>>,
    has_stopped: bool,
}

impl Through<'_> {
    fn named(&self, sheet: Option<&str>) -> Option<Arc<str>> {
        match (&self.member, sheet) {
            (None, sheet) => sheet.map(Arc::from),
            (Some(member), None) => Some(member.clone()),
            (Some(member), Some(sheet)) => Some(in_member(member, sheet)),
        }
    }

    fn goes_on(&mut self, goes_on: bool) -> bool {
        self.has_stopped |= !goes_on;
        goes_on
    }
}

impl Taker for Through<'_> {
    fn sheet(&mut self, sheet: Option<&str>) {
        let name = self.named(sheet);
        self.taker.sheet(name.as_deref());
    }

    fn payment(&mut self, payment: &Payment<'_>) -> bool {
        let goes_on = self.taker.payment(payment);
        self.goes_on(goes_on)
    }

    fn contract(&mut self, contract: Contract) -> bool {
        let goes_on = self.taker.contract(contract);
        self.goes_on(goes_on)
    }

    fn remark(&mut self, remark: Remark) -> bool {
        let remark = if self.member.is_some() { Remark { sheet: self.named(remark.sheet.as_deref()), ..remark } } else { remark };
        let goes_on = self.taker.remark(remark);
        self.goes_on(goes_on)
    }

    fn progress(&mut self, bytes: u64) -> bool {
        let goes_on = self.taker.progress(bytes);
        self.goes_on(goes_on)
    }
}

/// A sheet's name inside an archive.
fn in_member(member: &str, sheet: &str) -> Arc<str> {
    format!("{member} \u{203a} {sheet}").into()
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test that cannot go on should stop")]
mod tests {
    use super::*;
    use crate::formats::tests::zip_of;

    /// Writes down what it is given; wants no more once it has `most` payments.
    struct Recording {
        most: usize,
        sheets: Vec<Option<String>>,
        payments: usize,
        not_understood: Vec<(Option<String>, String)>,
    }

    impl Taker for Recording {
        fn sheet(&mut self, sheet: Option<&str>) {
            self.sheets.push(sheet.map(str::to_string));
        }

        fn payment(&mut self, _: &Payment<'_>) -> bool {
            self.payments += 1;
            self.payments < self.most
        }

        fn contract(&mut self, _: Contract) -> bool {
            true
        }

        fn remark(&mut self, remark: Remark) -> bool {
            if remark.kind == RemarkKind::FileNotUnderstood {
                self.not_understood.push((remark.sheet.map(|sheet| sheet.to_string()), remark.done));
            }
            true
        }

        fn progress(&mut self, _: u64) -> bool {
            true
        }
    }

    const PAYMENTS: &[u8] =
        b"Supplier,Date,Amount\nMade Up Paving Ltd,03/04/2023,600.00\nInvented Care Ltd,04/04/2023,700.50\nFirm Number Three Ltd,25/04/2023,800.00\n";

    fn read_up_to(most: usize, bytes: &[u8]) -> (Result<Understanding, Trouble>, Recording) {
        let mut recording = Recording { most, sheets: Vec::new(), payments: 0, not_understood: Vec::new() };
        let understood = read("made-up.zip", &mut Cursor::new(bytes.to_vec()), &LocalRules::default(), &Limits::default(), &mut recording);
        (understood, recording)
    }

    #[test]
    fn an_archive_gives_the_rows_of_each_member_under_its_name_and_says_what_it_could_not_read() {
        let inner = zip_of(&[("deep.csv", PAYMENTS)]);
        let (understood, recording) =
            read_up_to(100, &zip_of(&[("april.csv", PAYMENTS), ("inner.zip", &inner), ("report.pdf", b"%PDF-1.4\n")]));
        let understood = understood.unwrap();
        assert_eq!((understood.format, understood.tables.len()), (Format::Zip, 1));
        assert_eq!((understood.tables[0].sheet.as_deref(), understood.tables[0].rows_kept), (Some("april.csv"), 3));
        assert_eq!((recording.payments, &recording.sheets[..]), (3, &[Some("april.csv".to_string())][..]));
        assert_eq!(recording.not_understood[0].0.as_deref(), Some("inner.zip"));
        assert!(recording.not_understood[0].1.contains("archive inside an archive"));
        assert!(recording.not_understood[1].1.contains("a PDF"));
    }

    #[test]
    fn json_inside_an_archive_carries_the_name_of_its_member() {
        let releases = br#"[{"ocid": "ocds-made-up-1", "tender": {"title": "Gritting of roads"}}]"#;
        let (understood, recording) = read_up_to(100, &zip_of(&[("notices.json", releases)]));
        assert_eq!(understood.unwrap().tables[0].sheet.as_deref(), Some("notices.json"));
        assert_eq!(recording.sheets, [Some("notices.json".to_string())]);
    }

    #[test]
    fn a_file_of_which_nothing_can_be_understood_is_trouble() {
        let (understood, _) = read_up_to(100, &zip_of(&[("report.pdf", b"%PDF-1.4\n")]));
        assert!(understood.unwrap_err().to_string().starts_with("could not read made-up.zip, report.pdf: it is a PDF"));
        assert!(read_up_to(100, &zip_of(&[])).0.is_err());
    }

    #[test]
    fn a_taker_that_wants_no_more_is_given_no_more_of_any_member() {
        let (_, recording) = read_up_to(2, &zip_of(&[("april.csv", PAYMENTS), ("may.csv", PAYMENTS)]));
        assert_eq!((recording.payments, recording.sheets.len()), (2, 1));
    }
}
