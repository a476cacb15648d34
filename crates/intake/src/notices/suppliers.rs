//! Who won a contract, as names that may be shown.
//!
//! The rule: a private person or a redacted name is counted and never named; a list in one text is parted only where it is
//! plainly a list, because `Knight, Kavanagh and Page` is one firm and `THE SPORT, LEISURE AND CULTURE CONSULTANCY LTD` too.

use definitions::RemarkKind;

use super::parts::Doubts;
use crate::values::identifiers::is_placeholder;
use crate::values::payee::payee;
use crate::{Contract, Payee};

/// Puts the suppliers that may be named on the contract, each once, and counts the rest.
pub(super) fn name_suppliers(contract: &mut Contract, names: &[String], context: &[&str], doubts: &mut Doubts) {
    for name in names.iter().filter(|name| names_somebody(name)).map(|name| without_lot(name)) {
        let mut buffer = String::new();
        let (payee, code_removed) = payee(Some(name), false, context, &mut buffer);
        match payee {
            Payee::Supplier(supplier) => {
                if code_removed {
                    doubts.push((
                        RemarkKind::CodeRemoved,
                        "supplier",
                        String::new(),
                        "A code was taken out of the supplier's name.".to_string(),
                    ));
                }
                if !contract.suppliers.iter().any(|known| known.eq_ignore_ascii_case(supplier)) {
                    contract.suppliers.push(supplier.to_string());
                }
            }
            Payee::Redacted(_) => {
                contract.unnamed_suppliers += 1;
                doubts.push((
                    RemarkKind::SupplierRedacted,
                    "supplier",
                    String::new(),
                    "The supplier is counted and not named.".to_string(),
                ));
            }
            Payee::PrivatePerson => {
                contract.unnamed_suppliers += 1;
                doubts.push((RemarkKind::PrivatePerson, "supplier", String::new(), "The supplier is counted and not named.".to_string()));
            }
            Payee::Missing => {}
        }
    }
}

/// The names in one text. Semicolons, bars and line ends part names; so does a comma without a space after it, as services
/// join lists; a comma with a space does only after a legal form (`Smith Ltd, Jones plc`).
pub(super) fn names_in(text: &str) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    let parts_at_bare_commas = text.char_indices().any(|(place, character)| character == ',' && is_bare(text, place));
    let mut start = 0;
    for (place, character) in text.char_indices() {
        let parts = match character {
            ';' | '|' | '\n' => true,
            ',' if is_bare(text, place) => true,
            ',' => !parts_at_bare_commas && ends_with_legal_form(&text[start..place]) && !goes_on_trading_as(&text[place + 1..]),
            _ => false,
        };
        if parts {
            names.push(text[start..place].to_string());
            start = place + character.len_utf8();
        }
    }
    names.push(text[start..].to_string());
    let trimmed = names.iter().map(|name| name.trim().trim_start_matches("& ").trim_start_matches("and ").trim_end_matches(',').trim());
    trimmed.filter(|name| !name.is_empty()).map(str::to_string).collect()
}

fn is_bare(text: &str, comma: usize) -> bool {
    text[comma + 1..].chars().next().is_some_and(|next| !next.is_whitespace() && !next.is_ascii_digit())
}

fn ends_with_legal_form(name: &str) -> bool {
    let last = name.trim_end_matches(['.', ')', ' ']).rsplit([' ', '(']).next().unwrap_or("").to_lowercase();
    ["ltd", "limited", "plc", "llp", "cic", "inc", "lp", "cio", "gmbh"].contains(&last.as_str())
}

fn goes_on_trading_as(rest: &str) -> bool {
    let rest = rest.trim_start().to_lowercase();
    ["t/a", "t/as", "trading as", "ltd", "limited", "plc", "inc"].iter().any(|words| rest.starts_with(words))
}

