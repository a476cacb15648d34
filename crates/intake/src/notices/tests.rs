//! What is read of whole files, as officers would say it.
//!
//! The rule: files are made up here; a fault found in a real file comes back as a made-up one, named after what went wrong.

use std::io::Cursor;

use definitions::{Pence, Remark, RemarkKind, Trouble};
use proptest::prelude::*;
use serde_json::{Value, json};

use super::read_json;
use crate::{Contract, Format, Limits, LocalRules, Payment, TableKind, TableUnderstood, Taker};

/// Keeps everything it is given.
#[derive(Default)]
struct Basket {
    contracts: Vec<Contract>,
    remarks: Vec<Remark>,
    payments: u64,
}

impl Taker for Basket {
    fn sheet(&mut self, _: Option<&str>) {}
    fn payment(&mut self, _: &Payment<'_>) -> bool {
        self.payments += 1;
        true
    }
    fn contract(&mut self, contract: Contract) -> bool {
        self.contracts.push(contract);
        true
    }
    fn remark(&mut self, remark: Remark) -> bool {
        self.remarks.push(remark);
        true
    }
    fn progress(&mut self, _: u64) -> bool {
        true
    }
}

fn read_text(text: &str, format: Format) -> Result<(TableUnderstood, Basket), Trouble> {
    let mut basket = Basket::default();
    let tables = read_json(
        "notices.json",
        &mut Cursor::new(text.as_bytes().to_vec()),
        format,
        &LocalRules::default(),
        &Limits::default(),
        &mut basket,
    )?;
    let table = tables.into_iter().next().expect("a JSON file is one table");
    assert_eq!(table.rows_read, table.rows_kept + table.set_aside.values().sum::<u64>(), "rows in are rows out and rows set aside");
    for (kind, rows) in table.set_aside.iter().filter(|_| table.kind != TableKind::NotOneOfThese) {
        let remarks = basket.remarks.iter().filter(|remark| remark.kind == *kind).count() as u64;
        // A run of blank rows has one remark between them.
        let least = if *kind == RemarkKind::BlankRow { 1 } else { *rows };
        assert!(remarks >= least, "every row set aside has its remark: {kind:?}");
    }
    Ok((table, basket))
}

fn read(document: &Value) -> (TableUnderstood, Basket) {
    read_text(&document.to_string(), Format::Json).expect("the test writes JSON")
}

fn lines(documents: &[Value]) -> String {
    documents.iter().map(|document| format!("{document}\n")).collect()
}

fn invitation() -> Value {
    json!({
        "ocid": "ocds-b5fd17-1", "id": "1-tender", "date": "2023-01-05T00:00:00Z", "tag": ["tender"],
        "buyer": {"name": "Ambridge Parish Council"},
        "tender": {
            "id": "APC/12", "title": "Grit &amp; salt", "description": "Supply of\r\n grit", "status": "active",
            "value": {"amount": 40000, "currency": "GBP"},
            "items": [{"id": 1, "classification": {"scheme": "CPV", "id": "34927100", "description": "Road salt"}}],
            "contractPeriod": {"startDate": "2023-04-01T00:00:00Z", "endDate": "2025-03-31T00:00:00Z"}
        }
    })
}

fn award() -> Value {
    let mut award = invitation();
    award["id"] = json!("1-award");
    award["date"] = json!("2023-03-01T00:00:00Z");
    award["tag"] = json!(["award"]);
    award["awards"] = json!([{
        "id": "a1", "status": "active", "date": "2023-02-20T00:00:00Z", "value": {"amount": 36500.5, "currency": "GBP"},
        "suppliers": [{"id": "s1", "name": "Borchester Salt Limited"}],
        "documents": [{"documentType": "awardNotice", "url": "https://notices.example/1"}]
    }]);
    award["parties"] = json!([{
        "id": "s1", "roles": ["supplier"], "name": "Borchester Salt Limited", "sme": true, "vco": false,
        "identifier": {"scheme": "GB-COH", "id": "04918273"},
        "address": {"streetAddress": "1 Mill Lane, Borchester", "postalCode": "bc11aa"}
    }]);
    award
}

