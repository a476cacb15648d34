//! Tags and text of an XML document, one after another.
//!
//! The rule: what is held is one tag or one piece of text, never the document, and the end of the bytes always
//! ends the walk. It reads what spreadsheet programs write; it follows no reference to anything outside the file.

use std::borrow::Cow;
use std::io::{self, BufRead};

/// Longest tag or piece of text.
const PIECE_BYTES: usize = 8 << 20;

/// One thing met.
pub(super) enum Piece<'a> {
    /// `<name …>` or `<name …/>`.
    Open(Tag<'a>),
    /// `</name>`; also given after `<name …/>`.
    Close(&'a str),
    /// Text between tags, as written.
    Text(&'a str),
}

/// An opening tag.
pub(super) struct Tag<'a> {
    /// Its name with its prefix.
    pub(super) name: &'a str,
    attributes: &'a str,
}

impl<'a> Tag<'a> {
    /// The value of the attribute called `name`.
    pub(super) fn attribute(&self, name: &str) -> Option<Cow<'a, str>> {
        let mut rest = self.attributes.trim_start();
        while let Some((key, after)) = rest.split_once('=') {
            let after = after.trim_start();
            let mark = after.chars().next().filter(|mark| matches!(mark, '"' | '\''))?;
            let (value, next) = after[1..].split_once(mark)?;
            if key.trim() == name {
                return Some(plain(value));
            }
            rest = next.trim_start();
        }
        None
    }
}

/// Reads the pieces of `source`.
pub(super) struct Pieces<R> {
    source: R,
    held: Vec<u8>,
    closes: Option<usize>,
    is_at_tag: bool,
}

impl<R: BufRead> Pieces<R> {
    /// The pieces of `source` from where it stands.
    pub(super) fn new(source: R) -> Pieces<R> {
        Pieces { source, held: Vec::new(), closes: None, is_at_tag: false }
    }

    /// The next piece; `None` at the end of the document.
    pub(super) fn next(&mut self) -> io::Result<Option<Piece<'_>>> {
        if let Some(length) = self.closes.take() {
            return Ok(Some(Piece::Close(text(&self.held[..length])?)));
        }
        loop {
            self.held.clear();
            if !self.is_at_tag {
                self.is_at_tag = self.take_to(b'<')?;
                if !self.held.is_empty() {
                    return Ok(Some(Piece::Text(text(&self.held)?)));
                }
                if !self.is_at_tag {
                    return Ok(None);
                }
            }
            self.is_at_tag = false;
            self.take_tag()?;
            match self.held.first() {
                Some(b'!') if self.held.starts_with(b"![CDATA[") => {
                    let end = self.held.len().saturating_sub(2);
                    return Ok(Some(Piece::Text(text(self.held.get(8..end).unwrap_or(&[]))?)));
                }
                Some(b'!' | b'?') => {}
                Some(b'/') => return Ok(Some(Piece::Close(text(&self.held[1..])?.trim_end()))),
                _ => return self.open().map(Some),
            }
        }
    }

    fn open(&mut self) -> io::Result<Piece<'_>> {
        let is_empty = self.held.last() == Some(&b'/');
        let end = self.held.len() - usize::from(is_empty);
        let name_end = self.held[..end].iter().position(u8::is_ascii_whitespace).unwrap_or(end);
        self.closes = is_empty.then_some(name_end);
        Ok(Piece::Open(Tag { name: text(&self.held[..name_end])?, attributes: text(&self.held[name_end..end])? }))
    }

    /// Takes what stands between `<` and its `>`, which may also stand inside a quoted value, a comment or CDATA.
    fn take_tag(&mut self) -> io::Result<()> {
        loop {
            if !self.take_to(b'>')? {
                return Err(io::ErrorKind::UnexpectedEof.into());
            }
            let is_whole = if self.held.starts_with(b"!--") {
                self.held.len() >= 5 && self.held.ends_with(b"--")
            } else if self.held.starts_with(b"![CDATA[") {
                self.held.ends_with(b"]]")
            } else {
                marks_are_closed(&self.held)
            };
            if is_whole {
                return Ok(());
            }
            self.held.push(b'>');
        }
    }

    /// Adds bytes to `held` up to `end`, which is passed; false at the end of the document.
    fn take_to(&mut self, end: u8) -> io::Result<bool> {
        loop {
            let block = self.source.fill_buf()?;
            if block.is_empty() {
                return Ok(false);
            }
            let found = block.iter().position(|byte| *byte == end);
            let length = found.unwrap_or(block.len());
            if self.held.len() + length > PIECE_BYTES {
                return Err(io::Error::new(io::ErrorKind::InvalidData, "a tag or text without an end"));
            }
            self.held.extend_from_slice(&block[..length]);
            self.source.consume(length + usize::from(found.is_some()));
            if found.is_some() {
                return Ok(true);
            }
        }
    }
}

