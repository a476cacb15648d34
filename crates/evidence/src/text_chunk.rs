//! One column of texts in one group of rows, as the Parquet format has it: a page of the texts, then pages of their numbers.
//!
//! The rule: <https://parquet.apache.org/docs/file-format/data-pages/encodings/>, the dictionary encoding with plain texts and
//! numbers in runs or packed. Texts come numbered already, so nothing is looked up here; the library's own writer looks up
//! every text of every row. What is written is read back by the library's reader, which the tests hold it to.

use bytes::Bytes;
use datafusion::parquet::basic::{Compression, Encoding};
use datafusion::parquet::column::page::{CompressedPage, Page, PageWriter};
use datafusion::parquet::column::writer::ColumnCloseResult;
use datafusion::parquet::errors::ParquetError;
use datafusion::parquet::file::metadata::{ColumnChunkMetaData, OffsetIndexBuilder};
use datafusion::parquet::file::writer::{SerializedPageWriter, TrackedWrite};
use datafusion::parquet::schema::types::ColumnDescPtr;

use crate::text_column::{ABSENT, Texts};

/// Equal numbers in a row from which on a run is smaller than packing them.
const LEAST_RUN: usize = 16;

/// The texts of a column and the pages of one group of rows.
#[derive(Default)]
pub(crate) struct TextChunk {
    texts: Vec<Box<str>>,
    pages: Vec<(Vec<u8>, u32)>,
}

impl TextChunk {
    /// True where no row was added since the last group.
    pub(crate) fn is_empty(&self) -> bool {
        self.pages.is_empty()
    }

    /// Adds a batch of rows as a page.
    pub(crate) fn add(&mut self, batch: Texts) {
        if batch.begins_anew {
            self.texts.clear();
        }
        self.texts.extend(batch.new);
        let is_there: Vec<u32> = batch.rows.iter().map(|number| u32::from(*number != ABSENT)).collect();
        let mut page = vec![0; 4];
        write_numbers(&is_there, 1, &mut page);
        let length = page.len() as u32 - 4;
        page[..4].copy_from_slice(&length.to_le_bytes());
        let width = bits_for(self.texts.len());
        page.push(width as u8);
        if is_there.contains(&0) {
            let there: Vec<u32> = batch.rows.iter().copied().filter(|number| *number != ABSENT).collect();
            write_numbers(&there, width, &mut page);
        } else {
            write_numbers(&batch.rows, width, &mut page);
        }
        self.pages.push((page, batch.rows.len() as u32));
    }

    /// The bytes of the column in this group of rows, and what is to be said of them. Texts stay for the next group.
    ///
    /// # Errors
    /// When a page is larger than the format can say.
    pub(crate) fn finish(&mut self, column: ColumnDescPtr) -> Result<(Bytes, ColumnCloseResult), ParquetError> {
        let mut sink = TrackedWrite::new(Vec::new());
        let mut offsets = OffsetIndexBuilder::new();
        let mut pages = SerializedPageWriter::new(&mut sink);
        let first = pages.write_page(uncompressed(self.page_of_texts()))?;
        let mut rows = 0;
        for (page, page_rows) in self.pages.drain(..) {
            let spec = pages.write_page(uncompressed(page_of_numbers(page, page_rows)))?;
            offsets.append_row_count(i64::from(page_rows));
            offsets.append_offset_and_size(spec.offset as i64, spec.compressed_size as i32);
            rows += u64::from(page_rows);
        }
        let bytes_written = sink.bytes_written() as u64;
        let metadata = ColumnChunkMetaData::builder(column)
            .set_compression(Compression::UNCOMPRESSED)
            .set_encodings(vec![Encoding::PLAIN, Encoding::RLE, Encoding::RLE_DICTIONARY])
            .set_total_compressed_size(bytes_written as i64)
            .set_total_uncompressed_size(bytes_written as i64)
            .set_num_values(rows as i64)
            .set_dictionary_page_offset(Some(0))
            .set_data_page_offset(first.bytes_written as i64)
            .build()?;
        let offset_index = Some(offsets.build());
        let close = ColumnCloseResult { bytes_written, rows_written: rows, metadata, bloom_filter: None, column_index: None, offset_index };
        Ok((sink.into_inner()?.into(), close))
    }

    fn page_of_texts(&self) -> Page {
        let mut buffer = Vec::with_capacity(self.texts.iter().map(|text| text.len() + 4).sum());
        for text in &self.texts {
            buffer.extend_from_slice(&(text.len() as u32).to_le_bytes());
            buffer.extend_from_slice(text.as_bytes());
        }
        Page::DictionaryPage { buf: buffer.into(), num_values: self.texts.len() as u32, encoding: Encoding::PLAIN, is_sorted: false }
    }
}

fn page_of_numbers(page: Vec<u8>, rows: u32) -> Page {
    Page::DataPage {
        buf: page.into(),
        num_values: rows,
        encoding: Encoding::RLE_DICTIONARY,
        def_level_encoding: Encoding::RLE,
        rep_level_encoding: Encoding::RLE,
        statistics: None,
    }
}

