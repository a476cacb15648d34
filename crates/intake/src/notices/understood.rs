//! What was understood of a file of notices, as it is read.
//!
//! The rule: rows read = rows kept + rows set aside, where a row is one award, one invitation, or one line that could not
//! be read; every row set aside has its remark.

use std::collections::BTreeMap;

use definitions::{Day, Month, Pence, RemarkKind};

use crate::{Basis, ColumnUnderstood, Contract, Meaning, RowShown, TableKind, TableUnderstood};

/// How many rows are shown as understood.
const ROWS_SHOWN: usize = 5;

/// One thing a contract has: its meaning, and what it says in a contract.
type Part = (Meaning, fn(&Contract) -> Option<String>);

/// The parts that are counted and shown, in the order an officer reads them.
const PARTS: [Part; 13] = [
    (Meaning::Body, |contract| contract.body_name.clone()),
    (Meaning::Reference, |contract| contract.reference.clone()),
    (Meaning::OpenContractingId, |contract| contract.ocid.clone()),
    (Meaning::Title, |contract| contract.title.clone()),
    (Meaning::Description, |contract| contract.description.clone()),
    (Meaning::Supplier, |contract| (!contract.suppliers.is_empty()).then(|| contract.suppliers.join("; "))),
    (Meaning::CpvCode, |contract| contract.cpv.clone()),
    (Meaning::Start, |contract| contract.start.map(|day| day.to_string())),
    (Meaning::End, |contract| contract.end.map(|day| day.to_string())),
    (Meaning::LatestEnd, |contract| contract.latest_end.map(|day| day.to_string())),
    (Meaning::TotalValue, |contract| contract.total_value.map(Pence::plain)),
    (Meaning::Status, |contract| contract.status.clone()),
    (Meaning::Url, |contract| contract.url.clone()),
];

/// The count so far.
pub(super) struct NoticesUnderstood {
    rows_read: u64,
    rows_kept: u64,
    not_awarded: u64,
    set_aside: BTreeMap<RemarkKind, u64>,
    repaired: BTreeMap<RemarkKind, u64>,
    filled: [u64; PARTS.len()],
    months: BTreeMap<Option<Month>, u64>,
    period: Option<(Day, Day)>,
    first_rows: Vec<RowShown>,
}

impl NoticesUnderstood {
    /// Nothing yet.
    pub(super) fn new() -> NoticesUnderstood {
        NoticesUnderstood {
            rows_read: 0,
            rows_kept: 0,
            not_awarded: 0,
            set_aside: BTreeMap::new(),
            repaired: BTreeMap::new(),
            filled: [0; PARTS.len()],
            months: BTreeMap::new(),
            period: None,
            first_rows: Vec::new(),
        }
    }

    /// A contract is kept.
    pub(super) fn keep(&mut self, contract: &Contract, noticed: Option<Day>) {
        self.rows_read += 1;
        self.rows_kept += 1;
        self.not_awarded += u64::from(contract.is_not_yet_awarded);
        *self.months.entry(noticed.map(Day::month)).or_default() += 1;
        if let Some(day) = noticed {
            self.period = Some(self.period.map_or((day, day), |(first, last)| (first.min(day), last.max(day))));
        }
        let mut cells = Vec::new();
        for ((meaning, said), filled) in PARTS.iter().zip(&mut self.filled) {
            if let Some(text) = said(contract) {
                *filled += 1;
                cells.push((*meaning, text));
            }
        }
        if self.first_rows.len() < ROWS_SHOWN {
            self.first_rows.push(RowShown { line: contract.line, cells });
        }
    }

    /// A row is set aside.
    pub(super) fn set_aside(&mut self, kind: RemarkKind) {
        self.rows_read += 1;
        *self.set_aside.entry(kind).or_default() += 1;
    }

    /// Something of a row that is kept was repaired or doubted.
    pub(super) fn doubt(&mut self, kind: RemarkKind) {
        *self.repaired.entry(kind).or_default() += 1;
    }

    /// The whole, for the officer.
    pub(super) fn finish(self, what: &str, text_form: String) -> TableUnderstood {
        let superseded = self.set_aside.get(&RemarkKind::ContractSuperseded).copied().unwrap_or(0);
        let columns = PARTS.iter().zip(self.filled).enumerate().map(|(place, ((meaning, _), filled))| ColumnUnderstood {
            position: place as u32 + 1,
            heading: format!("{meaning:?}"),
            meaning: *meaning,
            why: format!("read from the parts of {what} that hold it"),
            filled,
        });
        TableUnderstood {
            sheet: None,
            kind: TableKind::Notices,
            kind_why: format!(
                "{what}: {} agreed contracts, {} invitations or plans; {superseded} notices have a later one in the file",
                self.rows_kept - self.not_awarded,
                self.not_awarded
            ),
            heading_line: None,
            columns: columns.collect(),
            date_form: "year first (2023-04-03)".to_string(),
            amount_form: "pounds as numbers; other currencies are left out".to_string(),
            basis: Basis::Unknown,
            basis_why: "notices do not say whether values include VAT".to_string(),
            text_form,
            rows_read: self.rows_read,
            rows_kept: self.rows_kept,
            set_aside: self.set_aside,
            repaired: self.repaired,
            period: self.period,
            months: self.months.into_iter().map(|(month, rows)| (month, rows, Pence::ZERO)).collect(),
            total: Pence::ZERO,
            first_rows: self.first_rows,
        }
    }
}
