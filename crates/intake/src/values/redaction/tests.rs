//! Redactions, and firms that a careless pattern would take for one. All firms are made up but for their tell-tale word.

use proptest::prelude::*;

use super::*;

#[test]
fn a_redaction_is_known_in_any_spelling() {
    for text in [
        "REDACTED",
        "Redacted",
        "*REDACTED*",
        "REDACTED PERSONAL DATA",
        "REDACED PERSONAL DATA",
        "REDACTED PESONAL DATA",
        "REDCATED",
        "Redact",
        "Redact - Personal Information",
        "Redact - Personal Infomration",
        "REDACTED UNDER DP ACT",
        "Name Redacted",
        "Redacted Supplier",
        "Name withheld",
        "Withheld",
        "Data Protection",
        "PERSONAL DETAILS REMOVED",
        "Confidential",
        "GDPR",
        "Sensitive",
        "xxxxxx",
        "XXXXX XXXXX",
        "Not disclosed",
        "Commercially confidential",
        "Individual",
        "Payment to Individual",
        "Third party redacted",
        "Private individual",
        "Personal Data",
        "Mr J REDACTED",
        "REDACTED (Foster Carer)",
        "Exempt under section 40",
        "Not for publication",
        "\u{201c}Redact - Personal Information\u{201d}",
    ] {
        assert!(redaction(text).is_some(), "{text}");
    }
}

#[test]
fn a_real_firm_is_never_a_redaction() {
    for text in [
        "REDACTIVE PUBLISHING LIMITED",
        "Redactive",
        "Confidential Shredding Services Ltd",
        "Sensitive Skin Clinic Ltd",
        "Redacre Ltd",
        "GDPR Advisors Ltd",
        "Confidential Waste Ltd",
        "CONFIDENTIAL WASTE",
        "Confidentials",
        "Redaction Software Ltd",
        "Individual Pathways Limited",
        "Data Protection Training",
        "Disclosure and Barring Service",
        "Personal Care Consultants",
        "Private Hire Ltd",
        "Confident Minds",
        "Removals Ltd",
        "Reacted Chemicals Ltd",
        "Name Badge Company",
        "Hidden Hearing",
        "Exempt Accommodation CIC",
        "Anonymous Digital Ltd",
        "Red Acted Theatre",
        "Example Catering Ltd",
        "X",
        "",
    ] {
        assert_eq!(redaction(text), None, "{text}");
    }
}

#[test]
fn the_reason_is_taken_from_the_words() {
    assert_eq!(redaction("REDACTED PERSONAL DATA"), Some(Redaction::Personal));
    assert_eq!(redaction("Mr J REDACTED"), Some(Redaction::Personal));
    assert_eq!(redaction("GDPR"), Some(Redaction::Personal));
    assert_eq!(redaction("REDACTED COMMERCIAL CONFIDENTIALITY"), Some(Redaction::Commercial));
    assert_eq!(redaction("Redacted"), Some(Redaction::Other));
}

proptest! {
    #[test]
    fn no_text_breaks_the_reader_of_redactions(text in "\\PC{0,40}") {
        let _ = redaction(&text);
    }

    #[test]
    fn redacted_anywhere_in_a_cell_is_a_redaction(before in "[A-Za-z ]{0,12}", after in "[A-Za-z ]{0,12}") {
        let text = format!("{before} redacted {after}");
        prop_assert!(redaction(&text).is_some(), "{}", text);
    }

    #[test]
    fn the_cheap_look_never_hides_what_the_full_look_would_find(text in "[a-z]{0,8} ?(redact|withheld|gdpr|hidden|exempt|dpa|not public|sensitive)? ?[a-z]{0,6}") {
        let words = Words::of(&text);
        let in_full = words.iter().any(is_redacted) || (words.iter().all(is_of_withholding) && has_key(&words));
        prop_assert!(!in_full || redaction(&text).is_some(), "{}", text);
    }
}
