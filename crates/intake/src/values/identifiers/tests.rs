//! Identifiers and placeholders. Numbers are made up; VAT numbers were worked out by hand to pass or fail the check.

use proptest::prelude::*;

use super::*;

#[test]
fn a_company_number_gets_back_the_noughts_a_spreadsheet_took() {
    for (text, expected) in [
        ("01243567", "01243567"),
        ("445791", "00445791"),
        ("3529701", "03529701"),
        ("3529701.0", "03529701"),
        ("SC12346", "SC012346"),
        ("sc 123465", "SC123465"),
        ("NI012346", "NI012346"),
        ("OC312465", "OC312465"),
        (" 0352 9701 ", "03529701"),
    ] {
        assert_eq!(company_number(text).as_deref(), Some(expected), "{text}");
    }
}

#[test]
fn a_placeholder_is_not_a_company_number() {
    for text in [
        "Not yet available",
        "EXEMPT",
        "N/A",
        "x",
        "-",
        "",
        "00000000",
        "12345678",
        "99999999",
        "Sole trader",
        "123",
        "123456789",
        "GB123456",
        "3529-701",
        "SC",
        "#N/A",
    ] {
        assert_eq!(company_number(text), None, "{text}");
    }
}

#[test]
fn a_vat_number_passes_one_of_the_two_checks() {
    // 1234567 weighted 8 to 2: 8+14+18+20+20+18+14 = 112; 112 + 82 = 194 = 2 x 97.
    assert_eq!(vat_number("GB 123 4567 82").as_deref(), Some("123456782"));
    assert_eq!(vat_number("123456782").as_deref(), Some("123456782"));
    assert_eq!(vat_number("GB123456782001").as_deref(), Some("123456782001"));
    // 112 + 27 + 55 = 194 for the newer numbers.
    assert_eq!(vat_number("123456727").as_deref(), Some("123456727"));
    for text in ["123456783", "000000000", "12345678", "GBGD001", "Not registered", "", "NO VAT", "1234567821"] {
        assert_eq!(vat_number(text), None, "{text}");
    }
}

#[test]
fn a_charity_number_has_the_form_of_its_country() {
    for (text, expected) in
        [("1059832", "1059832"), ("210183", "210183"), ("SC037540", "SC037540"), ("NIC100280", "NIC100280"), ("1059832-1", "1059832")]
    {
        assert_eq!(charity_number(text).as_deref(), Some(expected), "{text}");
    }
    for text in ["12345", "10598321", "N/A", "", "none", "1111111", "SC37540"] {
        assert_eq!(charity_number(text), None, "{text}");
    }
}

#[test]
fn a_postcode_is_given_its_one_space() {
    for (text, expected) in
        [("bl11ru", "BL1 1RU"), ("BN1  1AA", "BN1 1AA"), ("W1A 1AA", "W1A 1AA"), ("EC1A1BB", "EC1A 1BB"), ("M1 1AE", "M1 1AE")]
    {
        assert_eq!(postcode(text).as_deref(), Some(expected), "{text}");
    }
    for text in ["BL1", "12345", "Bolton", "BL1 1RUX", "B11 CRU", "N/A", "", "Q1 1AA", "BL1 1KU"] {
        assert_eq!(postcode(text), None, "{text}");
    }
}

#[test]
fn what_stands_for_nothing_is_known() {
    for text in ["N/A", "n.a.", "TBC", "x", "-", "–", "EXEMPT", "Not yet available", "not known", "nil", "", "?", "#N/A", "#REF!"] {
        assert!(is_placeholder(text), "{text}");
    }
    for text in ["0", "12", "Example Ltd", "########", "Nile", "é"] {
        assert!(!is_placeholder(text), "{text}");
    }
}

proptest! {
    #[test]
    fn no_text_breaks_the_readers_of_identifiers(text in "\\PC{0,30}") {
        let _ = (company_number(&text), vat_number(&text), charity_number(&text), postcode(&text), is_placeholder(&text));
    }

    #[test]
    fn what_was_read_once_reads_again_as_itself(text in "[A-Z0-9 ]{4,13}") {
        for reader in [company_number, vat_number, charity_number, postcode] {
            if let Some(number) = reader(&text) {
                prop_assert_eq!(reader(&number), Some(number.clone()));
            }
        }
    }
}
