//! What an officer can expect of contracts for one thing, one sentence and one small place at a time.

use definitions::Pence;

use crate::facts::place;
use crate::{Kind, Opportunity, find};

fn of_kind(text: &str, kind: Kind) -> Vec<Opportunity> {
    find(&place(text)).into_iter().filter(|one| one.kind == kind).collect()
}

const TWO_BODIES: &str = "body ashby district 2025-26=12\nbody brook district 2025-26=12\n";

#[test]
fn cashless_parking_of_two_bodies_ends_together_though_their_other_highways_contracts_end_on_other_days() {
    // The family's best day gathers £900,000 in 2028; parking would be lost in it.
    let found = of_kind(
        &format!(
            "{TWO_BODIES}
             contract ashby lime-road highways title=Surface_dressing end=2028-09-30 value=£500,000
             contract brook mason-road highways title=Gully_emptying end=2028-09-30 value=£400,000
             contract ashby nut-pay highways title=Provision_of_Cashless_Parking_System end=2027-11-20 value=£16,000
             contract brook oak-pay highways title=Cashless_parking end=2027-06-30 latest=2028-06-30 value=£14,000"
        ),
        Kind::EndingTogether,
    );
    let thing = found.iter().find(|one| one.id.to_string() == "ending-together-place-cashless-parking").expect("parking is found");
    assert_eq!(thing.title, "Two bodies' contracts for \u{201c}cashless parking\u{201d} could end together on 20 November 2027");
    assert_eq!(thing.addressable_yearly, Pence(3_000_000));
    assert_eq!(found.len(), 2, "and the family");
}

#[test]
fn words_that_any_contract_could_have_and_names_of_bodies_do_not_make_one_thing() {
    let found = of_kind(
        &format!(
            "{TWO_BODIES}
             contract ashby nut-pay software title=Ashby_and_Brook_Management_System_Support end=2027-11-20 value=£36,000
             contract brook oak-pay software title=Ashby_and_Brook_Management_System_Support_Services end=2027-11-20 value=£34,000"
        ),
        Kind::EndingTogether,
    );
    assert!(found.is_empty(), "{found:?}");
}

#[test]
fn lots_under_one_reference_with_one_firm_are_contracts_of_their_own_and_the_same_line_twice_is_not() {
    let lot = |value: &str| format!("contract ashby firm waste title=Bins ref=S1335 end=2028-03-31 value={value} file=r.csv\n");
    let found = of_kind(
        &format!(
            "{TWO_BODIES}{}{}{}contract brook firm waste title=Refuse ref=W9 end=2028-03-31 value=£100,000",
            lot("£70,000"),
            lot("£60,000"),
            lot("£60,000")
        ),
        Kind::EndingTogether,
    );
    assert_eq!(found[0].addressable_yearly, Pence(23_000_000));
}

#[test]
fn one_joint_service_under_two_spellings_of_its_provider_is_not_proposed_again() {
    let text = format!(
        "{TWO_BODIES}
         contract ashby elder-trust health-services title=Substance_misuse_in_Ashby_and_Brook end=2028-03-31 value=£700,000
         contract brook elder-nhs-trust health-services title=Substance_Misuse_tender_of_Ashby_and_Brook end=2028-03-31 value=£200,000"
    );
    assert!(of_kind(&text, Kind::EndingTogether).is_empty());
}

#[test]
fn one_thing_under_two_families_of_one_chapter_is_found_and_one_name_under_two_chapters_is_not() {
    let contracts = |one: &str, other: &str, title: &str| {
        format!(
            "{TWO_BODIES}contract ashby firm-a {one} title={title} end=2028-03-31 value=£60,000\n\
             contract brook firm-b {other} title=The_{title} end=2028-03-31 value=£50,000"
        )
    };
    let ends_together = |text: String| of_kind(&text, Kind::EndingTogether).len();
    assert_eq!(ends_together(contracts("ict", "software", "Registrars_ceremony_planner")), 1);
    assert_eq!(ends_together(contracts("homelessness", "software", "Choice_based_lettings")), 1, "three words are enough");
    assert_eq!(ends_together(contracts("travel-and-events", "construction", "Victoria_Park_bandstand")), 0);
}

#[test]
fn one_contract_in_two_registers_that_spell_its_insurers_differently_is_counted_once() {
    let found = of_kind(
        &format!(
            "{TWO_BODIES}
             contract ashby many-insurers insurance title=Catastrophe_cover end=2028-01-31 value=£700,000 file=january.csv
             contract ashby many-insurers-plc insurance title=Catastrophe_cover end=2028-01-31 value=£700,000 file=may.csv
             contract brook oak-cover insurance title=General_insurances end=2028-01-31 value=£300,000"
        ),
        Kind::EndingTogether,
    );
    assert_eq!(found[0].addressable_yearly, Pence(100_000_000));
}

#[test]
fn fire_extinguishers_are_a_thing_where_a_fire_authority_is_among_the_bodies() {
    let found = of_kind(
        &format!(
            "{TWO_BODIES}body ashby-fire-authority fire 2025-26=12
             contract ashby nut-safety security title=Fire_Extinguisher_Servicing end=2027-11-20 value=£16,000
             contract brook oak-safety building-maintenance title=Fire_extinguishers end=2027-11-20 value=£14,000"
        ),
        Kind::EndingTogether,
    );
    assert_eq!(found[0].id.to_string(), "ending-together-property-extinguisher-fire");
}
