//! The register as lists are drawn from it on one day: every arrangement as a card, and the answers that need all of them.
//!
//! The rule: it is worked out once for each state of the log and each day, and remembered for a few days; of a longer log only
//! what changed is worked out again. It holds nothing that the register does not say.

mod card;
mod shelf;

use std::collections::{BTreeSet, HashMap};
use std::sync::{Arc, OnceLock};

use definitions::{ArrangementId, BodyId, Day, OpportunityId};
use register::{Change, Finding, Record, Register, Stage, Totals, checks, totals};
use services::Family;

pub(crate) use card::{Card, Partner};
pub(crate) use shelf::Shelf;

/// The register on one day.
pub(crate) struct Overview {
    /// The day.
    pub(crate) on: Day,
    /// Number of the last entry, and how many there are.
    state: (u64, usize),
    /// Every published arrangement, by title.
    pub(crate) cards: Vec<Arc<Card>>,
    by_id: HashMap<ArrangementId, usize>,
    by_body: HashMap<BodyId, Vec<usize>>,
    by_family: HashMap<Family, (usize, usize)>,
    by_opportunity: HashMap<OpportunityId, ArrangementId>,
    /// Bodies that are named in an arrangement on whatever day.
    named: BTreeSet<BodyId>,
    totals: OnceLock<Totals>,
    findings: OnceLock<Vec<Finding>>,
}

impl Overview {
    /// The register on the day `on`; what `before` holds of the same day is taken over where nothing changed.
    pub(crate) fn made(register: &Register, on: Day, before: Option<&Overview>) -> Overview {
        let kept = before.filter(|before| before.on == on).and_then(|before| Some((before, changed_since(register, before)?)));
        let card = |record: &Record| {
            let id = &record.arrangement().id;
            let known = kept.as_ref().filter(|(_, changed)| !changed.contains(&id)).and_then(|(before, _)| before.card(id));
            known.cloned().unwrap_or_else(|| Arc::new(Card::of(record, register.directory(), on)))
        };
        let mut cards: Vec<Arc<Card>> = register.published().map(card).collect();
        cards.sort_by(|a, b| a.by_title().cmp(&b.by_title()));
        let by_id = cards.iter().enumerate().map(|(place, card)| (card.id.clone(), place)).collect();
        let mut by_body: HashMap<BodyId, Vec<usize>> = HashMap::new();
        for (place, card) in cards.iter().enumerate() {
            card.partners.iter().for_each(|partner| by_body.entry(partner.body.clone()).or_default().push(place));
        }
        let mut by_family: HashMap<Family, (usize, usize)> = HashMap::new();
        let mut by_opportunity = HashMap::new();
        for card in &cards {
            for family in &card.services {
                let (live, all) = by_family.entry(*family).or_default();
                *live += usize::from(card.stage == Stage::Live);
                *all += 1;
            }
            by_opportunity.extend(card.found_as.iter().map(|found| (found.clone(), card.id.clone())));
        }
        let named = register.published().flat_map(|record| record.arrangement().bodies()).cloned().collect();
        let state = state_of(register);
        Overview { on, state, cards, by_id, by_body, by_family, by_opportunity, named, totals: OnceLock::new(), findings: OnceLock::new() }
    }

    /// The card of an arrangement.
    pub(crate) fn card(&self, id: &ArrangementId) -> Option<&Arc<Card>> {
        self.by_id.get(id).map(|place| &self.cards[*place])
    }

    /// The cards of the arrangements in which a body has a part on the day, by title.
    pub(crate) fn of_body(&self, body: &BodyId) -> impl Iterator<Item = &Arc<Card>> {
        self.by_body.get(body).into_iter().flatten().map(|place| &self.cards[*place])
    }

    /// The bodies that have a part in an arrangement on the day.
    pub(crate) fn bodies(&self) -> impl Iterator<Item = &BodyId> {
        self.by_body.keys()
    }

    /// The bodies that are named in an arrangement, with a part on the day or not.
    pub(crate) fn named(&self) -> impl Iterator<Item = &BodyId> {
        self.named.iter()
    }

    /// How many arrangements share a family of services: those live on the day, and all.
    pub(crate) fn of_family(&self, family: Family) -> (usize, usize) {
        self.by_family.get(&family).copied().unwrap_or_default()
    }

    /// The arrangement that an opportunity became.
    pub(crate) fn became(&self, opportunity: &OpportunityId) -> Option<&ArrangementId> {
        self.by_opportunity.get(opportunity)
    }

    /// The totals true on the day. `register` is the one that this was made of.
    pub(crate) fn totals(&self, register: &Register) -> &Totals {
        self.totals.get_or_init(|| totals(register, self.on))
    }

    /// What the checks find on the day. `register` is the one that this was made of.
    pub(crate) fn findings(&self, register: &Register) -> &[Finding] {
        self.findings.get_or_init(|| checks(register, self.on))
    }

    /// True where it was made of a register in this state, for this day.
    fn is_of(&self, register: &Register, on: Day) -> bool {
        self.on == on && self.state == state_of(register)
    }
}

fn state_of(register: &Register) -> (u64, usize) {
    (register.last_number(), register.log().len())
}

/// The arrangements that entries made since speak of; `None` where bodies changed, or where the log is not a longer one.
fn changed_since<'a>(register: &'a Register, before: &Overview) -> Option<Vec<&'a ArrangementId>> {
    let (number, length) = before.state;
    let is_longer = length > 0 && register.log().get(length - 1).is_some_and(|last| last.number == number);
    let since = register.log().get(length..).filter(|_| is_longer)?;
    let changes_bodies = |change: &Change| matches!(change, Change::BodyKept(_) | Change::BodyEnds(_));
    if since.len() > MOST_CHANGES || since.iter().any(|entry| changes_bodies(&entry.change)) {
        return None;
    }
    let ids = since.iter().filter_map(|entry| match &entry.change {
        Change::Published(said) => Some(&said.id),
        Change::Withdrawn(id) | Change::Confirmed(id) => Some(id),
        _ => None,
    });
    Some(ids.collect())
}

/// With more changes than these, all cards are made anew.
const MOST_CHANGES: usize = 200;
