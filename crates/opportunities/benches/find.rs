//! How long a list of opportunities takes: forty bodies, eighty thousand suppliers, two million lines of the spend profile.
//!
//! The rule: made-up data from a fixed recipe, so that two runs measure the same work.

use bodies::BodyKind;
use definitions::{BodyId, Day, FinancialYear, Pence, SPLIT_MIX_STEP, Source, SupplierId, split_mixed};
use opportunities::{BodyFacts, ContractFacts, Place, SpendLine, SupplierFacts, YearCovered, find};
use services::Family;

const BODIES: u64 = 40;
/// Suppliers that any body may use.
const SHARED: u64 = 4_000;
/// Suppliers that one body has to itself.
const OWN: u64 = 1_900;
const SUPPLIERS: u64 = SHARED + BODIES * OWN;

fn main() {
    divan::main();
}

#[divan::bench(args = [20_000, 200_000, 2_000_000], sample_count = 3)]
fn find_opportunities(bencher: divan::Bencher<'_, '_>, lines: u64) {
    let place = place(lines);
    bencher.counter(divan::counter::ItemsCount::new(lines)).bench(|| find(divan::black_box(&place)));
}

/// Well mixed numbers from a counter.
fn mixed(counter: u64) -> u64 {
    split_mixed(counter.wrapping_mul(SPLIT_MIX_STEP))
}

fn place(lines: u64) -> Place {
    let bodies: Vec<BodyFacts> = (0..BODIES).map(body).collect();
    let suppliers: Vec<SupplierFacts> = (0..SUPPLIERS).map(supplier).collect();
    let spend = (0..lines).map(|number| line(number, &bodies, &suppliers)).collect();
    let contracts = (0..20_000).map(|number| contract(number, &bodies, &suppliers)).collect();
    Place { name: "Bench".into(), today: Day(20_605), vesting: None, bodies, suppliers, spend, contracts }
}

fn body(number: u64) -> BodyFacts {
    BodyFacts {
        id: BodyId::new(&format!("body-{number}")),
        name: format!("Body {number}"),
        kind: BodyKind::District,
        thousand_residents: None,
        years: vec![YearCovered { year: FinancialYear(2025), months: 0xFFF }],
        break_in_series: None,
        last_day: None,
        heirs: Vec::new(),
        carries: Vec::new(),
    }
}

fn supplier(number: u64) -> SupplierFacts {
    SupplierFacts {
        id: SupplierId::new(&format!("supplier-{number}")),
        name: format!("Supplier {number}"),
        is_body: None,
        is_sme: None,
        is_vcse: false,
    }
}

fn line(number: u64, bodies: &[BodyFacts], suppliers: &[SupplierFacts]) -> SpendLine {
    let dice = mixed(number);
    // Nine payments in ten go to a body's own suppliers, the tenth to one of the four thousand that anyone may use.
    let body = (dice >> 20) % BODIES;
    let own = SHARED + body * OWN + mixed(dice) % OWN;
    let supplier = if dice.is_multiple_of(10) { mixed(dice) % SHARED } else { own };
    SpendLine {
        body: bodies[body as usize].id.clone(),
        supplier: Some(suppliers[supplier as usize].id.clone()),
        family: Some(Family::ALL[(supplier + (dice >> 50) % 3) as usize % Family::ALL.len()]),
        not_addressable: None,
        year: FinancialYear(2024 + (dice >> 40) as i32 % 2),
        months: 0xFFF,
        payments: 1 + dice % 12,
        paid: Pence((dice % 5_000_000) as i64),
    }
}

fn contract(number: u64, bodies: &[BodyFacts], suppliers: &[SupplierFacts]) -> ContractFacts {
    let dice = mixed(number.wrapping_add(1 << 40));
    let end = Day(20_605 + (dice % 2_000) as i32);
    ContractFacts {
        body: bodies[(dice >> 20) as usize % bodies.len()].id.clone(),
        source: Source { file: "register.csv".into(), sheet: None, line: number as u32 + 2 },
        reference: Some(format!("C{number}")),
        title: format!("Contract {number}"),
        suppliers: vec![suppliers[(dice >> 33) as usize % 4_000].id.clone()],
        family: Some(Family::ALL[(dice >> 50) as usize % Family::ALL.len()]),
        start: None,
        end: Some(end),
        latest_end: Some(Day(end.0 + 365)),
        earliest_end: None,
        annual_value: Some(Pence((dice % 50_000_000) as i64)),
        joint_words: None,
        is_not_yet_awarded: false,
    }
}
