//! A made-up county, Westmarch, with six bodies: the report that examples, tests and pictures are made from.
//!
//! The rule: no name, amount or file of it is real, and the same call gives the same report on every run.

mod cards;
mod large;
mod opportunities;
mod suppliers;

use std::collections::BTreeMap;

use ::opportunities::{BodyFacts, ContractFacts, Kind, Place, YearCovered};
use bodies::BodyKind;
use definitions::{BodyId, Day, FinancialYear, Pence, Source, SupplierId};
use pages::{Headline, Report};
use services::{Family, NotAddressable};

pub use large::large;

/// Id, name and kind of the six bodies, and their residents in thousands.
pub const BODIES: [(&str, &str, BodyKind, f64); 6] = [
    ("westmarch", "Westmarch County", BodyKind::County, 612.0),
    ("alderbrook", "Alderbrook", BodyKind::District, 118.0),
    ("fenwick-vale", "Fenwick Vale", BodyKind::District, 96.0),
    ("port-hallow", "Port Hallow", BodyKind::Unitary, 271.0),
    ("westmarch-police", "Westmarch Police", BodyKind::Police, 883.0),
    ("westmarch-fire", "Westmarch Fire and Rescue", BodyKind::Fire, 883.0),
];

/// The whole made-up report.
pub fn westmarch() -> Report {
    let place = place();
    let opportunities = opportunities::opportunities();
    let lines = opportunities::lines(&opportunities);
    Report {
        place,
        opportunities,
        lines,
        headline: headline(),
        suppliers: suppliers::suppliers(),
        cards: cards::cards(),
        families: families(),
        overlap: overlap(),
        supplier_notes: pages::SupplierNotes::default(),
        not_addressable: not_addressable(),
    }
}

/// One body alone: nothing to compare.
pub fn one_body() -> Report {
    let mut report = westmarch();
    report.opportunities.clear();
    report.lines.clear();
    report.overlap.clear();
    report.place.bodies.truncate(1);
    report.place.contracts.clear();
    report.cards.truncate(1);
    report
}

/// Nothing at all could be read.
pub fn nothing_read() -> Report {
    let place = Place { bodies: Vec::new(), suppliers: Vec::new(), contracts: Vec::new(), ..place() };
    let headline = Headline {
        files: 1,
        files_read: 0,
        files_other: 0,
        files_not_understood: vec![("westmarch/minutes.pdf".into(), "it is a PDF; ask the body for CSV or a spreadsheet".into())],
        payments: 0,
        paid: Pence::ZERO,
        repeated: 0,
        contracts: 0,
        redacted: (0, Pence::ZERO),
        persons: (0, Pence::ZERO),
        unclassified_share: 0.0,
        period: None,
    };
    Report {
        place,
        opportunities: Vec::new(),
        lines: BTreeMap::new(),
        headline,
        suppliers: Vec::new(),
        cards: Vec::new(),
        families: Vec::new(),
        overlap: Vec::new(),
        supplier_notes: pages::SupplierNotes::default(),
        not_addressable: Vec::new(),
    }
}

pub(crate) fn day(text: &str) -> Day {
    text.parse().expect("the made-up county has real days")
}

pub(crate) fn pounds(pounds: i64) -> Pence {
    Pence(pounds * 100)
}

pub(crate) fn body(place: usize) -> BodyId {
    BodyId::new(BODIES[place % BODIES.len()].0)
}

pub(crate) fn supplier_id(name: &str) -> SupplierId {
    SupplierId::new(&definitions::slug(name))
}

/// The family with this code, or the first where the code is not known.
pub(crate) fn family(code: &str) -> Option<Family> {
    Family::from_code(code).or(Family::ALL.first().copied())
}

pub(crate) fn source(body: usize, file: &str, line: u32) -> Source {
    Source { file: format!("{}/{file}", BODIES[body % BODIES.len()].0).into(), sheet: None, line }
}

fn place() -> Place {
    let years = (2023..=2025).map(|year| YearCovered { year: FinancialYear(year), months: if year == 2025 { 0x3FF } else { 0xFFF } });
    let years: Vec<YearCovered> = years.collect();
    let facts = |(id, name, kind, residents): &(&str, &str, BodyKind, f64)| BodyFacts {
        id: BodyId::new(id),
        name: (*name).to_string(),
        kind: *kind,
        thousand_residents: Some(*residents),
        years: years.clone(),
        break_in_series: None,
        last_day: None,
        heirs: Vec::new(),
        carries: Vec::new(),
    };
    Place {
        name: "Westmarch".to_string(),
        today: day("2026-11-22"),
        vesting: Some(day("2028-04-01")),
        bodies: BODIES.iter().map(facts).collect(),
        suppliers: suppliers::facts(),
        spend: Vec::new(),
        contracts: contracts(),
    }
}

