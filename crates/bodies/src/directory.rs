//! The directory: which body a name, a code or an address means.
//!
//! The rule: a name means a body when exactly one fits; two that fit are none. Of two bodies with one name in one place, the
//! one that still exists is meant, unless the words say the other. It never guesses from a part of a word.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use definitions::{BodyId, Day};

use crate::naming::{Cut, Sort, cut, is_of_ledger, place_of, words};
use crate::{Body, BodyKind, Ending, Renaming, changes, table};

/// Known bodies, and the names people write for them.
#[derive(Clone, Default)]
pub struct Directory {
    bodies: Vec<Body>,
    by_id: BTreeMap<BodyId, usize>,
    /// GSS codes and those of older lists, upper-case.
    by_code: BTreeMap<String, usize>,
    /// Whole names, with joining words left out: `trafford metropolitan borough council`.
    by_name: BTreeMap<String, BTreeSet<usize>>,
    /// Places: `trafford`.
    by_place: BTreeMap<String, BTreeSet<usize>>,
    counties: BTreeMap<usize, BodyId>,
    combined: BTreeMap<usize, BodyId>,
    pub(crate) endings: BTreeMap<BodyId, Ending>,
    /// Earlier names, oldest first.
    pub(crate) renamings: Vec<Renaming>,
}

impl Directory {
    /// Every UK local authority, police force, fire authority, combined authority, national park and care board of our own table.
    pub fn uk() -> Directory {
        static UK: LazyLock<Directory> = LazyLock::new(|| {
            let mut directory = Directory::default();
            let known = changes::known();
            for entry in table::entries() {
                directory.endings.extend(known.ending_of(&entry.body).map(|ending| (entry.body.id.clone(), ending)));
                let place = directory.insert(entry.body, &entry.other_names);
                for code in entry.old_codes {
                    directory.by_code.insert(code.to_uppercase(), place);
                }
                if let Some(county) = entry.county {
                    directory.counties.insert(place, county);
                }
                if let Some(combined) = entry.combined {
                    directory.combined.insert(place, combined);
                }
            }
            known.renamings.into_iter().for_each(|renaming| directory.add_renaming(renaming));
            directory
        });
        UK.clone()
    }

    /// Adds or replaces a body (from `place.toml`), with other names people write for it. What the new entry leaves unsaid
    /// (code, region, point, residents, days) stays as it was known.
    pub fn add(&mut self, body: Body, other_names: &[String]) {
        self.insert(body, other_names);
    }

    /// Adds an earlier name of a body, by which it stays known.
    pub fn add_renaming(&mut self, renaming: Renaming) {
        if let Some(place) = self.by_id.get(&renaming.body).copied() {
            self.index(place, std::slice::from_ref(&renaming.before));
        }
        self.renamings.push(renaming);
        self.renamings.sort_by_key(|renaming| renaming.day);
    }

    /// The official name of a body on `day`: `Shepway District Council` until 2018.
    pub fn name_on(&self, id: &BodyId, day: Day) -> Option<&str> {
        let earlier = self.renamings.iter().find(|renaming| renaming.body == *id && day < renaming.day);
        earlier.map(|renaming| renaming.before.as_str()).or_else(|| self.get(id).map(|body| body.name.as_str()))
    }

    /// The body with this id.
    pub fn get(&self, id: &BodyId) -> Option<&Body> {
        self.by_id.get(id).map(|place| &self.bodies[*place])
    }

    /// Every body, in the order of the table and then of adding.
    pub fn bodies(&self) -> impl Iterator<Item = &Body> {
        self.bodies.iter()
    }

    /// The county council in whose area a district lies or lay.
    pub fn county_of(&self, id: &BodyId) -> Option<&Body> {
        self.by_id.get(id).and_then(|place| self.counties.get(place)).and_then(|county| self.get(county))
    }

    /// The combined authority in whose area a council lies today; for London, the Greater London Authority.
    pub fn combined_authority_of(&self, id: &BodyId) -> Option<&Body> {
        self.by_id.get(id).and_then(|place| self.combined.get(place)).and_then(|combined| self.get(combined))
    }

    /// The councils of today in whose areas a body works: a county's districts; a combined authority's councils, of both tiers;
    /// those of a force's or a care board's area, counties as their districts. Empty for a district, and where nobody has said.
    pub fn councils_of(&self, id: &BodyId) -> Vec<&Body> {
        let is_in = |of: &BTreeMap<usize, BodyId>, place: usize| of.get(&place) == Some(id);
        let is_own = |place: usize| is_in(&self.counties, place) || is_in(&self.combined, place);
        let own = self.bodies.iter().enumerate().filter(|(place, body)| body.last_day.is_none() && is_own(*place)).map(|(_, body)| body);
        let of_area = table::councils_of_area(id).filter_map(|council| self.get(&council));
        let with_districts = of_area.flat_map(|council| match council.kind {
            BodyKind::County => self.councils_of(&council.id),
            _ => vec![council],
        });
        own.chain(with_districts).collect()
    }

