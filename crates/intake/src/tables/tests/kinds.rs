//! What a sheet is, and what it is not.

use definitions::{Month, RemarkKind};

use super::{Collector, Out, Written, day, read, read_sheet};
use crate::{Limits, LocalRules, Meaning, PaymentVia, TableKind};

fn read_named(file_name: &str, lines: &[&str]) -> Out {
    read_sheet(Written::new(lines), file_name, &LocalRules::default())
}

#[test]
fn an_nhs_trusts_list_over_25_000_pounds_is_read() {
    let out = read(&[
        "Department Family|Entity|Date|Expense Type|Expense Area|Supplier|Transaction Number|Amount",
        "Department of Health|Ashdale NHS Trust|13/04/2023|Drugs|Pharmacy|Ash Pharma Ltd|12345|26,000.00",
        "Department of Health|Ashdale NHS Trust|14/04/2023|Rent|Estates|Birch Estates Ltd|12346|51,250.75",
    ]);
    assert_eq!(out.table.kind, TableKind::Payments);
    assert_eq!(out.pence(), [2_600_000, 5_125_075]);
    assert_eq!(out.payments[0].body.as_deref(), Some("Ashdale NHS Trust"));
    assert_eq!((out.payments[0].category.as_deref(), out.payments[0].service.as_deref()), (Some("Drugs"), Some("Pharmacy")));
}

#[test]
fn a_file_without_a_heading_is_known_by_what_its_cells_hold() {
    let lines: Vec<String> = (1..=40)
        .map(|number| {
            format!(
                "Ashdale Council|Supplier {number} Ltd|100{number:04}|1552{number:02}|{}/04/2023|{number}80.40|0.00|Homecare for adults",
                number % 28 + 1
            )
        })
        .collect();
    let lines: Vec<&str> = lines.iter().map(String::as_str).collect();
    let out = read(&lines);
    assert_eq!(out.table.kind, TableKind::Payments);
    assert_eq!(out.table.heading_line, None);
    assert_eq!(out.payments.len(), 40);
    assert_eq!(
        (out.pence()[0], out.payments[0].supplier.as_deref(), out.payments[0].day),
        (18_040, Some("Supplier 1 Ltd"), day("2023-04-02"))
    );
    assert_eq!(out.payments[0].body.as_deref(), Some("Ashdale Council"));
}

#[test]
fn a_heading_at_the_end_of_the_file_is_used_and_is_not_a_payment() {
    let out = read(&[
        "ENVS - Environment||Parks||Grass cutting||1|CRINV1||Ash Ltd||13/04/2025||2,730.00",
        "ENVS - Environment||Roads||Gritting||1|CRINV2||Birch Ltd||14/04/2025||80.00",
        "Department Area||Service Area||Description||Line|HBC Ref No.||Name:  ||Payment Date||Amount Paid",
    ]);
    assert_eq!(out.table.heading_line, Some(3));
    assert_eq!(out.pence(), [273_000, 8_000]);
    assert_eq!((out.payments[0].service.as_deref(), out.payments[0].reference.as_deref()), (Some("Parks"), Some("CRINV1")));
}

#[test]
fn purchase_cards_are_known_by_the_files_name() {
    let lines = ["Beneficiary|Date|Merchant Category|Amount (Net of VAT)", "Ash Stationers|13/04/2023|Stationery|74.98"];
    let out = read_named("Payment-card-CSV.csv", &lines);
    assert_eq!((out.table.kind, out.payments[0].via), (TableKind::PurchaseCards, PaymentVia::Card));
    assert_eq!(read_named("spend.csv", &lines).table.kind, TableKind::Payments);
}

#[test]
fn purchase_cards_are_known_by_their_mark() {
    let out = read(&[
        "OrganisationLabel|BeneficiaryName|PaymentDate|Amount|CardTransaction",
        "Ashdale Council|Ash Ltd|2025-03-28|313.40|GPC",
        "Ashdale Council|Birch Ltd|2025-03-28|306.33|GPC",
    ]);
    assert_eq!(out.table.kind, TableKind::PurchaseCards);
}

