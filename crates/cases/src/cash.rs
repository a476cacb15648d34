//! Who pays and who gains, each year, in the pounds of that year: the view of the finance officer.
//!
//! The rule: cash only, nominal, not discounted, whole pence; payments between partners are in it, and VAT is not. Every penny of a line
//! is some body's, so the bodies always add up to the whole.

use definitions::{FinancialYear, Pence};

use crate::case::{Case, CaseOption};
use crate::flows::{Flows, price_ratio};
use crate::holders::Holders;
use crate::line::{Kind, Line, Spend};

/// Cash by body and financial year; above nought is gained.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CashView {
    /// The columns.
    pub years: Vec<FinancialYear>,
    /// One row for each holder, in their order.
    pub rows: Vec<CashRow>,
    /// All holders together.
    pub whole: CashRow,
}

/// The cash of one body.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CashRow {
    /// Each year.
    pub net: Vec<Pence>,
    /// The part of it that is capital spending.
    pub capital: Vec<Pence>,
}

impl CashRow {
    /// All years together.
    pub fn total(&self) -> Pence {
        self.net.iter().copied().sum()
    }

    /// Each year with all before it.
    pub fn cumulative(&self) -> Vec<Pence> {
        let mut so_far = Pence::ZERO;
        self.net
            .iter()
            .map(|year| {
                so_far += *year;
                so_far
            })
            .collect()
    }

    /// The deepest that it ever is out of pocket, at or below nought.
    pub fn deepest(&self) -> Pence {
        self.cumulative().into_iter().fold(Pence::ZERO, Pence::min)
    }

    fn empty(years: usize) -> CashRow {
        CashRow { net: vec![Pence::ZERO; years], capital: vec![Pence::ZERO; years] }
    }
}

/// The cash of an option, at its central estimate.
pub fn cash_view(case: &Case, option: &CaseOption) -> CashView {
    let (flows, holders) = (Flows::of(case, option), Holders::of(case));
    let years = case.financial_years();
    let mut rows = vec![CashRow::empty(years.len()); holders.all.len()];
    let mut whole = CashRow::empty(years.len());
    for (place, line) in option.lines.iter().enumerate().filter(|(_, line)| line.is_cash()) {
        for (column, year) in years.iter().enumerate() {
            let nominal = flows.real(place, column as u32) * price_ratio(case, case.price_year, *year);
            let parts = holders.divide(&line.shares, column as u32);
            // What passes between partners is nothing for the whole.
            let pence = if line.kind == Kind::Payment { Pence::ZERO } else { whole_pence(nominal) };
            for (row, part) in rows.iter_mut().zip(in_whole_pence(pence, nominal, &parts)) {
                add(row, column, line, part);
            }
            add(&mut whole, column, line, pence);
        }
    }
    CashView { years, rows, whole }
}

fn add(row: &mut CashRow, column: usize, line: &Line, amount: Pence) {
    row.net[column] += amount;
    if line.kind == Kind::Cost(Spend::Capital) {
        row.capital[column] += amount;
    }
}

fn whole_pence(pounds: f64) -> Pence {
    Pence((pounds * 100.0).round() as i64)
}

/// `total` divided by `parts` of `pounds`, so that nothing is lost in rounding: each is rounded down, and the pence left over go to
/// those who lost most by that, the first of equals first.
fn in_whole_pence(total: Pence, pounds: f64, parts: &[f64]) -> Vec<Pence> {
    let exact: Vec<f64> = parts.iter().map(|part| pounds * 100.0 * part).collect();
    let mut pence: Vec<i64> = exact.iter().map(|amount| amount.floor() as i64).collect();
    let left = total.0.saturating_sub(pence.iter().fold(0i64, |sum, amount| sum.saturating_add(*amount)));
    let mut by_loss: Vec<usize> = (0..parts.len()).filter(|place| parts[*place] != 0.0).collect();
    by_loss.sort_by(|a, b| (exact[*b] - exact[*b].floor()).total_cmp(&(exact[*a] - exact[*a].floor())).then(a.cmp(b)));
    // Rounding down loses less than a penny a part, so no more than one penny each is left. Where the parts add up to a hair more than
    // one, a penny may be too many; it is taken back from who lost least.
    for place in by_loss.iter().take(usize::try_from(left).unwrap_or(0)) {
        pence[*place] += 1;
    }
    for place in by_loss.iter().rev().take(usize::try_from(left.saturating_neg()).unwrap_or(0)) {
        pence[*place] -= 1;
    }
    pence.into_iter().map(Pence).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixtures::{case_of, option_lines};

    #[test]
    fn a_hundred_pounds_among_three_is_33_33_and_33_34_and_no_penny_is_lost() {
        let thirds = [1.0 / 3.0, 1.0 / 3.0, 1.0 / 3.0];
        let pence = in_whole_pence(Pence(10_000), 100.0, &thirds);
        assert_eq!(pence.iter().copied().sum::<Pence>(), Pence(10_000));
        assert!(pence.iter().all(|amount| (3333..=3334).contains(&amount.0)));
    }

    #[test]
    fn what_one_partner_pays_another_is_nothing_for_the_whole() {
        let lines = option_lines(
            "[[option.payment]]\nwhat = \"Charge\"\nfrom = \"2026-27\"\namount = 1000\npayer = \"aldford\"\nreceiver = \"bexton\"\nevidence = \"agreement\"\n",
        );
        let view = {
            let case = case_of(&[], &lines);
            cash_view(&case, &case.options[2])
        };
        assert_eq!(view.rows[0].net[0], Pence(-100_000));
        assert_eq!(view.rows[1].net[1], Pence(102_000));
        assert!(view.whole.net.iter().all(|amount| *amount == Pence::ZERO));
    }

    #[test]
    fn cash_is_in_the_pounds_of_each_year_and_time_given_in_kind_is_not_in_it() {
        let lines = option_lines(
            "[[option.cost]]\nwhat = \"Project team\"\nspend = \"in-kind\"\nyear = \"2026-27\"\namount = 500\nbody = \"aldford\"\nevidence = \"plan\"\n\
             [[option.cost]]\nwhat = \"Vans\"\nspend = \"capital\"\nyear = \"2028-29\"\namount = 1000\nbody = \"bexton\"\nevidence = \"quotation\"\n",
        );
        let case = case_of(&[], &lines);
        let view = cash_view(&case, &case.options[2]);
        // 1,000 x 1.02 x 1.02 two years on.
        assert_eq!(view.rows[1].net[2], Pence(-104_040));
        assert_eq!(view.rows[1].capital[2], Pence(-104_040));
        assert_eq!(view.whole.total(), Pence(-104_040));
        assert_eq!(view.rows[1].deepest(), Pence(-104_040));
    }

    proptest::proptest! {
        #[test]
        fn the_bodies_always_add_up_to_the_whole(pounds in -1e9..1e9f64, a in 0.0..1.0f64, b in 0.0..1.0f64, c in 0.01..1.0f64) {
            let sum = a + b + c;
            let total = whole_pence(pounds);
            let pence = in_whole_pence(total, pounds, &[a / sum, b / sum, c / sum]);
            proptest::prop_assert_eq!(pence.into_iter().sum::<Pence>(), total);
        }
    }
}
