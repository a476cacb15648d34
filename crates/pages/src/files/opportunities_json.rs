//! `opportunities.json`: every opportunity with everything behind it, for other programs.
//!
//! The rule: the shape is written out here and not taken from other rooms' types, so that it changes only
//! on purpose. Fields may be added; taking one away or changing one raises `schema_version`.
//! Amounts are whole pence, days are ISO 8601, chances and shares are 0 to 1.

use opportunities::{ContractInGroup, Opportunity};
use serde::Serialize;

use crate::names::Names;
use crate::words::kind_code;
use crate::{EvidenceLine, Report};

/// Raised when a field is taken away or changes its meaning.
const SCHEMA_VERSION: u32 = 1;

/// The opportunities as JSON, best first.
pub fn opportunities_json(report: &Report) -> Vec<u8> {
    let names = Names::of(report);
    let document = Document {
        schema: "commonweal-opportunities",
        schema_version: SCHEMA_VERSION,
        place: &report.place.name,
        asked_on: report.place.today.to_string(),
        vesting: report.place.vesting.map(|day| day.to_string()),
        warning: "Each saving is a range from priors that are judgement. Never add the savings of several opportunities together.",
        opportunities: report.opportunities.iter().enumerate().map(|(place, found)| item(report, &names, place + 1, found)).collect(),
    };
    let mut bytes = serde_json::to_vec_pretty(&document).expect("plain texts and numbers can always be written as JSON");
    bytes.push(b'\n');
    bytes
}

#[derive(Serialize)]
struct Document<'a> {
    schema: &'static str,
    schema_version: u32,
    place: &'a str,
    asked_on: String,
    vesting: Option<String>,
    warning: &'static str,
    opportunities: Vec<Item<'a>>,
}

#[derive(Serialize)]
struct Item<'a> {
    rank: usize,
    id: &'a str,
    kind: &'static str,
    title: &'a str,
    summary: &'a str,
    family: Option<&'static str>,
    bodies: Vec<Part<'a>>,
    suppliers: Vec<Named<'a>>,
    suppliers_in_all: u32,
    total_yearly_pence: i64,
    addressable_yearly_pence: i64,
    counted_once_yearly_pence: i64,
    left_out: Vec<Left<'a>>,
    saving: Option<Saving<'a>>,
    trust_fracture_points: u32,
    team: u32,
    first_date: Option<Dated<'a>>,
    deadlines: Vec<Dated<'a>>,
    contracts: Vec<ContractPart<'a>>,
    cautions: &'a [String],
    harms: &'a [String],
    score: f64,
    score_parts: Vec<ScoreItem<'a>>,
    overlaps: Vec<&'a str>,
    lines: Vec<Line<'a>>,
}

#[derive(Serialize)]
struct Named<'a> {
    id: &'a str,
    name: String,
}

#[derive(Serialize)]
struct Part<'a> {
    id: &'a str,
    name: String,
    yearly_pence: i64,
    year: Option<String>,
    months_published: u32,
    lines: u64,
    suppliers: u32,
}

#[derive(Serialize)]
struct Left<'a> {
    yearly_pence: i64,
    why: &'a str,
}

#[derive(Serialize)]
struct Saving<'a> {
    p10_pence: i64,
    p50_pence: i64,
    p90_pence: i64,
    chance_of_none: f64,
    source: &'a str,
}

#[derive(Serialize)]
struct Dated<'a> {
    day: String,
    what: &'a str,
    body: Option<&'a str>,
}

#[derive(Serialize)]
struct ContractPart<'a> {
    body: &'a str,
    reference: Option<&'a str>,
    title: &'a str,
    can_end_from: String,
    can_end_to: String,
    annual_value_pence: i64,
    file: &'a str,
    sheet: Option<&'a str>,
    line: u32,
}

#[derive(Serialize)]
struct ScoreItem<'a> {
    name: &'a str,
    value: f64,
    weight: f64,
    why: &'a str,
}

