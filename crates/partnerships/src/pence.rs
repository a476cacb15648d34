//! A split in whole pence, and the true-up of a year.
//!
//! The rule: pence add up to the total, to the last penny: what rounding leaves goes a penny each to those who lost most by
//! it. A true-up is all or nothing: while nobody's part of the work is further from what was agreed than the tolerance,
//! nothing is paid; beyond it everybody is put where the year's own figures say (South Hams and West Devon, with 3 %).

use definitions::Pence;

use crate::Fault;
use crate::proportional::by_weight;

/// A total in whole pence, divided as the weights are.
///
/// # Errors
/// As [`by_weight`].
pub fn in_pence(total: Pence, weights: &[f64]) -> Result<Vec<Pence>, Fault> {
    let exact = by_weight(total.0 as f64, weights)?;
    let mut pence: Vec<i64> = exact.iter().map(|amount| amount.floor() as i64).collect();
    let left = total.0.saturating_sub(pence.iter().fold(0, |sum: i64, pence| sum.saturating_add(*pence)));
    let mut order: Vec<usize> = (0..pence.len()).filter(|place| weights[*place] > 0.0).collect();
    order.sort_by(|one, other| (exact[*other] - exact[*other].floor()).total_cmp(&(exact[*one] - exact[*one].floor())));
    // What is left is less than one penny a partner, but for totals beyond 2^53 pence, where floats skip pennies.
    let (each, over) = (left.div_euclid(order.len() as i64), left.rem_euclid(order.len() as i64));
    for (rank, place) in order.into_iter().enumerate() {
        pence[place] = pence[place].saturating_add(each + i64::from((rank as i64) < over));
    }
    Ok(pence.into_iter().map(Pence).collect())
}

/// What a year's own figures change.
#[derive(Clone, Debug, PartialEq)]
pub struct TrueUp {
    /// One line a partner.
    pub lines: Vec<TrueUpLine>,
    /// The furthest that anybody's part was from what was agreed, as a fraction of the whole.
    pub furthest: f64,
    /// The fraction up to which nothing is paid.
    pub tolerance: f64,
}

/// One partner in a true-up. Parts are fractions of the whole.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct TrueUpLine {
    /// The part agreed before the year.
    pub agreed: f64,
    /// The part by the year's own figures.
    pub actual: f64,
    /// What it was charged, by what was agreed.
    pub charged: Pence,
    /// What it is charged beside that; negative where it gets money back. They add up to nothing.
    pub adjustment: Pence,
}

impl TrueUp {
    /// True where somebody's part was further from what was agreed than the tolerance.
    pub fn is_due(&self) -> bool {
        self.furthest > self.tolerance
    }
}

/// What a year's own figures change, of a cost that was charged as agreed.
///
/// # Errors
/// As [`by_weight`]; and where the lists differ in length or the tolerance is no fraction.
pub fn true_up(cost: Pence, agreed: &[f64], actual: &[f64], tolerance: f64) -> Result<TrueUp, Fault> {
    if agreed.len() != actual.len() || !(0.0..=1.0).contains(&tolerance) {
        return Err(Fault::whole(
            format!("{} agreed and {} actual weights, with a tolerance of {} %, do not fit", agreed.len(), actual.len(), tolerance * 100.0),
            "Give every partner both weights, and a tolerance from 0 to 100 %, such as 3.",
        ));
    }
    let (agreed_parts, actual_parts) = (by_weight(1.0, agreed)?, by_weight(1.0, actual)?);
    // A part that is at the tolerance to the last digit is not beyond it.
    let furthest = agreed_parts.iter().zip(&actual_parts).map(|(one, other)| (one - other).abs()).fold(0.0, f64::max);
    let furthest = (furthest * 1e12).round() / 1e12;
    let (charged, owed) = (in_pence(cost, agreed)?, in_pence(cost, actual)?);
    let lines = (0..agreed.len()).map(|place| TrueUpLine {
        agreed: agreed_parts[place],
        actual: actual_parts[place],
        charged: charged[place],
        adjustment: if furthest > tolerance { owed[place] - charged[place] } else { Pence::ZERO },
    });
    Ok(TrueUp { lines: lines.collect(), furthest, tolerance })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pound_shared_by_three_is_shared_to_the_last_penny() {
        assert_eq!(in_pence(Pence(100), &[1.0, 1.0, 1.0]).unwrap(), [Pence(34), Pence(33), Pence(33)]);
        assert_eq!(in_pence(Pence(-100), &[2.0, 1.0]).unwrap(), [Pence(-67), Pence(-33)]);
        assert_eq!(in_pence(Pence(101), &[1.0, 0.0]).unwrap(), [Pence(101), Pence(0)]);
        let huge = in_pence(Pence(i64::MAX), &[1.0, 2.0, 4.0]).unwrap();
        assert_eq!(huge.iter().map(|pence| i128::from(pence.0)).sum::<i128>(), i128::from(i64::MAX));
    }

    #[test]
    fn within_three_percent_nothing_is_paid_and_beyond_it_everybody_is_put_right() {
        // Agreed 60 to 40. At 62.9 to 37.1 nobody pays; at 64 to 36 the first pays £4,000 more of £100,000.
        let cost = Pence(10_000_000);
        let within = true_up(cost, &[60.0, 40.0], &[62.9, 37.1], 0.03).unwrap();
        assert!(!within.is_due() && within.lines.iter().all(|line| line.adjustment == Pence::ZERO));
        let beyond = true_up(cost, &[60.0, 40.0], &[64.0, 36.0], 0.03).unwrap();
        assert!(beyond.is_due());
        assert_eq!(beyond.lines.iter().map(|line| line.adjustment).collect::<Vec<_>>(), [Pence(400_000), Pence(-400_000)]);
        assert!(!true_up(cost, &[60.0, 40.0], &[63.0, 37.0], 0.03).unwrap().is_due(), "3 % is not more than 3 %");
    }

    #[test]
    fn a_tolerance_of_three_hundred_percent_and_weights_that_do_not_match_are_refused() {
        assert!(true_up(Pence(1), &[1.0], &[1.0], 3.0).is_err());
        assert!(true_up(Pence(1), &[1.0, 1.0], &[1.0], 0.03).is_err());
        assert_eq!(true_up(Pence(1), &[1.0, 1.0], &[1.0, -1.0], 0.03).unwrap_err().row, Some(1));
    }
}