#[test]
fn an_award_gives_a_contract_with_its_supplier_value_dates_and_page() {
    let (table, basket) = read(&json!({"releases": [award()]}));
    assert_eq!(table.kind, TableKind::Notices);
    let contract = &basket.contracts[0];
    assert_eq!(contract.line, 1);
    assert_eq!(contract.body_name.as_deref(), Some("Ambridge Parish Council"));
    assert_eq!(contract.reference.as_deref(), Some("APC/12"));
    assert_eq!(contract.title.as_deref(), Some("Grit & salt"));
    assert_eq!(contract.description.as_deref(), Some("Supply of grit"));
    assert_eq!(contract.suppliers, ["Borchester Salt Limited"]);
    assert_eq!(contract.company_number.as_deref(), Some("04918273"));
    assert_eq!(contract.postcode.as_deref(), Some("BC1 1AA"));
    assert_eq!(contract.cpv.as_deref(), Some("34927100 Road salt"));
    assert_eq!(contract.total_value, Some(Pence(3_650_050)));
    assert_eq!(contract.start.map(|day| day.to_string()).as_deref(), Some("2023-04-01"));
    assert_eq!(contract.end.map(|day| day.to_string()).as_deref(), Some("2025-03-31"));
    assert_eq!((contract.is_sme, contract.is_vcse), (Some(true), Some(false)));
    assert_eq!(contract.url.as_deref(), Some("https://notices.example/1"));
    assert!(!contract.is_not_yet_awarded);
}

#[test]
fn an_invitation_is_superseded_by_the_award_of_the_same_contract() {
    let (table, basket) = read(&json!({"releases": [invitation(), award()]}));
    assert_eq!((table.rows_read, table.rows_kept), (2, 1));
    assert_eq!(table.set_aside.get(&RemarkKind::ContractSuperseded), Some(&1));
    assert!(!basket.contracts[0].is_not_yet_awarded);
    let (_, basket) = read(&json!({"releases": [invitation()]}));
    assert!(basket.contracts[0].is_not_yet_awarded);
    assert_eq!(basket.contracts[0].total_value, Some(Pence(4_000_000)));
}

#[test]
fn a_record_is_read_by_its_compiled_release_or_by_its_releases_with_the_latest_first() {
    let (_, compiled) = read(&json!({"records": [{"ocid": "ocds-b5fd17-1", "compiledRelease": award(), "releases": [invitation()]}]}));
    let mut later = json!({"ocid": "ocds-b5fd17-1", "date": "2023-05-01", "tender": {"title": "Grit and rock salt"}});
    later["tag"] = json!(["tenderUpdate"]);
    let (_, merged) = read(&json!({"records": [{"ocid": "ocds-b5fd17-1", "releases": [invitation(), award(), later]}]}));
    assert_eq!(compiled.contracts[0].title.as_deref(), Some("Grit & salt"));
    assert_eq!(merged.contracts[0].title.as_deref(), Some("Grit and rock salt"));
    assert_eq!(merged.contracts[0].suppliers, ["Borchester Salt Limited"]);
}

#[test]
fn each_lot_awarded_is_a_contract_and_the_value_of_the_whole_is_not_given_to_each() {
    let mut release = award();
    release["awards"] = json!([
        {"id": "1", "title": "North", "suppliers": [{"name": "Borchester Salt Limited"}], "value": {"amount": 10000, "currency": "GBP"}},
        {"id": "2", "title": "South", "suppliers": [{"name": "Felpersham Grit Limited"}]}
    ]);
    let (table, basket) = read(&release);
    assert_eq!(table.rows_kept, 2);
    assert_eq!(basket.contracts[0].title.as_deref(), Some("Grit & salt: North"));
    assert_eq!(basket.contracts[1].total_value, None);
}

