//! Which made-up names are one supplier, told as an officer would.

use suppliers::{Explanation, Party, Resolution, Settings, resolve, why};

fn named(name: &str) -> Party<'_> {
    Party { name, ..Party::default() }
}

fn resolved(parties: &[Party<'_>]) -> Resolution {
    resolve(parties, &Settings::default(), &|_| true).expect("nobody stops it")
}

fn told(a: &str, b: &str) -> Option<Explanation> {
    why(&[named(a), named(b)], [0, 1], &Settings::default())
}

/// True where the two names end in one cluster, with the others there.
fn are_one(a: &str, b: &str) -> bool {
    let clusters = resolved(&[named(a), named(b)]).cluster_of;
    clusters[0] == clusters[1]
}

#[test]
fn spellings_of_one_firm_are_one_supplier() {
    for (a, b) in [
        ("Quincewell Plumbing Ltd", "QUINCEWELL PLUMBING LIMITED"),
        ("Quincewell Plumbing Ltd", "Quincewell Plumbing"),
        ("Quincewell Plumbing & Heating Ltd", "QUINCEWELL PLUMBING AND HEATING LTD (A/C 45613368)"),
        ("Quincewell Plumbing & Heating Ltd", "QUINCEWELL PLUMBNG AND HEATING"),
        ("S & B Marmalade Ltd", "S.B. MARMALADE LIMITED"),
        ("Medlar Social Care Partnership", "MEDLAR SOCIALCARE PARTNERSHIP"),
        ("Ysgol Tŷ Cwins", "YSGOL TY CWINS"),
        ("Medlarshire Hospitals NHS FT", "MEDLARSHIRE HOSP NHS FOUNDATION TRUST"),
        ("Quincewell Holdings Ltd T/A The Marmalade Cat", "Marmalade Cat"),
        ("Quincewell Communications Ltd", "QUINCEWELL COMMS LTD"),
        ("Quincewell Training Ltd", "QUINCEWELL TRNG LTD"),
        // Cut at 30 letters.
        ("Quincewell Marmalade Preserves Company", "QUINCEWELL MARMALADE PRESERVES"),
        ("Oldham College", "The Oldham College"),
        ("Gtr Manchester Pension Fund", "Greater Manchester Pension Fund"),
        ("Greater Manchester Superannuation Fund", "Greater Manchester Pension Fund"),
        ("Salford Council", "Salford City Council"),
        ("HM Revenue & Customs Only 123456789AB", "HMRC Cumbernauld"),
    ] {
        assert!(are_one(a, b), "{a} and {b}: {:?}", told(a, b));
    }
}

#[test]
fn a_letter_and_a_word_that_any_firm_may_have_are_one_only_as_written_or_by_a_number() {
    let names = [named("P Group Ltd"), named("P GROUP LTD"), named("P Grp")];
    assert_eq!(resolved(&names).cluster_of, [0, 0, 1]);
    let numbered = |name| Party { company_number: Some("01234567"), ..named(name) };
    assert_eq!(resolved(&[numbered("P Group Ltd"), numbered("P (UK) Group Limited")]).cluster_of, [0, 0]);
}

#[test]
fn two_firms_with_a_word_of_their_own_in_spelling_after_spelling_stay_two_though_a_name_lies_between() {
    let of_both = ["Quincewell Awareness & Support", "Quincewell Awareness Support Ltd"];
    let own = |word: &str| {
        [
            format!("Quincewell Awareness {word} Support"),
            format!("QUINCEWELL AWARENESS {word} SUPPORT LTD"),
            format!("Quincewell awareness {word} support limited"),
        ]
    };
    let (first, second) = (own("Marmalade"), own("Bergamot"));
    let names: Vec<&str> = of_both.into_iter().chain(first.iter().chain(&second).map(String::as_str)).collect();
    let clusters = resolved(&names.iter().map(|name| named(name)).collect::<Vec<_>>()).cluster_of;
    assert_eq!(clusters[2..5], [clusters[2]; 3]);
    assert_eq!(clusters[5..8], [clusters[5]; 3]);
    assert_ne!(clusters[2], clusters[5]);
}

#[test]
fn a_body_that_publishes_two_company_numbers_for_one_name_is_believed_in_neither() {
    let published =
        |body, number| Party { name: "Quince Energy Solutions", body: Some(body), company_number: Some(number), ..Party::default() };
    let paid = |body, name| Party { name, body: Some(body), ..Party::default() };
    let parties = [
        published("aldford", "01234567"),
        published("aldford", "07654321"),
        paid("aldford", "Quince Energy Solutions"),
        paid("bexton", "Quince Energy Solutions Ltd"),
    ];
    assert_eq!(resolved(&parties).cluster_of, [0, 0, 0, 0]);
    let by_two_bodies = [published("aldford", "01234567"), published("bexton", "07654321")];
    assert_eq!(resolved(&by_two_bodies).cluster_of, [0, 1]);
}

#[test]
fn different_firms_with_like_names_stay_apart() {
    for (a, b) in [
        ("Quince Taxis (Leeds)", "Quince Taxis (Bolton)"),
        ("Quincewell Plumbing Ltd", "Quincewell Plumbing PLC"),
        ("St Quince Primary School", "St Medlar Primary School"),
        ("J Medlar", "K Medlar"),
        ("Quince Properties 5 Ltd", "Quince Properties 6 Ltd"),
        ("Care Solutions Ltd", "Care Services Ltd"),
        ("Quince Fostering#Limited", "Medlar Theatre#Limited"),
        ("Medlar University NHS FT", "University of Medlar"),
        ("QDT Fire & Security PLC", "QDS Fire & Security"),
        ("Medlar Plumbing Supplies Ltd", "Medlar Roofing Supplies Ltd"),
        ("Quince Housing 2 Ltd", "Quince Housing Ltd"),
        ("QUINCEMART 7427921196103", "QUINCEMART 7417606660368"),
        ("Healthcare NHS Foundation Trust Quincetown", "Healthcare NHS Foundation Trust Medlarham"),
        ("QRC", "QRC Medlar Damson"),
        ("N/A", "n/a"),
        ("DBS Marmalade Ltd", "DBS F & P"),
        // A town's college is not its sixth form college, and a county's pension fund is none of its other bodies.
        ("Oldham College", "Oldham Sixth Form College"),
        ("West Yorkshire Pension Fund", "West Yorkshire Combined Authority"),
        ("Greater Manchester Pension Fund", "Greater Manchester CA Quince only"),
        ("REDACTED PERSONAL DATA", "REDACTED PERSONAL DATA"),
        ("", ""),
    ] {
        assert!(!are_one(a, b), "{a} and {b}: {:?}", told(a, b));
    }
}

#[test]
fn one_company_number_joins_a_firm_to_its_earlier_name() {
    let parties = [
        Party { name: "Medlar Power Distribution", company_number: Some("1234567"), ..Party::default() },
        Party { name: "Quince Grid", company_number: Some("01234567"), ..Party::default() },
    ];
    let resolution = resolved(&parties);
    assert_eq!(resolution.cluster_of, [0, 0]);
    assert_eq!(resolution.joins[0].why, "Both carry the company number 01234567.");
}

#[test]
fn two_company_numbers_keep_equal_names_apart() {
    let parties = [
        Party { name: "Quincewell Ltd", company_number: Some("01234567"), ..Party::default() },
        Party { name: "Quincewell Ltd", company_number: Some("07654321"), ..Party::default() },
    ];
    assert_eq!(resolved(&parties).cluster_of, [0, 1]);
}

#[test]
fn one_vat_number_of_a_council_does_not_make_its_schools_one_supplier() {
    let school = |name| Party { name, vat_number: Some("GB 123 4567 82"), ..Party::default() };
    let clusters =
        resolved(&[school("St Quince Primary School"), school("Medlar High School"), school("Damson Nursery School")]).cluster_of;
    assert_eq!(clusters, [0, 1, 2]);
}

#[test]
fn one_bodys_own_number_joins_two_names_but_anothers_equal_number_does_not() {
    let of = |name, body| Party { name, body: Some(body), supplier_number: Some("10457"), ..Party::default() };
    let clusters = resolved(&[of("Quincewell Estates", "bolton"), of("Medlar Lettings", "bolton"), of("Damson Foods", "bury")]).cluster_of;
    assert_eq!(clusters, [0, 0, 1]);
}

#[test]
fn joins_are_one_fewer_than_the_parties_of_each_supplier() {
    let names = [
        "Quincewell Plumbing Ltd",
        "Medlar Foods",
        "QUINCEWELL PLUMBING",
        "Quincewell Plumbng",
        "MEDLAR FOODS LTD",
        "Quincewell Plumbing Ltd",
    ];
    let resolution = resolved(&names.map(named));
    assert_eq!(resolution.cluster_of, [0, 1, 0, 0, 1, 0]);
    assert_eq!(resolution.joins.len(), 4);
    assert!(resolution.joins.iter().all(|join| join.why.ends_with('.')));
}

#[test]
fn a_chain_of_likely_pairs_does_not_make_a_heap() {
    let trades = ["Plumbing", "Roofing", "Catering", "Nursery", "Training", "Recruitment", "Leasing", "Fencing", "Flooring", "Lighting"];
    let names: Vec<String> = trades.iter().zip(trades.iter().cycle().skip(1)).map(|(a, b)| format!("Quince {a} {b} Ltd")).collect();
    let parties: Vec<Party<'_>> = names.iter().map(|name| named(name)).collect();
    let clusters = resolved(&parties).cluster_of;
    let largest = clusters.iter().map(|cluster| clusters.iter().filter(|other| *other == cluster).count()).max();
    assert!(largest < Some(4), "{clusters:?}");
}

#[test]
fn an_explanation_is_made_of_sentences() {
    let explained = told("Quincewell Plumbing Ltd", "QUINCEWELL PLUMBING LIMITED PLC").expect("neither is hidden");
    assert!(explained.decided_by.iter().chain(explained.comparisons.iter().map(|one| &one.sentence)).all(|text| text.ends_with('.')));
    let explained = told("Quincewell Plumbing Ltd", "QUINCEWELL PLUMBING").expect("neither is hidden");
    assert!(explained.are_one && explained.probability > 0.9);
    let reduced = "Both names reduce to QUINCEWELL PLUMBING once legal forms are set aside.";
    assert!(explained.comparisons.iter().any(|comparison| comparison.sentence == reduced), "{explained:?}");
}

#[test]
fn the_work_stops_when_the_caller_says_so() {
    assert_eq!(resolve(&[named("Quince")], &Settings::default(), &|share| share < 0.2), None);
    assert!(resolve(&[], &Settings::default(), &|_| true).is_some());
}
