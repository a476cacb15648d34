//! The slow, obvious form of the rule, and what officers say of it.
//!
//! The rule: the twin compares every file with every file and every row with every row, straight from the words of the
//! folder's opening lines. It is never used outside tests.

use definitions::{Day, Pence};
use proptest::prelude::*;

use super::key::{day_place, day_place_of, is_undated};
use super::rule::{overlap_is_heavy, period_lies_within, periods_touch};
use super::{FileRows, Repeat, payment_key, repeated, summaries};
use crate::{Payee, Payment, PaymentVia};

/// How often a file has a key.
fn times(file: &FileRows, hash: u64) -> usize {
    file.rows.iter().filter(|row| row.0 == hash).count()
}

fn sorted_hashes(file: &FileRows) -> Vec<u64> {
    let mut hashes: Vec<u64> = file.rows.iter().map(|row| row.0).collect();
    hashes.sort_unstable();
    hashes
}

fn overlap_heavily(a: &FileRows, b: &FileRows) -> bool {
    let mut distinct = sorted_hashes(a);
    distinct.dedup();
    let shared: usize = distinct.into_iter().filter(|hash| !is_undated(*hash)).map(|hash| times(a, hash).min(times(b, hash))).sum();
    let (Some(first), Some(second)) = (a.period, b.period) else { return false };
    let (from, to) = (day_place(Some(first.0.max(second.0))), day_place(Some(first.1.min(second.1))));
    let within = |file: &FileRows| file.rows.iter().filter(|row| (from..=to).contains(&day_place_of(row.0))).count() as u64;
    overlap_is_heavy(shared as u64, || within(a).min(within(b)))
}

fn may_match(a: &FileRows, b: &FileRows, row: &(u64, u32, bool)) -> bool {
    let are_copies = sorted_hashes(a) == sorted_hashes(b);
    are_copies || (!is_undated(row.0) && periods_touch(a.period, b.period) && (row.2 || overlap_heavily(a, b)))
}

/// How many rows of this key stand before this one in its file.
fn nth(file: &FileRows, row: &(u64, u32, bool)) -> usize {
    file.rows.iter().filter(|other| other.0 == row.0 && other.1 < row.1).count()
}

fn is_gathered(files: &[FileRows], whole: &FileRows) -> bool {
    let mut parts_used = Vec::new();
    for row in &whole.rows {
        let parts: Vec<&FileRows> = files
            .iter()
            .filter(|part| period_lies_within(part.period, whole.period) && may_match(part, whole, row) && times(part, row.0) > 0)
            .collect();
        if !parts.iter().any(|part| times(part, row.0) > nth(whole, row)) {
            return false;
        }
        parts_used.push(parts[0].file);
    }
    parts_used.sort_unstable();
    parts_used.dedup();
    parts_used.len() >= 2
}

fn counted_in(before: &[&FileRows], file: &FileRows, row: &(u64, u32, bool)) -> u32 {
    let nth_in_file = nth(file, row);
    for (place, earlier) in before.iter().enumerate() {
        let like = earlier.rows.iter().find(|other| other.0 == row.0 && nth(earlier, other) == nth_in_file);
        if let Some(like) = like.filter(|_| may_match(earlier, file, row)) {
            return counted_in(&before[..place], earlier, like);
        }
    }
    file.file
}

fn repeated_slowly(files: &[FileRows]) -> Vec<Repeat> {
    let mut order: Vec<&FileRows> = files.iter().filter(|file| !is_gathered(files, file)).collect();
    order.extend(files.iter().filter(|file| is_gathered(files, file)));
    let mut found = Vec::new();
    for file in files {
        let place = order.iter().position(|other| other.file == file.file).expect("every file is in the order");
        let with_owner =
            file.rows.iter().map(|row| Repeat { file: file.file, row: row.1, counted_in: counted_in(&order[..place], file, row) });
        found.extend(with_owner.filter(|repeat| repeat.counted_in != file.file));
    }
    found
}

/// A file from lines such as `2023-04-03 45.00 Borchester Taxis #C1001`; the reference may be left out.
fn file(number: u32, lines: &[String]) -> FileRows {
    let mut file = FileRows { file: number, ..FileRows::default() };
    for (place, line) in lines.iter().enumerate() {
        let (rest, reference) = line.split_once(" #").map_or((line.as_str(), None), |(rest, reference)| (rest, Some(reference)));
        let mut words = rest.splitn(3, ' ');
        let (day, amount, payee) = (words.next().unwrap_or(""), words.next().unwrap_or(""), words.next().unwrap_or(""));
        let day: Option<Day> = day.parse().ok();
        let pounds: f64 = amount.parse().expect("the test writes a number");
        let key = payment_key("ambridge", &payment(day, Pence((pounds * 100.0).round() as i64), payee, reference));
        file.rows.push((key.hash, place as u32 + 2, key.is_strong));
        let Some(day) = day else { continue };
        file.period = Some(file.period.map_or((day, day), |(first, last)| (first.min(day), last.max(day))));
    }
    file
}

