//! How long the records of a binary workbook's part say they are.
//!
//! The rule: their reader makes room for a record before it has seen it, and a length can say 268 million bytes, so every
//! length is looked at first. It looks at lengths only and never at what a record holds.

/// Longest record. The longest text of a cell takes 64 KB; a text with many fonts takes a few times that.
const MOST_BYTES: u32 = 4 << 20;
/// Longest record of a name that stands for a formula. A formula has 16 KB at most, and its reader takes the square of that.
const MOST_BYTES_OF_A_NAME: u32 = 20 << 10;
/// The type of such a record.
const NAME: u16 = 0x27;
/// Longest that all names of a workbook may be together.
const MOST_BYTES_OF_NAMES: u64 = 4 << 20;

/// True for the parts that are records: the workbook, its texts, its looks, its sheets.
pub(super) fn is_of_records(part: &str) -> bool {
    part.ends_with(".bin")
        && (part.contains("worksheets/") || ["workbook.bin", "sharedstrings.bin", "styles.bin"].iter().any(|name| part.ends_with(name)))
}

/// The records of one part, met block by block.
#[derive(Debug, Default)]
pub(super) struct Lengths {
    at: At,
    bytes_of_names: u64,
    /// True once a record was longer than any real one.
    pub(super) has_too_long: bool,
}

/// What the next byte is.
#[derive(Clone, Copy, Debug, Default)]
enum At {
    /// The first byte of a record's type.
    #[default]
    Type,
    /// The second, where the first said so.
    SecondOfType { first: u16 },
    /// One of up to four bytes of the length, seven bits each, the lowest first.
    Length { kind: u16, so_far: u32, shift: u32 },
    /// What the record holds.
    Held { left: u32 },
}

impl Lengths {
    /// Looks at the next block of the part.
    pub(super) fn look(&mut self, mut block: &[u8]) {
        while let Some((&byte, rest)) = block.split_first() {
            (self.at, block) = match self.at {
                At::Held { left } => {
                    let passed = block.len().min(left as usize);
                    let left = left - passed as u32;
                    (if left == 0 { At::Type } else { At::Held { left } }, &block[passed..])
                }
                At::Type if byte & 0x80 != 0 => (At::SecondOfType { first: u16::from(byte & 0x7f) }, rest),
                At::Type => (At::Length { kind: u16::from(byte), so_far: 0, shift: 0 }, rest),
                At::SecondOfType { first } => (At::Length { kind: first + (u16::from(byte & 0x7f) << 7), so_far: 0, shift: 0 }, rest),
                At::Length { kind, so_far, shift } => {
                    let length = so_far | u32::from(byte & 0x7f) << shift;
                    if byte & 0x80 != 0 && shift < 21 {
                        (At::Length { kind, so_far: length, shift: shift + 7 }, rest)
                    } else {
                        self.judge(kind, length);
                        (if length == 0 { At::Type } else { At::Held { left: length } }, rest)
                    }
                }
            };
        }
    }

    fn judge(&mut self, kind: u16, length: u32) {
        self.bytes_of_names += if kind == NAME { u64::from(length) } else { 0 };
        let most = if kind == NAME { MOST_BYTES_OF_A_NAME } else { MOST_BYTES };
        self.has_too_long |= length > most || self.bytes_of_names > MOST_BYTES_OF_NAMES;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn is_too_long(part: &[u8], block: usize) -> bool {
        let mut lengths = Lengths::default();
        part.chunks(block).for_each(|block| lengths.look(block));
        lengths.has_too_long
    }

    #[test]
    fn a_record_that_says_it_has_268_million_bytes_is_seen_however_its_part_is_cut() {
        // Type 0x0007 with four bytes, type 0x0091 with none, then type 0x0013 whose length is all ones: 268,435,455.
        let part = [7, 4, 1, 2, 3, 4, 0x91, 1, 0, 0x13, 0xff, 0xff, 0xff, 0x7f];
        for block in 1..=part.len() {
            assert!(is_too_long(&part, block), "{block}");
            assert!(!is_too_long(&part[..9], block), "{block}");
        }
    }

    #[test]
    fn a_formula_behind_a_name_that_is_longer_than_any_is_seen_and_a_long_list_of_sheets_is_not() {
        // 30,000 is 0x7530: 0x30 in the low seven bits, 0x6a in the next, 1 above.
        assert!(is_too_long(&[0x27, 0xb0, 0xea, 0x01, 0], 2));
        assert!(!is_too_long(&[0xea, 0x02, 0xb0, 0xea, 0x01, 0], 2));
    }

    #[test]
    fn bytes_that_a_record_holds_are_not_taken_for_lengths() {
        assert!(!is_too_long(&[7, 5, 0x13, 0xff, 0xff, 0xff, 0x7f, 7, 0], 3));
    }

    #[test]
    fn macros_and_printers_settings_are_not_records() {
        assert!(is_of_records("xl/worksheets/sheet1.bin") && is_of_records("xl/sharedstrings.bin"));
        assert!(!is_of_records("xl/vbaproject.bin") && !is_of_records("xl/printersettings/printersettings1.bin"));
    }
}
