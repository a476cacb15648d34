//! What is true of every list of opportunities, tried on random places.
//!
//! The rule: the order of the input changes nothing, a stranger changes nothing, no pound is counted twice, and no
//! opportunity reaches more than was looked at.

use definitions::{BodyId, Day, FinancialYear, Pence, Source, SupplierId};
use proptest::prelude::*;
use services::{Family, NotAddressable};

use crate::facts::{day, place as place_of};
use crate::{BodyFacts, ContractFacts, Kind, Opportunity, Place, SpendLine, SupplierFacts, YearCovered, find};

const FAMILIES: [Family; 5] = [Family::Software, Family::Waste, Family::CateringAndFood, Family::AdultCare, Family::VoluntarySector];

fn bodies(months: impl Strategy<Value = u16> + Clone) -> impl Strategy<Value = Vec<BodyFacts>> {
    proptest::collection::vec((months, 5.0..300.0f64), 1..6).prop_map(|all| {
        let body = |(number, (months, residents)): (usize, (u16, f64))| BodyFacts {
            id: BodyId::new(&format!("body-{number}")),
            name: format!("Body {number}"),
            kind: if number == 0 { bodies::BodyKind::County } else { bodies::BodyKind::District },
            thousand_residents: (number % 2 == 0).then_some(residents),
            years: vec![YearCovered { year: FinancialYear(2024), months: 0xFFF }, YearCovered { year: FinancialYear(2025), months }],
            break_in_series: None,
            last_day: None,
            heirs: Vec::new(),
            carries: Vec::new(),
        };
        all.into_iter().enumerate().map(body).collect()
    })
}

fn lines() -> impl Strategy<Value = Vec<SpendLine>> {
    let line = (0u8..6, 0u8..7, 0usize..6, 0u8..5, 2024i32..2026, -20_000i64..400_000, 0u64..14);
    let line = line.prop_map(|(body, supplier, family, reason, year, pounds, payments)| SpendLine {
        body: BodyId::new(&format!("body-{body}")),
        supplier: (supplier < 6).then(|| SupplierId::new(&format!("supplier-{supplier}"))),
        family: FAMILIES.get(family).copied(),
        not_addressable: [None, None, None, Some(NotAddressable::Grant), Some(NotAddressable::BetweenBodies)][usize::from(reason)],
        year: FinancialYear(year),
        months: ((1u32 << payments.min(12)) - 1) as u16,
        payments,
        paid: Pence(pounds * 100),
    });
    proptest::collection::vec(line, 0..60)
}

fn contracts() -> impl Strategy<Value = Vec<ContractFacts>> {
    let contract = (0u8..6, 0u8..5, 0usize..6, -300i32..1500, 0i32..700, -300i32..1, 0i64..300, 0u8..4);
    proptest::collection::vec(contract, 0..14).prop_map(|all| all.into_iter().enumerate().map(contract_of).collect())
}

type Drawn = (u8, u8, usize, i32, i32, i32, i64, u8);

fn contract_of((line, (body, supplier, family, end, extension, breaking, thousand, odd)): (usize, Drawn)) -> ContractFacts {
    let end = Day(day("2026-06-01").0 + end);
    ContractFacts {
        body: BodyId::new(&format!("body-{body}")),
        source: Source { file: format!("register-{}.csv", line % 2).into(), sheet: None, line: line as u32 + 2 },
        reference: (odd == 1).then(|| format!("R{supplier}")),
        title: format!("title {}", family % 3),
        suppliers: (supplier > 0).then(|| SupplierId::new(&format!("supplier-{supplier}"))).into_iter().collect(),
        family: FAMILIES.get(family).copied(),
        start: None,
        end: (odd != 2).then_some(end),
        latest_end: (extension > 100).then_some(Day(end.0 + extension)),
        earliest_end: (breaking < -100).then_some(Day(end.0 + breaking)),
        annual_value: (thousand > 20).then_some(Pence(thousand * 100_000)),
        joint_words: (odd == 3).then(|| "with body 1 and Body 2".to_string()),
        is_not_yet_awarded: false,
    }
}

fn places(months: impl Strategy<Value = u16> + Clone) -> impl Strategy<Value = Place> {
    (bodies(months), lines(), contracts()).prop_map(|(bodies, spend, contracts)| {
        let supplier = |number: u8| SupplierFacts {
            id: SupplierId::new(&format!("supplier-{number}")),
            name: format!("Supplier {number}"),
            is_body: (number == 5).then(|| BodyId::new("body-0")),
            is_sme: (number == 2).then_some(true),
            is_vcse: number == 3,
        };
        Place { bodies, suppliers: (0..6).map(supplier).collect(), spend, contracts, ..place_of("today 2026-06-01") }
    })
}

