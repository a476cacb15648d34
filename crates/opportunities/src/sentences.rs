//! What an officer can expect of the list, one sentence and one small place at a time.

use definitions::Pence;

use crate::facts::{day, place};
use crate::{Kind, Opportunity, find};

fn found(text: &str) -> Vec<Opportunity> {
    find(&place(text))
}

fn of_kind(text: &str, kind: Kind) -> Vec<Opportunity> {
    found(text).into_iter().filter(|one| one.kind == kind).collect()
}

const TWO_BODIES: &str = "body ashby district 2025-26=12\nbody brook district 2025-26=12\n";

#[test]
fn an_empty_place_has_no_opportunities() {
    assert_eq!(found(""), []);
}

#[test]
fn one_body_alone_has_no_opportunities() {
    assert_eq!(found("body ashby district 2025-26=12\npaid ashby firm software 2025-26 £900,000"), []);
}

#[test]
fn bodies_that_say_their_contract_is_joint_are_not_told_to_share_it() {
    let spend = "paid ashby firm software 2025-26 £90,000\npaid brook firm software 2025-26 £90,000\n";
    let joint = "contract ashby firm software title=Ledger end=2027-12-31 value=£90,000 joint=Joint_contract_with_Brook";
    assert_eq!(of_kind(&format!("{TWO_BODIES}{spend}"), Kind::SameSupplier).len(), 1);
    assert_eq!(of_kind(&format!("{TWO_BODIES}{spend}{joint}"), Kind::SameSupplier), []);
}

#[test]
fn a_third_body_outside_a_joint_contract_is_told_to_ask_whether_it_can_join() {
    let text = format!(
        "{TWO_BODIES}body carrow district 2025-26=12
         paid ashby firm software 2025-26 £90,000
         paid brook firm software 2025-26 £90,000
         paid carrow firm software 2025-26 £90,000
         contract ashby firm software title=Ledger end=2027-12-31 value=£90,000 joint=Joint_contract_with_Brook"
    );
    let found = of_kind(&text, Kind::SameSupplier);
    assert!(found[0].cautions.iter().any(|caution| caution.starts_with("A contract of Ashby and Brook with it is published as joint")));
}

#[test]
fn a_joint_contract_that_both_bodies_publish_does_not_end_together_with_itself() {
    let text = format!(
        "{TWO_BODIES}
         contract ashby firm waste title=Collection end=2028-03-31 value=£500,000 joint=Joint_waste_contract
         contract brook firm waste title=Collection end=2028-03-31 value=£500,000 joint=Joint_waste_contract"
    );
    assert_eq!(found(&text), []);
}

#[test]
fn a_contract_whose_title_names_both_bodies_is_joint_even_if_no_column_says_so() {
    let text = format!(
        "{TWO_BODIES}
         contract ashby firm waste title=Refuse_for_Ashby_and_Brook end=2028-03-31 value=£500,000
         contract brook firm waste title=Refuse_for_Ashby_and_Brook end=2028-03-31 value=£500,000"
    );
    assert_eq!(found(&text), []);
}

#[test]
fn a_joint_contract_beside_a_third_bodys_is_worth_once_what_it_is_worth() {
    let text = format!(
        "{TWO_BODIES}body carrow district 2025-26=12
         contract ashby firm waste title=Collection end=2028-03-31 value=£500,000 joint=Joint_waste_contract
         contract brook firm waste title=Collection end=2028-03-31 value=£500,000 joint=Joint_waste_contract
         contract carrow firm waste title=Bins end=2028-03-31 value=£200,000"
    );
    let found = of_kind(&text, Kind::EndingTogether);
    assert_eq!((found.len(), found[0].addressable_yearly), (1, Pence(70_000_000)));
}

#[test]
fn one_contract_in_the_registers_of_three_years_is_one_contract_as_the_latest_register_has_it() {
    let text = format!(
        "{TWO_BODIES}
         contract ashby firm waste title=Collection end=2026-12-31 value=£100,000 file=2022.csv
         contract ashby firm waste title=COLLECTION. end=2028-03-31 value=£100,000 file=2024.csv
         contract ashby firm waste title=Collection end=2026-12-31 value=£100,000 file=2023.csv
         contract brook firm waste title=Refuse end=2028-03-31 value=£100,000"
    );
    let found = of_kind(&text, Kind::EndingTogether);
    assert_eq!(found[0].contracts.iter().map(|one| one.contract).collect::<Vec<_>>(), [1, 3]);
    assert_eq!(found[0].total_yearly, Pence(20_000_000));
}

