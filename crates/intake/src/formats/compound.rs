//! The box an XLS workbook comes in, checked before the workbook's reader opens it.
//!
//! The rule: every chain of sectors must end, and the cells that the sheets claim must fit in the memory allowed.
//! The reader holds a sheet as a full rectangle, so two cells in opposite corners would cost gigabytes. Nothing of
//! the cells' contents is read here.

use std::io::{self, Read, SeekFrom};

use definitions::Trouble;

use super::sniff::unreadable;
use super::workbook::locked;
use crate::{Bytes, Limits};

/// What one cell costs its reader at most, in bytes: the cell, its copy in the rectangle, and its formula.
const CELL_BYTES: u64 = 64;

/// An XLS sheet has 65,536 rows of 256 cells; a claim beyond that is false.
const MOST_CLAIMED: u64 = 65_537 * 257;

/// Checks the compound file in `bytes`; gives its size.
///
/// # Errors
/// Trouble when it is broken, locked, no workbook, or larger than `limits` allow.
pub(super) fn check(name: &str, bytes: &mut dyn Bytes, limits: &Limits) -> Result<u64, Trouble> {
    let file_bytes = bytes.seek(SeekFrom::End(0)).map_err(|error| unreadable(name, &error))?;
    if file_bytes > limits.unpacked_bytes {
        return Err(super::weigh::too_large(name, limits.unpacked_bytes));
    }
    let mut stream = match workbook_stream(bytes, file_bytes) {
        Ok(Found::Workbook(stream)) => stream,
        Ok(Found::Locked) => return Err(locked(name)),
        Ok(Found::Other) => {
            return Err(Trouble::new(
                format!("read {name}"),
                "it is an old Office document (such as Word) and not a workbook, so it holds no rows that can be read",
                "Ask the publisher for the same table as CSV or XLSX.",
            ));
        }
        Err(error) if error.kind() == io::ErrorKind::InvalidData || error.kind() == io::ErrorKind::UnexpectedEof => {
            return Err(Trouble::new(
                format!("read {name}"),
                "it is an XLS workbook that is broken or ends too early",
                "Download it again; if it still fails, open it in a spreadsheet program and save it as XLSX.",
            ));
        }
        Err(error) => return Err(unreadable(name, &error)),
    };
    stream.shrink_to_fit();
    let cells = cells_claimed(&stream, limits.members);
    if cells.is_none_or(|cells| cells > limits.unpacked_bytes / CELL_BYTES) {
        return Err(Trouble::new(
            format!("read {name}"),
            "its sheets claim more cells than can be held",
            "Open it in a spreadsheet program, delete the empty rows and columns at the end of each sheet, and save it as XLSX or CSV.",
        ));
    }
    Ok(file_bytes)
}

enum Found {
    Workbook(Vec<u8>),
    Locked,
    Other,
}

/// The sectors of a compound file.
struct Sectors<'b> {
    bytes: &'b mut dyn Bytes,
    sector_bytes: usize,
    count: usize,
    next: Vec<u32>,
}

/// Marks the end of a chain; numbers from `RESERVED` on are no sectors.
const RESERVED: u32 = 0xffff_fffa;

fn invalid() -> io::Error {
    io::ErrorKind::InvalidData.into()
}

fn number(bytes: &[u8], place: usize) -> io::Result<u32> {
    bytes.get(place..place + 4).and_then(|four| four.try_into().ok()).map(u32::from_le_bytes).ok_or_else(invalid)
}

impl Sectors<'_> {
    fn read(&mut self, sector: u32) -> io::Result<Vec<u8>> {
        let mut block = Vec::with_capacity(self.sector_bytes);
        self.bytes.seek(SeekFrom::Start((u64::from(sector) + 1) * self.sector_bytes as u64))?;
        self.bytes.take(self.sector_bytes as u64).read_to_end(&mut block)?;
        // The last sector of a file may be cut short by the program that wrote it.
        if block.is_empty() { Err(invalid()) } else { Ok(block) }
    }

    /// All bytes of the chain that starts at `first`. A chain longer than the file goes in circles.
    fn chain(&mut self, first: u32) -> io::Result<Vec<u8>> {
        let (mut all, mut sector) = (Vec::new(), first);
        for _ in 0..=self.count {
            if sector >= RESERVED {
                return Ok(all);
            }
            all.extend(self.read(sector)?);
            sector = *self.next.get(sector as usize).ok_or_else(invalid)?;
        }
        Err(invalid())
    }
}