#[test]
fn a_value_in_euros_is_left_out_and_said() {
    let mut release = award();
    release["awards"][0]["value"] = json!({"amount": 10000, "currency": "EUR"});
    release["tender"]["value"] = json!(null);
    let (table, basket) = read(&release);
    assert_eq!(basket.contracts[0].total_value, None);
    assert_eq!(table.repaired.get(&RemarkKind::AmountUnreadable), Some(&1));
    assert_eq!(basket.remarks[0].seen, "10000 EUR");
}

#[test]
fn a_contract_of_so_many_days_ends_on_its_last_day_and_may_be_extended_to_its_latest() {
    let mut release = award();
    release["awards"][0]["contractPeriod"] = json!({"startDate": "2023-04-01", "durationInDays": 366, "maxExtentDate": "2026-03-31"});
    let (_, basket) = read(&release);
    assert_eq!(basket.contracts[0].end.map(|day| day.to_string()).as_deref(), Some("2024-03-31"));
    assert_eq!(basket.contracts[0].latest_end.map(|day| day.to_string()).as_deref(), Some("2026-03-31"));
}

#[test]
fn midnight_of_a_summer_day_in_universal_time_is_the_day_that_was_meant() {
    let mut release = award();
    release["awards"][0]["contractPeriod"] = json!({"startDate": "2023-03-31T23:00:00Z", "endDate": "2024-01-31T23:00:00Z"});
    let (_, basket) = read(&release);
    assert_eq!(basket.contracts[0].start.map(|day| day.to_string()).as_deref(), Some("2023-04-01"));
    assert_eq!(basket.contracts[0].end.map(|day| day.to_string()).as_deref(), Some("2024-01-31"));
}

#[test]
fn a_broken_line_is_a_remark_and_the_lines_after_it_are_read() {
    let text = format!(
        "{}{{\"ocid\": \n\n{}",
        lines(&[award()]),
        lines(&[json!({"ocid": "ocds-b5fd17-2", "tag": ["tender"], "tender": {"title": "Bins"}})])
    );
    let (table, basket) = read_text(&text, Format::JsonLines).expect("most lines can be read");
    assert_eq!((table.rows_read, table.rows_kept), (4, 2));
    assert_eq!(basket.contracts.iter().map(|contract| contract.line).collect::<Vec<_>>(), [1, 4]);
    assert_eq!(
        basket.remarks.iter().map(|remark| (remark.kind, remark.line)).collect::<Vec<_>>(),
        [(RemarkKind::ContractIncomplete, 2), (RemarkKind::BlankRow, 3)]
    );
}

#[test]
fn a_key_that_stands_twice_in_an_object_is_read_once_as_it_stands_last() {
    let text = r#"{"ocid": "ocds-1", "tag": ["tender"], "tender": {"title": "Bins", "title": "Bin bags"}}"#;
    let (_, basket) = read_text(text, Format::Json).expect("the grammar allows it");
    assert_eq!(basket.contracts[0].title.as_deref(), Some("Bin bags"));
}

fn flat(status: &str) -> Value {
    json!({
        "id": "n1", "title": "Marquee &amp; chairs", "description": "Hire", "organisation": "Ambridge Council", "status": status,
        "published_date": "2023-05-02", "value_low": 5000, "value_high": 9000, "awarded_value": 0,
        "cpv_codes": "39151000 39522530", "cpv_description": "Furniture and Tents", "awarded_supplier": null, "awarded_date": null,
        "suitable_for_sme": true, "url": "https://notices.example/n1"
    })
}

