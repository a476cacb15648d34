//! The words in which pages and files say kinds, reasons, shares and counts.
//!
//! The rule: one thing has one wording everywhere it is shown, and a share is never shown more exactly than it is known.

pub(crate) use definitions::thousands;
use definitions::{Day, SavingRange};
use intake::{Basis, Format, TableKind};
use opportunities::Kind;
use services::{Family, NotAddressable};

/// The four kinds, in the order filters offer them.
pub(crate) const KINDS: [Kind; 4] = [Kind::SameSupplier, Kind::EndingTogether, Kind::SameNeed, Kind::AlreadySharing];

/// Short name of a kind of opportunity.
pub fn kind_name(kind: Kind) -> &'static str {
    match kind {
        Kind::SameSupplier => "Same supplier",
        Kind::EndingTogether => "Ending together",
        Kind::SameNeed => "Same need",
        Kind::AlreadySharing => "Already sharing",
    }
}

/// What a kind means, as a sentence.
pub fn kind_sentence(kind: Kind) -> &'static str {
    match kind {
        Kind::SameSupplier => "Two or more bodies pay one supplier for the same thing, separately.",
        Kind::EndingTogether => "Contracts of different bodies end near enough together to be bought again as one.",
        Kind::SameNeed => "Bodies buy the same thing separately, from different suppliers.",
        Kind::AlreadySharing => "One body already pays another for a service: something to learn from or to join.",
    }
}

/// Code of a kind for files and filters.
pub fn kind_code(kind: Kind) -> &'static str {
    match kind {
        Kind::SameSupplier => "same-supplier",
        Kind::EndingTogether => "ending-together",
        Kind::SameNeed => "same-need",
        Kind::AlreadySharing => "already-sharing",
    }
}

/// Name of a family; nothing is "Not classified".
pub(crate) fn family_name(family: Option<Family>) -> &'static str {
    family.map_or("Not classified", Family::name)
}

/// Why sharing cannot reach a payment.
pub(crate) fn not_addressable_name(why: NotAddressable) -> &'static str {
    match why {
        NotAddressable::Precept => "Precepts collected for another body",
        NotAddressable::Levy => "Levies set by another body",
        NotAddressable::Grant => "Grants given",
        NotAddressable::Benefit => "Benefits and allowances passed to people",
        NotAddressable::Pension => "Pension contributions and funds",
        NotAddressable::Tax => "Tax, National Insurance and VAT paid over",
        NotAddressable::Loan => "Loans, interest and investments",
        NotAddressable::InternalRecharge => "Charges from one part of a body to another",
        NotAddressable::BetweenBodies => "Payments to another public body of the place",
        NotAddressable::Redacted => "The publisher withheld the supplier’s name",
        NotAddressable::PrivatePerson => "The supplier looks like a private person",
        NotAddressable::OwnPay => "Pay of the body’s own staff",
    }
}

/// Name of a file format.
pub(crate) fn format_name(format: Option<Format>) -> &'static str {
    match format {
        Some(Format::Csv) => "CSV",
        Some(Format::Xlsx) => "XLSX",
        Some(Format::Xls) => "XLS",
        Some(Format::Ods) => "ODS",
        Some(Format::Json) => "JSON",
        Some(Format::JsonLines) => "JSON lines",
        Some(Format::Zip) => "ZIP",
        None => "Not known",
    }
}

/// What a sheet holds.
pub(crate) fn table_kind_name(kind: TableKind) -> &'static str {
    match kind {
        TableKind::Payments => "payments",
        TableKind::PurchaseCards => "purchase cards",
        TableKind::Grants => "grants",
        TableKind::Contracts => "contracts",
        TableKind::Notices => "notices",
        TableKind::NotOneOfThese => "something else",
        TableKind::Empty => "empty",
    }
}

/// Whether amounts include VAT.
pub(crate) fn basis_name(basis: Basis) -> &'static str {
    match basis {
        Basis::Net => "without VAT",
        Basis::Gross => "with VAT",
        Basis::Unknown => "not said",
    }
}

/// A share as a whole percentage, never rounded to a certainty it is not: `0.996` is `more than 99%`.
pub(crate) fn percent(share: f64) -> String {
    let rounded = (share * 100.0).round();
    if share > 0.0 && rounded == 0.0 {
        "less than 1%".to_string()
    } else if share < 1.0 && rounded == 100.0 {
        "more than 99%".to_string()
    } else {
        format!("{rounded:.0}%")
    }
}

/// A chance as officers say it: `4 in 10`.
pub fn chance(chance: f64) -> String {
    match (chance * 10.0).round() as i64 {
        i64::MIN..=0 => "less than 1 in 10".to_string(),
        tenths @ 1..=9 => format!("{tenths} in 10"),
        _ => "more than 9 in 10".to_string(),
    }
}

/// The range from P10 to P90, short: `-£40k to £310k`.
pub fn saving_short(saving: &SavingRange) -> String {
    format!("{} to {}", saving.p10.short(), saving.p90.short())
}

/// First and last day as one phrase.
pub(crate) fn period(period: Option<(Day, Day)>) -> String {
    match period {
        Some((first, last)) if first == last => first.long(),
        Some((first, last)) => format!("{} to {}", first.long(), last.long()),
        None => "no dates".to_string(),
    }
}

/// First and last month as one phrase.
pub(crate) fn months(period: Option<(Day, Day)>) -> String {
    match period.map(|(first, last)| (first.month(), last.month())) {
        Some((first, last)) if first == last => first.long(),
        Some((first, last)) => format!("{} to {}", first.long(), last.long()),
        None => "no dates".to_string(),
    }
}

/// `1 file`, `12,400 files`.
pub fn count(number: u64, one: &str, many: &str) -> String {
    if number == 1 { format!("1 {one}") } else { format!("{} {many}", thousands(number)) }
}

/// A number at the start of a sentence: `Six`, `42`.
pub(crate) fn in_words(number: u64) -> String {
    const WORDS: [&str; 11] = ["No", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten"];
    usize::try_from(number).ok().and_then(|place| WORDS.get(place)).map_or_else(|| thousands(number), |word| (*word).to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_share_that_is_not_everything_is_never_called_everything() {
        assert_eq!(percent(0.996), "more than 99%");
        assert_eq!(percent(0.004), "less than 1%");
        assert_eq!(percent(0.0), "0%");
        assert_eq!(percent(1.0), "100%");
        assert_eq!(percent(0.415), "42%");
    }

    #[test]
    fn a_chance_is_said_in_tenths_and_never_as_certain() {
        assert_eq!(chance(0.42), "4 in 10");
        assert_eq!(chance(0.0), "less than 1 in 10");
        assert_eq!(chance(0.97), "more than 9 in 10");
    }

    #[test]
    fn a_sentence_starts_with_a_word_for_a_small_number() {
        assert_eq!(in_words(6), "Six");
        assert_eq!(in_words(1_042), "1,042");
    }

    #[test]
    fn one_file_is_not_called_files() {
        assert_eq!(count(1, "file", "files"), "1 file");
        assert_eq!(count(12_400, "payment", "payments"), "12,400 payments");
    }
}
