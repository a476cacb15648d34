//! An Open Contracting release or record as contracts.
//!
//! The rule: one contract an award; where nothing is awarded, one for the invitation. A record is read by its compiled
//! release, or by its releases put together with the latest first. Versions 1.0 and 1.1 are read alike, with what Contracts
//! Finder and Find a Tender add; a part that is missing is looked for where else the standard allows it.

use std::borrow::Cow;

use definitions::Day;
use serde_json::Value;

use super::parts::{Doubts, day, pounds, text, texts};
use super::suppliers::name_suppliers;
use super::{Found, Stage, dates, joint};
use crate::Contract;
use crate::values::identifiers::{company_number, postcode};

/// The contracts of one release or record; at least one.
pub(super) fn contracts_of(record: &Value) -> Vec<Found> {
    let release = whole(record);
    let awards: Vec<&Value> =
        release.get("awards").and_then(Value::as_array).into_iter().flatten().filter(|award| award.is_object()).collect();
    if awards.is_empty() {
        return vec![from_parts(&release, None, false)];
    }
    awards.iter().map(|award| from_parts(&release, Some(award), awards.len() > 1)).collect()
}

/// What stands for a record: its compiled release, else its releases put together.
fn whole(record: &Value) -> Cow<'_, Value> {
    if let Some(compiled) = record.get("compiledRelease").filter(|release| release.is_object()) {
        return Cow::Borrowed(compiled);
    }
    let Some(releases) = record.get("releases").and_then(Value::as_array) else { return Cow::Borrowed(record) };
    let mut latest_first: Vec<&Value> = releases.iter().collect();
    // The order of equal days is kept, and a later one in the list is the later one.
    latest_first.reverse();
    latest_first.sort_by_key(|release| std::cmp::Reverse(text(release.get("date"))));
    let mut all = record.clone();
    if let Some(parts) = all.as_object_mut() {
        parts.remove("releases");
    }
    latest_first.iter().for_each(|release| fill_gaps(&mut all, release));
    Cow::Owned(all)
}

/// Puts what `earlier` has, and `into` has not, into it. Things in lists are told apart by their `id`.
fn fill_gaps(into: &mut Value, earlier: &Value) {
    match (into, earlier) {
        (Value::Object(into), Value::Object(earlier)) => {
            for (name, part) in earlier {
                fill_gaps(into.entry(name.clone()).or_insert(Value::Null), part);
            }
        }
        (Value::Array(into), Value::Array(earlier)) => {
            for item in earlier {
                let is_same = |known: &Value| known == item || known.get("id").is_some_and(|id| Some(id) == item.get("id"));
                match into.iter().position(is_same) {
                    Some(place) => fill_gaps(&mut into[place], item),
                    None => into.push(item.clone()),
                }
            }
        }
        (into @ Value::Null, earlier) => *into = earlier.clone(),
        _ => {}
    }
}

fn from_parts(release: &Value, award: Option<&Value>, is_one_of_several: bool) -> Found {
    let empty = Value::Null;
    let tender = release.get("tender").unwrap_or(&empty);
    let mut doubts = Doubts::new();
    let signed = award.and_then(|award| signed_contract(release, award));
    let mut contract = Contract {
        body_name: buyers(release).into_iter().next(),
        reference: text(tender.get("id")).or_else(|| text(release.get("id"))),
        ocid: text(release.get("ocid")),
        title: title(tender, award, is_one_of_several),
        description: text(tender.get("description")).or_else(|| text(award?.get("description"))),
        cpv: cpv(tender, award),
        category: text(tender.get("mainProcurementCategory")),
        status: text(award.unwrap_or(tender).get("status")),
        url: address(release, tender, award),
        ..Contract::default()
    };
    let own_value = award.and_then(|award| pounds(award.get("value"), &mut doubts));
    let signed_value = own_value.or_else(|| pounds(signed?.get("value"), &mut doubts));
    let may_use_tender = !is_one_of_several;
    contract.total_value = signed_value.or_else(|| if may_use_tender { pounds(tender.get("value"), &mut doubts) } else { None });
    let periods = [
        award.and_then(|award| award.get("contractPeriod")),
        signed.and_then(|signed| signed.get("period")),
        tender.get("contractPeriod"),
        lot_period(tender),
    ];
    put_period(&mut contract, periods.into_iter().flatten().find(|period| !period.is_null()));
    dates::settle(&mut contract, &mut doubts);
    put_suppliers(&mut contract, release, award, &mut doubts);
    contract.joint_words = joint::words(&contract, &buyers(release));
    let stage = stage(release, tender, award);
    let was_lost = contract
        .status
        .as_deref()
        .is_some_and(|status| ["cancelled", "unsuccessful", "pending", "withdrawn"].contains(&status.to_lowercase().as_str()));
    contract.is_not_yet_awarded = stage != Stage::Awarded || was_lost;
    Found {
        key: contract.ocid.clone().unwrap_or_default(),
        part: award.and_then(|award| text(award.get("id"))).unwrap_or_default(),
        stage,
        noticed: day(release.get("date")).or_else(|| day(award?.get("date"))),
        contract,
        doubts,
    }
}

