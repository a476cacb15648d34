//! XLSX workbooks, honest ones and others.

use std::time::{Duration, Instant};

use definitions::RemarkKind;

use super::{kinds, row, sheets_of, small_limits, zip_of};
use crate::Limits;

/// A workbook of sheets given as name, attributes in the list of sheets, and what stands between `<worksheet>` tags.
fn workbook(settings: &str, sheets: &[(&str, &str, &str)], strings: &str) -> Vec<u8> {
    let mut listed = String::new();
    let mut relations = String::new();
    let mut members: Vec<(String, String)> = Vec::new();
    for (place, (name, attributes, contents)) in sheets.iter().enumerate() {
        listed += &format!("<sheet name=\"{name}\" sheetId=\"{0}\" r:id=\"rId{0}\" {attributes}/>", place + 1);
        relations += &format!(
            "<Relationship Id=\"rId{0}\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet\" Target=\"worksheets/sheet{0}.xml\"/>",
            place + 1
        );
        members.push((format!("xl/worksheets/sheet{}.xml", place + 1), format!("<worksheet>{contents}</worksheet>")));
    }
    members
        .push(("xl/workbook.xml".into(), format!("<workbook xmlns:r=\"r\"><workbookPr {settings}/><sheets>{listed}</sheets></workbook>")));
    members.push(("xl/_rels/workbook.xml.rels".into(), format!("<Relationships>{relations}</Relationships>")));
    let main = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument";
    members.push((
        "_rels/.rels".into(),
        format!("<Relationships><Relationship Id=\"r\" Type=\"{main}\" Target=\"xl/workbook.xml\"/></Relationships>"),
    ));
    members.push(("xl/sharedStrings.xml".into(), strings.to_string()));
    members.push(("xl/styles.xml".into(), "<styleSheet><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/></cellXfs></styleSheet>".into()));
    let members: Vec<(&str, &[u8])> = members.iter().map(|(name, text)| (name.as_str(), text.as_bytes())).collect();
    zip_of(&members)
}

fn one_sheet(contents: &str) -> Vec<u8> {
    workbook("", &[("April", "", contents)], "<sst/>")
}

const NUMBER_IN_A2: &str = "<sheetData><row r=\"2\"><c r=\"A2\"><v>5</v></c></row></sheetData>";

#[test]
fn texts_numbers_dates_answers_and_errors_come_out_as_what_they_are() {
    let contents = r##"<sheetData>
        <row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c></row>
        <row r="3"><c r="A3" s="1"><v>45019</v></c><c r="B3"><v>12.5</v></c><c r="D3" t="b"><v>1</v></c><c r="E3" t="e"><v>#REF!</v></c></row>
        <row r="4"><c r="A4" t="inlineStr"><is><t> in the cell </t></is></c><c r="B4" t="d"><v>2023-04-03T00:00:00</v></c><c r="C4" t="str"><f>A1</f><v>made</v></c></row>
    </sheetData>"##;
    let book = workbook("", &[("April", "", contents)], "<sst><si><t>Supplier</t></si><si><r><t>Amo</t></r><r><t>unt</t></r></si></sst>");
    let sheets = sheets_of(&book, &small_limits()).unwrap();
    // 45019 days after 30 December 1899 is 3 April 2023: 45017 is 1 April 2023.
    assert_eq!(
        sheets[0].1,
        [
            row(1, &["Supplier", "Amount"]),
            row(3, &["day 2023-04-03", "number 12.5", "", "TRUE", "#REF!"]),
            row(4, &["in the cell", "day 2023-04-03", "made"]),
        ]
    );
    assert!(sheets[0].2.is_empty());
}

#[test]
fn dates_of_a_workbook_that_counts_from_1904_are_right() {
    let contents = "<sheetData><row r=\"1\"><c r=\"A1\" s=\"1\"><v>43557</v></c></row></sheetData>";
    // The 1904 count is 1462 days behind: 43557 + 1462 = 45019, 3 April 2023.
    let sheets = sheets_of(&workbook("date1904=\"1\"", &[("April", "", contents)], "<sst/>"), &small_limits()).unwrap();
    assert_eq!(sheets[0].1, [row(1, &["day 2023-04-03"])]);
}

#[test]
fn a_time_of_day_and_a_number_no_calendar_has_stay_numbers() {
    let contents = "<sheetData><row r=\"1\"><c r=\"A1\" s=\"1\"><v>0.5</v></c><c r=\"B1\" s=\"1\"><v>-3</v></c><c r=\"C1\" s=\"1\"><v>99999999</v></c></row></sheetData>";
    assert_eq!(sheets_of(&one_sheet(contents), &small_limits()).unwrap()[0].1, [row(1, &["number 0.5", "number -3", "number 99999999"])]);
}

#[test]
fn every_sheet_is_read_hidden_ones_too() {
    let book = workbook(
        "",
        &[("April", "", NUMBER_IN_A2), ("May", "state=\"hidden\"", NUMBER_IN_A2), ("June", "state=\"veryHidden\"", NUMBER_IN_A2)],
        "<sst/>",
    );
    let names: Vec<_> = sheets_of(&book, &small_limits()).unwrap().into_iter().map(|sheet| (sheet.0, sheet.1.len())).collect();
    assert_eq!(names, [("April".to_string(), 1), ("May".to_string(), 1), ("June".to_string(), 1)]);
}

