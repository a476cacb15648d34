//! What a card says of made-up files.
//!
//! The rule: each test shows only what it is about; everything else of a file is as it should be.

use std::collections::BTreeMap;

use definitions::{Month, Pence, RemarkKind};
use proptest::prelude::*;

use super::{FileForCard, PublicationCard, card};
use crate::{Basis, ColumnUnderstood, Format, Meaning, TableKind, TableUnderstood, Understanding};

/// A spend file of one month in which nothing is wrong, with 1,000 payments.
fn good_month(place: i32) -> Understanding {
    let month = Month(2023 * 12 + 3 + place);
    let headings = [
        ("Payment date", Meaning::Day),
        ("Directorate", Meaning::Service),
        ("Supplier", Meaning::Supplier),
        ("Purpose", Meaning::Purpose),
        ("Amount", Meaning::NetAmount),
        ("Irrecoverable VAT", Meaning::VatAmount),
        ("Category", Meaning::Category),
    ];
    let column = |(position, (heading, meaning)): (u32, (&str, Meaning))| ColumnUnderstood {
        position,
        heading: heading.to_string(),
        meaning,
        why: String::new(),
        filled: 1_000,
    };
    let table = TableUnderstood {
        sheet: None,
        kind: TableKind::Payments,
        kind_why: String::new(),
        heading_line: Some(1),
        columns: (1..).zip(headings).map(column).collect(),
        date_form: String::new(),
        amount_form: String::new(),
        basis: Basis::Net,
        basis_why: String::new(),
        text_form: String::new(),
        rows_read: 1_000,
        rows_kept: 1_000,
        set_aside: BTreeMap::new(),
        repaired: BTreeMap::new(),
        period: Some((month.first_day(), month.last_day())),
        months: vec![(Some(month), 1_000, Pence(5_000_000))],
        total: Pence(5_000_000),
        first_rows: Vec::new(),
    };
    Understanding { format: Format::Csv, tables: vec![table] }
}

fn card_of(files: &[Understanding]) -> PublicationCard {
    let names: Vec<String> = (1..=files.len()).map(|place| format!("file {place}.csv")).collect();
    let files: Vec<FileForCard<'_>> = names.iter().zip(files).map(|(name, understanding)| FileForCard { name, understanding }).collect();
    card(&files)
}

fn year() -> Vec<Understanding> {
    (0..12).map(good_month).collect()
}

#[test]
fn a_body_that_publishes_well_has_nothing_to_fix() {
    let card = card_of(&year());
    assert_eq!(card.fix_first, Vec::<String>::new());
    assert_eq!(
        card.period.map(|(first, last)| (first.to_string(), last.to_string())),
        Some(("2023-04-01".to_string(), "2024-03-31".to_string()))
    );
    assert_eq!((card.months.len(), card.gaps.len()), (12, 0));
    assert!(card.fields.iter().filter(|(_, is_mandatory, _)| *is_mandatory).all(|(_, _, fill)| *fill == 1.0));
}

#[test]
fn files_that_do_not_say_whether_vat_is_in_are_told_to_say_so() {
    let mut files = year();
    files.iter_mut().for_each(|file| file.tables[0].basis = Basis::Unknown);
    assert_eq!(card_of(&files).fix_first, ["State whether amounts include VAT: none of the 12 files says so."]);
    files[..11].iter_mut().for_each(|file| file.tables[0].basis = Basis::Gross);
    assert_eq!(card_of(&files).fix_first, ["State whether amounts include VAT: 1 of 12 files does not say."]);
}

#[test]
fn a_missing_month_is_a_gap_and_is_asked_for() {
    let mut files = year();
    files.remove(4);
    let card = card_of(&files);
    assert_eq!(card.gaps.iter().map(|month| month.long()).collect::<Vec<_>>(), ["August 2023"]);
    assert_eq!(card.fix_first, ["Publish August 2023: it is missing between months that are there."]);
}

