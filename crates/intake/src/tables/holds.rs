//! What the cells of one column hold, counted over the sample.
//!
//! The rule: a heading is only a claim. Here is the evidence to check it: money has pence or marks, an identifier
//! has one length and no pence, a supplier's column has firms in it.

use definitions::Day;
use rustc_hash::FxHashSet;

use super::month_and_year::is_month;
use crate::formats::Cell;
use crate::values::amounts::amount;
use crate::values::dates::{DateOrder, DateRead, date};
use crate::values::identifiers::is_placeholder;

/// Counts over the sampled cells of one column.
#[derive(Clone, Debug, Default)]
pub(super) struct Holds {
    /// Cells with something in them, placeholders such as `n/a` left out.
    pub(super) filled: u64,
    /// Cells that can be read as an amount.
    pub(super) numbers: u64,
    /// Amounts with pence, or with a comma, a pound sign or a minus.
    pub(super) like_money: u64,
    /// Amounts of nought.
    pub(super) noughts: u64,
    /// Cells that are days, and cells that are only a month.
    pub(super) dates: u64,
    /// Names of months, and whole numbers from 1 to 12.
    pub(super) months: u64,
    /// Whole numbers that would be days: of this century in a spreadsheet, or eight digits such as 20240419.
    pub(super) serials: u64,
    /// Whole numbers that would be a year and a month, such as 202404.
    pub(super) months_in_digits: u64,
    /// Texts with a blank in them.
    pub(super) phrases: u64,
    /// Texts with a word that only firms and public bodies have in their names.
    pub(super) firms: u64,
    /// Texts with a word that only companies have in their names.
    pub(super) companies: u64,
    /// Texts that say they are withheld.
    pub(super) redacted: u64,
    /// Texts such as card machines print: `Www.Example.Com`, `SHOP*1A2B`.
    pub(super) from_machines: u64,
    /// Addresses of web pages.
    pub(super) addresses: u64,
    /// Single words with a digit in them or all in capitals.
    pub(super) code_words: u64,
    /// Letters and signs of all texts.
    pub(super) text_length: u64,
    /// Sum of the amounts without their signs, in pence.
    pub(super) sum: f64,
    different: FxHashSet<u64>,
    whole: u64,
    smallest: i64,
    largest: i64,
    shortest: u32,
    longest: u32,
}

impl Holds {
    /// Takes one more cell into account.
    pub(super) fn observe(&mut self, cell: Cell<'_>) {
        if matches!(cell, Cell::Empty) || matches!(cell, Cell::Text(text) if is_placeholder(text)) {
            return;
        }
        self.filled += 1;
        self.different.insert(fingerprint(cell));
        if let Cell::Text(text) = cell {
            self.observe_text(text);
        }
        self.months += u64::from(is_month(cell));
        let is_bare_number = matches!(cell, Cell::Number(_)) || matches!(cell, Cell::Text(text) if is_bare_number(text));
        if !is_bare_number
            && matches!(date(cell, DateOrder::DayFirst), DateRead::Day { .. } | DateRead::MonthOnly(_) | DateRead::Impossible(Some(_)))
        {
            self.dates += 1;
        } else if let Ok(read) = amount(cell) {
            let is_marked = matches!(cell, Cell::Text(text) if text.bytes().any(|byte| !byte.is_ascii_digit()));
            self.observe_amount(read.pence.0, is_marked);
        }
    }

    fn observe_text(&mut self, text: &str) {
        self.text_length += text.chars().count() as u64;
        self.phrases += u64::from(text.contains(' '));
        let is_capitals = !text.bytes().any(|byte| byte.is_ascii_lowercase());
        self.code_words += u64::from(!text.contains(' ') && (is_capitals || text.bytes().any(|byte| byte.is_ascii_digit())));
        self.addresses += u64::from(text.starts_with("http"));
        let lower = text.to_lowercase();
        self.from_machines += u64::from(["www.", ".com", ".co."].iter().any(|sign| lower.contains(sign)) || is_machine_mark(&lower));
        self.redacted += u64::from(lower.contains("redact"));
        let has_word = |wanted: &[&str]| lower.split(|letter: char| !letter.is_alphanumeric()).any(|word| wanted.contains(&word));
        self.firms += u64::from(has_word(FIRM_WORDS));
        self.companies += u64::from(has_word(COMPANY_WORDS));
    }

    fn observe_amount(&mut self, pence: i64, is_marked: bool) {
        let size = pence.unsigned_abs();
        let digits = (size / 100).checked_ilog10().map_or(1, |log| log + 1);
        if self.numbers == 0 {
            (self.smallest, self.largest, self.shortest) = (i64::MAX, 0, digits);
        }
        self.numbers += 1;
        self.like_money += u64::from(pence % 100 != 0 || pence < 0 || is_marked);
        self.whole += u64::from(pence % 100 == 0);
        self.noughts += u64::from(pence == 0);
        self.serials += u64::from(pence % 100 == 0 && ((2_000_000..7_000_000).contains(&pence) || is_day_in_digits(pence / 100)));
        self.months_in_digits += u64::from(pence % 100 == 0 && is_month_in_digits(pence / 100));
        self.sum += size as f64;
        self.smallest = self.smallest.min(size as i64);
        self.largest = self.largest.max(size as i64);
        self.shortest = self.shortest.min(digits);
        self.longest = self.longest.max(digits);
    }

    /// Different cells as a share of those filled.
    pub(super) fn variety(&self) -> f64 {
        share(self.different.len() as u64, self.filled)
    }

