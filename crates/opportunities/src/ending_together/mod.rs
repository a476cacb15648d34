//! Contracts of different bodies, with one supplier, for the same thing or for one family, that can be made to end together.
//!
//! The rule: a contract ends somewhere between its earliest and its latest end; the day proposed gathers the most
//! value a year and leaves time to buy again. What the bodies already hold jointly is one contract, not a finding.

use std::collections::{BTreeMap, BTreeSet};

use definitions::{Day, OpportunityId, Pence};
use services::{Chapter, Family, Nature};

use crate::contracts::{Contracts, Running};
use crate::partners::{self, Part};
use crate::profile::{BodyNumber, Profile, SupplierNumber};
use crate::ranking::Found;
use alignment::{JointDay, Window, best_joint_day};
use group::Group;
use same_thing::{Thing, things};

mod alignment;
mod decisions;
mod group;
mod same_thing;

#[cfg(test)]
mod example;
#[cfg(test)]
mod sentences;

/// Less than this a year in all is not worth bringing to one day.
const LEAST_YEARLY: Pence = Pence(2_500_000);
/// For a family, where different suppliers hold the contracts, it takes more to be worth it.
const LEAST_YEARLY_OF_A_FAMILY: Pence = Pence(10_000_000);
/// Smaller contracts of a family are not worth moving.
const LEAST_OF_A_CONTRACT: Pence = Pence(1_000_000);
/// A contract that ends at most this long before the joint day can be bridged by a short extension.
const BRIDGE_MONTHS: i32 = 6;
/// A day that needs bridges must gather this much of what a day without them gathers, in per cent.
const BRIDGE_IS_WORTH_PERCENT: i64 = 150;

/// What the contracts have in common.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Subject {
    Supplier(SupplierNumber),
    /// What their titles plainly say.
    Thing(Option<Chapter>, Vec<String>),
    Family(Family),
}

/// Every opportunity of this kind.
pub(crate) fn find(profile: &Profile<'_>, contracts: &Contracts<'_>) -> Vec<Found> {
    let is_firm = |supplier: SupplierNumber| profile.supplier(supplier).as_body().is_none();
    let with_one_supplier = contracts
        .suppliers()
        .filter(|(supplier, _)| is_firm(*supplier))
        .filter_map(|(supplier, places)| found(profile, contracts, Subject::Supplier(supplier), places));
    let of_one_family = by_family(contracts);
    let of_one_family = of_one_family.iter().filter_map(|(family, places)| found(profile, contracts, Subject::Family(*family), places));
    let for_one_thing = things(profile, contracts).into_iter();
    let for_one_thing: Vec<Found> = for_one_thing
        .filter_map(|Thing { chapter, words, places }| found(profile, contracts, Subject::Thing(chapter, words), &places))
        .collect();
    // Where all that a family has is one thing, the thing says more.
    let is_one_thing = |found: &Found| for_one_thing.iter().any(|thing| thing.contracts == found.contracts);
    let of_one_family: Vec<Found> = of_one_family.filter(|found| !is_one_thing(found)).collect();
    with_one_supplier.chain(for_one_thing).chain(of_one_family).collect()
}

/// True for a family that bodies choose to buy.
fn is_chosen(family: Family) -> bool {
    !matches!(family.nature(), Nature::PassedOn | Nature::Posts)
}

/// Contracts of each family that bodies choose to buy, frameworks and the smallest apart.
fn by_family(contracts: &Contracts<'_>) -> BTreeMap<Family, Vec<usize>> {
    let mut by_family: BTreeMap<Family, Vec<usize>> = BTreeMap::new();
    for (place, contract) in contracts.running.iter().enumerate() {
        let family = contract.facts.family.filter(|family| is_chosen(*family));
        if let Some(family) = family.filter(|_| !contract.is_framework() && contract.annual_value >= LEAST_OF_A_CONTRACT) {
            by_family.entry(family).or_default().push(place);
        }
    }
    by_family
}

fn found(profile: &Profile<'_>, contracts: &Contracts<'_>, subject: Subject, places: &[usize]) -> Option<Found> {
    let running: Vec<&Running<'_>> = places.iter().map(|place| &contracts.running[*place]).collect();
    let windows = windows(&running);
    let joint = joint_day(&windows, profile.place.today)?;
    let least = if matches!(subject, Subject::Family(_)) { LEAST_YEARLY_OF_A_FAMILY } else { LEAST_YEARLY };
    let members: Vec<&Running<'_>> = joint.members.iter().map(|member| running[*member]).collect();
    // With one supplier throughout, the group of that supplier has found it.
    let is_repeated = !matches!(subject, Subject::Supplier(_)) && have_one_supplier(&members);
    if joint.value < least || is_repeated {
        return None;
    }
    let rest: Pence = windows.iter().map(|window| window.value).sum::<Pence>() - joint.value;
    let mut parts = parts(&joint, &windows, &running);
    partners::largest_first(&mut parts);
    let group = Group { profile, subject, day: joint.day, value: joint.value, rest, members, parts };
    let opportunity = group.opportunity(contracts);
    let counted = joint.members.iter().filter(|member| windows[**member].value > Pence::ZERO);
    Some(Found { opportunity, rows: Vec::new(), contracts: counted.map(|member| places[*member]).collect() })
}

