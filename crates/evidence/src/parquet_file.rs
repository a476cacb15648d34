//! One Parquet file, from batches of rows to its true name.
//!
//! The rule: it is written under a `.part` name and gets its true name when it is whole. The first batch is encoded where
//! it was made; a file of more has a thread of its own to encode them, so that a long file is read and written at
//! once. At most three batches are in memory, whatever the file.

use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::sync::mpsc::{SyncSender, sync_channel};
use std::thread::{self, JoinHandle};

use datafusion::arrow::array::RecordBatch;
use datafusion::arrow::datatypes::SchemaRef;
use datafusion::parquet::arrow::ArrowWriter;
use datafusion::parquet::basic::{Compression, Encoding};
use datafusion::parquet::errors::ParquetError;
use datafusion::parquet::file::properties::{EnabledStatistics, WriterProperties};
use datafusion::parquet::schema::types::ColumnPath;
use definitions::Trouble;

use crate::folder::cannot;
use crate::row_groups::{Batch, GROUP_ROWS, RowGroups};

/// Columns where looking each value up among those before only costs time: they differ on nearly every row, or lie close together
/// and pack as small as a list of them would; with how they are packed.
const NOT_LOOKED_UP: [(&str, Encoding); 10] = [
    ("line", Encoding::DELTA_BINARY_PACKED),
    ("row", Encoding::DELTA_BINARY_PACKED),
    ("file_id", Encoding::DELTA_BINARY_PACKED),
    ("day", Encoding::DELTA_BINARY_PACKED),
    ("month", Encoding::DELTA_BINARY_PACKED),
    ("financial_year", Encoding::DELTA_BINARY_PACKED),
    ("month_bit", Encoding::DELTA_BINARY_PACKED),
    ("key", Encoding::PLAIN),
    ("amount_pence", Encoding::PLAIN),
    ("reference", Encoding::PLAIN),
];

/// A Parquet file being written; made on disk only when there is a first row.
pub(crate) struct ParquetFile {
    path: PathBuf,
    schema: SchemaRef,
    encoder: Encoder,
}

enum Encoder {
    NotBegun,
    Here(Box<RowGroups>),
    Beside(SyncSender<Batch>, JoinHandle<Result<RowGroups, ParquetError>>),
}

impl ParquetFile {
    /// A file that will stand at `path`.
    pub(crate) fn new(path: PathBuf, schema: SchemaRef) -> ParquetFile {
        ParquetFile { path, schema, encoder: Encoder::NotBegun }
    }

    /// Adds rows.
    ///
    /// # Errors
    /// When the disk refuses, now or for rows added before.
    pub(crate) fn write(&mut self, batch: Batch) -> Result<(), Trouble> {
        let refused = |error: &dyn std::fmt::Display| cannot("write", &self.path, error);
        self.encoder = match std::mem::replace(&mut self.encoder, Encoder::NotBegun) {
            Encoder::NotBegun => {
                let writer = open(&part(&self.path), &self.schema)?;
                let mut groups = RowGroups::of(writer, self.schema.clone()).map_err(|error| refused(&error))?;
                groups.write(batch).map_err(|error| refused(&error))?;
                Encoder::Here(Box::new(groups))
            }
            Encoder::Here(groups) => beside(*groups, batch),
            Encoder::Beside(batches, thread) => match batches.send(batch) {
                Ok(()) => Encoder::Beside(batches, thread),
                // The thread ends early only with an error.
                Err(error) => return Err(joined(thread).err().map_or_else(|| refused(&error), |error| refused(&error))),
            },
        };
        Ok(())
    }

    /// Gives the file its true name, if it has a row.
    ///
    /// # Errors
    /// When the disk refuses.
    pub(crate) fn finish(self) -> Result<(), Trouble> {
        let refused = |error: &dyn std::fmt::Display| cannot("write", &self.path, error);
        let groups = match self.encoder {
            Encoder::NotBegun => return Ok(()),
            Encoder::Here(groups) => *groups,
            Encoder::Beside(batches, thread) => {
                drop(batches);
                joined(thread).map_err(|error| refused(&error))?
            }
        };
        groups.close().map_err(|error| refused(&error))?;
        fs::rename(part(&self.path), &self.path).map_err(|error| refused(&error))
    }
}

/// Hands `groups` to a thread, which writes `first` and whatever is sent after it.
fn beside(mut groups: RowGroups, first: Batch) -> Encoder {
    let (sender, batches) = sync_channel::<Batch>(1);
    let thread = thread::spawn(move || {
        groups.write(first)?;
        while let Ok(batch) = batches.recv() {
            groups.write(batch)?;
        }
        Ok(groups)
    });
    Encoder::Beside(sender, thread)
}

fn joined(thread: JoinHandle<Result<RowGroups, ParquetError>>) -> Result<RowGroups, ParquetError> {
    thread.join().unwrap_or_else(|_| Err(ParquetError::General("the thread that writes it broke off".to_string())))
}

/// A Parquet file made whole from batches that are all there.
pub(crate) fn write_parquet(path: &Path, schema: &SchemaRef, batches: &[RecordBatch]) -> Result<(), Trouble> {
    let mut writer = open(&part(path), schema)?;
    for batch in batches {
        writer.write(batch).map_err(|error| cannot("write", path, &error))?;
    }
    let file = writer.into_inner().map_err(|error| cannot("write", path, &error))?;
    file.sync_data().and_then(|()| fs::rename(part(path), path)).map_err(|error| cannot("write", path, &error))
}

/// Begins a Parquet file at `path`, for rows of `schema`.
fn open(path: &Path, schema: &SchemaRef) -> Result<ArrowWriter<File>, Trouble> {
    // No smallest and largest text of each column: every question asks for files by name, never for a range of them.
    let mut properties = WriterProperties::builder()
        .set_compression(Compression::LZ4_RAW)
        .set_statistics_enabled(EnabledStatistics::None)
        .set_max_row_group_row_count(Some(GROUP_ROWS));
    for (column, encoding) in NOT_LOOKED_UP {
        let column = ColumnPath::from(column);
        properties = properties.set_column_dictionary_enabled(column.clone(), false).set_column_encoding(column, encoding);
    }
    let file = File::create(path).map_err(|error| cannot("write", path, &error))?;
    ArrowWriter::try_new(file, schema.clone(), Some(properties.build())).map_err(|error| cannot("write", path, &error))
}

fn part(path: &Path) -> PathBuf {
    path.with_extension("part")
}