#[test]
fn purchase_cards_are_known_by_suppliers_as_card_machines_print_them() {
    let mut lines = vec!["Beneficiary|Date|Merchant Category|Amount (Net of VAT)".to_string()];
    lines.extend((1..=30).map(|number| format!("Www.Shop{number}.Co.Uk*1A{number}|{}/04/2023|Stationery|{number}.98", number % 28 + 1)));
    let lines: Vec<&str> = lines.iter().map(String::as_str).collect();
    assert_eq!(read_named("March.csv", &lines).table.kind, TableKind::PurchaseCards);
}

#[test]
fn grants_in_the_360giving_shape_are_grants() {
    let out = read(&[
        "Identifier|Title|Description|Currency|Amount Applied For|Amount Awarded|Amount Disbursed|Award Date|Planned Dates:Start Date|Planned Dates:End Date|Recipient Org:Name|Recipient Org:Charity Number",
        "360G-1|Choir|Singing|GBP||2266||2013-01-18|||Ashdale Choir|1146179",
        "360G-2|Hub|Advice|GBP||16666|16666|2024-05-23|||Birch Hub Trust|",
    ]);
    assert_eq!((out.table.kind, out.payments[0].via), (TableKind::Grants, PaymentVia::Grant));
    assert_eq!(out.pence(), [226_600, 1_666_600]);
    assert_eq!(out.payments[1].day, day("2024-05-23"));
}

#[test]
fn an_order_is_not_a_payment() {
    let out = read(&[
        "Document Date|Purchase Order No|Line Item No|Supplier ID|Supplier Name|Description of Goods|Net Order Value",
        "01.10.2014|7500162805|1|140577|Ash Ltd|Roads|46,000.00",
        "02.10.2014|7500162806|1|140578|Birch Ltd|Parks|1,000.00",
    ]);
    assert_eq!(out.table.kind, TableKind::NotOneOfThese);
    assert!(out.table.kind_why.contains("purchase orders"), "{}", out.table.kind_why);
    assert!(out.payments.is_empty());
}

#[test]
fn an_invoice_that_names_its_purchase_order_is_still_paid() {
    let out = read(&[
        "Supplier|Invoice Date|Invoice Number|Purchase Order Number|Amount exc VAT",
        "Ash Ltd|13/04/2023|A1|7500162805|120.00",
        "Birch Ltd|14/04/2023|A2|7500162806|80.00",
    ]);
    assert_eq!(out.table.kind, TableKind::Payments);
}

#[test]
fn a_list_of_buildings_and_a_list_of_salaries_are_named_and_not_read() {
    let buildings = read(&[
        "OrganisationLabel|UPRN|PropertyName|PostCode|GeoX|TenureType",
        "Ashdale Council|100012797623|Town Hall|AS1 1AA|-2.35|Freehold",
    ]);
    assert_eq!(buildings.table.kind, TableKind::NotOneOfThese);
    assert!(buildings.table.kind_why.contains("land and buildings"));
    let salaries = read(&[
        "OrganisationLabel|EffectiveDate|JobTitle|Name|Salary|PensionContribution",
        "Ashdale Council|2025-04-01|Chief Executive|NA|195207|37480",
    ]);
    assert_eq!(salaries.table.kind, TableKind::NotOneOfThese);
}

#[test]
fn a_property_list_with_a_column_of_spend_is_no_payments() {
    let mut lines = vec!["id|name|address|postcode|category|ownership|lat|lng|epc_rating|grade|contract_level|spend".to_string()];
    lines.extend((1..=30).map(|number| {
        format!("23{number:02}|Ashdale Community Centre {number}|{number} Ash Lane|AS1 {number}AA|office|Freehold|53.6{number}|-2.6{number}|C|II|low|{number}41.50")
    }));
    let lines: Vec<&str> = lines.iter().map(String::as_str).collect();
    let out = read_named("property_assets April 2024.csv", &lines);
    assert_eq!(out.table.kind, TableKind::NotOneOfThese);
    assert_eq!(out.table.kind_why, "it seems to be a list of land and buildings");
    assert!(out.payments.is_empty());
}

