//! Bodies buy the same family separately from different suppliers.
//!
//! The rule: what is counted already with a supplier they have in common is left out here; so is what goes to other
//! public bodies. Where few suppliers hold the market, or many are small, the harm of buying together is said.

use std::collections::{BTreeMap, BTreeSet};

use definitions::{OpportunityId, Pence, trust_fracture_points, trust_team};
use services::{Family, Nature, NotAddressable};

use crate::contracts::Contracts;
use crate::partners::{self, Part};
use crate::priors::prior;
use crate::profile::{BodyNumber, Profile, Row, SupplierNumber};
use crate::ranking::Found;
use crate::score::{Judged, Step, score};
use crate::{EvidenceWanted, FirstDate, Kind, LeftOut, Opportunity, cautions, succession, wording};
use market::Market;

mod market;

#[cfg(test)]
mod example;

/// Less than this a year in all is not worth a joint tender.
const LEAST_YEARLY: Pence = Pence(5_000_000);
/// A body that spends less than this a year on the family is not a partner in it.
const LEAST_OF_A_BODY: Pence = Pence(500_000);
/// Months to specify together and buy together.
const SET_UP_MONTHS: i32 = 12;
/// Suppliers named in one opportunity.
const MOST_SUPPLIERS: usize = 50;
/// Above this Herfindahl-Hirschman index few suppliers hold the market.
const CONCENTRATED: f64 = 0.25;
/// Where at least this share of suppliers is small or voluntary, one large contract would shut many out.
const MANY_SMALL: f64 = 0.2;

/// Every opportunity of this kind. `common` holds the rows already counted with a supplier in common.
pub(crate) fn find(profile: &Profile<'_>, contracts: &Contracts<'_>, common: &BTreeSet<usize>) -> Vec<Found> {
    let mut by_family: BTreeMap<Family, Vec<usize>> = BTreeMap::new();
    for (place, row) in profile.rows.iter().enumerate() {
        if let Some(family) = row.family {
            by_family.entry(family).or_default().push(place);
        }
    }
    let is_bought = |family: &Family| !matches!(family.nature(), Nature::PassedOn | Nature::Posts);
    let groups = by_family.iter().filter(|(family, _)| is_bought(family));
    groups.filter_map(|(family, places)| Need { family: *family, places, profile, common }.found(contracts)).collect()
}

/// All rows of one family.
struct Need<'n, 'p> {
    family: Family,
    places: &'n [usize],
    profile: &'n Profile<'p>,
    common: &'n BTreeSet<usize>,
}

impl Need<'_, '_> {
    fn found(&self, contracts: &Contracts<'_>) -> Option<Found> {
        let mut parts = self.parts();
        let addressable: Pence = parts.iter().map(|part| part.yearly).sum();
        if parts.len() < 2 || addressable < LEAST_YEARLY {
            return None;
        }
        partners::largest_first(&mut parts);
        let partners: BTreeSet<BodyNumber> = parts.iter().map(|part| part.body).collect();
        let rows: Vec<usize> = self.separate().filter(|place| partners.contains(&self.profile.rows[*place].body)).collect();
        let opportunity = self.opportunity(&parts, &rows, contracts);
        Some(Found { opportunity, rows, contracts: Vec::new() })
    }

    /// Rows that sharing could reach and that no supplier in common has counted.
    fn separate(&self) -> impl Iterator<Item = usize> {
        let is_separate = |place: &usize| {
            let row = &self.profile.rows[*place];
            row.is_addressable() && !self.is_to_a_body(row) && !self.common.contains(place)
        };
        self.places.iter().copied().filter(is_separate)
    }

    fn is_to_a_body(&self, row: &Row) -> bool {
        row.supplier.is_some_and(|supplier| self.profile.supplier(supplier).as_body().is_some())
    }

