//! The digits of an amount, grouped the English way or the continental way, into whole pence.
//!
//! The rule: whole numbers all the way, with room for eighteen digits; what does not fit is too large to be money or too small
//! to matter. It never uses a float.

use definitions::Pence;

use super::amounts::{AmountForm, AmountRead, AmountTrouble, LARGEST_PENCE};

/// Digits and where the decimal mark stood among them.
#[derive(Clone, Copy)]
pub(super) struct Digits {
    /// The first 18 digits that count, as one number.
    number: u64,
    /// How many of them stand after the decimal mark; negative where digits before it did not fit.
    decimals: i32,
}

impl Digits {
    /// `1,234,567.89`.
    pub(super) fn english(text: &[u8], form: &mut AmountForm) -> Option<Digits> {
        let (digits, groups) = Digits::read(text, b',', b'.')?;
        if groups > 0 {
            *form |= if text.contains(&b' ') { AmountForm::SPACES } else { AmountForm::COMMAS };
        }
        Some(digits)
    }

    /// `1.234.567,89`, where it can be nothing else: tried only after the English way has failed.
    pub(super) fn continental(text: &[u8], form: &mut AmountForm) -> Option<Digits> {
        let (digits, groups) = Digits::read(text, b'.', b',')?;
        let is_clear = (1..=2).contains(&digits.decimals) || (digits.decimals == 0 && groups > 1);
        if is_clear {
            *form |= AmountForm::CONTINENTAL;
        }
        is_clear.then_some(digits)
    }

    /// Digits in whole groups of three; the answer has the number of group marks.
    fn read(text: &[u8], group_mark: u8, decimal_mark: u8) -> Option<(Digits, u32)> {
        let mut digits = Digits { number: 0, decimals: 0 };
        let (mut groups, mut in_group, mut seen, mut has_decimal_mark) = (0, 0, 0, false);
        for &byte in text {
            if byte.is_ascii_digit() {
                digits.push(byte - b'0', has_decimal_mark);
                in_group += 1;
                seen += 1;
            } else if byte == decimal_mark {
                if has_decimal_mark || (groups > 0 && in_group != 3) {
                    return None;
                }
                has_decimal_mark = true;
            } else if byte == group_mark || byte == b' ' {
                let is_whole = if groups == 0 { (1..=3).contains(&in_group) } else { in_group == 3 };
                if has_decimal_mark || !is_whole {
                    return None;
                }
                groups += 1;
                in_group = 0;
            } else {
                return None;
            }
        }
        let ends_well = seen > 0 && (has_decimal_mark || groups == 0 || in_group == 3);
        ends_well.then_some((digits, groups))
    }

    fn push(&mut self, digit: u8, is_decimal: bool) {
        const FULL: u64 = 100_000_000_000_000_000;
        if self.number < FULL {
            self.number = self.number * 10 + u64::from(digit);
            self.decimals += i32::from(is_decimal);
        } else {
            self.decimals -= i32::from(!is_decimal);
        }
    }

    /// The nearest penny, halves away from zero.
    pub(super) fn to_amount(self, exponent: i32, form: AmountForm) -> Result<AmountRead, AmountTrouble> {
        let number = u128::from(self.number);
        let shift = exponent - self.decimals + 2;
        let (pence, was_rounded) = if shift >= 0 {
            let scale = 10_u128.checked_pow(shift as u32);
            let product = scale.and_then(|scale| number.checked_mul(scale));
            (if number == 0 { 0 } else { product.ok_or(AmountTrouble::TooLarge)? }, false)
        } else {
            nearest(number, shift.unsigned_abs())
        };
        if pence > LARGEST_PENCE {
            return Err(AmountTrouble::TooLarge);
        }
        let pence = pence as i64;
        let pence = if form.has(AmountForm::ANY_CREDIT) { -pence } else { pence };
        Ok(AmountRead { pence: Pence(pence), was_rounded, form })
    }
}

/// The number without its last `places` digits, and whether more than a ten-thousandth of a penny went with them.
fn nearest(number: u128, places: u32) -> (u128, bool) {
    let Some(scale) = 10_u128.checked_pow(places) else { return (0, false) };
    let (whole, lost) = (number / scale, number % scale);
    let to_nearest = lost.min(scale - lost);
    (whole + u128::from(lost * 2 >= scale), to_nearest.saturating_mul(10_000) > scale)
}