/// A payment of a test.
pub(super) fn payment<'a>(day: Option<Day>, amount: Pence, payee: &'a str, reference: Option<&'a str>) -> Payment<'a> {
    Payment {
        line: 2,
        body_name: None,
        day,
        month: None,
        amount,
        payee: Payee::Supplier(payee),
        via: PaymentVia::Invoice,
        supplier_number: None,
        company_number: None,
        vat_number: None,
        charity_number: None,
        postcode: None,
        reference,
        service: None,
        category: None,
        purpose: None,
        proclass: None,
        cpv: None,
        sercop: None,
        places: definitions::LinePlaces::default(),
    }
}

/// So many payments a month, one to each of many suppliers, without references.
fn month_of_payments(month: u32, count: usize) -> Vec<String> {
    (0..count).map(|place| format!("2023-{month:02}-{:02} {}.00 Supplier {place}", place % 28 + 1, 600 + place)).collect()
}

fn lines(text: &[&str]) -> Vec<String> {
    text.iter().map(ToString::to_string).collect()
}

fn counted(files: &[FileRows]) -> usize {
    files.iter().map(|file| file.rows.len()).sum::<usize>() - repeated(files).len()
}

#[test]
fn a_file_that_is_there_twice_is_counted_once() {
    let april = month_of_payments(4, 500);
    let files = [file(7, &april), file(8, &april)];
    assert_eq!(counted(&files), 500);
    assert!(repeated(&files).iter().all(|repeat| repeat.file == 8 && repeat.counted_in == 7));
    let summary = summaries(&files, &repeated(&files));
    assert_eq!(summary.len(), 1);
    assert!(summary[0].is_whole_file);
    assert_eq!(
        summary[0].why,
        "All 500 rows are in the other file with the same day, amount, payee and reference; they are counted once, there."
    );
    assert_eq!(summary[0].caution, None);
}

#[test]
fn the_workbook_and_the_csv_of_one_month_are_counted_once_despite_float_noise_and_spaces() {
    let in_the_csv = lines(&["2023-04-03 1899.00 Grundy Cider Ltd", "2023-04-04 20.10 Home Farm", "2023-04-05 1.00 The Bull"]);
    let in_the_workbook =
        lines(&["2023-04-03 1899.0000000000002 GRUNDY  CIDER LTD.", "2023-04-04 20.100000000000001 Home Farm", "2023-04-05 1 The Bull"]);
    assert_eq!(counted(&[file(1, &in_the_csv), file(2, &in_the_workbook)]), 3);
}

#[test]
fn a_month_that_repeats_1490_lines_of_the_one_before_counts_them_once() {
    let april = month_of_payments(4, 2_000);
    let may: Vec<String> = april[..1_490].iter().cloned().chain(month_of_payments(5, 1_000)).collect();
    let files = [file(1, &april), file(2, &may)];
    assert_eq!(repeated(&files).len(), 1_490);
    let summary = summaries(&files, &repeated(&files));
    assert!(!summary[0].is_whole_file);
    assert_eq!(summary[0].rows, 1_490);
    assert_eq!(
        summary[0].why,
        "1490 of 2490 rows are in the other file with the same day, amount, payee and reference; they are counted once, there."
    );
}

#[test]
fn a_quarter_and_its_three_months_are_counted_in_the_months_whichever_comes_first() {
    let months: Vec<Vec<String>> = (4..7).map(|month| month_of_payments(month, 40)).collect();
    let quarter: Vec<String> = months.concat();
    let quarter_first = [file(1, &quarter), file(2, &months[0]), file(3, &months[1]), file(4, &months[2])];
    let quarter_last = [file(2, &months[0]), file(3, &months[1]), file(4, &months[2]), file(1, &quarter)];
    for files in [quarter_first, quarter_last] {
        let repeats = repeated(&files);
        assert_eq!(repeats.len(), 120);
        assert!(repeats.iter().all(|repeat| repeat.file == 1));
        let summary = summaries(&files, &repeats);
        assert_eq!(
            summary.iter().map(|pair| (pair.counted_in, pair.rows, pair.is_whole_file)).collect::<Vec<_>>(),
            [(2, 40, true), (3, 40, true), (4, 40, true)]
        );
    }
}

