//! The questions that other rooms need answered, each one query.
//!
//! The rule: a question is SQL over the engine's tables and nothing else; the answer comes back in plain types,
//! in an order that does not depend on threads. Repeated payments are never counted.

use std::collections::BTreeMap;
use std::sync::Arc;

use datafusion::prelude::DataFrame;
use definitions::{BodyId, Day, FinancialYear, Month, Pence, Source, SupplierId, Trouble};
use intake::FileRows;
use opportunities::SpendLine;
use services::{Family, NotAddressable};

use crate::derived::{SupplierChangeRow, SupplierIdRow};
use crate::engine::Engine;
use crate::manifest::FileEntry;
use crate::writer::file_id;

mod columns;

use columns::Columns;

/// One name as written by one body, with the identifiers beside it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PartyRow {
    /// Its number in the evidence.
    pub party: u64,
    /// Who wrote it.
    pub body: BodyId,
    /// As written.
    pub name: String,
    /// The body's own number for the supplier.
    pub supplier_number: Option<String>,
    /// Companies House number.
    pub company_number: Option<String>,
    /// VAT number.
    pub vat_number: Option<String>,
    /// Charity number.
    pub charity_number: Option<String>,
    /// Postcode.
    pub postcode: Option<String>,
    /// Payments, repeats left out.
    pub payments: u64,
    /// Their sum.
    pub paid: Pence,
}

/// What a party is paid for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FamilyPaid {
    /// Which party.
    pub party: u64,
    /// What for.
    pub family: Family,
    /// How much.
    pub paid: Pence,
}

/// A name under one supplier.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NameUse {
    /// Which party.
    pub party: u64,
    /// Which supplier.
    pub supplier: SupplierId,
}

/// What one body paid in one month.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MonthPaid {
    /// Who.
    pub body: BodyId,
    /// When; `None` where nothing says.
    pub month: Option<Month>,
    /// How many payments.
    pub payments: u64,
    /// Their sum.
    pub paid: Pence,
}

/// Totals by what sort of payee.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PaymentTotals {
    /// `supplier`, `redacted-personal`, `person`, …
    pub payee: String,
    /// How many payments.
    pub payments: u64,
    /// Their sum.
    pub paid: Pence,
}

/// A contract as stored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ContractRow {
    /// Whose register or notice.
    pub body: BodyId,
    /// Where published.
    pub source: Source,
    /// As published.
    pub reference: Option<String>,
    /// As published.
    pub title: String,
    /// Names as published.
    pub suppliers: Vec<ContractSupplier>,
    /// What for.
    pub family: Option<Family>,
    /// First day.
    pub start: Option<Day>,
    /// End as it stands.
    pub end: Option<Day>,
    /// Earliest end.
    pub earliest_end: Option<Day>,
    /// Latest end.
    pub latest_end: Option<Day>,
    /// A year's value.
    pub annual_value: Option<Pence>,
    /// Words that say other bodies are in it.
    pub joint_words: Option<String>,
    /// Invitation or plan.
    pub is_not_yet_awarded: bool,
    /// As published.
    pub is_sme: Option<bool>,
    /// As published.
    pub is_vcse: Option<bool>,
}

/// A supplier named in a contract.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ContractSupplier {
    /// As published.
    pub name: String,
    /// Where there is one supplier.
    pub company_number: Option<String>,
    /// Where there is one supplier.
    pub postcode: Option<String>,
}

/// A published line found for `wanted` number `wanted`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WantedLines {
    /// Its place in the list that was asked for.
    pub wanted: u32,
    /// Who paid.
    pub body: BodyId,
    /// Name as published; empty where it may not be shown.
    pub supplier: String,
    /// When.
    pub day: Option<Day>,
    /// How much.
    pub amount: Pence,
    /// What for, as published.
    pub what: String,
    /// Where.
    pub source: Source,
}

/// A remark as stored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RemarkRow {
    /// Whose file.
    pub body: BodyId,
    /// Path.
    pub file: String,
    /// Sheet or member.
    pub sheet: Option<String>,
    /// Line.
    pub line: u32,
    /// Heading of the column.
    pub column: Option<String>,
    /// Code of the kind.
    pub kind: String,
    /// What was seen.
    pub seen: String,
    /// What was done.
    pub done: String,
}

/// Rows and their sum, by the file they are in and the file that counts them.
pub type RepeatedValues = BTreeMap<(String, String), (u64, Pence)>;

