//! The contracts that still run, each once: when they could end, what they are worth, which payments are theirs.
//!
//! The rule: a contract found in several registers of one body is one contract, as the register that runs furthest
//! has it; what ended before today is gone; what has no end is counted and never given one.

use std::collections::{BTreeMap, BTreeSet};

use definitions::{Day, Pence, SupplierId};
use services::Family;

use crate::profile::{BodyNumber, Profile, SupplierNumber, whole_words};
use crate::{ContractFacts, Place};

/// With more suppliers than this an entry is a framework: its value is a ceiling, and no one supplier holds it.
const MOST_SUPPLIERS: usize = 3;

/// A contract that still runs.
#[derive(Debug)]
pub(crate) struct Running<'a> {
    /// Its place in `Place::contracts`.
    pub(crate) index: usize,
    pub(crate) facts: &'a ContractFacts,
    pub(crate) body: BodyNumber,
    /// In order, each once.
    pub(crate) suppliers: Vec<SupplierNumber>,
    /// It can end on or after this day.
    pub(crate) from: Day,
    /// And on or before this one.
    pub(crate) to: Day,
    /// When it ends if nobody does anything.
    pub(crate) end: Day,
    /// Value of one year: as published, or else what is paid for it.
    pub(crate) annual_value: Pence,
    /// True where the value comes from payments.
    pub(crate) is_valued_by_payments: bool,
    /// Bodies of the place that its title names, in order.
    pub(crate) named_bodies: Vec<BodyNumber>,
    /// The rows of the spend profile that pay for it.
    pub(crate) rows: Vec<usize>,
}

impl Running<'_> {
    /// True where several suppliers stand ready and none holds it.
    pub(crate) fn is_framework(&self) -> bool {
        self.suppliers.len() > MOST_SUPPLIERS
    }

    /// True where its words say it was bought through a framework or a buying organisation.
    pub(crate) fn names_a_framework(&self) -> bool {
        let words = format!("{} {} {}", self.facts.title, self.facts.reference.as_deref().unwrap_or(""), self.joint_words().unwrap_or(""));
        let words = words.to_lowercase();
        let is_word = |word: &str| words.split(|letter: char| !letter.is_alphanumeric()).any(|one| one == word);
        ["framework", "ypo", "espo", "ccs", "nepo", "kcs"].into_iter().any(is_word)
    }

    /// The published words saying that other bodies are in it: words meant for that, or a title that names two bodies.
    pub(crate) fn joint_words(&self) -> Option<&str> {
        let title = (self.named_bodies.len() >= 2).then_some(self.facts.title.as_str());
        self.facts.joint_words.as_deref().filter(|words| !words.trim().is_empty()).or(title)
    }
}

/// The contracts of a place, sorted out.
pub(crate) struct Contracts<'a> {
    /// Those that still run and have an end, by body and source.
    pub(crate) running: Vec<Running<'a>>,
    /// Those without an end, as body, suppliers and family.
    pub(crate) without_end: Vec<(BodyNumber, Vec<SupplierNumber>, Option<Family>)>,
    /// Invitations and plans, as places in `Place::contracts`.
    pub(crate) coming: Vec<usize>,
    by_supplier: BTreeMap<SupplierNumber, Vec<usize>>,
}

impl<'a> Contracts<'a> {
    /// Sorts out the contracts of a place.
    pub(crate) fn of(profile: &Profile<'a>) -> Contracts<'a> {
        let mut found = Contracts { running: Vec::new(), without_end: Vec::new(), coming: Vec::new(), by_supplier: BTreeMap::new() };
        for index in each_once(profile.place) {
            found.take(profile, index);
        }
        value_by_payments(profile, &mut found.running);
        for (place, contract) in found.running.iter().enumerate().filter(|(_, contract)| !contract.is_framework()) {
            for supplier in &contract.suppliers {
                found.by_supplier.entry(*supplier).or_default().push(place);
            }
        }
        found
    }

    /// The running contracts of one supplier, frameworks apart.
    pub(crate) fn of_supplier(&self, supplier: SupplierNumber) -> impl Iterator<Item = &Running<'a>> {
        self.by_supplier.get(&supplier).into_iter().flatten().map(|place| &self.running[*place])
    }

    /// Suppliers with running contracts, in order, each with the places of its contracts in `running`.
    pub(crate) fn suppliers(&self) -> impl Iterator<Item = (SupplierNumber, &[usize])> {
        self.by_supplier.iter().map(|(supplier, places)| (*supplier, places.as_slice()))
    }

    fn take(&mut self, profile: &Profile<'a>, index: usize) {
        let facts = &profile.place.contracts[index];
        let Some(body) = profile.body_number(&facts.body).filter(|body| !profile.has_ended(*body)) else { return };
        if facts.is_not_yet_awarded {
            return self.coming.push(index);
        }
        let mut suppliers: Vec<SupplierNumber> = facts.suppliers.iter().filter_map(|id| profile.supplier_number(id)).collect();
        suppliers.sort_unstable();
        suppliers.dedup();
        match window(facts) {
            None => self.without_end.push((body, suppliers, facts.family)),
            Some((_, _, to)) if to < profile.place.today => {}
            Some((from, end, to)) => {
                let rows = rows_paying(profile, body, &suppliers, facts.family);
                let annual_value = facts.annual_value.unwrap_or_default().max(Pence::ZERO);
                let is_valued_by_payments = annual_value == Pence::ZERO;
                let named_bodies = named_bodies(profile, &facts.title);
                self.running.push(Running {
                    index,
                    facts,
                    body,
                    suppliers,
                    from,
                    to,
                    end,
                    annual_value,
                    is_valued_by_payments,
                    named_bodies,
                    rows,
                });
            }
        }
    }
}

