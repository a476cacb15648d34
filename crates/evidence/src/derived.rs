//! What was worked out over all files together, written as datasets of its own.
//!
//! The rule: all of it is written under one new name before the manifest says that name, so that a reader
//! never sees names of one run beside repeats of another.

use std::path::PathBuf;
use std::sync::Arc;

use datafusion::arrow::array::{ArrayRef, Date32Array, Int32Array, Int64Array, RecordBatch, StringArray, UInt32Array, UInt64Array};
use datafusion::arrow::datatypes::SchemaRef;
use definitions::{BodyId, Day, SupplierId, Trouble};
use opportunities::EvidenceWanted;
use services::Family;

use crate::folder::{Hold, cannot};
use crate::manifest::{FileEntry, Outcome};
use crate::parquet_file::write_parquet;
use crate::questions::PartyRow;
use crate::schemas;
use crate::writer::file_id;

/// One supplier.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SupplierRow {
    /// Its id.
    pub id: SupplierId,
    /// The name shown.
    pub name: String,
    /// Set when it is a public body.
    pub is_body: Option<BodyId>,
    /// The family it is mostly paid for.
    pub mostly: Option<Family>,
    /// How many names, as written, it has.
    pub names: u32,
}

/// A supplier of a contract: file, sheet, line, supplier.
pub type ContractSupplierRow = (Arc<str>, Option<Arc<str>>, u32, SupplierId);

/// One name as written by one body, with the supplier it was last decided to be.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct SupplierIdRow {
    /// Who wrote it.
    pub body: BodyId,
    /// As written.
    pub name: String,
    /// Its supplier.
    pub id: SupplierId,
}

/// One supplier id whose names went elsewhere.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SupplierChangeRow {
    /// The day of the run that changed it.
    pub day: Day,
    /// The id as it was.
    pub id: SupplierId,
    /// `joined`, `split` or `moved`.
    pub change: String,
    /// The id under which the names are since.
    pub now: SupplierId,
}

/// Writes the derived datasets of one run.
pub struct Derived<'a> {
    hold: &'a Hold,
    key: String,
}

