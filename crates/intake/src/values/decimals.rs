//! What the numbers of a column look like, to tell money from identifiers.
//!
//! The rule: it counts and says what it saw; whether the column is money is decided in `tables`.

use definitions::Pence;

use super::amounts::{AmountForm, AmountRead, AmountTrouble, amount};
use crate::formats::Cell;

/// What the numbers of a column look like, to tell money from identifiers.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Decimals {
    numbers: u64,
    with_decimals: u64,
    with_marks: u64,
    shortest: u32,
    longest: u32,
}

impl Decimals {
    /// Takes one more cell into account.
    pub(crate) fn observe(&mut self, cell: Cell<'_>) {
        let read = match amount(cell) {
            Ok(read) => read,
            Err(AmountTrouble::TooLarge) => AmountRead { pence: Pence(i64::MAX), was_rounded: false, form: AmountForm::default() },
            Err(_) => return,
        };
        let length = (read.pence.0.unsigned_abs() / 100).checked_ilog10().map_or(1, |log| log + 1);
        self.shortest = if self.numbers == 0 { length } else { self.shortest.min(length) };
        self.longest = self.longest.max(length);
        self.numbers += 1;
        self.with_decimals += u64::from(read.form.has(AmountForm::DECIMAL_POINT));
        self.with_marks += u64::from((read.form.0 & !AmountForm::DECIMAL_POINT.0) != 0);
    }

    /// How many cells were numbers, too large ones among them.
    pub(crate) fn numbers(&self) -> u64 {
        self.numbers
    }

    /// True where some number was written with a decimal point, even before two noughts.
    pub(crate) fn has_pence(&self) -> bool {
        self.with_decimals > 0
    }

    /// True where some number has a pound sign, a comma or the mark of a credit: things no identifier has.
    pub(crate) fn has_marks_of_money(&self) -> bool {
        self.with_marks > 0
    }

    /// The number of digits, where every number is whole and unmarked and they all have the same: the look of an identifier.
    pub(crate) fn one_length(&self) -> Option<u32> {
        let is_alike = self.numbers > 0 && self.with_decimals == 0 && self.with_marks == 0 && self.shortest == self.longest;
        is_alike.then_some(self.longest)
    }
}
