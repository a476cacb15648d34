//! Contracts registers and lists of tenders.

use definitions::{Pence, RemarkKind};

use super::{day, read};
use crate::TableKind;

#[test]
fn a_register_with_extensions_taken_ends_when_it_now_expires() {
    let out = read(&[
        "Directorate Name|Purchasing Body|Contract Reference|Contract Title|Contract Description|Supplier Company Name|Supplier Postcode| Annual Value | Total Contract Value (including extensions) |Start Date|End Date|Contract Duration (months)|Option to extend (months)|How many extensions|Extension 1 Taken?|Current Expiry Date|SME Supplier?|ProClass Classification|ProClass Description|Company Number",
        "Place|Ashdale Council|S1046|DN301415|Refuse sacks|Ash Ltd|AS1 1AA| £24,026.00 | £96,104.00 |26/02/2018|25/02/2020|24|24|2|Yes|25/02/2021|Yes|100000|Building|02602689",
        "Place|Ashdale Council|S1047|n/a|Archive|Birch Ltd|AS1 1AB| - | £75,000.00 |01/04/2018|31/03/2021|36|12|1|n/a|31/03/2021|No|190000|Facilities|4624743",
    ]);
    assert_eq!(out.table.kind, TableKind::Contracts);
    let first = &out.contracts[0];
    assert_eq!(first.title.as_deref(), Some("Refuse sacks"));
    assert_eq!((first.start, first.end, first.latest_end), (day("2018-02-26"), day("2021-02-25"), day("2022-02-25")));
    assert_eq!((first.annual_value, first.is_sme), (Some(Pence(2_402_600)), Some(true)));
    assert_eq!(first.proclass.as_deref(), Some("100000 Building"));
    // 1 April 2018 to 31 March 2021 is 1,096 days: £75,000 × 365.25 ÷ 1,096 = £24,994.30.
    assert_eq!(out.contracts[1].annual_value, Some(Pence(2_499_430)));
}

#[test]
fn dates_that_a_spreadsheet_exchanged_are_read_as_they_were_and_dates_with_the_year_first_are_left() {
    let out = read(&[
        "Contract Reference|Contract Title|Supplier|Start Date|End Date|Contract Value",
        "A1|Roads|Ash Ltd|04/01/2022|31/03/2027|100.00",
        "A2|Bridges|Birch Ltd|13/05/2022|30/06/2027|100.00",
        "A3|Lamps|Cedar Ltd|2022-01-04|2027-03-31|100.00",
    ]);
    let terms: Vec<_> = out.contracts.iter().map(|contract| (contract.start, contract.end)).collect();
    assert_eq!(terms[0], (day("2022-04-01"), day("2027-03-31")));
    assert_eq!(terms[1], (day("2022-05-13"), day("2027-06-30")));
    assert_eq!(terms[2], (day("2022-01-04"), day("2027-03-31")));
    assert_eq!(out.repaired(RemarkKind::DateSwapped), 1);
}

#[test]
fn a_register_that_calls_the_title_name_is_read() {
    let out = read(&[
        "UID|Council|Contract Status|Classification|Name|Route to Market|Start Date|End Date|Maximum Extension Date|Annual Contract Value (average)|Value|Supplier Name|Company Registration number|Postcode|Customer Name",
        "3980| Ashdale Council|Live (On-going)|271440 - Information Communication Technology|eMagazines for libraries|Call Off|01/04/2018|31/03/2023|-|£2,000.00|£10,000.00|Ash Ltd|3662159|AS1 1AA|Ashdale Council, Birchley Council",
        "3981| Ashdale Council|Completed|150000 - Consultancy|Surveys of buildings|RFQ|01/04/2019|31/03/2024|31/03/2025|-|£5,000.00|Birch Ltd|-|x|STAR, Ashdale",
    ]);
    let first = &out.contracts[0];
    assert_eq!((first.title.as_deref(), first.reference.as_deref()), (Some("eMagazines for libraries"), Some("3980")));
    assert_eq!(first.proclass.as_deref(), Some("271440 - Information Communication Technology"));
    assert_eq!((first.end, first.latest_end, out.contracts[1].latest_end), (day("2023-03-31"), day("2023-03-31"), day("2025-03-31")));
    assert_eq!((first.body_name.as_deref(), first.status.as_deref()), (Some("Ashdale Council"), Some("Live (On-going)")));
}

