//! Every line as a row of years, in real prices: the ground that all results stand on.
//!
//! The rule: what is gained is above nought and what is spent below it. A flow of one unit is kept apart from how many units there are,
//! so that the central estimate, the range of one figure and a hundred thousand draws are all the same row times a number.

use definitions::FinancialYear;

use crate::case::{Case, CaseOption};
use crate::line::{Line, Prices};
use crate::prices::DEFLATOR;

/// The lines of an option by year.
#[derive(Clone, Debug, PartialEq)]
pub struct Flows {
    /// For each line, in the order of the option: signed pounds of each year, were its figures multiplied to 1.
    pub unit: Vec<Vec<f64>>,
    /// For each line, what its figures multiply to at their centres.
    pub central: Vec<f64>,
}

impl Flows {
    /// The lines of `option`.
    pub fn of(case: &Case, option: &CaseOption) -> Flows {
        Flows {
            unit: option.lines.iter().map(|line| unit(case, line)).collect(),
            central: option.lines.iter().map(Line::central_pounds).collect(),
        }
    }

    /// The central estimate of `line` in `year`: signed pounds in prices of the case.
    pub fn real(&self, line: usize, year: u32) -> f64 {
        self.unit[line][year as usize] * self.central[line]
    }
}

fn unit(case: &Case, line: &Line) -> Vec<f64> {
    (0..case.years).map(|year| line.sign() * line.timing.part(year) * to_case_prices(case, line.prices, year)).collect()
}

/// What an amount of a line in these prices is multiplied by to be in those of the case.
fn to_case_prices(case: &Case, prices: Prices, year: u32) -> f64 {
    let written = match prices {
        Prices::Of(written) => written,
        Prices::Cash => FinancialYear(case.first_year.0 + year as i32),
    };
    price_ratio(case, written, case.price_year)
}

/// What prices of `from` are multiplied by to be those of `to`.
pub(crate) fn price_ratio(case: &Case, from: FinancialYear, to: FinancialYear) -> f64 {
    DEFLATOR.between(from, to, case.inflation).expect("years before the index are refused where a case is read")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixtures::{case_of, option_lines};

    #[test]
    fn an_amount_in_cash_is_worth_less_each_year_by_inflation_and_one_in_real_prices_the_same() {
        let lines = option_lines(
            "[[option.cost]]\nwhat = \"Rent\"\nspend = \"revenue\"\nfrom = \"2026-27\"\namount = 1000\nprices = \"cash\"\nbody = \"aldford\"\nevidence = \"lease\"\n\
             [[option.cost]]\nwhat = \"Pay\"\nspend = \"revenue\"\nfrom = \"2026-27\"\namount = 1000\nbody = \"aldford\"\nevidence = \"budget\"\n",
        );
        let case = case_of(&[], &lines);
        let flows = Flows::of(&case, &case.options[2]);
        assert!((flows.real(0, 1) + 1000.0 / 1.02).abs() < 1e-9);
        assert!((flows.real(0, 9) + 1000.0 / 1.02_f64.powi(9)).abs() < 1e-9);
        assert_eq!(flows.real(1, 9), -1000.0);
    }

    #[test]
    fn an_amount_of_an_earlier_year_is_raised_to_the_prices_of_the_case() {
        let lines = option_lines(
            "[[option.benefit]]\nwhat = \"Posts\"\nkind = \"cashable\"\nvalue = \"fiscal\"\nfrom = \"2026-27\"\namount = 1000\nprices = \"2022-23\"\nbody = \"aldford\"\nevidence = \"plan\"\n",
        );
        let case = case_of(&[], &lines);
        // From 2022-23 to 2023-24 by the index, 97.188025 / 91.93805, and three years at 2 %.
        let expected = 1000.0 * 97.188025 / 91.93805 * 1.02_f64.powi(3);
        assert!((Flows::of(&case, &case.options[2]).real(0, 4) - expected).abs() < 1e-6);
    }
}
