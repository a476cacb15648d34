//! One opportunity with its evidence, and what stands for the whole place.
//!
//! The rule: it says what the report of the search says, in the same parts. Who may is offered to take it into the register; where
//! that was done, the arrangement is named instead.

use definitions::{BodyId, OpportunityId};
use maud::{Markup, html};
use pages::ReportOnSite;
use pages::parts::{Button, inset_text};
use permissions::{Action, may};

use super::answer::OpportunityTold;
use crate::asker::asker_of;
use crate::asking::Format;
use crate::layout::Page;
use crate::links::{arrangement_address, link, opportunity_address};
use crate::{Asking, Reply, Site, Stop};

pub(super) fn page(site: &Site, asking: &Asking) -> Result<Reply, Stop> {
    let id = OpportunityId::new(asking.capture("id"));
    let report = site.desk.report()?.ok_or(Stop::NotFound)?;
    let place = report.opportunities.iter().position(|found| found.id == id).ok_or(Stop::NotFound)?;
    let found = &report.opportunities[place];
    let standing = site.desk.register()?;
    let overview = site.shelf.overview(standing.register(), asking.now.day());
    match asking.format {
        Format::Csv => Err(Stop::NotFound),
        Format::Json => Ok(Reply::json(&OpportunityTold::of(site, &overview, place + 1, found))),
        Format::Html => {
            let became = overview.became(&id).and_then(|id| overview.card(id));
            let bodies: Vec<BodyId> = found.bodies.iter().map(|share| share.body.clone()).collect();
            let content = html! {
                span class="govuk-caption-l" { "Opportunity " (place + 1) " of " (report.opportunities.len()) }
                h1 class="govuk-heading-l" { (found.title) }
                @match became {
                    Some(card) => (inset_text(&html! {
                        p class="govuk-body" { "It was taken into the register as " (link(&arrangement_address(&card.id), &card.title)) "." }
                    })),
                    None => (take(site, asking, &id, &bodies)),
                }
                (ReportOnSite::of(&report).opportunity(&id).unwrap_or_default())
            };
            Ok(Page::new(found.title.clone()).under("/opportunities", "Opportunities").show(site, asking, &content))
        }
    }
}

/// The button that takes it into the register, for who may.
fn take(site: &Site, asking: &Asking, id: &OpportunityId, bodies: &[BodyId]) -> Markup {
    let address = format!("{}/take", opportunity_address(id));
    let is_allowed = may(&asker_of(asking), Action::TakeOpportunity, bodies).is_ok() && site.takes_forms(&address);
    html! { @if is_allowed { (asking.post_form(&address, &html! { (Button::new("Take it into the register")) })) } }
}

/// What stands for the whole place: decisions coming up, shared suppliers, contract ends, money by family.
pub(super) fn place(site: &Site, asking: &Asking) -> Result<Reply, Stop> {
    let report = site.desk.report()?.ok_or(Stop::NotFound)?;
    let content = html! {
        h1 class="govuk-heading-xl" { "What stands for the whole of " (site.place) }
        p class="govuk-body-l" { "From the files that its bodies publish, as searched on " (report.place.today.long()) "." }
        (ReportOnSite::of(&report).whole_place())
    };
    Ok(Page::new("The whole place").under("/opportunities", "Opportunities").show(site, asking, &content))
}