#[test]
fn a_dump_of_a_notice_service_is_read_by_the_words_of_its_keys() {
    let mut awarded = flat("awarded");
    awarded["id"] = json!("n2");
    awarded["awarded_value"] = json!(8750.25);
    awarded["awarded_supplier"] = json!("Home Farm Ltd,Grundy, Archer &amp; Co,Mr Joseph Grundy");
    awarded["awarded_to_sme"] = json!(true);
    let (table, basket) = read(&json!({"meta": {"total": 2}, "contracts": [flat("closed"), awarded]}));
    assert_eq!((table.kind, table.rows_kept), (TableKind::Notices, 2));
    let (open, won) = (&basket.contracts[0], &basket.contracts[1]);
    assert!(open.is_not_yet_awarded && !won.is_not_yet_awarded);
    assert_eq!(open.title.as_deref(), Some("Marquee & chairs"));
    assert_eq!((open.total_value, open.is_sme), (Some(Pence(900_000)), None));
    assert_eq!(won.total_value, Some(Pence(875_025)));
    assert_eq!(won.suppliers, ["Home Farm Ltd", "Grundy, Archer & Co"]);
    assert_eq!((won.unnamed_suppliers, won.is_sme), (1, Some(true)));
    assert_eq!(won.cpv.as_deref(), Some("39151000 39522530 Furniture and Tents"));
    assert!(basket.remarks.iter().all(|remark| !remark.seen.contains("Joseph")));
}

#[test]
fn a_dump_with_other_names_for_the_same_things_is_read_as_well() {
    let notice = json!({
        "noticeIdentifier": "AMB-7", "contractTitle": "Bin bags", "buyerName": "Ambridge Council", "publicationDate": "02/05/2023",
        "awardedDate": "2023-04-20T00:00:00", "winningSupplier": {"name": "Home Farm Ltd"}, "totalValue": "£12,500.00",
        "contractStartDate": "1 June 2023", "contractEndDate": "31 May 2024", "cpvCode": ["19640000"]
    });
    let (_, basket) = read(&json!({"data": {"results": [notice.clone(), notice]}}));
    assert_eq!(basket.contracts.len(), 1, "the same notice twice is one");
    let contract = &basket.contracts[0];
    assert_eq!(contract.body_name.as_deref(), Some("Ambridge Council"));
    assert_eq!(contract.suppliers, ["Home Farm Ltd"]);
    assert_eq!(contract.total_value, Some(Pence(1_250_000)));
    assert_eq!(contract.start.map(|day| day.to_string()).as_deref(), Some("2023-06-01"));
    assert_eq!(contract.cpv.as_deref(), Some("19640000"));
}

#[test]
fn the_winners_of_one_notice_on_rows_of_their_own_all_stay() {
    let mut first = flat("awarded");
    first["awarded_supplier"] = json!("Home Farm Ltd");
    let mut second = first.clone();
    second["awarded_supplier"] = json!("Bridge Farm Ltd");
    let (table, _) = read(&json!([first, second, flat("open")]));
    assert_eq!(table.rows_kept, 2);
    assert_eq!(table.set_aside.get(&RemarkKind::ContractSuperseded), Some(&1));
}

#[test]
fn a_withdrawn_invitation_is_no_contract() {
    let (_, basket) = read(&json!([flat("withdrawn")]));
    assert!(basket.contracts[0].is_not_yet_awarded);
    assert_eq!(basket.contracts[0].status.as_deref(), Some("withdrawn"));
}

#[test]
fn an_event_to_meet_suppliers_that_was_awarded_to_nobody_is_no_contract() {
    let mut event = flat("awarded");
    event["notice_type"] = json!("PreProcurement");
    event["awarded_supplier"] = json!("N/A event day");
    let mut abandoned = flat("awarded");
    abandoned["id"] = json!("n3");
    abandoned["awarded_supplier"] = json!("The contract has not been awarded and the procedure is closed");
    let (_, basket) = read(&json!([event, abandoned]));
    assert!(basket.contracts.iter().all(|contract| contract.is_not_yet_awarded && contract.suppliers.is_empty()));
}

#[test]
fn one_lot_of_several_that_was_not_awarded_leaves_the_others_awarded() {
    let mut lots = flat("awarded");
    lots["awarded_supplier"] = json!("Lot 1 - Home Farm Ltd,Lot 2 - No Award");
    let (_, basket) = read(&json!([lots]));
    assert_eq!(basket.contracts[0].suppliers, ["Home Farm Ltd"]);
    assert!(!basket.contracts[0].is_not_yet_awarded);
}

