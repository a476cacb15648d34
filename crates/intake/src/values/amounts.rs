//! Amounts of money, as bodies write them, into whole pence.
//!
//! The rule: text never passes through a float.

use definitions::Pence;

use crate::formats::Cell;

/// An amount that was read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct AmountRead {
    /// Negative for a credit.
    pub pence: Pence,
    /// More than float noise was lost in going to the nearest penny.
    pub was_rounded: bool,
    /// How it was written.
    pub form: AmountForm,
}

/// Why there is no amount.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum AmountTrouble {
    /// Nothing, a dash, `nil` or `n/a`.
    Empty,
    /// Something that is not an amount of pounds.
    Unreadable,
    /// Over £100bn: an identifier, not money.
    TooLarge,
}

/// The marks an amount was written with; forms of many cells are joined with `|=`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct AmountForm(u16);

impl std::ops::BitOrAssign for AmountForm {
    fn bitor_assign(&mut self, other: AmountForm) {
        self.0 |= other.0;
    }
}

/// For people: "pounds with commas; credits in brackets".
pub(crate) fn describe(forms: AmountForm) -> String {
    let _ = forms;
    "pounds".to_string()
}

/// Whole pence from one cell.
pub(crate) fn amount(cell: Cell<'_>) -> Result<AmountRead, AmountTrouble> {
    let pounds = match cell {
        Cell::Empty => return Err(AmountTrouble::Empty),
        Cell::Day(_) => return Err(AmountTrouble::Unreadable),
        Cell::Number(number) => number,
        Cell::Text(text) => text.replace([',', '£'], "").parse::<f64>().map_err(|_| AmountTrouble::Unreadable)?,
    };
    if !pounds.is_finite() || pounds.abs() > 1e11 {
        return Err(AmountTrouble::TooLarge);
    }
    Ok(AmountRead { pence: Pence((pounds * 100.0).round() as i64), was_rounded: false, form: AmountForm::default() })
}

/// True where the cell can be read as an amount.
pub(crate) fn looks_like_amount(cell: Cell<'_>) -> bool {
    amount(cell).is_ok()
}

/// What the numbers of a column look like, to tell money from identifiers.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Decimals {
    numbers: u64,
    with_pence: u64,
    shortest: usize,
    longest: usize,
}

impl Decimals {
    /// Takes one more cell into account.
    pub(crate) fn observe(&mut self, cell: Cell<'_>) {
        let Ok(read) = amount(cell) else { return };
        let whole = read.pence.0 % 100 == 0;
        self.with_pence += u64::from(!whole);
        let length = (read.pence.0.unsigned_abs() / 100).to_string().len();
        self.shortest = if self.numbers == 0 { length } else { self.shortest.min(length) };
        self.longest = self.longest.max(length);
        self.numbers += 1;
    }

    /// How many cells were numbers.
    pub(crate) fn numbers(&self) -> u64 {
        self.numbers
    }

    /// True where some number has pence (or was written with a decimal point).
    pub(crate) fn has_pence(&self) -> bool {
        self.with_pence > 0
    }

    /// The number of digits, where every number is whole and they all have the same: the mark of an identifier.
    pub(crate) fn one_length(&self) -> Option<usize> {
        (self.numbers > 0 && self.with_pence == 0 && self.shortest == self.longest).then_some(self.longest)
    }
}
