//! Sheets read and written: those of other people, those that go around and come back, and hostile ones.
//!
//! The rule: what a sheet holds comes back as it went out; a sheet with one fault changes nothing; no sheet stops the reader.

use bodies::Directory;
use definitions::{ArrangementId, Day};
use proptest::collection::vec;
use proptest::prelude::*;

use super::*;
use crate::made_up::{arrangement, arrangements, day, directory, entries, logs, register};
use crate::{Arrangement, Change, Kind, Register, Savings, Stage, What, cleaned, validate};

fn sheet(rows: &[&[&str]]) -> Sheet {
    let rows = rows.iter().zip(1..).map(|(cells, line)| SheetRow { line, cells: cells.iter().map(|cell| cell.to_string()).collect() });
    Sheet { name: "Shared services 2019.csv".to_string(), rows: rows.collect() }
}

fn uk() -> Register {
    Register::new(Directory::uk())
}

fn read(rows: &[&[&str]]) -> Reading {
    read_sheet(&sheet(rows), &uk(), day("2019-07-01"))
}

fn taken(reading: &Reading) -> Vec<&Arrangement> {
    let faults: Vec<String> = reading.all_faults().map(Note::to_string).collect();
    assert_eq!(faults, Vec::<String>::new());
    reading.rows.iter().filter_map(|row| row.arrangement.as_ref()).collect()
}

#[test]
fn a_sheet_in_the_spirit_of_the_national_compendium_is_read() {
    // Facts: Public Sector Executive, 29 June 2017, on the Local Government Association's map.
    let reading = read(&[
        &["Shared services compendium", "", "", "", "", ""],
        &["Name of shared service", "Councils involved", "Service area", "Type", "Savings to date (£)", "Start date", "Region"],
        &["Trading standards", "Devon and Somerset", "Trading Standards", "", "more than £1m", "", "South West"],
        &["HuB Procurement Services", "LB Brent; LB Harrow", "Procurement", "Joint procurement", "£500,000", "2015", "London"],
        &["", "", "", "", "", "", ""],
        &["Total", "", "", "", "£1,500,000", "", ""],
    ]);
    // "Procurement" is no family of spending, and is told rather than guessed.
    let faults: Vec<String> = reading.all_faults().map(Note::to_string).collect();
    assert_eq!(faults, ["line 4, column “Service area”, “Procurement”: “Procurement” is no service of the list. Write its name or code."]);
    let first = reading.rows[0].arrangement.as_ref().expect("the first row is in order");
    assert_eq!(first.id.as_str(), "trading-standards");
    assert_eq!(first.parties.iter().map(|party| party.body.as_str()).collect::<Vec<_>>(), ["devon", "somerset"]);
    let Savings::Lines(lines) = &first.savings else { panic!("it has a figure") };
    assert_eq!((lines[0].amount_pence.0, lines[0].at_least, lines[0].said_by.as_str()), (100_000_000, true, "Shared services 2019.csv"));
    let remarks: Vec<String> = reading.all_remarks().map(Note::to_string).collect();
    assert!(remarks.contains(&"line 1: It stands above the headings and is left out.".to_string()));
    assert!(remarks.contains(&"line 6: It is a total or a repeated heading, and is left out.".to_string()));
    assert_eq!(reading.columns[6].why, "It follows from the bodies, and is not read.");
    assert_eq!(dry_run(&uk(), &reading).changes().expect_err("one row is refused").could_not, "import the sheet");
}

#[test]
fn a_row_says_what_its_cells_say() {
    let reading = read(&[
        &[
            "Title",
            "Lead authority",
            "Partners",
            "Kind",
            "Start date",
            "Annual saving",
            "Status",
            "Aims",
            "Price of leaving",
            "Contact",
            "Link",
        ],
        &[
            "Legal",
            "Wealden DC",
            "Wealden DC; Rother DC",
            "lead authority",
            "01/04/2017",
            "£4m pa",
            "Live",
            "money; resilience",
            "£40,000",
            "Jo Reed",
            "https://example.org/legal",
        ],
    ]);
    let said = taken(&reading)[0];
    assert_eq!(
        said.parties_on(day("2019-07-01")).iter().map(|party| (party.body.as_str(), party.role.code())).collect::<Vec<_>>(),
        [("wealden", "lead"), ("rother", "partner")]
    );
    assert_eq!((said.kind, said.stage_on(day("2017-04-01"))), (Kind::LeadAuthority, Stage::Live));
    let Savings::Lines(lines) = &said.savings else { panic!("it has a figure") };
    assert_eq!(lines[0].amount_in_words(), "£4,000,000 a year from 1 April 2017");
    assert_eq!(said.price_of_leaving.in_words(), "£40,000");
    assert_eq!(said.lead_officer.as_ref().map(|lead| lead.name.as_str()), Some("Jo Reed"));
    assert_eq!(said.sources[0].link, "https://example.org/legal");
}

