//! The opportunities of Westmarch and the published lines behind them.

use std::collections::BTreeMap;

use definitions::{FinancialYear, OpportunityId, Pence, SavingRange};
use opportunities::{BodyShare, ContractInGroup, Deadline, EvidenceWanted, FirstDate, Kind, LeftOut, Opportunity, Score, ScorePart};
use pages::EvidenceLine;

use super::{BODIES, body, day, family, pounds, source, supplier_id};

/// One opportunity in short: what differs between them.
pub(super) struct Sketch {
    pub(super) id: &'static str,
    pub(super) kind: Kind,
    pub(super) title: &'static str,
    pub(super) summary: &'static str,
    pub(super) family: &'static str,
    pub(super) parts: &'static [(usize, i64)],
    pub(super) suppliers: &'static [&'static str],
    /// P10, P50, P90 and chance of none.
    pub(super) saving: Option<(i64, i64, i64, f64)>,
    pub(super) first: &'static str,
    pub(super) score: f64,
    pub(super) contracts: &'static [usize],
    pub(super) harm: Option<&'static str>,
}

const SKETCHES: &[Sketch] = &[
    Sketch {
        id: "ending-together-waste-4f1c",
        kind: Kind::EndingTogether,
        title: "Four waste contracts can end together on 31 March 2028",
        summary: "Westmarch County, Alderbrook, Fenwick Vale and Port Hallow hold separate contracts for collecting and treating waste. \
                  With the extensions they allow, all four can end between 31 March and 30 June 2028 and be bought again, as one or in lots.",
        family: "waste",
        parts: &[(0, 6_240_000), (1, 3_110_000), (2, 2_870_000), (3, 1_920_000)],
        suppliers: &["Brackenfell Waste", "Marram Environmental"],
        saving: Some((-140_000, 620_000, 1_680_000, 0.18)),
        first: "2028-03-31",
        score: 81.4,
        contracts: &[0, 1, 2, 3],
        harm: Some(
            "One supplier already holds three of the four contracts. One large contract could leave the county with a single bidder: ask for lots.",
        ),
    },
    Sketch {
        id: "same-supplier-tallow-lane-9b02",
        kind: Kind::SameSupplier,
        title: "Five bodies pay Tallow Lane Staffing separately for agency staff",
        summary: "Five bodies buy temporary staff through one agency, each under its own agreement. \
                  The margins are likely to differ; one set of rates would be the least work.",
        family: "agency-staff",
        parts: &[(0, 9_402_118), (3, 4_151_002), (4, 1_208_440), (1, 611_320), (2, 402_915)],
        suppliers: &["Tallow Lane Staffing"],
        saving: Some((0, 310_000, 790_000, 0.22)),
        first: "2027-03-31",
        score: 77.9,
        contracts: &[4, 5],
        harm: None,
    },
    Sketch {
        id: "same-need-cleaning-11aa",
        kind: Kind::SameNeed,
        title: "Six bodies buy cleaning from nine suppliers",
        summary: "All six bodies buy the cleaning of offices and stations, many of them in the same towns. Prices a site can be set side by side.",
        family: "cleaning-and-facilities",
        parts: &[(0, 2_190_000), (3, 1_480_000), (4, 530_000), (1, 212_000), (5, 190_000), (2, 148_000)],
        suppliers: &["Brightwell Cleaning", "Harebell Facilities", "Spindle & Sons Cleaning"],
        saving: Some((-60_000, 90_000, 340_000, 0.38)),
        first: "2027-01-31",
        score: 69.2,
        contracts: &[10, 11, 12, 13],
        harm: Some("Four of the nine suppliers are small firms. A single contract would shut them out."),
    },
    Sketch {
        id: "same-supplier-ledgerstone-77d0",
        kind: Kind::SameSupplier,
        title: "Four bodies pay Ledgerstone Software separately for finance software",
        summary: "Four bodies run the same finance system with separate licences and separate support. \
                  Two of the contracts end within three months of each other.",
        family: "software",
        parts: &[(0, 412_000), (3, 188_300), (2, 86_000), (1, 74_200)],
        suppliers: &["Ledgerstone Software"],
        saving: Some((-30_000, 38_000, 141_000, 0.35)),
        first: "2028-03-31",
        score: 66.0,
        contracts: &[14, 15],
        harm: None,
    },
    Sketch {
        id: "same-supplier-gantry-20ce",
        kind: Kind::SameSupplier,
        title: "Police and fire pay Gantry Motor Factors separately for vehicle parts",
        summary: "Westmarch Police and Westmarch Fire and Rescue buy parts and servicing from one firm, with workshops four miles apart.",
        family: "fleet-maintenance",
        parts: &[(4, 640_112), (5, 409_870)],
        suppliers: &["Gantry Motor Factors"],
        saving: Some((0, 52_000, 118_000, 0.20)),
        first: "2027-08-31",
        score: 64.7,
        contracts: &[6, 7],
        harm: None,
    },
    Sketch {
        id: "same-need-energy-0d5e",
        kind: Kind::SameNeed,
        title: "Five bodies buy electricity and gas under four arrangements",
        summary: "Five bodies buy energy through four different frameworks and on different days of the market.",
        family: "energy",
        parts: &[(0, 9_870_000), (3, 5_240_000), (4, 2_310_000), (5, 1_120_000), (1, 640_000)],
        suppliers: &["Saltmarsh Energy", "Northgate Power Supply"],
        saving: Some((-410_000, 120_000, 900_000, 0.41)),
        first: "2027-04-01",
        score: 58.3,
        contracts: &[],
        harm: None,
    },
    Sketch {
        id: "same-need-agency-social-work-61b7",
        kind: Kind::SameNeed,
        title: "Two bodies buy agency social workers from fourteen suppliers",
        summary: "Westmarch County and Port Hallow compete for the same agency social workers. An agreed top rate would be a first step without any contract.",
        family: "agency-staff",
        parts: &[(0, 6_110_000), (3, 3_920_000)],
        suppliers: &["Tallow Lane Staffing", "Quillwood Care Recruitment", "Oxbow Interim"],
        saving: Some((-80_000, 160_000, 610_000, 0.34)),
        first: "2027-02-01",
        score: 57.1,
        contracts: &[],
        harm: Some("A top rate can drive workers to neighbouring counties. Ask the neighbours first."),
    },
    Sketch {
        id: "already-sharing-audit-3c3c",
        kind: Kind::AlreadySharing,
        title: "Fenwick Vale already buys internal audit from Alderbrook",
        summary: "Fenwick Vale pays Alderbrook every quarter for internal audit. Westmarch Fire and Rescue buys the same from a firm and could ask to join.",
        family: "finance-and-audit",
        parts: &[(2, 84_000)],
        suppliers: &["Alderbrook"],
        saving: None,
        first: "2027-04-01",
        score: 49.5,
        contracts: &[],
        harm: None,
    },
    Sketch {
        id: "same-supplier-lumen-8e21",
        kind: Kind::SameSupplier,
        title: "Two bodies pay Lumen Street Services separately for street lighting",
        summary: "Westmarch County and Port Hallow pay one firm to maintain street lighting under contracts with different response times.",
        family: "highways",
        parts: &[(0, 2_904_000), (3, 1_240_000)],
        suppliers: &["Lumen Street Services"],
        saving: Some((-50_000, 70_000, 260_000, 0.31)),
        first: "2028-09-30",
        score: 47.8,
        contracts: &[],
        harm: None,
    },
    Sketch {
        id: "same-need-insurance-5a10",
        kind: Kind::SameNeed,
        title: "Six bodies insure separately through three brokers",
        summary: "All six bodies buy property, motor and liability cover separately. A pool needs years of claims data before anyone can price it.",
        family: "insurance",
        parts: &[(0, 2_210_000), (3, 1_130_000), (4, 870_000), (5, 330_000), (1, 210_000), (2, 164_000)],
        suppliers: &["Meridian Cover Brokers", "Wharfside Mutual"],
        saving: Some((-220_000, 60_000, 480_000, 0.44)),
        first: "2027-10-01",
        score: 44.9,
        contracts: &[],
        harm: None,
    },
    Sketch {
        id: "same-supplier-hostile-name-0001",
        kind: Kind::SameSupplier,
        title: "Two bodies pay =SUM(A1) <script>alert(1)</script> Printers separately for print",
        summary: "A supplier whose published name is not a name at all: pages and files show it as text & nothing else.",
        family: "print-and-post",
        parts: &[(1, 31_000), (2, 18_400)],
        suppliers: &["=SUM(A1) <script>alert(1)</script> Printers"],
        saving: Some((0, 1_500, 6_200, 0.29)),
        first: "2027-04-01",
        score: 31.0,
        contracts: &[],
        harm: None,
    },
    Sketch {
        id: "same-need-security-c402",
        kind: Kind::SameNeed,
        title: "Three bodies buy guarding and alarms from five suppliers",
        summary: "Alderbrook, Port Hallow and Westmarch Police buy guarding and alarm monitoring separately.",
        family: "security",
        parts: &[(3, 512_000), (4, 388_000), (1, 97_000)],
        suppliers: &["Watchgate Security", "Harebell Facilities"],
        saving: Some((-25_000, 14_000, 88_000, 0.40)),
        first: "2027-05-01",
        score: 39.6,
        contracts: &[],
        harm: None,
    },
];