#[test]
fn an_address_that_is_not_a_web_page_is_not_handed_on() {
    let mut notice = flat("open");
    notice["url"] = json!("javascript:alert(1)");
    let (_, basket) = read(&json!([notice]));
    assert_eq!(basket.contracts[0].url, None);
}

#[test]
fn a_spend_file_published_as_json_is_read_as_a_table_would_be() {
    let payment = |place: u32| json!({"Date": format!("{:02}/05/2023", place + 12), "Supplier": format!("Home Farm {place} Ltd"), "Amount": 600.5 + f64::from(place), "Directorate": "Highways", "Transaction number": 7_000 + place});
    let (table, basket) = read(&json!({"payments": (1..=12).map(payment).collect::<Vec<_>>()}));
    assert_eq!(table.kind, TableKind::Payments);
    assert_eq!((table.rows_kept, basket.payments), (12, 12));
    assert_eq!(table.total, Pence(12 * 60_050 + 7_800));
    assert_eq!(table.heading_line, None);
}

#[test]
fn a_list_of_lists_is_a_table_with_its_heading_in_it() {
    let rows: Vec<Value> =
        (1..=12).map(|place| json!([format!("{:02}/05/2023", place + 12), format!("Home Farm {place} Ltd"), 600 + place])).collect();
    let all: Vec<Value> = [json!(["Payment date", "Supplier name", "Net amount"])].into_iter().chain(rows).collect();
    let (table, basket) = read(&Value::from(all));
    assert_eq!((table.kind, basket.payments), (TableKind::Payments, 12));
}

#[test]
fn a_property_list_is_named_as_something_else_and_nothing_of_it_is_counted() {
    let asset = |place: u32| {
        json!({
            "uprn": 100_000_000 + place, "asset_name": format!("Depot {place}"), "address": "1 Mill Lane", "postcode": "BC1 1AA", "latitude": 53.5,
            "longitude": -2.5, "tenure": "Freehold", "land_only": false, "energy": {"rating": "D"}
        })
    };
    let (table, basket) = read(&json!({"meta": {"total": 12}, "assets": (1..=12).map(asset).collect::<Vec<_>>()}));
    assert_eq!(table.kind, TableKind::NotOneOfThese);
    assert_eq!((basket.payments, basket.contracts.len()), (0, 0));
}

/// Any JSON, with the names that this folder looks for more often than others.
fn any_json() -> impl Strategy<Value = Value> {
    let names = prop::sample::select(vec![
        "ocid",
        "tag",
        "tender",
        "awards",
        "suppliers",
        "parties",
        "roles",
        "id",
        "name",
        "title",
        "value",
        "amount",
        "currency",
        "items",
        "classification",
        "contractPeriod",
        "startDate",
        "endDate",
        "durationInDays",
        "releases",
        "records",
        "compiledRelease",
        "buyer",
        "documents",
        "url",
        "published_date",
        "awarded_value",
        "awarded_supplier",
        "cpv_codes",
        "status",
        "x",
    ]);
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        "\\PC{0,12}".prop_map(Value::from),
        Just(json!("2023-04-01T23:00:00Z")),
        Just(json!("&#x110000;&;&amp")),
    ];
    leaf.prop_recursive(6, 64, 6, move |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..6).prop_map(Value::from),
            prop::collection::vec((names.clone(), inner), 0..8)
                .prop_map(|parts| Value::Object(parts.into_iter().map(|(name, value)| (name.to_string(), value)).collect())),
        ]
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn any_json_is_read_without_panic_and_its_rows_add_up(document in any_json(), is_lines in any::<bool>()) {
        let format = if is_lines { Format::JsonLines } else { Format::Json };
        let _ = read_text(&document.to_string(), format);
        let _ = read_text(&lines(&[json!({"ocid": "1", "tag": ["x"]}), document]), format);
    }

    #[test]
    fn a_document_cut_anywhere_is_trouble_or_rows_that_add_up(cut in 0_usize..900) {
        let whole = json!({"releases": [invitation(), award()]}).to_string();
        let _ = read_text(whole.get(..cut).unwrap_or(""), Format::Json);
    }
}
