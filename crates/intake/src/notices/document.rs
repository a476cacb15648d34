//! From bytes to JSON records.
//!
//! The rule: the size is weighed before anything is held; a document that breaks off or breaks the grammar is refused with
//! its line and column. What is nearly JSON is read where only one reading is possible: a byte-order mark, text in
//! UTF-16 or windows-1252, several documents in one file, and `NaN` where a program had no number.

use std::borrow::Cow;
use std::io::{BufReader, Cursor, SeekFrom};

use definitions::Trouble;
use serde_json::Value;
use serde_json::error::Category;

use super::records::{Records, cannot_read, line_value, next_line};
use super::shape;
use crate::formats::utf16_as_text;
use crate::{Bytes, Format, Limits};

/// Opens a file. `format` is where to begin; the bytes decide.
pub(super) fn open<'a>(file_name: &str, bytes: &'a mut dyn Bytes, format: Format, limits: &Limits) -> Result<Records<'a>, Trouble> {
    let size = bytes.seek(SeekFrom::End(0)).map_err(|error| cannot_read(file_name, &error))?;
    let lines = |bytes: Box<dyn Bytes + 'a>| Records::Lines { bytes, file_name: file_name.to_string(), longest: limits.unpacked_bytes };
    if format == Format::JsonLines
        && first_of_several_lines_is_whole(bytes, limits.unpacked_bytes).map_err(|error| cannot_read(file_name, &error))?
    {
        weigh(file_name, size, limits.text_bytes)?;
        return Ok(lines(Box::new(bytes)));
    }
    weigh(file_name, size, limits.unpacked_bytes)?;
    let text = whole_text(bytes).map_err(|error| cannot_read(file_name, &error))?;
    match parse(&text) {
        Ok((value, text_form)) => Ok(Records::Document { items: shape::records_in(value), text_form, size }),
        Err(error) => {
            let mut held = Cursor::new(text.into_bytes());
            let has_lines =
                first_of_several_lines_is_whole(&mut held, limits.unpacked_bytes).map_err(|error| cannot_read(file_name, &error))?;
            if has_lines { Ok(lines(Box::new(held))) } else { Err(not_json(file_name, &error)) }
        }
    }
}

/// Text from bytes that should be UTF-8 and sometimes are not.
pub(super) fn decoded(bytes: &[u8]) -> Cow<'_, str> {
    match encoding_rs::Encoding::for_bom(bytes) {
        Some((encoding, _)) => encoding.decode(bytes).0,
        None => match std::str::from_utf8(bytes) {
            Ok(text) => Cow::Borrowed(text),
            Err(_) => encoding_rs::WINDOWS_1252.decode_without_bom_handling(bytes).0,
        },
    }
}

fn weigh(file_name: &str, size: u64, most: u64) -> Result<(), Trouble> {
    if size <= most {
        return Ok(());
    }
    Err(Trouble::new(
        format!("read {file_name}"),
        format!("it has {size} bytes, and JSON of more than {most} bytes is not opened"),
        "Ask the publisher for a file of one document a line, or for one file a year.",
    ))
}

fn whole_text(bytes: &mut dyn Bytes) -> std::io::Result<String> {
    bytes.seek(SeekFrom::Start(0))?;
    let mut all = Vec::new();
    bytes.read_to_end(&mut all)?;
    // Without a byte order mark UTF-16 is valid UTF-8 too, every other character of it NUL.
    if let Some(text) = utf16_as_text(&all) {
        return Ok(text);
    }
    Ok(match String::from_utf8(all) {
        Ok(text) => text.strip_prefix('\u{feff}').map(str::to_string).unwrap_or(text),
        Err(not_utf8) => decoded(not_utf8.as_bytes()).into_owned(),
    })
}

/// The document and, for people, what its text is.
fn parse(text: &str) -> Result<(Value, String), serde_json::Error> {
    match serde_json::from_str(text) {
        Ok(value) => Ok((value, "JSON".to_string())),
        Err(error) => match without_nan(text) {
            Some((repaired, times)) => serde_json::from_str(&repaired)
                .map(|value| (value, format!("JSON in which NaN or Infinity, {times} times, was read as nothing")))
                .map_err(|_| error),
            None => Err(error),
        },
    }
}

/// The text with `NaN`, `Infinity` and `-Infinity` outside quotation marks as `null`, and how many there were.
fn without_nan(text: &str) -> Option<(String, usize)> {
    let mut repaired = String::with_capacity(text.len());
    let (mut rest, mut is_quoted, mut times) = (text, false, 0);
    while let Some(first) = rest.chars().next() {
        let word = ["NaN", "-Infinity", "Infinity"].into_iter().find(|word| !is_quoted && rest.starts_with(word));
        let length = match word {
            Some(word) => word.len(),
            // A backslash takes the next character with it.
            None if first == '\\' => 1 + rest[1..].chars().next().map_or(0, char::len_utf8),
            None => first.len_utf8(),
        };
        is_quoted ^= first == '"';
        times += usize::from(word.is_some());
        repaired.push_str(if word.is_some() { "null" } else { &rest[..length] });
        rest = &rest[length..];
    }
    (times > 0).then_some((repaired, times))
}