fn stage(release: &Value, tender: &Value, award: Option<&Value>) -> Stage {
    let is_planned = || {
        let tags = texts(release.get("tag"));
        let status = text(tender.get("status")).unwrap_or_default();
        status.starts_with("plan") || (!tags.is_empty() && tags.iter().all(|tag| tag.starts_with("planning")))
    };
    match award {
        Some(_) => Stage::Awarded,
        None if is_planned() => Stage::Planned,
        None => Stage::Invited,
    }
}

/// The names of the bodies that buy, the first of them the one that leads.
fn buyers(release: &Value) -> Vec<String> {
    let mut names = texts(release.get("buyer"));
    let with_role =
        |role: &'static str| parties(release).filter(move |party| has_role(party, role)).filter_map(|party| text(party.get("name")));
    names.extend(with_role("buyer"));
    if names.is_empty() {
        names.extend(release.get("tender").map(|tender| texts(tender.get("procuringEntity"))).unwrap_or_default());
        names.extend(with_role("procuringEntity"));
    }
    let mut known: Vec<String> = Vec::new();
    names.retain(|name| {
        let is_new = !known.contains(&name.to_lowercase());
        known.push(name.to_lowercase());
        is_new
    });
    names
}

fn parties(release: &Value) -> impl Iterator<Item = &Value> {
    release.get("parties").and_then(Value::as_array).into_iter().flatten()
}

fn has_role(party: &Value, role: &str) -> bool {
    party.get("roles").and_then(Value::as_array).into_iter().flatten().any(|own| own.as_str() == Some(role))
}

fn title(tender: &Value, award: Option<&Value>, is_one_of_several: bool) -> Option<String> {
    let whole = text(tender.get("title"));
    let own = award.and_then(|award| text(award.get("title")));
    match (whole, own) {
        (Some(whole), Some(own)) if is_one_of_several && whole != own => Some(format!("{whole}: {own}")),
        (whole, own) => whole.or(own),
    }
}

/// The contract that was signed for an award.
fn signed_contract<'a>(release: &'a Value, award: &Value) -> Option<&'a Value> {
    let id = award.get("id")?;
    release.get("contracts")?.as_array()?.iter().find(|contract| contract.get("awardID") == Some(id))
}

fn lot_period(tender: &Value) -> Option<&Value> {
    tender.get("lots")?.as_array()?.iter().find_map(|lot| lot.get("contractPeriod"))
}

fn put_period(contract: &mut Contract, period: Option<&Value>) {
    let Some(period) = period else { return };
    contract.start = day(period.get("startDate"));
    contract.end = day(period.get("endDate"));
    contract.latest_end = day(period.get("maxExtentDate"));
    // A contract of 365 days from 1 April ends on 31 March: its last day is one of them.
    let days = period.get("durationInDays").and_then(Value::as_i64).filter(|days| (1..=36_525).contains(days));
    contract.end = contract.end.or_else(|| Some(Day(contract.start?.0 + days? as i32 - 1)));
}

fn cpv(tender: &Value, award: Option<&Value>) -> Option<String> {
    let items_of = |part: &Value| part.get("items").and_then(Value::as_array).cloned().unwrap_or_default();
    let own = award.map(items_of).unwrap_or_default();
    let items = if own.is_empty() { items_of(tender) } else { own };
    let mut classifications: Vec<&Value> = tender.get("classification").into_iter().collect();
    for item in &items {
        classifications.extend(item.get("classification"));
        classifications.extend(item.get("additionalClassifications").and_then(Value::as_array).into_iter().flatten());
    }
    let mut codes: Vec<String> = Vec::new();
    for classification in classifications
        .into_iter()
        .filter(|classification| text(classification.get("scheme")).is_none_or(|scheme| scheme.eq_ignore_ascii_case("CPV")))
    {
        let parts: Vec<String> = ["id", "description"].into_iter().filter_map(|name| text(classification.get(name))).collect();
        let code = parts.join(" ");
        if !code.is_empty() && !codes.contains(&code) {
            codes.push(code);
        }
    }
    (!codes.is_empty()).then(|| codes.join("; "))
}