/// Body, title, supplier, family, end and pounds a year.
const CONTRACTS: [(usize, &str, &str, &str, &str, i64); 16] = [
    (0, "Waste transfer and haulage", "Brackenfell Waste", "waste", "2027-09-30", 6_240_000),
    (1, "Refuse and recycling collection", "Brackenfell Waste", "waste", "2027-06-30", 3_110_000),
    (2, "Kerbside collection", "Marram Environmental", "waste", "2028-03-31", 2_870_000),
    (3, "Recycling sorting", "Brackenfell Waste", "waste", "2027-12-31", 1_920_000),
    (0, "Managed service for temporary staff", "Tallow Lane Staffing", "agency-staff", "2027-03-31", 9_400_000),
    (3, "Temporary staff", "Tallow Lane Staffing", "agency-staff", "2027-05-31", 4_150_000),
    (4, "Vehicle parts", "Gantry Motor Factors", "fleet-maintenance", "2027-08-31", 640_000),
    (5, "Fire appliance servicing", "Gantry Motor Factors", "fleet-maintenance", "2027-10-31", 410_000),
    (0, "Highways maintenance term contract", "Stonecroft Highways", "highways", "2029-03-31", 18_300_000),
    (3, "Street lighting", "Lumen Street Services", "highways", "2028-09-30", 1_240_000),
    (1, "Office cleaning", "Brightwell Cleaning", "cleaning-and-facilities", "2027-01-31", 212_000),
    (2, "Cleaning of civic offices", "Harebell Facilities", "cleaning-and-facilities", "2027-03-31", 148_000),
    (4, "Cleaning of stations", "Brightwell Cleaning", "cleaning-and-facilities", "2027-07-31", 530_000),
    (5, "Cleaning of fire stations", "Brightwell Cleaning", "cleaning-and-facilities", "2027-04-30", 190_000),
    (2, "Finance system", "Ledgerstone Software", "software", "2028-06-30", 86_000),
    (1, "Finance system support", "Ledgerstone Software", "software", "2028-03-31", 74_000),
];

fn contracts() -> Vec<ContractFacts> {
    let fact = |(line, (whose, title, supplier, code, end, yearly)): (usize, &(usize, &str, &str, &str, &str, i64))| ContractFacts {
        body: body(*whose),
        source: source(*whose, "contracts-register-2026.csv", line as u32 + 12),
        reference: Some(format!("WM-{:04}", 1000 + line * 37)),
        title: (*title).to_string(),
        suppliers: vec![supplier_id(supplier)],
        family: family(code),
        start: Some(day(end).plus_months(-48)),
        end: Some(day(end)),
        latest_end: Some(day(end).plus_months(12)),
        earliest_end: None,
        annual_value: Some(pounds(*yearly)),
        joint_words: None,
        is_not_yet_awarded: false,
    };
    CONTRACTS.iter().enumerate().map(fact).collect()
}

fn headline() -> Headline {
    Headline {
        files: 214,
        files_read: 203,
        files_other: 8,
        files_not_understood: vec![
            ("alderbrook/spend-2024-02.pdf".into(), "it is a PDF; ask for CSV or a spreadsheet".into()),
            ("westmarch-fire/grants_2023.xlsx".into(), "the workbook ends before it should; download it again".into()),
            ("port-hallow/spend/2025-07.csv".into(), "it holds a web page that says the file was not found".into()),
        ],
        payments: 486_204,
        paid: pounds(2_613_480_911),
        repeated: 3_914,
        contracts: 1_377,
        redacted: (41_220, pounds(188_214_903)),
        persons: (9_402, pounds(31_770_220)),
        unclassified_share: 0.128,
        period: Some((day("2023-04-03"), day("2026-01-30"))),
    }
}

fn families() -> Vec<(Option<Family>, Pence)> {
    let by_code = [
        ("adult-care", 214_300_000),
        ("childrens-care", 96_800_000),
        ("highways", 71_200_000),
        ("waste", 48_900_000),
        ("construction", 44_100_000),
        ("agency-staff", 31_700_000),
        ("special-education", 28_400_000),
        ("energy", 19_600_000),
        ("software", 14_200_000),
        ("ict", 11_800_000),
        ("fleet-maintenance", 9_100_000),
        ("cleaning-and-facilities", 7_300_000),
        ("insurance", 4_900_000),
        ("security", 2_100_000),
    ];
    let mut all: Vec<_> = by_code.iter().map(|(code, yearly)| (family(code), pounds(*yearly))).collect();
    all.insert(2, (None, pounds(88_600_000)));
    all
}

fn overlap() -> Vec<(BodyId, BodyId, Pence, u32)> {
    let pairs = [
        (0, 1, 6_120_000, 212),
        (0, 2, 5_480_000, 187),
        (0, 3, 24_900_000, 401),
        (0, 4, 8_310_000, 166),
        (0, 5, 3_020_000, 121),
        (1, 2, 4_870_000, 238),
        (1, 3, 3_390_000, 174),
        (1, 4, 610_000, 58),
        (1, 5, 402_000, 51),
        (2, 3, 2_980_000, 160),
        (2, 4, 540_000, 49),
        (3, 4, 5_720_000, 133),
        (3, 5, 1_940_000, 92),
        (4, 5, 4_410_000, 148),
    ];
    pairs.iter().map(|(a, b, yearly, suppliers)| (body(*a), body(*b), pounds(*yearly), *suppliers)).collect()
}

fn not_addressable() -> Vec<(NotAddressable, Pence)> {
    vec![
        (NotAddressable::Precept, pounds(402_114_000)),
        (NotAddressable::Redacted, pounds(188_214_903)),
        (NotAddressable::BetweenBodies, pounds(96_530_112)),
        (NotAddressable::Pension, pounds(81_204_660)),
        (NotAddressable::Grant, pounds(54_880_031)),
        (NotAddressable::Loan, pounds(47_310_500)),
        (NotAddressable::PrivatePerson, pounds(31_770_220)),
        (NotAddressable::Tax, pounds(22_905_118)),
    ]
}

/// The four kinds, for building opportunities by number.
pub(crate) const KINDS: [Kind; 4] = [Kind::SameSupplier, Kind::EndingTogether, Kind::SameNeed, Kind::AlreadySharing];