/// `Lot 3 - Borchester Plant Ltd` is Borchester Plant Ltd.
fn without_lot(name: &str) -> &str {
    let is_lot = name.get(..4).is_some_and(|start| start.eq_ignore_ascii_case("lot "));
    let after = is_lot.then(|| name.char_indices().find(|(place, character)| *place > 4 && matches!(character, '-' | ':' | '–'))).flatten();
    match after {
        // `Lot 3-5 Plant` keeps its hyphen: a number stands after it.
        Some((place, mark)) if place <= 9 && name[place + mark.len_utf8()..].starts_with(' ') => name[place + mark.len_utf8()..].trim(),
        _ => name.trim(),
    }
}

/// False for words in a supplier's place that name nobody: `Various`, `N/A`, `See attached list`.
pub(super) fn names_somebody(name: &str) -> bool {
    let name = without_lot(name);
    !is_placeholder(name) && !says_nobody(name) && !says_not_awarded(name)
}

/// True where a sentence stands in a supplier's place that says there is none.
pub(super) fn says_not_awarded(name: &str) -> bool {
    let lower = name.to_lowercase();
    ["not been awarded", "not awarded", "no award", "no bids", "no tenders"].iter().any(|words| lower.contains(words))
        || lower.starts_with("n/a")
}

fn says_nobody(name: &str) -> bool {
    let lower = name.to_lowercase();
    let is_exactly = [
        "various",
        "various suppliers",
        "multiple",
        "multiple suppliers",
        "see description",
        "see attached",
        "none",
        "na",
        "see attachment",
        "see document",
    ];
    is_exactly.contains(&lower.trim_end_matches('.')) || lower.starts_with("see attached")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_joined_by_bare_commas_is_parted_and_a_comma_within_a_firm_is_kept() {
        assert_eq!(
            names_in("Grundy Farm Ltd,Bridge Farm,Aldridge, Archer & Co"),
            ["Grundy Farm Ltd", "Bridge Farm", "Aldridge, Archer & Co"]
        );
        assert_eq!(names_in("THE BOWLS, DARTS AND CRICKET CONSULTANCY LTD"), ["THE BOWLS, DARTS AND CRICKET CONSULTANCY LTD"]);
        assert_eq!(names_in("Aldridge, Archer & Grundy"), ["Aldridge, Archer & Grundy"]);
    }

    #[test]
    fn a_comma_with_a_space_parts_names_only_after_a_legal_form() {
        assert_eq!(names_in("Grundy Ltd, The Cider Shed, & Home Farm Ltd"), ["Grundy Ltd", "The Cider Shed, & Home Farm Ltd"]);
        assert_eq!(names_in("Grundy Ltd, T/a Cider Shed"), ["Grundy Ltd, T/a Cider Shed"]);
        assert_eq!(names_in("Grundy Ltd; Home Farm plc\nBridge Farm,"), ["Grundy Ltd", "Home Farm plc", "Bridge Farm"]);
    }

    #[test]
    fn the_number_of_a_lot_is_no_part_of_a_name() {
        assert_eq!(without_lot("Lot 1 - Borchester Plant Limited"), "Borchester Plant Limited");
        assert_eq!(without_lot("Lotus Cars Limited"), "Lotus Cars Limited");
        assert_eq!(without_lot("Lot 3-5 Plant Hire"), "Lot 3-5 Plant Hire");
    }

    #[test]
    fn a_supplier_is_named_once_and_words_that_name_nobody_are_left_out() {
        let mut contract = Contract::default();
        let names = ["Home Farm Ltd", "HOME FARM LTD", "Various", "N/A", "See attached list"].map(String::from);
        name_suppliers(&mut contract, &names, &[], &mut Vec::new());
        assert_eq!(contract.suppliers, ["Home Farm Ltd"]);
        assert_eq!(contract.unnamed_suppliers, 0);
    }

    #[test]
    fn a_person_who_won_a_contract_is_counted_and_not_named() {
        let mut contract = Contract::default();
        let mut doubts = Vec::new();
        name_suppliers(&mut contract, &["Mr Joseph Grundy".to_string(), "Home Farm Ltd".to_string()], &[], &mut doubts);
        assert_eq!(contract.suppliers, ["Home Farm Ltd"]);
        assert_eq!(contract.unnamed_suppliers, 1);
        assert!(doubts.iter().all(|doubt| doubt.2.is_empty()));
    }
}
