//! Rows kept and rows set aside.

use definitions::{Month, RemarkKind};
use proptest::prelude::*;

use super::{Written, day, read, read_sheet, read_until};
use crate::LocalRules;

const HEADING: &str = "Service|Supplier|Payment Date|Amount";

#[test]
fn a_grand_total_and_a_lone_sum_are_not_payments() {
    let out = read(&[HEADING, "Parks|Ash Ltd|13/04/2023|120.00", "Roads|Birch Ltd|14/04/2023|80.00", "Grand Total|||200.00", "|||200.00"]);
    assert_eq!(out.pence(), [12_000, 8_000]);
    assert_eq!(out.set_aside(RemarkKind::TotalRow), 2);
}

#[test]
fn a_subtotal_without_the_word_is_known_by_its_sum() {
    let out = read(&[
        HEADING,
        "Parks|Ash Ltd|13/04/2023|120.00",
        "Parks|Birch Ltd|14/04/2023|80.00",
        "Parks|||200.00",
        "Roads|Ash Ltd|13/04/2023|5.00",
        "Roads|Ash Ltd|13/04/2023|6.00",
        "Roads|||11.00",
    ]);
    assert_eq!(out.pence(), [12_000, 8_000, 500, 600]);
    assert_eq!(out.set_aside(RemarkKind::TotalRow), 2);
}

#[test]
fn a_firm_called_total_is_paid() {
    let out = read(&[HEADING, "Parks|Total Gas & Power Ltd|13/04/2023|120.00", "Roads|Total Leisure Ltd|14/04/2023|80.00"]);
    assert_eq!(out.pence(), [12_000, 8_000]);
}

#[test]
fn counts_and_sums_under_a_ledgers_report_are_not_payments() {
    let out = read(&[HEADING, "Parks|Ash Ltd|13/04/2023|120.00", "Roads|Ash Ltd|13/04/2023|7.00", "|Count:|2|", "||Sum:|127.00"]);
    assert_eq!(out.pence(), [12_000, 700]);
    assert_eq!(out.set_aside(RemarkKind::TotalRow), 2);
}

#[test]
fn a_heading_repeated_on_every_page_is_set_aside() {
    let out = read(&[HEADING, "Parks|Ash Ltd|13/04/2023|120.00", HEADING, "Roads|Birch Ltd|14/04/2023|80.00"]);
    assert_eq!(out.set_aside(RemarkKind::RepeatedHeading), 1);
    assert_eq!(out.pence(), [12_000, 8_000]);
}

#[test]
fn a_million_blank_rows_have_one_remark_and_are_all_counted() {
    let mut lines = vec![HEADING, "Parks|Ash Ltd|13/04/2023|120.00"];
    lines.extend(["|||"; 5_000]);
    let out = read(&lines);
    assert_eq!(out.set_aside(RemarkKind::BlankRow), 5_000);
    assert_eq!(out.remarks.iter().filter(|remark| remark.kind == RemarkKind::BlankRow).count(), 1);
}

#[test]
fn a_note_under_the_table_is_set_aside() {
    let out = read(&[HEADING, "Parks|Ash Ltd|13/04/2023|120.00", "Amounts under £500 are left out|||"]);
    assert_eq!(out.set_aside(RemarkKind::NoteRow), 1);
}

#[test]
fn a_payment_without_an_amount_is_set_aside_and_said_to_be() {
    let out = read(&[HEADING, "Parks|Ash Ltd|13/04/2023|120.00", "Parks|Birch Ltd|14/04/2023|", "Parks|Cedar Ltd|14/04/2023|see invoice"]);
    assert_eq!((out.set_aside(RemarkKind::AmountMissing), out.set_aside(RemarkKind::AmountUnreadable)), (1, 1));
}

#[test]
fn the_31st_of_september_is_kept_in_september() {
    let out = read(&[HEADING, "Parks|Ash Ltd|13/09/2017|120.00", "Parks|Ash Ltd|2017-09-31|80.00"]);
    assert_eq!((out.payments[1].day, out.payments[1].month), (None, Month::from_year_month(2017, 9)));
    assert_eq!(out.repaired(RemarkKind::DateImpossible), 1);
}

