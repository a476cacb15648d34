//! Which characters the bytes of a text file stand for.
//!
//! The rule: bytes that are valid UTF-8 are UTF-8, and every byte that is not part of valid UTF-8 stands for
//! one character of the file's old code page. So a file of one encoding, and a file whose months were glued
//! together in two, both come out as their publisher saw them, and a valid file is looked at only once.
//! The code page is windows-1252 unless the whole file speaks for code page 850. Nothing is ever refused here.

use std::io::{self, SeekFrom};

use encoding_rs::{Decoder, UTF_16BE, UTF_16LE};

use crate::Bytes;

/// How much is read from a file at a time.
pub(super) const BLOCK_BYTES: usize = 256 << 10;

/// The form of the bytes, decided from the first of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum TextForm {
    /// One byte or more a character, ASCII where it can be.
    Bytewise { has_mark: bool },
    /// UTF-16, low byte first.
    Utf16Little { has_mark: bool },
    /// UTF-16, high byte first.
    Utf16Big { has_mark: bool },
}

impl TextForm {
    /// The form of a file that starts with `head`. UTF-16 without a byte order mark shows in its NUL bytes:
    /// the high half of an English letter is NUL.
    pub(super) fn of(head: &[u8]) -> TextForm {
        match head {
            [0xef, 0xbb, 0xbf, ..] => return TextForm::Bytewise { has_mark: true },
            [0xff, 0xfe, ..] => return TextForm::Utf16Little { has_mark: true },
            [0xfe, 0xff, ..] => return TextForm::Utf16Big { has_mark: true },
            _ => {}
        }
        let pairs = head.chunks_exact(2);
        let pair_count = pairs.len();
        let (mut low_first, mut high_first) = (0, 0);
        for pair in pairs {
            low_first += usize::from(pair[0] != 0 && pair[1] == 0);
            high_first += usize::from(pair[0] == 0 && pair[1] != 0);
        }
        // Two pairs in three: names in other alphabets may be in the file, stray NULs are far fewer.
        if pair_count > 0 && low_first * 3 >= pair_count * 2 {
            TextForm::Utf16Little { has_mark: false }
        } else if pair_count > 0 && high_first * 3 >= pair_count * 2 {
            TextForm::Utf16Big { has_mark: false }
        } else {
            TextForm::Bytewise { has_mark: false }
        }
    }

    /// True for both orders of UTF-16.
    pub(super) fn is_utf16(self) -> bool {
        !matches!(self, TextForm::Bytewise { .. })
    }

    /// The decoder of this form; `None` where bytes are taken as they are.
    fn decoder(self) -> Option<Decoder> {
        match self {
            TextForm::Bytewise { .. } => None,
            TextForm::Utf16Little { .. } => Some(UTF_16LE.new_decoder_with_bom_removal()),
            TextForm::Utf16Big { .. } => Some(UTF_16BE.new_decoder_with_bom_removal()),
        }
    }
}

/// `head`, as text good enough to look for words and delimiters in it.
pub(super) fn head_as_text(head: &[u8]) -> String {
    let mut text = String::new();
    match TextForm::of(head).decoder() {
        None => decode_into(head.strip_prefix(b"\xef\xbb\xbf").unwrap_or(head), CodePage::Windows1252, &mut text),
        Some(mut decoder) => {
            text.reserve(head.len() * 3 / 2 + 16);
            let _ = decoder.decode_to_string(head, &mut text, false);
        }
    }
    text
}

/// All of `bytes` as text where they are UTF-16, with a byte order mark or without.
pub(crate) fn utf16_as_text(bytes: &[u8]) -> Option<String> {
    let mut decoder = TextForm::of(&bytes[..bytes.len().min(BLOCK_BYTES)]).decoder()?;
    let mut text = String::with_capacity(decoder.max_utf8_buffer_length(bytes.len())?);
    let _ = decoder.decode_to_string(bytes, &mut text, true);
    Some(text)
}

/// An old code page of one byte a character.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum CodePage {
    /// Windows in western Europe.
    Windows1252,
    /// MS-DOS in western Europe; some finance systems still export it.
    Dos850,
}

