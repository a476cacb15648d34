//! A zip of other files.
//!
//! The rule: each member goes through the same door as a file of its own, one at a time, unpacked into memory
//! and never onto a disk, so the names inside it can do no harm. An archive inside an archive, a locked member
//! and one larger than is allowed are passed over with their reason; the others are read.

use std::io::Read;

use definitions::Trouble;
use zip::ZipArchive;

use super::sniff::broken_zip;
use super::weigh::{is_absurd, too_large, weigh_directory};
use crate::{Bytes, Limits};

/// An archive may unpack to this many times what one member may.
const ARCHIVE_OF_MEMBERS: u64 = 8;

/// Takes a member's name and what it holds; `false` when no more are wanted.
pub(crate) type EachMember<'e> = &'e mut dyn FnMut(&str, Result<Vec<u8>, Trouble>) -> bool;

/// Gives each member of the archive in `bytes` to `each_member`, with its name, until that returns `false`.
///
/// # Errors
/// Trouble when the archive itself is broken or too large.
pub(crate) fn members(name: &str, bytes: &mut dyn Bytes, limits: &Limits, each_member: EachMember<'_>) -> Result<(), Trouble> {
    let mut archive = ZipArchive::new(bytes).map_err(|error| broken_zip(name, &error))?;
    let mut left = limits.unpacked_bytes.saturating_mul(ARCHIVE_OF_MEMBERS);
    weigh_directory(name, &mut archive, limits, left)?;
    for place in 0..archive.len() {
        let Some(member) = archive.name_for_index(place).map(clean_name) else { continue };
        if member.ends_with('/') || is_note_of_a_mac(&member) {
            continue;
        }
        let unpacked = unpack(&format!("{name}, {member}"), &mut archive, place, limits.unpacked_bytes.min(left));
        left -= unpacked.as_ref().map_or(0, |unpacked| unpacked.len() as u64).min(left);
        if !each_member(&member, unpacked) {
            break;
        }
    }
    Ok(())
}

/// A Mac adds a second, hidden file beside each: how its window looked.
fn is_note_of_a_mac(member: &str) -> bool {
    member.starts_with("__MACOSX/")
        || member.rsplit('/').next().is_some_and(|own_name| own_name.starts_with("._") || own_name == ".DS_Store")
}

/// A member's name for people: one line, no control characters, not endless.
fn clean_name(name: &str) -> String {
    name.replace('\\', "/").chars().filter(|character| !character.is_control()).take(200).collect()
}

fn unpack(label: &str, archive: &mut ZipArchive<&mut dyn Bytes>, place: usize, most: u64) -> Result<Vec<u8>, Trouble> {
    let is_locked = archive.by_index_raw(place).is_ok_and(|member| member.encrypted());
    if is_locked {
        return Err(Trouble::new(
            format!("read {label}"),
            "it is locked with a password",
            "Ask the publisher for a copy without a password.",
        ));
    }
    let mut member = archive.by_index(place).map_err(|error| broken_zip(label, &error))?;
    let packed = member.compressed_size();
    if member.size() > most {
        return Err(too_large(label, most));
    }
    let (mut unpacked, mut block) = (Vec::new(), vec![0; 256 << 10]);
    loop {
        let length = member.read(&mut block).map_err(|error| {
            Trouble::new(format!("read {label}"), format!("it is broken inside its archive ({error})"), "Download the archive again.")
        })?;
        if length == 0 {
            return Ok(unpacked);
        }
        unpacked.extend_from_slice(&block[..length]);
        if unpacked.len() as u64 > most || is_absurd(packed, unpacked.len() as u64) {
            return Err(too_large(label, most));
        }
    }
}
