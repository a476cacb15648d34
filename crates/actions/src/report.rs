//! The report, filled from the facts, the opportunities and the answers of the evidence.
//!
//! The rule: every figure here is a sum of published lines that the evidence can show; nothing is rounded.

use std::collections::{BTreeMap, BTreeSet};

use definitions::{BodyId, Day, FinancialYear, OpportunityId, Pence, SupplierId};
use evidence::{FileEntry, Outcome, PaymentTotals, WantedLines};
use intake::TableKind;
use opportunities::{Kind, Opportunity, Place, SpendLine};
use pages::{BodyPaid, EvidenceLine, Headline, NamePublished, SupplierNotes, SupplierView};
use services::{Family, NotAddressable};
use suppliers::Judgements;

use crate::earlier::Remembered;
use crate::naming::Named;
use crate::{earlier, judged};

/// Opportunities whose published lines are shown; the others name their bodies, suppliers and years.
pub(crate) const MOST_WITH_LINES: usize = 300;
/// Published lines for each thing wanted.
pub(crate) const MOST_LINES: u32 = 3;

/// Which lines are wanted: those of the best opportunities, each with the opportunity it is for. What a body took over is
/// looked for under the names of those that published it (`published_as`).
pub(crate) fn wanted(
    opportunities: &[Opportunity],
    published_as: &BTreeMap<BodyId, Vec<BodyId>>,
) -> Vec<(OpportunityId, opportunities::EvidenceWanted)> {
    let best = opportunities.iter().take(MOST_WITH_LINES);
    let mut all = Vec::new();
    for (one, wanted) in best.flat_map(|one| one.evidence.iter().map(move |wanted| (one, wanted))) {
        all.push((one.id.clone(), wanted.clone()));
        let before = published_as.get(&wanted.body).into_iter().flatten();
        all.extend(before.map(|body| (one.id.clone(), opportunities::EvidenceWanted { body: body.clone(), ..wanted.clone() })));
    }
    all
}

/// The lines found, by opportunity, with the contract lines of each.
pub(crate) fn lines(
    place: &Place,
    opportunities: &[Opportunity],
    wanted: &[(OpportunityId, opportunities::EvidenceWanted)],
    found: Vec<WantedLines>,
) -> BTreeMap<OpportunityId, Vec<EvidenceLine>> {
    let mut lines: BTreeMap<OpportunityId, Vec<EvidenceLine>> = BTreeMap::new();
    for line in found {
        let Some((opportunity, _)) = wanted.get(line.wanted as usize) else { continue };
        lines.entry(opportunity.clone()).or_default().push(EvidenceLine {
            body: line.body,
            supplier: line.supplier,
            day: line.day,
            amount: line.amount,
            what: line.what,
            source: line.source,
            is_contract: false,
        });
    }
    for one in opportunities.iter().take(MOST_WITH_LINES) {
        let of_contracts = one.contracts.iter().filter_map(|group| place.contracts.get(group.contract));
        lines.entry(one.id.clone()).or_default().extend(of_contracts.map(|contract| EvidenceLine {
            body: contract.body.clone(),
            supplier: contract.suppliers.iter().filter_map(|id| name_of(place, id)).collect::<Vec<_>>().join("; "),
            day: contract.end,
            amount: contract.annual_value.unwrap_or_default(),
            what: contract.title.clone(),
            source: contract.source.clone(),
            is_contract: true,
        }));
    }
    lines.retain(|_, lines| !lines.is_empty());
    lines
}

/// The name shown for a supplier.
fn name_of<'a>(place: &'a Place, id: &SupplierId) -> Option<&'a str> {
    let at = place.suppliers.binary_search_by(|supplier| supplier.id.cmp(id)).ok()?;
    Some(&place.suppliers[at].name)
}

