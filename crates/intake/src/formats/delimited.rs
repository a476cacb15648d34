//! Delimited text as a sheet: commas, tabs, semicolons or pipes, whatever the file is called.
//!
//! The rule: one row is in memory at a time, never more than the longest row allowed; lines are counted as a
//! text editor counts them. A ragged row is not an error. A line with nothing in it at all is not a row; a line
//! of delimiters alone is one. A row too long or too wide is set aside with a remark.

use std::sync::Arc;

use definitions::{Remark, RemarkKind, Trouble};

use super::records::{Cut, Cutter, RowCut, end_of_line};
use super::text::{CodePage, TextForm, Window, decode_into, head_as_text};
use super::text_row::{RowCells, TextRow};
use super::{RowView, Sheet};
use crate::{Bytes, Limits};

/// How many lines are looked at to find the delimiter.
const LINES_ASKED: usize = 200;

/// How many repaired quotation marks are remarked on line by line; the others are counted.
const REPAIRS_NAMED: u64 = 1_000;

/// Delimited text.
pub(crate) struct Delimited<'b> {
    bytes: &'b mut dyn Bytes,
    file_name: String,
    sheet: Option<Arc<str>>,
    form: TextForm,
    cutter: Cutter,
    row_bytes: usize,
    code_page: Option<CodePage>,
    seen: Seen,
}

/// What one walk met.
#[derive(Default)]
struct Seen {
    remarks: Vec<Remark>,
    lines_converted: u64,
    first_line_converted: u32,
    lines_with_nul: u64,
    first_line_with_nul: u32,
    lines_repaired: u64,
}

impl<'b> Delimited<'b> {
    /// The text in `bytes`, whose first bytes are `head`. `sheet` is its name inside an archive.
    pub(crate) fn new(file_name: &str, sheet: Option<Arc<str>>, bytes: &'b mut dyn Bytes, head: &[u8], limits: &Limits) -> Delimited<'b> {
        let cutter = Cutter { delimiter: delimiter_of(&head_as_text(head)), columns: limits.columns };
        Delimited {
            bytes,
            file_name: file_name.to_string(),
            sheet,
            form: TextForm::of(head),
            cutter,
            row_bytes: limits.row_bytes,
            code_page: None,
            seen: Seen::default(),
        }
    }

    fn walk(&mut self, each: &mut dyn FnMut(u32, u64, &RowView<'_>) -> bool) -> std::io::Result<()> {
        let mut window = Window::open(self.bytes, self.form)?;
        let (mut row, mut cells, mut scratch) = (RowCut::default(), RowCells::default(), String::new());
        let mut line: u32 = 1;
        loop {
            if window.has_ended && window.text().is_empty() {
                return Ok(());
            }
            let mut cut = self.cutter.cut(window.text(), window.has_ended, &mut row);
            // A row that fills the window must end in it: at its first line if a quotation mark was left open, or not at all.
            let fills_the_window = cut == Cut::NeedsMore && window.text().len() > self.row_bytes;
            if fills_the_window {
                cut = self.cutter.cut(window.text(), true, &mut row);
            }
            let Cut::Row { length, lines } = cut else {
                window.widen(self.bytes)?;
                continue;
            };
            let is_cut_short = fills_the_window && length == window.text().len() && !window.text().ends_with(b"\n");
            if is_cut_short || length > self.row_bytes {
                self.set_aside(line, "longer than any real row");
                window.pass(length);
                if is_cut_short {
                    self.pass_line(&mut window)?;
                }
            } else {
                if !row.spans.is_empty() {
                    let filled = self.fill(&window.text()[..length], (&row, line), &mut cells, &mut scratch)?;
                    if row.is_too_wide {
                        self.set_aside(line, "of more cells than any real row");
                    } else if !each(line, window.bytes_read, &RowView::Text(filled)) {
                        return Ok(());
                    }
                }
                window.pass(length);
            }
            line = line.saturating_add(lines);
        }
    }

    /// Passes what is left of a line that goes on beyond the window.
    fn pass_line(&mut self, window: &mut Window) -> std::io::Result<()> {
        while !window.has_ended {
            window.widen(self.bytes)?;
            let Some(place) = window.text().iter().position(|byte| matches!(byte, b'\n' | b'\r')) else {
                window.pass(window.text().len());
                continue;
            };
            if end_of_line(window.text(), place, window.has_ended) == Some(0) {
                window.widen(self.bytes)?;
            }
            let end = end_of_line(window.text(), place, true).unwrap_or(1);
            window.pass(place + end);
            break;
        }
        Ok(())
    }

    /// Finds the cells of a row; one that is valid UTF-8 is borrowed from, any other decoded cell by cell.
    fn fill<'a>(
        &mut self,
        text: &'a [u8],
        (row, line): (&RowCut, u32),
        cells: &'a mut RowCells,
        scratch: &mut String,
    ) -> std::io::Result<TextRow<'a>> {
        cells.clear();
        self.seen.note_repair(row, line, self.sheet.as_ref());
        let has_nul = memchr::memchr(0, text).is_some();
        let checked = std::str::from_utf8(text);
        if let (Ok(valid), false) = (checked, has_nul) {
            for span in &row.spans {
                if span.has_doubled_marks {
                    cells.mend(|mended| with_single_marks(&valid[span.start..span.end], mended));
                } else {
                    cells.keep(valid, span.start, span.end);
                }
            }
            return Ok(cells.row(valid));
        }
        let code_page = match (checked, self.code_page) {
            (Ok(_), _) => CodePage::Windows1252,
            (Err(_), Some(known)) => known,
            (Err(_), None) => *self.code_page.insert(CodePage::of(self.bytes)?),
        };
        self.seen.note_text(has_nul, checked.is_err(), line);
        for span in &row.spans {
            scratch.clear();
            decode_into(&text[span.start..span.end], code_page, scratch);
            if span.has_doubled_marks {
                cells.mend(|mended| with_single_marks(scratch, mended));
            } else {
                cells.mend(|mended| mended.push_str(scratch));
            }
        }
        Ok(cells.row(""))
    }