#[test]
fn two_lots_of_one_title_in_one_register_are_two_contracts() {
    let text = format!(
        "{TWO_BODIES}
         contract ashby firm waste title=Collection ref=L1 end=2028-03-31 value=£100,000
         contract ashby firm waste title=Collection ref=L2 end=2028-03-31 value=£60,000
         contract brook firm waste title=Refuse ref=W9 end=2028-03-31 value=£100,000"
    );
    assert_eq!(of_kind(&text, Kind::EndingTogether)[0].addressable_yearly, Pence(26_000_000));
}

#[test]
fn contracts_that_miss_each_other_by_three_months_are_shown_with_the_bridge_they_need() {
    let text = format!(
        "{TWO_BODIES}
         contract ashby firm waste title=Collection end=2027-12-31 value=£300,000
         contract brook firm waste title=Refuse end=2028-03-31 value=£300,000"
    );
    let found = of_kind(&text, Kind::EndingTogether);
    assert_eq!(found[0].first_date.as_ref().unwrap().day, day("2028-03-31"));
    assert!(found[0].summary.contains("1 contract would need a short extension that is not published"));
    assert_eq!(found[0].deadlines[0].day, day("2027-03-31"));
    assert_eq!(
        found[0].deadlines[1].what,
        "Ashby must agree a short extension of Collection (ends 31 December 2027) to 31 March 2028; none is published."
    );
}

#[test]
fn contracts_that_ended_last_year_and_contracts_without_an_end_are_not_brought_together() {
    let text = format!(
        "{TWO_BODIES}
         contract ashby firm waste title=Old end=2025-12-31 value=£300,000
         contract ashby firm waste title=Rolling value=£300,000
         contract brook firm waste title=Refuse end=2028-03-31 value=£300,000"
    );
    assert_eq!(found(&text), []);
}

#[test]
fn a_framework_with_five_suppliers_is_not_a_contract_with_each_of_them() {
    let text = format!(
        "{TWO_BODIES}
         contract ashby a+b+c+d+e waste title=Framework end=2028-03-31 value=£9,000,000
         contract brook a waste title=Refuse end=2028-03-31 value=£300,000"
    );
    assert_eq!(found(&text), []);
}

#[test]
fn a_contract_without_a_published_value_is_worth_what_is_paid_for_it() {
    let text = format!(
        "{TWO_BODIES}
         paid ashby firm waste 2025-26 £240,000
         contract ashby firm waste title=Collection end=2028-03-31
         contract brook firm waste title=Refuse end=2028-03-31 value=£300,000"
    );
    let found = of_kind(&text, Kind::EndingTogether);
    assert_eq!(found[0].addressable_yearly, Pence(54_000_000));
    assert!(found[0].cautions.iter().any(|caution| caution.starts_with("For 1 contract no yearly value is published")));
}

#[test]
fn the_same_pounds_seen_as_payments_and_as_contracts_are_counted_once() {
    let text = format!(
        "{TWO_BODIES}
         paid ashby firm waste 2025-26 £240,000
         paid brook firm waste 2025-26 £200,000
         contract ashby firm waste title=Collection end=2028-03-31 value=£240,000
         contract brook firm waste title=Refuse end=2028-03-31 value=£300,000"
    );
    let found = found(&text);
    assert_eq!(found.len(), 2);
    assert_eq!(found[0].overlaps, [found[1].id.clone()]);
    // £440,000 was paid; Brook's contract is worth £100,000 more than it paid.
    let counted: Pence = found.iter().map(|one| one.counted_once_yearly).sum();
    assert_eq!(counted, Pence(54_000_000));
}

