//! Private persons and firms that bear a person's name. Every person here is made up.

use proptest::prelude::*;

use super::*;

fn is_person(name: &str) -> bool {
    is_private_person(name, &["Supplies and services"])
}

fn is_person_in_care(name: &str) -> bool {
    is_private_person(name, &["Foster payments"])
}

#[test]
fn a_title_with_a_name_is_a_person() {
    for name in [
        "Mr J Exampleby",
        "MRS J EXAMPLEBY",
        "EXAMPLEBY J MRS",
        "Miss A B Sampleton",
        "Mr & Mrs Sampleton",
        "Mr A Sampleton and Mrs B Sampleton",
        "Dr Lisa Exampleby",
        "Ms F Sampleton - Transcription Service",
        "Mr John Baker",
        "Prof A Sampleton",
        "MR T EXAMPLEBY C/O SAMPLETON GOLF CLUB",
        "The Estate of A Sampleton",
        "Executors of B Sampleton",
        "Exors of the late C Sampleton",
    ] {
        assert!(is_person(name), "{name}");
    }
}

#[test]
fn a_firm_that_begins_with_a_title_is_a_firm() {
    for name in [
        "Mr Kipling Cakes Ltd",
        "Mrs Bun the Baker Ltd",
        "Mr Clutch",
        "Dr Exampleby & Partners",
        "Dr Exampleby Lane Medical Centre",
        "MS Society",
        "MS SPORTS COACHING LTD",
        "Miss Selfridge",
        "Dr J Sampleton Limited",
        "MR DRAINAGE",
        "Duckworth L.L.P.",
    ] {
        assert!(!is_person(name), "{name}");
    }
}

#[test]
fn a_surname_with_initials_is_a_person() {
    for name in ["EXAMPLEBY, P", "P A EXAMPLEBY", "Exampleby P.A.", "J Exampleby", "A.L. Sampleton (Tuition)"] {
        assert!(is_person(name), "{name}");
    }
    for name in
        ["J Exampleby & Sons Builders", "A J Bell Plc", "W H Smith", "E Gas", "Tri-X", "EXAMPLEBY K/L", "B & Q", "G4S", "T Mobile", "X"]
    {
        assert!(!is_person(name), "{name}");
    }
}

#[test]
fn a_sole_trader_under_nothing_but_a_name_is_a_person() {
    for name in [
        "John Exampleby",
        "Priya Sampleton",
        "Agnieszka Sampleton",
        "Exampleby, John",
        "Emma J Sampleton",
        "Mary Sampleton-Exampleby",
        "Mohammed Sampleton",
    ] {
        assert!(is_person(name), "{name}");
    }
    for name in [
        "St John Ambulance",
        "John Lewis",
        "John Exampleby Ltd",
        "John Exampleby Plumbing",
        "Rose Cottage",
        "Victoria House",
        "Thomas Exampleby Solicitors",
        "Faith in Exampleby",
        "Exampleby Council",
        "Grant Thornton",
        "Charlotte Street Nursery",
        "",
        "&",
    ] {
        assert!(!is_person(name), "{name}");
    }
}

#[test]
fn where_a_row_is_of_care_a_bare_name_in_any_order_is_a_person() {
    for name in [
        "EXAMPLEBY JOHN",
        "PA EXAMPLEBY",
        "Sampleton Priya Devi",
        "Foster Carer",
        "Foster carers",
        "Personal Budget",
        "Childminder - A Sampleton",
    ] {
        assert!(is_person_in_care(name), "{name}");
    }
    assert!(!is_person("EXAMPLEBY JOHN"));
    for name in ["Exampleby Fostering Services Ltd", "Foster Carers Association", "The Fostering Network", "UK Fostering", "Example Homes"]
    {
        assert!(!is_person_in_care(name), "{name}");
    }
}

#[test]
fn a_purpose_that_may_name_somebody_is_seen() {
    assert!(purpose_may_name_person("Refund to Mrs Exampleby", &["Income"]));
    assert!(purpose_may_name_person("Weekly allowance John Exampleby", &["Fostering"]));
    assert!(purpose_may_name_person("Placement Agnieszka", &["Kinship care"]));
    assert!(
        purpose_may_name_person("Refund of council tax, J Exampleby", &[])
            || purpose_may_name_person("J Exampleby", &["Council tax refund"])
    );
    assert!(!purpose_may_name_person("Fostering fees May to June", &["Fostering"]));
    assert!(!purpose_may_name_person("Stationery", &["Fostering"]));
    assert!(!purpose_may_name_person("Grounds maintenance at Victoria Park", &["Parks"]));
}

proptest! {
    #[test]
    fn no_text_breaks_the_screen_for_persons(name in "\\PC{0,40}", context in "\\PC{0,20}") {
        let _ = (is_private_person(&name, &[&context]), purpose_may_name_person(&name, &[&context]));
    }

    #[test]
    fn a_legal_form_always_makes_a_firm(name in "[A-Z][a-z]{2,8}( [A-Z][a-z]{2,8}){0,3}", form in "(Ltd|Limited|PLC|LLP|CIC)") {
        let firm = format!("{name} {form}");
        prop_assert!(!is_private_person(&firm, &["Foster payments"]), "{}", firm);
    }

    #[test]
    fn a_title_before_initials_and_a_surname_always_makes_a_person(initials in "[A-Z]( [A-Z])?", surname in "Ex[a-z]{4,8}by") {
        for title in ["Mr", "MRS", "Miss", "ms", "Dr"] {
            let person = format!("{title} {initials} {surname}");
            prop_assert!(is_private_person(&person, &[]), "{}", person);
        }
    }
}
