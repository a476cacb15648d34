//! From the bytes of one file to what was understood of it.
//!
//! The rule: what the bytes are is decided first, then every sheet and every archive member goes the same way.
//! One that cannot be read is remarked on and the others are read; trouble is only for a file of which nothing
//! at all could be understood.

use std::io::{Cursor, SeekFrom};
use std::sync::Arc;

use definitions::{Remark, RemarkKind, Trouble};

use crate::formats::{Sheet, Sniffed, archive, delimited::Delimited, opendocument, sniff, workbook};
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
    taker: &'r mut dyn Taker,
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
                Ok(()) => true,
                Err(trouble) => self.pass_over(Some(member), trouble),
            }
        })
    }

    /// Reads one file or one member of an archive.
    fn file(&mut self, label: &str, member: Option<&str>, bytes: &mut dyn Bytes, sniffed: &Sniffed) -> Result<(), Trouble> {
        let named = |sheet: &str| -> Arc<str> { member.map_or_else(|| sheet.into(), |member| format!("{member} \u{203a} {sheet}").into()) };
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
        let size = bytes.seek(SeekFrom::End(0)).map_err(|error| crate::formats::unreadable(label, &error))?;
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
        bytes.seek(SeekFrom::Start(0)).map_err(|error| crate::formats::unreadable(label, &error))?;
        let Some(member) = member else {
            self.tables.extend(notices::read_json(label, bytes, format, self.rules, self.limits, self.taker)?);
            return Ok(());
        };
        let mut inside = InsideArchive { member: member.into(), taker: self.taker };
        let tables = notices::read_json(label, bytes, format, self.rules, self.limits, &mut inside)?;
        let name: Arc<str> = member.into();
        self.tables.extend(tables.into_iter().map(|table| TableUnderstood { sheet: Some(name.clone()), ..table }));
        Ok(())
    }

    fn sheet(&mut self, label: &str, sheet: &mut dyn Sheet) -> bool {
        match tables::understand(sheet, label, self.rules, self.limits, self.taker) {
            Ok(table) => {
                self.tables.push(table);
                true
            }
            Err(trouble) => self.pass_over(sheet.name(), trouble),
        }
    }

    /// Remarks on a sheet or member that could not be read. False when the taker wants no more.
    fn pass_over(&mut self, sheet: Option<&str>, trouble: Trouble) -> bool {
        let done = format!("Not read: {}. {}", trouble.because.trim_end_matches('.'), trouble.try_next);
        let remark =
            Remark { kind: RemarkKind::FileNotUnderstood, sheet: sheet.map(Arc::from), line: 0, column: None, seen: String::new(), done };
        self.first_trouble.get_or_insert(trouble);
        self.taker.remark(remark)
    }
}

/// Gives the name of its member to everything that comes out of a JSON file inside an archive.
struct InsideArchive<'t> {
    member: Arc<str>,
    taker: &'t mut dyn Taker,
}

impl Taker for InsideArchive<'_> {
    fn sheet(&mut self, _: Option<&str>) {
        self.taker.sheet(Some(&self.member));
    }

    fn payment(&mut self, payment: &Payment<'_>) -> bool {
        self.taker.payment(payment)
    }

    fn contract(&mut self, contract: Contract) -> bool {
        self.taker.contract(contract)
    }

    fn remark(&mut self, remark: Remark) -> bool {
        self.taker.remark(Remark { sheet: Some(self.member.clone()), ..remark })
    }

    fn progress(&mut self, bytes: u64) -> bool {
        self.taker.progress(bytes)
    }
}
