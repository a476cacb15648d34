//! One published file, from bytes to evidence; and all that changed, side by side.
//!
//! The rule: a file that has not changed is not opened. A file that cannot be understood is an entry with its
//! reason, never the end of the run; only a full disk or a person's stop ends it, and then nothing counts.

use std::collections::BTreeMap;
use std::fs::File;
use std::io::{BufReader, Read, Seek};
use std::panic::AssertUnwindSafe;

use definitions::{BodyId, Fingerprint, LinePlaces, Remark, Trouble};
use evidence::{FileEntry, FileWriter, Hold, Manifest, Outcome, RowVerdict, Written, data_key};
use intake::{Contract, Limits, Payee, Payment, PaymentVia, RowKeys, Taker};
use rayon::prelude::*;
use services::{Because, Judge, NotAddressable, Words};
use sha2::{Digest, Sha256};

use crate::listener::Listener;
use crate::place::Place;
use crate::published::PublishedFile;
use crate::whose::Whose;

/// What reading needs of its surroundings.
pub(crate) struct Desk<'a> {
    pub(crate) place: &'a Place,
    pub(crate) hold: &'a Hold,
    pub(crate) rules: &'a str,
    pub(crate) limits: Limits,
    pub(crate) listener: &'a dyn Listener,
}

/// The entry of each file, read again only where it changed. The number is how many were opened.
pub(crate) fn read_changed(desk: &Desk<'_>, files: &[PublishedFile], before: &Manifest) -> Result<(Vec<FileEntry>, u64), Trouble> {
    let known: BTreeMap<&str, &FileEntry> =
        if before.rules == desk.rules { before.files.iter().map(|entry| (entry.path.as_str(), entry)).collect() } else { BTreeMap::new() };
    let mut entries: Vec<Option<FileEntry>> = files.iter().map(|file| unchanged(desk, file, &known).cloned()).collect();
    let changed: Vec<usize> = (0..files.len()).filter(|place| entries[*place].is_none()).collect();
    let fingerprints = fingerprints(desk, files, &changed)?;
    let mut first_of: BTreeMap<(Fingerprint, BodyId), String> = BTreeMap::new();
    for entry in entries.iter().flatten().filter(|entry| matches!(entry.outcome, Outcome::Read(_))) {
        first_of.entry((entry.fingerprint, entry.publisher.clone())).or_insert_with(|| entry.path.clone());
    }
    let mut to_read = Vec::new();
    for (place, fingerprint) in changed.iter().zip(fingerprints) {
        let file = &files[*place];
        match fingerprint {
            Err(because) => {
                entries[*place] = Some(refused(
                    file,
                    Fingerprint([0; 32]),
                    because,
                    "Check that you may read it, and that it is not open in another program.",
                ))
            }
            Ok(fingerprint) => match first_of.get(&(fingerprint, file.publisher.clone())) {
                Some(first) => entries[*place] = Some(blank(file, fingerprint, Outcome::SameAs(first.clone()))),
                None => {
                    first_of.insert((fingerprint, file.publisher.clone()), file.path.clone());
                    to_read.push((*place, fingerprint));
                }
            },
        }
    }
    let opened = changed.len() as u64;
    // The largest first, so that no long file is left for the end when other cores are idle.
    to_read.sort_by_key(|(place, _)| std::cmp::Reverse(files[*place].size_bytes));
    desk.listener.begins(crate::Stage::Reading, to_read.iter().map(|(place, _)| files[*place].size_bytes).sum());
    let read: Result<Vec<(usize, FileEntry)>, Trouble> =
        to_read.par_iter().map(|(place, fingerprint)| read_one(desk, &files[*place], *fingerprint).map(|entry| (*place, entry))).collect();
    read?.into_iter().for_each(|(place, entry)| entries[place] = Some(entry));
    Ok((entries.into_iter().flatten().collect(), opened))
}

