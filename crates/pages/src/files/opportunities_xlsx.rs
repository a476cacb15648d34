//! `opportunities.xlsx`: the opportunities, what each body's part is, the published lines and contracts behind them.
//!
//! The rule: amounts and days are true numbers and dates; nothing in the workbook is a formula, and it
//! carries the day the question was asked rather than the day it was written, so that it is the same on every run.

use definitions::Trouble;
use opportunities::{BodyShare, ContractInGroup};
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, Workbook, XlsxError};

use super::opportunities::{Ranked, ranked};
use super::table::{Cell, Column, sheet, workbook_trouble};
use crate::names::Names;
use crate::words::{KINDS, kind_name, kind_sentence};
use crate::{EvidenceLine, Report};

/// The workbook: sheets About, Opportunities, Bodies' parts, Evidence lines and Contracts.
///
/// # Errors
/// Trouble when the workbook library refuses what it is given, such as more rows than a sheet can hold.
pub fn opportunities_xlsx(report: &Report) -> Result<Vec<u8>, Trouble> {
    workbook(report).map_err(|error| workbook_trouble(&error))
}

fn workbook(report: &Report) -> Result<Vec<u8>, XlsxError> {
    let names = Names::of(report);
    let ranked = ranked(report, &names);
    let mut book = Workbook::new();
    book.set_properties(&properties(report)?);
    sheet(book.add_worksheet().set_name("Opportunities")?, Ranked::COLUMNS, &ranked)?;
    sheet(book.add_worksheet().set_name("Bodies' parts")?, Part::COLUMNS, &parts(&ranked))?;
    sheet(book.add_worksheet().set_name("Evidence lines")?, Line::COLUMNS, &lines(report, &ranked))?;
    sheet(book.add_worksheet().set_name("Contracts")?, InGroup::COLUMNS, &contracts(report, &ranked))?;
    about(&mut book, report)?;
    book.save_to_buffer()
}

fn properties(report: &Report) -> Result<DocProperties, XlsxError> {
    let (year, month, day) = report.place.today.ymd();
    let asked_on = ExcelDateTime::from_ymd(u16::try_from(year).unwrap_or(1900), month as u8, day as u8)?;
    Ok(DocProperties::new().set_title(format!("Opportunities to share: {}", report.place.name)).set_creation_datetime(&asked_on))
}

struct Part<'a> {
    of: &'a Ranked<'a>,
    share: &'a BodyShare,
}

impl<'a> Part<'a> {
    const COLUMNS: &'a [Column<Part<'a>>] = &[
        Column { heading: "Rank", width: 6.0, fill: |row| Cell::Whole(row.of.rank as u64) },
        Column { heading: "Opportunity", width: 48.0, fill: |row| Cell::text(&row.of.found.title) },
        Column { heading: "Body", width: 28.0, fill: |row| Cell::text(row.of.names.body(&row.share.body)) },
        Column { heading: "A year (£)", width: 16.0, fill: |row| Cell::Money(row.share.yearly) },
        Column { heading: "Year", width: 10.0, fill: |row| Cell::or_nothing(row.share.year, |year| Cell::text(year.to_string())) },
        Column { heading: "Months published", width: 12.0, fill: |row| Cell::Whole(row.share.months.into()) },
        Column { heading: "Payments or contracts", width: 12.0, fill: |row| Cell::Whole(row.share.lines) },
        Column { heading: "Suppliers", width: 10.0, fill: |row| Cell::Whole(row.share.suppliers.into()) },
    ];
}

fn parts<'a>(ranked: &'a [Ranked<'a>]) -> Vec<Part<'a>> {
    ranked.iter().flat_map(|of| of.found.bodies.iter().map(move |share| Part { of, share })).collect()
}

struct Line<'a> {
    of: &'a Ranked<'a>,
    line: &'a EvidenceLine,
}

impl<'a> Line<'a> {
    const COLUMNS: &'a [Column<Line<'a>>] = &[
        Column { heading: "Rank", width: 6.0, fill: |row| Cell::Whole(row.of.rank as u64) },
        Column { heading: "Opportunity", width: 40.0, fill: |row| Cell::text(&row.of.found.title) },
        Column { heading: "Body", width: 24.0, fill: |row| Cell::text(row.of.names.body(&row.line.body)) },
        Column { heading: "Supplier as published", width: 32.0, fill: |row| Cell::text(&row.line.supplier) },
        Column { heading: "Day", width: 18.0, fill: |row| Cell::or_nothing(row.line.day, Cell::Day) },
        Column { heading: "Amount (£)", width: 16.0, fill: |row| Cell::Money(row.line.amount) },
        Column { heading: "What for", width: 40.0, fill: |row| Cell::text(&row.line.what) },
        Column {
            heading: "Payment or contract",
            width: 12.0,
            fill: |row| Cell::text(if row.line.is_contract { "Contract, value of one year" } else { "Payment" }),
        },
        Column { heading: "File", width: 40.0, fill: |row| Cell::text(&*row.line.source.file) },
        Column { heading: "Sheet", width: 16.0, fill: |row| Cell::or_nothing(row.line.source.sheet.as_deref(), Cell::text) },
        Column { heading: "Line", width: 8.0, fill: |row| Cell::Whole(row.line.source.line.into()) },
    ];
}