fn any_months() -> impl Strategy<Value = u16> + Clone {
    prop_oneof![Just(0xFFFu16), Just(0x1FFu16), Just(0x7u16)]
}

/// The list with each contract named by its line and not by its place in the input.
fn by_line(place: &Place, mut found: Vec<Opportunity>) -> Vec<Opportunity> {
    for contract in found.iter_mut().flat_map(|one| &mut one.contracts) {
        contract.contract = place.contracts[contract.contract].source.line as usize;
    }
    found
}

fn with_stranger(place: &Place) -> Place {
    let mut place = place.clone();
    let stranger = place_of(
        "body stranger fire 2025-26=12
         supplier strange-firm
         paid stranger strange-firm fire-specialist 2025-26 £900,000
         contract stranger strange-firm fire-specialist title=Hoses end=2028-03-31 value=£900,000 file=z.csv",
    );
    place.bodies.extend(stranger.bodies);
    place.suppliers.extend(stranger.suppliers);
    place.spend.extend(stranger.spend);
    place.contracts.extend(stranger.contracts);
    place
}

fn counted(found: &[Opportunity]) -> i64 {
    found.iter().map(|one| one.counted_once_yearly.0).sum()
}

proptest! {
    #[test]
    fn the_order_of_the_input_changes_nothing(place in places(any_months()), turn in 0usize..50) {
        let mut turned = place.clone();
        turned.bodies.reverse();
        turned.suppliers.reverse();
        turned.spend.reverse();
        turned.contracts.reverse();
        let by = turn % turned.spend.len().max(1);
        turned.spend.rotate_left(by);
        prop_assert_eq!(by_line(&place, find(&place)), by_line(&turned, find(&turned)));
    }

    #[test]
    fn a_body_that_has_nothing_in_common_changes_nothing_for_the_others(place in places(any_months())) {
        prop_assert_eq!(find(&place), find(&with_stranger(&place)));
    }

    #[test]
    fn nothing_reaches_more_than_was_looked_at_and_every_range_runs_from_low_to_high(place in places(any_months())) {
        for one in find(&place) {
            let left_out: Pence = one.left_out.iter().map(|left| left.yearly).sum();
            prop_assert_eq!(one.addressable_yearly + left_out, one.total_yearly);
            prop_assert!(one.counted_once_yearly >= Pence::ZERO && one.counted_once_yearly <= one.addressable_yearly);
            prop_assert!(one.bodies.is_sorted_by_key(|body| std::cmp::Reverse(body.yearly)));
            prop_assert_eq!(one.bodies.iter().map(|body| body.yearly).sum::<Pence>(), one.total_yearly - if one.saving.is_some() { left_out } else { Pence::ZERO });
            prop_assert!((0.0..=100.0).contains(&one.score.total));
            prop_assert_eq!(one.saving.is_none(), one.kind == Kind::AlreadySharing);
            if let Some(saving) = one.saving {
                prop_assert!(saving.p10 <= saving.p50 && saving.p50 <= saving.p90);
                prop_assert!((0.0..=1.0).contains(&saving.chance_of_none));
            }
            prop_assert!(one.deadlines.iter().all(|deadline| deadline.day >= place.today));
            prop_assert!(one.first_date.is_none_or(|first| first.day > place.today));
        }
    }

    #[test]
    fn no_pound_is_counted_twice(place in places(Just(0xFFFu16))) {
        // Bodies without facts are looked at in a year of their own; all others publish the whole of 2025-26.
        let could_be_reached = |line: &&SpendLine| line.not_addressable.is_none() && line.supplier.is_some() && line.paid > Pence::ZERO;
        let is_known = |line: &&SpendLine| place.bodies.iter().any(|body| body.id == line.body);
        let spend: i64 = place.spend.iter().filter(could_be_reached).filter(is_known).map(|line| line.paid.0).sum();
        let only_payments = Place { spend: place.spend.iter().filter(is_known).cloned().collect(), contracts: Vec::new(), ..place.clone() };
        prop_assert!(counted(&find(&only_payments)) <= spend);

        let contracts: i64 = place.contracts.iter().filter_map(|contract| contract.annual_value).map(|value| value.0).sum();
        let both = Place { contracts: place.contracts.clone(), ..only_payments };
        prop_assert!(counted(&find(&both)) <= spend + contracts);
    }

    #[test]
    fn names_of_opportunities_are_their_own_and_overlaps_are_named_both_ways(place in places(any_months())) {
        let found = find(&place);
        let mut names: Vec<_> = found.iter().map(|one| one.id.clone()).collect();
        names.sort();
        names.dedup();
        prop_assert_eq!(names.len(), found.len());
        for one in &found {
            for other in &one.overlaps {
                let other = found.iter().find(|found| found.id == *other).unwrap();
                prop_assert!(other.id != one.id && other.overlaps.contains(&one.id));
            }
        }
    }
}
