//! Ugly files, made up, each named after what went wrong with a real one of its kind.

mod agreements;
mod any_form;
mod kinds;
mod money;
mod rows;

use definitions::{Day, Month, Pence, Remark, RemarkKind, Trouble};

use crate::formats::{CellHeld, RowView, Sheet};
use crate::{Contract, Limits, LocalRules, Meaning, Payee, Payment, PaymentVia, TableUnderstood, Taker};

/// A sheet written in the test: one text a line, cells parted by `|`.
pub(super) struct Written {
    name: Option<String>,
    rows: Vec<Vec<CellHeld>>,
}

impl Written {
    pub(super) fn new(lines: &[&str]) -> Written {
        let cells = |line: &&str| line.split('|').map(|cell| CellHeld::Text(cell.trim().to_string())).collect();
        Written { name: None, rows: lines.iter().map(cells).collect() }
    }

    pub(super) fn named(self, name: &str) -> Written {
        Written { name: Some(name.to_string()), ..self }
    }
}

impl Sheet for Written {
    fn name(&self) -> Option<&str> {
        self.name.as_deref()
    }

    fn text_form(&self) -> String {
        "written in a test".to_string()
    }

    fn rows(&mut self, each: &mut dyn FnMut(u32, u64, &RowView<'_>) -> bool) -> Result<(), Trouble> {
        for (place, row) in self.rows.iter().enumerate() {
            if !each(place as u32 + 1, place as u64 * 100, &RowView::Cells(row)) {
                break;
            }
        }
        Ok(())
    }

    fn remarks(&mut self) -> Vec<Remark> {
        Vec::new()
    }
}

/// One payment, kept.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Kept {
    pub(super) line: u32,
    pub(super) day: Option<Day>,
    pub(super) month: Option<Month>,
    pub(super) pence: i64,
    pub(super) supplier: Option<String>,
    pub(super) via: PaymentVia,
    pub(super) body: Option<String>,
    pub(super) reference: Option<String>,
    pub(super) service: Option<String>,
    pub(super) category: Option<String>,
    pub(super) purpose: Option<String>,
}

/// All that came out of a sheet.
pub(super) struct Out {
    pub(super) table: TableUnderstood,
    pub(super) payments: Vec<Kept>,
    pub(super) contracts: Vec<Contract>,
    pub(super) remarks: Vec<Remark>,
}

#[derive(Default)]
struct Collector {
    payments: Vec<Kept>,
    contracts: Vec<Contract>,
    remarks: Vec<Remark>,
    stops_after: Option<usize>,
}

impl Taker for Collector {
    fn sheet(&mut self, _: Option<&str>) {}

    fn payment(&mut self, payment: &Payment<'_>) -> bool {
        let text = |text: Option<&str>| text.map(str::to_string);
        self.payments.push(Kept {
            line: payment.line,
            day: payment.day,
            month: payment.month,
            pence: payment.amount.0,
            supplier: if let Payee::Supplier(name) = payment.payee { Some(name.to_string()) } else { None },
            via: payment.via,
            body: text(payment.body_name),
            reference: text(payment.reference),
            service: text(payment.service),
            category: text(payment.category),
            purpose: text(payment.purpose),
        });
        self.stops_after.is_none_or(|most| self.payments.len() < most)
    }

    fn contract(&mut self, contract: Contract) -> bool {
        self.contracts.push(contract);
        true
    }

    fn remark(&mut self, remark: Remark) -> bool {
        self.remarks.push(remark);
        true
    }

    fn progress(&mut self, _: u64) -> bool {
        true
    }
}

impl Out {
    pub(super) fn meanings(&self) -> Vec<Meaning> {
        self.table.columns.iter().map(|column| column.meaning).collect()
    }

    pub(super) fn set_aside(&self, kind: RemarkKind) -> u64 {
        self.table.set_aside.get(&kind).copied().unwrap_or(0)
    }

    pub(super) fn repaired(&self, kind: RemarkKind) -> u64 {
        self.table.repaired.get(&kind).copied().unwrap_or(0)
    }

    pub(super) fn pence(&self) -> Vec<i64> {
        self.payments.iter().map(|payment| payment.pence).collect()
    }
}

pub(super) fn read(lines: &[&str]) -> Out {
    read_sheet(Written::new(lines), "spend.csv", &LocalRules::default())
}

pub(super) fn read_sheet(sheet: Written, file_name: &str, rules: &LocalRules) -> Out {
    read_until(sheet, file_name, rules, None)
}

pub(super) fn read_until(mut sheet: Written, file_name: &str, rules: &LocalRules, stops_after: Option<usize>) -> Out {
    let mut taker = Collector { stops_after, ..Collector::default() };
    let table = super::understand(&mut sheet, file_name, rules, &Limits::default(), &mut taker).expect("a sheet in memory can be walked");
    if stops_after.is_none() {
        assert_eq!(table.rows_read, table.rows_kept + table.set_aside.values().sum::<u64>(), "rows read = rows kept + rows set aside");
    }
    assert_eq!(table.total, taker.payments.iter().map(|payment| Pence(payment.pence)).sum());
    Out { table, payments: taker.payments, contracts: taker.contracts, remarks: taker.remarks }
}

pub(super) fn day(text: &str) -> Option<Day> {
    Some(text.parse().expect("the test writes a real day"))
}
