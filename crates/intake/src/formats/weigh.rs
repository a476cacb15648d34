//! How much a zip holds, before anything in it is trusted.
//!
//! The rule: the directory is weighed first, then every member is unpacked into nothing and counted, because a
//! directory can lie. What passes a limit is refused before any of it is held in memory.

use std::io::Read;

use definitions::Trouble;
use zip::ZipArchive;
use zip::read::ZipFile;

use super::binary_records::{self, Lengths};
use super::sniff::{broken_zip, unreadable};
use crate::{Bytes, Limits};

/// From this size on a member is asked how tightly it is packed.
const RATIO_ASKED_BYTES: u64 = 32 << 20;

/// Tables pack to a tenth or a fiftieth; a thousandth is only reached by one byte repeated.
const ABSURD_RATIO: u64 = 400;

/// Weighs the workbook in `bytes`. Parts that its reader holds in memory whole may have a quarter of the limit.
///
/// # Errors
/// Trouble when it is broken, locked, or larger than `limits` allow.
pub(super) fn weigh_workbook(name: &str, bytes: &mut dyn Bytes, limits: &Limits) -> Result<(), Trouble> {
    let mut archive = ZipArchive::new(bytes).map_err(|error| broken_zip(name, &error))?;
    weigh_directory(name, &mut archive, limits, limits.unpacked_bytes)?;
    let mut total = 0;
    for place in 0..archive.len() {
        let mut member = archive.by_index(place).map_err(|error| broken_zip(name, &error))?;
        let part = member.name().to_ascii_lowercase();
        let is_held = !part.contains("worksheets") && !part.ends_with("content.xml");
        let most =
            if is_held && (part.ends_with(".xml") || part.ends_with(".bin")) { limits.unpacked_bytes / 4 } else { limits.unpacked_bytes };
        let mut strings = part.ends_with("sharedstrings.xml").then(StringCount::default);
        let mut lengths = binary_records::is_of_records(&part).then(Lengths::default);
        let unpacked = count_bytes(name, &mut member, most, &mut |block| {
            strings.iter_mut().for_each(|strings| strings.look(block));
            lengths.iter_mut().for_each(|lengths| lengths.look(block));
        })?;
        claims_are_possible(name, strings.as_ref(), lengths.as_ref(), unpacked)?;
        total += unpacked;
        if total > limits.unpacked_bytes {
            return Err(too_large(name, limits.unpacked_bytes));
        }
    }
    Ok(())
}

/// Refuses an archive whose directory already says too much.
pub(super) fn weigh_directory(name: &str, archive: &mut ZipArchive<&mut dyn Bytes>, limits: &Limits, most: u64) -> Result<(), Trouble> {
    if archive.len() > limits.members {
        return Err(Trouble::new(
            format!("read {name}"),
            format!("it holds {} files, more than the {} that are read", archive.len(), limits.members),
            "Give the files inside it in several smaller archives.",
        ));
    }
    match archive.decompressed_size() {
        Some(declared) if declared > u128::from(most) => Err(too_large(name, most)),
        _ => Ok(()),
    }
}

/// Trouble for something that is larger unpacked than is allowed.
pub(super) fn too_large(name: &str, most: u64) -> Trouble {
    Trouble::new(
        format!("read {name}"),
        format!("unpacked it is larger than the {} MB that are allowed", most >> 20),
        "Ask the publisher for the table as CSV, which may be of any length, or in smaller files.",
    )
}

/// True where `unpacked` bytes came out of so few that no table could have been in them.
pub(super) fn is_absurd(packed: u64, unpacked: u64) -> bool {
    unpacked > RATIO_ASKED_BYTES && unpacked / packed.max(1) > ABSURD_RATIO
}

fn count_bytes(name: &str, member: &mut ZipFile<'_, &mut dyn Bytes>, most: u64, look: &mut dyn FnMut(&[u8])) -> Result<u64, Trouble> {
    let mut block = vec![0; 64 << 10];
    let mut unpacked = 0_u64;
    loop {
        let length = match member.read(&mut block) {
            Ok(0) => return Ok(unpacked),
            Ok(length) => length,
            // A member that breaks off is weighed as far as it goes; the reader of its rows will say so with its place.
            Err(error) if error.kind() == std::io::ErrorKind::InvalidData || error.kind() == std::io::ErrorKind::UnexpectedEof => {
                return Ok(unpacked);
            }
            Err(error) => return Err(unreadable(name, &error)),
        };
        unpacked += length as u64;
        if unpacked > most || is_absurd(member.compressed_size(), unpacked) {
            return Err(too_large(name, most));
        }
        look(&block[..length]);
    }
}

/// Refuses a part of `unpacked` bytes that claims to hold more, since its reader makes room by the claim.
fn claims_are_possible(name: &str, strings: Option<&StringCount>, lengths: Option<&Lengths>, unpacked: u64) -> Result<(), Trouble> {
    let refused = |because: &str| {
        let try_next = "Open it in a spreadsheet program and save it anew, or ask the publisher for CSV.";
        Err(Trouble::new(format!("read {name}"), because, try_next))
    };
    if strings.is_some_and(|strings| strings.largest > unpacked) {
        return refused("its table of texts claims to be larger than the file");
    }
    if lengths.is_some_and(|lengths| lengths.has_too_long) {
        return refused("one of its records claims to be longer than any real one");
    }
    Ok(())
}

/// The largest number of texts that a workbook's table of texts claims to hold. Its reader sets aside room for that
/// many before it has seen one, so the claim is checked here: no text takes less than a byte.
#[derive(Default)]
struct StringCount {
    matched: usize,
    number: Option<u64>,
    largest: u64,
}

impl StringCount {
    fn look(&mut self, block: &[u8]) {
        const WORD: &[u8] = b"uniqueCount";
        for &byte in block {
            if let Some(number) = self.number {
                match byte {
                    b'0'..=b'9' => self.number = Some(number.saturating_mul(10).saturating_add(u64::from(byte - b'0'))),
                    b'=' | b'"' | b'\'' | b' ' | b'\t' | b'\r' | b'\n' | b'+' if number == 0 => {}
                    _ => {
                        self.largest = self.largest.max(number);
                        self.number = None;
                    }
                }
            } else if byte == WORD[self.matched] {
                self.matched += 1;
                if self.matched == WORD.len() {
                    self.matched = 0;
                    self.number = Some(0);
                }
            } else {
                self.matched = usize::from(byte == WORD[0]);
            }
        }
    }
}