#[test]
fn published_tenders_are_notices_and_not_yet_awarded() {
    let out = read(&[
        "Organisation Name|Expression of Interest Start|Contract Reference Number|Tender Title|Description of goods|Service within the council|Contract Start Date|Contract End Date|Review Date ",
        "Ashdale Council|04/10/2023|DN692862|Asset valuations|Financial services||04/02/2024|19/12/2026|",
        "Ashdale Council|11/10/2023|DN693910|Cleaning|Cleaning||01/02/2024|31/01/2026|",
    ]);
    assert_eq!(out.table.kind, TableKind::Notices);
    assert!(out.contracts[0].is_not_yet_awarded);
    assert_eq!((out.contracts[0].start, out.contracts[0].title.as_deref()), (day("2024-02-04"), Some("Asset valuations")));
}

#[test]
fn a_contract_with_neither_title_nor_supplier_is_set_aside() {
    let out = read(&[
        "Contract Reference|Contract Title|Supplier|Start Date|End Date|Contract Value",
        "A1|Roads|Ash Ltd|01/04/2023|31/03/2024|100.00",
        "A2|n/a|-|01/04/2023|31/03/2024|100.00",
        "||||Total|200.00",
    ]);
    assert_eq!(out.set_aside(RemarkKind::ContractIncomplete), 1);
    assert_eq!(out.set_aside(RemarkKind::TotalRow), 1);
    assert_eq!(out.contracts.len(), 1);
}

#[test]
fn a_contract_that_ends_before_it_starts_is_kept_and_doubted() {
    let out = read(&[
        "Contract Title|Supplier|Start Date|End Date",
        "Roads|Ash Ltd|01/04/2024|31/03/2023",
        "Parks|Birch Ltd|13/04/2024|31/03/2025",
    ]);
    assert_eq!(out.repaired(RemarkKind::ContractDates), 1);
    assert_eq!(out.contracts.len(), 2);
}

#[test]
fn the_schema_of_the_local_government_association_is_read() {
    let out = read(&[
        "OrganisationLabel|OrganisationURI|ContractReference|ContractTitle|OrganisationalUnit|Description|StartDate|EndDate|ReviewDate|LastExtensionDate|ContractValue|SupplierName|CompaniesHouseRegistrationNumber|SMESupplier|VCSESupplier|ProcessType",
        "Ashdale Council|http://example.org/1|BAN1|Day care|Adults|Day care for adults|2014-11-24|2017-03-27|2016-03-27|2018-10-31|2769.11|Ash Ltd|02165763|Yes|No|Tender",
    ]);
    let contract = &out.contracts[0];
    assert_eq!((contract.end, contract.earliest_end, contract.latest_end), (day("2017-03-27"), day("2016-03-27"), day("2018-10-31")));
    assert_eq!((contract.total_value, contract.is_vcse), (Some(Pence(276_911)), Some(false)));
}

#[test]
fn contracts_from_and_to_a_day_with_values_in_thousands_are_read() {
    let out = read(&[
        "Title|From|To|Value|Contractor",
        "Roads|01/04/2022|31/03/2025|£250k|Ash Ltd",
        "Lamps|01/05/2022|30/04/2024|£1.2m|Birch Ltd",
    ]);
    assert_eq!(out.table.kind, TableKind::Contracts, "{}", out.table.kind_why);
    assert_eq!((out.contracts[0].start, out.contracts[0].end), (day("2022-04-01"), day("2025-03-31")));
    let values: Vec<Option<Pence>> = out.contracts.iter().map(|contract| contract.total_value).collect();
    assert_eq!(values, [Some(Pence(25_000_000)), Some(Pence(120_000_000))]);
}

#[test]
fn a_possible_extension_in_months_moves_the_latest_end() {
    let out = read(&[
        "Contract|Supplier|Start|End|Possible Extension|Value",
        "Roads|Ash Ltd|01/04/2022|31/03/2025|12 months|100.00",
        "Lamps|Birch Ltd|01/04/2022|31/03/2025|2 years|100.00",
    ]);
    let latest: Vec<_> = out.contracts.iter().map(|contract| contract.latest_end).collect();
    assert_eq!(latest, [day("2026-03-31"), day("2027-03-31")]);
}

#[test]
fn what_is_provided_is_not_who_provides_it() {
    let out = read(&[
        "Contract Title|Description of the goods or services being provided|Successful Supplier|Contract Start Date|Contract End Date|Contract Value",
        "Roads|Mending of roads|Ash Ltd|01/04/2022|31/03/2025|100.00",
        "Lamps|Lighting of streets|Birch Ltd|01/04/2022|31/03/2025|100.00",
    ]);
    let suppliers: Vec<&str> = out.contracts.iter().flat_map(|contract| &contract.suppliers).map(|name| &**name).collect();
    assert_eq!(suppliers, ["Ash Ltd", "Birch Ltd"]);
}