/// All of them, best first.
pub(super) fn opportunities() -> Vec<Opportunity> {
    let mut all: Vec<Opportunity> = SKETCHES.iter().map(drawn).collect();
    all.sort_by(|a, b| b.score.total.total_cmp(&a.score.total));
    all[6].overlaps = vec![all[1].id.clone()];
    all[1].overlaps = vec![all[6].id.clone()];
    all[6].counted_once_yearly = pounds(4_330_000);
    all
}

/// A whole opportunity from a sketch.
pub(super) fn drawn(sketch: &Sketch) -> Opportunity {
    let total: Pence = sketch.parts.iter().map(|(_, yearly)| pounds(*yearly)).sum();
    let bodies = sketch.parts.len() as u32;
    let points = bodies * bodies.saturating_sub(1) / 2;
    Opportunity {
        id: OpportunityId::new(sketch.id),
        kind: sketch.kind,
        title: sketch.title.to_string(),
        summary: sketch.summary.to_string(),
        bodies: sketch.parts.iter().enumerate().map(|(place, part)| share(place, part)).collect(),
        suppliers: sketch.suppliers.iter().map(|name| supplier_id(name)).collect(),
        suppliers_in_all: sketch.suppliers.len() as u32 + u32::from(sketch.suppliers.len() > 2) * 6,
        family: family(sketch.family),
        total_yearly: total,
        addressable_yearly: total.share(0.86),
        left_out: vec![LeftOut {
            yearly: total.share(0.14),
            why: "Paid under contracts that cannot end before the bodies are replaced.".into(),
        }],
        saving: sketch.saving.map(|(p10, p50, p90, chance_of_none)| SavingRange {
            p10: pounds(p10),
            p50: pounds(p50),
            p90: pounds(p90),
            chance_of_none,
            source: "prior (judgement): joint procurement, shaded for four bodies of this size".into(),
        }),
        trust_fracture_points: points,
        team: points * 2,
        first_date: Some(FirstDate {
            day: day(sketch.first),
            why: "From then on every contract in it can end, with the extensions each allows.".into(),
        }),
        deadlines: deadlines(sketch),
        contracts: in_group(sketch),
        cautions: vec![
            "Prices paid are seen, not what was delivered for them.".into(),
            "One body publishes amounts with VAT and the others without; the difference is up to a fifth.".into(),
        ],
        harms: sketch.harm.iter().map(|harm| (*harm).to_string()).collect(),
        score: score(sketch.score),
        overlaps: Vec::new(),
        counted_once_yearly: total.share(0.86),
        evidence: vec![EvidenceWanted {
            body: body(sketch.parts[0].0),
            supplier: None,
            family: family(sketch.family),
            year: FinancialYear(2025),
        }],
    }
}

