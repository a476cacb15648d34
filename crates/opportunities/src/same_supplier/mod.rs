//! Two or more bodies pay one supplier for the same family, separately.
//!
//! The rule: what each pays in its comparable year, added up where sharing could reach it. One opportunity for each
//! supplier and family. What the bodies say they already buy together is not proposed again.

use std::collections::BTreeSet;

use definitions::{OpportunityId, Pence, thousands, trust_fracture_points, trust_team};
use services::Family;

use crate::contracts::{Contracts, Running};
use crate::partners::{self, Part};
use crate::priors::prior;
use crate::profile::{BodyNumber, Profile, Row, SupplierNumber, whole_words};
use crate::ranking::Found;
use crate::score::{Judged, Step, score};
use crate::{Deadline, EvidenceWanted, FirstDate, Kind, LeftOut, Opportunity, cautions, succession, wording};

#[cfg(test)]
mod example;

/// Less than this a year in all is not worth a meeting.
const LEAST_YEARLY: Pence = Pence(1_000_000);
/// A body that pays less than this a year is not a partner in it.
const LEAST_OF_A_BODY: Pence = Pence(100_000);
/// Nor is one that paid once, unless it paid this much.
const LEAST_FOR_ONE_PAYMENT: Pence = Pence(1_000_000);
/// Months to agree on one price list or one contract where no contract is in the way.
const SET_UP_MONTHS: i32 = 6;
/// More deadlines than this are a register, not a warning.
const MOST_DEADLINES: usize = 12;

/// Every opportunity of this kind.
pub(crate) fn find(profile: &Profile<'_>, contracts: &Contracts<'_>) -> Vec<Found> {
    let mut found = Vec::new();
    let mut start = 0;
    for of_supplier in profile.rows.chunk_by(|a, b| a.supplier == b.supplier) {
        if let Some(supplier) = of_supplier[0].supplier.filter(|supplier| profile.supplier(*supplier).as_body().is_none()) {
            let mut place = start;
            for of_family in of_supplier.chunk_by(|a, b| a.family == b.family) {
                let group = Group { supplier, family: of_family[0].family, of_supplier, of_family, first_row: place };
                found.extend(group.found(profile, contracts));
                place += of_family.len();
            }
        }
        start += of_supplier.len();
    }
    found
}

/// True where a body pays enough to be a partner.
pub(crate) fn is_partner(row: &Row) -> bool {
    let pays_enough = row.yearly >= LEAST_OF_A_BODY && (row.payments >= 2 || row.yearly >= LEAST_FOR_ONE_PAYMENT);
    row.is_addressable() && pays_enough && row.family != Some(Family::VoluntarySector)
}

/// The rows of one supplier, and those of one family among them.
struct Group<'r> {
    supplier: SupplierNumber,
    family: Option<Family>,
    of_supplier: &'r [Row],
    of_family: &'r [Row],
    first_row: usize,
}

