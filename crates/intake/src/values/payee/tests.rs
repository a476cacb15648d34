//! Who was paid, from the supplier's cell. Every person and firm here is made up.

use proptest::prelude::*;

use super::*;

fn read(text: &str) -> String {
    let mut buffer = String::new();
    match payee(Some(text), false, &["Supplies"], &mut buffer) {
        (Payee::Supplier(name), true) => format!("{name} (code removed)"),
        (Payee::Supplier(name), false) => name.to_string(),
        (other, _) => format!("{other:?}"),
    }
}

#[test]
fn codes_of_the_ledger_are_taken_out_of_the_name() {
    for text in [
        "EXAMPLE CATERING:03529700",
        "UK0479435601 : EXAMPLE CATERING",
        "EXAMPLE CATERING#2",
        "EXAMPLE CATERING  ****",
        "123456 - EXAMPLE CATERING",
        "EXAMPLE CATERING (A/C 1234)",
        "EXAMPLE CATERING [215254]",
        "EXAMPLE CATERING (211433)",
        "*INACTIVATED* EXAMPLE CATERING",
        "EXAMPLE CATERING - 211433",
        "EXAMPLE CATERING#2 ****",
    ] {
        assert_eq!(read(text), "EXAMPLE CATERING (code removed)", "{text}");
    }
}

#[test]
fn the_number_of_a_card_purchase_is_not_part_of_the_shops_name() {
    for text in ["EXAMPLEMART*2R88N10XE", "EXAMPLEMART* 204-1234567", "EXAMPLEMART *AB12"] {
        assert_eq!(read(text), "EXAMPLEMART (code removed)", "{text}");
    }
    assert_eq!(read("EXAMPLEMART*Garden Centre"), "EXAMPLEMART*Garden Centre");
}

#[test]
fn who_collected_a_card_payment_is_not_who_was_paid() {
    assert_eq!(read("Sumup *Example Roofing Ltd"), "Example Roofing Ltd (code removed)");
    assert_eq!(read("PAYPAL *EXAMPLEMART"), "EXAMPLEMART (code removed)");
    assert_eq!(read("Zettle_*Example Cakes"), "Example Cakes (code removed)");
    assert_eq!(read("Paypal *402935"), "Paypal *402935", "a number alone names nobody");
}

#[test]
fn a_person_paid_through_a_card_reader_is_still_a_person() {
    assert_eq!(read("Sumup *Susan Exampleby"), "PrivatePerson");
}

#[test]
fn what_is_not_a_code_stays_as_published() {
    for text in [
        "62 Wright Street#Example Charity",
        "Example (2018) Ltd",
        "1st Example Scouts",
        "Example 2000 Ltd",
        "5124418",
        "848848 LTD",
        "SH:24#CIC",
        "AMAZON 07042",
        "Example Catering - North",
        "0161 Project",
    ] {
        assert_eq!(read(text), text, "{text}");
    }
}

#[test]
fn white_space_becomes_single() {
    assert_eq!(read("Example   Catering\u{a0}Ltd"), "Example Catering Ltd");
    assert_eq!(read(" Example\tCatering "), "Example Catering");
}

#[test]
fn a_person_behind_a_trading_name_leaves_only_the_trading_name() {
    assert_eq!(read("MRS A EXAMPLEBY T/A HILLTOP NURSING HOME"), "HILLTOP NURSING HOME (code removed)");
    assert_eq!(read("A Exampleby & B Sampleton trading as Hilltop Taxis"), "Hilltop Taxis (code removed)");
    assert_eq!(read("Example Group Ltd t/a Hilltop Taxis"), "Example Group Ltd t/a Hilltop Taxis");
    assert_eq!(read("John Albert Exampleby;Hotels And Motels;Hilltop Hotel"), "Hilltop Hotel (code removed)");
}

#[test]
fn who_may_not_be_named_is_not_handed_on() {
    assert_eq!(read("Mr J Exampleby"), "PrivatePerson");
    assert_eq!(read("Mr J Exampleby:0352970"), "PrivatePerson");
    assert_eq!(read("REDACTED PERSONAL DATA"), "Redacted(Personal)");
    let mut buffer = String::new();
    assert_eq!(payee(Some("Example Ltd"), true, &[], &mut buffer).0, Payee::Redacted(Redaction::Other));
}

#[test]
fn words_in_the_place_of_a_name_name_nobody() {
    for text in ["Various", "Various Suppliers", "Sundry", "One-off vendor", "One Time Supplier", "Test", "N/A", "-", "#N/A", "  "] {
        assert_eq!(read(text), "Missing", "{text}");
    }
    let mut buffer = String::new();
    assert_eq!(payee(None, false, &[], &mut buffer).0, Payee::Missing);
    assert_eq!(read("One Stop Shop"), "One Stop Shop");
    assert_eq!(read("Testbase"), "Testbase");
}

proptest! {
    #[test]
    fn no_cell_breaks_the_reader_of_payees(text in "\\PC{0,40}", context in "\\PC{0,20}", mark in any::<bool>()) {
        let mut buffer = String::new();
        let _ = payee(Some(&text), mark, &[&context], &mut buffer);
    }

    #[test]
    fn nothing_made_of_the_marks_of_codes_breaks_it(text in "[ A-Za-z0-9:#*()\\[\\];&/-]{0,30}") {
        let mut buffer = String::new();
        if let (Payee::Supplier(name), _) = payee(Some(&text), false, &[], &mut buffer) {
            prop_assert!(!name.is_empty() && !name.contains("  "), "{}", text);
        }
    }
}
