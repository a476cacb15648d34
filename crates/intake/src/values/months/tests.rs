//! The months that names of files and sheets tell.

use proptest::prelude::*;

use super::*;

fn month(text: &str) -> Option<String> {
    month_in_name(text).map(|month| month.to_string())
}

#[test]
fn a_name_with_one_month_and_its_year_tells_it() {
    for (name, expected) in [
        ("bolton_apr_2023.csv", "2023-04"),
        ("Sept-25", "2025-09"),
        ("Spend-over-250-June-22", "2022-06"),
        ("spending over 500 2023-04.csv", "2023-04"),
        ("APR23", "2023-04"),
        ("2023Apr.xlsx", "2023-04"),
        ("Transparency-spend-Marc-2024.csv", "2024-03"),
        ("1701", "2017-01"),
        ("filename_1701.csv", "2017-01"),
        ("?wpdmdl=44201&ind=1757&filename=Aug-25.csv", "2025-08"),
        ("Open-Data-M10-Jan-2026.csv", "2026-01"),
        ("03 April 2023", "2023-04"),
        ("spend_202304.csv", "2023-04"),
        ("2023-04-30.csv", "2023-04"),
        ("30-04-2023.csv", "2023-04"),
        ("20230430.csv", "2023-04"),
        ("April 2023 (Apr-23)", "2023-04"),
    ] {
        assert_eq!(month(name), Some(expected.to_string()), "{name}");
    }
}

#[test]
fn a_financial_year_puts_january_to_march_in_its_second_half() {
    assert_eq!(month("Procurement-card-2017-18-March"), Some("2018-03".to_string()));
    assert_eq!(month("2017-18 April"), Some("2017-04".to_string()));
}

#[test]
fn a_quarter_a_span_a_bare_year_or_a_code_tells_no_month() {
    for name in [
        "q1_spending_records.xlsx",
        "january_-_march_2023_spending_records.xlsx",
        "2023-24.csv",
        "2009-10.csv",
        "2012",
        "spend_2023.csv",
        "POs_Oct_Dec_2014.csv",
        "April",
        "refresh_c2dec21b_44201.csv",
        "over 500.csv",
        "",
    ] {
        assert_eq!(month(name), None, "{name}");
    }
}

proptest! {
    #[test]
    fn no_name_breaks_the_reader_of_months(text in "\\PC{0,40}") {
        let _ = month_in_name(&text);
    }

    #[test]
    fn every_month_reads_back_from_its_common_names(months in 24_156_i32..24_480) {
        let month = Month(months);
        for text in [format!("spend {}", month.long()), format!("{month}.csv"), month.long().replace(' ', "_")] {
            let year = month.year_month().0 % 100;
            let is_financial_year = text.ends_with(".csv") && month.year_month().1 as i32 == year + 1;
            prop_assert!(is_financial_year || month_in_name(&text) == Some(month), "{}", text);
        }
    }
}
