//! Dates as bodies write them.

use proptest::prelude::*;

use super::*;

fn read(text: &str, order: DateOrder) -> String {
    match date(Cell::Text(text), order) {
        DateRead::Day { day, swapped: false } => day.to_string(),
        DateRead::Day { day, swapped: true } => format!("{day} swapped"),
        DateRead::MonthOnly(month) => month.to_string(),
        DateRead::Impossible(month) => format!("impossible {}", month.map_or("?".to_string(), |month| month.to_string())),
        DateRead::Unreadable => "unreadable".to_string(),
        DateRead::Missing => "missing".to_string(),
    }
}

fn day_first(text: &str) -> String {
    read(text, DateOrder::DayFirst)
}

#[test]
fn every_common_way_to_write_a_day_is_read() {
    for text in [
        "03/04/2023",
        "3/4/2023",
        "3/4/23",
        "03.04.2023",
        "03-04-23",
        "03 04 2023",
        "03/04.2023",
        "2023-04-03",
        "2023/04/03",
        "2023-04-03 00:00:00",
        "2023-04-03T09:30:00Z",
        "2023-04-03T00:00:00.000+01:00",
        "03/04/2023 00:00:00",
        "03/04/2023 9:30 AM",
        "20230403",
        "03042023",
        "03-Apr-23",
        "03-Apr-2023",
        "3 April 2023",
        "3rd April 2023",
        "3rd of April, 2023",
        "April 3, 2023",
        "Monday, April 03, 2023",
        "Mon 3 April 2023",
        "Mon 03/04/2023",
        "2023 Apr 3",
        "45019",
        "45019.5",
        "03-APR-2023 00:00",
        "3Apr2023",
    ] {
        assert_eq!(day_first(text), "2023-04-03", "{text}");
    }
    assert_eq!(day_first("Wednesday, May 04, 2022"), "2022-05-04");
}

#[test]
fn the_files_order_decides_what_comes_first_and_a_date_that_does_not_fit_it_is_swapped() {
    assert_eq!(read("03/04/2023", DateOrder::MonthFirst), "2023-03-04");
    assert_eq!(read("04/13/2023", DateOrder::DayFirst), "2023-04-13 swapped");
    assert_eq!(read("13/04/2023", DateOrder::MonthFirst), "2023-04-13 swapped");
    assert_eq!(read("2023-13-04", DateOrder::DayFirst), "2023-04-13 swapped");
    assert_eq!(read("3 April 2023", DateOrder::MonthFirst), "2023-04-03");
}

#[test]
fn two_digit_years_from_70_are_of_the_last_century() {
    assert_eq!(day_first("01/02/69"), "2069-02-01");
    assert_eq!(day_first("01/02/70"), "1970-02-01");
    assert_eq!(day_first("01/02/0023"), "2023-02-01");
}

#[test]
fn a_month_alone_is_kept_as_a_month() {
    for (text, month) in [
        ("Sep 2014", "2014-09"),
        ("Sept-14", "2014-09"),
        ("September 2014", "2014-09"),
        ("2017-03", "2017-03"),
        ("03/2017", "2017-03"),
        ("201703", "2017-03"),
    ] {
        assert_eq!(day_first(text), month, "{text}");
    }
}

#[test]
fn the_31st_of_september_is_impossible_and_keeps_its_month() {
    assert_eq!(day_first("2017-09-31"), "impossible 2017-09");
    assert_eq!(day_first("31/09/2017"), "impossible 2017-09");
    assert_eq!(day_first("31 September 2017"), "impossible 2017-09");
    assert_eq!(day_first("45/45/2017"), "impossible ?");
}

#[test]
fn what_is_no_date_is_not_read() {
    for text in [
        "########",
        "P05 2023",
        "hello",
        "2021/2022",
        "14-Sep",
        "12",
        "123",
        "99/99/999",
        "1234567",
        "99999999",
        "12345",
        "3 Apr",
        "March",
        "01/02/03/04",
        "1.5",
        "£12,345.67",
        "3 April 2023 and after",
        "Smarch 3 2023",
    ] {
        assert_eq!(day_first(text), "unreadable", "{text}");
    }
    for text in ["-", "N/A", "TBC", "00/01/1900"] {
        assert_eq!(day_first(text), "missing", "{text}");
    }
    assert_eq!(date(Cell::Empty, DateOrder::DayFirst), DateRead::Missing);
}

#[test]
fn a_number_cell_is_a_spreadsheets_day_or_digits_in_a_row() {
    let of = |number: f64| date(Cell::Number(number), DateOrder::DayFirst);
    let third_of_april = DateRead::Day { day: "2023-04-03".parse().expect("a day"), swapped: false };
    // Day 1 is 1 January 1900 and the calendar of spreadsheets has a 29 February 1900: 45,019 is 3 April 2023.
    assert_eq!(of(45_019.0), third_of_april);
    assert_eq!(of(45_019.75), third_of_april);
    assert_eq!(of(20_230_403.0), third_of_april);
    assert_eq!(of(1_600_708_367.0), DateRead::Unreadable);
    assert_eq!(of(0.0), DateRead::Missing);
    assert_eq!(of(f64::NAN), DateRead::Unreadable);
}