#[test]
fn a_half_year_its_quarters_and_its_months_are_counted_in_the_months() {
    let months: Vec<Vec<String>> = (4..10).map(|month| month_of_payments(month, 30)).collect();
    let mut files = vec![file(100, &months.concat()), file(101, &months[..3].concat()), file(102, &months[3..].concat())];
    files.extend(months.iter().enumerate().map(|(place, month)| file(place as u32, month)));
    let repeats = repeated(&files);
    assert_eq!(repeats.len(), 360);
    assert!(repeats.iter().all(|repeat| repeat.file >= 100 && repeat.counted_in < 100));
}

#[test]
fn a_card_file_that_repeats_the_year_before_counts_only_its_new_year() {
    let first_year = month_of_payments(3, 200);
    let both_years: Vec<String> = first_year.iter().cloned().chain(month_of_payments(11, 150)).collect();
    assert_eq!(counted(&[file(1, &first_year), file(2, &both_years)]), 350);
}

#[test]
fn identical_payments_in_one_file_are_all_genuine() {
    let fostering = vec!["2023-04-03 450.00 Foster Care Agency Ltd".to_string(); 12];
    assert_eq!(repeated(&[file(1, &fostering)]), []);
}

#[test]
fn a_payment_made_three_times_in_one_file_and_twice_in_its_copy_counts_three_times() {
    let payment = "2023-04-03 450.00 Foster Care Agency Ltd #FC100".to_string();
    assert_eq!(counted(&[file(1, &vec![payment.clone(); 3]), file(2, &vec![payment.clone(); 2])]), 3);
    assert_eq!(counted(&[file(2, &vec![payment.clone(); 2]), file(1, &vec![payment; 3])]), 3);
}

#[test]
fn two_taxi_rides_on_one_day_in_two_files_stay_two() {
    let mut adults = month_of_payments(4, 30);
    let mut children: Vec<String> =
        (0..30).map(|place| format!("2023-04-{:02} {}.00 School {place}", place % 28 + 1, 90 + place)).collect();
    adults.push("2023-04-03 5.00 Borchester Taxis".to_string());
    children.push("2023-04-03 5.00 Borchester Taxis".to_string());
    assert_eq!(counted(&[file(1, &adults), file(2, &children)]), 62);
}

#[test]
fn one_stray_taxi_ride_on_the_only_day_two_files_share_stays_two() {
    let april: Vec<String> = month_of_payments(4, 28).into_iter().chain(["2023-04-30 5.00 Borchester Taxis".to_string()]).collect();
    let may: Vec<String> = month_of_payments(5, 28).into_iter().chain(["2023-04-30 5.00 Borchester Taxis".to_string()]).collect();
    assert_eq!(counted(&[file(1, &april), file(2, &may)]), 58);
}

#[test]
fn the_same_transaction_number_in_two_files_is_one_payment_even_if_nothing_else_is_shared() {
    let april: Vec<String> = month_of_payments(4, 28).into_iter().chain(["2023-04-30 5.00 Borchester Taxis #T5001".to_string()]).collect();
    let may: Vec<String> = month_of_payments(5, 28).into_iter().chain(["2023-04-30 5.00 Borchester Taxis #T5001".to_string()]).collect();
    assert_eq!(repeated(&[file(1, &april), file(2, &may)]), [Repeat { file: 2, row: 30, counted_in: 1 }]);
}

#[test]
fn rows_without_any_date_repeat_only_where_the_whole_files_are_the_same() {
    let undated: Vec<String> = (0..50).map(|place| format!("- {}.00 Supplier {place} #T{place}000", 600 + place)).collect();
    let one_more: Vec<String> = undated.iter().cloned().chain(["- 1.00 The Bull #T9001".to_string()]).collect();
    assert_eq!(counted(&[file(1, &undated), file(2, &undated)]), 50);
    assert_eq!(counted(&[file(1, &undated), file(2, &one_more)]), 101);
}

#[test]
fn a_corrected_month_is_doubted_aloud_because_its_corrections_count_in_both() {
    let april = month_of_payments(4, 100);
    let mut corrected = april.clone();
    corrected[3] = "2023-04-04 999.99 Supplier 3".to_string();
    let files = [file(1, &april), file(2, &corrected)];
    assert_eq!(counted(&files), 101);
    let summary = summaries(&files, &repeated(&files));
    assert_eq!(
        summary[0].caution.as_deref(),
        Some(
            "Only 1 of 100 rows are not in another file. If this file corrects the other, the corrected rows are counted in both: leave the older file out."
        )
    );
}

