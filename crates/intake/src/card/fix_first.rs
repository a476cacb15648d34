//! What the publishing officer could fix first.
//!
//! The rule: a sentence says what to do and how many lines or files it is about; the one about most lines comes first. At
//! most six, and after the third none that is about fewer than one line in a thousand.

use definitions::RemarkKind;

use super::fields::{CONTRACTS, Field, SPENDING};
use super::{PublicationCard, Tables, headings};
use crate::{Basis, Format, TableUnderstood};

/// Sentences on a card.
const MOST: usize = 6;
/// Sentences given however few lines they are about.
const FEW: usize = 3;

/// Repairs that one habit of the publisher would spare, and the habit. `{n}` is the number of lines.
const HABITS: &[(&[RemarkKind], &str)] = &[
    (&[RemarkKind::PrivatePerson], "Withhold the names of private persons before publishing: {n} lines seem to name one."),
    (&[RemarkKind::DateMissing], "Give every payment its date: {n} have none."),
    (
        &[RemarkKind::DateUnreadable, RemarkKind::DateImpossible, RemarkKind::DateSwapped, RemarkKind::DateImplausible],
        "Write every date as dd/mm/yyyy: {n} dates are not days of the calendar, stand the wrong way round or lie far outside their file.",
    ),
    (
        &[RemarkKind::AmountMissing, RemarkKind::AmountUnreadable, RemarkKind::AmountTooLarge],
        "Write every amount as plain pounds and pence (1234.56): {n} lines have none that can be read and are not counted.",
    ),
    (&[RemarkKind::AmountRounded], "Round amounts to whole pence: {n} have more than two decimals."),
    (
        &[RemarkKind::TitleRow, RemarkKind::TotalRow, RemarkKind::NoteRow, RemarkKind::RepeatedHeading, RemarkKind::BlankRow],
        "Leave titles, totals, notes and blank lines out of the data: {n} lines are no payments.",
    ),
    (&[RemarkKind::CodeRemoved], "Keep codes out of suppliers' names and give them a column of their own: {n} names had one."),
    (&[RemarkKind::SupplierMissing], "Name the beneficiary or write REDACTED PERSONAL DATA: {n} payments have neither."),
    (&[RemarkKind::IdentifierUnusable], "Leave an identifier empty where it is not known, and keep leading noughts: {n} cannot be used."),
    (&[RemarkKind::EncodingRepaired, RemarkKind::NulRemoved], "Save files as CSV in UTF-8: text had to be repaired {n} times."),
    (
        &[RemarkKind::RaggedRow, RemarkKind::QuoteRepaired],
        "Put quotation marks around text with commas: {n} lines do not have as many cells as the heading.",
    ),
    (&[RemarkKind::ContractIncomplete], "Give every contract a title and a supplier: {n} lines have neither."),
    (&[RemarkKind::ContractDates], "Check contracts that end before they start: {n} do."),
];

/// At most six sentences, the one about most lines first.
pub(super) fn sentences(card: &PublicationCard, payments: &Tables<'_>, contracts: &Tables<'_>) -> Vec<String> {
    let mut all: Vec<(u64, String)> = Vec::new();
    all.extend(basis(payments));
    all.extend(workbooks(payments));
    all.extend(changed_headings(card, payments));
    all.extend(gaps(card));
    all.extend(HABITS.iter().filter_map(|(kinds, habit)| {
        let times = kinds.iter().filter_map(|kind| card.repairs.get(kind)).sum::<u64>();
        (times > 0).then(|| (times, habit.replace("{n}", &number(times))))
    }));
    all.extend(missing_fields(payments, SPENDING, "payment"));
    all.extend(missing_fields(contracts, CONTRACTS, "contract"));
    // A stable sort: of sentences about equally many lines the earlier above is the more useful.
    all.sort_by_key(|(rows, _)| std::cmp::Reverse(*rows));
    let thousandth = (payments.rows() + contracts.rows()) / 1_000;
    let worth_saying = all.into_iter().enumerate().filter(|(place, (rows, _))| *place < FEW || *rows > thousandth);
    worth_saying.map(|(_, (_, sentence))| sentence).take(MOST).collect()
}

fn basis(payments: &Tables<'_>) -> Option<(u64, String)> {
    let (rows, said) = of_files(payments, |_, table| table.basis == Basis::Unknown)?;
    Some((rows, format!("State whether amounts include VAT: {}.", said.none_or("says so", "do not say", "does not say"))))
}

