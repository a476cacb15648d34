//! A table that is written alike as CSV and as a sheet of a workbook.
//!
//! The rule: a column says its heading and how to fill a cell in one place, so that the CSV and the
//! workbook cannot differ. Every text passes through `csv_cell_safe`.

use definitions::{Day, Pence, Trouble};
use rust_xlsxwriter::{ExcelDateTime, Format, FormatAlign, Worksheet, XlsxError};

use super::cell::csv_cell_safe;

/// What stands in one cell.
pub(super) enum Cell {
    Text(String),
    Money(Pence),
    /// A count, a rank, a line.
    Whole(u64),
    /// A score or a chance, with so many decimals.
    Decimal(f64, usize),
    Day(Day),
    Nothing,
}

/// One column: its heading, its width in a workbook in characters, and how a row fills it.
pub(super) struct Column<Row> {
    pub(super) heading: &'static str,
    pub(super) width: f64,
    pub(super) fill: fn(&Row) -> Cell,
}

impl Cell {
    pub(super) fn text(text: impl Into<String>) -> Cell {
        Cell::Text(text.into())
    }

    pub(super) fn or_nothing<T>(value: Option<T>, cell: impl FnOnce(T) -> Cell) -> Cell {
        value.map_or(Cell::Nothing, cell)
    }

    fn plain(&self) -> String {
        match self {
            Cell::Text(text) => csv_cell_safe(text).into_owned(),
            Cell::Money(amount) => amount.plain(),
            Cell::Whole(number) => number.to_string(),
            Cell::Decimal(number, decimals) => format!("{number:.decimals$}"),
            Cell::Day(day) => day.to_string(),
            Cell::Nothing => String::new(),
        }
    }
}

/// CSV in UTF-8 with a byte order mark, so that a spreadsheet shows `£` and `é` as they are.
pub(super) fn csv<Row>(columns: &[Column<Row>], rows: &[Row]) -> Vec<u8> {
    let mut writer = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(b"\xEF\xBB\xBF".to_vec());
    let in_memory = "writing to memory cannot fail and every row has the same number of cells";
    writer.write_record(columns.iter().map(|column| column.heading)).expect(in_memory);
    for row in rows {
        writer.write_record(columns.iter().map(|column| (column.fill)(row).plain())).expect(in_memory);
    }
    writer.into_inner().expect(in_memory)
}

/// Fills `sheet`: a heading that stays in view, filters, and cells a spreadsheet can sort and add up.
pub(super) fn sheet<Row>(sheet: &mut Worksheet, columns: &[Column<Row>], rows: &[Row]) -> Result<(), XlsxError> {
    let heading = Format::new().set_bold().set_text_wrap().set_align(FormatAlign::Top);
    let formats = Formats::new();
    for (place, column) in columns.iter().enumerate() {
        let place = place as u16;
        sheet.write_string_with_format(0, place, column.heading, &heading)?;
        sheet.set_column_width(place, column.width)?;
    }
    for (line, row) in rows.iter().enumerate() {
        for (place, column) in columns.iter().enumerate() {
            write_cell(sheet, line as u32 + 1, place as u16, &(column.fill)(row), &formats)?;
        }
    }
    sheet.set_freeze_panes(1, 0)?;
    if !columns.is_empty() {
        sheet.autofilter(0, 0, rows.len() as u32, columns.len() as u16 - 1)?;
    }
    sheet.set_landscape().set_repeat_rows(0, 0)?.set_print_fit_to_pages(1, 0);
    Ok(())
}

/// Trouble for whatever the workbook library refuses.
pub(super) fn workbook_trouble(error: &XlsxError) -> Trouble {
    Trouble::new("write the workbook of opportunities", error.to_string(), "Use opportunities.csv, which holds the same opportunities.")
}

/// The most characters a cell of a workbook can hold.
const MOST_CHARACTERS: usize = 32_767;

struct Formats {
    text: Format,
    money: Format,
    whole: Format,
    day: Format,
}

impl Formats {
    fn new() -> Formats {
        let top = Format::new().set_align(FormatAlign::Top);
        Formats {
            text: top.clone().set_text_wrap(),
            money: top.clone().set_num_format("£#,##0.00;[Red]-£#,##0.00"),
            whole: top.clone().set_num_format("#,##0"),
            day: top.set_num_format("d mmmm yyyy"),
        }
    }
}

fn write_cell(sheet: &mut Worksheet, line: u32, place: u16, cell: &Cell, formats: &Formats) -> Result<(), XlsxError> {
    match cell {
        Cell::Text(text) => {
            let short: String = csv_cell_safe(text).chars().take(MOST_CHARACTERS).collect();
            sheet.write_string_with_format(line, place, short, &formats.text)?;
        }
        Cell::Money(amount) => {
            sheet.write_number_with_format(line, place, amount.as_pounds(), &formats.money)?;
        }
        Cell::Whole(number) => {
            sheet.write_number_with_format(line, place, *number as f64, &formats.whole)?;
        }
        Cell::Decimal(number, decimals) => {
            let scale = 10f64.powi(*decimals as i32);
            sheet.write_number_with_format(line, place, (number * scale).round() / scale, &formats.text)?;
        }
        Cell::Day(day) => write_day(sheet, line, place, *day, formats)?,
        Cell::Nothing => {}
    }
    Ok(())
}

/// A true date where a workbook can hold it (1900 to 9999), and text elsewhere.
fn write_day(sheet: &mut Worksheet, line: u32, place: u16, day: Day, formats: &Formats) -> Result<(), XlsxError> {
    let (year, month, date) = day.ymd();
    match u16::try_from(year).ok().and_then(|year| ExcelDateTime::from_ymd(year, month as u8, date as u8).ok()) {
        Some(date) => sheet.write_datetime_with_format(line, place, &date, &formats.day)?,
        None => sheet.write_string_with_format(line, place, day.to_string(), &formats.text)?,
    };
    Ok(())
}