fn put_suppliers(contract: &mut Contract, release: &Value, award: Option<&Value>, doubts: &mut Doubts) {
    let Some(award) = award else { return };
    let listed: Vec<&Value> = award.get("suppliers").and_then(Value::as_array).into_iter().flatten().collect();
    let party_of = |supplier: &&Value| parties(release).find(|party| party.get("id").is_some() && party.get("id") == supplier.get("id"));
    let mut winners: Vec<&Value> = listed.iter().filter_map(party_of).collect();
    let mut names: Vec<String> =
        listed.iter().filter_map(|supplier| text(supplier.get("name")).or_else(|| text(party_of(supplier)?.get("name")))).collect();
    if listed.is_empty() {
        winners = parties(release).filter(|party| has_role(party, "supplier")).collect();
        names = winners.iter().filter_map(|party| text(party.get("name"))).collect();
    }
    let context: Vec<String> = [contract.title.clone(), contract.description.clone()].into_iter().flatten().collect();
    let context: Vec<&str> = context.iter().map(String::as_str).collect();
    name_suppliers(contract, &names, &context, doubts);
    contract.is_sme = of_any(&winners, "sme", &["sme", "small", "medium", "micro"]);
    contract.is_vcse = of_any(&winners, "vco", &[]).or_else(|| of_any(&winners, "vcse", &[]));
    if let ([winner], 1, 0) = (winners.as_slice(), contract.suppliers.len(), contract.unnamed_suppliers) {
        contract.company_number = company_of(winner);
        contract.postcode = postcode_of(winner);
    }
}

/// What is said of any of the winners, under its old name or under `details`.
fn of_any(winners: &[&Value], name: &str, scales: &[&str]) -> Option<bool> {
    let said = winners.iter().filter_map(|winner| {
        let details = winner.get("details");
        let scale = || text(details?.get("scale")).map(|scale| scales.contains(&scale.to_lowercase().as_str()));
        let flag = winner.get(name).or_else(|| details?.get(name)).and_then(Value::as_bool);
        flag.or_else(|| if scales.is_empty() { None } else { scale() })
    });
    said.reduce(|any, one| any || one)
}

fn company_of(winner: &Value) -> Option<String> {
    let others = winner.get("additionalIdentifiers").and_then(Value::as_array).into_iter().flatten();
    let own = winner.get("identifier").into_iter().chain(others);
    own.filter(|identifier| text(identifier.get("scheme")).as_deref() == Some("GB-COH"))
        .find_map(|identifier| company_number(&text(identifier.get("id"))?))
}

fn postcode_of(winner: &Value) -> Option<String> {
    let address = winner.get("address")?;
    // Contracts Finder puts the whole address, postcode last, in the street.
    text(address.get("postalCode"))
        .and_then(|text| postcode(&text))
        .or_else(|| postcode(text(address.get("streetAddress"))?.rsplit(',').next()?))
}

/// The notice's own page: a document that is a notice, or the page its service has for its number.
fn address(release: &Value, tender: &Value, award: Option<&Value>) -> Option<String> {
    let of = |part: &Value| part.get("documents").and_then(Value::as_array).cloned().unwrap_or_default();
    let documents: Vec<Value> = award.map(of).unwrap_or_default().into_iter().chain(of(tender)).collect();
    let is_notice = |document: &&Value| text(document.get("documentType")).is_some_and(|kind| kind.to_lowercase().contains("notice"));
    let listed = documents.iter().filter(is_notice).find_map(|document| web_address(text(document.get("url"))?));
    listed
        .or_else(|| page_of_service(&text(release.get("ocid"))?, &text(release.get("id"))?))
        .or_else(|| web_address(text(release.get("uri"))?))
}

/// Only addresses of web pages are handed on: a page may show them as links.
pub(super) fn web_address(address: String) -> Option<String> {
    (address.starts_with("https://") || address.starts_with("http://")).then_some(address)
}

/// Prefixes are those of the Open Contracting register of identifiers: b5fd17 is Contracts Finder, h6vhtk Find a Tender.
fn page_of_service(ocid: &str, release_id: &str) -> Option<String> {
    if ocid.starts_with("ocds-h6vhtk") {
        return Some(format!("https://www.find-tender.service.gov.uk/Notice/{release_id}"))
            .filter(|_| release_id.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-'));
    }
    let notice = release_id.strip_prefix("ocds-b5fd17-")?.get(..36)?;
    notice
        .bytes()
        .all(|byte| byte.is_ascii_hexdigit() || byte == b'-')
        .then(|| format!("https://www.contractsfinder.service.gov.uk/Notice/{notice}"))
}
