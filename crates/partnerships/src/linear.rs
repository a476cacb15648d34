//! A linear programme with few rows and any number of columns, which are asked for and never listed.
//!
//! The rule: the least cost of amounts, none below zero but those of free columns, so that the columns add up to the right
//! side. Each step factors the small basis afresh, so that rounding does not pile up, and asks the caller for a column that
//! would lower the cost: with one column for each of 2^14 groups only a few dozen are ever written down (column generation,
//! Gilmore and Gomory 1961; over the dual, the same as generating constraints). Most amounts of a game's programme are 0, so
//! which column leaves is decided as if the right side were a hair off zero (the lexicographic rule of Dantzig, Orden and Wolfe
//! 1955): every step then gains. It never decides by the sign of a multiplier; callers read amounts that are plainly above zero.

/// A programme: what its columns are and which would help.
pub(crate) trait Programme {
    /// The name of a column.
    type Column: Copy + Ord;
    /// What the columns must add up to, one number a row.
    fn right_side(&self) -> &[f64];
    /// Writes the numbers of a column.
    fn write_column(&self, column: Self::Column, into: &mut [f64]);
    /// What one unit of a column costs.
    fn cost(&self, column: Self::Column) -> f64;
    /// True where the amount of a column may be below zero, so that it never leaves the basis.
    fn is_free(&self, column: Self::Column) -> bool;
    /// The column whose cost is furthest below its price at these multipliers, if one is below by more than rounding.
    fn cheapest(&self, multipliers: &[f64]) -> Option<Self::Column>;
    /// The first column, in the order of columns, whose cost is below its price by more than rounding.
    fn first_cheap(&self, multipliers: &[f64]) -> Option<Self::Column>;
}

/// An answer at which no column would lower the cost.
#[derive(Clone, Debug)]
pub(crate) struct Optimum<C> {
    /// Columns with their amounts.
    pub(crate) amounts: Vec<(C, f64)>,
    /// The price of each row: what the cost would change by for a unit more on the right side.
    pub(crate) multipliers: Vec<f64>,
}

/// Why there is no answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum NoOptimum {
    /// The cost has no least: the programme seen from the other side cannot be met.
    Unbounded,
    /// So many steps that rounding must have led in a circle.
    TooManySteps,
}

/// Steps after which rounding may have led in a circle, and columns are taken in their order, which cannot (Bland 1977).
const PATIENCE: usize = 5_000;
/// Least difference between two numbers near 1 that is not rounding.
const ROUNDING: f64 = 1e-9;
/// Least number by which to divide; the numbers of a column are near 1.
const LEAST_PIVOT: f64 = 1e-9;

/// The least cost, from a basis whose amounts are not below zero.
pub(crate) fn least_cost<P: Programme>(programme: &P, mut basis: Vec<P::Column>) -> Result<Optimum<P::Column>, NoOptimum> {
    let rows = programme.right_side().len();
    let mut column = vec![0.0; rows];
    let begun: Vec<Vec<f64>> = basis.iter().map(|name| written(programme, *name, rows)).collect();
    for step in 0..200 * rows + 20_000 {
        let factors = Factors::of(programme, &basis).ok_or(NoOptimum::TooManySteps)?;
        let amounts = factors.solved(programme.right_side());
        let costs: Vec<f64> = basis.iter().map(|column| programme.cost(*column)).collect();
        let multipliers = factors.solved_transposed(&costs);
        let choice = if step > PATIENCE { Choice::First } else { Choice::Best };
        let entering = match choice {
            Choice::Best => programme.cheapest(&multipliers),
            Choice::First => programme.first_cheap(&multipliers),
        };
        let Some(entering) = entering else {
            return Ok(Optimum { amounts: basis.into_iter().zip(amounts).collect(), multipliers });
        };
        programme.write_column(entering, &mut column);
        let change = factors.solved(&column);
        let equals = first_at_zero(programme, &basis, &amounts, &change);
        let leaving = match choice {
            Choice::Best => equals.into_iter().reduce(|one, other| factors.sooner((one, other), &begun, &change)),
            Choice::First => equals.into_iter().min_by_key(|place| basis[*place]),
        };
        basis[leaving.ok_or(NoOptimum::Unbounded)?] = entering;
    }
    Err(NoOptimum::TooManySteps)
}

/// How columns are chosen: by what they gain, or by their order, which is slow and never goes in a circle even by rounding.
#[derive(Clone, Copy)]
enum Choice {
    Best,
    First,
}

