//! Writes what was read of one published file: payments, contracts and remarks, each as Parquet.
//!
//! The rule: rows go to disk in batches of bounded size, and count only when the whole file was read. Dropping a writer
//! before `finish` leaves nothing that counts.

use std::path::Path;
use std::sync::Arc;

use datafusion::arrow::array::{
    ArrayBuilder, BooleanBuilder, Date32Builder, Int32Builder, Int64Builder, StringBuilder, UInt32Builder, UInt64Builder,
};
use datafusion::arrow::datatypes::SchemaRef;
use definitions::{BodyId, ByPlace, Remark, TextPlace, Trouble};
use intake::{Contract, Payee, Payment, PaymentVia, Redaction};
use rustc_hash::FxHashSet;
use services::{Because, Family, NotAddressable};

use crate::folder::{Hold, cannot};
use crate::parquet_file::ParquetFile;
use crate::row_groups::{Batch, Part};
use crate::schemas;
use crate::text_column::TextColumn;
use crate::text_hash::TextHash;

/// What other rooms decided about one row.
#[derive(Clone, Copy, Debug)]
pub struct RowVerdict<'a> {
    /// Whose row it is.
    pub body: &'a BodyId,
    /// What it was for.
    pub family: Option<Family>,
    /// Why.
    pub because: Because,
    /// Set when no sharing can reach it.
    pub not_addressable: Option<NotAddressable>,
    /// Hash by which repeats are found.
    pub key: u64,
    /// True when the key holds a transaction number.
    pub key_is_strong: bool,
}

/// How many rows were written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Written {
    /// Payments.
    pub payments: u64,
    /// Parties that were paid; one may be written twice where there are millions.
    pub parties: u64,
    /// Contracts.
    pub contracts: u64,
    /// Remarks.
    pub remarks: u64,
}

/// Writes one published file.
pub struct FileWriter {
    path: Arc<str>,
    file_id: u64,
    sheet: Option<Arc<str>>,
    payments: Dataset<PaymentColumns>,
    parties: Dataset<PartyColumns>,
    parties_met: FxHashSet<u64>,
    named: Named,
    contracts: Dataset<ContractColumns>,
    remarks: Dataset<RemarkColumns>,
    written: Written,
}

impl FileWriter {
    /// Begins the data files of `path`, named by `key` (see [`crate::data_key`]).
    ///
    /// # Errors
    /// When the folders cannot be made.
    pub fn begin(hold: &Hold, path: &str, key: &str) -> Result<FileWriter, Trouble> {
        Ok(FileWriter {
            path: path.into(),
            file_id: file_id(key),
            sheet: None,
            payments: Dataset::new(hold, "payments", key, schemas::payments())?,
            parties: Dataset::new(hold, "parties", key, schemas::parties())?,
            parties_met: FxHashSet::default(),
            named: Named::default(),
            contracts: Dataset::new(hold, "contracts", key, schemas::contracts())?,
            remarks: Dataset::new(hold, "remarks", key, schemas::remarks())?,
            written: Written::default(),
        })
    }

    /// A sheet or archive member begins.
    pub fn sheet(&mut self, sheet: Option<&str>) {
        self.sheet = sheet.map(Arc::from);
    }

    /// Adds a payment.
    ///
    /// # Errors
    /// When the disk refuses.
    pub fn payment(&mut self, payment: &Payment<'_>, verdict: &RowVerdict<'_>) -> Result<(), Trouble> {
        let row = u32::try_from(self.written.payments).map_err(|error| cannot("number the rows of", Path::new(&*self.path), &error))?;
        let party = self.party(payment, verdict.body)?;
        self.payments.columns.add(&self.path, (self.file_id, row), self.sheet.as_deref(), party, payment, verdict);
        self.written.payments += 1;
        self.payments.flush_if_full()
    }

    /// The party that was paid, written down the first time; `None` where the name may not be shown, and then neither may
    /// the identifiers beside it.
    fn party(&mut self, payment: &Payment<'_>, body: &BodyId) -> Result<Option<u64>, Trouble> {
        let Payee::Supplier(name) = payment.payee else { return Ok(None) };
        let written = [
            Some(body.as_str()),
            Some(name),
            payment.supplier_number,
            payment.company_number,
            payment.vat_number,
            payment.charity_number,
            payment.postcode,
        ];
        let named = self.named.hash(body, name, payment.places.supplier);
        let party = written[2..].iter().fold(named, |hash, part| hash.with(*part)).finish();
        if self.parties_met.len() >= MOST_PARTIES_MET {
            self.parties_met.clear();
        }
        if self.parties_met.insert(party) {
            self.parties.columns.add(party, written);
            self.written.parties += 1;
            self.parties.flush_if_full()?;
        }
        Ok(Some(party))
    }