fn not_json(file_name: &str, error: &serde_json::Error) -> Trouble {
    let place = format!("at line {}, column {}", error.line(), error.column());
    match error.classify() {
        Category::Eof => Trouble::new(
            format!("read {file_name}"),
            format!("the JSON document breaks off {place}"),
            "The download was probably cut short: fetch the file again.",
        ),
        _ => Trouble::new(
            format!("read {file_name}"),
            format!("it is not JSON {place}: {error}"),
            "Fetch the file again, or ask the publisher to correct it.",
        ),
    }
}

/// True where the first line that is not blank is a document, and more than blank lines follow it.
fn first_of_several_lines_is_whole(bytes: &mut dyn Bytes, longest: u64) -> std::io::Result<bool> {
    bytes.seek(SeekFrom::Start(0))?;
    let mut reader = BufReader::new(bytes);
    let (mut line, mut read, mut has_first) = (Vec::new(), 0, false);
    while next_line(&mut reader, longest, &mut line, &mut read)? {
        match line_value(&line, longest) {
            Ok(None) => {}
            _ if has_first => return Ok(true),
            Ok(Some(value)) if value.is_object() || value.is_array() => has_first = true,
            _ => return Ok(false),
        }
    }
    Ok(false)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn opened(text: &str, format: Format) -> Result<usize, Trouble> {
        let mut bytes = Cursor::new(text.as_bytes().to_vec());
        let mut count = 0;
        open("notices.json", &mut bytes, format, &Limits::default())?.walk(&mut |_, _, _| {
            count += 1;
            true
        })?;
        Ok(count)
    }

    #[test]
    fn a_document_that_breaks_off_is_refused_with_its_line_and_column() {
        let trouble = opened("{\"releases\": [\n  {\"ocid\": \"x\"", Format::Json).expect_err("it breaks off");
        assert_eq!(
            trouble.to_string(),
            "could not read notices.json: the JSON document breaks off at line 2, column 14. The download was probably cut short: fetch the file again."
        );
    }

    #[test]
    fn a_document_larger_than_the_limit_is_refused_before_it_is_read() {
        let mut bytes = Cursor::new(vec![b' '; 100]);
        let limits = Limits { unpacked_bytes: 99, ..Limits::default() };
        let trouble = open("big.json", &mut bytes, Format::Json, &limits).err().expect("it is too large");
        assert_eq!(trouble.because, "it has 100 bytes, and JSON of more than 99 bytes is not opened");
    }

    #[test]
    fn a_wrong_opinion_of_the_format_does_no_harm() {
        let pretty = "[\n {\"a\": 1},\n {\"a\": 2}\n]";
        let lines = "{\"a\": 1}\n{\"a\": 2}\n{\"a\": 3}\n";
        assert_eq!(opened(pretty, Format::JsonLines), Ok(2));
        assert_eq!(opened(lines, Format::Json), Ok(3));
        assert_eq!(opened("[{\"a\": 1}, {\"a\": 2}]\n\n", Format::JsonLines), Ok(2));
    }

    #[test]
    fn a_number_that_a_program_wrote_as_nan_is_nothing_and_nan_in_a_text_stays() {
        assert_eq!(opened("[{\"a\": NaN, \"b\": \"a \\\" NaN\"}, {\"a\": -Infinity}]", Format::Json), Ok(2));
        assert_eq!(without_nan("{\"b\": \"\\\" NaN\"}"), None);
    }

    #[test]
    fn a_document_too_deep_to_be_real_is_refused_and_not_followed() {
        let deep = "[".repeat(100_000);
        assert!(opened(&deep, Format::Json).is_err());
    }

    #[test]
    fn windows_text_and_utf_16_are_read() {
        assert_eq!(decoded(b"\"Caf\xe9\""), "\"Café\"");
        assert_eq!(decoded(b"\xff\xfe\"\0a\0\"\0"), "\"a\"");
    }

    #[test]
    fn utf_16_without_a_byte_order_mark_is_read_as_one_document_or_as_lines() {
        let document = "[{\"name\": \"Caf\u{e9}\"}, {\"name\": \"Birch\"}]";
        let lines = "{\"name\": \"Ash\"}\n{\"name\": \"Birch\"}\n{\"name\": \"Cedar\"}\n";
        for (text, records) in [(document, 2), (lines, 3)] {
            let little: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
            let big: Vec<u8> = text.encode_utf16().flat_map(u16::to_be_bytes).collect();
            for bytes in [little, big] {
                let mut count = 0;
                let mut bytes = Cursor::new(bytes);
                let mut opened = open("list.json", &mut bytes, Format::Json, &Limits::default()).expect("it is JSON");
                opened
                    .walk(&mut |_, _, _| {
                        count += 1;
                        true
                    })
                    .expect("it can be walked");
                assert_eq!(count, records);
            }
        }
    }
}
