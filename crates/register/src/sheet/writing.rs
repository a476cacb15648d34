//! The register as a sheet: one row an arrangement, under headings that the reader of sheets knows.
//!
//! The rule: what is written here reads back as no change at all, and into an empty register as the same sheet again. It is
//! what is published and true on the day that is asked for. A cell is text as it stands: whoever writes a file from it keeps
//! a spreadsheet from running it.

use std::collections::BTreeMap;

use bodies::Directory;
use definitions::{BodyId, Day};

use super::party_cells::PARTY_COLUMNS;
use super::{Column, Sheet, SheetRow, line_words};
use crate::{Arrangement, Party, PriceOfLeaving, Record, Register, Savings, What, When};

/// The published arrangements on `day`, by reference; the first row is the headings.
pub fn sheet_of(register: &Register, day: Day) -> Sheet {
    let headings = Column::written().map(|column| column.heading().to_string()).collect();
    let mut rows = vec![SheetRow { line: 1, cells: headings }];
    let names = Names::of(register);
    for (said, line) in register.published().map(Record::arrangement).zip(2..) {
        let mut cells = cells_of(said, &names, day);
        let cells = Column::written().map(|column| cells.remove(&column).unwrap_or_default()).collect();
        rows.push(SheetRow { line, cells });
    }
    Sheet { name: format!("Arrangements on {day}"), rows }
}

/// Under which name each body is written.
pub(super) struct Names(BTreeMap<BodyId, String>);

impl Names {
    /// The names of every body that has a part in anything published.
    pub fn of(register: &Register) -> Names {
        let mut names = BTreeMap::new();
        for party in register.published().flat_map(|record| &record.arrangement().parties) {
            if !names.contains_key(&party.body) {
                names.insert(party.body.clone(), name(&party.body, register.directory()));
            }
        }
        Names(names)
    }

    fn of_body<'a>(&'a self, body: &'a BodyId) -> &'a str {
        self.0.get(body).map_or(body.as_str(), String::as_str)
    }
}

/// What stands in each cell of one arrangement; columns without text are left out.
pub(super) fn cells_of(said: &Arrangement, names: &Names, day: Day) -> BTreeMap<Column, String> {
    let mut cells: Vec<(Column, String)> = vec![
        (Column::Reference, said.id.to_string()),
        (Column::Title, said.title.clone()),
        (Column::Services, said.services.iter().map(|family| family.name()).collect::<Vec<_>>().join("; ")),
        (Column::ServiceListIds, said.service_list_ids.iter().map(u32::to_string).collect::<Vec<_>>().join("; ")),
        (Column::Summary, said.summary.clone()),
        (Column::Kind, said.kind.words().to_string()),
        (Column::LegalForm, said.legal_form.clone()),
        (Column::Aims, said.aims.iter().map(|aim| aim.code()).collect::<Vec<_>>().join("; ")),
        (Column::Status, said.stage_on(day).words().to_string()),
        (Column::AgreedUntil, written_when(said.agreed_until)),
        (Column::Reviews, said.reviews.iter().map(|day| day.to_string()).collect::<Vec<_>>().join("; ")),
        (Column::BreakTerms, said.break_terms.clone()),
        (Column::PriceOfLeaving, price(&said.price_of_leaving)),
    ];
    cells.extend(parties(said, names, day));
    cells.extend(happenings(said));
    cells.extend(leads(said));
    match &said.savings {
        Savings::Lines(lines) => {
            cells.push((Column::Savings, lines.iter().map(line_words::written).collect::<Vec<_>>().join("\n")));
        }
        Savings::NoFigure(reason) => cells.push((Column::NoFigure, reason.words().to_string())),
    }
    if let Some(first) = said.sources.first() {
        cells.push((Column::SourceDocument, first.document.clone()));
        cells.push((Column::SourcePlace, first.place.clone()));
        cells.push((Column::SourceLink, first.link.clone()));
        cells.push((Column::SourcePublished, written_when(first.published)));
    }
    cells.into_iter().filter(|(_, text)| !text.trim().is_empty()).collect()
}

fn parties(said: &Arrangement, names: &Names, day: Day) -> Vec<(Column, String)> {
    let mut parties: Vec<Party> = said.parties_on(day);
    if parties.is_empty() {
        parties.clone_from(&said.parties);
    }
    let of = |(column, role)| {
        let named = parties.iter().filter(|party| party.role == role).map(|party| names.of_body(&party.body));
        (column, named.collect::<Vec<&str>>().join("; "))
    };
    PARTY_COLUMNS.into_iter().map(of).collect()
}

fn happenings(said: &Arrangement) -> Vec<(Column, String)> {
    let in_order = said.in_order();
    let first = |what: What| in_order.iter().find(|happening| happening.what == what).map(|happening| happening.when);
    vec![
        (Column::Proposed, written_when(first(What::Proposed))),
        (Column::Agreed, written_when(first(What::Agreed))),
        (Column::Started, written_when(said.started().or_else(|| first(What::Renewed)))),
        (Column::Ended, written_when(said.ended())),
    ]
}

fn leads(said: &Arrangement) -> Vec<(Column, String)> {
    let member = said.lead_member.iter().flat_map(|lead| {
        [(Column::LeadMemberRole, &lead.role), (Column::LeadMemberName, &lead.name), (Column::LeadMemberContact, &lead.contact)]
    });
    let officer = said.lead_officer.iter().flat_map(|lead| {
        [(Column::LeadOfficerRole, &lead.role), (Column::LeadOfficerName, &lead.name), (Column::LeadOfficerContact, &lead.contact)]
    });
    member.chain(officer).map(|(column, text)| (column, text.clone())).collect()
}

/// The official name where it means this body alone; its reference where it might be read as another or as several.
fn name(body: &BodyId, directory: &Directory) -> String {
    let official = directory.get(body).map(|known| known.name.as_str()).filter(|name| {
        let read = super::names::names(name, directory);
        read.faults.is_empty() && read.bodies.len() == 1 && read.bodies[0] == (body.clone(), None)
    });
    official.unwrap_or(body.as_str()).to_string()
}

fn price(price: &PriceOfLeaving) -> String {
    match price {
        PriceOfLeaving::NotSaid => String::new(),
        told => told.in_words(),
    }
}

fn written_when(when: Option<When>) -> String {
    when.map(|when| when.to_string()).unwrap_or_default()
}