#[test]
fn a_sheet_formatted_to_its_last_row_takes_no_longer_and_keeps_true_row_numbers() {
    let begun = Instant::now();
    let contents = "<dimension ref=\"A1:XFD1048576\"/><sheetData><row r=\"1\"><c r=\"A1\"><v>1</v></c></row><row r=\"2\"><c r=\"A2\" s=\"1\"/></row><row r=\"1048576\"><c r=\"A1048576\"><v>2</v></c></row></sheetData>";
    assert_eq!(sheets_of(&one_sheet(contents), &small_limits()).unwrap()[0].1, [row(1, &["number 1"]), row(1_048_576, &["number 2"])]);
    assert!(begun.elapsed() < Duration::from_secs(2));
}

#[test]
fn a_row_of_a_million_columns_is_set_aside_and_the_next_is_read() {
    let contents = "<sheetData><row r=\"1\"><c r=\"XFD1\"><v>1</v></c></row><row r=\"2\"><c r=\"A2\"><v>2</v></c></row><row r=\"3\"><c r=\"BDWGO3\"><v>3</v></c></row></sheetData>";
    let sheets = sheets_of(&one_sheet(contents), &small_limits()).unwrap();
    assert_eq!(sheets[0].1, [row(2, &["number 2"])]);
    assert_eq!(kinds(&sheets[0].2), [(RemarkKind::RowTooLong, 1), (RemarkKind::RowTooLong, 3)]);
}

#[test]
fn a_sheet_that_breaks_off_gives_its_first_rows_and_says_where_it_ends() {
    let sheets =
        sheets_of(&one_sheet("<sheetData><row r=\"1\"><c r=\"A1\"><v>1</v></c></row><row r=\"2\"><c r=\"A2\"><v>2"), &small_limits())
            .unwrap();
    assert_eq!(sheets[0].1, [row(1, &["number 1"])]);
    assert_eq!(kinds(&sheets[0].2), [(RemarkKind::Truncated, 1)]);
}

#[test]
fn a_workbook_cut_short_in_the_download_is_refused_with_what_to_do() {
    let whole = one_sheet(NUMBER_IN_A2);
    let said = sheets_of(&whole[..whole.len() / 2], &small_limits()).unwrap_err().to_string();
    assert!(said.contains("broken or ends too early") && said.contains("Download it again"), "{said}");
}

#[test]
fn a_workbook_larger_unpacked_than_allowed_is_refused_before_it_is_held() {
    let contents = format!("<sheetData>{}</sheetData>", "<row/>".repeat(400_000));
    let said = sheets_of(&one_sheet(&contents), &small_limits()).unwrap_err().to_string();
    assert!(said.contains("larger than the 1 MB"), "{said}");
}

#[test]
fn a_directory_that_lies_about_its_sizes_is_found_out_by_unpacking() {
    let contents = format!("<sheetData>{}</sheetData>", "<row/>".repeat(400_000));
    let mut book = one_sheet(&contents);
    let (true_size, lie) = ((contents.len() + "<worksheet></worksheet>".len()) as u32, 1_000_u32.to_le_bytes());
    let places: Vec<usize> = (0..book.len() - 4).filter(|place| book[*place..place + 4] == true_size.to_le_bytes()).collect();
    assert!(!places.is_empty());
    places.into_iter().for_each(|place| book[place..place + 4].copy_from_slice(&lie));
    assert!(sheets_of(&book, &small_limits()).is_err());
}

#[test]
fn too_many_parts_are_refused() {
    let names: Vec<String> = (0..30).map(|number| format!("part{number}")).collect();
    let mut members: Vec<(&str, &[u8])> = vec![("xl/workbook.xml", b"<workbook/>")];
    members.extend(names.iter().map(|name| (name.as_str(), &b"x"[..])));
    assert!(sheets_of(&zip_of(&members), &small_limits()).unwrap_err().to_string().contains("31 files"));
}

#[test]
fn a_table_of_texts_that_claims_more_than_its_size_is_refused() {
    for claim in ["99999999999", "9223372036854775807", "+99999999999"] {
        let book =
            workbook("", &[("April", "", NUMBER_IN_A2)], &format!("<sst count=\"1\" uniqueCount = '{claim}'><si><t>a</t></si></sst>"));
        assert!(sheets_of(&book, &small_limits()).unwrap_err().to_string().contains("claims to be larger"), "{claim}");
    }
}

#[test]
fn a_workbook_that_makes_its_reader_panic_is_a_sentence_and_not_a_crash() {
    for contents in ["<dimension ref=\"B2:A1\"/><sheetData/>", "<dimension ref=\"ZZZZZZZZZZ1:A1\"/><sheetData/>"] {
        let book = one_sheet(contents);
        let limits = small_limits();
        let outcome = std::panic::catch_unwind(|| {
            let mut bytes = std::io::Cursor::new(book.clone());
            let mut said = Vec::new();
            let named = |sheet: &str| sheet.into();
            super::super::workbook::xlsx_sheets("made-up", &mut bytes, &limits, &named, &mut |sheet| {
                said.push(sheet.rows(&mut |_, _, _| true).unwrap_err().to_string());
                true
            })
            .unwrap();
            said
        });
        assert!(outcome.unwrap()[0].contains("the workbook is broken"));
    }
}

#[test]
fn tags_nested_a_hundred_thousand_deep_do_no_harm() {
    let contents = format!("{}{}{NUMBER_IN_A2}", "<x>".repeat(100_000), "</x>".repeat(100_000));
    let limits = Limits { unpacked_bytes: 4 << 20, ..small_limits() };
    assert_eq!(sheets_of(&one_sheet(&contents), &limits).unwrap()[0].1, [row(2, &["number 5"])]);
}