    /// Thousands of residents in mid-2022, where they are counted.
    pub fn thousand_residents(&self, id: &BodyId) -> Option<f64> {
        self.get(id).and_then(|body| body.thousand_residents)
    }

    /// The body with this ONS code, such as `E07000063`, today or formerly.
    pub fn with_code(&self, code: &str) -> Option<&Body> {
        let is_code = code.len() == 9 && code.starts_with(['E', 'W', 'S', 'N']) && code[1..].bytes().all(|byte| byte.is_ascii_digit());
        self.by_code.get(code).filter(|_| is_code).map(|place| &self.bodies[*place])
    }

    /// The body meant by a name as people and files write it: `Brighton & Hove CC`, `ESCC`, `wealden`, `Bolton MBC`,
    /// `lancashire-fire`, a GSS code, a statistics.data.gov.uk address. `None` when nothing or more than one thing fits.
    pub fn named(&self, text: &str) -> Option<&Body> {
        let text = text.trim();
        if let Some((_, address)) = text.split_once("://") {
            return self.at_address(address);
        }
        let by_code = || self.by_code.get(&text.to_uppercase()).copied();
        let by_id = || self.by_id.get(&BodyId::new(&text.to_lowercase())).copied();
        let place = by_code().or_else(by_id).or_else(|| self.place_named(&words(text)));
        place.map(|place| &self.bodies[place])
    }

    /// The body a supplier's name means, stricter than [`Directory::named`]: the text must carry words that say it is a body
    /// (Council, Constabulary, Fire and Rescue, Integrated Care Board …) and none that say it is something else, so that
    /// `Bolton Removals` is never Bolton, nor `Horwich Town Council`, nor a school with `Borough` in its name.
    pub fn paid_as_supplier(&self, supplier: &str) -> Option<&Body> {
        let mut parts = supplier.split('#').map(|part| self.place_paid(part)).filter(|place| place.is_some());
        let first = parts.next().flatten()?;
        parts.all(|place| place == Some(first)).then(|| &self.bodies[first])
    }

    /// The public body a supplier's name means: one that [`Directory::paid_as_supplier`] knows, or a health body by its words.
    pub fn public_body(&self, supplier: &str) -> Option<BodyId> {
        self.paid_as_supplier(supplier).map(|body| body.id.clone()).or_else(|| crate::health::health_body(supplier))
    }

    /// Takes an ending that was checked.
    pub(crate) fn take_ending(&mut self, ending: Ending) {
        if let Some(body) = self.by_id.get(&ending.body).and_then(|place| self.bodies.get_mut(*place)) {
            body.last_day = Some(ending.last_day);
            body.successors = ending.followers.iter().map(|follower| follower.body.clone()).collect();
        }
        self.endings.insert(ending.body.clone(), ending);
    }

    fn insert(&mut self, mut body: Body, other_names: &[String]) -> usize {
        let place = self.by_id.get(&body.id).copied().unwrap_or(self.bodies.len());
        match self.bodies.get_mut(place) {
            Some(known) => {
                body.gss = body.gss.or(known.gss.take());
                body.region = body.region.or(known.region);
                body.at = body.at.or(known.at);
                body.thousand_residents = body.thousand_residents.or(known.thousand_residents);
                body.first_day = body.first_day.or(known.first_day);
                body.last_day = body.last_day.or(known.last_day);
                if body.successors.is_empty() {
                    body.successors = std::mem::take(&mut known.successors);
                }
                *known = body;
            }
            None => self.bodies.push(body),
        }
        self.index(place, other_names);
        place
    }

    fn index(&mut self, place: usize, other_names: &[String]) {
        let body = self.bodies[place].clone();
        self.by_id.insert(body.id.clone(), place);
        if let Some(gss) = &body.gss {
            self.by_code.insert(gss.to_uppercase(), place);
        }
        let id_as_name = body.id.as_str().to_string();
        for name in other_names.iter().chain([&body.name, &body.short_name, &id_as_name]) {
            let words = words(name);
            self.by_name.entry(place_of(&words)).or_default().insert(place);
            self.by_place.entry(place_of(&words)).or_default().insert(place);
            let cut = cut(&words).place;
            // London is more than the City of London, so the bare name of the one never means the other.
            if !cut.is_empty() && (cut != "london" || !body.kind.is_council()) {
                self.by_place.entry(cut).or_default().insert(place);
            }
        }
        // `ESCC`, `GMCA`, `BHCC`: the initials of the official name, of use where they are those of one body alone.
        let initials: String = place_of(&words(&body.name)).split(' ').filter_map(|word| word.chars().next()).collect();
        if initials.len() >= 3 {
            self.by_name.entry(initials).or_default().insert(place);
        }
    }