/// The bodies of the place in `Substance misuse service in Bolton, Salford and Trafford`.
fn named_bodies(profile: &Profile<'_>, title: &str) -> Vec<BodyNumber> {
    let title = whole_words(title);
    (0..).zip(&profile.bodies).filter(|(_, body)| title.contains(&body.as_words)).map(|(number, _)| number).collect()
}

/// Earliest end, end as it stands, latest end. A contract that ends before it starts has no end anyone can use.
fn window(facts: &ContractFacts) -> Option<(Day, Day, Day)> {
    let end = facts.end.or(facts.latest_end)?;
    if facts.start.is_some_and(|start| start > end) {
        return None;
    }
    let from = facts.earliest_end.map_or(end, |earliest| earliest.min(end));
    let to = facts.latest_end.map_or(end, |latest| latest.max(end));
    Some((from, end, to))
}

/// Rows of the same body and supplier, of the contract's family where there are such, else of any.
fn rows_paying(profile: &Profile<'_>, body: BodyNumber, suppliers: &[SupplierNumber], family: Option<Family>) -> Vec<usize> {
    let mut rows = Vec::new();
    for supplier in suppliers.iter().take(MOST_SUPPLIERS) {
        let (start, of_supplier) = profile.rows_of_supplier(*supplier);
        rows.extend((start..).zip(of_supplier).filter(|(_, row)| row.body == body && row.is_addressable()).map(|(place, _)| place));
    }
    let of_family: Vec<usize> = rows.iter().copied().filter(|place| profile.rows[*place].family == family).collect();
    if family.is_some() && !of_family.is_empty() { of_family } else { rows }
}

/// A contract whose value nobody published is worth what is paid for it, shared equally among those paid by the same rows.
fn value_by_payments(profile: &Profile<'_>, running: &mut [Running<'_>]) {
    let mut sharers: BTreeMap<usize, i64> = BTreeMap::new();
    for row in running.iter().flat_map(|contract| &contract.rows) {
        *sharers.entry(*row).or_default() += 1;
    }
    for contract in running.iter_mut().filter(|contract| contract.is_valued_by_payments && !contract.is_framework()) {
        contract.annual_value = contract.rows.iter().map(|row| Pence(profile.rows[*row].yearly.0 / sharers[row].max(1))).sum();
    }
}

/// The places of contracts in the order of body and source, each contract once.
fn each_once(place: &Place) -> Vec<usize> {
    let mut order: Vec<usize> = (0..place.contracts.len()).collect();
    order.sort_by_cached_key(|index| {
        let contract = &place.contracts[*index];
        (contract.body.clone(), contract.source.clone(), plain(&contract.title), contract.end, contract.reference.clone())
    });
    let order = latest_of(place, order, |contract| Some((suppliers(contract), plain(&contract.title))), Within::OtherFiles);
    // The same but for how its suppliers are written.
    let order =
        latest_of(place, order, |contract| Some((plain(&contract.title), contract.end?, contract.annual_value?)), Within::OtherFiles);
    let own_reference = |contract: &ContractFacts| contract.reference.as_deref().and_then(reference);
    latest_of(place, order, |contract| Some((suppliers(contract), own_reference(contract)?)), Within::EveryFile)
}

/// Where to look for the same contract again.
#[derive(Clone, Copy, PartialEq)]
enum Within {
    /// Lots of one register share a title, so only other files repeat a contract.
    OtherFiles,
    /// A reference is a contract's own; lots that share one differ in what they are worth a year.
    EveryFile,
}

fn suppliers(contract: &ContractFacts) -> Vec<&SupplierId> {
    let mut suppliers: Vec<&SupplierId> = contract.suppliers.iter().collect();
    suppliers.sort_unstable();
    suppliers
}

/// Keeps, of contracts of one body with the same key, those of the file that runs furthest.
fn latest_of<'p, Key: Ord>(
    place: &'p Place,
    order: Vec<usize>,
    key: impl Fn(&'p ContractFacts) -> Option<Key>,
    within: Within,
) -> Vec<usize> {
    let reach = |contract: &ContractFacts| (contract.latest_end.max(contract.end), contract.start, contract.source.clone());
    let mut groups: BTreeMap<_, Vec<usize>> = BTreeMap::new();
    let mut kept = Vec::new();
    for index in order {
        let contract = &place.contracts[index];
        match key(contract) {
            Some(key) => groups.entry((&contract.body, contract.is_not_yet_awarded, key)).or_default().push(index),
            None => kept.push(index),
        }
    }
    for group in groups.values() {
        let Some(last) = group.iter().max_by_key(|index| reach(&place.contracts[**index])) else { continue };
        let file = &place.contracts[*last].source.file;
        let mut values = BTreeSet::from([place.contracts[*last].annual_value]);
        let mut is_own = |value| within == Within::OtherFiles || values.insert(value);
        let stays = |index: &&usize| {
            let contract = &place.contracts[**index];
            *index == last || (contract.source.file == *file && is_own(contract.annual_value))
        };
        kept.extend(group.iter().filter(stays));
    }
    kept.sort_by_cached_key(|index| (place.contracts[*index].body.clone(), place.contracts[*index].source.clone(), *index));
    kept
}

/// Letters and digits only, so that `Grounds  Maintenance.` is `grounds maintenance`.
fn plain(text: &str) -> String {
    definitions::slug(text)
}

/// A reference that can tell contracts apart: `TBC` and `n/a` cannot.
fn reference(text: &str) -> Option<String> {
    text.chars().any(|letter| letter.is_ascii_digit()).then(|| plain(text))
}