/// Opens the box and gives the workbook's own stream.
fn workbook_stream(bytes: &mut dyn Bytes, file_bytes: u64) -> io::Result<Found> {
    let mut header = [0; 512];
    bytes.seek(SeekFrom::Start(0))?;
    bytes.read_exact(&mut header)?;
    let sector_bytes = match header[30] {
        9 => 512,
        12 => 4096,
        _ => return Err(invalid()),
    };
    let count = usize::try_from(file_bytes).map_err(|_| invalid())? / sector_bytes + 1;
    let mut sectors = Sectors { bytes, sector_bytes, count, next: Vec::new() };
    read_chains(&mut sectors, &header)?;
    let directory = sectors.chain(number(&header, 48)?)?;
    let entries: Vec<&[u8]> = directory.chunks_exact(128).collect();
    let root = entries.first().ok_or_else(invalid)?;
    // The small sectors and their chains, which the reader walks whether or not they are needed.
    let small = if number(&header, 64)? > 0 { sectors.chain(number(root, 116)?)? } else { Vec::new() };
    let small_next = if number(&header, 64)? > 0 { sectors.chain(number(&header, 60)?)? } else { Vec::new() };
    if entries.iter().any(|entry| is_named(entry, "EncryptedPackage")) {
        return Ok(Found::Locked);
    }
    let Some(entry) = ["workbook", "book"].iter().find_map(|name| entries.iter().find(|entry| is_named(entry, name))) else {
        return Ok(Found::Other);
    };
    let (first, length) = (number(entry, 116)?, number(entry, 120)? as usize);
    let mut stream = if length < 4096 { small_chain(&small, &small_next, first, length)? } else { sectors.chain(first)? };
    // Every other stream of these names must end too, since the reader may take it instead.
    for other in entries.iter().filter(|entry| is_named(entry, "workbook") || is_named(entry, "book")) {
        if number(other, 120)? >= 4096 || number(other, 124)? > 0 {
            sectors.chain(number(other, 116)?)?;
        }
    }
    stream.truncate(length);
    Ok(Found::Workbook(stream))
}

/// Fills the table of which sector follows which.
fn read_chains(sectors: &mut Sectors<'_>, header: &[u8]) -> io::Result<()> {
    let mut tables: Vec<u32> = (76..512).step_by(4).map(|place| number(header, place)).collect::<io::Result<_>>()?;
    let mut more = number(header, 68)?;
    let mut steps = 0;
    while more < RESERVED {
        steps += 1;
        if steps > sectors.count {
            return Err(invalid());
        }
        let block = sectors.read(more)?;
        let last = sectors.sector_bytes - 4;
        for place in (0..last).step_by(4) {
            tables.push(number(&block, place)?);
        }
        more = number(&block, last)?;
    }
    for table in tables.into_iter().filter(|table| *table < RESERVED) {
        if sectors.next.len() > sectors.count + sectors.sector_bytes {
            return Err(invalid());
        }
        let block = sectors.read(table)?;
        sectors.next.extend(block.chunks_exact(4).filter_map(|four| four.try_into().ok()).map(u32::from_le_bytes));
    }
    Ok(())
}

fn small_chain(small: &[u8], next: &[u8], first: u32, length: usize) -> io::Result<Vec<u8>> {
    let (mut all, mut sector) = (Vec::new(), first);
    while all.len() < length && sector < RESERVED {
        let start = sector as usize * 64;
        all.extend_from_slice(small.get(start..(start + 64).min(small.len())).filter(|block| !block.is_empty()).ok_or_else(invalid)?);
        sector = number(next, sector as usize * 4)?;
    }
    Ok(all)
}

/// Names are up to 32 units of UTF-16 with a zero after the last.
fn is_named(entry: &[u8], name: &str) -> bool {
    let units: Vec<u16> =
        entry[..64].chunks_exact(2).map(|two| u16::from_le_bytes([two[0], two[1]])).take_while(|unit| *unit != 0).collect();
    String::from_utf16_lossy(&units).eq_ignore_ascii_case(name)
}