#[derive(Serialize)]
struct Line<'a> {
    body: &'a str,
    supplier_as_published: &'a str,
    day: Option<String>,
    amount_pence: i64,
    what: &'a str,
    is_contract: bool,
    file: &'a str,
    sheet: Option<&'a str>,
    line: u32,
}

fn item<'a>(report: &'a Report, names: &Names<'a>, rank: usize, found: &'a Opportunity) -> Item<'a> {
    let dated = |day: definitions::Day, what, body| Dated { day: day.to_string(), what, body };
    Item {
        rank,
        id: found.id.as_str(),
        kind: kind_code(found.kind),
        title: &found.title,
        summary: &found.summary,
        family: found.family.map(services::Family::code),
        bodies: parts(names, found),
        suppliers: found.suppliers.iter().map(|id| Named { id: id.as_str(), name: names.supplier(id).to_string() }).collect(),
        suppliers_in_all: found.suppliers_in_all,
        total_yearly_pence: found.total_yearly.0,
        addressable_yearly_pence: found.addressable_yearly.0,
        counted_once_yearly_pence: found.counted_once_yearly.0,
        left_out: found.left_out.iter().map(|left| Left { yearly_pence: left.yearly.0, why: &left.why }).collect(),
        saving: found.saving.as_ref().map(saving),
        trust_fracture_points: found.trust_fracture_points,
        team: found.team,
        first_date: found.first_date.as_ref().map(|first| dated(first.day, &first.why, None)),
        deadlines: found.deadlines.iter().map(|due| dated(due.day, &due.what, due.body.as_ref().map(|body| body.as_str()))).collect(),
        contracts: found.contracts.iter().filter_map(|part| contract(report, part)).collect(),
        cautions: &found.cautions,
        harms: &found.harms,
        score: found.score.total,
        score_parts: score_parts(found),
        overlaps: found.overlaps.iter().map(|id| id.as_str()).collect(),
        lines: report.lines.get(&found.id).into_iter().flatten().map(line).collect(),
    }
}

fn parts<'a>(names: &Names<'a>, found: &'a Opportunity) -> Vec<Part<'a>> {
    let part = |share: &'a opportunities::BodyShare| Part {
        id: share.body.as_str(),
        name: names.body(&share.body).to_string(),
        yearly_pence: share.yearly.0,
        year: share.year.map(|year| year.to_string()),
        months_published: share.months,
        lines: share.lines,
        suppliers: share.suppliers,
    };
    found.bodies.iter().map(part).collect()
}

fn saving(saving: &definitions::SavingRange) -> Saving<'_> {
    Saving {
        p10_pence: saving.p10.0,
        p50_pence: saving.p50.0,
        p90_pence: saving.p90.0,
        chance_of_none: saving.chance_of_none,
        source: &saving.source,
    }
}

fn contract<'a>(report: &'a Report, part: &ContractInGroup) -> Option<ContractPart<'a>> {
    let contract = report.place.contracts.get(part.contract)?;
    Some(ContractPart {
        body: contract.body.as_str(),
        reference: contract.reference.as_deref(),
        title: &contract.title,
        can_end_from: part.from.to_string(),
        can_end_to: part.to.to_string(),
        annual_value_pence: part.annual_value.0,
        file: &contract.source.file,
        sheet: contract.source.sheet.as_deref(),
        line: contract.source.line,
    })
}

fn score_parts(found: &Opportunity) -> Vec<ScoreItem<'_>> {
    found.score.parts.iter().map(|part| ScoreItem { name: &part.name, value: part.value, weight: part.weight, why: &part.why }).collect()
}

fn line(line: &EvidenceLine) -> Line<'_> {
    Line {
        body: line.body.as_str(),
        supplier_as_published: &line.supplier,
        day: line.day.map(|day| day.to_string()),
        amount_pence: line.amount.0,
        what: &line.what,
        is_contract: line.is_contract,
        file: &line.source.file,
        sheet: line.source.sheet.as_deref(),
        line: line.source.line,
    }
}
