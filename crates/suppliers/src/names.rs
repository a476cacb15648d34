//! The distinct names among the parties.
//!
//! The rule: parties whose names say the same, and who do not carry different company numbers, are
//! one name here before anything is compared. Names stand in the order of what they say, so the
//! order in which parties came changes nothing. Hidden names are not among them.

use rayon::prelude::*;
use rustc_hash::FxHashMap;

use crate::Party;
use crate::forms::Form;
use crate::identifiers::{charity_number, company_number, postcode, supplier_number, vat_number};
use crate::normal::{Normal, Wording, is_hidden, normalise};

/// One distinct name.
#[derive(Clone, Debug, Default)]
pub struct Name {
    /// What it says.
    pub normal: Normal,
    /// The company number its parties carry.
    pub company_number: Option<String>,
    /// The postcodes its parties carry, in order; empty where they are more than a few and so say nothing.
    pub postcodes: Vec<String>,
    /// In how many spellings names with the same words were published.
    pub spellings: u32,
}

/// All distinct names, and which party bears which.
#[derive(Debug, Default)]
pub struct Names {
    /// In the order of what they say.
    pub all: Vec<Name>,
    /// For each party its name; `None` where it is hidden.
    pub of_party: Vec<Option<u32>>,
    /// Names that carry one published number, with what the number is.
    pub numbered: Vec<(Number, Vec<u32>)>,
}

/// A published number that names its bearer.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Number {
    /// Companies House.
    Company(String),
    /// Charity register.
    Charity(String),
    /// One body's own number: the body, and the number.
    Supplier(String, String),
    /// VAT registration.
    Vat(String),
}

impl Number {
    /// The number in words, for an explanation.
    pub fn written(&self) -> String {
        match self {
            Number::Company(number) => format!("the company number {number}"),
            Number::Charity(number) => format!("the charity number {number}"),
            Number::Supplier(body, number) => format!("the supplier number {number} at {body}"),
            Number::Vat(number) => format!("the VAT number {number}"),
        }
    }
}

/// More postcodes than this belong to a firm with branches, or to a column that holds something else.
const MOST_POSTCODES: usize = 4;

/// Gathers the distinct names of `parties`.
pub fn gather(parties: &[Party<'_>]) -> Names {
    let said: Vec<Option<Name>> = parties.par_iter().map(name_of).collect();
    let mut order: Vec<u32> = (0..parties.len() as u32).filter(|party| said[*party as usize].is_some()).collect();
    let said_by = |party: u32| said[party as usize].as_ref().map(key);
    order.par_sort_by(|a, b| said_by(*a).cmp(&said_by(*b)));
    let mut names = Names { of_party: vec![None; parties.len()], ..Names::default() };
    for group in order.chunk_by(|a, b| said_by(*a) == said_by(*b)) {
        let mut name = said[group[0] as usize].clone().unwrap_or_default();
        for party in group {
            names.of_party[*party as usize] = Some(names.all.len() as u32);
            if let Some(other) = &said[*party as usize] {
                name.normal.may_be_cut |= other.normal.may_be_cut;
                name.postcodes.extend(other.postcodes.iter().cloned());
            }
        }
        name.postcodes.sort_unstable();
        name.postcodes.dedup();
        if name.postcodes.len() > MOST_POSTCODES {
            name.postcodes.clear();
        }
        names.all.push(name);
    }
    count_spellings(parties, &mut names);
    names.numbered = numbered(parties, &names.of_party);
    names
}

/// Names stand in the order of their words, so those with the same words stand together.
fn count_spellings(parties: &[Party<'_>], names: &mut Names) {
    let mut spellings: Vec<(u32, &str)> =
        names.of_party.iter().zip(parties).filter_map(|(name, party)| name.map(|name| (name, party.name))).collect();
    spellings.par_sort_unstable();
    spellings.dedup();
    for (name, _) in spellings {
        names.all[name as usize].spellings += 1;
    }
    for same in names.all.chunk_by_mut(|a, b| a.normal.main.words.iter().map(|w| &w.text).eq(b.normal.main.words.iter().map(|w| &w.text))) {
        let total = same.iter().map(|name| name.spellings).sum();
        same.iter_mut().for_each(|name| name.spellings = total);
    }
}

/// What one party says; `None` where its name is hidden.
pub fn name_of(party: &Party<'_>) -> Option<Name> {
    let normal = normalise(party.name);
    if is_hidden(&normal) {
        return None;
    }
    let company_number = party.company_number.and_then(company_number);
    Some(Name { normal, company_number, postcodes: party.postcode.and_then(postcode).into_iter().collect(), spellings: 0 })
}

/// The numbers one party carries.
pub fn numbers_of(party: &Party<'_>) -> Vec<Number> {
    let company = party.company_number.and_then(company_number).map(Number::Company);
    let charity = party.charity_number.and_then(charity_number).map(Number::Charity);
    let vat = party.vat_number.and_then(vat_number).map(Number::Vat);
    let supplier =
        party.body.zip(party.supplier_number.and_then(supplier_number)).map(|(body, number)| Number::Supplier(body.to_string(), number));
    [company, charity, supplier, vat].into_iter().flatten().collect()
}

fn key(name: &Name) -> (&Wording, &Vec<Wording>, Form, bool, &Option<String>) {
    (&name.normal.main, &name.normal.others, name.normal.form, name.normal.is_titled, &name.company_number)
}

fn numbered(parties: &[Party<'_>], of_party: &[Option<u32>]) -> Vec<(Number, Vec<u32>)> {
    let mut bearers: FxHashMap<Number, Vec<u32>> = FxHashMap::default();
    for (party, name) in parties.iter().zip(of_party) {
        for number in name.iter().flat_map(|_| numbers_of(party)) {
            bearers.entry(number).or_default().extend(name);
        }
    }
    let mut numbered: Vec<(Number, Vec<u32>)> = bearers.into_iter().collect();
    for (_, names) in &mut numbered {
        names.sort_unstable();
        names.dedup();
    }
    numbered.retain(|(_, names)| names.len() > 1);
    numbered.par_sort_unstable();
    numbered
}
