//! Which column is money, and whether VAT is in it.

use definitions::RemarkKind;

use super::{Written, read, read_sheet};
use crate::{Basis, LocalRules, Meaning, TableKind};

#[test]
fn net_is_counted_where_net_and_gross_stand_side_by_side() {
    let out = read(&[
        "Authority Name|Date of Payment|DocumentNo|Gross|VAT|Net|Vendor Name|Service Area",
        "Ashdale Council|13/04/2023|1600708367|120.00|20.00|100.00|Ash Ltd|Parks",
        "Ashdale Council|14/04/2023|1600708368|60.00|10.00|50.00|Birch Ltd|Roads",
    ]);
    assert_eq!(out.pence(), [10_000, 5_000]);
    assert_eq!(out.table.basis, Basis::Net);
}

#[test]
fn gross_alone_is_counted_as_gross_and_vat_is_not_taken_off() {
    let out = read(&[
        "Body Name|Supplier Name|Payment Date|Gross Value (detail)|Vat Amount",
        "Ashdale Council|Ash Ltd|13/04/2023|120.00|20.00",
        "Ashdale Council|Birch Ltd|14/04/2023|60.00|10.00",
    ]);
    assert_eq!(out.pence(), [12_000, 6_000]);
    assert_eq!(out.table.basis, Basis::Gross);
    assert!(out.table.basis_why.contains("not taken off"));
}

#[test]
fn a_title_line_says_that_amounts_are_net_of_vat() {
    let out = read(&["Spend over £500, net of VAT", "Supplier|Payment Date|Amount", "Ash Ltd|13/04/2023|120.00"]);
    assert_eq!(out.table.basis, Basis::Net);
    assert_eq!(out.set_aside(RemarkKind::TitleRow), 1);
}

#[test]
fn a_heading_that_does_not_say_leaves_the_basis_unknown_and_says_so() {
    let out = read(&["Supplier|Payment Date|Amount", "Ash Ltd|13/04/2023|120.00"]);
    assert_eq!(out.table.basis, Basis::Unknown);
    assert_eq!(out.repaired(RemarkKind::BasisUnknown), 1);
}

#[test]
fn a_transaction_number_in_the_amount_column_is_not_thirteen_thousand_million_pounds() {
    let out = read(&[
        "Supplier|Payment Date|Amount|Value",
        "Ash Ltd|13/04/2023|5100454048|120.00",
        "Birch Ltd|14/04/2023|5100454049|75.50",
        "Cedar Ltd|15/04/2023|5100454051|60.25",
        "Dogwood Ltd|15/04/2023|5100454055|11.10",
        "Elm Ltd|16/04/2023|5100454058|12.99",
    ]);
    assert_eq!(out.pence(), [12_000, 7_550, 6_025, 1_110, 1_299]);
    assert_eq!(out.repaired(RemarkKind::AmountColumnDoubtful), 1);
}

#[test]
fn one_transaction_number_among_amounts_is_set_aside() {
    let out = read(&[
        "Supplier|Payment Date|Amount",
        "Ash Ltd|13/04/2023|120.00",
        "Birch Ltd|14/04/2023|1901095785",
        "Cedar Ltd|15/04/2023|60.25",
    ]);
    assert_eq!(out.pence(), [12_000, 6_025]);
    assert_eq!(out.set_aside(RemarkKind::AmountTooLarge), 1);
}

#[test]
fn credits_and_pounds_written_in_every_way_are_read() {
    let out = read(&[
        "Supplier|Payment Date|Amount",
        "Ash Ltd|13/04/2023|£1,234.50",
        "Ash Ltd|13/04/2023|(260.00)",
        "Ash Ltd|13/04/2023|38,937.00-",
        "Ash Ltd|13/04/2023|-85,260.00",
        "Ash Ltd|13/04/2023|1899.0000000000002",
    ]);
    assert_eq!(out.pence(), [123_450, -26_000, -3_893_700, -8_526_000, 189_900]);
}

#[test]
fn headings_that_stand_one_to_the_left_of_their_cells_are_moved() {
    let out = read(&[
        "Supplier|Payment Date|Reference|Amount",
        "LIST|Ash Ltd|13/04/2023|A1|120.00",
        "LIST|Birch Ltd|14/04/2023|A2|75.50",
        "LIST|Cedar Ltd|17/04/2023|A3|60.25",
    ]);
    assert_eq!(out.pence(), [12_000, 7_550, 6_025]);
    assert_eq!(out.payments[0].supplier.as_deref(), Some("Ash Ltd"));
}

#[test]
fn a_row_shifted_one_to_the_right_is_read_where_it_stands() {
    let out = read(&[
        "Service|Supplier|Payment Date|Reference|Amount",
        "Parks|Ash Ltd|13/04/2023|1901|120.00",
        "Roads|bridges|Birch Ltd|14/04/2023|1902|75.50",
        "Parks|Cedar Ltd|15/04/2023|1903|60.25",
    ]);
    assert_eq!(out.pence(), [12_000, 7_550, 6_025]);
    assert_eq!(out.payments[1].supplier.as_deref(), Some("Birch Ltd"));
    assert_eq!(out.repaired(RemarkKind::RaggedRow), 1);
}

#[test]
fn an_amount_one_column_before_its_own_is_found_there() {
    let out = read(&[
        "Transaction Number|Date|Expenditure Category|Supplier Name|Supplier Classification|Amount",
        "107639310|13/04/2023|Training|Ash Ltd|Training|7740.00",
        "6000739|14/04/2023|Hydrants|Birch Ltd|834.58|",
        "107639311|14/04/2023|Hydrants|Birch Ltd|Water|10.00",
    ]);
    assert_eq!(out.pence(), [774_000, 83_458, 1_000]);
    assert_eq!(out.payments[1].category.as_deref(), Some("Hydrants"));
}

#[test]
fn the_publishers_own_rules_win_and_are_named() {
    let mut rules = LocalRules { basis: Some("net".to_string()), ..LocalRules::default() };
    rules.columns.insert("Who".to_string(), "supplier".to_string());
    let out = read_sheet(Written::new(&["Who|Payment Date|Amount", "Parks|13/04/2023|120.00"]), "spend.csv", &rules);
    assert_eq!(out.table.basis, Basis::Net);
    assert_eq!(out.meanings(), [Meaning::Supplier, Meaning::Day, Meaning::Amount]);
    assert!(out.table.columns[0].why.contains("publisher's own file"));
    assert_eq!(out.table.kind, TableKind::Payments);
}
