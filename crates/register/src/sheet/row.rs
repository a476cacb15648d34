//! One row made into an arrangement: what its cells say, over what the register has.
//!
//! The rule: a cell that stands as the register would write it changes nothing, so that what a sheet cannot hold is never lost by
//! sending it around. An empty cell changes nothing either. A new arrangement says what its cells say, and no more.

use std::collections::BTreeMap;

use bodies::Directory;
use definitions::Day;
use services::Family;

use super::amounts::{AmountCell, amount};
use super::choices::{FamilyRead, aim, family, kind, stage};
use super::days::{Edge, when};
use super::{Column, Note, party_cells, savings_cells, seen};
use crate::faults::visible;
use crate::{Aim, Arrangement, Cited, Happening, Kind, Lead, PriceOfLeaving, Stage, What, When};

/// Reads the cells of one row, and gathers what is to be said of them.
pub(super) struct RowReader<'a> {
    pub line: u32,
    pub directory: &'a Directory,
    /// The day of which the sheet tells.
    pub told_on: Day,
    /// The name of the sheet, for a line of which nobody says who said it.
    pub sheet: &'a str,
    /// The cells that are not empty, by column, with the heading as written.
    pub cells: &'a BTreeMap<Column, (String, String)>,
    /// What the register would write, where it has the arrangement.
    pub known: BTreeMap<Column, String>,
    pub remarks: Vec<Note>,
    pub faults: Vec<Note>,
}