/// The entry of before, where neither the file nor the rules for it have changed and what was read is still there.
fn unchanged<'a>(desk: &Desk<'_>, file: &PublishedFile, known: &BTreeMap<&str, &'a FileEntry>) -> Option<&'a FileEntry> {
    let entry = known.get(file.path.as_str())?;
    let is_same = entry.size_bytes == file.size_bytes && entry.modified_nanos == file.modified_nanos && entry.publisher == file.publisher;
    let source_is_known = match &entry.outcome {
        Outcome::SameAs(other) => known.get(other.as_str()).is_some_and(|other| other.fingerprint == entry.fingerprint),
        Outcome::Read(_) => desk.hold.has_data_of(entry),
        Outcome::Refused { .. } => entry.fingerprint != Fingerprint([0; 32]),
    };
    (is_same && source_is_known).then_some(*entry)
}

type Fingerprinted = Result<Fingerprint, String>;

fn fingerprints(desk: &Desk<'_>, files: &[PublishedFile], changed: &[usize]) -> Result<Vec<Fingerprinted>, Trouble> {
    let all = changed.par_iter().map(|place| {
        if !desk.listener.advances(0) {
            return Err(stopped());
        }
        Ok(fingerprint(&files[*place]).map_err(|error| error.to_string()))
    });
    all.collect()
}

fn fingerprint(file: &PublishedFile) -> std::io::Result<Fingerprint> {
    let mut bytes = File::open(&file.full_path)?;
    let mut hash = Sha256::new();
    let mut buffer = vec![0; 1 << 18];
    loop {
        match bytes.read(&mut buffer)? {
            0 => return Ok(Fingerprint(hash.finalize().into())),
            count => hash.update(&buffer[..count]),
        }
    }
}

fn read_one(desk: &Desk<'_>, file: &PublishedFile, fingerprint: Fingerprint) -> Result<FileEntry, Trouble> {
    let rules = desk.place.rules_for(&file.folder, file.path.rsplit('/').next().unwrap_or_default());
    let key = data_key(&fingerprint, &file.publisher, &file.path, desk.rules);
    let writer = FileWriter::begin(desk.hold, &file.path, &key)?;
    let mut bytes = match File::open(&file.full_path) {
        Ok(opened) => BufReader::with_capacity(1 << 18, opened),
        Err(error) => return Ok(refused(file, fingerprint, error.to_string(), "Check that you may read it.")),
    };
    let mut reading = Reading {
        writer,
        whose: Whose::new(&desk.place.directory, &file.publisher),
        publisher: file.publisher.clone(),
        judge: Judge::default(),
        keys: RowKeys::default(),
        listener: desk.listener,
        bytes_told: 0,
        trouble: None,
    };
    // A fault in one reader must not lose the other files: it is told as a file that could not be understood.
    let understood = std::panic::catch_unwind(AssertUnwindSafe(|| {
        let _ = bytes.rewind();
        intake::read(&file.path, &mut bytes, &rules, &desk.limits, &mut reading)
    }));
    let is_going_on = desk.listener.advances(file.size_bytes.saturating_sub(reading.bytes_told));
    if let Some(trouble) = reading.trouble.take() {
        return Err(trouble);
    }
    if !is_going_on {
        return Err(stopped());
    }
    let outcome = match understood {
        Ok(Ok(understanding)) => Outcome::Read(understanding),
        Ok(Err(trouble)) => Outcome::Refused { because: trouble.because, try_next: trouble.try_next },
        Err(_) => Outcome::Refused {
            because: "the program met something in it that it was not made for".to_string(),
            try_next: "Please report the file; the others were read.".to_string(),
        },
    };
    if matches!(outcome, Outcome::Refused { .. }) {
        return Ok(blank(file, fingerprint, outcome));
    }
    let written = reading.writer.finish()?;
    let entry = blank(file, fingerprint, outcome);
    let Written { payments, parties, contracts, remarks } = written;
    Ok(FileEntry { key, payments, parties, contracts, remarks, ..entry })
}