#[test]
fn a_status_without_a_day_counts_from_the_day_of_the_sheet_and_says_so() {
    let reading = read(&[&["Title", "Partners", "Status"], &["Legal", "Wealden; Rother", "Operational"]]);
    let said = taken(&reading)[0];
    assert_eq!([said.stage_on(day("2019-06-30")), said.stage_on(day("2019-07-01"))], [Stage::NotYet, Stage::Live]);
    assert_eq!(said.happenings[0].note, "Told as live on this day; the day itself is not said.");
}

#[test]
fn without_a_figure_the_reason_is_that_of_the_cell() {
    let reading = read(&[
        &["Title", "Partners", "Savings to date", "Why no figure"],
        &["Legal", "Wealden; Rother", "not recorded", ""],
        &["Audit", "Wealden; Rother", "", "it was never meant to save money"],
        &["ICT", "Wealden; Rother", "", ""],
    ]);
    let reasons: Vec<Savings> = taken(&reading).iter().map(|said| said.savings.clone()).collect();
    assert_eq!(reasons[0], Savings::NoFigure(crate::NoFigure::NotCounted));
    assert_eq!(reasons[1], Savings::NoFigure(crate::NoFigure::NotMeantToSave));
    assert_eq!(reasons[2], Savings::NoFigure(crate::NoFigure::NotInSource));
}

#[test]
fn what_is_wrong_is_told_by_line_and_column_with_what_to_try() {
    let reading = read(&[
        &["Title", "Partners", "Start date", "Annual saving", "End date"],
        &["Legal", "Waelden DC; Rother DC", "soon", "£100k - £200k", "2010"],
        &["", "Wealden; Rother", "", "", ""],
        &["Audit", "Wealden", "", "", ""],
        &["ICT", "Wealden; Rother", "2015", "", "2010"],
        &["Loose", "Wealden; Rother", "", "", "", "", "a cell beyond"],
    ]);
    let faults: Vec<String> = reading.all_faults().map(Note::to_string).collect();
    assert!(
        faults[0].starts_with("line 2, column “Partners”, “Waelden DC; Rother DC”: “Waelden DC” is no one body that is known."),
        "{}",
        faults[0]
    );
    assert_eq!(
        faults[1],
        "line 2, column “Start date”, “soon”: It is no day, month or year. Write it like “01/04/2017”, “April 2017” or “2017”."
    );
    assert_eq!(
        faults[2],
        "line 2, column “Annual saving”, “£100k - £200k”: It is no one amount of pounds. Write it like “£500,000”, “over £1.2m” or “not recorded”."
    );
    assert_eq!(faults[3], "line 3, column “Title”: There is no title. Write what people call it.");
    assert!(faults[4].starts_with("line 4, column “Partners”, “Wealden”: Fewer than two bodies are named."), "{}", faults[4]);
    assert!(faults[5].starts_with("line 5, column “End date”, “2010”: It ends in 2010 and starts in 2015."), "{}", faults[5]);
    assert_eq!(faults[6], "line 6: It has cells beyond the last heading. Give their column a heading, or empty them.");
    assert_eq!(faults.len(), 7);
}

