//! What programs are told of opportunities.
//!
//! The rule: the shape of an answer changes only here, on purpose. A saving is a range.

use definitions::{Day, Pence, SavingRange};
use opportunities::Opportunity;

use crate::Site;
use crate::described::answers;
use crate::links::{arrangement_address, body_address, opportunity_address, whole};
use crate::overview::Overview;

answers! {
    /// A piece of the list of opportunities.
    List {
        /// The address of this list.
        url: String,
        /// The day of the last search; nothing where there was none.
        searched_on: Option<Day>,
        /// How many fit, in all pieces together.
        count: usize,
        /// The opportunities of this piece, the best first.
        opportunities: Vec<OpportunityTold>,
        /// The address of the next piece.
        next: Option<String>,
    }

    /// An opportunity.
    OpportunityTold {
        /// Its address, which never changes.
        url: String,
        /// Its stable name.
        id: String,
        /// Its place in the ranking, from 1.
        rank: usize,
        /// Its title.
        title: String,
        /// What it is, in a few sentences.
        summary: String,
        /// `same-supplier`, `ending-together`, `same-need` or `already-sharing`.
        kind: String,
        /// The code of its family of services.
        family: Option<String>,
        /// Its bodies with their parts.
        bodies: Vec<PartTold>,
        /// What sharing could reach of the yearly spend, in pence.
        addressable_yearly_pence: Pence,
        /// The saving a year, where one is proposed; never to be added up.
        saving: Option<RangeTold>,
        /// Pairs of partners.
        trust_fracture_points: u32,
        /// The score, 0 to 100.
        score: f64,
        /// What must be decided by when.
        deadlines: Vec<DeadlineTold>,
        /// What could make it wrong.
        cautions: Vec<String>,
        /// The address of the arrangement that it became.
        arrangement: Option<String>,
    }

    /// A body's part in an opportunity.
    PartTold {
        /// The address of the body.
        url: String,
        /// Its stable name.
        id: String,
        /// What it spends on this in a year, in pence.
        yearly_pence: Pence,
    }

    /// A saving a year as a range.
    RangeTold {
        /// One chance in ten that it is less, in pence.
        p10_pence: Pence,
        /// As likely more as less, in pence.
        p50_pence: Pence,
        /// One chance in ten that it is more, in pence.
        p90_pence: Pence,
        /// The chance of no saving or a loss, 0 to 1.
        chance_of_none: f64,
        /// Where the range comes from.
        source: String,
    }

    /// Something to decide.
    DeadlineTold {
        /// By when.
        day: Day,
        /// What.
        what: String,
        /// The stable name of the body that decides, where it is one.
        body: Option<String>,
    }
}

impl OpportunityTold {
    /// An opportunity as programs are told it.
    pub(super) fn of(site: &Site, overview: &Overview, rank: usize, found: &Opportunity) -> OpportunityTold {
        let part = |share: &opportunities::BodyShare| PartTold {
            url: whole(site, &body_address(&share.body)),
            id: share.body.to_string(),
            yearly_pence: share.yearly,
        };
        let deadline = |due: &opportunities::Deadline| DeadlineTold {
            day: due.day,
            what: due.what.clone(),
            body: due.body.as_ref().map(ToString::to_string),
        };
        OpportunityTold {
            url: whole(site, &opportunity_address(&found.id)),
            id: found.id.to_string(),
            rank,
            title: found.title.clone(),
            summary: found.summary.clone(),
            kind: pages::kind_code(found.kind).to_string(),
            family: found.family.map(|family| family.code().to_string()),
            bodies: found.bodies.iter().map(part).collect(),
            addressable_yearly_pence: found.addressable_yearly,
            saving: found.saving.as_ref().map(RangeTold::of),
            trust_fracture_points: found.trust_fracture_points,
            score: found.score.total,
            deadlines: found.deadlines.iter().map(deadline).collect(),
            cautions: found.cautions.clone(),
            arrangement: overview.became(&found.id).map(|id| whole(site, &arrangement_address(id))),
        }
    }
}

impl RangeTold {
    fn of(range: &SavingRange) -> RangeTold {
        RangeTold {
            p10_pence: range.p10,
            p50_pence: range.p50,
            p90_pence: range.p90,
            chance_of_none: range.chance_of_none,
            source: range.source.clone(),
        }
    }
}