impl Group<'_> {
    fn found(&self, profile: &Profile<'_>, contracts: &Contracts<'_>) -> Option<Found> {
        let rows: Vec<usize> = (0..self.of_family.len()).filter(|place| is_partner(&self.of_family[*place])).collect();
        let mut parts: Vec<Part> = rows.iter().map(|place| part(&self.of_family[*place])).collect();
        let addressable: Pence = parts.iter().map(|part| part.yearly).sum();
        if parts.len() < 2 || addressable < LEAST_YEARLY {
            return None;
        }
        partners::largest_first(&mut parts);
        let running = self.running(contracts, &parts);
        let joint = joint_bodies(profile, &parts, &running);
        // They buy it together already; there is nothing to propose.
        if joint.len() == parts.len() {
            return None;
        }
        let opportunity = self.opportunity(profile, &parts, &running, &joint);
        Some(Found { opportunity, rows: rows.iter().map(|place| self.first_row + place).collect(), contracts: Vec::new() })
    }

    /// Contracts of these bodies with the supplier, for this family or for one not known.
    fn running<'c, 'p>(&self, contracts: &'c Contracts<'p>, parts: &[Part]) -> Vec<&'c Running<'p>> {
        let is_theirs = |contract: &&Running<'_>| parts.iter().any(|part| part.body == contract.body);
        let is_of_family = |family: Option<Family>| family.is_none() || self.family.is_none() || family == self.family;
        let mut running: Vec<&Running<'_>> =
            contracts.of_supplier(self.supplier).filter(is_theirs).filter(|contract| is_of_family(contract.facts.family)).collect();
        running.sort_by_key(|contract| (contract.end, contract.body));
        running
    }

    fn opportunity(&self, profile: &Profile<'_>, parts: &[Part], running: &[&Running<'_>], joint: &BTreeSet<BodyNumber>) -> Opportunity {
        let place = profile.place;
        let addressable: Pence = parts.iter().map(|part| part.yearly).sum();
        let left_out = self.left_out(parts);
        let is_framework = running.iter().any(|contract| contract.names_a_framework());
        let saving = prior(self.family, partners::for_prior(profile, parts, is_framework)).saving(addressable);
        let points = trust_fracture_points(parts.len());
        let first_date = first_date(profile, running);
        let score = score(&Judged {
            today: place.today,
            saving: Some(&saving),
            first_date: Some(&first_date),
            trust_fracture_points: points,
            are_of_one_kind: partners::are_of_one_kind(profile, parts),
            step: Step::Small,
            only_a_part: self.family.map_or(Some(cautions::UNNAMED), cautions::only_a_part),
            grounds: partners::grounds(profile, parts, !running.is_empty(), self.family.is_some()),
        });
        let supplier = profile.supplier(self.supplier);
        Opportunity {
            id: self.id(profile),
            kind: Kind::SameSupplier,
            title: format!(
                "{} bodies pay {} separately for {}",
                wording::count(parts.len()),
                supplier.name(),
                wording::family(self.family)
            ),
            summary: self.summary(profile, parts, running),
            bodies: partners::shares_by_payments(profile, parts),
            suppliers: vec![supplier.id.clone()],
            suppliers_in_all: 1,
            family: self.family,
            total_yearly: addressable + left_out.iter().map(|left| left.yearly).sum(),
            addressable_yearly: addressable,
            left_out,
            saving: Some(saving),
            trust_fracture_points: points,
            team: trust_team(points),
            first_date: Some(first_date),
            deadlines: deadlines(profile, running),
            contracts: Vec::new(),
            cautions: self.cautions(profile, parts, joint),
            harms: Vec::new(),
            score,
            overlaps: Vec::new(),
            counted_once_yearly: Pence::ZERO,
            evidence: partners::evidence(profile, parts, |year, part| EvidenceWanted {
                body: profile.body(part.body).id.clone(),
                supplier: Some(supplier.id.clone()),
                family: self.family,
                year,
            }),
        }
    }

    /// Kind and subject only, so that the name survives a body that joins or leaves. No name holds two hyphens together.
    fn id(&self, profile: &Profile<'_>) -> OpportunityId {
        let family = self.family.map_or("not-classified", Family::code);
        OpportunityId::new(&format!("same-supplier-{}--{family}", profile.supplier(self.supplier).id))
    }

    fn summary(&self, profile: &Profile<'_>, parts: &[Part], running: &[&Running<'_>]) -> String {
        let names = wording::list(&partners::names(profile, parts));
        let payments: u64 = parts.iter().map(|part| part.lines).sum();
        let all: Pence = parts.iter().map(|part| part.yearly).sum();
        let contracts = match running.first() {
            Some(first) => format!("Of their contracts with it, {} known, the first ends on {}.", running.len(), first.end.long()),
            None => "No contract with it was found in their registers.".to_string(),
        };
        let supplier = profile.supplier(self.supplier).name();
        format!("{names} each pay {supplier}: {} a year in all, in {} payments. {contracts}", all.short(), thousands(payments))
    }

    fn left_out(&self, parts: &[Part]) -> Vec<LeftOut> {
        let is_part = |row: &Row| parts.iter().any(|part| part.body == row.body);
        let mut left_out = Vec::new();
        let mut leave = |yearly: Pence, why: String| {
            if yearly > Pence::ZERO {
                left_out.push(LeftOut { yearly, why });
            }
        };
        let reachable = |row: &&Row| row.reason.is_none();
        let elsewhere = self.of_supplier.iter().filter(|row| row.family != self.family && is_part(row)).filter(reachable);
        leave(elsewhere.map(|row| row.yearly).sum(), "What the same bodies pay it for other things.".to_string());
        let small = self.of_family.iter().filter(reachable).filter(|row| !is_partner(row));
        leave(
            small.map(|row| row.yearly).sum(),
            format!("Bodies that pay it less than {} a year, or once.", LEAST_OF_A_BODY.whole_pounds()),
        );
        let reasons: BTreeSet<_> = self.of_supplier.iter().filter_map(|row| row.reason).collect();
        for reason in reasons {
            let rows = self.of_supplier.iter().filter(|row| row.reason == Some(reason) && is_part(row));
            leave(rows.map(|row| row.yearly).sum(), wording::reason(reason).to_string());
        }
        left_out
    }

    fn cautions(&self, profile: &Profile<'_>, parts: &[Part], joint: &BTreeSet<BodyNumber>) -> Vec<String> {
        let mut all = vec![cautions::NAMES.to_string()];
        all.push(if self.family.is_some() { cautions::WORDS } else { cautions::NOT_CLASSIFIED }.to_string());
        if !joint.is_empty() {
            let names: Vec<&str> = joint.iter().map(|body| profile.body(*body).name()).collect();
            all.push(format!(
                "A contract of {} with it is published as joint; ask whether the others can join that one.",
                wording::list(&names)
            ));
        }
        all.extend(self.family.and_then(cautions::of_family).map(str::to_string));
        all.extend(partners::year_cautions(profile, parts));
        all.extend(succession::cautions(profile, parts.iter().map(|part| part.body)));
        all.push(cautions::BASIS.to_string());
        all.push(cautions::BEFORE_COSTS.to_string());
        all
    }
}

