//! Everything published as JSON: Open Contracting releases and packages, dumps of notice services, and lists of anything.
//!
//! The rule: one contract for each award, or for each tender that is not yet awarded, with the number of its record as its
//! line; where a file has several notices of one contract the latest stage is kept and the rest are counted as superseded.
//! A list that is not notices becomes a sheet of rows, so that a JSON spend file is read as a CSV would be.
//! Nothing here trusts a file's name, its size, its depth or its publisher's schema.

mod dates;
mod document;
mod fields;
mod flat;
mod joint;
mod list;
mod parts;
mod records;
mod release;
mod shape;
mod standing;
mod suppliers;
#[cfg(test)]
mod tests;
mod understood;

use definitions::{Day, Remark, RemarkKind, Trouble};
use serde_json::Value;

use self::fields::Keys;
use self::list::ListSheet;
use self::parts::Doubts;
use self::records::{Item, Records};
use self::shape::Shape;
use self::standing::Standing;
use self::understood::NoticesUnderstood;
use crate::{Bytes, Contract, Format, Limits, LocalRules, TableUnderstood, Taker};

/// Reads a JSON document or a file of one document a line. `format` is the sniffer's opinion and may be wrong.
pub(crate) fn read_json(
    file_name: &str,
    bytes: &mut dyn Bytes,
    format: Format,
    rules: &LocalRules,
    limits: &Limits,
    taker: &mut dyn Taker,
) -> Result<Vec<TableUnderstood>, Trouble> {
    let mut records = document::open(file_name, bytes, format, limits)?;
    let mut survey = Survey::default();
    records.walk(&mut |_, _, item| {
        survey.meet(&item, limits);
        true
    })?;
    let understood = match survey.shape() {
        Shape::Rows => {
            let mut sheet = ListSheet::new(records, survey.keys);
            let mut table = crate::tables::understand(&mut sheet, file_name, rules, limits, taker)?;
            // The heading is made of keys and stands on no line.
            table.heading_line = table.heading_line.filter(|line| *line > 0);
            table
        }
        Shape::OpenContracting | Shape::FlatNotices => read_notices(&mut records, survey, limits, taker)?,
    };
    Ok(vec![understood])
}

/// One contract as found, before it is known whether a later notice supersedes it.
struct Found {
    contract: Contract,
    /// What the notices of one contract share; empty where nothing says.
    key: String,
    /// What the notices of one award within it share.
    part: String,
    stage: Stage,
    /// The day of the notice.
    noticed: Option<Day>,
    doubts: Doubts,
}

/// How far a contract has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Stage {
    Planned,
    Invited,
    Awarded,
}

/// What the first walk learns.
#[derive(Default)]
struct Survey {
    releases: u64,
    flat_notices: u64,
    others: u64,
    keys: Keys,
    standing: Standing,
}

impl Survey {
    fn meet(&mut self, item: &Item<'_>, limits: &Limits) {
        let Item::Value(record) = item else { return };
        let (found, kind) = found_in(record, &mut self.keys, limits);
        match kind {
            Shape::OpenContracting => self.releases += 1,
            Shape::FlatNotices => self.flat_notices += 1,
            Shape::Rows => self.others += 1,
        }
        found.iter().for_each(|found| self.standing.meet(found));
    }

    /// What most records are.
    fn shape(&self) -> Shape {
        if self.releases > 0 && self.releases >= self.others {
            Shape::OpenContracting
        } else if self.flat_notices > 0 && self.flat_notices >= self.others {
            Shape::FlatNotices
        } else {
            Shape::Rows
        }
    }
}

/// The contracts of a record, and what it is; none of what is no notice.
fn found_in(record: &Value, keys: &mut Keys, limits: &Limits) -> (Vec<Found>, Shape) {
    if shape::is_open_contracting(record) {
        return (release::contracts_of(record), Shape::OpenContracting);
    }
    let fields = keys.read(record, limits.columns);
    if shape::is_flat_notice(&fields) { (vec![flat::contract_of(fields)], Shape::FlatNotices) } else { (Vec::new(), Shape::Rows) }
}

fn read_notices(records: &mut Records<'_>, survey: Survey, limits: &Limits, taker: &mut dyn Taker) -> Result<TableUnderstood, Trouble> {
    let what = if survey.shape() == Shape::OpenContracting { "Open Contracting releases" } else { "notices" };
    let Survey { mut standing, mut keys, .. } = survey;
    let mut understood = NoticesUnderstood::new();
    standing.begin_again();
    taker.sheet(None);
    records.walk(&mut |line, read, item| {
        let goes_on = match item {
            Item::Blank => set_aside(RemarkKind::BlankRow, line, "", "The line was passed over.", &mut understood, taker),
            Item::Broken(why) => {
                let done = format!("The line is not JSON and was not read: {why}.");
                set_aside(RemarkKind::ContractIncomplete, line, "", &done, &mut understood, taker)
            }
            Item::Value(record) => match found_in(record, &mut keys, limits) {
                (_, Shape::Rows) => set_aside(
                    RemarkKind::ContractIncomplete,
                    line,
                    "",
                    "The record is no notice and was passed over.",
                    &mut understood,
                    taker,
                ),
                (found, _) => found.into_iter().all(|found| {
                    let is_superseded = standing.is_superseded(&found);
                    take(found, line, is_superseded, &mut understood, taker)
                }),
            },
        };
        goes_on && taker.progress(read)
    })?;
    Ok(understood.finish(what, records.text_form()))
}

/// Hands one contract on, or sets it aside.
fn take(found: Found, line: u32, is_superseded: bool, understood: &mut NoticesUnderstood, taker: &mut dyn Taker) -> bool {
    let Found { mut contract, noticed, doubts, key, .. } = found;
    if is_superseded {
        return set_aside(
            RemarkKind::ContractSuperseded,
            line,
            &key,
            "A later notice of this contract was read instead.",
            understood,
            taker,
        );
    }
    if contract.title.is_none() && contract.suppliers.is_empty() {
        return set_aside(
            RemarkKind::ContractIncomplete,
            line,
            "",
            "The record has neither title nor supplier and was passed over.",
            understood,
            taker,
        );
    }
    contract.line = line;
    understood.keep(&contract, noticed);
    for (kind, column, seen, done) in doubts {
        understood.doubt(kind);
        if !taker.remark(Remark { kind, sheet: None, line, column: Some(column.into()), seen: shortened(&seen), done }) {
            return false;
        }
    }
    taker.contract(contract)
}

fn set_aside(kind: RemarkKind, line: u32, seen: &str, done: &str, understood: &mut NoticesUnderstood, taker: &mut dyn Taker) -> bool {
    understood.set_aside(kind);
    taker.remark(Remark { kind, sheet: None, line, column: None, seen: shortened(seen), done: done.to_string() })
}

fn shortened(seen: &str) -> String {
    seen.chars().take(80).collect()
}