fn share(place: usize, (whose, yearly): &(usize, i64)) -> BodyShare {
    BodyShare {
        body: body(*whose),
        yearly: pounds(*yearly),
        year: Some(FinancialYear(2024 + (place as i32 % 2))),
        months: if place % 2 == 1 { 10 } else { 12 },
        lines: 24 + 61 * place as u64,
        suppliers: 1 + place as u32 % 3,
    }
}

fn deadlines(sketch: &Sketch) -> Vec<Deadline> {
    let first = day(sketch.first);
    vec![
        Deadline {
            day: first.plus_months(-9).max(day("2026-12-11")),
            what: "Agree whether to buy together, and who leads.".into(),
            body: None,
        },
        Deadline {
            day: first.plus_months(-6).max(day("2027-01-15")),
            what: "Give notice that the extension is not taken.".into(),
            body: Some(body(sketch.parts[0].0)),
        },
    ]
}

fn in_group(sketch: &Sketch) -> Vec<ContractInGroup> {
    let part = |contract: &usize| ContractInGroup {
        contract: *contract,
        from: day(super::CONTRACTS[*contract].4),
        to: day(super::CONTRACTS[*contract].4).plus_months(12),
        annual_value: pounds(super::CONTRACTS[*contract].5),
    };
    sketch.contracts.iter().map(part).collect()
}