/// Totals for the top.
pub(crate) fn headline(
    entries: &[FileEntry],
    refused: &[(String, String)],
    totals: &[PaymentTotals],
    place: &Place,
    repeated: u64,
) -> Headline {
    let of = |wanted: &dyn Fn(&str) -> bool| {
        let some = totals.iter().filter(|total| wanted(&total.payee));
        some.fold((0, Pence::ZERO), |(count, sum), total| (count + total.payments, sum + total.paid))
    };
    let (payments, paid) = of(&|_| true);
    let mut headline = Headline {
        files: (entries.len() + refused.len()) as u64,
        files_read: 0,
        files_other: 0,
        files_not_understood: refused.to_vec(),
        payments,
        paid,
        repeated,
        contracts: entries.iter().map(|entry| entry.contracts).sum(),
        redacted: of(&|payee| payee.starts_with("redacted")),
        persons: of(&|payee| payee == "person"),
        unclassified_share: unclassified_share(&place.spend),
        period: None,
    };
    for entry in entries {
        match &entry.outcome {
            Outcome::Refused { because, try_next } => {
                headline.files_not_understood.push((entry.path.clone(), format!("{}. {try_next}", because.trim_end_matches('.'))));
            }
            Outcome::SameAs(_) => headline.files_read += 1,
            Outcome::Read(understanding) if understanding.tables.iter().any(|table| is_ours(table.kind)) => headline.files_read += 1,
            Outcome::Read(_) => headline.files_other += 1,
        }
    }
    headline.period = period(entries);
    headline
}

/// True for sheets whose rows are kept.
pub(crate) fn is_ours(kind: TableKind) -> bool {
    !matches!(kind, TableKind::NotOneOfThese | TableKind::Empty)
}

fn period(entries: &[FileEntry]) -> Option<(Day, Day)> {
    let periods =
        entries.iter().filter_map(|entry| if let Outcome::Read(understanding) = &entry.outcome { Some(understanding) } else { None });
    let payments = [TableKind::Payments, TableKind::PurchaseCards, TableKind::Grants];
    let tables = periods.flat_map(|understanding| &understanding.tables).filter(|table| payments.contains(&table.kind));
    tables.filter_map(|table| table.period).reduce(|(first, last), (from, to)| (first.min(from), last.max(to)))
}

/// Share of positive addressable and other spend that is in no family.
fn unclassified_share(spend: &[SpendLine]) -> f64 {
    let sum = |wanted: &dyn Fn(&SpendLine) -> bool| -> i64 {
        spend.iter().filter(|line| wanted(line)).map(|line| line.paid.0.max(0)).fold(0, i64::saturating_add)
    };
    let all = sum(&|_| true);
    if all == 0 { 0.0 } else { sum(&|line: &SpendLine| line.family.is_none() && line.not_addressable.is_none()) as f64 / all as f64 }
}

/// Spend by family, largest first.
pub(crate) fn families(spend: &[SpendLine]) -> Vec<(Option<Family>, Pence)> {
    largest_first(spend.iter().filter(|line| line.not_addressable.is_none()).map(|line| (line.family, line.paid)))
}

/// Why money is not addressable, largest first.
pub(crate) fn not_addressable(spend: &[SpendLine]) -> Vec<(NotAddressable, Pence)> {
    largest_first(spend.iter().filter_map(|line| Some((line.not_addressable?, line.paid))))
}

fn largest_first<K: Ord + Copy>(pairs: impl Iterator<Item = (K, Pence)>) -> Vec<(K, Pence)> {
    let mut sums: BTreeMap<K, Pence> = BTreeMap::new();
    pairs.for_each(|(key, paid)| *sums.entry(key).or_default() += paid);
    let mut sums: Vec<(K, Pence)> = sums.into_iter().collect();
    sums.sort_by_key(|(key, paid)| (std::cmp::Reverse(*paid), *key));
    sums
}

/// For each two bodies, what both pay in their latest comparable year to suppliers that both pay, and how many such suppliers.
pub(crate) fn overlap(place: &Place) -> Vec<(BodyId, BodyId, Pence, u32)> {
    let years: BTreeMap<&BodyId, FinancialYear> =
        place.bodies.iter().filter_map(|body| Some((&body.id, opportunities::comparable_year(&body.years)?))).collect();
    let mut paid: BTreeMap<&SupplierId, BTreeMap<&BodyId, Pence>> = BTreeMap::new();
    for line in place.spend.iter().filter(|line| line.not_addressable.is_none() && years.get(&line.body) == Some(&line.year)) {
        if let Some(supplier) = &line.supplier {
            *paid.entry(supplier).or_default().entry(&line.body).or_default() += line.paid;
        }
    }
    let mut pairs: BTreeMap<(&BodyId, &BodyId), (Pence, u32)> = BTreeMap::new();
    for bodies in paid.values() {
        let bodies: Vec<(&&BodyId, &Pence)> = bodies.iter().filter(|(_, paid)| paid.0 > 0).collect();
        for (place, (first, first_paid)) in bodies.iter().enumerate() {
            for (second, second_paid) in &bodies[place + 1..] {
                let pair = pairs.entry((first, second)).or_default();
                *pair = (pair.0 + **first_paid + **second_paid, pair.1 + 1);
            }
        }
    }
    pairs.into_iter().map(|((first, second), (paid, suppliers))| (first.clone(), second.clone(), paid, suppliers)).collect()
}