fn marks_are_closed(tag: &[u8]) -> bool {
    let mut open = None;
    for &byte in tag {
        match open {
            None if matches!(byte, b'"' | b'\'') => open = Some(byte),
            Some(mark) if mark == byte => open = None,
            _ => {}
        }
    }
    open.is_none()
}

fn text(bytes: &[u8]) -> io::Result<&str> {
    std::str::from_utf8(bytes).map_err(|_| io::Error::new(io::ErrorKind::InvalidData, "text that is not UTF-8"))
}

/// `text` with `&amp;`, `&#163;` and their like as the characters they stand for; an unknown one stays as written.
pub(super) fn plain(text: &str) -> Cow<'_, str> {
    if !text.contains('&') {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('&') {
        out.push_str(before);
        match after.split_once(';').and_then(|(name, next)| Some((character_of(name)?, next))) {
            Some((character, next)) => {
                out.push(character);
                rest = next;
            }
            None => {
                out.push('&');
                rest = after;
            }
        }
    }
    out.push_str(rest);
    Cow::Owned(out)
}

fn character_of(name: &str) -> Option<char> {
    match name {
        "amp" => Some('&'),
        "lt" => Some('<'),
        "gt" => Some('>'),
        "quot" => Some('"'),
        "apos" => Some('\''),
        _ => {
            let number = name.strip_prefix('#')?;
            let code = match number.strip_prefix(['x', 'X']) {
                Some(digits) => u32::from_str_radix(digits, 16).ok()?,
                None => number.parse().ok()?,
            };
            char::from_u32(code)
        }
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test that cannot go on should stop")]
mod tests {
    use super::*;

    fn told(document: &str) -> Vec<String> {
        let mut pieces = Pieces::new(document.as_bytes());
        let mut told = Vec::new();
        while let Some(piece) = pieces.next().unwrap() {
            told.push(match piece {
                Piece::Open(tag) => format!("open {} {}", tag.name, tag.attribute("a").unwrap_or_default()),
                Piece::Close(name) => format!("close {name}"),
                Piece::Text(text) => format!("text {}", plain(text)),
            });
        }
        told
    }

    #[test]
    fn tags_attributes_and_text_are_told_in_order() {
        assert_eq!(
            told("<?xml?><r a='1 > 0'>x &amp; y<!-- <no> --><e b=\"2\" a=\"&#163;5\"/></r>"),
            ["open r 1 > 0", "text x & y", "open e £5", "close e", "close r",]
        );
        assert_eq!(told("<t><![CDATA[a <b> c]]></t>"), ["open t ", "text a <b> c", "close t"]);
    }

    #[test]
    fn a_document_that_breaks_off_inside_a_tag_is_an_error_and_one_that_breaks_off_in_text_ends() {
        let mut pieces = Pieces::new("<a b='".as_bytes());
        assert!(pieces.next().is_err());
        assert_eq!(told("<a>text"), ["open a ", "text text"]);
    }

    #[test]
    fn an_ampersand_that_stands_for_itself_stays() {
        assert_eq!(plain("Bricks & Sons &nonsense; &#x26;"), "Bricks & Sons &nonsense; &");
    }
}
