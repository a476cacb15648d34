//! The key of a payment: what two published lines must agree on to be the same payment.
//!
//! The rule: body, day (or month where only a month is published), amount to the penny, and payee and reference reduced
//! to lower-case letters and digits, so that the XLSX and the CSV of one month agree. The same payment gives the same key
//! on every run and every machine; keys may be kept in files. A key cannot be turned back into a name.

use definitions::{ByPlace, Day, split_mixed};

use crate::{Payee, Payment};

/// What two lines must share to be one payment.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RowKey {
    /// The day in the top 17 bits, so that keys sort by day, and 47 bits mixed from everything.
    pub hash: u64,
    /// True where a real reference is part of it: such rows match between any two files.
    pub is_strong: bool,
}

/// The key of `payment` as published by `body`.
pub fn payment_key(body: &str, payment: &Payment<'_>) -> RowKey {
    key_of(of_body(body), of_payee(payment.payee), payment)
}

/// Keys of many payments: what comes of a body, and of a supplier's name, is worked out once.
#[derive(Debug, Default)]
pub struct RowKeys {
    last_body: String,
    of_last_body: u64,
    of_payees: ByPlace<u64>,
}

impl RowKeys {
    /// The same as [`payment_key`].
    pub fn key(&mut self, body: &str, payment: &Payment<'_>) -> RowKey {
        if self.last_body.is_empty() || self.last_body != body {
            self.last_body = body.to_string();
            self.of_last_body = of_body(body);
        }
        let known = self.of_payees.ask(payment.places.supplier, || of_payee(payment.payee));
        key_of(self.of_last_body, known.unwrap_or_else(|| of_payee(payment.payee)), payment)
    }
}

fn of_body(body: &str) -> u64 {
    let mut mixer = Mixer::new();
    mixer.letters_and_digits(body);
    mixer.finish()
}

fn of_payee(payee: Payee<'_>) -> u64 {
    let mut mixer = Mixer::new();
    match payee {
        Payee::Supplier(name) => mixer.letters_and_digits(name),
        Payee::Redacted(_) => mixer.byte(b'r'),
        Payee::PrivatePerson => mixer.byte(b'p'),
        Payee::Missing => mixer.byte(b'-'),
    }
    mixer.finish()
}

fn key_of(body: u64, payee: u64, payment: &Payment<'_>) -> RowKey {
    let mut mixer = Mixer(body);
    mixer.number(b's', payee);
    match (payment.day, payment.month) {
        (Some(day), _) => mixer.number(b'd', i64::from(day.0) as u64),
        (None, Some(month)) => mixer.number(b'm', i64::from(month.0) as u64),
        (None, None) => mixer.number(b'n', 0),
    }
    mixer.number(b'a', payment.amount.0 as u64);
    let reference = payment.reference.map(without_spreadsheet_noise).unwrap_or("");
    mixer.letters_and_digits(reference);
    let day = payment.day.or_else(|| payment.month.map(|month| month.first_day()));
    RowKey { hash: (day_place(day) << MIXED_BITS) | (mixer.finish() >> (64 - MIXED_BITS)), is_strong: is_a_real_reference(reference) }
}

/// Bits of a hash that are not its day.
const MIXED_BITS: u32 = 47;
/// The place of a row with neither day nor month: after every day.
const NO_DAY: u64 = (1 << 17) - 1;
/// 1 January 1900, in days before 1970; 17 bits from there reach the year 2258.
const FIRST_DAY: i64 = -25_567;

/// Where a day stands in the top bits of a hash. Days out of reach share the ends; the mixed bits still tell them apart.
pub(super) fn day_place(day: Option<Day>) -> u64 {
    day.map_or(NO_DAY, |day| (i64::from(day.0) - FIRST_DAY).clamp(0, NO_DAY as i64 - 1) as u64)
}

/// The day's place within a hash.
pub(super) fn day_place_of(hash: u64) -> u64 {
    hash >> MIXED_BITS
}