/// Every supplier that was paid: first those of the best opportunities, then those paid by two or more bodies, then the
/// others, each by value.
pub(crate) fn suppliers(place: &Place, opportunities: &[Opportunity], named: &Named) -> Vec<SupplierView> {
    let mut paid: BTreeMap<&SupplierId, BTreeMap<&BodyId, (Pence, u64)>> = BTreeMap::new();
    for line in &place.spend {
        if let Some(supplier) = &line.supplier {
            let of_body = paid.entry(supplier).or_default().entry(&line.body).or_default();
            *of_body = (of_body.0 + line.paid, of_body.1 + line.payments);
        }
    }
    let shown: BTreeSet<&SupplierId> =
        opportunities.iter().take(MOST_WITH_LINES).filter(|one| one.kind == Kind::SameSupplier).flat_map(|one| &one.suppliers).collect();
    let mut order: Vec<(usize, Pence)> = (0..named.suppliers.len())
        .filter_map(|at| paid.get(&named.suppliers[at].id).map(|bodies| (at, bodies.values().map(|(paid, _)| *paid).sum())))
        .collect();
    let is_shared = |at: usize| paid[&named.suppliers[at].id].len() > 1;
    order.sort_by_key(|(at, total)| {
        (!shown.contains(&named.suppliers[*at].id), !is_shared(*at), std::cmp::Reverse(*total), named.suppliers[*at].id.clone())
    });
    let mut names: BTreeMap<usize, Vec<NamePublished>> = BTreeMap::new();
    for (party, supplier) in named.parties.iter().zip(&named.supplier_of) {
        names.entry(*supplier).or_default().push(NamePublished {
            text: party.name.clone(),
            body: party.body.clone(),
            payments: party.payments,
        });
    }
    order.into_iter().map(|(at, _)| view(at, named, &paid, names.remove(&at).unwrap_or_default())).collect()
}

/// What is to be said of the suppliers as a whole.
pub(crate) fn supplier_notes(judgements: &Judgements, remembered: &Remembered) -> SupplierNotes {
    let new = &remembered.changes[remembered.changes.len() - remembered.new_changes..];
    SupplierNotes { contradictions: judged::contradictions(judgements), changes: new.iter().map(earlier::sentence).collect() }
}

/// The suppliers that the report itself has room for; `suppliers.csv` has them all.
pub(crate) fn shown_in_report(all: &[SupplierView]) -> Vec<SupplierView> {
    let shorter = |view: &SupplierView| {
        let mut shown = view.clone();
        shown.names.truncate(MOST_NAMES);
        shown
    };
    all.iter().take(MOST_SUPPLIERS).map(shorter).collect()
}

const MOST_SUPPLIERS: usize = 600;
const MOST_NAMES: usize = 40;

fn view(
    at: usize,
    named: &Named,
    paid: &BTreeMap<&SupplierId, BTreeMap<&BodyId, (Pence, u64)>>,
    names: Vec<NamePublished>,
) -> SupplierView {
    let supplier = &named.suppliers[at];
    let mut by_text: BTreeMap<(String, BodyId), u64> = BTreeMap::new();
    names.into_iter().for_each(|name| *by_text.entry((name.text, name.body)).or_default() += name.payments);
    let mut names: Vec<NamePublished> =
        by_text.into_iter().map(|((text, body), payments)| NamePublished { text, body, payments }).collect();
    names.sort_by_key(|name| std::cmp::Reverse(name.payments));
    let mut bodies: Vec<BodyPaid> = paid[&supplier.id]
        .iter()
        .map(|(body, (paid, payments))| BodyPaid { body: (*body).clone(), paid: *paid, payments: *payments })
        .collect();
    bodies.sort_by_key(|body| (std::cmp::Reverse(body.paid), body.body.clone()));
    SupplierView {
        id: supplier.id.clone(),
        name: supplier.name.clone(),
        names,
        why: named.why.get(&at).cloned().unwrap_or_default(),
        judged: named.judged.get(&at).cloned().unwrap_or_default(),
        paid: bodies,
        family: supplier.mostly,
    }
}
