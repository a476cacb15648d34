//! Names for people of the bodies, suppliers and opportunities in a report, by their ids.
//!
//! The rule: an id that has no name is shown as it is, so that nothing on a page is ever blank.

use std::collections::HashMap;

use definitions::{BodyId, OpportunityId, SupplierId};

use crate::Report;

/// The names, looked up once for a whole page or file.
pub(crate) struct Names<'a> {
    bodies: HashMap<&'a str, &'a str>,
    suppliers: HashMap<&'a str, &'a str>,
    opportunities: HashMap<&'a str, (usize, &'a str)>,
}

impl<'a> Names<'a> {
    /// The names in `report`.
    pub(crate) fn of(report: &'a Report) -> Names<'a> {
        let mut bodies: HashMap<&str, &str> = report.cards.iter().map(|card| (card.body.as_str(), card.name.as_str())).collect();
        bodies.extend(report.place.bodies.iter().map(|body| (body.id.as_str(), body.name.as_str())));
        let mut suppliers: HashMap<&str, &str> = report.suppliers.iter().map(|view| (view.id.as_str(), view.name.as_str())).collect();
        suppliers.extend(report.place.suppliers.iter().map(|supplier| (supplier.id.as_str(), supplier.name.as_str())));
        let ranked = report.opportunities.iter().enumerate();
        let opportunities = ranked.map(|(place, found)| (found.id.as_str(), (place + 1, found.title.as_str()))).collect();
        Names { bodies, suppliers, opportunities }
    }

    /// The body's name for tables.
    pub(crate) fn body<'b>(&'b self, id: &'b BodyId) -> &'b str {
        self.bodies.get(id.as_str()).copied().unwrap_or(id.as_str())
    }

    /// The supplier's name for people.
    pub(crate) fn supplier<'b>(&'b self, id: &'b SupplierId) -> &'b str {
        self.suppliers.get(id.as_str()).copied().unwrap_or(id.as_str())
    }

    /// Rank, from 1, and title of an opportunity, if it is in the report.
    pub(crate) fn opportunity(&self, id: &OpportunityId) -> Option<(usize, &'a str)> {
        self.opportunities.get(id.as_str()).copied()
    }

    /// The suppliers' names, separated by `separator`.
    pub(crate) fn suppliers(&self, ids: &[SupplierId], separator: &str) -> String {
        ids.iter().map(|id| self.supplier(id)).collect::<Vec<_>>().join(separator)
    }
}