impl CodePage {
    /// The code page that the bytes of the whole file speak for, found in one walk of it; the position in the file is kept.
    pub(super) fn of(bytes: &mut dyn Bytes) -> io::Result<CodePage> {
        let place = bytes.stream_position()?;
        bytes.seek(SeekFrom::Start(0))?;
        let mut votes = Votes::default();
        let mut block = vec![0; BLOCK_BYTES];
        loop {
            match bytes.read(&mut block) {
                Ok(0) => break,
                Ok(length) => votes.count(&block[..length]),
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                Err(error) => return Err(error),
            }
        }
        bytes.seek(SeekFrom::Start(place))?;
        Ok(votes.winner())
    }

    /// For people.
    pub(super) fn name(self) -> &'static str {
        match self {
            CodePage::Windows1252 => "windows-1252",
            CodePage::Dos850 => "code page 850",
        }
    }
}

/// What isolated bytes above 7F speak for. (Two such bytes in a row may be UTF-8 and are not asked.)
#[derive(Default)]
struct Votes {
    windows: u64,
    dos: u64,
}

impl Votes {
    fn count(&mut self, block: &[u8]) {
        for (place, &byte) in block.iter().enumerate() {
            if byte.is_ascii() {
                continue;
            }
            let before = place.checked_sub(1).and_then(|place| block.get(place)).copied().unwrap_or(b' ');
            let after = block.get(place + 1).copied().unwrap_or(b' ');
            if before.is_ascii() && after.is_ascii() {
                self.ask(before, byte, after);
            }
        }
    }

    fn ask(&mut self, before: u8, byte: u8, after: u8) {
        let stands_before_money = after.is_ascii_digit() || matches!(after, b'-' | b'm' | b'k' | b'"' | b')');
        let is_in_a_word = before.is_ascii_alphabetic() || after.is_ascii_alphabetic();
        match byte {
            0xa3 if stands_before_money => self.windows += 4,
            0x9c if stands_before_money => self.dos += 4,
            // Quotation marks and dashes of Windows, where code page 850 has Æ, ô, ö, ò, û, ù.
            0x91..=0x97 => self.windows += 1,
            // À to ÿ in Windows; lines of boxes and a few capitals in code page 850.
            0xc0..=0xff if is_in_a_word => self.windows += 2,
            // Ç, ü, é, â, ä, à, å, ç, ê, ë, è in code page 850; the euro and signs nobody types in Windows.
            0x80..=0x8a if is_in_a_word => self.dos += 2,
            // á, í, ó, ú, ñ, Ñ in code page 850.
            0xa0..=0xa5 if before.is_ascii_alphabetic() && after.is_ascii_alphabetic() => self.dos += 1,
            _ => {}
        }
    }

    fn winner(&self) -> CodePage {
        if self.dos > self.windows { CodePage::Dos850 } else { CodePage::Windows1252 }
    }
}

/// Adds `bytes` to `text`: valid UTF-8 as it is, every other byte by `code_page`, NUL not at all.
pub(super) fn decode_into(bytes: &[u8], code_page: CodePage, text: &mut String) {
    for chunk in bytes.utf8_chunks() {
        if chunk.valid().contains('\0') {
            text.extend(chunk.valid().chars().filter(|character| *character != '\0'));
        } else {
            text.push_str(chunk.valid());
        }
        match code_page {
            CodePage::Windows1252 => text.extend(chunk.invalid().iter().map(|byte| windows_1252(*byte))),
            CodePage::Dos850 => text.extend(chunk.invalid().iter().map(|byte| dos_850(*byte))),
        }
    }
}

/// Windows puts these between 80 and 9F; from A0 on its characters have the numbers Unicode gave them. The five it
/// never gave out stand for themselves, as browsers have it.
fn windows_1252(byte: u8) -> char {
    const FROM_80: [char; 32] = [
        '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž', '\u{8f}', '\u{90}', '‘', '’', '“', '”', '•',
        '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9d}', 'ž', 'Ÿ',
    ];
    byte.checked_sub(0x80).and_then(|place| FROM_80.get(usize::from(place))).copied().unwrap_or(char::from(byte))
}