fn decided(texts: &[&str]) -> (DateOrder, bool, String) {
    let mut evidence = DateEvidence::default();
    texts.iter().for_each(|text| evidence.observe(Cell::Text(text)));
    evidence.decide(None)
}

#[test]
fn one_date_that_can_be_nothing_else_decides_for_the_file() {
    let (order, certain, why) = decided(&["03/04/2023", "13/04/2023"]);
    assert_eq!((order, certain), (DateOrder::DayFirst, true));
    assert_eq!(why, "day first (dd/mm/yyyy): 1 date can be nothing else");
    let (order, certain, _) = decided(&["03/04/2023", "04/13/2023"]);
    assert_eq!((order, certain), (DateOrder::MonthFirst, true));
}

#[test]
fn two_habits_in_one_file_leave_the_order_uncertain() {
    let (order, certain, why) = decided(&["13/04/2023", "14/04/2023", "04/15/2023"]);
    assert_eq!((order, certain), (DateOrder::DayFirst, false));
    assert_eq!(why, "day first (dd/mm/yyyy): 2 dates can be nothing else, though 1 date can only be the other way round");
}

#[test]
fn with_no_day_after_the_twelfth_a_second_number_that_hardly_changes_is_the_month() {
    let days: Vec<String> = (1..=12).map(|day| format!("{day:02}/04/2023")).collect();
    let texts: Vec<&str> = days.iter().map(String::as_str).collect();
    let (order, certain, why) = decided(&texts);
    assert_eq!((order, certain), (DateOrder::DayFirst, true));
    assert_eq!(why, "day first (dd/mm/yyyy): of 12 dates, the second number takes 1 values and the first 12");
}

#[test]
fn bills_paid_on_the_third_of_every_month_are_not_all_of_march() {
    let days: Vec<String> = (1..=12).map(|month| format!("03/{month:02}/2025")).collect();
    let texts: Vec<&str> = days.iter().map(String::as_str).collect();
    let (order, certain, _) = decided(&texts);
    assert_eq!((order, certain), (DateOrder::DayFirst, false));
}

#[test]
fn with_no_day_after_the_twelfth_the_month_in_the_files_name_decides() {
    let decided = |texts: &[&str]| {
        let mut evidence = DateEvidence::default();
        texts.iter().for_each(|text| evidence.observe(Cell::Text(text)));
        evidence.decide(Month::from_year_month(2023, 4))
    };
    let (order, certain, why) = decided(&["04/03/2023", "04/05/2023", "04/11/2023"]);
    assert_eq!((order, certain), (DateOrder::MonthFirst, true));
    assert_eq!(why, "month first (mm/dd/yyyy): in 3 dates the first number is the month of the name");
    assert_eq!(decided(&["03/04/2023", "05/04/2023", "11/04/2023"]).0, DateOrder::DayFirst);
    assert!(!decided(&["04/04/2023"]).1, "the fourth of April tells nothing");
    assert_eq!(decided(&["04/13/2023", "05/14/2023"]).0, DateOrder::MonthFirst, "a date that can be nothing else needs no name");
}

#[test]
fn nothing_to_decide_from_is_day_first_and_not_certain() {
    assert_eq!(decided(&["03/04/2023"]).0, DateOrder::DayFirst);
    assert!(!decided(&["03/04/2023"]).1);
    assert!(decided(&["3 April 2023", "2023-04-03"]).1, "these need no order");
}

const NAMES: [&str; 12] = ["Jan", "Feb", "March", "April", "May", "June", "Jul", "Aug", "Sept", "October", "Nov", "December"];

proptest! {
    #[test]
    fn no_text_breaks_the_reader_of_dates(text in "\\PC{0,24}") {
        let _ = (date(Cell::Text(&text), DateOrder::DayFirst), decided(&[&text]));
    }

    #[test]
    fn nothing_made_of_the_marks_of_dates_breaks_it(text in "[-0-9/.: TZAprilMonst,]{0,20}") {
        let _ = date(Cell::Text(&text), DateOrder::MonthFirst);
    }

    #[test]
    fn every_day_reads_back_from_every_form(days in 0_i32..30_000) {
        let day = Day(days);
        let (year, month, date) = day.ymd();
        let name = NAMES[month as usize - 1];
        for text in [
            format!("{date:02}/{month:02}/{year}"), format!("{date}.{month}.{year}"), day.to_string(), format!("{day}T12:00:00Z"), day.long(),
            format!("{date}-{name}-{year}"), format!("{name} {date}, {year}"), format!("{year}{month:02}{date:02}"), format!("{date:02}-{month:02}-{year} 00:00"),
        ] {
            let expected = DateRead::Day { day, swapped: false };
            let is_run = text.len() == 8 && !text.contains(['/', '.', '-']);
            if !is_run || (1970..=2069).contains(&year) && text.len() == 8 {
                prop_assert_eq!(super::date(Cell::Text(&text), DateOrder::DayFirst), expected, "{}", text);
            }
        }
        let american = format!("{month:02}/{date:02}/{year}");
        prop_assert_eq!(super::date(Cell::Text(&american), DateOrder::MonthFirst), DateRead::Day { day, swapped: false });
    }
}