impl<'a> Derived<'a> {
    /// `key` must not have been used before: it names this run's datasets.
    pub fn begin(hold: &'a Hold, key: &str) -> Derived<'a> {
        Derived { hold, key: key.to_string() }
    }

    /// Rows that other files count: file entry, place among its payments, file entry where it is counted.
    ///
    /// # Errors
    /// When the disk refuses; so do all below.
    pub fn repeats(&self, repeats: &[(&FileEntry, u32, &FileEntry)]) -> Result<(), Trouble> {
        self.write("repeats", &schemas::repeats(), repeats, |rows| {
            vec![
                array(UInt64Array::from_iter_values(rows.iter().map(|(file, ..)| file_id(&file.key)))),
                array(UInt32Array::from_iter_values(rows.iter().map(|(_, row, _)| *row))),
                texts(rows, |(file, ..)| Some(&file.path)),
                texts(rows, |(.., counted_in)| Some(&counted_in.path)),
            ]
        })
    }

    /// Which supplier each party is.
    ///
    /// # Errors
    /// See [`Derived::repeats`].
    pub fn names(&self, names: &[(&PartyRow, &SupplierId)]) -> Result<(), Trouble> {
        self.write("names", &schemas::names(), names, |rows| {
            vec![
                array(UInt64Array::from_iter_values(rows.iter().map(|(party, _)| party.party))),
                texts(rows, |(_, id)| Some(id.as_str())),
                texts(rows, |(party, _)| Some(&party.name)),
                texts(rows, |(party, _)| party.supplier_number.as_deref()),
                texts(rows, |(party, _)| party.company_number.as_deref()),
                texts(rows, |(party, _)| party.vat_number.as_deref()),
                texts(rows, |(party, _)| party.charity_number.as_deref()),
                texts(rows, |(party, _)| party.postcode.as_deref()),
            ]
        })
    }

    /// The suppliers.
    ///
    /// # Errors
    /// See [`Derived::repeats`].
    pub fn suppliers(&self, suppliers: &[SupplierRow]) -> Result<(), Trouble> {
        self.write("suppliers", &schemas::suppliers(), suppliers, |rows| {
            vec![
                texts(rows, |row| Some(row.id.as_str())),
                texts(rows, |row| Some(&row.name)),
                texts(rows, |row| row.is_body.as_ref().map(BodyId::as_str)),
                texts(rows, |row| row.mostly.map(Family::code)),
                array(UInt32Array::from_iter_values(rows.iter().map(|row| row.names))),
            ]
        })
    }

    /// The suppliers of each contract: file, sheet, line, supplier.
    ///
    /// # Errors
    /// See [`Derived::repeats`].
    pub fn contract_suppliers(&self, rows: &[ContractSupplierRow]) -> Result<(), Trouble> {
        self.write("contract_suppliers", &schemas::contract_suppliers(), rows, |rows| {
            vec![
                texts(rows, |row| Some(&row.0)),
                texts(rows, |row| row.1.as_deref()),
                array(UInt32Array::from_iter_values(rows.iter().map(|row| row.2))),
                texts(rows, |row| Some(row.3.as_str())),
            ]
        })
    }

    /// The supplier of every name that any run has met, so that later runs keep its id.
    ///
    /// # Errors
    /// See [`Derived::repeats`].
    pub fn supplier_ids(&self, rows: &[SupplierIdRow]) -> Result<(), Trouble> {
        self.write("supplier_ids", &schemas::supplier_ids(), rows, |rows| {
            vec![texts(rows, |row| Some(row.body.as_str())), texts(rows, |row| Some(&row.name)), texts(rows, |row| Some(row.id.as_str()))]
        })
    }

    /// Every change of a supplier id in any run.
    ///
    /// # Errors
    /// See [`Derived::repeats`].
    pub fn supplier_changes(&self, rows: &[SupplierChangeRow]) -> Result<(), Trouble> {
        self.write("supplier_changes", &schemas::supplier_changes(), rows, |rows| {
            vec![
                array(Date32Array::from_iter_values(rows.iter().map(|row| row.day.0))),
                texts(rows, |row| Some(row.id.as_str())),
                texts(rows, |row| Some(&row.change)),
                texts(rows, |row| Some(row.now.as_str())),
            ]
        })
    }

    /// The bodies: id, name, kind, ONS code.
    ///
    /// # Errors
    /// See [`Derived::repeats`].
    pub fn bodies(&self, rows: &[(BodyId, String, String, Option<String>)]) -> Result<(), Trouble> {
        self.write("bodies", &schemas::bodies(), rows, |rows| {
            vec![
                texts(rows, |row| Some(row.0.as_str())),
                texts(rows, |row| Some(&row.1)),
                texts(rows, |row| Some(&row.2)),
                texts(rows, |row| row.3.as_deref()),
            ]
        })
    }

    /// The files, sheet by sheet.
    ///
    /// # Errors
    /// See [`Derived::repeats`].
    pub fn files(&self, entries: &[FileEntry]) -> Result<(), Trouble> {
        let rows: Vec<SheetRow> = entries.iter().flat_map(sheet_rows).collect();
        self.write("files", &schemas::files(), &rows, |rows| {
            vec![
                texts(rows, |row| Some(&row.file)),
                texts(rows, |row| row.sheet.as_deref()),
                texts(rows, |row| Some(&row.publisher)),
                texts(rows, |row| row.format.as_deref()),
                texts(rows, |row| Some(&row.kind)),
                texts(rows, |row| Some(&row.basis)),
                array(UInt64Array::from_iter_values(rows.iter().map(|row| row.rows_kept))),
                array(UInt64Array::from_iter_values(rows.iter().map(|row| row.rows_set_aside))),
                array(Int64Array::from_iter_values(rows.iter().map(|row| row.total_pence))),
                texts(rows, |row| Some(&row.note)),
            ]
        })
    }

    /// The published lines that are wanted, each under its place in the list.
    ///
    /// # Errors
    /// See [`Derived::repeats`].
    pub fn wanted(&self, wanted: &[EvidenceWanted]) -> Result<(), Trouble> {
        self.write("wanted", &schemas::wanted(), wanted, |rows| {
            vec![
                array(UInt32Array::from_iter_values(0..rows.len() as u32)),
                texts(rows, |row| Some(row.body.as_str())),
                texts(rows, |row| row.supplier.as_ref().map(SupplierId::as_str)),
                texts(rows, |row| row.family.map(Family::code)),
                array(Int32Array::from_iter_values(rows.iter().map(|row| row.year.0))),
            ]
        })
    }

    fn write<T>(&self, dataset: &str, schema: &SchemaRef, rows: &[T], arrays: impl Fn(&[T]) -> Vec<ArrayRef>) -> Result<(), Trouble> {
        let path: PathBuf = self.hold.dataset(dataset)?.join(format!("{}.parquet", self.key));
        let batches: Result<Vec<RecordBatch>, _> =
            rows.chunks(65_536).map(|chunk| RecordBatch::try_new(schema.clone(), arrays(chunk))).collect();
        write_parquet(&path, schema, &batches.map_err(|error| cannot("write", &path, &error))?)
    }
}

struct SheetRow {
    file: String,
    sheet: Option<String>,
    publisher: String,
    format: Option<String>,
    kind: String,
    basis: String,
    rows_kept: u64,
    rows_set_aside: u64,
    total_pence: i64,
    note: String,
}

fn sheet_rows(entry: &FileEntry) -> Vec<SheetRow> {
    let whole = |kind: &str, note: &str| SheetRow {
        file: entry.path.clone(),
        sheet: None,
        publisher: entry.publisher.to_string(),
        format: None,
        kind: kind.to_string(),
        basis: "unknown".to_string(),
        rows_kept: 0,
        rows_set_aside: 0,
        total_pence: 0,
        note: note.to_string(),
    };
    match &entry.outcome {
        Outcome::Refused { because, .. } => vec![whole("refused", because)],
        Outcome::SameAs(other) => vec![whole("same-as", &format!("the same bytes as {other}"))],
        Outcome::Read(understanding) => understanding
            .tables
            .iter()
            .map(|table| SheetRow {
                sheet: table.sheet.as_deref().map(str::to_string),
                format: Some(plain_code(&understanding.format)),
                basis: plain_code(&table.basis),
                rows_kept: table.rows_kept,
                rows_set_aside: table.set_aside.values().sum(),
                total_pence: table.total.0,
                ..whole(&plain_code(&table.kind), &table.kind_why)
            })
            .collect(),
    }
}

/// The code under which a unit enum is written in JSON: the one spelling everywhere.
fn plain_code(value: &impl serde::Serialize) -> String {
    serde_json::to_value(value).ok().and_then(|value| value.as_str().map(str::to_string)).unwrap_or_default()
}

fn array(values: impl datafusion::arrow::array::Array + 'static) -> ArrayRef {
    Arc::new(values)
}

fn texts<T>(rows: &[T], text: impl Fn(&T) -> Option<&str>) -> ArrayRef {
    Arc::new(StringArray::from_iter(rows.iter().map(text)))
}