/// The windows of contracts. Where several bodies publish one joint contract, its value stands once, at the largest.
fn windows(running: &[&Running<'_>]) -> Vec<Window> {
    let window =
        |contract: &&Running<'_>| Window { from: contract.from, to: contract.to, value: contract.annual_value, partner: contract.body };
    let mut windows: Vec<Window> = running.iter().map(window).collect();
    for places in arrangements(running) {
        let partner: BodyNumber = places.iter().map(|place| running[*place].body).min().unwrap_or_default();
        let bodies: BTreeSet<BodyNumber> = places.iter().map(|place| running[*place].body).collect();
        let largest = places.iter().copied().max_by_key(|place| (windows[*place].value, std::cmp::Reverse(*place)));
        for place in places.iter().copied().filter(|_| bodies.len() > 1) {
            windows[place].partner = partner;
            if Some(place) != largest {
                windows[place].value = Pence::ZERO;
            }
        }
    }
    windows
}

/// Contracts published as joint that are one arrangement: of one supplier, or for one family of the same bodies by their titles.
fn arrangements(running: &[&Running<'_>]) -> Vec<Vec<usize>> {
    let mut by_supplier: BTreeMap<SupplierNumber, usize> = BTreeMap::new();
    let mut by_names: BTreeMap<(&[BodyNumber], Option<Family>), usize> = BTreeMap::new();
    let mut arrangements: Vec<Vec<usize>> = Vec::new();
    for (place, contract) in running.iter().enumerate().filter(|(_, contract)| contract.joint_words().is_some()) {
        let names = (contract.named_bodies.len() >= 2).then_some((contract.named_bodies.as_slice(), contract.facts.family));
        let supplier = contract.suppliers.first();
        let known = supplier.and_then(|supplier| by_supplier.get(supplier)).or_else(|| by_names.get(&names?)).copied();
        let number = known.unwrap_or(arrangements.len());
        if known.is_none() {
            arrangements.push(Vec::new());
        }
        arrangements[number].push(place);
        supplier.map(|supplier| by_supplier.entry(*supplier).or_insert(number));
        names.map(|names| by_names.entry(names).or_insert(number));
    }
    arrangements
}

/// The best day as the contracts stand, or the best with short bridges where that gathers half as much again.
fn joint_day(windows: &[Window], today: Day) -> Option<JointDay> {
    let as_they_stand = best_joint_day(windows, today);
    let bridged: Vec<Window> = windows.iter().map(|window| Window { to: window.to.plus_months(BRIDGE_MONTHS), ..*window }).collect();
    let with_bridges = best_joint_day(&bridged, today);
    match (as_they_stand, with_bridges) {
        (Some(plain), Some(bridged)) if bridged.value.0 / BRIDGE_IS_WORTH_PERCENT >= plain.value.0 / 100 => Some(bridged),
        (Some(plain), _) => Some(plain),
        (None, bridged) => bridged,
    }
}

fn have_one_supplier(members: &[&Running<'_>]) -> bool {
    let Some(first) = members.first() else { return false };
    first.suppliers.iter().any(|supplier| members.iter().all(|contract| contract.suppliers.contains(supplier)))
}

/// What each body brings to the joint day.
fn parts(joint: &JointDay, windows: &[Window], running: &[&Running<'_>]) -> Vec<Part> {
    let mut parts: BTreeMap<BodyNumber, (Part, BTreeSet<SupplierNumber>)> = BTreeMap::new();
    for member in &joint.members {
        let contract = running[*member];
        let empty = Part { body: contract.body, yearly: Pence::ZERO, lines: 0, suppliers: 0 };
        let (part, suppliers) = parts.entry(contract.body).or_insert((empty, BTreeSet::new()));
        part.yearly += windows[*member].value;
        part.lines += 1;
        suppliers.extend(&contract.suppliers);
        part.suppliers = u32::try_from(suppliers.len()).unwrap_or(u32::MAX);
    }
    parts.into_values().map(|(part, _)| part).collect()
}

impl Subject {
    /// Kind and subject only, so that the name survives a contract or a body that joins or leaves.
    pub(crate) fn id(&self, profile: &Profile<'_>) -> OpportunityId {
        match self {
            Subject::Supplier(supplier) => OpportunityId::new(&format!("ending-together-supplier-{}", profile.supplier(*supplier).id)),
            Subject::Thing(chapter, words) => {
                let within = chapter.map_or("thing", Chapter::name);
                OpportunityId::new(&format!("ending-together-{}-{}", definitions::slug(within), words.join("-")))
            }
            Subject::Family(family) => OpportunityId::new(&format!("ending-together-family-{}", family.code())),
        }
    }
}
