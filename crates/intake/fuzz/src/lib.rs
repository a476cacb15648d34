//! What the three fuzz targets share: small limits, and a taker that checks what it is given.
//!
//! The rule: whatever the bytes, `read` returns, never panics, and the rows it says it read are the rows it
//! kept and set aside. Inputs are made up; nothing published is kept in the corpus.

use std::io::Cursor;

use intake::{Contract, Limits, LocalRules, Payment, Taker};

/// Takes rows and counts them.
#[derive(Default)]
struct Counting {
    rows: u64,
}

impl Taker for Counting {
    fn sheet(&mut self, _: Option<&str>) {}

    fn payment(&mut self, _: &Payment<'_>) -> bool {
        self.rows += 1;
        true
    }

    fn contract(&mut self, _: Contract) -> bool {
        self.rows += 1;
        true
    }

    fn remark(&mut self, _: definitions::Remark) -> bool {
        true
    }

    fn progress(&mut self, _: u64) -> bool {
        true
    }
}

/// Reads `bytes` as a file called `name` and checks the account of its rows.
pub fn read_and_check(name: &str, bytes: &[u8]) {
    let limits = Limits { text_bytes: 1 << 20, unpacked_bytes: 1 << 20, columns: 64, row_bytes: 4_096, members: 16 };
    let mut taker = Counting::default();
    let Ok(understood) = intake::read(name, &mut Cursor::new(bytes), &LocalRules::default(), &limits, &mut taker) else { return };
    for table in &understood.tables {
        let set_aside: u64 = table.set_aside.values().sum();
        assert_eq!(table.rows_read, table.rows_kept + set_aside, "rows read are rows kept and rows set aside");
    }
    let kept: u64 = understood.tables.iter().map(|table| table.rows_kept).sum();
    assert_eq!(kept, taker.rows, "rows kept are rows handed on");
}
