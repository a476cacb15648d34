//! A flat notice as a contract.
//!
//! The rule: what the keys say is taken by their meaning; a notice with a winner, a day of award or the word "awarded" is
//! an agreed contract, anything else an invitation or a plan, whatever became of it.

use serde_json::Value;

use super::fields::Field;
use super::parts::{Doubts, day, plain_lines, pounds_in, texts};
use super::release::web_address;
use super::suppliers::{name_suppliers, names_in, names_somebody, says_not_awarded};
use super::{Found, Stage, dates, joint};
use crate::Contract;
use crate::values::identifiers::{company_number, postcode};

/// The contract of one notice, from its fields.
pub(super) fn contract_of(fields: Vec<(Field, &Value)>) -> Found {
    let notice = Notice::read(fields);
    let mut doubts = Doubts::new();
    let noticed = notice.day(Field::Published).or_else(|| notice.day(Field::AwardedDay));
    let stage = notice.stage();
    let mut contract = Contract {
        body_name: notice.text(Field::Buyer),
        reference: notice.text(Field::Reference).or_else(|| notice.text(Field::NoticeId)),
        ocid: notice.text(Field::OpenContractingId),
        title: notice.text(Field::Title),
        description: notice.text(Field::Description),
        service: notice.text(Field::Service),
        cpv: notice.cpv(),
        start: notice.day(Field::Start),
        end: notice.day(Field::End),
        latest_end: notice.day(Field::LatestEnd),
        total_value: notice.value(stage, &mut doubts),
        status: notice.text(Field::Status),
        is_not_yet_awarded: stage != Stage::Awarded,
        url: notice.text(Field::Url).and_then(web_address),
        ..Contract::default()
    };
    dates::settle(&mut contract, &mut doubts);
    contract.joint_words = joint::words(&contract, &[]);
    notice.put_suppliers(&mut contract, &mut doubts);
    let identifier = contract.ocid.clone().or_else(|| notice.text(Field::NoticeId)).unwrap_or_default();
    // Some services give one row for each winner of one notice: those are parts of it, not later notices.
    let part = contract.suppliers.join("|");
    Found { key: identifier, part, stage, noticed, contract, doubts }
}

/// What a status or a type of notice says where nothing was agreed.
const VOID: [&str; 4] = ["withdrawn", "cancelled", "not awarded", "unsuccessful"];
/// What it says where nobody is invited yet; an event to meet suppliers may still be "awarded" to nobody.
const PLANNED: [&str; 6] = ["pipeline", "preprocurement", "pre-procurement", "plan", "future", "early engagement"];

/// The values of one record, by meaning; of several with one meaning the first that is not empty.
struct Notice<'a>(Vec<(Field, &'a Value)>);

impl<'a> Notice<'a> {
    fn read(fields: Vec<(Field, &'a Value)>) -> Notice<'a> {
        let is_said = |value: &Value| !value.is_null() && value.as_str().is_none_or(|text| !text.trim().is_empty());
        Notice(fields.into_iter().filter(|(_, value)| is_said(value)).collect())
    }

    fn get(&self, field: Field) -> Option<&'a Value> {
        self.0.iter().find(|(own, _)| *own == field).map(|(_, value)| *value)
    }

    fn text(&self, field: Field) -> Option<String> {
        self.get(field).and_then(|value| texts(Some(value)).into_iter().next())
    }

    fn day(&self, field: Field) -> Option<definitions::Day> {
        day(self.get(field))
    }

    fn stage(&self) -> Stage {
        let said = |field| self.text(field).unwrap_or_default().to_lowercase();
        let (kind, status) = (said(Field::NoticeType), said(Field::Status));
        let has_winner = self.winners().iter().any(|name| names_somebody(name));
        let says_void = VOID.iter().any(|word| kind.contains(word) || status.contains(word));
        let is_void = says_void || (!has_winner && self.winners().iter().any(|name| says_not_awarded(name)));
        let is_planned = PLANNED.iter().any(|word| kind.contains(word) || status.contains(word));
        let is_awarded =
            has_winner || (!is_planned && (kind.contains("award") || status.contains("award") || self.day(Field::AwardedDay).is_some()));
        match (is_void, is_awarded, is_planned) {
            (false, true, _) => Stage::Awarded,
            (_, _, true) => Stage::Planned,
            _ => Stage::Invited,
        }
    }

    fn winners(&self) -> Vec<String> {
        match self.get(Field::Suppliers) {
            Some(Value::String(list)) => names_in(&plain_lines(list)),
            other => texts(other),
        }
    }

    /// What was agreed; else the highest that was expected, because both ends of a range are there to be reached.
    fn value(&self, stage: Stage, doubts: &mut Doubts) -> Option<definitions::Pence> {
        let currency = self.text(Field::Currency);
        let agreed = [Field::AwardedValue].into_iter().filter(|_| stage == Stage::Awarded);
        let mut fields = agreed.chain([Field::Value, Field::ValueHigh, Field::ValueLow]);
        fields.find_map(|field| pounds_in(self.get(field)?, currency.as_deref(), doubts))
    }

    /// Codes and labels as published; the labels after their codes.
    fn cpv(&self) -> Option<String> {
        let parts: Vec<String> =
            [Field::CpvCode, Field::CpvLabel].into_iter().filter_map(|field| Some(texts(Some(self.get(field)?)).join(" "))).collect();
        let joined = parts.join(" ").trim().to_string();
        (!joined.is_empty()).then_some(joined)
    }

    fn put_suppliers(&self, contract: &mut Contract, doubts: &mut Doubts) {
        let names = self.winners();
        if names.is_empty() {
            return;
        }
        let context: Vec<String> = [contract.title.clone(), contract.description.clone()].into_iter().flatten().collect();
        let context: Vec<&str> = context.iter().map(String::as_str).collect();
        name_suppliers(contract, &names, &context, doubts);
        contract.is_sme = self.get(Field::AwardedToSme).and_then(yes_or_no);
        contract.is_vcse = self.get(Field::AwardedToVcse).and_then(yes_or_no);
        if contract.suppliers.len() == 1 && contract.unnamed_suppliers == 0 {
            contract.company_number = self.text(Field::CompanyNumber).and_then(|text| company_number(&text));
            contract.postcode = self.text(Field::SupplierPostcode).and_then(|text| postcode(&text));
        }
    }
}

fn yes_or_no(value: &Value) -> Option<bool> {
    value.as_bool().or_else(|| match value.as_str()?.trim().to_lowercase().as_str() {
        "yes" | "y" | "true" => Some(true),
        "no" | "n" | "false" => Some(false),
        _ => None,
    })
}