    fn parts(&self) -> Vec<Part> {
        let mut parts: BTreeMap<BodyNumber, Part> = BTreeMap::new();
        for row in self.separate().map(|place| &self.profile.rows[place]) {
            let part = parts.entry(row.body).or_insert(Part { body: row.body, yearly: Pence::ZERO, lines: 0, suppliers: 0 });
            part.yearly += row.yearly;
            part.lines = part.lines.saturating_add(row.payments);
            part.suppliers += 1;
        }
        parts.into_values().filter(|part| part.yearly >= LEAST_OF_A_BODY).collect()
    }

    fn opportunity(&self, parts: &[Part], rows: &[usize], contracts: &Contracts<'_>) -> Opportunity {
        let profile = self.profile;
        let addressable: Pence = parts.iter().map(|part| part.yearly).sum();
        let paid = self.paid_to(rows);
        let market = Market::of(&paid.iter().map(|(_, paid)| *paid).collect::<Vec<_>>());
        let left_out = self.left_out(parts);
        let saving = prior(Some(self.family), partners::for_prior(profile, parts, false)).saving(addressable);
        let points = trust_fracture_points(parts.len());
        let day = profile.place.today.plus_months(SET_UP_MONTHS);
        let first_date = FirstDate { day, why: format!("{SET_UP_MONTHS} months to agree what is needed and to buy it together.") };
        let is_theirs = |body: BodyNumber| parts.iter().any(|part| part.body == body);
        let has_contracts = contracts.running.iter().any(|one| one.facts.family == Some(self.family) && is_theirs(one.body));
        let score = score(&Judged {
            today: profile.place.today,
            saving: Some(&saving),
            first_date: Some(&first_date),
            trust_fracture_points: points,
            are_of_one_kind: partners::are_of_one_kind(profile, parts),
            step: Step::Large,
            only_a_part: Some(cautions::BROAD),
            grounds: partners::grounds(profile, parts, has_contracts, true),
        });
        Opportunity {
            id: OpportunityId::new(&format!("same-need-{}", self.family.code())),
            kind: Kind::SameNeed,
            title: format!(
                "{} bodies buy {} separately from {} suppliers",
                wording::count(parts.len()),
                wording::family(Some(self.family)),
                market.suppliers
            ),
            summary: self.summary(parts, &market),
            bodies: partners::shares_by_payments(profile, parts),
            suppliers: paid.iter().take(MOST_SUPPLIERS).map(|(supplier, _)| profile.supplier(*supplier).id.clone()).collect(),
            suppliers_in_all: u32::try_from(market.suppliers).unwrap_or(u32::MAX),
            family: Some(self.family),
            total_yearly: addressable + left_out.iter().map(|left| left.yearly).sum(),
            addressable_yearly: addressable,
            left_out,
            saving: Some(saving),
            trust_fracture_points: points,
            team: trust_team(points),
            first_date: Some(first_date),
            deadlines: Vec::new(),
            contracts: Vec::new(),
            cautions: self.cautions(parts),
            harms: self.harms(&paid, &market),
            score,
            overlaps: Vec::new(),
            counted_once_yearly: Pence::ZERO,
            evidence: partners::evidence(profile, parts, |year, part| EvidenceWanted {
                body: profile.body(part.body).id.clone(),
                supplier: None,
                family: Some(self.family),
                year,
            }),
        }
    }

    /// What each supplier is paid, largest first.
    fn paid_to(&self, rows: &[usize]) -> Vec<(SupplierNumber, Pence)> {
        let mut paid: BTreeMap<SupplierNumber, Pence> = BTreeMap::new();
        for row in rows.iter().map(|place| &self.profile.rows[*place]) {
            if let Some(supplier) = row.supplier {
                *paid.entry(supplier).or_default() += row.yearly;
            }
        }
        let mut paid: Vec<(SupplierNumber, Pence)> = paid.into_iter().collect();
        paid.sort_by(|a, b| b.1.cmp(&a.1).then(a.0.cmp(&b.0)));
        paid
    }