#[test]
fn a_reorganisation_to_come_is_said_of_every_opportunity_and_one_that_has_passed_is_not() {
    let spend = "paid ashby firm software 2025-26 £90,000\npaid brook firm software 2025-26 £90,000\n";
    let warns = |vesting: &str| {
        let found = found(&format!("today 2026-06-01\nvesting {vesting}\n{TWO_BODIES}{spend}"));
        found[0].cautions.iter().any(|caution| caution.contains("transferred, hosted or novated"))
    };
    assert!(warns("2028-04-01"));
    assert!(!warns("2023-04-01"));
}

#[test]
fn years_that_differ_or_are_short_or_broken_are_said() {
    let text = "body ashby district 2024-25=12
         body brook district 2025-26=9
         body carrow district 2025-26=3 break=publishes_a_tenth_of_the_rows_since_July
         paid ashby firm software 2024-25 £90,000
         paid brook firm software 2025-26 £90,000
         paid carrow firm software 2025-26 £90,000";
    let found = of_kind(text, Kind::SameSupplier);
    let yearly: Vec<Pence> = found[0].bodies.iter().map(|body| body.yearly).collect();
    assert_eq!(yearly, [Pence(12_000_000), Pence(9_000_000), Pence(9_000_000)]);
    let says = |words: &str| found[0].cautions.iter().any(|caution| caution.contains(words));
    assert!(says("different years, from 2024-25 to 2025-26"));
    assert!(says("Brook published 9 months of 2025-26; its figure is scaled up to twelve and may be seasonal."));
    assert!(says("Carrow published only 3 months of 2025-26; its figure is what was paid in them, not a year's."));
    assert!(says("The series of Carrow breaks: publishes a tenth of the rows since July."));
}

#[test]
fn payments_nobody_classified_still_show_a_supplier_in_common_with_a_warning() {
    let found = found(&format!("{TWO_BODIES}paid ashby firm unknown 2025-26 £90,000\npaid brook firm unknown 2025-26 £90,000"));
    assert_eq!(found[0].id.as_str(), "same-supplier-firm--not-classified");
    assert!(found[0].cautions.iter().any(|caution| caution.starts_with("Nothing published says what was bought")));
    // 2 % of £180,000 is £3,600, of which a tenth is scored: less than the thousand pounds at which scoring begins.
    assert_eq!(found[0].score.parts[0].value, 0.0);
}

#[test]
fn a_name_survives_a_body_that_joins() {
    let two = format!("{TWO_BODIES}paid ashby firm software 2025-26 £90,000\npaid brook firm software 2025-26 £90,000\n");
    let three = format!("{two}body carrow district 2025-26=12\npaid carrow firm software 2025-26 £90,000");
    assert_eq!(found(&two)[0].id, found(&three)[0].id);
}

#[test]
fn care_that_is_likelier_dearer_when_shared_earns_nothing_for_its_money() {
    let found = found(&format!("{TWO_BODIES}paid ashby home adult-care 2025-26 £9,000,000\npaid brook home adult-care 2025-26 £9,000,000"));
    let saving = found[0].saving.as_ref().unwrap();
    assert_eq!((saving.p50, found[0].score.parts[0].value), (Pence(-18_000_000), 0.0));
}

#[test]
fn what_is_already_shared_stands_below_a_saving_of_a_few_hundred_pounds() {
    let text = format!(
        "{TWO_BODIES}supplier county-council is=county
         paid ashby county-council human-resources 2025-26 £9,000,000 because=between-bodies
         paid ashby firm software 2025-26 £9,000
         paid brook firm software 2025-26 £9,000"
    );
    let kinds: Vec<Kind> = found(&text).iter().map(|one| one.kind).collect();
    assert_eq!(kinds, [Kind::SameSupplier, Kind::AlreadySharing]);
}

#[test]
fn bodies_for_which_nobody_said_what_was_published_are_looked_at_by_the_months_they_paid_in() {
    let found = found("paid ashby firm software 2025-26 £90,000 months=12\npaid brook firm software 2025-26 £45,000 months=6");
    assert_eq!(
        found[0].bodies.iter().map(|body| (body.months, body.yearly)).collect::<Vec<_>>(),
        [(12, Pence(9_000_000)), (6, Pence(9_000_000))]
    );
}