/// True for the hash of a row with neither day nor month.
pub(super) fn is_undated(hash: u64) -> bool {
    day_place_of(hash) == NO_DAY
}

/// A spreadsheet that took a reference for a number has lost its leading noughts and may have gained `.0`.
fn without_spreadsheet_noise(reference: &str) -> &str {
    let reference = reference.trim();
    reference.strip_suffix(".0").unwrap_or(reference).trim_start_matches('0')
}

/// `BACS`, `N/A`, `-` and a row of nines stand in reference columns and refer to nothing: a reference has a digit, and three characters.
fn is_a_real_reference(reference: &str) -> bool {
    let length = reference.chars().filter(|character| character.is_alphanumeric()).count();
    length >= 3 && reference.contains(|character: char| character.is_ascii_digit()) && reference.contains(|character| character != '9')
}

/// FNV-1a over the letters, each part closed by a mark; numbers are stirred in whole, so that every bit depends on every one before.
struct Mixer(u64);

impl Mixer {
    fn new() -> Mixer {
        Mixer(0xcbf2_9ce4_8422_2325)
    }

    fn byte(&mut self, byte: u8) {
        self.0 = (self.0 ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3);
    }

    fn number(&mut self, mark: u8, number: u64) {
        self.byte(mark);
        self.0 = split_mixed(self.0 ^ number);
    }

    fn letters_and_digits(&mut self, text: &str) {
        for character in text.chars() {
            if character.is_ascii() {
                if character.is_ascii_alphanumeric() {
                    self.byte(character.to_ascii_lowercase() as u8);
                }
            } else if character.is_alphanumeric() {
                let mut buffer = [0; 4];
                for lower in character.to_lowercase() {
                    lower.encode_utf8(&mut buffer).bytes().for_each(|byte| self.byte(byte));
                }
            }
        }
        // No UTF-8 text has this byte, so the end of one part is never taken for the start of the next.
        self.byte(0xfe);
    }

    fn finish(self) -> u64 {
        split_mixed(self.0)
    }
}

#[cfg(test)]
mod tests {
    use definitions::{LinePlaces, Pence, Round};
    use proptest::prelude::*;

    use super::*;
    use crate::repeats::twin;
    use crate::{PaymentVia, Redaction};

    fn payment<'a>(payee: &'a str, day: &str, amount_pence: i64, reference: Option<&'a str>) -> Payment<'a> {
        twin::payment(day.parse().ok(), Pence(amount_pence), payee, reference)
    }

    #[test]
    fn capitals_spaces_and_full_stops_do_not_make_another_payment() {
        let in_the_csv = payment_key("ambridge", &payment("Grundy  Cider Co. LTD", "2023-04-03", 12_345, Some("AP-0012")));
        let in_the_workbook = payment_key("ambridge", &payment("GRUNDY CIDER CO LTD", "2023-04-03", 12_345, Some("ap 0012")));
        assert_eq!(in_the_csv, in_the_workbook);
    }

    #[test]
    fn a_reference_that_a_spreadsheet_took_for_a_number_is_the_same_reference() {
        let published = payment_key("ambridge", &payment("Grundy Ltd", "2023-04-03", 100, Some("0051234")));
        let spoilt = payment_key("ambridge", &payment("Grundy Ltd", "2023-04-03", 100, Some("51234.0")));
        assert_eq!(published, spoilt);
    }

    #[test]
    fn another_body_day_amount_payee_or_reference_is_another_payment() {
        let key = |body: &str, payee: &str, day: &str, pence: i64, reference: &str| {
            payment_key(body, &payment(payee, day, pence, Some(reference))).hash
        };
        let all = [
            key("ambridge", "Grundy Ltd", "2023-04-03", 100, "51234"),
            key("borchester", "Grundy Ltd", "2023-04-03", 100, "51234"),
            key("ambridge", "Grundy and Sons Ltd", "2023-04-03", 100, "51234"),
            key("ambridge", "Grundy Ltd", "2023-04-04", 100, "51234"),
            key("ambridge", "Grundy Ltd", "2023-04-03", -100, "51234"),
            key("ambridge", "Grundy Ltd", "2023-04-03", 100, "51235"),
            key("ambridge", "Grundy Ltd5", "2023-04-03", 100, "1234"),
        ];
        let distinct: std::collections::BTreeSet<u64> = all.into_iter().collect();
        assert_eq!(distinct.len(), all.len());
    }