#[test]
fn two_columns_of_one_meaning_two_rows_of_one_reference_and_a_sheet_without_headings_are_refused() {
    let doubled = read(&[&["Title", "Name", "Partners"], &["Legal", "Legal", "Wealden; Rother"]]);
    assert!(doubled.faults[0].sentence.starts_with("It means the same as “Title”."));
    let twice = read(&[&["Reference", "Title", "Partners"], &["legal", "Legal", "Wealden; Rother"], &["Legal", "Law", "Wealden; Lewes"]]);
    assert_eq!(twice.all_faults().next().map(|note| note.sentence.as_str()), Some("Another row above is “legal” too. Keep one of them."));
    assert_eq!(read(&[&["a", "b"], &["c", "d"]]).faults.len(), 1);
    assert_eq!(read(&[]).faults.len(), 1);
}

#[test]
fn a_cell_that_begins_like_a_formula_is_text_and_its_guarding_apostrophe_is_taken_off() {
    let reading = read(&[&["Title", "Partners", "Description"], &["'=SUM(A1)", "Wealden; Rother", "@cmd"]]);
    let said = taken(&reading)[0];
    assert_eq!((said.title.as_str(), said.summary.as_str(), said.id.as_str()), ("=SUM(A1)", "@cmd", "sum-a1"));
}

#[test]
fn a_sheet_that_corrects_a_cell_changes_that_and_keeps_what_a_sheet_cannot_hold() {
    let register = register(&["legal | ash lead, beck, elm | started 2017, joined elm 2018 | s1 realised 400000 a year from 2017"]);
    let mut sheet = sheet_of(&register, day("2020-06-01"));
    let title = sheet.rows[0].cells.iter().position(|heading| heading == "Title").expect("there is a title");
    sheet.rows[1].cells[title] = "Legal services".to_string();
    let plan = dry_run(&register, &read_sheet(&sheet, &register, day("2020-06-01")));
    assert_eq!(plan.counts(), (0, 1, 0));
    let Planned::Changed { changed, arrangement, over_version, line } = &plan.rows[0] else { panic!("it changes") };
    assert_eq!(changed.iter().map(|one| one.sentence.as_str()).collect::<Vec<_>>(), ["Title: “Shared legal” became “Legal services”."]);
    assert_eq!((*over_version, *line, arrangement.happenings.len()), (1, 2, 2));
    assert_eq!(plan.changes().expect("nothing is wrong").len(), 1);
}

#[test]
fn a_sheet_of_somebody_else_finds_the_arrangement_by_title_and_bodies_and_adds_no_amount_twice() {
    let register = register(&["legal | ash lead, beck | started 2017 | s1 realised 400000 a year from 2017"]);
    let rows = sheet(&[
        &["Name", "Councils involved", "Annual saving"],
        &["Shared LEGAL", "Ash and Beck", "£400k"],
        &["Shared legal", "Ash and Elm", "£5"],
    ]);
    let plan = dry_run(&register, &read_sheet(&rows, &register, day("2020-06-01")));
    assert_eq!(plan.faults, []);
    assert_eq!(plan.counts(), (1, 1, 0), "the title is written otherwise, and the second row is another");
    let Planned::New { arrangement, .. } = &plan.rows[1] else { panic!("it is new") };
    assert_eq!(arrangement.id.as_str(), "shared-legal");
    let Planned::Changed { changed, .. } = &plan.rows[0] else { panic!("its title changes") };
    assert_eq!(changed.len(), 1);
}

/// An arrangement that could be published, however odd.
fn publishable() -> impl Strategy<Value = Arrangement> {
    arrangements().prop_filter_map("it could not be published", |mut said| {
        said.title = format!("T {}", said.title);
        said.parties = arrangement("legal | ash lead, beck, elm customer | ").parties;
        // A sheet holds one start and one end; what lies between them it leaves to the register.
        let mut has_started = false;
        said.happenings.retain(|happening| match happening.what {
            What::Started => !std::mem::replace(&mut has_started, true),
            What::Proposed | What::Agreed | What::Ended | What::Split { .. } | What::Reviewed => true,
            _ => false,
        });
        if let Savings::Lines(lines) = &mut said.savings {
            for (place, line) in lines.iter_mut().enumerate() {
                line.id = format!("s{}", place + 1);
                line.amount_pence.0 = line.amount_pence.0 % 1_000_000_000 * 2 + 1;
                line.said_by = format!("S {}", line.said_by.replace("said by", ""));
                line.sources.clear();
            }
        }
        said.sources.clear();
        said.services.sort();
        said.services.dedup();
        said.aims.sort();
        said.aims.dedup();
        said.lead_member.iter_mut().chain(&mut said.lead_officer).for_each(|lead| lead.body = None);
        cleaned(&mut said);
        let savings = said.savings.clone();
        said.savings = if matches!(&savings, Savings::Lines(lines) if lines.is_empty()) {
            Savings::NoFigure(crate::NoFigure::TooEarly)
        } else {
            savings
        };
        if let crate::PriceOfLeaving::Amount(amount) = &mut said.price_of_leaving {
            amount.0 = amount.0.rem_euclid(1_000_000_000);
        }
        validate(&said, &directory()).is_empty().then_some(said)
    })
}