    /// Adds a contract.
    ///
    /// # Errors
    /// When the disk refuses.
    pub fn contract(&mut self, contract: &Contract, verdict: &RowVerdict<'_>) -> Result<(), Trouble> {
        self.contracts.columns.add(&self.path, self.sheet.as_deref(), contract, verdict);
        self.written.contracts += 1;
        self.contracts.flush_if_full()
    }

    /// Adds a remark about a row of `body`.
    ///
    /// # Errors
    /// When the disk refuses.
    pub fn remark(&mut self, body: &BodyId, remark: &Remark) -> Result<(), Trouble> {
        self.remarks.columns.add(&self.path, body, remark);
        self.written.remarks += 1;
        self.remarks.flush_if_full()
    }

    /// Gives the data files their true names.
    ///
    /// # Errors
    /// When the disk refuses; then nothing counts.
    pub fn finish(self) -> Result<Written, Trouble> {
        self.payments.finish()?;
        self.parties.finish()?;
        self.contracts.finish()?;
        self.remarks.finish()?;
        Ok(self.written)
    }
}

/// The number by which rows of one file are joined to what was decided about them.
pub(crate) fn file_id(key: &str) -> u64 {
    u64::from_str_radix(key, 16).unwrap_or_else(|_| crate::text_hash(&[Some(key)]))
}

/// The hash of a body and a name as far as it goes, found by the place of the name where the body is the one before.
#[derive(Default)]
struct Named {
    last: Option<(BodyId, TextHash)>,
    by_place: ByPlace<(TextHash, TextHash)>,
}

impl Named {
    fn hash(&mut self, body: &BodyId, name: &str, place: TextPlace) -> TextHash {
        let of_body = match &self.last {
            Some((last, hash)) if last == body => *hash,
            _ => self.last.insert((body.clone(), TextHash::BEGUN.with(Some(body.as_str())))).1,
        };
        let worked_out = || (of_body, of_body.with(Some(name)));
        match self.by_place.ask(place, worked_out) {
            Some((of, named)) if of == of_body => named,
            _ => worked_out().1,
        }
    }
}

/// Parties of one file remembered at most: 16 MB.
const MOST_PARTIES_MET: usize = 1_000_000;

/// Rows kept in memory before they go to disk: few enough that fifty files at once stay small.
const BATCH_ROWS: usize = 16_384;

/// Columns being filled.
trait Columns: Default {
    fn rows(&self) -> usize;
    fn take(&mut self) -> Vec<Part>;
}

/// One column being filled.
trait Filling {
    fn rows(&self) -> usize;
    fn part(&mut self) -> Part;
}

impl<B: ArrayBuilder> Filling for B {
    fn rows(&self) -> usize {
        self.len()
    }

    fn part(&mut self) -> Part {
        Part::Values(self.finish())
    }
}

impl Filling for TextColumn {
    fn rows(&self) -> usize {
        self.len()
    }

    fn part(&mut self) -> Part {
        Part::Texts(self.take())
    }
}

/// One dataset's rows of one published file.
struct Dataset<C> {
    columns: C,
    file: ParquetFile,
}

impl<C: Columns> Dataset<C> {
    fn new(hold: &Hold, dataset: &str, key: &str, schema: SchemaRef) -> Result<Dataset<C>, Trouble> {
        let path = hold.dataset(dataset)?.join(format!("{key}.parquet"));
        Ok(Dataset { columns: C::default(), file: ParquetFile::new(path, schema) })
    }

    fn flush_if_full(&mut self) -> Result<(), Trouble> {
        if self.columns.rows() < BATCH_ROWS { Ok(()) } else { self.flush() }
    }

    fn flush(&mut self) -> Result<(), Trouble> {
        match self.columns.rows() {
            0 => Ok(()),
            rows => self.file.write(Batch { rows, parts: self.columns.take() }),
        }
    }

