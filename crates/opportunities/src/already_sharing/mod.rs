//! One body pays another regularly for a service: sharing that exists, for the register.
//!
//! The rule: regular means six months of a year, or four payments in each of two years running. Precepts, levies,
//! grants and the like are not services. Nothing new is proposed, so no saving is claimed and no pound is counted.

use std::collections::BTreeMap;

use definitions::{BodyId, FinancialYear, OpportunityId, Pence, trust_fracture_points, trust_team};
use services::{Family, NotAddressable};

use crate::profile::{BodyNumber, Profile, SupplierNumber};
use crate::ranking::Found;
use crate::score::{Grounds, Judged, Step, score};
use crate::{BodyShare, EvidenceWanted, Kind, LeftOut, Opportunity, SpendLine, cautions, succession, wording};

#[cfg(test)]
mod example;

/// Payments in this many months of a year are regular.
const REGULAR_MONTHS: u32 = 6;
/// So are this many payments in each of two years running.
const REGULAR_PAYMENTS: u64 = 4;
/// Less than this a year in all is a favour, not a shared service.
const LEAST_YEARLY: Pence = Pence(500_000);

/// Every opportunity of this kind.
pub(crate) fn find(profile: &Profile<'_>) -> Vec<Found> {
    let mut arrangements: BTreeMap<(SupplierNumber, Option<Family>), BTreeMap<BodyNumber, Years>> = BTreeMap::new();
    for (line, (payer, payee)) in profile.place.spend.iter().zip(&profile.lines) {
        if let Some(provider) = payee.filter(|payee| !profile.has_ended(*payer) && is_between_bodies(profile, line, *payee)) {
            let years = arrangements.entry((provider, line.family)).or_default().entry(*payer).or_default();
            years.entry(line.year).or_default().add(line);
        }
    }
    let found = arrangements.iter().filter_map(|((provider, family), payers)| {
        let mut regular: Vec<Regular> = payers.iter().filter_map(|(payer, years)| regular(profile, *payer, years)).collect();
        regular.sort_by(|a, b| b.yearly.cmp(&a.yearly).then(a.payer.cmp(&b.payer)));
        let all: Pence = regular.iter().map(|one| one.yearly).sum();
        let is_worth_writing_down = !regular.is_empty() && all >= LEAST_YEARLY;
        is_worth_writing_down.then(|| Arrangement { profile, provider: *provider, family: *family, payers: regular }.found())
    });
    found.collect()
}

/// True where a line is one public body paying another for a service.
fn is_between_bodies(profile: &Profile<'_>, line: &SpendLine, provider: SupplierNumber) -> bool {
    let is_service = matches!(line.not_addressable, None | Some(NotAddressable::BetweenBodies));
    is_service
        && line.family != Some(Family::VoluntarySector)
        && profile.supplier(provider).as_body().is_some_and(|body| *body != line.body)
}

/// What one body paid for one family, year by year.
type Years = BTreeMap<FinancialYear, Paid>;

/// What was paid in one year.
#[derive(Clone, Copy, Default)]
struct Paid {
    pence: i128,
    payments: u64,
    months: u16,
}

impl Paid {
    fn add(&mut self, line: &SpendLine) {
        self.pence += i128::from(line.paid.0);
        self.payments = self.payments.saturating_add(line.payments);
        self.months |= line.months;
    }

    fn months(&self) -> u32 {
        (self.months & 0xFFF).count_ones()
    }
}

/// A body that pays regularly, in the latest year in which it did.
struct Regular {
    payer: BodyNumber,
    year: FinancialYear,
    yearly: Pence,
    paid: Paid,
}

fn regular(profile: &Profile<'_>, payer: BodyNumber, years: &Years) -> Option<Regular> {
    let often = |year: &FinancialYear| years.get(year).is_some_and(|paid| paid.payments >= REGULAR_PAYMENTS);
    let is_regular =
        |year: &FinancialYear, paid: &Paid| paid.months() >= REGULAR_MONTHS || (often(year) && often(&FinancialYear(year.0 - 1)));
    let (year, paid) = years.iter().rev().find(|(year, paid)| paid.pence > 0 && is_regular(year, paid))?;
    // Scaled up only where the body is looked at in that very year; other years are shown as paid.
    let scaled =
        profile.body(payer).comparable.filter(|comparable| comparable.year == *year).map(|comparable| comparable.yearly(paid.pence));
    let yearly = scaled.unwrap_or_else(|| Pence(i64::try_from(paid.pence).unwrap_or(i64::MAX)));
    Some(Regular { payer, year: *year, yearly, paid: *paid })
}

/// Bodies that pay one provider for one family.
struct Arrangement<'n, 'p> {
    profile: &'n Profile<'p>,
    provider: SupplierNumber,
    family: Option<Family>,
    payers: Vec<Regular>,
}

