//! The report: one HTML file that opens from disk, reads on a phone and prints as a committee paper.
//!
//! The rule: everything is in the file; it asks for nothing from anywhere, works without its script, and
//! stays under five million bytes however large the place is. What it leaves out it says, and where it is.

mod card;
mod cards;
pub(crate) mod document;
mod ends;
mod families;
mod method;
mod not_understood;
mod on_site;
mod opportunity;
mod overlap;
mod ranked;
mod soon;
mod suppliers;
mod top;
mod trust;
mod working;

use definitions::OpportunityId;
use maud::html;

use crate::Report;
use crate::names::Names;

pub use on_site::ReportOnSite;

/// The whole report as one HTML file.
pub fn report_html(report: &Report) -> String {
    let mut page = Page { report, names: Names::of(report), told_in_full: report.opportunities.len(), is_on_site: false };
    page.told_in_full = opportunity::within_budget(&page);
    let content = html! {
        (top::top(&page))
        (trust::trust())
        (top::contents(&page))
        (soon::soon(&page))
        (ranked::ranked(&page))
        (opportunity::sections(&page))
        (overlap::overlap(&page))
        (ends::ends(&page))
        (families::families(&page))
        (suppliers::suppliers(&page))
        (cards::cards(&page))
        (not_understood::not_understood(&page))
        (method::method())
    };
    document::document(&format!("Opportunities to share: {}", page.place_name()), FOOTER, &content).into_string()
}

/// Whose words these are.
const FOOTER: &str =
    "Made by Commonweal from files that public bodies publish. Not a GOV.UK service and not the view of any body named in it.";

/// What every section is made from.
struct Page<'a> {
    report: &'a Report,
    names: Names<'a>,
    /// How many opportunities have a section of their own; links lead only to those.
    told_in_full: usize,
    /// True where each opportunity is a page of a site, and not a section of one file.
    is_on_site: bool,
}

impl Page<'_> {
    /// The place's name for headings, also where nobody gave it one.
    fn place_name(&self) -> &str {
        if self.report.place.name.is_empty() { "This place" } else { &self.report.place.name }
    }

    /// Where an opportunity is told.
    fn address(&self, id: &OpportunityId) -> String {
        if self.is_on_site { format!("/opportunities/{id}") } else { format!("#{}", opportunity::anchor(id)) }
    }

    /// Where trust fracture points are explained.
    fn trust_address(&self) -> &'static str {
        if self.is_on_site { "/sources#trust-points" } else { "#trust-points" }
    }
}
