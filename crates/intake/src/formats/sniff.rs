//! What the bytes of a file are.
//!
//! The rule: the first bytes decide, never the name; a CSV called .xls is a CSV. What cannot be rows is refused
//! by its own name ("a PDF"), with what to ask its publisher for. Nothing is unpacked or read in full here.

use std::io::{self, Read, SeekFrom};

use definitions::Trouble;
use zip::ZipArchive;

use super::text::{TextForm, head_as_text};
use crate::{Bytes, Format};

/// How much of a file is looked at to say what it is.
pub(super) const HEAD_BYTES: usize = 64 << 10;

/// What to ask a publisher for when they sent something to look at instead of rows.
const ASK_FOR_ROWS: &str = "Ask the publisher for the same table as CSV or XLSX.";

/// What the bytes are, and the first of them.
pub(crate) struct Sniffed {
    /// The format.
    pub(crate) format: Format,
    /// Up to 64 KB from the start.
    pub(crate) head: Vec<u8>,
}

/// Says what `bytes` are. `name` is for messages only.
///
/// # Errors
/// Trouble when they cannot hold rows: nothing in the file, a PDF, a page of the web, a picture.
pub(crate) fn sniff(name: &str, bytes: &mut dyn Bytes) -> Result<Sniffed, Trouble> {
    let head = read_head(bytes).map_err(|error| unreadable(name, &error))?;
    if head.iter().all(|byte| matches!(byte, 0 | b' ' | b'\t' | b'\r' | b'\n' | 0xef | 0xbb | 0xbf | 0xfe | 0xff))
        && head.len() < HEAD_BYTES
    {
        return Err(Trouble::new(
            format!("read {name}"),
            "there is nothing in the file",
            "Download it again; if it is still empty, ask the publisher to publish it again.",
        ));
    }
    let format = if head.starts_with(b"PK") {
        zip_format(name, bytes)?
    } else if head.starts_with(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1") {
        Format::Xls
    } else {
        refuse_by_mark(name, &head)?;
        text_format(name, bytes, &head)?
    };
    Ok(Sniffed { format, head })
}

/// Trouble for a file that the computer could not read.
pub(crate) fn unreadable(name: &str, error: &io::Error) -> Trouble {
    Trouble::new(
        format!("read {name}"),
        format!("reading stopped: {error}"),
        "Check that the file is still there and the disk is whole, then try again.",
    )
}

fn read_head(bytes: &mut dyn Bytes) -> io::Result<Vec<u8>> {
    bytes.seek(SeekFrom::Start(0))?;
    let mut head = Vec::new();
    bytes.take(HEAD_BYTES as u64).read_to_end(&mut head)?;
    Ok(head)
}

fn refuse(name: &str, what: &str, try_next: &str) -> Trouble {
    Trouble::new(format!("read {name}"), format!("it is {what}, which holds no rows that can be read"), try_next)
}

/// Refuses what its first bytes name as something else.
fn refuse_by_mark(name: &str, head: &[u8]) -> Result<(), Trouble> {
    const MARKS: &[(&[u8], &str)] = &[
        (b"{\\rtf", "a word-processor document (RTF)"),
        (b"\x89PNG", "a picture (PNG)"),
        (b"\xff\xd8\xff", "a picture (JPEG)"),
        (b"GIF8", "a picture (GIF)"),
        (b"II*\0", "a picture (TIFF)"),
        (b"MM\0*", "a picture (TIFF)"),
        (b"PAR1", "a Parquet file"),
        (b"SQLite format 3\0", "a database (SQLite)"),
    ];
    const PACKED: &[(&[u8], &str)] = &[
        (b"\x1f\x8b", "gzip"),
        (b"7z\xbc\xaf", "7-Zip"),
        (b"Rar!", "RAR"),
        (b"BZh", "bzip2"),
        (b"\xfd7zXZ", "xz"),
        (b"\x28\xb5\x2f\xfd", "Zstandard"),
    ];
    let start = &head[..head.len().min(1024)];
    if start.windows(5).any(|window| window == b"%PDF-") {
        return Err(refuse(
            name,
            "a PDF",
            "Ask the publisher for the table it was made from, as CSV or XLSX; figures copied out of a PDF lose their columns.",
        ));
    }
    if let Some((_, what)) = MARKS.iter().find(|(mark, _)| head.starts_with(mark)) {
        return Err(refuse(name, what, ASK_FOR_ROWS));
    }
    if let Some((_, what)) = PACKED.iter().find(|(mark, _)| head.starts_with(mark)) {
        return Err(Trouble::new(
            format!("read {name}"),
            format!("it is packed with {what}"),
            "Unpack it and give the files inside; a .zip is unpacked for you.",
        ));
    }
    let odd = start.iter().filter(|byte| matches!(**byte, 1..=8 | 11 | 14..=25 | 27..=31 | 127)).count();
    // One byte in fifty: text has none, save for a stray; one byte in nine of a random file is such.
    if !TextForm::of(head).is_utf16() && odd * 50 > start.len() {
        return Err(refuse(name, "not text and not a form of file that is known here", ASK_FOR_ROWS));
    }
    Ok(())
}