fn dos_850(byte: u8) -> char {
    // The 128 characters of code page 850 above ASCII, in order.
    const UPPER_HALF: &str = "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u{ad}±‗¾¶§÷¸°¨·¹³²■\u{a0}";
    if byte.is_ascii() { char::from(byte) } else { UPPER_HALF.chars().nth(usize::from(byte) - 128).unwrap_or('\u{fffd}') }
}

/// A window on the text of a file, moved from its first byte to its last. UTF-16 arrives in it as UTF-8.
pub(super) struct Window {
    buffer: Vec<u8>,
    start: usize,
    end: usize,
    raw: Vec<u8>,
    decoder: Option<Decoder>,
    /// How many bytes of the file have been read.
    pub(super) bytes_read: u64,
    /// True once the file has no more.
    pub(super) has_ended: bool,
}

impl Window {
    /// A window on `bytes` from their start, after any byte order mark.
    pub(super) fn open(bytes: &mut dyn Bytes, form: TextForm) -> io::Result<Window> {
        let skipped = if form == (TextForm::Bytewise { has_mark: true }) { 3 } else { 0 };
        bytes.seek(SeekFrom::Start(skipped))?;
        let decoder = form.decoder();
        let raw = if decoder.is_some() { vec![0; BLOCK_BYTES / 2] } else { Vec::new() };
        Ok(Window { buffer: Vec::new(), start: 0, end: 0, raw, decoder, bytes_read: skipped, has_ended: false })
    }

    /// What lies in the window.
    pub(super) fn text(&self) -> &[u8] {
        &self.buffer[self.start..self.end]
    }

    /// Moves past the first `length` bytes of the window.
    pub(super) fn pass(&mut self, length: usize) {
        self.start = (self.start + length).min(self.end);
    }

    /// Reads on. The window at least doubles when nothing of it was passed, so that a long row is not looked at block by block.
    pub(super) fn widen(&mut self, bytes: &mut dyn Bytes) -> io::Result<()> {
        self.buffer.copy_within(self.start..self.end, 0);
        self.end -= self.start;
        self.start = 0;
        let wanted = self.end + BLOCK_BYTES.max(self.end);
        if self.buffer.len() < wanted {
            self.buffer.resize(wanted, 0);
        }
        match self.decoder {
            None => self.take_bytes(bytes),
            Some(_) => self.take_utf16(bytes),
        }
    }

    fn take_bytes(&mut self, bytes: &mut dyn Bytes) -> io::Result<()> {
        let length = read_some(bytes, &mut self.buffer[self.end..])?;
        self.bytes_read += length as u64;
        self.end += length;
        self.has_ended = length == 0;
        Ok(())
    }

    fn take_utf16(&mut self, bytes: &mut dyn Bytes) -> io::Result<()> {
        // A unit of two bytes becomes three bytes of UTF-8 at most.
        let most = ((self.buffer.len() - self.end) / 2).saturating_sub(16).min(self.raw.len());
        let length = read_some(bytes, &mut self.raw[..most])?;
        self.bytes_read += length as u64;
        self.has_ended = length == 0;
        if let Some(decoder) = &mut self.decoder {
            let (_, _, written, _) = decoder.decode_to_utf8(&self.raw[..length], &mut self.buffer[self.end..], self.has_ended);
            self.end += written;
        }
        Ok(())
    }
}

fn read_some(bytes: &mut dyn Bytes, into: &mut [u8]) -> io::Result<usize> {
    loop {
        match bytes.read(into) {
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            answer => return answer,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_byte_of_windows_1252_is_the_character_a_browser_shows() {
        for byte in 0..=255_u8 {
            let shown = encoding_rs::WINDOWS_1252.decode_without_bom_handling(&[byte]).0.into_owned();
            assert_eq!(windows_1252(byte).to_string(), shown, "{byte:x}");
        }
    }

    #[test]
    fn code_page_850_has_its_letters_and_its_pound_where_old_programs_put_them() {
        let known = [(0x41, 'A'), (0x80, 'Ç'), (0x82, 'é'), (0x9c, '£'), (0xa0, 'á'), (0xe1, 'ß'), (0xf8, '°'), (0xff, '\u{a0}')];
        assert!(known.into_iter().all(|(byte, character)| dos_850(byte) == character));
    }
}