fn of_publishable() -> impl Strategy<Value = Register> {
    vec(publishable(), 0..5).prop_map(|drawn| {
        let changes = drawn.into_iter().enumerate().map(|(place, mut said)| {
            said.id = ArrangementId::new(&format!("a{place}"));
            Change::Published(Box::new(said))
        });
        Register::of(directory(), &entries(changes.collect()))
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn what_was_written_and_read_back_is_no_change(register in of_publishable(), on in 14_000..22_000_i32) {
        let reading = read_sheet(&sheet_of(&register, Day(on)), &register, Day(on));
        let plan = dry_run(&register, &reading);
        prop_assert_eq!(&plan.faults, &Vec::<Note>::new());
        prop_assert_eq!(plan.counts(), (0, 0, register.published().count()));
    }

    #[test]
    fn a_sheet_read_into_an_empty_register_is_written_as_the_same_sheet(register in of_publishable(), on in 14_000..22_000_i32) {
        let sheet = sheet_of(&register, Day(on));
        let empty = Register::new(directory());
        let plan = dry_run(&empty, &read_sheet(&sheet, &empty, Day(on)));
        prop_assert_eq!(&plan.faults, &Vec::<Note>::new());
        let again = Register::of(directory(), &entries(plan.changes().expect("nothing is wrong")));
        prop_assert_eq!(sheet_of(&again, Day(on)), sheet);
    }

    #[test]
    fn what_a_register_of_any_log_writes_can_be_read_or_is_refused_with_its_line(log in logs(), on in 14_000..22_000_i32) {
        let register = Register::of(directory(), &log);
        let reading = read_sheet(&sheet_of(&register, Day(on)), &register, Day(on));
        for row in &reading.rows {
            prop_assert_eq!(row.arrangement.is_some(), row.faults.is_empty());
        }
    }

    #[test]
    fn no_sheet_however_hostile_stops_the_reader_and_every_row_is_accounted_for(
        headings in vec(prop_oneof![3 => prop::sample::select(Column::ALL).prop_map(|column| column.heading().to_string()), 1 => "\\PC{0,12}"], 0..9),
        cells in vec(vec(prop_oneof!["\\PC{0,30}", "[-=+@'£0-9,.;:/ amk()]{0,20}", "(Ash|Beck|Elm| and |; |,|/| \\(lead\\)){0,6}"], 0..10), 0..6),
    ) {
        let mut rows = vec![SheetRow { line: 1, cells: headings }];
        rows.extend(cells.into_iter().zip(2..).map(|(cells, line)| SheetRow { line, cells }));
        let register = register(&["legal | ash lead, beck | started 2017"]);
        let reading = read_sheet(&Sheet { name: String::new(), rows: rows.clone() }, &register, day("2020-06-01"));
        let plan = dry_run(&register, &reading);
        prop_assert_eq!(plan.changes().is_err(), reading.all_faults().next().is_some());
        if reading.faults.is_empty() {
            let is_blank = |row: &&SheetRow| row.cells.iter().all(|cell| cell.trim().is_empty());
            let set_aside = reading.remarks.iter().filter(|note| note.sentence.starts_with("It is a total") || note.sentence.starts_with("It stands above"));
            prop_assert!(reading.rows.len() + set_aside.count() + rows.iter().filter(is_blank).count() >= rows.len() - 1);
        }
        for row in &reading.rows {
            if let Some(said) = &row.arrangement {
                prop_assert!(validate(said, register.directory()).is_empty());
            }
        }
    }
}