#[test]
fn the_worked_example_of_the_page_on_repeats_counts_six_of_nine_lines() {
    let csv = [
        "2023-04-03 1200 Grundy Cider Co. #AP-00512",
        "2023-04-03 450 Home Farm Ltd",
        "2023-04-03 450 Home Farm Ltd",
        "2023-04-28 75 The Bull",
    ];
    let workbook = ["2023-04-03 1200 GRUNDY CIDER CO #AP00512", "2023-04-03 450 Home Farm Ltd", "2023-04-03 450 HOME FARM LTD"];
    let may = ["2023-04-28 75 The Bull", "2023-05-09 300 Home Farm Ltd"];
    let repeats = repeated(&[file(1, &lines(&csv)), file(2, &lines(&workbook)), file(3, &lines(&may))]);
    assert_eq!(repeats, [2, 3, 4].map(|row| Repeat { file: 2, row, counted_in: 1 }));
}

/// A few files of few possible payments, so that everything collides with everything.
fn small_files() -> impl Strategy<Value = Vec<FileRows>> {
    let row = (0_i32..6, 0_i64..3, any::<bool>(), 0_u8..30);
    let rows = prop::collection::vec(row, 0..30);
    let slice = (0_usize..30, 0_usize..30);
    prop::collection::vec((rows, prop::option::of(slice), 0_usize..4), 1..6).prop_map(|drawn| {
        let mut files: Vec<FileRows> = Vec::new();
        for (place, (rows, slice, like)) in drawn.into_iter().enumerate() {
            let all: Vec<String> = rows.iter().map(small_row).collect();
            let mut made = file(place as u32 + 10, &all);
            // Copies, first parts and compilations of earlier files, as publishers make them.
            if let (Some((kind, rows)), Some(other)) = (slice, files.get(like)) {
                made.rows = if kind % 3 == 0 { files.iter().flat_map(|file| file.rows.clone()).collect() } else { other.rows.clone() };
                made.rows.truncate(if kind % 3 == 1 { rows } else { usize::MAX });
            }
            files.push(renumbered(made));
        }
        files
    })
}

fn small_row(&(day, pounds, has_reference, undated): &(i32, i64, bool, u8)) -> String {
    let day = if undated == 0 { "-".to_string() } else { Day(19_450 + day).to_string() };
    let reference = if has_reference { " #T1000" } else { "" };
    format!("{day} {pounds}.00 Grundy{reference}")
}

/// Row numbers from 1, and the period the rows themselves have.
fn renumbered(mut file: FileRows) -> FileRows {
    let first_place = day_place(Some(Day(0)));
    let mut days: Vec<Day> = Vec::new();
    for (place, row) in file.rows.iter_mut().enumerate() {
        row.1 = place as u32 + 1;
        if !is_undated(row.0) {
            days.push(Day((day_place_of(row.0) - first_place) as i32));
        }
    }
    file.period = days.iter().min().copied().zip(days.iter().max().copied());
    file
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn the_fast_rule_and_the_slow_rule_agree(files in small_files()) {
        prop_assert_eq!(repeated(&files), repeated_slowly(&files));
    }

    #[test]
    fn a_repeat_is_always_counted_in_a_file_that_counts_it(files in small_files()) {
        let repeats = repeated(&files);
        for repeat in &repeats {
            let file = files.iter().find(|file| file.file == repeat.file).expect("a repeat is in a file");
            let row = file.rows.iter().find(|row| row.1 == repeat.row).expect("a repeat is a row");
            let owner = files.iter().find(|file| file.file == repeat.counted_in).expect("it is counted in a file");
            let is_counted_there = owner.rows.iter().any(|other| other.0 == row.0 && !repeats.iter().any(|twice| twice.file == owner.file && twice.row == other.1));
            prop_assert!(is_counted_there);
        }
    }

    #[test]
    fn no_payment_is_lost_and_none_counted_more_often_than_if_all_files_were_added(files in small_files()) {
        let repeats = repeated(&files);
        for file in &files {
            for row in &file.rows {
                let most = files.iter().map(|file| times(file, row.0)).max().unwrap_or(0);
                let of_this_key = files.iter().flat_map(|file| file.rows.iter().map(move |other| (file.file, other))).filter(|(_, other)| other.0 == row.0);
                let still_counted = of_this_key.filter(|(file, other)| !repeats.iter().any(|repeat| repeat.file == *file && repeat.row == other.1)).count();
                prop_assert!(still_counted >= most);
            }
        }
    }
}
