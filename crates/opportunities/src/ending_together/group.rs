//! One group of contracts that can end together, written out as an opportunity.
//!
//! The rule: every contract is shown with the window in which it can end; what the group leaves out is said.

use std::collections::{BTreeMap, BTreeSet};

use definitions::{Day, Pence, trust_fracture_points, trust_team};
use services::Family;

use super::Subject;
use super::decisions::{deadlines, needs_bridge};
use super::same_thing::named_by;
use crate::contracts::{Contracts, Running};
use crate::partners::{self, Part};
use crate::priors::prior;
use crate::profile::{Profile, SupplierNumber};
use crate::score::{Judged, Step, score};
use crate::{ContractInGroup, EvidenceWanted, FirstDate, Kind, LeftOut, Opportunity, cautions, succession, wording};

/// Suppliers named in one opportunity.
const MOST_SUPPLIERS: usize = 50;
/// More invitations than this are a list, not a caution.
const MOST_INVITATIONS: usize = 3;

/// Contracts with a joint day.
pub(super) struct Group<'n, 'p> {
    pub(super) profile: &'n Profile<'p>,
    pub(super) subject: Subject,
    pub(super) day: Day,
    /// Value of one year of the members, joint contracts once.
    pub(super) value: Pence,
    /// Value of one year of contracts of the subject that cannot end that day.
    pub(super) rest: Pence,
    pub(super) members: Vec<&'n Running<'p>>,
    /// Largest first.
    pub(super) parts: Vec<Part>,
}

impl Group<'_, '_> {
    pub(super) fn opportunity(&self, contracts: &Contracts<'_>) -> Opportunity {
        let profile = self.profile;
        let family = self.family();
        let is_framework = self.members.iter().any(|contract| contract.names_a_framework());
        let saving =
            prior(family.or_else(|| self.main_family()), partners::for_prior(profile, &self.parts, is_framework)).saving(self.value);
        let points = trust_fracture_points(self.parts.len());
        let first_date = FirstDate { day: self.day, why: self.why_this_day() };
        let (step, only_a_part) = match self.subject {
            Subject::Thing(..) => (Step::Large, family.and_then(cautions::only_a_part)),
            Subject::Supplier(_) => (Step::Medium, family.and_then(cautions::only_a_part)),
            Subject::Family(_) => (Step::Large, Some(cautions::BROAD)),
        };
        let score = score(&Judged {
            today: profile.place.today,
            saving: Some(&saving),
            first_date: Some(&first_date),
            trust_fracture_points: points,
            are_of_one_kind: partners::are_of_one_kind(profile, &self.parts),
            step,
            only_a_part,
            grounds: partners::grounds(profile, &self.parts, true, family.is_some()),
        });
        let suppliers = self.suppliers();
        Opportunity {
            id: self.subject.id(profile),
            kind: Kind::EndingTogether,
            title: self.title(),
            summary: self.summary(),
            bodies: partners::shares_by_contracts(profile, &self.parts),
            suppliers: suppliers.iter().take(MOST_SUPPLIERS).map(|supplier| profile.supplier(*supplier).id.clone()).collect(),
            suppliers_in_all: u32::try_from(suppliers.len()).unwrap_or(u32::MAX),
            family,
            total_yearly: self.value + self.rest,
            addressable_yearly: self.value,
            left_out: self.left_out(),
            saving: Some(saving),
            trust_fracture_points: points,
            team: trust_team(points),
            first_date: Some(first_date),
            deadlines: deadlines(profile, self),
            contracts: self.in_group(),
            cautions: self.cautions(contracts),
            harms: self.harms(suppliers.len()),
            score,
            overlaps: Vec::new(),
            counted_once_yearly: Pence::ZERO,
            evidence: self.evidence(),
        }
    }

