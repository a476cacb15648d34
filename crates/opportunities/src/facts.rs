//! Tests only: a place read from a few lines of text, and opportunities told as a few lines of text.
//!
//! The rule: the method pages are run. A page's block `facts` is read, its block `found` is compared with what the
//! room finds, so that page and program cannot drift apart.

use bodies::BodyKind;
use definitions::{BodyId, Day, FinancialYear, Pence, Source, SupplierId};
use services::{Family, NotAddressable};

use crate::{BodyFacts, Carried, ContractFacts, Kind, Opportunity, Place, SpendLine, SupplierFacts, YearCovered};

/// A place from lines such as
/// `today 2026-06-01`, `vesting 2028-04-01`,
/// `body fenby district residents=90 2025-26=9 last=2028-03-31 heirs=Westmarch carries=Aldby:2023-03-31`,
/// `supplier alder-foods sme`, `supplier granleigh-council is=granleigh`,
/// `paid fenby alder-foods software 2025-26 £45,000 payments=9 months=9 because=grant`,
/// `contract fenby alder-foods software title=Grounds_care start=… end=… latest=… earliest=… value=£400,000 joint=… file=… ref=… plan`.
pub(crate) fn place(text: &str) -> Place {
    let mut place = Place {
        name: "Example".into(),
        today: day("2026-06-01"),
        vesting: None,
        bodies: Vec::new(),
        suppliers: Vec::new(),
        spend: Vec::new(),
        contracts: Vec::new(),
    };
    for line in text.lines().map(str::trim).filter(|line| !line.is_empty()) {
        let words: Vec<&str> = line.split_whitespace().collect();
        match words[0] {
            "today" => place.today = day(words[1]),
            "vesting" => place.vesting = Some(day(words[1])),
            "body" => place.bodies.push(body(&words)),
            "supplier" => place.suppliers.push(supplier(&words)),
            "paid" => place.spend.push(paid(&words)),
            "contract" => place.contracts.push(contract(&words, place.contracts.len())),
            other => panic!("the test writes no fact called {other}"),
        }
    }
    place
}

/// The opportunities of one kind, as the method pages write them.
pub(crate) fn told(found: &[Opportunity], kind: Kind) -> String {
    found.iter().filter(|one| one.kind == kind).map(tell).collect::<Vec<_>>().join("\n")
}

/// Runs a method page: what is found in its facts must be what it says is found.
pub(crate) fn run_page(page: &str, kind: Kind) {
    let block = |name: &str| {
        let after = page.split(&format!("```{name}\n")).nth(1).expect("the page has the block");
        after.split("```").next().expect("the block ends").trim().to_string()
    };
    let found = crate::find(&place(&block("facts")));
    assert_eq!(told(&found, kind).trim(), block("found"));
}

pub(crate) fn day(text: &str) -> Day {
    text.parse().expect("the test writes a real day")
}

fn tell(one: &Opportunity) -> String {
    let mut lines = vec![one.id.to_string(), one.title.clone()];
    lines.push(format!("of {} a year, {} can be reached", one.total_yearly.whole_pounds(), one.addressable_yearly.whole_pounds()));
    lines.extend(one.left_out.iter().map(|left| format!("left out, {}: {}", left.yearly.whole_pounds(), left.why)));
    match &one.saving {
        Some(saving) => lines.push(format!(
            "saving {}, {}, {}; none: {:.0} in 100",
            saving.p10.whole_pounds(),
            saving.p50.whole_pounds(),
            saving.p90.whole_pounds(),
            saving.chance_of_none * 100.0
        )),
        None => lines.push("no saving claimed".into()),
    }
    lines.push(format!("trust fracture points {}, team {}", one.trust_fracture_points, one.team));
    lines.extend(one.first_date.iter().map(|first| format!("from {}", first.day)));
    lines.extend(one.deadlines.iter().map(|deadline| format!("by {}: {}", deadline.day, deadline.what)));
    lines.extend(one.harms.iter().map(|harm| format!("harm: {harm}")));
    lines.push(format!("score {:.1}", one.score.total));
    lines.join("\n") + "\n"
}

fn value<'w>(words: &[&'w str], key: &str) -> Option<&'w str> {
    words.iter().find_map(|word| word.strip_prefix(key)?.strip_prefix('='))
}

