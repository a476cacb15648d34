//! What single cells of a contracts register say: suppliers, yes or no, a date that became money, a status.
//!
//! The rule: suppliers are parted only where the publisher plainly parted them, and one who may not be named is counted,
//! never handed on.

use definitions::Day;

use crate::Payee;
use crate::formats::Cell;
use crate::values::amounts::amount;
use crate::values::identifiers::is_placeholder;
use crate::values::payee::payee;

/// `£45,504.00` in a column of dates is 31 July 2024: a spreadsheet counts days from the end of 1899.
pub(super) fn day_as_money(cell: Cell<'_>) -> Option<Day> {
    let pence = amount(cell).ok()?.pence.0;
    let is_of_our_time = pence % 100 == 0 && (3_000_000..7_000_000).contains(&pence);
    is_of_our_time.then(|| Day((pence / 100) as i32 - 25_569))
}

/// Words that say there is no such day.
pub(super) fn is_open_ended(text: &str) -> bool {
    let lower = text.to_lowercase();
    is_placeholder(text)
        || ["ongoing", "rolling", "open", "none", "not applicable", "indefinite", "perpet", "annual"]
            .iter()
            .any(|word| lower.contains(word))
}

/// Suppliers of one cell, and how many of them may not be named. Commas do not part them: `Ash, Birch and Co Ltd` is one firm.
pub(super) fn suppliers(text: Option<&str>, category: Option<&str>) -> (Vec<String>, u32) {
    let (mut named, mut unnamed) = (Vec::new(), 0);
    let context = [category.unwrap_or("")];
    let text = text.map(with_lines_rejoined);
    for written in text.iter().flat_map(|text| text.split([';', '\n', '|'])).flat_map(|part| part.split(" / ")) {
        let written = written.trim();
        if written.is_empty() || is_placeholder(written) {
            continue;
        }
        let mut buffer = String::new();
        match payee(Some(written), false, &context, &mut buffer).0 {
            Payee::Supplier(name) if named.iter().all(|before| before != name) => named.push(name.to_string()),
            Payee::Redacted(_) | Payee::PrivatePerson => unnamed += 1,
            Payee::Supplier(_) | Payee::Missing => {}
        }
    }
    (named, unnamed)
}

/// A line that begins as no name does goes on with the name above it: `Ltd (known as Ash)`, `t/a Ash`.
fn with_lines_rejoined(text: &str) -> String {
    const GOES_ON: [&str; 14] =
        ["ltd", "limited", "plc", "llp", "cic", "t/a", "trading as", "known as", "formerly", "on behalf of", "part of", "and ", "&", "("];
    let mut rejoined = String::new();
    for line in text.split(['\n', '\r']).map(str::trim).filter(|line| !line.is_empty()) {
        let lower = line.to_lowercase();
        if !rejoined.is_empty() {
            rejoined.push(if GOES_ON.iter().any(|start| lower.starts_with(start)) { ' ' } else { '\n' });
        }
        rejoined.push_str(line);
    }
    rejoined
}

/// `271440 - Information Communication Technology`.
pub(super) fn starts_with_proclass(text: &str) -> bool {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    digits == 6 && text[digits..].trim_start().starts_with('-')
}

/// True where a status speaks of a contract that nobody holds yet.
pub(super) fn is_not_yet_awarded(status: &str) -> bool {
    let lower = status.to_lowercase();
    ["tender", "planned", "pipeline", "not yet", "forthcoming", "in procurement", "advert", "evaluation", "draft"]
        .iter()
        .any(|word| lower.contains(word))
}

/// Yes or no, as registers mark small firms, charities and extensions taken.
pub(super) fn yes_or_no(text: &str) -> Option<bool> {
    let lower = text.trim().to_lowercase();
    match lower.as_str() {
        "y" | "yes" | "true" | "1" | "sme" | "vcse" | "vcs" => Some(true),
        "n" | "no" | "false" | "0" | "non-sme" | "not sme" | "large" | "non sme" => Some(false),
        _ if lower.starts_with("yes") => Some(true),
        _ if lower.starts_with("no") => Some(false),
        _ if lower.contains("small") || lower.contains("medium") || lower.contains("micro") => Some(true),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn suppliers_are_parted_by_semicolons_slashes_and_lines_but_not_by_commas() {
        let (named, unnamed) = suppliers(Some("Ash, Birch and Co Ltd; Cedar Ltd / Dogwood plc\nElm Ltd"), None);
        assert_eq!(named, ["Ash, Birch and Co Ltd", "Cedar Ltd", "Dogwood plc", "Elm Ltd"]);
        assert_eq!(unnamed, 0);
    }

    #[test]
    fn a_name_broken_over_two_lines_is_one_supplier() {
        assert_eq!(suppliers(Some("The Ash Centre\nLtd (known as Birch)"), None).0, ["The Ash Centre Ltd (known as Birch)"]);
        assert_eq!(suppliers(Some("Cedar Health Ltd\r\nt/a Cedar Physio"), None).0, ["Cedar Health Ltd t/a Cedar Physio"]);
    }

    #[test]
    fn a_redacted_supplier_is_counted_and_not_named() {
        assert_eq!(suppliers(Some("REDACTED"), None), (vec![], 1));
        assert_eq!(suppliers(Some("n/a"), None), (vec![], 0));
    }

    #[test]
    fn a_date_shown_as_money_is_read_as_the_day_it_was() {
        assert_eq!(day_as_money(Cell::Text("£45,504.00")), "2024-07-31".parse().ok());
        assert_eq!(day_as_money(Cell::Text("£12.50")), None);
    }

    #[test]
    fn a_proclass_code_is_known_by_its_six_digits() {
        assert!(starts_with_proclass("271440 - Information Communication Technology"));
        assert!(!starts_with_proclass("12 - Months"));
    }
}