fn blank(file: &PublishedFile, fingerprint: Fingerprint, outcome: Outcome) -> FileEntry {
    FileEntry {
        path: file.path.clone(),
        size_bytes: file.size_bytes,
        modified_nanos: file.modified_nanos,
        fingerprint,
        publisher: file.publisher.clone(),
        key: String::new(),
        outcome,
        payments: 0,
        parties: 0,
        contracts: 0,
        remarks: 0,
    }
}

fn refused(file: &PublishedFile, fingerprint: Fingerprint, because: String, try_next: &str) -> FileEntry {
    blank(file, fingerprint, Outcome::Refused { because, try_next: try_next.to_string() })
}

/// Told when a person stopped the action.
pub(crate) fn stopped() -> Trouble {
    Trouble::new("finish", "it was stopped", "Nothing was changed; start it again when you like.")
}

/// Takes the rows of one file, decides what other rooms must decide of each, and hands them to the writer.
struct Reading<'a> {
    writer: FileWriter,
    whose: Whose<'a>,
    publisher: BodyId,
    judge: Judge,
    keys: RowKeys,
    listener: &'a dyn Listener,
    bytes_told: u64,
    trouble: Option<Trouble>,
}

impl Reading<'_> {
    fn keep_going(&mut self, done: Result<(), Trouble>) -> bool {
        done.map_err(|trouble| self.trouble = Some(trouble)).is_ok()
    }
}

impl Taker for Reading<'_> {
    fn sheet(&mut self, sheet: Option<&str>) {
        self.writer.sheet(sheet);
    }

    fn payment(&mut self, payment: &Payment<'_>) -> bool {
        let supplier = if let Payee::Supplier(name) = payment.payee { Some(name) } else { None };
        let (classified, not_addressable) = self.judge.judge(&Words {
            proclass: payment.proclass,
            cpv: payment.cpv,
            sercop: payment.sercop,
            category: payment.category,
            service: payment.service,
            purpose: payment.purpose,
            supplier,
            places: payment.places,
        });
        let not_addressable = not_addressable.or((payment.via == PaymentVia::Grant).then_some(NotAddressable::Grant));
        let body = self.whose.row(payment.body_name);
        let key = self.keys.key(body.as_str(), payment);
        let verdict = RowVerdict {
            body,
            family: classified.family,
            because: classified.because,
            not_addressable,
            key: key.hash,
            key_is_strong: key.is_strong,
        };
        let done = self.writer.payment(payment, &verdict);
        self.keep_going(done)
    }

    fn contract(&mut self, contract: Contract) -> bool {
        let (classified, _) = self.judge.judge(&Words {
            proclass: contract.proclass.as_deref(),
            cpv: contract.cpv.as_deref(),
            sercop: None,
            category: contract.category.as_deref(),
            service: contract.service.as_deref(),
            purpose: contract.title.as_deref().or(contract.description.as_deref()),
            supplier: contract.suppliers.first().map(String::as_str),
            places: LinePlaces::default(),
        });
        let body = self.whose.row(contract.body_name.as_deref());
        let verdict = RowVerdict {
            body,
            family: classified.family,
            because: if classified.family.is_some() { classified.because } else { Because::Nothing },
            not_addressable: None,
            key: 0,
            key_is_strong: false,
        };
        let done = self.writer.contract(&contract, &verdict);
        self.keep_going(done)
    }

    fn remark(&mut self, remark: Remark) -> bool {
        let done = self.writer.remark(&self.publisher, &remark);
        self.keep_going(done)
    }

    fn progress(&mut self, bytes: u64) -> bool {
        let new = bytes.saturating_sub(self.bytes_told);
        self.bytes_told = self.bytes_told.max(bytes);
        self.listener.advances(new)
    }
}