/// The columns that reach zero first as the entering one grows.
fn first_at_zero<P: Programme>(programme: &P, basis: &[P::Column], amounts: &[f64], change: &[f64]) -> Vec<usize> {
    let may_leave = |place: &usize| !programme.is_free(basis[*place]) && change[*place] > LEAST_PIVOT;
    let ratio = |place: usize| amounts[place].max(0.0) / change[place];
    let least = (0..basis.len()).filter(may_leave).map(ratio).min_by(f64::total_cmp).unwrap_or(f64::INFINITY);
    (0..basis.len()).filter(may_leave).filter(|place| ratio(*place) <= least + 1e-12).collect()
}

fn written<P: Programme>(programme: &P, name: P::Column, rows: usize) -> Vec<f64> {
    let mut column = vec![0.0; rows];
    programme.write_column(name, &mut column);
    column
}

/// A square matrix as the product of a lower and an upper one, rows exchanged so that divisions are by the largest.
struct Factors {
    rows: usize,
    /// Row by row; below the diagonal the lower factor, on and above it the upper.
    numbers: Vec<f64>,
    /// Which row of the matrix stands at each place.
    order: Vec<usize>,
}

impl Factors {
    /// `None` where the columns are not independent.
    fn of<P: Programme>(programme: &P, basis: &[P::Column]) -> Option<Factors> {
        let rows = basis.len();
        let mut numbers = vec![0.0; rows * rows];
        for (place, name) in basis.iter().enumerate() {
            let column = written(programme, *name, rows);
            column.iter().enumerate().for_each(|(row, number)| numbers[row * rows + place] = *number);
        }
        let mut order: Vec<usize> = (0..rows).collect();
        for step in 0..rows {
            let size = |row: &usize| numbers[row * rows + step].abs();
            let pivot = (step..rows).max_by(|one, other| size(one).total_cmp(&size(other)))?;
            if numbers[pivot * rows + step].abs() < LEAST_PIVOT {
                return None;
            }
            if pivot != step {
                order.swap(pivot, step);
                (0..rows).for_each(|place| numbers.swap(pivot * rows + place, step * rows + place));
            }
            let (above, below) = numbers.split_at_mut((step + 1) * rows);
            let pivot_row = &above[step * rows..];
            for row in below.chunks_exact_mut(rows).filter(|row| row[step] != 0.0) {
                let times = row[step] / pivot_row[step];
                row[step] = times;
                (step + 1..rows).for_each(|place| row[place] -= times * pivot_row[place]);
            }
        }
        Some(Factors { rows, numbers, order })
    }

    /// Which of two places reaches zero sooner where the right side is a hair more than it is, by so little of the first column
    /// of the first basis, still less of its second, and so on. `change` is what the entering column takes from each place.
    fn sooner(&self, (one, other): (usize, usize), begun: &[Vec<f64>], change: &[f64]) -> usize {
        let (of_one, of_other) = (self.row_of_inverse(one), self.row_of_inverse(other));
        let part = |inverse: &[f64], place: usize, column: &[f64]| {
            inverse.iter().zip(column).map(|(number, other)| number * other).sum::<f64>() / change[place]
        };
        let mut differences = begun.iter().map(|column| part(&of_one, one, column) - part(&of_other, other, column));
        let first = differences.find(|difference| difference.abs() > ROUNDING);
        if first.is_some_and(|difference| difference > 0.0) { other } else { one }
    }

    fn row_of_inverse(&self, row: usize) -> Vec<f64> {
        let unit: Vec<f64> = (0..self.rows).map(|place| f64::from(u8::from(place == row))).collect();
        self.solved_transposed(&unit)
    }

    fn at(&self, row: usize, column: usize) -> f64 {
        self.numbers[row * self.rows + column]
    }

    /// x where the matrix times x is `right`.
    fn solved(&self, right: &[f64]) -> Vec<f64> {
        let mut x: Vec<f64> = self.order.iter().map(|row| right[*row]).collect();
        for row in 0..self.rows {
            x[row] -= (0..row).map(|column| self.at(row, column) * x[column]).sum::<f64>();
        }
        for row in (0..self.rows).rev() {
            let known: f64 = (row + 1..self.rows).map(|column| self.at(row, column) * x[column]).sum();
            x[row] = (x[row] - known) / self.at(row, row);
        }
        x
    }