    fn set_aside(&mut self, line: u32, why: &str) {
        self.seen.remarks.push(Remark {
            kind: RemarkKind::RowTooLong,
            sheet: self.sheet.clone(),
            line,
            column: None,
            seen: String::new(),
            done: format!("The row is {why}; it was not read."),
        });
    }
}

impl Sheet for Delimited<'_> {
    fn name(&self) -> Option<&str> {
        self.sheet.as_deref()
    }

    fn text_form(&self) -> String {
        let encoding = match (self.form, self.code_page) {
            (TextForm::Bytewise { has_mark: true }, None) => "UTF-8 with BOM".to_string(),
            (TextForm::Bytewise { has_mark: true }, Some(page)) => format!("UTF-8 with BOM, some lines {}", page.name()),
            (TextForm::Bytewise { has_mark: false }, None) => "UTF-8".to_string(),
            (TextForm::Bytewise { has_mark: false }, Some(page)) => page.name().to_string(),
            (TextForm::Utf16Little { has_mark: true } | TextForm::Utf16Big { has_mark: true }, _) => "UTF-16 with BOM".to_string(),
            (TextForm::Utf16Little { .. } | TextForm::Utf16Big { .. }, _) => "UTF-16".to_string(),
        };
        let delimiter = match self.cutter.delimiter {
            b'\t' => "tabs",
            b';' => "semicolons",
            b'|' => "pipes",
            _ => "commas",
        };
        format!("{encoding}, separated by {delimiter}")
    }

    fn rows(&mut self, each: &mut dyn FnMut(u32, u64, &RowView<'_>) -> bool) -> Result<(), Trouble> {
        self.seen = Seen::default();
        self.walk(each).map_err(|error| {
            Trouble::new(
                format!("read {}", self.file_name),
                format!("reading stopped: {error}"),
                "Check that the file is still there and the disk is whole, then try again.",
            )
        })
    }

    fn remarks(&mut self) -> Vec<Remark> {
        let seen = std::mem::take(&mut self.seen);
        let whole = |kind, line, done| Remark { kind, sheet: self.sheet.clone(), line, column: None, seen: String::new(), done };
        let mut remarks = Vec::new();
        if self.form.is_utf16() {
            remarks.push(whole(RemarkKind::EncodingRepaired, 0, "The file is UTF-16 and was converted to UTF-8.".to_string()));
        }
        if let Some(page) = self.code_page.filter(|_| seen.lines_converted > 0) {
            let done = format!("{} not in UTF-8, read as {}.", count_of_rows(seen.lines_converted), page.name());
            remarks.push(whole(RemarkKind::EncodingRepaired, seen.first_line_converted, done));
        }
        if seen.lines_with_nul > 0 {
            let done = format!("NUL characters were taken out of {}.", count_of_rows(seen.lines_with_nul).to_lowercase());
            remarks.push(whole(RemarkKind::NulRemoved, seen.first_line_with_nul, done));
        }
        if seen.lines_repaired > REPAIRS_NAMED {
            let done =
                format!("{} more rows had a quotation mark that was not closed or not doubled.", seen.lines_repaired - REPAIRS_NAMED);
            remarks.push(whole(RemarkKind::QuoteRepaired, 0, done));
        }
        remarks.extend(seen.remarks);
        remarks
    }
}

