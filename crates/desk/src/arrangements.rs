//! What can be done with one arrangement: draft it, publish or correct it, withdraw it, confirm it, take it from what was found.
//!
//! The rule: each asks first, and about the bodies of the record as it stands, so that nobody gets a hold of a record by
//! writing their own body into it. What is not right is published by nobody; a draft may be as unfinished as it likes.

use definitions::{ArrangementId, BodyId, OpportunityId, SupplierId};
use opportunities::Opportunity;
use pages::Report;
use permissions::Action;
use register::{
    Arrangement, Change, Cited, Fault, Field, Happening, Kind, NoFigure, Party, PriceOfLeaving, Role, Savings, What, When, validate,
};
use store::Kept;

use crate::desk::{Desk, Entering, NotDone, Person, expected};

impl Desk {
    /// Saves a draft. `seen` is the version of the draft that was before the writer; 0 where there was none.
    ///
    /// # Errors
    /// When they may not, its reference is none, it is too large to be kept, or somebody else saved first.
    pub fn draft(&self, who: &Person, arrangement: Arrangement, why: &str, seen: u32) -> Result<Kept, NotDone> {
        let about = self.about(&arrangement)?;
        let permitted = permissions::may(&who.asker, Action::WriteDraft, &about)?;
        let mut faults = validate(&arrangement, self.register()?.register().directory());
        faults.retain(|fault| fault.field == Field::Id);
        right(faults)?;
        let change = Change::Drafted(Box::new(arrangement));
        self.enter_one(&permitted, who, why, Entering { action: Action::WriteDraft, about, change, expects: expected(seen) })
    }

    /// Throws a draft away.
    ///
    /// # Errors
    /// When they may not, there is none, or somebody else saved it meanwhile.
    pub fn drop_draft(&self, who: &Person, id: &ArrangementId, why: &str, seen: u32) -> Result<Kept, NotDone> {
        let draft = self.register()?.register().draft(id).map(|draft| draft.arrangement().clone());
        let about = self.about(&draft.ok_or_else(|| NotDone::Unknown(format!("draft of {id}")))?)?;
        let permitted = permissions::may(&who.asker, Action::DropDraft, &about)?;
        let change = Change::DraftDropped(id.clone());
        self.enter_one(&permitted, who, why, Entering { action: Action::DropDraft, about, change, expects: expected(seen) })
    }

    /// Publishes an arrangement, or a corrected version of it; a draft of it is done with. `seen` is the version of the
    /// published record that was before the writer; 0 where there was none.
    ///
    /// # Errors
    /// When they may not, something in it is not right, no reason is given, or somebody else saved first.
    pub fn publish(&self, who: &Person, arrangement: Arrangement, why: &str, seen: u32) -> Result<Kept, NotDone> {
        let about = self.about(&arrangement)?;
        let (is_new, faults) = {
            let standing = self.register()?;
            let register = standing.register();
            (register.record(&arrangement.id).is_none(), validate(&arrangement, register.directory()))
        };
        let action = if is_new { Action::Publish } else { Action::Correct };
        let permitted = permissions::may(&who.asker, action, &about)?;
        right(faults)?;
        let change = Change::Published(Box::new(arrangement));
        self.enter_one(&permitted, who, why, Entering { action, about, change, expects: expected(seen) })
    }

    /// Takes a published arrangement out, as entered by mistake.
    ///
    /// # Errors
    /// When they may not, there is none, or somebody else changed it meanwhile.
    pub fn withdraw(&self, who: &Person, id: &ArrangementId, why: &str, seen: u32) -> Result<Kept, NotDone> {
        let entering = |about| Entering { action: Action::Withdraw, about, change: Change::Withdrawn(id.clone()), expects: expected(seen) };
        self.of_published(who, id, why, &entering)
    }

    /// Says that a published arrangement is still true, as it stood in version `seen`.
    ///
    /// # Errors
    /// When they may not, there is none, or somebody else changed it meanwhile.
    pub fn confirm(&self, who: &Person, id: &ArrangementId, why: &str, seen: u32) -> Result<Kept, NotDone> {
        let entering = |about| Entering { action: Action::Confirm, about, change: Change::Confirmed(id.clone()), expects: expected(seen) };
        self.of_published(who, id, why, &entering)
    }

