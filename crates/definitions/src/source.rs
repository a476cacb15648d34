//! Where a figure was published.
//!
//! The rule: every row that is kept says its file, sheet and line, so that any number on a page can
//! be followed to the published line. A file is known by its bytes, never by its name.

use std::fmt;
use std::sync::Arc;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// SHA-256 of a published file's bytes.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Fingerprint(pub [u8; 32]);

impl Fingerprint {
    /// The first twelve hexadecimal digits: enough to tell the files of one place apart at a glance.
    pub fn short(&self) -> String {
        self.to_string()[..12].to_string()
    }
}

/// Sixty-four hexadecimal digits.
impl fmt::Display for Fingerprint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

impl fmt::Debug for Fingerprint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl Serialize for Fingerprint {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Fingerprint {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Fingerprint, D::Error> {
        let text = String::deserialize(from)?;
        let wrong = || serde::de::Error::custom(format!("{text:?} is not a fingerprint of 64 hexadecimal digits"));
        if text.len() != 64 || !text.is_ascii() {
            return Err(wrong());
        }
        let mut bytes = [0; 32];
        for (place, byte) in bytes.iter_mut().enumerate() {
            *byte = u8::from_str_radix(&text[place * 2..place * 2 + 2], 16).map_err(|_| wrong())?;
        }
        Ok(Fingerprint(bytes))
    }
}

/// The published place of one row. `file` is the name under which the reader was given it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Source {
    /// Path of the file, relative to the folder that was searched.
    pub file: Arc<str>,
    /// Sheet of a workbook, or member of an archive; `None` for plain files.
    pub sheet: Option<Arc<str>>,
    /// Line of a text file, row of a sheet, or record of a JSON file, counted from 1.
    pub line: u32,
}

/// `bolton/april.csv, line 12` or `bury/april.xlsx, sheet April, line 12`.
impl fmt::Display for Source {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.sheet {
            Some(sheet) => write!(f, "{}, sheet {sheet}, line {}", self.file, self.line),
            None => write!(f, "{}, line {}", self.file, self.line),
        }
    }
}