#[test]
fn a_month_alone_is_enough() {
    let out = read(&["Supplier|Clearing Date|Amount", "Ash Ltd|Sep 2014|1134.50", "Birch Ltd|Sep 2014|3080.10"]);
    assert_eq!((out.payments[0].day, out.payments[0].month), (None, Month::from_year_month(2014, 9)));
}

#[test]
fn a_date_full_of_hashes_is_kept_without_a_day() {
    let out = read(&[HEADING, "Parks|Ash Ltd|13/04/2023|120.00", "Parks|Ash Ltd|########|80.00"]);
    assert_eq!(out.payments[1].day, None);
    assert_eq!(out.pence(), [12_000, 8_000]);
}

#[test]
fn american_dates_in_one_month_are_decided_from_the_whole_file() {
    let out = read(&[HEADING, "Parks|Ash Ltd|04/13/2023|120.00", "Parks|Ash Ltd|04/05/2023|80.00", "Parks|Ash Ltd|04/28/2023|5.00"]);
    assert_eq!(out.payments[1].day, day("2023-04-05"));
    assert_eq!(out.repaired(RemarkKind::DateOrderDecided), 1);
}

#[test]
fn the_payment_date_is_used_and_not_the_invoice_date() {
    let out = read(&["Supplier|Invoice Date|Payment Date|Amount", "Ash Ltd|13/03/2023|14/04/2023|120.00"]);
    assert_eq!(out.payments[0].day, day("2023-04-14"));
    assert!(out.table.columns[1].why.contains("'Payment Date' is used instead"));
}

#[test]
fn redacted_names_are_counted_and_never_shown() {
    let out = read(&[HEADING, "Parks|REDACTED PERSONAL DATA|13/04/2023|120.00", "Parks|Ash Ltd|13/04/2023|80.00"]);
    assert_eq!(out.repaired(RemarkKind::SupplierRedacted), 1);
    assert_eq!(out.payments[0].supplier, None);
    assert!(out.remarks.iter().all(|remark| remark.kind != RemarkKind::SupplierRedacted));
}

#[test]
fn several_bodies_in_one_file_keep_their_names() {
    let out = read(&[
        "Beneficiary|Transaction Date|Organisation|Net Amount",
        "Ash Ltd|13/04/2023|Ashdale Fire|120.00",
        "Ash Ltd|13/04/2023|Ashdale Police|80.00",
    ]);
    assert_eq!(out.payments[1].body.as_deref(), Some("Ashdale Police"));
}

#[test]
fn reading_stops_as_soon_as_the_taker_says_so() {
    let lines = [HEADING, "Parks|Ash Ltd|13/04/2023|1.00", "Parks|Ash Ltd|13/04/2023|2.00", "Parks|Ash Ltd|13/04/2023|3.00"];
    assert_eq!(read_until(Written::new(&lines), "spend.csv", &LocalRules::default(), Some(1)).payments.len(), 1);
}

fn cell() -> impl Strategy<Value = String> {
    prop_oneof![
        Just(String::new()),
        Just("Ash Ltd".to_string()),
        Just("Grand Total".to_string()),
        Just("REDACTED".to_string()),
        Just("13/04/2023".to_string()),
        Just("Sep 2014".to_string()),
        Just("*".to_string()),
        Just("Payment Date".to_string()),
        Just("Amount".to_string()),
        (-100_000_i64..100_000).prop_map(|pence| format!("{}.{:02}", pence / 100, (pence % 100).abs())),
        "[ -~]{0,12}",
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn rows_read_are_rows_kept_and_rows_set_aside_whatever_is_in_them(rows in prop::collection::vec(prop::collection::vec(cell(), 0..6), 0..40)) {
        let mut lines = vec![HEADING.to_string(), "Parks|Ash Ltd|13/04/2023|120.00".to_string()];
        lines.extend(rows.iter().map(|cells| cells.join("|")));
        let lines: Vec<&str> = lines.iter().map(String::as_str).collect();
        let with_heading = read_sheet(Written::new(&lines), "spend.csv", &LocalRules::default());
        prop_assert_eq!(with_heading.payments.len() as u64, with_heading.table.rows_kept);
        // `read_sheet` itself checks that the rows add up.
        read_sheet(Written::new(&lines[2..]), "contracts-register.csv", &LocalRules::default());
    }
}