#[test]
fn a_field_the_code_asks_for_is_missing_wholly_or_in_part() {
    let mut files = year();
    files.iter_mut().for_each(|file| file.tables[0].columns[6].meaning = Meaning::OtherText);
    files[0].tables[0].columns[1].filled = 400;
    let card = card_of(&files);
    let fill = |name: &str| card.fields.iter().find(|(field, _, _)| field == name).map(|(_, _, fill)| *fill);
    assert_eq!(fill("Merchant category"), Some(0.0));
    // 600 of 12,000 lines have no department.
    assert_eq!(fill("Department"), Some(0.95));
    assert_eq!(
        card.fix_first,
        [
            "Add the merchant category of each payment, which the Code asks for: none of 12,000 payments has it.",
            "Give the department of every payment: 600 of 12,000 have none."
        ]
    );
}

#[test]
fn headings_that_changed_are_named_with_the_month() {
    let mut files = year();
    files[11].tables[0].columns[2].heading = "Vendor".to_string();
    let card = card_of(&files);
    assert_eq!(card.heading_changes, ["In file 12.csv (from March 2024): 'supplier' became 'vendor'."]);
    assert_eq!(
        card.fix_first,
        ["Keep the headings the same from file to file: they changed once in file 12.csv (from March 2024): 'supplier' became 'vendor'."]
    );
}

#[test]
fn the_sentence_about_most_lines_comes_first_and_there_are_never_more_than_six() {
    let mut files = year();
    for (place, file) in files.iter_mut().enumerate() {
        file.format = Format::Xlsx;
        file.tables[0].repaired = BTreeMap::from([
            (RemarkKind::CodeRemoved, 900),
            (RemarkKind::DateSwapped, 5),
            (RemarkKind::PrivatePerson, 1),
            (RemarkKind::RaggedRow, 3),
        ]);
        file.tables[0].set_aside =
            BTreeMap::from([(RemarkKind::TotalRow, 50), (RemarkKind::BlankRow, 50), (RemarkKind::AmountUnreadable, 2)]);
        file.tables[0].basis = if place == 0 { Basis::Unknown } else { Basis::Net };
    }
    let card = card_of(&files);
    let beginnings: Vec<&str> = card.fix_first.iter().filter_map(|sentence| sentence.split(':').next()).collect();
    assert_eq!(
        beginnings,
        [
            "Publish as CSV, which the Code recommends and every program reads",
            "Keep codes out of suppliers' names and give them a column of their own",
            "Leave titles, totals, notes and blank lines out of the data",
            "State whether amounts include VAT",
            "Write every date as dd/mm/yyyy",
            "Put quotation marks around text with commas"
        ]
    );
    assert_eq!(card.repairs.get(&RemarkKind::TotalRow), Some(&600));
}

#[test]
fn the_share_of_redacted_payees_is_of_payments() {
    let mut files = year();
    files[0].tables[0].repaired.insert(RemarkKind::SupplierRedacted, 120);
    assert_eq!(card_of(&files).redacted_share, 0.01);
}

#[test]
fn a_contracts_register_is_judged_by_the_fields_of_contracts() {
    let mut register = good_month(0);
    register.tables[0].kind = TableKind::Contracts;
    let card = card_of(&[register]);
    assert!(card.fields.iter().any(|(name, _, fill)| name == "Contract supplier" && *fill == 1.0));
    assert!(card.fields.iter().all(|(name, _, _)| name != "Merchant category"));
    assert_eq!(card.fix_first.len(), 6);
}

#[test]
fn a_body_with_nothing_that_could_be_read_has_an_empty_card() {
    assert_eq!(card_of(&[]), PublicationCard::default());
}

proptest! {
    #[test]
    fn a_card_of_any_files_has_fills_between_nothing_and_all(rows in prop::collection::vec((0_u64..2_000, 0_u64..2_000, 0_i32..30, 0_usize..7), 0..20)) {
        let files: Vec<Understanding> = rows.into_iter().map(|(kept, filled, place, column)| {
            let mut file = good_month(place);
            file.tables[0].rows_kept = kept;
            file.tables[0].columns[column].filled = filled;
            file
        }).collect();
        let card = card_of(&files);
        prop_assert!(card.fields.iter().all(|(_, _, fill)| (0.0..=1.0).contains(fill)));
        prop_assert!(card.fix_first.len() <= 6);
    }
}