    /// How many different cells there are.
    pub(super) fn kinds(&self) -> usize {
        self.different.len()
    }

    /// `count` as a share of the cells filled.
    pub(super) fn part(&self, count: u64) -> f64 {
        share(count, self.filled)
    }

    /// True where most cells are amounts that no identifier would be.
    pub(super) fn is_money(&self) -> bool {
        self.part(self.numbers) >= 0.6 && !self.is_identifiers()
    }

    /// True where the numbers are whole, unmarked, of one length and nearly all different, or close together and different:
    /// transaction numbers, not amounts.
    pub(super) fn is_identifiers(&self) -> bool {
        if self.numbers < 5 || self.like_money * 50 > self.numbers {
            return false;
        }
        let is_huge = self.smallest >= 10_000_000_000;
        let has_one_length = self.shortest == self.longest && self.longest >= 6;
        let is_close_together = self.longest >= 5 && self.smallest.saturating_mul(2) > self.largest;
        is_huge || (self.variety() > 0.8 && (has_one_length || is_close_together)) || (has_one_length && self.longest >= 8)
    }

    /// True where most cells are days or months.
    pub(super) fn is_dates(&self) -> bool {
        self.filled > 0 && self.part(self.dates + self.serials) >= 0.5
    }

    /// True where most cells are a year and a month in six digits.
    pub(super) fn is_months_in_digits(&self) -> bool {
        self.filled > 0 && self.part(self.months_in_digits) >= 0.5
    }

    /// The mean length of its texts.
    pub(super) fn mean_length(&self) -> f64 {
        share(self.text_length, self.filled)
    }

    /// True where most cells are bare codes: numbers, or short words in capitals or with digits.
    pub(super) fn is_codes(&self) -> bool {
        self.part(self.numbers) > 0.8 || (self.part(self.code_words) > 0.8 && self.mean_length() < 9.0)
    }
}

/// `part` of `whole` as a fraction; 0 of nothing.
fn share(part: u64, whole: u64) -> f64 {
    if whole == 0 { 0.0 } else { part as f64 / whole as f64 }
}

/// Digits with at most one point among them: two points part a day, a month and a year.
fn is_bare_number(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.') && text.bytes().filter(|byte| *byte == b'.').count() < 2
}

/// 20240419 is a day; 20249919 is a number.
fn is_day_in_digits(number: i64) -> bool {
    (19_900_101..=21_001_231).contains(&number)
        && Day::from_ymd((number / 10_000) as i32, (number / 100 % 100) as u32, (number % 100) as u32).is_some()
}

/// 202404 is a month; 202414 is a number.
fn is_month_in_digits(number: i64) -> bool {
    (199_001..=210_012).contains(&number) && (1..=12).contains(&(number % 100))
}

/// `shop*1a2b`: a star between two words.
fn is_machine_mark(text: &str) -> bool {
    text.split_once('*')
        .is_some_and(|(before, after)| before.len() >= 3 && after.starts_with(|letter: char| letter.is_ascii_alphanumeric()))
}

fn fingerprint(cell: Cell<'_>) -> u64 {
    use std::hash::{Hash, Hasher};
    let mut hasher = rustc_hash::FxHasher::default();
    match cell {
        Cell::Empty => {}
        Cell::Text(text) => text.hash(&mut hasher),
        Cell::Number(number) => number.to_bits().hash(&mut hasher),
        Cell::Day(day) => day.hash(&mut hasher),
    }
    hasher.finish()
}

/// Words that stand in the names of companies alone.
const COMPANY_WORDS: &[&str] = &["ltd", "limited", "plc", "llp", "inc", "cic", "gmbh"];

/// Words that stand in the names of firms, charities and public bodies, and seldom in a department's or a purpose.
const FIRM_WORDS: &[&str] = &[
    "ltd",
    "limited",
    "plc",
    "llp",
    "lp",
    "inc",
    "gmbh",
    "cic",
    "cio",
    "co",
    "uk",
    "group",
    "holdings",
    "associates",
    "solutions",
    "trust",
    "council",
    "university",
    "college",
    "solicitors",
    "partnership",
    "bros",
    "sons",
    "consultancy",
    "society",
    "foundation",
    "association",
];

#[cfg(test)]
mod tests {
    use super::*;

    fn holds(cells: &[&str]) -> Holds {
        let mut holds = Holds::default();
        cells.iter().for_each(|cell| holds.observe(Cell::Text(cell)));
        holds
    }

    #[test]
    fn transaction_numbers_of_one_length_are_not_money() {
        assert!(holds(&["5100454048", "5100454070", "5100454262", "5100454806", "5100454900"]).is_identifiers());
        assert!(holds(&["31171", "31172", "31180", "31191", "31192"]).is_identifiers());
    }

    #[test]
    fn whole_pounds_of_many_sizes_are_money() {
        let grants = holds(&["2266", "495", "16666", "12000", "350", "100000"]);
        assert!(grants.is_money());
        assert!(holds(&["886.08", "1,251.65", "6,277.00", "(260.00)", "38,937.00-"]).is_money());
    }

    #[test]
    fn days_with_points_and_days_in_eight_digits_are_dates() {
        assert!(holds(&["04.06.2019", "05.06.2019", "31.12.2019"]).is_dates());
        assert!(holds(&["20190604", "20190605", "20191231"]).is_dates());
        assert!(!holds(&["20199904", "51003905", "4006.12"]).is_dates());
    }

    #[test]
    fn a_column_of_placeholders_is_not_filled() {
        assert_eq!(holds(&["n/a", "-", "n/a"]).filled, 0);
    }
}