impl Seen {
    fn note_repair(&mut self, row: &RowCut, line: u32, sheet: Option<&Arc<str>>) {
        if !row.was_repaired {
            return;
        }
        self.lines_repaired += 1;
        if self.lines_repaired <= REPAIRS_NAMED {
            self.remarks.push(Remark {
                kind: RemarkKind::QuoteRepaired,
                sheet: sheet.cloned(),
                line,
                column: None,
                seen: String::new(),
                done: "A quotation mark that was not closed or not doubled was taken as part of the text.".to_string(),
            });
        }
    }

    fn note_text(&mut self, has_nul: bool, was_converted: bool, line: u32) {
        if has_nul {
            self.lines_with_nul += 1;
            self.first_line_with_nul = if self.lines_with_nul == 1 { line } else { self.first_line_with_nul };
        }
        if was_converted {
            self.lines_converted += 1;
            self.first_line_converted = if self.lines_converted == 1 { line } else { self.first_line_converted };
        }
    }
}

fn count_of_rows(count: u64) -> String {
    if count == 1 { "One row".to_string() } else { format!("{count} rows") }
}

/// Writes `cell` to `out`, with `""` and `\"` as one quotation mark where they stand for it.
fn with_single_marks(cell: &str, out: &mut String) {
    let begins = out.len();
    let mut parts = cell.split('"');
    out.push_str(parts.next().unwrap_or_default());
    while let Some(part) = parts.next() {
        // An empty part is what stands between two marks; the part after it belongs to the same, single mark.
        let (was_doubled, rest) = if part.is_empty() { (true, parts.next().unwrap_or_default()) } else { (false, part) };
        if !was_doubled && out[begins..].ends_with('\\') {
            out.pop();
        }
        out.push('"');
        out.push_str(rest);
    }
}

/// The delimiter that cuts the most lines into the same number of cells, weighed by that number.
/// A first line of `sep=;`, which Excel understands, decides at once.
fn delimiter_of(head: &str) -> u8 {
    if let Some(named) = head.strip_prefix("sep=").and_then(|rest| rest.bytes().next()).filter(u8::is_ascii_punctuation) {
        return named;
    }
    let mut best = (0, b',');
    for delimiter in [b',', b'\t', b';', b'|'] {
        let score = evenness(head.as_bytes(), delimiter);
        if score > best.0 {
            best = (score, delimiter);
        }
    }
    best.1
}

fn evenness(text: &[u8], delimiter: u8) -> usize {
    // Rows of more than 32 cells count as 32: a wide row proves no more than that.
    const WIDEST: usize = 32;
    let cutter = Cutter { delimiter, columns: WIDEST };
    let (mut row, mut place, mut rows_by_cells) = (RowCut::default(), 0, [0_usize; WIDEST + 1]);
    for _ in 0..LINES_ASKED {
        let Cut::Row { length, .. } = cutter.cut(&text[place..], text.len() < super::HEAD_BYTES, &mut row) else { break };
        rows_by_cells[row.spans.len()] += 1;
        place += length;
        if place >= text.len() {
            break;
        }
    }
    (2..=WIDEST).map(|cells| rows_by_cells[cells] * (cells - 1)).max().unwrap_or(0)
}
