//! The plain facts in which opportunities are found, made from the answers of the evidence.
//!
//! The rule: nothing is decided here; months are whole or not, series broken or not, by `intake`'s rule, and a body that
//! appears anywhere as payer or contract holder is a body of the place.

use std::collections::{BTreeMap, BTreeSet};

use bodies::{BodyKind, Directory};
use definitions::{BodyId, Day, Month, Pence, SupplierId};
use evidence::{ContractRow, MonthPaid};
use opportunities::{BodyFacts, ContractFacts, Place, SpendLine, SupplierFacts, YearCovered};

use crate::naming::Named;

/// A month's payments of one body: month, count, sum.
pub(crate) type MonthRows = Vec<(Month, u64, Pence)>;

/// The facts of a place.
pub(crate) fn place(
    opened: &crate::place::Place,
    today: Day,
    spend: Vec<SpendLine>,
    contracts: &[ContractRow],
    named: &Named,
    months: &[MonthPaid],
) -> Place {
    let months = by_body(months);
    let ids: BTreeSet<&BodyId> = spend.iter().map(|line| &line.body).chain(contracts.iter().map(|contract| &contract.body)).collect();
    let bodies = ids.iter().map(|id| body(&opened.directory, id, months.get(*id).map_or(&[][..], Vec::as_slice))).collect();
    Place {
        name: opened.name.clone(),
        today,
        vesting: opened.vesting,
        bodies,
        suppliers: suppliers(contracts, named),
        spend,
        contracts: contracts.iter().zip(&named.of_contract).map(|(contract, suppliers)| facts_of(contract, suppliers, named)).collect(),
    }
}

/// Months of each body, dated ones only.
pub(crate) fn by_body(months: &[MonthPaid]) -> BTreeMap<&BodyId, MonthRows> {
    let mut of_body: BTreeMap<&BodyId, MonthRows> = BTreeMap::new();
    for row in months {
        if let Some(month) = row.month {
            of_body.entry(&row.body).or_default().push((month, row.payments, row.paid));
        }
    }
    of_body
}

fn body(directory: &Directory, id: &BodyId, months: &[(Month, u64, Pence)]) -> BodyFacts {
    let known = directory.get(id);
    let mut years: BTreeMap<_, u16> = BTreeMap::new();
    for month in intake::whole_months(months) {
        *years.entry(month.financial_year()).or_default() |= 1 << month.place_in_financial_year();
    }
    BodyFacts {
        id: id.clone(),
        name: known.map_or_else(|| written(id), |body| body.short_name.clone()),
        kind: known.map_or(BodyKind::Other, |body| body.kind),
        thousand_residents: known.and_then(|body| body.thousand_residents),
        years: years.into_iter().map(|(year, months)| YearCovered { year, months }).collect(),
        break_in_series: intake::break_in_series(months),
    }
}

/// `lancashire-care-trust` as people read it.
pub(crate) fn written(id: &BodyId) -> String {
    let words = id.as_str().split('-').map(|word| match word {
        "and" | "of" | "the" => word.to_string(),
        "nhs" | "pcc" | "cc" => word.to_uppercase(),
        _ => word.chars().take(1).flat_map(char::to_uppercase).chain(word.chars().skip(1)).collect(),
    });
    words.collect::<Vec<_>>().join(" ")
}

fn suppliers(contracts: &[ContractRow], named: &Named) -> Vec<SupplierFacts> {
    let mut sme: BTreeMap<usize, bool> = BTreeMap::new();
    let mut vcse: BTreeSet<usize> = BTreeSet::new();
    for (contract, of_contract) in contracts.iter().zip(&named.of_contract) {
        // A mark on a framework of many says nothing of any one of them.
        if let [only] = of_contract.as_slice() {
            if let Some(is_sme) = contract.is_sme {
                sme.insert(*only, is_sme);
            }
            if contract.is_vcse == Some(true) {
                vcse.insert(*only);
            }
        }
    }
    vcse.extend(named.parties.iter().zip(&named.supplier_of).filter(|(party, _)| party.charity_number.is_some()).map(|(_, place)| *place));
    let facts = named.suppliers.iter().enumerate().map(|(place, supplier)| SupplierFacts {
        id: supplier.id.clone(),
        name: supplier.name.clone(),
        is_body: supplier.is_body.clone(),
        is_sme: sme.get(&place).copied(),
        is_vcse: vcse.contains(&place),
    });
    let mut facts: Vec<SupplierFacts> = facts.collect();
    facts.sort_by(|a, b| a.id.cmp(&b.id));
    facts
}

fn facts_of(contract: &ContractRow, suppliers: &[usize], named: &Named) -> ContractFacts {
    let mut ids: Vec<SupplierId> = suppliers.iter().map(|place| named.suppliers[*place].id.clone()).collect();
    ids.sort();
    ContractFacts {
        body: contract.body.clone(),
        source: contract.source.clone(),
        reference: contract.reference.clone(),
        title: contract.title.clone(),
        // A contract that says nothing of what it is for is for what its supplier is mostly paid for.
        family: contract.family.or_else(|| suppliers.first().and_then(|place| named.suppliers[*place].mostly)),
        suppliers: ids,
        start: contract.start,
        end: contract.end,
        latest_end: contract.latest_end,
        earliest_end: contract.earliest_end,
        annual_value: contract.annual_value,
        joint_words: contract.joint_words.clone(),
        is_not_yet_awarded: contract.is_not_yet_awarded,
    }
}