    #[test]
    fn a_card_purchase_in_the_card_file_and_in_the_spend_file_is_one_payment() {
        let invoice = payment("Borchester Taxis Ltd", "2023-04-03", 4_500, Some("C100234"));
        let card = Payment { via: PaymentVia::Card, ..invoice };
        assert_eq!(payment_key("ambridge", &invoice), payment_key("ambridge", &card));
    }

    #[test]
    fn a_reference_that_refers_to_nothing_is_not_trusted() {
        for placeholder in ["BACS", "N/A", "-", "0", "0000000", "12", "99999999"] {
            assert!(!payment_key("ambridge", &payment("Grundy Ltd", "2023-04-03", 100, Some(placeholder))).is_strong, "{placeholder}");
        }
        assert!(payment_key("ambridge", &payment("Grundy Ltd", "2023-04-03", 100, Some("AP51234"))).is_strong);
        assert!(!payment_key("ambridge", &payment("Grundy Ltd", "2023-04-03", 100, None)).is_strong);
    }

    #[test]
    fn a_redacted_payee_is_not_a_private_person_nor_a_missing_one() {
        let with = |payee| payment_key("ambridge", &Payment { payee, ..payment("", "2023-04-03", 100, None) }).hash;
        assert_ne!(with(Payee::Redacted(Redaction::Personal)), with(Payee::PrivatePerson));
        assert_ne!(with(Payee::PrivatePerson), with(Payee::Missing));
        assert_eq!(with(Payee::Redacted(Redaction::Personal)), with(Payee::Redacted(Redaction::Other)));
    }

    #[test]
    fn a_row_with_neither_day_nor_month_says_so_in_its_key() {
        assert!(is_undated(payment_key("ambridge", &payment("Grundy Ltd", "", 100, None)).hash));
        assert!(!is_undated(payment_key("ambridge", &payment("Grundy Ltd", "2023-04-03", 100, None)).hash));
    }

    #[test]
    fn a_remembered_name_gives_the_key_that_is_worked_out_anew() {
        let (mut keys, rounds) = (RowKeys::default(), [Round::begin(), Round::begin()]);
        for (row, body) in ["ambridge", "ambridge", "borchester", "ambridge"].into_iter().enumerate() {
            for (place, name) in ["Grundy Ltd", "Archer & Sons"].into_iter().enumerate() {
                let places = LinePlaces { supplier: rounds[row / 2].place(place as u32), ..LinePlaces::default() };
                let payment = Payment { places, ..payment(name, "2023-04-03", 100, Some("51234")) };
                assert_eq!(keys.key(body, &payment), payment_key(body, &payment));
            }
        }
    }

    proptest! {
        #[test]
        fn keys_sort_by_day(first in -20_000_i32..80_000, second in -20_000_i32..80_000, pence in any::<i64>()) {
            let on = |day| payment_key("ambridge", &Payment { day: Some(Day(day)), ..payment("Grundy", "", pence, None) }).hash;
            if first < second {
                prop_assert!(on(first) < on(second));
            }
            prop_assert_eq!(day_place_of(on(first)), day_place(Some(Day(first))));
        }

        #[test]
        fn any_text_makes_a_key(body in ".*", payee in ".*", reference in ".*", day in any::<i32>(), pence in any::<i64>()) {
            payment_key(&body, &Payment { day: Some(Day(day)), ..payment(&payee, "", pence, Some(&reference)) });
        }
    }
}