fn text_format(name: &str, bytes: &mut dyn Bytes, head: &[u8]) -> Result<Format, Trouble> {
    let text = head_as_text(&head[..head.len().min(8 << 10)]);
    let text = text.trim_start_matches(|character: char| character.is_whitespace() || character == '\u{feff}');
    if text.starts_with('<') {
        refuse_markup(name, &text.to_ascii_lowercase())?;
    }
    if starts_like_json(text) {
        return if has_one_document_a_line(bytes).map_err(|error| unreadable(name, &error))? {
            Ok(Format::JsonLines)
        } else {
            Ok(Format::Json)
        };
    }
    Ok(Format::Csv)
}

fn refuse_markup(name: &str, text: &str) -> Result<(), Trouble> {
    let has = |word: &str| text.contains(word);
    if has("urn:schemas-microsoft-com:office:spreadsheet") || has("progid=\"excel.sheet\"") {
        return Err(refuse(
            name,
            "an \"XML Spreadsheet 2003\"",
            "Open it in a spreadsheet program and save it as XLSX or CSV, or ask the publisher to.",
        ));
    }
    if has("<!doctype html") || has("<html") || has("<head") || has("<body") {
        let is_an_answer =
            ["not found", "404", "403", "forbidden", "error", "sign in", "log in", "captcha", "just a moment"].iter().any(|word| has(word));
        return Err(if is_an_answer {
            refuse(
                name,
                "a page of a website (it seems to say that the file was not found or not allowed)",
                "Open the address in a browser and download the file again.",
            )
        } else {
            refuse(
                name,
                "a web page",
                "Download the file that the page links to; if the page itself holds the table, ask the publisher for it as CSV or XLSX.",
            )
        });
    }
    if has("<table") {
        return Err(refuse(name, "a web page", "Open it in a spreadsheet program and save it as CSV, or ask the publisher to."));
    }
    if text.starts_with("<?xml") {
        return Err(refuse(name, "an XML document", ASK_FOR_ROWS));
    }
    Ok(())
}

/// A heading may begin with a bracket; a list or an object goes on as JSON must.
fn starts_like_json(text: &str) -> bool {
    let mut rest = text.chars();
    let first = rest.next();
    let second = rest.find(|character| !character.is_whitespace());
    match first {
        Some('{') => matches!(second, None | Some('"' | '}')),
        Some('[') => matches!(second, None | Some('{' | '[' | ']')),
        _ => false,
    }
}

/// True when another document follows the first. Brackets are counted outside strings; bytes are enough for that,
/// since no part of a character above ASCII looks like one.
fn has_one_document_a_line(bytes: &mut dyn Bytes) -> io::Result<bool> {
    bytes.seek(SeekFrom::Start(0))?;
    let (mut depth, mut is_in_string, mut is_escaped, mut has_closed) = (0_u64, false, false, false);
    let mut block = vec![0; super::text::BLOCK_BYTES];
    loop {
        let length = bytes.read(&mut block)?;
        if length == 0 {
            return Ok(false);
        }
        for byte in &block[..length] {
            if has_closed {
                match byte {
                    b'{' | b'[' => return Ok(true),
                    b' ' | b'\t' | b'\r' | b'\n' | b',' => continue,
                    _ => return Ok(false),
                }
            }
            match byte {
                _ if is_escaped => is_escaped = false,
                b'\\' if is_in_string => is_escaped = true,
                b'"' => is_in_string = !is_in_string,
                b'{' | b'[' if !is_in_string => depth += 1,
                b'}' | b']' if !is_in_string => {
                    depth = depth.saturating_sub(1);
                    has_closed = depth == 0;
                }
                _ => {}
            }
        }
    }
}

/// What a zip is, by the names of its members.
fn zip_format(name: &str, bytes: &mut dyn Bytes) -> Result<Format, Trouble> {
    let archive = ZipArchive::new(bytes).map_err(|error| broken_zip(name, &error))?;
    let has = |ending: &str| archive.file_names().any(|member| member.replace('\\', "/").eq_ignore_ascii_case(ending));
    let has_folder = |folder: &str| archive.file_names().any(|member| member.starts_with(folder));
    if has("xl/workbook.xml") || has("xl/workbook.bin") {
        return Ok(Format::Xlsx);
    }
    if has_folder("word/") || has_folder("ppt/") {
        return Err(refuse(name, "a word-processor document or a slide show", ASK_FOR_ROWS));
    }
    if has("content.xml") && has("mimetype") {
        return Ok(Format::Ods);
    }
    // A workbook may keep its parts in a folder of another name; its relationships say where.
    if has("[Content_Types].xml") && has("_rels/.rels") {
        return Ok(Format::Xlsx);
    }
    Ok(Format::Zip)
}

/// Trouble for a zip (or a workbook, which is one) without a readable directory.
pub(crate) fn broken_zip(name: &str, error: &zip::result::ZipError) -> Trouble {
    Trouble::new(
        format!("read {name}"),
        format!("it is a workbook or archive that is broken or ends too early ({error})"),
        "Download it again; if it still fails, open it in a spreadsheet program and save it anew.",
    )
}