    /// `statistics.data.gov.uk/id/local-authority/00ML`, `…/metropolitan-district-council/trafford`: the last part is a code
    /// or a name, and the part before it may say the sort.
    fn at_address(&self, address: &str) -> Option<&Body> {
        let (_, path) = address.split(['?', '#']).next()?.split_once('/')?;
        let mut parts = path.trim_end_matches('/').rsplit('/');
        let (last, before) = (parts.next()?, parts.next().unwrap_or(""));
        if let Some(place) = self.by_code.get(&last.to_uppercase()) {
            return Some(&self.bodies[*place]);
        }
        let with_sort = words(&format!("{last} {before}"));
        let place = self.place_named(&with_sort).or_else(|| self.place_named(&words(last)));
        place.map(|place| &self.bodies[place])
    }

    fn place_named(&self, words: &[String]) -> Option<usize> {
        let cut = cut(words);
        if words.is_empty() {
            return None;
        }
        if let Some(found) = self.by_name.get(&place_of(words)) {
            // A whole name of one body alone means it, whatever sort its words speak of: an association of councils is no council.
            return only(found.iter()).or_else(|| self.the_one(found, cut.sort));
        }
        if cut.is_another {
            return None;
        }
        self.the_one(self.by_place.get(&cut.place)?, cut.sort)
    }

    /// The body a supplier's name means, whole or before a bracket or a dash, behind which a body's own departments stand.
    fn place_paid(&self, text: &str) -> Option<usize> {
        let whole = self.place_said(text);
        if whole.is_some() || cut(&words(text)).is_another {
            return whole;
        }
        let end = [" - ", "("].iter().filter_map(|mark| text.find(mark)).min()?;
        self.place_said(&text[..end])
    }

    fn place_said(&self, text: &str) -> Option<usize> {
        let mut words = words(text);
        let whole = cut(&words);
        if !whole.is_plain || whole.is_another {
            return None;
        }
        if let Some(place) = self.paid(&whole, &words) {
            return Some(place);
        }
        // What a ledger adds at the end is taken off a word at a time, and the sort must still be said.
        while words.last().is_some_and(|word| is_of_ledger(word)) {
            words.pop();
            let shorter = cut(&words);
            if let Some(place) = Some(shorter).filter(|cut| cut.is_plain).and_then(|cut| self.paid(&cut, &words)) {
                return Some(place);
            }
        }
        None
    }

    fn paid(&self, cut: &Cut, words: &[String]) -> Option<usize> {
        let whole = self.by_name.get(&place_of(words)).and_then(|found| self.the_one(found, cut.sort));
        whole.or_else(|| self.the_one(self.by_place.get(&cut.place)?, cut.sort))
    }

    /// The one body of these that is meant. A bare name of a place means its council; `County` means the county's, `District`
    /// the district's; and what exists is meant before what was abolished.
    fn the_one(&self, found: &BTreeSet<usize>, sort: Option<Sort>) -> Option<usize> {
        let fits = |place: &&usize| sort.is_none_or(|sort| sort.fits(self.bodies[**place].kind));
        let is_county = |place: &&usize| sort == Some(Sort::CountyCouncil) && self.bodies[**place].kind == BodyKind::County;
        let is_council = |place: &&usize| sort.is_none() && self.bodies[**place].kind.is_council();
        let exists = |place: &&usize| self.bodies[**place].last_day.is_none() || self.is_end_planned(&self.bodies[**place].id);
        let fitting = || found.iter().filter(fits);
        only(fitting().filter(is_county))
            .or_else(|| only(fitting()))
            .or_else(|| only(fitting().filter(exists)))
            .or_else(|| only(fitting().filter(is_council)))
            .or_else(|| only(fitting().filter(is_council).filter(exists)))
    }
}

/// The one there is, and nothing where there are more.
fn only<'a>(mut places: impl Iterator<Item = &'a usize>) -> Option<usize> {
    let first = places.next()?;
    places.next().is_none().then_some(*first)
}

#[cfg(test)]
mod tests;