    fn finish(mut self) -> Result<(), Trouble> {
        self.flush()?;
        self.file.finish()
    }
}

macro_rules! columns {
    ($name:ident { $($field:ident: $builder:ty),* $(,)? } counts $first:ident) => {
        #[derive(Default)]
        struct $name { $($field: $builder),* }
        impl Columns for $name {
            fn rows(&self) -> usize {
                Filling::rows(&self.$first)
            }
            fn take(&mut self) -> Vec<Part> {
                vec![$(self.$field.part()),*]
            }
        }
    };
}

columns! {
    PaymentColumns {
        file: TextColumn, file_id: UInt64Builder, sheet: TextColumn, line: UInt32Builder, row: UInt32Builder,
        body: TextColumn, party: UInt64Builder, payee: TextColumn,
        amount_pence: Int64Builder, day: Date32Builder, month: Date32Builder, financial_year: Int32Builder, month_bit: Int32Builder,
        via: TextColumn, family: TextColumn, family_reason: TextColumn, not_addressable: TextColumn,
        category: TextColumn, service: TextColumn, purpose: TextColumn, proclass: TextColumn, cpv: TextColumn,
        reference: StringBuilder, key: UInt64Builder, key_is_strong: BooleanBuilder,
    } counts line
}

impl PaymentColumns {
    fn add(
        &mut self,
        file: &str,
        (file_id, row): (u64, u32),
        sheet: Option<&str>,
        party: Option<u64>,
        payment: &Payment<'_>,
        verdict: &RowVerdict<'_>,
    ) {
        let nowhere = TextPlace::default();
        let places = &payment.places;
        self.file.add(Some(file), nowhere);
        self.file_id.append_value(file_id);
        self.sheet.add(sheet, nowhere);
        self.line.append_value(payment.line);
        self.row.append_value(row);
        self.body.add(Some(verdict.body.as_str()), nowhere);
        self.party.append_option(party);
        self.payee.add_named(Some(payee_kind(payment.payee)));
        self.when_and_how_much(payment);
        self.family.add_named(verdict.family.map(|family| (family as usize, family.code())));
        self.family_reason.add_named(verdict.family.map(|_| (verdict.because as usize, because_code(verdict.because))));
        self.not_addressable.add_named(verdict.not_addressable.map(|reason| (reason as usize, reason.code())));
        self.category.add(payment.category, places.category);
        self.service.add(payment.service, places.service);
        self.purpose.add(payment.purpose, places.purpose);
        self.proclass.add(payment.proclass, nowhere);
        self.cpv.add(payment.cpv, nowhere);
        self.reference.append_option(payment.reference);
        self.key.append_value(verdict.key);
        self.key_is_strong.append_value(verdict.key_is_strong);
    }

    fn when_and_how_much(&mut self, payment: &Payment<'_>) {
        let month = payment.month.or(payment.day.map(|day| day.month()));
        self.amount_pence.append_value(payment.amount.0);
        self.day.append_option(payment.day.map(|day| day.0));
        self.month.append_option(month.map(|month| month.first_day().0));
        self.financial_year.append_option(month.map(|month| month.financial_year().0));
        self.month_bit.append_option(month.map(|month| 1 << month.place_in_financial_year()));
        let via = match payment.via {
            PaymentVia::Invoice => "invoice",
            PaymentVia::Card => "card",
            PaymentVia::Grant => "grant",
        };
        self.via.add_named(Some((payment.via as usize, via)));
    }
}

columns! {
    PartyColumns {
        party: UInt64Builder, body: StringBuilder, supplier: StringBuilder, supplier_number: StringBuilder,
        company_number: StringBuilder, vat_number: StringBuilder, charity_number: StringBuilder, postcode: StringBuilder,
    } counts party
}

impl PartyColumns {
    fn add(&mut self, party: u64, written: [Option<&str>; 7]) {
        self.party.append_value(party);
        let columns = [
            &mut self.body,
            &mut self.supplier,
            &mut self.supplier_number,
            &mut self.company_number,
            &mut self.vat_number,
            &mut self.charity_number,
            &mut self.postcode,
        ];
        columns.into_iter().zip(written).for_each(|(column, text)| column.append_option(text));
    }
}