    /// Takes an opportunity that the last search found into the register, as a draft with the same identifier.
    ///
    /// # Errors
    /// When they may not, it was not found, or it is in the register already.
    pub fn take_opportunity(&self, who: &Person, id: &OpportunityId, why: &str) -> Result<Kept, NotDone> {
        let report = self.report()?.ok_or_else(|| NotDone::Unknown("report of a search of this place".to_string()))?;
        let found = report.opportunities.iter().find(|found| found.id == *id);
        let found = found.ok_or_else(|| NotDone::Unknown(format!("opportunity {id} in the last search")))?;
        let arrangement = drafted(&report, found);
        let about: Vec<BodyId> = arrangement.bodies().into_iter().cloned().collect();
        let permitted = permissions::may(&who.asker, Action::TakeOpportunity, &about)?;
        let own = ArrangementId::new(id.as_str());
        let expects = {
            let standing = self.register()?;
            if standing.register().record(&own).is_some() || standing.register().draft(&own).is_some() {
                return Err(taken_already(id));
            }
            expected(standing.version_of_draft(&own))
        };
        let change = Change::Drafted(Box::new(arrangement));
        self.enter_one(&permitted, who, why, Entering { action: Action::TakeOpportunity, about, change, expects })
    }

    /// The bodies that a change of this arrangement is about: those that answer today for the record as it stands, else for its
    /// draft, else for what is handed in.
    pub(crate) fn about(&self, arrangement: &Arrangement) -> Result<Vec<BodyId>, NotDone> {
        let standing = self.register()?;
        let register = standing.register();
        let published = register.record(&arrangement.id).map(|record| record.arrangement());
        let known = published.or_else(|| register.draft(&arrangement.id).map(|draft| draft.arrangement())).unwrap_or(arrangement);
        Ok(register.answering_for(known, self.today()))
    }

    fn of_published(
        &self,
        who: &Person,
        id: &ArrangementId,
        why: &str,
        entering: &dyn Fn(Vec<BodyId>) -> Entering,
    ) -> Result<Kept, NotDone> {
        let published = self.register()?.register().arrangement(id).cloned();
        let about = self.about(&published.ok_or_else(|| NotDone::Unknown(format!("published arrangement {id}")))?)?;
        let entering = entering(about);
        let permitted = permissions::may(&who.asker, entering.action, &entering.about)?;
        self.enter_one(&permitted, who, why, entering)
    }
}

/// Nothing that has a fault is entered.
pub(crate) fn right(faults: Vec<Fault>) -> Result<(), NotDone> {
    if faults.is_empty() { Ok(()) } else { Err(NotDone::Faults(faults)) }
}

fn taken_already(id: &OpportunityId) -> NotDone {
    NotDone::NotRight(vec![format!(
        "{id} is in the register already. Look for it among the arrangements and the drafts: it has the same name there."
    )])
}

/// The draft that an opportunity makes: what it says of bodies, family and payments, and nothing that it does not know.
fn drafted(report: &Report, found: &Opportunity) -> Arrangement {
    let is_shared_already = found.kind == opportunities::Kind::AlreadySharing;
    let provider = provider(report, &found.suppliers).filter(|_| is_shared_already);
    let role = if provider.is_some() { Role::Customer } else { Role::Partner };
    let others = found.bodies.iter().filter(|share| Some(&share.body) != provider.as_ref());
    let others = others.map(|share| Party { body: share.body.clone(), role });
    let lead = provider.iter().map(|body| Party { body: body.clone(), role: Role::Lead });
    Arrangement {
        id: ArrangementId::new(found.id.as_str()),
        title: found.title.clone(),
        summary: found.summary.clone(),
        services: found.family.into_iter().collect(),
        service_list_ids: Vec::new(),
        parties: lead.chain(others).collect(),
        kind: if is_shared_already { Kind::LeadAuthority } else { Kind::Other },
        legal_form: String::new(),
        aims: Vec::new(),
        happenings: vec![first_happening(report, found)],
        agreed_until: None,
        reviews: Vec::new(),
        break_terms: String::new(),
        price_of_leaving: PriceOfLeaving::NotSaid,
        lead_member: None,
        lead_officer: None,
        savings: Savings::NoFigure(if is_shared_already { NoFigure::NotInSource } else { NoFigure::TooEarly }),
        sources: vec![Cited {
            document: format!("Payments and contracts as published, searched on {}", report.place.today.long()),
            ..Cited::default()
        }],
        found_as: Some(found.id.clone()),
    }
}

/// The public body that is paid for it, where it is one alone.
fn provider(report: &Report, suppliers: &[SupplierId]) -> Option<BodyId> {
    let [one] = suppliers else { return None };
    report.place.suppliers.iter().find(|supplier| supplier.id == *one).and_then(|supplier| supplier.is_body.clone())
}

/// Payments show that it is at work, or that nobody has agreed to anything yet.
fn first_happening(report: &Report, found: &Opportunity) -> Happening {
    let today = When::Day(report.place.today);
    let first_payment = report.headline.period.map_or(today, |(first, _)| When::Month(first.month()));
    let (when, what, note) = if found.kind == opportunities::Kind::AlreadySharing {
        (first_payment, What::Started, "At work since the first month that was published, or longer.")
    } else {
        (today, What::Proposed, "Found in what the bodies publish; nobody has agreed to it yet.")
    };
    Happening { when, what, note: note.to_string(), sources: Vec::new() }
}