impl Arrangement<'_, '_> {
    fn found(&self) -> Found {
        let provider = self.profile.supplier(self.provider);
        let total: Pence = self.payers.iter().map(|one| one.yearly).sum();
        let points = trust_fracture_points(self.payers.len() + 1);
        let opportunity = Opportunity {
            id: OpportunityId::new(&format!("already-sharing-{}--{}", provider.id, self.family.map_or("not-classified", Family::code))),
            kind: Kind::AlreadySharing,
            title: self.title(),
            summary: self.summary(total),
            bodies: self.payers.iter().map(|one| self.share(one)).collect(),
            suppliers: vec![provider.id.clone()],
            suppliers_in_all: 1,
            family: self.family,
            total_yearly: total,
            addressable_yearly: Pence::ZERO,
            left_out: vec![LeftOut {
                yearly: total,
                why: "It is shared already, so nothing new is proposed and no saving is claimed.".to_string(),
            }],
            saving: None,
            trust_fracture_points: points,
            team: trust_team(points),
            first_date: None,
            deadlines: Vec::new(),
            contracts: Vec::new(),
            cautions: self.cautions(),
            harms: Vec::new(),
            score: score(&Judged {
                today: self.profile.place.today,
                saving: None,
                first_date: None,
                trust_fracture_points: points,
                are_of_one_kind: self.are_of_one_kind(),
                step: Step::None,
                only_a_part: None,
                grounds: self.grounds(total),
            }),
            overlaps: Vec::new(),
            counted_once_yearly: Pence::ZERO,
            evidence: self.payers.iter().map(|one| self.evidence(one)).collect(),
        };
        Found { opportunity, rows: Vec::new(), contracts: Vec::new() }
    }

    fn title(&self) -> String {
        let provider = self.profile.supplier(self.provider).name();
        let family = wording::family(self.family);
        match self.payers.as_slice() {
            [one] => format!("{} already pays {provider} for {family}", self.profile.body(one.payer).name()),
            many => format!("{} bodies already pay {provider} for {family}", wording::count(many.len())),
        }
    }

    fn summary(&self, total: Pence) -> String {
        let provider = self.profile.supplier(self.provider);
        let names: Vec<&str> = self.payers.iter().map(|one| self.profile.body(one.payer).name()).collect();
        let pay = if names.len() == 1 { "pays" } else { "pay" };
        let where_from = if self.provider_body().is_some() { "of this place" } else { "that published nothing here" };
        format!(
            "{} {pay} {}, a public body {where_from}, {} a year for {}, regularly. It looks like a shared service: put it on the register with \
             its dates, legal form and terms, and ask whether others could join. No saving is claimed, because it is shared already.",
            wording::list(&names),
            provider.name(),
            total.short(),
            wording::family(self.family)
        )
    }

    /// Payers and provider, where the provider is a body that published something.
    fn partners(&self) -> impl Iterator<Item = BodyNumber> {
        let provider = self.provider_body().and_then(|body| self.profile.body_number(body));
        self.payers.iter().map(|one| one.payer).chain(provider)
    }

    /// The provider among the bodies that published something.
    fn provider_body(&self) -> Option<&BodyId> {
        let id = self.profile.supplier(self.provider).as_body()?;
        let number = self.profile.body_number(id)?;
        self.profile.body(number).facts.map(|facts| &facts.id)
    }

    fn are_of_one_kind(&self) -> bool {
        let of = |number: BodyNumber| self.profile.body(number).facts.map(|facts| facts.kind);
        let provider = self.provider_body().and_then(|id| self.profile.body_number(id)).and_then(of);
        provider.is_some() && self.payers.iter().all(|one| of(one.payer) == provider)
    }

    fn share(&self, one: &Regular) -> BodyShare {
        let body = self.profile.body(one.payer);
        let comparable = body.comparable.filter(|comparable| comparable.year == one.year);
        let months = comparable.map_or(12, |comparable| comparable.months);
        BodyShare { body: body.id.clone(), yearly: one.yearly, year: Some(one.year), months, lines: one.paid.payments, suppliers: 1 }
    }

    /// Regularity stands for months published: a payment every month is as good as it gets.
    fn grounds(&self, total: Pence) -> Grounds {
        let weighted: f64 = self.payers.iter().map(|one| one.yearly.as_pounds() * f64::from(one.paid.months())).sum();
        let months = if total > Pence::ZERO { weighted / total.as_pounds() } else { 0.0 };
        Grounds { months, has_contracts: false, is_classified: self.family.is_some(), is_comparable: self.is_current() }
    }

    /// True where every payer still paid in the year in which it is looked at.
    fn is_current(&self) -> bool {
        self.payers.iter().all(|one| self.profile.body(one.payer).comparable.is_none_or(|comparable| comparable.year <= one.year))
    }

    fn cautions(&self) -> Vec<String> {
        let mut all = vec![
            "Payments alone do not tell a shared service from a fee, a contribution to a joint project or a partnership's pooled budget: ask the two bodies."
                .to_string(),
        ];
        for one in &self.payers {
            let body = self.profile.body(one.payer);
            if let Some(latest) = body.comparable.filter(|comparable| comparable.year > one.year) {
                all.push(format!(
                    "{} last paid regularly in {}, and is known to {}: it may have ended.",
                    body.name(),
                    one.year,
                    latest.year
                ));
            }
        }
        all.push(if self.family.is_some() { cautions::WORDS } else { "Nothing published says which service it is." }.to_string());
        all.extend(succession::cautions(self.profile, self.partners()));
        all
    }

    fn evidence(&self, one: &Regular) -> EvidenceWanted {
        let (body, supplier) = (self.profile.body(one.payer), self.profile.supplier(self.provider));
        EvidenceWanted { body: body.id.clone(), supplier: Some(supplier.id.clone()), family: self.family, year: one.year }
    }
}