fn score(total: f64) -> Score {
    let part = |name: &str, value: f64, weight: f64, why: &str| ScorePart { name: name.into(), value, weight, why: why.into() };
    Score {
        total,
        parts: vec![
            part("money", total / 100.0, 0.35, "The middle of the range, against the largest in the place."),
            part("likelihood", 0.82, 0.25, "One less the chance of no saving."),
            part("ease", 0.60, 0.15, "Six trust fracture points among four bodies."),
            part("soon", 0.74, 0.15, "Something can be done within fourteen months."),
            part("evidence", 0.91, 0.10, "Most of the value is in named payments of whole years."),
        ],
    }
}

/// Published lines for each opportunity, largest first.
pub(super) fn lines(found: &[Opportunity]) -> BTreeMap<OpportunityId, Vec<EvidenceLine>> {
    found.iter().map(|found| (found.id.clone(), lines_of(found, 16))).collect()
}

/// `count` published lines, shared over the opportunity's bodies.
pub(super) fn lines_of(found: &Opportunity, count: usize) -> Vec<EvidenceLine> {
    let line = |place: usize| {
        let share = &found.bodies[place % found.bodies.len()];
        let whose = BODIES.iter().position(|known| known.0 == share.body.as_str()).unwrap_or(0);
        let supplier = found.suppliers[place % found.suppliers.len()].as_str().replace('-', " ").to_uppercase();
        EvidenceLine {
            body: share.body.clone(),
            supplier: if place % 3 == 1 { format!("{supplier} LTD") } else { supplier },
            day: Some(day("2025-12-19").plus_months(-(place as i32))),
            amount: Pence(share.yearly.0 / (9 + place as i64) + 37),
            what: "Managed service charge, quarter to date".into(),
            source: source(whose, &format!("spend-over-500-2025-{:02}.csv", 1 + place % 12), 118 + 211 * place as u32),
            is_contract: place == 0 && found.kind == Kind::EndingTogether,
        }
    };
    (0..count).map(line).collect()
}