    fn in_group(&self) -> Vec<ContractInGroup> {
        let one = |contract: &&Running<'_>| ContractInGroup {
            contract: contract.index,
            from: contract.from,
            to: contract.to,
            annual_value: contract.annual_value,
        };
        self.members.iter().map(one).collect()
    }

    /// The family of all of them, if there is one.
    fn family(&self) -> Option<Family> {
        let first = self.members.first()?.facts.family;
        first.filter(|_| self.members.iter().all(|contract| contract.facts.family == first))
    }

    /// The family with the most value, for the choice of a prior where there are several.
    fn main_family(&self) -> Option<Family> {
        let mut values: BTreeMap<Family, Pence> = BTreeMap::new();
        for contract in &self.members {
            if let Some(family) = contract.facts.family {
                *values.entry(family).or_default() += contract.annual_value;
            }
        }
        values.into_iter().max_by_key(|(_, value)| *value).map(|(family, _)| family)
    }

    /// Suppliers by value, largest first.
    fn suppliers(&self) -> Vec<SupplierNumber> {
        let mut values: BTreeMap<SupplierNumber, Pence> = BTreeMap::new();
        for contract in &self.members {
            for supplier in &contract.suppliers {
                *values.entry(*supplier).or_default() += contract.annual_value;
            }
        }
        let mut values: Vec<(SupplierNumber, Pence)> = values.into_iter().collect();
        values.sort_by(|a, b| b.1.cmp(&a.1).then(a.0.cmp(&b.0)));
        values.into_iter().map(|(supplier, _)| supplier).collect()
    }

    fn about(&self) -> String {
        match &self.subject {
            Subject::Supplier(supplier) => format!("with {}", self.profile.supplier(*supplier).name()),
            Subject::Thing(_, words) => format!("for \u{201c}{}\u{201d}", named_by(&self.members, words)),
            Subject::Family(family) => format!("for {}", wording::family(Some(*family))),
        }
    }

    fn title(&self) -> String {
        format!("{} bodies' contracts {} could end together on {}", wording::count(self.parts.len()), self.about(), self.day.long())
    }

    fn summary(&self) -> String {
        let names = wording::list(&partners::names(self.profile, &self.parts));
        let bridged = self.members.iter().filter(|contract| needs_bridge(contract, self.day)).count();
        let bridges = match bridged {
            0 => "Each can end then by running out, by a break or by an extension it already has.".to_string(),
            many => format!("{} would need a short extension that is not published.", wording::plural(many, "contract")),
        };
        format!(
            "{names} hold {} {}, worth {} a year. {bridges}",
            wording::plural(self.members.len(), "contract"),
            self.about(),
            self.value.short()
        )
    }

    fn why_this_day(&self) -> String {
        format!("No other day within five years, with time to buy again, gathers more: {} a year.", self.value.short())
    }

    fn left_out(&self) -> Vec<LeftOut> {
        let rest = LeftOut { yearly: self.rest, why: "Other contracts of these that cannot end on that day.".to_string() };
        [rest].into_iter().filter(|left| left.yearly > Pence::ZERO).collect()
    }

    fn cautions(&self, contracts: &Contracts<'_>) -> Vec<String> {
        let mut all = vec![
            "Ends, breaks and extensions are as published in registers; read each contract before relying on them, and ask what an early end would cost.".to_string(),
        ];
        all.extend(self.value_caution());
        all.extend(self.joint_caution());
        all.extend(self.without_end_caution(contracts));
        all.extend(self.invitations(contracts));
        all.extend(self.family().and_then(cautions::of_family).map(str::to_string));
        all.extend(succession::cautions(self.profile, self.members.iter().map(|contract| contract.body)));
        all.push(match self.subject {
            Subject::Supplier(_) => cautions::NAMES.to_string(),
            Subject::Thing(..) => "That they are for the same thing is read from their titles; compare specifications first.".to_string(),
            Subject::Family(_) => "The contracts may be for different things of one family; compare specifications first.".to_string(),
        });
        all.push(cautions::BEFORE_COSTS.to_string());
        all
    }

    fn value_caution(&self) -> Option<String> {
        let by_payments = self.members.iter().filter(|contract| contract.is_valued_by_payments).count();
        (by_payments > 0).then(|| {
            format!(
                "For {} no yearly value is published; what the body paid the supplier in a year stands for it.",
                wording::plural(by_payments, "contract")
            )
        })
    }

    fn joint_caution(&self) -> Option<String> {
        let joint: BTreeSet<_> =
            self.members.iter().filter(|contract| contract.joint_words().is_some()).map(|contract| contract.body).collect();
        let names: Vec<&str> = joint.iter().map(|body| self.profile.body(*body).name()).collect();
        (!names.is_empty()).then(|| {
            format!(
                "A contract of {} is published as joint with others; those may be bound to it, and its value is counted once.",
                wording::list(&names)
            )
        })
    }

    fn without_end_caution(&self, contracts: &Contracts<'_>) -> Option<String> {
        let is_of_subject = |suppliers: &[SupplierNumber], family: Option<Family>| match &self.subject {
            Subject::Supplier(supplier) => suppliers.contains(supplier),
            Subject::Thing(..) => false,
            Subject::Family(of) => family == Some(*of),
        };
        let rolling = contracts.without_end.iter().filter(|(_, suppliers, family)| is_of_subject(suppliers, *family)).count();
        (rolling > 0).then(|| {
            format!(
                "{} {} published without an end, perhaps rolling, and could not be placed.",
                wording::plural(rolling, "further contract"),
                if rolling == 1 { "is" } else { "are" }
            )
        })
    }

    fn invitations(&self, contracts: &Contracts<'_>) -> Vec<String> {
        let Subject::Family(family) = self.subject else { return Vec::new() };
        let coming =
            contracts.coming.iter().map(|place| &self.profile.place.contracts[*place]).filter(|contract| contract.family == Some(family));
        let name = |contract: &crate::ContractFacts| self.profile.body_number(&contract.body).map(|body| self.profile.body(body).name());
        coming
            .take(MOST_INVITATIONS)
            .filter_map(|contract| {
                Some(format!(
                    "{} is about to buy, or plans to: {}. Ask whether it can be opened to the others.",
                    name(contract)?,
                    contract.title.trim()
                ))
            })
            .collect()
    }

    fn harms(&self, suppliers: usize) -> Vec<String> {
        let harm = format!(
            "{suppliers} suppliers hold these contracts today; one joint contract would leave one. Lots, and asking who would bid, keep a market for next time."
        );
        if suppliers > 1 { vec![harm] } else { Vec::new() }
    }

    /// The payments behind the contracts, each asked for once.
    fn evidence(&self) -> Vec<EvidenceWanted> {
        let rows: BTreeSet<usize> = self.members.iter().flat_map(|contract| contract.rows.iter().copied()).collect();
        let wanted = |row: usize| {
            let row = &self.profile.rows[row];
            let body = self.profile.body(row.body);
            let supplier = row.supplier.map(|supplier| self.profile.supplier(supplier).id.clone());
            Some(EvidenceWanted { body: body.id.clone(), supplier, family: row.family, year: body.comparable?.year })
        };
        rows.into_iter().filter_map(wanted).collect()
    }
}