    fn summary(&self, parts: &[Part], market: &Market) -> String {
        let names = wording::list(&partners::names(self.profile, parts));
        let all: Pence = parts.iter().map(|part| part.yearly).sum();
        format!(
            "{names} spend {} a year on {} with suppliers they do not have in common. There are {:.0} suppliers for each million pounds; \
             the smallest {} share the last fifth of the money (concentration index {:.2}).",
            all.short(),
            wording::family(Some(self.family)),
            market.for_each_million,
            market.in_the_tail,
            market.concentration
        )
    }

    fn left_out(&self, parts: &[Part]) -> Vec<LeftOut> {
        let mut sums: BTreeMap<(u8, Option<NotAddressable>), Pence> = BTreeMap::new();
        for place in self.places {
            let row = &self.profile.rows[*place];
            let is_part = parts.iter().any(|part| part.body == row.body);
            let group = match row.reason {
                _ if !is_part => 4,
                Some(_) => 3,
                None if row.supplier.is_none() => 2,
                None if self.is_to_a_body(row) => 1,
                None if self.common.contains(place) => 0,
                None => continue,
            };
            *sums.entry((group, row.reason.filter(|_| group == 3))).or_default() += row.yearly;
        }
        let why = |group: u8, reason: Option<NotAddressable>| match (group, reason) {
            (_, Some(reason)) => wording::reason(reason).to_string(),
            (0, _) => "Suppliers they have in common, counted with each of those.".to_string(),
            (1, _) => "Suppliers that are public bodies themselves.".to_string(),
            (2, _) => "Payees whose names were not published.".to_string(),
            _ => format!("Bodies that spend less than {} a year on it with suppliers of their own.", LEAST_OF_A_BODY.whole_pounds()),
        };
        let sums = sums.into_iter().filter(|(_, yearly)| *yearly > Pence::ZERO);
        sums.map(|((group, reason), yearly)| LeftOut { yearly, why: why(group, reason) }).collect()
    }

    fn cautions(&self, parts: &[Part]) -> Vec<String> {
        let mut all = vec![
            "The family is broad: the bodies may need different things from it. Compare specifications before anything else.".to_string(),
            cautions::WORDS.to_string(),
        ];
        all.extend(cautions::of_family(self.family).map(str::to_string));
        all.extend(partners::year_cautions(self.profile, parts));
        all.extend(succession::cautions(self.profile, parts.iter().map(|part| part.body)));
        all.extend([cautions::NAMES, cautions::BASIS, cautions::BEFORE_COSTS].map(str::to_string));
        all
    }

    fn harms(&self, paid: &[(SupplierNumber, Pence)], market: &Market) -> Vec<String> {
        let facts = |supplier: &SupplierNumber| self.profile.supplier(*supplier).facts;
        let voluntary = paid.iter().filter(|(supplier, _)| facts(supplier).is_some_and(|facts| facts.is_vcse)).count();
        let is_small = |supplier: &SupplierNumber| facts(supplier).is_some_and(|facts| facts.is_sme == Some(true) && !facts.is_vcse);
        let small = paid.iter().filter(|(supplier, _)| is_small(supplier)).count();
        let mut harms = Vec::new();
        if market.concentration > CONCENTRATED {
            harms.push(format!(
                "Few suppliers hold this market (concentration index {:.2}, above {CONCENTRATED}): one joint contract could leave one \
                 supplier and no other bidder next time.",
                market.concentration
            ));
        }
        if (small + voluntary) as f64 >= MANY_SMALL * market.suppliers as f64 && small + voluntary > 0 {
            harms.push(format!(
                "Of {}, {small} are published as small or medium enterprises and {voluntary} as voluntary or charities: \
                 one large contract could shut them out. Lots can keep them in.",
                wording::plural(market.suppliers, "supplier")
            ));
        }
        if self.family.nature() == Nature::Care {
            harms.push(
                "Care is bought for named people near where they live; fewer, larger contracts can mean less choice for them.".to_string(),
            );
        }
        harms
    }
}
