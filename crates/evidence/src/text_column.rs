//! A column of texts being filled: each text is numbered the first time it is met, and a row holds its number.
//!
//! The rule: a text whose place the reader knows is not looked at again, and no text is copied twice. What is remembered is
//! bounded: past [`MOST_BYTES`] the numbers begin anew with the next batch, and so does the group of rows on disk.

use definitions::{ByPlace, TextPlace};
use rustc_hash::FxHashMap;

/// The number of a row without a text.
pub(crate) const ABSENT: u32 = u32::MAX;

/// Bytes of text numbered together: purposes can be another on each row.
const MOST_BYTES: usize = 8 << 20;

/// What a text costs to remember beside its letters.
const BYTES_BESIDE: usize = 64;

/// One batch of rows of a column of texts.
#[derive(Debug)]
pub(crate) struct Texts {
    /// The number of each row's text, or [`ABSENT`].
    pub(crate) rows: Vec<u32>,
    /// Texts that were numbered in this batch, in the order of their numbers.
    pub(crate) new: Vec<Box<str>>,
    /// True where numbers begin from 0 with this batch.
    pub(crate) begins_anew: bool,
}

/// Texts being numbered.
#[derive(Default)]
pub(crate) struct TextColumn {
    rows: Vec<u32>,
    numbers: Numbers,
    by_place: ByPlace<u32>,
    by_kind: Vec<Option<u32>>,
    begins_anew: bool,
}

impl TextColumn {
    /// Adds a row whose text stands at `place` among those the reader has met.
    pub(crate) fn add(&mut self, text: Option<&str>, place: TextPlace) {
        let TextColumn { numbers, by_place, .. } = self;
        let number = text.map(|text| by_place.ask(place, || numbers.of(text)).unwrap_or_else(|| numbers.of(text)));
        self.rows.push(number.unwrap_or(ABSENT));
    }

    /// Adds a row whose text is one of few that the program has names for, counted from 0 as `kind`.
    pub(crate) fn add_named(&mut self, named: Option<(usize, &str)>) {
        let number = named.map(|(kind, text)| {
            if kind >= self.by_kind.len() {
                self.by_kind.resize(kind + 1, None);
            }
            *self.by_kind[kind].get_or_insert_with(|| self.numbers.of(text))
        });
        self.rows.push(number.unwrap_or(ABSENT));
    }

    /// How many rows wait.
    pub(crate) fn len(&self) -> usize {
        self.rows.len()
    }

    /// Hands over the rows that wait.
    pub(crate) fn take(&mut self) -> Texts {
        let room = self.rows.len();
        let rows = std::mem::replace(&mut self.rows, Vec::with_capacity(room));
        let texts = Texts { rows, new: std::mem::take(&mut self.numbers.new), begins_anew: std::mem::take(&mut self.begins_anew) };
        if self.numbers.bytes > MOST_BYTES {
            *self = TextColumn { rows: std::mem::take(&mut self.rows), begins_anew: true, ..TextColumn::default() };
        }
        texts
    }
}

/// The numbers of texts, from 0 in the order they were met.
#[derive(Default)]
struct Numbers {
    known: FxHashMap<Box<str>, u32>,
    new: Vec<Box<str>>,
    last: Option<(Box<str>, u32)>,
    bytes: usize,
}

impl Numbers {
    fn of(&mut self, text: &str) -> u32 {
        // A path, a sheet or a body is mostly that of the row before.
        if let Some((last, number)) = &self.last
            && **last == *text
        {
            return *number;
        }
        if let Some(number) = self.known.get(text) {
            return *number;
        }
        let number = self.known.len() as u32;
        self.bytes += text.len() + BYTES_BESIDE;
        self.known.insert(text.into(), number);
        self.new.push(text.into());
        self.last = Some((text.into(), number));
        number
    }
}

#[cfg(test)]
mod tests {
    use definitions::Round;

    use super::*;

    #[test]
    fn a_text_is_numbered_once_however_it_is_asked_for() {
        let (mut column, round) = (TextColumn::default(), Round::begin());
        column.add(Some("Roads"), TextPlace::default());
        column.add(Some("Roads"), round.place(7));
        column.add(Some("Roads"), round.place(7));
        column.add(None, TextPlace::default());
        column.add_named(Some((3, "Care")));
        column.add_named(Some((3, "Care")));
        assert_eq!(column.len(), 6);
        let texts = column.take();
        assert_eq!(texts.rows, [0, 0, 0, ABSENT, 1, 1]);
        assert_eq!(texts.new, [Box::from("Roads"), Box::from("Care")]);
    }

    #[test]
    fn numbers_go_on_from_batch_to_batch_until_there_are_too_many() {
        let mut column = TextColumn::default();
        column.add(Some("Roads"), TextPlace::default());
        column.take();
        column.add(Some("Roads"), TextPlace::default());
        let long = "x".repeat(MOST_BYTES);
        column.add(Some(&long), TextPlace::default());
        let second = column.take();
        assert_eq!((second.rows, second.begins_anew), (vec![0, 1], false));
        column.add(Some(&long), TextPlace::default());
        let third = column.take();
        assert_eq!((third.rows, third.new.len(), third.begins_anew), (vec![0], 1, true));
    }
}