#[test]
fn a_list_of_names_with_costs_and_no_date_is_no_payments() {
    let mut lines = vec!["Ref|Name|Type|Cost".to_string()];
    lines.extend((1..=30).map(|number| format!("{number}|Ashdale Bridge {number}|Arch|{number}41.50")));
    let lines: Vec<&str> = lines.iter().map(String::as_str).collect();
    let out = read(&lines);
    assert_eq!(out.table.kind, TableKind::NotOneOfThese);
    assert_eq!(out.table.kind_why, "neither a column nor the file's name says when anything was paid");
}

#[test]
fn a_fleet_list_with_costs_is_named_and_not_read() {
    let out = read_named(
        "fleet May 2024.csv",
        &[
            "Vehicle Reg|Make|Model|Fuel Type|Department|Lease Company|Cost",
            "AS24 ABC|Ashford|Transit|Diesel|Parks|Birch Leasing Ltd|412.50",
            "AS24 ABD|Ashford|Transit|Electric|Parks|Birch Leasing Ltd|512.50",
        ],
    );
    assert_eq!((out.table.kind, out.table.kind_why.as_str()), (TableKind::NotOneOfThese, "it seems to be a list of vehicles"));
}

#[test]
fn payments_for_vehicles_and_buildings_are_still_payments() {
    let out = read(&[
        "Supplier|Payment Date|Amount|Vehicle Reg|Make|Model|Mileage|Property Name|UPRN|Postcode",
        "Ash Motors Ltd|13/04/2023|120.50|AS24 ABC|Ashford|Transit|12000|Depot|100012797623|AS1 1AA",
        "Birch Motors Ltd|14/04/2023|80.00|AS24 ABD|Ashford|Transit|13000|Depot|100012797623|AS1 1AA",
    ]);
    assert_eq!((out.table.kind, out.payments.len()), (TableKind::Payments, 2));
}

#[test]
fn grants_of_a_district_are_known_by_their_columns_where_the_organisation_is_who_receives_them() {
    let mut lines = vec!["Date|Organisation|Ward|Project|Grant Awarded".to_string()];
    lines.extend((1..=12).map(|number| format!("{number}/04/2023|Ashdale Choir {number}|Ash Ward|Singing|{number}00.00")));
    let lines: Vec<&str> = lines.iter().map(String::as_str).collect();
    let out = read(&lines);
    assert_eq!((out.table.kind, out.payments.len()), (TableKind::Grants, 12));
    assert_eq!(out.payments[0].supplier.as_deref(), Some("Ashdale Choir 1"));
    assert_eq!(out.payments[0].body, None);
}

#[test]
fn a_pivot_beside_the_payments_is_not_counted_again() {
    let lines = ["Row Labels|Sum of Amount", "Ash Ltd|1,200.00", "Birch Ltd|50.00", "Grand Total|1,250.00"];
    let out = read_sheet(Written::new(&lines).named("Sheet2"), "April 2023.xlsx", &LocalRules::default());
    assert_eq!(out.table.kind, TableKind::NotOneOfThese);
}

#[test]
fn a_summary_by_supplier_is_not_counted_again() {
    let mut lines = vec!["Supplier|Total".to_string()];
    lines.extend((1..=20).map(|number| format!("Supplier {number} Ltd|{number}00.50")));
    let lines: Vec<&str> = lines.iter().map(String::as_str).collect();
    assert_eq!(read_sheet(Written::new(&lines), "April 2023.csv", &LocalRules::default()).table.kind, TableKind::NotOneOfThese);
}

