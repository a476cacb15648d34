//! The spend profile, put in order: one row for what one body pays one supplier for one family in its comparable year.
//!
//! The rule: names become numbers in the order of the names, so that the order of the input changes nothing;
//! groups are runs of a sorted list. It never looks at a year other than the body's comparable one.

use std::collections::HashMap as StandardMap;
use std::hash::{BuildHasherDefault, DefaultHasher};

use definitions::{BodyId, FinancialYear, Pence, SupplierId};
use services::{Family, NotAddressable};

use crate::years::{Comparable, comparable};
use crate::{BodyFacts, Place, SpendLine, SupplierFacts, YearCovered};

/// A map whose hasher has no random start, so that every run walks it alike; what is taken out of it is sorted all the same.
type HashMap<K, V> = StandardMap<K, V, BuildHasherDefault<DefaultHasher>>;

/// A body by its place in the order of names.
pub(crate) type BodyNumber = u32;
/// A supplier by its place in the order of names.
pub(crate) type SupplierNumber = u32;

/// What one body pays one supplier for one family, in its comparable year, scaled to twelve months.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Row {
    pub(crate) supplier: Option<SupplierNumber>,
    pub(crate) family: Option<Family>,
    pub(crate) body: BodyNumber,
    pub(crate) reason: Option<NotAddressable>,
    pub(crate) yearly: Pence,
    pub(crate) payments: u64,
}

impl Row {
    /// True where sharing could reach it.
    pub(crate) fn is_addressable(&self) -> bool {
        self.reason.is_none() && self.supplier.is_some() && self.yearly > Pence::ZERO
    }
}

/// A body that paid or holds a contract, with its facts where it has any.
pub(crate) struct BodyView<'a> {
    pub(crate) id: &'a BodyId,
    pub(crate) facts: Option<&'a BodyFacts>,
    /// Its name as whole words, `-name-`, to be looked for in [`whole_words`].
    pub(crate) as_words: String,
    pub(crate) comparable: Option<Comparable>,
}

impl BodyView<'_> {
    /// Its name for tables.
    pub(crate) fn name(&self) -> &str {
        self.facts.map_or(self.id.as_str(), |facts| &facts.name)
    }
}

/// A supplier that was paid or holds a contract, with its facts where it has any.
pub(crate) struct SupplierView<'a> {
    pub(crate) id: &'a SupplierId,
    pub(crate) facts: Option<&'a SupplierFacts>,
}

impl SupplierView<'_> {
    /// Its name for people.
    pub(crate) fn name(&self) -> &str {
        self.facts.map_or(self.id.as_str(), |facts| &facts.name)
    }

    /// The public body that it is, where it is one.
    pub(crate) fn as_body(&self) -> Option<&BodyId> {
        self.facts.and_then(|facts| facts.is_body.as_ref())
    }
}

/// Everything the rules look at, in the order of names.
pub(crate) struct Profile<'a> {
    pub(crate) place: &'a Place,
    pub(crate) bodies: Vec<BodyView<'a>>,
    pub(crate) suppliers: Vec<SupplierView<'a>>,
    /// By supplier, family, body and reason.
    pub(crate) rows: Vec<Row>,
    /// Payer and payee of each line of the place's spend, in its order.
    pub(crate) lines: Vec<(BodyNumber, Option<SupplierNumber>)>,
    body_numbers: HashMap<&'a BodyId, BodyNumber>,
    supplier_numbers: HashMap<&'a SupplierId, SupplierNumber>,
}

impl<'a> Profile<'a> {
    /// Puts a place in order.
    pub(crate) fn of(place: &'a Place) -> Profile<'a> {
        let bodies = bodies_of(place);
        let suppliers = suppliers_of(place);
        let body_numbers = numbered(bodies.iter().map(|body| body.id));
        let supplier_numbers = numbered(suppliers.iter().map(|supplier| supplier.id));
        let mut profile = Profile { place, bodies, suppliers, rows: Vec::new(), lines: Vec::new(), body_numbers, supplier_numbers };
        profile.lines = profile.lines_in_numbers();
        profile.rows = profile.rows_in_order();
        profile
    }

    /// The number of a body named in the place.
    pub(crate) fn body_number(&self, id: &BodyId) -> Option<BodyNumber> {
        self.body_numbers.get(id).copied()
    }

    /// The number of a supplier named in the place.
    pub(crate) fn supplier_number(&self, id: &SupplierId) -> Option<SupplierNumber> {
        self.supplier_numbers.get(id).copied()
    }

    /// The body with this number.
    pub(crate) fn body(&self, number: BodyNumber) -> &BodyView<'a> {
        &self.bodies[number as usize]
    }