fn pence(text: &str) -> Pence {
    let pounds: i64 = text.replace(['£', ','], "").parse().expect("the test writes whole pounds");
    Pence(pounds * 100)
}

fn year(text: &str) -> FinancialYear {
    FinancialYear(text[..4].parse().expect("the test writes a financial year"))
}

fn months(count: u32) -> u16 {
    ((1u32 << count) - 1) as u16
}

/// `granleigh-council` is called `Granleigh Council`.
fn name_of(id: &str) -> String {
    let capital = |word: &str| word[..1].to_uppercase() + &word[1..];
    id.split('-').map(capital).collect::<Vec<_>>().join(" ")
}

fn body(words: &[&str]) -> BodyFacts {
    let covered = |word: &&str| {
        let (name, count) = word.split_once('=').filter(|(name, _)| name.starts_with("20"))?;
        Some(YearCovered { year: year(name), months: months(count.parse().expect("the test writes a number")) })
    };
    let kind = match words[2] {
        "county" => BodyKind::County,
        "unitary" => BodyKind::Unitary,
        "fire" => BodyKind::Fire,
        _ => BodyKind::District,
    };
    BodyFacts {
        id: BodyId::new(words[1]),
        name: name_of(words[1]),
        kind,
        thousand_residents: value(words, "residents").map(|thousand| thousand.parse().expect("the test writes a number")),
        years: words.iter().filter_map(covered).collect(),
        break_in_series: value(words, "break").map(|text| text.replace('_', " ")),
        last_day: value(words, "last").map(day),
        heirs: value(words, "heirs").map(|names| names.split('+').map(str::to_string).collect()).unwrap_or_default(),
        carries: value(words, "carries").map(carried).into_iter().collect(),
    }
}

/// `Fenby:2025-03-31` is a body that ended on that day.
fn carried(text: &str) -> Carried {
    let (name, last) = text.split_once(':').expect("the test writes a name and a day");
    Carried { name: name.to_string(), last_day: day(last) }
}

fn supplier(words: &[&str]) -> SupplierFacts {
    SupplierFacts {
        id: SupplierId::new(words[1]),
        name: name_of(words[1]),
        is_body: value(words, "is").map(BodyId::new),
        is_sme: words.contains(&"sme").then_some(true),
        is_vcse: words.contains(&"voluntary"),
    }
}

fn paid(words: &[&str]) -> SpendLine {
    let number = |key: &str| value(words, key).map(|count| count.parse::<u32>().expect("the test writes a number"));
    let because = value(words, "because").map(|reason| match reason {
        "grant" => NotAddressable::Grant,
        "precept" => NotAddressable::Precept,
        "redacted" => NotAddressable::Redacted,
        "between-bodies" => NotAddressable::BetweenBodies,
        other => panic!("the test gives no reason called {other}"),
    });
    SpendLine {
        body: BodyId::new(words[1]),
        supplier: (words[2] != "nobody-named").then(|| SupplierId::new(words[2])),
        family: Family::from_code(words[3]),
        not_addressable: because,
        year: year(words[4]),
        months: months(number("months").unwrap_or(12)),
        payments: u64::from(number("payments").unwrap_or(12)),
        paid: pence(words[5]),
    }
}

fn contract(words: &[&str], before: usize) -> ContractFacts {
    let date = |key: &str| value(words, key).map(day);
    let spaced = |key: &str| value(words, key).map(|text| text.replace('_', " "));
    ContractFacts {
        body: BodyId::new(words[1]),
        source: Source { file: value(words, "file").unwrap_or("register.csv").into(), sheet: None, line: before as u32 + 2 },
        reference: spaced("ref"),
        title: spaced("title").unwrap_or_else(|| format!("contract {before}")),
        suppliers: words[2].split('+').map(SupplierId::new).collect(),
        family: Family::from_code(words[3]),
        start: date("start"),
        end: date("end"),
        latest_end: date("latest"),
        earliest_end: date("earliest"),
        annual_value: value(words, "value").map(pence),
        joint_words: spaced("joint"),
        is_not_yet_awarded: words.contains(&"plan"),
    }
}
