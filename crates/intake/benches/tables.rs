//! How fast tables are understood, in bytes a second, on a made-up file of fifty thousand payments.
//!
//! `heading` is a file of one heading and a few rows, nearly all of whose work is finding and naming the columns.

use std::fmt::Write;
use std::io::Cursor;

use definitions::Remark;
use divan::Bencher;
use divan::counter::BytesCount;
use intake::{Contract, Limits, LocalRules, Payment, Taker};

fn main() {
    divan::main();
}

struct Nobody;

impl Taker for Nobody {
    fn sheet(&mut self, _: Option<&str>) {}
    fn payment(&mut self, payment: &Payment<'_>) -> bool {
        divan::black_box(payment).line > 0
    }
    fn contract(&mut self, _: Contract) -> bool {
        true
    }
    fn remark(&mut self, _: Remark) -> bool {
        true
    }
    fn progress(&mut self, _: u64) -> bool {
        true
    }
}

/// `rows` payments to two thousand firms over a year, under three title lines.
fn file(rows: u32) -> Vec<u8> {
    let mut text = String::from("Ashdale Council\nPayments over £500, net of VAT\n\n");
    text.push_str(
        "Body Name,Supplier Name,Supplier Code,Payment Date,Amount,Service Area,Expenditure Category,Transaction Number,Description\n",
    );
    for row in 0..rows {
        let (supplier, day, month) = (row.wrapping_mul(2_654_435_761) % 2_000, row % 28 + 1, row / 28 % 12 + 1);
        writeln!(
            text,
            "Ashdale Council,Supplier {supplier} Limited,1{supplier:06},{day:02}/{month:02}/2023,\"{},{:03}.{:02}\",Service {},Category {},51{row:08},Goods and services {}",
            row % 90 + 1,
            row % 1_000,
            row % 100,
            row % 40,
            row % 60,
            row % 5_000
        )
        .expect("writing to a String cannot fail");
    }
    text.into_bytes()
}

fn understand(bencher: Bencher<'_, '_>, rows: u32) {
    let bytes = file(rows);
    bencher.counter(BytesCount::new(bytes.len())).bench_local(|| {
        let understood = intake::read("spend.csv", &mut Cursor::new(&bytes), &LocalRules::default(), &Limits::default(), &mut Nobody);
        assert_eq!(understood.map(|understood| understood.tables[0].rows_kept), Ok(u64::from(rows)));
    });
}

#[divan::bench]
fn heading(bencher: Bencher<'_, '_>) {
    understand(bencher, 20);
}

#[divan::bench]
fn fifty_thousand_rows(bencher: Bencher<'_, '_>) {
    understand(bencher, 50_000);
}
