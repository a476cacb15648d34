//! Splits that need few figures: by a weight, and by separable costs and remaining benefits.
//!
//! The rule: the amounts add up to the total, and a weight below zero is refused. Neither split asks what groups could do
//! by themselves, so that either can drive a group out; `stability.rs` says when.

use crate::{Coalition, Fault, Game};

/// The total divided as the weights are (residents, spend, use): x_i = total w_i / sum of w.
///
/// # Errors
/// Names the row of a weight that is below zero or no number; refuses weights that are all 0 or not one a partner.
pub fn by_weight(total: f64, weights: &[f64]) -> Result<Vec<f64>, Fault> {
    for (row, weight) in weights.iter().enumerate() {
        if !weight.is_finite() || *weight < 0.0 {
            return Err(Fault::at(row, format!("the weight {weight} is no share"), "Write a weight of 0 or more, such as residents."));
        }
    }
    let sum: f64 = weights.iter().sum();
    if sum <= 0.0 || !sum.is_finite() {
        return Err(Fault::whole("the weights add up to nothing that can be shared by", "Give at least one partner a weight above 0."));
    }
    Ok(weights.iter().map(|weight| total * (weight / sum)).collect())
}

/// What the total would be less by without each player: c(N) - c(N without i), its separable cost.
pub fn separable(game: &Game) -> Vec<f64> {
    let everybody = game.everybody();
    (0..game.players().len()).map(|player| game.total() - game.value(everybody.without(player))).collect()
}

/// Separable costs, remaining benefits: each pays its separable cost, and the rest in proportion to what joining still saves it,
/// its cost alone less its separable cost (the method of United States water agencies; Straffin and Heaney 1981). Where joining
/// saves a player nothing it bears none of the rest; where it saves nobody anything the rest is divided equally.
pub fn separable_costs_remaining_benefits(game: &Game) -> Vec<f64> {
    let separable = separable(game);
    let rest = game.total() - separable.iter().sum::<f64>();
    let remaining: Vec<f64> =
        separable.iter().enumerate().map(|(player, own)| game.advantage_over(Coalition::alone(player), *own).max(0.0)).collect();
    let sum: f64 = remaining.iter().sum();
    let players = separable.len() as f64;
    let part = |benefit: &f64| if sum > game.rounding() { benefit / sum } else { 1.0 / players };
    separable.iter().zip(&remaining).map(|(own, benefit)| own + rest * part(benefit)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cost_by_residents_is_divided_as_the_residents_are() {
        assert_eq!(by_weight(120.0, &[10.0, 20.0, 30.0]).unwrap(), [20.0, 40.0, 60.0]);
    }

    #[test]
    fn a_weight_below_zero_or_no_number_is_refused_with_its_row() {
        assert_eq!(by_weight(1.0, &[1.0, -2.0]).unwrap_err().row, Some(1));
        assert_eq!(by_weight(1.0, &[f64::NAN, 2.0]).unwrap_err().row, Some(0));
        assert!(by_weight(1.0, &[0.0, 0.0]).unwrap_err().because.contains("add up to nothing"));
    }
}
