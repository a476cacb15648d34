//! A place far larger than Westmarch, to see that the report stays small enough to open.

use definitions::{OpportunityId, SupplierId};
use opportunities::{Kind, Opportunity};
use pages::Report;

use super::opportunities::lines_of;
use super::suppliers::view;
use super::{BODIES, KINDS, body, pounds, westmarch};

/// Forty bodies, 400 files, 1,000 opportunities, 3,000 suppliers and 2,000 contracts.
pub fn large() -> Report {
    let mut report = westmarch();
    let base = report.opportunities.clone();
    report.opportunities = (0..1_000).map(|number| opportunity(&base[number % base.len()], number)).collect();
    report.lines = report.opportunities.iter().map(|found| (found.id.clone(), lines_of(found, 60))).collect();
    report.suppliers = (0..3_000).map(supplier).collect();
    report.cards = (0..40).map(|whose| super::cards::card(whose, 10)).collect();
    let contracts = report.place.contracts.clone();
    report.place.contracts = contracts.iter().cycle().take(2_000).cloned().collect();
    report.headline.files_not_understood = (0..400)
        .map(|number| (format!("{}/file-{number}.pdf", BODIES[number % 6].0), "it is a PDF; ask for CSV or a spreadsheet".into()))
        .collect();
    report
}

fn opportunity(base: &Opportunity, number: usize) -> Opportunity {
    let mut found = base.clone();
    found.id = OpportunityId::new(&format!("{}-{number}", base.id));
    found.kind = if base.kind == Kind::EndingTogether { base.kind } else { KINDS[number % KINDS.len()] };
    found.score.total = 90.0 - number as f64 * 0.08;
    let share = found.bodies[0].clone();
    found.bodies = (0..8).map(|place| opportunities::BodyShare { body: body(number + place), ..share.clone() }).collect();
    found.suppliers = (0..50).map(|place| SupplierId::new(&format!("supplier-number-{}", number + place))).collect();
    found.suppliers_in_all = 212;
    found.addressable_yearly = pounds(1_000_000 - number as i64 * 900);
    found
}

fn supplier(number: usize) -> pages::SupplierView {
    view(&format!("Supplier number {number}"), "ict", &[number % 6, (number + 1) % 6, (number + 3) % 6], 900_000)
}