fn workbooks(payments: &Tables<'_>) -> Option<(u64, String)> {
    let is_workbook = |format: Format, _: &TableUnderstood| matches!(format, Format::Xlsx | Format::Xls | Format::Ods);
    let (rows, said) = of_files(payments, is_workbook)?;
    Some((
        rows,
        format!(
            "Publish as CSV, which the Code recommends and every program reads: {}.",
            said.all_or("is a workbook", "are workbooks", "is a workbook")
        ),
    ))
}

fn changed_headings(card: &PublicationCard, payments: &Tables<'_>) -> Option<(u64, String)> {
    let last = card.heading_changes.last()?;
    let times = card.heading_changes.len();
    let how_often = if times == 1 { "they changed once".to_string() } else { format!("they changed {times} times, the last") };
    let last = last.trim_end_matches('.').replacen("In ", "in ", 1);
    Some((headings::rows_under_other_headings(payments), format!("Keep the headings the same from file to file: {how_often} {last}.")))
}

fn gaps(card: &PublicationCard) -> Option<(u64, String)> {
    let usual = card.months.iter().map(|(_, rows, _)| rows).sum::<u64>() / card.months.len().max(1) as u64;
    let names: Vec<String> = card.gaps.iter().take(3).map(|month| month.long()).collect();
    let more = card.gaps.len().checked_sub(3).filter(|more| *more > 0).map_or_else(String::new, |more| format!(" and {more} more months"));
    let verb = if card.gaps.len() == 1 { "it is" } else { "they are" };
    (!names.is_empty()).then(|| {
        (usual * card.gaps.len() as u64, format!("Publish {}{more}: {verb} missing between months that are there.", names.join(", ")))
    })
}

fn missing_fields<'a>(tables: &'a Tables<'_>, fields: &'static [Field], what: &'a str) -> impl Iterator<Item = (u64, String)> + 'a {
    let rows = tables.rows();
    // Irrecoverable VAT is asked for only where there is any, so most bodies rightly leave it out of most lines.
    let asked = fields.iter().filter(move |field| field.is_mandatory && rows > 0 && !field.name.to_lowercase().contains("irrecoverable"));
    asked.filter_map(move |field| {
        let missing = rows - field.filled_in(tables);
        let name = field.name.trim_start_matches("Contract ").to_lowercase();
        match missing {
            0 => None,
            all if all == rows => {
                Some((all, format!("Add the {name} of each {what}, which the Code asks for: none of {} {what}s has it.", number(rows))))
            }
            some => Some((some, format!("Give the {name} of every {what}: {} of {} have none.", number(some), number(rows)))),
        }
    })
}

/// How many files something is true of.
struct OfFiles {
    files: usize,
    all: usize,
}

/// The rows and files of which it is true, where it is of any.
fn of_files(tables: &Tables<'_>, is_true: impl Fn(Format, &TableUnderstood) -> bool) -> Option<(u64, OfFiles)> {
    let of = |wanted: bool| {
        let mut names: Vec<&str> = tables
            .0
            .iter()
            .filter(|(file, table)| !wanted || is_true(file.understanding.format, table))
            .map(|(file, _)| file.name)
            .collect();
        names.sort_unstable();
        names.dedup();
        names.len()
    };
    let rows = tables.0.iter().filter(|(file, table)| is_true(file.understanding.format, table)).map(|(_, table)| table.rows_kept).sum();
    (rows > 0).then(|| (rows, OfFiles { files: of(true), all: of(false) }))
}

impl OfFiles {
    /// "none of the 12 files says so", "3 of 12 files do not say".
    fn none_or(&self, says: &str, do_not: &str, does_not: &str) -> String {
        match (self.files, self.all) {
            (1, 1) => format!("the file {does_not}"),
            (files, all) if files == all => format!("none of the {all} files {says}"),
            (1, all) => format!("1 of {all} files {does_not}"),
            (files, all) => format!("{files} of {all} files {do_not}"),
        }
    }

    /// "all 12 files are workbooks", "3 of 12 files are workbooks".
    fn all_or(&self, one: &str, many: &str, one_of: &str) -> String {
        match (self.files, self.all) {
            (1, 1) => format!("the file {one}"),
            (files, all) if files == all => format!("all {all} files {many}"),
            (1, all) => format!("1 of {all} files {one_of}"),
            (files, all) => format!("{files} of {all} files {many}"),
        }
    }
}

/// With commas: 12,345.
fn number(count: u64) -> String {
    let digits = count.to_string();
    let mut parts: Vec<&str> = Vec::new();
    let mut rest = digits.as_str();
    while rest.len() > 3 {
        let (front, last) = rest.split_at(rest.len() - 3);
        parts.push(last);
        rest = front;
    }
    parts.push(rest);
    parts.reverse();
    parts.join(",")
}