fn uncompressed(page: Page) -> CompressedPage {
    let size = page.buffer().len();
    CompressedPage::new(page, size)
}

/// Bits that hold any number below `many`, at least one.
fn bits_for(many: usize) -> u32 {
    usize::BITS - many.saturating_sub(1).max(1).leading_zeros()
}

/// Writes numbers of `width` bits, long runs of equal ones as runs and all others packed in eights.
fn write_numbers(numbers: &[u32], width: u32, out: &mut Vec<u8>) {
    let (mut packed_from, mut place) = (0, 0);
    while place < numbers.len() {
        let run = numbers[place..].iter().take_while(|number| **number == numbers[place]).count();
        if run < LEAST_RUN {
            place = (place + 8).min(numbers.len());
            continue;
        }
        write_packed(&numbers[packed_from..place], width, out);
        write_length((run as u64) << 1, out);
        out.extend_from_slice(&numbers[place].to_le_bytes()[..width.div_ceil(8) as usize]);
        place += run;
        packed_from = place;
    }
    write_packed(&numbers[packed_from..], width, out);
}

/// Numbers packed from the lowest bit up, filled with noughts to a whole eight.
fn write_packed(numbers: &[u32], width: u32, out: &mut Vec<u8>) {
    if numbers.is_empty() {
        return;
    }
    let eights = numbers.len().div_ceil(8);
    write_length((eights as u64) << 1 | 1, out);
    let ends = out.len() + eights * width as usize;
    let (mut waiting, mut bits) = (0_u64, 0);
    for number in numbers {
        waiting |= u64::from(*number) << bits;
        bits += width;
        if bits >= 32 {
            out.extend_from_slice(&(waiting as u32).to_le_bytes());
            waiting >>= 32;
            bits -= 32;
        }
    }
    out.extend_from_slice(&waiting.to_le_bytes());
    out.resize(ends, 0);
}

/// Seven bits a byte, the lowest first, the highest bit saying that more follow.
fn write_length(mut length: u64, out: &mut Vec<u8>) {
    while length >= 0x80 {
        out.push(length as u8 | 0x80);
        length >>= 7;
    }
    out.push(length as u8);
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn eight_numbers_are_packed_as_the_format_shows_it() {
        // The example of the format's own page: 0 to 7 at three bits are 88 C6 FA, after a header for one eight.
        let mut out = Vec::new();
        write_numbers(&[0, 1, 2, 3, 4, 5, 6, 7], 3, &mut out);
        assert_eq!(out, [0b0000_0011, 0b1000_1000, 0b1100_0110, 0b1111_1010]);
    }

    #[test]
    fn a_long_run_is_its_length_and_one_number() {
        let mut out = Vec::new();
        write_numbers(&[5; 100], 3, &mut out);
        assert_eq!(out, [0xc8, 0x01, 5]);
    }

    #[test]
    fn the_width_holds_the_largest_number_and_is_never_nought() {
        assert_eq!([0, 1, 2, 3, 4, 5, 256, 257].map(bits_for), [1, 1, 1, 2, 2, 3, 8, 9]);
    }

    /// The slow way back: header by header, bit by bit.
    fn read_numbers(mut bytes: &[u8], width: u32, many: usize) -> Vec<u32> {
        let mut numbers = Vec::new();
        while numbers.len() < many {
            let (mut header, mut shift) = (0_u64, 0);
            loop {
                let byte = bytes[0];
                bytes = &bytes[1..];
                header |= u64::from(byte & 0x7f) << shift;
                shift += 7;
                if byte < 0x80 {
                    break;
                }
            }
            if header & 1 == 0 {
                let size = width.div_ceil(8) as usize;
                let number = (0..size).fold(0, |number, place| number | u32::from(bytes[place]) << (8 * place));
                numbers.extend(std::iter::repeat_n(number, (header >> 1) as usize));
                bytes = &bytes[size..];
            } else {
                let count = (header >> 1) as usize * 8;
                let bit = |place: usize| u32::from(bytes[place / 8] >> (place % 8) & 1);
                numbers.extend((0..count).map(|place| (0..width).map(|of| bit(place * width as usize + of as usize) << of).sum::<u32>()));
                bytes = &bytes[count * width as usize / 8..];
            }
        }
        numbers.truncate(many);
        numbers
    }

    proptest! {
        #[test]
        fn numbers_come_back_as_they_were(runs in prop::collection::vec((0_u32..1 << 20, 1_usize..40), 0..40), width in 20_u32..=31) {
            let numbers: Vec<u32> = runs.iter().flat_map(|(number, many)| std::iter::repeat_n(*number, *many)).collect();
            let mut out = Vec::new();
            write_numbers(&numbers, width, &mut out);
            prop_assert_eq!(read_numbers(&out, width, numbers.len()), numbers);
        }
    }
}