/// The cells in the rectangles of all sheets; `None` where a claim is false on its face.
fn cells_claimed(stream: &[u8], most_sheets: usize) -> Option<u64> {
    const BOUND_SHEET: u16 = 0x85;
    const END: u16 = 0x0a;
    let starts: Vec<usize> = records(stream, 0)
        .take_while(|(kind, _)| *kind != END)
        .filter(|(kind, _)| *kind == BOUND_SHEET)
        .filter_map(|(_, data)| number(data, 0).ok())
        .map(|start| start as usize)
        .collect();
    if starts.len() > most_sheets {
        return None;
    }
    // Sheets that share their records would be read again for each name.
    let mut apart = starts.clone();
    apart.sort_unstable();
    apart.dedup();
    if apart.len() < starts.len() {
        return None;
    }
    starts.into_iter().try_fold(0_u64, |sum, start| Some(sum.saturating_add(cells_of_sheet(stream, start)?)))
}

fn cells_of_sheet(stream: &[u8], start: usize) -> Option<u64> {
    let (mut rows, mut columns) = (Extent::default(), Extent::default());
    let (mut depth, mut has_begun) = (0_u32, false);
    for (kind, data) in records(stream, start) {
        match kind {
            0x0809 if has_begun => depth += 1,
            0x0809 => has_begun = true,
            0x000a if depth == 0 => break,
            0x000a => depth -= 1,
            _ if depth > 0 => {}
            0x0200 if claimed_area(data) > MOST_CLAIMED => return None,
            // Number, label, rich label, true-or-error, small number, shared label, row of small numbers, formula.
            0x0203 | 0x0204 | 0x00d6 | 0x0205 | 0x027e | 0x00fd | 0x00bd | 0x0006 => {
                rows.widen(short(data, 0)?);
                columns.widen(short(data, 2)?);
                if kind == 0x00bd {
                    columns.widen(short(data, data.len().checked_sub(2)?)?);
                }
            }
            _ => {}
        }
    }
    Some(rows.length() * columns.length())
}

/// The area that a sheet's own record of its size claims: rows in four bytes each, or in two in older workbooks.
/// First and last are given, the last not counted; a first column beyond 255 is taken for 0, as its reader does.
fn claimed_area(data: &[u8]) -> u64 {
    let in_two = |place| u64::from(short(data, place).unwrap_or(0));
    let in_four = |place| u64::from(number(data, place).unwrap_or(0));
    let (first, last, first_column, last_column) =
        if data.len() >= 14 { (in_four(0), in_four(4), in_two(8), in_two(10)) } else { (in_two(0), in_two(2), in_two(4), in_two(6)) };
    if last == 0 || last_column == 0 {
        return 1;
    }
    let first_column = if first_column > 0xff || last_column < first_column { 0 } else { first_column };
    let columns = last_column - first_column + 1;
    last.checked_sub(first).map_or(u64::MAX, |rows| (rows + 1).saturating_mul(columns))
}

fn short(data: &[u8], place: usize) -> Option<u16> {
    data.get(place..place + 2).map(|two| u16::from_le_bytes([two[0], two[1]]))
}

/// First and last of something counted.
#[derive(Default)]
struct Extent(Option<(u16, u16)>);

impl Extent {
    fn widen(&mut self, place: u16) {
        let (first, last) = self.0.unwrap_or((place, place));
        self.0 = Some((first.min(place), last.max(place)));
    }

    fn length(&self) -> u64 {
        self.0.map_or(0, |(first, last)| u64::from(last - first) + 1)
    }
}

/// The records of a stream from `start`: kind and contents, as far as they are whole.
fn records(stream: &[u8], start: usize) -> impl Iterator<Item = (u16, &[u8])> {
    let mut rest = stream.get(start..).unwrap_or(&[]);
    std::iter::from_fn(move || {
        let (kind, length) = (short(rest, 0)?, usize::from(short(rest, 2)?));
        let data = rest.get(4..4 + length)?;
        rest = &rest[4 + length..];
        Some((kind, data))
    })
}