    /// y where y times the matrix is `right`.
    fn solved_transposed(&self, right: &[f64]) -> Vec<f64> {
        let mut y = right.to_vec();
        for column in 0..self.rows {
            let known: f64 = (0..column).map(|row| self.at(row, column) * y[row]).sum();
            y[column] = (y[column] - known) / self.at(column, column);
        }
        for column in (0..self.rows).rev() {
            y[column] -= (column + 1..self.rows).map(|row| self.at(row, column) * y[row]).sum::<f64>();
        }
        let mut out = vec![0.0; self.rows];
        self.order.iter().zip(y).for_each(|(row, number)| out[*row] = number);
        out
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A programme whose columns are listed: (numbers, cost).
    struct Listed {
        right: Vec<f64>,
        columns: Vec<(Vec<f64>, f64)>,
    }

    impl Listed {
        fn gain(&self, column: usize, multipliers: &[f64]) -> f64 {
            let (numbers, cost) = &self.columns[column];
            cost - numbers.iter().zip(multipliers).map(|(number, price)| number * price).sum::<f64>()
        }
    }

    impl Programme for Listed {
        type Column = usize;
        fn right_side(&self) -> &[f64] {
            &self.right
        }
        fn write_column(&self, column: usize, into: &mut [f64]) {
            into.copy_from_slice(&self.columns[column].0);
        }
        fn cost(&self, column: usize) -> f64 {
            self.columns[column].1
        }
        fn is_free(&self, _: usize) -> bool {
            false
        }
        fn cheapest(&self, multipliers: &[f64]) -> Option<usize> {
            let best = (0..self.columns.len()).min_by(|a, b| self.gain(*a, multipliers).total_cmp(&self.gain(*b, multipliers)))?;
            (self.gain(best, multipliers) < -1e-9).then_some(best)
        }
        fn first_cheap(&self, multipliers: &[f64]) -> Option<usize> {
            (0..self.columns.len()).find(|column| self.gain(*column, multipliers) < -1e-9)
        }
    }

    #[test]
    fn the_dearest_corner_is_left_for_the_cheapest() {
        // Least of -3x - 5y with x <= 4, 2y <= 12, 3x + 2y <= 18: the Wyndor Glass Co. example of Hillier and Lieberman,
        // Introduction to Operations Research: 36 at x = 2, y = 6, with prices 0, 3/2 and 1 of its three plants.
        let columns = [[1.0, 0.0, 3.0], [0.0, 2.0, 2.0], [1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]];
        let costs = [-3.0, -5.0, 0.0, 0.0, 0.0];
        let listed = Listed {
            right: vec![4.0, 12.0, 18.0],
            columns: columns.iter().zip(costs).map(|(numbers, cost)| (numbers.to_vec(), cost)).collect(),
        };
        let optimum = least_cost(&listed, vec![2, 3, 4]).unwrap();
        let amount = |column| optimum.amounts.iter().find(|(name, _)| *name == column).map_or(0.0, |(_, amount)| *amount);
        assert!((amount(0) - 2.0).abs() < 1e-9 && (amount(1) - 6.0).abs() < 1e-9);
        let prices: Vec<f64> = optimum.multipliers.iter().map(|price| -price).collect();
        assert!(prices.iter().zip([0.0, 1.5, 1.0]).all(|(price, expected)| (price - expected).abs() < 1e-9), "{prices:?}");
    }

    #[test]
    fn a_programme_that_goes_in_a_circle_under_the_plain_rule_comes_to_an_end() {
        // Beale's example of 1955, whose least cost is -1/20 (as given in Chvátal, Linear Programming, and elsewhere).
        let columns = [
            (vec![0.25, 0.5, 0.0], -0.75),
            (vec![-60.0, -90.0, 0.0], 150.0),
            (vec![-0.04, -0.02, 1.0], -0.02),
            (vec![9.0, 3.0, 0.0], 6.0),
            (vec![1.0, 0.0, 0.0], 0.0),
            (vec![0.0, 1.0, 0.0], 0.0),
            (vec![0.0, 0.0, 1.0], 0.0),
        ];
        let listed = Listed { right: vec![0.0, 0.0, 1.0], columns: columns.to_vec() };
        let optimum = least_cost(&listed, vec![4, 5, 6]).unwrap();
        let cost: f64 = optimum.amounts.iter().map(|(column, amount)| listed.cost(*column) * amount).sum();
        assert!((cost + 0.05).abs() < 1e-9, "{cost}");
    }

    #[test]
    fn a_cost_without_a_least_is_said_to_have_none() {
        let listed = Listed { right: vec![1.0], columns: vec![(vec![-1.0], -1.0), (vec![1.0], 0.0)] };
        assert_eq!(least_cost(&listed, vec![1]).unwrap_err(), NoOptimum::Unbounded);
    }
}