impl Engine {
    /// The keys of the payments of some files (of one publisher), for the room that finds repeats.
    ///
    /// # Errors
    /// When the engine cannot answer; so do all below.
    pub fn row_keys(&self, files: &[&FileEntry]) -> Result<Vec<FileRows>, Trouble> {
        let places: BTreeMap<u64, usize> = files.iter().enumerate().map(|(place, file)| (file_id(&file.key), place)).collect();
        let mut found: Vec<FileRows> =
            (0..files.len()).map(|place| FileRows { file: place as u32, period: None, rows: Vec::new() }).collect();
        if files.iter().all(|file| file.payments == 0) {
            return Ok(found);
        }
        let frame = self.payments_of(files, &["file_id", "row", "key", "key_is_strong", "day", "month"])?;
        self.each_row_of(frame, |columns, row| {
            let Some(place) = places.get(&columns.number(0, row)) else { return };
            let file = &mut found[*place];
            file.rows.push((columns.number(2, row), columns.number(1, row) as u32, columns.truth(3, row)));
            let days = columns.day(4, row).map(|day| (day, day)).or(columns.day(5, row).map(|day| (day, day.month().last_day())));
            if let Some((first, last)) = days {
                file.period = Some(file.period.map_or((first, last), |(from, to)| (from.min(first), to.max(last))));
            }
        })?;
        found.iter_mut().for_each(|file| file.rows.sort_unstable_by_key(|(_, row, _)| *row));
        Ok(found)
    }

    /// Every party that was paid, by number.
    ///
    /// # Errors
    /// See [`Engine::row_keys`].
    pub fn parties(&self) -> Result<Vec<PartyRow>, Trouble> {
        // A party that several files name is written by each.
        let query = "SELECT q.*, t.payments, t.paid FROM
                       (SELECT party, min(body), min(supplier), min(supplier_number), min(company_number), min(vat_number),
                               min(charity_number), min(postcode) FROM parties_stored GROUP BY party) q
                       JOIN (SELECT party, count(*) AS payments, sum(amount_pence) AS paid
                             FROM payments_joined WHERE party IS NOT NULL AND is_counted GROUP BY party) t ON q.party = t.party
                     ORDER BY q.party";
        self.collect(query, |columns, row| {
            Some(PartyRow {
                party: columns.number(0, row),
                body: BodyId::new(columns.text(1, row)?),
                name: columns.owned(2, row)?,
                supplier_number: columns.owned(3, row),
                company_number: columns.owned(4, row),
                vat_number: columns.owned(5, row),
                charity_number: columns.owned(6, row),
                postcode: columns.owned(7, row),
                payments: columns.number(8, row),
                paid: columns.pence(9, row),
            })
        })
    }

    /// The supplier of every name that any run has met, by body and name.
    ///
    /// # Errors
    /// See [`Engine::row_keys`].
    pub fn supplier_ids(&self) -> Result<Vec<SupplierIdRow>, Trouble> {
        self.collect("SELECT body, supplier, supplier_id FROM supplier_ids_stored ORDER BY body, supplier", |columns, row| {
            Some(SupplierIdRow {
                body: BodyId::new(columns.text(0, row)?),
                name: columns.owned(1, row)?,
                id: SupplierId::new(columns.text(2, row)?),
            })
        })
    }

    /// Every change of a supplier id in any run, the earliest first.
    ///
    /// # Errors
    /// See [`Engine::row_keys`].
    pub fn supplier_changes(&self) -> Result<Vec<SupplierChangeRow>, Trouble> {
        let query =
            "SELECT day, supplier_id, change, now_supplier_id FROM supplier_changes_stored ORDER BY day, supplier_id, now_supplier_id";
        self.collect(query, |columns, row| {
            Some(SupplierChangeRow {
                day: columns.day(0, row)?,
                id: SupplierId::new(columns.text(1, row)?),
                change: columns.owned(2, row)?,
                now: SupplierId::new(columns.text(3, row)?),
            })
        })
    }

    /// What each party is paid for, where words or codes of the line itself say so.
    ///
    /// # Errors
    /// See [`Engine::row_keys`].
    pub fn party_families(&self) -> Result<Vec<FamilyPaid>, Trouble> {
        let query = "SELECT party, family, sum(amount_pence) FROM payments_joined
                     WHERE party IS NOT NULL AND family IS NOT NULL AND is_counted GROUP BY party, family ORDER BY party, family";
        self.collect(query, |columns, row| {
            Some(FamilyPaid {
                party: columns.number(0, row),
                family: Family::from_code(columns.text(1, row)?)?,
                paid: columns.pence(2, row),
            })
        })
    }

