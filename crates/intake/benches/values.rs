//! How long one cell takes to read: `cargo bench -p intake --bench values`.
//!
//! The cells are made up, in the forms that published files hold most of. Each figure is for the whole list.

use divan::Bencher;
use divan::counter::ItemsCount;
use intake::bench;

fn main() {
    divan::main();
}

const PLAIN_AMOUNTS: &[&str] = &["1234.56", "-85260.00", "512.5", "38937", "0.99", "1000000.00", "250.01", "-9.9"];
const DRESSED_AMOUNTS: &[&str] =
    &["£1,234.56", "38,937.00-", "(260.00)", "\u{fffd}1,000.00", "- £ 1,000", "1.2E+04", "£12.5 CR", "1899.0000000000002"];
const PLAIN_DATES: &[&str] = &["03/04/2023", "31/12/2023", "2023-04-03", "3/4/23", "03.04.2023", "2023-04-03 00:00:00"];
const WORDED_DATES: &[&str] = &["03-Apr-23", "3 April 2023", "Wednesday, May 04, 2022", "Sep 2014"];
const NAMES: &[&str] = &[
    "EXAMPLE CATERING LTD",
    "Sample & Sons Builders",
    "Made Up Borough Council",
    "Anywhere Primary School",
    "ZEBRAKIND SYSTEMS",
    "Mr A Example",
];

#[divan::bench(args = [PLAIN_AMOUNTS, DRESSED_AMOUNTS])]
fn amounts(bencher: Bencher, cells: &[&str]) {
    bencher
        .counter(ItemsCount::new(cells.len()))
        .bench(|| cells.iter().filter_map(|cell| bench::amount(divan::black_box(cell))).sum::<i64>());
}

#[divan::bench(args = [PLAIN_DATES, WORDED_DATES])]
fn dates(bencher: Bencher, cells: &[&str]) {
    bencher
        .counter(ItemsCount::new(cells.len()))
        .bench(|| cells.iter().filter_map(|cell| bench::date(divan::black_box(cell))).sum::<i32>());
}

#[divan::bench]
fn redactions(bencher: Bencher) {
    bencher.counter(ItemsCount::new(NAMES.len())).bench(|| NAMES.iter().filter(|name| bench::is_redaction(divan::black_box(name))).count());
}

#[divan::bench]
fn payees(bencher: Bencher) {
    let mut buffer = String::new();
    bencher
        .counter(ItemsCount::new(NAMES.len()))
        .bench_local(|| NAMES.iter().map(|name| bench::payee(divan::black_box(name), &["Supplies"], &mut buffer)).sum::<usize>());
}