columns! {
    ContractColumns {
        file: StringBuilder, sheet: StringBuilder, line: UInt32Builder, body: StringBuilder, reference: StringBuilder,
        title: StringBuilder, suppliers: StringBuilder, company_number: StringBuilder, postcode: StringBuilder,
        family: StringBuilder, family_reason: StringBuilder, start: Date32Builder, end: Date32Builder,
        earliest_end: Date32Builder, latest_end: Date32Builder, annual_value_pence: Int64Builder, total_value_pence: Int64Builder,
        status: StringBuilder, is_not_yet_awarded: BooleanBuilder, joint_words: StringBuilder, is_sme: BooleanBuilder,
        is_vcse: BooleanBuilder,
    } counts line
}

impl ContractColumns {
    fn add(&mut self, file: &str, sheet: Option<&str>, contract: &Contract, verdict: &RowVerdict<'_>) {
        self.file.append_value(file);
        self.sheet.append_option(sheet);
        self.line.append_value(contract.line);
        self.body.append_value(verdict.body.as_str());
        self.reference.append_option(contract.reference.as_deref().or(contract.ocid.as_deref()));
        self.title.append_option(contract.title.as_deref().or(contract.description.as_deref()));
        // One name a line: a name may hold a semicolon, but never a line break.
        let names: Vec<String> = contract.suppliers.iter().map(|name| name.split_whitespace().collect::<Vec<_>>().join(" ")).collect();
        self.suppliers.append_option((!names.is_empty()).then(|| names.join("\n")));
        self.company_number.append_option(contract.company_number.as_deref());
        self.postcode.append_option(contract.postcode.as_deref());
        self.family.append_option(verdict.family.map(Family::code));
        self.family_reason.append_option(verdict.family.map(|_| because_code(verdict.because)));
        self.start.append_option(contract.start.map(|day| day.0));
        self.end.append_option(contract.end.map(|day| day.0));
        self.earliest_end.append_option(contract.earliest_end.map(|day| day.0));
        self.latest_end.append_option(contract.latest_end.map(|day| day.0));
        self.annual_value_pence.append_option(contract.annual_value.map(|value| value.0));
        self.total_value_pence.append_option(contract.total_value.map(|value| value.0));
        self.status.append_option(contract.status.as_deref());
        self.is_not_yet_awarded.append_value(contract.is_not_yet_awarded);
        self.joint_words.append_option(contract.joint_words.as_deref());
        self.is_sme.append_option(contract.is_sme);
        self.is_vcse.append_option(contract.is_vcse);
    }
}

columns! {
    RemarkColumns {
        file: StringBuilder, sheet: StringBuilder, line: UInt32Builder, column: StringBuilder, body: StringBuilder,
        kind: StringBuilder, seen: StringBuilder, done: StringBuilder, sets_aside: BooleanBuilder,
    } counts line
}

impl RemarkColumns {
    fn add(&mut self, file: &str, body: &BodyId, remark: &Remark) {
        self.file.append_value(file);
        self.sheet.append_option(remark.sheet.as_deref());
        self.line.append_value(remark.line);
        self.column.append_option(remark.column.as_deref());
        self.body.append_value(body.as_str());
        self.kind.append_value(remark.kind.code());
        self.seen.append_value(&remark.seen);
        self.done.append_value(&remark.done);
        self.sets_aside.append_value(remark.kind.sets_aside());
    }
}

/// How a payee is written in the evidence, and its number among these.
fn payee_kind(payee: Payee<'_>) -> (usize, &'static str) {
    match payee {
        Payee::Supplier(_) => (0, "supplier"),
        Payee::Redacted(Redaction::Personal) => (1, "redacted-personal"),
        Payee::Redacted(Redaction::Commercial) => (2, "redacted-commercial"),
        Payee::Redacted(Redaction::Other) => (3, "redacted-other"),
        Payee::PrivatePerson => (4, "person"),
        Payee::Missing => (5, "missing"),
    }
}

/// How a reason is written in the evidence.
pub(crate) fn because_code(because: Because) -> &'static str {
    match because {
        Because::ProClass => "proclass",
        Because::Cpv => "cpv",
        Because::Sercop => "sercop",
        Because::CategoryWords => "category-words",
        Because::ServiceWords => "service-words",
        Because::PurposeWords => "purpose-words",
        Because::SupplierWords => "supplier-words",
        Because::SupplierElsewhere => "supplier-elsewhere",
        Because::Nothing => "nothing",
    }
}
