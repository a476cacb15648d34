//! One row of delimited text, whose cells lie in the text as it was read.
//!
//! The rule: a cell is copied only where its text had to be mended (another code page, a doubled quotation mark), and
//! white space around it is passed by once, not each time it is looked at. Memory is that of the widest row.

/// The cells of the row being read; filled anew for each row.
#[derive(Debug, Default)]
pub(crate) struct RowCells {
    places: Vec<Place>,
    mended: String,
}

/// Where a cell lies, without white space around it.
#[derive(Clone, Copy, Debug)]
struct Place {
    start: usize,
    end: usize,
    is_mended: bool,
}

/// One row, as the text that was read and where its cells lie in it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct TextRow<'a> {
    text: &'a str,
    cells: &'a RowCells,
}

impl<'a> TextRow<'a> {
    /// How many cells it has.
    pub(crate) fn len(&self) -> usize {
        self.cells.places.len()
    }

    /// The cell at `position`, trimmed; empty beyond the end.
    pub(crate) fn cell(&self, position: usize) -> &'a str {
        self.cells.places.get(position).map_or("", |place| self.at(place))
    }

    /// Every cell, trimmed, from the left.
    pub(crate) fn each_cell(&self) -> impl Iterator<Item = &'a str> + use<'a> {
        let row = *self;
        row.cells.places.iter().map(move |place| row.at(place))
    }

    fn at(&self, place: &Place) -> &'a str {
        let text = if place.is_mended { &self.cells.mended } else { self.text };
        &text[place.start..place.end]
    }
}

impl RowCells {
    /// Forgets the row before.
    pub(super) fn clear(&mut self) {
        self.places.clear();
        self.mended.clear();
    }

    /// Adds the cell that lies in `text` from `start` to `end`.
    pub(super) fn keep(&mut self, text: &str, start: usize, end: usize) {
        let (start, end) = trimmed(text, start, end);
        self.places.push(Place { start, end, is_mended: false });
    }

    /// Adds a cell whose text `write` puts behind what was mended before.
    pub(super) fn mend(&mut self, write: impl FnOnce(&mut String)) {
        let start = self.mended.len();
        write(&mut self.mended);
        let (start, end) = trimmed(&self.mended, start, self.mended.len());
        self.places.push(Place { start, end, is_mended: true });
    }

    /// The row, where `text` is what its cells that were not mended lie in.
    pub(super) fn row<'a>(&'a self, text: &'a str) -> TextRow<'a> {
        TextRow { text, cells: self }
    }
}

/// True for what stands around a cell without belonging to it.
pub(super) fn is_blank_around(character: char) -> bool {
    character.is_whitespace() || character == '\u{feff}'
}

/// The ends of the cell without the blanks around it.
fn trimmed(text: &str, start: usize, end: usize) -> (usize, usize) {
    let bytes = text.as_bytes();
    // Most cells begin and end with a letter or a digit, and need no trimming to be seen.
    if start < end && bytes[start].is_ascii_graphic() && bytes[end - 1].is_ascii_graphic() {
        return (start, end);
    }
    let cell = text[start..end].trim_start_matches(is_blank_around);
    let start = end - cell.len();
    (start, start + cell.trim_end_matches(is_blank_around).len())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_short_row_is_empty_beyond_its_end() {
        let mut cells = RowCells::default();
        cells.keep("roads,£5", 0, 5);
        let row = cells.row("roads,£5");
        assert_eq!((row.len(), row.cell(0), row.cell(7)), (1, "roads", ""));
    }

    proptest! {
        #[test]
        fn a_cell_is_what_trimming_it_gives(parts in prop::collection::vec(("[ a1£\u{feff}\u{a0}\t]{0,5}", any::<bool>()), 1..6)) {
            let text: String = parts.iter().map(|(part, _)| part.as_str()).collect();
            let (mut cells, mut start) = (RowCells::default(), 0);
            for (part, is_mended) in &parts {
                if *is_mended {
                    cells.mend(|mended| mended.push_str(part));
                } else {
                    cells.keep(&text, start, start + part.len());
                }
                start += part.len();
            }
            let expected: Vec<&str> = parts.iter().map(|(part, _)| part.trim_matches(is_blank_around)).collect();
            prop_assert_eq!(cells.row(&text).each_cell().collect::<Vec<_>>(), expected);
        }
    }
}