fn part(row: &Row) -> Part {
    Part { body: row.body, yearly: row.yearly, lines: row.payments, suppliers: 1 }
}

/// Bodies that publish their contract with the supplier as joint, or are named in one that is.
fn joint_bodies(profile: &Profile<'_>, parts: &[Part], running: &[&Running<'_>]) -> BTreeSet<BodyNumber> {
    let mut joint = BTreeSet::new();
    for contract in running {
        let Some(words) = contract.joint_words() else { continue };
        joint.insert(contract.body);
        let words = whole_words(words);
        let is_named = |part: &&Part| words.contains(&profile.body(part.body).as_words);
        joint.extend(parts.iter().filter(is_named).map(|part| part.body));
    }
    joint
}

/// The first contract to end with time to prepare, or else the time it takes to set up.
fn first_date(profile: &Profile<'_>, running: &[&Running<'_>]) -> FirstDate {
    let ready = profile.place.today.plus_months(SET_UP_MONTHS);
    match running.iter().find(|contract| contract.end >= ready) {
        Some(first) => {
            let body = profile.body(first.body).name();
            FirstDate {
                day: first.end,
                why: format!("The contract of {body}, {}, ends then: the first with time to prepare.", first.facts.title.trim()),
            }
        }
        None => {
            FirstDate { day: ready, why: format!("No contract is known to stand in the way; {SET_UP_MONTHS} months to agree and set up.") }
        }
    }
}

fn deadlines(profile: &Profile<'_>, running: &[&Running<'_>]) -> Vec<Deadline> {
    let upcoming = running.iter().filter(|contract| contract.end >= profile.place.today).take(MOST_DEADLINES);
    let mut deadlines: Vec<Deadline> = upcoming
        .map(|contract| {
            let body = profile.body(contract.body);
            let day = contract.end.plus_months(-SET_UP_MONTHS).max(profile.place.today);
            let what = format!(
                "{} must say whether it renews {} alone: it ends on {}.",
                body.name(),
                contract.facts.title.trim(),
                contract.end.long()
            );
            Deadline { day, what, body: Some(body.id.clone()) }
        })
        .collect();
    deadlines.sort_by(|a, b| (a.day, &a.body, &a.what).cmp(&(b.day, &b.body, &b.what)));
    deadlines
}
