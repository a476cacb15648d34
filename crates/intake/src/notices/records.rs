//! The records of a JSON file, walked one at a time and more than once.
//!
//! The rule: a document is held whole (its size was weighed first); a file of one document a line is never held, but read
//! again for every walk. A line that is not JSON is handed on as broken, with why, and the walk goes on.

use std::io::{self, BufRead, BufReader, Read, SeekFrom};

use definitions::Trouble;
use serde_json::Value;

use super::shape;
use crate::Bytes;

/// Where the records are.
pub(super) enum Records<'a> {
    /// In memory.
    Document {
        /// As listed in the document.
        items: Vec<Value>,
        /// For people.
        text_form: String,
        /// The document's own size.
        size: u64,
    },
    /// One document a line.
    Lines {
        /// The file.
        bytes: Box<dyn Bytes + 'a>,
        /// Its name, for messages.
        file_name: String,
        /// Longest line that is read.
        longest: u64,
    },
}

/// What stands at one place.
pub(super) enum Item<'a> {
    /// A record.
    Value(&'a Value),
    /// A line that is not JSON, and why.
    Broken(String),
    /// A line with nothing in it.
    Blank,
}

impl Records<'_> {
    /// For people.
    pub(super) fn text_form(&self) -> String {
        match self {
            Records::Document { text_form, .. } => text_form.clone(),
            Records::Lines { .. } => "JSON, one document a line".to_string(),
        }
    }

    /// Gives each record with its number (of a file of lines: its line), from 1, and how many bytes have been read, until
    /// `take` returns `false`.
    pub(super) fn walk(&mut self, take: &mut dyn FnMut(u32, u64, Item<'_>) -> bool) -> Result<(), Trouble> {
        match self {
            Records::Document { items, size, .. } => {
                let count = items.len().max(1) as u64;
                for (place, item) in items.iter().enumerate() {
                    let read = (u128::from(*size) * (place as u128 + 1) / u128::from(count)) as u64;
                    if !take(number(place as u64 + 1), read, Item::Value(item)) {
                        break;
                    }
                }
                Ok(())
            }
            Records::Lines { bytes, file_name, longest } => {
                walk_lines(bytes.as_mut(), *longest, take).map_err(|error| cannot_read(file_name, &error))
            }
        }
    }
}

/// Trouble with the file itself.
pub(super) fn cannot_read(file_name: &str, error: &io::Error) -> Trouble {
    Trouble::new(format!("read {file_name}"), error.to_string(), "See that the file is still there and may be read, and try again.")
}

fn walk_lines(bytes: &mut dyn Bytes, longest: u64, take: &mut dyn FnMut(u32, u64, Item<'_>) -> bool) -> io::Result<()> {
    bytes.seek(SeekFrom::Start(0))?;
    let mut reader = BufReader::with_capacity(1 << 16, bytes);
    let (mut line, mut read, mut line_number) = (Vec::new(), 0, 0_u64);
    while next_line(&mut reader, longest, &mut line, &mut read)? {
        line_number += 1;
        let number = number(line_number);
        let goes_on = match line_value(&line, longest) {
            Ok(None) => take(number, read, Item::Blank),
            Ok(Some(value)) => shape::each_record(&value, &mut |record| take(number, read, Item::Value(record))),
            Err(why) => take(number, read, Item::Broken(why)),
        };
        if !goes_on {
            break;
        }
    }
    Ok(())
}

/// Lines beyond what a `u32` counts share the last number: such a file is over the limits long before.
fn number(place: u64) -> u32 {
    u32::try_from(place).unwrap_or(u32::MAX)
}

/// Reads one line; of a line longer than `longest` only so much is kept, and the rest is passed over. `false` at the end.
pub(super) fn next_line(reader: &mut impl BufRead, longest: u64, line: &mut Vec<u8>, read: &mut u64) -> io::Result<bool> {
    line.clear();
    let kept = reader.by_ref().take(longest.saturating_add(1)).read_until(b'\n', line)? as u64;
    *read += kept;
    if kept > longest && line.last() != Some(&b'\n') {
        *read += reader.skip_until(b'\n')? as u64;
    }
    Ok(kept > 0)
}

/// The document on one line; nothing where the line is blank.
pub(super) fn line_value(line: &[u8], longest: u64) -> Result<Option<Value>, String> {
    let line = line.strip_prefix(b"\xef\xbb\xbf").unwrap_or(line).trim_ascii();
    if line.is_empty() {
        return Ok(None);
    }
    if line.len() as u64 > longest {
        return Err(format!("it is longer than {longest} bytes"));
    }
    let text = super::document::decoded(line);
    serde_json::from_str(&text).map(Some).map_err(|error| error.to_string())
}