    /// The spend profile: body, supplier, family, addressable or not, year.
    ///
    /// # Errors
    /// See [`Engine::row_keys`].
    pub fn spend_profile(&self) -> Result<Vec<SpendLine>, Trouble> {
        let query = "SELECT body, supplier_id, family_known, not_addressable_known, financial_year, bit_or(month_bit), count(*),
                            sum(amount_pence)
                     FROM payments_joined WHERE is_counted AND financial_year IS NOT NULL GROUP BY 1, 2, 3, 4, 5";
        let mut lines: Vec<SpendLine> = self.collect(query, |columns, row| {
            Some(SpendLine {
                body: BodyId::new(columns.text(0, row)?),
                supplier: columns.text(1, row).map(SupplierId::new),
                family: columns.text(2, row).and_then(Family::from_code),
                not_addressable: columns.text(3, row).and_then(NotAddressable::from_code),
                year: FinancialYear(columns.signed(4, row) as i32),
                months: columns.number(5, row) as u16,
                payments: columns.number(6, row),
                paid: columns.pence(7, row),
            })
        })?;
        lines.sort_unstable_by(|a, b| {
            (&a.body, &a.supplier, a.family, a.not_addressable, a.year).cmp(&(&b.body, &b.supplier, b.family, b.not_addressable, b.year))
        });
        Ok(lines)
    }

    /// What each body paid each month.
    ///
    /// # Errors
    /// See [`Engine::row_keys`].
    pub fn months(&self) -> Result<Vec<MonthPaid>, Trouble> {
        let query = "SELECT body, month, count(*), sum(amount_pence) FROM payments_joined WHERE is_counted
                     GROUP BY body, month ORDER BY body, month";
        self.collect(query, |columns, row| {
            Some(MonthPaid {
                body: BodyId::new(columns.text(0, row)?),
                month: columns.day(1, row).map(|day| day.month()),
                payments: columns.number(2, row),
                paid: columns.pence(3, row),
            })
        })
    }

    /// Totals by what sort of payee.
    ///
    /// # Errors
    /// See [`Engine::row_keys`].
    pub fn totals(&self) -> Result<Vec<PaymentTotals>, Trouble> {
        let query = "SELECT payee, count(*), sum(amount_pence) FROM payments_joined WHERE is_counted GROUP BY payee ORDER BY payee";
        self.collect(query, |columns, row| {
            Some(PaymentTotals { payee: columns.owned(0, row)?, payments: columns.number(1, row), paid: columns.pence(2, row) })
        })
    }

    /// What was left out as repeated, by file and the file that counts it: rows and value.
    ///
    /// # Errors
    /// See [`Engine::row_keys`].
    pub fn repeated_values(&self) -> Result<RepeatedValues, Trouble> {
        let query = "SELECT r.file, r.counted_in, count(*), sum(p.amount_pence) FROM repeats_stored r
                     JOIN payments_stored p ON r.file_id = p.file_id AND r.row = p.row GROUP BY r.file, r.counted_in";
        let rows = self.collect(query, |columns, row| {
            Some(((columns.owned(0, row)?, columns.owned(1, row)?), (columns.number(2, row), columns.pence(3, row))))
        })?;
        Ok(rows.into_iter().collect())
    }

    /// Every contract, by body, file and line.
    ///
    /// # Errors
    /// See [`Engine::row_keys`].
    pub fn contracts(&self) -> Result<Vec<ContractRow>, Trouble> {
        let query = "SELECT body, file, sheet, line, reference, title, suppliers, company_number, postcode, family, start, \"end\",
                            earliest_end, latest_end, annual_value_pence, joint_words, is_not_yet_awarded, is_sme, is_vcse
                     FROM contracts_stored ORDER BY body, file, sheet, line";
        self.collect(query, |columns, row| {
            let (company_number, postcode) = (columns.owned(7, row), columns.owned(8, row));
            Some(ContractRow {
                body: BodyId::new(columns.text(0, row)?),
                source: source(columns, 1, row)?,
                reference: columns.owned(4, row),
                title: columns.owned(5, row).unwrap_or_default(),
                suppliers: columns
                    .text(6, row)
                    .into_iter()
                    .flat_map(str::lines)
                    .map(|name| ContractSupplier {
                        name: name.to_string(),
                        company_number: company_number.clone(),
                        postcode: postcode.clone(),
                    })
                    .collect(),
                family: columns.text(9, row).and_then(Family::from_code),
                start: columns.day(10, row),
                end: columns.day(11, row),
                earliest_end: columns.day(12, row),
                latest_end: columns.day(13, row),
                annual_value: columns.maybe_pence(14, row),
                joint_words: columns.owned(15, row),
                is_not_yet_awarded: columns.truth(16, row),
                is_sme: columns.maybe_truth(17, row),
                is_vcse: columns.maybe_truth(18, row),
            })
        })
    }