    /// The supplier with this number.
    pub(crate) fn supplier(&self, number: SupplierNumber) -> &SupplierView<'a> {
        &self.suppliers[number as usize]
    }

    /// True where the body is no more on the day of asking.
    pub(crate) fn has_ended(&self, number: BodyNumber) -> bool {
        self.body(number).facts.is_some_and(|facts| facts.has_ended(self.place.today))
    }

    /// The rows of one supplier, and the place of the first of them among all rows.
    pub(crate) fn rows_of_supplier(&self, supplier: SupplierNumber) -> (usize, &[Row]) {
        let start = self.rows.partition_point(|row| row.supplier < Some(supplier));
        let end = self.rows.partition_point(|row| row.supplier <= Some(supplier));
        (start, &self.rows[start..end])
    }

    fn lines_in_numbers(&self) -> Vec<(BodyNumber, Option<SupplierNumber>)> {
        let numbers = |line: &SpendLine| {
            let supplier = line.supplier.as_ref().and_then(|supplier| self.supplier_number(supplier));
            (self.body_numbers[&line.body], supplier)
        };
        self.place.spend.iter().map(numbers).collect()
    }

    fn rows_in_order(&self) -> Vec<Row> {
        let numbered = self.place.spend.iter().zip(&self.lines);
        let mut lines: Vec<(RowKey, i64, u64)> = numbered.filter_map(|(line, numbers)| self.keyed(line, *numbers)).collect();
        lines.sort_unstable();
        let same_row = |a: &(RowKey, i64, u64), b: &(RowKey, i64, u64)| a.0 == b.0;
        lines.chunk_by(same_row).map(|run| self.row(run)).collect()
    }

    /// The line with the key of its row; `None` where it is not of the body's comparable year.
    fn keyed(&self, line: &SpendLine, (body, supplier): (BodyNumber, Option<SupplierNumber>)) -> Option<(RowKey, i64, u64)> {
        self.body(body).comparable.filter(|comparable| comparable.year == line.year)?;
        if self.has_ended(body) {
            return None;
        }
        Some(((supplier, line.family, body, line.not_addressable), line.paid.0, line.payments))
    }

    fn row(&self, run: &[(RowKey, i64, u64)]) -> Row {
        let (supplier, family, body, reason) = run[0].0;
        let paid: i128 = run.iter().map(|(_, paid, _)| i128::from(*paid)).sum();
        let payments = run.iter().fold(0u64, |sum, (_, _, payments)| sum.saturating_add(*payments));
        let yearly = self.body(body).comparable.map_or(Pence::ZERO, |comparable| comparable.yearly(paid));
        Row { supplier, family, body, reason, yearly, payments }
    }
}

type RowKey = (Option<SupplierNumber>, Option<Family>, BodyNumber, Option<NotAddressable>);

/// A text as words between hyphens, so that `-bury-` is found in `Bolton and Bury` and not in `Canterbury`.
pub(crate) fn whole_words(text: &str) -> String {
    format!("-{}-", definitions::slug(text))
}

fn numbered<'a, Id: std::hash::Hash + Eq>(ids: impl Iterator<Item = &'a Id>) -> HashMap<&'a Id, u32> {
    // A place has far fewer than four thousand million names.
    ids.zip(0u32..).collect()
}

fn bodies_of(place: &Place) -> Vec<BodyView<'_>> {
    let mut facts: HashMap<&BodyId, Option<&BodyFacts>> = place.bodies.iter().map(|body| (&body.id, Some(body))).collect();
    // Lines come in runs of one body, so each run is asked about once.
    let payers = place.spend.chunk_by(|a, b| a.body == b.body).map(|run| &run[0].body);
    for id in payers.chain(place.contracts.iter().map(|contract| &contract.body)) {
        facts.entry(id).or_default();
    }
    let seen = months_seen(place, &facts);
    let view = |(id, facts): (&'_ BodyId, Option<&'_ BodyFacts>)| {
        let published = facts.map(|facts| facts.years.as_slice()).unwrap_or_default();
        comparable(published).or_else(|| seen.get(id).and_then(|years| comparable(years)))
    };
    let mut bodies: Vec<BodyView<'_>> = facts
        .into_iter()
        .map(|(id, facts)| BodyView {
            id,
            facts,
            as_words: whole_words(facts.map_or(id.as_str(), |facts| &facts.name)),
            comparable: view((id, facts)),
        })
        .collect();
    bodies.sort_unstable_by_key(|body| body.id);
    bodies
}

/// Months with payments, of bodies for which nobody said which months were published.
fn months_seen<'a>(place: &'a Place, facts: &HashMap<&BodyId, Option<&BodyFacts>>) -> HashMap<&'a BodyId, Vec<YearCovered>> {
    let is_unsaid = |body: &BodyId| facts.get(body).copied().flatten().is_none_or(|facts| facts.years.is_empty());
    let mut seen: HashMap<(&BodyId, FinancialYear), u16> = HashMap::default();
    for run in place.spend.chunk_by(|a, b| a.body == b.body).filter(|run| is_unsaid(&run[0].body)) {
        for line in run {
            *seen.entry((&line.body, line.year)).or_default() |= line.months;
        }
    }
    let mut years: HashMap<&BodyId, Vec<YearCovered>> = HashMap::default();
    for ((body, year), months) in seen {
        years.entry(body).or_default().push(YearCovered { year, months });
    }
    years
}

fn suppliers_of(place: &Place) -> Vec<SupplierView<'_>> {
    let mut facts: HashMap<&SupplierId, Option<&SupplierFacts>> = place.suppliers.iter().map(|one| (&one.id, Some(one))).collect();
    let in_contracts = place.contracts.iter().flat_map(|contract| &contract.suppliers);
    for id in place.spend.iter().filter_map(|line| line.supplier.as_ref()).chain(in_contracts) {
        facts.entry(id).or_default();
    }
    let mut suppliers: Vec<SupplierView<'_>> = facts.into_iter().map(|(id, facts)| SupplierView { id, facts }).collect();
    suppliers.sort_unstable_by_key(|supplier| supplier.id);
    suppliers
}
