//! The report of `find` as parts of a site: one opportunity, one body's card, and what stands for the whole place.
//!
//! The rule: the same parts as in the offline report, with the same figures; only the links differ, since each opportunity
//! has an address of its own. Nothing is left out for size.

use definitions::{BodyId, OpportunityId};
use maud::{Markup, html};
use opportunities::Kind;

use super::{Page, card, ends, families, opportunity, overlap, soon, trust};
use crate::Report;
use crate::names::Names;
use crate::words::{family_name, kind_name, saving_short};

/// A report whose parts are shown on pages of their own.
pub struct ReportOnSite<'a> {
    page: Page<'a>,
}

impl<'a> ReportOnSite<'a> {
    /// The parts of `report`.
    pub fn of(report: &'a Report) -> ReportOnSite<'a> {
        ReportOnSite { page: Page { report, names: Names::of(report), told_in_full: report.opportunities.len(), is_on_site: true } }
    }

    /// Everything about one opportunity but its title; `None` where the report does not hold it.
    pub fn opportunity(&self, id: &OpportunityId) -> Option<Markup> {
        let found = self.page.report.opportunities.iter().find(|found| found.id == *id)?;
        Some(html! { div class="cw-opportunity" { (opportunity::told(&self.page, found)) } })
    }

    /// In the words of a table: its kind, its family, and its saving a year.
    pub fn in_brief(&self, id: &OpportunityId) -> Option<(&'static str, &'static str, String)> {
        let found = self.page.report.opportunities.iter().find(|found| found.id == *id)?;
        let saving = found.saving.as_ref().map_or_else(|| "None proposed".to_string(), saving_short);
        Some((kind_name(found.kind), family_name(found.family), saving))
    }

    /// The card of what a body publishes; `None` where it published nothing that was read.
    pub fn card(&self, body: &BodyId) -> Option<Markup> {
        let cards = &self.page.report.cards;
        cards.iter().find(|card| card.body == *body).map(|one| card::card(one, 1))
    }

    /// What stands for the whole place: decisions coming up, who shares suppliers with whom, contract ends, money by family.
    pub fn whole_place(&self) -> Markup {
        html! {
            (soon::soon(&self.page))
            (overlap::overlap(&self.page))
            (ends::ends(&self.page))
            (families::families(&self.page))
        }
    }

    /// The kind of an opportunity as a tag.
    pub fn kind_tag(kind: Kind) -> Markup {
        opportunity::kind_tag(kind)
    }

    /// What a search is, and how far to trust it; it leads to an element with the id `method`.
    pub fn trust() -> Markup {
        trust::trust()
    }
}
