//! Where the rows and cells of delimited text begin and end.
//!
//! The rule: a quotation mark rules only where it was closed. One that is never closed, or that would swallow
//! other rows, is left out and its line is read without it, so a slip of one cell never costs the next row.
//! Well-formed text is cut exactly as the `csv` crate cuts it (the tests compare the two on random text); that
//! crate is not used to cut because it would hold a swallowed half of a file in memory before it gives it back.

/// A quoted cell with more line breaks than this was not closed. The longest real ones, descriptions of contracts, have about twenty.
const MOST_BREAKS_IN_A_CELL: u32 = 50;

/// One cell: where it lies in the text, and whether marks inside it stand for others.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Span {
    /// Place of its first byte.
    pub(super) start: usize,
    /// Place after its last byte.
    pub(super) end: usize,
    /// True where `""` or `\"` inside it stands for one quotation mark.
    pub(super) has_doubled_marks: bool,
}

/// The cells of one row.
#[derive(Debug, Default)]
pub(super) struct RowCut {
    /// Its cells; none for a line with nothing in it.
    pub(super) spans: Vec<Span>,
    /// True where a quotation mark was not closed or not doubled.
    pub(super) was_repaired: bool,
    /// True where something stands beyond the most cells a row may have.
    pub(super) is_too_wide: bool,
}

/// What was found at the start of the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Cut {
    /// A whole row of `length` bytes (its end of line too) over `lines` lines of the file.
    Row { length: usize, lines: u32 },
    /// The row goes on beyond the text.
    NeedsMore,
}

/// Cuts rows at one delimiter.
#[derive(Clone, Copy, Debug)]
pub(super) struct Cutter {
    /// Stands between cells.
    pub(super) delimiter: u8,
    /// Most cells in a row.
    pub(super) columns: usize,
}

impl Cutter {
    /// Cuts the first row of `text` into `row`. `is_all` says that nothing follows `text`, so the row must end in it.
    pub(super) fn cut(&self, text: &[u8], is_all: bool, row: &mut RowCut) -> Cut {
        row.spans.clear();
        row.was_repaired = false;
        row.is_too_wide = false;
        if let Some(length) = end_of_line(text, 0, is_all) {
            return if length == 0 { Cut::NeedsMore } else { Cut::Row { length, lines: 1 } };
        }
        let (mut place, mut lines, mut marks_rule) = (0, 1, true);
        loop {
            let cell = if marks_rule && text.get(place) == Some(&b'"') {
                self.quoted(text, place, is_all)
            } else {
                self.plain(text, place, is_all)
            };
            let (span, next) = match cell {
                Cell::NeedsMore => return Cut::NeedsMore,
                Cell::Unclosed => {
                    row.was_repaired = true;
                    marks_rule = false;
                    place += 1;
                    continue;
                }
                Cell::Found { span, next, breaks, was_repaired } => {
                    row.was_repaired |= was_repaired;
                    lines += breaks;
                    (span, next)
                }
            };
            self.keep(span, row);
            if text.get(next) == Some(&self.delimiter) {
                place = next + 1;
                continue;
            }
            return match end_of_line(text, next, is_all) {
                Some(0) => Cut::NeedsMore,
                Some(length) => Cut::Row { length: next + length, lines },
                None if is_all => Cut::Row { length: text.len(), lines },
                None => Cut::NeedsMore,
            };
        }
    }

    /// Empty cells beyond the most a row may have are the tail some spreadsheets write, and mean nothing.
    fn keep(&self, span: Span, row: &mut RowCut) {
        if row.spans.len() < self.columns {
            row.spans.push(span);
        } else {
            row.is_too_wide |= span.end > span.start;
        }
    }

    fn plain(&self, text: &[u8], start: usize, is_all: bool) -> Cell {
        match memchr::memchr3(self.delimiter, b'\n', b'\r', &text[start..]) {
            Some(length) => Cell::found(start, start + length),
            None if is_all => Cell::found(start, text.len()),
            None => Cell::NeedsMore,
        }
    }

    /// A cell whose first byte is a quotation mark. A mark closes it only where the cell could end.
    fn quoted(&self, text: &[u8], start: usize, is_all: bool) -> Cell {
        let (mut place, mut breaks, mut has_doubled_marks, mut was_repaired) = (start + 1, 0, false, false);
        loop {
            let Some(length) = memchr::memchr3(b'"', b'\n', b'\r', &text[place..]) else {
                return if is_all { Cell::Unclosed } else { Cell::NeedsMore };
            };
            place += length;
            if text[place] != b'"' {
                breaks += 1;
                let Some(length) = end_of_line(text, place, is_all) else { return Cell::Unclosed };
                if length == 0 {
                    return Cell::NeedsMore;
                }
                if breaks > MOST_BREAKS_IN_A_CELL {
                    return Cell::Unclosed;
                }
                place += length;
                continue;
            }
            match self.after_mark(text, place + 1, is_all) {
                AfterMark::NeedsMore => return Cell::NeedsMore,
                AfterMark::Closes { next } => {
                    let span = Span { start: start + 1, end: place, has_doubled_marks };
                    return Cell::Found { span, next, breaks, was_repaired };
                }
                AfterMark::IsDoubled => {
                    has_doubled_marks = true;
                    place += 2;
                }
                // A mark that opens a cell on a later line: the one before it was never closed.
                AfterMark::IsStray if breaks > 0 && self.can_open(text[place - 1]) => return Cell::Unclosed,
                AfterMark::IsStray => {
                    was_repaired |= text[place - 1] != b'\\';
                    has_doubled_marks = true;
                    place += 1;
                }
            }
        }
    }

    fn can_open(&self, before: u8) -> bool {
        before == self.delimiter || before == b'\n' || before == b'\r'
    }

    /// What a quotation mark inside a quoted cell does, by what follows it; spaces may stand before the delimiter.
    fn after_mark(&self, text: &[u8], after: usize, is_all: bool) -> AfterMark {
        if text.get(after) == Some(&b'"') {
            return AfterMark::IsDoubled;
        }
        let mut next = after;
        while text.get(next) == Some(&b' ') {
            next += 1;
        }
        match text.get(next) {
            None if is_all => AfterMark::Closes { next },
            None => AfterMark::NeedsMore,
            Some(byte) if *byte == self.delimiter || matches!(*byte, b'\n' | b'\r') => AfterMark::Closes { next },
            Some(_) => AfterMark::IsStray,
        }
    }
}

enum Cell {
    Found { span: Span, next: usize, breaks: u32, was_repaired: bool },
    Unclosed,
    NeedsMore,
}

impl Cell {
    fn found(start: usize, end: usize) -> Cell {
        Cell::Found { span: Span { start, end, has_doubled_marks: false }, next: end, breaks: 0, was_repaired: false }
    }
}

enum AfterMark {
    Closes { next: usize },
    IsDoubled,
    IsStray,
    NeedsMore,
}

/// How long the end of line at `place` is: `None` where there is none, 0 where more text must say whether a line feed follows.
pub(super) fn end_of_line(text: &[u8], place: usize, is_all: bool) -> Option<usize> {
    match (text.get(place), text.get(place + 1)) {
        (Some(b'\n'), _) => Some(1),
        (Some(b'\r'), Some(b'\n')) => Some(2),
        (Some(b'\r'), None) if !is_all => Some(0),
        (Some(b'\r'), _) => Some(1),
        _ => None,
    }
}
