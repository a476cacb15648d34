//! The report as a whole: what must be in it, what must never be, and how large it may be.

mod made_up;

use std::collections::HashSet;

use pages::{opportunities_csv, opportunities_json, opportunities_xlsx, report_html, suppliers_csv};

/// What follows each `start` up to the next quotation mark.
fn values_of<'a>(html: &'a str, start: &'a str) -> impl Iterator<Item = &'a str> {
    html.split(start).skip(1).filter_map(|rest| rest.split('"').next())
}

/// What a browser on an old council laptop opens without complaint.
const LARGEST_BYTES: usize = 5_000_000;

#[test]
fn a_supplier_whose_name_is_a_script_is_shown_as_text() {
    let html = report_html(&made_up::westmarch());
    assert!(html.contains("&lt;script&gt;alert(1)&lt;/script&gt;"));
    assert!(!html.contains("<script>alert(1)"));
}

#[test]
fn the_report_asks_for_nothing_outside_itself() {
    let html = report_html(&made_up::westmarch());
    for forbidden in ["src=", "href=\"http", "url(", "@import", "@font-face", "<link"] {
        assert!(!html.contains(forbidden), "{forbidden}");
    }
    assert!(html.contains("default-src 'none'"));
}

#[test]
fn the_same_report_gives_the_same_bytes_every_time() {
    let report = made_up::westmarch();
    assert_eq!(report_html(&report), report_html(&made_up::westmarch()));
    assert_eq!(opportunities_csv(&report), opportunities_csv(&made_up::westmarch()));
    assert_eq!(opportunities_json(&report), opportunities_json(&made_up::westmarch()));
    assert_eq!(opportunities_xlsx(&report), opportunities_xlsx(&made_up::westmarch()));
}

#[test]
fn one_body_alone_is_told_that_it_takes_two_to_share() {
    let html = report_html(&made_up::one_body());
    assert!(html.contains("it takes two to share") && html.contains("What each body publishes"));
}

#[test]
fn files_that_could_not_be_read_are_named_even_when_nothing_else_is_there() {
    let html = report_html(&made_up::nothing_read());
    assert!(html.contains("westmarch/minutes.pdf") && html.contains("there is nothing to compare"));
}

#[test]
fn a_thousand_opportunities_and_400_files_stay_under_five_million_bytes() {
    let html = report_html(&made_up::large());
    assert!(html.len() < LARGEST_BYTES, "{} bytes", html.len());
    assert_eq!(html.matches("data-kind=").count(), 1_000, "every opportunity is in the ranked table");
}

#[test]
fn every_link_inside_the_report_leads_somewhere() {
    for report in [made_up::westmarch(), made_up::one_body(), made_up::nothing_read(), made_up::large()] {
        let html = report_html(&report);
        let ids: HashSet<&str> = values_of(&html, " id=\"").collect();
        for target in values_of(&html, "href=\"#") {
            assert!(ids.contains(target), "#{target} leads nowhere");
        }
    }
}

#[test]
fn no_identifier_stands_twice_in_the_report() {
    let html = report_html(&made_up::westmarch());
    let distinct: HashSet<&str> = values_of(&html, " id=\"").collect();
    assert_eq!(distinct.len(), values_of(&html, " id=\"").count());
}

#[test]
fn a_formula_in_a_supplier_name_is_only_text_in_every_spreadsheet() {
    let report = made_up::westmarch();
    let csv = String::from_utf8(opportunities_csv(&report)).expect("the file is UTF-8");
    assert!(csv.contains("'=SUM(A1)") && !csv.contains(",=SUM(A1)") && !csv.contains("\n=SUM(A1)"));
    let csv = String::from_utf8(suppliers_csv(&report.suppliers)).expect("the file is UTF-8");
    assert!(csv.contains(",'=SUM(A1)") && !csv.contains(",=SUM(A1)"));
}

#[test]
fn the_csv_has_one_line_an_opportunity_and_exact_pounds() {
    let report = made_up::westmarch();
    let bytes = opportunities_csv(&report);
    let text = bytes.strip_prefix(b"\xEF\xBB\xBF").expect("a spreadsheet is told that this is UTF-8");
    let mut reader = csv::Reader::from_reader(text);
    let headings = reader.headers().expect("a heading").clone();
    let amount = headings.iter().position(|heading| heading == "Saving a year, P10 (£)").expect("the column is there");
    let rows: Vec<_> = reader.records().map(|row| row.expect("a whole row")).collect();
    assert_eq!(rows.len(), report.opportunities.len());
    assert_eq!(&rows[0][amount], "-140000.00");
}

#[test]
fn the_json_says_its_version_and_holds_amounts_in_whole_pence() {
    let document: serde_json::Value = serde_json::from_slice(&opportunities_json(&made_up::westmarch())).expect("it is JSON");
    assert_eq!(document["schema"], "commonweal-opportunities");
    assert_eq!(document["schema_version"], 1);
    assert_eq!(document["opportunities"][0]["saving"]["p10_pence"], -14_000_000);
    assert_eq!(document["opportunities"][0]["contracts"][0]["line"], 12);
    assert_eq!(document["opportunities"][0]["lines"].as_array().map(Vec::len), Some(16));
}

#[test]
fn the_workbook_has_its_five_sheets_and_true_numbers() {
    let bytes = opportunities_xlsx(&made_up::westmarch()).expect("the workbook is written");
    assert_eq!(&bytes[..2], b"PK");
}

#[test]
fn the_paper_prints_as_many_opportunities_as_it_says() {
    // The words come from the report and the number of the style sheet from ui/: the first hidden one is the 21st.
    let html = report_html(&made_up::large());
    assert!(html.contains("On paper the best 20 are printed."));
    assert!(html.contains(".cw-opportunity:nth-of-type(n + 21){display:none}"), "ui/sass/_print.scss hides another number");
}
