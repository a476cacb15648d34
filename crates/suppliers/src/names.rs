//! The distinct names among the parties.
//!
//! The rule: parties whose names say the same, and who do not carry different company numbers, are
//! one name here before anything is compared. Names stand in the order of what they say, so the
//! order in which parties came changes nothing. Hidden names are not among them.

use rayon::prelude::*;
use rustc_hash::{FxHashMap, FxHashSet};

use crate::Party;
use crate::contradictions::Settled;
use crate::forms::Form;
use crate::identifiers::{charity_number, company_number, postcode, supplier_number, vat_number};
use crate::normal::{Normal, Wording, is_hidden, normalise};
use crate::ties::judged_names;

/// One distinct name.
#[derive(Clone, Debug, Default)]
pub struct Name {
    /// What it says.
    pub normal: Normal,
    /// The company number its parties carry.
    pub company_number: Option<String>,
    /// The postcodes its parties carry, in order; empty where they are more than a few and so say nothing.
    pub postcodes: Vec<String>,
    /// In how many spellings it was published.
    pub spellings: u32,
    /// The judged name its parties are, where somebody judged them.
    pub judged: Option<u32>,
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

/// Gathers the distinct names of `parties`. Parties that were judged are a name of their own, for a judgement may keep them apart
/// from others that say the same.
pub fn gather(parties: &[Party<'_>], settled: &Settled) -> Names {
    let mut said: Vec<Option<Name>> = parties.par_iter().map(name_of).collect();
    for (name, judged) in said.iter_mut().zip(judged_names(parties, settled)) {
        name.iter_mut().for_each(|name| name.judged = judged);
    }
    doubt_company_numbers(parties, &mut said);
    let order = in_order(&said);
    let mut names = Names { of_party: vec![None; parties.len()], ..Names::default() };
    let mut start = 0;
    while start < order.len() {
        let is_same = |(letters, party): &&(u64, u32)| *letters == order[start].0 && key_of(&said, *party) == key_of(&said, order[start].1);
        let end = start + order[start..].iter().take_while(is_same).count();
        let bearers = &order[start..end];
        bearers.iter().for_each(|(_, party)| names.of_party[*party as usize] = Some(names.all.len() as u32));
        names.all.extend(one_name(parties, &mut said, bearers));
        start = end;
    }
    names.numbered = numbered(parties, &names);
    names
}

/// Takes away the company numbers of a name for which one body published two: it has mixed up its suppliers, and neither
/// number can be believed. Two bodies with a number each for one name are two firms.
fn doubt_company_numbers(parties: &[Party<'_>], said: &mut [Option<Name>]) {
    let numbered = |party: usize| {
        let (body, name) = (parties[party].body?, said[party].as_ref()?);
        Some(((body, &name.normal.main, name.normal.form), name.company_number.as_ref()?))
    };
    let mut first: FxHashMap<_, &String> = FxHashMap::default();
    let mut mixed_up: FxHashSet<_> = FxHashSet::default();
    for (published, number) in (0..parties.len()).filter_map(numbered) {
        if **first.entry(published).or_insert(number) != *number {
            mixed_up.insert(published);
        }
    }
    let is_doubtful = |party: &usize| numbered(*party).is_some_and(|(published, _)| mixed_up.contains(&published));
    let doubtful: Vec<usize> = (0..parties.len()).filter(is_doubtful).collect();
    for party in doubtful {
        said[party].iter_mut().for_each(|name| name.company_number = None);
    }
}

/// The parties whose names are not hidden, in the order of what they say, each with its first letters, which settle most comparisons.
fn in_order(said: &[Option<Name>]) -> Vec<(u64, u32)> {
    let first_letters = |name: &Name| name.normal.main.text.bytes().chain([0; 8]).take(8).fold(0, |all, byte| all << 8 | u64::from(byte));
    let mut order: Vec<(u64, u32)> =
        said.iter().zip(0..).filter_map(|(name, party)| name.as_ref().map(|name| (first_letters(name), party))).collect();
    let by_name = |a: u32, b: u32| key_of(said, a).cmp(&key_of(said, b));
    order.par_sort_unstable_by(|a, b| a.0.cmp(&b.0).then_with(|| by_name(a.1, b.1)).then(a.1.cmp(&b.1)));
    order
}

/// The one name that `bearers` say, with what stands beside it anywhere.
fn one_name(parties: &[Party<'_>], said: &mut [Option<Name>], bearers: &[(u64, u32)]) -> Option<Name> {
    let mut name = said[bearers[0].1 as usize].take()?;
    for other in bearers[1..].iter().filter_map(|(_, party)| said[*party as usize].take()) {
        name.normal.may_be_cut |= other.normal.may_be_cut;
        name.postcodes.extend(other.postcodes);
    }
    name.postcodes.sort_unstable();
    name.postcodes.dedup();
    if name.postcodes.len() > MOST_POSTCODES {
        name.postcodes.clear();
    }
    let mut spellings: Vec<&str> = bearers.iter().map(|(_, party)| parties[*party as usize].name).collect();
    spellings.sort_unstable();
    spellings.dedup();
    name.spellings = spellings.len() as u32;
    Some(name)
}

/// What one party says; `None` where its name is hidden.
pub fn name_of(party: &Party<'_>) -> Option<Name> {
    let normal = normalise(party.name);
    if is_hidden(&normal) {
        return None;
    }
    let company_number = party.company_number.and_then(company_number);
    Some(Name { normal, company_number, postcodes: party.postcode.and_then(postcode).into_iter().collect(), spellings: 0, judged: None })
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

type Key<'a> = (&'a Wording, &'a Vec<Wording>, Form, &'a Option<String>, bool, &'a Option<String>, Option<u32>);

/// What must be the same for two parties to be one name.
fn key_of(said: &[Option<Name>], party: u32) -> Option<Key<'_>> {
    let name = said[party as usize].as_ref()?;
    let Normal { main, others, form, written, is_titled, .. } = &name.normal;
    Some((main, others, *form, written, *is_titled, &name.company_number, name.judged))
}

fn numbered(parties: &[Party<'_>], known: &Names) -> Vec<(Number, Vec<u32>)> {
    let mut bearers: FxHashMap<Number, Vec<u32>> = FxHashMap::default();
    for (party, name) in parties.iter().zip(&known.of_party) {
        let Some(name) = name else { continue };
        let is_believed = known.all[*name as usize].company_number.is_some();
        for number in numbers_of(party).into_iter().filter(|number| is_believed || !matches!(number, Number::Company(_))) {
            bearers.entry(number).or_default().push(*name);
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