impl RowReader<'_> {
    /// The cell of a column, without what hides in it; `None` where it is empty.
    pub fn cell(&self, column: Column) -> Option<String> {
        let (_, cell) = self.cells.get(&column)?;
        let (text, _) = visible(plain(cell));
        (!text.is_empty()).then_some(text)
    }

    /// The cell, where it says something else than the register has.
    pub fn changed(&self, column: Column) -> Option<String> {
        let cell = self.cell(column)?;
        let is_known = self.known.get(&column).is_some_and(|known| visible(plain(known)).0 == cell);
        (!is_known).then_some(cell)
    }

    /// Says what was done with a cell.
    pub fn remark(&mut self, column: Column, sentence: impl Into<String>) {
        let note = self.note(column, sentence.into());
        self.remarks.push(note);
    }

    /// Says what was done with the row.
    pub fn remark_row(&mut self, sentence: &str) {
        self.remarks.push(Note { line: self.line, heading: String::new(), seen: String::new(), sentence: sentence.to_string() });
    }

    /// Says what is wrong with a cell.
    pub fn fault(&mut self, column: Column, sentence: impl Into<String>) {
        let note = self.note(column, sentence.into());
        self.faults.push(note);
    }

    /// Who said it, where the sheet names nobody: the sheet itself.
    pub fn sheet_said(&self) -> String {
        let name: String = visible(self.sheet).0.chars().take(200).collect();
        if name.is_empty() { "the sheet it came from".to_string() } else { name }
    }

    fn note(&self, column: Column, sentence: String) -> Note {
        let (heading, cell) = self.cells.get(&column).cloned().unwrap_or_else(|| (column.heading().to_string(), String::new()));
        Note { line: self.line, heading, seen: seen(&cell), sentence }
    }

    /// Sets what the cells say.
    pub fn apply(&mut self, said: &mut Arrangement) {
        self.texts(said);
        self.services(said);
        party_cells::set(said, self);
        self.choices(said);
        self.happenings(said);
        self.terms(said);
        self.source(said);
        savings_cells::set(said, self);
    }

    fn texts(&mut self, said: &mut Arrangement) {
        for (column, text) in [
            (Column::Title, &mut said.title),
            (Column::Summary, &mut said.summary),
            (Column::LegalForm, &mut said.legal_form),
            (Column::BreakTerms, &mut said.break_terms),
        ] {
            if let Some(cell) = self.changed(column) {
                *text = cell;
            }
        }
        self.lead([Column::LeadMemberRole, Column::LeadMemberName, Column::LeadMemberContact], &mut said.lead_member);
        self.lead([Column::LeadOfficerRole, Column::LeadOfficerName, Column::LeadOfficerContact], &mut said.lead_officer);
    }

    fn lead(&mut self, [role, name, contact]: [Column; 3], lead: &mut Option<Lead>) {
        for (column, part) in [(role, 0), (name, 1), (contact, 2)] {
            let Some(cell) = self.changed(column) else { continue };
            let empty = Lead { role: String::new(), name: String::new(), contact: String::new(), body: None };
            let lead = lead.get_or_insert(empty);
            *[&mut lead.role, &mut lead.name, &mut lead.contact][part] = cell;
        }
    }

    fn services(&mut self, said: &mut Arrangement) {
        if let Some(cell) = self.changed(Column::Services) {
            let mut families: Vec<Family> = Vec::new();
            for part in parted(&cell) {
                match family(part) {
                    Some(FamilyRead::Named(family) | FamilyRead::Recognised(family)) if families.contains(&family) => {}
                    Some(FamilyRead::Named(family)) => families.push(family),
                    Some(FamilyRead::Recognised(family)) => {
                        self.remark(Column::Services, format!("“{}” is taken for “{}”.", seen(part), family.name()));
                        families.push(family);
                    }
                    None => self.fault(Column::Services, format!("“{}” is no service of the list. Write its name or code.", seen(part))),
                }
            }
            said.services = families;
        }
        if let Some(cell) = self.changed(Column::ServiceListIds) {
            let numbers: Result<Vec<u32>, _> =
                cell.split([';', ',', ' ']).map(str::trim).filter(|one| !one.is_empty()).map(str::parse).collect();
            match numbers {
                Ok(numbers) => said.service_list_ids = numbers,
                Err(_) => self.fault(Column::ServiceListIds, "These are not whole numbers. Write them like “850; 1287”."),
            }
        }
    }

    fn choices(&mut self, said: &mut Arrangement) {
        if let Some(cell) = self.changed(Column::Kind) {
            match kind(&cell) {
                Some(kind) => said.kind = kind,
                None => {
                    let kinds: Vec<&str> = Kind::ALL.iter().map(|kind| kind.words()).collect();
                    self.fault(Column::Kind, format!("It is no kind of the list. Write one of: {}.", kinds.join("; ")));
                }
            }
        }
        if let Some(cell) = self.changed(Column::Aims) {
            let mut aims: Vec<Aim> = Vec::new();
            for part in parted(&cell) {
                match aim(part) {
                    Some(aim) if !aims.contains(&aim) => aims.push(aim),
                    Some(_) => {}
                    None => {
                        let all: Vec<&str> = Aim::ALL.iter().map(|aim| aim.code()).collect();
                        self.fault(Column::Aims, format!("“{}” is no aim of the list. Write one of: {}.", seen(part), all.join("; ")));
                    }
                }
            }
            said.aims = aims;
        }
    }

    fn happenings(&mut self, said: &mut Arrangement) {
        for (column, what, edge) in [
            (Column::Proposed, What::Proposed, Edge::Beginning),
            (Column::Agreed, What::Agreed, Edge::Beginning),
            (Column::Started, What::Started, Edge::Beginning),
            (Column::Ended, What::Ended, Edge::End),
        ] {
            let Some(cell) = self.changed(column) else { continue };
            match when(&cell, edge) {
                Some(when) => set_happening(said, what, when),
                None => self.fault(column, NO_DAY),
            }
        }
        let Some(cell) = self.changed(Column::Status) else { return };
        let Some(told) = stage(&cell) else {
            return self.fault(Column::Status, "It is no stage of the list. Write proposed, agreed, live or ended.");
        };
        let worked_out = said.stage_on(self.told_on);
        if worked_out == told {
            return;
        }
        let what = match told {
            Stage::Proposed => What::Proposed,
            Stage::Agreed => What::Agreed,
            Stage::Live => What::Started,
            Stage::Ended => What::Ended,
            Stage::NotYet => return,
        };
        if worked_out == Stage::NotYet || (told == Stage::Ended && said.ended().is_none()) {
            let note = format!("Told as {} on this day; the day itself is not said.", told.words());
            said.happenings.push(Happening { when: When::Day(self.told_on), what, note, sources: Vec::new() });
            self.remark(Column::Status, "No day is said for it, so it counts from the day of which the sheet tells.");
        } else {
            self.remark(Column::Status, format!("By its days it is {}, and so it is shown.", worked_out.words()));
        }
    }

    fn terms(&mut self, said: &mut Arrangement) {
        if let Some(cell) = self.changed(Column::AgreedUntil) {
            match when(&cell, Edge::End) {
                Some(until) => said.agreed_until = Some(until),
                None => self.fault(Column::AgreedUntil, NO_DAY),
            }
        }
        if let Some(cell) = self.changed(Column::Reviews) {
            let days: Vec<Option<When>> = parted(&cell).map(|part| when(part, Edge::Beginning)).collect();
            match days.iter().copied().collect::<Option<Vec<When>>>() {
                Some(days) => said.reviews = days.into_iter().map(When::first_day).collect(),
                None => self.fault(Column::Reviews, NO_DAY),
            }
        }
        if let Some(cell) = self.changed(Column::PriceOfLeaving) {
            said.price_of_leaving = match (cell.to_lowercase().as_str(), amount(&cell)) {
                ("free", _) => PriceOfLeaving::Free,
                (_, Some(AmountCell::Amount(read))) if !read.at_least && !read.is_a_year && !read.is_about => {
                    PriceOfLeaving::Amount(read.pence)
                }
                _ => PriceOfLeaving::InWords(cell),
            };
        }
    }

    fn source(&mut self, said: &mut Arrangement) {
        let cells =
            [Column::SourceDocument, Column::SourcePlace, Column::SourceLink, Column::SourcePublished].map(|column| self.changed(column));
        if cells.iter().all(Option::is_none) {
            return;
        }
        let [document, place, link, published] = cells;
        if said.sources.is_empty() {
            said.sources.push(Cited::default());
        }
        let first = &mut said.sources[0];
        for (cell, text) in [(document, &mut first.document), (place, &mut first.place), (link, &mut first.link)] {
            if let Some(cell) = cell {
                *text = cell;
            }
        }
        if let Some(cell) = published {
            match when(&cell, Edge::Beginning) {
                Some(when) => first.published = Some(when),
                None => self.fault(Column::SourcePublished, NO_DAY),
            }
        }
    }
}

const NO_DAY: &str = "It is no day, month or year. Write it like “01/04/2017”, “April 2017” or “2017”.";

/// A cell that was written with an apostrophe, so that no spreadsheet runs it, is the text behind it.
fn plain(cell: &str) -> &str {
    let rest = cell.strip_prefix('\'');
    rest.filter(|rest| rest.trim_start().starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠'])).unwrap_or(cell)
}

fn parted(cell: &str) -> impl Iterator<Item = &str> {
    cell.split([';', '\n']).map(str::trim).filter(|part| !part.is_empty())
}

/// Corrects the day of what happened, or adds it: of several starts the first, of several ends the one that counts.
fn set_happening(said: &mut Arrangement, what: What, when: When) {
    let known = if what == What::Ended {
        said.ended()
    } else {
        said.in_order().iter().find(|happening| happening.what == what).map(|happening| happening.when)
    };
    let place = said.happenings.iter().position(|happening| happening.what == what && Some(happening.when) == known);
    match place {
        Some(place) => said.happenings[place].when = when,
        None => said.happenings.push(Happening { when, what, note: String::new(), sources: Vec::new() }),
    }
}
