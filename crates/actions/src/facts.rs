//! The plain facts in which opportunities are found, made from the answers of the evidence.
//!
//! The rule: nothing is decided here; months are whole or not, series broken or not, by `intake`'s rule, and a body that
//! appears anywhere as payer or contract holder is a body of the place.

use std::collections::{BTreeMap, BTreeSet};

use bodies::{BodyKind, Directory, Heirs};
use definitions::{BodyId, Day, Month, Pence, SupplierId};
use evidence::{ContractRow, MonthPaid};
use opportunities::{BodyFacts, Carried, ContractFacts, Place, SpendLine, SupplierFacts, YearCovered};

use crate::naming::Named;

/// A month's payments of one body: month, count, sum.
pub(crate) type MonthRows = Vec<(Month, u64, Pence)>;

/// The facts of a place. What a body published that has ended counts to the one body that took over from it.
pub(crate) fn place(
    opened: &crate::place::Place,
    today: Day,
    mut spend: Vec<SpendLine>,
    contracts: &[ContractRow],
    named: &Named,
    months: &[MonthPaid],
) -> Place {
    let carried = CarriedOn::of(&opened.directory, today, spend.iter().map(|line| &line.body).chain(contracts.iter().map(|one| &one.body)));
    for line in &mut spend {
        carried.by(&mut line.body);
    }
    let mut suppliers = suppliers(contracts, named);
    let mut contracts: Vec<ContractFacts> =
        contracts.iter().zip(&named.of_contract).map(|(contract, suppliers)| facts_of(contract, suppliers, named)).collect();
    contracts.iter_mut().for_each(|contract| carried.by(&mut contract.body));
    suppliers.iter_mut().filter_map(|supplier| supplier.is_body.as_mut()).for_each(|body| {
        if let Heirs::One(heir) = opened.directory.heirs_on(body, today) {
            *body = heir;
        }
    });
    let months = by_body(months);
    let bodies = carried.bodies.iter().map(|id| body(&opened.directory, id, &carried, &months)).collect();
    Place { name: opened.name.clone(), today, vesting: opened.vesting, bodies, suppliers, spend, contracts }
}

/// Which body carries on what each publishing body did, on the day of asking.
struct CarriedOn {
    /// Ended bodies that one other took over from.
    to: BTreeMap<BodyId, BodyId>,
    /// Every body that published something or took over from one that did.
    bodies: BTreeSet<BodyId>,
}

impl CarriedOn {
    fn of<'a>(directory: &Directory, today: Day, published: impl Iterator<Item = &'a BodyId>) -> CarriedOn {
        let published: BTreeSet<&BodyId> = published.collect();
        let mut carried = CarriedOn { to: BTreeMap::new(), bodies: BTreeSet::new() };
        for id in published {
            if let Heirs::One(heir) = directory.heirs_on(id, today) {
                carried.bodies.insert(heir.clone());
                carried.to.insert(id.clone(), heir);
            }
            // An ended body keeps its facts, since its report card and its lines are shown by its name.
            carried.bodies.insert(id.clone());
        }
        carried
    }

    /// Puts the heir in the place of a body that has ended.
    fn by(&self, body: &mut BodyId) {
        if let Some(heir) = self.to.get(body) {
            *body = heir.clone();
        }
    }

    /// The ended bodies that `heir` took over from.
    fn before<'a>(&'a self, heir: &'a BodyId) -> impl Iterator<Item = &'a BodyId> {
        self.to.iter().filter(move |(_, to)| *to == heir).map(|(from, _)| from)
    }
}

/// The bodies that each body of the place carries on, so that its lines are looked for under their names too.
pub(crate) fn published_as(opened: &crate::place::Place, place: &Place) -> BTreeMap<BodyId, Vec<BodyId>> {
    let mut published: BTreeMap<BodyId, Vec<BodyId>> = BTreeMap::new();
    for body in &place.bodies {
        if let Heirs::One(heir) = opened.directory.heirs_on(&body.id, place.today) {
            published.entry(heir).or_default().push(body.id.clone());
        }
    }
    published
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

fn body(directory: &Directory, id: &BodyId, carried: &CarriedOn, months: &BTreeMap<&BodyId, MonthRows>) -> BodyFacts {
    let known = directory.get(id);
    let own = |id: &BodyId| months.get(id).map_or(&[][..], Vec::as_slice);
    let mut years: BTreeMap<_, u16> = BTreeMap::new();
    let whole = std::iter::once(id).chain(carried.before(id)).flat_map(|published| intake::whole_months(own(published)));
    for month in whole {
        *years.entry(month.financial_year()).or_default() |= 1 << month.place_in_financial_year();
    }
    let short_name = |id: &BodyId| directory.get(id).map_or_else(|| written(id), |body| body.short_name.clone());
    let ended = |id: &BodyId| directory.get(id).and_then(|body| body.last_day);
    BodyFacts {
        id: id.clone(),
        name: short_name(id),
        kind: known.map_or(BodyKind::Other, |body| body.kind),
        thousand_residents: known.and_then(|body| body.thousand_residents),
        years: years.into_iter().map(|(year, months)| YearCovered { year, months }).collect(),
        break_in_series: intake::break_in_series(own(id)),
        last_day: ended(id),
        heirs: known.map(|body| body.successors.iter().map(short_name).collect()).unwrap_or_default(),
        carries: carried.before(id).filter_map(|before| Some(Carried { name: short_name(before), last_day: ended(before)? })).collect(),
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
