//! A Parquet file being written, one group of rows after the other.
//!
//! The rule: columns of numbers and days go through the library's own encoders; columns of texts come numbered and are laid
//! out by `text_chunk.rs`. A group ends after [`GROUP_ROWS`], or where the numbers of some column begin anew.

use std::fs::File;

use datafusion::arrow::array::ArrayRef;
use datafusion::arrow::datatypes::SchemaRef;
use datafusion::parquet::arrow::ArrowWriter;
use datafusion::parquet::arrow::arrow_writer::{ArrowColumnWriter, ArrowRowGroupWriterFactory, compute_leaves};
use datafusion::parquet::errors::ParquetError;
use datafusion::parquet::file::writer::SerializedFileWriter;

use crate::text_chunk::TextChunk;
use crate::text_column::Texts;

/// Rows that share one list of texts.
pub(crate) const GROUP_ROWS: usize = 524_288;

/// One column of a batch of rows.
pub(crate) enum Part {
    /// As the library's arrays have it.
    Values(ArrayRef),
    /// As texts that are numbered.
    Texts(Texts),
}

/// Some rows, column by column in the order of the schema.
pub(crate) struct Batch {
    /// How many rows.
    pub(crate) rows: usize,
    /// The columns.
    pub(crate) parts: Vec<Part>,
}

/// A Parquet file and the group of rows that is being filled.
pub(crate) struct RowGroups {
    file: SerializedFileWriter<File>,
    factory: ArrowRowGroupWriterFactory,
    schema: SchemaRef,
    /// One a column; none between two groups.
    encoders: Vec<ArrowColumnWriter>,
    /// One a column; those of columns that are no texts stay empty.
    texts: Vec<TextChunk>,
    rows: usize,
}

impl RowGroups {
    /// A file of rows of `schema`, to which `writer` has added nothing yet.
    ///
    /// # Errors
    /// When the library refuses; so do all below, or when the disk does.
    pub(crate) fn of(writer: ArrowWriter<File>, schema: SchemaRef) -> Result<RowGroups, ParquetError> {
        let (file, factory) = writer.into_serialized_writer()?;
        let texts = schema.fields().iter().map(|_| TextChunk::default()).collect();
        Ok(RowGroups { file, factory, schema, encoders: Vec::new(), texts, rows: 0 })
    }

    /// Adds rows.
    pub(crate) fn write(&mut self, batch: Batch) -> Result<(), ParquetError> {
        if batch.parts.iter().any(|part| matches!(part, Part::Texts(texts) if texts.begins_anew)) {
            self.end_group()?;
        }
        if self.encoders.is_empty() {
            self.encoders = self.factory.create_column_writers(self.file.flushed_row_groups().len())?;
        }
        for (place, part) in batch.parts.into_iter().enumerate() {
            match part {
                Part::Texts(texts) => self.texts[place].add(texts),
                Part::Values(array) => {
                    for leaf in compute_leaves(self.schema.field(place), &array)? {
                        self.encoders[place].write(&leaf)?;
                    }
                }
            }
        }
        self.rows += batch.rows;
        if self.rows >= GROUP_ROWS { self.end_group() } else { Ok(()) }
    }

    /// Ends the file.
    pub(crate) fn close(mut self) -> Result<(), ParquetError> {
        self.end_group()?;
        self.file.close().map(drop)
    }

    fn end_group(&mut self) -> Result<(), ParquetError> {
        if self.rows == 0 {
            return Ok(());
        }
        let columns = self.file.schema_descr().columns().to_vec();
        let mut group = self.file.next_row_group()?;
        for ((encoder, texts), column) in self.encoders.drain(..).zip(&mut self.texts).zip(columns) {
            if texts.is_empty() {
                encoder.close()?.append_to_row_group(&mut group)?;
            } else {
                let (bytes, close) = texts.finish(column)?;
                group.append_column(&bytes, close)?;
            }
        }
        group.close()?;
        self.rows = 0;
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use datafusion::arrow::array::{AsArray, Int64Array, RecordBatch};
    use datafusion::arrow::datatypes::{DataType, Field, Int64Type, Schema};
    use datafusion::parquet::arrow::arrow_reader::ParquetRecordBatchReaderBuilder;
    use proptest::prelude::*;

    use super::*;
    use crate::text_column::TextColumn;

    type Row = (Option<String>, i64);

    fn schema() -> SchemaRef {
        Arc::new(Schema::new(vec![Field::new("text", DataType::Utf8, true), Field::new("number", DataType::Int64, true)]))
    }

    /// Writes batches of rows and reads all of them back with the library.
    fn there_and_back(batches: Vec<(Vec<Row>, bool)>) -> Vec<Row> {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("made-up.parquet");
        let writer = ArrowWriter::try_new(File::create(&path).unwrap(), schema(), None).unwrap();
        let mut groups = RowGroups::of(writer, schema()).unwrap();
        let mut column = TextColumn::default();
        for (rows, begins_anew) in batches {
            if begins_anew {
                column = TextColumn::default();
            }
            rows.iter().for_each(|(text, _)| column.add(text.as_deref(), definitions::TextPlace::default()));
            let texts = Texts { begins_anew, ..column.take() };
            let numbers: Int64Array = rows.iter().map(|(_, number)| *number).collect();
            groups.write(Batch { rows: rows.len(), parts: vec![Part::Texts(texts), Part::Values(Arc::new(numbers))] }).unwrap();
        }
        groups.close().unwrap();
        let reader = ParquetRecordBatchReaderBuilder::try_new(File::open(&path).unwrap()).unwrap().build().unwrap();
        let rows_of = |batch: RecordBatch| -> Vec<Row> {
            let (texts, numbers) = (batch.column(0).as_string::<i32>(), batch.column(1).as_primitive::<Int64Type>());
            texts.iter().map(|text| text.map(str::to_string)).zip(numbers.values().iter().copied()).collect()
        };
        reader.flat_map(|batch| rows_of(batch.unwrap())).collect()
    }

    #[test]
    fn a_column_with_no_text_at_all_comes_back_empty() {
        let rows: Vec<Row> = (0..100).map(|number| (None, number)).collect();
        assert_eq!(there_and_back(vec![(rows.clone(), false)]), rows);
    }

    #[test]
    fn more_rows_than_a_group_holds_come_back_in_their_order() {
        let batch = |from: i64| -> Vec<Row> { (from..from + 100_000).map(|row| (Some(format!("text {}", row % 1_000)), row)).collect() };
        let batches: Vec<(Vec<Row>, bool)> = (0..8).map(|number| (batch(number * 100_000), number == 3)).collect();
        let rows: Vec<Row> = batches.iter().flat_map(|(rows, _)| rows.clone()).collect();
        assert!(rows.len() > GROUP_ROWS);
        assert!(there_and_back(batches) == rows);
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]
        #[test]
        fn every_row_comes_back_with_its_text(
            batches in prop::collection::vec((prop::collection::vec((prop::option::of("[a-e£]{0,2}"), any::<i64>(), 1_usize..30), 1..30), any::<bool>()), 1..5),
        ) {
            let repeated = |rows: Vec<(Option<String>, i64, usize)>| -> Vec<Row> {
                rows.into_iter().flat_map(|(text, number, many)| std::iter::repeat_n((text, number), many)).collect()
            };
            let batches: Vec<(Vec<Row>, bool)> = batches.into_iter().map(|(rows, begins_anew)| (repeated(rows), begins_anew)).collect();
            let rows: Vec<Row> = batches.iter().flat_map(|(rows, _)| rows.clone()).collect();
            prop_assert_eq!(there_and_back(batches), rows);
        }
    }
}
