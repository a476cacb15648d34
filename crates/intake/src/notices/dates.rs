//! A contract's dates and what its value comes to in a year.
//!
//! The rule: dates that contradict each other are kept as published and said aloud; a year's value is worked out only from
//! a whole value and a term that make sense.

use definitions::{Day, Pence, RemarkKind};

use super::parts::Doubts;
use crate::Contract;

/// Doubts dates that contradict each other, and works out the value of one year.
pub(super) fn settle(contract: &mut Contract, doubts: &mut Doubts) {
    let (Some(start), Some(end)) = (contract.start, contract.end) else { return };
    if end < start {
        doubts.push((
            RemarkKind::ContractDates,
            "end",
            format!("{start} to {end}"),
            "The contract ends before it starts; the dates are kept and not used.".to_string(),
        ));
    } else if contract.annual_value.is_none() {
        contract.annual_value = contract.total_value.map(|total| value_of_a_year(total, start, end));
    }
}

/// A contract of a year or less is worth in a year what it is worth.
fn value_of_a_year(total: Pence, start: Day, end: Day) -> Pence {
    let days = f64::from(end.0 - start.0 + 1);
    if days <= 366.0 { total } else { total.share(365.25 / days) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn settled(start: &str, end: &str, total_pounds: i64) -> (Option<Pence>, usize) {
        let mut contract = Contract {
            start: start.parse().ok(),
            end: end.parse().ok(),
            total_value: Some(Pence(total_pounds * 100)),
            ..Contract::default()
        };
        let mut doubts = Doubts::new();
        settle(&mut contract, &mut doubts);
        (contract.annual_value, doubts.len())
    }

    #[test]
    fn four_years_of_a_contract_are_worth_four_times_a_year() {
        // 1 April 2020 to 31 March 2024 is 1,461 days: four times 365.25.
        assert_eq!(settled("2020-04-01", "2024-03-31", 400_000), (Some(Pence(10_000_000)), 0));
        assert_eq!(settled("2023-04-01", "2023-06-30", 5_000), (Some(Pence(500_000)), 0));
    }

    #[test]
    fn a_contract_that_ends_before_it_starts_is_doubted_and_has_no_value_of_a_year() {
        assert_eq!(settled("2023-04-01", "2022-03-31", 5_000), (None, 1));
    }
}