#[test]
fn a_sheet_with_no_date_column_takes_its_month_from_its_name() {
    let lines = ["Supplier|Reference|Amount", "Ash Ltd|A1|120.00", "Ash Ltd|A2|80.00"];
    let out = read_sheet(Written::new(&lines).named("Apr 18"), "spend-2018-19.xlsx", &LocalRules::default());
    assert_eq!(out.payments[0].day, None);
    assert_eq!(out.payments[0].month, Month::from_year_month(2018, 4));
}

#[test]
fn a_month_in_one_column_and_its_year_in_another_are_one_month() {
    let out = read(&[
        "Supplier|Reference|Month|Year|Amount",
        "Ash Ltd|A1|April|2023|120.00",
        "Birch Ltd|A2|Jan|2024|80.00",
        "Cedar Ltd|A3|Smarch|2024|10.00",
    ]);
    assert_eq!(out.table.kind, TableKind::Payments);
    let months: Vec<Option<Month>> = out.payments.iter().map(|payment| payment.month).collect();
    assert_eq!(months, [Month::from_year_month(2023, 4), Month::from_year_month(2024, 1), None]);
}

#[test]
fn spacing_columns_and_a_marking_first_column_change_nothing() {
    let out = read(&[
        "FORMAT REPORT|DefnSheetName=_defntemp_||||||",
        "*|Body Name||Supplier Name||Payment Date||Gross Value",
        "LIST|Ashdale Council||Ash Ltd||13/04/2024||1,754.86",
        "LIST|Ashdale Council||Birch Ltd||14/04/2024||500.00",
        "*|||||||",
    ]);
    assert_eq!(out.pence(), [175_486, 50_000]);
    assert_eq!(out.meanings()[2], Meaning::Empty);
}

#[test]
fn a_column_without_a_heading_is_the_supplier_where_it_holds_firms() {
    let mut lines = vec!["Body Name||Supplier Code|Transaction Ref/No|Payment Date|Gross Value (Detail)".to_string()];
    lines.extend(
        (1..=30).map(|number| {
            format!("Ashdale Council|Firm {} Ltd|1000004|1668{number:02}|{}/01/2024|{number}1.40", number % 9, number % 28 + 1)
        }),
    );
    let lines: Vec<&str> = lines.iter().map(String::as_str).collect();
    assert_eq!(read(&lines).payments[0].supplier.as_deref(), Some("Firm 1 Ltd"));
}

#[test]
fn a_kind_ruled_by_the_publisher_without_an_amount_is_said_to_lack_it() {
    let rules = LocalRules { kind: Some("payments".to_string()), ..LocalRules::default() };
    let out = read_sheet(Written::new(&["Supplier|Payment Date|Notes", "Ash Ltd|13/04/2023|Roads"]), "spend.csv", &rules);
    assert!(out.payments.is_empty());
    assert_eq!(out.repaired(RemarkKind::ColumnUnknown), 1);
}

#[test]
fn a_sheet_all_of_whose_rows_are_too_wide_is_not_said_to_have_nothing_in_it() {
    let limits = Limits { columns: 3, ..Limits::default() };
    let mut bytes = std::io::Cursor::new(&b"Supplier,Date,Amount,Notes\nAsh Ltd,13/04/2023,120.00,Roads\n"[..]);
    let understood = crate::read("wide.csv", &mut bytes, &LocalRules::default(), &limits, &mut Collector::default()).expect("it is text");
    let table = &understood.tables[0];
    assert_eq!((table.kind, table.kind_why.as_str()), (TableKind::Empty, "every row is wider or longer than any real row"));
    assert_eq!((table.rows_read, table.rows_kept), (2, 0));
}

#[test]
fn an_empty_sheet_is_empty() {
    assert_eq!(read(&["", ""]).table.kind, TableKind::Empty);
    assert_eq!(read(&["Supplier|Payment Date|Amount", "||"]).table.kind, TableKind::Empty);
}