    /// The largest `most` published payments for each thing wanted (see [`crate::Derived::wanted`]), largest first.
    ///
    /// # Errors
    /// See [`Engine::row_keys`].
    pub fn wanted_lines(&self, most: u32) -> Result<Vec<WantedLines>, Trouble> {
        // Two joins, so that each is on equality: wants that name a supplier, and wants that name a family only.
        let query = format!(
            "SELECT wanted, body, supplier, day, amount_pence, what, file, sheet, line FROM (
               SELECT f.*, row_number() OVER (PARTITION BY wanted ORDER BY amount_pence DESC, file, sheet, line) AS place FROM (
                 SELECT w.wanted, {PICKED} FROM wanted_stored w JOIN payments_joined p
                   ON w.body = p.body AND w.financial_year = p.financial_year AND w.supplier_id = p.supplier_id
                   WHERE p.is_counted AND (w.family IS NULL OR w.family = p.family_known)
                 UNION ALL
                 SELECT w.wanted, {PICKED} FROM wanted_stored w JOIN payments_joined p
                   ON w.body = p.body AND w.financial_year = p.financial_year AND w.family = p.family_known
                   WHERE p.is_counted AND w.supplier_id IS NULL AND p.not_addressable_known IS NULL
               ) f
             ) WHERE place <= {most} ORDER BY wanted, amount_pence DESC, file, sheet, line"
        );
        self.collect(&query, |columns, row| {
            Some(WantedLines {
                wanted: columns.number(0, row) as u32,
                body: BodyId::new(columns.text(1, row)?),
                supplier: columns.owned(2, row).unwrap_or_default(),
                day: columns.day(3, row),
                amount: columns.pence(4, row),
                what: columns.owned(5, row).unwrap_or_default(),
                source: source(columns, 6, row)?,
            })
        })
    }

    /// Every remark, by file and line.
    ///
    /// # Errors
    /// See [`Engine::row_keys`], and what `each` says.
    pub fn each_remark(&self, mut each: impl FnMut(&RemarkRow) -> Result<(), Trouble>) -> Result<(), Trouble> {
        let query =
            "SELECT body, file, sheet, line, \"column\", kind, seen, done FROM remarks_stored ORDER BY file, sheet, line, kind, \"column\"";
        let frame = self.plan(query)?;
        self.each_batch(frame, |batch| {
            let columns = Columns::of(batch)?;
            (0..batch.num_rows()).filter_map(|row| remark(&columns, row)).try_for_each(|remark| each(&remark))
        })
    }

    /// The first `most` remarks of each kind for each body.
    ///
    /// # Errors
    /// See [`Engine::row_keys`].
    pub fn remark_examples(&self, most: u32) -> Result<Vec<RemarkRow>, Trouble> {
        let query = format!(
            "SELECT body, file, sheet, line, \"column\", kind, seen, done FROM (
               SELECT *, row_number() OVER (PARTITION BY body, kind ORDER BY file, sheet, line, \"column\") AS place FROM remarks_stored
             ) WHERE place <= {most} ORDER BY body, kind, file, sheet, line, \"column\""
        );
        self.collect(&query, remark)
    }

    fn collect<T>(&self, query: &str, read: impl Fn(&Columns, usize) -> Option<T>) -> Result<Vec<T>, Trouble> {
        let mut all = Vec::new();
        self.each_row(query, |columns, row| all.extend(read(columns, row)))?;
        Ok(all)
    }

    fn each_row(&self, query: &str, each: impl FnMut(&Columns, usize)) -> Result<(), Trouble> {
        self.each_row_of(self.plan(query)?, each)
    }

    fn each_row_of(&self, frame: DataFrame, mut each: impl FnMut(&Columns, usize)) -> Result<(), Trouble> {
        self.each_batch(frame, |batch| {
            let columns = Columns::of(batch)?;
            (0..batch.num_rows()).for_each(|row| each(&columns, row));
            Ok(())
        })
    }
}

/// What is shown of a payment found as evidence.
const PICKED: &str = "p.body, p.supplier, p.day, p.amount_pence, coalesce(p.purpose, p.category, p.proclass, p.service) AS what,
                      p.file, p.sheet, p.line";

fn source(columns: &Columns, first: usize, row: usize) -> Option<Source> {
    Some(Source {
        file: Arc::from(columns.text(first, row)?),
        sheet: columns.text(first + 1, row).map(Arc::from),
        line: columns.number(first + 2, row) as u32,
    })
}

fn remark(columns: &Columns, row: usize) -> Option<RemarkRow> {
    Some(RemarkRow {
        body: BodyId::new(columns.text(0, row)?),
        file: columns.owned(1, row)?,
        sheet: columns.owned(2, row),
        line: columns.number(3, row) as u32,
        column: columns.owned(4, row),
        kind: columns.owned(5, row)?,
        seen: columns.owned(6, row).unwrap_or_default(),
        done: columns.owned(7, row).unwrap_or_default(),
    })
}
