//! Report cards: for each publisher, what was read of its files and what it could mend first.
//!
//! The rule: the facts and the advice are `intake`'s; figures are after repeats were taken out; every repair comes with
//! the first lines where it was met.

use std::collections::BTreeMap;

use definitions::{BodyId, Pence, Remark, RemarkKind, Trouble};
use evidence::{Engine, FileEntry, MonthPaid, Outcome, RemarkRow};
use intake::{Basis, FileForCard, TableKind, Understanding};
use opportunities::Place;
use pages::{FieldFill, FileRead, RepairSeen, RepeatSeen, ReportCard};

use crate::facts::{by_body, written};
use crate::repeats::{Repeats, same_bytes};
use crate::report::is_ours;

/// Remarks of each kind shown on a card; `remarks.csv` has them all.
const MOST_EXAMPLES: u32 = 4;

/// The card of every publisher, by its name for files.
pub(crate) fn cards(
    opened: &crate::place::Place,
    engine: &Engine,
    entries: &[FileEntry],
    place: &Place,
    months: &[MonthPaid],
    repeats: &Repeats<'_>,
) -> Result<Vec<ReportCard>, Trouble> {
    let examples = engine.remark_examples(MOST_EXAMPLES)?;
    let values = engine.repeated_values()?;
    let months = by_body(months);
    let mut by_publisher: BTreeMap<&BodyId, Vec<&FileEntry>> = BTreeMap::new();
    entries.iter().for_each(|entry| by_publisher.entry(&entry.publisher).or_default().push(entry));
    let all_repeats = repeats_of_all(entries, repeats, &values);
    let card = |(publisher, files): (&BodyId, Vec<&FileEntry>)| {
        let understood: Vec<FileForCard<'_>> = files.iter().filter_map(|entry| for_card(entry)).collect();
        let facts = intake::card(&understood);
        let months = months.get(publisher).cloned().unwrap_or_default();
        let known = place.bodies.iter().find(|body| body.id == *publisher).map(|body| body.name.clone());
        ReportCard {
            body: publisher.clone(),
            name: known
                .or_else(|| opened.directory.get(publisher).map(|body| body.short_name.clone()))
                .unwrap_or_else(|| written(publisher)),
            files: files.iter().map(|entry| file_read(entry)).collect(),
            period: facts.period,
            rows: months.iter().map(|(_, rows, _)| rows).sum(),
            value: months.iter().map(|(.., paid)| *paid).sum(),
            months,
            gaps: facts.gaps,
            fields: facts.fields.into_iter().map(|(field, is_mandatory, fill)| FieldFill { field, is_mandatory, fill }).collect(),
            repairs: facts.repairs.iter().map(|(kind, count)| repair(*kind, *count, publisher, &examples)).collect(),
            repeats: all_repeats.iter().filter(|(of, _)| *of == publisher).map(|(_, repeat)| repeat.clone()).collect(),
            fix_first: facts.fix_first.into_iter().chain(facts.series_break).collect(),
        }
    };
    Ok(by_publisher.into_iter().map(card).collect())
}

fn understanding(entry: &FileEntry) -> Option<&Understanding> {
    if let Outcome::Read(understanding) = &entry.outcome { Some(understanding) } else { None }
}

fn for_card(entry: &FileEntry) -> Option<FileForCard<'_>> {
    Some(FileForCard { name: &entry.path, understanding: understanding(entry)? })
}

fn file_read(entry: &FileEntry) -> FileRead {
    let tables = understanding(entry).map(|understanding| understanding.tables.as_slice()).unwrap_or_default();
    let ours = || tables.iter().filter(|table| is_ours(table.kind));
    let note = match &entry.outcome {
        Outcome::Refused { because, try_next } => format!("Not understood: {}. {try_next}", because.trim_end_matches('.')),
        Outcome::SameAs(other) => format!("The same bytes as {other}, where it is counted."),
        Outcome::Read(_) => tables
            .iter()
            .filter(|table| table.kind == TableKind::NotOneOfThese)
            .map(|table| table.kind_why.clone())
            .collect::<Vec<_>>()
            .join(" "),
    };
    FileRead {
        name: entry.path.clone(),
        format: understanding(entry).map(|understanding| understanding.format),
        kinds: tables.iter().map(|table| table.kind).collect(),
        period: ours().filter_map(|table| table.period).reduce(|(first, last), (from, to)| (first.min(from), last.max(to))),
        rows: ours().map(|table| table.rows_kept).sum(),
        set_aside: ours().flat_map(|table| table.set_aside.values()).sum(),
        value: ours().map(|table| table.total).sum(),
        basis: ours()
            .map(|table| table.basis)
            .reduce(|first, next| if first == next { first } else { Basis::Unknown })
            .unwrap_or(Basis::Unknown),
        note,
    }
}

fn repair(kind: RemarkKind, count: u64, publisher: &BodyId, examples: &[RemarkRow]) -> RepairSeen {
    let of_kind = examples.iter().filter(|row| row.body == *publisher && row.kind == kind.code());
    let example = |row: &RemarkRow| {
        let remark = Remark {
            kind,
            sheet: row.sheet.as_deref().map(Into::into),
            line: row.line,
            column: row.column.as_deref().map(Into::into),
            seen: row.seen.clone(),
            done: row.done.clone(),
        };
        (row.file.clone(), remark)
    };
    RepairSeen { kind, count, examples: of_kind.map(example).collect() }
}

fn repeats_of_all<'a>(entries: &'a [FileEntry], repeats: &Repeats<'a>, values: &evidence::RepeatedValues) -> Vec<(&'a BodyId, RepeatSeen)> {
    let same = same_bytes(entries).into_iter().map(|(entry, other, rows, value)| {
        let seen = RepeatSeen {
            file: entry.path.clone(),
            counted_in: other.path.clone(),
            rows,
            value,
            is_whole_file: true,
            why: "The two files are the same bytes under two names.".to_string(),
        };
        (&entry.publisher, seen)
    });
    let partly = repeats.summaries.iter().map(|(entry, other, summary)| {
        let value = values.get(&(entry.path.clone(), other.path.clone())).map_or(Pence::ZERO, |(_, value)| *value);
        let seen = RepeatSeen {
            file: entry.path.clone(),
            counted_in: other.path.clone(),
            rows: summary.rows,
            value,
            is_whole_file: summary.is_whole_file,
            why: [Some(summary.why.clone()), summary.caution.clone()].into_iter().flatten().collect::<Vec<_>>().join(" "),
        };
        (&entry.publisher, seen)
    });
    same.chain(partly).collect()
}