fn lines<'a>(report: &'a Report, ranked: &'a [Ranked<'a>]) -> Vec<Line<'a>> {
    ranked.iter().flat_map(|of| report.lines.get(&of.found.id).into_iter().flatten().map(move |line| Line { of, line })).collect()
}

struct InGroup<'a> {
    of: &'a Ranked<'a>,
    part: &'a ContractInGroup,
    contract: &'a opportunities::ContractFacts,
}

impl<'a> InGroup<'a> {
    const COLUMNS: &'a [Column<InGroup<'a>>] = &[
        Column { heading: "Rank", width: 6.0, fill: |row| Cell::Whole(row.of.rank as u64) },
        Column { heading: "Opportunity", width: 40.0, fill: |row| Cell::text(&row.of.found.title) },
        Column { heading: "Body", width: 24.0, fill: |row| Cell::text(row.of.names.body(&row.contract.body)) },
        Column { heading: "Reference", width: 18.0, fill: |row| Cell::or_nothing(row.contract.reference.as_deref(), Cell::text) },
        Column { heading: "Contract", width: 40.0, fill: |row| Cell::text(&row.contract.title) },
        Column { heading: "Suppliers", width: 32.0, fill: |row| Cell::text(row.of.names.suppliers(&row.contract.suppliers, "; ")) },
        Column { heading: "Starts", width: 18.0, fill: |row| Cell::or_nothing(row.contract.start, Cell::Day) },
        Column { heading: "Ends as it stands", width: 18.0, fill: |row| Cell::or_nothing(row.contract.end, Cell::Day) },
        Column { heading: "Can end from", width: 18.0, fill: |row| Cell::Day(row.part.from) },
        Column { heading: "Can end to", width: 18.0, fill: |row| Cell::Day(row.part.to) },
        Column { heading: "Value of one year (£)", width: 16.0, fill: |row| Cell::Money(row.part.annual_value) },
        Column { heading: "File", width: 40.0, fill: |row| Cell::text(&*row.contract.source.file) },
        Column { heading: "Sheet", width: 16.0, fill: |row| Cell::or_nothing(row.contract.source.sheet.as_deref(), Cell::text) },
        Column { heading: "Line", width: 8.0, fill: |row| Cell::Whole(row.contract.source.line.into()) },
    ];
}

fn contracts<'a>(report: &'a Report, ranked: &'a [Ranked<'a>]) -> Vec<InGroup<'a>> {
    let in_group = |of, part: &'a ContractInGroup| report.place.contracts.get(part.contract).map(|contract| InGroup { of, part, contract });
    ranked.iter().flat_map(|of| of.found.contracts.iter().filter_map(move |part| in_group(of, part))).collect()
}

/// What the workbook is, as lines of text that a person reads before adding anything up.
fn about(book: &mut Workbook, report: &Report) -> Result<(), XlsxError> {
    let mut lines = vec![
        format!("Opportunities to share: {}, as asked on {}.", report.place.name, report.place.today.long()),
        "Made by Commonweal from files that public bodies publish.".to_string(),
        "Each saving is a range (P10, P50, P90) from priors that are judgement, with a chance of no saving at all.".to_string(),
        "Never add the savings of several opportunities together: many count some of the same pounds.".to_string(),
        "Only the column 'Of that not counted above' adds up without counting a pound twice.".to_string(),
        "Evidence lines are some of those behind each opportunity, with the file and line where each was published.".to_string(),
        "Text that could be taken for a formula has an apostrophe before it.".to_string(),
    ];
    lines.extend(KINDS.iter().map(|kind| format!("{}: {}", kind_name(*kind), kind_sentence(*kind))));
    let page = book.add_worksheet().set_name("About")?;
    page.set_column_width(0, 110)?;
    let wrapped = Format::new().set_text_wrap();
    for (line, text) in lines.iter().enumerate() {
        page.write_string_with_format(line as u32, 0, super::csv_cell_safe(text), &wrapped)?;
    }
    Ok(())
}
